"""Finds the place that a description takes up: "the city" is the one told last, "the country" the document's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stemmata.places.asking import Asked
from stemmata.places.countries import country_names
from stemmata.places.default import capitals
from stemmata.places.keys import distance
from stemmata.places.settling import Resolved, around
from stemmata.places.wording import TAKEN_UP

CITY: Final = 50_000
"""Inhabitants from which a place is called a city rather than a village. A judgement."""
_DEFINITE: Final = re.compile(r"\b(?:the|this|that)\s", re.IGNORECASE)
SAME_NAME: Final = 0.4
"""Distance (see `keys`) up to which two spellings are of one capital."""
_OF_A_PART: Final = re.compile(r"\b(?:provincial|regional|state|district|governorate|county|de facto)\b", re.IGNORECASE)
MOST: Final = 0.5
"""Share of a document from which a country is the one that "the country" means."""


def take_up(asked: Sequence[Asked], answers: Sequence[Resolved], shares: Mapping[str, float]) -> Iterator[Resolved]:
    """The answers, those to descriptions replaced by the place that they take up, where there is one."""
    told = sorted(zip(asked, answers, strict=True), key=lambda pair: pair[0].mention.start)
    for one, answer in zip(asked, answers, strict=True):
        part = one.wording.part
        if one.wording.name or one.wording.sort not in TAKEN_UP or (part and not _DEFINITE.search(one.mention.text)):
            yield answer
        elif one.wording.sort == "country":
            yield answer if part else _country(shares) or answer
        else:
            before = [pair for pair in told if pair[0].mention.start < one.mention.start and pair[0].wording.name]
            there = next((there for other, there in reversed(before) if _may_be(one, other, there)), answer)
            unknown = any(_is_told_as(one, other, there) for other, there in before)
            there = answer if unknown and _only_tells_where(there, before) else there
            yield around(there) if part else there


def _is_told_as(one: Asked, other: Asked, there: Resolved) -> bool:
    """ "The village", of Oru that nobody knows: "the village of Oru in Marl"."""
    town = one.wording.sort == "town" and other.wording.sort == "town" and one.wording.word not in ("city", "capital")
    return town and there.level == "unknown"


def _only_tells_where(there: Resolved, before: Sequence[tuple[Asked, Resolved]]) -> bool:
    """Whether a place was named only as the one that others lie in."""
    around = {(other.mention.sentence, other.mention.within) for other, _ in before if other.mention.within}
    named = [other.mention for other, answer in before if answer is there or answer.name == there.name]
    return bool(named) and all((mention.sentence, mention.text) in around for mention in named)


def _may_be(one: Asked, other: Asked, there: Resolved) -> bool:
    """Whether a description fits a place that was told."""
    match one.wording.sort:
        case "region":
            return there.level == "region"
        case "district" | "quarter":
            return other.wording.sort in ("district", "quarter") or there.level == "district"
        case "facility":
            return other.mention.text.lower().endswith(one.wording.word) or other.wording.word == one.wording.word
    if one.wording.word == "capital":
        capital = capitals().get(there.country or "")
        plain = not _OF_A_PART.search(one.mention.text)
        return plain and bool(there.name and capital) and distance(there.name or "", capital or "") <= SAME_NAME
    people = there.candidates[0].place.population if there.candidates else 0
    size = {"city": people >= CITY, "village": people < CITY, "hamlet": people < CITY}
    return there.level == "populated_place" and other.wording.sort != "quarter" and size.get(one.wording.word, True)


def _country(shares: Mapping[str, float]) -> Resolved | None:
    """The country that a document is mostly about."""
    country, share = max(shares.items(), key=lambda item: item[1], default=("", 0.0))
    if share < MOST or country not in country_names():
        return None
    return Resolved(country_names()[country], country, None, None, "country", None, "place-country", None)
