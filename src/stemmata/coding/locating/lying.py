"""Reads how far from a named place, between which two, or on which road something lies."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from stemmata.coding.passages import PlaceName
from stemmata.figures.numbers import read_numbers
from stemmata.language.trees import Sentence
from stemmata.places.wording import WINDS, Away

KM: Final = {"k": 1.0, "mi": 1.609, "me": 0.001}
"""Kilometres in a unit, by how its word begins."""
# What may stand between such words and the name itself: "north of the besieged town of Bama".
_OF_KIND: Final = r"(?:the\s+)?(?:(?:[\w-]+\s+){1,2}of\s+)?(?:the\s+|\w+['’]?s\s+)?$"
_AWAY: Final = re.compile(
    rf"""(?P<unit>kms?|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)\s+(?:\([^)]*\)\s+)?(?:away\s+)?(?:(?:to\s+)?the\s+)?
    (?P<side>(?:north|south)?[\s-]?(?:east|west)|north|south)?(?:ern)?\s*(?:of|from|outside|off|away\s+from)\s+{_OF_KIND}""",
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"\b(?:between|linking|connecting|(?:road|highway|route|motorway|way)\s+from)\s+{_OF_KIND}", re.IGNORECASE
)
_AND: Final = re.compile(r"\s*,?\s*(?:and|to|with)\s+(?:the\s+)?(?:[\w-]+\s+of\s+)?$", re.IGNORECASE)
_ROAD: Final = re.compile(
    rf"\b(?:road|highway|route|motorway)\s+(?:leading\s+)?(?:to|from|toward|towards|into|out\s+of)\s+{_OF_KIND}",
    re.IGNORECASE,
)
_BY_WIND: Final = re.compile(
    rf"\b(?:north|south)?[\s-]?(?:east|west|north|south)\s+(?:of|from)\s+{_OF_KIND}", re.IGNORECASE
)
# Characters before a name in which these words stand; the longest in the tests takes 50.
BEFORE: Final = 80


def away_from(sentence: Sentence, name: PlaceName, text: str) -> Away | None:
    """How far from a place, told before its name: "five kilometres north of"."""
    before, begin = _before(sentence, name, text)
    told = _AWAY.search(before)
    if told is None:
        return None
    numbers = read_numbers(text, begin, begin + told.start())
    if not numbers or text[numbers[-1].end : begin + told.start()].strip(" -\u00a0\u202f"):
        return None
    bounds = [bound for bound in (numbers[-1].low, numbers[-1].high) if bound is not None]
    if not bounds:
        return None
    unit = next(km for word, km in KM.items() if told["unit"].lower().startswith(word))
    side = re.sub(r"[\s-]", "", told["side"] or "").lower()
    bearing = 45.0 * WINDS.index(side) if side in WINDS else None
    return Away(unit * sum(bounds) / len(bounds), bearing)


def told_by_wind(sentence: Sentence, name: PlaceName, text: str) -> bool:
    """Whether something is only told to lie on one side of a place: "north-west of", "to the west from"."""
    near = sentence.low[max(0, name.first - 6) : name.first]
    return ("of" in near or "from" in near) and _BY_WIND.search(_before(sentence, name, text)[0]) is not None


def other_end(sentence: Sentence, name: PlaceName, names: Sequence[PlaceName], text: str) -> int | None:
    """The offset of the other place that something lies between: "between A and B", "the road linking A to B"."""
    for one, two in pairwise(names):
        if name in (one, two) and _AND.fullmatch(text[_end(sentence, one) : _start(sentence, two)]):
            before, _ = _before(sentence, one, text)
            if _BETWEEN.search(before):
                return _start(sentence, two if name is one else one)
    return None


def on_the_way(sentence: Sentence, name: PlaceName, text: str) -> bool:
    """Whether something is only told to lie on the road to a place or from it."""
    before, _ = _before(sentence, name, text)
    return _ROAD.search(before) is not None


def _before(sentence: Sentence, name: PlaceName, text: str) -> tuple[str, int]:
    """The text before a name in its sentence, and where that begins."""
    begin = max(sentence.start, _start(sentence, name) - BEFORE)
    return text[begin : _start(sentence, name)], begin


def _start(sentence: Sentence, name: PlaceName) -> int:
    return sentence.words[name.first].start


def _end(sentence: Sentence, name: PlaceName) -> int:
    return sentence.words[name.last].end
