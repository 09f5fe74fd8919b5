"""Ties numbers to what they count where the language model ties them elsewhere.

A number right behind a verb is its object, and does not count what the next verb does: "killed two or three and wounded
nine others". And what stands behind "in excess of", "upwards of", "shy of" is counted, and has the place in the clause
that the tree gives to those words: "arrested in excess of 300 students".
"""

from dataclasses import replace
from typing import Final

from stemmata.language.trees import Sentence, Word, matches

# Words before "of" and a number that say how near it is, and are no part of the clause.
NEAR: Final = frozenset(
    "excess upward upwards north shy short neighbourhood neighborhood region maximum minimum".split()
)
COUNTING: Final = ("nummod", "compound", "amod", "nsubj")


def number_of_verb(sentence: Sentence, number: Word) -> tuple[Word, ...]:
    """A number behind a verb, which the tree takes for one of what a second verb has as its object."""
    before = sentence.words[number.index - 1] if number.index else None
    thing = sentence.head(number)
    if before is None or before.upos != "VERB" or thing is None or not matches(number.deprel, COUNTING):
        return ()
    between = sentence.words[number.index + 1 : thing.index]
    second = next((w for w in between if w.upos == "VERB" and w.xpos in ("VBD", "VBN", "VBG")), None)
    if second is None or sentence.words[second.index - 1].upos not in ("CCONJ", "PUNCT"):
        return ()
    if before.index not in (second.head, thing.head):
        return ()  # neither verb is joined to the other
    if any(word.index in (number.index, thing.index) for word in sentence.ancestors(before)):
        return ()  # the verb describes what is counted
    tied = (replace(number, head=before.index, deprel="obj"),)
    listed = second.head == before.index and thing.head == before.index
    return (*tied, replace(thing, head=second.index, deprel="obj")) if listed else tied


def number_of_hedge(sentence: Sentence, near: Word) -> tuple[Word, ...]:
    """What is counted behind "in excess of", in the place of these words."""
    words, of = sentence.words, near.index + 1
    if of + 1 >= len(words) or words[of].text.lower() != "of" or words[of + 1].upos != "NUM":
        return ()
    number = words[of + 1]
    above = sentence.head(number)
    thing = above if above is not None and above.index > number.index else number
    clause = sentence.head(near)
    if thing.head != near.index or clause is None or clause.index == thing.index:
        return ()
    role = near.deprel
    if clause.upos == "VERB" and not matches(role, ("nsubj", "obj")):
        passive = sentence.child(clause, "aux:pass") is not None
        subject = "nsubj:pass" if passive else "nsubj"
        role = "obj" if near.index > clause.index else subject
    cases = sentence.children(thing, "case")
    hung = [replace(w, deprel="advmod") for w in cases if w.index < number.index]
    return (replace(near, head=thing.index, deprel="advmod"), replace(thing, head=clause.index, deprel=role), *hung)
