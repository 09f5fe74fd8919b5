"""The versions of a page: what the last one says otherwise, and which report took the place of which."""

from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Connection, select

from stemmata.case import schema
from stemmata.case.database import lots, reading
from stemmata.case.opening import Case
from stemmata.errors import UnknownName

MANY = 2000
"""Lines from which two texts are compared whole and not line by line, which takes quadratic time at worst."""


def difference(case: Case, document: int) -> list[tuple[str, str]]:
    """What a version of a page says otherwise than the version before it.

    Args:
        case: the case.
        document: its number, as in D12.

    Returns:
        lines, each with `+` where this version added it and `-` where it took it out; none for a first version.

    Raises:
        UnknownName: there is no such document.
    """
    table = schema.document.c
    with reading(case.engine) as connection:
        own = connection.execute(select(table.page, table.version, table.text).where(table.id == document)).first()
        if own is None:
            raise UnknownName(f"There is no document D{document}; `stemmata documents` lists them.")
        before = connection.scalar(select(table.text).where(table.page == own.page, table.version == own.version - 1))
    return [] if before is None else _lines(before, own.text)


def successors(connection: Connection, pages: Iterable[int] | None = None) -> dict[int, int]:
    """Report of a former version → the report that the page's current version has in its place.

    Args:
        connection: the database.
        pages: only of these pages; of all where None.

    The same words are the same report. Of the others, those of one type take each other's place in their order: a toll
    that was corrected is no new event.
    """
    report, document = schema.report.c, schema.document.c
    told = (
        select(report.id, report.key, report.type, document.page, document.version, document.state)
        .where(report.document == document.id)
        .order_by(document.page, document.version, report.position)
    )
    if pages is None:
        edited = select(document.page).where(document.state == "replaced")
        rows = connection.execute(told.where(document.page.in_(edited))).all()
    else:
        lot_rows = (connection.execute(told.where(document.page.in_(some))) for some in lots(sorted(pages)))
        rows = [row for some_rows in lot_rows for row in some_rows]
    following: dict[int, int] = {}
    for _, of_page in groupby(rows, key=lambda row: row.page):
        versions = [list(of_version) for _, of_version in groupby(of_page, key=lambda row: row.version)]
        for before, now in pairwise(versions):
            if now[0].version == before[0].version + 1:
                following |= _pairs(before, now)
    current = {row.id for row in rows if row.state == "current"}
    found = {}
    for old in following:
        last = old
        while last in following:
            last = following[last]
        if last in current:
            found[old] = last
    return found


def edited_pages(connection: Connection, documents: Iterable[int]) -> set[int]:
    """The pages of documents that have former versions."""
    table = schema.document.c
    found: set[int] = set()
    for some in lots(documents):
        found.update(connection.scalars(select(table.page).where(table.id.in_(some), table.version > 1)))
    return found


def keys_known(connection: Connection, reports: Collection[int]) -> set[str]:
    """All keys under which decisions may know these reports: their own, and those of former versions of their pages."""
    table = schema.report.c
    documents = select(table.document).where(table.id.in_(reports))
    pages = edited_pages(connection, connection.scalars(documents))
    former = [old for old, new in successors(connection, pages).items() if new in reports]
    return set(connection.scalars(select(table.key).where(table.id.in_([*reports, *former]))))


def known_as(connection: Connection, keys: Iterable[str]) -> dict[str, list[int]]:
    """Key → the current reports that decisions know by it: those of that key, and those that took their place."""
    report, document = schema.report.c, schema.document.c
    query = select(report.id, report.key, document.page, document.state).where(document.id == report.document)
    rows = [
        row
        for some in lots(sorted(keys))
        for row in connection.execute(query.where(report.key.in_(some)).order_by(report.id))
    ]
    now = successors(connection, {row.page for row in rows if row.state != "current"})
    found: dict[str, list[int]] = {}
    for row in rows:
        number = row.id if row.state == "current" else now.get(row.id)
        if number is not None and number not in found.setdefault(row.key, []):
            found[row.key].append(number)
    return found


def _pairs(before: Sequence[Any], now: Sequence[Any]) -> dict[int, int]:
    """The reports of one version with those that take their place in the next."""
    by_key = {row.key: row.id for row in now}
    pairs = {row.id: by_key[row.key] for row in before if row.key in by_key}
    taken = set(pairs.values())
    free: dict[str, list[int]] = {}
    for row in now:
        if row.id not in taken:
            free.setdefault(row.type, []).append(row.id)
    for row in before:
        if row.id not in pairs and free.get(row.type):
            pairs[row.id] = free[row.type].pop(0)
    return pairs


def _lines(before: str, now: str) -> list[tuple[str, str]]:
    old, new = before.split("\n"), now.split("\n")
    if len(old) + len(new) > MANY:
        gone, come = set(new), set(old)
        return [("-", line) for line in old if line and line not in gone] + [
            ("+", line) for line in new if line and line not in come
        ]
    told = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            told += [("-", line) for line in old[a:b] if line] + [("+", line) for line in new[c:d] if line]
    return told
