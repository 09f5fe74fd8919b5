"""The copies of a case as the table holds them, and those of its documents that are told anew."""

from collections.abc import Callable, Collection, Iterable, Mapping

from sqlalchemy import Connection, or_, select

from stemmata.case import schema
from stemmata.case.database import lots
from stemmata.case.rows import from_record
from stemmata.records import Copy

Row = tuple[int, int, Copy]
"""The document that copies, its source, and how."""


class Copies:
    """The copies of a case once an update is through."""

    def __init__(self, connection: Connection, anew: Mapping[int, Collection[Row]]) -> None:
        self._connection = connection
        self.anew = anew
        """Document → its copies, where these changed."""

    def among(self, documents: Collection[int]) -> list[Row]:
        """The copies that documents make, and that others make of them."""
        table, held = schema.copy.c, set(documents)
        rows = [row for those in self.anew.values() for row in those if row[0] in held or row[1] in held]
        for some in lots(sorted(held)):
            query = select(table.copy, table.source, table.record).where(table.near == 1)
            for copy, source, record in self._connection.execute(
                query.where(or_(table.copy.in_(some), table.source.in_(some)))
            ):
                if copy not in self.anew:
                    rows.append((copy, source, from_record(Copy, record)))
        return list({(copy, source): (copy, source, told) for copy, source, told in rows}.values())

    def upward(self, documents: Iterable[int]) -> list[Row]:
        """The copies that documents make, those that their sources make, and so on to the first."""
        return self._along(documents, lambda row: row[0], lambda row: row[1])

    def downward(self, documents: Iterable[int]) -> set[int]:
        """The documents that have passages of these, at whatever remove; and these themselves."""
        held = set(documents)
        return held | {row[0] for row in self._along(held, lambda row: row[1], lambda row: row[0])}

    def _along(self, documents: Iterable[int], here: Callable[[Row], int], there: Callable[[Row], int]) -> list[Row]:
        rows: dict[tuple[int, int], Row] = {}
        seen: set[int] = set()
        front = set(documents)
        while front:
            seen |= front
            step = [row for row in self.among(front) if here(row) in front]
            rows.update(((row[0], row[1]), row) for row in step)
            front = {there(row) for row in step} - seen
        return list(rows.values())
