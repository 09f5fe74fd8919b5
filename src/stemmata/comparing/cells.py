"""The cells of a row, each as what it should be; what is not so breaks the row, with its column named."""

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from stemmata.exports.wording import MONTHS

Row = Mapping[str, str]
_SPELT: Final = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ -](\d{4})")


class BrokenRow(ValueError):
    """A cell is not what its column holds; the message names the column."""


def day(row: Row, column: str) -> date:
    """A day: 2021-03-05, with a time after it or not, or 5 March 2021."""
    cell = row[column].strip()
    spelt = _SPELT.fullmatch(cell)
    try:
        if spelt:
            number = next(n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(spelt[2].casefold()))
            return date(int(spelt[3]), number, int(spelt[1]))
        return datetime.fromisoformat(cell).date()
    except (ValueError, StopIteration) as error:
        raise BrokenRow(f"{column} is no day: {cell[:40]!r}") from error


def whole(row: Row, column: str, default: int | None = None) -> int:
    """A whole number; as spreadsheets write it (`4.0`), too."""
    cell = row.get(column, "").strip()
    if not cell and default is not None:
        return default
    try:
        value = float(cell)
    except ValueError as error:
        raise BrokenRow(f"{column} is no number: {cell[:40]!r}") from error
    if not math.isfinite(value) or value != int(value) or abs(value) > 10**12:
        raise BrokenRow(f"{column} is no whole number: {cell[:40]!r}")
    return int(value)


def point(row: Row) -> tuple[float, float] | None:
    """Latitude and longitude; None where both are empty."""
    cells = row["latitude"].strip(), row["longitude"].strip()
    if not any(cells):
        return None
    try:
        lat, lon = map(float, cells)
    except ValueError as error:
        raise BrokenRow(f"latitude and longitude are no point: {', '.join(cells)[:40]!r}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise BrokenRow(f"latitude and longitude lie on no globe: {', '.join(cells)[:40]!r}")
    return lat, lon
