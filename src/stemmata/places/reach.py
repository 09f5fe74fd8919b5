"""How far the divisions of an index reach, by where their towns lie."""

import math
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from stemmata.places.sphere import kilometres

REACHED: Final = 0.95
"""Share of a division's towns that lie within its radius; the outermost are often told to lie in the wrong one."""
LEVELS: Final = (("region", "country, region"), ("district", "country, region, district"))
"""The levels of divisions, and the columns by which a place tells which one it lies in."""


def tell_reach(connection: sqlite3.Connection) -> None:
    """Give each division that has a middle, and whose source does not tell its reach, the radius in which its towns
    lie. One division with its towns is held in memory at a time."""
    connection.execute("CREATE TEMP TABLE reach (place INTEGER PRIMARY KEY, metres INTEGER)")
    for level, own in LEVELS:
        rows = connection.execute(
            f"SELECT id, lat, lon, level = 'populated_place', {own} FROM place WHERE lat IS NOT NULL"
            f" AND {level} IS NOT NULL AND (level = 'populated_place' OR level = '{level}' AND radius IS NULL)"
            f" ORDER BY {own}, 4"
        )
        connection.executemany("INSERT INTO reach VALUES (?, ?)", _reaches(rows))
    told = "SELECT metres FROM reach WHERE reach.place = place.id"
    connection.execute(f"UPDATE place SET radius = ({told}) WHERE id IN (SELECT place FROM reach)")


def _reaches(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """Each division of a level that has towns, by its id, with its radius in metres; rows come by division, its own
    before its towns."""
    for _, of_division in groupby(rows, key=lambda row: row[4:]):
        middles: list[tuple[int, float, float]] = []
        points: list[tuple[float, float]] = []
        for place, lat, lon, is_town, *_ in of_division:
            if is_town and not middles:
                break
            if is_town:
                points.append((lat, lon))
            else:
                middles.append((place, lat, lon))
        for place, lat, lon in middles if points else ():
            away = sorted(kilometres(lat, lon, *point) for point in points)
            yield place, round(1000 * away[math.ceil(REACHED * len(away)) - 1])
