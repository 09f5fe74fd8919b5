"""Places of one document resolved together: which Tripoli, which of eleven Shafas, or honestly unknown.

A mention is taken apart (`wording`), its candidates are ranked beside each other and beside the document's other
places (`ranking`), and the best is held back to the precision of the words (`settling`). What no gazetteer knows is
located by what is told beside it (`neighbours`), or not at all.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from stemmata.places.asking import Asked, ask
from stemmata.places.descriptions import take_up
from stemmata.places.index import Index, Place
from stemmata.places.lying import ends, lying, midway
from stemmata.places.neighbours import QUARTER_KM, TOWN, Known, is_astray, spanned, told_area, town_of
from stemmata.places.ranking import GATE, Crowd, Scored, candidates, crowd, distance_km, is_alone, is_sure, rank
from stemmata.places.settling import AROUND_M, Resolved, border, in_area, in_town, radius_of, settled, unknown
from stemmata.places.sphere import Area, kilometres
from stemmata.places.support import weigh
from stemmata.places.wording import Mention

BESIDE: Final = 0.15
"""Share of the document from which a country's places are neighbours of an unknown name where none of a country with
more has a point: "Russian jets struck Aleppo". A judgement."""
AGREED: Final = 1.0
"""For the place that a name means elsewhere in the document, where it is told what it lies in."""
ROUNDS: Final = 2
"""Times that the candidates are ranked beside each other before a place counts as sure."""


def resolve(
    gazetteer: Index,
    mentions: Sequence[Mention],
    countries: Sequence[str] = (),
    presumed: Sequence[str] = (),
    expected: Sequence[str] = (),
) -> list[Resolved]:
    """Resolve all place mentions of one document together; one answer a mention, in their order.

    Args:
        gazetteer: where names are looked up.
        mentions: the mentions, in any order.
        countries: ISO 3166 alpha-2 of countries that the document says it is about.
        presumed: those that it is likely to be about by what else is known, such as the homes of its actors.
        expected: those that the user expects it to be about, which yield to all that the document says.
    """
    asked = [ask(mention, gazetteer) for mention in mentions]
    roads = [ends(one.mention, one.wording, gazetteer) for one in asked]
    asked += [ask(end, gazetteer) for road in roads if road for end in road]
    support = weigh(asked, countries, presumed, expected)
    found = [candidates(gazetteer, one, support) for one in asked]
    around: Crowd | None = None
    for _ in range(ROUNDS):
        drafts = [rank(one, each, crowd=around) for one, each in zip(asked, found, strict=True)]
        around = crowd({one.wording.name: draft for one, draft in zip(asked, drafts, strict=True) if draft})
    best = [(one.wording.name, draft[0].place) for one, draft in zip(asked, drafts, strict=True) if is_sure(draft)]
    sure = {
        (name, place.entry): place
        for name, place in best
        if place.level not in ("country", "sea", "region", "area") and place.lat is not None
    }
    others = {
        one.wording.name: [place for (name, _), place in sure.items() if name != one.wording.name] for one in asked
    }
    ranked = [rank(one, each, others[one.wording.name], around) for one, each in zip(asked, found, strict=True)]
    ranked = _agreed(asked, ranked)
    alone = {
        one.wording.name
        for one, best in zip(asked, ranked, strict=True)
        if best and is_alone(best[0].place, one, support)
    }
    backed = [(one, best) for one, best in zip(asked, ranked, strict=True) if one.wording.name not in alone]
    backing = [one for one, _ in backed]
    told = weigh(backing, countries, presumed).shares()
    shares = weigh(backing, countries, presumed, expected).shares()
    known = [place for one, best in backed for place in _known(one, best)]
    answers = [
        replace(answer, rule="place-name-alone")
        if one.wording.name in alone and answer.rule == "place-name"
        else answer
        for one, answer in zip(asked, _answers(asked, ranked, known, shares, told), strict=True)
    ]
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
    return list(take_up(asked[: len(mentions)], placed, told))


def _road(mention: Mention, one: Resolved, two: Resolved) -> Resolved:
    """A road that is named for the two places it joins: no more is known of it than that it lies between them."""
    between = midway(one, two)
    return replace(between, name=mention.text, level="area" if between.lat is None else "facility")


def _agreed(asked: Sequence[Asked], ranked: Sequence[list[Scored]]) -> list[list[Scored]]:
    """A name means one place in a document: where it is told what it lies in, that helps wherever else it stands."""
    told: dict[str, set[Place]] = {}
    for one, best in zip(asked, ranked, strict=True):
        if one.mention.within and best:
            told.setdefault(one.wording.name, set()).add(best[0].place)
    return [
        sorted(
            (_helped(each, told.get(one.wording.name, set())) for each in best), key=lambda s: (-s.score, s.place.entry)
        )
        for one, best in zip(asked, ranked, strict=True)
    ]


def _helped(each: Scored, told: Set[Place]) -> Scored:
    return replace(each, score=each.score + AGREED) if told == {each.place} else each


def _known(one: Asked, ranked: Sequence[Scored]) -> Iterator[Known]:
    """What a mention that is located tells of those beside it: not one of which it is doubtful where it lies, nor a
    quarter, which waits for its own town."""
    if not ranked or one.wording.sort == "quarter":
        return
    sure = is_sure(ranked) and ranked[0].place in one.exact
    if not sure and ranked[0].place.population < TOWN:
        return
    answer = lying(settled(one.wording, ranked), one.mention)
    if answer.lat is not None and answer.radius_m is not None:
        place, moved = ranked[0].place, (answer.lat, answer.lon) != (ranked[0].place.lat, ranked[0].place.lon)
        yield Known(one.mention, replace(place, lat=answer.lat, lon=answer.lon) if moved else place, answer.radius_m)


def _answers(
    asked: Sequence[Asked],
    ranked: Sequence[Sequence[Scored]],
    known: list[Known],
    shares: Mapping[str, float],
    told: Mapping[str, float],
) -> list[Resolved]:
    """The answers in the order of the text, those first that are told with what they lie in: what was found to lie in
    a town tells of what is told beside it. What the text itself tells is more than what is expected of it: only
    that gives a country to a name that is not known."""
    answers = {}
    fitting = {
        (one.wording.name, each.place.entry)
        for one, best in zip(asked, ranked, strict=True)
        for each in best
        if not is_astray(each.place, one, known)
    }
    for at in sorted(range(len(asked)), key=lambda at: (not asked[at].within, asked[at].mention.start)):
        one = asked[at]
        town = town_of(one, known, shares, GATE)
        kept = [each for each in ranked[at] if (one.wording.name, each.place.entry) in fitting]
        answers[at] = _answer(one, kept, town, known, shares, told)
        if town is not None and answers[at].rule == "place-in-town":
            known.append(Known(one.mention, town, radius_of(town)))
    return [answers[at] for at in range(len(asked))]


def _answer(
    one: Asked,
    ranked: Sequence[Scored],
    town: Place | None,
    known: Sequence[Known],
    shares: Mapping[str, float],
    told: Mapping[str, float],
) -> Resolved:
    """The best candidate; a quarter only in its town, and what is in no gazetteer by what is told beside it."""
    if one.wording.sort == "border":
        return border(one, told)
    if town is not None and one.wording.sort == "quarter":
        ranked = [each for each in ranked if distance_km(each.place, town) <= QUARTER_KM]
    if ranked:
        return settled(one.wording, ranked)
    if town is not None and one.wording.sort in ("quarter", "facility"):
        return in_town(one, town)
    if town is not None and town.lat is not None and town.lon is not None:
        return in_area(Area(town.lat, town.lon, (radius_of(town) + AROUND_M) / 1000, town.country))
    division = told_area(one, shares)
    areas = [area for least in (GATE, BESIDE) if (area := spanned(one, known, shares, least)) is not None]
    if division is not None and not any(_lies_in(area, division) for area in areas[:1]):
        return in_area(division)
    return in_area(areas[0]) if areas else unknown(one, told)


def _lies_in(inner: Area, outer: Area) -> bool:
    return kilometres(inner.lat, inner.lon, outer.lat, outer.lon) <= outer.radius_km
