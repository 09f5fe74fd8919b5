"""In which first- and second-order divisions a place lies, with their ISO 3166-2 codes and p-codes: for exports.

A division is told where the place's own gazetteer tells it, or where all known towns around the point lie in one. What
nothing tells stays None: no division is guessed from the nearest town across a border that nobody drew.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from stemmata.places.gazetteer import load_gazetteer
from stemmata.places.index import Index, Place
from stemmata.records import NEARBY_M, Site
from stemmata.tables import CODEBOOK, read_table

DIVISIONS: Final = ("country", "code", "name", "iso")
AROUND_M: Final = 5_000
"""Metres around a point within which towns are asked in whose division it lies, where its own radius is smaller."""
SAME_POINT: Final = 0.0005
"""Degrees within which two points are one; about 50 m."""

_METRES_A_DEGREE: Final = 111_200
_REMEMBERED: Final = 65_536
_SECOND_ORDER: Final = frozenset(("ADM2", "county", "2"))
"""What gazetteers call the kind of a second-order division; other districts lie below it, or nothing is told."""


@dataclass(frozen=True, slots=True)
class Division:
    """A division of a country."""

    name: str
    iso: str | None = None
    """ISO 3166-2, of first-order divisions."""
    pcode: str | None = None
    """OCHA's p-code, where an added gazetteer tells it."""


@dataclass(frozen=True, slots=True)
class Divisions:
    """The divisions that a place lies in; None where that is not known."""

    first: Division | None = None
    """ACLED's admin1, UCDP's adm_1."""
    second: Division | None = None
    """ACLED's admin2, UCDP's adm_2."""


def divisions(site: Site, gazetteer: Index | None = None) -> Divisions:
    """Tell in which divisions a place of a happening lies.

    A region lies in no second-order division, a country or a wide area in none at all.

    Args:
        site: the place, as an event's field `place` has it.
        gazetteer: by default that of `load_gazetteer()`. Answers are remembered for each.
    """
    return _of_site(gazetteer or load_gazetteer(), site)


@lru_cache(_REMEMBERED)
def _of_site(gazetteer: Index, site: Site) -> Divisions:
    if site.country is None or site.level in ("country", "area", "sea", "unknown"):
        return Divisions()
    if site.level == "region":
        known = _regions(gazetteer, site.country, site.name)
        return Divisions(_first(gazetteer, known[0]) if known else None)
    same = [place for place in gazetteer.named(site.name) if _is_at(place, site)]
    asked = same or _around(gazetteer, site)
    told = (([tell(gazetteer, place) for place in asked]) for tell in (_first, _second))
    return Divisions(*(_agreed([one for one in found if one] if same else found) for found in told))


def _agreed(found: Sequence[Division | None]) -> Division | None:
    """The division that all towns lie in; gazetteers may spell it in several ways."""
    return found[0] if len({one and (one.iso or one.name) for one in found}) == 1 else None


def _is_at(place: Place, site: Site) -> bool:
    """Whether a place of that name is the one meant: it lies there, or neither has a point."""
    if (place.country, place.level) != (site.country, site.level):
        return False
    if place.lat is None or place.lon is None or site.lat is None or site.lon is None:
        return place.lat is site.lat is None
    return max(abs(place.lat - site.lat), abs(place.lon - site.lon)) < SAME_POINT


def _around(gazetteer: Index, site: Site) -> list[Place]:
    """The towns of its country around a point, within its radius; none where that is wide."""
    if site.lat is None or site.lon is None or (site.radius_m or 0) > NEARBY_M:
        return []
    high = max(site.radius_m or 0, AROUND_M) / _METRES_A_DEGREE
    wide = high / max(0.01, math.cos(math.radians(site.lat)))
    found = gazetteer.towns(site.lat - high, site.lat + high, site.lon - wide, site.lon + wide)
    return [town for town in found if town.country == site.country]


# ------------------------------------------------------------------------------------------- what a gazetteer tells


def _first(gazetteer: Index, place: Place) -> Division | None:
    """A region itself, or the one that a place's gazetteer puts it in, by its code or name."""
    if place.level == "region":
        return _with_codes(gazetteer, place.country, place.name)
    if not place.region:
        return None
    for region in _divided(gazetteer, place.country):
        if region.level == "region" and place.region in (region.pcode, region.region):
            return _with_codes(gazetteer, place.country, region.name)
    if known := _by_code().get((place.country, place.region)):
        return Division(*known)
    return _with_codes(gazetteer, place.country, place.region) if _is_name(place.region) else None


def _second(gazetteer: Index, place: Place) -> Division | None:
    if place.level == "district" and place.kind in _SECOND_ORDER:
        return Division(place.name, pcode=place.pcode)
    if not place.district:
        return None
    for district in _divided(gazetteer, place.country):
        same = place.district == district.pcode or _codes(place) == _codes(district)
        if same and district.level == "district" and district.kind in _SECOND_ORDER:
            return Division(district.name, pcode=district.pcode)
    return Division(place.district) if _is_name(place.district) else None


def _codes(place: Place) -> tuple[str | None, str | None]:
    """The code of a second-order division counts within the first-order one."""
    return place.region, place.district


def _is_name(told: str) -> bool:
    """Whether a gazetteer tells a division by name: codes are numbers and capitals."""
    return any(char.islower() for char in told) or not told.isascii()


def _with_codes(gazetteer: Index, country: str, name: str) -> Division:
    """A first-order division with the codes that divisions of its name have, where these agree."""
    bearing = _regions(gazetteer, country, name)
    isos = {known[1] for place in bearing if (known := _by_code().get((country, place.region or "")))}
    pcodes = {place.pcode for place in bearing if place.pcode}
    return Division(name, *(next(iter(codes)) if len(codes) == 1 else None for codes in (isos, pcodes)))


@lru_cache(_REMEMBERED)
def _regions(gazetteer: Index, country: str, name: str) -> list[Place]:
    """The first-order divisions that bear a name, "Homs province" also as "Homs"."""
    shorter = name.rpartition(" ")[0]
    named = (gazetteer.named(told) for told in (name, shorter) if told)
    return next(
        (own for found in named if (own := [p for p in found if (p.level, p.country) == ("region", country)])), []
    )


@lru_cache(512)
def _divided(gazetteer: Index, country: str) -> Sequence[Place]:
    return gazetteer.divisions(country)


@cache
def _by_code() -> Mapping[tuple[str, str], tuple[str, str | None]]:
    """Names and ISO codes of first-order divisions by country and GeoNames code."""
    rows = read_table(CODEBOOK / "divisions.csv", DIVISIONS)
    return {(row["country"], row["code"]): (row["name"], row["iso"] or None) for row in rows}
