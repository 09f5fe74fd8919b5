"""From a match of a pattern to a time expression: one function for each way of telling a time.

A function returns None where the words only look like a time: "the March on Rome", "Bloody Sunday", "2000 fighters".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from stemmata.times import windows
from stemmata.times.calendars import YEARS, Calendar, Window, day, shifted, week_window
from stemmata.times.windows import RECENT, Context, Grain, Parts, Resolve
from stemmata.times.words import number, value, words


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


def _made(
    match: re.Match[str],
    grain: Grain,
    resolve: Resolve,
    parts: Parts | None = None,
    entry: str = "",
    anchored: bool = True,
) -> Expression:
    return Expression(match.start(), match.end(), "", grain, resolve, parts, entry, anchored)


def _counted(match: re.Match[str], grain: Grain, resolve: Resolve) -> Expression:
    """A time counted from another time of the text, whatever the day of the telling."""
    return _made(match, grain, resolve, anchored=False)


def _group(match: re.Match[str], name: str) -> str | None:
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
    return _made(match, "day", windows.either(day(year, b, a), day(year, a, b)))


def military(match: re.Match[str]) -> Expression | None:
    month, entry = value("month", match["month"])
    return _of_parts(match, Parts(_year_value(match["year"]), month, int(match["day"])), entry)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


_COMMON_WORDS = frozenset(("may", "march", "mar", "sun", "sat", "dec", "jan"))
"""Months that are other words too: in lower case they need a year."""


def date(match: re.Match[str]) -> Expression | None:
    word, number, year = match["month"], _group(match, "day"), _group(match, "year")
    if word in _COMMON_WORDS and year is None:
        return None
    month, entry = value("month", word)
    return _of_parts(match, Parts(_year_value(year), month, int(number) if number else None), entry)


def _of_parts(match: re.Match[str], parts: Parts, entry: str) -> Expression | None:
    if parts.day == 0 or (parts.day is not None and parts.day > 31):
        return None
    grain: Grain = "day" if parts.day else "month" if parts.month else "year"
    return _made(match, grain, lambda context: windows.resolve_parts(parts, context), parts, entry, parts.year is None)


def days_of_month(match: re.Match[str]) -> Expression | None:
    """ "3-5 May", "from 3 to 5 May", "May 3 and 4"."""
    month, entry = value("month", match["month"])
    first, last, year = int(match["day"]), int(match["day_2"]), _year_value(_group(match, "year"))
    if not _is_capital(match["month"]) or not 1 <= first < last <= 31:
        return None

    def resolve(context: Context) -> Window | None:
        end = windows.resolve_parts(Parts(year, month, last), context)
        start = day(end.end.year, month, first) if end and end.end else None
        return Window(start, end.end) if start and end else None

    return _made(match, "span", resolve, None, entry, year is None)


def month_to_month(match: re.Match[str]) -> Expression | None:
    """ "January to May 2022"; "January and May 2022" only behind "between"."""
    first, entry = value("month", match["month"])
    last, _ = value("month", match["month_2"])
    year = int(match["year"])
    if re.search(r"\band\b|&|/", match.group()) and not _between(match):
        return None
    return _made(
        match, "span", lambda _: windows.months(year, first, last) if first < last else None, None, entry, False
    )


def _between(match: re.Match[str]) -> bool:
    return match.string[max(0, match.start() - 12) : match.start()].lower().rstrip().endswith("between")


_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|since|during|by|until|till|before|after|from|between|through|throughout|of|early|late|mid|for|over)"
    r"(?:\s+the\s+month\s+of)?\s*[-–]?\s*|\band\s+|\bto\s+|[-–]\s*|\bmid-|\bin\s+(?:early|late|mid)[-\s]+)$",
    re.IGNORECASE,
)


def month_alone(match: re.Match[str]) -> Expression | None:
    """A month by itself needs a word of time before it: "in March", not "the March on Rome" or "Ms May"."""
    word = match["month"]
    lead = match.string[max(0, match.start() - 24) : match.start()]
    if (
        not _is_capital(word)
        or not _MONTH_LEAD.search(lead)
        or (word.lower() in ("sun", "sat", "mar", "dec") and "." not in word)
    ):
        return None
    if word.lower() == "may" and re.search(r"\b(?:by|of|for|and|to|from|after|over)\s*$", lead, re.IGNORECASE):
        return None
    month, entry = value("month", word)
    return _of_parts(match, Parts(None, month, None), entry)


def stepped_month(match: re.Match[str]) -> Expression | None:
    month, entry = value("month", match["month"])
    step = {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(
        match["step"].lower(), match["step"].lower()
    )
    if not _is_capital(match["month"]):
        return None
    return _made(match, "month", windows.month_step(step, month), None, entry)


_YEAR_LEAD = re.compile(
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
    return _made(match, "span", lambda _: windows.window_of(day(first, 1, 1), day(last, 12, 31)), None, "", False)


_HABIT = re.compile(r"\b(?:every|each|on\s+most|most)\s+$", re.IGNORECASE)


def _named_day(match: re.Match[str]) -> bool:
    """Tell whether a weekday is a name or a habit: "Bloody Sunday", "Easter Monday", "every Friday", "on Fridays"."""
    before = match.string[max(0, match.start() - 24) : match.start()]
    if match.group().lower().endswith("days") and re.search(r"\bon\s+$", before, re.IGNORECASE):
        return True
    last = re.search(r"([^\W\d_]+)[\s-]+$", before)
    if last and last.group(1).lower() in words("named"):
        return True
    return bool(_HABIT.search(before))


_AMBIGUOUS_DAYS = frozenset(("mon", "wed", "sat", "sun", "thu", "tue", "fri", "thur", "thurs", "tues"))


def weekday_alone(match: re.Match[str]) -> Expression | None:
    word = match["weekday"]
    if word.lower() in _AMBIGUOUS_DAYS and not (
        word[0].isupper()
        and re.search(
            r"\b(?:on|last|next|this|since|by|until|late|early)\s+$",
            match.string[max(0, match.start() - 8) : match.start()],
            re.IGNORECASE,
        )
    ):
        return None
    if _named_day(match):
        return None
    number, entry = value("weekday", word)
    return _made(match, "day", windows.weekday(number, ""), None, entry)


def stepped_weekday(match: re.Match[str]) -> Expression | None:
    number, entry = value("weekday", match["weekday"])
    step = {"past": "last", "previous": "last", "coming": "next", "current": "this"}.get(
        match["step"].lower(), match["step"].lower()
    )
    return _made(match, "day", windows.weekday(number, step), None, entry)


def weekday_of_week(match: re.Match[str]) -> Expression | None:
    number, entry = value("weekday", match["weekday"])
    steps = {"last": -1, "this": 0, "next": 1}[match["step"].lower()]

    def resolve(context: Context) -> Window | None:
        week = week_window(context.anchor, steps) if context.anchor else None
        found = shifted(week.start, number - 1) if week and week.start else None
        return windows.window_of(found, found)

    return _made(match, "day", resolve, None, entry)


def season_of_year(match: re.Match[str]) -> Expression | None:
    season, entry = value("season", match["season"])
    year, second = int(match["year"]), _group(match, "year_2")
    if second is not None:
        resolve = windows.winter(year, int(second)) if season == 4 else (lambda _: None)
        return _made(match, "span", resolve, None, entry, False)
    return _made(match, "span", windows.season(season, year, ""), None, entry, False)


def stepped_season(match: re.Match[str]) -> Expression | None:
    season, entry = value("season", match["season"])
    step = match["step"].lower()
    if step not in ("last", "this"):
        return None
    return _made(match, "span", windows.season(season, None, step), None, entry)


def quarter(match: re.Match[str]) -> Expression | None:
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}[match["quarter"].lower()]
    year = int(match["year"])
    return _made(
        match,
        "span",
        lambda context: windows.clipped(windows.months(year, 3 * quarter - 2, 3 * quarter), context),
        anchored=False,
    )


def stepped_unit(match: re.Match[str]) -> Expression | None:
    unit, step = match["unit"].lower(), (_group(match, "step") or "the").lower()
    if unit == "weekend":
        return _made(match, "span", windows.weekend(step))
    if step == "past" or (step == "coming" and unit != "week"):
        return None
    grain = cast(Grain, "week" if unit == "fortnight" else unit)
    return _made(match, grain, windows.step(step, unit))


_PORTION_LEAD = re.compile(r"\b(?:start|beginning|middle|end|half|week|days|course|rest)\s+of\s+$", re.IGNORECASE)


def running_unit(match: re.Match[str]) -> Expression | None:
    """ "the month" alone is no time; "the start of the month" is."""
    if not _PORTION_LEAD.search(match.string[max(0, match.start() - 20) : match.start()]):
        return None
    return _made(match, cast(Grain, match["unit"].lower()), windows.step("this", match["unit"].lower()))


def past_span(match: re.Match[str]) -> Expression | None:
    """ "the past two weeks", "the last 24 hours"; "last week" without article or number is the calendar's."""
    words = match.group().lower()
    plain = re.fullmatch(r"(?:last|previous|preceding)\s+\w+", words)
    unit = match["unit"].lower()
    if (plain and not words.endswith("s")) or (unit == "night" and not match["count"]):
        return None
    if unit == "day" and not match["count"] and not words.endswith("s") and "past" not in words and "last" not in words:
        return None
    count = number(match["count"]) if match["count"] else (RECENT if words.endswith("s") else 1)
    return _made(match, "span", windows.past(count, unit), None, value("number", match["count"] or "")[1])


def recent_span(match: re.Match[str]) -> Expression | None:
    return (
        _made(match, "span", windows.past(RECENT, match["unit"].lower()))
        if match.group().lower().endswith("s")
        else None
    )


def coming_span(match: re.Match[str]) -> Expression | None:
    words, unit = match.group().lower(), match["unit"].lower()
    if not match["count"] and not words.endswith("s"):
        return None
    if words.startswith(("following", "the following")):
        return _counted(match, "other", windows.from_previous(1, None))
    return _made(match, "span", windows.coming(number(match["count"]) if match["count"] else RECENT, unit))


def days_after(match: re.Match[str]) -> Expression | None:
    """ "over the three days that followed"."""
    days = number(match["count"])
    return _counted(match, "other", windows.from_previous(1, days))


def ago_span(match: re.Match[str]) -> Expression | None:
    raw = (match["count"] or "").lower()
    if not raw and not match.group().lower().split()[-2].endswith("s"):
        return None
    loose = bool(match["hedge"]) or not raw or raw in ("few", "a few", "several", "couple of", "a couple of")
    count = number(match["count"]) if raw else RECENT
    return _made(
        match, "day" if match["unit"].lower() == "day" else "span", windows.ago(count, match["unit"].lower(), loose)
    )


def day_word(match: re.Match[str]) -> Expression | None:
    words = " ".join(match.group().lower().split())
    if words.endswith("yesterday"):
        first = -2 if "before" in words else -1
    elif words.endswith("tomorrow"):
        first = 2 if "after" in words else 1
    elif words == "overnight":
        return _made(match, "day", windows.days(-1, 0))
    else:
        first = 0
    return _made(match, "day", windows.days(first, first))


def part_of_day(match: re.Match[str]) -> Expression | None:
    """ "this morning", "last night", "yesterday evening"."""
    step = match["step"].lower()
    shift = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[step]
    if step == "last" and match["part"].lower() not in ("night", "evening", "dawn", "morning", "afternoon"):
        return None
    return _made(match, "day", windows.days(shift, shift))


def part_alone(match: re.Match[str]) -> Expression | None:
    """ "at dawn", "in the afternoon": of a day that another sentence tells."""
    return _counted(match, "clock", windows.from_previous(0, 0))


def same_day(match: re.Match[str]) -> Expression | None:
    return _counted(match, "other", windows.from_previous(0, 0))


def next_day(match: re.Match[str]) -> Expression | None:
    words = match.group().lower()
    if words.startswith("next"):
        return None
    if words.endswith("after") and _goes_on(match):
        return _counted(match, "other", windows.event_beside(-1))
    return _counted(match, "other", windows.from_previous(1, 1))


def _goes_on(match: re.Match[str]) -> bool:
    """Tell whether an event is named behind "a day after", rather than a stop."""
    return re.match(r"\s+[^\W\d_]", match.string[match.end() : match.end() + 3]) is not None


def day_before(match: re.Match[str]) -> Expression | None:
    if re.match(r"(?:a|one)\s.*before$", match.group(), re.IGNORECASE) and _goes_on(match):
        return _counted(match, "other", windows.event_beside(1))
    return _counted(match, "other", windows.from_previous(-1, -1))


def later(match: re.Match[str]) -> Expression | None:
    """ "two days later", "hours earlier": counted from another time of the text."""
    unit, raw, back = match["unit"].lower(), match["count"], match["way"].lower() in ("earlier", "before", "prior")
    if match["way"].lower() in ("before", "after", "prior") and not raw:
        return None
    if not raw and not re.match(r"\w+s\s", match.group().lower()):
        return None
    if (
        unit not in ("day", "night")
        or not raw
        or raw.lower() in ("few", "a few", "several", "couple of", "a couple of")
    ):
        return _made(match, "other", lambda _: None)
    days = -number(raw) if back else number(raw)
    if match["way"].lower() in ("after", "before") and _goes_on(match):
        return _counted(match, "other", windows.event_beside(-days))
    return _counted(match, "other", windows.from_previous(days, days))


def then(match: re.Match[str]) -> Expression | None:
    words = match.group().lower()
    if words.startswith("since"):
        return _counted(match, "other", windows.from_previous(0, None))
    return _counted(match, "other", windows.from_previous(0, 0))


def other(match: re.Match[str]) -> Expression | None:
    """Words for a time that only another passage can tell."""
    lead = match.string[max(0, match.start() - 8) : match.start()].lower()
    if match.group().lower().startswith(("the", "that")) and not re.search(
        r"\b(?:at|over|during|in|about|around)\s+$", lead
    ):
        return None
    return _made(
        match,
        "other",
        (lambda _: None) if lead == "" or match.group().lower() in ("recently", "lately") else windows.same,
        anchored=False,
    )


def ordinal_day(match: re.Match[str]) -> Expression | None:
    lead = match.string[max(0, match.start() - 12) : match.start()].lower()
    behind = re.match(r"\s+([^\W\d_]+)", match.string[match.end() : match.end() + 24])
    if not re.search(r"\b(?:on|of|by|since|until|before|after|and|to)\s+$", lead):
        return None
    if behind and behind.group(1).lower() not in _FUNCTION_WORDS:
        return None
    return _made(match, "day", windows.of_month(int(match["day"])))


_FUNCTION_WORDS = frozenset((
    "in", "at", "by", "on", "near", "when", "and", "after", "before", "to", "from", "while", "as", "where",
    "with", "the", "a", "an", "but", "or", "that", "which", "who", "whose", "he", "she", "it", "they", "we", "is",
    "was", "were", "are", "has", "had", "have", "for", "inside", "outside", "around", "against", "during", "over",
    "between", "because", "if", "until",
))  # fmt: skip


def foreign_date(calendar: Calendar) -> Callable[[re.Match[str]], Expression | None]:
    def make(match: re.Match[str]) -> Expression | None:
        month, entry = value(calendar, match["month"])
        raw, number = _group(match, "year"), _group(match, "day")
        year = int(raw) if raw else None
        if not _is_capital(match["month"]) or (year is not None and not _fits(calendar, year)):
            return None
        if year is not None and number and year not in YEARS[calendar] and calendar != "ethiopian":
            # "3 Ramadan 2018" mixes calendars; read as the day of that month in the Gregorian year.
            return _made(match, "day", windows.foreign(calendar, year, month, int(number)), None, entry, False)
        grain: Grain = "day" if number else "span"
        return _made(
            match,
            grain,
            windows.foreign(calendar, year, month, int(number) if number else None),
            None,
            entry,
            year is None,
        )

    return make


def _fits(calendar: Calendar, year: int) -> bool:
    return year in YEARS[calendar] or calendar == "islamic"
