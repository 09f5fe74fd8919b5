"""Changes as JSON, and in words for a terminal and for feeds."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any, Final

from stemmata.exports import headline
from stemmata.exports.changing.change import Change
from stemmata.exports.formats import json as event_json
from stemmata.exports.wording import kind, one_line, said

VERSION: Final = "stemmata/changes/1"
"""Raised when a field changes its meaning."""
MARKS: Final = {"added": "+", "changed": "~", "deleted": "-"}


def as_json(change: Change) -> dict[str, Any]:
    """A change as JSON."""
    return {
        "id": change.entry.id,
        "kind": change.kind,
        "why": list(change.why),
        "fields": {name: {"old": old, "new": new} for name, (old, new) in change.fields.items()},
        "came": change.came,
        "went": change.went,
        "written": _over_the_old(change),
    }


def written(
    changes: Iterable[Change], stream: IO[str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Change]:
    """Changes as they come, written on the way as one JSON object, a change a line.

    Args:
        changes: what changed.
        stream: where the object goes; it is whole when all changes were taken.
        before, after: what the two states are made of.
    """
    counts: Counter[str] = Counter()
    stream.write(f'{{"format":{_dumped(VERSION)},"before":{_dumped(before)},"after":{_dumped(after)},"changes":[')
    for change in changes:
        stream.write(f"{',' if counts else ''}\n{_dumped(as_json(change))}")
        counts[change.kind] += 1
        yield change
    stream.write(f'\n],"counts":{_dumped(dict(sorted(counts.items())))}}}\n')


def _dumped(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=str)


def lines(change: Change) -> Iterator[str]:
    """A change for a terminal: the event, what it says otherwise, and why."""
    yield f"{MARKS[change.kind]} {change.entry.id:<7} {headline.headline(change.entry)}"
    if change.kind == "changed":
        yield from (f"{'':10}{told}" for told in fields(change))
    yield from (f"{'':10}because: {one_line(reason)}" for reason in change.why)


def fields(change: Change) -> list[str]:
    """What an event says otherwise: `killed: 7, formerly 5 to 7`."""
    return [
        f"{kind(name)}: {_value(new) or 'not told'}, formerly {_value(old) or 'not told'}"
        for name, (old, new) in change.fields.items()
    ]


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(one_line, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return said(value)


def total(counts: Mapping[str, int]) -> str:
    """How many changed: `2 added, 1 changed, 0 deleted.`"""
    told = ", ".join(f"{counts.get(name, 0):,} {name}" for name in MARKS)
    same = counts.get("retold", 0)
    return f"{told}." + (f" {same:,} more say the same, and were only read otherwise." if same else "")


def _over_the_old(change: Change) -> dict[str, Any]:
    """The parts of the event's JSON that are to be written over the old ones; all of a new one's."""
    if change.after is None:
        return {}
    old, new = (event_json.as_json(one) if one else {} for one in (change.before, change.after))
    return {name: value for name, value in new.items() if name not in old or old[name] != value}
