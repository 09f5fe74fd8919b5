"""The assignment is the best there is: checked against trying every one."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.scoring.assignment import assign

SIZES = st.integers(1, 5)
WEIGHTS = st.sampled_from([0.0, 0.25, 0.5, 1.0, 1.5, 2.0])  # exact in binary, with many ties


@st.composite
def matrices(draw):
    rows, columns = draw(SIZES), draw(SIZES)
    return [[draw(WEIGHTS) for _ in range(columns)] for _ in range(rows)]


def best_total(weights):
    """The largest total of any assignment, by trying them all."""
    if len(weights) > len(weights[0]):
        weights = list(zip(*weights, strict=True))
    ways = permutations(range(len(weights[0])), len(weights))
    return max(sum(line[column] for line, column in zip(weights, way, strict=True)) for way in ways)


@given(matrices())
def test_no_other_assignment_weighs_more(weights):
    pairs = assign(weights)
    assert sum(weights[row][column] for row, column in pairs) == best_total(weights)


@given(matrices())
def test_rows_and_columns_are_used_once_and_nothing_weightless_is_paired(weights):
    pairs = assign(weights)
    rows, columns = [row for row, _ in pairs], [column for _, column in pairs]
    assert rows == sorted(set(rows))
    assert len(columns) == len(set(columns))
    assert all(weights[row][column] > 0 for row, column in pairs)


@pytest.mark.parametrize(
    ("weights", "pairs"),
    [
        ([], []),
        ([[]], []),
        ([[0.0]], []),  # nothing in common is no pair
        ([[2, 3], [0, 2.5]], [(0, 0), (1, 1)]),  # the greedy 3 would leave the second row with nothing
        ([[1, 1], [1, 1]], [(0, 0), (1, 1)]),  # equal ways: the first column
        ([[1], [3], [2]], [(1, 0)]),  # more rows than columns
        ([[4, 5, 6], [4, 5, 5.5]], [(0, 2), (1, 1)]),
    ],
)
def test_small_cases(weights, pairs):
    assert assign(weights) == pairs
