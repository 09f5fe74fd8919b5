"""Weapons that are told with what became of them: a strike destroys them, those who surrender hand them over.

Such weapons are found by nobody: they are figures of the strike or of the surrender (codebook, section 2).
"""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

STRIKES: Final = frozenset({"air_strike", "shelling"})
DESTROYED: Final = frozenset({"destroy", "hit", "burn", "blow", "wreck", "neutralize", "neutralise"})
FOUGHT: Final = STRIKES | {"clash"}
ARMS_LOST: Final = FOUGHT | {"weapons_found"}
# Verbs of firing at something, and what tells a place of its own.
AIMING: Final = frozenset({"target", "strike", "hit", "attack", "bombard", "pound", "engage", "fight", "clash"})
THERE: Final = frozenset({"in", "at", "near", "outside", "around"})
GIVEN: Final = frozenset({"hand", "turn", "surrender", "give", "deliver", "relinquish"})


def tells_of_weapons(a: Mention, b: Mention, way: Sequence[Word]) -> bool:
    """Tell whether one of two neighbours in the tree only tells what the other did to weapons, or with them."""
    if "weapons_found" not in (a.row.type, b.row.type):
        return False
    weapons, act = (a, b) if a.row.type == "weapons_found" else (b, a)
    if len(way) == 3 and weapons.word.deprel == "conj" and way[1].deprel == "advcl":
        way = (way[1], act.word)  # "clashed with them, killing six and destroying their weapons"
    if len(way) != 2:
        return False
    below = way[0] if way[0].head == way[1].index else way[1]
    if act.row.type in STRIKES or (act.row.type == "clash" and act.row.role != "open"):
        return weapons.word.lemma in DESTROYED and matches(below.deprel, ("nsubj", "conj", "advcl", "acl"))
    return (
        act.row.type == "surrender" and weapons.word.lemma in GIVEN and matches(below.deprel, ("conj", "advcl", "acl"))
    )


def destroyed_in_it(sentence: Sentence, a: Mention, b: Mention) -> bool:
    """ "Thwarted the push, killing 40 and destroying six tanks", "targeted the guns and destroyed two": what a fight or
    a strike did to arms, where no other place or doer is told of it."""
    act, then = (a, b) if a.word.index < b.word.index else (b, a)
    if then.word.lemma != "destroy" or then.row.type not in ARMS_LOST or act.row.type not in FOUGHT:
        return False
    if then.row.type == "weapons_found" and act.row.role == "open" and act.word.lemma not in AIMING:
        return False  # "raided a farm and destroyed nine rifles"
    word: Word | None = then.word
    while word is not None and word is not act.word:
        if word.deprel not in ("conj", "advcl") or word.upos != "VERB" or sentence.child(word, "nsubj", "mark"):
            return False
        lost = sentence.children(word, "obj")
        where = (*sentence.children(word, "obl"), *(w for thing in lost for w in sentence.children(thing, "nmod")))
        if any(clauses.cases(sentence, w) & THERE for w in where):
            return False
        word = sentence.head(word)
    return word is not None


def found_by_nobody(sentence: Sentence, weapons: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell whether weapons are only what a strike of the sentence destroyed: "the strikes destroyed two caches"."""
    if weapons.row.type != "weapons_found" or weapons.row.pos != "noun":
        return False
    verb = sentence.head(weapons.word)
    if verb is None or not matches(weapons.word.deprel, ("obj", "nsubj:pass")):
        return False
    destroyed = any(
        m.word.index == verb.index and m.row.type in ("property_destruction", "air_strike", "shelling")
        for m in mentions
    )
    return destroyed and any(m.row.type in STRIKES for m in mentions)
