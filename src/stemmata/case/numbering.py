"""Events keep their numbers: a new event takes that of the old one with which it has most reports in common."""

from collections import Counter
from collections.abc import Mapping, Sequence


def numbers(events: Sequence[Sequence[int]], former: Mapping[int, int], first_free: int) -> list[int]:
    """The number of each event.

    Args:
        events: the reports of each event, by number.
        former: report → number of the event that it was in.
        first_free: from here on no event ever had a number.

    Returns:
        Numbers in the order of the events. Where an event fell apart, its larger part keeps the number; where events
        became one, it takes the number of the largest. Of equal parts the earlier number wins, then the part with the
        earliest report. New events are numbered as their first reports are.
    """
    common = []
    for place, reports in enumerate(events):
        shared = Counter(former[report] for report in reports if report in former)
        common += [(-count, number, min(reports), place) for number, count in shared.items()]
    given: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, _, place in sorted(common):
        if place not in given and number not in taken:
            given[place] = number
            taken.add(number)
    new = sorted((min(reports), place) for place, reports in enumerate(events) if place not in given)
    given |= {place: number for number, (_, place) in enumerate(new, first_free)}
    return [given[place] for place in range(len(events))]
