"""Tells what only says when, why or from what something else was: "after clashes", "flee fighting"."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.retelling.alike import FROM_AFAR
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

REASONS: Final = frozenset({"response", "revenge", "retaliation", "reprisal", "reaction", "reply", "answer"})
RUBBLE: Final = frozenset({"rubble", "debris", "ruin", "wreckage"})
TELLING_OF: Final = frozenset({"speak", "talk", "hear", "learn", "news", "report", "word"})


def drives_out(happening: Happening) -> bool:
    """ "The clashes displaced hundreds", "fled the fighting in Marl": why people left, with nothing told of it."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or happening.mentions[1:]:
        return False
    more = [
        w for w in sentence.children(word, "nmod") if word.deprel != "obj" or "in" not in clauses.cases(sentence, w)
    ]
    if more:
        return False
    leaving = {m.word.index for m in happening.passage.mentions if m.row.type == "displacement"}
    return word.head in leaving and matches(word.deprel, ("nsubj", "obj", "obl:agent"))


def done_by_it(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "The explosion set houses ablaze": what a strike or bomb that is told did besides."""
    if report.type != "property_destruction" or happening.trigger.row.pos != "verb":
        return False
    sentence = happening.sentence
    told = {m.word.index for m in happening.passage.mentions if scene.codebook.types[m.row.type].specific is not None}
    subjects = arguments.subjects(sentence, happening.trigger.word)
    return any(w.index in told or scene.classes.is_a(sentence, w, "ordnance") for w in subjects)


def is_held_back(report: Report, happening: Happening) -> bool:
    """ "Cut the road along which flour reached the town", "denied aid convoys access": relief kept out."""
    above = {w.index for w in happening.sentence.ancestors(happening.trigger.word)}
    return report.type == "aid" and any(
        m.row.type == "siege" and m.word.index in above for m in happening.passage.mentions
    )


def is_struck(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Jets hit an aid convoy", "an attack on an aid convoy": relief that is struck is told to reach nobody."""
    sentence, word = happening.sentence, happening.trigger.word
    if report.type != "aid" or happening.trigger.row.pos != "noun":
        return False
    types = scene.codebook.types
    violent = {m.word.index for m in happening.passage.mentions if types[m.row.type].specific is not None}
    struck = matches(word.deprel, ("obj", "nsubj:pass"))
    aimed_at = matches(word.deprel, ("nmod",)) and bool(clauses.cases(sentence, word) & {"on", "against"})
    return word.head in violent and (struck or aimed_at)


def is_dug_out(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Bodies were pulled from the rubble", where the dead of a strike are told of before: they are no more."""
    if report.type != "casualties" or not any(w.lemma.lower() in RUBBLE for w in happening.sentence.words):
        return False
    types, before = scene.codebook.types, scene.passages[: happening.passage.number]
    told = (m.row for passage in before for m in passage.mentions)
    return any(row.role == "effect" or types[row.type].family in FROM_AFAR for row in told)


def told_aside(happening: Happening, scene: Scene) -> bool:
    """Tell whether a noun only says when or why something else was: "after clashes in X", "two years of siege"."""
    sentence, word = happening.sentence, happening.trigger.word
    carried = any(not _is_scene(sentence, support.verb) for support in happening.supports)
    told_on = any(later.trigger.row.role == "effect" or later.effects for later in happening.later)
    if happening.trigger.row.pos != "noun" or happening.mentions[1:] or carried or told_on:
        return False
    governed = word if not matches(word.deprel, ("conj",)) else sentence.head(word) or word
    above = sentence.head(governed)
    if governed is not word and above is not None and any(m.word is above for m in _effects(happening)):
        return False  # "killed in air strikes and shelling": each is told, the count with the first
    if above is not None and scene.classes.is_a(sentence, above, "instance") and matches(governed.deprel, ("nmod",)):
        governed = above  # "cases of rape were recorded"
    aside = clauses.cases(sentence, governed) - {"under", "into", "including", *happening.trigger.row.form}
    if not matches(governed.deprel, ("obl", "nmod")) or not aside:
        return False  # "living under siege", "setbacks including the loss of the capital" tell of it
    above = sentence.head(governed)
    if above is not None and aside <= {"of", "about"} and above.lemma.lower() in scene.codebook.tellers | TELLING_OF:
        return False  # "spoke of shooting", "boasts of the capture of Palma"
    return above is not None and above.upos != "NUM"


def _effects(happening: Happening) -> Iterator[Mention]:
    """The consequences that the passage tells."""
    return (m for m in happening.passage.mentions if m.row.role == "effect")


def _is_scene(sentence: Sentence, noun: Word) -> bool:
    """ "Harim, the site of an attack": what a place is known for, unless that is what the sentence says of it."""
    return noun.lemma.lower() in ("site", "scene") and noun.upos == "NOUN" and not sentence.child(noun, "cop")


def is_reason(happening: Happening) -> bool:
    """ "Was a response to the arrest of a leader": why something else was done."""
    sentence, word = happening.sentence, happening.trigger.word
    above = sentence.head(word)
    if happening.trigger.row.pos != "noun" or above is None or above.lemma.lower() not in REASONS:
        return False
    return matches(word.deprel, ("nmod", "obl")) and bool(clauses.cases(sentence, word) & {"to", "for", "of"})
