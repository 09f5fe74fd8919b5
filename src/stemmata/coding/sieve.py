"""Lets a text without any trigger pass before the language model reads it.

A form of the lexicon can only be found where each of its words stands in some inflection. The sieve knows nothing of
syntax: it makes more inflections than English has, and so loses none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

Need = tuple[frozenset[str], ...]
"""What a form needs beside its head: for each other word its inflections."""

_WORD: Final = re.compile(r"[^\W\d_]+")


class Sieve:
    """The words of a lexicon's forms, inflected; a form comes with the word that heads it."""

    def __init__(self, forms: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        needs: dict[str, set[Need]] = defaultdict(set)
        for head, form in forms:
            *_, last = _WORD.findall(head) or [head]  # the last of "counter-offensive" inflects
            others = tuple(inflections(word) for word in form if word != head and word.isalpha())
            for surface in inflections(last):
                needs[surface].add(others)
        self._needs: Mapping[str, tuple[Need, ...]] = {s: tuple(sorted(n, key=len)) for s, n in needs.items()}

    def may_report(self, text: str) -> bool:
        """Tell whether a text holds all the words of any trigger."""
        words = set(_WORD.findall(text.lower()))
        return any(self._is_whole(word, words) for word in words if word in self._needs)

    def _is_whole(self, head: str, words: set[str]) -> bool:
        return any(all(not other.isdisjoint(words) for other in need) for need in self._needs[head])


@cache
def inflections(lemma: str) -> frozenset[str]:
    """All that a lemma may look like in a text, and more."""
    stem = lemma.removesuffix("e")
    made = {lemma, *(lemma + end for end in ("s", "es", "d", "ed", "ing", "er", "ers"))}
    made |= {stem + end for end in ("ed", "ing", "es", "er", "ers", "ion", "ions")}
    made |= {lemma + lemma[-1] + end for end in ("ed", "ing", "er", "ers")}
    if lemma.endswith("y"):
        made |= {lemma[:-1] + end for end in ("ies", "ied")}
    if lemma.endswith("ie"):
        made.add(lemma[:-2] + "ying")
    if lemma.endswith("man"):
        made.add(lemma[:-2] + "en")
    return frozenset(made | _irregular().get(lemma, frozenset()))


@cache
def _irregular() -> Mapping[str, frozenset[str]]:
    """The past tenses and participles of irregular verbs by their base form."""
    lines = files("stemmata.language").joinpath("irregular.txt").read_text(encoding="utf-8").splitlines()
    forms: dict[str, frozenset[str]] = {}
    for base, *others in (line.split() for line in lines if line.strip() and not line.startswith("#")):
        forms[base] = forms.get(base, frozenset()) | frozenset(others)
    return forms
