"""An Excel workbook: a sheet of events, of their reports, of sources, and of what every column means.

Words are written as words, never as formulas or links, and a workbook of the same events is the same bytes.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format as Style

from stemmata.case.entries import Cited, Entry, Told
from stemmata.case.rows import from_record
from stemmata.exports import wording
from stemmata.exports.described import claimant_name, party
from stemmata.exports.flat import BETWEEN, Kind, columns, flat
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format
from stemmata.records import Figure

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
REPORTS: Final[dict[str, tuple[Kind, str]]] = {
    "event": ("text", "The event that it is a report of; `id` of the sheet events."),
    "report": ("text", "The report's number in the case."),
    "type": ("text", "A type of the codebook."),
    "status": ("text", "happened, ongoing, planned, denied or hypothetical."),
    "date_start": ("date", "First day that it tells; empty where it tells none."),
    "date_end": ("date", "Last day that it tells."),
    "places": ("text", "Where, with the relation that it tells; several between semicolons."),
    "initiator": ("text", "Who did it, as it says; several between semicolons."),
    "target": ("text", "To whom or what it was done, as it says."),
    "figures": ("text", "How many, with hedges, of whom, and of which other figure it is a part."),
    "claimants": ("text", "Who says so, innermost first."),
    "quote": ("text", "The passage that tells it."),
    "origin": ("text", "Whom it rests on: reports of one origin are not independent."),
    "copied_from": ("text", "The source that the passage was taken from; empty where from none that is known."),
    "source": ("text", "The document that it stands in; `source` of the sheet sources."),
}
SOURCES: Final[dict[str, tuple[Kind, str]]] = {
    "source": ("text", "The document's name in the case."),
    "publisher": ("text", "Who published it."),
    "title": ("text", "As the page tells it."),
    "author": ("text", "As the page tells it."),
    "published": ("date", "The day of publication; empty where not told."),
    "language": ("text", "ISO 639-1 code."),
    "page": ("text", "Its address or file."),
    "sha256": ("text", "Fingerprint of its text."),
}
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
        "reports": [_report(entry, one) for entry in entries for one in entry.reports],
        "sources": list({one.source.name: _source(one) for entry in entries for one in entry.reports}.values()),
    }
    return json.dumps(rows, default=str).encode()


def _report(entry: Entry, report: Cited) -> Told:
    told = report.told
    when = told["when"] or {"start": None, "end": None}
    return {
        "event": entry.id,
        "report": report.id,
        "type": told["type"],
        "status": told["status"]["value"],
        "date_start": when["start"],
        "date_end": when["end"],
        "places": BETWEEN.join(
            wording.BEFORE_PLACE[one["relation"]] + (one["name"] or one["span"]["quote"]) for one in told["places"]
        ),
        "initiator": _parties(told["initiator"]),
        "target": _parties(told["target"]),
        "figures": BETWEEN.join(_figure(from_record(Figure, one)) for one in told["figures"]),
        "claimants": BETWEEN.join(map(claimant_name, report.claimants)),
        "quote": told["evidence"]["quote"],
        "origin": next((one["name"] for one in entry.event["origins"] if one["id"] == report.origin), report.origin),
        "copied_from": report.copied_from,
        "source": report.source.name,
    }


def _parties(told: Sequence[Told]) -> str:
    return BETWEEN.join(party(one["id"] or one["span"]["quote"]).name for one in told)


def _figure(figure: Figure) -> str:
    of = wording.counted(figure)
    return wording.count(figure) + (f" ({of})" if of else "")


def _source(report: Cited) -> Told:
    source = report.source
    return {
        "source": source.name, "publisher": source.publisher, "title": source.title, "author": source.author,
        "published": source.published, "language": source.language, "page": source.page, "sha256": source.sha256,
    }  # fmt: skip


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
