"""The ground of what a sentence goes on with: "Troops carried out an operation in Marl. Nine rebels were killed."

The sentence before tells of no happening itself, and only sets where it was, as a heading does: "Unrest in Marl".
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claims
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.locating import locating
from stemmata.coding.locating.closest import closest
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.reporting.recalling import told_before
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Word
from stemmata.records import Where

# Types of those who move or are let go, who are soon elsewhere.
MOVING: Final = frozenset({"release", "displacement", "return", "withdrawal", "deployment"})
# Types of what is done in words and papers: it has a place only where that is told.
PLACELESS: Final = frozenset({"agreement", "group_change"})
OPERATIONS: Final = frozenset({"operation", "patrol", "mission", "sweep", "search", "checkpoint", "raid", "fight"})
HEADINGS: Final = frozenset({"heading", "headline"})
# Words of a sentence that tells of people who only speak somewhere.
TALKS: Final = frozenset(
    "talk meeting meet summit conference court trial visit statement speech address ceremony interview appeal arrive"
    " fly hospital speak tell say brief reporter journalist spokesman spokeswoman minister president diplomat".split()
)
# Rules of places behind a preposition.
BEHIND: Final = frozenset({"place-preposition", "place-in-list"})


def ground_before(happening: Happening, claims: Claims, scene: Scene) -> Sequence[Where]:
    """The places, other than those of who speaks, in which the last sentence of the paragraph puts what went on."""
    later = happening.passage
    if happening.type in MOVING or locating.names_place(happening, claims):
        return ()
    before = _ground_of(later, scene)
    if before is None or not told_together(before, later, scene):
        return ()
    if before.block.kind not in HEADINGS and not _sets_ground(before, scene):
        return ()
    set_there = [n for n in range(len(before.places)) if _is_ground(before, n, claims, scene)]
    there = replace(happening, passage=before)
    places = [locating.where(p, there, scene) for p in closest(before, set_there, scene.document.text)]
    return told_before([replace(place, relation="at") if place.relation == "toward" else place for place in places])


def _sets_ground(before: Passage, scene: Scene) -> bool:
    """ "Troops began an operation in Marl", "Tension is high in Marl", and not "diplomats met in Marl"."""
    words = before.sentence.words
    if any(w.lemma in ("meet", "meeting", "talk", "summit") for w in words):
        return False
    if any(w.upos in ("NOUN", "PROPN") and _is_armed(before, w, scene) for w in words):
        return True
    return not any(w.lemma in TALKS for w in words) and any(_is_main(before, p) for p in before.places)


def _ground_of(later: Passage, scene: Scene) -> Passage | None:
    """The sentence before, which tells of no happening; or the heading above, where nothing since names a place."""
    before = scene.passages[later.number - 1] if later.number else None
    if before is not None and before.block_number == later.block_number and before.places:
        return None if before.mentions else before
    for passage in reversed(scene.passages[: later.number]):
        if passage.places or passage.block.kind in HEADINGS:
            return passage if passage.places and passage.block.kind in HEADINGS else None
    return None


def _is_main(before: Passage, place: PlaceName) -> bool:
    """ "Tension is high in Marl", "It was market day in Marl": told with the verb of the sentence, or what it is of."""
    above = before.sentence.head(place.head)
    return above is not None and (above.head < 0 or before.sentence.words[above.head].head < 0)


def _is_armed(before: Passage, word: Word, scene: Scene) -> bool:
    """ "Commandos", "a mine", "an operation"."""
    if word.lemma in OPERATIONS:
        return True
    return any(scene.classes.is_a(before.sentence, word, kind) for kind in ("armed", "bomb"))


def _is_label(before: Passage, place: PlaceName) -> bool:
    """ "Marl", "Marl: nine killed": what a heading consists of, or opens with before a colon."""
    words = before.sentence.words
    behind = words[place.last + 1 : place.last + 2]
    return place.first == 0 and (not behind or behind[0].text == ":")


def _came(before: Passage, place: PlaceName, scene: Scene) -> bool:
    """ "Gunmen came to Marl": they are there."""
    verb = before.sentence.head(place.head)
    return verb is not None and verb.xpos in ("VBD", "VBN") and verb.lemma in scene.codebook.classes["come"]


def _is_ground(before: Passage, n: int, claims: Claims, scene: Scene) -> bool:
    place = before.places[n]
    label = before.block.kind in HEADINGS and _is_label(before, place)
    if place.rule not in BEHIND and not label:
        return False
    if place.relation in locating.ELSEWHERE and not (place.relation == "toward" and _came(before, place, scene)):
        return False
    if place.resolved is not None and place.resolved.level == "country":
        return False
    return not any(clauses.below(before.sentence, place.head, head) for head in claims.heads_in(before))
