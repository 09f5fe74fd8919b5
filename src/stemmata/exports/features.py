"""What an event can tell, so that each format can say what it carries and what is lost in it."""

from collections.abc import Callable
from typing import Final

from stemmata.case.entries import Entry


def _figures_of_reports(entry: Entry) -> list[dict[str, object]]:
    return [figure for report in entry.reports for figure in report.told["figures"]]


def _is_window(entry: Entry) -> bool:
    when = entry.when
    return (when.start or when.end) is not None and when.start != when.end


FEATURES: Final[dict[str, tuple[str, Callable[[Entry], bool]]]] = {
    "window": ("days of a window, told as one day or cut", _is_window),
    "hedge": (
        "hedges and bounds of figures (at least, about, between)",
        lambda entry: any(
            figure["hedge"] != "exact" or figure["low"] != figure["high"] for figure in _figures_of_reports(entry)
        ),
    ),
    "dead": ("how many were killed", lambda entry: "killed" in entry.figures),
    "other figures": ("figures of others than the dead", lambda entry: bool(entry.figures.keys() - {"killed"})),
    "parts": (
        "parts of figures (two of them children)",
        lambda entry: any(figure["part_of"] for figure in _figures_of_reports(entry)),
    ),
    "disagreement": ("values on which reports disagree", lambda entry: bool(entry.disputed())),
    "claimant": ("who says so", lambda entry: any(report.told["claimant"] for report in entry.reports)),
    "second claimant": (
        "through whom it was heard (a chain of claimants)",
        lambda entry: any(len(report.told["claimant"]) > 1 for report in entry.reports),
    ),
    "unresolved place": (
        "a place that is named and has no point",
        lambda entry: entry.place is not None and entry.place.lat is None,
    ),
    "uncertain place": (
        "how far from its point it may lie",
        lambda entry: entry.place is not None and entry.place.radius_m is not None,
    ),
    "second party": (
        "parties told beside the first of each side",
        lambda entry: any(len(entry.parties(role)) > 1 for role in ("initiator", "target")),
    ),
    "direction": ("who did it and to whom, told apart", lambda entry: bool(entry.parties("initiator"))),
    "status": ("that it is planned, ongoing, denied or hypothetical", lambda entry: entry.statuses != {"happened"}),
    "grade": ("the grade with its reasons", lambda _: True),
    "origins": ("whom the reports rest on, and how many of them are independent", lambda _: True),
    "copies": ("which document copied which", lambda entry: bool(entry.copies)),
    "quotes": ("the words that every value was read from", lambda _: True),
    "links": ("the total that it is a part of", lambda entry: bool(entry.event["part_of"])),
    "decisions": ("what persons decided, and the machine's value under it", lambda entry: bool(entry.decisions)),
}
"""Name → what it is, in words, and whether an event tells it."""
EVERYTHING: Final = frozenset(FEATURES)


def losses(entry: Entry, carries: frozenset[str]) -> list[str]:
    """What this event tells that a format which carries these cannot hold."""
    return [name for name, (_, tells) in FEATURES.items() if name not in carries and tells(entry)]
