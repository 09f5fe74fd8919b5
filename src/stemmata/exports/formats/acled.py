"""ACLED's event table: 31 columns, one row for each event and place.

Columns, types, codes and precisions as acledR (2025-09) and its codebook give them. Not seen in a source, and kept
where they are easy to change: `JOINED`, `VAGUE`, the values of `civilian_targeting` and `region`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from stemmata.case.entries import Entry
from stemmata.exports.described import (
    country_of,
    days_of,
    divisions_of,
    event_type,
    lead,
    outlets,
    party,
    scales,
    summary,
)
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import table_assembly, table_piece
from stemmata.records import Site, geo_precision

COLUMNS: Final = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
JOINED: Final = "; "
"""Between several actors or sources of a cell."""
DISORDER: Final = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Riots": "Political violence; Demonstrations",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
LONGEST_DAYS: Final = {1: 1, 7: 2, 31: 3}
"""Days of a window, at most → ACLED's time precision; a longer window has none."""
VAGUE: Final = {"hundreds": 100, "dozens": 12, "several": 3, "few": 3, "some": 3, "many": 3, "number": 3}
"""Words for a number that nobody told → what ACLED counts for them."""
UNTOLD_DEATHS: Final = 3
"""Deaths that are told without any number, of a small event; ACLED counts 10 where it was a large one."""
STATE, REBELS, RIOTERS, CIVILIANS = 1, 2, 5, 7


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """The rows of an event, one for each place; the dead stand in the first."""
    first, last = entry.when.start, entry.when.end
    if first is None or last is None:
        return
    kind, sub = _types(entry)
    sides = [[party(one, _country(entry)) for one in entry.parties(role)] for role in ("initiator", "target")]
    one, other = sides if sides[0] else (sides[1], [])
    for nth, place in enumerate(entry.places):
        country = country_of(place.country)
        if country is None:
            continue
        within = divisions_of(place)
        codes = sorted(side[0].inter for side in (one, other) if side and side[0].inter)
        yield {
            "event_id_cnty": f"{country.iso3}{entry.number}" + (f"-{nth + 1}" if nth else ""),
            "event_date": _middle(first, last).isoformat(),
            "year": _middle(first, last).year,
            "time_precision": _time_precision(entry),
            "disorder_type": DISORDER[kind],
            "event_type": kind,
            "sub_event_type": sub,
            "actor1": one[0].name if one else None,
            "assoc_actor_1": JOINED.join(each.name for each in one[1:]),
            "inter1": one[0].inter if one else None,
            "actor2": other[0].name if other else None,
            "assoc_actor_2": JOINED.join(each.name for each in other[1:]),
            "inter2": other[0].inter if other else None,
            "interaction": _interaction(codes) if codes else None,
            "civilian_targeting": "Civilian targeting" if CIVILIANS in codes and kind in VIOLENT else None,
            "iso": country.numeric,
            "region": None,
            "country": country.name,
            "admin1": within.first,
            "admin2": within.second,
            "admin3": None,
            "location": place.name,
            "latitude": place.lat,
            "longitude": place.lon,
            "geo_precision": geo_precision(place, entry.relation if not nth else "at"),
            "source": JOINED.join(outlets(entry)),
            "source_scale": "-".join(scales(entry)),
            "notes": summary(entry) + (f" One of {len(entry.places)} places of E{entry.number}." if nth else ""),
            "fatalities": 0 if nth else fatalities(entry),
            "tags": _tags(entry),
            "timestamp": int(entry.changed.timestamp()) if entry.changed else None,
        }


VIOLENT: Final = ("Battles", "Explosions/Remote violence", "Violence against civilians")


def leaves_out(entry: Entry) -> str | None:
    """Why an event is none of ACLED's."""
    if not entry.statuses & {"happened", "ongoing"}:
        return "nobody says that it happened"
    if entry.has_parts:
        return "a total over a time or an area, of which parts are events of their own"
    if entry.when.start is None or entry.when.end is None:
        return "its day is not known"
    if _time_precision(entry) is None:
        return "its day is not known to the month"
    if country_of(_country(entry)) is None:
        return "its country is not known"
    if _point(entry) is None:
        return "its place is not known better than to the country, or has no point"
    return None


def fatalities(entry: Entry) -> int:
    """The most conservative number that is told; 0 where nobody tells of dead."""
    if "killed" not in entry.figures:
        return 0
    low = entry.spread("killed").low
    told = [
        figure
        for report in entry.reports
        for figure in report.told["figures"]
        if figure["measure"] == "killed" and figure["hedge"] == "vague"
    ]
    words = [count for word, count in VAGUE.items() for one in told if word in one["span"]["quote"].casefold()]
    lowest = min([*words, *([low] if low is not None else [])], default=None)
    return UNTOLD_DEATHS if lowest is None else lowest


def _country(entry: Entry) -> str | None:
    return entry.place.country if entry.place else None


def _point(entry: Entry) -> Site | None:
    place = entry.place
    known = place is not None and place.lat is not None and geo_precision(place, entry.relation) is not None
    return place if known else None


def _time_precision(entry: Entry) -> int | None:
    days = days_of(entry)
    return next((code for most, code in LONGEST_DAYS.items() if days and days <= most), None)


def _middle(first: date, last: date) -> date:
    return first + timedelta(days=(last - first).days // 2)


def _types(entry: Entry) -> tuple[str, str]:
    """ACLED's type and sub-event type; where the codebook gives several, the actors decide."""
    pairs = event_type(entry).acled
    if len(pairs) == 1:
        return pairs[0]
    return next((pair for pair in pairs if _fits(pair, entry)), pairs[0])


def _fits(pair: tuple[str, str], entry: Entry) -> bool:
    country = _country(entry)
    doer, target = ([party(one, country).inter for one in entry.parties(role)] for role in ("initiator", "target"))
    armed = {1, 2, 3, 4, 8}
    return {
        "Government regains territory": STATE in doer,
        "Non-state actor overtakes territory": bool(doer) and STATE not in doer,
        "Attack": CIVILIANS in target,
        "Armed clash": bool(armed & set(target)),
        "Excessive force against protesters": "killed" in entry.figures and bool(armed & set(doer)),
        "Protest with intervention": bool(armed & set(doer)) or bool(entry.figures.keys() & {"wounded", "captured"}),
        "Peaceful protest": True,
    }.get(pair[1], False)


def _interaction(codes: list[int]) -> int:
    """Both codes as one number, the smaller first; a sole actor's with a nought."""
    return codes[0] * 10 + codes[1] if len(codes) == 2 else codes[0] * 10


def _tags(entry: Entry) -> str | None:
    crowd = entry.figures.get("protesters")
    if crowd is None:
        return None
    told = lead(entry).told["figures"]
    words = next((one["span"]["quote"] for one in told if one["measure"] == "protesters"), None)
    return f"crowd size={words or crowd.low or crowd.high}"


FORMAT = Format(
    name="acled",
    ending=".csv",
    means="a table shaped as ACLED's, 31 columns",
    carries=frozenset({"dead", "second party", "uncertain place", "window"}),
    piece=table_piece(COLUMNS, rows),
    assemble=table_assembly([COLUMNS]),
    leaves_out=leaves_out,
    notes=(
        "actor1 and actor2 tell no direction, as in ACLED.",
        "A window of days is told as its middle day, with time_precision.",
        "fatalities is the lowest number that any origin gives; several, dozens and hundreds count 3, 12 and 100, and"
        " dead without a number 3. GED's table and the JSON have the bounds.",
        "Of an event in several places the dead are counted in the first row.",
        "Not seen in a source of ACLED: the values of civilian_targeting, several names in one cell, the empty region.",
    ),
)
