"""Places of one document resolved together: which Tripoli, which of eleven Shafas, or honestly unknown.

A mention is taken apart (`wording`), its candidates are ranked beside each other and beside the document's other
places (`ranking`), and the best is held back to the precision of the words (`settling`). What no gazetteer knows is
located by what is told beside it (`neighbours`), or not at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from stemmata.places.descriptions import take_up
from stemmata.places.index import Index
from stemmata.places.lying import ends, lying, midway, moved
from stemmata.places.neighbours import QUARTER_KM, Area, Known, spanned, town_of
from stemmata.places.ranking import (
    GATE,
    Asked,
    Crowd,
    Scored,
    ask,
    candidates,
    crowd,
    distance_km,
    is_sure,
    rank,
    support,
)
from stemmata.places.settling import Resolved, border, in_area, in_town, radius_of, settled, unknown
from stemmata.places.wording import Mention

ROUNDS: Final = 2
"""Times that the candidates are ranked beside each other before a place counts as sure."""


def resolve(gazetteer: Index, mentions: Sequence[Mention], countries: Sequence[str] = ()) -> list[Resolved]:
    """Resolve all place mentions of one document together; one answer a mention, in their order.

    Args:
        gazetteer: where names are looked up.
        mentions: the mentions, in any order.
        countries: ISO 3166 alpha-2 of countries that the case or the dateline tells the document is about.
    """
    asked = [ask(mention, gazetteer) for mention in mentions]
    roads = [ends(one.mention, one.wording, gazetteer) for one in asked]
    asked += [ask(end, gazetteer) for road in roads if road for end in road]
    shares = support(asked, countries)
    found = [candidates(gazetteer, one, shares) for one in asked]
    around: Crowd | None = None
    for _ in range(ROUNDS):
        drafts = [rank(one, each, crowd=around) for one, each in zip(asked, found, strict=True)]
        around = crowd({one.wording.name: draft for one, draft in zip(asked, drafts, strict=True) if draft})
    sure = [(one.wording.name, draft[0].place) for one, draft in zip(asked, drafts, strict=True) if is_sure(draft)]
    ranked = []
    for one, each in zip(asked, found, strict=True):
        others = [place for name, place in sure if name != one.wording.name and place.lat is not None]
        ranked.append(rank(one, each, others, around))
    known = [
        Known(one.mention, moved(best[0].place, one.mention.away) if one.mention.away else best[0].place)
        for one, best in zip(asked, ranked, strict=True)
        if best and one.wording.sort != "quarter" and settled(one.wording, best).lat is not None
    ]
    answers = [_answer(one, best, known, shares) for one, best in zip(asked, ranked, strict=True)]
    at_ends = iter(answers[len(mentions) :])
    by_start = {mention.start: answer for mention, answer in zip(mentions, answers, strict=False)}
    placed = [
        _road(mention, next(at_ends), next(at_ends))
        if road
        else midway(answer, by_start[mention.between])
        if mention.between in by_start
        else lying(answer, mention)
        for mention, answer, road in zip(mentions, answers, roads, strict=False)
    ]
    return list(take_up(asked[: len(mentions)], placed, shares))


def _road(mention: Mention, one: Resolved, two: Resolved) -> Resolved:
    """A road that is named for the two places it joins: no more is known of it than that it lies between them."""
    between = midway(one, two)
    return replace(between, name=mention.text, level="area" if between.lat is None else "facility")


def _answer(one: Asked, ranked: Sequence[Scored], known: Sequence[Known], shares: Mapping[str, float]) -> Resolved:
    """The best candidate; a quarter only in its town, and what is in no gazetteer by what is told beside it."""
    town = town_of(one, known, shares, GATE)
    if one.wording.sort == "border":
        return border(one, shares)
    if town is not None and one.wording.sort == "quarter":
        ranked = [each for each in ranked if distance_km(each.place, town) <= QUARTER_KM]
    if ranked:
        return settled(one.wording, ranked)
    if town is not None and one.wording.sort in ("quarter", "facility"):
        return in_town(one, town)
    if town is not None and town.lat is not None and town.lon is not None:
        return in_area(Area(town.lat, town.lon, radius_of(town) / 1000, town.country))
    if (area := spanned(one, known, shares, GATE)) is not None:
        return in_area(area)
    return unknown(one, shares)
