"""What people decide: appended, never overwritten, and held by every run. Undoing is a decision too.

A decision is about reports, by their keys, which stay while events are computed anew. One about an event is about the
reports that the event had: it finds again the event in which most of them are.
"""

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from stemmata.case import clock, schema
from stemmata.case.database import reading, writing
from stemmata.case.opening import Case
from stemmata.case.versions import keys_known
from stemmata.errors import UnknownName

GRADES = ("confirmed", "corroborated", "single", "contested", "retracted")
KINDS = ("accept", "reject", "edit", "merge", "split", "grade", "note")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the case keeps it."""

    number: int
    kind: str
    author: str
    time: datetime
    reason: str | None
    field: str | None
    value: Any
    seen: Mapping[str, Any] | None
    """What the machine said of the event when it was decided."""
    undoes: int | None
    keys: tuple[str, ...]
    """Keys of the reports that it is about; in a split, of those that stay."""
    apart: tuple[str, ...] = ()
    """In a split: keys of those that leave."""


def decide(
    case: Case,
    kind: str,
    targets: Sequence[str],
    *,
    reason: str | None = None,
    author: str | None = None,
    field: str | None = None,
    value: Any = None,
) -> int:
    """Append a decision.

    Args:
        case: the case.
        kind: one of KINDS.
        targets: events (`E3`) and reports (`R5`). `merge` takes two events or more; `split` an event and the reports
            that leave it.
        reason: why, for those who come later.
        author: who decided; the name of the machine's user where None.
        field: what an `edit` sets: `type`, `when`, `place`, `initiator`, `target`, or a measure such as `killed`.
        value: what an `edit`, a `grade` or a `note` sets.

    Returns:
        The decision's number. It shows with the next run, or with `update`.

    Raises:
        UnknownName: there is no such event, report, grade or field.
    """
    if kind not in KINDS:
        raise UnknownName(f"There is no decision {kind!r}; the kinds are: {', '.join(KINDS)}.")
    if kind == "grade" and value not in GRADES:
        raise UnknownName(f"There is no grade {value!r}; the grades are: {', '.join(GRADES)}.")
    with writing(case.engine) as connection:
        numbers = [_target(connection, target) for target in targets]
        keys = {target: _keys(connection, *number) for target, number in zip(targets, numbers, strict=True)}
        _check_targets(kind, targets, keys)
        apart = {key for target in targets[1:] for key in keys[target]} if kind == "split" else set()
        every = dict.fromkeys(key for target in targets for key in keys[target])
        events = [number for letter, number in numbers if letter == "E"]
        row = {
            "kind": kind,
            "author": author or getpass.getuser(),
            "time": clock.now(),
            "reason": reason,
            "field": field,
            "value": value,
            "seen": _seen(connection, events[0]) if events else None,
        }
        number = _append(connection, row)
        part = "event" if events else "report"
        links = [{"decision": number, "key": key, "part": "apart" if key in apart else part} for key in every]
        connection.execute(insert(schema.decision_report), links)
    return number


def keys_of(case: Case, target: str) -> set[str]:
    """The keys of an event's reports, or of a report.

    Raises:
        UnknownName: there is no such event or report.
    """
    link = schema.event_report.c
    with reading(case.engine) as connection:
        letter, number = _target(connection, target)
        inside = (
            [number] if letter == "R" else connection.scalars(select(link.report).where(link.event == number)).all()
        )
        return keys_known(connection, inside)


def undo(case: Case, number: int, *, reason: str | None = None, author: str | None = None) -> int:
    """Take a decision back; taking that back in turn makes it hold again.

    Raises:
        UnknownName: there is no such decision, or it is taken back already.
    """
    table = schema.decision.c
    with writing(case.engine) as connection:
        if connection.scalar(select(table.id).where(table.id == number)) is None:
            raise UnknownName(f"There is no decision {number}; `stemmata history` lists them.")
        if by := connection.scalar(select(table.id).where(table.undoes == number)):
            raise UnknownName(f"Decision {number} is taken back already, by {by}; to let it hold again, undo {by}.")
        row = {"kind": "undo", "author": author or getpass.getuser(), "time": clock.now(), "reason": reason}
        return _append(connection, {**row, "undoes": number})


def history(case: Case) -> list[tuple[Decided, bool]]:
    """All decisions in the order in which they were made, each with whether it holds."""
    with reading(case.engine) as connection:
        every = decisions(connection)
    held = {one.number for one in holding(every)}
    return [(one, one.number in held) for one in every]


def decisions(connection: Connection) -> list[Decided]:
    """All decisions, by number."""
    parts: dict[int, list[tuple[str, str]]] = {}
    link, table = schema.decision_report.c, schema.decision
    for number, key, part in connection.execute(select(link.decision, link.key, link.part)):
        parts.setdefault(number, []).append((key, part))
    told = []
    for row in connection.execute(select(table).order_by(table.c.id)):
        keys = sorted(parts.get(row.id, []))
        stay = tuple(key for key, part in keys if part != "apart")
        leave = tuple(key for key, part in keys if part == "apart")
        told.append(
            Decided(
                row.id,
                row.kind,
                row.author,
                row.time,
                row.reason,
                row.field,
                row.value,
                row.seen,
                row.undoes,
                stay,
                leave,
            )
        )
    return told


def holding(every: Iterable[Decided]) -> list[Decided]:
    """The decisions that hold: neither undone nor undoing. An undo that is undone itself takes nothing back."""
    every = list(every)
    undone: set[int] = set()
    for one in reversed(every):
        if one.undoes is not None and one.number not in undone:
            undone.add(one.undoes)
    return [one for one in every if one.undoes is None and one.number not in undone]


def _append(connection: Connection, row: dict[str, Any]) -> int:
    return int(connection.execute(insert(schema.decision).returning(schema.decision.c.id), row).scalar_one())


def _target(connection: Connection, target: str) -> tuple[str, int]:
    """An event or report, by what people call it."""
    letter, number = target[:1].upper(), target[1:]
    table = {"E": schema.event, "R": schema.report}.get(letter)
    if table is None or not number.isdecimal():
        raise UnknownName(f"{target!r} is neither an event (E3) nor a report (R5); `stemmata events` lists them.")
    if connection.scalar(select(table.c.id).where(table.c.id == int(number))) is None:
        raise UnknownName(f"There is no {target}; `stemmata events` and `stemmata show` tell which there are.")
    return letter, int(number)


def _keys(connection: Connection, letter: str, number: int) -> list[str]:
    report, link = schema.report.c, schema.event_report.c
    if letter == "R":
        return list(connection.scalars(select(report.key).where(report.id == number)))
    told = select(report.key).where(link.event == number, link.report == report.id).order_by(report.id)
    return list(connection.scalars(told))


def _check_targets(kind: str, targets: Sequence[str], keys: Mapping[str, Sequence[str]]) -> None:
    events = [target for target in targets if target[:1].upper() == "E"]
    if kind == "merge" and (len(events) < 2 or len(events) < len(targets)):
        raise UnknownName("Name two events or more to merge, as in: stemmata decide merge E3 E7.")
    if kind == "split":
        inside = keys[targets[0]]
        if len(targets) < 2 or events != [targets[0]]:
            raise UnknownName("Name an event and the reports that leave it, as in: stemmata decide split E3 R5.")
        for target in targets[1:]:
            if keys[target][0] not in inside:
                raise UnknownName(f"{target} is no report of {targets[0]}; `stemmata show {targets[0]}` lists them.")
        if len(targets) > len(inside):
            raise UnknownName(f"All reports of {targets[0]} would leave it; leave at least one in.")
    if kind in ("edit", "grade") and len(targets) != len(events):
        raise UnknownName("A field or a grade is an event's; name one, as in E3.")


def _seen(connection: Connection, event: int) -> dict[str, Any]:
    """What the machine says of an event now, and how far its changes had come."""
    record = connection.scalar(select(schema.event.c.record).where(schema.event.c.id == event))
    change = connection.scalar(select(func.max(schema.event_change.c.id)))
    return {**summary(record or {}), "change": change or 0}


def summary(record: Mapping[str, Any]) -> dict[str, Any]:
    """What can change in an event, from its record: the chosen values, the grade, the reports."""
    return {"values": chosen(record), "reports": sorted(one["words"] for one in record.get("reports", []))}


def chosen(record: Mapping[str, Any]) -> dict[str, Any]:
    """The values that an event chose from its reports, and the grade."""
    fields = {field["name"]: field["chosen"] for field in record.get("fields", [])}
    return {"type": record.get("type"), **fields, "grade": record.get("grade")}
