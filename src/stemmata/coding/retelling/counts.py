"""What two tellings of a document count: the same, another part, or something that speaks against their being one."""

from collections.abc import Sequence
from typing import Final

from stemmata.records import Figure, Report

# A count of people from which on two passages hardly share it by chance: a city and its quarter are then one place.
# Set by judgement.
TELLING_COUNT: Final = 10
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
    """Different counts of the same measure, none a part."""
    for measure in {f.measure for f in a} & {f.measure for f in b}:
        whole_a = {key(f) for f in a if f.measure == measure and f.part_of is None}
        whole_b = {key(f) for f in b if f.measure == measure and f.part_of is None}
        if whole_a and whole_b and not whole_a & whole_b:
            return True
    return False


def key(figure: Figure) -> tuple[str, int | None, int | None]:
    return figure.measure, figure.low, figure.high
