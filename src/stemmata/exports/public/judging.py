"""Which words of a text the public may read: all that something explains, and none of a name that nothing does.

A name is a run of words in capitals. It stays where every word of it is explained: by the registries of actors and
sources, by the places of the event and the divisions of its country, by a state or its people, by words that make it
the name of a body ("Marun Relief Centre"); or where the text introduces a public person with it. All other runs are
withheld whole. Words in small letters stay where they are common ones. Where a text is all in capitals or in none, each
word is judged by itself, and so is every word in another script than Latin.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from stemmata.actors.phrases import fold
from stemmata.actors.public import public_person
from stemmata.exports.public.explaining import EXPLAINED, Explained, Known, Slot, Stretch, name_at
from stemmata.exports.public.lexicon import (
    closes_a_body,
    is_common,
    is_for_people,
    is_person,
    place_words,
    stands_alone,
    time_words,
    words_of,
)
from stemmata.exports.public.words import Word, accounts, is_caseless, words_in
from stemmata.records import WITHHELD

_OPENS: Final = re.compile(r"(?:^|[.!?\n:“”\"])[\s“\"‘'(\[]*$")
_AGE: Final = re.compile(r"(?:['’]s)?\s*[,(]?\s*(?:aged\s+)?\d{1,2}(?:[\s-]+(?:years?|months?)|[,.)\s]|$)")
_OWNED: Final = re.compile(r"['’]s?\s+((?:[^\W\d]+\s+)?[^\W\d]+)|\s+([^\W\d]+)")
_AND_OTHERS: Final = re.compile(r"^(?:(?:,|,?\s+and)(?:\s+[^\W\d_a-z][\w’'-]*){1,3})+(?=\s)")
_APPOSITION: Final = re.compile(r",\s(?:[^\W\d]+\s){0,3}[^\W\d]+")
_PERSONS: Final = frozenset(("who", "whose", "his", "her", "my", "our"))
_SETS_APART: Final = frozenset(("the", "a", "an", "its", "their", "our", "this", "that", "by", "and"))
_LINKS: Final = frozenset(("of", "for", "and"))
_BEFORE_OWNERS: Final = frozenset(("the", "of", "his", "her", "their", "a"))
_MARKS: Final = frozenset(".,;:!?()[]%&/'’\"“”‘-–—…$€£")


@dataclass(frozen=True, slots=True)
class Judged:
    """A text with the words of it that stay."""

    text: str
    words: Sequence[Word]
    stays: Sequence[bool]
    """For each word."""
    names: frozenset[str]
    """The words that are withheld, folded, but for common ones."""

    def shown(self, start: int = 0, end: int | None = None) -> str:
        """A stretch of the text as the public may read it."""
        end = len(self.text) if end is None else end
        told: list[str] = []
        at, hid = start, False
        for word, stays in zip(self.words, self.stays, strict=True):
            if word.end <= start or word.start >= end:
                continue
            part = self.text[max(start, word.start) : min(end, word.end)]
            if stays or not hid:
                told += [_marks(self.text[at : word.start]), part if stays else WITHHELD]
            at, hid = word.end, not stays
        return "".join([*told, _marks(self.text[at:end])]).strip() or WITHHELD


def judged(text: str, known: Known, slots: Iterable[tuple[Slot, Stretch]] = ()) -> Judged:
    """Judge every word of a text.

    Args:
        text: a passage, or the words of one value.
        known: what explains names.
        slots: what stretches of it are known to tell.
    """
    words = words_in(text)
    judge = _Judge(text, words, known, tuple(slots))
    stays = judge.judge()
    hidden = [w for w, s, why in zip(words, stays, judge.explained, strict=True) if not s and why not in EXPLAINED]
    names = frozenset(
        fold(word.form) for word in hidden if word.plain in words_of("given") or not is_common(word.plain)
    )
    return Judged(text, words, stays, names - {""} - words_of("particle"))


@dataclass(slots=True)
class _Judge:
    text: str
    words: Sequence[Word]
    known: Known
    slots: Sequence[tuple[Slot, Stretch]]
    explained: list[Explained | None] = field(default_factory=list)
    begins: dict[int, int] = field(default_factory=dict)
    """Word of an explained name → where the name begins."""

    def judge(self) -> list[bool]:
        caseless = is_caseless(self.words)
        self.explained = [self._alone(at, caseless) for at in range(len(self.words))]
        self._explain_names()
        stays = [why is not None for why in self.explained]
        for first, last in self._runs(caseless):
            stays[first:last] = [self._run_stays(first, last, caseless)] * (last - first)
        for at in accounts(self.text, self.words, [self._slot(word) == "time" for word in self.words]):
            stays[at] = False
        return stays

    def _slot(self, word: Word) -> Slot | None:
        told = (slot for slot, (start, end) in self.slots if start <= word.start and word.end <= end)
        return next((slot for slot in told if slot != "nobody"), None)

    # ------------------------------------------------------------------------------------------- single words

    def _alone(self, at: int, caseless: bool) -> Explained | None:
        """What explains a word by itself; None where nothing does."""
        word, slot = self.words[at], self._slot(self.words[at])
        if fold(word.form) in self.known.withheld and slot not in ("deed", "time"):
            return None
        if word.is_number:
            return "number"
        if slot == "place":
            return "place"
        if slot == "time" and all(part in time_words() or is_common(part) or part.isdigit() for part in word.parts):
            return "time"
        if not word.is_latin or not all(is_common(part) or part.isdigit() for part in word.parts):
            return None
        if slot == "deed":
            return "common"
        if word.is_named:
            return "common" if self._is_common_in_capitals(at, caseless) else None
        given = word.plain in words_of("given")
        return None if given and (caseless or len(self.words) == 1) else "common"

    def _is_common_in_capitals(self, at: int, caseless: bool) -> bool:
        word = self.words[at]
        if word.plain in words_of("given"):
            return False
        initial = len(word.plain) == 1 and self.text[word.end : word.end + 1] != " "
        if caseless:
            return len(word.plain) > 1 or word.plain == "a"
        if _OPENS.search(self.text[: word.start]):
            after = self.words[at + 1] if at + 1 < len(self.words) else None
            followed = after is not None and not after.is_named and is_for_people(after.plain)
            small = word.plain in words_of("small") and not initial
            if small or followed or stands_alone(word.plain):
                return True
        return self._is_of_a_body(at)

    def _is_of_a_body(self, at: int) -> bool:
        """Whether a common word in capitals is one of a body's name: "Relief" in "Marun Relief Centre"."""
        last = at
        while last + 1 < len(self.words) and self._joined(last, last + 1):
            last += 1
        before = at - 1
        if closes_a_body(self.words[last].plain):
            alone = last == at and not (at and self._joined(before, at))
            apart = at == 0 or self.words[before].plain in _SETS_APART or self.words[before].is_number
            return not alone or apart
        while before >= 0 and self._joined(before, before + 1):
            before -= 1
        if before < 1 or self.words[before].plain not in _LINKS:
            return False
        return self.words[before - 1].is_named and closes_a_body(self.words[before - 1].plain)

    # -------------------------------------------------------------------------------------------------- names

    def _explain_names(self) -> None:
        """Mark the words of names that the registries or the places of the event know, the longest first."""
        at = 0
        while at < len(self.words):
            found = name_at(self.text, self.words, at, self.known)
            if found is None:
                at += 1
                continue
            last, why = found
            for one in range(at, last):
                if fold(self.words[one].form) not in self.known.withheld - {""}:
                    self.explained[one] = why
                    self.begins[one] = at
            at = last

    def _runs(self, caseless: bool) -> Iterator[tuple[int, int]]:
        """Runs of words that are one name, as first and last (excluded); single words where capitals tell nothing."""
        at = 0
        while at < len(self.words):
            last = at
            while not caseless and last + 1 < len(self.words) and self._joined(last, last + 1):
                last += 1
            while last > at and not self.words[last].is_named:
                last -= 1
            if caseless or (self.words[at].is_named and not self.words[at].is_number):
                yield at, last + 1
            at = last + 1

    def _joined(self, one: int, other: int) -> bool:
        """Whether two neighbours belong to one name: capitals beside capitals, or with a particle between."""
        first, second = self.words[one], self.words[other]
        gap = self.text[first.end : second.start]
        initial = gap.strip() == "." and len(first.plain) < 5
        slots = {self._slot(first), self._slot(second)}
        apart = len(slots) > 1 and slots & {"time", "deed"}
        if apart or (gap.strip(" \u00a0‐‑-") and not initial):
            return False
        of_names = (word.is_named or word.plain in words_of("particle") for word in (first, second))
        return all(of_names) and (first.is_named or second.is_named)

    def _run_stays(self, first: int, last: int, caseless: bool) -> bool:
        """Whether a run stays: all of it is explained and it is nobody's own name, or it is a public person's."""
        told = self.explained[first:last]
        lone_body = last == first + 1 and self.words[first].plain in words_of("given")
        named = [at for at in range(first, last) if self.explained[at] in ("place", "state")]
        places = {self.begins.get(at) for at in named if self._slot(self.words[at]) != "place"}
        if all(told) and len(places) < 2:  # "Jordan Paris" is no place
            sure = "body" in told and not lone_body
            people = last == first + 1 and told == ["people"] and not self.words[first].plain.endswith("s")
            return sure or not (named or lone_body or people) or not self._is_somebodys(first, last)
        start, end = self.words[first].start, self.words[last - 1].end
        hidden = any(fold(word.form) in self.known.withheld for word in self.words[first:last])
        return not caseless and not hidden and public_person(self.text, start, end, day=self.known.day) is not None

    def _is_described(self, after: str) -> bool:
        """Whether an apposition tells of a person: ", a nurse", ", her brother"; ", a town in the north" tells none."""
        told = _APPOSITION.match(after)
        if told is None:
            return False
        words = told[0].lower().split()[1:]
        return words[0] in _PERSONS or any(is_person(word) for word in words[1:] if word not in place_words())

    def _is_somebodys(self, first: int, last: int) -> bool:
        """Whether the name of a place or state is a person's here: it is all that is told of somebody, or kin, a home,
        an age or a word for a person stands beside it."""
        start, end = self.words[first].start, self.words[last - 1].end
        if any(slot == "nobody" and start <= of[0] and of[1] <= end for slot, of in self.slots):
            return True
        owners, after = words_of("kin") | words_of("home"), _AND_OTHERS.sub("", self.text[end:])
        owned = _OWNED.match(after)
        if (
            _AGE.match(after)
            or self._is_described(after)
            or (owned and set((owned[1] or owned[2]).lower().split()) & owners)
        ):
            return True
        before = list(self.words[max(0, first - 4) : first])
        if before and self.text[before[-1].end : start] == " " and not (owned and is_for_people(owned[2] or "")):
            word = before[-1]
            if is_person(word.plain) and not word.is_named and not word.plain.endswith("s"):
                return True
        while before and before[-1].plain in _BEFORE_OWNERS:
            before.pop()
        return bool(before) and before[-1].plain in owners


def _marks(gap: str) -> str:
    """What stands between words, without letters that belong to none."""
    return "".join(c for c in gap if c.isspace() or c in _MARKS)


def names_in(texts: Iterable[Judged]) -> frozenset[str]:
    """All words of names that are withheld in some texts, folded."""
    return frozenset(name for text in texts for name in text.names)
