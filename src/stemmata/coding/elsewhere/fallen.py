"""Leaves out of whom it was done to those who only fell in it: they are of those who are told to have been struck.

"Jets bombed ISIS positions, killing twelve militants": the group was struck, and the militants are its own. "The strike
killed nine civilians. ... A girl was among the wounded": she is one of them. Asked once the passages that tell of one
happening are joined, for those who fell tell that they do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stemmata.coding.passages import Passage, Scene
from stemmata.coding.retelling.amending import amend
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Word
from stemmata.records import Party, Report

FELL: Final = "target-of-consequence"


@dataclass(frozen=True, slots=True)
class _Struck:
    """A target where it is told: its sentence and the head of its phrase."""

    party: Party
    passage: Passage
    head: Word


def without_fallen(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, those of several targets without who only fell."""
    return [amend(r, target=_struck(r.target, scene)) if _may_fall(r) else r for r in reports]


def _may_fall(report: Report) -> bool:
    return len(report.target) > 1 and any(party.why.rule == FELL for party in report.target)


def _struck(targets: tuple[Party, ...], scene: Scene) -> tuple[Party, ...]:
    told = [_where_told(party, scene) for party in targets]
    first = next((one.passage for one in told if _is_people(one, scene)), None)
    side = any(one.party.why.rule != FELL and _is_side(one, scene) for one in told)
    return tuple(
        one.party
        for one in told
        if one.party.why.rule != FELL or not ((side and _is_fighter(one, scene)) or first not in (None, one.passage))
    )


def _where_told(party: Party, scene: Scene) -> _Struck:
    passage = scene.passage_at(party.span.start) or scene.passages[0]
    words = [w for w in passage.sentence.words if party.span.start <= w.start and w.end <= party.span.end]
    inside = {w.index for w in words}
    head = next((w for w in words if w.head not in inside), passage.sentence.words[0])
    return _Struck(party, passage, head)


def _is_people(one: _Struck, scene: Scene) -> bool:
    return any(scene.classes.is_a(one.passage.sentence, one.head, kind) for kind in ("people", "armed"))


def _is_fighter(one: _Struck, scene: Scene) -> bool:
    return scene.classes.is_a(one.passage.sentence, one.head, "armed")


def _is_side(one: _Struck, scene: Scene) -> bool:
    """Tell whether a force was struck, or what a named one holds; an "army post" is told by who fell there."""
    sentence = one.passage.sentence
    owners = (w for w in clauses.owners(sentence, one.head) if w.upos == "PROPN")
    return _is_fighter(one, scene) or any(scene.classes.is_a(sentence, w, "armed") for w in owners)
