"""Whether an event and a row of a file are one happening: points for and against, each with a reason, as in merging.

Set by hand on Syria 2016 and 2017, where a busy day has fifty rows: a day and a town alone are not enough there.
"""

from collections.abc import Iterator, Set
from functools import cache
from math import log
from typing import Final

from stemmata.actors import part_of, side_of
from stemmata.coding.codebook import load_codebook
from stemmata.comparing.happening import Happening
from stemmata.merging.matching import kinship
from stemmata.merging.points import NEVER, Part
from stemmata.places.sphere import kilometres

START: Final = -4.9
"""An event and a row of the same time and part of a country are mostly two happenings."""
WORD: Final = 0.5
MOST_WORDS: Final = 2.5
OFTEN: Final = 0.1
"""Of a word or name that many rows of the file tell, however many of these there are at most `MOST_OFTEN`."""
MOST_OFTEN: Final = 0.3
NEXT_TOWN_KM: Final = 12.0
"""Two gazetteers' points of one town lie so far apart at most."""
FAR_KM: Final = 30.0
CROWD: Final = 0.6
"""Against a pair, times the logarithm of how many rows it might be: one of ten is a tenth as likely to be the one."""
RIVAL: Final = -1.5
"""Points from which on a row might be the one."""
WIDE_DAYS: Final = 3
"""More days than these are no longer a day."""


Often = Set[str]
"""Words and names that many rows of the file tell, which say little."""


def score(ours: Happening, theirs: Happening, often: Often = frozenset()) -> float:
    """Points that both are one happening; above 0 they rather are."""
    total = START
    for part in parts(ours, theirs, often):
        if part.points <= NEVER:
            return NEVER
        total += part.points
    return total


def reasons(ours: Happening, theirs: Happening, often: Often = frozenset(), rivals: int = 1) -> list[Part]:
    """The parts of the score, for a person to read; the largest first.

    Args:
        ours: an event of the case.
        theirs: a row of the file.
        often: words that say little.
        rivals: how many rows it might be.
    """
    told = [part for part in (*parts(ours, theirs, often), crowd(rivals)) if part.points]
    return sorted(told, key=lambda part: -abs(part.points))


def crowd(rivals: int) -> Part:
    """What it says that an event might be so many rows."""
    if rivals < 2:
        return _NOTHING
    return Part(-CROWD * log(rivals), f"one of {rivals} rows of about that time and place")


def parts(ours: Happening, theirs: Happening, often: Often) -> Iterator[Part]:
    """What speaks for or against, the cheapest first."""
    yield time_of(ours, theirs)
    yield type_of(ours, theirs)
    yield place_of(ours, theirs)
    yield parties_of(ours, theirs)
    yield deaths_of(ours, theirs)
    yield words_of_both(ours, theirs, often)


_NOTHING: Final = Part(0.0, "")

# ---------------------------------------------------------------------------------------------------- time

SAME_DAY: Final = Part(2.0, "the same day")
CLOSE_DAYS: Final = Part(1.2, "days that overlap within a few days")
NO_DAY: Final = Part(0.2, "no day is told here, but it was told within days")
IN_WEEKS: Final = Part(-0.2, "the one lies within the weeks of the other")
IN_A_YEAR: Final = Part(-1.5, "the one lies within the months of the other")
NEXT_DAY: Final = Part(-0.5, "one day apart")
FEW_DAYS: Final = Part(-2.0, "two or three days apart")
OTHER_DAYS: Final = Part(NEVER, "other days")
UNKNOWN_DAYS: Final = Part(NEVER, "no day is known")


def time_of(ours: Happening, theirs: Happening) -> Part:
    """What their days say."""
    if ours.first is None or ours.last is None or theirs.first is None or theirs.last is None:
        return UNKNOWN_DAYS
    gap = max(ours.first, theirs.first) - min(ours.last, theirs.last)
    if gap > WIDE_DAYS:
        return OTHER_DAYS
    if gap > 0:
        return (NEXT_DAY if gap == 1 else FEW_DAYS) if ours.dated and theirs.dated else OTHER_DAYS
    if not ours.dated or not theirs.dated:
        return NO_DAY
    longest = max(ours.last - ours.first, theirs.last - theirs.first) + 1
    if longest == 1:
        return SAME_DAY
    if longest <= WIDE_DAYS:
        return CLOSE_DAYS
    return IN_WEEKS if longest <= 31 else IN_A_YEAR


# ---------------------------------------------------------------------------------------------------- type

SAME_TYPE: Final = Part(1.0, "the same type")
LETHAL: Final = Part(0.6, "a type that kills")
NOT_LETHAL: Final = Part(-2.5, "a type that seldom kills")
NO_KIN: Final = Part(NEVER, "types that never name one happening")
VIOLENT: Final = ("Battles", "Explosions/Remote violence", "Violence against civilians")


def type_of(ours: Happening, theirs: Happening) -> Part:
    """What their types say. A table of the dead tells no type of ours: what kills may be any row of it."""
    if theirs.lethal or ours.lethal:
        told = ours.types or theirs.types
        return LETHAL if any(_kills(name) for name in told) else NOT_LETHAL
    return _kin(ours.types, theirs.types)


@cache
def _kin(some: frozenset[str], others: frozenset[str]) -> Part:
    if some & others:
        return SAME_TYPE
    found = [part for one in some for other in others if (part := kinship(one, other))]
    return max(found, key=lambda part: part.points, default=NO_KIN)


@cache
def _kills(name: str) -> bool:
    return load_codebook().types[name].acled[0][0] in VIOLENT


# ---------------------------------------------------------------------------------------------------- place

SAME_PLACE: Final = Part(2.2, "the same place by name")
SAME_REGION: Final = Part(1.2, "the same region by name")
SAME_POINT: Final = Part(1.8, "the same point, or nearly")
WITHIN: Final = Part(0.6, "the one lies within the area of the other")
ROUGHLY: Final = Part(-0.2, "places that may be one, as roughly as they are known")
NEXT_TOWN: Final = Part(-1.2, "neighbouring places of different names")
APART: Final = Part(NEVER, "places too far apart")
OTHER_COUNTRY: Final = Part(NEVER, "other countries")
ONLY_COUNTRY: Final = Part(-0.8, "only the country is known of one")
NO_PLACE: Final = Part(-1.5, "no place is told of one")
EXACT_KM: Final = 10.0


def place_of(ours: Happening, theirs: Happening) -> Part:
    """What their places say, as exactly as they are known."""
    apart = distance_km(ours, theirs)
    if apart is None:
        if ours.country and theirs.country:
            return ONLY_COUNTRY if ours.country == theirs.country else OTHER_COUNTRY
        return NO_PLACE
    named = not ours.keys.isdisjoint(theirs.keys)
    reach = max(ours.radius_km, theirs.radius_km)
    if named and apart <= max(FAR_KM, reach):
        return SAME_PLACE if reach <= FAR_KM else SAME_REGION
    if apart <= max(reach, EXACT_KM / 2):
        return SAME_POINT if apart <= EXACT_KM / 2 and reach <= EXACT_KM else WITHIN if reach <= FAR_KM else ROUGHLY
    return NEXT_TOWN if apart <= min(reach, FAR_KM) + NEXT_TOWN_KM else APART


def distance_km(ours: Happening, theirs: Happening) -> float | None:
    """Between their points; None where one has none."""
    if ours.lat is None or ours.lon is None or theirs.lat is None or theirs.lon is None:
        return None
    return kilometres(ours.lat, ours.lon, theirs.lat, theirs.lon)


# ---------------------------------------------------------------------------------------------------- parties

SAME_PARTIES: Final = Part(1.2, "the same parties")
A_PARTY: Final = Part(0.6, "a party of both")
A_SIDE: Final = Part(0.3, "parties of the same side of the war")
OTHER_PARTIES: Final = Part(-0.9, "other parties")
NOBODY: Final = frozenset(("civilians", "protesters"))


def parties_of(ours: Happening, theirs: Happening) -> Part:
    """What their parties say, whoever of them did it: ACLED and UCDP tell no direction."""
    some, others = ours.parties - NOBODY, theirs.parties - NOBODY
    if not some or not others:
        return _NOTHING
    met = sum(any(one == other or part_of(one) == other or part_of(other) == one for other in others) for one in some)
    if met:
        return SAME_PARTIES if met > 1 else A_PARTY
    return A_SIDE if {side_of(one) for one in some} & {side_of(one) for one in others} - {None} else OTHER_PARTIES


# ---------------------------------------------------------------------------------------------------- deaths

RARE_NUMBER: Final = Part(2.0, "the same number of dead, which few happenings have")
SAME_NUMBER: Final = Part(1.0, "the same number of dead")
FITTING: Final = Part(0.8, "numbers of dead that fit each other")
CLOSE: Final = Part(0.2, "numbers of dead close to each other")
OTHER_NUMBER: Final = Part(-0.8, "other numbers of dead")
FAR_NUMBER: Final = Part(-2.0, "numbers of dead far apart")
RARE: Final = 5
OPEN, FEW = 4, 5
"""How many times as many, and how many more, an open number may mean."""


def deaths_of(ours: Happening, theirs: Happening) -> Part:
    """What their dead say; nothing where one of both tells of none."""
    if not ours.best or not theirs.best:
        return _NOTHING
    if ours.best == theirs.best:
        return RARE_NUMBER if ours.best >= RARE else SAME_NUMBER
    low, lower = ours.low or 0, theirs.low if theirs.low is not None else theirs.best
    high, higher = _top(ours.high, ours.best), _top(theirs.high, theirs.best)
    floor, top = max(low, lower), min(high, higher)
    if floor <= top:
        return FITTING
    if floor <= 1.5 * top + 1:
        return CLOSE
    return FAR_NUMBER if floor > 3 * top + 3 else OTHER_NUMBER


def _top(high: int | None, best: int) -> int:
    """What was told at most; "at least seven" is rarely said of seventy."""
    return max(best, high) if high is not None else OPEN * best + FEW


# ---------------------------------------------------------------------------------------------------- words


def words_of_both(ours: Happening, theirs: Happening, often: Often) -> Part:
    """Uncommon words and names that both tell."""
    shared = (ours.words & theirs.words) | (ours.names & theirs.names)
    if not shared:
        return _NOTHING
    rare = sorted(shared - often)
    points = min(MOST_WORDS, WORD * len(rare)) + min(MOST_OFTEN, OFTEN * (len(shared) - len(rare)))
    told = sorted(shared & ours.words)
    return Part(points, f"both tell of {', '.join(told)}" if told else "names that both tell")
