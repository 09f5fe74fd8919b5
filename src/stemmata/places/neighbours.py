"""Locates a name that no gazetteer knows by the places told beside it: its town, or the area that they span."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.places.asking import CITY, Asked
from stemmata.places.index import Place
from stemmata.places.ranking import distance_km
from stemmata.places.settling import AROUND_M, DISTRICT_M, LOCATED_M
from stemmata.places.sphere import Area, kilometres
from stemmata.places.wording import Mention

REACH: Final = 3
"""Sentences within which a place still is a neighbour. A judgement."""
WIDEST_KM: Final = 60.0
"""From the middle of the neighbours to the farthest: wider apart they say nothing of a name between. A judgement."""
OF_A_TOWN: Final = frozenset("hospital clinic school university market mosque church stadium".split())
"""Facilities that lie in the town told near them. Of eleven facilities of the development gold with a point and a town
near by, these three lay within 25 km of it; of the eight others, bridges, roads, checkpoints and bases, three did."""
QUARTER_KM: Final = 30.0
"""How far from the middle of a town what is called its quarter may lie."""
TOWN: Final = 5_000
"""Inhabitants from which a place has quarters of its own."""
ASTRAY_KM: Final = 150.0
"""How far from all that is told beside it a village is hardly meant by its bare name. A judgement."""
BESIDE_M: Final = 30_000
"""How far around a town or village lies what is told with it. Of 262 places of Syria that UCDP's data name and Who's On
First does not know, told with the seat of their district, 70 % lie within 31 km of it."""
NARROW_M: Final = 40_000
"""Radius up to which a place says more of what lies beside it than a wider one does."""


@dataclass(frozen=True, slots=True)
class Known:
    """A mention that is located, with its place and how far that reaches."""

    mention: Mention
    place: Place
    radius_m: int


def town_of(one: Asked, known: Sequence[Known], shares: Mapping[str, float], least: float) -> Place | None:
    """The town that a name lies in: the one told with it; for a quarter or a facility else one told in its sentence,
    the one told last before, or one told soon after.

    A town in a country that makes up less than the share `least` of the document holds none of its quarters.
    """
    if not one.wording.name:
        return None
    towns = [k for k in known if k.place.level == "populated_place"]
    for each in towns:
        if (one.mention.within and each.mention.text == one.mention.within) or each.place in one.within:
            return each.place
    if one.wording.sort not in ("quarter", "facility"):
        return None
    if one.within:
        told = [p for p in one.within if p.level == "populated_place" and shares.get(p.country, 0) >= least]
        return max(told, key=lambda place: place.population, default=None)
    if one.wording.sort == "facility" and one.wording.word not in OF_A_TOWN:
        return None
    near = [k for k in towns if _may_hold(k.place, one) and shares.get(k.place.country, 0) >= least]
    before = [k for k in near if k.mention.start < one.mention.start]
    nearest = next(_nearest_first(one.mention, near), None)
    if one.wording.sort == "quarter" and before and (nearest is None or _sentences(one.mention, nearest) != 0):
        nearest = max(before, key=lambda k: k.mention.start)
    return nearest.place if nearest else None


def _may_hold(place: Place, one: Asked) -> bool:
    """A village has no quarters, but a hospital; nor has one too small for its inhabitants to be counted."""
    return one.wording.sort == "facility" or place.population >= TOWN


def spanned(one: Asked, known: Sequence[Known], shares: Mapping[str, float], least: float) -> Area | None:
    """The area that a name's neighbours span: those of its sentence, else those of the nearest sentence that has any,
    else all places of the document; of these the narrow ones, where there are any.

    Places of a country that makes up less than the share `least` of the document are no neighbours.
    """
    home = [k for k in known if shares.get(k.place.country, 0) >= least and one.wording.name]
    beside = _beside(one.mention, home) or home
    return _circle([k for k in beside if k.radius_m <= NARROW_M] or beside)


def _surroundings(known: Known) -> int:
    """How far around a place a name told beside it lies, in metres: one told with a city is often a part of it."""
    return AROUND_M if known.place.population >= CITY else BESIDE_M


def told_area(one: Asked, shares: Mapping[str, float]) -> Area | None:
    """The division that a name is told to lie in, where that has a middle and is not too wide."""
    divisions = [p for p in one.within if p.level in ("region", "district") and p.lat is not None]
    known = [p for p in divisions if p.level == "district" or (p.radius_m or math.inf) <= LOCATED_M]
    if not known:
        return None
    place = max(known, key=lambda p: (shares.get(p.country, 0.0), p.level == "region", p.population))
    return Area(place.lat or 0, place.lon or 0, max(DISTRICT_M, place.radius_m or 0) / 1000, place.country)


def _beside(mention: Mention, known: Sequence[Known]) -> list[Known]:
    """The places of the nearest sentence that has any, within reach."""
    nearest = next(_nearest_first(mention, known), None)
    return [k for k in known if nearest is not None and k.mention.sentence == nearest.mention.sentence]


def _circle(beside: Sequence[Known]) -> Area | None:
    """The circle around places and what lies around each; None where they lie too far apart."""
    points = [(k.place.lat, k.place.lon) for k in beside if k.place.lat is not None and k.place.lon is not None]
    if not points:
        return None
    lat, lon = sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)
    apart = [kilometres(lat, lon, *point) for point in points]
    if max(apart) > WIDEST_KM:
        return None
    radius = max(km + max(k.radius_m, _surroundings(k)) / 1000 for km, k in zip(apart, beside, strict=True))
    return Area(lat, lon, radius, beside[0].place.country)


def is_astray(place: Place, one: Asked, known: Sequence[Known]) -> bool:
    """Whether a village lies so far from all that is told beside it that only its name speaks for it."""
    if place.level != "populated_place":
        return False
    if _lies_outside(place, one.within):
        return True
    if place.population >= TOWN:
        return False
    if one.in_town and one.within:
        return min(distance_km(place, outer) for outer in one.within) > QUARTER_KM
    if one.mention.country_hint or one.within or one.wording.sort == "town":
        return False
    others = [k for k in known if k.place.country == place.country and k.mention.text != one.mention.text]
    beside = _beside(one.mention, [k for k in others if k.radius_m <= NARROW_M])
    return bool(beside) and min(distance_km(place, k.place) for k in beside) > ASTRAY_KM


def _lies_outside(place: Place, within: Sequence[Place]) -> bool:
    """Whether a place lies in none of the divisions that it is told to lie in, by the gazetteer's own codes, nor near
    their seat."""
    codes = {(outer.country, outer.region) for outer in within if outer.level == "region" and outer.region}
    if not codes or place.region is None or (place.country, place.region) in codes:
        return False
    located = [outer for outer in within if outer.lat is not None]
    far = all(distance_km(place, outer) > max(ASTRAY_KM, (outer.radius_m or 0) / 1000) for outer in located)
    return bool(located) and far


def _nearest_first(mention: Mention, known: Sequence[Known]) -> Iterator[Known]:
    """Places told near a mention, those of its own sentence first, then those before it, then those after it."""

    def order(each: Known) -> tuple[int, bool, int]:
        return abs(_sentences(mention, each)), _sentences(mention, each) < 0, abs(mention.start - each.mention.start)

    yield from sorted((k for k in known if abs(_sentences(mention, k)) <= REACH), key=order)


def _sentences(mention: Mention, other: Known) -> int:
    """How many sentences before a mention a place is told; all are one where none is counted."""
    return (mention.sentence or 0) - (other.mention.sentence or 0)
