"""Writes the events of a part of a case over the former ones: they keep their numbers, and what changed is appended."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from stemmata.case import neighbours, schema
from stemmata.case.database import lots
from stemmata.case.deciding import Decided, summary
from stemmata.case.numbering import numbers
from stemmata.case.remerging import Remerged
from stemmata.case.rows import as_record
from stemmata.case.standing import LOST, columns
from stemmata.case.versions import edited_pages, known_as, successors
from stemmata.records import Event

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """What a run changed in an event."""

    event: int
    kind: str
    """`new`, `changed`, `lost support` or `gone`."""
    told: Mapping[str, Any]
    """`came` and `went`, its reports; `lost`, those that are no longer told, and why; `edited`, a report of an edited
    page with the one in its place; `values`, field → old and new."""


def record(connection: Connection, run: int, made: Remerged, held: Sequence[Decided]) -> tuple[list[Change], list[int]]:
    """Write events, and say what changed.

    Args:
        connection: the database, to be written.
        run: the number of the run that does it.
        made: the events, and those in whose place they stand.
        held: the decisions that hold.

    Returns:
        What changed, and the numbers of the events.
    """
    before, former = _former(connection, made.former)
    reports = [[made.gathered.numbers[told.key] for told in event.reports] for event in made.events]
    new = {number for those in reports for number in those}
    instead = _instead(connection, new)
    homes = former | {after: former[old] for old, after in instead.items() if old in former}
    given = numbers(reports, _without_leaving(connection, homes, held), _first_free(connection))
    ids = {event.id: number for event, number in zip(made.events, given, strict=True)}
    records = {ids[event.id]: _as_stored(event, ids, made) for event in made.events}
    changes = [
        change
        for number in [*given, *sorted(before.keys() - records.keys())]
        if (change := _change(connection, number, before.get(number), records.get(number), instead))
    ]
    for lot in lots(changes):
        told = [{"run": run, "event": one.event, "kind": one.kind, "told": one.told} for one in lot]
        connection.execute(insert(schema.event_change), told)
    unlinked = _unlink(connection, before)
    _write(connection, before.keys(), records, dict(zip(given, reports, strict=True)))
    _link(connection, made, ids, unlinked)
    neighbours.displace(connection, former.keys() | new)
    facts = made.gathered.facts
    neighbours.place(connection, ((number, facts[made.gathered.names[number]]) for number in sorted(new)))
    return changes, given


def _former(connection: Connection, events: Iterable[int]) -> tuple[dict[int, Record], dict[int, int]]:
    """The records of events, and the events of their reports."""
    table, link = schema.event.c, schema.event_report.c
    records: dict[int, Record] = {}
    homes: dict[int, int] = {}
    for some in lots(sorted(events)):
        records.update(
            (row.id, row.record) for row in connection.execute(select(table.id, table.record).where(table.id.in_(some)))
        )
        homes.update(
            (row.report, row.event)
            for row in connection.execute(select(link.event, link.report).where(link.event.in_(some)))
        )
    return records, homes


def _instead(connection: Connection, reports: Iterable[int]) -> dict[int, int]:
    """Reports of former versions of pages → those of these reports that took their place."""
    table = schema.report.c
    documents: set[int] = set()
    for some in lots(sorted(reports)):
        documents.update(connection.scalars(select(table.document).where(table.id.in_(some))))
    return successors(connection, edited_pages(connection, sorted(documents)))


def _without_leaving(connection: Connection, former: dict[int, int], held: Iterable[Decided]) -> dict[int, int]:
    """Which event each report was in; those that a person takes out were in none, so that the number stays behind."""
    splits = [one for one in held if one.kind == "split"]
    known = known_as(connection, {key for one in splits for key in (*one.keys, *one.apart)})
    stayed = dict(former)
    for one in splits:
        left_behind = {former.get(report) for key in one.keys for report in known.get(key, ())}
        for report in (report for key in one.apart for report in known.get(key, ())):
            if former.get(report) in left_behind:
                stayed.pop(report, None)
    return stayed


def _first_free(connection: Connection) -> int:
    """No event is ever given the number of another, be that one gone."""
    most = (connection.scalar(select(func.max(column))) for column in (schema.event.c.id, schema.event_change.c.event))
    return 1 + max(number or 0 for number in most)


def _as_stored(event: Event, ids: Mapping[str, int], made: Remerged) -> dict[str, Any]:
    """An event's record: under the numbers that people see, its reports standing in a table of their own."""
    gathered = made.gathered
    names = {told.key: f"R{gathered.numbers[told.key]}" for told in event.reports}
    told: dict[str, Any] = as_record(event)
    for report in told["reports"]:
        report["words"] = gathered.words[gathered.numbers[report["key"]]]
        report["key"] = names[report["key"]]
        del report["report"]
    for field in told["fields"]:
        for version in field["versions"]:
            version["reports"] = [names[key] for key in version["reports"]]
    told["id"] = f"E{ids[event.id]}"
    told["part_of"] = [f"E{number}" for number in _numbers(made.wholes.get(event.id, ()), ids)]
    return told


def _numbers(events: Iterable[str], ids: Mapping[str, int]) -> list[int]:
    """The numbers of events, be they new or among those that stay."""
    return sorted(ids[one] if one in ids else int(one[1:]) for one in events)


def _write(
    connection: Connection, former: Collection[int], records: Mapping[int, Record], reports: Mapping[int, Sequence[int]]
) -> None:
    """Write events and what they are made of over the former ones."""
    table, link = schema.event, schema.event_report
    for some in lots(sorted(former)):
        connection.execute(delete(link).where(link.c.event.in_(some)))
    for some in lots(sorted(set(former) - records.keys())):
        connection.execute(delete(table).where(table.c.id.in_(some)))
    for number in sorted(set(former) & records.keys()):
        row = {**columns(records[number]), "flag": None, "record": records[number]}
        connection.execute(update(table).where(table.c.id == number), row)
    for some in lots(number for number in records if number not in former):
        rows = [{"id": number, **columns(records[number]), "flag": None, "record": records[number]} for number in some]
        connection.execute(insert(table), rows)
    links = ({"event": event, "report": report} for event, theirs in reports.items() for report in theirs)
    for lot in lots(links):
        connection.execute(insert(link), lot)


def _unlink(connection: Connection, events: Iterable[int]) -> set[int]:
    """Forget which totals take in events, and which events they take in as totals; the parts that these had."""
    table = schema.event_part
    parts: set[int] = set()
    for some in lots(sorted(events)):
        parts.update(connection.scalars(select(table.c.part).where(table.c.whole.in_(some))))
        connection.execute(delete(table).where(or_(table.c.part.in_(some), table.c.whole.in_(some))))
    return parts


def _link(connection: Connection, made: Remerged, ids: Mapping[str, int], unlinked: set[int]) -> None:
    """Write which totals take in which events; in the records of events that stay, too."""
    table, part = schema.event, schema.event_part
    mine = [(ids[name], whole) for name, wholes in made.wholes.items() for whole in _numbers(wholes, ids)]
    theirs = [(number, whole) for number, wholes in made.beside.items() for whole in _numbers(wholes, ids)]
    for lot in lots([*mine, *theirs]):
        connection.execute(insert(part), [{"part": number, "whole": whole} for number, whole in lot])
    for number in sorted((unlinked - set(ids.values())) | made.beside.keys()):
        told = connection.scalar(select(table.c.record).where(table.c.id == number))
        if told is not None:
            wholes = connection.scalars(select(part.c.whole).where(part.c.part == number).order_by(part.c.whole))
            told = {**told, "part_of": [f"E{whole}" for whole in wholes]}
            connection.execute(update(table).where(table.c.id == number), {"record": told})


def _change(
    connection: Connection, number: int, before: Record | None, now: Record | None, instead: Mapping[int, int]
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
