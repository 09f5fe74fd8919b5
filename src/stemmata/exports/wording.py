"""Says values in words for people: windows stay windows, bounds stay bounds, and what is not known is said so."""

import re
import unicodedata
from datetime import date
from typing import Any

from stemmata.records import Claimant, Document, Figure, When, Where

BEFORE_PLACE = {"at": "", "near": "near ", "toward": "to ", "from": "from ", "in_area": "somewhere in "}
BEFORE_NUMBER = {"about": "about ", "at_least": "at least ", "at_most": "at most "}
NO_DAY = "day not known"
# Not those of the `calendar` module, which follow the machine's locale.
MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
# What a level that has no point is called; a populated place or facility needs no word.
LEVELS = {"district": "district", "region": "region", "country": "country", "area": "area", "sea": "sea"}
# Characters that reverse or hide the text after them: bidirectional embeddings, overrides and isolates, zero widths.
# The zero-width joiner and non-joiner stay, since Persian and the Indic scripts spell with them.
HIDING = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def one_line(text: str) -> str:
    """The text on one line, without the control characters that could command a terminal or reverse a line."""
    spaced = " ".join(HIDING.sub("", text).split())
    if spaced.isprintable():
        return spaced
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cs") else c for c in spaced)


def quoted(text: str) -> str:
    """The words in quotation marks, on one line."""
    return f"“{one_line(text)}”"


def kind(name: str) -> str:
    """A name of the codebook as words: `air_strike` → air strike."""
    return name.replace("_", " ")


def place(where: Where) -> str:
    """The relation and the name, `near Marashidah`; the words themselves where no name is known."""
    return BEFORE_PLACE[where.relation] + (where.name or one_line(where.span.quote))


def precision(where: Where) -> str:
    """Country, level and radius in a few words: `SY, within 5 km`, `country`, `not located`."""
    if where.name is None and where.lat is None:
        return f"{where.country}, not located" if where.country else "not located"
    told = [where.country] if where.country and where.level != "country" else []
    if where.level in LEVELS:
        told.append(LEVELS[where.level])
    if where.radius_m is not None:
        told.append(f"within {distance(where.radius_m)}")
    elif where.level not in LEVELS:
        told.append("not located")
    return ", ".join(told)


def distance(metres: int) -> str:
    """A radius as a person says it."""
    return f"{metres} m" if metres < 1000 else f"{round(metres / 1000)} km"


def day(value: date) -> str:
    """A day without a locale: 5 January 2019."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def window(start: date | None, end: date | None) -> str:
    """Days, both inclusive: `5 to 19 January 2019`; an open side is said to be open."""
    if start is None and end is None:
        return NO_DAY
    if start is None:
        return f"until {day(end)}" if end else ""
    if end is None:
        return f"from {day(start)} on"
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def told(when: When) -> str:
    """The words of a time, and the day that they count from."""
    anchor = f", counted from {day(when.anchor)}" if when.anchor else ""
    return quoted(when.span.quote) + anchor


def number(figure: Figure) -> str:
    """The bounds with their hedge: `at least 200`, `5 to 7`, `20 or more`, `?` where neither bound is told."""
    low, high = (None if bound is None else f"{bound:,}" for bound in (figure.low, figure.high))
    if low is None or high is None:
        if figure.hedge == "vague" and low:
            return f"{low} or more"
        return f"at least {low}" if low else f"at most {high}" if high else "?"
    return f"{BEFORE_NUMBER.get(figure.hedge, '')}{low}" if low == high else f"{low} to {high}"


def count(figure: Figure) -> str:
    """The number and its measure: `at least 200 killed`."""
    unit = " families" if figure.unit == "families" else ""
    return f"{number(figure)}{unit} {kind(figure.measure)}"


def counted(figure: Figure) -> str:
    """Whom or what a figure counts, in the document's words, and of which other figure it is a part."""
    of = [one_line(figure.of)] if figure.of.strip() else []
    part = [f"part of {quoted(figure.part_of.quote)}"] if figure.part_of else []
    return ", ".join(of + part)


def speaks(claimant: Claimant) -> str:
    """Whom a pronoun stands for, in the document's words, and the actor's id."""
    named = [quoted(claimant.stands_for.quote)] if claimant.stands_for else []
    return ", ".join([*named, *filter(None, [claimant.id])])


def said(value: Any) -> str:
    """A value of an event, as the case keeps it, in words."""
    if not isinstance(value, dict):
        return one_line(kind(str(value))) if value is not None else ""
    if "name" in value:
        told = [value["name"], *([value["country"]] if value.get("country") else [])]
        told += [f"within {value['radius_m']:,} m"] if value.get("radius_m") else []
        return one_line(", ".join(told))
    if "start" in value:
        return window(*(date.fromisoformat(value[side]) if value[side] else None for side in ("start", "end")))
    low, high = value["low"], value["high"]
    if low is None or high is None:
        return f"at least {low:,}" if low is not None else f"at most {high:,}" if high is not None else "?"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def dates(document: Document) -> list[str]:
    """The document's own dates, each with every place of the page that tells it."""
    places: dict[tuple[str, date], list[str]] = {}
    for mark in document.dates:
        places.setdefault((mark.kind, mark.day), []).append(one_line(mark.read_from))
    told = [f"{kind} {day(when)} (read from: {', '.join(found)})" for (kind, when), found in places.items()]
    return told or ["date not told"]
