"""What stands above a story in its own first line: "Published August 6 2016 …", "TITLE AFP Saturday 9 Jul 2016 …".

The day, the title and the sender are no part of the sentence behind them. The day dates the document; it, the sender
and the page's buttons are no prose.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from stemmata.coding.prose.run_together import words
from stemmata.language.words import Stretch
from stemmata.records import Document

# Characters in which a sender and day that end a headline are looked for, where the title is not known.
HEADLINE: Final = 200
# Words of the shortest title; a shorter one may open a sentence.
SHORTEST: Final = 3

# What a site adds to its titles: "… | Jordan Times", "… - Region - World".
_SITE: Final = re.compile(r"\s+(?:\||[-–—])\s.*")
_OPENS: Final = re.compile(r"[\s\"“]*[A-ZÀ-Þ\d(]")
_STOP: Final = re.compile(r"(?:\s?[.:])?")
_LETTERS: Final = re.compile(r"[^\W_]+")


class Head(NamedTuple):
    """What stands above a story, as stretches of the text."""

    headlines: Sequence[Stretch]
    """Without who is told to say them."""
    day: Stretch | None
    story: int
    """Where the story begins; -1 where the document has no paragraph."""


def head_of(document: Document) -> Head:
    """What stands above the story in the first paragraph of a document."""
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    if first is None:
        return Head((), None, -1)
    text, at, end = document.text, first.start, first.end
    headlines: list[Stretch] = []
    day: Stretch | None = None
    while True:
        if day is None and (dated := _day().match(text, at, end)) and _OPENS.match(text, dated.end(), end):
            day, at = dated.span("day"), dated.end()
            continue
        stop = 0 if headlines else _title_end(text, at, end, document.title)
        if not stop and day is None and (signed := _signed().search(text, at, min(end, at + HEADLINE))):
            stop = signed.start()
        if not stop:
            return Head(headlines, day, at)
        headlines.append((at, _speaker(text, at, stop) or stop))
        at = stop + len(text[stop:end]) - len(text[stop:end].lstrip())


def _title_end(text: str, at: int, end: int, title: str | None) -> int:
    """Where the title ends that a text repeats at an offset, whatever marks either has; 0 where it does not."""
    for known in (title, _SITE.sub("", title)) if title else ():
        told = _LETTERS.findall(known)
        if len(told) < SHORTEST or not text.startswith((told[0], told[0].upper()), at):
            continue
        match = re.compile(r"[\W_]*".join(map(re.escape, told)), re.IGNORECASE).match(text, at, end)
        if match is None:
            continue
        stop = _STOP.match(text, match.end(), end)
        behind = stop.end() if stop else match.end()
        if behind > match.end() or behind == end or _OPENS.match(text, behind, end):
            return behind
    return 0


def _speaker(text: str, start: int, end: int) -> int:
    """Where the word begins that ends a headline with who says it; 0 where it has none."""
    spoken = re.compile(rf"\s(?:[-–—]\s)?(?:{words('speaker')})$", re.IGNORECASE).search(text, start, end)
    return spoken.start() if spoken else 0


_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY: Final = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
    rf"(?:\d{{1,2}}\s{_MONTH},?\s20\d\d|{_MONTH}\s\d{{1,2}},?\s?20\d\d|\d{{1,2}}[-./]\d{{1,2}}[-./]20\d\d)"
)


@cache
def _day() -> re.Pattern[str]:
    """A day as a page puts it above a story, with its label, its sender, the hour and the buttons behind it."""
    return re.compile(
        rf"(?:(?:{words('label')}):?\s)?(?:(?:{words('agency')})\s)*(?P<day>{_DAY})(?!\d)\)?"
        rf"(?:\s*\(updated[^()]*\))?(?:\s\d{{1,2}}:\d\d|\s\d{{6}}(?=\s)|\s\d{{4}}\sUTC\S*)?(?:\stitle:)?"
        rf"(?:\s*(?:{words('button')})(?:\s\d+)*)?\s*"
    )


@cache
def _signed() -> re.Pattern[str]:
    """The blank behind a headline, before its sender and day; no stop is in it."""
    return re.compile(rf"(?<=[^.!?])\s(?=(?:(?:{words('agency')})\s)+{_DAY})")
