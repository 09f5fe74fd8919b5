"""A place told by its kind alone: "rammed the gate of the hotel", "was captured at the airport", "in the same area".

Which one is meant the sentence does not say, so that nobody has located it. Behind a preposition it is where the deed
was done, and closer than what is told beside it; what was struck or burned is the place where no other is known.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.locating.relations import place_at
from stemmata.coding.passages import PlaceName
from stemmata.coding.syntax import arguments, clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, Words
from stemmata.places.wording import place_words

# Sorts of places whose word alone tells of one.
SORTS: Final = frozenset({"town", "quarter", "facility", "district", "around", "countryside", "area"})
# Those whose bare word takes up what was told, and the words among them that never do.
GENERAL: Final = frozenset({"town", "district", "around", "countryside", "area"})
ONE_OF_A_TOWN: Final = frozenset({"capital", "port", "harbour", "harbor"})
# Verbs by which forces near a place, and prepositions of it.
ADVANCING: Final = frozenset({"advance", "push", "march", "move", "head", "close"})
TOWARD: Final = frozenset({"toward", "towards"})
# Verbs by which a place is left.
LEAVING: Final = frozenset({"leave", "flee", "abandon", "evacuate", "quit", "vacate"})
# Prepositions behind which a deed is done.
CASES: Final = frozenset("in at on near outside around inside into across along through throughout".split())
DEFINITE: Final = frozenset({"the", "this", "that"})
# Types of those who go or are brought somewhere, or leave it.
MOVING: Final = frozenset({"displacement", "withdrawal", "return", "deployment", "aid", "protest"})
# How near a name may stand to belong to the word: "the village near X".
NEAR: Final = 3


def done_in(happening: Happening) -> Iterator[PlaceName]:
    """The one place behind a preposition that a happening is told at by its kind: "executed in the street"."""
    sentence = happening.sentence
    objects = {head for carrier in happening.carriers for head in arguments.objects(sentence, carrier)}
    cases = CASES | {"to"} if happening.type == "protest" else CASES  # "marched to the town hall"
    cases = CASES | TOWARD if happening.trigger.word.lemma in ADVANCING else cases
    for head in _behind_prepositions(happening, cases):
        if head not in objects and not _several(sentence, head) and not takes_up(sentence, head):
            yield from _places(happening, [head])


def left_behind(happening: Happening) -> Iterator[PlaceName]:
    """The place that people or forces left, told by its kind and no other told before: "left the southern quarters"."""
    sentence = happening.sentence
    for carrier in happening.carriers:
        objects = arguments.objects(sentence, carrier) if carrier.lemma in LEAVING and carrier.upos == "VERB" else ()
        for head in objects:
            told = clauses.determined(sentence, head, {"the", "their"}) and _is_place(sentence, head)
            named = any(clauses.below(sentence, place.head, head) for place in happening.passage.places)
            if told and not named and not takes_up(sentence, head):
                first, last = clauses.phrase(sentence, head)
                yield PlaceName(first.index, last.index, head, "from", "place-described", None)


def _several(sentence: Sentence, head: Word) -> bool:
    """Tell whether a word is for any of several places, "in villages", "in two camps", and not for a land: "in the
    hills"."""
    plural = head.text.lower() != head.lemma.lower()
    definite = clauses.determined(sentence, head, {"the"})
    return (plural and not definite) or bool(sentence.children(head, "nummod"))


def takes_up_place(happening: Happening) -> bool:
    """Tell whether a happening is told of the place told before: "fled the area", "drove them from the town"."""
    sentence = happening.sentence
    objects = [head for carrier in happening.carriers for head in arguments.objects(sentence, carrier)]
    heads = (*objects, *_behind_prepositions(happening, CASES | {"from"}))
    definite = (w for w in heads if clauses.determined(sentence, w, {"the"}))
    return any(w.upos == "NOUN" and takes_up(sentence, w) for w in definite)


def told_closer(happening: Happening) -> Iterator[PlaceName]:
    """The places told by their kind that are closer than any told before: "in the hills", "raided the harbour"."""
    sentence = happening.sentence
    objects = (head for carrier in happening.carriers for head in arguments.objects(sentence, carrier))
    definite = [w for w in objects if is_the_one(sentence, w)]
    cases = CASES | {"to", "from"} if happening.type in MOVING else CASES
    behind = (w for w in _behind_prepositions(happening, cases) if not sentence.children(w, "nummod"))
    yield from _places(happening, [*definite, *behind])


def is_the_one(sentence: Sentence, head: Word) -> bool:
    """Tell whether a noun is a definite one in the singular: "the harbour"."""
    return head.text.lower() == head.lemma.lower() and clauses.determined(sentence, head, DEFINITE)


def done_to(happening: Happening) -> Iterator[PlaceName]:
    """The places that a happening is told at or that it was done to by their kind, in text order."""
    objects = [head for carrier in happening.carriers for head in arguments.objects(happening.sentence, carrier)]
    yield from _places(happening, [*objects, *_behind_prepositions(happening)])


def _behind_prepositions(happening: Happening, cases: frozenset[str] = CASES) -> Words:
    sentence = happening.sentence
    return tuple(w for carrier in happening.carriers for w in clauses.phrases_after(sentence, carrier, cases))


def _places(happening: Happening, heads: Sequence[Word]) -> Iterator[PlaceName]:
    sentence = happening.sentence
    for head in dict.fromkeys(heads):
        if _is_place(sentence, head) and not _is_named(happening, head):
            first, last = clauses.phrase(sentence, head)
            place = place_at(sentence, first.index, last.index)
            yield PlaceName(first.index, last.index, head, place.relation, "place-described", None)


def _is_place(sentence: Sentence, head: Word) -> bool:
    """Tell whether a noun is one for a kind of place and not only in the way of a phrase: "died in hospital"."""
    if head.upos != "NOUN" or counted_class(head.lemma) == "weapon":  # a mine
        return False
    if head.lemma == "spot" and "on" in clauses.cases(sentence, head):
        return False  # killed on the spot
    of = [w for w in sentence.children(head, "nmod") if "of" in clauses.cases(sentence, w)]
    if place_words().get(head.lemma.lower()) == "direction":  # "in parts of the city"
        return any(w.upos == "NOUN" and w.lemma.lower() in place_words() for w in of)
    told = bool(sentence.children(head, "det", "nummod", "amod", "compound", "nmod:poss"))
    return told and place_words().get(head.lemma.lower()) in SORTS


def takes_up(sentence: Sentence, head: Word) -> bool:
    """Tell whether a word may be for any place told around it: "in the area", "assaults on the city"."""
    beside = sentence.children(head, "amod", "compound", "nmod")
    told_which = [w for w in beside if w.deprel != "nmod:poss" and w.lemma != "same"]  # "in the same town"
    lemma = head.lemma.lower()
    return place_words().get(lemma) in GENERAL and lemma not in ONE_OF_A_TOWN and not told_which


def _is_named(happening: Happening, head: Word) -> bool:
    """Tell whether a name stands with a word, in its phrase or right beside it, or the word counts something."""
    sentence = happening.sentence
    _, last = clauses.phrase(sentence, head)
    named = any(
        clauses.below(sentence, place.head, head) or -NEAR <= place.first - last.index <= NEAR
        for place in happening.passage.places
    )
    counts = happening.passage.counts
    return named or any(c.first <= head.index <= c.last and c.noun != head.index for c in counts)
