"""Which words beside a name introduce an official: "the mayor of Kharkiv, Ivan Kovalenko", "army spokesman Adam Haru".

Read are the words just before a name and those of an apposition after it, by the classes of `offices.csv`. What could
be read in two ways introduces nobody: "Omar Ali, the governor, and two guards" may be a list of four.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.actors.loading import load_registry
from stemmata.actors.phrases import Role, Token, fold, tokens
from stemmata.actors.registry import Registry
from stemmata.actors.sources import load_sources
from stemmata.tables import read_table

Class = Literal["alone", "title", "of_state", "of_body", "body", "field", "rank", "not"]

REACH: Final = 160
"""Characters beside a name in which an office is looked for."""
LONGEST: Final = 12
"""Words of an introduction that are read."""

_SHORT: Final = 6
"""Letters that an abbreviated title stays under."""
_MOST_MODIFIERS: Final = 5
_PIECE: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_](?:[\w'’./&-]*\w)?|[^\w\s]|\n")
_OFFICES: Final = frozenset(("alone", "title", "of_state", "of_body"))
_LINKS: Final = frozenset(("of", "for", "in", "at", "with"))
_ARTICLES: Final = frozenset(("the", "a", "an"))
_SMALL: Final = frozenset((*_LINKS, *_ARTICLES, "and", "de", "du", "al", "el"))
_CLOSING: Final = frozenset(",.;:)(\n")
_UNARMED: Final = frozenset[Role](("civilian", "protester", "person"))
_BREAKS: Final = frozenset(
    (*_SMALL, *("or", "but", "said", "told", "by", "to", "from", "that", "which", "who", "when", "after", "as", "is"))
)
_NO_OFFICIALS: Final = frozenset(("party", "body", "civilians", "protesters", "rioters"))
"""Kinds of actors whose heads and spokesmen are none; the bodies of the United Nations are told apart from these."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text, or a mark between words, with its offsets."""

    form: str
    start: int
    end: int

    @property
    def folded(self) -> str:
        return fold(self.form) or self.form.casefold()

    @property
    def capitalised(self) -> bool:
        return self.form[0].isalnum() and not self.form[0].islower()


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The words and marks of a stretch of text."""
    found = _PIECE.finditer(text, max(0, start), min(len(text), end))
    return [Piece(match[0], match.start(), match.end()) for match in found]


class Offices:
    """The words of `offices.csv`, with the bodies of the registry that they may stand beside."""

    def __init__(self, words: Mapping[str, Class], registry: Registry, nations: frozenset[str]) -> None:
        self._words = words
        self._registry = registry
        self._nations = nations

    def leads(self, piece: Piece) -> bool:
        """Whether a word stands before a name without being part of it: an office or a rank."""
        return self._of(piece) in _OFFICES or self._of(piece) == "rank"

    def told(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the words stand that introduce the name at these offsets with an office."""
        return self._before(text, start, end) or self._after(text, end)

    def _of(self, piece: Piece) -> Class | None:
        return self._words.get(piece.folded)

    def _before(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """An office before a name: "General Haru", "the mayor of Kharkiv, Ivan Kovalenko"."""
        words = self._pieces(text, start - REACH, start)
        while words and self._of(words[-1]) == "rank":
            words.pop()
        apart = bool(words) and words[-1].form == ","
        if apart:
            words.pop()
        words = _unbroken(words)
        if not words or (apart and _goes_on(text, end)):
            return None
        if self._of(words[-1]) in _OFFICES:
            return self._office(words, len(words) - 1, beside_name=not apart)
        at = next((n for n in range(len(words) - 2, -1, -1) if self._of(words[n]) in _OFFICES), None)
        if at is None or words[at + 1].folded not in _LINKS:
            return None
        plain = all(self._may_follow(word, common=apart) for word in words[at + 2 :])
        return self._office(words, at) if plain else None

    def _after(self, text: str, end: int) -> tuple[int, int] | None:
        """An office in an apposition: ", a spokesman for the army," or "(governor of Idlib)"."""
        words = self._pieces(text, end, end + REACH)
        if not words or words[0].form not in (",", "("):
            return None
        inside = words.pop(0).form == "("
        if len(words) > 1 and words[0].form.isdigit() and words[1].form == ",":
            words = words[2:]
        until = next((n for n, word in enumerate(words) if word.form in _CLOSING), len(words))
        words, closing = words[:until], words[until : until + 2]
        listed = bool(words) and words[0].folded in _ARTICLES and any(word.folded == "and" for word in words)
        if not words or len(words) > LONGEST or listed or (_opens(closing) and not inside):
            return None
        at = next((n for n, word in enumerate(words) if word.folded in _LINKS), len(words)) - 1
        plain = all(self._may_follow(word, common=True) for word in words[at + 2 :])
        return self._office(words, at) if at >= 0 and plain and self._of(words[at]) in _OFFICES else None

    def _office(self, words: Sequence[Piece], at: int, *, beside_name: bool = False) -> tuple[int, int] | None:
        """Where an office stands with the words that belong to it; None where these make it none."""
        begins = next((n + 1 for n in range(at - 1, -1, -1) if words[n].folded in _BREAKS), 0)
        begins = max(begins, at - _MOST_MODIFIERS)
        modifiers, rest = words[begins:at], words[at + 2 :]
        office = self._of(words[at])
        beside = modifiers if office == "alone" else [*modifiers, *rest]
        if any(self._is_private(word) for word in beside) or (not beside_name and _is_anothers(words[:begins])):
            return None
        titled = office == "title" and beside_name and words[at].capitalised
        if office != "alone" and not titled and not self._has_body(modifiers, rest, of_state=office != "of_body"):
            return None
        return words[begins].start, words[-1].end

    def _is_private(self, word: Piece) -> bool:
        """Whether a word beside an office leaves the person private: "former", "hospital", "residents"."""
        unarmed = not word.capitalised and self._registry.roles.get(word.folded, frozenset()) & _UNARMED
        return bool(unarmed) or any(self._words.get(part) == "not" for part in word.folded.split())

    def _has_body(self, modifiers: Sequence[Piece], rest: Sequence[Piece], *, of_state: bool) -> bool:
        """Whether a body that has officials stands beside an office; a state's adjective counts for some offices."""
        if self._names_a_body(modifiers) or self._names_a_body(rest):
            return True
        return self._names_a_state(rest, alone=True) or (of_state and self._names_a_state(modifiers, alone=False))

    def _names_a_body(self, words: Sequence[Piece]) -> bool:
        phrase = _phrase(words)
        told = [token.folded for token in phrase]
        told += [f"{one} {two}" for one, two in pairwise(told)]
        if any("organ" in self._registry.roles.get(word, ()) or self._words.get(word) == "body" for word in told):
            return True
        found = (one for name in self._registry.names.scan(phrase) for one in name.candidates)
        return any(one.sort == "name" and not one.person and self._has_officials(one.id) for one in found)

    def _names_a_state(self, words: Sequence[Piece], *, alone: bool) -> bool:
        phrase = _phrase(words)
        states = [n for n in self._registry.names.scan(phrase) if any(one.sort != "name" for one in n.candidates)]
        return bool(states) and (not alone or (states[0].first, states[0].last) == (0, len(phrase)))

    def _has_officials(self, actor: str) -> bool:
        return actor in self._nations or self._registry.actors[actor].kind not in _NO_OFFICIALS

    def _may_follow(self, word: Piece, *, common: bool) -> bool:
        """Whether a word may stand in the name of a body or place behind an office; a verb may not."""
        known = common and (self._registry.roles.get(word.folded) or self._words.get(word.folded))
        return word.capitalised or word.folded in _SMALL or bool(known)

    def _pieces(self, text: str, start: int, end: int) -> list[Piece]:
        """Words and marks, without the points of abbreviated titles: "Gen."."""
        found = pieces(text, start, end)
        short = [mark.form == "." and self.leads(word) and len(word.form) < _SHORT for word, mark in pairwise(found)]
        return [piece for piece, is_point in zip(found, (False, *short), strict=bool(found)) if not is_point]


def _phrase(words: Sequence[Piece]) -> Sequence[Token]:
    return tokens(" ".join(word.form for word in words))


def _is_anothers(before: Sequence[Piece]) -> bool:
    """Whether the words before an office make it another's: "the wife of the governor of Idlib, ..."."""
    told = [word.folded for word in before if word.folded not in _ARTICLES]
    return bool(told) and (told[-1] in ("of", "for") or (told[-1] == "to" and told[-2:-1] != ["according"]))


def _unbroken(words: Sequence[Piece]) -> list[Piece]:
    """The last words that no mark parts from the name; those before a comma only tell where a list may stand."""
    begins = next((n + 1 for n in range(len(words) - 1, -1, -1) if not words[n].form[0].isalnum()), 0)
    return list(words[max(begins, len(words) - LONGEST) :])


def _goes_on(text: str, end: int) -> bool:
    """Whether "and" follows a name: what stands before its comma may be another of a list."""
    after = [piece.form for piece in pieces(text, end, end + 20)[:2]]
    return after[:1] == ["and"] or after == [",", "and"]


def _opens(closing: Sequence[Piece]) -> bool:
    """Whether "and" or a name follows the comma that closes an apposition: it may be the next of a list."""
    after = closing[1] if len(closing) > 1 and closing[0].form == "," else None
    return after is not None and (after.form == "and" or after.capitalised)


def load_offices(folder: Path, own: Path | None = None) -> Offices:
    """The words that introduce an official, beside the registry of these folders.

    Raises:
        CodebookError: a class is unknown or a word stands twice; names file and line.
    """
    sources = load_sources(folder, own).sources.values()
    return Offices(_classes(folder), load_registry(folder, own), frozenset(s.id for s in sources if s.kind == "un"))


@cache
def _classes(folder: Path) -> dict[str, Class]:
    classes: dict[str, Class] = {}
    for row in read_table(folder / "offices.csv", ("class", "words")):
        row.one_of("class", get_args(Class))
        for word in row.several("words"):
            if fold(word) in classes:
                raise row.wrong(f"{word!r} stands in this table twice")
            classes[fold(word)] = row["class"]  # type: ignore[assignment]  # checked by one_of
    return classes
