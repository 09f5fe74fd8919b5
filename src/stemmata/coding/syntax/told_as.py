"""What people and things are told to be by the words beside their noun: an angry crowd, people with banners,
a number of arrests."""

from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, matches

ANGRY: Final = frozenset("angry irate furious enraged incensed outraged rampaging rioting frenzied".split())
BANNERS: Final = frozenset(
    "banner placard flag portrait slogan candle poster whistle effigy drum lantern bullhorn loudhailer".split()
)
WIELDING: Final = frozenset({"carry", "hold", "wave", "chant", "shout", "brandish", "bear", "sing", "bang", "light"})
# Nouns for many people that stand in the singular.
COLLECTIVE: Final = frozenset({"people", "mob", "crowd", "congregation", "youth", "populace", "population", "faithful"})
# Classes of counted things that a bare number takes up.
THINGS: Final = frozenset({"vehicle", "weapon", "building", "animal"})
SHARES: Final = frozenset("half most majority rest bulk two-thirds".split())
PEOPLE: Final = frozenset({"civilian", "family", "person"})


def angry(sentence: Sentence, noun: Word) -> bool:
    """ "Angry depositors", "enraged traders": any people may be a crowd."""
    moods = (w.lemma.lower() for w in sentence.children(noun, "amod"))
    return noun.xpos == "NNS" and not ANGRY.isdisjoint(moods) and counted_class(noun.lemma.lower()) in PEOPLE


def alone(sentence: Sentence, noun: Word) -> bool:
    """ "A teacher", "the driver": one person is no crowd."""
    one = noun.xpos == "NN" and counted_class(noun.lemma.lower()) in PEOPLE and noun.lemma.lower() not in COLLECTIVE
    return one and sentence.child(noun, "det") is not None


def with_banners(sentence: Sentence, noun: Word) -> bool:
    """ "Townspeople with flags", "widows carrying portraits of their sons"."""
    if counted_class(noun.lemma.lower()) not in PEOPLE and noun.upos != "NUM":
        return False
    if any(w.lemma.lower() in BANNERS for w in clauses.phrase_after(sentence, noun, "with")):
        return True
    ways = (w for w in sentence.children(noun, "acl") if w.xpos == "VBG" and w.lemma.lower() in WIELDING)
    return any(w.lemma.lower() in BANNERS for way in ways for w in sentence.children(way, "obj"))


def numbered(sentence: Sentence, noun: Word) -> bool:
    """ "14 arrests", "Arrests: 14": so many of a thing that happened."""
    if noun.upos not in ("NOUN", "PROPN"):
        return False
    if sentence.child(noun, "nummod") is not None:
        return True
    behind = sentence.words[noun.index + 1 : noun.index + 3]
    return len(behind) > 1 and behind[0].text in (":", "=", "x") and behind[1].upos == "NUM"


def member_of_letters(sentence: Sentence, noun: Word) -> bool:
    """ "Men of the UPC": those of a body that is named by its letters only."""
    bodies = clauses.phrase_after(sentence, noun, "of")
    return any(
        w.text.isupper() and len(w.text) > 2 and w.upos == "PROPN" and not _is_place(sentence, w) for w in bodies
    )


def _is_place(sentence: Sentence, word: Word) -> bool:
    return any(n.kind in ("place", "facility") and n.first <= word.index <= n.last for n in sentence.names)


def before_front(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """ "In front of the embassy", "at the gate of the barracks": what people stand before."""
    sides = (w for w in sentence.children(verb, "obl", "nmod") if w.lemma.lower() in ("front", "gate", "door", "foot"))
    return tuple(w for side in sides for w in sentence.children(side, "nmod") if matches(w.deprel, ("nmod",)))


def counted_before(sentence: Sentence, number: Word) -> Word | None:
    """ "41 trucks left, and 26 have arrived": the things of which a bare number counts some."""
    if sentence.child(number, "nmod", "nummod") is not None or number.deprel in ("nummod", "compound"):
        return None
    before = (w for w in reversed(sentence.words[: number.index]) if w.upos == "NOUN" and sentence.child(w, "nummod"))
    noun = next(before, None)
    return noun if noun is not None and counted_class(noun.lemma.lower()) in THINGS else None


def part_of_place(amount: Word) -> bool:
    """Half, most or the rest of a town are its people."""
    return amount.lemma.lower() in SHARES
