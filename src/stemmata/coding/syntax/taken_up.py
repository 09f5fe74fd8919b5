"""What pronouns take up within their sentence: "seized the town, and the army retook it", "seized nine men and shot
them"."""

from typing import Final

from stemmata.coding.syntax import arguments
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, Words, matches

PRONOUNS: Final = frozenset({"it", "both"})
# The classes that a pronoun has from what it takes up, and what that must be.
CLASSES: Final = {
    "place": "place",
    "plain_place": "place",
    "name": "place",
    "armed": "armed",
    "side": "side",
    "force": "force",
}
# Relations of what a sentence tells of: who acts, what it is done to, where.
TOLD: Final = ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
NOUNS: Final = ("NOUN", "PROPN")
COUNTED: Final = ("NOUN", "PROPN", "NUM")
# Pronouns that take up an object, of several and of one.
SEVERAL: Final = frozenset({"them"})
ONE: Final = frozenset({"him", "her"})
# Verbs whose object is in the hands of who does it.
HOLDING: Final = frozenset(
    "seize abduct kidnap capture detain hold take imprison arrest lead drag line round pull march bundle".split()
)


def meant(sentence: Sentence, pronoun: Word, kind: str) -> Word | None:
    """The noun that a pronoun stands for as a thing of a class: a place told of last, a side that acts above it."""
    clause = sentence.head(pronoun)
    if clause is None:
        return None
    return _told_last(sentence, pronoun) if CLASSES[kind] == "place" else _acts_above(sentence, pronoun, clause)


def _told_last(sentence: Sentence, pronoun: Word) -> Word | None:
    """ "Seized the town on Monday, and the army retook it"; "found a rifle in the town and seized it" is no town."""
    own = _up_to_clause(sentence, pronoun)
    told = [w for w in sentence.words[: pronoun.index] if w.deprel in TOLD and w.upos in NOUNS]
    others = [w for w in told if w.index not in own and w.head not in own and not _is_time(sentence, w)]
    loot = any(counted_class(w.lemma.lower()) == "weapon" for w in others)
    return None if loot or not others else others[-1]


def _up_to_clause(sentence: Sentence, pronoun: Word) -> set[int]:
    """The words above a pronoun up to the verb of its clause: the parts of "retook parts of it" are not what it is."""
    found = set()
    for above in sentence.ancestors(pronoun):
        found.add(above.index)
        if above.upos == "VERB":
            break
    return found


def _acts_above(sentence: Sentence, pronoun: Word, clause: Word) -> Word | None:
    """ "The army said it had left": who acts in the clause above."""
    if not matches(pronoun.deprel, ("nsubj",)):
        return None
    above = (w for verb in sentence.ancestors(clause) for w in sentence.children(verb, "nsubj"))
    return next((w for w in above if w.upos in NOUNS and w.index < pronoun.index), None)


def _is_time(sentence: Sentence, word: Word) -> bool:
    named = any(name.kind == "time" and name.first <= word.index <= name.last for name in sentence.names)
    return named or counted_class(word.lemma.lower()) == "time"


def object_before(sentence: Sentence, pronoun: Word) -> Words:
    """The noun that "them", "him" or "her" takes up: the object of the verb before it that has the same doer."""
    verb, earlier = _verbs(sentence, pronoun)
    if verb is None:
        return ()
    for before in earlier:
        nouns = tuple(w for w in arguments.objects(sentence, before) if w.upos in COUNTED)
        if nouns:
            several = nouns[0].xpos in ("NNS", "NNPS", "CD")
            return nouns if several == (pronoun.text.lower() in SEVERAL) else ()
    return ()


def in_their_hands(sentence: Sentence, pronoun: Word) -> bool:
    """ "Led four men away and shot them": whom it was done to was in the hands of who did it."""
    _, earlier = _verbs(sentence, pronoun)
    held = any(verb.lemma.lower() in HOLDING for verb in earlier)
    return held and bool(object_before(sentence, pronoun))


def _verbs(sentence: Sentence, pronoun: Word) -> tuple[Word | None, list[Word]]:
    """The verb of a pronoun and those before it that share its doer, the nearest first."""
    verb = sentence.head(pronoun)
    if pronoun.upos != "PRON" or pronoun.text.lower() not in SEVERAL | ONE or verb is None:
        return None, []
    first = sentence.head(verb) if verb.deprel == "conj" and not sentence.child(verb, "nsubj") else None
    if first is None or first.upos != "VERB":
        return verb, []
    return verb, [*reversed([w for w in sentence.children(first, "conj") if w.index < verb.index]), first]
