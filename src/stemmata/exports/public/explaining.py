"""What explains a name: the registries of actors and sources, states and their peoples, the places of the event."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal, get_args

from stemmata.actors import load_registry, load_sources
from stemmata.actors.phrases import fold, written
from stemmata.exports.public.lexicon import is_common, peoples, words_of
from stemmata.exports.public.words import Word, without_possessive

Explained = Literal["body", "state", "people", "place", "time", "number", "common"]
"""Why a word may stay; `people`: the adjective of a state."""
EXPLAINED: Final = tuple(why for why in get_args(Explained) if why not in ("number", "common"))
"""By these a word stays a word of the event's, even where it is somebody's name too."""
Slot = Literal["place", "time", "deed", "nobody"]
"""What stretches of a text are known to tell: a place that a gazetteer knows, a time, what happened, or somebody whom
the registries do not know."""
Stretch = tuple[int, int]
_SORTS: Final[dict[str, Explained]] = {"name": "body", "state": "state", "seat": "state", "adjective": "people"}
MOST_WORDS: Final = 9
"""Words of the longest name that is looked for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What explains names in the texts of one event."""

    places: frozenset[str] = frozenset()
    """Names of its places and of their divisions, folded."""
    withheld: frozenset[str] = frozenset()
    """Words that were withheld in another of its texts, folded."""
    day: date | None = None
    """The day of the event, for persons who are public in their time in office."""


def name_at(text: str, words: Sequence[Word], at: int, known: Known) -> tuple[int, Explained] | None:
    """The longest explained name that begins at a word: its last word (excluded), and what explains it."""
    if not words[at].is_named and words[at].plain not in words_of("particle"):
        return None
    for last in range(min(len(words), at + MOST_WORDS), at, -1):
        if why := explains(text[words[at].start : words[last - 1].end], known):
            return last, why
    return None


def explains(phrase: str, known: Known) -> Explained | None:
    """What explains exactly these words; None where nothing does."""
    folded = _folded(phrase)
    if not folded:
        return None
    if folded in known.places:
        return "place"
    if why := _registered(phrase):
        return why
    parts = phrase.split("-")
    if len(parts) == 1 or " " in phrase:
        return None
    told = [explains(part, known) or (is_common(part.lower()) and "common") for part in parts]
    return "people" if all(told) and any(one != "common" for one in told) else None


@lru_cache(65536)
def _registered(phrase: str) -> Explained | None:
    """What the registries know by exactly these words."""
    for names in (load_registry().names, load_sources().names):
        for form in (phrase, without_possessive(phrase), phrase.removesuffix("s")):
            for one in names.of(form):
                if not one.person and one.form in (None, written(form)):
                    return _SORTS[one.sort]
    return "people" if without_possessive(phrase).lower() in peoples() else None


@lru_cache(65536)
def _folded(phrase: str) -> str:
    """The phrase as names are compared; empty where it is none."""
    return "" if re.search(r"[\n;]", phrase) else fold(phrase)
