"""What a thing holds or comes from, and what people wear: "trucks loaded with flour", "a bomb dropped from a plane", "a
man wearing a belt of explosives"."""

from typing import Final

from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word, Words

# What holds something: "a boat carrying rifles", "trucks loaded with flour".
LOADED: Final = frozenset(
    "carry load lade laden pack fill transport bring contain stack stuff rig cram wire jam lace strap".split()
)
# Words by which a load is told before what holds it: "an explosives-laden boat", "a booby-trapped cart".
LADEN: Final = frozenset({"laden", "packed", "rigged", "filled", "loaded", "stuffed", "crammed"})
TRAPPED: Final = frozenset({"trapped", "booby"})
# Verbs of what people have on their bodies.
WORN: Final = frozenset({"wear", "strap", "don", "rig"})

# Where people have it: "with explosives around his waist".
BODY: Final = frozenset({"body", "waist", "chest", "back", "torso"})
# Verbs that say what a missile or bomb came from.
SENDING: Final = frozenset({"fire", "launch", "drop", "release", "shoot", "throw"})


def load(sentence: Sentence, word: Word) -> Words:
    """What something holds or carries, as the tree ties it: a phrase of "with" or "of", or a clause."""
    found = tuple(c for c in sentence.children(word, "nmod") if clauses.cases(sentence, c) & {"with", "of"})
    for clause in sentence.children(word, "acl", "amod"):
        if clause.lemma.lower() in LOADED:
            found += arguments.objects(sentence, clause) if clause.xpos == "VBG" else ()
            found += clauses.phrase_after(sentence, clause, "with")
    return tuple(w for w in found if w.index != word.index and clauses.below(sentence, w, word))  # it holds not itself


def told_before(sentence: Sentence, word: Word) -> Words:
    """The explosives of "an explosives-laden boat": what stands before the word of laden."""
    ways = (w for w in sentence.children(word, "amod", "compound") if w.text.lower() in LADEN)
    ahead = (w for way in ways for w in sentence.words[max(0, way.index - 2) : way.index])
    return tuple(w for w in ahead if w.upos in ("NOUN", "PROPN", "ADJ"))


def booby_trapped(sentence: Sentence, word: Word) -> bool:
    """ "A booby-trapped fridge"."""
    ways = sentence.children(word, "amod", "compound")
    return any(w.text.lower() in TRAPPED for w in ways)


def worn(sentence: Sentence, word: Word) -> Words:
    """What people have on their bodies: "wearing a vest", "strapped with a bomb", "with explosives strapped on"."""
    found: Words = ()
    for clause in sentence.children(word, "acl", "acl:relcl"):
        if clause.lemma.lower() in WORN:
            found += clauses.phrase_after(sentence, word, "with")  # "with explosives strapped to his body"
            found += sentence.children(clause, "obj")
            found += clauses.phrase_after(sentence, clause, "with") + clauses.phrase_after(sentence, clause, "in")
    for held in clauses.phrase_after(sentence, word, "with"):
        strapped = any(w.lemma.lower() in WORN for w in sentence.children(held, "acl", "amod"))
        beside = (*sentence.children(held, "nmod"), *sentence.children(word, "nmod"))  # "around his waist"
        if strapped or any(w.lemma.lower() in BODY and w.index > held.index for w in beside):
            found += (held,)
    return found


def sent_from(sentence: Sentence, thing: Word) -> Words:
    """The helicopter of "rockets fired by a helicopter", "a bomb dropped from a plane", "rockets from a gunship"."""
    found = clauses.phrase_after(sentence, thing, "from")
    for sent in sentence.children(thing, "acl"):
        if sent.lemma.lower() in SENDING:
            found += clauses.phrases_after(sentence, sent, frozenset({"by", "from"}))
    return found
