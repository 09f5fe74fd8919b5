"""Times counted from the day of the telling or from a time told before: "two weeks ago", "the next day", "at dawn"."""

import re
from typing import Final

from stemmata.times import windows
from stemmata.times.calendars import Window, shifted
from stemmata.times.rules import Expression, group, made
from stemmata.times.windows import RECENT, Context, Grain, Parts, Resolve
from stemmata.times.words import number, value


def counted(match: re.Match[str], grain: Grain, resolve: Resolve) -> Expression:
    """A time counted from another time of the text, whatever the day of the telling."""
    return made(match, grain, resolve, anchored=False)


def past_span(match: re.Match[str]) -> Expression | None:
    """ "the past two weeks", "the last 24 hours"; "last week" without article or number is the calendar's."""
    words = match.group().lower()
    plain = re.fullmatch(r"(?:last|previous|preceding)\s+\w+", words)
    unit = {"h": "hour", "hr": "hour", "hrs": "hour"}.get(match["unit"].lower(), match["unit"].lower())
    if (plain and not words.endswith("s")) or (unit == "night" and not match["count"]):
        return None
    if unit == "day" and not match["count"] and not words.endswith("s") and "past" not in words and "last" not in words:
        return None
    count = number(match["count"]) if match["count"] else (RECENT if words.endswith("s") else 1)
    return made(match, "span", windows.past(count, unit), None, value("number", match["count"] or "")[1])


def day_and_night(match: re.Match[str]) -> Expression | None:
    """ "Killed in 24 hours": whole days and nights, told as the length of what has passed."""
    hours = number(match["count"])
    return made(match, "span", windows.past(hours, "hour")) if hours % 12 == 0 else None


_NTH: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def in_a_row(match: re.Match[str]) -> Expression:
    """ "For the third day in a row": the last three days; "for a third day on Monday" those up to it."""
    span = windows.past(_NTH.index(match["nth"].lower()) + 1, "day")
    if (named := group(match, "weekday")) is None:
        return made(match, "span", span)
    last = windows.weekday(value("weekday", named)[0], "")

    def resolve(context: Context) -> Window | None:
        end = last(context)
        return span(context._replace(anchor=end.end)) if end else None

    return made(match, "span", resolve)


def night_before(match: re.Match[str]) -> Expression:
    """ "Overnight into Wednesday": the day before and the day, as overnight always is."""
    return _night(match, -1)


def night_of(match: re.Match[str]) -> Expression:
    """ "Overnight from Tuesday to Wednesday": from the first day to the next."""
    return _night(match, 0)


def _night(match: re.Match[str], first: int) -> Expression:
    named = windows.weekday(value("weekday", match["weekday"])[0], "")

    def resolve(context: Context) -> Window | None:
        found = named(context)
        return windows.days(first, first + 1)(context._replace(anchor=found.start)) if found else None

    return made(match, "day", resolve)


def week_of(match: re.Match[str]) -> Expression | None:
    """ "In the week of 29 April": that day and the six behind it."""
    words = match["day"].split()
    month = next(word for word in words if not word.isdigit())
    day = next(int(word) for word in words if word.isdigit())
    parts = Parts(None, value("month", month)[0], day)
    if not 1 <= day <= 31:
        return None  # "the second week of December 32 stores were burnt"

    def resolve(context: Context) -> Window | None:
        found = windows.resolve_parts(parts, context)
        return windows.days(0, 6)(context._replace(anchor=found.start)) if found else None

    return made(match, "span", resolve)


def recent_span(match: re.Match[str]) -> Expression | None:
    return (
        made(match, "span", windows.past(RECENT, match["unit"].lower()))
        if match.group().lower().endswith("s")
        else None
    )


def span_to(match: re.Match[str]) -> Expression | None:
    """ "the 24 hours to Sunday", "the two weeks ending on 3 May"."""
    told, span = match["day"], windows.past(number(match["count"]), (match["one"] or match["unit"]).lower())
    month = next((word for word in told.split() if not word.isdigit()), "")
    of_month = next((int(word) for word in told.split() if word.isdigit()), None)
    if of_month is None:
        last = windows.weekday(value("weekday", told)[0], "")
    else:
        parts = Parts(None, value("month", month)[0], of_month)
        last = lambda context: windows.resolve_parts(parts, context)  # noqa: E731

    def resolve(context: Context) -> Window | None:
        end = last(context)
        found = span(context._replace(anchor=end.end)) if end else None
        # "The week ending 2 May" is its seven days.
        return found._replace(start=shifted(found.start, 1)) if found and found.start and match["one"] else found

    return made(match, "span", resolve)


# What is counted by its age is dated from its beginning; people and houses are not.
_AGING: Final = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:war|conflict|siege|blockade|battle|offensive|campaign|operation|fighting|uprising|revolt"
    r"|rebellion|insurgency|revolution|crisis|truce|ceasefire|curfew|occupation|protests?|strike|intervention)\b",
    re.IGNORECASE,
)


def age(match: re.Match[str]) -> Expression | None:
    """ "the two-week-old battle", "the 28-month-old conflict"; a six-year-old boy has no part in it."""
    if not _AGING.match(match.string, match.end()):
        return None
    return made(match, "span", windows.past(number(match["count"]), match["unit"].lower()))


def coming_span(match: re.Match[str]) -> Expression | None:
    words, unit = match.group().lower(), match["unit"].lower()
    if not match["count"] and not words.endswith("s"):
        return None
    if words.startswith(("following", "the following")):
        hours = unit in ("hour", "minute")
        return counted(match, "other", windows.from_previous(0, 0) if hours else windows.from_previous(1, None))
    return made(match, "span", windows.next_ones(number(match["count"]) if match["count"] else RECENT, unit))


def following_unit(match: re.Match[str]) -> Expression:
    """ "The following month": that behind the time told last."""
    return counted(match, "other", windows.unit_after_previous(match["unit"].lower()))


def days_after(match: re.Match[str]) -> Expression | None:
    """ "over the three days that followed"."""
    days = number(match["count"])
    return counted(match, "other", windows.from_previous(1, days))


def ago_span(match: re.Match[str]) -> Expression | None:
    raw = (match["count"] or "").lower()
    if not raw and not match.group().lower().split()[-2].endswith("s"):
        return None
    loose = bool(match["hedge"]) or not raw or raw in ("few", "a few", "several", "couple of", "a couple of")
    count = number(match["count"]) if raw else RECENT
    return made(
        match, "day" if match["unit"].lower() == "day" else "span", windows.ago(count, match["unit"].lower(), loose)
    )


def day_word(match: re.Match[str]) -> Expression | None:
    words = " ".join(match.group().lower().split())
    if words.endswith("yesterday"):
        first = -2 if "before" in words else -1
    elif words.endswith("tomorrow"):
        first = 2 if "after" in words else 1
    elif words == "overnight":
        return made(match, "day", windows.days(-1, 0))
    else:
        first = 0
    return made(match, "day", windows.days(first, first))


def part_of_day(match: re.Match[str]) -> Expression | None:
    """ "this morning", "last night", "yesterday evening"."""
    step = match["step"].lower()
    shift = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[step]
    if step == "last" and match["part"].lower() not in ("night", "evening", "dawn", "morning", "afternoon"):
        return None
    return made(match, "day", windows.days(shift, shift))


def part_alone(match: re.Match[str]) -> Expression | None:
    """ "at dawn", "in the afternoon": of a day that another sentence tells."""
    return counted(match, "clock", windows.from_previous(0, 0))


def same_day(match: re.Match[str]) -> Expression | None:
    return counted(match, "other", windows.from_previous(0, 0))


def next_day(match: re.Match[str]) -> Expression | None:
    words = match.group().lower()
    if words.startswith("next"):
        return None
    if words.endswith("after") and _goes_on(match):
        return counted(match, "other", windows.event_beside(-1, comes=_comes(match)))
    return counted(match, "other", windows.from_previous(1, 1))


_COMES: Final = re.compile(
    r"\b(?:came|comes|coming|happened|occurred|took\s+place)\s+(?:just\s+|only\s+|barely\s+)?$", re.IGNORECASE
)


def _comes(match: re.Match[str]) -> bool:
    """Tell whether what was told before is what comes "a day after"."""
    return _COMES.search(match.string, max(0, match.start() - 24), match.start()) is not None


def _goes_on(match: re.Match[str]) -> bool:
    """Tell whether an event is named behind "a day after", rather than a stop."""
    return re.match(r"\s+[^\W\d_]", match.string[match.end() : match.end() + 3]) is not None


def day_before(match: re.Match[str]) -> Expression | None:
    if re.match(r"(?:a|one)\s.*before$", match.group(), re.IGNORECASE) and _goes_on(match):
        return counted(match, "other", windows.event_beside(1, comes=_comes(match)))
    return counted(match, "other", windows.from_previous(-1, -1))


def later(match: re.Match[str]) -> Expression | None:
    """ "two days later", "hours earlier": counted from another time of the text."""
    unit, raw, back = match["unit"].lower(), match["count"], match["way"].lower() in ("earlier", "before", "prior")
    if match["way"].lower() in ("before", "after", "prior") and not raw:
        return None
    if not raw and not re.match(r"\w+s\s", match.group().lower()):
        return None
    if unit in ("hour", "minute") and not back:
        return counted(match, "other", windows.from_previous(0, 0))
    loose = not raw or raw.lower() in ("few", "a few", "several", "couple of", "a couple of")
    if unit not in ("day", "night", "week", "fortnight") or loose:
        return made(match, "other", lambda _: None)
    many = number(raw) * {"week": 7, "fortnight": 14}.get(unit, 1)  # "a week later" is told as a day
    days = -many if back else many
    if match["way"].lower() in ("after", "before") and _goes_on(match):
        return counted(match, "other", windows.event_beside(-days, comes=_comes(match)))
    return counted(match, "other", windows.from_previous(days, days))


def within_hours(match: re.Match[str]) -> Expression | None:
    """ "Answered within hours", "within the hour": on the day that was told last."""
    return counted(match, "other", windows.from_previous(0, 0))


def then(match: re.Match[str]) -> Expression | None:
    words = match.group().lower()
    if words.startswith("since"):
        return counted(match, "other", windows.from_previous(0, None))
    if words.endswith(("the day", "in the day")):
        return counted(match, "other", windows.previous_or_today)
    return counted(match, "other", windows.from_previous(0, 0))


def other(match: re.Match[str]) -> Expression | None:
    """Words for a time that only another passage can tell."""
    lead = match.string[max(0, match.start() - 8) : match.start()].lower()
    if match.group().lower().startswith(("the", "that")) and not re.search(
        r"\b(?:at|over|during|in|about|around)\s+$", lead
    ):
        return None
    return made(
        match,
        "other",
        (lambda _: None) if lead == "" or match.group().lower() in ("recently", "lately") else windows.same,
        anchored=False,
    )
