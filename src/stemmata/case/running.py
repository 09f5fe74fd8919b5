"""The run: codes what is new, over processes with one writer, and brings the events up to date.

Each document's reports are written whole, and what was done is never done again; so a run may be ended at any point.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select, update

from stemmata import __version__
from stemmata.case import clock, schema
from stemmata.case.database import reading, refuse_damaged, writing
from stemmata.case.locking import only_run
from stemmata.case.opening import Case
from stemmata.case.recording import Change
from stemmata.case.rows import document_of, report_rows
from stemmata.case.updating import begin, finish, update_events
from stemmata.case.workers import Died, each, in_order
from stemmata.coding import code as code_document
from stemmata.coding.codebook import load_codebook
from stemmata.errors import BusyCase, CodebookError, MissingPart
from stemmata.language import load_parser
from stemmata.merging.progress import Heard as Merging
from stemmata.merging.progress import unheard
from stemmata.records import Coding, Document, MadeWith, Problem

DOCUMENT_SECONDS = 600.0
"""How long one document may take. A million words take two minutes on one slow core; past five times that, it hangs."""
WRITE_SECONDS = 0.5
"""How long results are gathered before they are written: what a kill costs at most, beside the documents in work."""
FEW = 4
"""So few documents are coded in this process, since starting others takes longer."""

AT_ONCE = 100
"""Documents that are read from the database at a time, so that a million of them need no more memory than these."""

KEPT_WAITING = 100
"""Documents that are done and wait for one before them, so that the same pages give the same numbers whichever process
was faster: what a kill costs at most, when one document takes long."""

Coder = Callable[[Document], Coding]
Heard = Callable[[int, int], None]
"""Who wants to hear how far the coding is: documents that are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run did."""

    coded: int
    """Documents."""
    reports: int
    """Reports found in them."""
    problems: tuple[Problem, ...]
    """Documents that could not be coded, of this run."""
    made_otherwise: int
    """Documents that another version of the program or its codebook coded, or that were coded for another region;
    `again` codes them anew."""
    changes: tuple[Change, ...] = ()
    """What became of events."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document on its way to a worker; picklable."""

    number: int
    page: str
    document: Document


@dataclass(frozen=True, slots=True)
class Coded:
    """What a worker hands back."""

    reports: list[dict[str, Any]]
    made_with: MadeWith
    problems: tuple[Problem, ...]


Outcome = Coded | Problem


def run(
    case: Case,
    *,
    processes: int | None = None,
    again: bool = False,
    code: Coder | None = None,
    heard: Heard | None = None,
    merging: Merging = unheard,
) -> Ran:
    """Code and merge what is new.

    Args:
        case: the case.
        processes: how many code at once; as many as there are cores where None.
        again: also code anew what another version coded, and try what failed before.
        code: codes a document; a function of a module. By default `stemmata.code`, told the region of `case.toml`.
        heard: told how far the coding is.
        merging: told how far the merging is.

    Raises:
        BusyCase: another run works on the case.
        CodebookError: the codebook is broken; no document can be coded.
        MissingPart: the language model is not installed.
        CaseError: the case cannot be written to.
    """
    coder = code or partial(code_document, region=case.settings.region)
    with only_run(case):
        refuse_damaged(case.engine)
        number = begin(case)
        waiting = _waiting(case, again)
        done: list[Outcome] = []
        coding = _outcomes(case, waiting, coder, _processes(processes, len(waiting)))
        for outcomes in _gathered(in_order(coding, lambda task: task.number, waiting, KEPT_WAITING)):
            with writing(case.engine) as connection:
                for task, outcome in outcomes:
                    keep_outcome(connection, number, task, outcome)
            done += [outcome for _, outcome in outcomes]
            if heard:
                heard(len(done), len(waiting))
        changes = update_events(case, number, merging)
        finish(case, number)
    coded = [outcome for outcome in done if isinstance(outcome, Coded)]
    return Ran(
        len(coded),
        sum(len(one.reports) for one in coded),
        tuple(one for one in done if isinstance(one, Problem)),
        _made_otherwise(case, coded[-1].made_with) if coded else 0,
        tuple(changes),
    )


def refresh(case: Case) -> tuple[Change, ...] | None:
    """Let decisions show in the events at once; None where a run works on the case, which will see to it.

    Raises:
        CaseError: the case cannot be written to.
    """
    try:
        with only_run(case):
            number = begin(case)
            changes = update_events(case, number)
            finish(case, number)
            return tuple(changes)
    except BusyCase:
        return None


def _processes(told: int | None, documents: int) -> int:
    return 1 if documents <= FEW else min(told or os.cpu_count() or 1, documents)


def _waiting(case: Case, again: bool) -> list[int]:
    """The documents that are to be coded, in the order in which they came."""
    document, coding, problem = schema.document.c, schema.coding.c, schema.problem.c
    is_coded = exists().where(coding.document == document.id)
    failed = exists().where(problem.document == document.id)
    wanted = ~is_coded.where(_made_with(current(case))) if again else ~is_coded & ~failed
    with reading(case.engine) as connection:
        return list(
            connection.scalars(select(document.id).where(document.state == "current", wanted).order_by(document.id))
        )


def current(case: Case) -> MadeWith:
    """What would code a document of a case now."""
    return MadeWith(__version__, load_codebook().digest, load_parser().fingerprint, case.settings.region)


def _made_with(made: MadeWith) -> ColumnElement[bool]:
    """The condition that a coding was made with all this."""
    coding = schema.coding.c
    by = (coding.stemmata == made.stemmata) & (coding.codebook == made.codebook) & (coding.model == made.model)
    return by & (func.coalesce(coding.region, "") == " ".join(made.region))


def _made_otherwise(case: Case, now: MadeWith) -> int:
    """How many documents of the case another version coded, or one that was told another region."""
    coding, document = schema.coding.c, schema.document.c
    with reading(case.engine) as connection:
        of_current = select(func.count()).where(coding.document == document.id, document.state == "current")
        joined = of_current.where(~_made_with(now))
        return int(connection.scalar(joined) or 0)


def _outcomes(case: Case, waiting: Sequence[int], code: Coder, processes: int) -> Iterator[tuple[Task, Outcome]]:
    for task, outcome in each(
        partial(_coded, code), _tasks(case, waiting), processes=processes, seconds=DOCUMENT_SECONDS
    ):
        yield task, _died(task, outcome) if isinstance(outcome, Died) else outcome


def _tasks(case: Case, waiting: Sequence[int]) -> Iterator[Task]:
    """The documents, read from the case as they are needed."""
    document, page, capture = schema.document, schema.page.c, schema.capture.c
    rows = select(document, page.name.label("page_name"), capture.source, capture.sha256.label("body")).where(
        page.id == document.c.page, capture.id == document.c.capture
    )
    for start in range(0, len(waiting), AT_ONCE):
        with reading(case.engine) as connection:
            some = connection.execute(rows.where(document.c.id.in_(waiting[start : start + AT_ONCE]))).mappings().all()
        for row in sorted(some, key=lambda row: row["id"]):
            yield Task(row["id"], row["page_name"], document_of(row))


def _coded(code: Coder, task: Task) -> Coded | Problem:
    """Code a document; what no rule foresaw costs this document only, and is reported as a fault of the program."""
    try:
        coding = code(task.document)
    except (CodebookError, MissingPart):
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"Document D{task.number}, {task.page}, made the coder fail ({told}); please report it."
        return Problem(task.page, "code", "coder-failed", message)
    return Coded(report_rows(coding.reports, task.page), coding.made_with, coding.problems)


def _died(task: Task, died: Died) -> Problem:
    message = (
        f"Document D{task.number}, {task.page}, could not be coded: {died}. Cut the document into parts, or give the"
        " machine more memory, then call `stemmata run --again`."
    )
    return Problem(task.page, "code", "coder-died", message)


def _gathered(outcomes: Iterator[tuple[Task, Outcome]]) -> Iterator[list[tuple[Task, Outcome]]]:
    """Outcomes in lots of a moment each, also what was there when the run is interrupted."""
    lot: list[tuple[Task, Outcome]] = []
    since = time.monotonic()
    try:
        for outcome in outcomes:
            lot.append(outcome)
            if time.monotonic() - since > WRITE_SECONDS:
                yield lot
                lot, since = [], time.monotonic()
    except KeyboardInterrupt:
        if lot:
            yield lot
        raise
    if lot:
        yield lot


def keep_outcome(connection: Connection, run: int, task: Task, outcome: Outcome) -> None:
    """Write what became of a document, instead of what a former run wrote."""
    connection.execute(delete(schema.problem).where(schema.problem.c.document == task.number))
    failed = [outcome] if isinstance(outcome, Problem) else outcome.problems
    for problem in failed:
        row = {"source": task.page, "stage": "code", "code": problem.code, "message": problem.message}
        connection.execute(insert(schema.problem), {**row, "document": task.number, "time": clock.now()})
    if isinstance(outcome, Coded):
        connection.execute(delete(schema.coding).where(schema.coding.c.document == task.number))
        made = outcome.made_with
        region = " ".join(made.region) or None
        told = {"stemmata": made.stemmata, "codebook": made.codebook, "model": made.model, "region": region}
        connection.execute(insert(schema.coding), {"document": task.number, "run": run, **told})
        _replace_reports(connection, task.number, outcome.reports)


def _replace_reports(connection: Connection, document: int, reports: Sequence[dict[str, Any]]) -> None:
    """Write a document's reports over those of its former coding. A report of the same words keeps its number."""
    table = schema.report
    former = connection.execute(
        select(table.c.id, table.c.key, table.c.record).where(table.c.document == document)
    ).all()
    numbers = {row.key: row.id for row in former}
    told = {row.key: row.record for row in former}
    kept = _keys_kept(reports, [(row.key, row.record) for row in former])
    gone = [number for key, number in numbers.items() if key not in kept]
    if gone or any(key in told and report["record"] != told[key] for key, report in zip(kept, reports, strict=True)):
        connection.execute(update(schema.run).values(merged=None))  # the next events are made anew as a whole
    if gone:
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    for key, report in zip(kept, reports, strict=True):
        if key in numbers:
            connection.execute(update(table).where(table.c.id == numbers[key]), {**report, "key": key})
        else:
            connection.execute(insert(table), {**report, "key": key, "document": document})


def _keys_kept(reports: Sequence[dict[str, Any]], former: Sequence[tuple[str, Any]]) -> list[str]:
    """The key of each report: its own, or that of the former report which the same words of the text had triggered.

    A new codebook may take more or less of a sentence for evidence; what a person decided about it still holds.
    """
    known = {key for key, _ in former}
    taken = {report["key"] for report in reports} & known
    free: dict[int, list[str]] = {}
    for key, record in former:
        if key not in taken:
            free.setdefault(record["trigger"]["span"]["start"], []).append(key)
    keys = []
    for report in reports:
        before = free.get(report["record"]["trigger"]["span"]["start"]) if report["key"] not in taken else None
        keys.append(before.pop(0) if before else report["key"])
    return keys
