"""An event as one flat row, as maps and spreadsheets hold it; the descriptions are the exports' data dictionary."""

from typing import Any, Final, Literal

from stemmata.case.entries import Entry
from stemmata.coding.codebook import load_codebook
from stemmata.exports.described import claimants, country_of, divisions_of, outlets, party, summary
from stemmata.records import Site, geo_precision, where_prec

Kind = Literal["text", "integer", "number", "date", "moment", "boolean"]
BETWEEN: Final = "; "
"""Between several values of a cell."""
FIXED: Final[dict[str, tuple[Kind, str]]] = {
    "id": ("text", "The event's number in the case; it stays as long as its reports stay together."),
    "type": ("text", "A type of the codebook."),
    "status": ("text", "What its reports say of it: happened, ongoing, planned, denied, hypothetical."),
    "date_start": ("date", "First day on which it may have happened; empty where not told."),
    "date_end": ("date", "Last day on which it may have happened; empty where not told."),
    "known_by": ("date", "The day of the earliest statement that tells it: it happened no later."),
    "place": ("text", "Name of the place."),
    "admin1": ("text", "First-order division; empty where not known."),
    "admin2": ("text", "Second-order division; empty where not known."),
    "country": ("text", "Country, in English."),
    "iso3": ("text", "Country, by ISO 3166 alpha-3."),
    "lat": ("number", "Latitude in degrees (WGS84) of the place, or of a point that stands for an area."),
    "lon": ("number", "Longitude in degrees (WGS84)."),
    "level": ("text", "facility, populated_place, district, region, country, area, sea or unknown."),
    "uncertainty_m": ("integer", "How far from the point it may lie, in metres."),
    "representative_point": ("boolean", "Whether the point only stands for an area (UCDP's where_prec from 3 on)."),
    "geo_precision": ("integer", "ACLED's code: 1 the town itself, 2 near it, 3 a larger region."),
    "where_prec": ("integer", "UCDP's code, from 1 exact to 7 at sea."),
    "initiator": ("text", "Who did it, by the reports; several between semicolons."),
    "target": ("text", "To whom or what it was done; several between semicolons."),
    "grade": ("text", "confirmed, corroborated, single, contested or retracted: what the reports support."),
    "independent": ("integer", "How many independent origins its reports have."),
    "sides": ("text", "The parties to the conflict that the origins are or speak for."),
    "claimants": ("text", "Who says so, innermost first; several between semicolons."),
    "sources": ("text", "Who published the reports; several between semicolons."),
    "reports": ("integer", "How many reports it has."),
    "disputed": ("text", "Fields on which reports disagree."),
    "part_of": ("text", "Events that take this one in: totals over a time or an area. Do not add these up with it."),
    "reviewed": ("boolean", "Whether a person accepted it and nothing changed since."),
    "flag": ("text", "What a person should look at."),
    "changed": ("moment", "When a run last changed it, in UTC."),
    "summary": ("text", "The passage that tells most of it, who says so, and the grade."),
}


def columns() -> dict[str, tuple[Kind, str]]:
    """Column → kind and meaning: the fixed ones, then three for each measure of the codebook."""
    told = dict(FIXED)
    for measure in load_codebook().measures:
        told[measure] = (
            "integer",
            f"{measure}: the value that holds by the case's rule (its low bound; else its high).",
        )
        told[f"{measure}_low"] = ("integer", f"{measure}: the smallest low over the origins.")
        told[f"{measure}_high"] = ("integer", f"{measure}: the largest high over the origins; empty where open.")
    return told


def flat(entry: Entry) -> dict[str, Any]:
    """The cells of an event; columns that it says nothing of are left out."""
    place, when = entry.place, entry.when
    exact = where_prec(place, entry.relation) if place else None
    country = country_of(place.country) if place else None
    within = divisions_of(place) if place else None
    told: dict[str, Any] = {
        "id": entry.id,
        "type": entry.type,
        "status": BETWEEN.join(sorted(entry.statuses)),
        "date_start": when.start,
        "date_end": when.end,
        "known_by": entry.known_by,
        "place": place.name if place else None,
        "admin1": within.first if within else None,
        "admin2": within.second if within else None,
        "country": country.name if country else None,
        "iso3": country.iso3 if country else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "level": place.level if place else None,
        "uncertainty_m": place.radius_m if place else None,
        "representative_point": _stands_for_area(place, exact),
        "geo_precision": geo_precision(place, entry.relation) if place else None,
        "where_prec": exact,
        "initiator": BETWEEN.join(party(one).name for one in entry.parties("initiator")) or None,
        "target": BETWEEN.join(party(one).name for one in entry.parties("target")) or None,
        "grade": entry.grade,
        "independent": len(entry.event["origins"]),
        "sides": BETWEEN.join(entry.event["sides"]) or None,
        "claimants": BETWEEN.join(claimants(entry)) or None,
        "sources": BETWEEN.join(outlets(entry)),
        "reports": len(entry.reports),
        "disputed": BETWEEN.join(entry.disputed()) or None,
        "part_of": BETWEEN.join(entry.event["part_of"]) or None,
        "reviewed": entry.reviewed,
        "flag": entry.flag,
        "changed": entry.changed,
        "summary": summary(entry),
    }
    for measure, count in entry.figures.items():
        spread = entry.spread(measure)
        told[measure] = count.low if count.low is not None else count.high
        told |= {f"{measure}_low": spread.low, f"{measure}_high": spread.high}
    return {name: value for name, value in told.items() if value is not None}


def stands_for_area(place: Site | None, entry: Entry) -> bool:
    """Whether the point only stands for an area: from UCDP's code 3 on."""
    return _stands_for_area(place, where_prec(place, entry.relation) if place else None)


def _stands_for_area(place: Site | None, exact: int | None) -> bool:
    return place is not None and place.lat is not None and (exact or 0) >= 3
