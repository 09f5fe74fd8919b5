"""The shapes of countries, from Natural Earth (public domain), as far as a map shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from stemmata.exports.drawing.projection import Box, Projection, box_of

CREDIT: Final = "Country shapes: Natural Earth (public domain), 1:50 million, borders as held; no statement on them."
HUNDREDTHS: Final = 100
"""Of a degree: what the file counts in."""
TENTHS: Final = 10
"""Of a unit: what paths count in, so that their numbers stay short."""
Ring = list[tuple[float, float]]
"""Points by latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country's shape; holes are rings of their own."""

    name: str
    rings: tuple[Ring, ...]
    boxes: tuple[Box, ...]
    """Of each ring."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country on a map."""

    name: str
    path: str
    """As SVG draws it, in tenths of a unit."""
    label: tuple[float, float] | None
    """Where its name has room in the first view, in units."""
    room: float
    """Units that the name may take there."""


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by name."""
    text = files("stemmata.exports.drawing").joinpath("world.txt").read_text(encoding="utf-8")
    shapes, _, arcs = text.partition("---\n")
    drawn = [list(_decoded(arc)) for arc in arcs.splitlines()]
    found = []
    for line in shapes.splitlines():
        if not line.startswith("#"):
            name, _, told = line.partition("\t")
            rings = tuple(_ring([int(number) for number in ring.split(",")], drawn) for ring in told.split())
            found.append(Country(name, rings, tuple(map(box_of, rings))))
    return tuple(found)


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """The arcs one after the other; each begins where the one before it ended."""
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _decoded(line: str) -> Iterator[tuple[float, float]]:
    """The points of an encoded polyline."""
    numbers = _numbers(line)
    lon = lat = 0
    for east, north in zip(numbers, numbers, strict=True):
        lon, lat = lon + east, lat + north
        yield lat / HUNDREDTHS, lon / HUNDREDTHS


def _numbers(line: str) -> Iterator[int]:
    value = shift = 0
    for character in line:
        bits = ord(character) - 63
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits < 0x20:
            yield ~(value >> 1) if value & 1 else value >> 1
            value = shift = 0


def land(projection: Projection, whole: Box) -> list[Land]:
    """The countries of a map.

    Args:
        projection: of the map; what meets its first view is drawn finely, all else roughly.
        whole: as far as one can move; nothing is drawn beyond it.
    """
    rough = max(1.0, (whole.east - whole.west) * projection.scale * projection.narrowing / 1500)
    found = []
    for country in countries():
        rings = []
        for ring, box in zip(country.rings, country.boxes, strict=True):
            if box.meets(whole):
                step = 0.4 if box.meets(projection.view) else rough
                rings.append(list(_thinned(projection, clipped(ring, whole), step)))
        path = "".join(_path(ring) for ring in rings if len(ring) > 2)
        if path:
            label, room = _label(country, projection)
            found.append(Land(country.name, path, label, room))
    return found


def _thinned(projection: Projection, ring: Ring, step: float) -> Iterator[tuple[float, float]]:
    """The points of a ring in units, without those that lie on the one before them at this step."""
    last = None
    for lat, lon in ring:
        x, y = projection.at(lat, lon)
        cell = round(x / step), round(y / step)
        if cell != last:
            yield x, y
            last = cell


def _path(ring: Sequence[tuple[float, float]]) -> str:
    """A closed path by differences, in tenths of a unit."""
    points = [(round(x * TENTHS), round(y * TENTHS)) for x, y in ring]
    steps = " ".join(f"{x - before_x},{y - before_y}" for (before_x, before_y), (x, y) in pairwise(points))
    return f"M{points[0][0]},{points[0][1]}l{steps}z"


def _label(country: Country, projection: Projection) -> tuple[tuple[float, float] | None, float]:
    """The middle of the widest stretch of land inside the first view, halfway up what is seen of it."""
    best: tuple[tuple[float, float] | None, float] = None, 0.0
    for ring, box in zip(country.rings, country.boxes, strict=True):
        seen = clipped(ring, projection.view) if box.meets(projection.view) else []
        if len(seen) < 3:
            continue
        part = box_of(seen)
        for share in (0.5, 0.35, 0.65):
            lat = part.south + (part.north - part.south) * share
            for west, east in _stretches(seen, lat):
                room = (east - west) * projection.scale * projection.narrowing
                if room > best[1] * 1.15:
                    best = projection.at(lat, (west + east) / 2), room
    return best


def _stretches(ring: Ring, lat: float) -> list[tuple[float, float]]:
    """Where a parallel lies inside a ring, from west to east."""
    crossed = sorted(
        lon + (beyond - lon) * (lat - at) / (to - at)
        for (at, lon), (to, beyond) in pairwise([*ring, ring[0]])
        if (at <= lat) != (to <= lat)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=False))


def clipped(ring: Ring, box: Box) -> Ring:
    """What of a ring lies in a box (Sutherland and Hodgman)."""
    for axis, edge, side in ((1, box.west, 1), (1, box.east, -1), (0, box.south, 1), (0, box.north, -1)):
        if not ring:
            break
        kept: Ring = []
        before = ring[-1]
        for point in ring:
            inside, was = (point[axis] - edge) * side >= 0, (before[axis] - edge) * side >= 0
            if inside != was:
                share = (edge - before[axis]) / (point[axis] - before[axis])
                other = before[1 - axis] + (point[1 - axis] - before[1 - axis]) * share
                kept.append((edge, other) if axis == 0 else (other, edge))
            if inside:
                kept.append(point)
            before = point
        ring = kept
    return ring
