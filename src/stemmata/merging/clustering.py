"""Pairs → events: reports go together by the mean of their points, the surest first, and never against a person.

Two groups become one where the mean over all pairs across them is above 0, so that one likely pair never chains two
happenings together. What tells less weighs less in the mean, so that it does not part what others tell well. What a
person joined is one group from the start; what a person parted never comes together. Equal means are settled by the
reports' keys, so that the result does not depend on the order in which documents came.

Two groups that are each other's surest can join at once, wherever else surer ones wait: the mean across the joined and
a third is never above that of both halves, so no other pair becomes surer by it. Points are summed as whole numbers, so
that no order of adding rounds otherwise.

The result is local. How an event grew depends on its own reports alone, as long as no group across its border was ever
the next to join. So a new report is grouped with the events that it has a link to; where one of these comes out as it
was, nothing beyond it can change, and where one does not, its own neighbours are looked at in turn. What comes out is
what grouping all reports at once gives.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

LINK: Final = 0.0
"""Points above which two groups are one event."""

UNIT: Final = 1000
"""Points are summed in so many parts of one."""
PARTED: Final = -(10**15)
"""What no number of likely pairs outweighs."""

Group = tuple[str, ...]
"""The keys of reports, in ascending order."""
Points = Callable[[str, str], float]
"""The points of any two reports."""


def cluster(
    keys: Iterable[str],
    linked: Iterable[tuple[str, str]],
    points: Points,
    *,
    weights: Mapping[str, int] | None = None,
    together: Collection[Group] = (),
    apart: Collection[Group] = (),
) -> list[Group]:
    """Group reports into events.

    Args:
        keys: the reports.
        linked: the pairs above LINK; no others are the reason that groups are compared.
        points: the points of any pair.
        weights: how much each report counts in a mean; 1 where nothing is told.
        together: reports that a person said are one event.
        apart: reports of which a person said that no two are one event.

    Returns:
        The groups, ordered by their first key.
    """
    return _Groups(keys, linked, points, weights or {}, together, apart).grown()


def regroup(
    touched: Collection[str],
    around: Callable[[Collection[str]], Collection[Group]],
    group: Callable[[Collection[str]], Iterable[Group]],
) -> list[Group]:
    """Group reports of which some are new or changed, and all that this can touch.

    Args:
        touched: the new reports, and all that were in an event with one that changed or is gone.
        around: gives the events that reports have links to.
        group: groups reports, as if there were no others.

    Returns:
        The new groups: those of the touched reports, and of the events that changed with them. All other events are as
        they were.
    """
    news = inside = set(touched)
    border: set[Group] = set()
    while True:
        border.update(around(news))
        border = {members for members in border if members[0] not in inside}
        found = set(group({*inside, *(key for members in border for key in members)}))
        moved = border - found
        if not moved:
            return sorted(found - border)
        news = {key for members in moved for key in members}
        inside = inside | news


def components(keys: Iterable[str], linked: Iterable[tuple[str, str]]) -> list[Group]:
    """The sets of reports that hang together by links: no group is larger."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in linked:
        a, b = sorted((root(one), root(other)))
        parent[b] = a
    found: dict[str, list[str]] = defaultdict(list)
    for key in parent:
        found[root(key)].append(key)
    return sorted(tuple(sorted(members)) for members in found.values())


class _Groups:
    """Groups under way, each under its first key, with the sum of the points across any two that might become one."""

    def __init__(
        self,
        keys: Iterable[str],
        linked: Iterable[tuple[str, str]],
        points: Points,
        weights: Mapping[str, int],
        together: Collection[Group],
        apart: Collection[Group],
    ) -> None:
        self._points = points
        self._weights = weights
        self._parted: dict[str, set[str]] = defaultdict(set)
        for parted in apart:
            for key in parted:
                self._parted[key].update(parted)
        self._parts: dict[str, tuple[Group, ...]] = {}
        """The parts that never fall apart: what a person joined, and every other report by itself."""
        homes: dict[str, str] = {}
        for part in components(keys, ((first, other) for first, *others in together for other in others)):
            self._parts[part[0]] = (part,)
            homes.update(dict.fromkeys(part, part[0]))
        self._sizes = {key: self._weight(part) for key, (part,) in self._parts.items()}
        self._sums: dict[str, dict[str, int]] = {key: {} for key in self._parts}
        for one, other in linked:
            a, b = homes[one], homes[other]
            if a != b and b not in self._sums[a]:
                self._keep(a, b, self._sum(a, b))

    def grown(self) -> list[Group]:
        """Join groups that are each other's surest until none is left to join: from each go to its surest, from there
        to the surest of that, until two are found."""
        for first in list(self._parts):
            way = [first] if first in self._parts else []
            while way:
                surest = self._surest(way[-1])
                if surest is None:
                    way.pop()
                elif surest not in way[-2:]:
                    way.append(surest)
                else:
                    joined = self._join(*sorted((way.pop(), way.pop())))
                    way = way or [joined]
        return sorted(tuple(sorted(key for part in parts for key in part)) for parts in self._parts.values())

    def _surest(self, one: str) -> str | None:
        """The group with the highest mean across it and this one, of several the first; None where none may join."""
        size, sizes = self._sizes[one], self._sizes
        means = ((-total / (size * sizes[other]), other) for other, total in self._sums[one].items())
        return min(means, default=(0.0, None))[1]

    def _join(self, one: str, other: str) -> str:
        """Let the group with the lower key take the other."""
        ours, theirs = self._sums.pop(one), self._sums.pop(other)
        del ours[other], theirs[one]
        self._sums[one] = {}
        sums = {}
        for third in ours.keys() | theirs.keys():
            left = ours[third] if third in ours else self._sum(one, third)
            right = theirs[third] if third in theirs else self._sum(other, third)
            sums[third] = left + right
        self._parts[one] += self._parts.pop(other)
        self._sizes[one] += self._sizes.pop(other)
        for third, total in sums.items():
            self._sums[third].pop(one, None)
            self._sums[third].pop(other, None)
            self._keep(one, third, total)
        return one

    def _keep(self, one: str, other: str, total: int) -> None:
        """Remember the sum across two groups that may join; of others, their halves tell it when it is asked for."""
        if total > LINK * UNIT * self._sizes[one] * self._sizes[other]:
            self._sums[one][other] = self._sums[other][one] = total

    def _sum(self, one: str, other: str) -> int:
        """The points of all pairs across two groups."""
        return sum(self._across(part, there) for part in self._parts[one] for there in self._parts[other])

    def _across(self, here: Group, there: Group) -> int:
        """The points of all pairs across two parts. What a person joined is as near as the nearest of its reports; what
        a person parted, no number of likely pairs brings together."""
        if self._parted and any(not self._parted[key].isdisjoint(there) for key in here if key in self._parted):
            return PARTED
        if len(here) == len(there) == 1:
            nearest = self._points(here[0], there[0])
        else:
            nearest = max(self._points(one, other) for one in here for other in there)
        return self._weight(here) * self._weight(there) * round(UNIT * nearest)

    def _weight(self, part: Group) -> int:
        return sum(self._weights.get(key, 1) for key in part)
