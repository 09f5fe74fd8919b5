"""Names and the index that finds them in a phrase, each told apart from the others that share its spelling."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from stemmata.actors.phrases import REMEMBERED, Token, fold, tokens, written
from stemmata.places.keys import script, skeletons, sounds
from stemmata.tables import Row

FEWEST_CONSONANTS: Final = (3, 5)
"""Consonants that a name of several words, and one of a single word, needs to be known in another spelling. Of the
644,000 names of towns in Latin letters of the default gazetteer 18 are heard like an actor's ("Las Lapas" like Los
Lobos); with a single word of four consonants, 85."""

FEWEST_BONES: Final = 5
"""Consonants that a name needs to be known in Arabic or Cyrillic letters by another spelling, or by one in Latin
letters: Arabic writes few vowels."""

_BONED: Final = ("arabic", "cyrillic")
_PARTICLES: Final = frozenset("e i bin ibn ud ul ur wa wal".split())
"""Small words within romanised names: "Tehreek-e-Taliban", "Khaled bin al-Walid"."""
_VOWELS: Final = re.compile("[aiu]+")

Mark = Literal["always", "in office"]
"""`always` from the first day in office on, `in office` until the last one only."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a name may stand for, and under which conditions."""

    id: str
    entry: str
    """The codebook row, `actors.csv:17`."""
    sort: Literal["name", "state", "seat", "adjective"]
    """`adjective` needs a word beside it that names an organ; `state` and `seat` do not."""
    form: str | None = None
    """For an acronym: its letters in their own case, which must agree."""
    countries: tuple[str, ...] = ()
    """Where it is at home; ISO 3166 alpha-2. Empty: anywhere."""
    bound: bool = False
    """Whether the name counts only in one of those countries."""
    since: date | None = None
    until: date | None = None
    person: bool = False
    """A person's name: another name before it makes it somebody else's."""
    lapses: bool = False
    """Whether the name stands for nobody after `until`, as an office does; a group's name lives on in retrospect."""
    public: Mark | None = None
    """Of a person: from when to when the name may be made public."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a phrase: tokens `first` to `last`, `last` excluded."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    heard: bool = False
    """Whether it is known by how it is heard only, in a spelling that the registry does not hold."""


class Names:
    """Names by their folded form, and by how they are heard; the longest one that begins at a word wins."""

    def __init__(self) -> None:
        self._named: dict[str, tuple[Candidate, ...]] = {}
        self._heard: dict[str, tuple[Candidate, ...]] = {}
        self._boned: dict[str, tuple[Candidate, ...]] = {}
        self._longest: dict[str, int] = {}
        self._most_heard = 0
        self._once = lru_cache(REMEMBERED)(self._read)

    def take(self, row: Row, named: Iterable[tuple[str, Candidate]]) -> None:
        """Take in the names of a row, all or none.

        Raises:
            CodebookError: somebody else bears one, and neither country, day nor case tells the two apart; names both
                rows. Or it folds to nothing that could be told from other words.
        """
        pairs = list(named)
        for name, candidate in pairs:
            self._check(name, candidate, row)
        for name, candidate in pairs:
            self._add(name, candidate)

    def _check(self, name: str, candidate: Candidate, row: Row) -> None:
        if not fold(name):
            raise row.wrong(f"{name!r} holds no letters to know it by")
        for other in self.of(name):
            if other.id != candidate.id and _same_setting(other, candidate, written(name)):
                raise row.wrong(
                    f"{name!r} stands for {candidate.id} and, on {other.entry}, for {other.id};"
                    " give them different countries or days, or take it from one"
                )

    def _add(self, name: str, candidate: Candidate) -> None:
        folded = fold(name)
        self._named[folded] = (*self._named.get(folded, ()), candidate)
        self._once.cache_clear()
        words = folded.split(" ")
        self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        if _is_romanised(candidate) and (heard := _heard(folded)):
            self._heard[heard] = (*self._heard.get(heard, ()), candidate)
            self._most_heard = max(self._most_heard, len(words))
        if _is_romanised(candidate):
            self._boned.clear()  # made anew when it is asked for

    def read(self, phrase: str) -> tuple[Sequence[Token], Sequence[Found]]:
        """The words of a phrase, and the names in it as `scan` finds them; documents repeat the names of their war."""
        return self._once(phrase)

    def _read(self, phrase: str) -> tuple[Sequence[Token], Sequence[Found]]:
        words = tokens(phrase)
        return words, self.scan(words)

    def scan(self, phrase: Sequence[Token]) -> list[Found]:
        """The names in a phrase, left to right, the longest first, none inside another."""
        found, at = [], 0
        folded = [token.folded for token in phrase]
        while at < len(phrase):
            hit = self._exactly_at(phrase, folded, at) or self._heard_at(phrase, folded, at)
            hit = hit or self._boned_at(phrase, at)
            if hit:
                found.append(hit)
            at = hit.last if hit else at + 1
        return found

    def of(self, name: str) -> tuple[Candidate, ...]:
        """All that exactly this name may stand for, whatever the day, the country and the case."""
        return self._named.get(fold(name), ())

    def __iter__(self) -> Iterator[tuple[str, tuple[Candidate, ...]]]:
        """Every name in its folded form, with what it may stand for."""
        return iter(self._named.items())

    def _exactly_at(self, phrase: Sequence[Token], folded: list[str], at: int) -> Found | None:
        longest = self._longest.get(folded[at], 0)
        if (singular := _singular(folded[at])) != folded[at]:
            longest = max(longest, self._longest.get(singular, 0))
        for end in range(min(at + longest, len(phrase)), at, -1):
            if candidates := self._fitting(phrase, folded, at, end):
                return Found(at, end, candidates)
        return None

    def _fitting(self, phrase: Sequence[Token], folded: list[str], at: int, end: int) -> tuple[Candidate, ...]:
        """Candidates for exactly these words; an acronym must keep its case, a plural's or possessive's `s` may go."""
        name = " ".join(folded[at:end])
        named = self._named.get(name, ())
        plural = self._named.get(name[:-1], ()) if _singular(folded[end - 1]) != folded[end - 1] else ()
        if not named and not plural:
            return ()
        form = " ".join([token.form for token in phrase[at:end]])
        exact = tuple(c for c in named if c.form in (None, form))
        return exact or tuple(c for c in plural if c.sort != "adjective" and c.form in (None, form[:-1]))

    def _heard_at(self, phrase: Sequence[Token], folded: list[str], at: int) -> Found | None:
        """A name in another spelling: "Jeish al-Izzah" is heard like "Jaysh al-Izza". Every word of it is a name's."""
        last = at
        while last < len(phrase) and last - at < self._most_heard and _may_be_heard(phrase[last]):
            last += 1
        for end in range(last, at, -1):
            if candidates := self._heard.get(_heard(" ".join(folded[at:end])), ()):
                return Found(at, end, candidates, heard=True)
        return None

    def _boned_at(self, phrase: Sequence[Token], at: int) -> Found | None:
        """A name in Arabic or Cyrillic letters that no row has so, by its consonants: "قوات سوريا الديموقراطية"."""
        if phrase[at].form.isascii():
            return None
        last = at
        while last < len(phrase) and last - at < self._most_heard and script(phrase[last].form) in _BONED:
            last += 1
        for end in range(last, at, -1):
            if candidates := self._of_bones(_bones(" ".join(token.form for token in phrase[at:end]))):
                return Found(at, end, candidates, heard=True)
        return None

    def _of_bones(self, bones: Iterable[str]) -> tuple[Candidate, ...]:
        if not self._boned:
            for name, candidates in self._named.items():
                for one in _bones(name):
                    self._boned[one] = (*self._boned.get(one, ()), *filter(_is_romanised, candidates))
        return tuple(dict.fromkeys(candidate for one in bones for candidate in self._boned.get(one, ())))


def _is_romanised(candidate: Candidate) -> bool:
    """Whether a name may come in other spellings: a group's may, a description is English, a leader has namesakes."""
    return candidate.sort == "name" and candidate.form is None and not candidate.lapses


def _may_be_heard(token: Token) -> bool:
    if token.form in _PARTICLES:
        return True
    return token.capitalised and not token.breaks and token.form[0].isalpha() and not token.form.isupper()


@lru_cache(maxsize=65536)
def _heard(folded: str) -> str:
    """How a name is heard: its consonants, with one mark for whatever vowels stand between. Empty for a short name,
    and for one that is not written in Latin letters.

    Romanisations agree on where vowels stand and disagree on which they are; English words differ in both.
    """
    if script(folded) != "latin" or any(char.isdigit() for char in folded):
        return ""
    heard = _VOWELS.sub("-", sounds(folded))
    fewest = FEWEST_CONSONANTS[" " not in folded]
    return heard if len(heard.replace("-", "")) >= fewest else ""


def _bones(name: str) -> tuple[str, ...]:
    """The consonants of a name by `places.keys`, across scripts; none where they are too few to know it by.

    Russian writes h as kh, and j as dj.
    """
    found = (bones.replace("dj", "j").replace("x", "h") for bones in skeletons(name))
    return tuple(bones for bones in found if len(bones) >= FEWEST_BONES)


def _singular(word: str) -> str:
    """Without a plural's or a bare possessive's `s`: texts thinned of apostrophes write "Assads forces"."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _same_setting(one: Candidate, other: Candidate, form: str) -> bool:
    """Whether neither days, countries nor case tell two bearers of a name apart; it is given as it is written."""
    apart_in_time = (one.until and other.since and one.until <= other.since) or (
        other.until and one.since and other.until <= one.since
    )
    apart_in_space = one.countries and other.countries and not set(one.countries) & set(other.countries)
    bound = one.bound != other.bound
    return not (apart_in_time or apart_in_space or bound or (one.form or form) != (other.form or form))
