"""Where a happening was whose sentence names no place: the scene that the document has set before.

The scene is the place of what was told just before, of the same item of a list or paragraph; what the item opens with
("Borno / Bama: ...") holds for all of it. The dead of a whole war died in its country. What is agreed or founded
may have been so anywhere.
"""

from collections.abc import Sequence
from dataclasses import replace

from stemmata.coding import locating
from stemmata.coding.claims import Claim
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.place_openings import opening_places
from stemmata.coding.turns import told_together
from stemmata.records import Report, Where, Why

# How many sentences back a place still holds for a happening that names none. Of 100 so placed in hand-coded
# documents, half were right one sentence back, a quarter two and one in ten further back.
REACH = 2
# Types of what is done in words and papers: it has a place only where that is told.
PLACELESS = frozenset({"agreement", "group_change"})


def placed(
    draft: Report,
    n: int,
    happenings: Sequence[Happening],
    drafts: Sequence[Report],
    claims: Sequence[Claim],
    scene: Scene,
) -> Report:
    """A report without a place, with that of the scene where the document has set one.

    Args:
        draft: the report.
        n: its index among the happenings.
        happenings: of the document, in text order.
        drafts: the reports of the happenings before it.
        claims: of the document.
        scene: the document.
    """
    happening = happenings[n]
    passage = happening.passage
    named = _country(passage, scene) if happening.of_war else opening_places(passage, scene)[-1:]
    if named or happening.of_war:
        places = [locating.where(place, replace(happening, passage=there), scene) for there, place in named]
        return replace(draft, places=told_before(places))
    if draft.type in PLACELESS or locating.names_place(passage, claims):
        return draft
    for earlier, report in zip(reversed(happenings[:n]), reversed(drafts), strict=True):
        if not _holds(earlier.passage, passage, scene):
            return draft
        if places := [place for place in report.places if place.why.rule != "place-told-before"]:
            staying = [place for place in places if place.relation != "from"]
            return replace(draft, places=told_before(staying or places))
    return draft


def told_before(places: Sequence[Where]) -> tuple[Where, ...]:
    """The places as those of a passage that names none."""
    return tuple(replace(place, why=Why("place-told-before", place.why.entry)) for place in places)


def _holds(earlier: Passage, later: Passage, scene: Scene) -> bool:
    """Tell whether the scene of one passage is still that of another."""
    if later.number - earlier.number > REACH or not told_together(earlier, later, scene):
        return False
    return earlier.block_number == later.block_number or "list_item" not in (earlier.block.kind, later.block.kind)


def _country(passage: Passage, scene: Scene) -> list[tuple[Passage, PlaceName]]:
    """The country that a war is told of, where it was named last: "Syria's war has killed", "across the country"."""
    for earlier in reversed(scene.passages[: passage.number + 1]):
        for place in reversed(earlier.places):
            known = place.resolved
            if known is not None and known.level == "country" and known.country == scene.country:
                return [(earlier, place)]
    return []
