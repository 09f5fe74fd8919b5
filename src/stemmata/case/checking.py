"""`check`: does everything in a case still fit together? It changes nothing."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from stemmata.case import schema
from stemmata.case.captures import body_of
from stemmata.case.database import reading
from stemmata.case.opening import Case
from stemmata.case.rows import document_of, report_of
from stemmata.errors import DamagedCase
from stemmata.records import Span


def check(case: Case) -> Iterator[str]:
    """Go through a case and say what is wrong, one sentence each; nothing where all is well.

    The database's own integrity, that every capture holds the bytes of its hash, every text is that of its hash, every
    value's quote stands in its document at its offsets, and every event has reports.

    Raises:
        CaseError: the database cannot be read at all.
    """
    with reading(case.engine) as connection:
        damage = list(_damage(connection))
    yield from damage
    if damage:
        yield "The rest was not looked at. Put back a backup, or make a new case and add the captures' sources to it."
        return
    yield from _captures(case)
    with reading(case.engine) as connection:
        yield from _documents(connection)
        yield from _reports(connection)
        yield from _events(connection)


def _damage(connection: Connection) -> Iterator[str]:
    """What the database says of itself."""
    if connection.dialect.name != "sqlite":
        return  # PostgreSQL checks its pages as it reads them
    try:
        for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
            if told != "ok":
                yield f"The database is damaged: {told}."
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} points at a row of {parent} that is not there."
    except DBAPIError as error:
        yield f"The database is damaged: {error.orig}."


def _captures(case: Case) -> Iterator[str]:
    with reading(case.engine) as connection:
        rows = connection.execute(select(schema.capture.c.file, schema.capture.c.sha256)).all()
    for file, sha256 in rows:
        try:
            body_of(file, sha256, case.captures)
        except DamagedCase as damaged:
            yield str(damaged)


def _documents(connection: Connection) -> Iterator[str]:
    table = schema.document.c
    rows = connection.execution_options(yield_per=1000).execute(select(table.id, table.sha256, table.text))
    for number, sha256, text in rows:
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
            yield f"The text of document D{number} is not the one that was read: its hash differs."


def _reports(connection: Connection) -> Iterator[str]:
    """Every span of every report, against the document's text."""
    document, capture, report = schema.document, schema.capture.c, schema.report
    documents = (
        select(document, capture.source, capture.sha256.label("body"))
        .where(capture.id == document.c.capture)
        .order_by(document.c.id)
    )
    for row in connection.execution_options(yield_per=1000).execute(documents).mappings():
        told = document_of(row)
        for line in connection.execute(select(report).where(report.c.document == row["id"])).mappings():
            made = report_of(line)
            for span in spans_of(made):
                if not span.stands_in(told):
                    yield f"Report R{line['id']} quotes “{span.quote[:60]}”, which is not what D{row['id']} says there."
            if line["quote"] != made.evidence.quote or line["type"] != made.type:
                yield f"The columns of report R{line['id']} say something else than its record."


def spans_of(thing: object) -> Iterator[Span]:
    """Every span that a record holds, however deep."""
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from spans_of(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from spans_of(getattr(thing, field.name))


def _events(connection: Connection) -> Iterator[str]:
    event, link = schema.event.c, schema.event_report.c
    alone = select(event.id).where(~select(link.report).where(link.event == event.id).exists())
    for number in connection.scalars(alone):
        yield f"Event E{number} has no report; call `stemmata run`."
    document, report = schema.document.c, schema.report.c
    old = select(func.count()).where(
        link.report == report.id, report.document == document.id, document.state != "current"
    )
    if stale := connection.scalar(old):
        yield f"{stale} reports of replaced or withdrawn documents still count in events; call `stemmata run`."
