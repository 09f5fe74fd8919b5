"""Which reports go over what was told once more, by the words for those in it.

"The attackers herded the pupils away", "they were shooting at everybody": those told before did it, to those told
before, and nothing else is told. "The building was hit by two bombs": so was what was told to be struck.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from stemmata.coding.passages import Passage, Scene
from stemmata.coding.retelling.one_place import UNNAMED
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word
from stemmata.records import Party, Report

PRONOUNS: Final = frozenset({"he", "she", "it", "they", "him", "her", "them", "who"})
# What takes up something told before: "the site", not "such a site".
TAKING_UP: Final = frozenset({"the", "this", "that", "these", "those"})
# What tells more about a noun than that it was told.
TELLING: Final = ("amod", "compound", "nmod", "nmod:poss", "appos", "acl", "acl:relcl", "nummod", "flat")


class GoingOver(NamedTuple):
    """Where the triggers begin of such reports, as offsets in the document."""

    deeds: frozenset[int]
    """Those told before did it, and to nobody else."""
    struck: frozenset[int]
    """It was done to something that only its kind tells: "the building"."""


def going_over(reports: Sequence[Report], scene: Scene) -> GoingOver:
    deeds, struck = set(), set()
    for report in reports:
        passage = scene.passage_at(report.trigger.span.start)
        if passage is None or not (report.initiator or report.target):
            continue
        if report.target and all(_is_kind(word, passage, scene) for word in _heads(report.target, passage)):
            struck.add(report.trigger.span.start)
        if _is_deed(report, passage, scene):
            deeds.add(report.trigger.span.start)
    return GoingOver(frozenset(deeds), frozenset(struck))


def _is_deed(report: Report, passage: Passage, scene: Scene) -> bool:
    if report.figures or not report.initiator or any(p.why.rule not in UNNAMED for p in report.places):
        return False
    if any(word.text.lower() in scene.codebook.speakers["adding"] for word in passage.sentence.words):
        return False
    sentence = passage.sentence
    told = all(_was_told(word, sentence) for word in _heads(report.initiator, passage))
    return told and all(
        _was_told(word, sentence) or scene.classes.is_a(sentence, word, "anybody")
        for word in _heads(report.target, passage)
    )


def _heads(parties: Sequence[Party], passage: Passage) -> Iterator[Word]:
    """The words that head the phrases of parties; nothing of another sentence was told just now."""
    for party in parties:
        inside = [w for w in passage.sentence.words if party.span.start <= w.start and w.end <= party.span.end]
        numbers = {word.index for word in inside}
        head = next((word for word in inside if word.head not in numbers), None)
        yield head or passage.sentence.words[0]


def _was_told(word: Word, sentence: Sentence) -> bool:
    """ "They", "the attackers"; "the army of Sudan" and "the Kenyan police" are named."""
    if word.upos == "PRON":
        return word.text.lower() in PRONOUNS
    return (
        word.upos == "NOUN" and clauses.determined(sentence, word, TAKING_UP) and not sentence.children(word, *TELLING)
    )


def _is_kind(word: Word, passage: Passage, scene: Scene) -> bool:
    return (
        word.upos == "NOUN"
        and _was_told(word, passage.sentence)
        and scene.classes.is_a(passage.sentence, word, "whole")
    )
