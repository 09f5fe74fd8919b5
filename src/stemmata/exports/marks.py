"""Marks words in a text: spans that lie in each other become nested elements, spans that cross are cut in pieces."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Words = tuple[int, int]
"""Start and end of marked words, the same for all values that were read from them."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Where the text goes on, or a piece of marked words opens or closes."""

    kind: Literal["text", "open", "close"]
    start: int
    end: int
    words: Words
    """The whole of the marked words; for text, its own offsets."""

    @property
    def first(self) -> bool:
        """Whether this is the piece that the words begin with."""
        return self.start == self.words[0]

    @property
    def last(self) -> bool:
        """Whether this is the piece that the words end with."""
        return self.end == self.words[1]


def within(start: int, end: int, marked: Iterable[Words]) -> Iterator[Edge]:
    """The stretch of text from start to end, taken apart into text and properly nested pieces of the marked words."""
    waiting = [
        (max(words[0], start), -min(words[1], end), words) for words in marked if words[0] < end and words[1] > start
    ]
    heapq.heapify(waiting)
    opened: list[Edge] = []
    at = start
    while waiting:
        begins, ends, words = heapq.heappop(waiting)
        for edge in _until(begins, opened, at):
            yield edge
            at = edge.end
        limit = opened[-1].end if opened else end
        if -ends > limit:  # it crosses what is open: the rest waits for its turn
            heapq.heappush(waiting, (limit, ends, words))
        piece = Edge("open", begins, min(-ends, limit), words)
        opened.append(piece)
        yield piece
    yield from _until(end, opened, at)


def _until(goal: int, opened: list[Edge], at: int) -> Iterator[Edge]:
    """Text up to the goal, with the close of everything that ends before or at it."""
    while opened and opened[-1].end <= goal:
        piece = opened.pop()
        if at < piece.end:
            yield Edge("text", at, piece.end, (at, piece.end))
            at = piece.end
        yield Edge("close", piece.start, piece.end, piece.words)
    if at < goal:
        yield Edge("text", at, goal, (at, goal))


def by_block(blocks: list[Words], marked: Iterable[Words]) -> Mapping[int, list[Words]]:
    """Block number → the marked words that reach into it."""
    found: dict[int, list[Words]] = {number: [] for number in range(len(blocks))}
    first = 0
    for words in sorted(marked):
        while first < len(blocks) and blocks[first][1] <= words[0]:
            first += 1
        for number in range(first, len(blocks)):
            if blocks[number][0] >= words[1]:
                break
            found[number].append(words)
    return found
