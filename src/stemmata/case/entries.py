"""Events as they leave a case: what holds of each, with all that belongs to it, read in one pass over the tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from stemmata.case import schema, search
from stemmata.case.database import reading
from stemmata.case.deciding import Decided, chosen, decisions, holding
from stemmata.case.opening import Case
from stemmata.case.overlay import applied
from stemmata.case.standing import attached
from stemmata.records import Count, Relation, Site, Window

Told = Mapping[str, Any]
PARTIES = ("initiator", "target")
NOT_COUNTED = ("type", "when", "place", *PARTIES)
"""Fields of an event that are no measure."""
DECIMALS = 6
"""Of a degree: a tenth of a metre, the most that RFC 7946 advises."""
POINTS = ("facility", "populated_place")
"""Levels of places that have a point of their own."""


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a report stands in, as it is cited."""

    name: str
    """What spans call it."""
    page: str
    """Its address or file."""
    sha256: str
    """Of its text."""
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """A report of an event, with where it stands."""

    id: str
    """`R5`."""
    origin: str
    """The id of the origin that it rests on."""
    source: Source
    copied_from: str | None
    """The name of the document that the passage was taken from."""
    told: Told
    """All of it, as docs/json.md describes a Report."""
    coded: Told | None = None
    """What read it out of the document: stemmata, codebook and model, as docs/json.md describes a MadeWith."""

    @property
    def claimants(self) -> list[str]:
        """Who says so, innermost first: the registry's id, else the words."""
        return [one["id"] or one["span"]["quote"] for one in self.told["claimant"]]


@dataclass(frozen=True)
class Entry:
    """An event as it leaves a case."""

    number: int
    """People see it as `E3`."""
    event: Told
    """What the machine says, as docs/json.md describes an Event; its reports are called `R5`."""
    held: Mapping[str, Any]
    """Field → the value that holds, persons' decisions laid over the machine's, as JSON has it."""
    grade: str
    """The grade that holds."""
    reports: tuple[Cited, ...]
    decisions: tuple[Told, ...] = ()
    """Those that hold and are about it: number, kind, author, time, reason, field, value."""
    copies: tuple[Told, ...] = ()
    """Between the documents of its reports, as docs/json.md describes a Copy."""
    flag: str | None = None
    """What a person should look at."""
    changed: datetime | None = None
    """When a run last changed it."""
    has_parts: bool = False
    """Whether other events are parts of it: it is a total, and counts what they count."""

    @property
    def id(self) -> str:
        """What people call it, and what every export calls it."""
        return f"E{self.number}"

    @property
    def type(self) -> str:
        return str(self.held["type"])

    @cached_property
    def when(self) -> Window:
        """The days within which it happened; open where nobody told."""
        told = self.held.get("when") or {}
        return Window(_day(told.get("start")), _day(told.get("end")))

    @cached_property
    def place(self) -> Site | None:
        """Where it happened; None where nobody told."""
        told = self.held.get("place")
        return _site(told) if told else None

    @property
    def places(self) -> list[Site]:
        """The place that holds, then other towns and facilities that the same reports tell beside it."""
        first = self.held.get("place")
        if not first:
            return []
        beside = [_site(one) for one in self._beside("place", first) if one["level"] in POINTS]
        return list(dict.fromkeys([_site(first), *beside]))

    @cached_property
    def relation(self) -> Relation:
        """How it lies to the place, as most reports say that tell of it: at, near, toward."""
        name = (self.held.get("place") or {}).get("name")
        told = [
            one["relation"]
            for report in self.reports
            for one in report.told["places"]
            if name in (one["name"], one["span"]["quote"])
        ]
        return max(sorted(set(told)), key=told.count) if told else "at"

    @cached_property
    def figures(self) -> dict[str, Count]:
        """Measure → what holds of it."""
        return {name: Count(**value) for name, value in self.held.items() if name not in NOT_COUNTED and value}

    def spread(self, measure: str) -> Count:
        """The smallest low and the largest high over the origins; what a person set, where one did."""
        span = next((one["span"] for one in self.event["fields"] if one["name"] == measure), None)
        edited = any(one["kind"] == "edit" and one["field"] == measure for one in self.decisions)
        return self.figures.get(measure, Count(None, None)) if edited or not span else Count(**span)

    def parties(self, role: str) -> list[str]:
        """Who did it or to whom: the one that holds, then those told beside it in the same reports."""
        first = self.held.get(role)
        return list(dict.fromkeys([str(first), *self._beside(role, first)])) if first else []

    def _beside(self, field: str, first: Any) -> list[Any]:
        """Values that stand, told by reports which tell the first too."""
        versions: list[Any] = next((one["versions"] for one in self.event["fields"] if one["name"] == field), [])
        theirs = {key for one in versions if one["value"] == first for key in one["reports"]}
        return [one["value"] for one in versions if not one["replaced"] and theirs & set(one["reports"])]

    def disputed(self) -> list[str]:
        """Fields of which reports give several values that still stand."""
        several = (one for one in self.event["fields"] if len(one["versions"]) > 1)
        return [one["name"] for one in several if sum(not version["replaced"] for version in one["versions"]) > 1]

    @property
    def statuses(self) -> set[str]:
        """What its reports say of it: happened, ongoing, planned, denied, hypothetical."""
        return {one.told["status"]["value"] for one in self.reports}

    @property
    def reviewed(self) -> bool:
        """Whether a person accepted it, and nothing changed in it since."""
        return self.flag is None and any(one["kind"] == "accept" for one in self.decisions)

    @property
    def known_by(self) -> date | None:
        """The day by which it had happened, as its earliest statement tells."""
        told = [_day(one.told["known_by"]) for one in self.reports if one.told["known_by"]]
        return min((day for day in told if day), default=None)


def _site(told: Told) -> Site:
    lat, lon = (None if told[axis] is None else round(told[axis], DECIMALS) for axis in ("lat", "lon"))
    return Site(told["name"], told["country"], lat, lon, told["level"], told["radius_m"])


def _day(told: str | date | None) -> date | None:
    return date.fromisoformat(told) if isinstance(told, str) else told


class Entries:
    """Reads the entries of a case, with what is looked up once for all of them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        with reading(case.engine) as connection:
            self._about = attached(connection, holding(decisions(connection)))
            self._wholes = search.wholes(connection)
            self._copied = bool(
                connection.scalar(select(func.count()).select_from(schema.copy).where(schema.copy.c.near == 1))
            )
            runs = select(schema.run.c.id, schema.run.c.started)
            self._started: dict[int, datetime] = {row.id: row.started for row in connection.execute(runs)}

    def read(self, numbers: Sequence[int]) -> Iterator[Entry]:
        """The entries of these events, by number."""
        with reading(self._case.engine) as connection:
            yield from self._read(connection, numbers)

    def _read(self, connection: Connection, numbers: Sequence[int]) -> Iterator[Entry]:
        event, asked = schema.event.c, set(numbers)
        query = select(event.id, event.record, event.flag).where(_among(event.id, numbers)).order_by(event.id)
        rows = [row for row in connection.execute(query) if row.id in asked]
        sources, changed = self._sources(connection, numbers), self._changed(connection, numbers)
        copies = _copies(connection, numbers) if self._copied else []
        for number, record, flag in rows:
            about = self._about.get(number, [])
            values = applied(chosen(record), about)
            standing = {one["key"]: one for one in record["reports"]}
            reports = tuple(
                Cited(name, standing[name]["origin"], source, standing[name]["copied_from"], told, coded)
                for name, source, told, coded in sources[number]
                if name in standing
            )
            names = {one.source.name for one in reports}
            yield Entry(
                number=number,
                event=record,
                held=values,
                grade=str(values.pop("grade")),
                reports=reports,
                decisions=tuple(map(_decision, about)),
                copies=tuple(one for one in copies if {one["copy"], one["source"]} <= names),
                flag=flag,
                changed=self._started.get(changed.get(number, 0)),
                has_parts=f"E{number}" in self._wholes,
            )

    def _sources(
        self, connection: Connection, numbers: Sequence[int]
    ) -> Mapping[int, list[tuple[str, Source, Told, Told | None]]]:
        """The reports of each event: what it calls them, where they stand, what they say, what read them."""
        link, report, document, page = schema.event_report.c, schema.report.c, schema.document.c, schema.page.c
        coding = schema.coding.c
        query = (
            select(
                link.event, report.id, report.record, document.record.label("more"),
                coding.stemmata, coding.codebook, coding.model,
                document.name, page.name.label("page"), document.sha256, document.title, document.publisher,
                document.published, document.language,
            )
            .select_from(
                schema.event_report.join(schema.report, link.report == report.id)
                .join(schema.document, report.document == document.id)
                .join(schema.page, document.page == page.id)
                .outerjoin(schema.coding, coding.document == document.id)
            )
            .where(_among(link.event, numbers))
        )  # fmt: skip
        found: dict[int, list[tuple[str, Source, Told, Told | None]]] = defaultdict(list)
        for event, number, told, more, stemmata, codebook, model, *where in connection.execute(query):
            source = Source(*where, more.get("author"))  # type: ignore[call-arg]
            coded = stemmata and {"stemmata": stemmata, "codebook": codebook, "model": model}
            found[event].append((f"R{number}", source, told, coded))
        for those in found.values():  # the database would sort the records themselves
            those.sort(key=lambda one: (one[1].published or date.min, int(one[0][1:])))
        return found

    def _changed(self, connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
        """Event → the run that changed it last."""
        table = schema.event_change.c
        last = (
            select(table.event, func.max(table.run).label("run"))
            .where(_among(table.event, numbers))
            .group_by(table.event)
        )
        return {row.event: row.run for row in connection.execute(last)}


def _among(column: ColumnElement[int], numbers: Sequence[int]) -> ColumnElement[bool]:
    """The condition that a number is among these; where they lie close together, among those that they reach over."""
    first, last = min(numbers, default=0), max(numbers, default=0)
    return column.between(first, last) if last - first < 2 * len(numbers) else column.in_(numbers)


def _copies(connection: Connection, numbers: Sequence[int]) -> list[Told]:
    """The copies between documents of which some report is in these events."""
    link, report = schema.event_report.c, schema.report.c
    documents = select(report.document).where(link.event.in_(numbers), link.report == report.id)
    table = schema.copy.c
    within = (table.copy.in_(documents), table.source.in_(documents), table.near == 1)
    told = select(table.record).where(*within).order_by(table.copy, table.source)
    return list(connection.scalars(told))


def _decision(one: Decided) -> Told:
    return {
        "number": one.number,
        "kind": one.kind,
        "author": one.author,
        "time": one.time.isoformat(),
        "reason": one.reason,
        "field": one.field,
        "value": one.value,
    }
