"""Distances and directions on the globe, in kilometres and WGS84 degrees."""

import math
from dataclasses import dataclass
from typing import Final

EARTH_KM: Final = 6371.0
DEGREE_KM: Final = 111.2
"""A degree of latitude."""


@dataclass(frozen=True, slots=True)
class Area:
    """A circle in a country."""

    lat: float
    lon: float
    radius_km: float
    country: str


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points, by the haversine."""
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def destination(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres away; the bearing counts in degrees from north, clockwise."""
    way = math.radians(bearing)
    narrowed = max(0.01, math.cos(math.radians(lat)))  # no two meridians meet before the pole
    return lat + km * math.cos(way) / DEGREE_KM, lon + km * math.sin(way) / (DEGREE_KM * narrowed)
