"""Tables as CSV: columns, and the rows of an event. Cells that a spreadsheet would run as a formula are neutralised."""

import csv
import io
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, Any

from stemmata.case.entries import Entry
from stemmata.exports.formats.format import About

Row = Mapping[str, Any]
Rows = Callable[[Entry], Iterable[Row]]
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
                  "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""What spreadsheets take for the beginning of a formula, by OWASP's page on CSV injection."""


def harmless(cell: Any) -> Any:
    """The cell as a spreadsheet may see it: words that it would run get an apostrophe before them; numbers stay."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(STARTS_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell


def table_piece(columns: Sequence[str], rows: Rows, delimiter: str = ",") -> Callable[[Sequence[Entry]], bytes]:
    """How some events become lines of a table."""

    def piece(entries: Sequence[Entry]) -> bytes:
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
        for entry in entries:
            writer.writerows([harmless(row.get(column)) for column in columns] for row in rows(entry))
        return stream.getvalue().encode()

    return piece


def table_assembly(
    heads: Sequence[Sequence[str]], delimiter: str = ","
) -> Callable[[Iterable[bytes], IO[bytes], About], None]:
    """How lines become a file: under the rows of the head."""

    def assemble(pieces: Iterable[bytes], file: IO[bytes], _: About) -> None:
        stream = io.StringIO(newline="")
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(heads)
        file.write(stream.getvalue().encode())
        join(pieces, file)

    return assemble


def join(pieces: Iterable[bytes], file: IO[bytes]) -> None:
    """Write pieces one behind the other."""
    for piece in pieces:
        shutil.copyfileobj(io.BytesIO(piece), file)
