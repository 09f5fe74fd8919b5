"""Pairs of an event and a row that are one happening: of the same days and places, one to one, the most points."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final

from stemmata.comparing.assignment import assign
from stemmata.comparing.happening import Happening
from stemmata.comparing.points import RIVAL, WIDE_DAYS, crowd, score

CELL: Final = 0.25
CELL_KM: Final = 28.0
"""The grid, in degrees and at its widest."""
FARTHEST: Final = 5
"""Cells that a rough place reaches at most on each side."""
DAYS: Final = 4
"""Days of a bucket: most happenings of one day meet two."""
LONG_DAYS: Final = 62
"""A longer window stands in every bucket at once."""
LONGEST_DAYS: Final = 366
"""A window of ours that is longer is of no year, and is compared with nothing."""
FEW, OFTEN = 5, 0.01
"""Rows, and their share, from which on a word that more of them tell says little."""
Key = tuple[object, ...]


class Grid:
    """Happenings of the file, by where and when they may lie."""

    def __init__(self) -> None:
        self._found: dict[Key, list[int]] = defaultdict(list)
        self.held: list[Happening] = []
        self._told: Counter[str] = Counter()

    def add(self, theirs: Happening) -> None:
        """Put a happening on its cells and days."""
        number = len(self.held)
        self.held.append(theirs)
        self._told.update(theirs.words | theirs.names)
        for where in (*_cells(theirs, 0), ("country", theirs.country)):
            for when in _buckets(theirs, 0):
                self._found[where, when].append(number)

    @property
    def often(self) -> frozenset[str]:
        """Words and names that say little, since many rows tell them."""
        most = max(FEW, len(self.held) * OFTEN)
        return frozenset(word for word, count in self._told.items() if count > most)

    def near(self, ours: Happening) -> list[int]:
        """Those that lie where and when ours may lie; of ours without a point, all of its country."""
        if not comparable(ours):
            return []
        cells = list(_cells(ours, 1))
        wheres = [*cells, ("pointless", ours.country)] if cells else [("country", ours.country)]
        whens = [*_buckets(ours, WIDE_DAYS), "long"]
        return sorted({number for where in wheres for when in whens for number in self._found.get((where, when), ())})


def comparable(ours: Happening) -> bool:
    """Whether it is known well enough when it happened."""
    return ours.first is not None and ours.last is not None and ours.last - ours.first < LONGEST_DAYS


def _cells(one: Happening, more: int) -> Iterator[Key]:
    if one.lat is None or one.lon is None:
        if not more:
            yield "pointless", one.country
        return
    reach = min(FARTHEST, ceil(one.radius_km / CELL_KM - 0.5)) + more
    row, column = floor(one.lat / CELL), floor(one.lon / CELL)
    for down in range(row - reach, row + reach + 1):
        for along in range(column - reach, column + reach + 1):
            yield down, along


def _buckets(one: Happening, more: int) -> Iterator[object]:
    if one.first is None or one.last is None:
        return
    if not more and one.last - one.first >= LONG_DAYS:
        yield "long"
        return
    yield from range((one.first - more) // DAYS, (one.last + more) // DAYS + 1)


@dataclass(frozen=True, slots=True)
class Match:
    """The row that an event is matched with."""

    theirs: int
    """Its number among those of the file."""
    points: float
    rivals: int
    """How many rows it might be."""


def paired(
    ours: Sequence[Happening], grid: Grid, heard: Callable[[int, int], None] = lambda _done, _of: None
) -> dict[int, Match]:
    """Pairs that are rather one happening than two.

    Args:
        ours: events of the case.
        grid: those of the file.
        heard: told how many events were looked at, of how many.

    Returns:
        Number of ours → its row.
    """
    often = grid.often
    weights: dict[int, list[tuple[int, float]]] = {}
    rivals: dict[int, int] = {}
    for number, one in enumerate(ours):
        found = [(other, score(one, grid.held[other], often)) for other in grid.near(one)]
        rivals[number] = sum(points > RIVAL for _, points in found)
        against = crowd(rivals[number]).points
        kept = [(other, points + against) for other, points in found if points + against > 0]
        if kept:
            weights[number] = kept
        heard(number + 1, len(ours))
    points_of = {(row, column): points for row, told in weights.items() for column, points in told}
    return {row: Match(column, points_of[row, column], rivals[row]) for row, column in assign(weights).items()}
