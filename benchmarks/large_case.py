"""A case of very many made-up reports, its rows written directly, to measure what adding documents to it takes.

What a run of all reports would have written is written here without it: the events are those that grouping gives, so
that the next run finds them as it would have left them; only what events say of themselves is left out.
"""

import json
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection, insert

from benchmarks import made_up
from benchmarks.results import Row
from stemmata.case import Case, add, clock, neighbours, new_case, printed, run, schema
from stemmata.case.database import lots, writing
from stemmata.case.pending import rules_of
from stemmata.case.rows import document_row, report_rows
from stemmata.merging.copies.prints import prints
from stemmata.merging.facts import Facts
from stemmata.merging.keys import keyed
from stemmata.merging.merger import facts_of_coding, group
from stemmata.records import Coding, DatedMark, Document, MadeWith, Report, Span

TOGETHER = 4
"""Reports of a document."""
MADE_WITH = MadeWith("0", "made-up", "made-up")
LOT = 20_000


def measure_adding(folder: Path, reports: int, added: int, command: str) -> list[Row]:
    """Make a case of so many reports, add so many documents of the days after, and run."""
    told = documents(reports + added * TOGETHER)
    case = new_case(folder / "large")
    fill(case, islice(told, reports // TOGETHER))
    new = list(islice(told, added))
    file = folder / "new.jsonl"
    file.write_text("\n".join(json.dumps(_line(document)) for document, _ in new), encoding="utf-8")
    size = (case.folder / "case.db").stat().st_size / 1e9
    since, began = time.monotonic(), time.process_time()
    list(add(case, str(file)))
    between = time.monotonic()
    ran = run(case, processes=1, code=partial(_code, {document.text: reports for document, reports in new}))
    ended, spent = time.monotonic(), time.process_time() - began
    what = f"{added:,} documents to a case of {reports:,} reports"
    return [
        Row(f"size of a case of {reports:,} reports", size, "GB", command),
        Row(f"time on the clock to add {what}", between - since, "s", command),
        Row(
            f"time on the clock to run it then, {what}", ended - between, "s", command, 60 if reports >= 10**6 else None
        ),
        Row(f"CPU time for both, {what}", spent, "s", command),
        Row(f"events that changed, {what}", len(ran.changes), "count", command),
    ]


def documents(reports: int) -> Iterator[tuple[Document, tuple[Report, ...]]]:
    """Documents of 300 words, each with some made-up reports at its beginning."""
    chance, words = Random(3), made_up.Words()
    told = made_up.reports(reports)
    while some := list(islice(told, TOGETHER)):
        name = f"d{some[0][1].id}"
        parts = [document.text for _, document, _ in some]
        text = "\n".join([*parts, *words.sentences(chance, 300)])
        day = max(document.published for _, document, _ in some if document.published)
        publisher = f"Paper {made_up.letters(chance.randrange(made_up.PUBLISHERS)).title()}"
        marks = (DatedMark("published", day, "made", str(day)),)
        document = Document(name, text, "", name, publisher=publisher, dates=marks)
        starts = [sum(len(part) + 1 for part in parts[:at]) for at in range(len(parts))]
        yield document, tuple(_moved(report, name, at) for (_, _, report), at in zip(some, starts, strict=True))


def _moved(report: Report, document: str, by: int) -> Report:
    """The report as it stands further on in another document."""

    def moved(span: Span) -> Span:
        return Span(document, span.start + by, span.end + by, span.quote)

    return replace(
        report,
        status=replace(report.status, span=moved(report.status.span)),
        trigger=replace(report.trigger, span=moved(report.trigger.span)),
        evidence=moved(report.evidence),
        places=tuple(replace(place, span=moved(place.span)) for place in report.places),
        when=replace(report.when, span=moved(report.when.span)) if report.when else None,
        figures=tuple(replace(figure, span=moved(figure.span)) for figure in report.figures),
    )


def _line(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "text": document.text,
        "publisher": document.publisher,
        "published": str(document.published),
        "url": f"https://papers.example/{document.id}",
    }


def _code(known: Mapping[str, tuple[Report, ...]], document: Document) -> Coding:
    """What the coder would give: the reports that the document was made of."""
    return Coding(document, tuple(_moved(report, document.id, 0) for report in known[document.text]), MADE_WITH)


# ---------------------------------------------------------------------------------------------- writing the rows


def fill(case: Case, told: Iterable[tuple[Document, tuple[Report, ...]]]) -> None:
    """Write documents with their reports, and the events that grouping makes of these."""
    facts: list[Facts] = []
    numbers: dict[str, int] = {}
    words: dict[str, str] = {}
    with writing(case.engine) as connection:
        now = clock.now()
        captured = {"sha256": "0" * 64, "source": "made-up", "file": "made-up", "hops": [], "added": now}
        connection.execute(insert(schema.capture), {"id": 1, **captured})
        made = {"id": 1, "started": now, "ended": now, "merged": rules_of(case), "decided": 0}
        connection.execute(insert(schema.run), made)
        for first, lot in enumerate(iter(lambda: list(islice(told, LOT // TOGETHER)), [])):
            _write(connection, first * (LOT // TOGETHER), lot, facts, numbers, words)
        _write_events(connection, facts, numbers, words)


def _write(
    connection: Connection,
    before: int,
    lot: list[tuple[Document, tuple[Report, ...]]],
    facts: list[Facts],
    numbers: dict[str, int],
    words: dict[str, str],
) -> None:
    own = {"version": 1, "state": "current", "capture": 1, "added": clock.now()}
    rows: dict[Any, list[dict[str, Any]]] = {
        t: [] for t in (schema.page, schema.document, schema.coding, schema.report)
    }
    kept = {}
    made = {"run": 1, "stemmata": "0", "codebook": "made-up", "model": "made-up"}
    for number, (document, reports) in enumerate(lot, before + 1):
        page = f"made-up#{document.id}"
        rows[schema.page].append({"id": number, "name": page})
        rows[schema.document].append(
            {"id": number, **document_row(document), "name": document.id, "page": number, **own}
        )
        rows[schema.coding].append({"document": number, **made})
        coding = Coding(document, reports, MADE_WITH)
        for (key, _), row in zip(keyed(coding), report_rows(reports, page), strict=True):
            numbers[key], words[key] = len(numbers) + 1, row["key"]
            rows[schema.report].append({"id": numbers[key], "document": number, **row})
        facts += facts_of_coding(coding)
        kept[number] = prints(document.text)
    for table, those in rows.items():
        for some in lots(those):
            connection.execute(insert(table), some)
    printed.keep(connection, kept)


def _write_events(
    connection: Connection, facts: list[Facts], numbers: Mapping[str, int], words: Mapping[str, str]
) -> None:
    by_key = {each.key: each for each in facts}
    groups = group(facts)
    links = ({"event": at, "report": numbers[key]} for at, keys in enumerate(groups, 1) for key in keys)
    for some in lots({"id": at, **_event(at, keys, by_key, numbers, words)} for at, keys in enumerate(groups, 1)):
        connection.execute(insert(schema.event), some)
    for lot in lots(links):
        connection.execute(insert(schema.event_report), lot)
    cells = sorted((cell, numbers[each.key]) for each in facts for cell in neighbours.cells_of(each))
    for some_cells in lots(cells):
        connection.execute(insert(schema.report_cell), [{"cell": cell, "report": one} for cell, one in some_cells])


def _event(
    number: int, keys: Iterable[str], facts: Mapping[str, Facts], numbers: Mapping[str, int], words: Mapping[str, str]
) -> dict[str, Any]:
    """An event's row, as little as a run asks of it."""
    reports = [
        {"key": f"R{numbers[key]}", "words": words[key], "document": facts[key].document, "origin": facts[key].document}
        for key in keys
    ]
    kind = facts[next(iter(keys))].type
    bare: dict[str, list[Any]] = {
        name: [] for name in ("fields", "origins", "sides", "reasons", "part_of", "decisions")
    }
    record = {"id": f"E{number}", "type": kind, "reports": reports, "grade": "single", **bare}
    return {"type": kind, "grade": "single", "independent": 1, "record": record}
