"""Days that are told by a feast (feasts.csv): "on Easter Monday", "on Eid al-Adha", "on Christmas Eve 2017"."""

import re
from datetime import date
from functools import cache
from typing import Final, Literal, NamedTuple, get_args

from stemmata.tables import CODEBOOK, read_table
from stemmata.times.calendars import Calendar, Window, day, shifted, to_gregorian, year_of
from stemmata.times.rules import Expression, group, made
from stemmata.times.windows import Context

# Names of a season too: a "Christmas market" has no day, "the day after Christmas" has.
LOOSE: Final = frozenset({"christmas", "new year"})
_NTH: Final = ("first", "second", "third", "fourth")
FeastCalendar = Literal["common", "easter", "islamic", "solar"]


class Feast(NamedTuple):
    calendar: FeastCalendar
    month: int
    day: int
    """Of the month; for Easter, days behind its Sunday."""
    entry: str


@cache
def feasts() -> dict[str, Feast]:
    """The feasts by name, in lower case."""
    found: dict[str, Feast] = {}
    for row in read_table(CODEBOOK / "feasts.csv", ("feast", "calendar", "month", "day")):
        row.one_of("calendar", get_args(FeastCalendar))
        if not re.fullmatch(r"\d*", row["month"]) or not re.fullmatch(r"-?\d+", row["day"]):
            raise row.wrong("month and day must be whole numbers")
        calendar: FeastCalendar = row["calendar"]  # type: ignore[assignment]
        found[row["feast"]] = Feast(calendar, int(row["month"] or 0), int(row["day"]), row.entry)
    return found


def names() -> str:
    """A pattern that matches any feast."""
    return (
        "(?:"
        + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in sorted(feasts(), key=len, reverse=True))
        + ")"
    )


def feast(match: re.Match[str]) -> Expression | None:
    """The nearest such day before the anchor, or the one of the year told; the Eastern churches' day stays unknown.

    A name that a feast is part of tells no day: "Jabal al-Arbaeen", "Operation Ashura".
    """
    if re.search(
        r"\b(?:orthodox|coptic|operation)\s+$|-$",
        match.string[max(0, match.start() - 12) : match.start()],
        re.IGNORECASE,
    ):
        return None
    if match["feast"].lower() in LOOSE and not group(match, "beside"):
        return None
    named = feasts()[" ".join(match["feast"].lower().split())]
    year = int(match["year"]) if group(match, "year") else None
    days_on = _NTH.index(match["nth"].lower()) if group(match, "nth") else 0
    if beside := group(match, "beside"):  # "the day after Christmas", "the eve of Eid al-Fitr"
        eve = match.group().lower().split(beside.lower())[0].split()[-1] == "eve"
        days_on = 1 if beside.lower() == "after" else -1 if beside.lower() == "before" or eve else 0

    def resolve(context: Context) -> Window | None:
        first = _in_year(named, year) if year else _nearest(named, context)
        found = shifted(first, days_on) if first else None
        return Window(found, found) if found else None

    return made(match, "day", resolve, None, named.entry, year is None)


def _nearest(named: Feast, context: Context) -> date | None:
    anchor = context.anchor
    if anchor is None:
        return None
    days = [found for year in range(anchor.year - 1, anchor.year + 2) if (found := _in_year(named, year))]
    if context.future:
        return min((found for found in days if found >= anchor), default=None)
    return max((found for found in days if found <= anchor), default=None)


def _in_year(named: Feast, year: int) -> date | None:
    """The day of a feast in a year of the common calendar."""
    if named.calendar == "common":
        return day(year, named.month, named.day)
    if named.calendar == "easter":
        return shifted(easter(year), named.day)
    calendar: Calendar = named.calendar
    around = year_of(calendar, date(year, 7, 1))
    days = (to_gregorian(calendar, other, named.month, named.day) for other in (around - 1, around, around + 1))
    return next((found for found in days if found and found.year == year), None)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches, by the rule of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, of_month = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, of_month + 1)
