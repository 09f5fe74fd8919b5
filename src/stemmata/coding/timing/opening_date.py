"""The date that opens a text ("Published July 2 2016"): it dates the document and no happening."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from stemmata.language.trees import Sentence
from stemmata.times import Anchor, Time, find_times

# Words that may stand before the date that opens a text.
_OPENING_WORDS: Final = frozenset("published posted last updated created on at : date of publication - (".split())


# Agencies that sign the head of a text before its day: "Strikes kill 47 in Deir Ezzor AFP Saturday 25 Jun 2016 ...".
_AGENCIES: Final = frozenset({"afp", "ap", "reuters", "dpa", "xinhua", "efe", "ansa", "upi", "aa"})


# "Last updated at Jan 202015", "07.07.2015Get short URL": a page's line break was lost within or behind the day.
_GLUED: Final = re.compile(
    r"(?:last\s+updated|published|posted|updated)?\s*(?:on|at)?:?\s*([A-Z][a-z]{2,8})\.?\s(\d{1,2})(20[012]\d)\b",
    re.IGNORECASE,
)
_GLUED_DIGITS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(20[012]\d)(?=[A-Z][a-z])")
# A chronicle: paragraphs that each open with a day, of which the first dates no document.
_ENTRY_DAY: Final = re.compile(r"(?m)^\W{0,3}\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?[.:]\s")
ENTRIES: Final = 3
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def opening_date(sentences: Sequence[Sentence], text: str, published: date | None) -> tuple[date | None, int] | None:
    """The day that a text opens with, with year and all, and the offset behind it.

    It stands in the first sentence, or is one of the first by itself. 01/06/2016 is read only as the day of publication
    or its neighbour; written with dashes the day comes first, unless the month first is the day of publication.
    """
    start = sentences[0].start
    if len(_ENTRY_DAY.findall(text)) >= ENTRIES:
        return None
    if glued := _GLUED.match(text, start):
        return _day(int(glued[3]), _month(glued[1]), int(glued[2])), glued.end()
    if glued := _GLUED_DIGITS.match(text, start):
        return _day(int(glued[4]), int(glued[3]), int(glued[1])), glued.end()
    for time in find_times(sentences[0], text, Anchor(published)):
        before = [word.text.lower() for word in sentences[0].words[: time.first]]
        if not _OPENING_WORDS.issuperset(before) and before[-1] not in _AGENCIES:
            continue
        if [*before, sentences[0].words[time.first].text.lower()][0] == "on":
            continue  # "On 24 February 2022, gunmen ...": what is told happened on it
        if _is_full_day(time):
            return time.start, time.end_char
        if time.rule == "numeric-date":
            return _in_digits(text[time.start_char : time.end_char], time.start, published), time.end_char
    for sentence in sentences[1:3]:
        times = find_times(sentence, text, Anchor(published))
        if len(times) == 1 and times[0].last - times[0].first + 1 == len(sentence.words):
            if _is_full_day(times[0]):
                return times[0].start, times[0].end_char
            if times[0].rule == "numeric-date":
                return _in_digits(text[times[0].start_char : times[0].end_char], times[0].start, published), times[0].end_char
    return None


def _is_full_day(time: Time) -> bool:
    return time.start is not None and time.start == time.end and time.anchor is None


def _in_digits(words: str, read: date | None, published: date | None) -> date | None:
    """The day of 01-06-2016, of which `read` is the reading that the day of publication makes sure."""
    if published and read and abs(read - published) <= timedelta(days=1):
        return read
    digits = [int(number) for number in re.findall(r"\d+", words)]
    return _day(digits[2], digits[1], digits[0]) if "-" in words and len(digits) == 3 else None


def _month(word: str) -> int:
    return _MONTHS.index(word.lower()[:3]) + 1 if word.lower()[:3] in _MONTHS else 0


def _day(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


