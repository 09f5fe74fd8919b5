"""What stands in a slot of a trigger: its subject, its object, the phrases that prepositions tie to it."""

from typing import Final

from stemmata.coding.checking import PREPOSITIONS
from stemmata.coding.syntax import arguments, clauses, told_as
from stemmata.coding.syntax.forms import forms
from stemmata.coding.syntax.negation import negation
from stemmata.language.trees import Sentence, Word, Words, asked_once, matches

# Prepositions whose phrase is the verb's, though the tree ties it to the object.
WITH_OBJECT: Final = frozenset({"from", "to", "at", "of", "over", "against", "with"})
# What only carries what stands behind it: "took control of the hill", "fell into the nets of the police".
CARRYING: Final = frozenset(
    "control possession command charge authority sway hold grip advance release siege capture head throat life hand net"
    " clutch gate door key".split()
)
# Relations of a clause to what it hangs on: "told to leave", "an order to leave".
CLAUSES: Final = ("xcomp", "ccomp", "advcl", "acl")
# Verbs that say of what somebody is deprived: "relieved the men of two pistols".
DEPRIVING: Final = frozenset({"rob", "strip", "relieve", "deprive", "rid", "empty", "disarm", "clear", "purge"})
# The same the other way round: "launched an attack on them".
BESIDE_OBJECT: Final = frozenset({"against", "on", "to"})
# Slots that nothing fills where their word is not; "before" is "in front of" too, "between" is "among".
WORDED: Final = frozenset(PREPOSITIONS) - {"before", "between"}
# Prepositions of what a deed was done to.
HIT: Final = frozenset({"of", "on", "against", "at", "in"})
# What people move on, or are at, when they attack: "a raid by gunmen on motorcycles".
RIDDEN: Final = frozenset(
    "motorcycle motorbike bike bicycle moped horse horseback camel foot donkey quad board boat patrol duty leave"
    " parole".split()
)


@asked_once
def fill(sentence: Sentence, word: Word, slot: str) -> Words:
    """The heads of what stands in a slot of a verb or noun; a preposition gives its phrases."""
    if slot == "trigger":
        return (word,)
    if slot == "subject":
        return arguments.subjects(sentence, word)
    if slot == "object":
        return arguments.objects(sentence, word)
    if slot == "possessive":
        return clauses.possessors(sentence, word)
    if slot == "compound":
        return clauses.compounds(sentence, word)
    if slot == "described":
        return clauses.described(sentence, word)
    if slot == "adjective":
        return sentence.children(word, "amod")
    if slot == "sentence":
        return sentence.words
    if slot == "hands":
        return arguments.at_hands(sentence, word)
    if slot == "undertaking":
        return tuple(w for one in arguments.objects(sentence, word) for w in arguments.undertakers(sentence, one))
    if slot == "negated":
        return (word,) if negation(sentence, word) is not None else ()
    if slot in WORDED and slot not in forms(sentence):
        return ()  # as most questions end
    if slot in ("in", "on", "inside") and (place := clauses.again_at(sentence, word)) is not None:
        return (place,) if slot in clauses.cases(sentence, place) else ()
    if slot == "above":
        hung = CLAUSES if word.upos == "VERB" else ("nsubj", "obj", *CLAUSES)
        above = sentence.head(word) if matches(word.deprel, hung) else None
        return (above,) if above is not None else ()
    if slot == "clause":
        return sentence.children(word, "ccomp")
    if slot == "holder":
        return arguments.holders(sentence, word)
    if slot == "purpose":
        ways = sentence.children(word, "acl" if word.upos == "NOUN" else "advcl", "xcomp")
        return tuple(
            w for w in ways if w.xpos == "VB" and any(m.text.lower() == "to" for m in sentence.children(w, "mark"))
        )
    if slot == "verbless":
        return (word,) if _stands_alone(sentence, word) else ()
    if slot == "between":
        above = sentence.head(word)
        carried = above is not None and word.upos == "NOUN" and matches(word.deprel, ("obj", "nsubj:pass"))
        held = (
            word,
            *(sentence.children(word, "obj") if word.upos == "VERB" else (above,) if above and carried else ()),
        )
        ties = ("between", "among")
        return tuple(w for noun in held for tie in ties for w in clauses.phrase_after(sentence, noun, tie))
    found = clauses.phrase_after(sentence, word, slot)
    if not found and (place := clauses.again_at(sentence, word)) and slot in clauses.cases(sentence, place):
        return (place,)
    if slot == "before":
        found += told_as.before_front(sentence, word)
    if slot in BESIDE_OBJECT and not found and word.upos != "VERB":
        return _behind_agent(sentence, word, slot) or _beside_object(sentence, word, slot)
    if slot in WITH_OBJECT and not found and word.upos == "VERB":
        return _after_object(sentence, word, slot)
    if slot == "by" and not found and word.upos == "NOUN":
        return _by_behind(sentence, word)
    return found


def _stands_alone(sentence: Sentence, noun: Word) -> bool:
    """Tell whether a noun heads a line without a verb: "car bombs in two towns, no victims"."""
    leading = matches(noun.deprel, ("root", "conj", "appos", "list", "parataxis", "dep"))
    return leading and all(w.upos not in ("VERB", "AUX") for w in (noun, *sentence.ancestors(noun)))


def _after_object(sentence: Sentence, verb: Word, slot: str) -> Words:
    """ "Took the hill from them", "brought meals to children", also where the tree ties the phrase to the hill, or
    to "areas of the city"."""
    held = sentence.children(verb, "obj", "nsubj:pass")
    if slot == "with" and not held:
        held = sentence.children(verb, "nsubj")  # "a ship with 400 soldiers docked"
    if slot in ("of", "over") and verb.lemma.lower() not in DEPRIVING:
        held = tuple(noun for noun in (*held, *sentence.children(verb, "obl")) if noun.lemma.lower() in CARRYING)
    within = (w for noun in held for w in sentence.children(noun, "nmod"))
    return tuple(w for noun in (*held, *within) for w in clauses.phrase_after(sentence, noun, slot))


def _by_behind(sentence: Sentence, noun: Word) -> Words:
    """ "The killing of nine men by soldiers", "an attack on the town by rebels": the tree ties them to the men and to
    the town."""
    whom = clauses.phrases_after(sentence, noun, HIT)
    return tuple(w for one in whom for w in clauses.phrase_after(sentence, one, "by"))


def _behind_agent(sentence: Sentence, noun: Word, slot: str) -> Words:
    """ "An ambush by commandos on the convoy": the tree ties it to the commandos."""
    agents = clauses.phrase_after(sentence, noun, "by") if slot != "to" and "by" in forms(sentence) else ()
    whom = (w for agent in agents for w in clauses.phrase_after(sentence, agent, slot))
    return tuple(w for w in whom if w.lemma.lower() not in RIDDEN)


def _beside_object(sentence: Sentence, noun: Word, slot: str) -> Words:
    """ "Launched an operation against them": the phrase is the operation's, also where the tree gives it the verb."""
    verb = sentence.head(noun)
    held = verb is not None and matches(noun.deprel, ("obj", "nsubj:pass"))
    return clauses.phrase_after(sentence, verb, slot) if verb is not None and held else ()
