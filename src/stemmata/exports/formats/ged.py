"""UCDP's table of georeferenced events: 49 columns, events with a death only, best, low and high by side.

Columns by the field list of GED 23.1 to 25.1. Not seen in a source, and kept where they are easy to change: the format
of `relid` and `source_article`, `MIDDLE_EAST`, the wording of `event_clarity`. Numbers that only UCDP gives (of
conflicts, dyads and sides) stay empty.
"""

from collections.abc import Iterator, Mapping
from math import floor
from typing import Any, Final

from stemmata.case.entries import Entry
from stemmata.exports.deaths import Deaths, deaths_of
from stemmata.exports.described import (
    Party,
    claimant_name,
    country_of,
    days_of,
    divisions_of,
    gleditsch_ward,
    lead,
    outlets,
    party,
)
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import table_assembly, table_piece
from stemmata.exports.wording import one_line
from stemmata.records import Site, where_prec

COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
STATE_BASED, NON_STATE, ONE_SIDED = 1, 2, 3
LONGEST_DAYS: Final = {1: 1, 6: 2, 7: 3, 31: 4, 366: 5}
"""Days of a window, at most → UCDP's date precision; a longer window has none."""
MIDDLE_EAST: Final = frozenset("AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE".split())
CONTINENTS: Final = {"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "Americas", "SA": "Americas", "OC": "Asia"}
ARMED: Final = (1, 2, 3, 4, 8)
STATES: Final = (1, 8)
CIVILIANS: Final = 7


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """The row of an event."""
    place, first, last = entry.place, entry.when.start, entry.when.end
    country = country_of(place.country) if place else None
    if first is None or last is None or place is None or country is None:
        return
    sides = _sides(entry)
    deaths = deaths_of(entry, [side.id for side in sides])
    within, report = divisions_of(place), lead(entry)
    yield {
        "id": entry.number,
        "relid": f"{country.iso3}-{first.year}-{entry.number}",
        "year": first.year,
        "code_status": "Clear",
        "type_of_violence": _violence(entry, sides),
        "dyad_name": " - ".join(side.name for side in sides) if len(sides) == 2 else None,
        "side_a": sides[0].name if sides else None,
        "side_b": sides[1].name if len(sides) == 2 else None,
        "number_of_sources": len(outlets(entry)),
        "source_article": "; ".join(_citations(entry)),
        "source_office": report.source.publisher,
        "source_date": report.source.published,
        "source_headline": one_line(report.source.title) if report.source.title else None,
        "source_original": "; ".join(claimant_name(one) for one in report.claimants) or None,
        "where_prec": where_prec(place, entry.relation),
        "where_coordinates": place.name,
        "where_description": _words(entry, place),
        "adm_1": within.first,
        "adm_2": within.second,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": f"POINT ({place.lon} {place.lat})" if place.lat is not None else None,
        "priogrid_gid": _cell(place),
        "country": country.name,
        "country_id": gleditsch_ward(country.iso2),
        "region": "Middle East" if country.iso2 in MIDDLE_EAST else CONTINENTS.get(country.continent),
        "event_clarity": 1 if first == last and not entry.has_parts else 2,
        "date_prec": _date_prec(entry),
        "date_start": first,
        "date_end": last,
        **_numbers(deaths),
        "gwnoa": _state(sides[0]) if sides else None,
        "gwnob": _state(sides[1]) if len(sides) == 2 else None,
    }


def leaves_out(entry: Entry) -> str | None:
    """Why an event is none of UCDP's."""
    if not entry.statuses & {"happened", "ongoing"}:
        return "nobody says that it happened"
    deaths = deaths_of(entry, [])
    if not deaths.best and not deaths.high:
        return "nobody tells of a death"
    if entry.has_parts:
        return "a total over a time or an area, of which parts are events of their own"
    if entry.when.start is None or entry.when.end is None:
        return "its day is not known"
    if _date_prec(entry) is None:
        return "its day is not known to the year"
    if entry.place is None or country_of(entry.place.country) is None:
        return "its country is not known"
    return None


def _sides(entry: Entry) -> list[Party]:
    """Both sides, as UCDP names them first: a state before others, those who bear arms before civilians."""
    country = entry.place.country if entry.place else None
    told = [party(entry.parties(role)[0], country) for role in ("initiator", "target") if entry.parties(role)]
    order = {code: nth for nth, code in enumerate((*STATES, 2, 3, 4))}
    return sorted(told, key=lambda side: order.get(side.inter or 0, len(order)))


def _violence(entry: Entry, sides: list[Party]) -> int | None:
    """UCDP's type of violence, by who is known to be on both sides; None where a side is only words."""
    codes = [side.inter for side in sides]
    if len(codes) < 2 or not all(code in (*ARMED, CIVILIANS) for code in codes):
        return ONE_SIDED if entry.type == "attack_on_civilians" and CIVILIANS in codes else None
    if CIVILIANS in codes:
        return ONE_SIDED
    return STATE_BASED if any(code in STATES for code in codes) else NON_STATE


def _citations(entry: Entry) -> list[str]:
    """Who published what and when, each document once."""
    sources = dict.fromkeys(report.source for report in entry.reports)
    told = [
        [source.publisher or source.page, source.published, f'"{one_line(source.title)}"' if source.title else None]
        for source in sources
    ]
    return [", ".join(str(part).replace(";", ",") for part in parts if part) for parts in told]


def _words(entry: Entry, place: Site) -> str | None:
    """The words that tell the place."""
    told = [one for report in entry.reports for one in report.told["places"]]
    words = (one["span"]["quote"] for one in told if place.name in (one["name"], one["span"]["quote"]))
    return next((one_line(one) for one in words), None)


def _cell(place: Site) -> int | None:
    """The number of the half-degree cell of PRIO-GRID."""
    if place.lat is None or place.lon is None:
        return None
    return floor((place.lat + 90) / 0.5) * 720 + floor((place.lon + 180) / 0.5) + 1


def _date_prec(entry: Entry) -> int | None:
    days = days_of(entry)
    return next((code for most, code in LONGEST_DAYS.items() if days and days <= most), None)


def _numbers(deaths: Deaths) -> Mapping[str, int]:
    a, b = (*deaths.sides, 0, 0)[:2]
    return {
        "deaths_a": a,
        "deaths_b": b,
        "deaths_civilians": deaths.civilians,
        "deaths_unknown": deaths.unknown,
        "best": deaths.best,
        "high": deaths.high,
        "low": deaths.low,
    }


def _state(side: Party) -> int | None:
    """The state's number in the list of Gleditsch and Ward."""
    return gleditsch_ward(side.countries[0]) if side.inter in STATES and len(side.countries) == 1 else None


FORMAT = Format(
    name="ged",
    ending=".csv",
    means="a table shaped as UCDP's GED, 49 columns, events with a death",
    carries=frozenset({"window", "dead", "hedge", "claimant", "uncertain place", "origins", "second claimant"}),
    piece=table_piece(COLUMNS, rows),
    assemble=table_assembly([COLUMNS]),
    leaves_out=leaves_out,
    notes=(
        "best is the value by the case's rule, low and high the bounds over all origins; where one is open, best.",
        "Deaths are given to a side only where the words that count them name it; all others are deaths_unknown.",
        "Empty: the numbers that only UCDP gives (conflicts, dyads, sides), active_year, conflict_name.",
        "source_original is who the report says said it; the report is the one that tells most.",
    ),
)
