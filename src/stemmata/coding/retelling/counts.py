"""What two tellings of a document count: the same, another part, or something that speaks against their being one."""

import re
from collections.abc import Sequence
from typing import Final

from stemmata.records import Figure, Report

# A count of people from which on two passages hardly share it by chance: a city and its quarter are then one place.
# Set by judgement.
TELLING_COUNT: Final = 10
# How far a closer count may lie from a hedged one, as the least and the greatest part of it. Set by judgement.
ROUNDING: Final = {"vague": (1.0, 4.99), "at_least": (1.0, 1.25), "about": (0.85, 1.15)}
_OF_THEM: Final = re.compile(r"(?:[\w-]+ ){1,2}of (?:the|them|these|those)\b", re.IGNORECASE)
BEFALLEN: Final = frozenset({"killed", "wounded", "casualties", "abducted", "captured", "freed"})


def joined_by_figure(a: Report, b: Report) -> bool:
    """Tell whether two reports share a number of the same measure."""
    return shared_counts(a.figures, b.figures) > 0


def shared_counts(a: Sequence[Figure], b: Sequence[Figure]) -> int:
    """How many counts both tell."""
    return len(numbers(a) & numbers(b))


def shares_toll(a: Report, b: Report) -> bool:
    """Tell whether two reports of one type tell the same large count of people hurt, taken or freed."""
    shared = numbers(a.figures) & numbers(b.figures)
    return a.type == b.type and any(m in BEFALLEN and (n or 0) >= TELLING_COUNT for m, n in shared)


def numbers(figures: Sequence[Figure]) -> set[tuple[str, int | None]]:
    return {(f.measure, f.low if f.low is not None else f.high) for f in figures if f.hedge != "vague"}


def only_few(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Tell whether two passages share small numbers only: a woman was killed here, and a woman there."""
    return all((number or 0) < TELLING_COUNT for _, number in numbers(a) & numbers(b))


def counts_clash(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Different counts of the same measure, none a part, a rounding or the sum of the other."""
    for measure in {f.measure for f in a} & {f.measure for f in b}:
        whole_a = [f for f in a if f.measure == measure and not _is_part(f)]
        whole_b = [f for f in b if f.measure == measure and not _is_part(f)]
        if whole_a and whole_b and not agree(whole_a, whole_b):
            return True
    return False


def _is_part(figure: Figure) -> bool:
    """ "Two of the rockets" are some of those told."""
    return figure.part_of is not None or _OF_THEM.match(figure.span.quote) is not None


def agree(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Tell whether counts of one measure may be of the same: "over 100" and "106", "four people" and "two women and two
    soldiers"."""
    if any(key(one) == key(other) or _rounds(one, other) or _rounds(other, one) for one in a for other in b):
        return True
    return any(adds_up(whole, b) for whole in a) or any(adds_up(whole, a) for whole in b)


def _rounds(rough: Figure, close: Figure) -> bool:
    """Tell whether a hedged count may stand for a closer one: "dozens" for 85, "at least 50" for 58."""
    least, most = rough.low, close.low if close.low is not None else close.high
    if least is None or most is None or rough.hedge not in ROUNDING:
        return False
    below, above = ROUNDING[rough.hedge]
    return least * below <= most <= least * above


def adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """ "Four people ... two women and two soldiers": the parts of a count, told one by one."""
    told = [part.low for part in parts if part.low is not None and part.low == part.high]
    return len(told) > 1 and len(told) == len(parts) and whole.low == sum(told)


def key(figure: Figure) -> tuple[str, int | None, int | None]:
    return figure.measure, figure.low, figure.high
