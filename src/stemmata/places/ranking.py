"""Ranks the places that a mention may mean: by its name, its sort, its country, its size and what lies near it.

Candidates come by exact name, and by skeleton only inside countries that the document already speaks of.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from stemmata.places.asking import CITY, SEAT, Asked
from stemmata.places.index import Index, Place
from stemmata.places.keys import distance, skeletons
from stemmata.places.sphere import kilometres
from stemmata.places.support import Support, digits
from stemmata.places.wording import Wording

Cell = tuple[int, int]
"""A degree of latitude and longitude, by its south-western corner."""
Division = tuple[str, str]
"""A country and the name or code of its division."""

EXACT, ALIKE = 3.0, 2.2
"""What a name of the same spelling and one of the same skeleton are worth; a consonant apart takes 1 off."""
ALIAS: Final = 0.5
"""At most off when it is not the name that the gazetteer puts first: Nikopol was once called Sloviansk."""
SIZE: Final = 0.5
"""For each power of ten of inhabitants: a million outweighs a village by 2.5, less than a told country."""
COUNTRY: Final = 3.0
"""Times the share of the document's sure places that lie in the candidate's country."""
SORT: Final = 1.5
"""When the word beside the name ("province", "town") agrees with the candidate's level, and off when it does not."""
NEAR, NEAR_KM = 2.0, 120.0
"""For a sure place of the document next door; a third of it at NEAR_KM."""
CROWD, CROWDED = 3.0, 2.0
"""For a place that all other names of the document surround; half of it where so many do."""
GATE: Final = 0.3
"""Share of the document's places that a country needs for a look-up by skeleton in it."""
MOST: Final = 20
"""Candidates that are ranked on."""
ALIKE_LIMIT: Final = 0.4
"""Distance (see `keys`) up to which names of three and more consonants are alike; half of it for fewer."""
CLOSE_KM, FAR_KM, SAME_KM = 60.0, 250.0, 10.0
"""How far the document's nearest sure place may lie from a name that only sounds alike, and from one whose likeness is
near perfect; one place in two gazetteers."""
SMALL: Final = 5_000
"""Inhabitants below which a place of exactly the name does not rule out one whose name is written otherwise."""
KNOWN_ABROAD, ABROAD, MAINLY = 50_000, 0.1, 0.25
"""A town of fewer inhabitants, in a country with less than a tenth of a document that is half about another, is a
homonym: readers abroad would not know it without its country."""
NEXT_TO_NOTHING: Final = 0.5
"""What a document must say for a country, half a city, that a name below KNOWN_ABROAD is not alone in speaking for it.
Of 12 such names of the development gold that several countries bear, resolved alone, 5 were right; of those that one
country alone bears, 53 of 61."""
ALONE: Final = 0.75
"""Share of a document's sure places from which its country needs not be named, and a hamlet elsewhere is foreign."""
HALVED: Final = 1_000_000
"""Inhabitants from which "the east of" a city is told more often than the east of its province."""
METROPOLIS: Final = 500_000
"""Inhabitants from which a city is not ruled out by another country told beside it, which may be who speaks."""
ROADS: Final = frozenset({"road", "highway"})
"""What is named for places far away, as the quarters of a town are."""
VILLAGES: Final = frozenset({"village", "villages", "hamlet"})
SURE: Final = 1.0
"""Lead over the second best with which a place counts as sure and helps to place the others.

The weights were set on the prototype's corpora (LGL, TR-News) and on the development gold with Who's On First added.
COUNTRY or NEAR halved or doubled, SIZE at 0.3 or 0.8, and NEAR_KM at 60 or 30 moved the places rightly found by less
than 3 % of them; ALIKE_LIMIT at 0.6 made a third more of them wrong. The benchmark `places` measures what they give."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A place that a mention may mean, with what speaks for it."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant by its name."""

    place: Place
    score: float
    """What name, sort, country and size say for it, before the document's other places are looked at."""
    apart: float
    """How far the names are apart by `keys.distance`; 0 for the same name."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Where the names of a document seem to lie, all their candidates weighed: by cell of a degree and by division."""

    cells: Mapping[Cell, Mapping[str, float]]
    divisions: Mapping[Division, Mapping[str, float]]


def candidates(gazetteer: Index, one: Asked, support: Support) -> list[Candidate]:
    """The places that a mention may mean by its name, each with what speaks for it alone."""
    shares, others = support.shares(), support.shares(without=one.wording.name)
    found = [
        (place, EXACT - min(ALIAS, distance(one.wording.name, place.name)), 0.0)
        for place in one.exact
        if not _is_foreign(place, one, support, others)
    ]
    told = {p.country for p in one.exact if p.level != "region" and (p.level == "country" or p.population >= SMALL)}
    exact = {place.entry for place in one.exact}
    gate = (
        []
        if any(p.population >= SMALL and shares.get(p.country, 0) >= ABROAD for p in one.exact)
        else _gate(one, shares if found else support.shares(without=one.wording.name))
    )
    for country in gate:
        if country not in told:
            alike = gazetteer.sounding(one.wording.name, country, ALIKE_LIMIT)
            found += [(place, ALIKE - 2 * apart, apart) for place, apart in alike if place.entry not in exact]
    towns = [place for place, _, _ in found if place.level == "populated_place" and place.population >= SEAT]
    return [
        Candidate(
            place,
            fit + SIZE * digits(place) + _home(place, one, shares) + _sort(place, one.wording, towns),
            apart,
        )
        for place, fit, apart in found
    ]


def _gate(one: Asked, shares: Mapping[str, float]) -> list[str]:
    """The countries in which a name is looked up by its skeleton: those told beside it, else the document's."""
    if one.mention.country_hint:
        return [one.mention.country_hint]
    if told := {place.country for place in one.within if place.level in ("country", "region")}:
        return sorted(told & shares.keys())[:3]
    return [c for c, share in sorted(shares.items(), key=lambda item: -item[1])[:3] if share >= GATE]


def _is_foreign(place: Place, one: Asked, support: Support, shares: Mapping[str, float]) -> bool:
    """Whether a small place lies where nothing else of the document does: Madaya in Myanmar, read about Syria. `shares`
    are those of the document without the name."""
    if not place.country or place.level == "country":
        return False
    told = {outer.country for outer in one.within if shares.get(outer.country, 0) >= ABROAD}
    if one.mention.country_hint:
        told = {one.mention.country_hint}
    if told:
        return place.country not in told and place.population < METROPOLIS
    hamlet = place.population < SMALL and max(shares.values(), default=0) >= ALONE
    if shares.get(place.country, 0) >= (MAINLY if hamlet else ABROAD):
        return False
    named_for_others = one.wording.sort == "quarter" or one.wording.word in ROADS
    if place.population >= KNOWN_ABROAD and not named_for_others:
        return False
    borne = {there.country for there in one.exact}
    if len(borne) > 1 and is_alone(place, one, support):
        return True
    main = [country for country, share in shares.items() if share >= MAINLY]
    return any(country in borne or hamlet or support.is_named(country, without=one.wording.name) for country in main)


def is_alone(place: Place, one: Asked, support: Support) -> bool:
    """Whether nothing but the name of a small place says that the document is about its country."""
    if not place.country or place.level in ("country", "region") or place.population >= KNOWN_ABROAD:
        return False
    told = one.within or one.mention.country_hint
    return not told and support.speaks_for(place.country, without=one.wording.name) < NEXT_TO_NOTHING


def rank(
    one: Asked, found: Sequence[Candidate], others: Sequence[Place] = (), crowd: Crowd | None = None
) -> list[Scored]:
    """The candidates of a mention, the best first, beside the other sure places of the document and the crowd."""
    scored = [
        Scored(each.place, each.score + _near(each.place, others) + _among(each.place, one.wording.name, crowd))
        for each in found
        if not each.apart or _is_alike(each, one.wording, others)
    ]
    return sorted(scored, key=lambda s: (-s.score, s.place.entry))[:MOST]


def _is_alike(each: Candidate, wording: Wording, others: Sequence[Place]) -> bool:
    """Whether a place that shares a skeleton may be meant at all.

    Few consonants prove little, so their vowels must agree better. A hospital or a bridge is seldom named for a village
    that only sounds alike.
    """
    limit = ALIKE_LIMIT if len(skeletons(wording.name)[0]) > 2 else ALIKE_LIMIT / 2
    if wording.sort == "facility":
        return each.apart <= ALIKE_LIMIT / 2
    nearest = min((distance_km(each.place, other) for other in others), default=0)
    near_perfect = each.apart <= ALIKE_LIMIT / 2 or wording.sort == "town"
    return each.apart <= limit and nearest <= (FAR_KM if near_perfect else CLOSE_KM)


def crowd(ranked: Mapping[str, Sequence[Scored]]) -> Crowd:
    """Where the names of a document seem to lie, by the candidates of each."""
    cells: dict[Cell, dict[str, float]] = defaultdict(dict)
    divisions: dict[Division, dict[str, float]] = defaultdict(dict)
    for name, scored in ranked.items():
        weights = [math.exp(each.score - scored[0].score) for each in scored]
        for each, weight in zip(scored, weights, strict=True):
            share = weight / sum(weights)
            if (cell := _cell(each.place)) is not None:
                cells[cell][name] = cells[cell].get(name, 0.0) + share
            if (division := _division(each.place)) is not None:
                divisions[division][name] = divisions[division].get(name, 0.0) + share
    return Crowd(cells, divisions)


def _cell(place: Place) -> Cell | None:
    if place.lat is None or place.lon is None or place.level == "country":
        return None
    return math.floor(place.lat), math.floor(place.lon)


def _division(place: Place) -> Division | None:
    return (place.country, place.region) if place.region else None


def _among(place: Place, name: str, crowd: Crowd | None) -> float:
    """What the crowd adds: how many other names lie in the place's cell, the eight around it, and its division."""
    if crowd is None:
        return 0.0
    seen: dict[str, float] = {}
    if (cell := _cell(place)) is not None:
        (lat, lon) = cell
        for key in product(range(lat - 1, lat + 2), range(lon - 1, lon + 2)):
            for other, weight in crowd.cells.get(key, {}).items():
                seen[other] = seen.get(other, 0.0) + weight
    if (division := _division(place)) is not None:
        for other, weight in crowd.divisions.get(division, {}).items():
            seen[other] = max(seen.get(other, 0.0), weight)
    many = sum(min(1.0, weight) for other, weight in seen.items() if other != name)
    return CROWD * many / (many + CROWDED)


def _home(place: Place, one: Asked, shares: Mapping[str, float]) -> float:
    """What the country and the containing place told beside the mention say."""
    score = COUNTRY * shares.get(place.country, 0)
    if one.mention.country_hint:
        score += COUNTRY if place.country == one.mention.country_hint else -COUNTRY
    if one.within:
        score += COUNTRY if any(_holds(outer, place) for outer in one.within) else 0
        score += _near(place, one.within)
    return score


def _holds(outer: Place, place: Place) -> bool:
    """Whether a place lies in another, by what the gazetteer tells or by where it lies; two gazetteers name a region
    by two codes."""
    if place.country != outer.country:
        return False
    reached = outer.radius_m is not None and distance_km(place, outer) <= outer.radius_m / 1000
    return outer.level == "country" or outer.region in (None, place.region) or reached


def _sort(place: Place, wording: Wording, towns: Sequence[Place]) -> float:
    """Whether the word beside the name agrees with what the candidate is.

    A bare name that a region shares with a town in it is the town's: Aleppo, but not Texas.
    """
    if place.level == "sea":
        return SORT  # "the Red Sea" is more often told than the state so named
    if wording.sort in ("region", "land"):
        return SORT if place.level == "region" else 0
    if wording.sort in ("town", "quarter"):
        if wording.word in VILLAGES and place.population >= CITY:
            return -2 * SORT
        return SORT if place.level == "populated_place" else -SORT / 2 if place.level == "district" else -3 * SORT
    if wording.sort in ("district", "facility"):
        return SORT if place.level in ("district", "populated_place", "facility") else -SORT
    if wording.part and place.level == "populated_place":
        return SORT if place.population >= HALVED else 0  # eastern Aleppo is of the city, eastern Idlib of the province
    if place.level == "district":
        return -SORT / 2
    seated = any(town.country == place.country and place.region in (None, town.region) for town in towns)
    return -SORT if place.level == "region" and seated and not wording.part else 0


def _near(place: Place, others: Sequence[Place]) -> float:
    """What the nearest of the document's sure places adds."""
    apart = min((distance_km(place, other) for other in others), default=math.inf)
    return NEAR * math.exp(-apart / NEAR_KM)


def distance_km(one: Place, other: Place) -> float:
    """Kilometres between two places; infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or one.entry == other.entry:
        return math.inf
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def is_sure(ranked: Sequence[Scored]) -> bool:
    """Whether the best candidate leads all that are not the same place told by another gazetteer."""
    if not ranked:
        return False
    rivals = [each for each in ranked[1:] if distance_km(each.place, ranked[0].place) > SAME_KM]
    return not rivals or ranked[0].score - rivals[0].score >= SURE
