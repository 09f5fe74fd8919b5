"""Adding to a case: capture, read, and keep what is new. What comes again unchanged is told and not kept twice.

A page is known by its address, its path, or (in a file of documents) its own address or id. When its text or what is
told about it has changed, it gets a new version: the old one stays beside it, and no longer counts.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, Literal

from sqlalchemy import Connection, delete, func, insert, select, update

from stemmata.capture import capture
from stemmata.capture.files import CONTENT_TYPES
from stemmata.case import clock, schema
from stemmata.case.captures import file_of, keep
from stemmata.case.database import reading, refuse_damaged, writing
from stemmata.case.opening import Case
from stemmata.case.rows import document_row, name_of, storable
from stemmata.case.settings import FILE
from stemmata.errors import Gone, UnreadableInput
from stemmata.reading import read
from stemmata.records import Capture, Document, Problem

STDIN = "standard input"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document."""

    kind: Literal["new", "version", "known", "withdrawn"]
    """New; a new version of a known page; there already; or taken back by its publisher."""
    page: str
    """The page, as the case knows it."""
    title: str | None = None


def add(
    case: Case,
    source: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Added | Problem]:
    """Capture and read what stands at a path, in a folder, at an address, or on standard input, and keep it.

    Each file or address is kept whole or not at all, so that a call may be ended at any point and made again.

    Args:
        case: the case.
        source: a file, a folder (all files in it of a kind that is read), an http(s) address, or `-`.
        published: the day of publication, for documents that do not tell it themselves.
        publisher: who published it, for documents that do not tell it themselves.
        stdin: the stream that `-` reads.

    Returns:
        What became of each document; what could not be captured or read comes as a problem, and is kept as one.

    Raises:
        CaseError: the case cannot be written to.
    """
    refuse_damaged(case.engine)
    for one in _files(source):
        found: Capture | Problem
        try:
            found = capture(one, stdin=stdin)
        except Gone as gone:
            withdrawn = _withdraw(case, _address(one))
            yield Added("withdrawn", _address(one)) if withdrawn else _kept(case, one, "capture", gone)
        except UnreadableInput as error:
            yield _kept(case, one, "capture", error)
        else:
            found = replace(found, source=_address(one))
            if not (published or publisher) and (known := _known(case, found)):
                yield from known
                continue
            documents = [_fit(one) for one in read(found, published=published, publisher=publisher)]
            yield from _store(case, found, documents)


def _files(source: str) -> Iterator[str]:
    """A source itself; of a folder, the files in it that are read, in the order of their names."""
    folder = Path(source)
    if source == "-" or not folder.is_dir():
        yield source
        return
    for inner, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if (Path(inner) / FILE).exists():
            folders.clear()  # a case is no source
            continue
        for name in sorted(names):
            if Path(name).suffix.lower() in CONTENT_TYPES and not name.startswith("."):
                yield str(Path(inner) / name)


def _known(case: Case, captured: Capture) -> list[Added]:
    """The documents of bytes that were added before, where all of them still count and none failed: nothing to read."""
    document, page, capture = schema.document.c, schema.page.c, schema.capture.c
    rows = (
        select(page.name, document.title, document.state)
        .where(capture.file == file_of(captured), document.capture == capture.id, page.id == document.page)
        .order_by(document.id)
    )
    failed = select(schema.problem.c.id).where(schema.problem.c.source == captured.source)
    with reading(case.engine) as connection:
        found = connection.execute(rows).all()
        if any(row.state != "current" for row in found) or connection.execute(failed).first():
            return []
    return [Added("known", row.name, row.title) for row in found]


def _fit(document: Document | Problem) -> Document | Problem:
    """A document that both databases can hold, or a problem: PostgreSQL knows no NUL, and UTF-8 no half characters."""
    if isinstance(document, Document) and not storable(document):
        message = f"{document.source}: document {document.id!r} holds NUL or half characters; take them out."
        return Problem(document.source, "read", UnreadableInput.code, message)
    return document


def _store(case: Case, captured: Capture, documents: Sequence[Document | Problem]) -> list[Added | Problem]:
    """Keep a capture with its documents, in one piece. The bytes come first: a row never points at nothing."""
    source = captured.source
    problems = [one for one in documents if isinstance(one, Problem)]
    file = keep(captured, case.captures) if len(problems) < len(documents) else None
    with writing(case.engine) as connection:
        connection.execute(delete(schema.problem).where(schema.problem.c.source == source))
        for problem in problems:
            _note(connection, source, problem)
        if file is None:
            return list(problems)
        if twin := _same_bytes(connection, captured, source):
            return [Added("known", twin), *problems]
        number = _capture_number(connection, captured, source, file)
        pages = _pages(source, [one for one in documents if isinstance(one, Document)])
        return [*(_put(connection, page, document, number) for page, document in pages), *problems]


def _same_bytes(connection: Connection, captured: Capture, source: str) -> str | None:
    """Another file with the same bytes: a page that was moved, and no second one. Two addresses are two pages."""
    table = schema.capture
    sources = connection.scalars(select(table.c.source).where(table.c.sha256 == captured.sha256))
    others = [one for one in sources if "://" not in one]
    return others[0] if "://" not in source and others and source not in others else None


def _capture_number(connection: Connection, captured: Capture, source: str, file: str) -> int:
    table = schema.capture
    known = connection.scalar(select(table.c.id).where(table.c.file == file))
    if known is not None:
        return int(known)
    row = {
        "sha256": captured.sha256,
        "source": source,
        "file": file,
        "content_type": captured.content_type,
        "fetched": captured.fetched,
        "hops": list(captured.hops),
        "added": clock.now(),
    }
    return int(connection.execute(insert(table).returning(table.c.id), row).scalar_one())


def _pages(source: str, documents: Sequence[Document]) -> list[tuple[str, Document]]:
    """The page of each document of a capture."""
    if len(documents) == 1 and documents[0].id == documents[0].sha256[:16] and source != STDIN:
        return [(source, documents[0])]
    addresses = [document.url for document in documents]
    named = []
    for document in documents:
        own = document.url if document.url and addresses.count(document.url) == 1 else None
        named.append((own or f"{document.url or source}#{document.id}", document))
    return named


def _put(connection: Connection, name: str, document: Document, captured: int) -> Added:
    """Keep a document, as the page's first version or a later one, unless it is there already."""
    row = document_row(document)
    page = connection.scalar(select(schema.page.c.id).where(schema.page.c.name == name))
    if page is None:
        page = connection.execute(insert(schema.page).returning(schema.page.c.id), {"name": name}).scalar_one()
    table = schema.document
    current = connection.execute(
        select(table.c.id, table.c.digest).where(table.c.page == page, table.c.state == "current")
    ).first()
    if current and current.digest == row["digest"]:
        return Added("known", name, document.title)
    if current:
        connection.execute(update(table).where(table.c.id == current.id).values(state="replaced"))
    version = 1 + (connection.scalar(select(func.max(table.c.version)).where(table.c.page == page)) or 0)
    own = {"name": name_of(name, version, document), "page": page, "version": version, "state": "current"}
    connection.execute(insert(table), {**row, **own, "capture": captured, "added": clock.now()})
    return Added("version" if version > 1 else "new", name, document.title)


def _withdraw(case: Case, name: str) -> bool:
    """Mark what a page said as withdrawn; tell whether the case knew it."""
    table = schema.document
    page = select(schema.page.c.id).where(schema.page.c.name == name).scalar_subquery()
    with writing(case.engine) as connection:
        done = connection.execute(
            update(table).where(table.c.page == page, table.c.state == "current").values(state="withdrawn")
        )
        return done.rowcount > 0


def _kept(case: Case, source: str, stage: Literal["capture", "read"], error: UnreadableInput) -> Problem:
    """A problem, kept in the case under the source's name instead of any former one."""
    problem = Problem(source, stage, error.code, str(error))
    with writing(case.engine) as connection:
        connection.execute(delete(schema.problem).where(schema.problem.c.source == _address(source)))
        _note(connection, _address(source), problem)
    return problem


def _note(connection: Connection, source: str, problem: Problem) -> None:
    row = {"source": source, "stage": problem.stage, "code": problem.code, "message": problem.message}
    connection.execute(insert(schema.problem), {**row, "document": None, "time": clock.now()})


def _address(source: str) -> str:
    """The name of a source for good: an address without its fragment, a whole path."""
    if source == "-":
        return STDIN
    return source.split("#", 1)[0] if "://" in source and not Path(source).exists() else str(Path(source).resolve())
