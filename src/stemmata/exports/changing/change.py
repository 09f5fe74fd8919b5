"""What became of an event from one state to another."""

from dataclasses import dataclass
from typing import Any, Literal

from stemmata.case.entries import Entry
from stemmata.exports.changing.content import said

Kind = Literal["added", "changed", "deleted", "retold"]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an event."""

    kind: Kind
    """`retold` where all that it says is the same, and only how it was read differs: sources, offsets, rules."""
    before: Entry | None
    after: Entry | None
    why: tuple[str, ...]
    """In words; one reason at least."""

    @property
    def entry(self) -> Entry:
        """The event as it is, or as it last was."""
        one = self.after or self.before
        assert one is not None  # a change is of some event
        return one

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """What it says otherwise: field → old and new value, None where not told."""
        old, new = (said(one) if one else {} for one in (self.before, self.after))
        return {
            name: (old.get(name), new.get(name)) for name in {**old, **new} if old.get(name) != new.get(name)
        }  # fmt: skip

    @property
    def came(self) -> list[str]:
        """The reports that it did not have before."""
        had = _reports(self.before)
        return [one.id for one in self.after.reports if one.id not in had] if self.after else []

    @property
    def went(self) -> list[str]:
        """The reports that it has no more."""
        has = _reports(self.after)
        return [one.id for one in self.before.reports if one.id not in has] if self.before else []


def _reports(entry: Entry | None) -> set[str]:
    """The reports of an event."""
    return {one.id for one in entry.reports} if entry else set()
