"""Whether a passage tells of a place where it names one: names of persons are read as places at times.

"in Salem", "the town of Salem" and "shelled Salem" tell of a place; "arrested Salem" and "the sons of Salem" need not.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from stemmata.exports.public.lexicon import is_common, is_for_people, place_words, words_of
from stemmata.tables import CODEBOOK, read_table

PERSONAL: Final = frozenset(
    "attack_on_civilians sexual_violence abduction release arrest casualties surrender displacement return aid".split()
)
"""Types of events that befall persons: what follows their verbs is a person sooner than a place."""
_LAST_WORD: Final = re.compile(r"([^\W\d]+(?:-[^\W\d]+)*)\s*$")
_LIST: Final = re.compile(r"(?:,|\band|,\s*and|\bor)\s*(?:the\s+)?$")


def is_introduced(passage: str, start: int, kind: str, places: Mapping[int, int]) -> bool:
    """Whether the words before a place's name tell of a place.

    Args:
        passage: the text.
        start: where the name begins in it.
        kind: the type of the event.
        places: where the places of the report stand in it, start → end.
    """
    before = passage[:start]
    if listed := _LIST.search(before):
        beside = next((at for at, end in places.items() if end == len(before[: listed.start()].rstrip())), None)
        return beside is not None and beside < start and is_introduced(passage, beside, kind, places)
    words: list[str] = []
    while (word := _LAST_WORD.search(before)) and len(words) < _REACH:
        words.append(word[1].lower())
        before = before[: word.start()]
        if words[-1] in _prepositions() or words[-1] in words_of("reaches"):
            return True
        if words[-1] in words_of("harms"):
            return False
        if words[-1] == "of" or not (words[-1] in ("the", "a") or _qualifies(words[-1])):
            break
    if words and words[-1] == "of":
        owner = _LAST_WORD.search(before)
        return _has_places(owner[1].lower() if owner else "", kind)
    return kind not in PERSONAL


_REACH: Final = 5
"""Words before a name that are read."""


def _qualifies(word: str) -> bool:
    """Whether a word may stand between a preposition and the name of a place: "in rebel-held northern Aleppo"."""
    return word in place_words() or "-" in word or (is_common(word) and word.endswith(("ern", "al", "ing", "ed")))


def _has_places(word: str, kind: str) -> bool:
    """Whether a place may follow a word and "of": "the town of", "residents of", "the shelling of"."""
    if word in words_of("kin") or word in words_of("home"):
        return False
    return word in place_words() or (is_for_people(word) and word.endswith("s")) or kind not in PERSONAL


@cache
def _prepositions() -> frozenset[str]:
    forms = (
        form for row in read_table(CODEBOOK / "relations.csv", ("form", "relation")) for form in row.several("form")
    )
    return frozenset(form.split()[-1] for form in forms) - {"of"}
