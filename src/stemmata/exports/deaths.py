"""How many died in an event: best, low, high, and whose they were, where the words that count them say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.actors import load_registry
from stemmata.case.entries import Cited, Entry, Told

CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True)
class Deaths:
    """`sides`, `civilians` and `unknown` add up to `best`."""

    best: int
    low: int
    high: int
    sides: tuple[int, ...]
    """In the order in which the sides were asked for."""
    civilians: int
    unknown: int


def deaths_of(entry: Entry, sides: Sequence[str | None]) -> Deaths:
    """The deaths of an event.

    Args:
        entry: the event.
        sides: the registry ids of its sides; None for a side that is only words.
    """
    count = entry.figures.get("killed")
    if count is None:
        return Deaths(0, 0, 0, tuple(0 for _ in sides), 0, 0)
    best = count.low if count.low is not None else count.high or 0
    spread = entry.spread("killed")
    low = min(best, spread.low if spread.low is not None else best)
    high = max(best, count.high or 0, spread.high or 0)
    told = _by_owner(entry, best)
    of_sides = [told.get(side, 0) if side and side != CIVILIANS else 0 for side in sides]
    civilians = told.get(CIVILIANS, 0)
    if sum(of_sides) + civilians > best:  # parts of several reports that do not fit one total
        of_sides, civilians = [0 for _ in sides], 0
    return Deaths(best, low, high, tuple(of_sides), civilians, best - sum(of_sides) - civilians)


def _by_owner(entry: Entry, best: int) -> dict[str, int]:
    """Whose the dead were, by the first report whose figures add up to the number that holds."""
    for report in entry.reports:
        dead = [one for one in report.told["figures"] if one["measure"] == "killed"]
        wholes = [one for one in dead if one["part_of"] is None]
        if wholes and sum(one["low"] or 0 for one in wholes) == best:
            parts = [one for one in dead if one["part_of"] is not None]
            counted = wholes if any(_owner(one, report) for one in wholes) else parts
            told: dict[str, int] = {}
            for one in counted:
                owner = _owner(one, report)
                if owner and one["low"] is not None and one["low"] == one["high"]:
                    told[owner] = told.get(owner, 0) + one["low"]
            return told
    return {}


def _owner(figure: Told, report: Cited) -> str | None:
    """Whose the counted are: the party whose words count them, else whom the words name."""
    span = figure["span"]
    for one in (*report.told["target"], *report.told["initiator"]):
        if one["id"] and one["span"]["start"] < span["end"] and span["start"] < one["span"]["end"]:
            return str(one["id"])
    found = load_registry().resolve(figure["of"])
    return found.id if found else None
