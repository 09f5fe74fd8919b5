"""Rows of UCDP's GED as happenings: best, low and high; precision by UCDP's codes. Older column sets, too."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from stemmata.comparing.cells import BrokenRow, Row, day, point, whole
from stemmata.comparing.countries import country_named, country_numbered
from stemmata.comparing.happening import LONGEST, Happening, party_ids, place_keys
from stemmata.exports.wording import one_line
from stemmata.merging.facts import names_of, words_of

NAME: Final = "UCDP's GED"
MARKS: Final = ("type_of_violence", "side_a")
"""Columns by which the table is known."""
NEEDED: Final = (
    "id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude", "longitude", "country",
    "date_prec", "date_start", "date_end", "best", "low", "high",
)  # fmt: skip
VIOLENCE: Final = {1: "state-based", 2: "non-state", 3: "one-sided"}
RADIUS_KM: Final = {1: 3.0, 2: 25.0, 3: 35.0, 4: 100.0, 5: 100.0, 7: 150.0}
"""UCDP's code of a place → how far from its point it may lie; a country (6) has no point to measure from."""


def happening(row: Row, line: int) -> Happening:
    """The happening of a row.

    Raises:
        BrokenRow: a cell is not what its column holds.
    """
    first, last = _days(row)
    prec = whole(row, "where_prec")
    at = point(row) if prec != 6 else None
    country = country_numbered(whole(row, "country_id", 0)) or country_named(row["country"])
    sides = f"{row['side_a']}, {row['side_b']}"
    told = " ".join(filter(None, (row.get("source_headline"), row.get("where_description"))))
    violence = whole(row, "type_of_violence", 0)
    return Happening(
        id=_id(row),
        kind=VIOLENCE.get(violence, "violence of no told type"),
        types=frozenset(),
        first=first.toordinal(),
        last=last.toordinal(),
        dated=True,
        place=one_line(row["where_coordinates"]) or None,
        keys=place_keys(row["where_coordinates"]),
        country=country,
        lat=at[0] if at else None,
        lon=at[1] if at else None,
        radius_km=RADIUS_KM.get(prec, 100.0),
        parties=party_ids(sides, country),
        low=whole(row, "low"),
        best=whole(row, "best"),
        high=whole(row, "high"),
        words=words_of(told),
        names=names_of(told),
        text=one_line(f"{row['side_a']} – {row['side_b']}. {row.get('source_headline') or ''}")[:LONGEST],
        division=one_line(row.get("adm_1", "")) or None,
        lethal=True,
        line=line,
    )


def _id(row: Row) -> str:
    cell = row["id"].strip().removesuffix(".0")
    if not cell:
        raise BrokenRow("id is empty")
    return cell


def _days(row: Row) -> tuple[date, date]:
    """The days of a row, as wide as its precision says, whatever day it holds."""
    start, end, prec = day(row, "date_start"), day(row, "date_end"), whole(row, "date_prec")
    if end < start:
        raise BrokenRow("date_end lies before date_start")
    return WIDENED.get(prec, _as_told)(start, end)


def _as_told(start: date, end: date) -> tuple[date, date]:
    return start, end


def _week(start: date, end: date) -> tuple[date, date]:
    return start - timedelta(days=start.weekday()), end + timedelta(days=6 - end.weekday())


def _month(start: date, end: date) -> tuple[date, date]:
    return start.replace(day=1), end.replace(day=monthrange(end.year, end.month)[1])


def _year(start: date, end: date) -> tuple[date, date]:
    return date(start.year, 1, 1), date(end.year, 12, 31)


WIDENED: Final[Mapping[int, Callable[[date, date], tuple[date, date]]]] = {3: _week, 4: _month, 5: _year}
