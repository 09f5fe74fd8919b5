"""What a parser gives: sentences of words in a Universal Dependencies v2 tree, with names.

This is the contract between any language model and the coder. Labels are UD v2 (`nsubj:pass`,
`obl:agent`, `nmod:poss`, …); offsets count in the document's text, not in the sentence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

NameKind = Literal["person", "group", "place", "facility", "people", "time", "quantity", "weapon"]
"""person · organisation or armed group · location · facility · nationality or religious or political
group · date or time · quantity · weapon or platform."""

ROOT = -1
"""The head of a sentence's root."""


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word of UD; "don't" is two words that share no character."""

    index: int
    """Position in its sentence, from 0."""
    start: int
    end: int
    """Offsets in the document's text."""
    text: str
    lemma: str
    """Lower case, except for proper nouns."""
    upos: str
    xpos: str
    """Penn Treebank tag."""
    feats: str
    """UD features as in CoNLL-U, `Number=Plur`; empty where there are none."""
    head: int
    """Index of the governing word in the same sentence; ROOT for the root."""
    deprel: str


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing: words `first` to `last` of the sentence, both inclusive."""

    kind: NameKind
    first: int
    last: int


@dataclass(frozen=True)
class Sentence:
    """One sentence's tree. `start` and `end` are offsets in the document's text."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @cached_property
    def _below(self) -> list[list[Word]]:
        lists: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != ROOT:
                lists[word.head].append(word)
        return lists

    @property
    def root(self) -> Word:
        return next(word for word in self.words if word.head == ROOT)

    def head(self, word: Word) -> Word | None:
        """The governor of a word, None for the root."""
        return None if word.head == ROOT else self.words[word.head]

    def children(self, word: Word, *relations: str) -> list[Word]:
        """The dependents of a word in text order; with relations, only those (`nsubj` takes `nsubj:pass` too)."""
        return [c for c in self._below[word.index] if not relations or matches(c.deprel, relations)]

    def child(self, word: Word, *relations: str) -> Word | None:
        """The first dependent of those relations."""
        return next((c for c in self._below[word.index] if not relations or matches(c.deprel, relations)), None)

    def subtree(self, word: Word, without: Sequence[str] = ()) -> list[Word]:
        """A word and all below it in text order, leaving out branches of the relations in `without`."""
        found, queue = [], [word]
        while queue:
            current = queue.pop()
            found.append(current)
            queue += [c for c in self.children(current) if not (without and matches(c.deprel, without))]
        return sorted(found, key=lambda w: w.index)

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The governors of a word, nearest first."""
        while (above := self.head(word)) is not None:
            yield above
            word = above


def matches(deprel: str, relations: Sequence[str]) -> bool:
    """Tell whether a relation is one of those, or a subtype of one of those."""
    return deprel in relations or (":" in deprel and deprel.partition(":")[0] in relations)


class Parser(Protocol):
    """Anything that turns text into trees: the shipped model, spaCy, a CoNLL-U file."""

    @property
    def fingerprint(self) -> str:
        """Names the model and its version; every coding carries it."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Return the sentences of each stretch (start, end) of the text, in order; none crosses a stretch.

        Every word's `text[start:end]` slices back to its `text`; words never overlap.
        """
