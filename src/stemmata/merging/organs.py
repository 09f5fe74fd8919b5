"""The organs of a state: its police and its army speak for themselves, and are two origins of one side."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from stemmata.actors import load_registry, resolve_claimant
from stemmata.places.keys import fold
from stemmata.tables import CODEBOOK, read_table

CIVIL: Final = frozenset(("prosecution", "police", "health", "administration", "rescue", "courts", "ombudsman"))
"""Organs that tell what happened to their people, and do not own up to what a state's forces did."""
INDEPENDENT: Final = frozenset(("ombudsman",))
"""Organs that the law sets over the others: they speak for no side."""
_NAMED: Final = ("military", "rescue")
"""Organs with names of their own: "State Emergency Service of Ukraine"."""

_WHOLE: Final = re.compile(
    r"\b(?:government|junta|regime)\b(?! (?:forces|troops|soldiers))"
    r"|\b(?:military|ruling|transitional|sovereign(?:ty)?|presidential leadership|state administration) council\b"
)
"""Words for a state as a whole, "the military government", "the ruling council": no organ of it is meant."""


@lru_cache(maxsize=65536)
def with_organ(identity: str, phrase: str) -> str:
    """The id of a state with the organ that a phrase names, `government-of-syria/police`; any other id as it is.

    A name of its own, such as that of a ruling council, stands for the whole, whatever words it is made of; only
    armed forces and rescue services have names of their own and are an organ.
    """
    known = load_registry().actors.get(identity)
    words = fold(phrase)
    if known is None or known.kind != "government" or _WHOLE.search(words):
        return identity
    organ, match = organ_of(phrase), resolve_claimant(phrase)
    named = match is not None and match.id == identity and match.rule == "actor-name"
    return f"{identity}/{organ}" if organ and (organ in _NAMED or not named) else identity


def organ_of(phrase: str) -> str | None:
    """The organ that a phrase names; the first row of `organs.csv` with a word of it counts."""
    words = fold(phrase)
    return next((organ for pattern, organ in _organs() if pattern.search(words)), None)


@cache
def _organs(folder: Path = CODEBOOK) -> list[tuple[re.Pattern[str], str]]:
    rows = read_table(folder / "organs.csv", ("words", "organ", "name"))
    return [
        (re.compile(rf"\b(?:{'|'.join(re.escape(fold(word)) for word in row.several('words'))})\b"), row["organ"])
        for row in rows
    ]
