"""Whether a place is told to lie in another of its sentence: "Marjah, Helmand province", "Aleppo's Sukkari quarter"."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.locating.apposed import (
    CHAIN,
    is_apposed,
    is_in_description,
    is_part_of_country,
    lies_on_wide,
    linked,
)
from stemmata.coding.locating.kinds import EDGES, ROADS, SIDES, kind_before
from stemmata.coding.passages import PlaceName
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, matches
from stemmata.places.wording import place_words

# Levels from the narrowest to the widest.
LEVELS: Final = ("facility", "populated_place", "district", "region", "country")
# Words of who holds a part of a place: "Aleppo city's rebel-held district of X".
HOLDING: Final = frozenset({"rebel", "government", "opposition", "-", "held"})
# Words from the owner to a name behind what it is: "Libya's second largest city, Benghazi".
TOLD_BEHIND: Final = 6
# And of a description right before the name: "Libya's second largest city Benghazi".
DESCRIBED: Final = 3


def word_at(sentence: Sentence, index: int) -> str:
    """A word in lower case; empty behind the end of the sentence."""
    return sentence.low[index] if index < len(sentence.low) else ""


def stands_before(sentence: Sentence, owner: PlaceName, name: PlaceName) -> bool:
    """ "Nigeria's Kwara State", "Abyan's capital Zinjibar", however that is parsed."""
    if word_at(sentence, owner.last + 1) not in ("'s", "’s"):
        return False
    between = sentence.words[owner.last + 2 : name.first]
    told = len(between) <= DESCRIBED and all(w.upos == "ADJ" or w.text.lower() in place_words() for w in between)
    return name.first >= owner.last + 2 and told and (not between or between[-1].upos == "NOUN")


def is_country(place: PlaceName) -> bool:
    """Tell whether a place is a whole country."""
    return place.resolved is not None and place.resolved.level == "country"


def is_wide(place: PlaceName) -> bool:
    """Tell whether a place is a whole country, region or area."""
    return _level(place) in ("country", "region", "area")


def is_land_at(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "In northern Borno state near the town of Damasak": where in a province it was is told behind it."""
    behind = word_at(sentence, name.last + 1)
    wide = ("region",) if behind == "in" else ("region", "area")  # a park may lie in a quarter
    if behind not in ("near", "at", "in") or _level(name) not in wide:
        return False
    return _level(other) in ("populated_place", "facility") or (behind == "near" and _level(other) == "unknown")


def _level(place: PlaceName) -> str:
    return place.resolved.level if place.resolved is not None else "unknown"


def lies_in(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """Tell whether the second place is told to say where the first lies."""
    if other.head.deprel == "conj" and other.head.head in (name.head.index, name.head.head):
        return False  # members of a list lie beside each other
    if _goes_on(sentence, name, other):
        return False
    if other.first == name.last + 1:  # "Lattakia Western Syria", which lost its comma, and not "Rastan Talbiseh"
        wide = other.resolved is not None and other.resolved.level in ("region", "country")
        side = sentence.words[other.first].text in SIDES  # "Latamineh northwest Hama"
        return side or (wide and _wider(name, other)) or is_part_of_country(other)
    if (
        stands_before(sentence, name, other)
        or owns(sentence, name, other)
        or _part_of_many(sentence, other, name)
        or lies_on_wide(sentence, other, name)
    ):
        return False
    if lies_on_wide(sentence, name, other) or is_apposed(sentence, name, other):
        return True
    if is_in_description(sentence, name, other):
        return True
    if _part_of_many(sentence, name, other) or _is_division_behind(sentence, name, other):
        return True
    if _is_part(sentence, name, other) or _described_as_in(sentence, name, other):
        return True
    if 0 < other.first - name.last <= CHAIN and linked(sentence, name, other):
        between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
        if between[:1] == ["at"] and name.relation == "from":
            return False  # "fired rockets from X at the town of Y"
        if between and between[0] != ",":
            return True
        if "on" in between[:2] and word_at(sentence, other.last) in ROADS:
            return True  # "Amiriyah, on the Qlaileh-Tyre road"
        if (
            _wider(name, other)
            or _opens_chain(sentence, name, other)
            or _in_division(between)
            or _is_around(sentence, between, other)
        ):
            return True
    owned = stands_before(sentence, other, name) or owns(sentence, other, name)
    if owned or sentence.words[other.last].text.lower() in ("'s", "s"):
        part = place_words().get(word_at(sentence, name.last)) in ("town", "quarter", "district", "facility")
        wider = _wider(name, other) or (_level(other) == "area" and _level(name) not in ("area", "region", "country"))
        return part or wider or kind_before(sentence, name.first) is not None
    toward = clauses.cases(sentence, other.head) & {"for", "to", "toward", "towards", "from", "into"}
    return not toward and matches(other.head.deprel, ("nmod", "appos")) and other.head.head == name.head.index


def _goes_on(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "In Jabalya camp, Beit Lahiya and Gaza City", "the market in X, then the station in Y", "from X to Y, near Z".

    The second is told beside the first, however that is parsed.
    """
    between = list(sentence.low[name.last + 1 : other.first])
    if "then" in between:
        return True
    if between == [","] and _level(other) in ("populated_place", "unknown"):
        behind = [w for w in sentence.words[other.last + 1 : other.last + 4] if w.text not in (",", "the")]
        return len(behind) > 1 and behind[0].text == "and" and (behind[1].text[:1].isupper() or behind[1].text in SIDES)
    return between[:1] == [","] and name.relation == "toward" and other.relation == "near"


def _opens_chain(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "In Ngaba, in Sichuan, police fired": two that open a sentence, and no list of more."""
    before = [w.text.lower() for w in sentence.words[: name.first]]
    between = [w.text.lower() for w in sentence.words[name.last + 1 : other.first]]
    behind = [w.text.lower() for w in sentence.words[other.last + 1 : other.last + 3]]
    return before[-1:] == ["in"] == between[1:] and behind[:1] == [","] and behind[1:] not in (["in"], ["and"])


def _in_division(between: Sequence[str]) -> bool:
    """ "Kitshanga, in the territory of Masisi", "Moroni, on the island of Grande Comore"."""
    between = between[:-1] if between[-1] == "the" else between  # "on the fringes of the Mandara Mountains"
    if list(between[:2]) not in ([",", "in"], [",", "on"]) or between[-1] != "of":
        return False
    return place_words().get(between[-2]) in ("district", "region", "land", "area") or between[-2] in EDGES


def _is_around(sentence: Sentence, between: Sequence[str], other: PlaceName) -> bool:
    """ "La Espriella and Juan Domingo, in the Tumaco countryside"."""
    wide = other.resolved is not None and other.resolved.rule in ("place-countryside", "place-around", "place-district")
    wide = wide or place_words().get(word_at(sentence, other.last)) in ("countryside", "around", "district")
    return wide and list(between[:2]) == [",", "in"]


def _is_division_behind(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "Umogidi community, Otukpo LGA": a name with the word for a division, right behind a comma."""
    at_once = other.first == name.last + 2 and word_at(sentence, name.last + 1) == ","
    kinds = [place_words().get(word_at(sentence, place.last)) for place in (name, other)]
    wide = kinds[1] in ("district", "region") or word_at(sentence, other.first) in ("barangay", "co")
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
    at = ("at", "near", "in", "outside", ",") if _joins_two(sentence, whole) else ("at", "near", "outside", ",")
    described = between[0] == "," and {"a", "an", "from"}.intersection(between)  # "the A road, a route from B"
    on_road = word_at(sentence, whole.last) in ROADS and between[0] in at and not described
    on_road = on_road and not SIDES.intersection(between)  # "the A-B road, north of X"
    return on_road or [w for w in between if w != ","][:1] == ["including"]


def _joins_two(sentence: Sentence, road: PlaceName) -> bool:
    """ "The A-B road in C", which is longer than a town; "on the A road in C" tells which road of it."""
    return any(w.text in ("-", "–") for w in sentence.words[road.first : road.last])


def _described_as_in(sentence: Sentence, name: PlaceName, other: PlaceName) -> bool:
    """ "Owo, a mainly Christian town of Ondo": the other stands in what the name is described as."""
    above = sentence.head(other.head)
    return (
        above is not None
        and above.lemma.lower() in place_words()
        and above.deprel == "appos"
        and above.head == name.head.index
    )


def owns(sentence: Sentence, other: PlaceName, name: PlaceName) -> bool:
    """ "Syria's Aleppo", "Aleppo's Sukkari neighbourhood", "the Aleppo district of Sukkari"; apostrophes may lack.

    So too where the name is told behind what it is: "Uganda's capital, Kampala".
    """
    if _is_part(sentence, name, other):
        return True
    told_behind = name.head.deprel == "appos" and other.head.deprel == "nmod:poss"
    if told_behind and other.head.head == name.head.head and name.first - other.last <= TOLD_BEHIND:
        return True
    if word_at(sentence, other.last + 1) == "of" and word_at(sentence, other.last) in place_words():
        return False  # "the Raman district of Yala province", however that is parsed
    return (
        0 < name.first - other.last <= 3
        and word_at(sentence, other.last + 1) != ","  # "Djibo, Soum province"
        and matches(other.head.deprel, ("nmod:poss", "compound"))
        and other.head.head == name.head.index
    )


def _wider(name: PlaceName, other: PlaceName) -> bool:
    if name.resolved is None or other.resolved is None or other.resolved.level not in LEVELS:
        return False
    own = LEVELS.index(name.resolved.level) if name.resolved.level in LEVELS else -1
    return LEVELS.index(other.resolved.level) > own
