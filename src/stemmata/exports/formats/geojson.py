"""GeoJSON (RFC 7946): a feature an event, flat properties, no geometry where there is no place."""

import json
from collections.abc import Iterable, Sequence
from math import cos, radians
from typing import IO, Any

from stemmata.case.entries import Entry
from stemmata.exports.described import claimants, country_of, outlets, party, summary
from stemmata.exports.formats.format import About, Format
from stemmata.records import Site, geo_precision, where_prec

DECIMALS = 6
"""Of a degree, as the RFC advises: a tenth of a metre."""
METRES_A_DEGREE = 111_320
"""Of latitude, at the equator."""


def feature(entry: Entry) -> dict[str, Any]:
    """An event as a feature."""
    place, when = entry.place, entry.when
    country = country_of(place.country) if place else None
    told: dict[str, Any] = {
        "type": entry.type,
        "date_start": when.start.isoformat() if when.start else None,
        "date_end": when.end.isoformat() if when.end else None,
        "place": place.name if place else None,
        "country": country.name if country else None,
        "iso3": country.iso3 if country else None,
        "level": place.level if place else None,
        "uncertainty_m": place.radius_m if place else None,
        "geo_precision": geo_precision(place, entry.relation) if place else None,
        "where_prec": where_prec(place, entry.relation) if place else None,
        "representative_point": _is_area(place),
        "initiator": "; ".join(party(one).name for one in entry.parties("initiator")) or None,
        "target": "; ".join(party(one).name for one in entry.parties("target")) or None,
        "status": "; ".join(sorted(entry.statuses)),
        "grade": entry.grade,
        "independent": len(entry.event["origins"]),
        "sides": "; ".join(entry.event["sides"]),
        "claimants": "; ".join(claimants(entry)) or None,
        "sources": "; ".join(outlets(entry)),
        "reports": len(entry.reports),
        "disputed": "; ".join(entry.disputed()) or None,
        "reviewed": entry.reviewed,
        "summary": summary(entry),
    }
    for measure in entry.figures:
        spread = entry.spread(measure)
        told |= {f"{measure}_low": spread.low, f"{measure}_high": spread.high}
    shown: dict[str, Any] = {"type": "Feature", "id": entry.id}
    if place and _is_area(place):
        shown["bbox"] = _box(place)
    geometry = {"type": "Point", "coordinates": _point(place)} if place and place.lat is not None else None
    return {**shown, "geometry": geometry, "properties": told}


def _is_area(place: Site | None) -> bool:
    """Whether the point only stands for an area: from UCDP's code 3 on."""
    return place is not None and place.lat is not None and (where_prec(place) or 0) >= 3


def _point(place: Site) -> list[float]:
    return [round(place.lon or 0.0, DECIMALS), round(place.lat or 0.0, DECIMALS)]


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
    carries=frozenset(
        {"window", "hedge", "dead", "other figures", "claimant", "unresolved place", "uncertain place", "direction",
         "second party", "status", "grade", "origins"}
    ),
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Of an area the point is only a representative one: representative_point is true, and bbox holds the area.",
        "geometry is null where no place with a point is told.",
    ),
)  # fmt: skip
