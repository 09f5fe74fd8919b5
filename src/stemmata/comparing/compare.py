"""The verb of this room: events of a case beside the rows of a file."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from stemmata.case import Case
from stemmata.case.entries import Entry
from stemmata.case.listing import Query
from stemmata.comparing import acled, ged
from stemmata.comparing.comparison import Comparison, pair_of
from stemmata.comparing.happening import Happening
from stemmata.comparing.pairing import Grid, comparable, paired
from stemmata.comparing.points import WIDE_DAYS
from stemmata.comparing.project import of_entry
from stemmata.comparing.reading import theirs
from stemmata.errors import ExportError
from stemmata.exports.formats import acled as acled_format
from stemmata.exports.formats import ged as ged_format
from stemmata.exports.taking import taken

MOST_HELD: Final = 400_000
"""Events of a side that are compared at once: about a gigabyte."""
AT_ONCE: Final = 500
OUTSIDE: Final[dict[str, Callable[[Entry], str | None]]] = {
    acled.NAME: acled_format.leaves_out,
    ged.NAME: ged_format.leaves_out,
}
"""Kind of table → why it would not hold an event."""
Heard = Callable[[str, int, int | None], None]
BEYOND: Final = {
    "country": "in countries of which the case has no event",
    "days": "of days of which the case has no event",
}
NOT_COVERED: Final = {
    "country": "the file has no row of its country",
    "days": "the file has no row of its days, before or after",
}


def compare(
    source: Case | Path,
    file: Path,
    query: Query | None = None,
    *,
    heard: Heard = lambda _what, _done, _of: None,
) -> Comparison:
    """Compare the events of a case with a table of ACLED or of UCDP's GED, or with an export of Stemmata as JSON.

    Args:
        source: the case; or a file that `stemmata export json` wrote.
        file: what to compare it with.
        query: only events and rows of these days, this country, this box; its other parts choose among events only.
        heard: told what was read or looked at: its noun, how many, and of how many where that is known.

    Raises:
        ExportError: the file cannot be read, is no such table, or holds too much.
        CaseError: the case cannot be read.
    """
    query = query or Query()
    there = theirs(file)
    found = taken(source, query)
    _refuse_too_many(len(found.at), "the case")
    outside = OUTSIDE.get(there.name, lambda _: None)
    ours: list[Happening] = []
    for at in range(0, len(found.at), AT_ONCE):
        ours += [of_entry(entry, outside) for entry in found.read(found.at[at : at + AT_ONCE])]
        heard("events", len(ours), len(found.at))
    result = Comparison(found.title, file.name, there.name, broken=there.broken)
    grid, reach = Grid(), _Reach()
    for row in _within(there.rows, _reach(ours), reach, query, result):
        grid.add(row)
        _refuse_too_many(len(grid.held), str(file))
        if len(grid.held) % AT_ONCE == 0:
            heard("rows", len(grid.held), None)
    _sort(ours, grid, reach, result, lambda done, of: heard("events compared", done, of))
    return result


def _refuse_too_many(held: int, where: str) -> None:
    if held > MOST_HELD:
        raise ExportError(
            f"{where} has more than {MOST_HELD:,} events to compare; choose some with --since, --until, --country or"
            " --box."
        )


@dataclass(slots=True)
class _Reach:
    """Where and when a side has anything."""

    first: int | None = None
    last: int | None = None
    countries: set[str] = field(default_factory=set)

    def add(self, one: Happening) -> None:
        """Take a happening in."""
        if one.country:
            self.countries.add(one.country)
        if one.first is not None and one.last is not None and comparable(one):
            self.first = one.first if self.first is None else min(self.first, one.first)
            self.last = one.last if self.last is None else max(self.last, one.last)

    def misses(self, one: Happening) -> str | None:
        """Why this side can have nothing of a happening of the other."""
        if one.country and one.country not in self.countries:
            return "country"
        if self.first is None or self.last is None:
            return "days"
        after = one.first is not None and one.first > self.last + WIDE_DAYS
        before = one.last is not None and one.last < self.first - WIDE_DAYS
        return "days" if after or before else None


def _reach(ours: Iterable[Happening]) -> _Reach:
    reach = _Reach()
    for one in ours:
        reach.add(one)
    return reach


def _within(
    rows: Iterable[Happening], ours: _Reach, there: _Reach, query: Query, result: Comparison
) -> Iterator[Happening]:
    """The rows that are asked for and that the case may have; the others are counted."""
    for row in rows:
        if not _asked_for(row, query):
            continue
        there.add(row)
        why = ours.misses(row)
        if why:
            result.beyond[BEYOND[why]] += 1
        else:
            yield row


def _asked_for(row: Happening, query: Query) -> bool:
    """As a query chooses events: what may have happened then; what is known to lie there."""
    start, end = row.when.start or date.min, row.when.end or date.max
    if (query.since and end < query.since) or (query.until and start > query.until):
        return False
    if query.country and row.country != query.country.upper():
        return False
    if query.box is None:
        return True
    west, south, east, north = query.box
    return row.lat is not None and row.lon is not None and west <= row.lon <= east and south <= row.lat <= north


def _sort(
    ours: Sequence[Happening], grid: Grid, there: _Reach, result: Comparison, heard: Callable[[int, int], None]
) -> None:
    """Put every event and every row where it belongs."""
    pairs = paired(ours, grid, heard)
    often = grid.often
    matched = {match.theirs for match in pairs.values()}
    for number, one in enumerate(ours):
        if number in pairs:
            match = pairs[number]
            result.pairs.append(pair_of(one, grid.held[match.theirs], match, often))
        elif one.outside:
            result.not_compared[one.outside] += 1
        elif not comparable(one):
            result.not_compared["its day is not known to the year"] += 1
        elif why := there.misses(one):
            result.not_compared[NOT_COVERED[why]] += 1
        else:
            result.only_here.append(one)
    result.only_there += [row for number, row in enumerate(grid.held) if number not in matched]
