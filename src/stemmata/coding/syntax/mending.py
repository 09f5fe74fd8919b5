"""Mends what the language model regularly gets wrong in a tree.

No subject stands behind a preposition: in "In Bamako police dispersed a rally" the model reads "Bamako police". And who
speaks behind a semicolon does not say what stands before it: "The army shelled Kela; witnesses said three died".
"""

from dataclasses import replace
from typing import Final

from stemmata.language.trees import Sentence, Word, matches

BEFORE: Final = frozenset({"in", "at", "near", "outside", "around", "across", "from"})


def mended(sentence: Sentence) -> Sentence:
    """The sentence with a place hung on its verb instead of the subject behind, and with its semicolon respected."""
    low = sentence.low
    if ";" in low:
        sentence = _parted(sentence, low.index(";"))
    for case in sentence.words:
        if case.deprel == "case" and case.text.lower() in BEFORE and (found := _place_and_subject(sentence, case)):
            place, subject = found
            place_, case_ = replace(place, head=subject.head, deprel="obl"), replace(case, head=place.index)
            return _with(sentence, place_, case_)
    return sentence


def _parted(sentence: Sentence, semicolon: int) -> Sentence:
    """A clause before a semicolon that the tree takes for what somebody behind it says heads that one instead."""
    for said in sentence.words[:semicolon]:
        above = sentence.head(said)
        if said.deprel != "ccomp" or above is None or above.index < semicolon or above.upos != "VERB":
            continue
        if any(subject.index > semicolon for subject in sentence.children(above, "nsubj")):
            first = replace(said, head=above.head, deprel=above.deprel)
            return _with(sentence, first, replace(above, head=said.index, deprel="parataxis"))
    return sentence


def _place_and_subject(sentence: Sentence, case: Word) -> tuple[Word, Word] | None:
    """The name behind a preposition and the subject that the tree hangs it on; None where the tree has no such pair."""
    last = case.index + 1
    while last < len(sentence.words) and sentence.words[last].upos == "PROPN":
        last += 1
    run, subject = sentence.words[case.index + 1 : last], sentence.words[last : last + 1]
    if not run or not subject or subject[0].upos != "NOUN" or not matches(subject[0].deprel, ("nsubj",)):
        return None
    top = next((word for word in run if word.head == last), None)
    hung = top is not None and matches(top.deprel, ("compound", "nmod")) and top.deprel != "nmod:poss"
    return (top, subject[0]) if hung and top is not None and case.head in (top.index, last) else None


def _with(sentence: Sentence, *changed: Word) -> Sentence:
    words = list(sentence.words)
    for word in changed:
        words[word.index] = word
    return Sentence(tuple(words), sentence.names)
