"""A report's passage as the public may read it: the words of its values, with what stands between them left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from stemmata.case.entries import Told
from stemmata.exports.public.explaining import Known, Slot, Stretch
from stemmata.exports.public.judging import Judged, judged
from stemmata.exports.public.lexicon import words_of
from stemmata.records import LEFT_OUT, WITHHELD

_LONGEST_GAP: Final = 24
"""Characters between two values that stay where they are small words only."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The passage of a report, judged."""

    start: int
    """Where it begins in its document."""
    judged: Judged
    needed: Sequence[Stretch]
    """Where the words of its values stand in it, in order."""
    outside: Mapping[int, Judged]
    """The words of values that stand elsewhere in the document, by the offset where they begin."""

    def texts(self) -> list[Judged]:
        """All that was judged."""
        return [self.judged, *self.outside.values()]

    def quote(self) -> str:
        """The words of the values in order, with marks where others are left out."""
        told, at = [], None
        for start, end in self.needed:
            if at is not None:
                between = self.judged.text[at:start]
                told.append(between if _may_stay(between) else f" {LEFT_OUT} ")
            told.append(self.judged.shown(start, end))
            at = end
        return re.sub(r"(?:\[name withheld\][\s,]*){2,}", f"{WITHHELD} ", "".join(told)).strip()

    def evidence(self, span: Told, document: str) -> dict[str, Any]:
        """The passage's own span, cut to the words of its values."""
        if not self.needed:
            return {"document": document, "start": span["start"], "end": span["end"], "quote": LEFT_OUT}
        return {
            "document": document,
            "start": self.start + self.needed[0][0],
            "end": self.start + self.needed[-1][1],
            "quote": self.quote(),
        }

    def shown(self, span: Told) -> str:
        """A value's words as the public may read them."""
        inside = self._inside(span)
        return self.judged.shown(*inside) if inside else self.outside[span["start"]].shown()

    def span(self, told: Told, document: str) -> dict[str, Any]:
        """A value's span. Where words are withheld, its offsets are the passage's: they tell no name's length."""
        quote = self.shown(told)
        span = {"document": document, "start": told["start"], "end": told["end"], "quote": quote}
        if quote != told["quote"] and self.needed and self._inside(told):
            span |= {"start": self.start + self.needed[0][0], "end": self.start + self.needed[-1][1]}
        return span

    def _inside(self, span: Told) -> Stretch | None:
        start, end = span["start"] - self.start, span["end"] - self.start
        return (start, end) if self.judged.text[max(0, start) : max(0, end)] == span["quote"] else None


def passage(told: Told, known: Known, located: Mapping[str, bool]) -> Passage:
    """Judge the passage of a report, and the words of its values that stand outside of it.

    Args:
        told: the report.
        known: what explains names in it.
        located: the words of its places, and whether a gazetteer knows each.
    """
    evidence = told["evidence"]
    slots, outside, needed = [], {}, []
    for kind, span in _values(told, located):
        start, end = span["start"] - evidence["start"], span["end"] - evidence["start"]
        if start >= 0 and evidence["quote"][start:end] == span["quote"]:
            needed.append((start, end))
            slots += [(kind, (start, end))] if kind else []
        else:
            own = [(kind, (0, len(span["quote"])))] if kind else []
            outside[span["start"]] = judged(span["quote"], known, own)
    return Passage(evidence["start"], judged(evidence["quote"], known, slots), _merged(needed), outside)


def day_of(told: Told) -> date | None:
    """The day that a report tells of, else that by which it was known."""
    when = told["when"] or {}
    day = when.get("start") or when.get("end") or told["known_by"]
    return date.fromisoformat(day) if isinstance(day, str) else day


def _values(told: Told, located: Mapping[str, bool]) -> Iterator[tuple[Slot | None, Told]]:
    """Every span that a value rests on, with what it is known to tell."""
    yield "deed", told["trigger"]["span"]
    yield "deed", told["status"]["span"]
    if told["when"]:
        yield "time", told["when"]["span"]
    for place in told["places"]:
        yield ("place" if located[place["span"]["quote"]] else None), place["span"]
    for party in (*told["initiator"], *told["target"], *told["claimant"]):
        sure = party["id"] and party["span"]["quote"].lower() not in words_of("given")
        yield (None if sure else "nobody"), party["span"]
        if party.get("stands_for"):
            yield (None if sure else "nobody"), party["stands_for"]
    for figure in told["figures"]:
        yield None, figure["span"]
        if figure["part_of"]:
            yield None, figure["part_of"]


def _merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _may_stay(between: str) -> bool:
    words = re.findall(r"[^\W_]+", between)
    plain = re.sub(r"[\w\s,'’-]", "", between) == ""
    return plain and len(between) <= _LONGEST_GAP and all(word in words_of("small") for word in words)
