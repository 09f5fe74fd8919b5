"""The ground of what a sentence goes on with: "Troops carried out an operation in Marl. Nine rebels were killed."

The sentence before tells of no happening itself, and only sets where it was.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claims
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.locating import locating
from stemmata.coding.locating.closest import closest
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.reporting.recalling import told_before
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Word
from stemmata.records import Where

# Types of those who move or are let go, who are soon elsewhere.
MOVING: Final = frozenset({"release", "displacement", "return", "withdrawal", "deployment"})
# Types of what is done in words and papers: it has a place only where that is told.
PLACELESS: Final = frozenset({"agreement", "group_change"})
OPERATIONS: Final = frozenset({"operation", "patrol", "mission", "sweep", "search", "checkpoint", "raid", "fight"})
# Rules of places behind a preposition.
BEHIND: Final = frozenset({"place-preposition", "place-in-list"})


def ground_before(happening: Happening, claims: Claims, scene: Scene) -> Sequence[Where]:
    """The places, other than those of who speaks, in which the last sentence of the paragraph puts what went on."""
    later = happening.passage
    before = scene.passages[later.number - 1] if later.number else None
    if before is None or before.block_number != later.block_number or before.mentions or not before.places:
        return ()
    if happening.type in MOVING or locating.names_place(happening, claims) or not told_together(before, later, scene):
        return ()
    if not any(word.upos in ("NOUN", "PROPN") and _is_armed(before, word, scene) for word in before.sentence.words):
        return ()  # "diplomats met in Marl"
    set_there = [n for n in range(len(before.places)) if _is_ground(before, n, claims)]
    there = replace(happening, passage=before)
    return told_before([locating.where(p, there, scene) for p in closest(before, set_there, scene.document.text)])


def _is_armed(before: Passage, word: Word, scene: Scene) -> bool:
    """ "Commandos", "a mine", "an operation"."""
    if word.lemma in OPERATIONS:
        return True
    return any(scene.classes.is_a(before.sentence, word, kind) for kind in ("armed", "bomb"))


def _is_ground(before: Passage, n: int, claims: Claims) -> bool:
    place = before.places[n]
    if place.rule not in BEHIND or place.relation in locating.ELSEWHERE:
        return False
    if place.resolved is not None and place.resolved.level == "country":
        return False
    return not any(clauses.below(before.sentence, place.head, head) for head in claims.heads_in(before))
