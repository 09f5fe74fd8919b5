"""Weapons that are told with what became of them: a strike destroys them, those who surrender hand them over.

Such weapons are found by nobody: they are figures of the strike or of the surrender (codebook, section 2).
"""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

STRIKES: Final = frozenset({"air_strike", "shelling"})
DESTROYED: Final = frozenset({"destroy", "hit", "burn", "blow", "wreck", "neutralize", "neutralise"})
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
