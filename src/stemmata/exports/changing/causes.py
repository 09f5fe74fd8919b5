"""Why an event is otherwise than it was: where its reports came from and went, who decided, which rules changed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from stemmata.case.entries import Cited, Entry, Told
from stemmata.exports.changing import content
from stemmata.exports.wording import one_line, said

MOST = 5
"""Reports that a sentence names; of more it tells how many."""


class Moves:
    """Where the reports of events that changed were, and where they are."""

    def __init__(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        self._rules = (before.get("aggregation"), after.get("aggregation"))
        self._was: dict[str, int] = {}
        self._is: dict[str, int] = {}
        self._pages: dict[str, str] = {}
        """Page → a report that it did not tell before."""
        self._new: set[int] = set()
        self._ended: set[int] = set()

    def note(self, old: Entry | None, new: Entry | None) -> None:
        """Take up what came to an event and went from it."""
        has, had = _by_name(new), _by_name(old)
        if old and not new:
            self._ended.add(old.number)
        if new and not old:
            self._new.add(new.number)
        self._was.update((name, old.number) for name in had if name not in has and old)
        self._is.update((name, new.number) for name in has if name not in had and new)
        self._pages.update((one.source.page, name) for name, one in has.items() if name not in had)

    def gone(self, olds: Iterable[Entry]) -> Collection[str]:
        """The reports of these events that count in none any more."""
        return {one.id for old in olds for one in old.reports if one.id in self._was and one.id not in self._is}

    def why(self, old: Entry | None, new: Entry | None, departed: Mapping[str, str]) -> tuple[str, ...]:
        """The reasons, in words; `departed` tells why reports count no more, where that is known."""
        had, has = _by_name(old), _by_name(new)
        came = [one for name, one in has.items() if name not in had]
        went = [one for name, one in had.items() if name not in has]
        told = [*self._came(came), *self._went(went, departed)]
        if old and new:
            told += _within(old, new)
            if not told and old.held != new.held:
                told += self._weighed()
        return tuple(told) or ("only how it was read: sources, offsets or the names of rules",)

    def _came(self, reports: Iterable[Cited]) -> Iterator[str]:
        new = []
        for event, moved in _by_event(reports, self._was):
            if event is None:
                new += moved
            elif event in self._ended:
                yield f"E{event} was merged into it, with {_named(moved)}"
            else:
                yield f"{_named(moved)} came over from E{event}"
        if new:
            yield f"new: {_named(new, sources=True)}"

    def _went(self, reports: Iterable[Cited], departed: Mapping[str, str]) -> Iterator[str]:
        for event, moved in _by_event(reports, self._is):
            if event is None:
                yield from (f"{one.id} {self._departed(one, departed)}" for one in moved[:MOST])
                if len(moved) > MOST:
                    yield f"{len(moved) - MOST:,} more reports count no more"
            elif event in self._new:
                yield f"{_named(moved)} {'was' if len(moved) == 1 else 'were'} split off into E{event}"
            else:
                yield f"{_named(moved)} went over to E{event}"

    def _departed(self, report: Cited, departed: Mapping[str, str]) -> str:
        after = self._pages.get(report.source.page)
        if after:
            return f"is of a page that was edited: {after} stands there now"
        return departed.get(report.id, "is no longer told")

    def _weighed(self) -> Iterator[str]:
        before, after = self._rules
        if before and after and before != after:
            yield f"the case chooses among values by another rule: {after}, formerly {before}"
        else:
            yield "its reports are weighed otherwise"


def _within(old: Entry, new: Entry) -> Iterator[str]:
    """What changed while its reports stayed."""
    had, has = _by_name(old), _by_name(new)
    both = [name for name in had if name in has]
    read = [has[name] for name in both if content.read(had[name]) != content.read(has[name])]
    if read:
        yield f"read otherwise: {_named(read)}"
    rest = [has[name] for name in both if had[name].origin != has[name].origin]
    if rest:
        yield f"resting on another origin: {_named(rest)}"
    before, after = ({one["number"]: one for one in entry.decisions} for entry in (old, new))
    yield from (f"decided: {_decision(one)}" for number, one in after.items() if number not in before)
    yield from (f"taken back or resting: {_decision(one)}" for number, one in before.items() if number not in after)
    wholes, now = set(old.event["part_of"]), set(new.event["part_of"])
    yield from (f"{one}, a total, takes it in" for one in sorted(now - wholes))
    yield from (f"{one}, a total, takes it in no more" for one in sorted(wholes - now))
    if old.has_parts != new.has_parts:
        yield "it takes in other events" if new.has_parts else "it takes in no other events any more"


def _decision(one: Told) -> str:
    what = " ".join(filter(None, (one["kind"], one["field"], said(one["value"]))))
    reason = f": {one['reason']}" if one["reason"] else ""
    return one_line(f"{what}, by {one['author']} (decision {one['number']}){reason}")


def _by_name(entry: Entry | None) -> dict[str, Cited]:
    return {one.id: one for one in entry.reports} if entry else {}


def _by_event(reports: Iterable[Cited], events: Mapping[str, int]) -> list[tuple[int | None, list[Cited]]]:
    """Reports by the event that they were in or are in; None for none that is known."""
    found: dict[int | None, list[Cited]] = {}
    for one in reports:
        found.setdefault(events.get(one.id), []).append(one)
    return sorted(found.items(), key=lambda pair: pair[0] or 0)


def _named(reports: list[Cited], *, sources: bool = False) -> str:
    """Reports by name, with who published them where that is asked: `R5 (Northern Post), R6 and 4 more`."""
    told = [
        one_line(f"{one.id} ({one.source.publisher or one.source.page})") if sources else one.id
        for one in reports[:MOST]
    ]
    more = f" and {len(reports) - MOST:,} more" if len(reports) > MOST else ""
    return ", ".join(told) + more
