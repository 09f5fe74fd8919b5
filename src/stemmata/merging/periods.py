"""Which events lie within a period total: linked as `part_of`, and never merged with it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stemmata.merging.facts import Facts
from stemmata.merging.matching import may_be_one
from stemmata.places.sphere import kilometres

WIDE_KM: Final = 50.0
_MEANS: Final = frozenset(("air_strike", "shelling", "bombing", "suicide_bombing"))
_NO_MEANS: Final = frozenset(("clash", "attack_on_civilians"))
"""An ambush or a shooting, which no report tells as a strike or a blast, is none of "71 air strikes"."""


def parts(events: Mapping[str, Sequence[Facts]]) -> dict[str, tuple[str, ...]]:
    """Of each event, the totals that take it in.

    Args:
        events: the facts of each event's reports, by its id.
    """
    totals = {name: facts for name, facts in events.items() if is_total(facts)}
    by_month: dict[int | None, dict[str, None]] = {}
    for name, facts in totals.items():
        for month in (month for each in facts for month in months(each)):
            by_month.setdefault(month, {})[name] = None
    found = {}
    for name, facts in events.items():
        if name not in totals:
            days = [each for each in facts if each.first is not None]
            near = dict.fromkeys(total for each in days for total in by_month.get(month_of(each), ()))
            whole = tuple(sorted(total for total in near if _within(days, totals[total])))
            if whole:
                found[name] = whole
    return found


def is_total(event: Sequence[Facts]) -> bool:
    """Whether all reports of an event tell of a period."""
    return all(each.period for each in event)


def months(total: Facts) -> Iterator[int]:
    """The months, of 30 days each, that a report of a period takes in."""
    if total.first is not None and total.last is not None:
        yield from range(total.first // 30, total.last // 30 + 1)


def month_of(happening: Facts) -> int | None:
    """The month in which a happening began; None for one without a day."""
    return None if happening.first is None else happening.first // 30


def _within(days: Sequence[Facts], total: Sequence[Facts]) -> bool:
    return any(_holds(whole, part) for whole in total for part in days)


def _holds(whole: Facts, part: Facts) -> bool:
    """Whether a total's days, type and area take in a happening, and it names nobody else as the one who did it."""
    if None in (whole.first, whole.last, part.first, part.last):
        return False
    inside = (whole.first or 0) <= (part.first or 0) and (part.last or 0) <= (whole.last or 0)
    if not inside or (whole.country and part.country and whole.country != part.country):
        return False
    if whole.doers and part.doers and whole.doers.isdisjoint(part.doers):
        return False
    if whole.type in _MEANS and part.type in _NO_MEANS:
        return False
    return may_be_one(whole.type, part.type) and _reaches(whole, part)


def _reaches(whole: Facts, part: Facts) -> bool:
    """Whether the happening lies in the total's area; an area without a point is taken by its country."""
    points = [spot for spot in whole.spots if spot.lat is not None and spot.lon is not None]
    if not points:
        return True
    return any(
        kilometres(spot.lat or 0, spot.lon or 0, other.lat or 0, other.lon or 0) <= spot.radius_km + WIDE_KM
        for spot in points
        for other in part.spots or part.setting
        if other.lat is not None
    )
