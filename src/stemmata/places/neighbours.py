"""Locates a name that no gazetteer knows by the places told beside it: its town, or the area that they span."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.places.index import Place
from stemmata.places.ranking import Asked, distance_km
from stemmata.places.wording import Mention

REACH: Final = 3
"""Sentences within which a place still is a neighbour. A judgement."""
WIDEST_KM: Final = 60.0
"""From the middle of the neighbours to the farthest: wider apart they say nothing of a name between. A judgement."""
QUARTER_KM: Final = 30.0
"""How far from the middle of a town what is called its quarter may lie."""
TOWN: Final = 5_000
"""Inhabitants from which a place has quarters of its own."""


@dataclass(frozen=True, slots=True)
class Known:
    """A mention that is located, with its place."""

    mention: Mention
    place: Place


def town_of(one: Asked, known: Sequence[Known], shares: Mapping[str, float], least: float) -> Place | None:
    """The town that a name lies in: the one told with it; for a quarter or a facility else the nearest told.

    A town in a country that makes up less than the share `least` of the document holds none of its quarters.
    """
    if not one.wording.name:
        return None
    towns = [k for k in known if k.place.level == "populated_place"]
    if one.mention.within:
        return next((k.place for k in towns if k.mention.text == one.mention.within or k.place in one.within), None)
    if one.wording.sort not in ("quarter", "facility"):
        return None
    near = [k for k in towns if _may_hold(k.place, one) and shares.get(k.place.country, 0) >= least]
    return next((k.place for k in _nearest_first(one.mention, near)), None)


def _may_hold(place: Place, one: Asked) -> bool:
    """A village has no quarters, but a hospital; nor has one too small for its inhabitants to be counted."""
    return one.wording.sort == "facility" or place.population >= TOWN


@dataclass(frozen=True, slots=True)
class Area:
    """A circle around places."""

    lat: float
    lon: float
    radius_km: float
    country: str


def spanned(one: Asked, known: Sequence[Known], shares: Mapping[str, float], least: float) -> Area | None:
    """The area that a name's neighbours span: those of its sentence, else those of the nearest sentence that has any,
    else all places of the document.

    Places of a country that makes up less than the share `least` of the document are no neighbours.
    """
    home = [k for k in known if shares.get(k.place.country, 0) >= least and one.wording.name]
    nearest = next(_nearest_first(one.mention, home), None)
    beside = [k for k in home if nearest is None or k.mention.sentence == nearest.mention.sentence]
    return _circle([k.place for k in beside])


def _circle(places: Sequence[Place]) -> Area | None:
    """The circle around places, from the middle of their points; None where they lie too far apart."""
    if not places:
        return None
    lat = sum(place.lat or 0 for place in places) / len(places)
    lon = sum(place.lon or 0 for place in places) / len(places)
    middle = Place("", "", places[0].country, lat, lon, "area")
    radius = max(distance_km(place, middle) for place in places)
    return Area(lat, lon, radius, places[0].country) if radius <= WIDEST_KM else None


def _nearest_first(mention: Mention, known: Sequence[Known]) -> Iterator[Known]:
    """Places told near a mention, those of its own sentence first, then those before it, then those after it."""

    def order(each: Known) -> tuple[int, bool, int]:
        return abs(_sentences(mention, each)), _sentences(mention, each) < 0, abs(mention.start - each.mention.start)

    yield from sorted((k for k in known if abs(_sentences(mention, k)) <= REACH), key=order)


def _sentences(mention: Mention, other: Known) -> int:
    """How many sentences before a mention a place is told; all are one where none is counted."""
    return (mention.sentence or 0) - (other.mention.sentence or 0)
