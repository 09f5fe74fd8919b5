"""All that the reports of an event say of each thing, and the value that the event takes by a rule.

    conservative     the lowest low of a figure; of all else that of the most origins, as below
    informative      the most specific, then the latest
    representative   that of the most origins, then the latest

A figure that falls in a later report of the same origin replaces the earlier one, which stays for the history.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from tomllib import loads
from typing import Final

from stemmata.records import Count, Field, Figure, Report, Rule, Site, Told, Version, Window
from stemmata.tables import CODEBOOK

Value = str | Window | Site | Count

PRONOUNS: Final = frozenset("he her him i it me she that them these they this those us we which who whom you".split())
"""Words for a party that no reader can tell apart outside of their sentence: a value of no event."""
OPEN: Final = 10**9
"""Stands for an end that is not told where values are compared."""
_LEVELS: Final = ("facility", "populated_place", "district", "region", "area", "sea", "country", "unknown")
_JOINED = re.compile(r"[^,;.]{0,25}\band\s+$")


@dataclass(frozen=True, slots=True)
class Said:
    """One value that one report gives."""

    value: Value
    report: str
    origin: str
    day: int
    """When it was told: the order of publication within the event."""


def fields_of(reports: Sequence[Told], rule: Rule) -> tuple[Field, ...]:
    """The fields of an event.

    Args:
        reports: the event's reports, earliest first; those that deny it say nothing of it.
        rule: how a value is chosen.
    """
    said: dict[str, list[Said]] = defaultdict(list)
    for day, told in enumerate(reports):
        if told.report.status.value != "denied":
            for name, value in _values(told.report):
                said[name].append(Said(value, told.key, told.origin, day))
    return tuple(field_of(name, values, rule) for name, values in said.items())


def field_of(name: str, said: Sequence[Said], rule: Rule) -> Field:
    """Gather the values of one thing, and choose one."""
    replaced = _replaced(said)
    versions = []
    for value in dict.fromkeys(each.value for each in said):
        theirs = [each for each in said if each.value == value]
        gone = all((each.origin, value) in replaced for each in theirs)
        origins = tuple(dict.fromkeys(each.origin for each in theirs))
        versions.append((Version(value, tuple(each.report for each in theirs), origins, gone), theirs[-1].day))
    holding = [(version, day) for version, day in versions if not version.replaced] or versions
    chosen = min(holding, key=lambda each: _order(each[0], each[1], rule))[0].value
    ranked = sorted(versions, key=lambda each: (each[0].replaced, *_order(each[0], each[1], "representative")))
    counts = [version.value for version, _ in holding if isinstance(version.value, Count)]
    return Field(name, chosen, tuple(version for version, _ in ranked), _span(counts) if counts else None)


def _order(version: Version, day: int, rule: Rule) -> tuple[float, ...]:
    """What comes first by a rule."""
    vague = _vagueness(version.value)
    if rule == "informative":
        return (vague, -day, -len(version.origins))
    if rule == "conservative" and isinstance(version.value, Count):
        return (float(OPEN if version.value.low is None else version.value.low), vague, -day)
    return (-len(version.origins), -day, vague)


def _vagueness(value: Value) -> float:
    """How little a value says: 0 for the most specific of its kind."""
    if isinstance(value, Count):
        return OPEN if value.low is None or value.high is None else value.high - value.low
    if isinstance(value, Window):
        return (value.end - value.start).days if value.start and value.end else OPEN
    if isinstance(value, Site):
        return _LEVELS.index(value.level) * 1e6 + (value.radius_m or 0)
    return -_specific().get(value, 0)


@cache
def _specific() -> dict[str, int]:
    """How specific an event type is, by the codebook."""
    types = loads((CODEBOOK / "types.toml").read_text(encoding="utf-8"))
    return {name: kind.get("specific", 0) for name, kind in types.items()}


def _replaced(said: Sequence[Said]) -> set[tuple[str, Value]]:
    """Figures of an origin that it later put lower."""
    found: set[tuple[str, Value]] = set()
    latest: dict[str, list[Count]] = defaultdict(list)
    for each in sorted((each for each in said if isinstance(each.value, Count)), key=lambda each: each.day):
        if isinstance(each.value, Count):
            for earlier in latest[each.origin]:
                if _falls(earlier, each.value):
                    found.add((each.origin, earlier))
            found.discard((each.origin, each.value))
            latest[each.origin].append(each.value)
    return found


def _falls(earlier: Count, later: Count) -> bool:
    return later.high is not None and earlier.low is not None and later.high < earlier.low


def _span(counts: Iterable[Count]) -> Count:
    lows = [count.low for count in counts if count.low is not None]
    highs = [count.high for count in counts if count.high is not None]
    low, high = min(lows, default=None), max(highs, default=None)
    top = max(lows, default=None)
    if high is not None and top is not None and top > high:
        high = None  # somebody says "at least" more than the highest number told
    return Count(low, high)


# ---------------------------------------------------------------------------------------------- what a report says


def _values(report: Report) -> Iterable[tuple[str, Value]]:
    yield "type", report.type
    if report.when and (report.when.start or report.when.end):
        yield "when", Window(report.when.start, report.when.end)
    for place in report.places:
        yield (
            "place",
            Site(place.name or place.span.quote, place.country, place.lat, place.lon, place.level, place.radius_m),
        )
    for name in ("initiator", "target"):
        named = (party.id or party.span.quote for party in getattr(report, name))
        yield from ((name, one) for one in named if one.lower() not in PRONOUNS)
    yield from counts_of(report).items()


def counts_of(report: Report) -> dict[str, Count]:
    """What a report counts, once for each measure: parts told side by side are added, of others the largest counts."""
    found: dict[str, Count] = {}
    wholes = [figure for figure in report.figures if figure.part_of is None]
    for measure in dict.fromkeys(figure.measure for figure in wholes):
        theirs = sorted((f for f in wholes if f.measure == measure), key=lambda figure: figure.span.start)
        groups: list[Count] = []
        last: Figure | None = None
        for figure in theirs:
            count = Count(figure.low, figure.high)
            if last and _side_by_side(last, figure, report):
                groups[-1] = _sum(groups[-1], count)
            else:
                groups.append(count)
            last = figure
        found[measure] = max(groups, key=lambda count: count.low if count.low is not None else count.high or 0)
    return found


def _side_by_side(one: Figure, other: Figure, report: Report) -> bool:
    """Whether two figures are told as two groups: "a nurse and three patients"."""
    begins = report.evidence.start
    between = report.evidence.quote[max(0, one.span.end - begins) : max(0, other.span.start - begins)]
    return one.of != other.of and bool(_JOINED.fullmatch(between))


def _sum(one: Count, other: Count) -> Count:
    return Count(
        None if one.low is None or other.low is None else one.low + other.low,
        None if one.high is None or other.high is None else one.high + other.high,
    )
