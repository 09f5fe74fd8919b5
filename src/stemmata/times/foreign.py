"""Dates of the Islamic, the Persian and the Ethiopian calendar, as days of the common one."""

import re
from collections.abc import Callable
from datetime import date

from stemmata.times.calendars import YEARS, Calendar, Window, foreign_month, to_gregorian, year_of
from stemmata.times.rules import Expression, group, is_capital, made
from stemmata.times.windows import Context, Grain, Resolve, clipped
from stemmata.times.words import value


def foreign_date(calendar: Calendar) -> Callable[[re.Match[str]], Expression | None]:
    def make(match: re.Match[str]) -> Expression | None:
        month, entry = value(calendar, match["month"])
        raw, number = group(match, "year"), group(match, "day")
        year = int(raw) if raw else None
        if not is_capital(match["month"]) or (year is not None and not _fits(calendar, year)):
            return None
        if year is not None and number and year not in YEARS[calendar] and calendar != "ethiopian":
            # "3 Ramadan 2018" mixes calendars; read as the day of that month in the Gregorian year.
            return made(match, "day", _resolved(calendar, year, month, int(number)), None, entry, False)
        grain: Grain = "day" if number else "month"
        return made(
            match,
            grain,
            _resolved(calendar, year, month, int(number) if number else None),
            None,
            entry,
            year is None,
        )

    return make


def _fits(calendar: Calendar, year: int) -> bool:
    return year in YEARS[calendar] or calendar == "islamic"


def _resolved(calendar: Calendar, year: int | None, month: int, number: int | None) -> Resolve:
    """A date of another calendar; with a Gregorian year ("Ramadan 2018") the month that begins in it."""

    def resolve(context: Context) -> Window | None:
        if year is not None and year in YEARS[calendar]:
            return _foreign_window(calendar, year, month, number)
        base = date(year, 7, 1) if year is not None else context.anchor
        if base is None:
            return None
        around = year_of(calendar, base)
        for candidate in (around + 1, around, around - 1):
            window = _foreign_window(calendar, candidate, month, number)
            if window is None or window.start is None:
                continue
            if window.start.year == year if year is not None else window.start <= base:
                return window if year is not None else clipped(window, context)
        return None

    return resolve


def _foreign_window(calendar: Calendar, year: int, month: int, number: int | None) -> Window | None:
    if number is None:
        return foreign_month(calendar, year, month)
    found = to_gregorian(calendar, year, month, number)
    return Window(found, found) if found else None
