"""One-to-one assignment of the largest total weight, where most pairs have no weight at all.

The Hungarian method by shortest augmenting paths, as `scoring.assignment` has it, on lists of neighbours instead of a
whole matrix: a path rarely leaves the neighbourhood, so that ten thousand rows take seconds.
"""

import heapq
from collections.abc import Mapping, Sequence
from itertools import count

Column = int
Neighbours = Sequence[tuple[Column, float]]


def assign(weights: Mapping[int, Neighbours]) -> dict[int, Column]:
    """Pair rows with columns one to one, so that the weights of the pairs add up to the most.

    Args:
        weights: row → the columns that it may have, each with a weight above 0.

    Returns:
        Row → column; rows that are better left out are not in it.
    """
    search = _Search(weights)
    for row in weights:
        search.place(row)
    return {row: column for column, row in search.holder.items() if column >= 0}


class _Search:
    """The rows placed so far, with prices that prove no other assignment of them to be better.

    Each row has a column of its own, numbered below 0, that weighs nothing: to have that one is to be left out.
    """

    def __init__(self, weights: Mapping[int, Neighbours]) -> None:
        self._costs = {
            row: [*((column, -weight) for column, weight in told), (-1 - number, 0.0)]
            for number, (row, told) in enumerate(weights.items())
        }
        self._row_price: dict[int, float] = {}
        self._column_price: dict[Column, float] = {}
        self.holder: dict[Column, int] = {}
        self._held: dict[int, Column] = {}

    def place(self, new: int) -> None:
        """Give a row its column, moving earlier rows along the cheapest path to a free one."""
        price = self._column_price
        self._row_price[new] = min(cost - price.get(column, 0.0) for column, cost in self._costs[new])
        ways: list[tuple[float, int, Column, int]] = []
        order = count()
        came_from: dict[Column, int] = {}
        passed: dict[Column, float] = {}
        row, far = new, 0.0
        while True:
            for column, cost in self._costs[row]:
                if column not in passed:
                    step = max(0.0, cost - self._row_price[row] - price.get(column, 0.0))
                    heapq.heappush(ways, (far + step, next(order), column, row))
            far, _, column, by = heapq.heappop(ways)
            while column in passed:
                far, _, column, by = heapq.heappop(ways)
            came_from[column] = by
            holder = self.holder.get(column)
            if holder is None:
                break
            passed[column] = far
            row = holder
        self._row_price[new] += far
        for other, distance in passed.items():
            self._row_price[self.holder[other]] += far - distance
            price[other] = price.get(other, 0.0) - (far - distance)
        self._shift(column, came_from, new)

    def _shift(self, column: Column, came_from: Mapping[Column, int], new: int) -> None:
        """Each row of the path takes the column that it led to."""
        while True:
            row = came_from[column]
            before = self._held.get(row)
            self.holder[column], self._held[row] = row, column
            if before is None or row == new:
                return
            column = before
