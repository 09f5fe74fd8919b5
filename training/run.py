"""Trains the model: `python -m training.run --data DIR --out training/runs/NAME --minutes 88`.

Needs a CPU only. Stopped at any time, the same command goes on from the last checkpoint.
"""

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from stemmata.language.pieces import Pieces
from training.corpora import Corpora, labels_of, read_corpora
from training.net import Net, Sizes, load_base, vocabulary
from training.windows import IGNORED, Batch, Damage, batched, collate, cut

LONGEST = 100
"""Words of a window in training."""
BATCH = 600
"""Words of a batch, with padding."""
WARM_UP = 150
"""Steps until the learning rate is full."""
ENCODER_RATE, HEAD_RATE, PIECE_RATE = 2e-4, 1.2e-3, 5e-5
AVERAGE = 0.999
"""Decay of the running average of the weights, which is what is shipped."""
TAG_WEIGHT, NAME_WEIGHT, END_WEIGHT = 0.3, 0.7, 0.5


def loss_of(net: Net, batch: Batch) -> Tensor:
    """The sum of the heads' losses."""
    scores = net(batch.pieces, batch.cases, batch.gaps, batch.present, batch.first)

    def labelled(logits: Tensor, target: Tensor) -> Tensor:
        if not bool((target != IGNORED).any()):
            return logits.sum() * 0
        return functional.cross_entropy(logits.flatten(0, 1), target.flatten(), ignore_index=IGNORED)

    loss = END_WEIGHT * labelled(scores.ends, batch.ends) + NAME_WEIGHT * name_loss(scores.names, batch.names)
    loss = loss + TAG_WEIGHT * sum(
        labelled(logits, target)
        for logits, target in ((scores.upos, batch.upos), (scores.xpos, batch.xpos), (scores.feats, batch.feats))
    )
    same = batch.sentence[:, :, None] == batch.sentence[:, None, :]
    open_arcs = torch.cat([torch.ones_like(same[:, :, :1]), same], -1)
    loss = loss + labelled(scores.arcs.masked_fill(~open_arcs, -1e4), batch.heads)
    governed = batch.heads > 0  # the root needs no relation
    if bool(governed.any()):
        row, place = governed.nonzero(as_tuple=True)
        above = scores.above[row, batch.heads[row, place] - 1]
        relations = net.relations(scores.below[row, place], above)
        loss = loss + functional.cross_entropy(relations, batch.relations[row, place], ignore_index=IGNORED)
    return loss


def name_loss(logits: Tensor, may: Tensor) -> Tensor:
    """How unlikely it is that a word has one of the tags that it may have."""
    known = may.any(-1) & ~may.all(-1)
    if not bool(known.any()):
        return logits.sum() * 0
    chosen = logits.log_softmax(-1)[known].masked_fill(~may[known], -1e4)
    return -chosen.logsumexp(-1).mean()


class Schedule:
    """A learning rate that rises, then falls to 0 when the steps or the time are used up, whichever is first."""

    def __init__(self, steps: int, seconds: float) -> None:
        self.steps, self.seconds = steps, seconds

    def done(self, step: int, spent: float) -> float:
        return min(1.0, max(step / self.steps, spent / self.seconds))

    def factor(self, step: int, spent: float) -> float:
        return min(1.0, (step + 1) / WARM_UP) * (1 - self.done(step, spent))


def optimizer_of(net: Net) -> torch.optim.AdamW:
    """AdamW with a rate of its own for pieces, encoder and heads."""
    groups: dict[str, list[Tensor]] = {"piece": [], "encoder": [], "head": []}
    for name, parameter in net.named_parameters():
        part = name.partition(".")[0]
        encoder = part in ("position", "case", "gap", "norm", "layers")
        groups["piece" if part == "piece" else "encoder" if encoder else "head"].append(parameter)
    settings = [
        {"params": groups["piece"], "lr": PIECE_RATE, "weight_decay": 0.0},
        {"params": groups["encoder"], "lr": ENCODER_RATE, "weight_decay": 0.01},
        {"params": groups["head"], "lr": HEAD_RATE, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(settings, betas=(0.9, 0.98), fused=True)


def train(corpora: Corpora, out: Path, minutes: float, epochs: float, seed: int, damage: Damage) -> None:
    """Train, saving a checkpoint every two minutes and the averaged weights at the end."""
    torch.manual_seed(seed)
    labels = labels_of(corpora)
    pieces = Pieces(vocabulary())
    sizes = Sizes(**{name: len(getattr(labels, name)) for name in ("upos", "xpos", "feats", "relations", "names")})
    net = Net(sizes)
    load_base(net)
    optimizer = optimizer_of(net)
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {name: value.detach().clone() for name, value in net.state_dict().items()}
    state = {"step": 0, "epoch": 0, "spent": 0.0}
    saved = out / "checkpoint.pt"
    if saved.exists():
        old = torch.load(saved, weights_only=True)
        net.load_state_dict(old["net"])
        optimizer.load_state_dict(old["optimizer"])
        average, state = old["average"], old["state"]
    schedule = Schedule(int(epochs * len(_epoch(corpora, seed, 0, damage))), minutes * 60)
    net.train()
    losses: list[float] = []
    begun = last_save = time.monotonic()
    before = state["spent"]
    while schedule.done(state["step"], state["spent"]) < 1:
        for windows in _epoch(corpora, seed, int(state["epoch"]), damage):
            factor = schedule.factor(int(state["step"]), state["spent"])
            if factor <= 0:
                break
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            loss = loss_of(net, collate(windows, labels, pieces))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            _update(average, net, int(state["step"]))
            losses.append(loss.item())
            state["step"] += 1
            state["spent"] = before + time.monotonic() - begun
            if state["step"] % 100 == 0:
                print(
                    f"step {state['step']} of {schedule.steps}, {state['spent']:.0f} s, loss {_mean(losses):.3f}",
                    flush=True,
                )
                losses.clear()
            if time.monotonic() - last_save > 120:
                last_save = time.monotonic()
                _save(saved, net, optimizer, average, state)
        else:
            state["epoch"] += 1
    _save(saved, net, optimizer, average, state)
    torch.save({"net": average, "sizes": sizes.as_dict()}, out / "net.pt")
    parts = ("upos", "xpos", "feats", "relations", "names")
    (out / "labels.json").write_text(json.dumps({part: getattr(labels, part) for part in parts}, indent=0) + "\n")
    record = {"seed": seed, "steps": state["step"], "epochs": state["epoch"], "seconds": round(state["spent"])}
    (out / "training.json").write_text(json.dumps(record | asdict(damage), indent=2) + "\n")


def _epoch(corpora: Corpora, seed: int, epoch: int, damage: Damage) -> list[list]:  # type: ignore[type-arg]
    """The batches of an epoch; the same for the same seed and number."""
    chance = random.Random(f"{seed}-{epoch}")
    parsed = list(cut(corpora.parsed, LONGEST, damage, chance))
    named = [window for window in corpora.names_of_epoch(chance) if len(window) <= LONGEST]
    groups = batched(parsed, BATCH, chance) + batched(named, BATCH, chance)
    chance.shuffle(groups)
    return groups


def _update(average: dict[str, Tensor], net: Net, step: int) -> None:
    decay = min(AVERAGE, (1 + step) / (10 + step))
    with torch.no_grad():
        for name, value in net.state_dict().items():
            average[name].lerp_(value, 1 - decay)


def _save(
    file: Path, net: Net, optimizer: torch.optim.AdamW, average: dict[str, Tensor], state: dict[str, float]
) -> None:
    fresh = file.with_suffix(".new")
    torch.save(
        {"net": net.state_dict(), "optimizer": optimizer.state_dict(), "average": average, "state": state}, fresh
    )
    fresh.replace(file)


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with `ud` and `ner`")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints and the result")
    parser.add_argument("--minutes", type=float, default=88, help="wall time after which the rate is 0")
    parser.add_argument("--epochs", type=float, default=11, help="passes over the data after which the rate is 0")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--no-damage", action="store_true", help="train on the texts as they are, for comparison")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    damage = Damage(*8 * [0.0]) if given.no_damage else Damage()
    train(read_corpora(given.data), given.out, given.minutes, given.epochs, given.seed, damage)


if __name__ == "__main__":
    main()
