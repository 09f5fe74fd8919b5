"""What holds of events: people's decisions laid over the machine's values, and what a person should look at."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from stemmata.case import schema
from stemmata.case.database import lots
from stemmata.case.deciding import Decided, chosen, summary
from stemmata.case.overlay import applied, changed_since
from stemmata.case.rows import from_record
from stemmata.case.versions import known_as
from stemmata.records import Site, Window

LOST = "lost support"


def attached(connection: Connection, held: Iterable[Decided]) -> dict[int, list[Decided]]:
    """The decisions about each event, by its number: each is about the event with most of its reports."""
    held = list(held)
    events = _events(connection, held)
    about: dict[int, list[Decided]] = defaultdict(list)
    for one in held:
        found = [event for key in one.keys for event in events.get(key, ())]
        if found:
            about[max(sorted(set(found)), key=found.count)].append(one)
    return about


def stand(
    connection: Connection, written: Collection[int], held: Sequence[Decided], changed: Sequence[Decided]
) -> None:
    """Lay decisions over events, and flag what a person should look at.

    All events that decisions name are looked at, since a report that went may leave a decision to another event.

    Args:
        connection: the database, to be written.
        written: events that were just written as the machine has them, without a flag.
        held: the decisions that hold.
        changed: those that came to hold, or hold no more.
    """
    about = attached(connection, held)
    decided = {number for numbers in _events(connection, [*held, *changed]).values() for number in numbers}
    losses = _losses(connection, decided | set(written))
    look = decided | losses.keys()
    table = schema.event
    for some in lots(sorted(look)):
        for row in connection.execute(select(table).where(table.c.id.in_(some))).mappings().all():
            mine = about.get(row["id"], [])
            now = {
                **columns(row["record"], mine),
                "flag": _flag(row["record"], mine, losses.get(row["id"], ())),
            }
            if any(row[name] != value for name, value in now.items()):
                connection.execute(update(table).where(table.c.id == row["id"]), now)


def columns(record: Mapping[str, Any], about: Sequence[Decided] = ()) -> dict[str, Any]:
    """The columns of an event: what holds, the machine's values under those of people."""
    values = applied(chosen(record), about)
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
        "independent": len(record["origins"]),
    }


def _events(connection: Connection, every: Iterable[Decided]) -> dict[str, list[int]]:
    """Key → the events of the reports that decisions know by it."""
    known = known_as(connection, {key for one in every for key in (*one.keys, *one.apart)})
    link = schema.event_report.c
    home: dict[int, int] = {}
    for some in lots(sorted({number for numbers in known.values() for number in numbers})):
        rows = connection.execute(select(link.report, link.event).where(link.report.in_(some)))
        home.update((report, event) for report, event in rows)
    return {key: [home[number] for number in numbers if number in home] for key, numbers in known.items()}


def _losses(connection: Connection, events: Iterable[int]) -> dict[int, list[tuple[int, int]]]:
    """Event → the changes by which it lost support, each with how many reports."""
    table = schema.event_change.c
    found: dict[int, list[tuple[int, int]]] = {}
    for some in lots(sorted(events)):
        query = select(table.id, table.event, table.told).where(table.event.in_(some), table.kind == LOST)
        for number, event, told in connection.execute(query):
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
