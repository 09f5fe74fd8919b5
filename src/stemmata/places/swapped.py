"""Whether a point lies where its country's towns do, or only would with lat and lon turned round.

A point turned round is never put right: its row is refused, and who adds the file is told.
"""

import math
from functools import cache
from typing import Final

from stemmata.places.default import country_boxes, country_cells
from stemmata.places.index import Place

FAR: Final = (3.0, 0.5)
"""How far outside its country's known towns a place is doubted: degrees, and the share of their extent that is added.
Chosen so that the desert and the arctic keep their places (Fox Bay, Grise Fiord, Ittoqqortoormiit)."""
ASTRAY: Final = (0.5, 0.0)
"""The same where the point would lie among them with lat and lon turned round."""
CELL: Final = 0.5
"""Degrees of the cells in which known towns lie; a point in one or beside it lies near them.

By extent and cells together, of 312,407 towns, villages and quarters of Who's On First in sixteen countries at war two
are doubted wrongly. Turned round 96 % and more of each country's are found out, but for Syria (72 %) and Nigeria
(17 %), which stretch as far north as east."""
Box = tuple[float, float, float, float]
"""South, north, west and east, in degrees."""


def looks_swapped(place: Place) -> bool:
    """Whether a place lies where no known town of its country does, and would lie among them turned round."""
    return _fits_better(place.country, place.lat, place.lon, place.lon, place.lat)


def would_look_swapped(place: Place) -> bool:
    """Whether lat and lon turned round would be found out: then they are told in their order."""
    return _fits_better(place.country, place.lon, place.lat, place.lat, place.lon)


def lies_far(place: Place) -> bool:
    """Whether a place lies far outside what its country's towns span."""
    return not _lies_in(place.lat, place.lon, country_boxes().get(place.country), FAR)


def _fits_better(
    country: str, lat: float | None, lon: float | None, other_lat: float | None, other_lon: float | None
) -> bool:
    """Whether a point lies away from a country's towns, and another among them."""
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return False
    box = country_boxes().get(country)
    if not _lies_in(lat, lon, box, ASTRAY) and _lies_in(other_lat, other_lon, box, ASTRAY):
        return True
    return _is_near_towns(country, other_lat, other_lon) and not _is_near_towns(country, lat, lon)


@cache
def _near_towns() -> frozenset[tuple[str, int, int]]:
    """The cells in which a country's towns lie and the eight around each, by country, row and column."""
    around = [(by_row, by_column) for by_row in (-1, 0, 1) for by_column in (-1, 0, 1)]
    return frozenset(
        (country, row + by_row, column + by_column)
        for country, row, column in country_cells(CELL)
        for by_row, by_column in around
    )


def _is_near_towns(country: str, lat: float, lon: float) -> bool:
    return (country, math.floor(lat / CELL), math.floor(lon / CELL)) in _near_towns()


def _lies_in(lat: float | None, lon: float | None, box: Box | None, margin: tuple[float, float]) -> bool:
    """Whether a point lies among a country's towns, widened by a margin; true where either is not known."""
    if lat is None or lon is None or box is None:
        return True
    south, north, west, east = box
    degrees, share = margin
    high, wide = degrees + share * (north - south), degrees + share * (east - west)
    return south - high <= lat <= north + high and west - wide <= lon <= east + wide
