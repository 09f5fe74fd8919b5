"""Tables with a row of column names: a user's own CSV, and OCHA's tables of p-codes and populated places."""

import csv
from collections.abc import Iterator
from typing import Final

from stemmata.errors import UnreadableInput
from stemmata.places.readers import columns
from stemmata.places.readers.lines import Line, Reading, Refused, Row

DELIMITERS: Final = ",;\t|"


def places(lines: Iterator[Line], reading: Reading) -> Iterator[Row]:
    """The places of a table; a row ends with its line, so that a stray quotation mark costs one row.

    Raises:
        UnreadableInput: no column tells a name.
    """
    number, header = next(lines)
    delimiter = max(DELIMITERS, key=header.count)
    names = [name.strip().lower() for name in header.replace('"', "").split(delimiter)]
    if not columns.tell_a_name(names):
        raise UnreadableInput(
            f"{reading.file}: no column of line {number} tells the name of a place; call the columns name, country,"
            " lat and lon, and where there are more, names, kind, population, region and pcode."
        )
    for number, line in lines:
        try:
            if line.count('"') % 2:
                raise Refused("a quotation mark is not closed before the line ends")
            row = next(csv.reader([line], delimiter=delimiter, strict=True))
            if len(row) > len(names):
                raise Refused(
                    f"{len(row)} cells where the header has {len(names)}; put cells that hold a {delimiter!r} in"
                    " quotation marks"
                )
            told = {name: cell.strip() for name, cell in zip(names, row, strict=False) if cell.strip()}
            yield number, columns.named(told, reading.file.name, number, reading.country)
        except csv.Error as error:
            reading.ledger.refuse(number, f"no CSV: {error}")
        except Refused as why:
            reading.ledger.refuse(number, str(why))


def tells_pcodes(header: str) -> bool:
    """Whether a header has a column of p-codes, so that OCHA made the table."""
    return "pcode" in header.lower().replace("-", "").replace("_", "")
