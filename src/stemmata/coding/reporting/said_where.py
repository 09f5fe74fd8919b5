"""Where it was, told in a sentence of its own that tells nothing else of it.

"Gunmen killed nine people in the north. The incident took place in Marl.", "The attackers came to Oru at night.",
"Bandits raided a village in the north. Police named the village as Bor.": the land told first is made a place in it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.happenings.whereabouts import is_band, is_wide
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.reporting.scenes import MOVING, PLACELESS
from stemmata.coding.retelling.one_place import WIDE
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word
from stemmata.places.wording import place_words
from stemmata.records import Report

# How many sentences behind a happening such a sentence may stand. Set by judgement.
REACH: Final = 2
IT: Final = frozenset({"it", "this"})
INDEFINITE: Final = frozenset({"a", "an", "one"})
# Sorts of places of which one may be told without its name.
SORTS: Final = frozenset({"town", "quarter", "district", "facility"})


def places_said(draft: Report, happening: Happening, scene: Scene) -> tuple[Passage, Sequence[PlaceName]] | None:
    """The sentence behind a happening told of a land that says where it was, with the places that it names there."""
    if draft.type in MOVING | PLACELESS or not draft.places or any(p.level not in WIDE for p in draft.places):
        return None
    start = happening.passage.number + 1
    for passage in scene.passages[start : start + REACH]:
        if not told_together(happening.passage, passage, scene):
            return None
        if passage.places and (places := tuple(_said_in(passage, happening, scene))) and not is_wide(places):
            return passage, places
    return None


def _said_in(passage: Passage, happening: Happening, scene: Scene) -> Iterator[PlaceName]:
    sentence = passage.sentence
    named = [place for place in passage.places if place.rule != "place-taken-up" and place.relation != "from"]
    verbs = () if passage.mentions else (w for w in sentence.words if _tells_where(sentence, w, scene))
    kinds = _kinds_untold(happening)
    nouns = [w for w in sentence.words if w.lemma.lower() in kinds and clauses.determined(sentence, w, {"the"})]
    verb = next(iter(verbs), None)
    for place in named:
        said = verb is not None and _is_beside(sentence, place, verb)
        if said or any(_is_its_name(sentence, place, noun) for noun in nouns):
            yield place


def _tells_where(sentence: Sentence, verb: Word, scene: Scene) -> bool:
    """ "The incident took place", "it happened", "the attackers came"."""
    if verb.upos != "VERB" or verb.xpos not in ("VBD", "VBN"):
        return False
    incident, occur, come = (scene.codebook.classes[kind] for kind in ("incident", "occur", "come"))
    for subject in arguments.subjects(sentence, verb):
        if verb.lemma in come and is_band(sentence, subject, scene):
            return True
        known = subject.text.lower() in IT or (
            subject.lemma in incident and clauses.determined(sentence, subject, clauses.DEFINITE)
        )
        place = sentence.child(verb, "obj")
        takes_place = verb.lemma == "take" and place is not None and place.lemma == "place"
        if known and (takes_place or verb.lemma in occur):
            return True
    return False


def _is_beside(sentence: Sentence, place: PlaceName, verb: Word) -> bool:
    """Tell whether a place stands with a verb itself, in no clause of its own."""
    inner = [w for w in clauses.path(sentence, place.head, verb) if w is not verb]
    return clauses.below(sentence, place.head, verb) and not any(w.upos == "VERB" for w in inner)


def _kinds_untold(happening: Happening) -> frozenset[str]:
    """The kinds of places of which a happening names none: "raided a village in the north"."""
    sentence = happening.sentence
    return frozenset(
        word.lemma.lower()
        for word in sentence.words
        if word.upos == "NOUN"
        and place_words().get(word.lemma.lower()) in SORTS
        and clauses.determined(sentence, word, INDEFINITE)
    )


def _is_its_name(sentence: Sentence, place: PlaceName, noun: Word) -> bool:
    """ "The village of Marl", "the village, Marl,", "named the village as Marl"."""
    above = place.head.head
    if above == noun.index or noun.head == place.head.index:
        return place.head.deprel in ("nmod", "appos", "flat", "compound") or noun.deprel in (
            "compound",
            "nsubj",
            "appos",
        )
    beside = sentence.head(place.head)
    return beside is not None and noun.head == beside.index and clauses.cases(sentence, place.head) == {"as"}
