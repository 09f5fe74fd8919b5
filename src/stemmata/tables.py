"""Reads the codebook's tables, and says file and line of whatever is wrong in them.

A table is a CSV file in UTF-8 with a header row; lines that begin with `#` are comments, and an empty
cell is an empty string. A cell that holds several values separates them with `|`.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemmata.errors import CodebookError

CODEBOOK = Path(__file__).parent / "codebook"


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
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CodebookError(f"{file}:1: this codebook file is missing; put it back from the release") from error
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        raise CodebookError(f"{file}:{line}: not UTF-8; save the file as CSV in UTF-8") from error
    lines = _numbered(text)
    first = next(lines, None)
    if first is None or first[1] != list(columns):
        raise CodebookError(f"{file}:{first[0] if first else 1}: the header must be: {','.join(columns)}")
    return [_row(file, line, cells, columns) for line, cells in lines]


def _numbered(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is no comment and not empty, with the number of the line on which it begins."""
    begins = 1
    reader = csv.reader(text.splitlines(keepends=True))
    for cells in reader:
        if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#"):
            yield begins, [cell.strip() for cell in cells]
        begins = reader.line_num + 1


def _row(file: Path, line: int, cells: list[str], columns: Sequence[str]) -> Row:
    if len(cells) != len(columns):
        raise CodebookError(
            f"{file}:{line}: {len(cells)} cells where the header has {len(columns)};"
            " quote a cell that holds a comma, and leave none out"
        )
    return Row(file, line, dict(zip(columns, cells, strict=True)))
