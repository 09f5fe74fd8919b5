"""Places as the public may read them: names that a gazetteer knows, no point of a private house, coarse where asked.

Which names of a report are names of places is told by `introduced`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Final, Literal

from stemmata.actors.phrases import fold
from stemmata.places.countries import country_names
from stemmata.places.divisions import DIVISIONS, divisions
from stemmata.places.gazetteer import load_gazetteer
from stemmata.places.keys import distance
from stemmata.records import WITHHELD, Level, Site
from stemmata.tables import CODEBOOK, read_table

Coarseness = Literal["place", "district", "region", "country"]
"""How exactly places are told; `place`: as they are."""

OTHER_SPELLING: Final = 1.0
"""How far apart two spellings of one place may sound, see `places.keys.distance`."""
HOUSE_M: Final = 5_000
"""A point that lies within so many metres of a place whose name is withheld could be somebody's door."""
_METRES_A_DEGREE: Final = 111_200
_WIDTH: Final[Mapping[Level, int]] = {
    "facility": 0,
    "unknown": 0,
    "populated_place": 0,
    "district": 1,
    "area": 1,
    "region": 2,
    "sea": 3,
    "country": 3,
}
_ASKED: Final[Mapping[Coarseness, int]] = {"place": 0, "district": 1, "region": 2, "country": 3}


@lru_cache(65536)
def is_known(name: str, country: str | None) -> bool:
    """Whether a gazetteer or the list of states has a place of this name in this country."""
    if name in country_names().values():
        return True
    return any(country in (place.country, None) or not place.country for place in load_gazetteer().named(name))


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names may be spellings of one."""
    return distance(one, other) <= OTHER_SPELLING


def names_of(places: Iterable[Site]) -> frozenset[str]:
    """The names of some places and of the divisions that they lie in, folded."""
    places = list(places)
    told = {fold(place.name) for place in places}
    within = (divisions(place) for place in places)
    told |= {fold(one.name) for each in within for one in (each.first, each.second) if one}
    return frozenset(told) - {""}


def coarse(site: Site, asked: Coarseness, metres: int) -> Site:
    """A place no more exact than is asked: its district, region or country, or a cell of a grid of so many metres."""
    told = _division(site, asked) if _WIDTH[site.level] < _ASKED[asked] else site
    return _on_grid(told, metres) if told.radius_m is not None and told.radius_m < metres else told


def without_house(site: Site) -> Site:
    """A place whose name is withheld, without a point that is close to it."""
    if site.radius_m is not None and site.radius_m < HOUSE_M:
        return replace(site, name=WITHHELD, lat=None, lon=None, radius_m=None)
    return replace(site, name=WITHHELD)


def _division(site: Site, asked: Coarseness) -> Site:
    within = divisions(site)
    if asked == "district" and within.second:
        return _middle(Site(within.second.name, site.country, None, None, "district", None))
    if asked in ("district", "region") and within.first:
        return _middle(Site(within.first.name, site.country, None, None, "region", None))
    return Site(country_names().get(site.country or "", WITHHELD), site.country, None, None, "country", None)


def _middle(division: Site) -> Site:
    """A division with its middle and its reach, where the gazetteer tells both."""
    for place in load_gazetteer().named(division.name):
        if (place.country, place.level) == (division.country, division.level) and place.radius_m:
            return replace(division, lat=place.lat, lon=place.lon, radius_m=place.radius_m)
    return division


def _on_grid(site: Site, metres: int) -> Site:
    """The cell of a grid that a place lies in, under the name of the division or country around it."""
    step = metres / _METRES_A_DEGREE
    if site.lat is None or site.lon is None:
        return _division(site, "district")
    within = divisions(site)
    around = within.second or within.first
    name = around.name if around else country_names().get(site.country or "", WITHHELD)
    lat, lon = (round((value // step + 0.5) * step, 4) for value in (site.lat, site.lon))
    return Site(name, site.country, max(-90.0, min(90.0, lat)), lon, "area", metres + (site.radius_m or 0))


@lru_cache(512)
def divisions_of(country: str) -> frozenset[str]:
    """The names of all first-order divisions of a country, folded."""
    return frozenset(fold(name) for of, name in _divisions() if of == country)


@cache
def _divisions() -> tuple[tuple[str, str], ...]:
    """Countries and the names of their divisions."""
    regions = read_table(CODEBOOK / "regions.csv", ("country", "name", "aliases", "code"))
    told = [(row["country"], name) for row in regions for name in (row["name"], *row.several("aliases"))]
    return (*told, *((row["country"], row["name"]) for row in read_table(CODEBOOK / "divisions.csv", DIVISIONS)))


def as_json(site: Site) -> dict[str, Any]:
    """A place as an event holds it."""
    return {
        "name": site.name,
        "country": site.country,
        "lat": site.lat,
        "lon": site.lon,
        "level": site.level,
        "radius_m": site.radius_m,
    }
