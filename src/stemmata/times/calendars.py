"""Days and windows of days: arithmetic of the Gregorian calendar, and dates told in other calendars.

A window is a pair of days, both included; None stands for a side that is not told.
"""

from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

Calendar = Literal["islamic", "solar", "ethiopian"]

JULIAN_DAY_OF_ORDINAL_0: Final = 1721425
ETHIOPIAN_EPOCH: Final = 1724221
"""Julian day number of 1 Meskerem of the year 1 (29 August 8, Julian calendar)."""
SOLAR_LEAPS: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
"""Leap years of the solar Hijri calendar of Iran and Afghanistan in its cycle of 33 years. The cycle agrees with the
equinox for the whole of the modern calendar (from 1304, that is 1925); the tests hold it to published New Years."""
YEARS: Final[dict[Calendar, range]] = {
    "islamic": range(1343, 1501),  # what hijridate, the table of Umm al-Qura, covers
    "solar": range(1300, 1473),
    "ethiopian": range(1850, 2093),
}


class Window(NamedTuple):
    start: date | None
    end: date | None


def day(year: int, month: int, of_month: int) -> date | None:
    """A day, or None where the calendar has none: 31 February."""
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def shifted(from_day: date, days: int) -> date | None:
    """A day so many days later; None beyond the years 1 to 9999."""
    try:
        return from_day + timedelta(days=days)
    except OverflowError:
        return None


def month_window(year: int, month: int) -> Window | None:
    """The first to the last day of a month."""
    first = day(year, month, 1)
    following = day(year + month // 12, month % 12 + 1, 1)
    return Window(first, following - timedelta(days=1)) if first and following else None


def months_back(from_day: date, months: int) -> date | None:
    """The same day so many months earlier, or the last day of that month; None before year 1."""
    index = from_day.year * 12 + from_day.month - 1 - months
    window = month_window(index // 12, index % 12 + 1)
    if window is None or window.end is None:
        return None
    return window.end.replace(day=min(from_day.day, window.end.day))


def week_window(of_day: date, weeks: int = 0) -> Window | None:
    """Monday to Sunday of the week of a day, or of one so many weeks later."""
    monday = shifted(of_day, 7 * weeks - of_day.weekday())
    sunday = shifted(monday, 6) if monday else None
    return Window(monday, sunday) if sunday else None


def to_gregorian(calendar: Calendar, year: int, month: int, of_month: int) -> date | None:
    """The day of a date in another calendar; None where that calendar has no such day or the year is out of reach.

    Islamic dates follow the calendar of Umm al-Qura; where a month begins by sighting, a day's difference is possible.
    """
    if year not in YEARS[calendar]:
        return None
    if calendar == "islamic":
        return _from_islamic(year, month, of_month)
    return _from_solar(year, month, of_month) if calendar == "solar" else _from_ethiopian(year, month, of_month)


def foreign_month(calendar: Calendar, year: int, month: int) -> Window | None:
    """The first to the last day of a month of another calendar."""
    first = to_gregorian(calendar, year, month, 1)
    lengths = (31, 30, 29, 6, 5)
    last = next((end for length in lengths if (end := to_gregorian(calendar, year, month, length))), None)
    return Window(first, last) if first and last else None


def year_of(calendar: Calendar, of_day: date) -> int:
    """The year of another calendar that begins last before, or shortly after, a day; good to one year."""
    if calendar == "islamic":
        return int((of_day.toordinal() - 227014) / 354.36707) + 1
    return of_day.year - (621 if calendar == "solar" else 7)


def _from_islamic(year: int, month: int, of_month: int) -> date | None:
    from hijridate import Hijri  # imported where it is used: few texts name an Islamic date

    try:
        found = Hijri(year, month, of_month).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def _from_solar(year: int, month: int, of_month: int) -> date | None:
    leap = year % 33 in SOLAR_LEAPS
    length = 31 if month <= 6 else 30 if month < 12 or leap else 29
    if not (1 <= month <= 12 and 1 <= of_month <= length):
        return None
    before = (month - 1) * 31 - max(0, month - 7)
    return _solar_new_year(year) + timedelta(days=before + of_month - 1)


def _solar_new_year(year: int) -> date:
    """1 Farvardin, counted from that of 1400, which was 21 March 2021."""
    years = range(1400, year) if year >= 1400 else range(year, 1400)
    days = sum(366 if y % 33 in SOLAR_LEAPS else 365 for y in years)
    return date(2021, 3, 21) + timedelta(days=days if year >= 1400 else -days)


def _from_ethiopian(year: int, month: int, of_month: int) -> date | None:
    length = 30 if month < 13 else 6 if year % 4 == 3 else 5
    if not (1 <= month <= 13 and 1 <= of_month <= length):
        return None
    julian_day = ETHIOPIAN_EPOCH + 365 * (year - 1) + year // 4 + 30 * (month - 1) + of_month - 1
    return date.fromordinal(julian_day - JULIAN_DAY_OF_ORDINAL_0)
