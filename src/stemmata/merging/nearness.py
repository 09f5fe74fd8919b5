"""When and where: what the days and places of two reports say for one happening or for two."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stemmata.merging.facts import Facts, Spot
from stemmata.merging.points import NEVER, Part
from stemmata.places.sphere import kilometres

FAR_KM: Final = 25.0
"""Two points that lie further apart than their radii and this are two places, however rough the gazetteer."""
COUNTED_DAYS: Final = 2
"""Up to so many days after a happening its dead are found, counted and buried."""
RECENT_DAYS: Final = 5
"""News without a day is of the last days: most dated reports of the development documents are within these."""

# ---------------------------------------------------------------------------------------------------- time

_SAME_DAY: Final = Part(2.0, "the same day")
_SAME_DAYS: Final = Part(1.6, "the same days")
_COUNTED: Final = Part(-0.5, "the dead are told of the days after it")
_OVERLAP: Final = Part(0.8, "days that overlap")
_NEXT_DAY: Final = Part(-1.5, "one day apart")
_OTHER_DAYS: Final = Part(-6.0, "other days")
_OTHER_PERIOD: Final = Part(NEVER, "another period")
_PERIOD: Final = Part(NEVER, "one tells of a period, the other of a happening")
_SAME_PERIOD: Final = Part(2.0, "the same period")
_NOT_YET: Final = Part(NEVER, "one was known before the other happened")
_RECENT: Final = Part(0.3, "told within days of it")
_LONG_AGO: Final = Part(-3.0, "told long after it, without a day")
_NO_DAY: Final = Part(0.0, "no day told")


def time_part(one: Facts, other: Facts) -> Part:
    if one.period != other.period:
        return _PERIOD
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _undated(one, other)
    if one.period:
        apart = abs(one.first - other.first) + abs(one.last - other.last)
        return _SAME_PERIOD if apart <= 2 else _OTHER_PERIOD
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0:
        same = (one.first, one.last) == (other.first, other.last)
        return _OVERLAP if not same else _SAME_DAY if one.first == one.last else _SAME_DAYS
    if gap <= COUNTED_DAYS and max(one, other, key=_begins).type == "casualties":
        return _COUNTED
    return _NEXT_DAY if gap == 1 else _OTHER_DAYS


def _begins(facts: Facts) -> int:
    return facts.first or 0


def _undated(one: Facts, other: Facts) -> Part:
    """At least one without a day: it had happened by the day on which it was told."""
    if one.first is None and other.first is None:
        if one.known is None or other.known is None:
            return _NO_DAY
        return _RECENT if abs(one.known - other.known) <= RECENT_DAYS else _LONG_AGO
    dated, undated = (one, other) if other.first is None else (other, one)
    if undated.known is None or dated.first is None:
        return _NO_DAY
    since = undated.known - dated.first
    if since < 0:
        return _NOT_YET
    return _RECENT if since <= RECENT_DAYS else _LONG_AGO


# ---------------------------------------------------------------------------------------------------- place

_SAME_NAME: Final = Part(2.0, "the same place by name")
_SAME_POINT: Final = Part(2.0, "the same place")
_ROUGHLY: Final = Part(-0.4, "places that may be one, as roughly as they are told")
_NEIGHBOURS: Final = Part(-1.5, "neighbouring places of different names")
_NAMESAKE: Final = Part(0.5, "a name that the gazetteer does not know, told of two parts of the country")
_OTHER_NAMES: Final = Part(-0.4, "two names of one part of the country, which the gazetteer does not know")
_APART: Final = Part(-6.0, "places too far apart")
_GUESSED_APART: Final = Part(-2.0, "places too far apart, one of them only guessed")
_COUNTRIES: Final = Part(NEVER, "other countries")
_SETTING: Final = Part(1.0, "the place that the other document tells of")
_OTHER_SETTING: Final = Part(-0.5, "documents that tell of other places")
_OTHER_NAME: Final = Part(-0.3, "another place name, which the gazetteer does not know")
_NO_PLACE: Final = Part(-0.8, "no place told")
_NOWHERE: Final = Part(-1.0, "no country told")


def place_part(one: Facts, other: Facts) -> Part:
    if one.country and other.country and one.country != other.country:
        return _COUNTRIES
    best = _best(one.spots, other.spots)
    if best is not None and best is not _OTHER_NAME:
        return best
    found = _best(one.spots + one.setting, other.spots + other.setting) if one.setting or other.setting else None
    if found is not None and found.points > 0:
        return _SETTING
    if best is not None:
        return best
    if found is not None and found.points < 0:
        return _OTHER_SETTING
    return _NO_PLACE if one.country and other.country else _NOWHERE


def _best(some: Sequence[Spot], others: Sequence[Spot]) -> Part | None:
    if len(some) == len(others) == 1:
        return _spots(some[0], others[0])
    return max((_spots(a, b) for a in some for b in others), key=lambda part: part.points, default=None)


@lru_cache(maxsize=1 << 18)
def _spots(a: Spot, b: Spot) -> Part:
    named = not a.keys.isdisjoint(b.keys)
    if a.guessed or b.guessed:
        return _told_by_name(a, b, named)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return _SAME_NAME if named and _pointed(a, b) else _ROUGHLY if named else _OTHER_NAME
    apart = kilometres(a.lat, a.lon, b.lat, b.lon)
    rough = max(a.radius_km, b.radius_km)
    if apart <= rough:
        return (_SAME_POINT if rough <= FAR_KM else _ROUGHLY) if named or apart < 1 or rough > 10 else _ROUGHLY
    if apart <= a.radius_km + b.radius_km + FAR_KM:
        return _SAME_NAME if named and apart <= FAR_KM else _NEIGHBOURS
    return _APART


def _told_by_name(a: Spot, b: Spot, named: bool) -> Part:
    """Two places of which the gazetteer knows one at most: their names tell, within what may be their surroundings."""
    located = a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    near = not located or kilometres(a.lat or 0, a.lon or 0, b.lat or 0, b.lon or 0) <= (
        a.radius_km + b.radius_km + FAR_KM
    )
    if named:
        return _SAME_NAME if near else _NAMESAKE
    if not near:
        return _GUESSED_APART
    return _OTHER_NAMES if a.guessed and b.guessed else _ROUGHLY if located else _OTHER_NAME


def _pointed(a: Spot, b: Spot) -> bool:
    """Whether a shared name is that of a place, and not of a country, a region or an area."""
    return not (a.lat is None and b.lat is None and a.country is not None and b.country is not None)
