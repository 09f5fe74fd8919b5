"""GeoNames: the dumps of a country, and the tables of first- and second-order divisions.

https://download.geonames.org/export/dump/readme.txt tells the columns of both.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from stemmata.places.index import Named, Place
from stemmata.places.readers import cells
from stemmata.places.readers.lines import Line, Reading, Refused, Row
from stemmata.records import Level

DUMP, CODES = 19, 4
"""Columns of a dump, and of a table of divisions."""
DIVISION = re.compile(r"[A-Z]{2}\.[^.\t]+(\.[^.\t]+)?")

CLASSES: Final[Mapping[str, Level]] = {
    **dict.fromkeys("SR", "facility"),
    **dict.fromkeys("HLTUV", "area"),
    "P": "populated_place",
}
DIVISIONS: Final[Mapping[str, Level]] = {"ADM1": "region", "ADM2": "district", "ADM3": "district"}


def fits_dump(line: str) -> bool:
    row = line.split("\t")
    return len(row) == DUMP and row[0].isdecimal()


def dump(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    """The places of `SY.txt` or `allCountries.txt`."""
    return reading.rows(lines, _place)


def _place(line: str) -> Named:
    row = line.split("\t")
    if len(row) != DUMP:
        raise Refused(f"{len(row)} columns where a GeoNames dump has {DUMP}")
    feature, code = row[6], row[7]
    level = DIVISIONS.get(code) or CLASSES.get(feature)
    if level is None or code.startswith("PCL"):
        raise Refused(f"a feature {feature}.{code} is no place that happenings are located by")
    lat, lon = cells.point(row[4], row[5])
    place = Place(
        entry=f"geonames:{row[0]}",
        name=cells.name(row[1]),
        country=cells.country([row[8]], None),
        lat=lat,
        lon=lon,
        level=level,
        population=cells.population(row[14]),
        region=row[10] or None,
        kind=code,
        district=row[11] or None,
    )
    return Named(place, cells.names((row[2], *row[3].split(","))))


def fits_divisions(line: str) -> bool:
    row = line.split("\t")
    return len(row) == CODES and DIVISION.fullmatch(row[0]) is not None


def divisions(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    """The divisions of `admin1CodesASCII.txt` or `admin2Codes.txt`, which have no points."""
    return reading.rows(lines, _division)


def _division(line: str) -> Named:
    row = line.split("\t")
    if len(row) != CODES or not DIVISION.fullmatch(row[0]):
        raise Refused("no line of a table of divisions: code, name, ASCII name and number")
    country, region, *second = row[0].split(".")
    place = Place(
        entry=f"geonames:{row[3]}",
        name=cells.name(row[1]),
        country=cells.country([country], None),
        lat=None,
        lon=None,
        level="district" if second else "region",
        region=region,
        kind="ADM2" if second else "ADM1",
        district=second[0] if second else None,
    )
    return Named(place, cells.names([row[2]]))
