"""Turns scores of arcs into trees.

Each word takes its best head. Only where that gives no tree (a cycle, or not exactly one root: one
sentence in ten) the best tree is searched, by the algorithm of Chu and Liu (1965) and Edmonds (1967).
"""

from typing import cast

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.intp]
Scores = NDArray[np.float32]

_NEVER = -1e9


def best_tree(arcs: Scores, roots: Scores) -> Heads:
    """The heads of the best tree with one root: for each word the index of its head, -1 for the root.

    `arcs[d, h]` is how well word h governs word d; `roots[d]`, how well d stands as the root.
    """
    size = len(roots)
    scores = np.empty((size, size + 1), np.float32)
    scores[:, 0] = roots
    scores[:, 1:] = arcs
    np.fill_diagonal(scores[:, 1:], _NEVER)
    heads = cast(Heads, scores.argmax(1) - 1)
    return heads if is_tree(heads) else _searched(scores, heads)


def is_tree(heads: Heads) -> bool:
    """Whether there is exactly one root, and every word's chain of heads ends in it."""
    if int((heads < 0).sum()) != 1:
        return False
    # Node 0 stands for the root's head; after k rounds every node points 2**k steps up.
    up = np.concatenate(([0], heads + 1))
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return not up.any()


def _searched(scores: Scores, greedy: Heads) -> Heads:
    """The best tree over all words that may be its root: those that took the root, else the likeliest one."""
    candidates = np.flatnonzero(greedy < 0)
    if not len(candidates):
        candidates = np.array([scores[:, 0].argmax()])
    best: tuple[float, Heads] | None = None
    rows = np.arange(len(scores))
    for root in candidates:
        forced = scores.astype(np.float64)
        forced[:, 0] = _NEVER
        forced[root, :] = _NEVER
        forced[root, 0] = 0
        heads = _arborescence(np.vstack([np.full(len(rows) + 1, _NEVER), forced]))[1:] - 1
        total = float(scores[rows, heads + 1].sum())
        if best is None or total > best[0]:
            best = total, heads
    assert best is not None
    return best[1]


def _arborescence(scores: NDArray[np.float64]) -> Heads:
    """Heads of the best spanning arborescence from node 0; `scores[d, h]`. Contracts one cycle at a time."""
    scores = scores.copy()
    np.fill_diagonal(scores, _NEVER * 10)
    heads = cast(Heads, scores.argmax(1))
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    merged = len(rest)
    smaller = np.full((merged + 1, merged + 1), _NEVER * 10)
    smaller[:merged, :merged] = scores[np.ix_(rest, rest)]
    # From the cycle to a word outside it: the best member governs it.
    out_of = scores[np.ix_(rest, cycle)]
    smaller[:merged, merged] = out_of.max(1)
    # Into the cycle: what is gained by breaking it at the member that is entered.
    into = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    smaller[merged, :merged] = into.max(0)
    found = _arborescence(smaller)
    result = heads.copy()
    for place, node in enumerate(rest[1:], 1):
        above = found[place]
        result[node] = cycle[out_of[place].argmax()] if above == merged else rest[above]
    entered = found[merged]
    result[cycle[into[:, entered].argmax()]] = rest[entered]
    return result


def _cycle(heads: Heads) -> NDArray[np.intp] | None:
    """The members of one cycle; node 0 belongs to none."""
    seen = np.zeros(len(heads), np.intp)
    for start in range(1, len(heads)):
        node, path = start, []
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node and seen[node] == start:
            return np.array(path[path.index(node) :])
    return None
