"""An Excel workbook: a sheet of events, of their reports, of sources, and of what every column means.

Words are written as words, never as formulas or links, and a workbook of the same events is the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format as Style

from stemmata.case.entries import Entry, Told
from stemmata.exports.cited import REPORTS, SOURCES, report_row, source_row
from stemmata.exports.flat import Kind, columns, flat
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format

MOST_ROWS: Final = 1_048_576
MOST_CHARACTERS: Final = 32_767
"""Of a cell, in UTF-16, as Excel counts."""
CUT: Final = -2
"""What the writer answers where words were longer than that."""
MOST: Final = 10**15
"""Numbers from here on Excel does not hold whole."""
FIRST_DAY: Final = date(1900, 3, 1)
"""Excel knows no day before 1900, and takes that year for a leap year."""
MADE: Final = datetime(2000, 1, 1)
"""What a workbook of a case without a run says that it was made at."""
OPTIONS: Final = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
DICTIONARY: Final[dict[str, tuple[Kind, str]]] = {
    "sheet": ("text", "A sheet of this workbook."),
    "column": ("text", "A column of it."),
    "holds": ("text", "text, integer, number, date, moment (in UTC) or boolean."),
    "means": ("text", "What stands in it."),
}


def _piece(entries: Sequence[Entry]) -> bytes:
    """The rows of some events, by sheet, as JSON."""
    rows: dict[str, list[Told]] = {
        "events": [flat(entry) for entry in entries],
        "reports": [report_row(entry, one) for entry in entries for one in entry.reports],
        "sources": list(
            {one.source.name: source_row(one.source) for entry in entries for one in entry.reports}.values()
        ),
    }
    return json.dumps(rows, default=str).encode()


class _Sheet:
    """A sheet that is written row by row."""

    def __init__(self, book: Workbook, name: str, held: dict[str, tuple[Kind, str]], styles: dict[str, Style]) -> None:
        self._sheet = book.add_worksheet(name)
        self._styles = styles
        self.name, self.columns, self.rows, self.cut = name, held, 0, 0
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_column(0, len(held) - 1, 16)
        for place, column in enumerate(held):
            self._sheet.write_string(0, place, column, styles["head"])

    def add(self, row: Told) -> None:
        """Write a row, where there is room for it."""
        self.rows += 1
        if self.rows < MOST_ROWS:
            for place, (column, (kind, _)) in enumerate(self.columns.items()):
                if (value := row.get(column)) not in (None, ""):
                    self._write(place, kind, value)

    def _write(self, place: int, kind: Kind, value: Any) -> None:
        if kind == "boolean":
            self._sheet.write_boolean(self.rows, place, value)
        elif kind in ("date", "moment") and (moment := _moment(value)):
            self._sheet.write_datetime(self.rows, place, moment, self._styles[kind])
        elif kind in ("integer", "number") and abs(value) < MOST:
            self._sheet.write_number(self.rows, place, value)
        else:
            words = str(value).encode("utf-8", "replace").decode()
            self.cut += self._sheet.write_string(self.rows, place, words) == CUT

    def told(self) -> Iterator[str]:
        """What had no room, in sentences."""
        if self.rows >= MOST_ROWS:
            lost = f"{self.rows - MOST_ROWS + 1:,} of {self.rows:,}"
            yield f"On the sheet {self.name}, {lost} rows had no room: Excel holds {MOST_ROWS:,} with the head."
        if self.cut:
            cells = "1 cell was" if self.cut == 1 else f"{self.cut:,} cells were"
            yield f"On the sheet {self.name}, {cells} cut at {MOST_CHARACTERS:,} characters, the most that Excel holds."


def _moment(value: str) -> datetime | None:
    """The day or moment as Excel holds it, without a zone; None where it cannot."""
    moment = datetime.fromisoformat(value)
    return moment.replace(tzinfo=None) if moment.date() >= FIRST_DAY else None


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> Sequence[str]:
    with Workbook(file, OPTIONS) as book:
        book.use_zip64()
        made = about.asof.astimezone(UTC).replace(tzinfo=None) if about.asof else MADE
        book.set_properties({"title": about.title, "comments": "\n".join(about.credits), "created": made})
        styles = {
            "head": book.add_format({"bold": True}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        held = {"events": columns(), "reports": REPORTS, "sources": SOURCES, "data dictionary": DICTIONARY}
        sheets = {name: _Sheet(book, name, told, styles) for name, told in held.items()}
        sources: set[str] = set()
        for piece in filter(None, pieces):
            told = json.loads(piece)
            told["sources"] = [row for row in told["sources"] if row["source"] not in sources]
            sources.update(row["source"] for row in told["sources"])
            for name, rows in told.items():
                for row in rows:
                    sheets[name].add(row)
        for name, shown in held.items():
            for column, (kind, means) in shown.items():
                sheets["data dictionary"].add({"sheet": name, "column": column, "holds": kind, "means": means})
    return [sentence for sheet in sheets.values() for sentence in sheet.told()]


FORMAT = Format(
    name="xlsx",
    ending=".xlsx",
    means="an Excel workbook: events, their reports, sources, and what every column means",
    carries=FLAT | {"parts", "disagreement", "second claimant", "copies"},
    piece=_piece,
    assemble=_assemble,
    notes=("Days before March 1900 and numbers of more than 15 digits, which Excel cannot hold, are words.",),
)
