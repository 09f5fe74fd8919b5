"""Whether two reports tell of one happening: points for and against, each with a reason that a person can read.

The points are weights of evidence: they add up, and a pair above 0 rather tells of one happening than of two. They
were set by hand on four of six invented news stories, on 1,602 reports of electoral violence that people coded, and on
made-up reports at the density of a busy year: the stories alone would let far more go together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from stemmata.actors import part_of
from stemmata.merging.facts import MOVES, Facts, Spot
from stemmata.places.sphere import kilometres
from stemmata.tables import CODEBOOK, read_table

NEVER: Final = -100.0
"""What no evidence can outweigh."""
START: Final = -2.6
"""Two reports of the same days and parts of the country are mostly of two happenings."""
COPIED: Final = 6.0
"""The passage of the one was taken from the other's: they tell the same unless a value says otherwise."""
WORD: Final = 0.35
MOST_WORDS: Final = 2.1
FAR_KM: Final = 25.0
"""Two points that lie further apart than their radii and this are two places, however rough the gazetteer."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing says for or against."""

    points: float
    reason: str


def score(one: Facts, other: Facts, copied: bool = False) -> float:
    """Points that two reports tell of one happening; above 0 they rather do."""
    kind = _type(one, other)
    if kind.points <= NEVER:
        return NEVER
    time = _time(one, other)
    if time.points <= NEVER:
        return NEVER
    place = _place(one, other)
    if place.points <= NEVER:
        return NEVER
    total = START + kind.points + time.points + place.points + min(MOST_WORDS, WORD * len(one.words & other.words))
    if one.names and other.names:
        total += _names(one, other, place).points
    if one.doers or one.targets:
        total += _parties(one, other).points
    if one.figures and other.figures:
        total += _figures(one, other).points
    if one.document == other.document:
        total += _one_document(one, other).points
    return max(NEVER, total + COPIED if copied else total)


def reasons(one: Facts, other: Facts, copied: bool = False) -> list[Part]:
    """The parts of the score, for a person to read; the largest first."""
    parts = [part for part in _parts(one, other, copied) if part.points]
    return sorted(parts, key=lambda part: -abs(part.points))


def _parts(one: Facts, other: Facts, copied: bool) -> Iterator[Part]:
    yield _type(one, other)
    yield _time(one, other)
    place = _place(one, other)
    yield place
    yield _names(one, other, place)
    yield _parties(one, other)
    yield _figures(one, other)
    yield _words(one, other)
    if one.document == other.document:
        yield _one_document(one, other)
    if copied:
        yield _COPIED


_COPIED: Final = Part(COPIED, "the passage of one was taken from the other")
_NOTHING: Final = Part(0.0, "")

# ---------------------------------------------------------------------------------------------------- type

_SAME_TYPE: Final = Part(1.0, "the same type")
_NO_KIN: Final = Part(NEVER, "types that never name one happening")


def _type(one: Facts, other: Facts) -> Part:
    if one.type == other.type:
        return _SAME_TYPE
    return _kinship().get((one.type, other.type), _NO_KIN)


def kinship(one: str, other: str) -> Part | None:
    """What it says that two different types may name one happening; None where they never do."""
    return _kinship().get((one, other))


def may_be_one(one: str, other: str) -> bool:
    """Whether two types may name one happening."""
    return one == other or (one, other) in _kinship()


@cache
def _kinship(folder: Path = CODEBOOK) -> dict[tuple[str, str], Part]:
    found = {}
    for row in read_table(folder / "kinship.csv", ("one", "other", "points")):
        for other in row.several("other"):
            part = Part(float(row["points"]), "types that may name one happening")
            found[row["one"], other] = found[other, row["one"]] = part
    return found


# ---------------------------------------------------------------------------------------------------- time

_SAME_DAY: Final = Part(2.0, "the same day")
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
RECENT_DAYS: Final = 5
"""News without a day is of the last days: most dated reports of the development documents are within these."""


def _time(one: Facts, other: Facts) -> Part:
    if one.period != other.period:
        return _PERIOD
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return _undated(one, other)
    if one.period:
        apart = abs(one.first - other.first) + abs(one.last - other.last)
        return _SAME_PERIOD if apart <= 2 else _OTHER_PERIOD
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap <= 0:
        return _SAME_DAY if one.first == one.last == other.first == other.last else _OVERLAP
    return _NEXT_DAY if gap == 1 else _OTHER_DAYS


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
_APART: Final = Part(-6.0, "places too far apart")
_COUNTRIES: Final = Part(NEVER, "other countries")
_SETTING: Final = Part(1.0, "the place that the other document tells of")
_OTHER_SETTING: Final = Part(-0.5, "documents that tell of other places")
_OTHER_NAME: Final = Part(-0.3, "another place name, which the gazetteer does not know")
_NO_PLACE: Final = Part(-0.8, "no place told")
_NOWHERE: Final = Part(-1.5, "no country told")


def _place(one: Facts, other: Facts) -> Part:
    if one.country and other.country and one.country != other.country:
        return _COUNTRIES
    best = _best(one.spots, other.spots)
    if best is not None and best is not _OTHER_NAME:
        return best
    found = _best(one.spots + one.setting, other.spots + other.setting) if one.setting or other.setting else None
    if found is not None and found.points > 0:
        return _SETTING
    if best is None and not (one.country and other.country):
        return _NOWHERE
    return best or (_OTHER_SETTING if found is not None and found.points < 0 else _NO_PLACE)


def _best(some: Sequence[Spot], others: Sequence[Spot]) -> Part | None:
    if len(some) == len(others) == 1:
        return _spots(some[0], others[0])
    return max((_spots(a, b) for a in some for b in others), key=lambda part: part.points, default=None)


def _names(one: Facts, other: Facts, place: Part) -> Part:
    """Names that both hold; where the place is one by what was resolved, they say little more."""
    shared = one.names & other.names
    if not shared:
        return _NOTHING
    each, most = (0.2, 0.4) if place.points >= 2 else (0.7, 1.6)
    return Part(min(most, each * len(shared)), "the same names")


@lru_cache(maxsize=1 << 18)
def _spots(a: Spot, b: Spot) -> Part:
    named = not a.keys.isdisjoint(b.keys)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return _SAME_NAME if named and _pointed(a, b) else _ROUGHLY if named else _OTHER_NAME
    apart = kilometres(a.lat, a.lon, b.lat, b.lon)
    rough = max(a.radius_km, b.radius_km)
    if apart <= rough:
        return (_SAME_POINT if rough <= FAR_KM else _ROUGHLY) if named or apart < 1 or rough > 10 else _ROUGHLY
    if apart <= a.radius_km + b.radius_km + FAR_KM:
        return _SAME_NAME if named and apart <= FAR_KM else _NEIGHBOURS
    return _APART


def _pointed(a: Spot, b: Spot) -> bool:
    """Whether a shared name is that of a place, and not of a country, a region or an area."""
    return not (a.lat is None and b.lat is None and a.country is not None and b.country is not None)


# ---------------------------------------------------------------------------------------------------- parties

_SAME_DOER: Final = Part(0.8, "the same side did it")
_SAME_TARGET: Final = Part(0.7, "it was done to the same")
_SAME_PARTIES: Final = Part(1.3, "the same sides")
_OTHER_DOER: Final = Part(-1.2, "different sides did it")
_TURNED: Final = Part(-1.0, "who did it to whom is told the other way round")


def _parties(one: Facts, other: Facts) -> Part:
    doers, targets = _meet(one.doers, other.doers), _meet(one.targets, other.targets)
    if doers and targets:
        return _SAME_PARTIES
    if doers:
        return _SAME_DOER
    if one.doers and other.doers:
        return _TURNED if _meet(one.doers, other.targets) or _meet(one.targets, other.doers) else _OTHER_DOER
    return _SAME_TARGET if targets else _NOTHING


def _meet(some: frozenset[str], others: frozenset[str]) -> bool:
    if not some or not others:
        return False
    return not some.isdisjoint(others) or any(part_of(a) == b or a == part_of(b) for a in some for b in others)


# ---------------------------------------------------------------------------------------------------- figures

_SAME_FIGURE: Final = Part(1.5, "the same number")
_RARE_FIGURE: Final = Part(2.0, "the same number, which few happenings have")
_FITTING: Final = Part(0.7, "numbers that fit each other")
_CLOSE: Final = Part(0.3, "numbers close to each other")
_OTHER_FIGURE: Final = Part(-0.5, "other numbers")
_WIDE: Final = Part(-1.5, "numbers far apart")


def _figures(one: Facts, other: Facts) -> Part:
    """The best agreement of any two figures that count the same; without one, the worst disagreement of none."""
    best: Part | None = None
    for measure, low, high in one.figures:
        for measured, lower, higher in other.figures:
            if measure == measured:
                part = _counts(low, high, lower, higher)
                best = part if best is None or part.points > best.points else best
    return best or _NOTHING


def _counts(low: int | None, high: int | None, lower: int | None, higher: int | None) -> Part:
    if low == lower and high == higher:
        return _RARE_FIGURE if (low or high or 0) >= 5 else _SAME_FIGURE if low or high else _CLOSE
    floor, top = max(low or 0, lower or 0), min(_top(high), _top(higher))
    if floor <= top:
        return _FITTING
    if floor <= 1.6 * top + 1:
        return _CLOSE
    return _WIDE if floor > 3 * top + 3 else _OTHER_FIGURE


def _top(high: int | None) -> float:
    return float("inf") if high is None else high


# ---------------------------------------------------------------------------------------------------- words


def _words(one: Facts, other: Facts) -> Part:
    shared = one.words & other.words
    if not shared:
        return _NOTHING
    return Part(min(MOST_WORDS, WORD * len(shared)), f"both tell of {', '.join(sorted(shared))}")


# ---------------------------------------------------------------------------------------------------- one document

_TWO_TELLERS: Final = Part(0.5, "one document, two who tell it")
_TOLD_APART: Final = Part(NEVER, "told apart in one document")
_TOLD_AGAIN: Final = Part(-1.0, "told twice in one document, and nothing tells them apart")
_OTHER_ACT: Final = Part(-4.0, "two acts of one document")
_ITS_TOLL: Final = Part(0.5, "the toll, told beside it in one document")


def _one_document(one: Facts, other: Facts) -> Part:
    """Two reports of one document are two events, unless two tell the same, or one is the other's toll."""
    if _moved_elsewhere(one, other):
        return _TOLD_APART
    if one.claimant != other.claimant:
        return _TWO_TELLERS
    if one.type != other.type:
        tolls = "casualties" in (one.type, other.type)
        return _ITS_TOLL if tolls else _OTHER_ACT
    return _TOLD_APART if _differ(one, other) else _TOLD_AGAIN


def _moved_elsewhere(one: Facts, other: Facts) -> bool:
    """Whether two movements of one type have no place in common and other numbers: "4,200 fled Tawila", and of these
    "2,900 fled to Rokero"."""
    if one.type != other.type or one.type not in MOVES or not one.figures or not other.figures:
        return False
    here, there = ({key for spot in facts.spots for key in spot.keys} for facts in (one, other))
    return not here & there and not set(one.figures) & set(other.figures)


def _differ(one: Facts, other: Facts) -> bool:
    """Whether a document tells two reports apart: by their days; or by places, of which both are known.

    Coding makes one report of what is told twice of one place, so that two are two.
    """
    days = one.first is not None and other.first is not None and (one.first, one.last) != (other.first, other.last)
    return days or all(any(spot.lat is not None for spot in facts.spots) for facts in (one, other))
