"""Tells what only says who people, or which things, are: "besieged Aleppo", "hostages held by X were freed"."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import matches

# Types whose participle behind people says who they are: "a boy recruited by the group was killed".
OF_PEOPLE: Final = frozenset({"abduction", "arrest", "displacement", "group_change", "release", "return"})
# What undoes what befell people.
UNDONE: Final = {
    "abduction": frozenset({"release"}),
    "arrest": frozenset({"release"}),
    "displacement": frozenset({"return"}),
}
# Verbs that say on whose side people are.
WARRING: Final = frozenset({"fight", "battle"})
# Ground of which nothing is told but who holds it.
GROUND: Final = frozenset({"position", "area", "territory", "ground", "land", "post", "point"})
# What a strike did to the things that a participle tells of: "shops damaged by a bomb".
DAMAGE: Final = frozenset({"destroy", "damage", "demolish", "flatten", "level", "gut", "wreck", "raze"})


def made_good(happening: Happening) -> bool:
    """ "Hostages held by X were freed", "families who had left are going back": who they are that are freed or go back.

    A clause that tells where it was, or when and by whom, is a story of its own.
    """
    sentence, word = happening.sentence, happening.trigger.word
    people = sentence.head(word) if matches(word.deprel, ("acl",)) else None
    undone = UNDONE.get(happening.type)
    if people is None or undone is None:
        return False
    if any(clauses.below(sentence, place.head, word) for place in happening.passage.places):
        return False
    whole = matches(word.deprel, ("acl:relcl",)) or sentence.child(word, "obl:agent") is not None
    past = (sentence.words[time.first] for time in happening.passage.times if time.end is not None)
    if whole and any(clauses.below(sentence, first, word) for first in past):
        return False
    others = (m for m in happening.passage.mentions if m.row.type in undone and m not in happening.mentions)
    slots = ("subject", "object", "of", "described")
    return any(w.index == people.index for m in others for slot in slots for w in fill(sentence, m.word, slot))


def is_epithet(happening: Happening) -> bool:
    """ "The killed militants", "wounded people": who they are."""
    trigger = happening.trigger
    return trigger.row.role == "effect" and trigger.row.pos == "verb" and trigger.word.deprel == "amod"


def is_held_ground(happening: Happening) -> bool:
    """ "To withdraw from the positions it has occupied", "the areas that they lost", "a town freed of rebels": which
    ground it is."""
    sentence, word = happening.sentence, happening.trigger.word
    ground = sentence.head(word) if matches(word.deprel, ("acl",)) else None
    if happening.type != "territory_gain" or ground is None:
        return False
    if word.deprel == "acl" and word.xpos == "VBN" and clauses.determined(sentence, ground, {"a", "an"}):
        return True
    if word.deprel != "acl:relcl" or ground.lemma.lower() not in GROUND:
        return False
    named = {place.head.index for place in happening.passage.places}
    there = (*sentence.children(word, "obl", "obj"), *sentence.children(ground, "nmod"))
    return not any(w.index in named for w in there)


def only_describes(happening: Happening) -> bool:
    """A participle at a noun: "besieged Aleppo", "the bombed hospital", "a boy recruited by the group".

    "Those detained in Goma" are nobody else, and so are told of.
    """
    word = happening.trigger.word
    above = happening.sentence.head(word)
    if above is not None and above.text.lower() == "those":
        return False
    if happening.type == "clash" and word.deprel == "acl" and word.xpos == "VBG" and word.lemma.lower() in WARRING:
        return True  # "brigades fighting the government"
    said_of = happening.type in OF_PEOPLE or word.lemma.lower() in DAMAGE
    describes = word.deprel == "amod" or (word.deprel == "acl" and word.xpos == "VBN" and said_of)
    return happening.trigger.row.pos == "verb" and describes
