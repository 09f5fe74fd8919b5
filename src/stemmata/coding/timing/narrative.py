"""The times of a document in the order of the telling: what a sentence leaves out stands in those before it.

A news item counts "27 February" back from its own day. A chronicle written years later does not: there the date
belongs to the year of the full dates told before it, or to the year that its title names. So a date without a year is
the one nearest to the last full date, and never later than the document's own day. A section on what went before tells
other years than the lead, and these hold in it alone; one that tells no year is of the lead's, where that has only one.
"The next day", "the same night", "at dawn" and "since then" count from the time that was told last.
"""

import re
from collections import deque
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from stemmata.coding.timing.titles import window_of_definition, window_of_title
from stemmata.language.trees import Sentence, matches
from stemmata.times import Anchor, Time, Window, find_times

# The rules of `times` that fill in a year.
WITHOUT_YEAR: Final = frozenset(
    "day-month month-day days-month month month-to-month month-range month-day-range day-month-range".split()
)
HALF_A_YEAR: Final = timedelta(days=182)
STEP_BACK: Final = timedelta(days=60)
"""How far a date without a year may lie from the last and still tell on: farther back it looks back. A judgement."""
OF_THAT_DAY: Final = frozenset({"same-day", "earlier"})
# Rules of times that count from the day of whoever speaks: on 28 March he said "we hold the town today".
OF_THE_SPEAKER: Final = frozenset({"day-word", "this-part", "past-span"})
# Rules of times that a chronicle counts from the time that it told last.
OF_ITS_MOMENT: Final = frozenset({"day-of-month", "past-span", "recent-span"})
# How many sentences on "the next day" and "at dawn" still count from a time. Set by judgement.
REACH: Final = 10


class Telling(NamedTuple):
    """How far a document has been told."""

    full: date | None
    """The last full date, which dates without a year belong to."""
    span: Window | None
    """From the earliest to the latest full date."""
    last: Window | None
    """The time told last."""
    at: int
    """The sentence that told it."""
    other: Window | None = None
    """The last one that was not told as today: "the same night" is never said of tonight."""
    year: int | None = None
    """That of a section: the lead's, or what heads the entries of a list."""
    chronicle: bool = False
    """The text says of which past time it tells."""


def find_told_times(
    sentences: Sequence[Sentence],
    text: str,
    day: date | None,
    saying: Collection[str] = (),
    opening_end: int = 0,
    title: str | None = None,
    headings: Sequence[int] = (),
) -> list[list[Time]]:
    """The times of each sentence.

    Args:
        sentences: in the order of the text.
        text: the document's.
        day: the document's own day; None where it has none.
        saying: lemmas of verbs of saying: when something was said is not when it happened.
        opening_end: times up to this offset date the document and nothing told in it.
        title: the document's.
        headings: where its sections begin, as offsets in order.
    """
    about = window_of_title(title, text) or window_of_definition(text)
    telling = Telling(_middle(about), None, None, 0, chronicle=about is not None)
    lead: Window | None = None
    to_come = deque(headings)
    found = []
    for number, sentence in enumerate(sentences):
        if to_come and sentence.start >= to_come[0]:
            lead = lead or telling.span
            telling = _back_to(lead, telling)._replace(year=_only_year(lead))
            while to_come and sentence.start >= to_come[0]:
                to_come.popleft()
        if heading := _YEAR_ALONE.fullmatch(text, sentence.start, sentence.end):
            telling = telling._replace(full=date(int(heading[1]), 7, 2), year=int(heading[1]))
        last = telling.last if number - telling.at <= REACH else None
        times = _in_years_of(telling, sentence, text, day, last)
        if day and lead and lead.end and lead.end.year < day.year:
            times = _of_its_own_time(times, sentence, text, day, last)
        if telling.other and any(t.rule in OF_THAT_DAY and t.start == day for t in times):
            again = find_times(sentence, text, Anchor(day), telling.other)
            times = [b if a.rule in OF_THAT_DAY else a for a, b in zip(times, again, strict=True)]
        found.append(times)
        telling = _told_on(telling, number, sentence, times, day, saying, opening_end)
    return found


def _back_to(lead: Window | None, telling: Telling) -> Telling:
    """At the beginning of a section: the years of the lead hold again, where those told since are others."""
    if lead is None or lead.start is None or lead.end is None or telling.full is None:
        return telling
    if lead.start - HALF_A_YEAR <= telling.full <= lead.end + HALF_A_YEAR:
        return telling
    return telling._replace(full=lead.start, span=lead)


def _only_year(window: Window | None) -> int | None:
    """The year that a window lies in."""
    if window is None or window.start is None or window.end is None or window.start.year != window.end.year:
        return None
    return window.start.year


def _middle(window: Window | None) -> date | None:
    """The day that half a year before and behind is told from."""
    if window is None or window.start is None or window.end is None:
        return None
    return window.start + (window.end - window.start) // 2


# A year by itself heads what is told of it, as in lists: "2019".
_YEAR_ALONE: Final = re.compile(r"\W*((?:19|20)\d\d)\W*")


def _told_on(
    telling: Telling,
    number: int,
    sentence: Sentence,
    times: Sequence[Time],
    day: date | None,
    saying: Collection[str],
    opening_end: int,
) -> Telling:
    for time in times:
        written = time.start is not None and _writes(sentence, time, time.start.year)
        on = telling.full is not None and time.start is not None and time.start >= telling.full - STEP_BACK
        with_year = time.anchor is None or written or (time.rule in WITHOUT_YEAR and on)
        short = time.start and time.end and time.end - time.start < HALF_A_YEAR
        if time.start and with_year and short and (telling.full is None or not _described(sentence, time)):
            # "from 25 February 2022 to 31 March 2022" tells a year as a single day does
            year = telling.year if telling.year == time.start.year else None
            telling = telling._replace(full=time.start, span=_widened(telling.span, time), year=year)
        elif time.kind == "until" and time.end and _writes(sentence, time, time.end.year):  # "by 6 January 2014"
            year = telling.year if telling.year == time.end.year else None
            telling = telling._replace(full=time.end, span=_widened(telling.span, time), year=year)
        elif time.start and _opens_a_year(time) and telling.full and telling.full.year != time.start.year:
            telling = telling._replace(full=date(time.start.year, 7, 2), year=None)
    told = [t for t in times if t.end_char > opening_end and not _dates_saying(sentence, t, saying)]
    if telling.full is not None and any(t.rule in WITHOUT_YEAR for t in times):
        told = [t for t in told if t.rule not in OF_THE_SPEAKER]
    last = _last_of(sentence, told)
    if last is None:
        return telling
    window = last.named if last.kind == "until" else Window(last.start, last.end)
    return telling._replace(last=window, at=number, other=telling.other if _is_today(last, day) else window)


def _opens_a_year(time: Time) -> bool:
    """ "In 2014, ...": what follows without a year is of that year."""
    return time.rule == "year" and time.kind == "window" and time.first <= 1


def _is_today(time: Time, day: date | None) -> bool:
    """ "This morning", "today"; not "yesterday"."""
    return time.rule in ("this-part", "day-word") and time.start == day


def _writes(sentence: Sentence, time: Time, year: int) -> bool:
    return any(word.text == str(year) for word in sentence.words[time.first : time.last + 1])


def _widened(span: Window | None, time: Time) -> Window:
    days = [d for d in (span and span.start, span and span.end, time.start, time.end) if d]
    return Window(min(days), max(days))


def _last_of(sentence: Sentence, times: Sequence[Time]) -> Time | None:
    """The time that what follows counts from: of the main clause rather than of one below it, and the last told."""
    known = [time for time in times if time.named.start or time.start]
    return min(reversed(known), key=lambda time: _depth(sentence, time), default=None)


def _depth(sentence: Sentence, time: Time) -> int:
    """How far below the main clause a time stands; what is joined by "and" stands as high as the first."""
    head = time.head(sentence)
    return sum(not matches(word.deprel, ("conj",)) for word in (head, *sentence.ancestors(head)))


def _described(sentence: Sentence, time: Time) -> bool:
    """ "The war that began in March 2011": a clause that describes does not tell on."""
    head = time.head(sentence)
    return any(word.deprel == "acl:relcl" for word in (head, *sentence.ancestors(head)))


def _dates_saying(sentence: Sentence, time: Time, saying: Collection[str]) -> bool:
    """Tell whether a time hangs on a verb that has what was said beside or below it."""
    above = sentence.head(time.head(sentence))
    if above is None or above.lemma.lower() not in saying:
        return False
    return matches(above.deprel, ("parataxis",)) or sentence.child(above, "ccomp", "parataxis") is not None


def _in_years_of(telling: Telling, sentence: Sentence, text: str, day: date | None, last: Window | None) -> list[Time]:
    """The times of a sentence; those without a year, and what counts from them, are counted from the last full date.

    Past all full dates a day is rather of a year earlier, where it falls between them: an article tells in its first
    paragraph when the battle began and ended, and then begins anew.
    """

    def counted_from(latest: date, time: Time) -> tuple[date, Time]:
        anchor = min(latest, day) if day else latest
        again = find_times(sentence, text, Anchor(anchor), last)
        return anchor, next((t for t in again if t.start_char == time.start_char), time)

    times: list[Time] = []
    moved: date | None = None
    for time in find_times(sentence, text, Anchor(day), last):
        counts_on = time.kind == "other" and time.anchor is None
        if telling.full is not None and _needs_year(time):
            year = next((t.start.year for t in times if t.rule == "year" and t.start and t.end), telling.year)
            latest_day = date(year, 12, 31) if year else telling.full + HALF_A_YEAR  # "in early 2015; on 10 February"
            moved, found = counted_from(latest_day, time)
            if time.kind == "until" and found.end and found.end > moved:  # "it will be liberated by September"
                moved, found = counted_from(telling.full, time)
            first, latest = (telling.span.start, telling.span.end) if telling.span else (None, None)
            past = latest and found.start and found.start > max(latest, telling.full + STEP_BACK)
            if first and latest and past and year is None:
                anchor, between = counted_from(latest, time)
                if between.start and first <= between.start <= latest:
                    moved, found = anchor, between
            known = bool(day or year)
            if not known and latest and not _in_a_year_told(found, telling):  # a March to come is the last one
                found = counted_from(latest, time)[1]
            times.append(found if known or _in_a_year_told(found, telling) else time)
        elif telling.chronicle and last is not None and time.rule in OF_ITS_MOMENT:
            of_day = time.rule == "day-of-month"  # of the month that was told last: "on 4 March ... on the 6th"
            told = Window(times[-1].start, times[-1].end) if times and times[-1].start else last
            again = find_times(sentence, text, Anchor(None if of_day else told.end), told)
            times.append(next((t for t in again if t.start_char == time.start_char), time))
        elif moved is not None and counts_on:
            times.append(counted_from(moved, time)[1])  # "on 28 July ... and the next day"
        else:
            times.append(time)
    return times


def _of_its_own_time(
    times: Sequence[Time], sentence: Sentence, text: str, day: date, last: Window | None
) -> list[Time]:
    """What counts from the document's day, in a chronicle of years before it: from the day told last, if it was one."""
    if not any(time.anchor == day for time in times):
        return list(times)
    then = Anchor(last.start if last and last.start == last.end else None)
    again = {time.start_char: time for time in find_times(sentence, text, then, last)}
    return [again.get(time.start_char, time) if time.anchor == day else time for time in times]


def _in_a_year_told(time: Time, telling: Telling) -> bool:
    """A document without a day that told only of 2020 does not tell that a January to come is that of 2021."""
    told = (telling.full, *(telling.span or ()))
    years = {side.year for side in told if side}
    return all(side.year in years for side in (time.start, time.end) if side)


def _needs_year(time: Time) -> bool:
    counted = time.kind == "other" and time.start is None  # "on 3 May and, two days later, ..."
    return counted or (time.rule in WITHOUT_YEAR and (time.anchor is not None or time.start is None))
