"""Settles the type of a report by who did it to whom, where the trigger leaves it open (codebook, section 5)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.happenings.aims import attempts
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.roles import in_role, target_heads
from stemmata.coding.passages import Scene
from stemmata.coding.reporting import unarmed
from stemmata.coding.reporting.attacks import kind_of_attack, state_of
from stemmata.coding.reporting.means_near import means_told_before, told_near
from stemmata.coding.syntax import clauses
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.records import Party, Report, Trigger, Why

# What fighters are told to have been killed in.
OPERATIONS: Final = frozenset(
    {"operation", "raid", "encounter", "action", "campaign", "sweep", "swoop", "chase", "ibo"}
)
# Whose officials bear arms.
UNDER_ARMS: Final = unarmed.MANNING | {"intelligence", "defence", "defense", "prison"}
# What people who have no aircraft bomb: no towns.
HIT_BY_HAND: Final = ("lifeline", "building", "civil_place", "vehicle", "property", "people")
# Verbs of bombs that lie.
LAID: Final = frozenset("plant lay set trigger explode detonate go hide defuse attach".split())


def settle(report: Report, happening: Happening, others: Sequence[Happening], scene: Scene) -> Report:
    """The report with its type settled; `others` are the document's happenings."""
    kind, rule = report.type, None
    trigger_form = happening.trigger.row.form
    if report.type == "territory_gain" and attempts(happening, scene.codebook):
        kind, rule = "clash", "attempt-to-take"
    elif report.type == "territory_gain" and not report.places and trigger_form[1:2] == ("to",):
        kind, rule = "clash", "driven-back"  # "forced the rebels to retreat"
    elif (near := told_near(report, happening, others, scene)) is not None:
        kind, rule = near, "type-told-near"
    elif report.type == "casualties" and report.initiator and happening.trigger.row.role == "effect":
        kind, rule = _killing(report, happening, scene)
    elif report.type == "casualties" and (means := means_told_before(happening, others, scene)) is not None:
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
    elif (
        report.type == "attack_on_civilians"
        and happening.trigger.row.role == "open"
        and unarmed.only_armed_hurt(happening, scene)
    ):
        kind, rule = "clash", "armed-killed-by-side"
    elif report.type == "clash" and happening.trigger.row.role == "open":
        kind, rule = kind_of_attack(report, happening, scene)
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


def _bombs_of_a_state(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Killed by regime bombs", "the army's bombing of Douma": a state's bombs fall, if nothing says they lay.

    "A wave of bombings" goes off in towns.
    """
    named = (happening.why.entry or "").rsplit(" ", 1)[-1]
    above = happening.sentence.head(happening.trigger.word)
    wave = above is not None and above.lemma.lower() in ("wave", "spate", "string")
    laid = wave or happening.trigger.word.lemma.lower() in LAID
    return named in ("bomb", "bombing") and not laid and state_of(report, scene) is not None


def _bombed_by_hand(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Separatists bombed a railway line", "three men accused of bombing a bus": who has no aircraft lays bombs."""
    trigger = happening.trigger
    if trigger.row.form != ("bomb",) or happening.why.rule != "type-of-trigger" or state_of(report, scene) is not None:
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
    heads = target_heads(happening, scene)
    classes = {counted_class(word.lemma.lower()) for word in heads}
    known = {p.id for p in parties if p.id} - {"civilians", "protesters"}
    return "combatant" in classes or (bool(known) and not _of_the_state(parties, happening, scene))


def _of_the_state(parties: tuple[Party, ...], happening: Happening, scene: Scene) -> bool:
    """ "Gunmen killed three prosecutors": who serves a state without arms fell in no fight."""
    heads = target_heads(happening, scene)
    if not heads or any(counted_class(word.lemma.lower()) != "official" for word in heads):
        return False
    of_force = (w.lemma.lower() for word in heads for w in happening.sentence.children(word, "amod", "compound"))
    return UNDER_ARMS.isdisjoint(of_force) and all(p.id is None or p.id.startswith("government-of-") for p in parties)
