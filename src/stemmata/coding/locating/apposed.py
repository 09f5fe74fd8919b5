"""Whether a place only tells where another lies: "Kabkabiya, 150 km west of El Fasher", "the border near Kobani"."""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Final

from stemmata.coding.locating.kinds import BETWEEN, ROADS, SIDES
from stemmata.coding.passages import PlaceName
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places.countries import country_names
from stemmata.places.wording import adjectives, place_words

# "The Zamzam camp for displaced people south of El Fasher".
CAMPS: Final = frozenset({"camp", "camps", "site", "sites", "settlement"})
FOR_WHOM: Final = frozenset("for internally displaced people persons families refugees idps civilians".split())
# How many words may stand between a place and the one that it lies by.
CHAIN: Final = 12
# Words by which a place behind a comma is told to lie near the next, beside winds and distances.
NEAR: Final = frozenset(
    {"near", "outside", "close", "above", "overlooking", "between", "bordering", "opposite", "adjacent"}
)
UNITS: Final = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres minutes hours hour".split()
)
_MORE_WORDS: Final = """
an just away from to and with hills mountains border north south few some several walk drive foot by boat along up down
"""
MORE: Final = NEAR | frozenset(_MORE_WORDS.split())
# Nouns, beside those for kinds of places, that a place is called by.
CALLED: Final = frozenset(
    "route hub gateway foothold link lifeline home birthplace hometown homeland scene site seat heartland artery"
    " corridor symbol capital link refuge haven".split()
)
# Levels that have no point where they are wide.
WIDE: Final = frozenset({"area", "sea"})
LAND: Final = WIDE | {"country", "region"}


def linked(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Whether only words that tie a place to the one that it lies in stand between two names."""
    between = sentence.words[name.last + 1 : other.first]
    if between and next((w.text for w in reversed(between) if w.text.lower() != "the"), "") == ")":
        return False  # "X (the western desert) the Fourth Station", which lost its commas
    between = _without_brackets(between)
    if sentence.low[name.last] in CAMPS and between and between[0].text.lower() == "for":
        between = tuple(dropwhile(lambda word: word.text.lower() in FOR_WHOM, between))
    return all(
        word.text.lower() in BETWEEN
        or word.upos == "ADJ"
        or (word.text == "and" and _between_sides(sentence, word))  # "in the western and southern parts of X"
        or word.text.lower() in place_words()
        or (word.text.isdigit() and sentence.low[word.index + 1] not in ("in", "at"))  # "4 in A 8 in B"
        or word.text in adjectives()
        or sentence.words[word.index + 1].text in ("'s", "’s")  # "in Nigeria's Kwara State"
        for word in between
    )


def _between_sides(sentence: Sentence, word: Word) -> bool:
    around = sentence.low[max(0, word.index - 1) : word.index + 2]
    return len(around) == 3 and {around[0], around[2]} <= SIDES


def _without_brackets(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words without what is told in brackets beside: "Ard Jaburin (twice) in the province of Homs"."""
    found, depth = [], 0
    for word in words:
        depth += word.text == "("
        if not depth:
            found.append(word)
        depth -= word.text == ")"
    return tuple(found) if not depth else tuple(words)


def is_apposed(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Whether a place behind a comma only tells where the one before it lies."""
    words = sentence.words[name.last + 1 : other.first]
    between = [word.text.lower() for word in words if word.text not in adjectives()]  # "opposite the Thai town of X"
    if len(between) < 2 or between[0] != "," or len(between) > CHAIN or _is_land(name):
        return False
    known = all(w in BETWEEN | MORE | UNITS or w in place_words() or w.isdigit() for w in between)
    of_a_pair = "between" in between and other.resolved is not None and other.resolved.rule == "place-between"
    by_wind = between[-1] in ("of", "from", "with") and bool(SIDES.union(UNITS) & set(between))
    by_wind = by_wind or (between[-1] == "to" and bool(ROADS.union(UNITS) & set(between)))
    return of_a_pair or (known and (by_wind or bool(NEAR & set(between))))


def is_in_description(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Whether a place stands in what another is called: "the Najran road, a supply route from Saada to Marib".

    In a text thinned of its commas the description may stand as a second object.
    """
    if not 0 < other.first - name.last <= 2 * CHAIN:
        return False
    for word in sentence.ancestors(other.head):
        if word.index <= name.last:
            return False
        called = word.lemma.lower() in CALLED or word.lemma.lower() in place_words()
        if word.upos == "NOUN" and called and matches(word.deprel, ("appos",)) and word.head == name.head.index:
            return True
        second = matches(word.deprel, ("obj",)) and word.head == name.head.head and matches(name.head.deprel, ("obj",))
        if second and called and sentence.low[name.last + 1] in ("a", "an", "the"):
            return True
    return False


def lies_on_wide(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Whether the second place is a border, a river or a sea without a point that tells where the first lies: "Hlyboke,
    on the Ukrainian-Russian border", "the Turkish-Syrian border near Kobani"."""
    if not (_is_wide(other) and _has_point(name)):
        return False
    behind = 0 < other.first - name.last <= CHAIN and linked(sentence, name, other)
    before = 0 < name.first - other.last <= CHAIN and linked(sentence, other, name)
    return behind or (before and name.first - other.last > 1)


def is_part_of_country(place: PlaceName) -> bool:
    """Whether a place is a part of a country, "northern Syria": it is nearly as wide as the country."""
    known = place.resolved
    if known is None or known.level != "area" or known.country is None:
        return False
    return known.name == country_names().get(known.country)


def _is_land(place: PlaceName) -> bool:
    return place.resolved is not None and place.resolved.level in LAND


def _is_wide(place: PlaceName) -> bool:
    known = place.resolved  # a road between two towns is no such land
    return known is not None and known.level in WIDE and known.lat is None and known.rule != "place-between"


def _has_point(place: PlaceName) -> bool:
    return place.resolved is not None and place.resolved.lat is not None
