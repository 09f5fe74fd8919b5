"""Cuts documents into the windows that the net is trained on, and makes reporting's usual damage to them."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from stemmata.language.pieces import GLUED, LINE, SPACE, Pieces, case_of
from stemmata.language.trees import ROOT
from training.treebank import Paragraph, Tree, without

IGNORED = -100
START, END = 101, 102
"""BERT's pieces around every input."""


@dataclass(frozen=True)
class Damage:
    """How often each kind of damage is done to a paragraph; to one of a single sentence, for `no_stop`."""

    upper: float = 0.05
    lower: float = 0.05
    title: float = 0.04
    no_commas: float = 0.12
    no_stop: float = 0.25
    no_quotes: float = 0.05
    wrapped: float = 0.03
    article: float = 0.15
    """Of paragraphs, in some names of which an Arabic article or first part is put in."""


@dataclass
class Window:
    """Sentences that are read together."""

    trees: list[Tree]
    parsed: bool = True
    """False where only names are known."""
    whole: bool = True
    """Whether its sentences are real ones, so that their ends teach."""

    def __len__(self) -> int:
        return sum(map(len, self.trees))


def cut(
    documents: Sequence[Sequence[Paragraph]], longest: int, damage: Damage, chance: random.Random
) -> Iterator[Window]:
    """Cut documents into windows of one to many whole sentences of at most `longest` words.

    Half of the windows are cut short at random, and one in six runs over the end of its paragraph.
    """
    for paragraphs in documents:
        trees: list[Tree] = []
        room = _room(longest, chance)
        for paragraph in paragraphs:
            if trees and chance.random() > 1 / 6:
                yield Window(trees)
                trees, room = [], _room(longest, chance)
            for tree in damaged(paragraph.trees, damage, chance):
                if trees and sum(map(len, trees)) + len(tree) > room:
                    yield Window(trees)
                    trees, room = [], _room(longest, chance)
                if len(tree) <= longest:
                    trees.append(tree)
        if trees:
            yield Window(trees)


def _room(longest: int, chance: random.Random) -> int:
    return longest if chance.random() < 0.5 else chance.randint(1, longest)


def damaged(trees: Sequence[Tree], damage: Damage, chance: random.Random) -> list[Tree]:
    """A paragraph as it might stand on a wire, in a post, in a headline, or with its punctuation thinned."""
    dice = chance.random()
    changes: list[Callable[[Tree], Tree]] = []
    if dice < damage.upper:
        changes.append(lambda tree: replace(tree, words=[word.upper() for word in tree.words]))
    elif dice < damage.upper + damage.lower:
        changes.append(lambda tree: replace(tree, words=[word.lower() for word in tree.words]))
    elif dice < damage.upper + damage.lower + damage.title:
        changes.append(_in_title_case)
    if chance.random() < damage.no_commas:
        changes.append(lambda tree: _dropped(tree, ",", 0.85, chance))
    if chance.random() < damage.no_quotes:
        changes.append(lambda tree: _dropped(tree, "\"'“”‘’``''", 1.0, chance))
    if chance.random() < damage.wrapped:
        changes.append(lambda tree: _wrapped(tree, chance))
    result = list(trees)
    if chance.random() < damage.article:
        result = [with_article(tree, chance) for tree in result]
    for change in changes:
        result = [change(tree) for tree in result]
    if len(result) == 1 and chance.random() < damage.no_stop:
        result = [_without_stop(result[0])]
    return result


def _in_title_case(tree: Tree) -> Tree:
    small = ("ADP", "DET", "CCONJ", "PART")
    words = [
        word if word.isupper() or (i and pos in small and len(word) < 5) else word[:1].upper() + word[1:]
        for i, (word, pos) in enumerate(zip(tree.words, tree.upos, strict=True))
    ]
    return replace(tree, words=words)


def _dropped(tree: Tree, marks: str, share: float, chance: random.Random) -> Tree:
    governing = set(tree.heads)
    dropped = {
        i
        for i, word in enumerate(tree.words)
        if word in marks and tree.upos[i] == "PUNCT" and i not in governing and chance.random() < share
    }
    return without(tree, dropped) if len(dropped) < len(tree) else tree


def _without_stop(tree: Tree) -> Tree:
    last = len(tree) - 1
    if last > 0 and tree.words[last] == "." and last not in tree.heads:
        return without(tree, {last})
    return tree


def _wrapped(tree: Tree, chance: random.Random) -> Tree:
    """Lines broken anywhere between words, as in mail and in text copied from a page."""
    gaps = [LINE if gap == SPACE and chance.random() < 0.1 else gap for gap in tree.gaps]
    return replace(tree, gaps=gaps)


FIRST_PARTS = (
    *(["Al", "As", "Ash", "An", "Ar", "At", "Ad", "Az", "Es", "Ez", "El"]),
    *(
        [
            "Abu",
            "Umm",
            "Tal",
            "Tell",
            "Tall",
            "Deir",
            "Dayr",
            "Kafr",
            "Kafar",
            "Ain",
            "Ayn",
            "Bir",
            "Jabal",
            "Wadi",
            "Ras",
            "Khan",
            "Beit",
            "Bani",
            "Bab",
            "Qalaat",
        ]
    ),
)
"""What names in Arabic begin with when it is written as a word of its own."""


def with_article(tree: Tree, chance: random.Random) -> Tree:
    """Put a first part before a proper noun that stands alone: "near Susah" becomes "near As Susah".

    "As", "An" and "At" are small words of English; in the treebanks they never begin a name.
    """
    alone = [i for i in range(1, len(tree)) if _stands_alone(tree, i)]
    if not alone:
        return tree
    i = chance.choice(alone)
    first = chance.choice(FIRST_PARTS)

    def moved(head: int) -> int:
        # The first part governs the name, and all that hung on it.
        return head + 1 if head > i else head

    heads = [moved(head) for head in tree.heads]
    heads[i:i] = [moved(tree.heads[i])]
    heads[i + 1] = i
    names = None
    if tree.names is not None:
        names = [*tree.names[:i], tree.names[i], [_inner(tag) for tag in tree.names[i]], *tree.names[i + 1 :]]
    return replace(
        tree,
        words=_put(tree.words, i, first),
        gaps=[*tree.gaps[: i + 1], SPACE, *tree.gaps[i + 1 :]],
        upos=_put(tree.upos, i, "PROPN"),
        xpos=_put(tree.xpos, i, tree.xpos[i]),
        feats=_put(tree.feats, i, tree.feats[i]),
        relations=[*tree.relations[: i + 1], "flat", *tree.relations[i + 1 :]],
        lemmas=_put(tree.lemmas, i, first),
        heads=heads,
        names=names,
    )


def _put(values: list[str], place: int, value: str) -> list[str]:
    return [*values[:place], value, *values[place:]]


def _inner(tag: str) -> str:
    return "I" + tag[1:] if tag.startswith("B-") else tag


def _stands_alone(tree: Tree, i: int) -> bool:
    """Whether a word is a proper noun with a capital, governed as a full noun, and next to no other one."""
    if tree.upos[i] != "PROPN" or not tree.words[i].istitle() or len(tree.words[i]) < 4:
        return False
    near = [tree.upos[j] for j in (i - 1, i + 1) if j < len(tree)]
    relation = tree.relations[i].partition(":")[0]
    return "PROPN" not in near and relation in ("nmod", "obl", "nsubj", "obj", "conj") and tree.gaps[i] == SPACE


# --------------------------------------------------------------------------------------------------- batches


@dataclass(frozen=True)
class Labels:
    """The labels of every head, in the order of their numbers."""

    upos: list[str]
    xpos: list[str]
    feats: list[str]
    relations: list[str]
    names: list[str]
    numbers: dict[str, dict[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        parts = ("upos", "xpos", "feats", "relations", "names")
        numbers = {part: {label: i for i, label in enumerate(getattr(self, part))} for part in parts}
        object.__setattr__(self, "numbers", numbers)

    def of(self, part: str, values: list[str]) -> list[int]:
        return [self.numbers[part].get(value, IGNORED) for value in values]


@dataclass
class Batch:
    """Tensors of several windows; labels hold IGNORED where nothing is to be learnt."""

    pieces: Tensor
    cases: Tensor
    gaps: Tensor
    present: Tensor
    first: Tensor
    upos: Tensor
    xpos: Tensor
    feats: Tensor
    ends: Tensor
    heads: Tensor
    """0 for the root, else 1 + the place of the head in the window."""
    relations: Tensor
    sentence: Tensor
    """Number of each word's sentence; words of different sentences never govern each other."""
    names: Tensor
    """[batch, words, tags]: whether the word may have the tag; all False where nothing is known."""


def encode(
    words: Sequence[str], gaps: Sequence[int], pieces: Pieces
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Pieces, cases, gaps, and the place of each word's first piece."""
    ids, cases, before, first = [START], [0], [LINE], []
    for word, gap in zip(words, gaps, strict=True):
        cut_word = pieces(word)
        first.append(len(ids))
        ids += cut_word
        cases += [case_of(word)] * len(cut_word)
        before += [gap] + [GLUED] * (len(cut_word) - 1)
    return [*ids, END], [*cases, 0], [*before, SPACE], first


def batched(windows: Sequence[Window], most: int, chance: random.Random) -> list[list[Window]]:
    """Group windows of about the same length, at most `most` words with padding, in random order."""
    order = sorted(windows, key=lambda window: len(window) + chance.random() * 4)
    groups: list[list[Window]] = [[]]
    for window in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(window) > most:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    return groups


def collate(windows: Sequence[Window], labels: Labels, pieces: Pieces) -> Batch:
    """Make the tensors of a batch."""
    rows = [_row(window, labels, pieces) for window in windows]

    def pad(name: str, fill: int) -> Tensor:
        longest = max(len(row[name]) for row in rows)
        return torch.tensor([row[name] + [fill] * (longest - len(row[name])) for row in rows])

    names = torch.zeros(len(rows), max(map(len, windows)), len(labels.names), dtype=torch.bool)
    for i, window in enumerate(windows):
        place = 0
        for tree in window.trees:
            for tags in tree.names or [[]] * len(tree):
                for tag in tags:
                    names[i, place, labels.numbers["names"][tag]] = True
                place += 1
    ignored = ("upos", "xpos", "feats", "ends", "heads", "relations")
    zeros = ("pieces", "cases", "gaps", "present", "first")
    tensors = {name: pad(name, IGNORED) for name in ignored} | {name: pad(name, 0) for name in zeros}
    return Batch(**tensors, sentence=pad("sentence", -1), names=names)


def _row(window: Window, labels: Labels, pieces: Pieces) -> dict[str, list[int]]:
    words = [word for tree in window.trees for word in tree.words]
    ids, cases, gaps, first = encode(words, [gap for tree in window.trees for gap in tree.gaps], pieces)
    row: dict[str, list[int]] = {"pieces": ids, "cases": cases, "gaps": gaps, "present": [1] * len(ids), "first": first}
    row |= {name: [] for name in ("upos", "xpos", "feats", "heads", "relations", "ends", "sentence")}
    for number, tree in enumerate(window.trees):
        start = len(row["ends"])
        row["ends"] += [0] * (len(tree) - 1) + [1]
        row["sentence"] += [number] * len(tree)
        if window.parsed:
            for part in ("upos", "xpos", "feats", "relations"):
                row[part] += labels.of(part, getattr(tree, part))
            row["heads"] += [0 if head == ROOT else 1 + start + head for head in tree.heads]
    if not window.parsed:
        for part in ("upos", "xpos", "feats", "heads", "relations"):
            row[part] = [IGNORED] * len(words)
    # The end of a window is always an end and teaches nothing.
    row["ends"] = [*row["ends"][:-1], IGNORED] if window.whole else [IGNORED] * len(words)
    return row
