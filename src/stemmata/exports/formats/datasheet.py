"""A Frictionless data package: tables of events, reports, figures and sources in one zip, with their schema.

By the Data Package specification, version 1. The tables point at each other, and `datapackage.json` says what every
column means, so that a reader checks and joins them without this program.
"""

import hashlib
import io
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import cache
from typing import IO, Any, Final

from stemmata.case.entries import Cited, Entry, Told
from stemmata.exports.cited import REPORTS, SOURCES, report_row, source_row
from stemmata.exports.flat import Kind, columns, flat
from stemmata.exports.formats.csv import FLAT
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.once import once
from stemmata.exports.formats.tables import lines

Columns = Mapping[str, tuple[Kind, str]]

PLACE_OF_QUOTE: Final[Columns] = {
    "start": ("integer", "Where the quote begins in the document's text, in Unicode characters, from 0."),
    "end": ("integer", "Where it ends, exclusive."),
}
FIGURES: Final[Columns] = {
    "report": ("text", "The report that tells it; `report` of reports."),
    "nth": ("integer", "Which figure of the report, from 1."),
    "measure": ("text", "What is counted: killed, wounded, displaced …"),
    "low": ("integer", "The lowest number that the words allow; empty where they set none."),
    "high": ("integer", "The highest number that the words allow; empty where they set none."),
    "hedge": ("text", "exact, about, at_least, at_most, range or vague."),
    "unit": ("text", "people, families or things."),
    "of": ("text", "Who or what is counted, in the document's words."),
    "part_of": ("integer", "`nth` of the figure of the same report that contains it: do not add it to that one."),
    "quote": ("text", "The words that tell it."),
    **PLACE_OF_QUOTE,
}
KEYS: Final = {"events": ("id",), "reports": ("report",), "figures": ("report", "nth"), "sources": ("source",)}
"""Table → the columns that tell its rows apart."""
POINTS_AT: Final = {
    "reports": {"event": ("events", "id"), "source": ("sources", "source")},
    "figures": {"report": ("reports", "report")},
}
"""Table → column → the table and the column in it that it points at."""
MEANS: Final = {
    "events": "One row an event: what holds of it, three columns a measure.",
    "reports": "One row a report of an event: what one source says, with the passage that says it.",
    "figures": "One row a figure of a report, with the words that tell it.",
    "sources": "One row a document that reports stand in.",
}
TYPES: Final = {"text": "string", "moment": "datetime"}
"""Our kinds that the specification calls otherwise."""
LICENCES: Final = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC BY-IGO": ("CC-BY-3.0-IGO", "https://creativecommons.org/licenses/by/3.0/igo/"),
}
"""As credits tell it → name by SPDX and address."""
DIALECT: Final = {
    "delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "skipInitialSpace": False,
    "header": True,
}  # fmt: skip
"""Told in full, so that no reader guesses it from what sources wrote."""
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can tell, for all of its files: the same events are the same bytes."""


@cache
def tables() -> dict[str, Columns]:
    """Table → its columns."""
    return {"events": columns(), "reports": {**REPORTS, **PLACE_OF_QUOTE}, "figures": FIGURES, "sources": SOURCES}


# ---------------------------------------------------------------------------------------------------- rows


def _piece(entries: Sequence[Entry]) -> bytes:
    """The lines of some events in each table; of sources each with its name, since other pieces may have them too."""
    cited = [(entry, one) for entry in entries for one in entry.reports]
    sources = {one.source.name: source_row(one.source) for _, one in cited}
    told: dict[str, Any] = {
        "events": _lines("events", map(flat, entries)),
        "reports": _lines("reports", (_report(entry, one) for entry, one in cited)),
        "figures": _lines("figures", (row for _, one in cited for row in _figures(one))),
        "sources": {name: _lines("sources", [row]) for name, row in sources.items()},
    }
    return json.dumps(told).encode()


def _report(entry: Entry, report: Cited) -> Told:
    passage = report.told["evidence"]
    return {**report_row(entry, report), "start": passage["start"], "end": passage["end"]}


def _figures(report: Cited) -> Iterator[Told]:
    told = report.told["figures"]
    nth = {(one["span"]["start"], one["span"]["end"]): place for place, one in enumerate(told, 1)}
    for place, one in enumerate(told, 1):
        span, whole = one["span"], one["part_of"]
        yield {
            **{name: one[name] for name in ("measure", "low", "high", "hedge", "unit", "of")},
            "report": report.id,
            "nth": place,
            "part_of": whole and nth.get((whole["start"], whole["end"])),
            "quote": span["quote"],
            "start": span["start"],
            "end": span["end"],
        }


def _lines(table: str, rows: Iterable[Told]) -> str:
    names = tables()[table]
    return lines([_cell(row.get(name)) for name in names] for row in rows).decode()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value


# ------------------------------------------------------------------------------------------------- the file


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    with ExitStack() as stack:
        names = tables()
        held = {name: stack.enter_context(tempfile.TemporaryFile()) for name in names}
        for name, stream in held.items():
            stream.write((",".join(names[name]) + "\n").encode())
        sources = stack.enter_context(once())
        for piece in filter(None, pieces):
            told = json.loads(piece)
            told["sources"] = "".join(line for name, line in told["sources"].items() if sources.first(name))
            for name, rows in told.items():
                held[name].write(rows.encode())
        package = json.dumps(_package(held, about), ensure_ascii=False, indent=1).encode()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package_file:
            _add(package_file, "datapackage.json", io.BytesIO(package))
            for name, stream in held.items():
                _add(package_file, f"{name}.csv", stream)


def _add(package: zipfile.ZipFile, name: str, stream: IO[bytes]) -> None:
    told = zipfile.ZipInfo(name, EPOCH)
    told.compress_type = zipfile.ZIP_DEFLATED
    stream.seek(0)
    with package.open(told, "w", force_zip64=True) as member:
        shutil.copyfileobj(stream, member)


def _package(held: Mapping[str, io.BufferedRandom], about: About) -> dict[str, Any]:
    """What the tables are, by the specification."""
    return {
        "profile": "tabular-data-package",
        "name": re.sub(r"[^a-z0-9._-]+", "-", about.title.lower()).strip("-") or "events",
        "title": about.title,
        "description": "Events of conflict with the reports that tell them. Quotations are their publishers'; under"
        " which licence the rest is given, whoever gives it says.",
        **({"created": about.asof.isoformat(timespec="seconds")} if about.asof else {}),
        "stemmata": about.version,
        "sources": [{"title": credit} for credit in about.credits],
        "resources": [_resource(name, stream, about) for name, stream in held.items()],
    }


def _resource(name: str, stream: io.BufferedRandom, about: About) -> dict[str, Any]:
    size = stream.tell()
    stream.seek(0)
    fields = [
        {"name": column, "type": TYPES.get(kind, kind), "description": means}
        for column, (kind, means) in tables()[name].items()
    ]
    foreign = [
        {"fields": [column], "reference": {"resource": table, "fields": [other]}}
        for column, (table, other) in POINTS_AT.get(name, {}).items()
    ]
    licences = [
        {"name": spdx, "path": address, "title": f"{credit}: the places"}
        for credit in about.credits
        for words, (spdx, address) in LICENCES.items()
        if words in credit and name == "events"
    ]
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "description": MEANS[name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "dialect": DIALECT,
        "hash": f"sha256:{hashlib.file_digest(stream, 'sha256').hexdigest()}",
        **({"licenses": licences} if licences else {}),
        "schema": {
            "fields": fields,
            "primaryKey": list(KEYS[name]),
            "missingValues": [""],
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


FORMAT = Format(
    name="datasheet",
    ending=".zip",
    means="a Frictionless data package: tables of events, reports, figures and sources, with their schema",
    carries=FLAT | {"parts", "disagreement", "second claimant", "copies"},
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Words that a spreadsheet would run as a formula have an apostrophe before them.",
        "Offsets count Unicode characters of the document's text, whose SHA-256 is told.",
    ),
)
