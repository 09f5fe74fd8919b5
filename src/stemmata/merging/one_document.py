"""What it says that two reports stand in one document, which mostly tells of each happening once."""

from typing import Final

from stemmata.merging.facts import MOVES, Facts
from stemmata.merging.points import NEVER, Part

_TWO_TELLERS: Final = Part(0.5, "one document, two who tell it")
_TOLD_APART: Final = Part(NEVER, "told apart in one document")
_TOLD_AGAIN: Final = Part(-1.0, "told twice in one document, and nothing tells them apart")
_OTHER_ACT: Final = Part(-8.0, "two acts of one document")
_ITS_TOLL: Final = Part(0.5, "the toll, told beside it in one document")


def one_document_part(one: Facts, other: Facts) -> Part:
    """Two reports of one document are two events, unless two tell the same, or one is the other's toll."""
    if _moved_elsewhere(one, other) or _two_totals(one, other):
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


def _two_totals(one: Facts, other: Facts) -> bool:
    """Whether two totals of a period count other things: "44 attacks, 134 dead", and "52 killed by the army"."""
    return one.period and other.period and bool(one.figures and other.figures) and not {*one.figures} & {*other.figures}


def _differ(one: Facts, other: Facts) -> bool:
    """Whether a document tells two reports apart: by their days; or by places, of which both are known.

    Coding makes one report of what is told twice of one place, so that two are two.
    """
    days = one.first is not None and other.first is not None and (one.first, one.last) != (other.first, other.last)
    return days or all(any(spot.lat is not None for spot in facts.spots) for facts in (one, other))
