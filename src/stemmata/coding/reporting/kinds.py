"""Settles the type of a report by who did it to whom, where the trigger leaves it open (codebook, section 5)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.actors import Actor
from stemmata.coding.happenings.aims import attempts
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.roles import in_role, target_heads
from stemmata.coding.passages import Scene
from stemmata.coding.reporting import means_near, unarmed
from stemmata.coding.syntax import clauses, passives
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.records import Party, Report, Trigger, Why

# What fighters are told to have been killed in.
OPERATIONS: Final = frozenset(
    {"operation", "raid", "encounter", "action", "campaign", "sweep", "swoop", "chase", "ibo"}
)
# What goes on for long: civilians who die in it die of many things.
CAMPAIGNS: Final = frozenset({"offensive", "operation", "campaign", "onslaught", "war", "conflict"})
# Verbs of bombs that lie.
LAID: Final = frozenset({"plant", "lay", "explode", "detonate", "go", "hide", "defuse", "attach"})
# What people who have no aircraft bomb: no towns.
HIT_BY_HAND: Final = ("lifeline", "building", "civil_place", "vehicle", "property", "people")
ARMY: Final = frozenset({"army", "troops", "soldiers"})
FLYING: Final = ("air force", "airforce", "aviation")
STRIKES: Final = frozenset({"strike", "hit", "target", "raid", "pound", "bombard", "bombardment", "attack"})


def settle(report: Report, happening: Happening, others: Sequence[Happening], scene: Scene) -> Report:
    """The report with its type settled; `others` are the document's happenings."""
    kind, rule = report.type, None
    if report.type == "territory_gain" and attempts(happening, scene.codebook):
        kind, rule = "clash", "attempt-to-take"
    elif (near := means_near.told_near(report, happening, others, scene)) is not None:
        kind, rule = near, "type-told-near"
    elif report.type == "casualties" and report.initiator and happening.trigger.row.role == "effect":
        kind, rule = _killing(report, happening, scene)
    elif report.type == "casualties" and (means := means_near.told_before(happening, others, scene)) is not None:
        kind, rule = means, "type-by-means-told-before"
    elif report.type == "casualties" and _in_operation(report, happening, scene):
        kind, rule = "clash", "armed-killed-by-side"
    elif report.type == "bombing" and (_bombs_of_a_state(report, happening, scene) or _beside_shelling(happening)):
        kind, rule = "air_strike", "bombs-of-a-state"
    elif report.type == "air_strike" and _bombed_by_hand(report, happening, scene):
        kind, rule = "bombing", "bombed-by-hand"
    elif report.type == "property_destruction" and _posts_of_the_armed(report, happening, scene):
        kind, rule = "clash", "posts-destroyed-by-side"
    elif report.type == "property_destruction" and unarmed.killed_in_it(report, happening, scene):
        kind, rule = "attack_on_civilians", "killed-in-the-burning"
    elif report.type == "clash" and happening.trigger.row.role == "open":
        kind, rule = _attack(report, happening, scene)
    if rule is None or kind == report.type:
        return report
    return replace(report, type=kind, trigger=Trigger(report.trigger.span, Why(rule, report.trigger.why.entry)))


def _killing(report: Report, happening: Happening, scene: Scene) -> tuple[str, str | None]:
    """Somebody killed people and no means is told: armed people killed fell in a fight, others in an attack."""
    if _armed(report.target, happening, scene) and not _captive(happening, scene):
        return "clash", "armed-killed-by-side"
    return "attack_on_civilians", "people-killed-by-side"


def _posts_of_the_armed(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "The army destroyed hideouts of the rebels": what fighters fight from, destroyed by the other side."""
    armed = any(party.id not in (None, "civilians") or "army" in party.span.quote.lower() for party in report.initiator)
    sentence = happening.sentence
    return armed and any(
        scene.classes.is_a(sentence, word, "hideout")
        and any(scene.classes.is_a(sentence, owner, "armed") for owner in fill(sentence, word, "of"))
        for word in target_heads(happening, scene)
    )


def _in_operation(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Eleven rebels were killed in an operation": fighters fall where an operation is told of."""
    verb = happening.trigger.word
    during = clauses.phrases_after(happening.sentence, verb, frozenset({"in", "during"}))
    return any(w.lemma.lower() in OPERATIONS for w in during) and _armed(report.target, happening, scene)


def _attack(report: Report, happening: Happening, scene: Scene) -> tuple[str, str | None]:
    """ "Strike" or "attack" with no means told."""
    lemma = means_near.said(happening)
    on_foot = lemma == "raid" and (happening.trigger.row.pos == "verb" or _of_people(happening))
    striking = lemma in STRIKES and lemma != "attack" and not on_foot
    state = _state(report, scene)
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
            ("casualties", "toll-of-a-campaign")
            if unarmed.civilian(report.target, happening, scene)
            else (report.type, None)
        )
    if (
        unarmed.civilian(report.target, happening, scene)
        or unarmed.killed_at_home(happening, scene)
        or unarmed.only_unarmed_hurt(happening, scene)
        or unarmed.fired_on_people(happening, scene)
        or unarmed.killed_by_nobody_named(report, happening, scene)
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


def _state(report: Report, scene: Scene) -> Actor | None:
    """The first state, coalition or mission among those who did it."""
    known = scene.registry.actors
    actors = [known[p.id] for p in report.initiator if p.id is not None and p.id in known]
    return next((actor for actor in actors if actor.kind in ("government", "external")), None)


def _bombs_of_a_state(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Killed by regime bombs", "the army's bombing of Douma": a state's bombs fall, if nothing says they lay.

    "A wave of bombings" goes off in towns.
    """
    named = (happening.why.entry or "").rsplit(" ", 1)[-1]
    above = happening.sentence.head(happening.trigger.word)
    wave = above is not None and above.lemma.lower() in ("wave", "spate", "string")
    laid = wave or happening.trigger.word.lemma.lower() in LAID
    return named in ("bomb", "bombing") and not laid and _state(report, scene) is not None


def _bombed_by_hand(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Separatists bombed a railway line", "three men accused of bombing a bus": who has no aircraft lays bombs."""
    trigger = happening.trigger
    if trigger.row.form != ("bomb",) or happening.why.rule != "type-of-trigger" or _state(report, scene) is not None:
        return False
    heads = [word for word, _ in in_role(happening, "initiator", scene)]
    by_hand = all(counted_class(w.lemma.lower()) in ("combatant", "person", "civilian") for w in heads)
    hit = any(scene.classes.is_a(happening.sentence, w, k) for w in target_heads(happening, scene) for k in HIT_BY_HAND)
    return bool(heads) and by_hand and hit


def _beside_shelling(happening: Happening) -> bool:
    """ "Bombing and shelling", "the bombing and raids": what goes on beside them comes from the air."""
    sentence, word = happening.sentence, happening.trigger.word
    if word.text.lower() != "bombing" or happening.trigger.row.pos != "noun":
        return False
    above = sentence.head(word) if word.deprel == "conj" else None
    listed = (*sentence.children(word, "conj"), *((above,) if above else ()))
    return any(w.text.lower() in ("shelling", "raids", "airstrikes", "bombardment") for w in listed)


def _captive(happening: Happening, scene: Scene) -> bool:
    """ "Rebels killed 25 prisoners of war": no fight, though they were soldiers."""
    return any(
        scene.classes.is_a(happening.sentence, word, kind)
        for word in target_heads(happening, scene)
        for kind in ("helpless", "prisoner_of_war")
    )


def _armed(parties: tuple[Party, ...], happening: Happening, scene: Scene) -> bool:
    classes = {counted_class(word.lemma.lower()) for word in target_heads(happening, scene)}
    known = {p.id for p in parties if p.id} - {"civilians", "protesters"}
    return "combatant" in classes or bool(known)
