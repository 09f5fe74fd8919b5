"""Dates told without their year, in the order of the telling.

A news item counts "27 February" back from its own day. A chronicle written years later does not: there the date
belongs to the year of the full dates told before it. So a date without a year is the one nearest to the last full
date, and never later than the document's own day.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from stemmata.language.trees import Sentence
from stemmata.times import Anchor, Time, find_times

# The rules of `times` that fill in a year.
WITHOUT_YEAR = frozenset({"day-month", "month-day", "days-month", "month", "month-to-month"})
HALF_A_YEAR = timedelta(days=182)


def find_told_times(sentences: Sequence[Sentence], text: str, day: date | None) -> list[list[Time]]:
    """The times of each sentence.

    Args:
        sentences: in the order of the text.
        text: the document's.
        day: the document's own day; None where it has none.
    """
    told: date | None = None
    found = []
    for sentence in sentences:
        times = [_in_year_of(told, time, sentence, text, day) for time in find_times(sentence, text, Anchor(day))]
        found.append(times)
        for time in times:
            with_year = time.anchor is None or (time.rule in WITHOUT_YEAR and told is not None)
            if with_year and time.start and time.end and time.end - time.start < HALF_A_YEAR:
                told = time.start  # "from 25 February 2022 to 31 March 2022" tells a year as a single day does
    return found


def _in_year_of(told: date | None, time: Time, sentence: Sentence, text: str, day: date | None) -> Time:
    """The time counted from the last full date, where it needed a year."""
    if told is None or time.rule not in WITHOUT_YEAR or (time.anchor is None and time.start is not None):
        return time
    latest = told + HALF_A_YEAR
    anchor = min(latest, day) if day else latest
    again = find_times(sentence, text, Anchor(anchor))
    return next((t for t in again if t.start_char == time.start_char), time)
