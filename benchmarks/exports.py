"""Writes many made-up events into files, in time and memory that are measured: `make bench NAME=exports`.

A case with so many events (`--events`, a hundred thousand and a million) is filled, one report to an event, without
coding or merging; then it is exported to each format (`--formats`). Memory is the largest of all processes at work
together, and is to grow with the number of processes, not of events.
"""

import argparse
import os
import resource
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.made_up import reports
from benchmarks.results import Row
from stemmata.case import Case, new_case, schema
from stemmata.case.database import writing
from stemmata.case.rows import as_record
from stemmata.exports.exporting import Wanted, export
from stemmata.records import Document, Report

COMMAND = "make bench NAME=exports"
SECONDS = 60
"""At most, for a million events on two cores."""
MILLION = 1_000_000
BATCH = 5_000
MOMENT = datetime(2022, 1, 1, tzinfo=UTC)


def measure(arguments: Sequence[str]) -> list[Row]:
    """Seconds, work and memory of each format."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks exports", description=__doc__)
    parser.add_argument("--events", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--formats", nargs="+", default=["csv", "geoparquet", "json"])
    parser.add_argument("--folder", type=Path, help="where the case is to be filled; else where temporary files go")
    options = parser.parse_args(arguments)
    rows: list[Row] = []
    for events in options.events:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            case = new_case(Path(folder) / "case")
            fill(case, events)
            rows += [row for name in options.formats for row in _exported(case, name, events, Path(folder))]
    return rows


def _exported(case: Case, name: str, events: int, folder: Path) -> Iterator[Row]:
    with _Memory() as memory:
        since, worked = time.monotonic(), _work()
        done = export(case, Wanted(name), folder / f"out.{name}")
        spent, worked = time.monotonic() - since, _work() - worked
    if done.tally.events != events:
        raise AssertionError(f"{name} holds {done.tally.events} of {events} events")
    size = done.file.stat().st_size / 1e6
    done.file.unlink()
    yield Row(
        f"{events:,} events to {name}",
        round(spent, 1),
        "s",
        COMMAND,
        aim=SECONDS if events == MILLION else None,
        source="aim: at most" if events == MILLION else None,
    )
    yield Row(f"work of all cores, {events:,} events to {name}", round(worked, 1), "CPU s", COMMAND)
    yield Row(f"largest memory, {events:,} events to {name}", round(memory.largest / 1e6, 1), "MB", COMMAND)
    yield Row(f"size of {events:,} events in {name}", round(size, 1), "MB", COMMAND)


def fill(case: Case, events: int) -> None:
    """Put events into a case, one report and one document to each."""
    coming = enumerate(reports(events), 1)
    with writing(case.engine) as connection:
        run = {"id": 1, "started": MOMENT, "ended": MOMENT, "merged": "made up"}
        connection.execute(insert(schema.run), run)
        capture = {"id": 1, "sha256": "0" * 64, "source": "made up", "file": "none", "hops": [], "added": MOMENT}
        connection.execute(insert(schema.capture), capture)
        while batch := list(islice(coming, BATCH)):
            for table, rows in _rows(batch).items():
                connection.execute(insert(schema.metadata.tables[table]), rows)


def _rows(batch: Sequence[tuple[int, tuple[str, Document, Report]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of some events in each table."""
    told = [(number, document, report, as_record(report)) for number, (_, document, report) in batch]
    return {
        "page": [{"id": number, "name": f"made-up-{number}"} for number, *_ in told],
        "document": [
            {
                "id": number, "name": document.id, "page": number, "version": 1, "state": "current", "capture": 1,
                "sha256": "0" * 64, "digest": "0" * 64, "publisher": f"Outlet {number % 300}", "title": document.text,
                "published": document.published, "text": document.text, "record": {"author": None}, "added": MOMENT,
            }
            for number, document, *_ in told
        ],
        "report": [
            {
                "id": number, "document": number, "key": f"{number:016x}", "position": 0, "type": report.type,
                "status": "happened", "quote": report.evidence.quote, "record": record,
            }
            for number, _, report, record in told
        ],
        "event": [
            {
                "id": number, "type": report.type, "grade": "single", "independent": 1,
                "record": _event(number, document, report, record),
            }
            for number, document, report, record in told
        ],
        "event_report": [{"event": number, "report": number} for number, *_ in told],
        "event_change": [{"run": 1, "event": number, "kind": "new", "told": {}} for number, *_ in told],
    }  # fmt: skip


def _event(number: int, document: Document, report: Report, record: dict[str, Any]) -> dict[str, Any]:
    """The record of an event that rests on one report, as merging would make it."""
    key, origin = f"R{number}", f"outlet-{number % 300}"
    when, place = record["when"], next(iter(record["places"]), None)
    values: dict[str, Any] = {"type": report.type}
    if when:
        values["when"] = {"start": when["start"], "end": when["end"]}
    if place:
        values["place"] = {name: place[name] for name in ("name", "country", "lat", "lon", "level", "radius_m")}
    for figure in record["figures"]:
        values[figure["measure"]] = {"low": figure["low"], "high": figure["high"]}
    fields = [
        {
            "name": name, "chosen": value, "span": value if isinstance(value, dict) and "low" in value else None,
            "versions": [{"value": value, "reports": [key], "origins": [origin], "replaced": False}],
        }
        for name, value in values.items()
    ]  # fmt: skip
    told = {"key": key, "document": document.id, "origin": origin, "published": None, "copied_from": None,
            "joined": [], "words": f"{number:016x}"}  # fmt: skip
    speaker = {"id": origin, "name": origin, "kind": "publisher", "side": None, "embedded_with": None}
    return {
        "id": f"E{number}", "type": report.type, "reports": [told], "fields": fields, "origins": [speaker], "sides": [],
        "grade": "single", "reasons": [f"one origin: {origin}"], "part_of": [], "decisions": [],
    }  # fmt: skip


def _work() -> float:
    """Seconds that cores spent on this process and on those of its children that ended; others may use them too."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class _Memory:
    """The largest memory of this process and its children together while it is open, in bytes."""

    def __init__(self) -> None:
        self.largest = 0.0
        self._done = threading.Event()

    def __enter__(self) -> "_Memory":
        self._watch = threading.Thread(target=self._look, daemon=True)
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._done.wait(0.2):
            self.largest = max(self.largest, _resident())


def _resident() -> float:
    """Bytes of this process and those that it started, as they stand in memory."""
    page, total, me = resource.getpagesize(), 0, str(os.getpid())
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = status.read_text().rpartition(")")[2].split()
            pages = int((status.parent / "statm").read_text().split()[1])
        except (OSError, IndexError, ValueError):
            continue  # it ended meanwhile
        if status.parent.name == me or told[1] == me:
            total += pages * page
    return float(total)
