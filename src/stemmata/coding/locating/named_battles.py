"""The place of the battle that a document is on: "Battle of Lebedyn", "2022 Kharkiv counteroffensive".

What such a page tells without a place was done in the battle, and so there.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from stemmata.coding.passages import Passage, PlaceName, Scene

_KINDS: Final = "battle|siege|capture|fall|liberation|bombardment|bombing|defen[cs]e|encirclement|storming"
_BATTLE_OF: Final = re.compile(rf"\b(?:{_KINDS}) (?:of|for) (?:the )?([\w' -]+)", re.IGNORECASE)
_OFFENSIVES: Final = "offensive|counteroffensive|counter-offensive|battle|siege|clashes|operation"
_OFFENSIVE_AT: Final = re.compile(
    rf"(?:(?:\d{{4}}|first|second|third|fourth) )?([\w' -]+?) (?:{_OFFENSIVES})", re.IGNORECASE
)
# What a title dates its battle by, behind its name: "(December 2016)".
_DATED: Final = re.compile(r"\s*\([^()]*\)\s*$")


@lru_cache(64)
def place_of_title(title: str) -> str | None:
    """The name of the place in a title that is only the name of a battle."""
    name = _DATED.sub("", title)
    told = _BATTLE_OF.search(name)
    if told is not None and told.end() == len(name):
        return told[1].casefold()
    told = _OFFENSIVE_AT.fullmatch(name)
    return told[1].casefold() if told is not None else None


def places_of_battle(scene: Scene) -> Iterator[tuple[Passage, PlaceName]]:
    """Where the battle was that a document is on, as its text names it first."""
    name = place_of_title(scene.document.title) if scene.document.title else None
    if name is None:
        return
    for passage in scene.passages:
        for place in passage.places:
            words = passage.sentence.words
            told = passage.text[words[place.first].start : words[place.last].end].casefold()
            if told.removeprefix("the ") == name:
                yield passage, place
                return
