"""Reports and decisions → events: merges, keeps the numbers, writes what changed and says what did.

The events are a function of the current documents' reports, the decisions that hold, and the rules of `case.toml`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from stemmata import __version__
from stemmata.case import clock, schema
from stemmata.case.database import reading, writing
from stemmata.case.deciding import Decided, decisions, holding, summary
from stemmata.case.numbering import numbers
from stemmata.case.opening import Case
from stemmata.case.overlay import applied, changed_since
from stemmata.case.rows import as_record, document_of, from_record, report_of
from stemmata.case.versions import successors
from stemmata.merging import merge
from stemmata.merging.keys import keyed
from stemmata.records import Coding, Copy, Decision, Event, MadeWith, Site, Window

LOST = "lost support"


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changed in an event."""

    event: int
    kind: str
    """`new`, `changed`, `lost support` or `gone`."""
    told: Mapping[str, Any]
    """`came` and `went`, its reports; `lost`, those that are no longer told, and why; `edited`, a report of an edited
    page with the one in its place; `values`, field → old and new."""


def update_events(case: Case, run: int) -> list[Change]:
    """Bring the events up to date with the reports and the decisions; nothing where they are.

    Args:
        case: the case; only one process may do this at a time (see `locking`).
        run: the number of the run that does it.

    Returns:
        what changed, by event.
    """
    with reading(case.engine) as connection:
        inputs = _digest(connection, case)
        last = select(schema.run.c.merged).where(schema.run.c.merged.is_not(None)).order_by(schema.run.c.id.desc())
        if connection.scalar(last.limit(1)) == inputs:
            return []
        held = holding(decisions(connection))
        rejected = {key for one in held if one.kind == "reject" for key in one.keys}
        collected = Collected.of(connection, rejected)
    merged = merge(
        collected.codings,
        rule=case.settings.aggregation,
        decisions=collected.constraints(held),
    )
    with writing(case.engine) as connection:
        changes = _write(connection, run, merged.events, collected, held)
        _write_copies(connection, merged.copies)
        connection.execute(update(schema.run).where(schema.run.c.id == run).values(merged=inputs))
    return changes


def begin(case: Case) -> int:
    """A new run in the case's list; its number."""
    with writing(case.engine) as connection:
        started = insert(schema.run).returning(schema.run.c.id)
        return int(connection.execute(started, {"started": clock.now()}).scalar_one())


def finish(case: Case, run: int) -> None:
    """Note that a run came to its end."""
    with writing(case.engine) as connection:
        connection.execute(update(schema.run).where(schema.run.c.id == run).values(ended=clock.now()))


def _digest(connection: Connection, case: Case) -> str:
    """What the events depend on, in one hash: it changes whenever they could."""
    report, document, coding = schema.report.c, schema.document.c, schema.coding.c
    current = (report.document == document.id, document.state == "current")
    told = [
        *connection.execute(select(func.count(), func.max(report.id), func.sum(report.id)).where(*current)).one(),
        *connection.execute(
            select(func.count(), func.sum(coding.run)).where(
                coding.document == document.id, document.state == "current"
            )
        ).one(),
        connection.scalar(select(func.max(schema.decision.c.id))),
        case.settings.aggregation,
        __version__,
    ]
    return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Collected:
    """The reports that count, and what merging, the case and decisions call them."""

    codings: list[Coding]
    numbers: dict[str, int]
    """Merging's key → number of the report."""
    keys: dict[int, str]
    """Number of the report → the key that decisions know."""
    instead: dict[int, int]
    """Report of a former version of a page → the one that took its place."""
    former_keys: dict[int, list[str]]
    """Number of the report → the keys of those whose place it took."""

    @classmethod
    def of(cls, connection: Connection, rejected: set[str]) -> "Collected":
        """All reports of current documents that nobody rejected."""
        document, capture, coding, report = schema.document, schema.capture.c, schema.coding.c, schema.report
        documents = (
            select(
                document, capture.source, capture.sha256.label("body"), coding.stemmata, coding.codebook, coding.model
            )
            .where(capture.id == document.c.capture, coding.document == document.c.id, document.c.state == "current")
            .order_by(document.c.id)
        )
        reports = select(report).order_by(report.c.document, report.c.position)
        by_document = groupby(connection.execute(reports).mappings(), key=lambda row: row["document"])
        told = {number: [row for row in rows if row["key"] not in rejected] for number, rows in by_document}
        instead = successors(connection)
        found = cls([], {}, {}, instead, {})
        for old, key in connection.execute(select(report.c.id, report.c.key).where(report.c.id.in_(instead))):
            found.former_keys.setdefault(instead[old], []).append(key)
        for row in connection.execute(documents).mappings():
            rows = told.get(row["id"], [])
            made_with = MadeWith(row["stemmata"], row["codebook"], row["model"])
            made = Coding(document_of(row), tuple(report_of(one) for one in rows), made_with)
            found.codings.append(made)
            for (key, _), one in zip(keyed(made), rows, strict=True):
                found.numbers[key] = one["id"]
                found.keys[one["id"]] = one["key"]
        return found

    def known_as(self, number: int) -> set[str]:
        """All keys under which decisions may know a report: its own, and those of former versions of its page."""
        return {self.keys[number], *self.former_keys.get(number, [])}

    def constraints(self, held: Iterable[Decided]) -> list[Decision]:
        """What people joined and parted, in merging's words."""
        names: dict[str, list[str]] = {}
        for name, number in self.numbers.items():
            for key in self.known_as(number):
                names.setdefault(key, []).append(name)
        made = []
        for one in held:
            stay = [name for key in one.keys for name in names.get(key, [])]
            leave = [name for key in one.apart for name in names.get(key, [])]
            told = (one.author, one.time, one.reason or "")
            if one.kind == "merge" and len(stay) > 1:
                made.append(Decision("merge", tuple(stay), *told))
            if one.kind == "split":
                made += [Decision("split", (a, b), *told) for a in stay for b in leave]
        return made


def _write(
    connection: Connection, run: int, events: Sequence[Event], collected: Collected, held: Sequence[Decided]
) -> list[Change]:
    """Write the events over the former ones, and append what changed."""
    link, table = schema.event_report, schema.event
    former_events = {row.id: row for row in connection.execute(select(table.c.id, table.c.record, table.c.flag))}
    former = {report: event for event, report in connection.execute(select(link.c.event, link.c.report))}
    former |= {new: former[old] for old, new in collected.instead.items() if old in former}
    reports = [[collected.numbers[told.key] for told in event.reports] for event in events]
    given = numbers(reports, _without_leaving(former, held, collected), _first_free(connection))
    ids = {event.id: f"E{number}" for event, number in zip(events, given, strict=True)}
    about = _attached(held, reports, given, collected)
    changes, rows, links = [], [], []
    for event, number, inside in zip(events, given, reports, strict=True):
        record = as_stored(event, ids, collected)
        before = former_events.get(number)
        if change := _change(connection, number, before.record if before else None, record, collected.instead):
            changes.append(change)
        rows.append({"id": number, **_columns(event, record, about.get(number, [])), "record": record})
        links += [{"event": number, "report": report} for report in inside]
    gone = former_events.keys() - set(given)
    ended = (_change(connection, number, former_events[number].record, None, {}) for number in sorted(gone))
    changes += [change for change in ended if change]
    if changes:
        told = [{"run": run, "event": one.event, "kind": one.kind, "told": one.told} for one in changes]
        connection.execute(insert(schema.event_change), told)
    losses = _losses(connection)
    for row in rows:
        row["flag"] = _flag(row["record"], about.get(row["id"], []), losses.get(row["id"], []))
    connection.execute(delete(link))
    if gone:
        connection.execute(delete(table).where(table.c.id.in_(gone)))
    known = [row for row in rows if row["id"] in former_events]
    for row in known:
        connection.execute(update(table).where(table.c.id == row["id"]), {k: v for k, v in row.items() if k != "id"})
    if new := [row for row in rows if row["id"] not in former_events]:
        connection.execute(insert(table), new)
    if links:
        connection.execute(insert(link), links)
    return changes


def _without_leaving(former: dict[int, int], held: Iterable[Decided], collected: Collected) -> dict[int, int]:
    """Which event each report was in; those that a person takes out were in none, so that the number stays behind."""
    by_key: dict[str, list[int]] = {}
    for number in collected.keys:
        for key in collected.known_as(number):
            by_key.setdefault(key, []).append(number)
    stayed = dict(former)
    for one in held:
        if one.kind == "split":
            left_behind = {former.get(report) for key in one.keys for report in by_key.get(key, [])}
            for report in (report for key in one.apart for report in by_key.get(key, [])):
                if former.get(report) in left_behind:
                    stayed.pop(report, None)
    return stayed


def _first_free(connection: Connection) -> int:
    """No event is ever given the number of another, be that one gone."""
    most = (connection.scalar(select(func.max(column))) for column in (schema.event.c.id, schema.event_change.c.event))
    return 1 + max(number or 0 for number in most)


def as_stored(event: Event, ids: Mapping[str, str], collected: Collected) -> dict[str, Any]:
    """An event's record: under the numbers that people see, its reports standing in a table of their own."""
    names = {told.key: f"R{collected.numbers[told.key]}" for told in event.reports}
    told = as_record(event)
    for report in told["reports"]:
        report["words"] = collected.keys[collected.numbers[report["key"]]]
        report["key"] = names[report["key"]]
        del report["report"]
    for field in told["fields"]:
        for version in field["versions"]:
            version["reports"] = [names[key] for key in version["reports"]]
    told["id"] = ids[event.id]
    told["part_of"] = [ids[one] for one in event.part_of if one in ids]
    return dict(told)


def _attached(
    held: Iterable[Decided], reports: Sequence[Sequence[int]], given: Sequence[int], collected: Collected
) -> dict[int, list[Decided]]:
    """The decisions about each event, by its number: each is about the event with most of its reports."""
    events: dict[str, list[int]] = {}
    for inside, number in zip(reports, given, strict=True):
        for report in inside:
            for key in collected.known_as(report):
                events.setdefault(key, []).append(number)
    about: dict[int, list[Decided]] = {}
    for one in held:
        found = [number for key in one.keys for number in events.get(key, [])]
        if found:
            about.setdefault(max(sorted(set(found)), key=found.count), []).append(one)
    return about


def _columns(event: Event, record: Mapping[str, Any], about: Sequence[Decided]) -> dict[str, Any]:
    """The columns of an event: what holds, the machine's values under those of people."""
    values = applied(summary(record)["values"], about)
    when = from_record(Window, values["when"]) if values.get("when") else Window(None, None)
    site = from_record(Site, values["place"]) if values.get("place") else None
    return {
        "type": values["type"],
        "starts": when.start,
        "ends": when.end,
        "place": site.name if site else None,
        "country": site.country if site else None,
        "lat": site.lat if site else None,
        "lon": site.lon if site else None,
        "radius_m": site.radius_m if site else None,
        "grade": values["grade"],
        "independent": event.independent,
    }


def _change(
    connection: Connection,
    number: int,
    before: Mapping[str, Any] | None,
    now: Mapping[str, Any] | None,
    instead: Mapping[int, int],
) -> Change | None:
    """What became of an event; None where nothing did."""
    old, new = summary(before or {}), summary(now or {})
    had, has = ({one["key"]: one["words"] for one in (record or {}).get("reports", [])} for record in (before, now))
    edited = {name: after for name in had if (after := f"R{instead.get(int(name[1:]))}") in has and name not in has}
    came = sorted(has.keys() - had.keys() - set(edited.values()))
    went = sorted(had.keys() - has.keys() - edited.keys())
    reworded = [[name, after] for name, after in sorted(edited.items()) if had[name] != has[after]]
    fields = dict.fromkeys([*old["values"], *new["values"]])
    values = {
        f: [old["values"].get(f), new["values"].get(f)] for f in fields if old["values"].get(f) != new["values"].get(f)
    }
    if not came and not went and not reworded and not values:
        return None
    lost = _lost(connection, went)
    kind = "new" if before is None else "gone" if now is None else LOST if lost else "changed"
    return Change(number, kind, {"came": came, "went": went, "lost": lost, "edited": reworded, "values": values})


def _lost(connection: Connection, went: Sequence[str]) -> list[dict[str, Any]]:
    """Of the reports that left an event, those whose words are no longer said, and why."""
    lost = []
    report, document, page = schema.report.c, schema.document.c, schema.page.c
    for name in went:
        row = connection.execute(
            select(report.quote, document.state, page.name).where(
                report.id == int(name[1:]), document.id == report.document, page.id == document.page
            )
        ).first()
        if row is None:
            lost.append({"report": name, "why": "coded anew"})
        elif row.state != "current":
            lost.append({"report": name, "why": row.state, "quote": row.quote, "page": row.name})
    return lost


def _losses(connection: Connection) -> dict[int, list[tuple[int, int]]]:
    """Event → the changes by which it lost support, each with how many reports."""
    table = schema.event_change.c
    found: dict[int, list[tuple[int, int]]] = {}
    for number, event, told in connection.execute(select(table.id, table.event, table.told).where(table.kind == LOST)):
        found.setdefault(event, []).append((number, len(told["lost"])))
    return found


def _flag(record: Mapping[str, Any], about: Sequence[Decided], losses: Sequence[tuple[int, int]]) -> str | None:
    """What a person should look at, until they accept the event as it is."""
    accepted = max((one.seen["change"] for one in about if one.kind == "accept" and one.seen), default=0)
    lost = sum(count for number, count in losses if number > accepted)
    told = [f"{LOST}: {lost} {'report' if lost == 1 else 'reports'}"] if lost else []
    if changed := changed_since(summary(record), about):
        told.append(f"changed since it was decided: {', '.join(changed)}")
    return "; ".join(told) or None


def _write_copies(connection: Connection, copies: Sequence[Copy]) -> None:
    document = schema.document.c
    numbers_of = {name: number for number, name in connection.execute(select(document.id, document.name))}
    connection.execute(delete(schema.copy))
    rows = [
        {"copy": numbers_of[one.copy], "source": numbers_of[one.source], "kind": one.kind, "record": as_record(one)}
        for one in copies
    ]
    if rows:
        connection.execute(insert(schema.copy), rows)
