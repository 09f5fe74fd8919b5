"""Single cells of a gazetteer, checked: points, countries, kinds, populations, names."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, cast, get_args

from stemmata.places.default import country_codes
from stemmata.places.keys import fold, script
from stemmata.places.readers.lines import Refused
from stemmata.records import Level
from stemmata.tables import CODEBOOK, read_table

NAMES_OF_A_PLACE: Final = 500
LONGEST_NAME: Final = 200
"""Characters; the longest official names of towns have about 170 (Bangkok's)."""
MOST_PEOPLE: Final = 50_000_000
"""Inhabitants past which a population is a mistake: the largest city has 40 million."""


@cache
def kinds(folder: Path = CODEBOOK) -> Mapping[str, Level]:
    """The levels of gazetteers' own words for kinds of places, from `gazetteer_kinds.csv`.

    Raises:
        CodebookError: a level is unknown; names file and line.
    """
    rows = read_table(folder / "gazetteer_kinds.csv", ("level", "kinds"))
    return {kind: cast(Level, row.one_of("level", get_args(Level))) for row in rows for kind in row.several("kinds")}


def level(kind: str) -> Level:
    """The level of a place by its gazetteer's word for its kind."""
    found = kinds().get(kind.strip().lower())
    if found is None:
        raise Refused(f"its kind {kind!r} is none that happenings are located by")
    return found


def country(told: Iterable[str], default: str | None) -> str:
    """ISO 3166 alpha-2 of the first cell that tells a country, by code or by name."""
    cells = [cell.strip() for cell in told if cell.strip()]
    for cell in cells or [default or ""]:
        if code := country_codes().get(fold(cell)):
            return code
    raise Refused(f"{cells[0]!r} is no country" if cells else "its country is not told; name one")


def point(lat_text: str, lon_text: str) -> tuple[float, float]:
    """WGS84 degrees; a decimal comma is understood."""
    try:
        lat, lon = float(lat_text.replace(",", ".")), float(lon_text.replace(",", "."))
    except ValueError as error:
        raise Refused(f"lat and lon are no numbers: {lat_text!r}, {lon_text!r}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        swapped = "; they look swapped" if -90 <= lon <= 90 and -180 <= lat <= 180 else ""
        raise Refused(f"no point of the earth: lat {lat_text}, lon {lon_text}{swapped}")
    if lat == lon == 0:
        raise Refused("lat and lon are both 0, as where nobody knows them")
    return lat, lon


def population(text: str) -> int:
    """Inhabitants, 0 where they are not told."""
    digits = text.replace(",", "").partition(".")[0].strip()
    return min(int(digits), MOST_PEOPLE) if digits.isdecimal() and len(digits) < 12 else 0


def name(*told: str) -> str:
    """The first of the names that is in Latin letters, else the first."""
    names = [text.strip() for text in told if text.strip()]
    if not names:
        raise Refused("it has no name")
    chosen = next((text for text in names if script(text) == "latin"), names[0])
    if len(chosen) > LONGEST_NAME:
        raise Refused(f"its name has {len(chosen)} characters")
    return chosen


def names(told: Iterable[str]) -> tuple[str, ...]:
    """Further names, the usable ones of the first 500."""
    kept = (text.strip() for text, _ in zip(told, range(NAMES_OF_A_PLACE), strict=False))
    return tuple(text for text in kept if text and len(text) <= LONGEST_NAME)


def several(cell: str) -> list[str]:
    """The names that one cell lists."""
    return re.split(r"[|;]", cell)
