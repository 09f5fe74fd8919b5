"""Who did it, where a clause of the same sentence tells who acted and the one that tells of the deed does not.

"Troops trailed them into the forest, where a gunfight ensued and two hostages were freed." "He was seized in an
operation of the army."
"""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.happenings.clauses_apart import placed_each
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Sentence, Word, Words, matches

# Types of deeds that armed people do one after the other.
DEEDS: Final = frozenset("attack_on_civilians sexual_violence abduction arrest release weapons_found clash".split())
# What a force sets out on, in which it does them.
SORTIES: Final = frozenset(
    "operation raid sweep reprisal ambush attack assault offensive patrol counterattack counter-attack counteroffensive"
    " counter-offensive onslaught push incursion invasion campaign".split()
)
# What is done with a sortie by those who set out on it: "an operation led by special forces".
UNDERTAKEN: Final = frozenset({"lead", "launch", "mount", "stage", "conduct", "carry", "undertake", "begin", "start"})
# Families of types in which a sortie does something.
DONE_BY_SORTIE: Final = frozenset({"fighting", "strikes", "bombs", "civilians", "law", "property"})
# What opens a clause that tells where and when another one happened.
WITHIN: Final = frozenset({"where", "which", "when", "whereupon"})


def acting_above(happening: Happening, struck: Words, scene: Scene) -> Words:
    """The heads of the armed who act in the clause above, or whose sortie it was; none where it may be others.

    Args:
        happening: a deed that tells of nobody who did it.
        struck: the heads of those it was done to.
        scene: the document.
    """
    sentence = happening.sentence
    acts = "subject" not in happening.trigger.row.target  # "the patrol hit a mine"
    if acts and scene.codebook.types[happening.type].family in DONE_BY_SORTIE:
        own = [s for s in arguments.subjects(sentence, happening.trigger.word) if s.lemma.lower() in SORTIES]
        if own:  # "a rebel offensive captured the town"
            return tuple(owner for noun in own for owner in _owners(sentence, noun, scene))
    if happening.type in DEEDS | {"casualties"} and (of_sortie := tuple(_of_sortie(happening, scene))):
        return of_sortie
    if happening.type not in DEEDS:
        return ()
    if any(w.upos in ("PRON", "NUM") or scene.classes.is_a(sentence, w, "armed") for w in struck):
        return ()  # "rebels fired on the convoy and two of them were caught"
    for verb in _verbs_above(sentence, happening.trigger.word):
        if sentence.child(verb, "ccomp") is not None:
            return ()  # "the army said it was over and a convoy was seized"
        subjects = arguments.subjects(sentence, verb)
        if subjects:
            if placed_each(happening.passage, verb, happening.trigger.word):
                return ()  # "police arrested six in Bor, and two nurses were kidnapped in Torit"
            before = all(w.upos != "PRON" and w.index < happening.trigger.word.index for w in subjects)
            armed = before and all(scene.classes.is_a(sentence, w, "armed") for w in subjects)
            return subjects if armed else ()
    return ()


def _of_sortie(happening: Happening, scene: Scene) -> Iterator[Word]:
    """Whose operation it was in which something was done."""
    sentence = happening.sentence
    for noun in sentence.children(happening.trigger.word, "obl"):
        if noun.lemma.lower() in SORTIES and clauses.cases(sentence, noun) & {"in", "during"}:
            yield from _owners(sentence, noun, scene)


def _owners(sentence: Sentence, noun: Word, scene: Scene) -> Iterator[Word]:
    """The armed whose sortie it is."""
    owners = (*clauses.possessors(sentence, noun), *clauses.phrases_after(sentence, noun, {"of", "by"}))
    for verb in sentence.children(noun, "acl"):
        if verb.lemma.lower() in UNDERTAKEN and verb.xpos == "VBN":
            owners += clauses.phrase_after(sentence, verb, "by")
    for owner in owners or clauses.compounds(sentence, noun):
        adjective = owner.upos == "ADJ"  # "Russian", and not "military"
        named = not adjective or (owner.text[:1].isupper() and scene.classes.side(sentence, owner))
        if named and scene.classes.is_a(sentence, owner, "armed"):
            yield owner


def _verbs_above(sentence: Sentence, word: Word) -> Iterator[Word]:
    """The verbs of the clauses that a clause goes on from, the nearest first: over "and", "where", "in which"."""
    verb = word
    while verb.upos != "VERB" and (above := sentence.head(verb)) is not None:
        verb = above
    if word.upos != "VERB" and word not in arguments.subjects(sentence, verb):
        return
    while (above := sentence.head(verb)) is not None:
        opening = {w.text.lower() for w in sentence.children(verb, "advmod", "obl")}
        within = matches(verb.deprel, ("acl:relcl", "advcl")) and not WITHIN.isdisjoint(opening)
        against = any(w.text.lower() in ("but", "or") for w in sentence.children(verb, "cc"))
        if (not within and verb.deprel != "conj") or against:
            return
        while above.upos != "VERB" and (higher := sentence.head(above)) is not None:
            above = higher
        yield above
        verb = above
