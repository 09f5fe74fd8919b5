"""One to one, the most weight in all: as the dense method finds it, and fast where few pairs have any."""

import random

from hypothesis import given
from hypothesis import strategies as st

from stemmata.comparing.assignment import assign
from stemmata.scoring.assignment import assign as dense

WEIGHTS = st.sampled_from([0, 0, 0.5, 1, 2, 3.5])
MATRICES = st.integers(1, 6).flatmap(
    lambda wide: st.lists(st.lists(WEIGHTS, min_size=wide, max_size=wide), min_size=1, max_size=6)
)


def test_the_better_pair_gives_way_where_both_gain():
    # Greedily 0 takes 1 (3.0) and 1 stays alone; together 2.0 + 2.5 are more.
    assert assign({0: [(0, 2.0), (1, 3.0)], 1: [(1, 2.5)]}) == {0: 0, 1: 1}


def test_one_is_left_out_where_two_want_the_same():
    assert assign({0: [(7, 1.0)], 1: [(7, 2.0)], 2: []}) == {1: 7}


@given(MATRICES)
def test_it_finds_as_much_as_the_dense_method(weights):
    sparse = {
        row: [(column, weight) for column, weight in enumerate(told) if weight] for row, told in enumerate(weights)
    }
    found = assign(sparse)
    assert len(set(found.values())) == len(found)
    ours = sum(weights[row][column] for row, column in found.items())
    theirs = sum(weights[row][column] for row, column in dense(weights))
    assert ours == theirs


def test_ten_thousand_rows_take_seconds():
    r = random.Random(1)
    weights = {row: [(row + step, r.uniform(0.1, 3)) for step in r.sample(range(40), 8)] for row in range(10_000)}
    assert len(assign(weights)) > 9_500
