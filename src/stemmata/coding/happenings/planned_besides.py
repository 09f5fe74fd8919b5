"""Tells what has come about from what is planned beside it: in "killed 12 in Bor and vowed to attack Torit" nobody has
died of the attack yet."""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches

AHEAD: Final = frozenset({"planned", "hypothetical"})
# Relations from what is planned up to the verb that plans it.
PLANNED: Final = ("xcomp", "ccomp", "obj", "nmod", "obl", "advcl")


def only_planned(sentence: Sentence, effect: Word, trigger: Word, codebook: Codebook) -> bool:
    """Tell whether a trigger is told as planned in a clause that the consequence is no part of."""
    if clauses.below(sentence, effect, trigger):
        return False  # "plans an attack that would kill"
    return any(
        child.lemma.lower() in codebook.cues["modal"] and codebook.cues["modal"][child.lemma.lower()].status in AHEAD
        for verb in _planning(sentence, effect, trigger)
        for child in sentence.children(verb, "aux")
    ) or any(
        (row := codebook.cues["governor"].get(verb.lemma.lower())) is not None and row.status in AHEAD
        for verb in _planning(sentence, effect, trigger)
        if verb is not trigger
    )


def _planning(sentence: Sentence, effect: Word, trigger: Word) -> Iterator[Word]:
    """The trigger and the words that govern it, up to those that govern the consequence too."""
    word = trigger
    yield word
    while matches(word.deprel, PLANNED) and (above := sentence.head(word)) is not None:
        if clauses.below(sentence, effect, above):
            return
        yield above
        word = above
