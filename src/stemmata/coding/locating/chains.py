"""The places of a document: named sentence by sentence, tied into chains, and resolved together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from stemmata.actors import Registry
from stemmata.coding.locating.apposed import CHAIN, is_apposed, is_part_of_country, lies_on_wide, linked
from stemmata.coding.locating.descriptions import describe_places, owner_of
from stemmata.coding.locating.homes import homes
from stemmata.coding.locating.kinds import EDGES, ROADS, SIDES, kind_before
from stemmata.coding.locating.lying import away_from, on_the_way, other_end
from stemmata.coding.locating.names import name_places
from stemmata.coding.passages import PlaceName
from stemmata.coding.prose.run_together import lost_its_commas
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, matches
from stemmata.places import Gazetteer, Mention, countries_told
from stemmata.places.wording import place_words

# Levels from the narrowest to the widest.
LEVELS: Final = ("facility", "populated_place", "district", "region", "country")
# Words of who holds a part of a place: "Aleppo city's rebel-held district of X".
HOLDING: Final = frozenset({"rebel", "government", "opposition", "-", "held"})
# What may stand between the names of a list.
AND: Final = frozenset({",", "and", "or", "the"})
# Words of a description that are read for the kind of place.
DESCRIBED: Final = 4
# Words from the owner to a name behind what it is: "Libya's second largest city, Benghazi".
TOLD_BEHIND: Final = 6


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
        located = [replace(name, resolved=next(resolved)) for name in names]
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
        return own
    if (own := _word_at(sentence, members[0].last)) in place_words():
        return None  # told by its own last word
    of_next = any(other.first == members[0].last + 3 and _owns(sentence, members[0], other) for other in names)
    if not of_next and (own := _word_at(sentence, members[0].last + 1)) in place_words():
        return own
    for other in members[1:]:
        if kind := kind_before(sentence, other.first):
            return kind
        for behind in (_word_at(sentence, other.last), _word_at(sentence, other.last + 1)):
            if behind.endswith("s") and behind in place_words():
                return behind
    run = (_word_at(sentence, other.last + by) for other in _run(sentence, members[0], names)[1:] for by in (0, 1))
    return next(
        (word for word in (*run, *_described(sentence, members[0])) if place_words().get(word) == "quarter"), None
    )


def _described(sentence: Sentence, name: PlaceName) -> Iterator[str]:
    """The words up to "of" or "in" with which a name is described: "Brooklyn, a poor neighbourhood of the capital"."""
    if _word_at(sentence, name.last + 1) == "," and _word_at(sentence, name.last + 2) in ("a", "an", "the"):
        words = (word.text.lower() for word in sentence.words[name.last + 3 : name.last + 3 + DESCRIBED])
        yield from takewhile(lambda word: word not in ("of", "in", ","), words)


def _word_at(sentence: Sentence, index: int) -> str:
    return sentence.low[index] if index < len(sentence.low) else ""


def _container_text(
    sentence: Sentence, name: PlaceName, members: Sequence[PlaceName], names: Sequence[PlaceName], text: str
) -> str | None:
    """The text of the place that a name is told to lie in: right after it, as in "Marjah, Helmand province" or "Hader
    in Quneitra", after the last of its list, or before it, as in "Aleppo's Sukkari neighbourhood"."""
    for other in names:
        if _owns(sentence, other, name):
            return _text(sentence, other, text)
    outer = [other for other in names if other not in members and not _owns(sentence, name, other)]
    outer = [other for other in outer if not any(_stands_before(sentence, other, closer) for closer in outer)]
    for member in members:
        listed = member is not name and _word_at(sentence, member.last + 1) == ","  # "A, B and C": no chain
        for other in outer:
            border = place_words().get(_word_at(sentence, other.last)) == "border"
            if border or away_from(sentence, other, text) is not None:
                continue  # what is told to lie so far from a town does not lie in it
            if not listed and 0 < other.first - member.last <= CHAIN and linked(sentence, member, other):
                return _text(sentence, other, text)
    return None


def _stands_before(sentence: Sentence, owner: PlaceName, name: PlaceName) -> bool:
    """ "Nigeria's Kwara State", however that is parsed."""
    return name.first == owner.last + 2 and _word_at(sentence, owner.last + 1) in ("'s", "’s")


def _chains(sentence: Sentence, names: list[PlaceName]) -> list[PlaceName]:
    """Mark each place that only says where another one lies."""
    out = list(names)
    for n, name in enumerate(names):
        for m, other in enumerate(names):
            if n != m and out[m].inside is None and _lies_in(sentence, name, other):
                if (_is_country(name) and not _is_country(other)) or _is_land_at(sentence, name, other):
                    out[n] = replace(name, inside=m)  # "crossed into Bangladesh at Naikhongchhari"
                else:
                    out[m] = replace(other, inside=n)
    return out


def _is_country(place: PlaceName) -> bool:
    return place.resolved is not None and place.resolved.level == "country"


def _is_land_at(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "In northern Borno state near the town of Damasak": where in a province it was is told behind it."""
    behind = _word_at(sentence, name.last + 1)
    if behind not in ("near", "at", "in") or _level(name) not in ("region", "area"):
        return False
    return _level(other) in ("populated_place", "facility") or (behind == "near" and _level(other) == "unknown")


def _level(place: PlaceName) -> str:
    return place.resolved.level if place.resolved is not None else "unknown"


def _lies_in(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Tell whether the second place is told to say where the first lies."""
    if other.head.deprel == "conj" and other.head.head in (name.head.index, name.head.head):
        return False  # members of a list lie beside each other
    if other.first == name.last + 1:  # "Lattakia Western Syria", which lost its comma, and not "Rastan Talbiseh"
        wide = other.resolved is not None and other.resolved.level in ("region", "country")
        side = sentence.words[other.first].text in SIDES  # "Latamineh northwest Hama"
        return side or (wide and _wider(name, other)) or is_part_of_country(other)
    if (
        _stands_before(sentence, name, other)
        or _owns(sentence, name, other)
        or _part_of_many(sentence, other, name)
        or lies_on_wide(sentence, other, name)
    ):
        return False
    if lies_on_wide(sentence, name, other) or is_apposed(sentence, name, other):
        return True
    if _part_of_many(sentence, name, other) or _is_division_behind(sentence, name, other):
        return True
    if _is_part(sentence, name, other) or _described_as_in(sentence, name, other):
        return True
    if 0 < other.first - name.last <= CHAIN and linked(sentence, name, other):
        between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
        if between == ["at"] and name.relation == "from":
            return False  # "fired rockets from X at Y"
        if between and between[0] != ",":
            return True
        if (
            _wider(name, other)
            or _opens_chain(sentence, name, other)
            or _in_division(between)
            or _is_around(sentence, between, other)
        ):
            return True
    owned = _stands_before(sentence, other, name) or _owns(sentence, other, name)
    if owned or sentence.words[other.last].text.lower() in ("'s", "s"):
        part = place_words().get(_word_at(sentence, name.last)) in ("town", "quarter", "district", "facility")
        return part or _wider(name, other) or kind_before(sentence, name.first) is not None
    toward = clauses.cases(sentence, other.head) & {"for", "to", "toward", "towards", "from", "into"}
    return not toward and matches(other.head.deprel, ("nmod", "appos")) and other.head.head == name.head.index


def _opens_chain(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "In Ngaba, in Sichuan, police fired": two that open a sentence, and no list of more."""
    before = [w.text.lower() for w in sentence.words[: name.first]]
    between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
    behind = [w.text.lower() for w in sentence.words[other.last + 1 : other.last + 3]]
    return before[-1:] == ["in"] == between[1:] and behind[:1] == [","] and behind[1:] not in (["in"], ["and"])


def _in_division(between: Sequence[str]) -> bool:
    """ "Kitshanga, in the territory of Masisi", "Moroni, on the island of Grande Comore"."""
    if list(between[:2]) not in ([",", "in"], [",", "on"]) or between[-1] != "of":
        return False
    return place_words().get(between[-2]) in ("district", "region", "land", "area") or between[-2] in EDGES


def _is_around(sentence: Sentence, between: Sequence[str], other: PlaceName) -> bool:
    """ "La Espriella and Juan Domingo, in the Tumaco countryside"."""
    wide = other.resolved is not None and other.resolved.rule in ("place-countryside", "place-around", "place-district")
    wide = wide or place_words().get(_word_at(sentence, other.last)) in ("countryside", "around", "district")
    return wide and list(between[:2]) == [",", "in"]


def _is_division_behind(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "Umogidi community, Otukpo LGA": a name with the word for a division, right behind a comma."""
    at_once = other.first == name.last + 2 and _word_at(sentence, name.last + 1) == ","
    kinds = [place_words().get(_word_at(sentence, place.last)) for place in (name, other)]
    wide = kinds[1] in ("district", "region") or _word_at(sentence, other.first) == "barangay"
    return at_once and wide and kinds[0] not in ("district", "region")


def _is_part(sentence: Sentence, part: PlaceName, whole: PlaceName) -> bool:
    """ "Mexico's northern city of Monterrey", "the Lagos neighbourhood of Ikeja": the wider name stands first."""
    between = sentence.words[whole.last + 1 : part.first]
    if len(between) < 2 or between[-1].text.lower() != "of":
        return False
    if place_words().get(between[-2].text.lower(), "direction") == "direction":
        return False  # "the checkpoint north of X"
    held = HOLDING if any(w.text.lower() == "held" for w in between) else ()
    passed = {"'s", "’s", "s", *held, *SIDES, *place_words(), *(f"{word}s" for word in place_words())}
    return all(w.upos == "ADJ" or w.text.lower() in passed for w in between[:-2])  # "Aleppo citys rebel-held district"


def _part_of_many(sentence: Sentence, part: PlaceName, whole: PlaceName) -> bool:
    """ "The A-B road at X", "north of A including X and Y": what stands behind is closer."""
    between = [w.text.lower() for w in sentence.words[whole.last + 1 : part.first]]
    if not between or len(between) > CHAIN or (part.resolved and part.resolved.level in ("country", "region")):
        return False
    on_road = _word_at(sentence, whole.last) in ROADS and between[0] in ("at", "near", "in", "outside", ",")
    on_road = on_road and not SIDES.intersection(between)  # "the A-B road, north of X"
    return on_road or [w for w in between if w != ","][:1] == ["including"]


def _described_as_in(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "Owo, a mainly Christian town of Ondo": the other stands in what the name is described as."""
    above = sentence.head(other.head)
    return (
        above is not None
        and above.lemma.lower() in place_words()
        and above.deprel == "appos"
        and above.head == name.head.index
    )


def _owns(sentence: Sentence, other: PlaceName, name: PlaceName) -> bool:
    """ "Syria's Aleppo", "Aleppo's Sukkari neighbourhood", "the Aleppo district of Sukkari"; apostrophes may lack.

    So too where the name is told behind what it is: "Uganda's capital, Kampala".
    """
    if _is_part(sentence, name, other):
        return True
    told_behind = name.head.deprel == "appos" and other.head.deprel == "nmod:poss"
    if told_behind and other.head.head == name.head.head and name.first - other.last <= TOLD_BEHIND:
        return True
    if _word_at(sentence, other.last + 1) == "of" and _word_at(sentence, other.last) in place_words():
        return False  # "the Raman district of Yala province", however that is parsed
    return (
        0 < name.first - other.last <= 3
        and _word_at(sentence, other.last + 1) != ","  # "Djibo, Soum province"
        and matches(other.head.deprel, ("nmod:poss", "compound"))
        and other.head.head == name.head.index
    )


def _wider(name: PlaceName, other: PlaceName) -> bool:
    if name.resolved is None or other.resolved is None or other.resolved.level not in LEVELS:
        return False
    own = LEVELS.index(name.resolved.level) if name.resolved.level in LEVELS else -1
    return LEVELS.index(other.resolved.level) > own
