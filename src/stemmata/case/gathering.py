"""Reports of a case as merging knows them, loaded document by document as they are needed."""

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select

from stemmata.case import schema
from stemmata.case.database import lots
from stemmata.case.rows import document_of, report_of
from stemmata.merging.facts import Facts
from stemmata.merging.keys import keyed
from stemmata.merging.merger import facts_of_coding
from stemmata.records import Coding, DatedMark, Document, MadeWith, Report

_NOBODY = MadeWith("", "", "")


class Gathered:
    """The reports of current documents that nobody rejected, of as many documents as were asked for."""

    def __init__(self, connection: Connection, rejected: Collection[str]) -> None:
        self._connection = connection
        self._rejected = rejected
        self._keys: dict[int, list[str]] = {}
        self._named: dict[str, int] = {}
        self.facts: dict[str, Facts] = {}
        """Of the reports that may be of an event, by merging's key."""
        self.reports: dict[str, tuple[tuple[str, Report], ...]] = {}
        """Document, by name → its reports, with merging's keys."""
        self.numbers: dict[str, int] = {}
        """Merging's key → number of the report."""
        self.names: dict[int, str] = {}
        """Number of the report → merging's key."""
        self.words: dict[int, str] = {}
        """Number of the report → the key that decisions know."""

    def load(self, documents: Iterable[int]) -> list[str]:
        """Load the reports of documents.

        Returns:
            merging's keys of those that may be of an event.
        """
        wanted = list(dict.fromkeys(documents))
        table, coding, report = schema.document.c, schema.coding.c, schema.report
        named = select(table.id, table.name, table.published, table.title, table.text).where(
            table.state == "current", coding.document == table.id
        )
        told = select(report).order_by(report.c.document, report.c.position)
        for some in lots(sorted(number for number in wanted if number not in self._keys)):
            self._read(named.where(table.id.in_(some)), told.where(report.c.document.in_(some)))
            for number in some:
                self._keys.setdefault(number, [])
        return [key for number in wanted for key in self._keys[number]]

    def load_reports(self, numbers: Collection[int]) -> list[str]:
        """Load reports by their numbers, with all others of their documents.

        Returns:
            merging's keys of those that may be of an event.
        """
        table = schema.report.c
        documents: set[int] = set()
        for some in lots(number for number in numbers if number not in self.names):
            documents.update(self._connection.scalars(select(table.document).where(table.id.in_(some))))
        self.load(documents)
        return [key for number in numbers if (key := self.names.get(number)) in self.facts and key]

    def _read(self, named: Select[Any], told: Select[Any]) -> None:
        rows = groupby(self._connection.execute(told).mappings(), key=lambda row: row["document"])
        by_document = {number: [row for row in those if row["key"] not in self._rejected] for number, those in rows}
        for number, name, published, title, text in self._connection.execute(named):
            theirs = by_document.get(number, [])
            dates = (DatedMark("published", published, "", ""),) if published else ()
            document = Document(name, text, "", "", title=title, dates=dates)
            coding = Coding(document, tuple(map(report_of, theirs)), _NOBODY)
            self._named[name] = number
            self.reports[name] = tuple(keyed(coding))
            for (key, _), row in zip(self.reports[name], theirs, strict=True):
                self.numbers[key] = row["id"]
                self.names[row["id"]] = key
                self.words[row["id"]] = row["key"]
            facts = {each.key: each for each in facts_of_coding(coding)}
            self.facts |= facts
            self._keys[number] = list(facts)

    def documents_of(self, keys: Iterable[str]) -> set[int]:
        """The documents of reports that were loaded."""
        return {self._named[self.facts[key].document] for key in keys}


def numbered_documents(connection: Connection, numbers: Iterable[int]) -> dict[int, Document]:
    """Documents with their text, by number."""
    table, capture = schema.document, schema.capture.c
    query = select(table, capture.source, capture.sha256.label("body")).where(capture.id == table.c.capture)
    return {
        row["id"]: document_of(row)
        for some in lots(sorted(numbers))
        for row in connection.execute(query.where(table.c.id.in_(some))).mappings()
    }


def whole_documents(connection: Connection, numbers: Iterable[int]) -> dict[str, Document]:
    """Documents with their text, by name."""
    return {document.id: document for document in numbered_documents(connection, numbers).values()}
