"""Pairs → events: reports go together by the mean of their scores, the surest first, and never against a person.

Each link joins two groups where the mean score over all pairs across them is above 0, so that one likely pair never
chains two happenings together. What a person joined is one group from the start; what a person parted never comes
together. Equal means are settled by the reports' keys, so that the result does not depend on
the order in which documents came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Final

from stemmata.merging.matching import NEVER

LINK: Final = 0.0
"""Points above which two groups are one event."""
NOT_NEAR: Final = -3.0
"""What a pair counts that was never compared, since its days and places are not near each other."""
PARTED: Final = 1e9 * NEVER
"""A person's word that two reports are of two events: no number of likely pairs makes up for it."""

LARGEST: Final = 400
"""Reports that are grouped at a time. The most reported event of a year has fewer reports that are no copies."""
STEP: Final = 0.5
STRONGEST: Final = 4.0
"""By how much weaker links are left out of a larger set at a time, and up to where."""

Scores = Mapping[tuple[str, str], float]
Groups = list[tuple[str, ...]]


def cluster(
    keys: Iterable[str],
    scores: Scores,
    *,
    together: Collection[tuple[str, ...]] = (),
    apart: Collection[tuple[str, ...]] = (),
) -> Groups:
    """Group reports into events.

    Args:
        keys: the reports.
        scores: points of pairs, each under its keys in ascending order. A pair that is missing was not near enough to
            be compared, which counts against it.
        together: reports that a person said are one event.
        apart: reports of which a person said that no two are one event.

    Returns:
        The groups, each in ascending order of its keys, ordered by their first key.
    """
    groups = _Groups(keys, scores, together, apart)
    return groups.grown()


def neighbourhoods(keys: Iterable[str], links: Scores, tie: float = LINK) -> Groups:
    """The sets of reports that hang together; one that is too large falls apart at its weakest links, until none is.

    Where many things happen at once, chance likenesses tie all reports of a country into one; an event is held
    together by stronger links than these.
    """
    sets = components(keys, (pair for pair, points in links.items() if points > tie))
    if tie >= STRONGEST:
        return sets
    large = [key for members in sets if len(members) > LARGEST for key in members]
    if not large:
        return sets
    held = set(large)
    within = {pair: points for pair, points in links.items() if pair[0] in held and points > tie}
    return [members for members in sets if len(members) <= LARGEST] + neighbourhoods(large, within, tie + STEP)


def components(keys: Iterable[str], linked: Iterable[tuple[str, str]]) -> Groups:
    """The sets of reports that hang together by links: what a new report can touch at most."""
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
    """Groups under way. A link between two groups holds the sum of the scores across them, counted from `NOT_NEAR`."""

    def __init__(
        self,
        keys: Iterable[str],
        scores: Scores,
        together: Collection[tuple[str, ...]],
        apart: Collection[tuple[str, ...]],
    ) -> None:
        self._members: dict[str, tuple[str, ...]] = {}
        self._home: dict[str, str] = {}
        for members in components(keys, ((first, other) for first, *others in together for other in others)):
            self._members[members[0]] = members
            self._home.update(dict.fromkeys(members, members[0]))
        self._links: dict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), points in sorted(scores.items()):
            self._add(self._home[one], self._home[other], points - NOT_NEAR)
        for parted in apart:
            homes = sorted({self._home[key] for key in parted if key in self._home})
            for at, home in enumerate(homes):
                for other in homes[at + 1 :]:
                    self._add(home, other, PARTED)

    def grown(self) -> Groups:
        """Join the surest groups until none is left to join."""
        heap = [
            (-self._mean(one, other), one, other)
            for one, links in self._links.items()
            for other in links
            if one < other and self._mean(one, other) > LINK
        ]
        heapify(heap)
        while heap:
            mean, one, other = heappop(heap)
            if other in self._links.get(one, ()) and mean == -self._mean(one, other):
                self._join(one, other, heap)
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def _join(self, one: str, other: str, heap: list[tuple[float, str, str]]) -> None:
        """Let the group with the lower key take the other, with its links."""
        self._members[one] += self._members.pop(other)
        self._links[one].pop(other)
        for third, total in self._links.pop(other).items():
            if third != one:
                self._links[third].pop(other)
                self._add(one, third, total)
        for third in self._links[one]:
            if (mean := self._mean(one, third)) > LINK:
                heappush(heap, (-mean, min(one, third), max(one, third)))

    def _add(self, one: str, other: str, points: float) -> None:
        if one != other:
            total = self._links[one].get(other, 0.0) + points
            self._links[one][other] = self._links[other][one] = total

    def _mean(self, one: str, other: str) -> float:
        pairs = len(self._members[one]) * len(self._members[other])
        return self._links[one][other] / pairs + NOT_NEAR
