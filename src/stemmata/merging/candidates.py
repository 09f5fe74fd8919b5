"""Which reports may tell of one happening: those of the same days in the same places. Nothing else is compared.

Every report stands on the cells of its places and days, and looks on these and their neighbours. One that names no
place that the gazetteer knows is near all of its country; one without a country is near those that share a name or an
uncommon word with it. The relation is symmetric, so that the pairs do not depend on the order in which reports come,
and a new report meets its neighbourhood only.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from math import ceil, floor
from typing import Final

from stemmata.merging.facts import Facts, Spot
from stemmata.merging.nearness import RECENT_DAYS
from stemmata.merging.progress import Heard, unheard

CELL: Final = 0.25
CELL_KM: Final = 28.0
"""The grid, in degrees and at its widest: about the distance from which on two places are two."""
FARTHEST: Final = 4
"""Cells that a rough place reaches at most on each side."""
LONGEST_DAYS: Final = 31
"""Days of a longer period that are looked at: its first ones."""

Key = tuple[object, ...]


class Neighbours:
    """Reports by the cells that they stand on."""

    def __init__(self) -> None:
        self._cells: dict[Key, list[Facts]] = defaultdict(list)

    def add(self, facts: Facts) -> None:
        """Put a report on its cells."""
        for key in stands_on(facts):
            self._cells[key].append(facts)

    def of(self, facts: Facts) -> list[Facts]:
        """The reports on the cells that this one looks at, each once, in the order in which they were added."""
        found = {other.key: other for key in looks_at(facts) for other in self._cells.get(key, ())}
        everywhere = (other for key in looks_everywhere(facts) for other in self._cells.get(key, ()))
        found.update((other.key, other) for other in everywhere if _share(facts, other))
        found.pop(facts.key, None)
        return list(found.values())

    def on(self, keys: Iterable[Key]) -> list[Facts]:
        """The reports on some cells, each once."""
        found = {other.key: other for key in keys for other in self._cells.get(key, ())}
        return list(found.values())


def pairs(reports: Collection[Facts], heard: Heard = unheard) -> Iterator[tuple[Facts, Facts]]:
    """All pairs of reports that may tell of one happening, each once.

    Reports of two countries never do. So one country is looked at after the other, each beside those without a country,
    and no more than one of them is ever held.
    """
    done = 0
    by_country: dict[str | None, list[Facts]] = defaultdict(list)
    for facts in reports:
        by_country[facts.country].append(facts)
    anywhere = Neighbours()
    for facts in by_country.pop(None, ()):
        for other in anywhere.on(looks_at(facts)):
            yield other, facts
        anywhere.add(facts)
    for theirs in by_country.values():
        known = Neighbours()
        for facts in sorted(theirs, key=_day):  # neighbours are then near each other in memory, too
            heard("reports", done := done + 1, len(reports))
            keys = list(looks_at(facts))
            for other in (*anywhere.on(keys), *known.on(keys)):
                yield other, facts
            known.add(facts)


def _day(facts: Facts) -> int:
    return facts.first or facts.known or 0


def _share(one: Facts, other: Facts) -> bool:
    return not set(_telling(one)).isdisjoint(_telling(other))


def _telling(facts: Facts) -> Iterator[str]:
    """The names, places and uncommon words by which reports meet where a country is not told."""
    yield from facts.words
    yield from facts.names
    yield from facts.scene
    for spot in facts.spots:
        yield from spot.keys


def stands_on(facts: Facts) -> Iterator[Key]:
    """The cells where others find a report."""
    cells = {cell for spot in _points(facts) for cell in _around(spot, 0)}
    for day in _days(facts, 0):
        for cell in cells:
            yield "cell", facts.period, day, cell
        yield "day", facts.period, day
        if facts.country is None:
            for word in _telling(facts):
                yield "word", facts.period, day, word
        else:
            yield "country" if _is_placed(facts) else "unlocated", facts.period, day, facts.country


def looks_at(facts: Facts) -> Iterator[Key]:
    """The cells on which a report finds others."""
    cells = {cell for spot in _points(facts) for cell in _around(spot, 1)}
    for day in _days(facts, 1):
        for cell in cells:
            yield "cell", facts.period, day, cell
        for word in _telling(facts):
            yield "word", facts.period, day, word
        if facts.country is not None:
            yield "unlocated", facts.period, day, facts.country
            if not _is_placed(facts):
                yield "country", facts.period, day, facts.country


def looks_everywhere(facts: Facts) -> Iterator[Key]:
    """The days of a report without a country, on which it finds those that share a name or a word with it."""
    if facts.country is None:
        for day in _days(facts, 1):
            yield "day", facts.period, day


def _is_placed(facts: Facts) -> bool:
    """Whether a report names a place that the gazetteer knows; others may be of any part of the country."""
    return any(spot.lat is not None and not spot.guessed for spot in facts.spots)


def _points(facts: Facts) -> tuple[Spot, ...]:
    own = tuple(spot for spot in facts.spots if spot.lat is not None)
    return own or facts.setting


def _around(spot: Spot, more: int) -> Iterator[tuple[int, int]]:
    """The cells of the grid within a place's radius, and so many more on each side."""
    if spot.lat is None or spot.lon is None:
        return
    reach = min(FARTHEST, ceil(spot.radius_km / CELL_KM - 0.5)) + more
    row, column = floor(spot.lat / CELL), floor(spot.lon / CELL)
    for down in range(row - reach, row + reach + 1):
        for along in range(column - reach, column + reach + 1):
            yield down, along


def _days(facts: Facts, more: int) -> range:
    """The days that a report is of; one without a day, those before it was told."""
    if facts.first is not None and facts.last is not None:
        last = min(facts.last, facts.first + LONGEST_DAYS)
        return range(facts.first - more, last + more + 1)
    if facts.known is None:
        return range(0)
    return range(facts.known - RECENT_DAYS - more, facts.known + more + 1)
