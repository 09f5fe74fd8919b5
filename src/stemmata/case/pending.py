"""What changed in a case since its events were last brought up to date."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from stemmata import __version__
from stemmata.case import schema
from stemmata.case.deciding import Decided, decisions, holding
from stemmata.case.opening import Case

BY_REPORTS = ("reject", "merge", "split")
"""Decisions that reports are merged by; all others are laid over the events that come of it."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What the events do not show yet."""

    rules: str
    """A digest of what all events depend on: the rules of the case and the program's version."""
    whole: bool
    """All events are to be made anew: the rules are others, or reports were coded anew."""
    arrived: frozenset[int]
    """Current documents that were coded since."""
    left: frozenset[int]
    """Documents that were replaced or withdrawn, while events still have reports of theirs."""
    held: Sequence[Decided]
    """The decisions that hold."""
    changed: Sequence[Decided]
    """Those that came to hold since, or hold no more."""
    last: int
    """The last decision."""

    @property
    def nothing(self) -> bool:
        """Whether the events are up to date."""
        return not (self.whole or self.arrived or self.left or self.changed)

    @property
    def merges(self) -> bool:
        """Whether reports are to be merged, and not only decisions laid over their events."""
        return bool(self.whole or self.arrived or self.left or any(one.kind in BY_REPORTS for one in self.changed))

    @property
    def rejected(self) -> set[str]:
        """Keys of reports that count for no event."""
        return {key for one in self.held if one.kind == "reject" for key in one.keys}


def pending_in(connection: Connection, case: Case) -> Pending:
    """Look for what changed."""
    run = schema.run.c
    last = connection.execute(
        select(run.id, run.merged, run.decided).where(run.merged.is_not(None)).order_by(run.id.desc()).limit(1)
    ).first()
    rules = rules_of(case)
    every = decisions(connection)
    number = every[-1].number if every else 0
    document, coding = schema.document.c, schema.coding.c
    coded = select(coding.document).where(document.id == coding.document, document.state == "current")
    whole = last is None or last.merged != rules
    return Pending(
        rules,
        whole,
        frozenset(connection.scalars(coded if whole or last is None else coded.where(coding.run > last.id))),
        _left(connection),
        holding(every),
        _changed(every, last.decided or 0 if last else 0),
        number,
    )


def rules_of(case: Case) -> str:
    """A digest of what all events depend on."""
    return hashlib.sha256(json.dumps([case.settings.aggregation, __version__]).encode()).hexdigest()


def _left(connection: Connection) -> frozenset[int]:
    document, report, link = schema.document.c, schema.report.c, schema.event_report.c
    counting = select(link.event).where(link.report == report.id, report.document == document.id)
    return frozenset(connection.scalars(select(document.id).where(document.state != "current", counting.exists())))


def _changed(every: Sequence[Decided], last: int) -> list[Decided]:
    """Decisions that were made, undone, or made to hold again after the last one that the events know of."""
    by_number = {one.number: one for one in every}
    found: dict[int, Decided] = {}
    for one in every:
        if one.number > last:
            while one.undoes is not None:
                one = by_number[one.undoes]
            found[one.number] = one
    return list(found.values())
