"""Which of the places that a happening may have had only say where the others lie, and give way to them.

"In Kunar province, gunmen raided the village of Ghazi", "bombed Hanida, 20 km west of Raqqa", "in Efrin in northern
Syria": the closest is meant.
"""

from collections.abc import Iterator, Sequence, Set
from typing import Final

from stemmata.coding.locating.apposed import is_part_of_country
from stemmata.coding.locating.lying import told_by_wind
from stemmata.coding.locating.not_there import is_denied
from stemmata.coding.locating.relations import told_by_distance
from stemmata.coding.locating.ties import opens
from stemmata.coding.passages import Passage, PlaceName
from stemmata.language.trees import Sentence
from stemmata.places.wording import place_words

# Places of these levels only say where another lies, when both are told.
WIDE: Final = ("country", "region", "district", "area", "sea")
WITHOUT_POINT: Final = ("country", "region", "area", "sea")
# Words for a part of a town and for a town: "took Hodeidah and moved toward the port".
PORTS: Final = frozenset({"port", "harbour", "harbor"})
# Degrees from the middle of a town to its farthest quarters. A judgement.
SPAN_OF_TOWN: Final = 0.2
# Sorts of places that others lie in.
LAND: Final = frozenset({"region", "land", "district", "area", "border"})
FAR_AROUND: Final = frozenset({"countryside", "hinterland", "direction", "front", "axis"})


def closest(
    passage: Passage, chosen: Sequence[int], text: str, origins: Set[int] = frozenset()
) -> tuple[PlaceName, ...]:
    """Those of the chosen places, by their index, that say most closely where it was.

    Args:
        passage: the passage that names them.
        chosen: the indices of the places that a happening may have had.
        text: of the document.
        origins: the indices of those where they stand who did it.
    """
    if len(chosen) > 1:
        chosen = _reached(passage, _within_frame(passage, chosen), text)
        chosen = _in_town(passage, chosen, origins)
    return tuple(_most_specific(passage, chosen))


def members(passage: Passage) -> Iterator[tuple[int, int]]:
    """The later places of the lists of a sentence, each with the first: what is told of that is told of all."""
    heads = {place.head.index: n for n, place in enumerate(passage.places)}
    for n, place in enumerate(passage.places):
        first = heads.get(place.head.head)
        if place.head.deprel == "conj" and first is not None and not is_denied(passage.sentence, place):
            yield n, first


def _within_frame(passage: Passage, chosen: Sequence[int]) -> Sequence[int]:
    """ "In Kunar province, gunmen raided the village of Ghazi": what opens a sentence says where the rest lies."""
    sentence = passage.sentence
    frame = {n for n in chosen if opens(sentence, passage.places[n]) and _ends_phrase(sentence, passage.places[n])}
    heads = {passage.places[n].head.index for n in frame}
    frame |= {n for n in chosen if (head := passage.places[n].head).deprel == "conj" and head.head in heads}
    own = [n for n in chosen if n not in frame and passage.places[n].inside not in chosen]
    closer = [n for n in own if passage.places[n].relation in ("at", "near")]
    narrow = [n for n in closer if not ((known := passage.places[n].resolved) and known.level in WIDE)]
    return [n for n in chosen if n not in frame] if narrow else chosen


def _ends_phrase(sentence: Sentence, place: PlaceName) -> bool:
    """Tell whether a comma or another phrase stands behind a place: "in the Bakhmut direction our men threw back"."""
    return any(w.text == "," or w.upos in ("DET", "PRON") for w in sentence.words[place.last + 1 : place.last + 2])


def _reached(passage: Passage, chosen: Sequence[int], text: str) -> Sequence[int]:
    """ "Bombed X to the west from Y", "X is 15 km from Y": what only tells where another lies gives way to it."""
    measured = {n for n in chosen if _is_measured(passage, passage.places[n], text)}
    heads = {passage.places[n].head.index for n in measured}
    own = [
        n
        for n in chosen
        if n not in measured
        and passage.places[n].relation in ("at", "near")
        and passage.places[n].head.head not in heads
        and not ((known := passage.places[n].resolved) and known.level in WITHOUT_POINT)
    ]
    return [n for n in chosen if n not in measured] if own else chosen


def _in_town(passage: Passage, chosen: Sequence[int], origins: Set[int]) -> Sequence[int]:
    """ "Gunmen in Aden shot a cleric in the Mansoura neighbourhood": the quarter is closer than its town."""
    quarters = [n for n in chosen if _is_quarter(passage, n)]
    if not quarters:
        return chosen
    listed = {n for pair in members(passage) for n in pair}.union(origins, quarters)
    towns = {n for n in chosen if n not in listed and any(_is_town_of(passage, n, m) for m in quarters)}
    return [n for n in chosen if n not in towns]


def _is_quarter(passage: Passage, n: int) -> bool:
    place = passage.places[n]
    return place.relation in ("at", "near") and place_words().get(passage.sentence.low[place.last]) == "quarter"


def _is_town_of(passage: Passage, town: int, quarter: int) -> bool:
    """Tell whether a quarter lies in a town, or near it, as far as anybody knows."""
    place, known = passage.places[town].resolved, passage.places[quarter].resolved
    if place is None or known is None or passage.places[town].relation not in ("at", "near"):
        return False
    if place.level != "populated_place" or place.rule in ("place-in-town", "place-by-neighbours"):
        return False
    if known.lat is None or known.lon is None or place.lat is None or place.lon is None:
        return known.level == "unknown"
    return max(abs(known.lat - place.lat), abs(known.lon - place.lon)) < SPAN_OF_TOWN


def _is_measured(passage: Passage, place: PlaceName, text: str) -> bool:
    away = place.resolved is not None and place.resolved.rule in ("place-away", "place-on-the-way")
    away = away or told_by_distance(passage.sentence, place)
    return place.head.deprel != "conj" and (away or told_by_wind(passage.sentence, place, text))


def _most_specific(passage: Passage, chosen: Sequence[int]) -> Iterator[PlaceName]:
    """Leave out the places that only say where another chosen one lies, and wide ones beside points in them."""
    kept = [n for n in chosen if not _lies_in_any(passage, n, chosen)]
    levels = {n: known.level if (known := passage.places[n].resolved) else "unknown" for n in kept}
    parts = {n for n in kept if is_part_of_country(passage.places[n])}
    narrow = {passage.places[n].relation for n in kept if levels[n] not in ("country", "region")}
    points = [m for m in kept if not _is_land(passage, m) and levels[m] not in WIDE]
    lists = [pair for pair in members(passage) if set(pair) <= set(kept)]
    listed = {n for pair in lists for n in pair if any(levels[m] not in ("country", "region") for m in pair)}
    for n in kept:
        if _is_land(passage, n) and any(_closer(passage, m, n) for m in points):
            continue
        direction = passage.places[n].relation
        beside = narrow if direction in ("at", "near") else narrow & {direction}
        its_own = passage.sentence.words[passage.places[n].last].text.islower()  # "Aleppo and its countryside"
        named = not (its_own and passage.places[n].rule == "place-in-list")
        if n in parts:
            beside = {passage.places[m].relation for m in kept if m not in parts and levels[m] not in WITHOUT_POINT}
        if n in listed or not (beside and named and (n in parts or levels[n] in ("country", "region"))):
            yield named_beside(passage, passage.places[n])


def _lies_in_any(passage: Passage, n: int, chosen: Sequence[int]) -> bool:
    """Tell whether a place only says where a chosen one lies, or where that lies which does."""
    for _ in passage.places:
        inner = passage.places[n].inside
        if inner is None or inner in chosen:
            return inner is not None
        n = inner
    return False


def _is_land(passage: Passage, n: int) -> bool:
    """Tell whether the words of a place say that it is one stretch of land: "Uror County", "the Messalo river".

    The bare word of "Damascus and its countryside" is a place beside another.
    """
    place = passage.places[n]
    word = passage.sentence.low[place.last]
    land = place_words().get(word) in LAND or (word in FAR_AROUND and place.first < place.last)
    return land and not word.endswith("s")


def _closer(passage: Passage, point: int, land: int) -> bool:
    """Tell whether a point says where in some land: "attacked Uror County, killing 242 people at Pieri"."""
    one, other = passage.places[point], passage.places[land]
    still = {one.relation, other.relation} <= {"at", "near", "in_area"}
    heads = {p.head.head if p.head.deprel == "conj" else p.head.index for p in (one, other)}
    return still and len(heads) == 2 and not 0 < one.first - other.last <= 2  # "X district, Y"


def named_beside(passage: Passage, place: PlaceName) -> PlaceName:
    """The name that words take up ("the city") where their own sentence tells it before."""
    if place.rule != "place-taken-up" or place.resolved is None or passage.sentence.low[place.last] in PORTS:
        return place
    before = [p for p in passage.places if p.first < place.first and p.rule != "place-taken-up" and p.resolved]
    return next((p for p in before if p.resolved and p.resolved.name == place.resolved.name), place)
