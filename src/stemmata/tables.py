"""Reads the codebook's tables, and says file and line of whatever is wrong in them.

A table is a CSV file in UTF-8 with a header row; lines that begin with `#` are comments, and an empty
cell is an empty string. A cell that holds several values separates them with `|`.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

from stemmata.errors import CodebookError

CODEBOOK = Path(__file__).parent / "codebook"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")
"""Control characters, and the mark that a broken encoding leaves."""

LARGEST_OWN = 16 << 20
"""Bytes of a user's table that are read; the whole codebook has half a million."""


@cache
def own_folder() -> Path:
    """Where a user's own tables stand, which count beside the codebook's."""
    return user_data_path("stemmata")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with where it stands."""

    file: Path
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may hold several."""
        return tuple(value for part in self.cells[column].split("|") if (value := part.strip()))

    def one_of(self, column: str, allowed: Sequence[str]) -> str:
        """The cell's value, which must be one of those.

        Raises:
            CodebookError: it is another; the message lists the allowed values.
        """
        value = self.cells[column]
        if value not in allowed:
            raise self.wrong(f"{column} is {value!r}; it must be one of: {', '.join(allowed)}")
        return value

    def wrong(self, what: str) -> CodebookError:
        """An error that names this row."""
        return CodebookError(f"{self.file}:{self.line}: {what}")

    @property
    def entry(self) -> str:
        """How an explanation names this row, `triggers.csv:17`."""
        return f"{self.file.name}:{self.line}"


def read_table(file: Path, columns: Sequence[str]) -> list[Row]:
    """Read a table whose header must be exactly these columns.

    Raises:
        CodebookError: the file is missing or no UTF-8, or the header or a row does not fit; names file and line.
    """
    lines = _numbered(file, _text(file))
    first = next(lines, None)
    if first is None or first[1] != list(columns):
        raise CodebookError(f"{file}:{first[0] if first else 1}: the header must be: {','.join(columns)}")
    return [_row(file, line, cells, columns, columns) for line, cells in lines]


def read_loose_table(file: Path, columns: Sequence[str], needed: Sequence[str]) -> list[Row]:
    """Read a user's table, which may leave out columns and order them as it likes; a cell left out is empty.

    Raises:
        CodebookError: as `read_table`, or the file is larger than `LARGEST_OWN`.
    """
    rows = []
    for row in each_row(file, columns, needed):
        if isinstance(row, CodebookError):
            raise row
        rows.append(row)
    return rows


def each_row(file: Path, columns: Sequence[str], needed: Sequence[str]) -> Iterator[Row | CodebookError]:
    """The rows of a user's table one by one, with what is wrong with a line in its place.

    Raises:
        CodebookError: the file cannot be read at all, or its header does not fit.
    """
    if file.exists() and file.stat().st_size > LARGEST_OWN:
        raise CodebookError(f"{file}:1: larger than {LARGEST_OWN >> 20} MB; a table of names is not, so look into it")
    lines = _numbered(file, _text(file))
    number, header = next(lines, (1, []))
    header = [cell.casefold() for cell in header]
    if told := _wrong_header(header, columns, needed):
        raise CodebookError(f"{file}:{number}: {told}; the header names some of: {','.join(columns)}")
    for line, cells in lines:
        try:
            yield _row(file, line, cells, header, columns)
        except CodebookError as error:
            yield error


def header_of(file: Path) -> list[str]:
    """The columns that a user's table names, as it orders them; none where it is empty."""
    _, header = next(_numbered(file, _text(file)), (1, []))
    return [cell.casefold() for cell in header]


def _wrong_header(header: Sequence[str], columns: Sequence[str], needed: Sequence[str]) -> str | None:
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        return "the cells must be separated by commas"
    for name in header:
        if name not in columns:
            return f"{name!r} is no column"
        if header.count(name) > 1:
            return f"column {name!r} stands there twice"
    missing = [name for name in needed if name not in header]
    return f"column {missing[0]!r} is missing" if missing else None


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CodebookError(f"{file}:1: this codebook file is missing; put it back from the release") from error
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise CodebookError(f"{file}:{line}: not UTF-8; save the file as CSV in UTF-8") from error
    except OSError as error:
        raise CodebookError(f"{file}:1: it cannot be read: {error.strerror}") from error


def _numbered(file: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is no comment and not empty, with the number of the line on which it begins."""
    begins = 1
    reader = csv.reader(text.splitlines(keepends=True))
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
                yield begins, [cell.strip() for cell in cells]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise CodebookError(f"{file}:{begins}: no CSV: {error}; look for a quotation mark without its pair") from error


def _row(file: Path, line: int, cells: list[str], header: Sequence[str], columns: Sequence[str]) -> Row:
    if len(cells) != len(header):
        raise CodebookError(
            f"{file}:{line}: {len(cells)} cells where the header has {len(header)};"
            " quote a cell that holds a comma, and leave none out"
        )
    if broken := next((cell for cell in cells if _CONTROL.search(cell)), None):
        raise CodebookError(f"{file}:{line}: {broken!r} holds a character that no text has; type the cell anew")
    return Row(file, line, dict.fromkeys(columns, "") | dict(zip(header, cells, strict=True)))
