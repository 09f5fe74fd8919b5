"""Whether a passage tells of a place where it names one: names of persons are read as places at times.

"in Salem", "the town of Salem", "Salem district" and "shelled Salem" tell of a place; "arrested Salem", "the sons of
Salem" and "near Salem's house" need not.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from stemmata.case.entries import Told
from stemmata.exports.public.lexicon import described, is_common, is_for_people, place_words, words_of
from stemmata.exports.public.places import is_known, sounds_alike
from stemmata.tables import CODEBOOK, read_table

SURELY, LIKELY, HARDLY = 2, 1, 0
"""How surely a passage tells of a place. A name that no gazetteer knows is one surely or not at all."""
PERSONAL: Final = frozenset(
    "attack_on_civilians sexual_violence abduction release arrest casualties surrender displacement return aid".split()
)
"""Types of events that befall persons: what follows their verbs is a person sooner than a place."""
TAKING: Final = frozenset("territory_gain withdrawal siege deployment".split())
"""Types of events that befall places: "freed", "captured"."""
_WITHIN: Final = frozenset("in inside outside within across throughout".split())
"""Prepositions before which hardly any person is told."""
_LAST_WORD: Final = re.compile(r"([^\W\d]+(?:-[^\W\d]+)*)\s*$")
_LIST: Final = re.compile(r"(?:(?:,\s*)?\b(?:and|or)\b|,)?\s*(?:the\s+)?$")
_OWNS: Final = re.compile(r"\s*['’]s?\s")
_REACH: Final = 5
"""Words before a name that are read."""


def is_located(place: Told, report: Told) -> bool:
    """Whether the name of a told place is known to be one, by a gazetteer or by what the passage says of it."""
    quote, begins, passage = place["span"]["quote"], report["evidence"]["start"], report["evidence"]["quote"]
    spans = [(one["span"]["start"] - begins, one["span"]["quote"]) for one in report["places"]]
    inside = {at: at + len(words) for at, words in spans if at >= 0 and passage[at : at + len(words)] == words}
    start = place["span"]["start"] - begins
    if start not in inside:
        passage, start, inside = quote, 0, {0: len(quote)}
    if _OWNS.match(passage[start + len(quote) :]):
        return False
    if _is_described(passage, start, quote):
        return True
    told = introduction(passage, start, report["type"], inside) if passage != quote else LIKELY
    core = " ".join(word for word in quote.split() if word[0].isupper() or not is_common(word.strip(",.").lower()))
    name, country = place["name"], place["country"]
    known = name is not None and is_known(name, country) and (is_known(core, country) or sounds_alike(core, name))
    return told >= (LIKELY if known else SURELY)


def introduction(passage: str, start: int, kind: str, places: Mapping[int, int]) -> int:
    """How surely the words before a place's name tell of a place.

    Args:
        passage: the text.
        start: where the name begins in it.
        kind: the type of the event.
        places: where the places of the report stand in it, start → end.
    """
    before = passage[:start]
    listed = _LIST.search(before)
    beside = [
        at for at, end in places.items() if listed and end == len(before[: listed.start()].rstrip()) and at < start
    ]
    if beside:
        return introduction(passage, beside[0], kind, places)
    words: list[str] = []
    while (word := _LAST_WORD.search(before)) and len(words) < _REACH:
        words.append(word[1].lower())
        before = before[: word.start()]
        if words[-1] in _WITHIN:
            return SURELY
        if words[-1] in _prepositions() or words[-1] in words_of("reaches"):
            return LIKELY
        if words[-1] in words_of("harms"):
            return LIKELY if kind in TAKING else HARDLY
        if words[-1] == "of" or not (words[-1] in ("the", "a") or _qualifies(words[-1])):
            break
    if words and words[-1] == "of":
        owner = _LAST_WORD.search(before)
        return _of(owner[1].lower() if owner else "", kind)
    ends_in_comma = before.rstrip().endswith(",")
    return HARDLY if kind in PERSONAL or (not words and ends_in_comma) else LIKELY


def _of(owner: str, kind: str) -> int:
    """How surely a place follows a word and "of": "the town of", "residents of", "the shelling of"."""
    if owner in words_of("kin") or owner in words_of("home"):
        return HARDLY
    if owner in place_words():
        return SURELY
    return LIKELY if (is_for_people(owner) and owner.endswith("s")) or kind not in PERSONAL else HARDLY


def _qualifies(word: str) -> bool:
    """Whether a word may stand between a preposition and the name of a place: "in rebel-held northern Aleppo"."""
    return word in place_words() or "-" in word or (is_common(word) and word.endswith(("ern", "al", "ing", "ed")))


def _is_described(passage: str, start: int, quote: str) -> bool:
    """Whether a word in the name, or beside it, says that it is a place: "Salem district", "the town of Salem"."""
    words = [word.strip(",.").lower() for word in quote.split()]
    if len(words) > 1 and (words[-1] in described() or words[0] in described()):
        return not any("’" in word or "'" in word for word in words)
    after = re.match(r"\s([^\W\d]+)", passage[start + len(quote) :])
    before = re.search(r"([^\W\d]+)\s+of\s+(?:the\s+)?$", passage[:start])
    return any(found and found[1].lower() in described() for found in (after, before))


@cache
def _prepositions() -> frozenset[str]:
    forms = (
        form for row in read_table(CODEBOOK / "relations.csv", ("form", "relation")) for form in row.several("form")
    )
    return frozenset(form.split()[-1] for form in forms) - {"of"}
