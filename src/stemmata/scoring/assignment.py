"""One-to-one assignment of largest total weight."""

import math
from collections.abc import Sequence

Weights = Sequence[Sequence[float]]


def assign(weights: Weights) -> list[tuple[int, int]]:
    """Pair rows with columns one to one, so that the weights of the pairs add up to the most.

    The Hungarian method in its form of shortest augmenting paths (J. Munkres 1957; R. Jonker and A. Volgenant 1987,
    "A shortest augmenting path algorithm for dense and sparse linear assignment problems", Computing 38), without
    their initialisation: time grows with rows x rows x columns. Of equal ways, the first column wins.

    Returns:
        (row, column) pairs in order; those of no weight are left out.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        turned = assign(list(zip(*weights, strict=True)))
        return sorted((row, column) for column, row in turned)
    search = _Search(weights)
    for row in range(len(weights)):
        search.place(row)
    held = ((row, column) for column, row in enumerate(search.holder) if row is not None)
    return sorted((row, column) for row, column in held if weights[row][column] > 0)


class _Search:
    """The rows placed so far, and the prices that prove no other assignment of them to be better.

    A column costs a row minus its weight, less both their prices; that is never below 0, and 0 where it is held.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.row_price = [0.0] * len(weights)
        self.column_price = [0.0] * len(weights[0])
        self.holder: list[int | None] = [None] * len(weights[0])

    def place(self, new: int) -> None:
        """Give a new row its column, moving earlier rows along the cheapest path to a free column."""
        cost = [math.inf] * len(self.holder)  # of the cheapest path to each column
        came_from: list[int | None] = [None] * len(self.holder)  # the column before it on that path
        waiting = list(range(len(self.holder)))
        path_rows, path_columns = [new], list[int]()
        while True:
            self._relax(path_rows[-1], path_columns, waiting, cost, came_from)
            column = min(waiting, key=cost.__getitem__)
            step = cost[column]
            for row in path_rows:
                self.row_price[row] += step
            for passed in path_columns:
                self.column_price[passed] -= step
            for other in waiting:
                cost[other] -= step
            holder = self.holder[column]
            if holder is None:
                return self._shift(new, column, came_from)
            waiting.remove(column)
            path_rows.append(holder)
            path_columns.append(column)

    def _relax(
        self,
        row: int,
        path_columns: list[int],
        waiting: list[int],
        cost: list[float],
        came_from: list[int | None],
    ) -> None:
        """Note every column that is cheaper through this row, the holder of the last column of the path."""
        for column in waiting:
            reduced = -self.weights[row][column] - self.row_price[row] - self.column_price[column]
            if reduced < cost[column]:
                cost[column], came_from[column] = reduced, path_columns[-1] if path_columns else None

    def _shift(self, new: int, column: int, came_from: list[int | None]) -> None:
        """Each column of the path goes to the holder of the one before it, the first to the new row."""
        while (before := came_from[column]) is not None:
            self.holder[column] = self.holder[before]
            column = before
        self.holder[column] = new
