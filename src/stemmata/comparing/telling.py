"""A comparison as JSON, and as lines for a terminal."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from typing import Any, Final

from stemmata.comparing.comparison import Comparison, Tally
from stemmata.comparing.happening import Happening
from stemmata.exports.wording import one_line

VERSION: Final = "stemmata/comparison/1"
"""Raised when a field changes its meaning."""
MOST_LINES: Final = 15
"""Rows of a table in a terminal; the JSON has them all."""
MOST_BROKEN: Final = 5
WIDTH: Final = 44


def as_json(told: Comparison) -> dict[str, Any]:
    """All of it, in plain values."""
    return {
        "format": VERSION,
        "case": told.case,
        "file": told.file,
        "table": told.table,
        "matched": len(told.pairs),
        "only_here": [_happening(one) for one in told.only_here],
        "only_there": [_happening(one) for one in told.only_there],
        "not_compared": dict(told.not_compared),
        "beyond": dict(told.beyond),
        "broken": {"rows": told.broken.count, "told": told.broken.told},
        "agreement": {name: dict(counts) for name, counts in told.agreement().items()},
        "by_type": _tallies(told.types()),
        "by_place": _tallies(told.places()),
        "by_month": _tallies(told.months()),
        "pairs": [
            {
                "ours": _happening(pair.ours),
                "theirs": _happening(pair.theirs),
                "points": pair.points,
                "reasons": list(pair.reasons),
                "agreement": dict(pair.agreement),
            }
            for pair in told.pairs
        ],
    }


def _tallies(told: Mapping[str, Tally]) -> dict[str, dict[str, int]]:
    return {name: asdict(tally) for name, tally in told.items()}


def _happening(one: Happening) -> dict[str, Any]:
    start, end = one.when.start, one.when.end
    return {
        "id": one.id,
        "line": one.line,
        "type": one.kind,
        "date_start": start and start.isoformat(),
        "date_end": end and end.isoformat(),
        "place": one.place,
        "country": one.country,
        "lat": one.lat,
        "lon": one.lon,
        "radius_km": one.radius_km if one.lat is not None else None,
        "actors": sorted(one.parties),
        "deaths": {"low": one.low, "best": one.best, "high": one.high},
        "text": one.text,
    }


def lines(told: Comparison) -> Iterator[str]:
    """All that fits a terminal."""
    yield f"{one_line(told.case)} beside {one_line(told.file)} ({told.table})"
    yield (f"{len(told.pairs):,} matched, {len(told.only_here):,} only here, {len(told.only_there):,} only there")
    for why, count in told.not_compared.most_common():
        yield f"  {count:,} more of the case have no match: {why}"
    for why, count in told.beyond.most_common():
        yield f"  {count:,} more rows of the file: {why}"
    for why in told.broken.told[:MOST_BROKEN]:
        yield f"  not read: {one_line(why)}"
    if told.broken.count > MOST_BROKEN:
        yield f"  not read: {told.broken.count - MOST_BROKEN:,} more rows"
    if told.pairs:
        yield "\nHow the pairs agree"
        for name, counts in told.agreement().items():
            yield f"  {name:8}{' · '.join(f'{count:,} {how}' for how, count in counts.most_common())}"
    for title, tallies in (("Type", told.types()), ("Place", told.places()), ("Month", told.months())):
        yield from _table(title, tallies)


def _table(title: str, told: Mapping[str, Tally]) -> Iterator[str]:
    if not told:
        return
    yield f"\n{title:{WIDTH}}{'matched':>10}{'only here':>12}{'only there':>12}"
    for name, tally in islice(told.items(), MOST_LINES):
        yield f"{one_line(name)[: WIDTH - 1]:{WIDTH}}{tally.matched:>10,}{tally.only_here:>12,}{tally.only_there:>12,}"
    if len(told) > MOST_LINES:
        yield f"and {len(told) - MOST_LINES:,} more; --json has them all"
