"""Reads Universal Dependencies treebanks: documents of paragraphs of sentences."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from stemmata.language.pieces import GLUED, LINE, SPACE
from stemmata.language.trees import ROOT


@dataclass(frozen=True)
class Tree:
    """A sentence with its tree; all lists have one entry a word."""

    words: list[str]
    gaps: list[int]
    """Before each word; that of the first is what stands before the sentence."""
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    relations: list[str]
    lemmas: list[str]
    names: list[list[str]] | None = None
    """The tags that each word may have; None where nobody has marked names."""
    text: str = ""
    glued: bool = False
    """Whether no space follows the sentence."""

    def __len__(self) -> int:
        return len(self.words)


@dataclass
class Paragraph:
    trees: list[Tree] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraph's raw text."""
        return "".join(tree.text + ("" if tree.glued else " ") for tree in self.trees).rstrip()


def read_treebank(file: Path) -> list[list[Paragraph]]:
    """Read the documents of a CoNLL-U file."""
    documents: list[list[Paragraph]] = []
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        comments = [line for line in lines if line.startswith("#")]
        if not any(line and not line.startswith("#") for line in lines):
            continue
        if not documents or any(c.startswith("# newdoc") for c in comments):
            documents.append([])
        if not documents[-1] or any(c.startswith("# newpar") and "newpar_block" not in c for c in comments):
            documents[-1].append(Paragraph())
        first = not documents[-1][-1].trees
        text = next(c.removeprefix("# text = ") for c in comments if c.startswith("# text = "))
        documents[-1][-1].trees.append(_tree([line.split("\t") for line in lines if line[0] != "#"], text, first))
    return documents


def _tree(rows: list[list[str]], text: str, first: bool) -> Tree:
    tree = Tree([], [], [], [], [], [], [], [], text=text)
    gap = LINE if first else SPACE
    joined_until, gap_after_joined = 0, SPACE
    for row in rows:
        after = GLUED if "SpaceAfter=No" in row[9] else SPACE
        if "-" in row[0]:
            joined_until, gap_after_joined = int(row[0].split("-")[1]), after
        elif row[0].isdigit():
            number = int(row[0])
            tree.words.append(row[1].replace(" ", ""))
            tree.gaps.append(gap)
            tree.upos.append(row[3])
            tree.xpos.append(row[4])
            tree.feats.append("" if row[5] == "_" else row[5])
            tree.heads.append(int(row[6]) - 1)
            tree.relations.append(row[7])
            tree.lemmas.append(row[2])
            gap = after
            if number <= joined_until:
                gap = gap_after_joined if number == joined_until else GLUED
    return replace(tree, glued=gap == GLUED)


def without(tree: Tree, dropped: set[int]) -> Tree:
    """The tree without some words that govern nothing."""
    kept = [i for i in range(len(tree)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)} | {ROOT: ROOT}

    def pick(values: list[Any]) -> list[Any]:
        return [values[i] for i in kept]

    return replace(
        tree,
        words=pick(tree.words),
        gaps=pick(tree.gaps),
        upos=pick(tree.upos),
        xpos=pick(tree.xpos),
        feats=pick(tree.feats),
        heads=[place[head] for head in pick(tree.heads)],
        relations=pick(tree.relations),
        lemmas=pick(tree.lemmas),
        names=None if tree.names is None else pick(tree.names),
    )
