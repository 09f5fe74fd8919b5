"""Which table a file holds, and its rows one after the other; a row that is broken is told by its line."""

import csv
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from stemmata.case.listing import Query
from stemmata.comparing import acled, ged
from stemmata.comparing.cells import BrokenRow, Row
from stemmata.comparing.happening import Happening
from stemmata.comparing.project import of_entry
from stemmata.errors import ExportError
from stemmata.exports.taking import taken

MOST_ROWS: Final = 5_000_000
DELIMITERS: Final = (",", ";", "\t")
TABLES: Final = (
    (ged.NAME, ged.MARKS, ged.NEEDED, ged.happening),
    (acled.NAME, acled.MARKS, acled.NEEDED, acled.happening),
)
PROJECT: Final = "an export of Stemmata"
AT_ONCE: Final = 500
MOST_TOLD: Final = 1_000
"""Broken rows of which is told what is wrong with them."""


@dataclass(slots=True)
class Broken:
    """Rows that could not be read."""

    count: int = 0
    told: list[str] = field(default_factory=list)
    """What is wrong with which line: of the first of them."""

    def add(self, line: int, what: str) -> None:
        """Note a row."""
        self.count += 1
        if self.count <= MOST_TOLD:
            self.told.append(f"line {line:,}: {what}")


@dataclass(slots=True)
class Theirs:
    """What a file holds."""

    name: str
    """Of its kind of table."""
    rows: Iterator[Happening]
    broken: Broken = field(default_factory=Broken)
    """Grows as rows are read."""


def theirs(file: Path) -> Theirs:
    """The happenings of a file: a table of ACLED or UCDP, or an export of Stemmata as JSON.

    Raises:
        ExportError: it cannot be read, or is none of these; the message says which columns are missing.
    """
    try:
        with file.open("rb") as stream:
            first = stream.read(2)
    except OSError as error:
        raise ExportError(f"{file} cannot be read ({error.strerror}); check the path.") from error
    if first[:1] == b"{":
        return _of_project(file)
    if first == b"PK":
        raise ExportError(f"{file} is a workbook or an archive; save its sheet as CSV, or unpack it, and compare that.")
    return _of_table(file)


def _of_project(file: Path) -> Theirs:
    found = taken(file, Query())
    pieces = (found.at[at : at + AT_ONCE] for at in range(0, len(found.at), AT_ONCE))
    return Theirs(PROJECT, (of_entry(entry) for piece in pieces for entry in found.read(piece)))


def _of_table(file: Path) -> Theirs:
    columns, delimiter = _head(file)
    for name, marks, needed, happening in TABLES:
        if all(mark in columns for mark in marks):
            missing = [column for column in needed if column not in columns]
            if missing:
                raise ExportError(
                    f"{file} is a table of {name} without {_listed(missing)}; export it with all columns."
                )
            found = Theirs(name, iter(()))
            found.rows = _rows(file, columns, delimiter, happening, found.broken)
            return found
    told = _listed(columns[:8]) if any(columns) else "none"
    raise ExportError(
        f"{file} is no table of ACLED or UCDP's GED and no JSON export; its columns are {told}. ACLED has"
        f" {_listed(acled.MARKS)}, GED {_listed(ged.MARKS)}."
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(name[:40] for name in names)


def _head(file: Path) -> tuple[list[str], str]:
    """The names of the columns, and what stands between cells."""
    with _opened(file) as stream:
        line = stream.readline(100_000)
    delimiter = max(DELIMITERS, key=line.count)
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return [cell.strip().casefold() for cell in cells], delimiter


def _opened(file: Path) -> IO[str]:
    return file.open(encoding="utf-8-sig", errors="replace", newline="")


def _rows(
    file: Path, columns: list[str], delimiter: str, happening: Callable[[Row, int], Happening], broken: Broken
) -> Iterator[Happening]:
    with _opened(file) as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=False)
        next(reader)
        for cells in itertools.islice(_cells(reader, broken), MOST_ROWS):
            if not any(cells):
                continue
            if len(cells) != len(columns):
                broken.add(reader.line_num, f"{len(cells)} cells under {len(columns)} columns")
                continue
            try:
                yield happening(dict(zip(columns, cells, strict=True)), reader.line_num)
            except BrokenRow as error:
                broken.add(reader.line_num, str(error))
        if next(reader, None) is not None:
            broken.add(reader.line_num, f"only {MOST_ROWS:,} rows are read, and none from here on")


def _cells(reader: Any, broken: Broken) -> Iterator[list[str]]:
    """The rows of a table; one that CSV cannot hold is told, and reading goes on behind it."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            broken.add(reader.line_num, str(error))
