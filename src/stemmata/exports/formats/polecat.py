"""POLECAT's table: 40 columns between tabulators, PLOVER's types, one row an event.

Column names as four public repositories quote the header. Not seen in a source: codes of countries in COW's list, which
stay empty, and what `Feature Type` may hold.
"""

from collections.abc import Iterator
from typing import Any, Final

from stemmata import __version__
from stemmata.case.entries import Entry
from stemmata.exports.described import Party, country_of, divisions_of, lead, outlets, party
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.plover import ARMED, AUXILIARY, INTENSITY, QUAD, TWO_SIDED, coded
from stemmata.exports.formats.plover import leaves_out as plover_leaves_out
from stemmata.exports.formats.tables import table_assembly, table_piece

COLUMNS: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
BETWEEN: Final = "; "
GEONAMES: Final = "geonames:"


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """The row of an event."""
    event, *mode = coded(entry)
    place, report = entry.place, lead(entry)
    country = country_of(place.country) if place else None
    sides = {
        side: [party(one, place.country if place else None) for one in entry.parties(role)]
        for side, role in (("Actor", "initiator"), ("Recipient", "target"))
    }
    if entry.type in TWO_SIDED:
        sides = {"Actor": [*sides["Actor"], *sides["Recipient"]], "Recipient": []}
    within = divisions_of(place) if place else None
    told = [one for one in report.told["places"] if place and place.name in (one["name"], one["span"]["quote"])]
    located = (told[0]["located"] or {}).get("entry") if told else None
    modes = [*mode, *sorted(AUXILIARY[status] for status in entry.statuses & AUXILIARY.keys())]
    yield {
        "Event ID": entry.id,
        "Event Date": entry.when.start,
        "Event Type": event,
        "Event Mode": BETWEEN.join(modes) or None,
        "Intensity": INTENSITY.get(" ".join([event, *mode]), INTENSITY.get(event)),
        "Quad Code": QUAD[event],
        "Contexts": "military" if any(one.inter in ARMED for each in sides.values() for one in each) else None,
        **_side("Actor", sides["Actor"]),
        **_side("Recipient", sides["Recipient"]),
        "Placename": place.name if place else None,
        "City": place.name if place and place.level == "populated_place" else None,
        "District": within.second if within else None,
        "Province": within.first if within else None,
        "Country": country.iso3 if country else None,
        "Latitude": place.lat if place else None,
        "Longitude": place.lon if place else None,
        "GeoNames ID": located.removeprefix(GEONAMES) if located and located.startswith(GEONAMES) else None,
        "Raw Placename": told[0]["span"]["quote"] if told else None,
        "Source": BETWEEN.join(outlets(entry)),
        "Publication Date": report.source.published,
        "Language": report.source.language,
        "Version": f"Stemmata {__version__}",
    }


def _side(side: str, parties: list[Party]) -> dict[str, Any]:
    countries = [country.iso3 for one in parties for code in one.countries if (country := country_of(code))]
    sectors = list(dict.fromkeys(one.sector or "UNK" for one in parties))
    return {
        f"{side} Name": BETWEEN.join(one.name for one in parties if one.id) or None,
        f"{side} Country": BETWEEN.join(dict.fromkeys(countries)) or None,
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": BETWEEN.join(sectors) or None,
        f"{side} Name Raw": BETWEEN.join(one.name for one in parties if not one.id) or None,
        f"Wikipedia {side} ID": BETWEEN.join(one.wikidata for one in parties if one.wikidata) or None,
    }


def leaves_out(entry: Entry) -> str | None:
    """Why an event has no place in POLECAT: as in PLOVER."""
    return plover_leaves_out(entry)


FORMAT = Format(
    name="polecat",
    ending=".tsv",
    means="a table shaped as POLECAT's, 40 columns",
    carries=frozenset({"direction", "second party", "status", "unresolved place"}),
    piece=table_piece(COLUMNS, rows, "\t"),
    assemble=table_assembly([COLUMNS], "\t"),
    leaves_out=leaves_out,
    notes=(
        "Event Date is the first day of the window.",
        "Wikipedia Actor ID holds the Wikidata id; Actor COW and the lists of a story's names stay empty, and with them"
        " its persons: no index of private persons is kept.",
    ),
)
