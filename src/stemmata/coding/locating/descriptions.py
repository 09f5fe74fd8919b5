"""Finds the descriptions that take up a place told before: "the city", "across the war-battered country".

Which place that is, is decided where all places of the document are resolved together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.locating.names import PLACE_CASES
from stemmata.coding.locating.no_places import DAYS, MONTHS
from stemmata.coding.locating.relations import place_at
from stemmata.coding.passages import PlaceName
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.places.wording import TAKEN_UP, adjectives, place_words

DEFINITE: Final = frozenset({"the", "this", "that"})
# Words with which a description tells of another place than the one told before.
_ANOTHER_WORDS: Final = """
other another next neighbouring neighboring nearby new second third main nearest own border largest biggest first only
last adjacent surrounding host home
"""
ANOTHER: Final = frozenset(_ANOTHER_WORDS.split())


def describe_places(sentence: Sentence, named: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The places that a sentence only describes; those it names are given, and what is told with a name is none."""
    for word in sentence.words:
        if (owner := owner_of(sentence, word, named)) is not None:
            yield replace(place_at(sentence, word.index, word.index), rule="place-in-list", relation=owner.relation)
            continue
        if not _takes_up(sentence, word) or not _is_where(sentence, word):
            continue
        first, last = clauses.phrase(sentence, word)
        beside = (place for place in named if place.first <= last.index + 3 and first.index - 2 <= place.last)
        if any(not _is_other_end(place, word) for place in beside) or any(
            clauses.below(sentence, place.head, word) for place in named
        ):
            continue
        yield replace(place_at(sentence, first.index, last.index), rule="place-taken-up")


def _is_other_end(place: PlaceName, word: Word) -> bool:
    """ "Fled the town for Goma": where they went is not the name of the town."""
    return place.relation in ("toward", "from") and word.index < place.first and place.head.head == word.head


def owner_of(sentence: Sentence, word: Word, named: Sequence[PlaceName]) -> PlaceName | None:
    """The place just named that a noun for a kind of place belongs to: "the city of X and its camp"."""
    if word.upos != "NOUN" or not named or word.index < 2:
        return None  # as of most words
    if sentence.low[word.index - 2] != "and" or sentence.low[word.index - 1] not in ("its", "their"):
        return None
    if place_words().get(word.lemma.lower()) in (None, "direction", "country", "region"):
        return None
    return next((place for place in named if place.last == word.index - 3), None)


def _takes_up(sentence: Sentence, word: Word) -> bool:
    """Whether a noun is a definite one for a kind of place, in the singular, and for no other place than was told."""
    if word.upos != "NOUN" or word.text.lower() != word.lemma.lower():
        return False
    if place_words().get(word.lemma.lower()) not in TAKEN_UP:
        return False
    determiners = {det.text.lower() for det in sentence.children(word, "det")}
    before = sentence.children(word, "amod", "compound", "nummod", "nmod:poss")
    other = any(w.text.lower() in ANOTHER or w.text in adjectives() or w.upos == "PROPN" for w in before)
    told = any(w.text not in DAYS and w.text not in MONTHS for w in sentence.children(word, "nmod"))
    return bool(determiners & DEFINITE) and not other and not told


def _is_where(sentence: Sentence, word: Word) -> bool:
    """Whether it stands where a place stands: behind a preposition of place, or as what was struck, taken or left."""
    if matches(word.deprel, ("obj", "nsubj:pass")):
        return True
    above = sentence.head(word)
    if above is not None and above.lemma == "control" and "of" in clauses.cases(sentence, word):
        return True
    return matches(word.deprel, ("obl", "nmod")) and bool(clauses.cases(sentence, word) & PLACE_CASES)
