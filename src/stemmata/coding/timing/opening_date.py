"""The date that opens a text ("Published July 2 2016"): it dates the document and no happening."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from stemmata.language.trees import Sentence
from stemmata.times import Anchor, Time, find_times

# Words that may stand before the date that opens a text.
_OPENING_WORDS: Final = frozenset(
    "published posted last updated created on at : date of publication - ( , . | — – press release statement communiqué"
    " communique bulletin issued dated for immediate news the a situation report update flash sitrep no"
    " no. number #".split()
)
# Papers whose day needs no year: "Press statement, 6 November."
PAPERS: Final = frozenset(
    {"release", "statement", "communiqué", "communique", "bulletin", "report", "update", "sitrep"}
)
NUMBERED: Final = frozenset({"no", "no.", "number", "#"})
OF_A_YEAR: Final = frozenset({"day-month", "month-day"})
# A chronicle: paragraphs that each open with a day, of which the first dates no document.
_ENTRY_DAY: Final = re.compile(r"(?m)^\W{0,3}\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?[.:]\s")
ENTRIES: Final = 3
# Words of the longest day that stands by itself: "Updated on Thursday , 21 January 2016 at 10:45 GMT".
LONGEST_DAY: Final = 12
# "Jan 202015": a page's line break was lost within the day.
_WRITTEN: Final = re.compile(r"(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2}),?\s?(?P<year>20\d\d)")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def written_day(words: str, published: date | None) -> date | None:
    """The day that stands above a story in words or figures; None for one that no calendar has.

    01/06/2016 is read only as the day of publication or its neighbour; written with dashes or dots the day comes first,
    unless the month first is the day of publication.
    """
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if month_first := _WRITTEN.search(words):
        return _day(int(month_first["year"]), _month(month_first["month"]), int(month_first["day"]))
    if len(numbers) == 2:
        return _day(numbers[1], _month(words.split()[-2]), numbers[0])
    first, second, year = numbers
    for day in (_day(year, second, first), _day(year, first, second)):
        if day and published and abs(day - published) <= timedelta(days=1):
            return day
    return None if "/" in words else _day(year, second, first)


def opening_date(sentences: Sequence[Sentence], text: str, published: date | None) -> tuple[date | None, int] | None:
    """The day that a text opens with, with year and all, and the offset behind it.

    It stands in the first sentence, or is one of the first by itself.
    """
    if len(_ENTRY_DAY.findall(text)) >= ENTRIES:
        return None
    for time in find_times(sentences[0], text, Anchor(published)):
        before = [word.text.lower() for word in sentences[0].words[: time.first]]
        if not _OPENING_WORDS.issuperset(w for w in before if not (w.isdigit() and NUMBERED.intersection(before))):
            continue
        if [*before, sentences[0].words[time.first].text.lower()][0] == "on":
            continue  # "On 24 February 2022, gunmen ...": what is told happened on it
        if _is_full_day(time) or (time.rule in OF_A_YEAR and PAPERS.intersection(before)):
            return time.start, time.end_char
        if time.rule == "numeric-date":
            return written_day(text[time.start_char : time.end_char], published), time.end_char
    for sentence in sentences[1:3]:
        if len(sentence.words) > LONGEST_DAY:
            continue
        times = find_times(sentence, text, Anchor(published))
        if len(times) == 1 and _is_full_day(times[0]) and times[0].last - times[0].first + 1 == len(sentence.words):
            return times[0].start, times[0].end_char
    return None


def _is_full_day(time: Time) -> bool:
    return time.start is not None and time.start == time.end and time.anchor is None and time.kind != "other"


def _month(word: str) -> int:
    return _MONTHS.index(word.lower()[:3]) + 1 if word.lower()[:3] in _MONTHS else 0


def _day(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
