"""Where an event may have happened, as RFC 7946 draws it: a point, or the circle around one that stands for an area.

An area is drawn as an area, so that no map shows a district's events as if they all lay in its middle.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Any, Final

from stemmata.case.entries import DECIMALS, Entry
from stemmata.exports.flat import stands_for_area

EARTH_M: Final = 6_371_009
"""The mean radius of the Earth."""
CORNERS: Final = 32
"""Of a circle: its edge is at most half a hundredth of the radius off."""
WIDEST_M: Final = 9_000_000
"""What is wider holds more than half the Earth, and says no more."""
Position = tuple[float, float]
Ring = list[Position]


def geometry(entry: Entry) -> dict[str, Any] | None:
    """The geometry of an event; None where no place with a point is told."""
    place = entry.place
    if place is None or place.lat is None or place.lon is None:
        return None
    if stands_for_area(place, entry) and place.radius_m:
        return circle(place.lat, place.lon, place.radius_m)
    return {"type": "Point", "coordinates": _rounded((place.lon, place.lat))}


def circle(lat: float, lon: float, radius_m: int) -> dict[str, Any]:
    """The area within a distance of a point, cut at the 180th meridian as RFC 7946 asks (section 3.1.9)."""
    wide = min(radius_m, WIDEST_M) / EARTH_M
    edge = [_along(lat, lon, wide, 2 * pi * nth / CORNERS) for nth in range(CORNERS, 0, -1)]  # counterclockwise
    if abs(radians(lat)) + wide >= pi / 2:
        rings = [_around_the_pole(edge, 90.0 if lat > 0 else -90.0)]
    else:
        rings = _cut([(lon + _turned(x - lon), y) for x, y in edge])
    coordinates = [[[_rounded(one) for one in (*ring, ring[0])]] for ring in rings]
    if len(coordinates) == 1:
        return {"type": "Polygon", "coordinates": coordinates[0]}
    return {"type": "MultiPolygon", "coordinates": coordinates}


def box(shape: dict[str, Any]) -> list[float]:
    """West, south, east, north of a geometry; west is greater than east where it crosses the 180th meridian."""
    rings = _rings(shape)
    if len(rings) == 2:  # cut in two: the western part of the box is the ring that ends at 180
        west, east = sorted(rings, key=lambda ring: min(x for x, _ in ring), reverse=True)
        lats = [y for ring in rings for _, y in ring]
        return [min(x for x, _ in west), min(lats), max(x for x, _ in east), max(lats)]
    xs, ys = zip(*rings[0], strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]


def _rings(shape: dict[str, Any]) -> list[list[list[float]]]:
    """The outer rings of a geometry; a point is a ring of one position."""
    held = shape["coordinates"]
    if shape["type"] == "Point":
        return [[held]]
    return [held[0]] if shape["type"] == "Polygon" else [part[0] for part in held]


def _along(lat: float, lon: float, wide: float, bearing: float) -> Position:
    """The position at an angle from a point, in a direction."""
    north = radians(lat)
    to = asin(max(-1.0, min(1.0, sin(north) * cos(wide) + cos(north) * sin(wide) * cos(bearing))))
    aside = atan2(sin(bearing) * sin(wide) * cos(north), cos(wide) - sin(north) * sin(to))
    return _turned(lon + degrees(aside)), degrees(to)


def _turned(lon: float) -> float:
    """A longitude from -180 to 180."""
    return (lon + 180) % 360 - 180


def _around_the_pole(edge: Sequence[Position], pole: float) -> Ring:
    """A ring around a pole: along the edge from one side of the map to the other, and back along the pole."""
    eastward = sorted(edge)
    (first, its_lat), (last, lat) = eastward[0], eastward[-1]
    at_180 = its_lat + (lat - its_lat) * (first + 180) / (first + 360 - last)
    along = [(-180.0, at_180), *eastward, (180.0, at_180)]
    if pole > 0:
        return [*along, (180.0, pole), (-180.0, pole)]
    return [*reversed(along), (-180.0, pole), (180.0, pole)]


def _cut(ring: Ring) -> list[Ring]:
    """The parts of a ring on both sides of the 180th meridian, each where longitudes are from -180 to 180."""
    for meridian in (180.0, -180.0):
        inner = [(x - meridian, y) for x, y in ring]
        if any(x > 0 for x, _ in inner) and any(x < 0 for x, _ in inner):
            east, west = _half(inner, 1), _half(inner, -1)
            return [[(x + 180.0, y) for x, y in west], [(x - 180.0, y) for x, y in east]]
    return [[(_turned(x) if abs(x) > 180 else x, y) for x, y in ring]]


def _half(ring: Ring, side: int) -> Ring:
    """What of a ring lies on one side of the meridian 0 (Sutherland and Hodgman's clipping)."""
    kept: Ring = []
    for (x, y), (beyond, further) in pairwise([*ring, ring[0]]):
        if x * side >= 0:
            kept.append((x, y))
        if x * beyond < 0:
            kept.append((0.0, y + (further - y) * x / (x - beyond)))
    return kept


def _rounded(position: Position) -> list[float]:
    return [round(position[0], DECIMALS), round(position[1], DECIMALS)]
