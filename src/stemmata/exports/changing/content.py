"""What an event and a report say, apart from how it was read: sources, offsets, names of rules."""

from collections.abc import Mapping
from typing import Any

from stemmata.case.entries import Cited, Entry

HOW = frozenset({"why", "located", "document", "start", "end"})
"""Keys of a report's record that tell how it was read."""


def said(entry: Entry) -> dict[str, Any]:
    """What an event says, as far as its reader sees it in every table."""
    return {
        **entry.held,
        "status": sorted(entry.statuses),
        "grade": entry.grade,
        "independent": len(entry.event["origins"]),
        "part_of": entry.event["part_of"],
        "flag": entry.flag,
        "reviewed": entry.reviewed,
    }


def read(report: Cited) -> Any:
    """What a report says."""
    return _bare(report.told)


def same(one: Entry, other: Entry) -> bool:
    """Whether two states of an event say the same, with the same reports and decisions."""
    if said(one) != said(other) or one.decisions != other.decisions:
        return False
    reports = [{report.id: (read(report), report.origin) for report in each.reports} for each in (one, other)]
    return reports[0] == reports[1]


def _bare(told: Any) -> Any:
    if isinstance(told, Mapping):
        return {name: _bare(value) for name, value in told.items() if name not in HOW}
    return [_bare(one) for one in told] if isinstance(told, list) else told
