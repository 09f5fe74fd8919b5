"""The copies of a case, told anew where documents came or went.

All current documents are looked at, since a run of words counts by how many documents hold it; only those whose copies
changed are handed on.
"""

from sqlalchemy import Connection, select

from stemmata.case import schema
from stemmata.case.copying import Row
from stemmata.case.gathering import whole_documents
from stemmata.case.pending import Pending
from stemmata.case.rows import from_record
from stemmata.merging.copies import find_copies
from stemmata.records import Copy


def recopied(connection: Connection, pending: Pending) -> dict[int, list[Row]]:
    """Document → the copies that it makes now, where these changed; nothing where no document came or went."""
    if not (pending.whole or pending.arrived or pending.left):
        return {}
    document, coding, table = schema.document.c, schema.coding.c, schema.copy.c
    current = select(document.id).where(document.state == "current", coding.document == document.id)
    told = whole_documents(connection, connection.scalars(current).all())
    numbers = {name: number for name, number in connection.execute(select(document.name, document.id)) if name in told}
    now: dict[int, list[Row]] = {}
    for copy in find_copies(told.values()):
        number = numbers[copy.copy]
        now.setdefault(number, []).append((number, numbers[copy.source], copy))
    before: dict[int, list[Row]] = {}
    for number, source, record in connection.execute(select(table.copy, table.source, table.record)):
        before.setdefault(number, []).append((number, source, from_record(Copy, record)))
    every = now.keys() | before.keys()
    return {number: now.get(number, []) for number in every if _differ(now.get(number, []), before.get(number, []))}


def _differ(some: list[Row], others: list[Row]) -> bool:
    return sorted(some, key=lambda row: row[:2]) != sorted(others, key=lambda row: row[:2])
