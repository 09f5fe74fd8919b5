"""Monthly counts shaped as the conflict events of HDX HAPI: one row a month, division and kind of event.

Headers as HDX's own pipeline has them (2026-06). Whether a country has a response plan, and the ids that HDX gives,
stay empty: they are HDX's to say.
"""

import calendar
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import IO, Any, Final

from stemmata.case.entries import Entry
from stemmata.exports.described import country_of, divisions_of, event_type, party
from stemmata.exports.formats.acled import fatalities
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.tables import write_table

COLUMNS: Final = (
    "location_code", "has_hrp", "in_gho", "provider_admin1_name", "provider_admin2_name", "admin1_code", "admin1_name",
    "admin2_code", "admin2_name", "admin_level", "event_type", "events", "fatalities", "reference_period_start",
    "reference_period_end", "dataset_hdx_id", "resource_hdx_id", "warning", "error",
)  # fmt: skip
VIOLENT: Final = ("Battles", "Explosions/Remote violence", "Violence against civilians")
CIVILIANS: Final = 7
Key = tuple[str, str, str, str, int, int]
"""Country, both divisions, kind of event, year, month."""


def kinds(entry: Entry) -> Iterator[str]:
    """HDX's kinds that an event counts in; one against civilians counts in two."""
    acled = {kind for kind, _ in event_type(entry).acled}
    if acled & {"Protests", "Riots"}:
        yield "demonstration"
    if acled & set(VIOLENT):
        yield "political_violence"
        if any(party(one).inter == CIVILIANS for one in entry.parties("target")):
            yield "civilian_targeting"


def leaves_out(entry: Entry) -> str | None:
    """Why an event is in no month's count."""
    first, last = entry.when.start, entry.when.end
    if not entry.statuses & {"happened", "ongoing"}:
        return "nobody says that it happened"
    if not any(kinds(entry)):
        return "its type is none of those that are counted"
    if entry.has_parts:
        return "a total over a time or an area, of which parts are events of their own"
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return "its month is not known"
    if entry.place is None or country_of(entry.place.country) is None:
        return "its country is not known"
    return None


def _piece(entries: Sequence[Entry]) -> bytes:
    """The counts of some events, to be added to others."""
    lines = []
    for entry in entries:
        place, first = entry.place, entry.when.start
        country = country_of(place.country) if place else None
        if place is None or first is None or country is None:
            continue
        within = divisions_of(place)
        for kind in kinds(entry):
            key = (country.iso3, within.first or "", within.second or "", kind, first.year, first.month)
            lines.append(json.dumps([key, fatalities(entry)]) + "\n")
    return "".join(lines).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], _: About) -> None:
    events: Counter[Key] = Counter()
    dead: Counter[Key] = Counter()
    for piece in pieces:
        for line in piece.splitlines():
            key, killed = json.loads(line)
            events[tuple(key)] += 1
            dead[tuple(key)] += killed
    write_table(file, [COLUMNS], ([row.get(column) for column in COLUMNS] for row in _rows(events, dead)))


def _rows(events: Counter[Key], dead: Counter[Key]) -> Iterator[dict[str, Any]]:
    for key in sorted(events):
        country, first, second, kind, year, month = key
        yield {
            "location_code": country,
            "provider_admin1_name": first or None,
            "provider_admin2_name": second or None,
            "admin_level": 2 if second else 1 if first else 0,
            "event_type": kind,
            "events": events[key],
            "fatalities": dead[key],
            "reference_period_start": date(year, month, 1),
            "reference_period_end": date(year, month, calendar.monthrange(year, month)[1]),
            "warning": None if first else "No first-order division is known.",
        }


FORMAT = Format(
    name="hapi",
    ending=".csv",
    means="monthly counts shaped as HDX HAPI's conflict events",
    carries=frozenset({"dead"}),
    piece=_piece,
    assemble=_assemble,
    leaves_out=leaves_out,
    notes=(
        "An event against civilians counts as political_violence and as civilian_targeting: do not add these up.",
        "fatalities follow the rule of the table shaped as ACLED's: the lowest number told.",
        "has_hrp, in_gho, p-codes and the ids of HDX are left empty.",
    ),
)
