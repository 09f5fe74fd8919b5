"""What a time means from an anchor: each function gives the days of one way of telling a time.

A resolver takes the anchor, the tense and the times told before, and gives a window, or None where they leave the
days unknown.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, Literal, NamedTuple

from stemmata.times.calendars import (
    Window,
    day,
    month_window,
    months_back,
    shifted,
    week_window,
)

Grain = Literal["day", "week", "month", "year", "span", "clock", "other"]
"""How long the expression lasts; `other` counts from another time of the text, `clock` is a part of some day."""

RECENT: Final = 3
"""The codebook reads "recent days" as three days back, and "recent weeks" as three weeks."""


LATELY: Final = 31
"""How many days back the entries of a log go. Set by judgement."""


class Context(NamedTuple):
    """What an expression is resolved with."""

    anchor: date | None
    future: bool
    previous: Window | None
    """The time that was told last; "the next day" counts from it where it is a single day."""
    beside: Window | None
    """The time that the same sentence told before; "Monday, a day after the truce" dates the truce."""
    opens: bool = False
    """It only tells where a period begins: "since"."""


Resolve = Callable[[Context], Window | None]


class Parts(NamedTuple):
    """Year, month and day as told; in a range, what the first date leaves out is taken from the second."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    """From Monday, 1, where it is told beside the day: it settles the year."""


def resolve_parts(parts: Parts, context: Context) -> Window | None:
    """A date as told; a missing year is the one that puts it nearest before the anchor, or next after it."""
    if parts.year is not None:
        return clipped(_complete(parts.year, parts), context)
    anchor = context.anchor
    if anchor is None:
        return None
    years = range(anchor.year, anchor.year + 5) if context.future else range(anchor.year, anchor.year - 9, -1)
    for year in years:
        window = _complete(year, parts)
        if window is None or window.start is None or window.end is None:
            continue
        if window.end >= anchor if context.future else window.start <= anchor:
            return clipped(_on_its_weekday(window, parts), context)
    return None


def _on_its_weekday(window: Window, parts: Parts) -> Window:
    """A day of the year next to the one found, where only there it falls on the weekday that is told with it."""
    if parts.weekday is None or parts.day is None or window.start is None or _falls(window, parts.weekday):
        return window
    beside = (_complete(window.start.year + by, parts) for by in (1, -1))
    return next((other for other in beside if other and _falls(other, parts.weekday)), window)


def _falls(window: Window, weekday: int) -> bool:
    return window.start is not None and window.start.isoweekday() == weekday


def _complete(year: int, parts: Parts) -> Window | None:
    if parts.month is None:
        first, last = day(year, 1, 1), day(year, 12, 31)
        return Window(first, last) if first and last else None
    if parts.day is None:
        return month_window(year, parts.month)
    found = day(year, parts.month, parts.day)
    return Window(found, found) if found else None


def clipped(window: Window | None, context: Context) -> Window | None:
    """A period that still runs ends on the anchor, unless the future is told."""
    anchor = context.anchor
    if window is None or anchor is None or context.future or window.start is None or window.end is None:
        return window
    return Window(window.start, anchor) if window.start <= anchor < window.end else window


def either(one: date | None, other: date | None) -> Resolve:
    """One of two readings of a date in digits: the anchor's own day or a neighbour, else the only one told in time."""

    def resolve(context: Context) -> Window | None:
        anchor, readings = context.anchor, [found for found in (one, other) if found]
        if anchor is None:
            return None
        near = [found for found in readings if abs((found - anchor).days) <= 1]
        told = near or [found for found in readings if context.future or found <= anchor]
        return Window(told[0], told[0]) if len(told) == 1 else None

    return resolve


def lately(one: Parts, other: Parts) -> Resolve:
    """The reading of a day without its year that lies in the month before the anchor, where only one does."""

    def resolve(context: Context) -> Window | None:
        anchor = context.anchor
        told = {found for parts in (one, other) if _is_month(parts) and (found := resolve_parts(parts, context))}
        near = [w for w in told if anchor and w.start and abs((anchor - w.start).days) <= LATELY]
        return near[0] if len(near) == 1 else None

    return resolve


def _is_month(parts: Parts) -> bool:
    return 1 <= (parts.month or 0) <= 12


def weekday(number: int, step: str) -> Resolve:
    """The nearest day of that name: `last` never is the anchor itself, `next` always lies behind it."""

    def resolve(context: Context) -> Window | None:
        if context.anchor is None:
            return None
        if step == "next" or context.future:
            ahead = (number - 1 - context.anchor.weekday()) % 7
            found = shifted(context.anchor, ahead or (7 if step == "next" else 0))
        else:
            back = (context.anchor.weekday() - number + 1) % 7
            found = shifted(context.anchor, -(back or (7 if step == "last" else 0)))
        return Window(found, found) if found else None

    return resolve


def days(first: int, last: int) -> Resolve:
    """Days counted from the anchor: -1, 0 is yesterday and today."""

    def resolve(context: Context) -> Window | None:
        if context.anchor is None:
            return None
        start, end = shifted(context.anchor, first), shifted(context.anchor, last)
        return Window(start, end) if start and end else None

    return resolve


def _back(count: int, unit: str) -> Callable[[date], date | None]:
    """A day so many units before another."""
    if unit == "hour" or unit == "minute":
        hours = count if unit == "hour" else count / 60
        return lambda anchor: shifted(anchor, -max(1, int(-(-hours // 24))))
    if unit in ("day", "night"):
        return lambda anchor: shifted(anchor, -count)
    if unit in ("week", "fortnight"):
        return lambda anchor: shifted(anchor, -7 * count * (2 if unit == "fortnight" else 1))
    return lambda anchor: months_back(anchor, count * {"month": 1, "year": 12, "decade": 120}[unit])


def past(count: int, unit: str) -> Resolve:
    """A window that ends on the anchor: "within the past two weeks"."""

    def resolve(context: Context) -> Window | None:
        start = _back(count, unit)(context.anchor) if context.anchor else None
        return Window(start, context.anchor) if start else None

    return resolve


def coming(count: int, unit: str) -> Resolve:
    """A window that begins on the anchor: "over the next two weeks"."""

    def resolve(context: Context) -> Window | None:
        end = _ahead(count, unit, context.anchor) if context.anchor else None
        return Window(context.anchor, end) if end else None

    return resolve


def next_ones(count: int, unit: str) -> Resolve:
    """ "Over the next two weeks" from the anchor on; of what is past, from the time that was told last."""
    ahead, behind = coming(count, unit), from_previous(1, None)
    return lambda context: ahead(context) if context.future or context.previous is None else behind(context)


def _ahead(count: int, unit: str, anchor: date) -> date | None:
    if unit in ("month", "year", "decade"):
        return months_back(anchor, -count * {"month": 1, "year": 12, "decade": 120}[unit])
    back = _back(count, unit)(anchor)
    return anchor + (anchor - back) if back else None


def ago(count: int, unit: str, loose: bool) -> Resolve:
    """A day so many days ago, or the calendar week, month or year so many ago; nothing sure where it is loose.

    A period "since it began about two weeks ago" is no longer than the two weeks, and one since five years ago begins
    in that year.
    """

    def resolve(context: Context) -> Window | None:
        anchor = context.anchor
        if context.opens and unit not in ("month", "year"):
            return past(count, unit)(context)
        if anchor is not None and context.opens:
            return _unit_window(unit, -count, anchor)
        if anchor is None or (loose and unit not in ("day", "night")):
            return None
        if unit in ("hour", "minute"):
            hours = count if unit == "hour" else 1
            return window_of(shifted(anchor, -int(-(-hours // 24))), anchor)
        if unit in ("day", "night"):
            return window_of(shifted(anchor, -count), anchor if loose else shifted(anchor, -count))
        return _unit_window(unit, -count, anchor)

    return resolve


def window_of(start: date | None, end: date | None) -> Window | None:
    return Window(start, end) if start and end else None


def _unit_window(unit: str, steps: int, anchor: date) -> Window | None:
    """The calendar week, weekend, month or year so many steps from the anchor's."""
    if unit in ("week", "fortnight"):
        return week_window(anchor, steps * (2 if unit == "fortnight" else 1))
    if unit == "month":
        there = months_back(anchor, -steps)
        return month_window(there.year, there.month) if there else None
    if unit == "decade":
        return None
    return _complete(anchor.year + steps, Parts(anchor.year + steps, None, None))


def step(word: str, unit: str) -> Resolve:
    """ "last week", "this month", "next year"."""
    steps = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[word]

    def resolve(context: Context) -> Window | None:
        if context.anchor is None:
            return None
        window = _unit_window(unit, steps, context.anchor)
        if steps == 0 and context.future and window and window.end:
            return Window(context.anchor, window.end) if unit != "week" else window
        return clipped(window, context) if steps == 0 else window

    return resolve


def weekend(word: str) -> Resolve:
    """Saturday and Sunday: "at the weekend" the last one that has begun, "next weekend" the one after."""

    def resolve(context: Context) -> Window | None:
        anchor = context.anchor
        if anchor is None:
            return None
        saturday = shifted(anchor, -((anchor.weekday() - 5) % 7))
        if saturday and (word in ("next", "coming") or context.future):
            saturday = shifted(saturday, 7) if (anchor - saturday).days > 1 or word == "next" else saturday
        elif saturday and word == "last" and (anchor - saturday).days < 2:
            saturday = shifted(saturday, -7)
        return window_of(saturday, shifted(saturday, 1)) if saturday else None

    return resolve


def month_step(word: str, month: int) -> Resolve:
    """ "last November", "next March", "this June"."""

    def resolve(context: Context) -> Window | None:
        anchor = context.anchor
        if anchor is None:
            return None
        if word == "this":
            return clipped(month_window(anchor.year, month), context)
        late = month >= anchor.month if word == "last" else month <= anchor.month
        step = -1 if word == "last" else 1
        return month_window(anchor.year + (step if late else 0), month)

    return resolve


def season(season: int, year: int | None, word: str) -> Resolve:
    """March to May, June to August, September to November; of a winter only "last" and "this" are clear."""

    def resolve(context: Context) -> Window | None:
        anchor = context.anchor
        if season == 4 and word not in ("last", "this"):
            return None
        if year is not None:
            return months(year, 3 * season, 3 * season + 2)
        if anchor is None:
            return None
        for back in (0, 1, 2):
            window = months(anchor.year - back, 3 * season, 3 * season + 2)
            if window and window.start and window.end and window.start <= anchor:
                if word == "last" and window.end >= anchor:
                    continue
                return clipped(window, context)
        return None

    return resolve


def months(year: int, first: int, last: int) -> Window | None:
    """The first to the last of some months; a last month above 12 lies in the next year."""
    start, end = month_window(year, first), month_window(year + (last - 1) // 12, (last - 1) % 12 + 1)
    return Window(start.start, end.end) if start and end else None


def winter(first: int, second: int) -> Resolve:
    years_fit = second % 100 == (first + 1) % 100
    return lambda _: months(first, 12, 14) if years_fit else None


def from_previous(first: int, last: int | None) -> Resolve:
    """Days counted from the time that was told last; without a last one the window stays open."""

    def resolve(context: Context) -> Window | None:
        told = context.previous
        if told is None or told.start is None or (told.start != told.end and (first, last) != (0, None)):
            return None
        start = shifted(told.start, first)
        end = shifted(told.start, last) if last is not None else None
        return Window(start, end) if start else None

    return resolve


def unit_after_previous(unit: str) -> Resolve:
    """The calendar week, month or year behind the day told last."""

    def resolve(context: Context) -> Window | None:
        told = context.previous
        return _unit_window(unit, 1, told.start) if told is not None and told.start == told.end and told.start else None

    return resolve


def previous_or_today(context: Context) -> Window | None:
    """ "Earlier in the day": the day told last, else that of the telling."""
    return from_previous(0, 0)(context) if context.previous else window_of(context.anchor, context.anchor)


def same(context: Context) -> Window | None:
    """ "over the same period", "at about the same time"."""
    return context.previous


def event_beside(days: int, *, comes: bool = False) -> Resolve:
    """ "on Monday, a day after the truce was sealed": the day of the event that is named, not of the one told.

    Args:
        days: from the one to the other.
        comes: it is told of what went before: "this came a day after the truce was sealed".
    """

    def resolve(context: Context) -> Window | None:
        told = context.beside or (context.previous if comes else None)
        if told is None or told.start is None or told.start != told.end:
            return None
        found = shifted(told.start, days)
        return window_of(found, found)

    return resolve


def of_month(number: int) -> Resolve:
    """ "on the 19th": the nearest such day before the anchor, or the next after it."""

    def resolve(context: Context) -> Window | None:
        anchor, told = context.anchor, context.previous and context.previous.start
        if anchor is None and told is not None:  # a text without a day goes on from the month that it told
            return window_of(day(told.year, told.month, number), day(told.year, told.month, number))
        if anchor is None or not 1 <= number <= 31:
            return None
        for step in range(3):
            month = months_back(anchor.replace(day=1), -step if context.future else step)
            found = day(month.year, month.month, number) if month else None
            if found and (found >= anchor if context.future else found <= anchor):
                return Window(found, found)
        return None

    return resolve
