"""Whether two reports tell of one happening: points for and against, each with a reason that a person can read.

The points are weights of evidence: they add up, and a pair above 0 rather tells of one happening than of two. They
were set by hand on invented news stories (four of six given ones, and the eighteen of `benchmarks/stories`), on 1,602
reports of electoral violence that people coded, and on made-up reports at the density of a busy year: the stories alone
would let far more go together.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from stemmata.actors import part_of
from stemmata.merging.facts import Facts
from stemmata.merging.nearness import place_part, time_part
from stemmata.merging.one_document import one_document_part
from stemmata.merging.points import NEVER, NOTHING, Part, inherited
from stemmata.tables import CODEBOOK, read_table

START: Final = -2.6
"""Two reports of the same days and parts of the country are mostly of two happenings."""
COPIED: Final = 6.0
"""The passage of the one was taken from the other's: they tell the same unless a value says otherwise."""
WORD: Final = 0.35
MOST_WORDS: Final = 2.1
SCENE: Final = 1.5
MOST_SCENE: Final = 2.4


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
    total = START + kind.points + min(MOST_WORDS, WORD * len(one.words & other.words))
    total += time.points + place.points
    if one.names and other.names:
        total += _names(one, other, place).points
    if one.scene or other.scene:
        total += _scene(one, other, place).points
    if one.doers or one.targets:
        total += _parties(one, other).points
    if one.figures and other.figures:
        total += _figures(one, other).points
    if one.document == other.document:
        total += one_document_part(one, other).points
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
    yield _scene(one, other, place)
    yield _parties(one, other)
    yield _figures(one, other)
    yield _words(one, other)
    if one.document == other.document:
        yield one_document_part(one, other)
    if copied:
        yield _COPIED


_COPIED: Final = Part(COPIED, "the passage of one was taken from the other")

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


# ---------------------------------------------------------------------------------------------------- when and where


def _time(one: Facts, other: Facts) -> Part:
    part = time_part(one, other)
    return inherited(part) if one.day_inherited or other.day_inherited else part


def _place(one: Facts, other: Facts) -> Part:
    part = place_part(one, other)
    return inherited(part) if one.place_inherited or other.place_inherited else part


# ---------------------------------------------------------------------------------------------------- names


def _names(one: Facts, other: Facts, place: Part) -> Part:
    """Names that both hold; where the place is one by what was resolved, its own name says little more."""
    shared = one.names & other.names
    if not shared:
        return NOTHING
    each, most = (0.3, 0.9) if place.points >= 2 else (1.3, 2.2)
    return Part(min(most, each * len(shared)), "the same names")


def _scene(one: Facts, other: Facts, place: Part) -> Part:
    """Names that a document tells beside a report which names no place: of the place, mostly, where it happened."""
    if place.points > 0 or one.document == other.document:
        return NOTHING
    shared = ((one.names | one.scene) & (other.names | other.scene)) - (one.names & other.names)
    return Part(min(MOST_SCENE, SCENE * len(shared)), "names that are told beside it") if shared else NOTHING


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
    return _SAME_TARGET if targets else NOTHING


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
    return best or NOTHING


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
        return NOTHING
    return Part(min(MOST_WORDS, WORD * len(shared)), f"both tell of {', '.join(sorted(shared))}")
