"""What a parser gives: sentences of words in a Universal Dependencies v2 tree, with names.

This is the contract between any language model and the coder. Labels are UD v2 (`nsubj:pass`,
`obl:agent`, `nmod:poss`, …); offsets count in the document's text, not in the sentence.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import update_wrapper
from operator import attrgetter
from typing import Any, Concatenate, Final, Literal, ParamSpec, Protocol, TypeVar, cast

NameKind = Literal["person", "group", "place", "facility", "people", "time", "quantity", "weapon"]
"""person · organisation or armed group · location · facility · nationality or religious or political
group · date or time · quantity · weapon or platform."""

ROOT: Final = -1
"""The head of a sentence's root."""


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A syntactic word of UD; "don't" is two words that share no character. It is equal to itself alone."""

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
    spelled: tuple[str, ...] = field(default=(), init=False, repr=False)
    """The spellings under which a table may list it, kept with the word by whoever asked first."""


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A named thing: words `first` to `last` of the sentence, both inclusive."""

    kind: NameKind
    first: int
    last: int


@dataclass(frozen=True)
class Sentence:
    """One sentence's tree. `start` and `end` are offsets in the document's text."""

    words: Words
    names: tuple[Name, ...] = ()
    low: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The words as they stand, in lower case."""
    answers: dict[Hashable, Any] = field(init=False, repr=False, compare=False)
    """What `asked_once` keeps, by question."""
    _below: list[Words] = field(init=False, repr=False, compare=False)
    _relations: list[frozenset[str] | None] = field(init=False, repr=False, compare=False)
    """Of each word the relations of its dependents, whole and without subtype, once somebody asked."""

    def __post_init__(self) -> None:
        lists: list[list[Word]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != ROOT:
                lists[word.head].append(word)
        object.__setattr__(self, "low", tuple([word.text.lower() for word in self.words]))
        object.__setattr__(self, "answers", {})
        object.__setattr__(self, "_below", [tuple(below) for below in lists])
        object.__setattr__(self, "_relations", [None] * len(lists))

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def root(self) -> Word:
        return next(word for word in self.words if word.head == ROOT)

    def head(self, word: Word) -> Word | None:
        """The governor of a word, None for the root."""
        return None if word.head == ROOT else self.words[word.head]

    def children(self, word: Word, *relations: str) -> Words:
        """The dependents of a word in text order; with relations, only those (`nsubj` takes `nsubj:pass` too)."""
        below = self._below[word.index]
        if not below or not relations:
            return below
        if not self._governs(word.index, relations):
            return ()  # as most questions end
        return tuple([c for c in below if matches(c.deprel, relations)])

    def child(self, word: Word, *relations: str) -> Word | None:
        """The first dependent of those relations."""
        below = self._below[word.index]
        if not below or not relations:
            return below[0] if below else None
        if not self._governs(word.index, relations):
            return None
        return next((c for c in below if matches(c.deprel, relations)), None)

    def _governs(self, index: int, relations: Sequence[str]) -> bool:
        """Whether a word has a dependent of one of those relations."""
        known = self._relations[index]
        if known is None:
            whole = [word.deprel for word in self._below[index]]
            known = self._relations[index] = frozenset([*whole, *[deprel.partition(":")[0] for deprel in whole]])
        return not known.isdisjoint(relations)

    def subtree(self, word: Word, without: Sequence[str] = ()) -> list[Word]:
        """A word and all below it in text order, leaving out branches of the relations in `without`."""
        found = [word]
        for current in found:
            below = self._below[current.index]
            found += [c for c in below if not matches(c.deprel, without)] if without else below
        return sorted(found, key=attrgetter("index"))

    def ancestors(self, word: Word) -> Iterator[Word]:
        """The governors of a word, nearest first."""
        while (above := self.head(word)) is not None:
            yield above
            word = above


def matches(deprel: str, relations: Sequence[str]) -> bool:
    """Tell whether a relation is one of those, or a subtype of one of those."""
    return deprel in relations or (":" in deprel and deprel.partition(":")[0] in relations)


UNTOLD: Final = object()
"""Stands for an argument that is not given, and for an answer that is not known yet."""
About = ParamSpec("About")
Answer = TypeVar("Answer")


def asked_once(
    question: Callable[Concatenate[Sentence, About], Answer],
) -> Callable[Concatenate[Sentence, About], Answer]:
    """Keep the answers to a question about a tree with the tree: many rules ask the same of the same words.

    The question's answer must be a value that nobody changes, and follow from the tree and the arguments alone: at most
    three, given by place.
    """

    # Written out for three arguments, which takes a third of the time of `*about`: most answers are kept already.
    def answer(sentence: Sentence, about: Any = UNTOLD, more: Any = UNTOLD, most: Any = UNTOLD) -> Any:
        answers: dict[Any, Any] | None = sentence.answers.get(question)
        if answers is None:
            answers = sentence.answers[question] = {}
        key: Any = about if more is UNTOLD else (about, more, most)
        found: Any = answers.get(key, UNTOLD)
        if found is UNTOLD:
            told = [given for given in (about, more, most) if given is not UNTOLD]
            found = answers[key] = question(sentence, *told)  # type: ignore[call-arg]
        return found

    return cast(Callable[Concatenate[Sentence, About], Answer], update_wrapper(answer, question))


class Parser(Protocol):
    """Anything that turns text into trees: the shipped model, spaCy, a CoNLL-U file."""

    @property
    def fingerprint(self) -> str:
        """Names the model and its version; every coding carries it."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Return the sentences of each stretch (start, end) of the text, in order; none crosses a stretch.

        Every word's `text` is what stands at its offsets, written out where that is shorthand ("w/"). Words never
        overlap.
        """
