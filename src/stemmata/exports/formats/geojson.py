"""GeoJSON (RFC 7946): a feature an event, flat properties, no geometry where there is no place."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Any

from stemmata.case.entries import Entry
from stemmata.exports.flat import flat
from stemmata.exports.formats.areas import box, geometry
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format


def feature(entry: Entry) -> dict[str, Any]:
    """An event as a feature."""
    shape = geometry(entry)
    shown: dict[str, Any] = {"type": "Feature", "id": entry.id}
    if shape and shape["type"] != "Point":
        shown["bbox"] = box(shape)
    told = {name: _plain(value) for name, value in flat(entry).items() if name != "id"}
    return {**shown, "geometry": shape, "properties": told}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value  # a datetime is a date


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
        "Of an area (representative_point) the geometry is the circle in which it may lie; lat, lon its middle.",
        "geometry is null where no place with a point is told.",
    ),
)
