"""How much of a document is about each country, by its places and the countries that it names."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.places.asking import Asked
from stemmata.places.index import Place

TOLD: Final = 2.0
"""What a country that the document is about weighs: as two cities."""
PRESUMED: Final = 1.0
"""What the countries presumed of a document weigh together, and what those expected of it do: as one city, and half as
much as one country that the document itself tells."""
FULL_VOICE: Final = 25.0
"""Squared power of ten of inhabitants, 100,000, from which a name speaks with full weight for its country: a hamlet
that happens to bear a name of elsewhere says next to nothing."""
NAMED: Final = 1.5
"""What names must say together for a country that is to rule others out: more than one city."""
REGION_PEOPLE: Final = 1_000_000
"""Inhabitants presumed of a region or a sea, whose are not known."""


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for each country, by its ISO 3166 alpha-2."""

    weights: Mapping[str, float]
    voices: Mapping[str, Mapping[str, float]]
    """What each name of the document adds to them."""
    presumed: frozenset[str] = frozenset()
    """Those that the document is likely to be about by what is no place in it."""

    def shares(self, without: str = "") -> dict[str, float]:
        """The countries' shares of the document, which add up to 1; a name may be left out, whose place is sought."""
        own = self.voices.get(without, {})
        left = {country: weight - own.get(country, 0.0) for country, weight in self.weights.items()}
        total = sum(left.values())
        return {country: weight / total for country, weight in left.items()} if total > 1e-9 else {}

    def speaks_for(self, country: str, without: str = "") -> float:
        """What the document says for a country, without a name whose place is sought."""
        return self.weights.get(country, 0.0) - self.voices.get(without, {}).get(country, 0.0)

    def is_named(self, country: str, without: str = "") -> bool:
        """Whether names of places, countries or bodies speak for a country, and not only adjectives, "Russian"."""
        if country in self.presumed:
            return True
        return sum(voice.get(country, 0.0) for name, voice in self.voices.items() if name != without) >= NAMED


def weigh(
    asked: Sequence[Asked], countries: Sequence[str], presumed: Sequence[str] = (), expected: Sequence[str] = ()
) -> Support:
    """What a document's names, the countries that it tells, those presumed of it and those expected say together."""
    weights: dict[str, float] = defaultdict(float)
    for code in countries:
        weights[code] += TOLD
    for some in (presumed, expected):
        for code in some:
            weights[code] += PRESUMED / len(some)
    for one in asked:
        if one.mention.country_hint:
            weights[one.mention.country_hint] += 1
    voices = {name: dict(_voice(one)) for name, one in {one.wording.name: one for one in asked}.items() if name}
    for voice in voices.values():
        for country, weight in voice.items():
            weights[country] += weight
    return Support(weights, voices, frozenset(presumed))


def _voice(one: Asked) -> Iterator[tuple[str, float]]:
    """What a name says for the countries in which places bear it, the larger ones louder; 1 at most together. Quarters
    are named for many things."""
    if one.wording.sort == "quarter":
        return
    told = [place for place in one.exact if place.level == "country"] or one.exact
    sizes = {place.country: 0.0 for place in told}
    for place in told:
        sizes[place.country] = max(sizes[place.country], digits(place) ** 2)
    if sizes and "" not in sizes:
        loud = min(1.0, max(sizes.values()) / FULL_VOICE) / sum(sizes.values())
        yield from ((country, size * loud) for country, size in sizes.items())


def digits(place: Place) -> float:
    """The power of ten of a place's inhabitants; a region or a sea, whose are not known, counts as one of a million."""
    people = place.population or (REGION_PEOPLE if place.level in ("region", "sea") else 0)
    return math.log10(people + 10)
