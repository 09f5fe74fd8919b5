"""A place from named cells: the columns of a table, the properties of a feature.

`gazetteer_columns.csv` tells what a column holds by its name. OCHA's tables of divisions name their columns after the
level: `admin2Name_en` and `admin2Pcode`, `ADM2_EN` and `ADM2_PCODE`, `adm2_name` and `adm2_pcode`. A row of such a
table is the deepest division that it names.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from stemmata.places.index import Named, Place
from stemmata.places.readers import cells
from stemmata.places.readers.lines import Refused
from stemmata.tables import CODEBOOK, read_table

HOLDS: Final = ("id", "name", "names", "country", "lat", "lon", "kind", "population", "region", "district", "pcode")
DIVISION = re.compile(r"adm(?:in)?(?P<depth>[1-5])_?(?:alt)?(?:name)?\d?_?(?P<what>pcode|[a-z]{2})?")
NAME_IN = re.compile(r"name[_:](?P<language>[a-z]{2,3})(?:_x_preferred)?")
"""`name_ar`, and `name:ara_x_preferred` as Who's On First has it."""
DEEPEST_ADMIN: Final = 3
"""OCHA's divisions down to here are districts; below it, a row without a point is one too."""

Told = Mapping[str, str]
"""Cells that are filled, by the names of their columns in lower case."""


@cache
def known_columns(folder: Path = CODEBOOK) -> Mapping[str, tuple[str, ...]]:
    """Names of columns by what they hold.

    Raises:
        CodebookError: the table is broken; names file and line.
    """
    rows = read_table(folder / "gazetteer_columns.csv", ("holds", "columns"))
    return {
        what: tuple(name for row in rows if row.one_of("holds", HOLDS) == what for name in row.several("columns"))
        for what in HOLDS
    }


def divisions(columns: Iterable[str]) -> int:
    """The deepest level of division that columns name, 0 where they name none."""
    return max((int(found["depth"]) for column in columns if (found := DIVISION.fullmatch(column))), default=0)


def tell_a_name(columns: Iterable[str]) -> bool:
    """Whether places can be read from columns of these names."""
    columns = list(columns)
    return bool(set(columns) & set(known_columns()["name"])) or divisions(columns) > 0


def tell_a_point(columns: Iterable[str]) -> bool:
    """Whether columns of these names hold a point."""
    columns = set(columns)
    return all(columns & set(known_columns()[what]) for what in ("lat", "lon"))


def named(told: Told, file: str, number: int, country: str | None) -> Named:
    """A place from what a row tells.

    Args:
        told: the filled cells.
        file: the name of the file, for places that have neither id nor p-code.
        number: of the row.
        country: ISO 3166 alpha-2 for rows that tell none.

    Raises:
        Refused: something that is needed is missing or wrong.
    """
    if not _all(told, "name") and divisions(told):
        told = _division(told)
    pcode, identity = _first(told, "pcode"), _first(told, "id")
    lat, lon = _first(told, "lat"), _first(told, "lon")
    point = cells.point(lat, lon) if lat or lon else None
    kind = _first(told, "kind")
    level = cells.level(kind) if kind else "populated_place"
    if point is None and level in ("populated_place", "facility"):
        raise Refused(f"a {level.replace('_', ' ')} needs lat and lon")
    place = Place(
        entry=_entry(told, identity, pcode, file, number),
        name=cells.name(*_all(told, "name")),
        country=cells.country(_all(told, "country"), country),
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        level=level,
        population=cells.population(_first(told, "population")),
        region=_first(told, "region") or None,
        kind=kind or None,
        pcode=pcode or None,
        district=_first(told, "district") or None,
    )
    return Named(place, cells.names(_names(told)))


def _first(told: Told, what: str) -> str:
    return next(iter(_all(told, what)), "")


def _all(told: Told, what: str) -> list[str]:
    return [told[column] for column in known_columns()[what] if column in told]


def _names(told: Told) -> Iterable[str]:
    yield from _all(told, "name")
    for cell in _all(told, "names"):
        yield from cells.several(cell)
    for column, cell in told.items():
        if NAME_IN.fullmatch(column):
            yield from cells.several(cell)


def _entry(told: Told, identity: str, pcode: str, file: str, number: int) -> str:
    """Where a place is from, as the reasons of values name it."""
    if "wof:id" in told:
        return f"wof:{told['wof:id']}"
    if "geonameid" in told and told["geonameid"].strip("-01."):
        return f"geonames:{told['geonameid'].partition('.')[0]}"
    return f"ocha:{pcode}" if pcode else f"{file}:{identity or number}"


def _division(told: Told) -> Told:
    """The deepest division of a row, as the other tables would tell it."""
    parts = {column: found for column in told if (found := DIVISION.fullmatch(column))}
    depth = max(int(found["depth"]) for found in parts.values())
    own = {column: found["what"] for column, found in parts.items() if int(found["depth"]) == depth}
    spelled = {column: told[column] for column, what in own.items() if what != "pcode"}
    english = [cell for column, cell in spelled.items() if own[column] in ("en", None)]
    located = bool(_first(told, "lat"))
    return {column: cell for column, cell in told.items() if column not in parts} | {
        "name": next(iter(english or spelled.values()), ""),
        "names": "|".join(spelled.values()),
        "pcode": next((told[column] for column, what in own.items() if what == "pcode"), ""),
        "region": _pcode(told, parts, "1"),
        "district": _pcode(told, parts, "2"),
        "kind": str(depth if located else min(depth, DEEPEST_ADMIN)),
    }


def _pcode(told: Told, parts: Mapping[str, re.Match[str]], depth: str) -> str:
    """The p-code of the division of a level that a row lies in."""
    return next((told[c] for c, found in parts.items() if (found["depth"], found["what"]) == (depth, "pcode")), "")
