""" "There": the place named last, in the sentence or the one before it. "Bria is tense. Four men were shot there." """

from collections.abc import Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claims
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Word

HERE_BEFORE: Final = frozenset({"there", "thereabouts"})
WIDE: Final = frozenset({"country", "region", "sea"})


def meant_by_there(happening: Happening, claims: Claims, scene: Scene) -> tuple[Passage, PlaceName] | None:
    """The place that "there" stands for where a happening is told so, with the sentence that names it.

    Where somebody speaks is not there: "the mayor of Marl said the depot there was hit".
    """
    if (word := _there(happening)) is None:
        return None
    passage = happening.passage
    voices = claims.heads_in(passage)
    own = [
        place
        for place in passage.places
        if place.last < word.index
        and place.relation != "from"
        and not any(clauses.below(passage.sentence, place.head, head) for head in voices)
    ]
    if own:
        return passage, own[-1]
    before = scene.passages[passage.number - 1] if passage.number else None
    if before is None or not (places := _closest(before)):
        return None
    reached = [place for place in places if place.relation == "toward"]
    return before, (reached or places)[0]


def _there(happening: Happening) -> Word | None:
    sentence = happening.sentence
    for index, low in enumerate(sentence.low):
        word = sentence.words[index]
        if low not in HERE_BEFORE or word.xpos == "EX" or word.upos != "ADV":
            continue
        above = sentence.head(word)
        if above is not None and any(above in _with_arguments(happening, carrier) for carrier in happening.carriers):
            return word
    return None


def _with_arguments(happening: Happening, carrier: Word) -> Sequence[Word]:
    sentence = happening.sentence
    return [carrier, *arguments.subjects(sentence, carrier), *arguments.objects(sentence, carrier)]


def _closest(passage: Passage) -> list[PlaceName]:
    """The places of a sentence that no other one lies in; a land only where nothing closer is named."""
    around = {place.inside for place in passage.places}
    places = [p for n, p in enumerate(passage.places) if n not in around and p.relation != "from"]
    points = [p for p in places if p.resolved is None or p.resolved.level not in WIDE]
    return points or places
