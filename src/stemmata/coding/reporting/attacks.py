"""Tells what an "attack" or a "strike" was that no means is told of: by who did it, and to whom."""

from typing import Final

from stemmata.actors import Actor
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.roles import target_heads
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses, passives
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word
from stemmata.records import Party, Report

# What goes on for long: civilians who die in it die of many things.
CAMPAIGNS: Final = frozenset({"offensive", "operation", "campaign", "onslaught", "war", "conflict"})
# Whose stations and posts are no places of civilians.
MANNING: Final = frozenset({"police", "army", "military", "security", "gendarmerie", "border"})
ARMY: Final = frozenset({"army", "troops", "soldiers"})
FLYING: Final = ("air force", "airforce", "aviation")
STRIKES: Final = frozenset({"strike", "hit", "target", "raid", "pound", "bombard", "bombardment", "attack"})


def kind_of_attack(report: Report, happening: Happening, scene: Scene) -> tuple[str, str | None]:
    """ "Strike" or "attack" with no means told."""
    lemma = happening.trigger.word.lemma.lower()
    on_foot = lemma == "raid" and (happening.trigger.row.pos == "verb" or _of_people(happening))
    striking = lemma in STRIKES and lemma != "attack" and not on_foot
    state = state_of(report, scene)
    if striking and any(word in party.span.quote.lower() for party in report.initiator for word in FLYING):
        return "air_strike", "strike-by-air-force"
    if striking and state is not None:
        country = next((w.country for w in report.places if w.country), scene.country)
        # A coalition or mission is listed under the countries where it fights; no country is its home.
        abroad = state.kind == "external" or (country is not None and country not in state.countries)
        return ("air_strike", "strike-from-abroad") if abroad else ("shelling", "strike-at-home")
    if lemma == "strike" and happening.trigger.row.pos == "noun" and not any(p.id for p in report.initiator):
        return "air_strike", "strike-by-nobody-named"
    if striking and any(ARMY & set(party.span.quote.lower().split()) for party in report.initiator):
        return "shelling", "strike-at-home"  # "army men", whose army nobody tells
    if lemma in ("hit", "strike") and not report.initiator and _at_buildings(happening, scene):
        return "shelling", "strike-on-buildings"
    if lemma in CAMPAIGNS and happening.trigger.row.pos == "noun" and happening.effects:
        return (
            ("casualties", "toll-of-a-campaign") if _civilian(report.target, happening, scene) else (report.type, None)
        )
    if (
        _civilian(report.target, happening, scene)
        or _killed_at_home(happening, scene)
        or _only_unarmed_hurt(happening, scene)
        or _fired_on_people(happening, scene)
    ):
        return "attack_on_civilians", "attack-on-unarmed"
    return report.type, None


def _at_buildings(happening: Happening, scene: Scene) -> bool:
    """ "The bridge was hit again": something that nobody storms, struck by nobody named."""
    sentence = happening.sentence
    struck = target_heads(happening, scene) if passives.passive(sentence, happening.trigger.word) else ()
    return any(
        counted_class(w.lemma.lower()) == "building" or scene.classes.is_a(sentence, w, "lifeline") for w in struck
    )


def _of_people(happening: Happening) -> bool:
    """ "A raid by soldiers": those who raid are told as people, and not as a state or its coalition."""
    sentence, noun = happening.sentence, happening.trigger.word
    doers = (w for slot in ("by", "compound", "possessive") for w in fill(sentence, noun, slot))
    return any(counted_class(w.lemma.lower()) == "combatant" for w in doers)


def _killed_at_home(happening: Happening, scene: Scene) -> bool:
    """ "Raiders attacked the village, killing 20 people": those killed where people live, and no fighter is told of."""
    sentence = happening.sentence
    heads = target_heads(happening, scene)
    counts = (count for m in happening.mentions[1:] if m.row.role == "effect" for count in m.row.counts)
    killed = any(measure == "killed" for _, measure in counts)
    armed = any(scene.classes.is_a(sentence, word, "armed") for word in heads)
    homes = any(scene.classes.is_a(sentence, word, kind) for word in heads for kind in ("home", "civil_place"))
    return killed and homes and not armed


def _those_hurt(happening: Happening) -> list[tuple[Sentence, Word]]:
    return [
        (h.sentence, word)
        for h in (happening, *happening.later)
        for m in h.mentions
        if m.row.role == "effect" and m.row.type == "casualties"
        for slot in m.row.target
        for word in fill(h.sentence, m.word, slot)
    ]


def _only_unarmed_hurt(happening: Happening, scene: Scene) -> bool:
    """ "Attacked the site; 37 people, 20 of them children, died": who was hurt is told, and nobody armed is."""
    hurt = _those_hurt(happening)
    classes = {counted_class(word.lemma.lower()) for _, word in hurt}
    armed = any(scene.classes.is_a(sentence, word, kind) for sentence, word in hurt for kind in ("armed", "police"))
    return bool(classes & {"civilian", "family"}) and "combatant" not in classes and not armed


def only_armed_hurt(happening: Happening, scene: Scene) -> bool:
    """ "A shooting at a checkpoint, in which a soldier died": who was hurt is told, and nobody unarmed is."""
    row = happening.trigger.row
    hurt = _those_hurt(happening) if row.pos == "noun" and row.role == "open" else []
    return bool(hurt) and all(
        counted_class(word.lemma.lower()) == "combatant" or scene.classes.is_a(sentence, word, "police")
        for sentence, word in hurt
    )


def _manned(happening: Happening, place: Word) -> bool:
    """ "A police station", "the army hospital": no place of civilians."""
    return any(w.lemma.lower() in MANNING for w in clauses.compounds(happening.sentence, place))


def _fired_on_people(happening: Happening, scene: Scene) -> bool:
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


def state_of(report: Report, scene: Scene) -> Actor | None:
    """The first state, coalition or mission among those who did it."""
    known = scene.registry.actors
    actors = [known[p.id] for p in report.initiator if p.id is not None and p.id in known]
    return next((actor for actor in actors if actor.kind in ("government", "external")), None)


def _civilian(parties: tuple[Party, ...], happening: Happening, scene: Scene) -> bool:
    heads = target_heads(happening, scene)
    classes = {counted_class(word.lemma.lower()) for word in heads}
    if "combatant" in classes or any(scene.classes.is_a(happening.sentence, word, "police") for word in heads):
        return False  # "fired on a police station, killing two officers"
    places = any(
        scene.classes.is_a(happening.sentence, word, "civil_place") and not _manned(happening, word) for word in heads
    )
    return any(p.id == "civilians" for p in parties) or (
        (bool(classes & {"civilian", "family", "official"}) or places) and "combatant" not in classes
    )
