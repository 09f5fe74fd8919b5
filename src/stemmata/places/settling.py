"""Settles what a mention means: a point and a radius where its words allow one, never more precise than they are."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stemmata.places.asking import Asked
from stemmata.places.countries import country_words
from stemmata.places.index import Place
from stemmata.places.ranking import KNOWN_ABROAD, Scored
from stemmata.places.sphere import Area, destination
from stemmata.places.wording import Wording
from stemmata.records import Level

RADII: Final = ((1_000, 1_000), (10_000, 2_000), (100_000, 5_000), (1_000_000, 10_000), (math.inf, 20_000))
"""Inhabitants below which a town's radius in metres holds. A judgement, not a measurement: a village with its
fields, a market town, a city, a large one, a metropolis with its suburbs."""
UNCOUNTED_M: Final = 3_000
"""For a place whose inhabitants are not known: most are villages, some are small towns."""
FACILITY_M: Final = 10_000
"""A facility is located by its town, and an airport or a camp may lie that far out. A judgement."""
DISTRICT_M: Final = 20_000
"""A district located by its main town, unless its towns are known to lie farther: a circle of this radius covers
1,250 km². A judgement."""
AROUND_M: Final = 15_000
"""The surroundings of a town, as reports use the word. A judgement."""
COUNTRYSIDE_M: Final = 30_000
"""The countryside of a town, or a front named for it. A judgement."""
LOCATED_M: Final = 150_000
"""A region or area that reaches no farther than this from its middle is located by it, with that radius; of a wider
one the middle says nothing. A judgement."""
ONE_COUNTRY: Final = 0.75
"""Share from which a document's country is told for a name that is not known."""
KEPT: Final = 5
"""Candidates that an answer keeps."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means, no more precise than its words."""

    name: str | None
    """The gazetteer's name; None where it is not known."""
    country: str | None
    lat: float | None
    lon: float | None
    """WGS84 degrees; None for countries, regions, wide areas and names that nothing locates."""
    level: Level
    radius_m: int | None
    rule: str
    """A name of `codebook/rules.toml`."""
    entry: str | None
    """Where the gazetteer has it from, `geonames:170063`."""
    candidates: tuple[Scored, ...] = ()
    """The best first, at most five."""
    pcode: str | None = None
    """OCHA's p-code of the place itself, where a gazetteer tells it."""


def settled(wording: Wording, ranked: Sequence[Scored]) -> Resolved:
    """The best candidate, held back to the precision of the words."""
    place = ranked[0].place
    level, name, radius, rule = _meant(wording, place)
    lat, lon = (place.lat, place.lon) if radius is not None else (None, None)
    if rule == "place-countryside" and wording.bearing is not None and lat is not None and lon is not None:
        lat, lon = destination(lat, lon, COUNTRYSIDE_M / 2000, wording.bearing)
    return Resolved(
        name=name,
        country=place.country or None,
        lat=lat,
        lon=lon,
        level=level,
        radius_m=radius if lat is not None else None,
        rule=rule,
        entry=place.entry,
        candidates=tuple(ranked[:KEPT]),
        pcode=place.pcode if level == place.level else None,
    )


def _meant(wording: Wording, place: Place) -> tuple[Level, str, int | None, str]:
    """Level, name, radius in metres and rule of what the words mean of a place."""
    sort = wording.sort
    if place.level in ("country", "region", "area", "sea"):
        partly = wording.part or sort in ("area", "around", "countryside")
        located = place.level != "sea" and place.radius_m is not None and place.radius_m <= LOCATED_M
        level: Level = "area" if partly else place.level
        return level, place.name, place.radius_m if located else None, f"place-{level}"
    if sort == "region":
        return "region", f"{place.name} {wording.word}", None, "place-region-of-town"
    if sort == "countryside":
        return "area", f"{place.name} {wording.word}", COUNTRYSIDE_M, "place-countryside"
    if sort == "area":
        return "area", f"{place.name} {wording.word}", None, "place-area"
    if sort == "district" or place.level == "district":
        return "district", place.name, max(DISTRICT_M, place.radius_m or 0), "place-district"
    if sort in ("around", "land"):
        return "district", place.name, AROUND_M, "place-around"
    if sort == "facility" and place.level != "facility":
        return "facility", f"{place.name} {wording.word}", FACILITY_M, "place-facility"
    return place.level, place.name, radius_of(place), "place-name"


def radius_of(place: Place) -> int:
    """How far from its point a happening at a town or camp may lie, in metres."""
    if place.radius_m is not None:
        return place.radius_m
    if not place.population:
        return UNCOUNTED_M
    return next(radius for below, radius in RADII if place.population < below)


def around(answer: Resolved) -> Resolved:
    """A part of what an answer locates, or its surroundings: nobody says how far they reach."""
    if answer.radius_m is None:
        return replace(answer, level="area" if answer.level == "region" else answer.level, pcode=None)
    return replace(answer, level="district", radius_m=max(answer.radius_m, AROUND_M), rule="place-around", pcode=None)


def in_town(one: Asked, town: Place) -> Resolved:
    """An unknown quarter or facility of a town, located by the town and no better."""
    level: Level = "facility" if one.wording.sort == "facility" else "populated_place"
    least = FACILITY_M if one.wording.sort == "facility" else 0
    name = f"{one.wording.name}, {town.name}"
    return Resolved(
        name, town.country, town.lat, town.lon, level, max(radius_of(town), least), "place-in-town", town.entry
    )


def in_area(area: Area) -> Resolved:
    """An unknown name, located by the area that its neighbours span and no better; which place it is stays unknown."""
    radius = max(AROUND_M, round(1000 * area.radius_km))
    return Resolved(None, area.country, area.lat, area.lon, "unknown", radius, "place-by-neighbours", None)


def border(one: Asked, shares: Mapping[str, float]) -> Resolved:
    """A border, of the countries in its name: on that side of it which the document is about."""
    told = [word.country for word in country_words(one.mention.text)]
    main = max(shares, key=lambda country: shares[country], default=None)
    sides = told if len(told) > 1 else [country for country in (main, *told) if country]
    country = max(sides, key=lambda country: shares.get(country, 0.0), default=None)
    text, word = one.mention.text, one.wording.word
    name = text if word in text.lower() else f"{text} {word}"
    return Resolved(name, country, None, None, "area", None, "place-border", None)


def unknown(one: Asked, shares: Mapping[str, float]) -> Resolved:
    """A name that no gazetteer knows stays one; its country is told where what it is told to lie in, or the whole
    document, leaves no doubt."""
    country, share = max(shares.items(), key=lambda item: item[1], default=(None, 0.0))
    within = [place for place in one.within if _tells_country(place, shares)]
    told = {place.country for place in within if place.level == "country"} or {place.country for place in within}
    outer = next(iter(told)) if len(told) == 1 else None
    sure = one.mention.country_hint or outer or (country if share >= ONE_COUNTRY else None)
    level: Level = "area" if one.wording.sort in ("area", "countryside") else "unknown"  # "the Lyman direction"
    return Resolved(None, sure, None, None, level, None, "place-unknown", None)


def _tells_country(outer: Place, shares: Mapping[str, float]) -> bool:
    """Whether what a name is told to lie in tells its country: no village does that may be a namesake."""
    return outer.level != "populated_place" or outer.population >= KNOWN_ABROAD or outer.country in shares
