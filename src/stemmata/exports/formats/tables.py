"""Tables as CSV: columns, and the rows of an event. Cells that a spreadsheet would run as a formula are neutralised."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, Any

from stemmata.case.entries import Entry
from stemmata.exports.formats.format import About

Row = Mapping[str, Any]
Rows = Callable[[Entry], Iterable[Row]]
STARTS_FORMULA = (
    *"=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}",
)
"""What spreadsheets take for the beginning of a formula, by OWASP's page on CSV injection."""


def harmless(cell: Any) -> Any:
    """The cell as a spreadsheet may see it: words that it would run get an apostrophe before them; numbers stay."""
    if not isinstance(cell, str):
        return cell
    told = f"'{cell}" if cell.lstrip(" ").startswith(STARTS_FORMULA) else cell
    return told.replace("\r", "\n")  # which Python's writer quotes, as it does not quote the former


def table_piece(columns: Sequence[str], rows: Rows, delimiter: str = ",") -> Callable[[Sequence[Entry]], bytes]:
    """How some events become lines of a table."""

    places, empty = {column: place for place, column in enumerate(columns)}, [None] * len(columns)

    def cells(row: Row) -> list[Any]:
        """A row's cells; most of a hundred columns are empty."""
        told: list[Any] = empty.copy()
        for column in row.keys() & places.keys():
            told[places[column]] = row[column]
        return told

    def piece(entries: Sequence[Entry]) -> bytes:
        return lines((cells(row) for entry in entries for row in rows(entry)), delimiter)

    return piece


def table_assembly(
    heads: Sequence[Sequence[str]], delimiter: str = ","
) -> Callable[[Iterable[bytes], IO[bytes], About], None]:
    """How lines become a file: under the rows of the head."""

    def assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
        file.write("".join(delimiter.join(head) + "\n" for head in heads).encode())
        join_lines(pieces, file, about)

    return assemble


def lines(rows: Iterable[Sequence[Any]], delimiter: str = ",") -> bytes:
    """Rows as lines of a table."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(
        [cell and harmless(cell) for cell in row] for row in rows
    )
    return stream.getvalue().encode("utf-8", "replace")


def write_table(file: IO[bytes], heads: Iterable[Sequence[str]], rows: Iterable[Sequence[Any]]) -> None:
    """A whole table that is not made in pieces."""
    file.write("".join(",".join(head) + "\n" for head in heads).encode())
    file.write(lines(rows))


def join_lines(pieces: Iterable[bytes], file: IO[bytes], _: About) -> None:
    """Pieces one behind the other."""
    for piece in pieces:
        file.write(piece)
