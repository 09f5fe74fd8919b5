"""What stands beside every export: what was asked and made of what, how much is in it, and what it could not hold."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stemmata.case.entries import Entry
from stemmata.exports.features import FEATURES, losses
from stemmata.exports.formats.format import Format
from stemmata.exports.public import Rules

MANIFEST = ".manifest.json"
"""Ending of the manifest beside a file."""


@dataclass(slots=True)
class Tally:
    """What came of some events in one format."""

    events: int = 0
    """In the file."""
    reports: int = 0
    reviewed: int = 0
    """Events that a person accepted, and that did not change since."""
    left_out: dict[str, list[str]] = field(default_factory=dict)
    """Why → the events that have no place in the format."""
    lost: Counter[str] = field(default_factory=Counter)
    """Feature → how many of the events in the file tell it, and the file cannot hold it."""
    cut: Sequence[str] = ()
    """What had no room in the file, in sentences."""
    withheld: Counter[str] = field(default_factory=Counter)
    """What a public export keeps back of the events in the file, in words → how often."""

    def kept(self, entry: Entry, form: Format) -> bool:
        """Count an event; tell whether it has a place in the format."""
        why = form.leaves_out(entry)
        if why:
            self.leave_out(entry.id, why)
            return False
        self.events += 1
        self.reports += len(entry.reports)
        self.reviewed += entry.reviewed
        self.lost.update(losses(entry, form.carries))
        return True

    def leave_out(self, event: str, why: str) -> None:
        """Count an event that is not in the file."""
        self.left_out.setdefault(why, []).append(event)

    def add(self, other: "Tally") -> None:
        """Count what another has counted."""
        self.events += other.events
        self.reports += other.reports
        self.reviewed += other.reviewed
        for why, events in other.left_out.items():
            self.left_out.setdefault(why, []).extend(events)
        self.lost.update(other.lost)
        self.withheld.update(other.withheld)


def manifest(
    form: Format,
    tally: Tally,
    *,
    file: str,
    sha256: str,
    query: Mapping[str, Any],
    rules: Rules | None,
    made_of: Mapping[str, Any],
    credits: Iterable[str],
) -> dict[str, Any]:
    """The manifest of a file, as JSON; with the rules of what was kept back where it is a public one."""
    return {
        "file": file,
        "sha256": sha256,
        "format": form.name,
        "means": form.means,
        "query": {name: value for name, value in query.items() if value not in (None, False, ())},
        "public": rules is not None or bool(made_of.get("public")),
        **({"rules": rules.told(), "withheld": dict(sorted(tally.withheld.items()))} if rules else {}),
        "made_of": made_of,
        "events": tally.events,
        "reports": tally.reports,
        "reviewed": {"accepted by a person": tally.reviewed, "of": tally.events},
        "left_out": tally.left_out,
        "lost": {name: {"events": count, "means": FEATURES[name][0]} for name, count in sorted(tally.lost.items())},
        "cut": list(tally.cut),
        "notes": list(form.notes),
        "credits": list(credits),
    }


def as_json(told: Mapping[str, Any]) -> bytes:
    """A manifest as bytes, the same for the same manifest."""
    return (json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def loss_lines(tally: Tally, form: Format) -> list[str]:
    """The loss report for people: what is in the file, what is not and why, what it cannot hold."""
    lines = [f"{_events(tally.events)} with {tally.reports:,} reports; {tally.reviewed:,} of them reviewed."]
    lines += [f"Left out: {_events(len(events))}: {why}." for why, events in sorted(tally.left_out.items())]
    lines += [f"Withheld: {what} ({count:,})." for what, count in sorted(tally.withheld.items())]
    lines += [f"Lost: {FEATURES[name][0]} ({_events(count)})." for name, count in sorted(tally.lost.items())]
    return [*lines, *tally.cut, *form.notes]


def _events(count: int) -> str:
    return f"{count:,} {'event' if count == 1 else 'events'}"
