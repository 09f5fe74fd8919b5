"""Where a happening was whose sentence names no place: the scene that the document has set before.

The scene is the place of what was told just before, of the same item of a list or paragraph; what the item opens with
("Borno / Bama: ...") holds for all of it. The dead of a whole war died in its country. What is agreed or founded
may have been so anywhere.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claims, claims_over
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.locating import locating
from stemmata.coding.locating.land_of_war import country_of_war
from stemmata.coding.locating.named_battles import places_of_battle
from stemmata.coding.locating.openings import opening_places
from stemmata.coding.locating.there import meant_by_there
from stemmata.coding.locating.unnamed import done_to, is_the_one, takes_up, takes_up_place, told_closer
from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.reporting.ground import MOVING, PLACELESS, ground_before
from stemmata.coding.reporting.only_place import is_told_on, one_scene, only_place
from stemmata.coding.reporting.recalling import THERE, places_named, recalled, told_before
from stemmata.coding.syntax import clauses
from stemmata.coding.timing.looking_back import looks_back
from stemmata.places.wording import place_words
from stemmata.records import Report, Where, Why

# How many sentences back a place still holds for a happening that names none. Of 100 so placed in hand-coded
# documents, half were right one sentence back, a quarter two and one in ten further back: too few to tell.
REACH: Final = 1
# Of which families of types a scene holds for another family; where none is given, of all.
SCENE_OF: Final = {
    "humanitarian": frozenset({"fighting", "strikes"}),
    "fighting": frozenset({"civilians", "law", "property", "crowds"}),
    "bombs": frozenset({"law"}),
    "civilians": frozenset({"fighting", "bombs", "property", "law"}),
    "law": frozenset({"crowds"}),
}
# Sorts of places that a town has.
IN_TOWNS: Final = frozenset({"facility", "quarter"})


def placed(
    draft: Report,
    happening: Happening,
    before: Sequence[tuple[Happening, Report]],
    claims: Claims,
    scene: Scene,
) -> Report:
    """A report without a place, with that of the scene where the document has set one.

    Args:
        draft: the report.
        happening: what it reports.
        before: the happenings told before it, in text order, with their reports.
        claims: of the document.
        scene: the document.
    """
    passage = happening.passage
    named = country_of_war(passage, scene) if happening.of_war else opening_places(passage, scene)[-1:]
    if named or happening.of_war:
        places = [locating.where(place, replace(happening, passage=there), scene) for there, place in named]
        return replace(draft, places=told_before(places))
    if draft.type in PLACELESS:
        return draft
    if (there := _there(happening, claims, scene)) is not None:
        return replace(draft, places=(there,))
    found = _scene(happening, before, claims, scene) or only_place(happening, before, claims, scene)
    found = found or tuple(ground_before(happening, claims, scene))
    found = tuple(_by_name(place, happening, scene) for place in found)
    closer = list(told_closer(happening))
    if len(found) > 1 and any(_takes_up_one(place, happening) for place in closer):
        return replace(draft, places=told_before(found))  # "on the city and its countryside"
    if described := [_taken_up(place, found, happening, scene) for place in closer]:
        return recalled(replace(draft, places=tuple(described)), happening, before, scene)
    if found:
        return replace(draft, places=tuple(_left(place, happening) for place in told_before(found)))
    told = [locating.where(p, happening, scene) for p in done_to(happening)]
    if not told:
        told = _of_battle(happening, claims, scene)
    return replace(draft, places=tuple(told))


def _of_battle(happening: Happening, claims: Claims, scene: Scene) -> list[Where]:
    """ "Forty rebels were killed", on a page on a battle: where that was."""
    if happening.type in MOVING or locating.names_place(happening, claims):
        return []
    there = places_of_battle(scene)
    return list(told_before([locating.where(p, replace(happening, passage=at), scene) for at, p in there]))


def _left(place: Where, happening: Happening) -> Where:
    """ "Fighting shook Marl. Hundreds of families fled.": a scene is where they fled from."""
    arrives = happening.trigger.word.lemma.lower() in locating.ARRIVING
    if happening.type not in locating.LEAVING or arrives or place.relation not in ("at", "near"):
        return place
    return replace(place, relation="from")


def with_there(draft: Report, happening: Happening, claims: Claims, scene: Scene) -> Report:
    """ "Arrived there from Marl": a report of those who came from a place, with the one that they came to."""
    if any(place.relation != "from" for place in draft.places) or draft.type not in MOVING:
        return draft
    there = _there(happening, claims, scene)
    return replace(draft, places=(*draft.places, replace(there, relation="toward"))) if there else draft


def described_there(draft: Report, happening: Happening, claims: Claims, scene: Scene) -> Report:
    """ "Unrest in Marl. Gunmen opened fire at a market": what only its kind tells lies where the heading puts it."""
    if draft.type in MOVING or any(p.why.rule != "place-described" or p.name for p in draft.places):
        return draft
    if any(place_words().get(place.span.quote.split()[-1].lower()) not in IN_TOWNS for place in draft.places):
        return draft  # "in the capital"
    found = ground_before(happening, claims, scene)
    if len(found) != 1 or found[0].name is None:
        return draft
    return replace(draft, places=tuple(_in(place, found[0]) for place in draft.places))


def _in(described: Where, there: Where) -> Where:
    return replace(there, span=described.span, relation="in_area", why=described.why)


def _there(happening: Happening, claims: Claims, scene: Scene) -> Where | None:
    """The place that "there" stands for in the words of a happening."""
    if (meant := meant_by_there(happening, claims, scene)) is None:
        return None
    passage, place = meant
    there = locating.where(place, replace(happening, passage=passage), scene)
    there = replace(there, why=Why(THERE, there.why.entry))
    return replace(there, relation="at") if there.relation == "toward" and happening.type not in MOVING else there


def _taken_up(place: PlaceName, found: Sequence[Where], happening: Happening, scene: Scene) -> Where:
    """A place told by its kind, which is the only one of the scene ("left the city") or lies in it ("the market")."""
    described = locating.where(place, happening, scene)
    if len(found) != 1:
        return described
    if _takes_up_one(place, happening):
        return replace(found[0], span=described.span, relation=described.relation, why=Why("place-taken-up"))
    return _in(described, found[0])


def _takes_up_one(place: PlaceName, happening: Happening) -> bool:
    """Tell whether a place told by its kind is one told before: "the city"; "forests" are none."""
    return takes_up(happening.sentence, place.head) and is_the_one(happening.sentence, place.head)


def _scene(
    happening: Happening, before: Sequence[tuple[Happening, Report]], claims: Claims, scene: Scene
) -> tuple[Where, ...]:
    """The places of what was told last, while the scene holds."""
    said_by = claims_over(claims, happening.trigger.word.start, happening.trigger.word.end)
    told_on = any(time.anchor is None and time.start for time in happening.passage.times)  # "the day before, they had"
    back = looks_back(happening.sentence, happening.trigger.word, said_by) and not told_on
    if back or locating.names_place(happening, claims) or _leaves_something(happening):
        return ()
    wide: tuple[Where, ...] = ()
    for earlier, report in reversed(before):
        if not _holds(earlier.passage, happening, scene):
            break
        if places := places_named(report):
            if not (_goes_with(report.type, happening.type, scene) or takes_up_place(happening)):
                break
            if any(place.level != "country" for place in places):
                return one_scene(places, report, happening)
            wide = wide or places  # "in Aleppo, the scene of some of the fiercest fighting in Syria's war"
    return wide


def _by_name(place: Where, happening: Happening, scene: Scene) -> Where:
    """A place that the sentence before only took up ("the town"), by the name that it has further up."""
    if place.why.rule != "place-taken-up" or place.name is None:
        return place
    for there in reversed(scene.passages[: happening.passage.number]):
        for named in there.places:
            known = named.resolved
            if named.rule != "place-taken-up" and known is not None and known.name == place.name:
                first, last = (there.sentence.words[index] for index in (named.first, named.last))
                return replace(place, span=scene.document.span(first.start, last.end - named.cut))
    return place


def _leaves_something(happening: Happening) -> bool:
    """ "Withdrew from the gates of the camp": where they left is told, though no name says it."""
    left = clauses.phrases_after(happening.sentence, happening.trigger.word, {"from"})
    told = bool(left) or any(done_to(happening))  # "fled a southern quarter of it"
    return happening.type in MOVING and told and not takes_up_place(happening)


def _goes_with(earlier: str, later: str, scene: Scene) -> bool:
    """Tell whether what is told of one family may be where that of another was: murder and arson where men fought.

    Who flees or is helped, is held or let go, a new fight and a new bomb have a place of their own.
    """
    one, other = (scene.codebook.types[kind].family for kind in (earlier, later))
    return one == other or one in SCENE_OF.get(other, {one})


def _holds(earlier: Passage, happening: Happening, scene: Scene) -> bool:
    """Tell whether the scene of a passage still holds: in its paragraph, and for those with whom the next goes on."""
    later = happening.passage
    if later.number - earlier.number > REACH or not told_together(earlier, later, scene):
        return False
    if earlier.block_number == later.block_number or earlier.block.kind == "heading":
        return True
    return "list_item" not in (earlier.block.kind, later.block.kind) and is_told_on(happening)
