"""What persons decided, as merging needs it. The latest word on a pair of reports holds."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from stemmata.records import Decision


@dataclass(frozen=True, slots=True)
class Decided:
    """The decisions of a case that still hold."""

    together: tuple[tuple[str, ...], ...]
    """Keys of reports that are one event."""
    apart: tuple[tuple[str, ...], ...]
    """Keys of reports of which no two are one event."""
    rejected: frozenset[str]
    """Keys of reports that count for no event."""
    about: tuple[Decision, ...]
    """Decisions about an event as a whole, oldest first."""

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> "Decided":
        """Sort decisions by what they do."""
        ordered = sorted(decisions, key=lambda decision: decision.time)
        together: list[tuple[str, ...]] = []
        apart: list[tuple[str, ...]] = []
        rejected: set[str] = set()
        for decision in ordered:
            if decision.kind == "merge":
                apart = [pair for pair in apart if not set(pair) <= set(decision.reports)]
                together.append(decision.reports)
            elif decision.kind == "split":
                parted = [(a, b) for a in decision.reports for b in decision.reports if a < b]
                together = [keys for keys in together if not any(set(pair) <= set(keys) for pair in parted)]
                apart += parted
            elif decision.kind == "reject":
                rejected.update(decision.reports)
            elif decision.kind == "accept":
                rejected.difference_update(decision.reports)
        about = tuple(decision for decision in ordered if decision.kind != "reject")
        return cls(tuple(together), tuple(apart), frozenset(rejected), about)

    def of_event(self, keys: Collection[str]) -> list[Decision]:
        """The decisions about the event of these reports: those that name one of them, oldest first."""
        held = set(keys)
        return [decision for decision in self.about if not held.isdisjoint(decision.reports)]


def in_words(decision: Decision) -> str:
    """A decision in one line."""
    what = {
        "accept": "accepted",
        "edit": f"{decision.field} set to {decision.value}",
        "merge": "reports put together",
        "split": "reports parted",
        "grade": f"graded {decision.value}",
        "note": "noted",
        "reject": "rejected",
    }[decision.kind]
    return f"{what} by {decision.author} on {decision.time:%-d %B %Y}: {decision.reason}"
