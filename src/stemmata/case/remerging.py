"""Merges what changed with what it is near to, and nothing else; what comes of it is what merging everything gives.

Reports change where documents come, go or are told otherwise, and where people decide about them. They are grouped anew
with the events that they have links to, and with the events that these change in turn (see `merging.clustering`). What
an event says besides depends on its own reports, on the documents that they were copied from, and on the totals that it
lies within.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from stemmata.case import neighbours, schema
from stemmata.case.copying import Copies
from stemmata.case.database import lots
from stemmata.case.gathering import Gathered, whole_documents
from stemmata.case.pending import BY_REPORTS, Pending
from stemmata.case.recopying import Recopied, recopied
from stemmata.case.versions import known_as
from stemmata.merging.candidates import Neighbours
from stemmata.merging.clustering import LINK, Group, regroup
from stemmata.merging.copied import Taken, copied_pairs, taken_reports
from stemmata.merging.decided import Decided as Constraints
from stemmata.merging.events import Collected, events_of
from stemmata.merging.matching import score
from stemmata.merging.merger import group
from stemmata.merging.periods import is_total, parts
from stemmata.merging.progress import Heard, unheard
from stemmata.records import Decision, Event, Rule


@dataclass(frozen=True, slots=True)
class Remerged:
    """What became of the part of a case that changed."""

    gathered: Gathered
    copies: Recopied
    events: Sequence[Event]
    """The new events of all reports that the former events had, and of those that came."""
    former: set[int]
    """The events in whose place they stand."""
    wholes: Mapping[str, Sequence[str]]
    """Of each new event the totals that take it in, by id; `E3` is one that stays."""
    beside: Mapping[int, Sequence[str]]
    """Of events that stay the same but for that: the new totals that take them in, by id."""


def remerged(connection: Connection, pending: Pending, rule: Rule, heard: Heard = unheard) -> Remerged:
    """Merge what is pending.

    Args:
        connection: one view of the database, which is only read.
        pending: what changed.
        rule: how an event chooses among values.
        heard: told how far it is.
    """
    gathered = Gathered(connection, pending.rejected)
    copies = recopied(connection, pending, heard)
    part = _Part(connection, pending, gathered, Copies(connection, copies.anew), heard)
    events = part.events(part.regrouped(), rule)
    return Remerged(gathered, copies, events, part.former, *part.linked(events))


class _Part:
    """The part of a case that changes."""

    def __init__(
        self, connection: Connection, pending: Pending, gathered: Gathered, copies: Copies, heard: Heard
    ) -> None:
        self._connection = connection
        self._pending = pending
        self._gathered = gathered
        self._copies = copies
        self._heard = heard
        self._decisions = self._constraints()
        self._decided = Constraints.of(self._decisions)
        self._together: dict[str, set[str]] = {}
        for keys in self._decided.together:
            for key in keys:
                self._together.setdefault(key, set()).update(keys)
        self._known = Neighbours()
        self._placed: set[str] = set()
        self._taken: dict[str, tuple[Taken, ...]] = {}
        self._taken_of: set[int] = set()
        self.former: set[int] = set()

    def regrouped(self) -> list[Group]:
        """The new groups."""
        if self._pending.whole:
            self.former = set(self._connection.scalars(select(schema.event.c.id)))
            keys = self._gathered.load(self._pending.arrived)
            return self._group(keys)
        documents, reports = self._touched()
        self.former = self._events_of(reports)
        keys = self._gathered.load(documents)
        keys += self._gathered.load_reports(self._members(self.former))
        groups = regroup(set(keys), self._around, self._group)
        self.former |= self._events_of(self._gathered.numbers[key] for members in groups for key in members)
        return groups

    def _touched(self) -> tuple[set[int], set[int]]:
        """The documents whose reports are to be grouped anew, and the reports whose events are."""
        report = schema.report.c
        rejected = {key for one in self._pending.changed if one.kind == "reject" for key in one.keys}
        documents = set(self._pending.arrived)
        for some in lots(sorted(rejected)):
            documents.update(self._connection.scalars(select(report.document).where(report.key.in_(some))))
        documents = self._copies.downward(documents | self._copies.anew.keys())
        reports: set[int] = set()
        for numbers in lots(sorted(documents | self._pending.left)):
            reports.update(self._connection.scalars(select(report.id).where(report.document.in_(numbers))))
        for theirs in known_as(self._connection, self._decided_keys(documents | self._pending.left)).values():
            reports.update(theirs)
        return documents, reports

    def _decided_keys(self, documents: set[int]) -> set[str]:
        """The keys that decisions name which changed, or which name some report of these documents' pages, too."""
        report, document = schema.report.c, schema.document.c
        named: set[str] = set()
        for some in lots(sorted(documents)):
            pages = select(document.page).where(document.id.in_(some))
            keys = select(report.key).where(report.document == document.id, document.page.in_(pages))
            named.update(self._connection.scalars(keys))
        about = [one for one in self._pending.changed if one.kind in BY_REPORTS]
        about += [
            one
            for one in self._pending.held
            if one.kind in ("merge", "split") and not named.isdisjoint((*one.keys, *one.apart))
        ]
        return {key for one in about for key in (*one.keys, *one.apart)}

    def _constraints(self) -> list[Decision]:
        """What people joined and parted, in merging's words."""
        held = [one for one in self._pending.held if one.kind in ("merge", "split")]
        known = known_as(self._connection, {key for one in held for key in (*one.keys, *one.apart)})
        self._gathered.load_reports([number for numbers in known.values() for number in numbers])
        names = {
            key: [name for one in numbers if (name := self._gathered.names.get(one))] for key, numbers in known.items()
        }
        made = []
        for one in held:
            stay = [name for key in one.keys for name in names.get(key, ())]
            leave = [name for key in one.apart for name in names.get(key, ())]
            told = (one.author, one.time, one.reason or "")
            if one.kind == "merge" and len(stay) > 1:
                made.append(Decision("merge", tuple(stay), *told))
            if one.kind == "split":
                made += [Decision("split", (a, b), *told) for a in stay for b in leave]
        return made

    def _around(self, keys: Collection[str]) -> set[Group]:
        """The events with links to some of these reports."""
        facts, gathered = self._gathered.facts, self._gathered
        here = [facts[key] for key in keys]
        for key in (*keys, *gathered.load_reports(sorted(neighbours.near(self._connection, here)))):
            if key not in self._placed:
                self._known.add(facts[key])
                self._placed.add(key)
        linked = {other.key for one in here for other in self._known.of(one) if score(one, other) > LINK}
        linked |= {other for key in keys for other in self._together.get(key, ()) if other in facts}
        documents = gathered.documents_of(keys)
        copies = self._copies.among(documents)
        gathered.load(number for row in copies for number in row[:2])
        pairs = self._copied({number for row in copies for number in row[:2]} | documents)
        held = set(keys)
        linked |= {key for pair in pairs if not held.isdisjoint(pair) for key in pair}
        events = self._events_of(gathered.numbers[key] for key in linked - held) - self.former
        return set(self._groups(events).values())

    def _group(self, keys: Collection[str]) -> list[Group]:
        """Group reports, as if there were no others."""
        return group(
            (self._gathered.facts[key] for key in keys),
            copied=self._copied(self._gathered.documents_of(keys)),
            together=self._decided.together,
            apart=self._decided.apart,
            heard=self._heard,
        )

    def _copied(self, documents: set[int]) -> set[tuple[str, str]]:
        """The pairs of reports that were copied one from the other, where one stands in these documents."""
        new = documents - self._taken_of
        if new:
            rows = [row for row in self._copies.among(new) if row[0] in new]
            self._gathered.load(row[1] for row in rows)
            self._taken |= taken_reports((row[2] for row in rows), self._gathered.reports)
            self._taken_of |= new
        return copied_pairs(self._taken, self._gathered.facts)

    def events(self, groups: Iterable[Group], rule: Rule) -> tuple[Event, ...]:
        """What the groups add up to."""
        groups = list(groups)
        documents = self._gathered.documents_of(key for members in groups for key in members)
        rows = self._copies.upward(documents)
        every = documents | {number for row in rows for number in row[:2]}
        self._gathered.load(every)
        told = whole_documents(self._connection, every)
        reports = {name: self._gathered.reports[name] for name in told}
        by_key = {key: (told[name], report) for name, theirs in reports.items() for key, report in theirs}
        copies = sorted((row[2] for row in rows), key=lambda copy: (copy.copy, copy.source))
        collected = Collected((), told, reports, by_key)
        taken = taken_reports(copies, reports)
        return events_of(groups, collected, self._gathered.facts, copies, taken, rule, self._decided, self._heard)

    def _events_of(self, reports: Iterable[int]) -> set[int]:
        """The events that reports are in."""
        link = schema.event_report.c
        found: set[int] = set()
        for some in lots(sorted(set(reports))):
            found.update(self._connection.scalars(select(link.event).where(link.report.in_(some))))
        return found

    def _members(self, events: Iterable[int]) -> list[int]:
        """The reports of events."""
        link = schema.event_report.c
        return [
            number
            for some in lots(sorted(events))
            for number in self._connection.scalars(select(link.report).where(link.event.in_(some)))
        ]

    def _groups(self, events: Collection[int]) -> dict[int, Group]:
        """The reports of events as they stand, by event."""
        link = schema.event_report.c
        self._gathered.load_reports(self._members(events))
        found: dict[int, list[str]] = {}
        for some in lots(sorted(events)):
            for event, number in self._connection.execute(select(link.event, link.report).where(link.event.in_(some))):
                found.setdefault(event, []).append(self._gathered.names[number])
        return {event: tuple(sorted(keys)) for event, keys in found.items()}

    def linked(self, events: Iterable[Event]) -> tuple[dict[str, Sequence[str]], dict[int, Sequence[str]]]:
        """The totals that take in the new events, and the new totals that take in events that stay."""
        facts = self._gathered.facts
        held = {event.id: [facts[told.key] for told in event.reports] for event in events}
        new = set(held)
        if not self._pending.whole:
            periods = [each for those in held.values() if is_total(those) for each in those]
            days = [each for those in held.values() if not is_total(those) for each in those]
            reports = neighbours.totals(self._connection, days) | neighbours.within(self._connection, periods)
            staying = self._groups(self._events_of(reports) - self.former)
            held |= {f"E{number}": [facts[key] for key in keys] for number, keys in staying.items()}
        found = parts(held)
        mine = {name: [one for one in wholes if one in new] for name, wholes in found.items() if name not in new}
        return (
            {name: wholes for name, wholes in found.items() if name in new},
            {int(name[1:]): wholes for name, wholes in mine.items() if wholes},
        )
