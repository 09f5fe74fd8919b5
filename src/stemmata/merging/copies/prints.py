"""What tells that two documents share a passage: runs of four words, a fixed choice of those of each text.

Of every four runs that follow each other the one with the lowest number is kept, so that two texts with a passage of
seven words in common keep a run in common, wherever it stands. Runs that many documents hold, such as "said in a
statement", say nothing; a story that very many carry is told by what its editors changed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

RUN: Final = 4
"""Words of a run."""
WINDOW: Final = 4
"""Of so many runs one is kept."""
COMMON: Final = 60
"""A print that more documents hold is common speech."""
LEAST_SHARED: Final = 2
"""Prints that a pair must share to be looked at: a passage of some twelve words."""

_WORD = re.compile(r"\w+")

Prints = NDArray[np.int64]


def prints(text: str) -> Prints:
    """The prints of a text, each once, in ascending order, as numbers that stay from run to run."""
    words = np.fromiter((_number(word) for word in _WORD.findall(text.lower())), np.uint64)
    count = len(words) - RUN + 1
    if count < 1:
        return np.empty(0, np.int64)
    mixed = np.zeros(count, np.uint64)
    for at in range(RUN):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + words[at : at + count]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    if count > WINDOW:
        mixed = np.lib.stride_tricks.sliding_window_view(mixed, WINDOW).min(axis=1)
    return np.unique(mixed).view(np.int64)


_numbers: dict[str, int] = {}


def _number(word: str) -> int:
    known = _numbers.get(word)
    if known is None:
        if len(_numbers) > 1_000_000:
            _numbers.clear()
        known = _numbers[word] = crc32(word.encode())
    return known


def candidates(those: Sequence[Prints]) -> Iterator[tuple[int, int]]:
    """Pairs of documents, by their numbers, the lower first, that share enough uncommon prints to be looked at.

    Args:
        those: the prints of each document.
    """
    if not those:
        return
    every = np.concatenate(those)
    owners = np.repeat(np.arange(len(those), dtype=np.uint32), [len(each) for each in those])
    order = np.argsort(every, kind="stable")  # stable: the documents of a print stay in their order
    for one, other in shared(every[order], owners[order]):
        yield int(one), int(other)


def shared(every: Prints, owners: NDArray[np.uint32], new: Prints | None = None) -> NDArray[np.uint32]:
    """Pairs of documents that share enough uncommon prints, as rows.

    Args:
        every: the prints of all documents, in ascending order.
        owners: the document of each of them; of one print in ascending order.
        new: only pairs with one of these documents; all where None.
    """
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1]))) if len(every) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(every)))
    left = np.repeat(sizes, sizes)  # of each row, how many documents hold its print
    here = np.flatnonzero((left > 1) & (left <= COMMON))
    every, owners = every[here], owners[here]
    looked = None if new is None else np.isin(owners, new)
    found = [np.empty(0, np.uint64)]
    for step in range(1, COMMON):
        both = np.flatnonzero(every[step:] == every[:-step])
        if not len(both):
            break
        if looked is not None:
            both = both[looked[both] | looked[both + step]]
        found.append(owners[both].astype(np.uint64) << np.uint64(32) | owners[both + step])
    codes, counts = np.unique(np.concatenate(found), return_counts=True)
    codes = codes[counts >= LEAST_SHARED]
    return np.stack([codes >> np.uint64(32), codes & np.uint64(0xFFFFFFFF)], axis=1).astype(np.uint32)
