"""Which reports stand in copied passages, and which report of the source tells the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.merging.facts import Facts
from stemmata.merging.matching import may_be_one
from stemmata.records import Copy, Report, Span

SHARED: Final = 0.5
"""Share of the evidence that a passage must hold."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Where a report's passage was taken from."""

    source: str
    """The document."""
    reports: tuple[str, ...]
    """Keys of the source's reports that stand in the passage and may tell the same."""


def taken_reports(
    copies: Iterable[Copy], reports: Mapping[str, Sequence[tuple[str, Report]]]
) -> dict[str, tuple[Taken, ...]]:
    """Of each report in a copied passage, where it was taken from, the nearest source first.

    Args:
        copies: the copies of the collection.
        reports: the reports of each document with their keys, by the document's id.
    """
    found: dict[str, list[Taken]] = defaultdict(list)
    for copy in sorted(copies, key=lambda copy: (copy.copy, copy.via is not None, copy.source)):
        for key, report in reports.get(copy.copy, ()):
            passages = [theirs for ours, theirs in copy.passages if _holds(ours, report)]
            if passages:
                same = tuple(
                    other
                    for other, theirs in reports.get(copy.source, ())
                    if may_be_one(report.type, theirs.type) and any(_holds(passage, theirs) for passage in passages)
                )
                found[key].append(Taken(copy.source, same))
    return {key: tuple(taken) for key, taken in found.items()}


def copied_pairs(taken: Mapping[str, Sequence[Taken]], facts: Mapping[str, Facts]) -> set[tuple[str, str]]:
    """Pairs of reports of which one was taken from the other, or both from one, each in ascending order.

    Where a passage tells several things, a report belongs to those that say the same of it: the same claimant first.
    A report that is not among the facts, being planned or rejected, is of no pair.
    """
    pairs: set[tuple[str, str]] = set()
    for key, sources in taken.items():
        for each in sources if key in facts else ():
            likeness = {other: _alike(facts[key], facts[other]) for other in each.reports if other in facts}
            best = max(likeness.values(), default=0)
            pairs.update((min(key, other), max(key, other)) for other, alike in likeness.items() if alike == best)
    return pairs


def _alike(one: Facts, other: Facts) -> int:
    """How much two reports of an aligned passage look like one."""
    return 2 * (one.type == other.type) + (one.figures == other.figures) + (one.claimant == other.claimant)


def _holds(passage: Span, report: Report) -> bool:
    evidence = report.evidence
    shared = min(passage.end, evidence.end) - max(passage.start, evidence.start)
    return shared >= SHARED * min(passage.end - passage.start, evidence.end - evidence.start)
