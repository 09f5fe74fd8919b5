"""Where it was, told in a sentence of its own that tells nothing else of it.

"Gunmen killed nine people in the north. The incident took place in Marl.", "The attackers came to Oru at night.",
"Bandits raided a village in the north. Police named the village as Bor.": the land told first is made a place in it.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.happenings.whereabouts import is_band, is_means, is_wide
from stemmata.coding.locating.closest import closest
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.reporting.ground import MOVING, PLACELESS
from stemmata.coding.retelling.one_place import WIDE, is_around_town
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word
from stemmata.places.wording import place_words
from stemmata.records import Report, Where

# How many sentences behind a happening such a sentence may stand. Set by judgement.
REACH: Final = 2
IT: Final = frozenset({"it", "this"})
PERSONS: Final = frozenset({"he", "she", "they"})
THEIRS: Final = frozenset({"his", "her", "their"})
ON_DUTY: Final = frozenset({"patrol", "duty", "guard", "mission", "leave"})
INDEFINITE: Final = frozenset({"a", "an", "one"})
# Sorts of places of which one may be told without its name.
SORTS: Final = frozenset({"town", "quarter", "district", "facility"})


def places_said(draft: Report, happening: Happening, scene: Scene) -> tuple[Passage, Sequence[PlaceName]] | None:
    """The sentence behind a happening told of a land that says where it was, with the places that it names there."""
    if (draft.type in MOVING | PLACELESS and draft.type != "release") or not all(map(_is_open, draft.places)):
        return None
    start = happening.passage.number + 1
    for passage in scene.passages[start : start + REACH]:
        adding = scene.codebook.speakers["adding"]
        if not told_together(happening.passage, passage, scene) or any(low in adding for low in passage.sentence.low):
            return None
        said = list(_said_in(passage, happening, scene)) if passage.places else []
        places = closest(passage, said, scene.document.text)
        if places and not (draft.places and is_wide(places)):
            return passage, places
    return None


def _is_open(place: Where) -> bool:
    """ "In the north", "outside a restaurant", "near Marl": what leaves open where in it or around it."""
    return place.level in WIDE or place.why.rule == "place-described" or is_around_town(place)


def _said_in(passage: Passage, happening: Happening, scene: Scene) -> Iterator[int]:
    """The indices of the places of a sentence that it says a happening was at."""
    sentence = passage.sentence
    named = [n for n, p in enumerate(passage.places) if p.rule != "place-taken-up" and not _is_left(p)]
    verbs = () if passage.mentions else (w for w in sentence.words if _tells_where(sentence, w, happening, scene))
    kinds = kinds_untold(happening.sentence)
    nouns = [w for w in sentence.words if w.lemma.lower() in kinds and clauses.determined(sentence, w, {"the"})]
    verb = next(iter(verbs), None)
    for n in named:
        place = passage.places[n]
        bound = place.relation == "toward" and (verb is None or verb.lemma not in scene.codebook.classes["come"])
        said = verb is not None and _is_beside(sentence, place, verb) and not bound
        its_name = any(_is_its_name(sentence, place, noun) for noun in nouns)
        if said or its_name or _is_of_what_was_told(sentence, place, happening, scene):
            yield n


def _is_of_what_was_told(sentence: Sentence, place: PlaceName, happening: Happening, scene: Scene) -> bool:
    """ "The school, in the village of Marl, had been rebuilt", "the violence in Bawku"."""
    if place.relation not in ("at", "near"):
        return False
    noun: Word | None = place.head
    while noun is not None and noun.deprel in ("nmod", "appos"):
        noun = sentence.head(noun)
        if noun is None or not clauses.determined(sentence, noun, clauses.DEFINITE):
            continue
        if noun.lemma in scene.codebook.classes["incident"] or _is_told(noun, happening):
            return True
    return False


def _is_left(place: PlaceName) -> bool:
    """Tell whether somebody or something comes from a place; "30 km from Marl" is no such."""
    away = place.resolved is not None and place.resolved.rule == "place-away"
    return place.relation == "from" and not away


def _tells_where(sentence: Sentence, verb: Word, happening: Happening, scene: Scene) -> bool:
    """ "The incident took place", "it happened", "the attackers came", "the mosque is", "the bomb was hidden"."""
    if verb.xpos not in ("VBD", "VBN", "VBZ") and sentence.child(verb, "cop") is None:
        return False
    incident, occur, come = (scene.codebook.classes[kind] for kind in ("incident", "occur", "come"))
    for subject in (*arguments.subjects(sentence, verb), *sentence.children(verb, "nsubj:pass")):
        if verb.lemma in come and verb.xpos != "VBZ" and is_band(sentence, subject, scene):
            return True
        place = sentence.child(verb, "obj")
        occurs = verb.lemma in occur or (verb.lemma == "take" and place is not None and place.lemma == "place")
        if occurs and subject.text.lower() in IT:
            return True
        if _were_there(sentence, subject, verb):
            return True
        if not clauses.determined(sentence, subject, clauses.DEFINITE):
            continue
        if (occurs and subject.lemma in incident) or _was_its_means(sentence, subject, happening, scene):
            return True
        if _stands(sentence, verb, scene) and _is_told(subject, happening):
            return True
    return False


def _were_there(sentence: Sentence, subject: Word, verb: Word) -> bool:
    """ "They were on patrol in Marl", "his car was travelling near Oru": what those were doing to whom it was done."""
    theirs = any(owner.text.lower() in THEIRS for owner in sentence.children(subject, "nmod:poss"))
    if subject.text.lower() not in PERSONS and not theirs:
        return False
    be = sentence.children(verb, "cop" if verb.lemma in ON_DUTY else "aux")
    return any(w.text.lower() in ("was", "were") for w in be) and (verb.xpos == "VBG" or verb.lemma in ON_DUTY)


def _was_its_means(sentence: Sentence, subject: Word, happening: Happening, scene: Scene) -> bool:
    """ "The bomb", "the rocket", where an explosion or a strike was told of."""
    struck = scene.codebook.types[happening.type].family in ("strikes", "bombs")
    return struck and is_means(sentence, subject, scene)


def _stands(sentence: Sentence, verb: Word, scene: Scene) -> bool:
    """ "Lies", "was hidden", "is in Marl"."""
    return verb.lemma in scene.codebook.classes["stand"] or sentence.child(verb, "cop") is not None


def _is_told(subject: Word, happening: Happening) -> bool:
    """ "The mosque", where a mosque was told of: a thing of the sentence before, and none with a name."""
    told = (w for w in happening.sentence.words if w.upos == "NOUN" and w.lemma == subject.lemma)
    return subject.upos == "NOUN" and any(not clauses.determined(happening.sentence, w, {"the"}) for w in told)


def _is_beside(sentence: Sentence, place: PlaceName, verb: Word) -> bool:
    """Tell whether a place stands with a verb itself, in no clause of its own."""
    inner = [w for w in clauses.path(sentence, place.head, verb) if w is not verb]
    return (clauses.below(sentence, place.head, verb) or place.head is verb) and not any(
        w.upos == "VERB" for w in inner
    )


def kinds_untold(sentence: Sentence) -> frozenset[str]:
    """The kinds of places of which a sentence names none: "raided a village in the north"."""
    return frozenset(
        word.lemma.lower()
        for word in sentence.words
        if word.upos == "NOUN"
        and place_words().get(word.lemma.lower()) in SORTS
        and clauses.determined(sentence, word, INDEFINITE)
    )


def _is_its_name(sentence: Sentence, place: PlaceName, noun: Word) -> bool:
    """ "The village of Marl", "the village, Marl,", "named the village as Marl"."""
    if place.first < noun.index <= place.last:
        return True  # "the Marl camp"
    above = place.head.head
    if above == noun.index or noun.head == place.head.index:
        return place.head.deprel in ("nmod", "appos", "flat", "compound") or noun.deprel in (
            "compound",
            "nsubj",
            "appos",
        )
    beside = sentence.head(place.head)
    return beside is not None and noun.head == beside.index and clauses.cases(sentence, place.head) == {"as"}
