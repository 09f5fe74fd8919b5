"""Finds the verb of a sentence that the language model takes for a noun or a participle.

"Police in Bor shot dead two men" shoots: the model reads a dead shot. And a participle with a subject of its own is the
verb of its sentence: in "A helicopter dropped canisters" the model reads dropped canisters.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from stemmata.language.trees import Sentence, Word, matches

# Past tenses that the model takes for nouns behind their subject, and their verbs.
PAST: Final = {"retook": "retake", "hit": "hit", "firebombed": "firebomb", "bushwhacked": "bushwhack"}
OBJECTS: Final = frozenset({"obj", "compound", "nmod:unmarked", "dep", "flat", "appos"})


def with_its_verb(sentence: Sentence) -> Sentence:
    """The sentence with its verb as verb, where the tree has lost it."""
    if "dead" in sentence.low and "shot" in sentence.low:
        sentence = _shot_dead(sentence)
    noun = next((word for word in sentence.words if word.deprel == "root"), None)
    if noun is not None and noun.text in PAST and noun.upos in ("NOUN", "PROPN", "ADJ"):
        return _past(sentence, noun)
    if noun is None or noun.upos not in ("NOUN", "PROPN") or (verb := _own_verb(sentence, noun)) is None:
        return sentence
    return _with(sentence, replace(verb, head=-1, deprel="root"), replace(noun, head=verb.index, deprel="obj"))


def _past(sentence: Sentence, noun: Word) -> Sentence:
    """ "The army retook Goma from the rebels", "a suicide bombing hit Goma": what the tree makes one phrase is a
    subject, its verb and its object."""
    before = [w for w in sentence.children(noun) if w.index < noun.index and w.deprel in ("compound", "amod", "det")]
    behind = [w for w in sentence.children(noun) if w.index > noun.index]
    object_ = next((w for w in behind if w.deprel in OBJECTS and w.upos in ("NOUN", "PROPN")), None)
    if not before or object_ is None or before[-1].index != noun.index - 1 or before[-1].upos not in ("NOUN", "PROPN"):
        return sentence
    subject = before[-1]
    verb = replace(noun, upos="VERB", xpos="VBD", lemma=PAST[noun.text])
    whose = (replace(w, head=subject.index) for w in before[:-1])
    rest = (replace(w, deprel="obl") for w in behind if w.deprel == "nmod" and w is not object_)
    told = (replace(subject, deprel="nsubj"), replace(object_, deprel="obj"))
    return _with(sentence, verb, *told, *whose, *rest)


def _own_verb(sentence: Sentence, noun: Word) -> Word | None:
    """The participle before a noun that has a subject of its own, and so is its verb."""
    ways = (way for way in sentence.children(noun, "amod") if way.index < noun.index and way.xpos in ("VBN", "VBD"))
    return next((way for way in ways if sentence.child(way, "nsubj") is not None), None)


def _shot_dead(sentence: Sentence) -> Sentence:
    """ "Shot dead" as verb and what came of it, where the tree has a noun that somebody is the subject of."""
    for shot, dead in pairwise(sentence.words):
        told = shot.text.lower() == "shot" and dead.text.lower() == "dead" and dead.head == shot.index
        if told and shot.upos == "NOUN" and shot.deprel == "root" and (victim := _victim(sentence, shot)) is not None:
            verb = replace(shot, upos="VERB", xpos="VBN", lemma="shoot")
            behind = (replace(w, deprel="obl") for w in sentence.children(shot, "nmod") if w.index > shot.index)
            whose = (replace(w, head=victim.index) for w in sentence.children(shot) if w.index < victim.index)
            return _with(
                sentence, verb, replace(dead, deprel="xcomp"), replace(victim, deprel="nsubj:pass"), *behind, *whose
            )
        if told and shot.upos == "NOUN" and sentence.child(shot, "nsubj") is not None:
            verb = replace(shot, upos="VERB", xpos="VBD", lemma="shoot")
            hung = (replace(w, head=shot.index, deprel=_as_object(w)) for w in sentence.children(dead))
            return _with(sentence, verb, replace(dead, deprel="xcomp"), *hung)
    return sentence


def _victim(sentence: Sentence, shot: Word) -> Word | None:
    """The journalist of the headline "Journalist shot dead in Kaga"; of "Police shot dead two" none."""
    before = sentence.words[shot.index - 1] if shot.index else None
    held = before is not None and before.head == shot.index and matches(before.deprel, ("compound",))
    behind = sentence.words[shot.index + 2] if shot.index + 2 < len(sentence.words) else None
    alone = behind is None or behind.upos in ("ADP", "PUNCT")
    return before if held and alone and before is not None and before.upos == "NOUN" else None


def _as_object(word: Word) -> str:
    """The relation to "shot" of what hangs on "dead": the two men there are no subject of it."""
    return "obj" if word.deprel == "nsubj" else word.deprel


def _with(sentence: Sentence, *changed: Word) -> Sentence:
    words = list(sentence.words)
    for word in changed:
        words[word.index] = word
    return Sentence(tuple(words), sentence.names)
