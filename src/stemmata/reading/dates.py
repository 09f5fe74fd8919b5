"""Days as pages and wires write them. A day that is not told in full is left out, never completed by a guess."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from stemmata.records import DatedMark, DateKind

FARTHEST = 31
"""Days between a dateline that names no year and the day of publication: wires run a story again within weeks."""

WHOLE_LINE = 120
"""Characters of a line that may give the day of a paper; longer ones are prose."""

BEGINNING = 300
"""Characters of a paragraph in which its dateline or opening date is looked for; datelines have up to 80."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written, at its offsets in a text; the year is None where it is not written."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def in_full(self) -> date | None:
        """The day in full, else None."""
        try:
            return date(self.year, self.month, self.day) if self.year else None
        except ValueError:
            return None

    def near(self, published: date | None) -> date | None:
        """The day in full, the year taken from the day of publication where it is not written and that is near."""
        if self.year or published is None:
            return self.in_full()
        years = (published.year - 1, published.year, published.year + 1)
        days = [day for year in years if (day := Written(0, 0, year, self.month, self.day).in_full())]
        nearest = min(days, key=lambda day: abs(day - published), default=None)
        return nearest if nearest and abs((nearest - published).days) <= FARTHEST else None


@cache
def _words() -> dict[str, list[str]]:
    told = tomllib.loads((files("stemmata.reading") / "dates.toml").read_text(encoding="utf-8"))
    return {**told, "months": [name for names in told["months"] for name in names]}


@cache
def _months() -> dict[str, int]:
    told = tomllib.loads((files("stemmata.reading") / "dates.toml").read_text(encoding="utf-8"))["months"]
    return {name.casefold(): number for number, names in enumerate(told, start=1) for name in names}


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?i:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The patterns, put together when they are first needed."""
    words = _words()
    month, year = _any_of(words["months"]) + r"\b\.?", r"(?:19|20)\d\d"
    weekday = _any_of(words["weekdays"]) + r"\b\.?,?\s+"
    labels = _any_of(words["published"] + words["updated"]) + r"\b"
    written = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<m1>{month})(?:,?\s+(?:del?\s+)?(?P<y1>{year})\b)?"
        rf"|(?P<m2>{month})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d)(?:,?\s+(?P<y2>{year})\b)?"
        rf"|(?P<y3>{year})(?P<s3>[-/.])(?P<m3>\d{{1,2}})(?P=s3)(?P<d3>\d{{1,2}})(?![\d/.-]\d)"
        rf"|(?P<a4>\d{{1,2}})(?P<s4>[-/.])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>{year})\b"
    )
    word = r"[A-ZÀ-ÞА-ЯІЇЄҐ][\w.'’-]*"
    place = rf"{word}(?:[ /]+(?:(?:and|de|del|da|do|dos|la|el|es|al-|el-|ez-) ?)?{word}){{0,4}}"
    places = rf"(?!By\b|{weekday}|{month}|{labels})(?P<place>{place}(?:, ?{place}){{0,2}})"
    wire = r"\([^()\n]{2,50}\)"
    day = rf"(?:{weekday})?(?P<when>{written})"
    time = r"(?:\W*(?:at\s+)?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?i:[ap]\.?m\.?)?\s*\(?(?:[A-Z]{2,4}(?:[+-]\d+)?)?\)?)?"
    patterns = {
        "written": rf"(?<![\w/.-])(?:{written})",
        "dateline": (
            rf"\(?(?:{places}(?:,? {wire})?(?:,\s*|\s*[-–—]\s*|\s*\(|\s+)\(?|(?=.{{0,30}}{wire}))"
            rf"{day}\)?[.,]?(?:\s*{wire})?[.,:]?\s*(?:[-–—]+|(?<=\)):|(?<=\d[.:])(?=\s)|$)"
        ),
        "only": rf"\W*{day}{time}\W*",
        "opening": rf"{day}(?=\s+[\"'“‘(]?[A-ZÀ-ÞА-Я\d]|\s*\n|\s+[-–—|]\s)",
        "published": rf"\W*{_any_of(words['published'])}\s*[:|–—-]?\s*{day}{time}(?:\s+by\s.{{1,60}})?",
        "updated": rf"\W*{_any_of(words['updated'])}\s*[:|–—-]?\s*{day}{time}(?:\s+by\s.{{1,60}})?",
        "paper": rf".*\b{_any_of(words['papers'])}\b.*?[,|:(–—-]\s*{day}\)?\.?\s*",
    }
    return re.compile(patterns[name])


def days_in(text: str) -> Iterator[Written]:
    """Every day written in a text, in order; ambiguous numbers such as 03/04/2019 are not among them."""
    for match in _pattern("written").finditer(text):
        if written := _read(match):
            yield written


def _read(match: re.Match[str]) -> Written | None:
    part = match.groupdict()
    start, end = match.span("when") if "when" in part else match.span()
    if part["a4"]:
        first, second, year = int(part["a4"]), int(part["b4"]), int(part["y4"])
        if first == second:
            return _valid(Written(start, end, year, first, second))
        if (first > 12) == (second > 12):
            return None
        return _valid(Written(start, end, year, *((second, first) if first > 12 else (first, second))))
    number = next(n for n in "123" if part[f"d{n}"])
    told, month, day = part[f"y{number}"], part[f"m{number}"], int(part[f"d{number}"])
    named = int(month) if number == "3" else _months()[" ".join(month.casefold().rstrip(".").split())]
    return _valid(Written(start, end, int(told) if told else None, named, day))


def _valid(written: Written) -> Written | None:
    try:
        date(written.year or 2000, written.month, written.day)  # 2000 has a 29 February
    except ValueError:
        return None
    return written


def day_of(value: str) -> date | None:
    """The day of an attribute, a heading line or a key: the one day in it, as written in its own time zone."""
    days = {day for written in days_in(value[:200]) if (day := written.in_full())}
    return days.pop() if len(days) == 1 else None


def opens_with_dateline(line: str) -> bool:
    """Tell whether a line begins as wires begin: `BEIRUT, Jan 19 (Wire) —`."""
    return _pattern("dateline").match(line[:WHOLE_LINE]) is not None


def is_date_line(line: str) -> bool:
    """Tell whether a line says nothing but when it was published or changed."""
    return len(line) <= WHOLE_LINE and any(
        match and not line[match.end() :].strip(" .,;|") for match in (_pattern(name).match(line) for name in _LINES)
    )


_LINES = ("only", "published", "updated")


def marks_of(text: str, lines: list[tuple[int, int]], published: date | None) -> Iterator[DatedMark]:
    """The document's own dates that stand in the first lines of its text.

    Args:
        text: the canonical text.
        lines: offsets of its blocks, in order; the first five are looked at.
        published: the day of publication where it is known from elsewhere; then only datelines are looked for.
    """
    heads = [text[start : min(end, start + BEGINNING)] for start, end in lines[:5]]
    if published is None:
        for index, head in enumerate(heads):
            if found := _published(head, heads[index + 1 :]):
                published = found.day
                yield found
                break
    for head in heads:
        if (match := _pattern("updated").match(head)) and (mark := _mark("updated", head, match, None)):
            yield mark
    for head in heads:
        match = _pattern("dateline").match(head[:WHOLE_LINE])
        if match and not is_date_line(head) and (mark := _mark("dateline", head, match, published)):
            yield mark
            return


def _mark(kind: DateKind, head: str, match: re.Match[str], published: date | None) -> DatedMark | None:
    written = _read(match)
    day = written.near(published) if written else None
    return DatedMark(kind, day, "text", head[slice(*match.span("when"))]) if day else None


def _published(head: str, rest: list[str]) -> DatedMark | None:
    """A label with a day, a line that is only a day, a numbered paper with its day, or a day that opens the text."""
    if match := _pattern("published").match(head):
        return _mark("published", head, match, None)
    if len(head) <= WHOLE_LINE:
        match = _pattern("only").fullmatch(head) or _pattern("paper").fullmatch(head)
        return _mark("published", head, match, None) if match else None
    match = _pattern("opening").match(head)
    if match and not any(_pattern("opening").match(other) for other in rest):
        return _mark("published", head, match, None)
    return None
