"""Marks as groups what corpora of names take apart or call a place: "Syrian army", and a country that acts.

Most corpora mark only "Syrian" as a people and leave "army" out, and a country is a place to them even where it
bombs, says or signs. re3d, whose texts are most like those that the model will read, marks bodies: on its parts from
the UK government and Wikipedia the rule of bodies agrees with it in 49 of 57 cases, that of countries in 8 of 11.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files

from stemmata.language.trees import ROOT
from training.named import LISTS, TAGS, may_be_people
from training.treebank import Tree

BODIES, STATIVE = (frozenset(LISTS[name].split()) for name in ("bodies", "stative"))
_BEFORE_BODY = ("ADJ", "NOUN", "PROPN", "PART")
"""Word classes that stand between a body and what gives it its name: "Assad's own security forces"."""


def with_groups(tree: Tree) -> Tree:
    """Mark bodies that a people, country or person gives its name to, and countries that act."""
    names = list(tree.names or len(tree) * [list(TAGS)])
    for first, end in [*_bodies(tree), *_acting(tree)]:
        names[first:end] = [["B-group"], *(end - first - 1) * [["I-group"]]]
        if end < len(names) and len(names[end]) == 1 and names[end] != ["I-group"]:
            names[end] = [names[end][0].replace("I-", "B-")]  # the rest of a name that was cut in two
    return replace(tree, names=names)


def _bodies(tree: Tree) -> Iterator[tuple[int, int]]:
    """From the first word that gives a name to the noun that it is given to."""
    for noun, word in enumerate(tree.words):
        if word.lower() not in BODIES or tree.upos[noun] not in ("NOUN", "PROPN"):
            continue
        first = noun
        while first and _belongs(tree, first - 1, noun):
            first -= 1
        naming = [i for i in range(first, noun) if _gives_name(tree, i)]
        if naming and not any(_kind(tree, i) in ("group", "facility") for i in range(naming[0], noun + 1)):
            yield naming[0], noun + 1


def _belongs(tree: Tree, i: int, noun: int) -> bool:
    """Whether a word before a noun is part of its phrase."""
    above = i
    while above not in (noun, ROOT):
        above = tree.heads[above]
    return above == noun and (tree.upos[i] in _BEFORE_BODY or tree.words[i] == "-")


def _gives_name(tree: Tree, i: int) -> bool:
    people = may_be_people(tree.words[i]) and tree.upos[i] in ("ADJ", "PROPN")
    marked = tree.names is not None and tree.names[i] in (["B-person"], ["B-place"], ["B-people"])
    return people or marked or _country_from(tree, i, adjectives=True) is not None


def _acting(tree: Tree) -> Iterator[tuple[int, int]]:
    """Countries that are the subject of a verb that does something, or its agent in the passive."""
    for first in range(len(tree)):
        end = _country_from(tree, first)
        if end is None or _kind(tree, first) not in ("", "place"):
            continue
        heads = [i for i in range(first, end) if not first <= tree.heads[i] < end]
        if len(heads) == 1 and _acts(tree, heads[0]):
            yield first, end


def _acts(tree: Tree, i: int) -> bool:
    while tree.relations[i] == "conj":
        i = tree.heads[i]
    verb = tree.heads[i]
    if tree.relations[i] == "obl:agent":
        return True
    return tree.relations[i] == "nsubj" and tree.upos[verb] == "VERB" and tree.lemmas[verb].lower() not in STATIVE


def _country_from(tree: Tree, first: int, adjectives: bool = False) -> int | None:
    """Where the longest country's name that begins here ends."""
    known = _countries(adjectives)
    ends = [end for end in range(first + 1, min(first + 5, len(tree) + 1)) if " ".join(tree.words[first:end]) in known]
    return max(ends, default=None)


def _kind(tree: Tree, i: int) -> str:
    """The kind that a word is marked with, empty where there is none or it is not known."""
    tags = tree.names[i] if tree.names else []
    return tags[0][2:] if len(tags) == 1 else ""


@cache
def _countries(adjectives: bool) -> frozenset[str]:
    lines = files("stemmata").joinpath("codebook/countries.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    columns = ("name", "aliases", "adjectives") if adjectives else ("name", "aliases")
    told = {name.strip() for row in rows for column in columns for name in row[column].split("|")}
    return frozenset(told - {""} | {"U.S.", "U.K."})
