"""Places of one document resolved together: which Tripoli, which of eleven Shafas, or honestly unknown.

Candidates come by exact name, and by skeleton only inside countries that the document already speaks of. They are
ranked by how well the name, the sort of place ("province", "village"), the country, the size and the nearness to
the document's other places fit. A place is never more precise than its words: a province has no point.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.places.index import Index, Place
from stemmata.places.keys import skeletons
from stemmata.records import Level
from stemmata.tables import CODEBOOK, read_table

COUNTRIES: Final = ("iso2", "iso3", "name", "aliases", "adjectives", "seats")
"""The columns of `countries.csv`."""

Sort = Literal["region", "land", "district", "town", "quarter", "facility", "around", "area", "direction"]
"""What a word beside a name says it is; `place_words.csv` tells each in words."""

EARTH_KM: Final = 6371.0

RADII: Final = ((1_000, 1_000), (10_000, 2_000), (100_000, 5_000), (1_000_000, 10_000), (math.inf, 20_000))
"""Inhabitants below which a town's radius in metres holds. A judgement, not a measurement: a village with its
fields, a market town, a city, a large one, a metropolis with its suburbs."""
UNCOUNTED_M: Final = 3_000
"""For a place whose inhabitants are not known: most are villages, some are small towns."""
FACILITY_M: Final = 10_000
"""A facility is located by its town, and an airport or a camp may lie that far out. A judgement."""
DISTRICT_M: Final = 20_000
"""A district located by its main town: a circle of this radius covers 1,250 km². A judgement."""
AROUND_M: Final = 15_000
"""The surroundings of a town, as reports use the word. A judgement."""

EXACT, ALIKE = 3.0, 2.2
"""What a name of the same spelling and one of the same skeleton are worth; a consonant apart takes 1 off."""
SIZE: Final = 0.5
"""For each power of ten of inhabitants: a million outweighs a village by 2.5, less than a told country."""
COUNTRY: Final = 3.0
"""Times the share of the document's sure places that lie in the candidate's country."""
SORT: Final = 1.5
"""When the word beside the name ("province", "town") agrees with the candidate's level, and off when it does not."""
NEAR, NEAR_KM = 2.0, 120.0
"""For a sure place of the document next door; a third of it at NEAR_KM."""
FULL_VOICE: Final = 25.0
"""Squared power of ten of inhabitants, 100,000, from which a name speaks with full weight for its country: a hamlet
that happens to bear a name of elsewhere says next to nothing."""
GATE: Final = 0.3
"""Share of the document's places that a country needs for a look-up by skeleton in it."""
ONE_COUNTRY: Final = 0.75
"""Share from which a document's country is told for a name that is not known."""
MOST, KEPT = 20, 5
"""Candidates that are ranked on, and those that an answer keeps."""
ALIKE_LIMIT: Final = 0.4
"""Distance (see `keys`) up to which names of three and more consonants are alike; half of it for fewer."""
QUARTER_KM, FAR_KM, SAME_KM = 30.0, 250.0, 10.0
"""How far a quarter lies from its town; from where a likeness must be near perfect; one place in two gazetteers."""
KNOWN_ABROAD, ABROAD, MAINLY = 100_000, 0.1, 0.5
"""A town of fewer inhabitants, in a country with less than a tenth of a document that is half about another, is a
homonym: readers abroad would not know it without its country."""
HALVED: Final = 1_000_000
"""Inhabitants from which "the east of" a city is told more often than the east of its province."""
SEAT, REGION_PEOPLE = 50_000, 1_000_000
"""Inhabitants from which a town may be the seat of a region of its name, and those presumed of a region."""
SURE: Final = 1.0
"""Lead over the second best with which a place counts as sure and helps to place the others.

The weights were set on the prototype's corpora (LGL, TR-News) and on the development gold with Who's On First added.
COUNTRY or NEAR halved or doubled, SIZE at 0.3 or 0.8, and NEAR_KM at 60 or 30 moved the places rightly found by less
than 3 % of them; ALIKE_LIMIT at 0.6 made a third more of them wrong. The benchmark `places` measures what they give."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as the document words it."""

    text: str
    """As it stands: "Aleppo", "the town of Hajin", "eastern Deir ez-Zor countryside"."""
    start: int
    """Offset in the document; neighbours are told by it."""
    country_hint: str | None = None
    """ISO 3166 alpha-2 of a country told beside it."""
    within: str | None = None
    """The containing place told beside it: "Helmand" in "Marjah, Helmand"."""
    kind_word: str | None = None
    """The word that tells its sort where it stands outside `text`: "town", "province", "camp"."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A place that a mention may mean, with what speaks for it."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means, no more precise than its words."""

    name: str | None
    """The gazetteer's name; None where it is not known."""
    country: str | None
    lat: float | None
    lon: float | None
    """WGS84 degrees; None for countries, regions, areas and unknown names."""
    level: Level
    radius_m: int | None
    rule: str
    """A name of `codebook/rules.toml`."""
    entry: str | None
    """Where the gazetteer has it from, `geonames:170063`."""
    candidates: tuple[Scored, ...] = ()
    """The best first, at most five."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """A mention taken apart: the name at its core and what the words around it say."""

    name: str
    word: str
    """The word that tells the sort; empty where none does."""
    sort: Sort | None
    part: bool
    """Whether only a part of the place is meant: "northern", "rebel-held"."""


@cache
def place_words(folder: Path = CODEBOOK) -> Mapping[str, Sort]:
    """Words beside a place's name with the sort that they tell, from `place_words.csv`.

    Raises:
        CodebookError: a sort is unknown; names file and line.
    """
    rows = read_table(folder / "place_words.csv", ("word", "sort"))
    return {row["word"]: row.one_of("sort", get_args(Sort)) for row in rows}  # type: ignore[misc]  # checked by one_of


def resolve(gazetteer: Index, mentions: Sequence[Mention], countries: Sequence[str] = ()) -> list[Resolved]:
    """Resolve all place mentions of one document together; one answer a mention, in their order.

    Args:
        gazetteer: where names are looked up.
        mentions: the mentions, in any order.
        countries: ISO 3166 alpha-2 of countries that the case or the dateline tells the document is about.
    """
    asked = [_asked(mention, gazetteer) for mention in mentions]
    support = _support(asked, countries)
    drafts = [_ranked(gazetteer, one, support, ()) for one in asked]
    sure = [(one.wording.name, draft[0].place) for one, draft in zip(asked, drafts, strict=True) if _is_sure(draft)]
    answers = []
    for one, draft in zip(asked, drafts, strict=True):
        others = [place for name, place in sure if name != one.wording.name and place.lat is not None]
        ranked = _ranked(gazetteer, one, support, others) if others else draft
        town = None if ranked else _town_of(gazetteer, one, support, others)
        answers.append(_settled(one.wording, ranked) if ranked else _unknown(one, support, town))
    return answers


@dataclass(frozen=True, slots=True)
class _Asked:
    """A mention with its wording, and the places that bear exactly its name."""

    mention: Mention
    wording: _Wording
    exact: list[Place]


# ------------------------------------------------------------------------------------------------------- wording


def _asked(mention: Mention, gazetteer: Index) -> _Asked:
    """A mention with its exact candidates. One without a capital ("the town", "last stronghold") names no place, nor
    does the adjective of a country."""
    wording = _wording(mention, gazetteer)
    if wording.name == wording.name.lower() != wording.name.upper() or wording.name in _adjectives():
        wording = replace(wording, name="")
    return _Asked(mention, wording, gazetteer.named(wording.name))


@cache
def _adjectives(folder: Path = CODEBOOK) -> frozenset[str]:
    """The adjectives of countries that are not their names too."""
    rows = read_table(folder / "countries.csv", COUNTRIES)
    names = {name for row in rows for name in (row["name"], *row.several("aliases"))}
    return frozenset(adjective for row in rows for adjective in row.several("adjectives")) - names


def _wording(mention: Mention, gazetteer: Index) -> _Wording:
    """Take a mention apart, from the outside in, until its core is a known name or nothing more comes off."""
    words = place_words()
    text = re.sub(r"\([^)]*\)|['’]s$", "", mention.text).strip()
    told = (mention.kind_word or "").lower()
    part = False
    while True:
        text = re.sub(r"^(?:the|its?)\s+", "", text, flags=re.IGNORECASE).strip()
        first, _, rest = text.partition(" ")
        front, _, last = text.rpartition(" ")
        if gazetteer.is_place_name(text) or not rest:
            break
        before, of, after = text.partition(" of ")
        if of and words.get(before.split()[-1].lower()):
            part = part or words[before.split()[-1].lower()] == "direction"
            told, text = told or (before.split()[-1].lower() if not part else ""), after
        elif last.lower() in words:
            told, text = told or last.lower(), front
        elif first.lower() in words:
            direction = words[first.lower()] == "direction"
            part, told, text = part or direction, told or ("" if direction else first.lower()), rest
        elif first.islower() and "-" not in first[1:3]:
            part, text = True, rest
        else:
            break
    if not gazetteer.is_place_name(text) and text.endswith("s") and gazetteer.is_place_name(text[:-1]):
        text = text[:-1]  # a possessive thinned of its apostrophe, "Syrias"
    return _Wording(text, told, words.get(told), part)


# ------------------------------------------------------------------------------------------------------- ranking


def _support(asked: Sequence[_Asked], countries: Sequence[str]) -> dict[str, float]:
    """How much of the document is about each country, as shares that add up to 1."""
    weights: dict[str, float] = defaultdict(float)
    for code in countries:
        weights[code] += 2
    for one in {one.wording.name: one for one in asked}.values():
        if one.mention.country_hint:
            weights[one.mention.country_hint] += 1
        told = [place for place in one.exact if place.level == "country"] or one.exact
        sizes = {place.country: 0.0 for place in told}
        for place in told:
            sizes[place.country] = max(sizes[place.country], _digits(place) ** 2)
        for country, size in sizes.items() if "" not in sizes else ():
            weights[country] += size / sum(sizes.values()) * min(1, max(sizes.values()) / FULL_VOICE)
    total = sum(weights.values())
    return {country: weight / total for country, weight in weights.items()}


def _gate(one: _Asked, support: Mapping[str, float]) -> list[str]:
    """The countries in which a name is looked up by its skeleton: the one told beside it, else the document's."""
    if one.mention.country_hint:
        return [one.mention.country_hint]
    return [c for c, share in sorted(support.items(), key=lambda item: -item[1])[:3] if share >= GATE]


def _ranked(gazetteer: Index, one: _Asked, support: Mapping[str, float], others: Sequence[Place]) -> list[Scored]:
    """The candidates of a mention, the best first."""
    fits = [(place, EXACT) for place in one.exact if not _is_foreign(place, one, support)]
    told = {place.country for place in one.exact if place.level != "region"}
    for country in _gate(one, support):
        if country not in told:
            alike = gazetteer.sounding(one.wording.name, country)
            fits += [(p, ALIKE - 2 * apart) for p, apart in alike if _is_alike(p, apart, one.wording, others)]
    within = gazetteer.named(one.mention.within) if one.mention.within else []
    seats = {place.country for place, _ in fits if place.level == "populated_place" and place.population >= SEAT}
    scored = []
    for place, fit in fits:
        context = _home(place, one, support, within) + _near(place, others)
        sort = _sort(place, one.wording, place.country in seats)
        scored.append(Scored(place, fit + _size(place) + context + sort))
    return sorted(scored, key=lambda s: (-s.score, s.place.entry))[:MOST]


def _is_foreign(place: Place, one: _Asked, support: Mapping[str, float]) -> bool:
    """Whether a small place lies where nothing else of the document does: Madaya in Myanmar, read about Syria."""
    share = 1.0 if place.country == one.mention.country_hint else support.get(place.country, 0)
    small = place.country and place.level != "country" and place.population < KNOWN_ABROAD
    return bool(small) and share < ABROAD and max(support.values(), default=0) >= MAINLY and not one.mention.within


def _is_alike(place: Place, apart: float, wording: _Wording, others: Sequence[Place]) -> bool:
    """Whether a place that shares a skeleton may be meant at all.

    Few consonants prove little, so their vowels must agree better. A quarter lies in a town of the document, and
    a hospital or a bridge is seldom named for a village that only sounds alike.
    """
    limit = ALIKE_LIMIT if len(skeletons(wording.name)[0]) > 2 else ALIKE_LIMIT / 2
    nearest = min((_km(place, other) for other in others), default=math.inf)
    if wording.sort == "quarter":
        return apart <= limit and nearest <= QUARTER_KM
    if wording.sort == "facility":
        return apart <= ALIKE_LIMIT / 2
    return apart <= limit and (not others or nearest <= FAR_KM or apart <= ALIKE_LIMIT / 2)


def _size(place: Place) -> float:
    """What its inhabitants add."""
    return SIZE * _digits(place)


def _digits(place: Place) -> float:
    """The power of ten of a place's inhabitants; a region whose are not known counts as one of a million."""
    people = place.population or (REGION_PEOPLE if place.level == "region" else 0)
    return math.log10(people + 10)


def _home(place: Place, one: _Asked, support: Mapping[str, float], within: Sequence[Place]) -> float:
    """What the country and the containing place told beside the mention say."""
    score = COUNTRY * support.get(place.country, 0)
    if one.mention.country_hint:
        score += COUNTRY if place.country == one.mention.country_hint else -COUNTRY
    if within:
        inside = any(
            place.country == outer.country and (outer.level == "country" or outer.region in (None, place.region))
            for outer in within
        )
        score += COUNTRY if inside else 0
        score += _near(place, within)
    return score


def _sort(place: Place, wording: _Wording, seated: bool) -> float:
    """Whether the word beside the name agrees with what the candidate is.

    A bare name that a region shares with its seat is the town's: Aleppo, but not Texas.
    """
    if wording.sort in ("region", "land"):
        return SORT if place.level == "region" else 0
    if wording.sort in ("district", "town", "quarter", "facility"):
        return SORT if place.level in ("district", "populated_place", "facility") else -SORT
    if wording.part and place.level == "populated_place":
        return SORT if place.population >= HALVED else 0  # eastern Aleppo is of the city, eastern Idlib of the province
    if place.level == "district":
        return -SORT / 2
    return -SORT if place.level == "region" and seated and not wording.part else 0


def _near(place: Place, others: Sequence[Place]) -> float:
    """What the nearest of the document's sure places adds."""
    apart = min((_km(place, other) for other in others), default=math.inf)
    return NEAR * math.exp(-apart / NEAR_KM)


def _km(one: Place, other: Place) -> float:
    """Kilometres between two places, by the haversine; infinite where one has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None or one.entry == other.entry:
        return math.inf
    a, b, c, d = map(math.radians, (one.lat, one.lon, other.lat, other.lon))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _is_sure(ranked: Sequence[Scored]) -> bool:
    """Whether the best candidate leads all that are not the same place told by another gazetteer."""
    if not ranked:
        return False
    rivals = [each for each in ranked[1:] if _km(each.place, ranked[0].place) > SAME_KM]
    return not rivals or ranked[0].score - rivals[0].score >= SURE


# ------------------------------------------------------------------------------------------------------ settling


def _settled(wording: _Wording, ranked: Sequence[Scored]) -> Resolved:
    """The best candidate, held back to the precision of the words."""
    place = ranked[0].place
    level, name, radius, rule = _meant(wording, place)
    lat, lon = (place.lat, place.lon) if radius is not None else (None, None)
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
    )


def _meant(wording: _Wording, place: Place) -> tuple[Level, str, int | None, str]:
    """Level, name, radius in metres and rule of what the words mean of a place."""
    sort = wording.sort
    if place.level in ("country", "region", "area"):
        partly = wording.part or sort in ("area", "around")
        return ("area" if partly else place.level), place.name, None, f"place-{'area' if partly else place.level}"
    if sort == "region":
        return "region", f"{place.name} {wording.word}", None, "place-region-of-town"
    if sort == "area":
        return "area", f"{place.name} {wording.word}", None, "place-area"
    if sort == "district" or place.level == "district":
        return "district", place.name, DISTRICT_M, "place-district"
    if sort in ("around", "land"):
        return "district", place.name, AROUND_M, "place-around"
    if sort == "facility" and place.level != "facility":
        return "facility", f"{place.name} {wording.word}", FACILITY_M, "place-facility"
    return place.level, place.name, _radius(place), "place-name"


def _radius(place: Place) -> int:
    """How far from its point a happening at a place may lie, in metres."""
    if not place.population:
        return UNCOUNTED_M
    return next(radius for below, radius in RADII if place.population < below)


def _town_of(gazetteer: Index, one: _Asked, support: Mapping[str, float], others: Sequence[Place]) -> Place | None:
    """The town that an unknown quarter or facility lies in: the one told with it, else the document's only one."""
    if one.wording.sort not in ("quarter", "facility") or not one.wording.name:
        return None
    if one.mention.within:
        outer = _asked(replace(one.mention, text=one.mention.within, within=None, kind_word=None), gazetteer)
        ranked = _ranked(gazetteer, outer, support, others)
        return ranked[0].place if ranked and ranked[0].place.level == "populated_place" else None
    towns = [place for place in others if place.level == "populated_place"]
    alone = towns and all(_km(place, towns[0]) <= SAME_KM or place.entry == towns[0].entry for place in towns)
    return towns[0] if alone and one.wording.sort == "quarter" else None


def _unknown(one: _Asked, support: Mapping[str, float], town: Place | None) -> Resolved:
    """A name that no gazetteer knows stays one. In a known town it is located by it; else, where the whole document
    leaves no doubt, its country is told."""
    if town is not None:
        level: Level = "facility" if one.wording.sort == "facility" else "populated_place"
        name = f"{one.wording.name}, {town.name}"
        radius = max(_radius(town), FACILITY_M) if level == "facility" else _radius(town)
        return Resolved(name, town.country, town.lat, town.lon, level, radius, "place-in-town", town.entry)
    country, share = max(support.items(), key=lambda item: item[1], default=(None, 0.0))
    sure = one.mention.country_hint or (country if share >= ONE_COUNTRY else None)
    return Resolved(None, sure, None, None, "unknown", None, "place-unknown", None)
