"""What the gazetteer is asked for a mention: the places that bear its name, and those that it is told to lie in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stemmata.places.index import Index, Place
from stemmata.places.wording import Mention, Wording, take_apart

CITY: Final = 50_000
"""Inhabitants from which a facility's name is read as opening with its town's: "Damascus Sheraton Hotel"."""

SEAT: Final = 10_000
"""Inhabitants from which a town may give its name to the division around it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A mention with its wording, and the places that bear exactly its name."""

    mention: Mention
    wording: Wording
    exact: Sequence[Place]
    within: Sequence[Place]
    """Those that bear the name of what it is told to lie in."""
    in_town: bool = False
    """Whether that is told to be a town: "in Deir ez-Zor city"."""


def ask(mention: Mention, gazetteer: Index) -> Asked:
    """What the gazetteer knows by a mention's name."""
    if mention.within and mention.within == mention.within.lower() != mention.within.upper():
        mention = replace(mention, within=None)  # "in the city" says which town only to those who read on from it
    wording = take_apart(mention, gazetteer)
    exact = gazetteer.named(wording.name) if wording.name else ()
    if not mention.within:
        return Asked(mention, wording, exact, () if exact else next(_opening(wording, gazetteer), ()))
    outer = take_apart(replace(mention, text=mention.within, kind_word=None), gazetteer)
    within = gazetteer.named(outer.name) if outer.name else ()
    if outer.sort == "town":
        within = [place for place in within if place.level == "populated_place"]
    elif outer.sort in ("region", "land", "district"):  # named for their seat, and for no village
        within = [place for place in within if place.level != "populated_place" or place.population >= SEAT]
    return Asked(mention, wording, exact, within, outer.sort == "town")


def _opening(wording: Wording, gazetteer: Index) -> Iterator[Sequence[Place]]:
    """The cities whose name opens that of an unknown facility."""
    words = wording.name.split() if wording.sort == "facility" else []
    for end in range(len(words) - 1, 0, -1):
        places = [place for place in gazetteer.named(" ".join(words[:end])) if place.population >= CITY]
        if places:
            yield places
