"""GeoJSON (RFC 7946): a feature an event, flat properties, no geometry where there is no place."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from math import cos, radians
from typing import IO, Any

from stemmata.case.entries import DECIMALS, Entry
from stemmata.exports.flat import flat, stands_for_area
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format
from stemmata.records import Site

METRES_A_DEGREE = 111_320
"""Of latitude, at the equator."""
IN_GEOMETRY = ("id", "lat", "lon")
"""Columns that a feature holds elsewhere than among its properties."""


def feature(entry: Entry) -> dict[str, Any]:
    """An event as a feature."""
    place = entry.place
    told = {name: _plain(value) for name, value in flat(entry).items() if name not in IN_GEOMETRY}
    shown: dict[str, Any] = {"type": "Feature", "id": entry.id}
    if place and stands_for_area(place, entry):
        shown["bbox"] = _box(place)
    geometry = {"type": "Point", "coordinates": [place.lon, place.lat]} if place and place.lat is not None else None
    return {**shown, "geometry": geometry, "properties": told}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value  # a datetime is a date


def _box(place: Site) -> list[float]:
    """West, south, east, north of the circle in which it may lie; west is greater than east over the 180th meridian."""
    lat, lon, radius = place.lat or 0.0, place.lon or 0.0, place.radius_m or 0
    up = radius / METRES_A_DEGREE
    aside = min(180.0, up / max(cos(radians(lat)), 0.01))
    edges = (_round_the_world(lon - aside), max(-90.0, lat - up), _round_the_world(lon + aside), min(90.0, lat + up))
    return [round(edge, DECIMALS) for edge in edges]


def _round_the_world(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _piece(entries: Sequence[Entry]) -> bytes:
    return ",\n".join(json.dumps(feature(entry), ensure_ascii=False) for entry in entries).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    told = {"title": about.title, "credits": list(about.credits)}
    file.write(b'{"type":"FeatureCollection","stemmata":' + json.dumps(told, ensure_ascii=False).encode())
    file.write(b',"features":[')
    first = True
    for piece in pieces:
        if piece:
            file.write((b"\n" if first else b",\n") + piece)
            first = False
    file.write(b"\n]}\n")


FORMAT = Format(
    name="geojson",
    ending=".geojson",
    means="a map layer (RFC 7946): a feature an event, none without a place given one",
    carries=FLAT,
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Of an area the point is only a representative one: representative_point is true, and bbox holds the area.",
        "geometry is null where no place with a point is told.",
    ),
)
