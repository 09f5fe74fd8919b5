"""What stands in `stemmata diff --json` and in `FILE.changes.json`, with its JSON Schema."""

import sys
from typing import Any, Literal

from typing_extensions import TypedDict  # pydantic reads typing's own from Python 3.12 on only

from stemmata.exports.changing.telling import VERSION
from stemmata.exports.schemas import schema_of


class OldAndNew(TypedDict):
    """A value that changed."""

    old: Any
    """As `held` of the earlier state has it; null where not told."""
    new: Any
    """As `held` of the later state has it; null where not told."""


class ChangeOfEvent(TypedDict):
    """What became of an event."""

    id: str
    """`E3`."""
    kind: Literal["added", "changed", "deleted", "retold"]
    """`retold` where all that it says is the same, and only how it was read differs: sources, offsets, rules."""
    why: list[str]
    """The reasons, in words; one at least."""
    fields: dict[str, OldAndNew]
    """What it says otherwise, by field: those of `held`, and status, grade, independent, part_of, flag, reviewed."""
    came: list[str]
    """The ids of reports that it did not have before."""
    went: list[str]
    """The ids of reports that it has no more."""
    written: dict[str, Any]
    """Parts of the line of `export json` to be written over the old ones; the whole line of an event that was added.
    Nothing where it was deleted."""


class Changes(TypedDict):
    """What changed from one state of a case to another. The earlier state and the changes give the later one."""

    format: Literal["stemmata/changes/1"]
    """Name and version of this format."""
    before: dict[str, Any]
    """What the earlier state was made of, as manifests have it."""
    after: dict[str, Any]
    """What the later state was made of."""
    changes: list[ChangeOfEvent]
    """By the numbers of the events."""
    counts: dict[str, int]
    """How many of each kind."""


def changes_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of changes."""
    return schema_of(Changes, VERSION, (sys.modules[__name__],))
