"""Who's On First: tables of its records, one a line, 12 columns apart by tabs.

id, placetype, name, lat, lon, region id, county id, population, source of the geometry, GeoNames id, Wikidata id, and
names as `lang:name|lang:name`. Its records as GeoJSON are read by `geojson`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from stemmata.places.index import Named, Place
from stemmata.places.readers import cells
from stemmata.places.readers.lines import Line, Reading, Refused, Row

COLUMNS = 12


def fits(line: str) -> bool:
    row = line.split("\t")
    return len(row) == COLUMNS and row[0].isdecimal()


def places(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    """The places of a table; its country is the one asked for, else the one that the file's name ends with."""
    ends_with = re.search(r"(?:^|[_-])([a-z]{2})$", reading.file.stem.lower())
    country = reading.country or (ends_with[1].upper() if ends_with else None)
    return reading.rows(lines, lambda line: _place(line, country))


def _place(line: str, country: str | None) -> Named:
    row = line.split("\t")
    if len(row) != COLUMNS:
        raise Refused(f"{len(row)} columns where a table of Who's On First has {COLUMNS}")
    identity, kind, name, lat_text, lon_text, region, district = row[:7]
    level = cells.level(kind)
    lat, lon = cells.point(lat_text, lon_text)
    named = [each.partition(":") for each in row[11].split("|")]
    english = next((text for language, _, text in named if language == "eng"), "")
    place = Place(
        entry=f"wof:{identity}",
        name=cells.name(name, english),
        country=cells.country([], country),
        lat=lat,
        lon=lon,
        level=level,
        population=cells.population(row[7]),
        region=region or None,
        kind=kind,
        district=identity if kind == "county" else district or None,
    )
    if level == "region":
        place = replace(place, region=identity)
    return Named(place, cells.names(text for _, _, text in named))
