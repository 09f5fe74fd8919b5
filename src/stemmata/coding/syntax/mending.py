"""Mends what the language model regularly gets wrong in a tree.

No subject stands behind a preposition: in "In Bamako police dispersed a rally" the model reads "Bamako police". Who
speaks behind a semicolon does not say what stands before it: "The army shelled Kela; witnesses said three died". Of two
subjects of what is said, the one before the verb of saying says it: "Those who fled said rebels shelled the town". And
no verb is listed with a number: "killed three and wounded dozens" tells of two deeds.
"""

from dataclasses import replace
from typing import Final

from stemmata.language.trees import Sentence, Word, matches

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
BEFORE: Final = frozenset({"in", "at", "near", "outside", "around", "across", "from"})


def mended(sentence: Sentence) -> Sentence:
    """The sentence with its places hung on verbs, its semicolon respected, and each speaker before what he says."""
    low = sentence.low
    if ";" in low:
        sentence = _parted(sentence, low.index(";"))
    for said in sentence.words:
        if said.deprel == "ccomp" and (speaker := _speaker_of_two(sentence, said)):
            sentence = _with(sentence, replace(speaker, head=said.head))
        elif said.deprel == "ccomp" and (changed := _speaker_run_on(sentence, said)):
            sentence = _with(sentence, *changed)
    for verb in sentence.words:
        if verb.deprel == "conj" and verb.upos == "VERB" and (changed := _listed_with_number(sentence, verb)):
            sentence = _with(sentence, *changed)
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


def _speaker_of_two(sentence: Sentence, said: Word) -> Word | None:
    """Of two subjects of a clause the one right before a governing verb that has none."""
    above = sentence.head(said)
    if above is None or above.xpos not in FINITE or sentence.child(above, "nsubj"):
        return None
    subjects = sentence.children(said, "nsubj")
    if len(subjects) < 2:
        return None
    if subjects[0].index < above.index < min(said.index, subjects[1].index):
        return subjects[0]
    behind = said.index < subjects[-1].index == above.index - 1
    return subjects[-1] if behind and subjects[0].index < said.index else None


def _speaker_run_on(sentence: Sentence, said: Word) -> tuple[Word, ...]:
    """Those who speak, right before a governing verb that has no subject, and what the tree makes one phrase with them:
    "shelled the town of Ber residents said", "killing three people officials said"."""
    above = sentence.head(said)
    if above is None or above.index <= said.index + 1 or above.xpos not in FINITE or sentence.child(above, "nsubj"):
        return ()
    who = sentence.words[above.index - 1]
    told = next((w for w in sentence.children(who, "compound") if w.upos == "PROPN" or w.xpos == "NNS"), None)
    if who.xpos != "NNS" or who.head >= who.index or who.index <= said.index or told is None:
        return ()
    before = (replace(w, head=told.index) for w in sentence.children(who) if w.index < told.index)
    return (*before, replace(told, head=who.head, deprel=who.deprel), replace(who, head=above.index, deprel="nsubj"))


def _listed_with_number(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """A verb that the tree lists with a number, and the number, where that is the object of the verb before it."""
    number = sentence.head(verb)
    if number is None or number.upos != "NUM" or not 0 < number.index < verb.index:
        return ()
    first, object_ = sentence.words[number.index - 1], sentence.head(number)
    if first.upos != "VERB" or object_ is None or verb.xpos not in ("VBD", "VBN"):
        return ()
    freed = (replace(number, head=first.index, deprel="obj"), replace(verb, head=first.index))
    behind = object_.index > verb.index and object_.head == first.index
    return (*freed, replace(object_, head=verb.index)) if behind else freed


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
