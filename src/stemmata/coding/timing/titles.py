"""The time that the title of a chronicle names: "2016 Dabiq offensive", "Siege of Wadi Barada (June 2012–April 2013)".

What a chronicle tells without a year is of that time.
"""

import calendar
import re
from datetime import date
from functools import cache
from typing import Final

from stemmata.times import Window
from stemmata.times.calendars import month_window
from stemmata.times.words import alternatives, value

_IN_BRACKETS: Final = re.compile(r"\(([^()]*\d{4})\)$")
_YEARS: Final = r"(?:19|20)\d\d"
_YEAR: Final = re.compile(rf"^(?:the\s+)?({_YEARS})\s|\s({_YEARS})$", re.IGNORECASE)
_MONTH_OF_YEAR: Final = re.compile(rf"(?:({'|'.join(calendar.month_name[1:])})\s+)?({_YEARS})", re.IGNORECASE)
_BEFORE_YEAR: Final = rf"(?:the|in|of|since|spring|summer|autumn|winter|{'|'.join(calendar.month_name[1:])})"
_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
LEAD: Final = 600
"""Characters in which the text has to name the year of its title again. Set by judgement."""


def window_of_title(title: str | None, text: str) -> Window | None:
    """The time that a title names: in brackets behind the name of what it tells, or as the year of a campaign.

    News is dated by its weekdays, and a title that only looks back ("2015 attacker sentenced") dates nothing in it: the
    text has to name its year again, unless what the year stands with lasts ("2016 Dabiq offensive").
    """
    title = (title or "").strip()
    if bracket := _IN_BRACKETS.search(title):
        told = [_window(*match.groups()) for match in _MONTH_OF_YEAR.finditer(bracket[1])]
        return Window(told[0].start, told[-1].end) if told else None
    named = _YEAR.search(title) or _lasting().search(title)
    if named is None or _WEEKDAY.search(text):
        return None
    year = next(group for group in named.groups() if group)
    again = re.search(rf"\b{_BEFORE_YEAR}\s{year}\b", text[:LEAD], re.IGNORECASE)
    return _window(None, year) if again or _lasting().search(title) else None


def window_of_definition(text: str) -> Window | None:
    """The year of a text that opens by saying what it is about: "The battle of X was a part of the 2022 invasion".

    News is dated by its weekdays and defines nothing.
    """
    opening = text.strip()[:LEAD].split("\n\n", 1)[0]
    if _DEFINES.search(opening) is None or _WEEKDAY.search(text):
        return None
    named = {match["year"] for match in _of_lasting().finditer(opening)}
    return _window(None, named.pop()) if len(named) == 1 else None


# "The battle of X was a military engagement ..."
_DEFINES: Final = re.compile(r"^\W*(?:The\s|[A-Z])[^.]{3,160}?\b(?:was|were|is)\s+(?:a|an|the|part|one)\b")


@cache
def _of_lasting() -> re.Pattern[str]:
    """ "The 2022 Russian invasion"."""
    return re.compile(rf"\b(?P<year>{_YEARS})\s+(?:[\w-]+\s+){{0,3}}?{alternatives('lasting')}\b", re.IGNORECASE)


@cache
def _lasting() -> re.Pattern[str]:
    """ "2016 Dabiq offensive", "Dabiq clashes 2016", "Crisis of 2006"."""
    lasting = alternatives("lasting")
    return re.compile(rf"^(?:the\s+)?({_YEARS})\s.*\b{lasting}$|\b{lasting}\s+(?:of\s+)?({_YEARS})\b", re.IGNORECASE)


def _window(month: str | None, year: str) -> Window:
    of_month = month_window(int(year), value("month", month)[0]) if month else None
    return of_month or Window(date(int(year), 1, 1), date(int(year), 12, 31))
