"""Degrees → units of a drawing: equal distances along meridians, true in shape in the middle of the map.

Plate carrée, its width taken by the cosine of the middle latitude; a war's region is small enough for that, and a
circle of some kilometres stays an ellipse that SVG can draw.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Final, NamedTuple

from stemmata.places.sphere import DEGREE_KM

WIDTH: Final = 1000
"""Units of the first view; pages draw it about 900 pixels wide."""
ASPECT: Final = 0.62
"""Height of a view by its width."""
NARROWEST: Final = 0.01
"""Of the cosine: no map is stretched endlessly at a pole."""


class Box(NamedTuple):
    """West, south, east, north, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share a point."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


@dataclass(frozen=True, slots=True)
class Projection:
    """From degrees to units; the first view begins at 0, 0 and is `WIDTH` wide."""

    view: Box
    """The first view."""
    scale: float
    """Units of a degree of latitude."""
    narrowing: float
    """Cosine of the middle latitude."""

    @property
    def height(self) -> float:
        """Of the first view, in units."""
        return (self.view.north - self.view.south) * self.scale

    @property
    def units_of_km(self) -> float:
        """Units of a kilometre."""
        return self.scale / DEGREE_KM

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """A point in units, x to the east and y to the south."""
        return (lon - self.view.west) * self.scale * self.narrowing, (self.view.north - lat) * self.scale

    def radii(self, lat: float, radius_m: float) -> tuple[float, float]:
        """A circle around a point of this latitude as an ellipse: its half width and half height in units."""
        high = radius_m / 1000 * self.units_of_km
        return high * self.narrowing / max(NARROWEST, cos(radians(lat))), high


def projection_of(box: Box, *, least: float) -> Projection:
    """The projection whose first view holds the box in its middle, with a margin, in the shape of a page's map.

    Args:
        box: what is to be seen.
        least: degrees of latitude that the view has at least.
    """
    middle = (box.south + box.north) / 2
    narrowing = max(0.2, cos(radians(min(80.0, abs(middle)))))
    high = max((box.north - box.south) * 1.2, least)
    wide = max((box.east - box.west) * 1.2, high / ASPECT / narrowing)
    high = max(high, wide * narrowing * ASPECT)
    across = (box.west + box.east) / 2
    view = Box(across - wide / 2, middle - high / 2, across + wide / 2, middle + high / 2)
    return Projection(view, WIDTH / (wide * narrowing), narrowing)


def box_of(points: Iterable[tuple[float, float]]) -> Box:
    """The box around some points, each latitude and longitude."""
    lats, lons = zip(*points, strict=True)
    return Box(min(lons), min(lats), max(lons), max(lats))
