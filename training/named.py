"""Reads the corpora of names into one set of kinds.

A corpus teaches only some kinds. Where it marks nothing, a word may still bear a kind that the corpus does
not know; so each word gets the set of tags that it may have, and the loss asks only for one of them.
"""

import json
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from training.treebank import Paragraph, Tree

KINDS = ("person", "group", "place", "facility", "people", "time", "quantity")
"""What is taught. `weapon` is not: the corpora hold some twenty weapons, too few to learn from."""
TAGS = ("O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI"))

FACILITIES = frozenset(
    "airbase airfield airport arena barracks base bridge camp castle cathedral cemetery checkpoint church clinic college "
    "crossing dam embassy factory farm garrison gate headquarters hospital hotel jail library mall market mill mosque "
    "museum palace plant port prison refinery school stadium station synagogue temple terminal theater theatre tower "
    "tunnel university warehouse".split()
)
"""A name that ends in one of these words, and is marked as a place or an object, names a facility."""


TIME_WORDS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decade decades century morning "
    "afternoon evening night overnight midnight noon dawn dusk today yesterday tonight tomorrow weekend last past next "
    "previous following recent early late mid ago since about around nearly over more than at least one two three four "
    "five six seven eight nine ten eleven twelve dozen dozens hundred hundreds thousand thousands million millions "
    "percent km miles metres meters tonnes tons pounds dollars several".split()
)


def spans(tags: list[str]) -> list[tuple[str, int, int]]:
    """The marked spans of a tag sequence: label, first, end (exclusive)."""
    found: list[tuple[str, int, int]] = []
    for place, tag in enumerate(tags):
        if tag.startswith("I-") and found and found[-1][2] == place and found[-1][0] == tag[2:]:
            found[-1] = (tag[2:], found[-1][1], place + 1)
        elif tag != "O":
            found.append((tag[2:], place, place + 1))
    return found


def kind_of(label: str, words: list[str], labels: dict[str, str]) -> str | None:
    """The kind that a corpus's label means for these words, None for one that is not taught."""
    kind = labels.get(label)
    if kind == "place" and words[-1].lower() in FACILITIES:
        return "facility"
    return kind


def allowed(
    words: list[str], marked: list[tuple[str, int, int]], unknown: set[str], free: Collection[int] = ()
) -> list[list[str]]:
    """The tags that each word may have: the marked one; anything for `free` words; else none, or an unknown kind.

    `unknown` are the kinds that the corpus does not mark. A word may bear one of them only if it has a
    capital or a digit, or belongs to the language of time and number.
    """
    elsewhere = ["O"] + [tag for tag in TAGS[1:] if tag[2:] in unknown]
    tags = [elsewhere if _may_name(word) else ["O"] for word in words]
    for place in free:
        tags[place] = list(TAGS)
    for kind, first, end in marked:
        for place in range(first, end):
            tags[place] = [("B-" if place == first else "I-") + kind]
    return tags


def _may_name(word: str) -> bool:
    return word[:1].isupper() or any(letter.isdigit() for letter in word) or word.lower() in TIME_WORDS


# ---------------------------------------------------------------------------------- wikigold, UNER-EWT, GUM

CONLL = {"PER": "person", "ORG": "group", "LOC": "place", "person": "person", "organization": "group", "place": "place"}


def read_marked(file: Path, part: str) -> list[dict[str, list[str]]]:
    """The sentences of one part of `aux_ner.json`: `words` and `tags`."""
    sentences: list[dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))[part]
    return sentences


def conll_names(words: list[str], tags: list[str]) -> list[list[str]]:
    """Names of wikigold and UNER: persons, organisations, places; what is marked MISC may be a people."""
    marked: list[tuple[str, int, int]] = []
    for label, first, end in spans(tags):
        kind = kind_of(label, words[first:end], CONLL)
        if kind:
            marked.append((kind, first, end))
    return allowed(words, marked, {"people", "time", "quantity"})


def gum_names(tree: Tree, tags: list[str]) -> list[list[str]]:
    """Names of GUM, which marks all mentions: those headed by a proper noun, cut down to the name itself."""
    marked: list[tuple[str, int, int]] = []
    free: set[int] = set()
    for label, first, end in spans(tags):
        cut = _name_within(tree, first, end) if label != "time" else _time_within(tree, first, end)
        kind = "time" if label == "time" else kind_of(label, tree.words[first : cut[1] if cut else end], CONLL)
        if cut and kind:
            marked.append((kind, *cut))
        else:
            free |= {i for i in range(first, end) if tree.upos[i] in ("PROPN", "NUM")}
    taken = {i for _, first, end in marked for i in range(first, end)}
    free |= {i for i in range(len(tree)) if tree.upos[i] == "PROPN" and i not in taken}
    return allowed(tree.words, marked, {"quantity"}, free - taken)


def _name_within(tree: Tree, first: int, end: int) -> tuple[int, int] | None:
    """The run of proper nouns around the head of a mention, with small words inside it."""
    heads = [i for i in range(first, end) if not first <= tree.heads[i] < end]
    if len(heads) != 1 or tree.upos[heads[0]] != "PROPN":
        return None
    low = high = heads[0]
    while low > first and (tree.upos[low - 1] == "PROPN" or _inside(tree, low - 1, first, end)):
        low -= 1
    while high + 1 < end and (tree.upos[high + 1] == "PROPN" or _inside(tree, high + 1, first, end)):
        high += 1
    return low, high + 1


def _inside(tree: Tree, place: int, first: int, end: int) -> bool:
    """Whether a small word links two proper nouns of one mention, as in "University of Damascus"."""
    small = tree.words[place].lower() in ("of", "the", "-", "de", "del", "al", "&", "'", "’")
    return small and first < place < end - 1 and tree.upos[place - 1] in ("PROPN", "ADP") and _proper(tree, place, end)


def _proper(tree: Tree, place: int, end: int) -> bool:
    return any(tree.upos[i] == "PROPN" for i in range(place + 1, min(place + 3, end)))


def _time_within(tree: Tree, first: int, end: int) -> tuple[int, int] | None:
    """A mention of time that holds a number or a named day or month."""
    named = any(tree.upos[i] in ("NUM", "PROPN") for i in range(first, end))
    while named and tree.upos[first] in ("DET", "ADP"):
        first += 1
    return (first, end) if named else None


def with_names(documents: list[list[Paragraph]], sentences: list[dict[str, list[str]]]) -> list[list[Paragraph]]:
    """GUM's documents with the names marked in the same order of sentences."""
    marks = iter(sentences)
    named = []
    for paragraphs in documents:
        named.append([Paragraph([_named(tree, next(marks)) for tree in par.trees]) for par in paragraphs])
    return named


def _named(tree: Tree, sentence: dict[str, list[str]]) -> Tree:
    assert tree.words == sentence["words"], tree.text
    return replace(tree, names=gum_names(tree, sentence["tags"]))


def nationalities(tree: Tree) -> Tree:
    """Mark as a people what the tree shows to be one: an adjective with a capital inside the sentence."""
    if tree.names is None:
        return tree
    names = list(tree.names)
    for i in range(1, len(tree)):
        capital = tree.words[i].istitle() and tree.upos[i] == "ADJ" and len(tree.words[i]) > 3
        if capital and "O" in names[i] and tree.words[i - 1].islower() and tree.gaps[i] != 0:
            names[i] = ["B-people"]
    return replace(tree, names=names)
