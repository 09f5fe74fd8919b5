"""Mends what the language model regularly gets wrong in a tree.

No subject stands behind a preposition: in "In Bamako police dispersed a rally" the model reads "Bamako police". Who
speaks behind a semicolon does not say what stands before it: "The army shelled Kela; witnesses said three died". No
verb is listed with a number: "killed three and wounded dozens" tells of two deeds. Who was killed "in fighting" need
not have fought. And no noun behind another is listed with what stands before that one: "Fulani herders and Hausa
farmers" are herders and farmers. What is fired is no subject of what it causes. What is called as armed bodies are is
no place.
"""

from dataclasses import replace
from typing import Final

from stemmata.coding.syntax.band_names import with_bands
from stemmata.coding.syntax.hung_speakers import described_subject, name_as_verb, told_to, with_speaker
from stemmata.coding.syntax.loose_numbers import NEAR, number_of_hedge, number_of_verb
from stemmata.coding.syntax.lost_verbs import with_its_verb
from stemmata.language.trees import Sentence, Word, matches

FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
THROWING: Final = frozenset({"fire", "launch", "lob", "drop", "throw", "hurl", "detonate"})
# What goes on between sides, or over a place: nobody does it who was killed in it.
DOINGS: Final = frozenset({"fighting", "shelling", "bombing", "firing", "shooting"})
DURING: Final = frozenset({"in", "during", "amid"})
NAMING: Final = frozenset({"PROPN", "NOUN", "ADJ"})
BEFORE: Final = frozenset({"in", "at", "near", "outside", "around", "across", "from"})


def mended(sentence: Sentence) -> Sentence:
    """The sentence with its places hung on verbs, its semicolon respected, and each speaker before what he says."""
    low = sentence.low
    if ";" in low:
        sentence = _parted(sentence, low.index(";"))
    sentence = with_bands(with_its_verb(sentence))
    for index in range(len(sentence.words)):
        word = sentence.words[index]  # as mended so far
        changed: tuple[Word, ...] = ()
        if index and word.upos == "VERB" and word.text[0].isupper() and (changed := name_as_verb(sentence, word)):
            pass
        elif word.deprel == "ccomp":
            changed = with_speaker(sentence, word)
        elif word.deprel == "compound" and word.head < index:
            changed = told_to(sentence, word)
        elif word.deprel == "conj" and word.upos == "VERB":
            changed = _listed_with_number(sentence, word)
        elif word.deprel == "conj" and word.xpos == "NNS":
            changed = _listed_with_modifier(sentence, word)
        elif word.xpos == "VBG" and word.deprel == "advcl":
            changed = _doing(sentence, word) or _thrown(sentence, word) or described_subject(sentence, word)
        elif word.upos == "NUM":
            changed = number_of_verb(sentence, word)
        elif low[index] in NEAR:
            changed = number_of_hedge(sentence, word)
        elif word.deprel == "case" and low[index] in BEFORE:
            changed = _place_and_subject(sentence, word)
        elif word.deprel == "case" and low[index] == "between":
            changed = _sides(sentence, word)
        elif low[index] == "forces" and word.upos == "VERB":
            changed = _forces(sentence, word)
        elif word.deprel == "nsubj" and word.upos == "NOUN":
            changed = _name_before(sentence, word)
        elif word.deprel == "nmod:poss" and word.upos == "NOUN":
            changed = _names_before(sentence, word)
        elif word.deprel == "cc":
            changed = _second_side(sentence, word)
        if changed:
            sentence = _with(sentence, *changed)
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


def _thrown(sentence: Sentence, participle: Word) -> tuple[Word, ...]:
    """What somebody throws, which the tree takes for the subject of the participle behind it where no comma parts the
    two: "fired on Friday several shells at houses causing damage"."""
    verb, thing = sentence.head(participle), sentence.child(participle, "nsubj")
    if verb is None or thing is None or verb.lemma not in THROWING or not verb.index < thing.index < participle.index:
        return ()
    if sentence.child(verb, "obj", "aux:pass") or sentence.child(participle, "mark", "aux"):
        return ()
    if "," in sentence.low[verb.index : participle.index]:
        return ()
    doer = sentence.child(verb, "nsubj:pass")
    thrown = replace(thing, head=verb.index, deprel="obj")
    return (thrown, replace(doer, deprel="nsubj")) if doer is not None else (thrown,)


def _doing(sentence: Sentence, verb: Word) -> tuple[Word, ...]:
    """ "Was killed in fighting near Kela": a noun that the tree takes for a verb of those who were killed."""
    before = sentence.words[verb.index - 1] if verb.index else None
    if before is None or verb.text.lower() not in DOINGS or before.text.lower() not in DURING:
        return ()
    if before.head != verb.index or sentence.child(verb, "obj", "nsubj", "xcomp", "aux") is not None:
        return ()
    noun = replace(verb, lemma=verb.text.lower(), upos="NOUN", xpos="NN", deprel="obl")
    return (replace(before, upos="ADP", xpos="IN", deprel="case"), noun)


def _listed_with_modifier(sentence: Sentence, noun: Word) -> tuple[Word, ...]:
    """A plural that the tree lists with a word before another noun, which stands between the two."""
    before = sentence.head(noun)
    if before is None or not matches(before.deprel, ("compound", "amod")) or before.upos not in ("PROPN", "ADJ"):
        return ()
    held = sentence.head(before)
    if held is None or held.upos != "NOUN" or not before.index < held.index < noun.index:
        return ()
    return (replace(noun, head=held.index),)


def _sides(sentence: Sentence, case: Word) -> tuple[Word, ...]:
    """ "Clashes broke out between X and Y": the tree takes X for a second subject."""
    side = sentence.head(case)
    subject = side is not None and matches(side.deprel, ("nsubj",)) and side.upos in ("NOUN", "PROPN")
    return (replace(side, deprel="obl"),) if side is not None and subject else ()


def _name_before(sentence: Sentence, noun: Word) -> tuple[Word, ...]:
    """ "Karen fighters attacked the post": the name right before its noun, which the tree takes for a subject."""
    name = sentence.words[noun.index - 1] if noun.index else noun
    second = name.head in (noun.head, noun.index) and name.deprel == "nsubj" and name.upos == "PROPN"
    return (replace(name, head=noun.index, deprel="compound"),) if second and noun.xpos in ("NNS", "VBZ") else ()


def _names_before(sentence: Sentence, owner: Word) -> tuple[Word, ...]:
    """ "M23 rebels' attack", "North Korean troops' attack": the words right before the owner, which the tree hangs on
    what he owns."""
    first = owner.index
    while first and (before := sentence.words[first - 1]).head == owner.head and before.deprel in ("compound", "amod"):
        first -= 1
    return tuple(replace(word, head=owner.index) for word in sentence.words[first : owner.index])


def _second_side(sentence: Sentence, joint: Word) -> tuple[Word, ...]:
    """ "Between soldiers and Karen fighters": who is tied on by "and" and by nothing else is listed."""
    side = sentence.head(joint)
    if side is None or side.deprel != "nmod" or not side.head < joint.index < side.index:
        return ()
    return () if sentence.child(side, "case") is not None else (replace(side, deprel="conj"),)


def _forces(sentence: Sentence, forces: Word) -> tuple[Word, ...]:
    """ "Coalition forces shelled the village": the noun that the tree takes for a verb is the subject of the next one,
    and what stands before it tells whose they are."""
    verb = sentence.words[forces.index + 1] if forces.index + 1 < len(sentence.words) else None
    before = sentence.words[forces.index - 1] if forces.index else None
    if before is None or verb is None or verb.xpos not in FINITE | {"VBN"} or before.upos not in NAMING:
        return ()
    if forces.head == verb.index:  # an auxiliary
        lifted = verb
    elif verb.head == forces.index:
        lifted = replace(verb, head=forces.head, deprel=forces.deprel)
    else:
        return ()
    noun = replace(forces, lemma="force", upos="NOUN", xpos="NNS", head=verb.index, deprel="nsubj")
    others = (w for w in sentence.children(forces) if w.index not in (before.index, verb.index))
    rest = (replace(w, head=verb.index if w.index > forces.index else forces.index) for w in others)
    whose = "amod" if before.upos == "ADJ" else "compound"
    return (noun, lifted, *rest, replace(before, head=forces.index, deprel=whose))


def _place_and_subject(sentence: Sentence, case: Word) -> tuple[Word, ...]:
    """The name behind a preposition, which the tree hangs on the subject behind it, on the subject's verb instead."""
    last = case.index + 1
    while last < len(sentence.words) and sentence.words[last].upos == "PROPN":
        last += 1
    run, subject = sentence.words[case.index + 1 : last], sentence.words[last : last + 1]
    if not run or not subject or subject[0].upos != "NOUN" or not matches(subject[0].deprel, ("nsubj",)):
        return ()
    top = next((word for word in run if word.head == last), None)
    hung = top is not None and matches(top.deprel, ("compound", "nmod")) and top.deprel != "nmod:poss"
    if top is None or not hung or case.head not in (top.index, last):
        return ()
    return replace(top, head=subject[0].head, deprel="obl"), replace(case, head=top.index)


def _with(sentence: Sentence, *changed: Word) -> Sentence:
    words = list(sentence.words)
    for word in changed:
        words[word.index] = word
    return Sentence(tuple(words), sentence.names)
