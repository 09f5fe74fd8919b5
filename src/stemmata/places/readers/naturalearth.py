"""Natural Earth: its populated places as a table of ten columns apart by tabs, without a header.

name, further names, names in other letters, region, country, ISO code, lat, lon, population, GeoNames id. Its GeoJSON
is read by `geojson`.
"""

import re
from collections.abc import Iterator

from stemmata.places.index import Named, Place
from stemmata.places.readers import cells
from stemmata.places.readers.lines import Line, Reading, Refused, Row

COLUMNS = 10


def fits(line: str) -> bool:
    row = line.split("\t")
    return len(row) == COLUMNS and all(re.fullmatch(r"-?\d+\.?\d*", cell) for cell in row[6:8])


def places(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    """The towns of the table."""
    return reading.rows(lines, lambda line: _place(line, reading.country))


def _place(line: str, country: str | None) -> Named:
    row = line.split("\t")
    if len(row) != COLUMNS:
        raise Refused(f"{len(row)} columns where the table has {COLUMNS}")
    lat, lon = cells.point(row[6], row[7])
    geonameid = row[9].partition(".")[0]
    place = Place(
        entry=f"geonames:{geonameid}" if geonameid.isdecimal() else f"naturalearth:{row[5]} {row[0]}",
        name=cells.name(row[0]),
        country=cells.country([row[5], row[4]], country),
        lat=lat,
        lon=lon,
        level="populated_place",
        population=cells.population(row[8]),
        region=row[3] or None,
    )
    return Named(place, cells.names([*cells.several(row[1]), *cells.several(row[2])]))
