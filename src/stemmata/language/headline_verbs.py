"""Headlines whose verb the net takes for a noun: "Blast rocks Kela", "Police arrest nine", "Rebels, army trade fire".

The net learnt from prose, which tells in the past. So a line in which it finds no verb is read again with a past tense
in place of a word of `headline_verbs.txt` ("Blast took Kela"), and the word is the verb if somebody does it to
something in that reading.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from stemmata.language.trees import Sentence, Word

# Words of the longest headline that is read again.
LONGEST: Final = 18
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING: Final = frozenset({"NOUN", "PROPN", "NUM"})
# Nouns without an ending that take the verb of a plural: "Police arrest nine", "Gunmen raid bar".
PLURAL: Final = frozenset({"people", "youth", "militia", "taliban", "mujahideen", "crowd"})
PLURAL_ENDINGS: Final = ("s", "men", "folk", "police", "children")
LISTING: Final = frozenset({",", "and", "&"})
# What strikes and raids are made from does not make them: "Air strikes Gaza" leaves out a preposition.
NOT_DOING: Final = frozenset({"air"})
# Behind these a verb needs no object: "Explosion rips through market".
THROUGH: Final = frozenset({"through", "into"})
# Past tenses that are no participles, so that the net cannot take them for one.
TAKING: Final = "took"
GOING: Final = "went"


def lost_verbs(line: Sentence) -> Iterator[tuple[Word, str]]:
    """The words of a line without a verb that may be its verb in the present, each with what it is read as; the last
    first: "Blasts hit hotel"."""
    if len(line.words) > LONGEST or line.root.upos == "AUX" or any(word.xpos in FINITE for word in line.words):
        return
    known = _base_by_present()
    for before, word in reversed(list(pairwise(line.words))):
        named = before.upos in NAMING or (before.index == 0 and before.upos == "VERB")  # "Strike paralyses hospitals"
        if line.low[word.index] not in known or not named or not _agree(line, before, word):
            continue
        behind = line.words[word.index + 1 : word.index + 2]
        if behind and line.low[word.index + 1] in THROUGH:
            yield word, GOING
        elif behind and behind[0].upos not in ("ADP", "SCONJ", "PUNCT"):
            yield word, TAKING


def with_verb(again: Sentence, verb: Word) -> Sentence | None:
    """The second reading of a line with its verb as it stands there, None where that is no verb there either."""
    told = again.words[verb.index]
    subject, object_ = again.child(told, "nsubj"), again.child(told, "obj")
    if told.upos != "VERB" or told.xpos != "VBD" or subject is None or subject.index > verb.index:
        return None
    if object_ is None and told.text == TAKING:
        return None
    ending = "VBZ" if verb.text.lower().endswith("s") else "VBP"
    words = list(again.words)
    words[verb.index] = replace(told, text=verb.text, lemma=_base_by_present()[verb.text.lower()], xpos=ending)
    return Sentence(tuple(words), again.names)


def _agree(line: Sentence, subject: Word, verb: Word) -> bool:
    """Tell whether a noun may be the subject of a present: "Blast rocks", "Jets bomb", "Rebels, army trade"; no "army
    shell", "rebels hits"."""
    low, form = line.low[subject.index], line.low[verb.index]
    base = form == _base_by_present()[form]
    if low.endswith(PLURAL_ENDINGS) and not low.endswith("ss"):
        return base or subject.upos == "PROPN"  # "ISIS bombs"
    listed = subject.index and line.low[subject.index - 1] in LISTING
    if listed or low in PLURAL or subject.upos == "NUM":
        return base
    return not base and low not in NOT_DOING


@cache
def _base_by_present() -> dict[str, str]:
    """The base of both forms of the present: "raid" of "raid" and "raids"."""
    lines = files("stemmata.language").joinpath("headline_verbs.txt").read_text(encoding="utf-8").splitlines()
    bases = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return {form: base for base in bases for form in (base, _with_s(base))}


def _with_s(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}s"
