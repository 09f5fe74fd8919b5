"""Trains the head for names again on the finished net: `python -m training.name_head --data DIR`.

What `groups` marks is read off trees, which most corpora of names lack; the finished net gives them. Only the columns
of names in the last linear map change, so that trees, word classes and sentence ends stay bit for bit what they were.
Takes a few minutes of one core.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from stemmata.language.encoder import Encoder
from stemmata.language.encoder import Window as Stretch
from stemmata.language.pieces import Pieces
from training.corpora import Corpora, labels_of, read_corpora
from training.export import WEIGHTS, as_int8
from training.groups import with_groups
from training.run import BATCH, LONGEST, name_loss
from training.treebank import Paragraph, Tree
from training.windows import Batch, Damage, Window, batched, collate, cut

WORDS = 1024
"""Words of a step."""
RATE, EPOCHS, DROPOUT = 2e-3, 2, 0.1
AT = 4
"""The place of names among the parts of the last linear map, see `Net.parts`."""


def marked(corpora: Corpora, encoder: Encoder, seed: int) -> list[Window]:
    """The windows of one epoch, with groups marked: by the treebanks' own trees, else by those of the net."""
    chance = random.Random(seed)
    parsed = [[Paragraph([with_groups(tree) for tree in par.trees]) for par in doc] for doc in corpora.parsed]
    named = [window.trees[0] for window in corpora.names_of_epoch(chance) if 0 < len(window) <= LONGEST]
    windows = list(cut(parsed, LONGEST, Damage(), chance))
    return windows + [Window([with_groups(tree)], False, False) for tree in _parsed(named, encoder)]


def _parsed(trees: Sequence[Tree], encoder: Encoder) -> Iterator[Tree]:
    """Sentences of which only the names are known, with the trees that the net gives them."""
    windows = [Stretch(tree.words, len(tree) * [(0, 0)], tree.gaps, stops=[len(tree)]) for tree in trees]
    for tree, [sentence] in zip(trees, encoder.read(windows), strict=True):
        upos, heads, relations, lemmas = zip(
            *((w.upos, w.head, w.deprel, w.lemma) for w in sentence.words), strict=True
        )
        yield replace(tree, upos=list(upos), heads=list(heads), relations=list(relations), lemmas=list(lemmas))


class States:
    """Gives the vectors of words that the heads stand on."""

    def __init__(self, net: onnx.ModelProto) -> None:
        shown = onnx.ModelProto()
        shown.CopyFrom(net)
        shown.graph.output.append(helper.make_tensor_value_info("words", TensorProto.FLOAT, None))
        self._session = onnxruntime.InferenceSession(shown.SerializeToString(), providers=["CPUExecutionProvider"])

    def __call__(self, batch: Batch) -> Tensor:
        rows = torch.arange(len(batch.first))[:, None] * batch.pieces.shape[1]
        given = {name: getattr(batch, name) for name in ("pieces", "cases", "gaps", "present")}
        given["first"] = batch.first + rows
        found = self._session.run(["words"], {name: value.int().numpy() for name, value in given.items()})
        return torch.from_numpy(found[0])


def examples(windows: Sequence[Window], corpora: Corpora, states: States, pieces: Pieces) -> tuple[Tensor, Tensor]:
    """The vectors of all words of which something is known, and the tags that each may have."""
    labels = labels_of(corpora)
    vectors, tags = [], []
    for group in batched(windows, BATCH, random.Random(0)):
        batch = collate(group, labels, pieces)
        known = batch.names.any(-1) & ~batch.names.all(-1)
        vectors.append(states(batch)[known].half())
        tags.append(batch.names[known])
    return torch.cat(vectors), torch.cat(tags)


def train(head: nn.Linear, vectors: Tensor, tags: Tensor, seed: int) -> None:
    """Train the head on examples; the rate falls to 0."""
    torch.manual_seed(seed)
    dropout = nn.Dropout(DROPOUT)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.0)
    steps = EPOCHS * -(-len(vectors) // WORDS)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, steps)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(vectors)).split(WORDS):
            loss = name_loss(head(dropout(vectors[chosen].float())), tags[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    print(f"{steps} steps, last loss {loss.item():.4f}")


class Columns:
    """The columns of names in the last linear map of an exported net."""

    def __init__(self, net: onnx.ModelProto) -> None:
        stored = {weight.name: weight for weight in net.graph.initializer}
        self._stored = [stored[f"scores.{part}"] for part in ("weight", "scales", "bias")]
        sizes = numpy_helper.to_array(stored["sizes"])
        self._columns = slice(int(sizes[:AT].sum()), int(sizes[: AT + 1].sum()))

    def read(self) -> nn.Linear:
        weight, scales, bias = (numpy_helper.to_array(part)[..., self._columns] for part in self._stored)
        head = nn.Linear(*weight.shape)
        with torch.no_grad():
            head.weight.copy_(torch.from_numpy((weight * scales).T))
            head.bias.copy_(torch.from_numpy(bias.copy()))
        return head

    def write(self, head: nn.Linear) -> None:
        rows, scales = as_int8(head.weight.detach().numpy())
        for part, values in zip(self._stored, (rows.T, scales, head.bias.detach().numpy()), strict=True):
            whole = numpy_helper.to_array(part).copy()
            whole[..., self._columns] = values
            part.CopyFrom(numpy_helper.from_array(whole, part.name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with `ud` and `ner`")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder that training.export has filled")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    corpora = read_corpora(given.data)
    net = onnx.load(given.weights / "encoder.onnx")
    windows = marked(corpora, Encoder(given.weights, threads=1), given.seed)
    pieces = Pieces.read(given.weights / "vocabulary.txt")
    vectors, tags = examples(windows, corpora, States(net), pieces)
    columns = Columns(net)
    head = columns.read()
    train(head, vectors, tags, given.seed)
    columns.write(head)
    onnx.save(net, given.weights / "encoder.onnx")


if __name__ == "__main__":
    main()
