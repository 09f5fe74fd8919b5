"""What is in a case, for those who show or export it: events, reports, documents, problems."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from stemmata.case import schema, search
from stemmata.case.database import reading
from stemmata.case.deciding import Decided, decisions, holding
from stemmata.case.interest import Interest
from stemmata.case.opening import Case
from stemmata.case.recording import Change
from stemmata.case.rows import document_of, from_record, report_of
from stemmata.case.versions import keys_known
from stemmata.errors import UnknownName
from stemmata.records import Copy, Document, Event, Problem, Report


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a list: what holds of it."""

    number: int
    columns: Mapping[str, Any]
    """Those of the table `event`, but for the record."""
    reports: int
    outside: str | None = None
    """Why it is not what the case is about, by `[about]` in its `case.toml`; None where it is."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report with the document that it stands in."""

    number: int
    report: Report
    document: Document
    document_number: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An event with all that belongs to it."""

    number: int
    event: Event
    """What the machine says, under the numbers that people see: `E3`, `R5`."""
    columns: Mapping[str, Any]
    """What holds, people's decisions laid over it."""
    reports: Mapping[str, Kept]
    """By what the event calls them: `R5`."""
    copies: Sequence[Copy]
    """Between the documents of its reports."""
    decisions: Sequence[Decided]
    """Those that hold and are about its reports."""
    changes: Sequence[Change]
    """What runs changed in it, first to last."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which events of a case are asked for; all where nothing is said."""

    type: str | None = None
    since: date | None = None
    """Only those that may have happened on this day or later."""
    until: date | None = None
    """Only those that may have happened on this day or earlier."""
    country: str | None = None
    """Only there, ISO 3166 alpha-2."""
    box: tuple[float, float, float, float] | None = None
    """Only in west, south, east, north, in degrees."""
    words: str | None = None
    """Only those of which a document holds all these words."""
    flagged: bool = False
    """Only those that a person should look at."""

    def told(self) -> dict[str, Any]:
        """What is asked for, without what is not."""
        return {name: value for name, value in asdict(self).items() if value not in (None, False)}

    def select(self, connection: Connection, *columns: Any) -> Select[Any]:
        """The query for these columns of the events."""
        event, link, document = schema.event.c, schema.event_report.c, schema.document.c
        query = select(*columns)
        if self.type:
            query = query.where(event.type == self.type)
        if self.since:
            query = query.where(func.coalesce(event.ends, event.starts, self.since) >= self.since)
        if self.until:
            query = query.where(func.coalesce(event.starts, event.ends, self.until) <= self.until)
        if self.country:
            query = query.where(event.country == self.country.upper())
        if self.flagged:
            query = query.where(event.flag.is_not(None))
        if self.box:
            query = query.where(search.within(self.box, connection))
        if self.words:
            inside = select(link.event).where(
                link.report == schema.report.c.id,
                schema.report.c.document == document.id,
                search.holding(self.words, connection),
            )
            query = query.where(event.id.in_(inside))
        return query


def events(case: Case, query: Query | None = None) -> list[Line]:
    """The events of a case that are asked for, by day and number, each with whether the case is about it."""
    event = schema.event.c
    shown = [column for column in event if column.name != "record"]
    link = schema.event_report.c
    count = select(func.count()).where(link.event == event.id).scalar_subquery()
    with reading(case.engine) as connection:
        asked = (query or Query()).select(connection, *shown, count.label("reports"))
        ordered = asked.order_by(event.starts.is_(None), event.starts, event.id)
        rows = connection.execute(ordered).mappings().all()
        interest = Interest(case.settings, connection)
    columns = [{name: value for name, value in row.items() if name not in ("id", "reports")} for row in rows]
    return [
        Line(row["id"], told, row["reports"], interest.outside(row["id"], told))
        for row, told in zip(rows, columns, strict=True)
    ]


def matching(case: Case, query: Query) -> list[int]:
    """The numbers of the events that are asked for, in order."""
    with reading(case.engine) as connection:
        event = schema.event.c
        return list(connection.scalars(query.select(connection, event.id).order_by(event.id)))


def show_event(case: Case, number: int) -> Shown:
    """An event with all that belongs to it.

    Raises:
        UnknownName: there is none of that number; the message says what became of it.
    """
    with reading(case.engine) as connection:
        row = connection.execute(select(schema.event).where(schema.event.c.id == number)).mappings().first()
        changes = _changes(connection, number)
        if row is None:
            raise UnknownName(_no_event(number, changes))
        reports = {f"R{one.number}": one for one in _reports(connection, number)}
        record = dict(row["record"])
        record["reports"] = [{**one, "report": reports[one["key"]].report} for one in record["reports"]]
        keys = keys_known(connection, {one.number for one in reports.values()})
        about = [one for one in holding(decisions(connection)) if keys & {*one.keys, *one.apart}]
        copies = _copies(connection, {one.document_number for one in reports.values()})
    columns = {key: value for key, value in row.items() if key not in ("id", "record")}
    return Shown(number, from_record(Event, record), columns, reports, copies, about, changes)


def show_report(case: Case, number: int) -> Kept:
    """A report with its document.

    Raises:
        UnknownName: there is none of that number.
    """
    with reading(case.engine) as connection:
        found = _kept(connection, schema.report.c.id == number)
    if not found:
        raise UnknownName(f"There is no report R{number}; `stemmata show EVENT` lists those of an event.")
    return found[0]


def documents(case: Case, page: int | None = None) -> list[Mapping[str, Any]]:
    """The documents of a case, or the versions of one page, each with its page, version and state."""
    document, name = schema.document.c, schema.page.c.name
    query = select(
        document.id, document.version, document.state, document.title, document.publisher, document.published,
        name.label("page"),
    ).where(schema.page.c.id == document.page).order_by(document.id)  # fmt: skip
    with reading(case.engine) as connection:
        return [
            dict(row)
            for row in connection.execute(query if page is None else query.where(document.page == page)).mappings()
        ]


def problems(case: Case) -> list[Problem]:
    """What could not be captured, read or coded, in the order in which it happened."""
    table = schema.problem.c
    with reading(case.engine) as connection:
        rows = connection.execute(select(table.source, table.stage, table.code, table.message).order_by(table.id))
        return [Problem(*row) for row in rows]


def _copies(connection: Connection, documents: set[int]) -> list[Copy]:
    """The copies among documents."""
    table = schema.copy.c
    among = (table.copy.in_(documents), table.source.in_(documents), table.near == 1)
    rows = connection.scalars(select(table.record).where(*among).order_by(table.copy, table.source))
    return [from_record(Copy, one) for one in rows]


def _reports(connection: Connection, event: int) -> list[Kept]:
    link = schema.event_report.c
    return _kept(connection, schema.report.c.id.in_(select(link.report).where(link.event == event)))


def _kept(connection: Connection, condition: Any) -> list[Kept]:
    """Reports with their documents, each document once."""
    document, capture, report = schema.document, schema.capture.c, schema.report
    rows = connection.execute(select(report).where(condition).order_by(report.c.id)).mappings().all()
    sources = select(document, capture.source, capture.sha256.label("body")).where(
        capture.id == document.c.capture, document.c.id.in_({row["document"] for row in rows})
    )
    found = {row["id"]: document_of(row) for row in connection.execute(sources).mappings()}
    return [Kept(row["id"], report_of(row), found[row["document"]], row["document"]) for row in rows]


def _changes(connection: Connection, event: int) -> list[Change]:
    table = schema.event_change.c
    rows = connection.execute(
        select(table.event, table.kind, table.told).where(table.event == event).order_by(table.id)
    )
    return [Change(*row) for row in rows]


def _no_event(number: int, changes: Sequence[Change]) -> str:
    if not changes:
        return f"There is no event E{number}; `stemmata events` lists them."
    lost = [f"{one['report']} ({one['why']})" for one in changes[-1].told.get("lost", [])]
    because = f"its reports are no longer told: {', '.join(lost)}" if lost else "its reports are in other events now"
    return f"Event E{number} is gone: {because}."
