"""Tells whether those whom an attack hit were armed or not, where no word tells its means."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.roles import target_heads
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word
from stemmata.records import Party, Report

# Whose stations and posts are no places of civilians.
MANNING: Final = frozenset({"police", "army", "military", "security", "gendarmerie", "border"})
# Words of what one side does to others; in a fight there are two.
ATTACKS: Final = frozenset({"attack", "raid", "assault", "storm", "invade", "target", "massacre", "rampage"})


def civilian(parties: tuple[Party, ...], happening: Happening, scene: Scene) -> bool:
    """ "Attacked a school", "fired on the villagers": those hit are told as civilians, or where they live and work."""
    heads = target_heads(happening, scene)
    classes = {counted_class(word.lemma.lower()) for word in heads}
    if "combatant" in classes or any(scene.classes.is_a(happening.sentence, word, "police") for word in heads):
        return False  # "fired on a police station, killing two officers"
    if heads and all(scene.classes.is_armed_band(happening.sentence, word) for word in heads):
        return False  # "ambushed armed men"
    places = any(
        scene.classes.is_a(happening.sentence, word, "civil_place") and not _manned(happening, word) for word in heads
    )
    if any(_carries_civilians(happening.sentence, word) for word in heads):
        return True
    return any(p.id == "civilians" for p in parties) or (
        (bool(classes & {"civilian", "family", "official"}) or places) and "combatant" not in classes
    )


def _carries_civilians(sentence: Sentence, vehicle: Word) -> bool:
    """ "The cars of residents", "a teacher's car", "civilian vehicles": whose they are says who is in them."""
    if counted_class(vehicle.lemma.lower()) != "vehicle":
        return False
    owners = (w for slot in ("of", "possessive", "compound", "adjective") for w in fill(sentence, vehicle, slot))
    return any(counted_class(w.lemma.lower()) in ("civilian", "family") for w in owners)


def killed_at_home(happening: Happening, scene: Scene) -> bool:
    """ "Raiders attacked the village, killing 20 people": those killed where people live, and no fighter is told of."""
    sentence = happening.sentence
    heads = target_heads(happening, scene)
    counts = (count for m in happening.mentions[1:] if m.row.role == "effect" for count in m.row.counts)
    killed = any(measure == "killed" for _, measure in counts)
    armed = any(scene.classes.is_a(sentence, word, "armed") for word in heads)
    homes = any(scene.classes.is_a(sentence, word, kind) for word in heads for kind in ("home", "civil_place"))
    return killed and homes and not armed


def only_unarmed_hurt(happening: Happening, scene: Scene) -> bool:
    """ "Attacked the site; 37 people, 20 of them children, died": who was hurt is told, and nobody armed is."""
    hurt = _hurt(happening)
    classes = {counted_class(word.lemma.lower()) for _, word in hurt}
    armed = any(scene.classes.is_a(sentence, word, kind) for sentence, word in hurt for kind in ("armed", "police"))
    return bool(classes & {"civilian", "family"}) and "combatant" not in classes and not armed


def only_armed_hurt(happening: Happening, scene: Scene) -> bool:
    """ "A shooting at a checkpoint, in which a soldier died": who was hurt is told, and nobody unarmed is."""
    row = happening.trigger.row
    hurt = _hurt(happening) if row.pos == "noun" and row.role == "open" else []
    return bool(hurt) and all(
        counted_class(word.lemma.lower()) == "combatant" or scene.classes.is_a(sentence, word, "police")
        for sentence, word in hurt
    )


def fired_on_people(happening: Happening, scene: Scene) -> bool:
    """ "Opened fire, killing seven people", "fired on everyone": who is hit is not told to be armed."""
    form = happening.trigger.row.form
    if "fire" not in form or form[0] not in ("open", "fire"):
        return False
    heads = target_heads(happening, scene)
    if any(scene.classes.is_a(happening.sentence, word, "anybody") for word in heads):
        return True
    if not happening.effects:
        return False
    armed = any(scene.classes.is_a(happening.sentence, word, kind) for word in heads for kind in ("armed", "police"))
    people = any(scene.classes.is_a(happening.sentence, word, "people") for word in heads)
    return people and not armed


def _manned(happening: Happening, place: Word) -> bool:
    """ "A police station", "the army hospital": no place of civilians."""
    return any(w.lemma.lower() in MANNING for w in clauses.compounds(happening.sentence, place))


def killed_by_nobody_named(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Gunmen attacked Solhan, killing 132": people killed by those of whom no side is told, and nobody armed fell."""
    told = happening.trigger.row.form[happening.trigger.row.head]
    if told not in ATTACKS or not report.initiator or any(party.id for party in report.initiator):
        return False
    hurt = _hurt(happening)
    killed = _tells_of_killed(happening)
    armed = any(scene.classes.is_a(s, word, kind) for s, word in hurt for kind in ("armed", "police"))
    heads = target_heads(happening, scene)
    manned = any(
        scene.classes.is_a(happening.sentence, word, kind) for word in heads for kind in ("armed", "police", "post")
    )
    return killed and not armed and not manned and any(scene.classes.is_a(s, word, "people") for s, word in hurt)


def killed_in_it(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Gunmen set the hall on fire, killing 52": who burns people kills them, whatever else burned."""
    hurt = _hurt(happening)
    armed = any(scene.classes.is_a(s, word, kind) for s, word in hurt for kind in ("armed", "police"))
    people = any(scene.classes.is_a(s, word, "people") for s, word in hurt)
    return bool(report.initiator) and _tells_of_killed(happening) and people and not armed


def _tells_of_killed(happening: Happening) -> bool:
    return any(measure == "killed" for m in happening.effects for _, measure in m.row.counts)


def _hurt(happening: Happening) -> list[tuple[Sentence, Word]]:
    """Those whom its consequences tell as killed or hurt, each with the sentence that tells of them."""
    return [
        (h.sentence, word)
        for h in (happening, *happening.later)
        for m in h.mentions
        if m.row.role == "effect" and m.row.type == "casualties"
        for slot in m.row.target
        for word in fill(h.sentence, m.word, slot)
    ]
