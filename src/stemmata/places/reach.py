"""How far the divisions of an index reach, by where their towns lie."""

import math
import sqlite3
from itertools import groupby
from typing import Final

from stemmata.places.sphere import kilometres

REACHED: Final = 0.95
"""Share of a division's towns that lie within its radius; the outermost are often told to lie in the wrong one."""


def tell_reach(connection: sqlite3.Connection) -> None:
    """Give each division that has a middle, and whose source does not tell its reach, the radius in which its towns
    lie."""
    for level, own in (("region", "country, region"), ("district", "country, region, district")):
        named = f"lat IS NOT NULL AND {level} IS NOT NULL"
        middles: dict[tuple[str, ...], list[tuple[int, float, float]]] = {}
        divisions = f"SELECT id, lat, lon, {own} FROM place WHERE level = '{level}' AND radius IS NULL AND {named}"
        for place, lat, lon, *division in connection.execute(divisions):
            middles.setdefault(tuple(division), []).append((place, lat, lon))
        towns = f"SELECT lat, lon, {own} FROM place WHERE level = 'populated_place' AND {named} ORDER BY {own}"
        for division, rows in groupby(connection.execute(towns), key=lambda row: row[2:]):
            points = [row[:2] for row in rows] if division in middles else []
            for place, *middle in middles.get(division, ()):
                away = sorted(kilometres(*middle, *point) for point in points)
                reach = round(1000 * away[math.ceil(REACHED * len(away)) - 1])
                connection.execute("UPDATE place SET radius = ? WHERE id = ?", (reach, place))
