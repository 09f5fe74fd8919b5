"""From a match of a pattern to a time expression: one function for each way of telling a time.

A function returns None where the words only look like a time: "the March on Rome", "Bloody Sunday", "2000 fighters".
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, cast

from stemmata.times import windows
from stemmata.times.calendars import Window, day, shifted, week_window
from stemmata.times.windows import Context, Grain, Parts, Resolve
from stemmata.times.words import alternatives, value, words


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression without its preposition. Offsets count in the document's text."""

    start: int
    end: int
    rule: str
    grain: Grain
    resolve: Resolve
    parts: Parts | None = None
    entry: str = ""
    anchored: bool = False
    """Its days depend on the anchor."""


def made(
    match: re.Match[str],
    grain: Grain,
    resolve: Resolve,
    parts: Parts | None = None,
    entry: str = "",
    anchored: bool = True,
) -> Expression:
    return Expression(match.start(), match.end(), "", grain, resolve, parts, entry, anchored)


def group(match: re.Match[str], name: str) -> str | None:
    return match.groupdict().get(name)


def _year_value(raw: str | None) -> int | None:
    """A year of four digits, or of two: '19 is 2019 and '87 is 1987."""
    if raw is None:
        return None
    return int(raw) if len(raw) == 4 else int(raw) + (2000 if int(raw) < 70 else 1900)


def iso(match: re.Match[str]) -> Expression | None:
    return _of_parts(match, Parts(int(match["year"]), int(match["month"]), int(match["day"])), "")


def numeric(match: re.Match[str]) -> Expression | None:
    """19/01/2019: day and month where one reading is possible, or the anchor decides; dots put the day first."""
    a, b, year = int(match["a"]), int(match["b"]), _year_value(match["year"])
    if match["mark"] == "." and len(match["year"]) == 2:
        return None
    if match["mark"] == "." or a > 12 or a == b:
        return _of_parts(match, Parts(year, b, a), "")
    if b > 12:
        return _of_parts(match, Parts(year, a, b), "")
    if year is None:
        return None
    return made(match, "day", windows.either(day(year, b, a), day(year, a, b)))


# What may stand before the day that opens an entry of a log.
_ENTRY: Final = re.compile(r"(?:^|\n)[\s•*–-]*$")


def numeric_entry(match: re.Match[str]) -> Expression | None:
    """ "21/5 0700 - 14 rockets": a day without its year, where it opens a line."""
    a, b = int(match["a"]), int(match["b"])
    if not _ENTRY.search(match.string, max(0, match.start() - 8), match.start()) or max(a, b) > 31:
        return None
    return made(match, "day", windows.lately(Parts(None, b, a), Parts(None, a, b)))


def military(match: re.Match[str]) -> Expression | None:
    month, entry = value("month", match["month"])
    return _of_parts(match, Parts(_year_value(match["year"]), month, int(match["day"])), entry)


def is_capital(word: str) -> bool:
    return word[:1].isupper()


_COMMON_WORDS: Final = frozenset(("may", "march", "mar", "sun", "sat", "dec", "jan"))
"""Months that are other words too: in lower case they need a year."""


def date(match: re.Match[str]) -> Expression | None:
    word, number, year = match["month"], group(match, "day"), group(match, "year")
    if word in _COMMON_WORDS and year is None:
        return None
    month, entry = value("month", word)
    weekday, _ = value("weekday", re.split(r"\W", match.group(), maxsplit=1)[0])
    return _of_parts(match, Parts(_year_value(year), month, int(number) if number else None, weekday or None), entry)


def _of_parts(match: re.Match[str], parts: Parts, entry: str) -> Expression | None:
    if parts.day == 0 or (parts.day is not None and parts.day > 31):
        return None
    grain: Grain = "day" if parts.day else "month" if parts.month else "year"
    return made(match, grain, lambda context: windows.resolve_parts(parts, context), parts, entry, parts.year is None)


def days_of_month(match: re.Match[str]) -> Expression | None:
    """ "3-5 May", "from 3 to 5 May", "May 3 and 4"."""
    month, entry = value("month", match["month"])
    first, last, year = int(match["day"]), int(match["day_2"]), _year_value(group(match, "year"))
    if not is_capital(match["month"]) or not 1 <= first < last <= 31:
        return None

    def resolve(context: Context) -> Window | None:
        end = windows.resolve_parts(Parts(year, month, last), context)
        start = day(end.end.year, month, first) if end and end.end else None
        return Window(start, end.end) if start and end else None

    return made(match, "span", resolve, None, entry, year is None)


def month_to_month(match: re.Match[str]) -> Expression | None:
    """ "January to May 2022"; "January and May 2022" only behind "between"."""
    first, entry = value("month", match["month"])
    last, _ = value("month", match["month_2"])
    year = int(match["year"])
    if re.search(r"\band\b|&|/", match.group()) and not _between(match):
        return None
    return made(
        match, "span", lambda _: windows.months(year, first, last) if first < last else None, None, entry, False
    )


def _between(match: re.Match[str]) -> bool:
    return match.string[max(0, match.start() - 12) : match.start()].lower().rstrip().endswith("between")


@cache
def _month_lead() -> re.Pattern[str]:
    """What stands before a month that no year or day makes one."""
    return re.compile(
        r"(?:\b(?:in|since|during|by|until|till|before|after|from|between|through|throughout|of|early|late|mid|for|over)"
        rf"(?:\s+the\s+month\s+of)?\s*[-–]?\s*|\b{alternatives('month')},\s+"
        r"|\band\s+|\bto\s+|[-–]\s*|\bmid-|\bin\s+(?:early|late|mid)[-\s]+)$",
        re.IGNORECASE,
    )


def month_alone(match: re.Match[str]) -> Expression | None:
    """A month by itself needs a word of time before it: "in March", not "the March on Rome" or "Ms May"."""
    word = match["month"]
    lead = match.string[max(0, match.start() - 24) : match.start()]
    if (
        not is_capital(word)
        or not _month_lead().search(lead)
        or (word.lower() in ("sun", "sat", "mar", "dec") and "." not in word)
    ):
        return None
    other = word.lower() == "may" and re.search(r"\b(?:by|of|for|and|to|from|after|over)\s*$", lead, re.IGNORECASE)
    if other and not _PORTION_LEAD.search(match.string[max(0, match.start() - 20) : match.start()] + " "):
        return None
    month, entry = value("month", word)
    return _of_parts(match, Parts(None, month, None), entry)


def stepped_month(match: re.Match[str]) -> Expression | None:
    month, entry = value("month", match["month"])
    step = {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(
        match["step"].lower(), match["step"].lower()
    )
    if not is_capital(match["month"]):
        return None
    return made(match, "month", windows.month_step(step, month), None, entry)


def date_in_year(match: re.Match[str]) -> Expression | None:
    """ "In April last year", "on 5 April this year"."""
    month, entry = value("month", match["month"])
    number = group(match, "day")
    steps = {"last": -1, "this": 0, "next": 1}[match["step"].lower()]
    if not is_capital(match["month"]):
        return None

    def resolve(context: Context) -> Window | None:
        year = context.anchor.year + steps if context.anchor else None
        return windows.resolve_parts(Parts(year, month, int(number) if number else None), context) if year else None

    return made(match, "day" if number else "month", resolve, None, entry)


_YEAR_LEAD: Final = re.compile(
    r"\b(?:in|since|during|by|until|till|before|after|from|between|through|throughout|of|early|late|mid|to|and"
    r"|around|year|beginning|end|start)\s*[-–]?\s*$",
    re.IGNORECASE,
)


def year_alone(match: re.Match[str]) -> Expression | None:
    """A year needs a word of time before it and no counted noun behind: "in 2016", not "2000 fighters"."""
    text, lead = match.string, match.string[max(0, match.start() - 12) : match.start()]
    behind = text[match.end() : match.end() + 1]
    if not _YEAR_LEAD.search(lead) or (
        behind in (",", ".", "-", "–", "/") and text[match.end() + 1 : match.end() + 2].isdigit()
    ):
        return None
    return _of_parts(match, Parts(int(match["year"]), None, None), "")


def years(match: re.Match[str]) -> Expression | None:
    first, second = int(match["year"]), match["year_2"]
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    lead = match.string[max(0, match.start() - 12) : match.start()]
    if not first < last <= first + 60 or not _YEAR_LEAD.search(lead):
        return None
    return made(match, "span", lambda _: windows.window_of(day(first, 1, 1), day(last, 12, 31)), None, "", False)


_HABIT: Final = re.compile(r"\b(?:every|each|on\s+most|most)\s+$", re.IGNORECASE)


def _named_day(match: re.Match[str]) -> bool:
    """Tell whether a weekday is a name or a habit: "Bloody Sunday", "Easter Monday", "every Friday", "on Fridays"."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match.group().lower().endswith("days") and re.search(r"\bon\s+$", before, re.IGNORECASE):
        return True
    last = re.search(r"([^\W\d_]+)[\s-]+$", before)
    if last and last.group(1).lower() in words("named"):
        return True
    return bool(_HABIT.search(before))


_AMBIGUOUS_DAYS: Final = frozenset(("mon", "wed", "sat", "sun", "thu", "tue", "fri", "thur", "thurs", "tues"))


# What makes a short weekday one: a word of time before it, a part of the day behind, or that it opens an entry.
_DAY_LEAD: Final = re.compile(r"\b(?:on|last|next|this|since|by|until|late|early)\s+$", re.IGNORECASE)
_DAY_PART: Final = re.compile(r"\.?\s+(?:night|morning|evening|afternoon|noon|dawn|[ap]\.?m)\b", re.IGNORECASE)


def _tells_day(match: re.Match[str]) -> bool:
    text, start, end = match.string, match.start(), match.end()
    opens = _ENTRY.search(text, max(0, start - 8), start) and text[end : end + 1] in (":", ",")
    return bool(opens or _DAY_LEAD.search(text, max(0, start - 8), start) or _DAY_PART.match(text, end))


def weekday_alone(match: re.Match[str]) -> Expression | None:
    word = match["weekday"]
    if word.lower() in _AMBIGUOUS_DAYS and not (word[0].isupper() and _tells_day(match)):
        return None
    if _named_day(match):
        return None
    number, entry = value("weekday", word)
    return made(match, "day", windows.weekday(number, ""), None, entry)


def stepped_weekday(match: re.Match[str]) -> Expression | None:
    number, entry = value("weekday", match["weekday"])
    step = {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(
        match["step"].lower(), match["step"].lower()
    )
    return made(match, "day", windows.weekday(number, step), None, entry)


def weekday_of_week(match: re.Match[str]) -> Expression | None:
    number, entry = value("weekday", match["weekday"])
    steps = {"last": -1, "this": 0, "next": 1}[match["step"].lower()]

    def resolve(context: Context) -> Window | None:
        week = week_window(context.anchor, steps) if context.anchor else None
        found = shifted(week.start, number - 1) if week and week.start else None
        return windows.window_of(found, found)

    return made(match, "day", resolve, None, entry)


def season_of_year(match: re.Match[str]) -> Expression | None:
    season, entry = value("season", match["season"])
    year, second = int(match["year"]), group(match, "year_2")
    if second is not None:
        resolve = windows.winter(year, int(second)) if season == 4 else (lambda _: None)
        return made(match, "span", resolve, None, entry, False)
    return made(match, "span", windows.season(season, year, ""), None, entry, False)


def stepped_season(match: re.Match[str]) -> Expression | None:
    season, entry = value("season", match["season"])
    step = match["step"].lower()
    if step not in ("last", "this"):
        return None
    return made(match, "span", windows.season(season, None, step), None, entry)


def quarter(match: re.Match[str]) -> Expression | None:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[match["quarter"].lower()]
    year = int(match["year"])
    return made(
        match,
        "span",
        lambda context: windows.clipped(windows.months(year, 3 * quarter - 2, 3 * quarter), context),
        anchored=False,
    )


def stepped_unit(match: re.Match[str]) -> Expression | None:
    unit, step = match["unit"].lower(), (group(match, "step") or "the").lower()
    if unit == "weekend":
        return made(match, "span", windows.weekend(step))
    if step == "past" or (step == "coming" and unit != "week"):
        return None
    grain = cast(Grain, "week" if unit == "fortnight" else unit)
    return made(match, grain, windows.step(step, unit))


_PORTION_LEAD: Final = re.compile(
    r"\b(?:(?:start|beginning|middle|end|half|days|weeks?|months|course|rest)\s+of|(?:earlier|later)\s+in)\s+$",
    re.IGNORECASE,
)


def running_unit(match: re.Match[str]) -> Expression | None:
    """ "the month" alone is no time; "the start of the month" is."""
    if not _PORTION_LEAD.search(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    return made(match, cast(Grain, match["unit"].lower()), windows.step("this", match["unit"].lower()))


def ordinal_day(match: re.Match[str]) -> Expression | None:
    lead = match.string[max(0, match.start() - 12) : match.start()].lower()
    behind = re.match(r"\s+([^\W\d_]+)", match.string[match.end() : match.end() + 24])
    if not re.search(r"\b(?:on|of|by|since|until|before|after|and|to)\s+$", lead):
        return None
    if behind and behind.group(1).lower() not in _FUNCTION_WORDS:
        return None
    return made(match, "day", windows.of_month(int(match["day"])))


_FUNCTION_WORDS: Final = frozenset((
    "in", "at", "by", "on", "near", "when", "and", "after", "before", "to", "from", "while", "as", "where",
    "with", "the", "a", "an", "but", "or", "that", "which", "who", "whose", "he", "she", "it", "they", "we", "is",
    "was", "were", "are", "has", "had", "have", "for", "inside", "outside", "around", "against", "during", "over",
    "between", "because", "if", "until",
))  # fmt: skip
