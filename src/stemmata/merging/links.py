"""Links between reports, and the parts in which reports hang together by them: no event is larger than its part.

Held as plain numbers, since a million reports have some eight million links.
"""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np

Pair = tuple[str, str]
"""The keys of two reports, in ascending order."""


class Links:
    """Links between reports of known keys."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Begin without links; the keys are in ascending order."""
        self._keys = keys
        self._at = {key: at for at, key in enumerate(keys)}
        self._parent = array("I", range(len(keys)))
        self._ones, self._others = array("I"), array("I")

    def add(self, one: str, other: str) -> None:
        """Link two reports."""
        at, to = self._at[one], self._at[other]
        self._ones.append(at)
        self._others.append(to)
        at, to = self._root(at), self._root(to)
        if at < to:
            self._parent[to] = at
        elif to < at:
            self._parent[at] = to

    def parts(self) -> Iterator[tuple[Sequence[str], Iterator[Pair]]]:
        """The keys that hang together, in ascending order, with the links among them."""
        roots = np.fromiter(map(self._root, range(len(self._keys))), np.uint32, len(self._keys))
        ones, others = (np.frombuffer(ends, np.uint32) for ends in (self._ones, self._others))
        members, links = np.argsort(roots, kind="stable"), np.argsort(roots[ones], kind="stable")
        sizes, linked = (np.bincount(each, minlength=len(roots)) for each in (roots, roots[ones]))
        at = link = 0
        for size, many in zip(sizes[sizes > 0].tolist(), linked[sizes > 0].tolist(), strict=True):
            held, here = members[at : at + size], links[link : link + many]
            yield self._named(held), zip(self._named(ones[here]), self._named(others[here]), strict=True)
            at, link = at + size, link + many

    def _named(self, those: "np.ndarray[tuple[int], np.dtype[np.integer]]") -> list[str]:
        return [self._keys[at] for at in those.tolist()]

    def _root(self, at: int) -> int:
        parent = self._parent
        while (above := parent[at]) != at:
            parent[at] = parent[above]
            at = above
        return at
