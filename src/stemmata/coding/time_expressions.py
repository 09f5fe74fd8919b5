"""The expressions that name a time, found by their words alone and resolved later, when anchor and tense are known.

The table of patterns below gives each way of telling a time its name; `time_rules.py` makes expressions of the
matches, and `time_windows.py` says which days they mean.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import cast, get_args

from stemmata.coding import time_rules as rules
from stemmata.coding.calendars import Calendar
from stemmata.coding.time_rules import Expression
from stemmata.coding.time_words import WordKind, alternatives

_YEAR = r"(?:19|20)\d\d"
_DATED_YEAR = r"(?:1[89]|20)\d\d"
"""Beside a day and a month an older year is safe to read."""
_ORDINAL = r"(?:st|nd|rd|th)?"
_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade)s?"
_SPAN_UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
_HEDGE = (
    r"(?:(?P<hedge>about|around|nearly|almost|roughly|some|over|more than|less than|at least|approximately|just over"
    r"|just under)\s+)?"
)


_PART_LEAD = r"(?:at|in\s+the|during\s+the|before|after|by|from|at\s+the|around|until)"

Make = Callable[[re.Match[str]], Expression | None]
Rule = tuple[str, str, Make]
"""Name, pattern and maker of a way to tell a time."""


@cache
def _patterns() -> list[tuple[str, re.Pattern[str], Make]]:
    """Name, pattern and maker of each rule. Where two rules match the same words, the longer match wins."""
    dot = r"\b(?:\.(?=,?\s*\d))?"
    month = rf"(?P<month>{alternatives('month')}){dot}"
    month_2 = rf"(?P<month_2>{alternatives('month')}){dot}"
    weekday = rf"(?P<weekday>{alternatives('weekday')})s?\b"
    named = rf"(?:{alternatives('weekday')}{dot},?\s+(?:the\s+)?)?"
    season = rf"(?P<season>{alternatives('season')})"
    count = rf"(?P<count>\d{{1,3}}|{alternatives('number')})"
    year = rf"(?P<year>{_YEAR})(?![\d%])"
    dated_year = rf"(?P<year>{_DATED_YEAR})(?![\d%])"
    number = rf"(?P<day>\d{{1,2}}){_ORDINAL}"
    number_2 = rf"(?P<day_2>\d{{1,2}}){_ORDINAL}"
    to = r"\s*(?:-|–|—|to|and|&|until|till|through|into|/)\s*"
    step = r"(?P<step>last|this|next|past|previous|coming|current)"
    part = rf"(?P<part>{alternatives('part')})"
    military = rf"(?P<month>{alternatives('month')})\s?(?P<year>{_YEAR}|\d\d)(?!\d)"
    short_year = rf"(?P<year>{_YEAR}|\d\d)"
    of_year = rf"(?:,?\s+{dated_year})?"
    before = r"(?:the\s+)?(?:past|last|previous|preceding)"
    a_day = r"(?:a|one)\s+day"
    in_days = r"(?:day|morning|afternoon|evening|night)"
    table: list[Rule] = [
        ("iso-date", r"(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?![\d-])", rules.iso),
        ("numeric-date", rf"(?P<a>\d\d?)(?P<mark>[/.])(?P<b>\d\d?)(?P=mark){short_year}(?![\d/])", rules.numeric),
        ("military-date", rf"(?P<day>\d\d)\d{{4}}\s?[A-Z]\s?{military}", rules.military),
        ("military-date", rf"(?P<day>\d\d?)\s\d{{4}}[A-Z]\s{military}", rules.military),
        ("day-month", rf"{named}{number}(?:\s+of)?[\s-]+{month}(?:,?[\s-]+{dated_year})?", rules.date),
        ("month-day", rf"{named}{month}\s+(?:the\s+)?{number}(?![\d:%]|\.\d){of_year}", rules.date),
        ("days-month", rf"{named}{number}{to}{named}{number_2}(?:\s+of)?\s+{month}{of_year}", rules.days_of_month),
        ("days-month", rf"{named}{month}\s+{number}{to}{number_2}(?![\d:%]){of_year}", rules.days_of_month),
        ("month-year", rf"{month},?\s+(?:of\s+)?{year}", rules.date),
        ("month-to-month", rf"{month}{to}{month_2}\s+{year}", rules.month_to_month),
        ("month", month, rules.month_alone),
        ("month-step", rf"{step}\s+{month}", rules.stepped_month),
        ("year", year, rules.year_alone),
        ("years", rf"(?P<year>{_YEAR})[-–](?P<year_2>{_YEAR}|\d\d)(?!\d)", rules.years),
        ("weekday", weekday, rules.weekday_alone),
        ("weekday-step", rf"{step}\s+{weekday}", rules.stepped_weekday),
        ("weekday-step", rf"{weekday}\s+(?:of\s+)?(?P<step>last|next|this)\s+week", rules.weekday_of_week),
        ("season", rf"{season}\s+(?:of\s+)?{year}(?:[-/–](?P<year_2>\d\d(?:\d\d)?))?", rules.season_of_year),
        ("season-step", rf"{step}\s+{season}", rules.stepped_season),
        ("quarter", rf"(?:the\s+)?(?P<quarter>first|second|third|fourth|last)\s+quarter\s+of\s+{year}", rules.quarter),
        ("unit-step", rf"{step}\s+(?P<unit>weekend|week|fortnight|month|year)", rules.stepped_unit),
        ("weekend", r"the\s+(?P<unit>weekend)", rules.stepped_unit),
        ("running-unit", r"the\s+(?P<unit>week|month|year)", rules.running_unit),
        ("past-span", rf"{before}\s+{_HEDGE}(?:{count}\s+)?{_SPAN_UNIT}", rules.past_span),
        ("recent-span", rf"(?:the\s+)?(?:most\s+)?recent\s+{_SPAN_UNIT}", rules.recent_span),
        ("days-after", rf"(?:the\s+)?{count}\s+days\s+(?:that|which)\s+followed", rules.days_after),
        ("days-after", rf"(?:the\s+)?following\s+{count}\s+days", rules.days_after),
        ("coming-span", rf"(?:the\s+)?(?:next|coming|following)\s+(?:{count}\s+)?{_SPAN_UNIT}", rules.coming_span),
        ("ago", rf"{_HEDGE}(?:{count}\s+)?{_UNIT}\s+ago", rules.ago_span),
        ("day-word", r"yesterday|today|tonight|tomorrow|overnight", rules.day_word),
        ("day-word", r"(?:the\s+)?day\s+(?:before\s+yesterday|after\s+tomorrow)", rules.day_word),
        ("this-part", rf"(?:earlier\s+)?(?P<step>this|last|yesterday|tomorrow)\s+{part}", rules.part_of_day),
        ("part-of-day", rf"{_PART_LEAD}\s+(?:early\s+|late\s+|mid-?)?{part}", rules.part_alone),
        ("same-day", rf"(?:(?:the|that)\s+(?:very\s+)?same|that)\s+{in_days}", rules.same_day),
        ("same-time", r"the\s+same\s+(?:period|time)|that\s+time|the\s+time", rules.other),
        ("next-day", rf"(?:the\s+)?(?:following|next)\s+{in_days}", rules.next_day),
        ("next-day", rf"{a_day}\s+(?:later|after|afterwards?)", rules.next_day),
        ("day-before", rf"the\s+(?:previous|preceding)\s+{in_days}|the\s+{in_days}\s+before", rules.day_before),
        ("day-before", rf"{a_day}\s+(?:earlier|before)", rules.day_before),
        ("later", rf"(?:{count}\s+)?{_UNIT}\s+(?P<way>later|earlier|before|after|afterwards?|prior)", rules.later),
        ("earlier", rf"(?:earlier|later)\s+(?:in\s+the|that|the\s+same)\s+{in_days}|shortly\s+afterwards?", rules.then),
        ("since-then", r"since\s+then|(?:(?<=has\s)|(?<=have\s)|(?<=had\s))since(?=\s+[a-z])", rules.then),
        ("recently", r"recently|lately", rules.other),
        ("day-of-month", r"the\s+(?P<day>\d\d?)(?:st|nd|rd|th)", rules.ordinal_day),
    ]  # fmt: skip
    for calendar in get_args(Calendar):
        name = rf"(?P<month>{alternatives(calendar)})"
        foreign = cast(Calendar, calendar)
        years = r"(?P<year>1[3-4]\d\d|(?:19|20)\d\d)(?!\d)"
        table += [
            (f"{calendar}-date", rf"{number}(?:\s+of)?\s+{name}(?:,?\s+{years})?", rules.foreign_date(foreign)),
            (f"{calendar}-date", rf"{name}\s+{number}(?![\d:%])(?:,?\s+{years})?", rules.foreign_date(foreign)),
            (f"{calendar}-month", rf"{name},?\s+{years}", rules.foreign_date(foreign)),
        ]
    table.append(("islamic-month", r"(?P<month>ramadan|ramadhan|ramazan|muharram)", rules.foreign_date("islamic")))
    return [
        (name, re.compile(rf"(?<![\w$€£])(?:{pattern})(?!\w)", re.IGNORECASE), make) for name, pattern, make in table
    ]


@cache
def _gate() -> re.Pattern[str]:
    """Matches wherever any expression could begin; most sentences hold none and are not searched further."""
    kinds: tuple[WordKind, ...] = ("month", "weekday", "season", "islamic", "solar", "ethiopian", "part")
    words = "|".join(alternatives(kind) for kind in kinds)
    more = r"day|night|week|month|year|decade|hour|minute|today|tomorrow|recent|lately|since|time|period|fortnight|\d"
    return re.compile(rf"{words}|{more}", re.IGNORECASE)


def expressions(text: str, start: int, end: int) -> list[Expression]:
    """The time expressions of a stretch of the text, in order and without overlap."""
    if not _gate().search(text, start, end):
        return []
    found: list[Expression] = []
    for rule, pattern, make in _patterns():
        for match in pattern.finditer(text, start, end):
            expression = make(match)
            if expression:
                found.append(replace(expression, rule=rule))
    return list(_longest(found))


def _longest(found: list[Expression]) -> Iterator[Expression]:
    """Of overlapping expressions the one that begins first, and of those the longest."""
    end = -1
    for expression in sorted(found, key=lambda e: (e.start, -e.end)):
        if expression.start >= end:
            yield expression
            end = expression.end
