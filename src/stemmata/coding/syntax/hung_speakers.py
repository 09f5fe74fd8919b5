"""Mends where trees hang those who speak: on what they say, on each other, or on the participle behind them.

Of two subjects of what is said, the one beside the verb of saying says it: "Those who fled said rebels shelled the
town", "Gunmen killed nine, said the mayor". Who speaks or acts is told before the participle that describes him: "an
official speaking on Monday said". And a name that ends like a verb is a name: "told Human Rights Watch".
"""

from dataclasses import replace
from typing import Final

from stemmata.language.trees import Sentence, Word

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
# Marks that part what is said from the verb behind it.
CLOSING: Final = frozenset({",", '"', "”", "’", "'", "»"})


def with_speaker(sentence: Sentence, said: Word) -> tuple[Word, ...]:
    """Who says a clause, hung on the verb of saying above it."""
    above = sentence.head(said)
    if above is None or above.xpos not in FINITE or sentence.child(above, "nsubj"):
        return ()
    return (
        _of_two(sentence, said, above)
        or _run_on(sentence, said, above)
        or _behind(sentence, said, above)
        or _before_participle(sentence, said, above)
    )


def described_subject(sentence: Sentence, participle: Word) -> tuple[Word, ...]:
    """ "An official speaking on condition of anonymity said", "rebels fleeing Kela burned the bridge"."""
    verb, who = sentence.head(participle), sentence.child(participle, "nsubj")
    if verb is None or who is None or verb.xpos not in FINITE or sentence.child(verb, "nsubj"):
        return ()
    if sentence.child(participle, "mark", "aux", "cop") is not None or sentence.child(who, "case") is not None:
        return ()
    beside = sentence.subtree(who)[-1].index == participle.index - 1
    if not beside or sentence.subtree(participle)[-1].index != verb.index - 1:
        return ()
    return replace(who, head=verb.index), replace(participle, head=who.index, deprel="acl")


def name_as_verb(sentence: Sentence, word: Word) -> tuple[Word, ...]:
    """The last word of a body's name, which the tree takes for a verb: "said Human Rights Watch"."""
    name = next((n for n in sentence.names if n.kind == "group" and n.first < word.index == n.last), None)
    above = sentence.head(word)
    if name is None or above is None:
        return ()
    first = name.first
    while first and sentence.words[first - 1].xpos.startswith("NNP"):
        first -= 1
    inside = (w for w in sentence.children(word) if first <= w.index < word.index)
    beside = above.index == first - 1 and above.upos == "VERB"
    told = "obj" if sentence.child(above, "nsubj") is not None else "nsubj"
    noun = replace(word, upos="PROPN", xpos="NNP", lemma=word.text, deprel=told if beside else word.deprel)
    return (noun, *(replace(w, deprel="compound") for w in inside))


def told_to(sentence: Sentence, name: Word) -> tuple[Word, ...]:
    """ "Kenya Police told AFP": the name behind the verb, which the tree ties to the name before it."""
    before = sentence.head(name)
    verb = sentence.head(before) if before is not None else None
    if before is None or verb is None or verb.upos != "VERB" or not before.index < verb.index < name.index:
        return ()
    return (replace(name, head=verb.index, deprel="obj"),) if sentence.child(verb, "obj") is None else ()


def _of_two(sentence: Sentence, said: Word, above: Word) -> tuple[Word, ...]:
    """Of two subjects of a clause the one right before a governing verb that has none."""
    subjects = sentence.children(said, "nsubj")
    if len(subjects) < 2:
        return ()
    first, last = subjects[0], subjects[-1]
    if first.index < above.index < min(said.index, subjects[1].index):
        return (replace(first, head=above.index),)
    behind = first.index < said.index < last.index and sentence.subtree(last)[-1].index == above.index - 1
    return (replace(last, head=above.index),) if behind else ()


def _run_on(sentence: Sentence, said: Word, above: Word) -> tuple[Word, ...]:
    """Those who speak, right before a governing verb that has no subject, and what the tree makes one phrase with them:
    "shelled the town of Ber residents said", "killing three people officials said"."""
    if above.index <= said.index + 1:
        return ()
    who = sentence.words[above.index - 1]
    told = next((w for w in sentence.children(who, "compound") if w.upos == "PROPN" or w.xpos == "NNS"), None)
    if who.xpos != "NNS" or who.head >= who.index or who.index <= said.index or told is None:
        return ()
    before = (replace(w, head=told.index) for w in sentence.children(who) if w.index < told.index)
    return (*before, replace(told, head=who.head, deprel=who.deprel), replace(who, head=above.index, deprel="nsubj"))


def _behind(sentence: Sentence, said: Word, above: Word) -> tuple[Word, ...]:
    """ "Gunmen killed nine farmers, said the Saudi-led coalition": the tree has the coalition kill them too."""
    if said.index > above.index or sentence.words[above.index - 1].text not in CLOSING:
        return ()
    who = next((w for w in sentence.children(said, "nsubj") if w.index > above.index), None)
    beside = who is not None and sentence.subtree(who)[0].index == above.index + 1
    return (replace(who, head=above.index),) if who is not None and beside else ()


def _before_participle(sentence: Sentence, said: Word, above: Word) -> tuple[Word, ...]:
    """ "..., said an official speaking on Monday": the tree takes the participle for a second thing said."""
    who = sentence.child(said, "nsubj") if said.xpos == "VBG" and said.index > above.index else None
    if who is None or not any(c.index < above.index for c in sentence.children(above, "ccomp", "parataxis")):
        return ()
    if sentence.subtree(who)[0].index != above.index + 1 or sentence.subtree(who)[-1].index != said.index - 1:
        return ()
    return replace(who, head=above.index), replace(said, head=who.index, deprel="acl")
