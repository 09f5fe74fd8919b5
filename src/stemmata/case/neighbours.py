"""Where the reports of events stand, kept in the case, so that a run finds the neighbours of a new one."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from sqlalchemy import Connection, delete, insert, select

from stemmata.case import schema
from stemmata.case.database import lots
from stemmata.merging.candidates import Key, looks_at, looks_everywhere, stands_on
from stemmata.merging.facts import Facts
from stemmata.merging.periods import month_of, months


def near(connection: Connection, reports: Iterable[Facts]) -> set[int]:
    """The numbers of reports that may be near some of these; some of them are not, and none is missing."""
    return _on(connection, (key for facts in reports for key in (*looks_at(facts), *looks_everywhere(facts))))


def totals(connection: Connection, happenings: Iterable[Facts]) -> set[int]:
    """The numbers of reports on periods within which some of these may lie."""
    found = {month_of(facts) for facts in happenings if not facts.period}
    return _on(connection, (("total", month) for month in found if month is not None))


def within(connection: Connection, periods: Iterable[Facts]) -> set[int]:
    """The numbers of reports on what happened on the days of some of these."""
    days = {day for facts in periods if facts.first and facts.last for day in range(facts.first, facts.last + 1)}
    return _on(connection, (("day", False, day) for day in sorted(days)))


def place(connection: Connection, reports: Iterable[tuple[int, Facts]]) -> None:
    """Keep where reports stand."""
    table = schema.report_cell
    for some in lots(reports):
        rows = [{"cell": cell, "report": number} for number, facts in some for cell in cells_of(facts)]
        if rows:
            connection.execute(insert(table), rows)


def displace(connection: Connection, reports: Iterable[int]) -> None:
    """Forget where reports stood."""
    table = schema.report_cell
    for some in lots(sorted(reports)):
        connection.execute(delete(table).where(table.c.report.in_(some)))


def cells_of(facts: Facts) -> set[int]:
    """The cells that a report is kept on."""
    keys: Iterator[Key] = stands_on(facts)
    if facts.period:
        return {_digest(key) for key in (*keys, *(("total", month) for month in months(facts)))}
    return set(map(_digest, keys))


def _on(connection: Connection, keys: Iterable[Key]) -> set[int]:
    table = schema.report_cell.c
    found: set[int] = set()
    for some in lots({_digest(key) for key in keys}):
        found.update(connection.scalars(select(table.report).where(table.cell.in_(some))))
    return found


def _digest(key: Key) -> int:
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=8).digest(), signed=True)
