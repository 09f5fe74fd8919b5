"""Where something lies from the places in its words: five kilometres north of one, between two, on the road to one."""

import math
from dataclasses import replace
from typing import Final

from stemmata.places.index import Index, Place
from stemmata.places.ranking import distance_km
from stemmata.places.settling import AROUND_M, Resolved
from stemmata.places.sphere import destination
from stemmata.places.wording import Away, Mention, Wording

ARTICLE: Final = 2
"""Letters of an article before a hyphen, "al-"."""
WIDEST_M: Final = 75_000
"""The largest radius that still locates what lies between two places, in metres. A judgement."""
SIDEWAYS: Final = math.sin(math.radians(22.5))
"""How far, for each kilometre, something may lie off a direction that is told by one of eight winds."""


def moved(place: Place, away: Away) -> Place:
    """A place moved as far as something lies from it; where it stands if no direction is told."""
    if place.lat is None or place.lon is None or away.bearing is None:
        return place
    lat, lon = destination(place.lat, place.lon, away.km, away.bearing)
    return replace(place, lat=lat, lon=lon)


def lying(answer: Resolved, mention: Mention) -> Resolved:
    """The answer for a place, at the distance from it that is told, or somewhere on the road to it."""
    if answer.lat is None or answer.radius_m is None:
        return answer
    if mention.away is not None:
        off = 1000 * mention.away.km * (1.0 if mention.away.bearing is None else SIDEWAYS)
        point = moved(_as_place(answer), mention.away)
        return _located(answer, point, answer.radius_m + off, "place-away")
    if mention.on_the_way:
        return replace(answer, radius_m=max(answer.radius_m, AROUND_M), rule="place-on-the-way", pcode=None)
    return answer


def midway(answer: Resolved, other: Resolved) -> Resolved:
    """The answer for the first of two places, halfway to the second."""
    if answer.lat is None or answer.lon is None or other.lat is None or other.lon is None:
        return answer
    one, two = _as_place(answer), _as_place(other)
    if one.entry == two.entry:
        return answer
    half = 1000 * distance_km(one, two) / 2
    point = replace(one, lat=(answer.lat + other.lat) / 2, lon=(answer.lon + other.lon) / 2)
    return _located(answer, point, half + max(answer.radius_m or 0, other.radius_m or 0), "place-between")


def ends(mention: Mention, wording: Wording, gazetteer: Index) -> tuple[Mention, Mention] | None:
    """The two places that a road is named for, as mentions of their own: "the Gao-Ansongo road"."""
    if wording.sort not in ("facility", "area", "countryside") or "-" not in wording.name:
        return None
    for at, letter in enumerate(wording.name):
        one, two = wording.name[:at].strip(), wording.name[at + 1 :].strip()
        if (
            letter == "-"
            and min(len(one), len(two)) > ARTICLE
            and gazetteer.is_place_name(one)
            and gazetteer.is_place_name(two)
        ):
            return Mention(one, mention.start, sentence=mention.sentence), Mention(
                two, mention.start + at + 1, sentence=mention.sentence
            )
    return None


def _as_place(answer: Resolved) -> Place:
    return Place(answer.entry or "", answer.name or "", answer.country or "", answer.lat, answer.lon, answer.level)


def _located(answer: Resolved, point: Place, radius: float, rule: str) -> Resolved:
    """The answer at another point; without one, an area, where it would have to reach too far."""
    if radius > WIDEST_M:
        return replace(answer, lat=None, lon=None, radius_m=None, level="area", rule=rule, pcode=None)
    return replace(answer, lat=point.lat, lon=point.lon, radius_m=round(radius), rule=rule, pcode=None)
