"""Whether two reports of a document tell of one place, and which of them tells it closer."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stemmata.places.keys import skeletons
from stemmata.places.sphere import kilometres
from stemmata.places.wording import place_words
from stemmata.records import Report, Where

# Levels of places that others lie in.
WIDE: Final = frozenset({"country", "region", "area", "sea"})
# What goes on a list behind a name in it: ", Dikwa and Bama", " and Dikwa".
_LISTED: Final = r"(?:,\s[A-Z][\w'’-]*){0,4},?\s(?:and|or)\b"
# How far from a town what is told to be near it may lie. Set by judgement.
NEAR_KM: Final = 30
# How far from the middle of a town a quarter of it may lie. Set by judgement.
QUARTER_KM: Final = 20
# Names and passages whose words are kept: each report of a document is held against many others.
REMEMBERED: Final = 1024
# Rules of places that only take up one told before.
TAKEN_UP: Final = frozenset(
    {"place-taken-up", "place-told-before", "place-told-elsewhere", "place-meant-by-there", "place-described"}
)
# Rules of places that the passage itself does not name.
UNNAMED: Final = TAKEN_UP - {"place-taken-up"}


def apart(a: Report, b: Report) -> bool:
    """Tell whether both name places and neither names one of the other's, a quarter's city say.

    A province and a town may be one place; two provinces are none.
    """
    exact_a, exact_b = _points(a.places), _points(b.places)
    if not exact_a or not exact_b or same_name(exact_a, exact_b) or _near(exact_a, exact_b):
        return False
    if _only_regions(exact_a) != _only_regions(exact_b):
        return not _one_country(exact_a, exact_b)
    return not _tells_of(a.evidence.quote, exact_b) and not _tells_of(b.evidence.quote, exact_a)


def shared(a: Sequence[Where], b: Sequence[Where], *, country: bool = True) -> bool:
    """Tell whether two reports share a place; with `country` false one that is no mere country."""
    known_a, known_b = (
        {(p.name or p.span.quote).casefold() for p in places if country or p.level != "country"} for places in (a, b)
    )
    return bool(known_a & known_b) or same_name(_points(a), _points(b))


def same_name(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """Tell whether a place of each is called the same but for the word of its kind: "Kilmakho", "Kilmakho area"."""
    cores_a, cores_b = [_core(p.span.quote) for p in a], [_core(p.span.quote) for p in b]
    return any(one and other and (one <= other or other <= one) for one in cores_a for other in cores_b)


def closest(best: tuple[Where, ...], other: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places of the passage that tells them closer: a town rather than its country, a quarter rather than its town,
    a name rather than what only takes one up."""
    if not best or not other:
        return best or other
    taken_up = all(place.why.rule in TAKEN_UP for place in best)
    named = not any(place.why.rule in TAKEN_UP for place in other)
    return other if narrower(other, best) or (taken_up and named) else best


def narrower(places: Sequence[Where], wide: Sequence[Where], *, known: bool = False) -> bool:
    """Tell whether each of some places has others lie in it that are told by name; with `known`, by one that the
    gazetteer knows."""
    places = [p for p in places if p.why.rule not in TAKEN_UP and not (known and p.level == "unknown")]
    return bool(wide) and all(
        any(_lies_in(place, around) and not same_name([place], [around]) for place in places) for around in wide
    )


def is_around_town(place: Where) -> bool:
    """ "Near Marl", "outside Marl"."""
    return place.relation == "near" and place.level == "populated_place"


def _lies_in(one: Where, other: Where) -> bool:
    """Tell whether a place may lie in another: by its country, in a province of it, near it, or as a quarter of a
    town."""
    if is_around_town(other) and one.relation != "near":
        unknown = one.level == "unknown" and one.country in (other.country, None)
        return unknown or (one.level not in WIDE and _within(one, other, NEAR_KM))  # "a camp outside Marl": in Oru
    if other.level == "country":
        return one.level != "country" and one.country in (other.country, None)
    if other.level in WIDE:
        return one.level not in WIDE and one.country in (other.country, None)
    if place_words().get(_split(one.span.quote)[-1]) in ("quarter", "district") and other.level == "populated_place":
        return _within(one, other, QUARTER_KM)
    quarter = one.located is not None and one.located.rule == "place-in-town"
    town = one.located.entry if one.located and other.located and one.located.entry == other.located.entry else None
    return quarter and town is not None and other.level == "populated_place" and one.name != other.name


def told_within(wide: Where, report: Report) -> bool:
    """Tell whether a report says of its own place that it lies in another: "the Karari district of Omdurman".

    Behind a bare comma a town stands beside others in a list: "retook Monguno, Marte and Dikwa".
    """
    quote, start = report.evidence.quote, report.evidence.start
    behind = (quote[max(0, place.span.end - start) :] for place in report.places)
    name = rf"(?:the )?{re.escape(wide.span.quote)}\b"
    told = rf"(?: of| in|, in) {name}"
    if wide.level in WIDE or wide.level == "district":
        told = rf"{told}|, {name}(?!{_LISTED})"
    return any(re.match(told, rest) for rest in behind)


def _within(one: Where, other: Where, reach: int) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return kilometres(one.lat, one.lon, other.lat, other.lon) <= reach


def _near(a: Sequence[Where], b: Sequence[Where]) -> bool:
    """Tell whether one is told to be near what lies so by the other: "near Marl" in the lead, "Tarin" in the body."""
    return any("near" in (one.relation, other.relation) and _within(one, other, NEAR_KM) for one in a for other in b)


def _points(places: Sequence[Where]) -> list[Where]:
    known = (place for place in places if place.why.rule != "place-described")
    return [place for place in known if place.level not in ("country", "area", "sea")]


def _only_regions(places: Sequence[Where]) -> bool:
    return all(place.level == "region" for place in places)


def _one_country(a: Sequence[Where], b: Sequence[Where]) -> bool:
    return any(one.country in (other.country, None) or other.country is None for one in a for other in b)


@lru_cache(REMEMBERED)
def _core(name: str) -> frozenset[str]:
    """The words of a place's name as they sound, without articles and the words for kinds of place, but those that tell
    a facility: the dam of a town is not its airport."""
    sorts = place_words()
    return frozenset(map(_sound, (word for word in _split(name) if sorts.get(word) in (None, "facility"))))


def _tells_of(passage: str, places: Sequence[Where]) -> bool:
    return any((core := _core(place.span.quote)) and core <= _words(passage) for place in places)


@lru_cache(REMEMBERED)
def _words(passage: str) -> frozenset[str]:
    return frozenset(map(_sound, _split(passage)))


def _split(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.casefold())


def _sound(word: str) -> str:
    """A word as its consonants tell it, without an article, however it is spelt; numbers as they stand."""
    return next(iter(skeletons(word)), word)
