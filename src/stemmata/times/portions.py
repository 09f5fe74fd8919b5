"""Parts of a longer time: "early 2011", "the second week of May", "the first day of Ramadan", "the first two months".

The codebook gives "early 2011" (January to March), "late last year" (October to December) and the beginning of the
week (Monday and Tuesday); the other parts follow the same cut.
"""

import re
from datetime import date, timedelta
from typing import Final

from stemmata.times.calendars import Window, month_window, months_back
from stemmata.times.windows import Grain, months
from stemmata.times.words import alternatives, number

_NTH: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_EARLY: Final = (
    "early",
    "beginning",
    "very beginning",
    "start",
    "very start",
    "first days",
    "early days",
    "opening days",
)
_LATE: Final = ("late", "end", "last days", "final days", "closing days")


def pattern() -> str:
    """The words of a portion, before "of" and the time that it is a part of."""
    return (
        r"very\s+start|very\s+beginning|beginning|start|middle|end|first\s+half|second\s+half"
        rf"|(?:{'|'.join(_NTH)}|last|final)\s+(?:week|day)|(?:first|last|final|early|opening|closing)\s+(?:few\s+)?days"
        rf"|(?:first|last)\s+(?:\d{{1,2}}|{alternatives('number')})\s+(?:days|weeks|months)"
    )


def portion(window: Window, grain: Grain, words: str) -> Window | None:
    """The part of a week, month, year or season that "early", "the end of", "the second week of" leaves."""
    if window.start is None or window.end is None:
        return window
    words = " ".join(words.lower().replace("-", " ").replace(" few ", " ").split())
    if counted := re.fullmatch(r"(first|last) (.+) (day|week|month)s", words):
        return _counted(window.start, window.end, *counted.groups())
    if named := re.fullmatch(r"(\w+) day", words):
        at = window.end if named[1] in ("last", "final") else window.start + timedelta(days=_NTH.index(named[1]))
        return Window(at, at)
    if grain == "year":
        return _of_year(window.start.year, words)
    if grain == "month":
        return _of_month(window.start, window.end, words)
    return _of_week(window.start, words) if grain == "week" else None


def bound(window: Window, grain: Grain) -> Window | None:
    """The middle of a month or a year as the bound of a longer time: "since mid-August", "by mid-2012"."""
    if window.start is None or grain not in ("month", "year"):
        return None
    if grain == "year":
        return months(window.start.year, 6, 6)
    middle = window.start.replace(day=15)
    return Window(middle, middle)


def _counted(start: date, end: date, side: str, count: str, unit: str) -> Window | None:
    many = number(count)
    if unit == "month":
        edge = months_back(start, -many) if side == "first" else months_back(end, many)
        if edge is None:
            return None
        return Window(start, edge - timedelta(days=1)) if side == "first" else Window(edge + timedelta(days=1), end)
    days = timedelta(days=many * (7 if unit == "week" else 1) - 1)
    return Window(start, start + days) if side == "first" else Window(end - days, end)


def _of_year(year: int, words: str) -> Window | None:
    spans = {"first half": (1, 6), "second half": (7, 12), "mid": (4, 9), "middle": (4, 9)}
    first, last = (1, 3) if words in _EARLY else (10, 12) if words in _LATE else spans.get(words, (1, 12))
    return months(year, first, last)


def _of_month(start: date, end: date, words: str) -> Window:
    whole = month_window(start.year, start.month) if start.day == 1 else None  # other calendars begin where they do
    last = ((whole.end if whole and whole.end else end) - start).days + 1
    nth = words.removesuffix(" week")
    if words.endswith(" week") and nth in _NTH:
        days = (1 + 7 * _NTH.index(nth), min(last, 7 + 7 * _NTH.index(nth)))
    elif words in ("last week", "final week"):
        days = (last - 6, last)
    elif words in ("first half", "second half"):
        days = (1, 15) if words == "first half" else (16, last)
    elif words in _EARLY or words in _LATE:
        days = (1, 10) if words in _EARLY else (21, last)
    else:
        days = (11, 20) if words in ("mid", "middle") else (1, last)
    return Window(start + timedelta(days=days[0] - 1), start + timedelta(days=days[1] - 1))


def _of_week(monday: date, words: str) -> Window:
    first, last = (
        (0, 1) if words in _EARLY else (4, 6) if words in _LATE else (2, 3) if words in ("mid", "middle") else (0, 6)
    )
    return Window(monday + timedelta(days=first), monday + timedelta(days=last))
