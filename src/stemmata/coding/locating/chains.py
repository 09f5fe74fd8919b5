"""The places of a document: named sentence by sentence, tied into chains, and resolved together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from stemmata.actors import Registry
from stemmata.coding.locating.apposed import CHAIN, linked
from stemmata.coding.locating.containing import is_country, is_land_at, is_wide, lies_in, owns, stands_before, word_at
from stemmata.coding.locating.descriptions import describe_places, owner_of
from stemmata.coding.locating.homes import homes
from stemmata.coding.locating.kinds import kind_before
from stemmata.coding.locating.lying import away_from, on_the_way, other_end
from stemmata.coding.locating.names import name_places
from stemmata.coding.passages import PlaceName
from stemmata.coding.prose.run_together import lost_its_commas
from stemmata.language.trees import Sentence
from stemmata.places import Gazetteer, Mention, countries_told
from stemmata.places.wording import place_words

# What may stand between the names of a list.
AND: Final = frozenset({",", "and", "or", "the"})
# Words of a description that are read for the kind of place.
DESCRIBED: Final = 4


def find_places(
    sentences: Sequence[Sentence],
    text: str,
    gazetteer: Gazetteer,
    registry: Registry,
    publisher: str | None = None,
    expected: Sequence[str] = (),
) -> tuple[list[list[PlaceName]], list[str]]:
    """The places of each sentence, resolved together, and the countries they lie in, most named first.

    Args:
        expected: countries that the document is expected to be about, ISO 3166 alpha-2.
    """
    found = list(find_names(sentences, text, gazetteer, registry))
    return resolve_places(sentences, found, text, gazetteer, homes(text, registry, publisher), expected)


def find_names(
    sentences: Sequence[Sentence], text: str, gazetteer: Gazetteer, registry: Registry
) -> Iterator[list[PlaceName]]:
    """The places that each sentence names or takes up, in order, not resolved yet."""
    no_commas = lost_its_commas(text)
    for sentence in sentences:
        named = list(name_places(sentence, text, gazetteer, registry, no_commas=no_commas))
        yield sorted([*named, *describe_places(sentence, named)], key=lambda place: place.first)


def resolve_places(
    sentences: Sequence[Sentence],
    found: Sequence[Sequence[PlaceName]],
    text: str,
    gazetteer: Gazetteer,
    presumed: Sequence[str] = (),
    expected: Sequence[str] = (),
) -> tuple[list[list[PlaceName]], list[str]]:
    """The named places resolved together, each with the one that it lies in, and their countries."""
    mentions = [
        _mention(sentence, number, name, names, text)
        for number, (sentence, names) in enumerate(zip(sentences, found, strict=True))
        for name in names
    ]
    resolved = iter(gazetteer.resolve(mentions, countries=countries_told(text), presumed=presumed, expected=expected))
    lists = []
    for sentence, names in zip(sentences, found, strict=True):
        located = [name.located(next(resolved)) for name in names]
        lists.append(_chains(sentence, [name for name in located if not _takes_up_nothing(name)]))
    counts: dict[str, int] = {}
    for place in (p for places in lists for p in places):
        if place.resolved and place.resolved.country:
            counts[place.resolved.country] = counts.get(place.resolved.country, 0) + 1
    return lists, sorted(counts, key=lambda country: -counts[country])


def _takes_up_nothing(name: PlaceName) -> bool:
    return name.rule == "place-taken-up" and name.resolved is not None and name.resolved.level == "unknown"


def _mention(sentence: Sentence, number: int, name: PlaceName, names: Sequence[PlaceName], text: str) -> Mention:
    members = _listed(name, names)
    head = sentence.words[name.first]
    owner = owner_of(sentence, head, names) if name.first == name.last else None  # "Jenin and its camp"
    return Mention(
        text=f"{_text(sentence, owner, text)} {_text(sentence, name, text)}" if owner else _text(sentence, name, text),
        start=sentence.words[name.first].start,
        within=_container_text(sentence, name, members, names, text),
        kind_word=_kind(sentence, members, names),
        sentence=number,
        away=away_from(sentence, name, text),
        between=other_end(sentence, name, names, text),
        on_the_way=on_the_way(sentence, name, text),
    )


def _listed(name: PlaceName, names: Sequence[PlaceName]) -> Sequence[PlaceName]:
    """The names of the list that a name stands in, itself first."""
    opening = name.head.head if name.head.deprel == "conj" else name.head.index
    return [name, *(n for n in names if n is not name and opening in (n.head.index, _conjoined(n)))]


def _run(sentence: Sentence, name: PlaceName, names: Sequence[PlaceName]) -> Sequence[PlaceName]:
    """The names that follow a name with nothing or "and" between: "in Mezzeh Kafr Sousa and Midan neighbourhoods"."""
    run = [name]
    for other in names:
        between = {word.text.lower() for word in sentence.words[run[-1].last + 1 : other.first]}
        if other.first > run[-1].last and between <= AND:
            run.append(other)
    return run


def _conjoined(name: PlaceName) -> int | None:
    return name.head.head if name.head.deprel == "conj" else None


def _text(sentence: Sentence, name: PlaceName, text: str) -> str:
    return text[sentence.words[name.first].start : sentence.words[name.last].end - name.cut]


def _kind(sentence: Sentence, members: Sequence[PlaceName], names: Sequence[PlaceName]) -> str | None:
    """The word that says what kind of place a name is: before it ("the town of X"), or, in the plural, before the first
    ("the towns of A, B and C") or behind the last of its list ("A, B and C neighbourhoods")."""
    of_other = any(other.last == members[0].first - 2 for other in names)  # "the Karrada district of Baghdad"
    if not of_other and (own := kind_before(sentence, members[0].first)):
        several = place_words()[own] == "facility" and word_at(sentence, members[0].first - 2) != own
        return None if several and len(members) == 1 else own  # "the villas of X" are no villa
    if (own := word_at(sentence, members[0].last)) in place_words():
        return None  # told by its own last word
    of_next = any(other.first == members[0].last + 3 and owns(sentence, members[0], other) for other in names)
    if not of_next and (own := word_at(sentence, members[0].last + 1)) in place_words():
        return own
    for other in members[1:]:
        if kind := kind_before(sentence, other.first):
            return kind
        for behind in (word_at(sentence, other.last), word_at(sentence, other.last + 1)):
            if behind.endswith("s") and behind in place_words():
                return behind
    run = (word_at(sentence, other.last + by) for other in _run(sentence, members[0], names)[1:] for by in (0, 1))
    return next(
        (word for word in (*run, *_described(sentence, members[0])) if place_words().get(word) == "quarter"), None
    )


def _described(sentence: Sentence, name: PlaceName) -> Iterator[str]:
    """The words up to "of" or "in" with which a name is described: "Brooklyn, a poor neighbourhood of the capital"."""
    if word_at(sentence, name.last + 1) == "," and word_at(sentence, name.last + 2) in ("a", "an", "the"):
        words = (word.text.lower() for word in sentence.words[name.last + 3 : name.last + 3 + DESCRIBED])
        yield from takewhile(lambda word: word not in ("of", "in", ","), words)


def _container_text(
    sentence: Sentence, name: PlaceName, members: Sequence[PlaceName], names: Sequence[PlaceName], text: str
) -> str | None:
    """The text of the place that a name is told to lie in: right after it, as in "Marjah, Helmand province" or "Hader
    in Quneitra", after the last of its list, or before it, as in "Aleppo's Sukkari neighbourhood"."""
    for other in names:
        if owns(sentence, other, name):
            return _text(sentence, other, text)
    outer = [other for other in names if other not in members and not owns(sentence, name, other)]
    outer = [other for other in outer if not any(stands_before(sentence, other, closer) for closer in outer)]
    for member in members:
        listed = member is not name and word_at(sentence, member.last + 1) == ","  # "A, B and C": no chain
        for other in outer:
            border = place_words().get(word_at(sentence, other.last)) == "border"
            if border or away_from(sentence, other, text) is not None:
                continue  # what is told to lie so far from a town does not lie in it
            if not listed and 0 < other.first - member.last <= CHAIN and linked(sentence, member, other):
                return _text(sentence, other, text)
    return None


def _chains(sentence: Sentence, names: list[PlaceName]) -> list[PlaceName]:
    """Mark each place that only says where another one lies."""
    out = list(names)
    for n, name in enumerate(names):
        for m, other in enumerate(names):
            if n != m and out[m].inside is None and lies_in(sentence, name, other):
                if (is_country(name) and not is_country(other)) or is_land_at(sentence, name, other):
                    out[n] = replace(name, inside=m)  # "crossed into Bangladesh at Naikhongchhari"
                else:
                    out[m] = replace(other, inside=n)
    for n in range(len(out) - 2):
        if _is_chain_of_three(sentence, out[n : n + 3]):
            out[n + 1], out[n + 2] = replace(out[n + 1], inside=n), replace(out[n + 2], inside=n)
    for n, (start, end) in enumerate(pairwise(out)):
        way = start.relation == "from" and end.relation == "toward" and word_at(sentence, start.last + 1) == "to"
        if way and end.inside is None and start.inside is not None:
            out[n + 1] = replace(end, inside=start.inside)  # "a route from A to B", both in what a place is called
    return out


def _is_chain_of_three(sentence: Sentence, names: Sequence[PlaceName]) -> bool:
    """ "At Awang, Datu Odin Sinsuat, Maguindanao, with rifles": each in the next, and no list, which has "and"."""
    one, two, three = names
    low = sentence.low
    if one.first == 0 or low[one.first - 1] not in ("in", "at", "near", "of") or one.head.deprel == "conj":
        return False
    gaps = (low[one.last + 1 : two.first], low[two.last + 1 : three.first], low[three.last + 1 : three.last + 2])
    if gaps[:2] != ((",",), (",",)) or gaps[2] not in ((",",), (".",), ()):
        return False
    return is_wide(three) and not is_wide(two) and not is_wide(one)
