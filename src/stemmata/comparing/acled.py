"""Rows of ACLED as happenings: precision by ACLED's codes, which older and newer exports have alike."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final

from stemmata.coding.codebook import load_codebook
from stemmata.comparing.cells import BrokenRow, Row, day, point, whole
from stemmata.comparing.countries import country_named
from stemmata.comparing.happening import LONGEST, Happening, party_ids, place_keys
from stemmata.exports.wording import one_line
from stemmata.merging.facts import names_of, words_of

NAME: Final = "ACLED"
MARKS: Final = ("event_date", "sub_event_type")
"""Columns by which the table is known."""
NEEDED: Final = (
    "event_date", "event_type", "sub_event_type", "actor1", "actor2", "country", "location", "latitude", "longitude",
    "fatalities",
)  # fmt: skip
IDS: Final = ("event_id_cnty", "data_id", "event_id_no_cnty")
"""One of these names a row; older exports have the second and third, too."""
RADIUS_KM: Final = {1: 3.0, 2: 25.0, 3: 100.0}
"""ACLED's precision of a place → how far from its point it may lie."""
WEEK: Final = timedelta(days=6)
"""Some day of a week that holds the day which is told."""


def happening(row: Row, line: int) -> Happening:
    """The happening of a row.

    Raises:
        BrokenRow: a cell is not what its column holds.
    """
    first, last = _days(row)
    at = point(row)
    country = next(filter(None, (country_named(row[one]) for one in ("iso3", "iso", "country") if row.get(one))), None)
    actors = ", ".join(row.get(one, "") for one in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2"))
    notes = row.get("notes") or ""
    dead = whole(row, "fatalities", 0)
    return Happening(
        id=_id(row),
        kind=one_line(row["sub_event_type"]).casefold() or "not told",
        types=_types(row["event_type"].strip(), row["sub_event_type"].strip()),
        first=first.toordinal(),
        last=last.toordinal(),
        dated=True,
        place=one_line(row["location"]) or None,
        keys=place_keys(row["location"]),
        country=country,
        lat=at[0] if at else None,
        lon=at[1] if at else None,
        radius_km=RADIUS_KM.get(whole(row, "geo_precision", 3), 100.0),
        parties=party_ids(actors, country),
        low=dead,
        best=dead,
        high=dead,
        words=words_of(notes),
        names=names_of(notes),
        text=one_line(notes or f"{row['actor1']} – {row['actor2']}")[:LONGEST],
        division=one_line(row.get("admin1", "")) or None,
        line=line,
    )


def _id(row: Row) -> str:
    found = next((row[one].strip() for one in IDS if row.get(one, "").strip()), "")
    if not found:
        raise BrokenRow(f"{IDS[0]} is empty")
    return found


def _days(row: Row) -> tuple[date, date]:
    """The days of a row, as wide as its precision says; without one, the day."""
    told, precision = day(row, "event_date"), whole(row, "time_precision", 1)
    if precision == 2:
        return told - WEEK, told + WEEK
    if precision >= 3:
        return told.replace(day=1), told.replace(day=monthrange(told.year, told.month)[1])
    return told, told


@cache
def _types(kind: str, sub: str) -> frozenset[str]:
    """The types of the codebook that ACLED calls so; those of its event type where it has none of the sub-event."""
    types = load_codebook().types
    found = {name for name, one in types.items() if (kind, sub) in one.acled}
    return frozenset(found or {name for name, one in types.items() if any(pair[0] == kind for pair in one.acled)})
