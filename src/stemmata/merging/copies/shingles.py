"""Pairs of documents that share runs of three words which few documents have.

Every run counts, none is sampled, so that a short passage in a long page is found. Runs that many documents share, such
as "one of the", say nothing; a wire story that many carry pairs every page with the first ones.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

COMMON: Final = 60
"""A run that more documents hold is common speech, or a story that its other runs show as well."""
FIRST: Final = 4
"""Of the documents that hold a run, the first so many are paired with every other: pairs grow with the documents."""
LEAST_SHARED: Final = 8
"""Runs that a pair must share to be looked at: a passage of ten words."""

_WORD = re.compile(r"\w+")

Hashes = NDArray[np.uint64]


def runs(text: str) -> Hashes:
    """The distinct runs of three words of a text, as numbers that stay from run to run."""
    numbers = np.fromiter((_number(word) for word in _WORD.findall(text.lower())), np.uint64)
    if len(numbers) < 3:
        return numbers[:0]
    mixed = numbers[:-2] * np.uint64(0x9E3779B97F4A7C15) + numbers[1:-1]
    return np.unique(mixed * np.uint64(0xC2B2AE3D27D4EB4F) + numbers[2:])


_numbers: dict[str, int] = {}


def _number(word: str) -> int:
    known = _numbers.get(word)
    if known is None:
        if len(_numbers) > 1_000_000:
            _numbers.clear()
        known = _numbers[word] = crc32(word.encode())
    return known


def candidates(hashes: Sequence[Hashes]) -> Iterator[tuple[int, int, int]]:
    """Pairs of documents by their numbers, the lower first, with how many uncommon runs they share at least.

    Args:
        hashes: the runs of each document, earliest published first.
    """
    if not hashes:
        return
    runs_ = np.concatenate(hashes)
    owners = np.repeat(np.arange(len(hashes), dtype=np.uint32), [len(those) for those in hashes])
    order = np.argsort(runs_, kind="stable")  # stable: the documents of a run stay in their order
    runs_, owners = runs_[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], runs_[1:] != runs_[:-1]))) if len(runs_) else np.empty(0, np.int64)
    sizes = np.diff(np.append(starts, len(runs_)))
    kept = (sizes > 1) & (sizes <= COMMON)
    codes, counts = _pairs(owners, starts[kept], sizes[kept], len(hashes))
    for code, count in zip(codes[counts >= LEAST_SHARED], counts[counts >= LEAST_SHARED], strict=True):
        one, other = divmod(int(code), len(hashes))
        yield one, other, int(count)


def _pairs(
    owners: NDArray[np.uint32], starts: NDArray[np.int64], sizes: NDArray[np.int64], documents: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The pairs of documents over all runs, each as one number, with how many runs they share."""
    found = []
    for first in range(FIRST):
        for at in range(first + 1, int(sizes.max(initial=0))):
            long_enough = starts[sizes > at]
            found.append(
                owners[long_enough + first].astype(np.uint64) * np.uint64(documents) + owners[long_enough + at]
            )
    if not found:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    codes, counts = np.unique(np.concatenate(found), return_counts=True)
    return codes, counts
