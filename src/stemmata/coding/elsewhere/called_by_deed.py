"""Who did it, where the text goes on to call them by the deed: "the attackers", "the kidnappers".

"Twenty miners were massacred in Djugu. The attackers, who belong to the militia, burned their tents."
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.elsewhere.blame import DEEDS, DEEDS_BESIDE, NO_DEEDS
from stemmata.coding.parties.parties import parties
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.forms import forms
from stemmata.language.trees import Word
from stemmata.records import Party, Report

RULE: Final = "initiator-called-by-deed"
# How many sentences behind a deed those who did it are called by it. Set by judgement.
REACH: Final = 2
# Those who are called by a deed of one kind.
OF_ONE_KIND: Final = {
    "kidnapper": frozenset({"abduction"}),
    "abductor": frozenset({"abduction"}),
    "captor": frozenset({"abduction"}),
    "hijacker": frozenset({"abduction"}),
    "bomber": frozenset({"bombing", "suicide_bombing", "grenade"}),
    "arsonist": frozenset({"property_destruction", "riot"}),
}


def called_by_deed(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, those of deeds without a doer with whom the sentences behind them call so."""
    found = list(reports)
    if all(report.initiator or not _is_deed(report, scene) for report in found):
        return found
    for passage in scene.passages:
        for word in _doers(passage, scene):
            n = _deed(word, passage, found, scene)
            if n is not None:
                found[n] = replace(found[n], initiator=_named(word, passage, scene))
    return found


def _doers(passage: Passage, scene: Scene) -> Iterator[Word]:
    """ "The attackers": told before by what they did, and not "an attacker", who may be anybody."""
    if scene.codebook.class_words["doer"].isdisjoint(forms(passage.sentence)):
        return
    for word in passage.sentence.words:
        called = word.upos == "NOUN" and clauses.determined(passage.sentence, word, clauses.DEFINITE)
        if called and scene.classes.is_a(passage.sentence, word, "doer"):
            yield word


def _deed(doer: Word, passage: Passage, reports: Sequence[Report], scene: Scene) -> int | None:
    """The last deed told before that they can be called by; None where it has a doer."""
    kinds = OF_ONE_KIND.get(doer.lemma.lower())
    for n in range(len(reports) - 1, -1, -1):
        report = reports[n]
        there = scene.passage_at(report.trigger.span.start)
        if there is None or report.trigger.span.start >= doer.start or not _is_deed(report, scene):
            continue
        if passage.number - there.number > REACH or (kinds is not None and report.type not in kinds):
            continue
        return None if report.initiator or there is passage else n
    return None


def _is_deed(report: Report, scene: Scene) -> bool:
    violent = scene.codebook.types[report.type].family in DEEDS or report.type in DEEDS_BESIDE
    return violent and report.type not in NO_DEEDS and report.status.value == "happened"


def _named(doer: Word, passage: Passage, scene: Scene) -> tuple[Party, ...]:
    return parties(passage, [(doer, RULE)], scene)
