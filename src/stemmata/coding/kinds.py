"""Settles the type of a report by who did it to whom, where the trigger leaves it open (codebook, section 5)."""

from dataclasses import replace

from stemmata.coding.figures import counted_class
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.roles import target_heads
from stemmata.records import Party, Report, Trigger, Why

STRIKES = frozenset({"strike", "hit", "target", "raid", "pound", "bombard", "bombardment", "attack"})


def settle(report: Report, happening: Happening, scene: Scene) -> Report:
    """The report with its type settled."""
    kind, rule = report.type, None
    if report.type == "casualties" and report.initiator:
        kind, rule = _killing(report, happening)
    elif report.type == "clash" and happening.trigger.row.role == "open":
        kind, rule = _attack(report, happening, scene)
    if rule is None or kind == report.type:
        return report
    return replace(report, type=kind, trigger=Trigger(report.trigger.span, Why(rule, report.trigger.why.entry)))


def _killing(report: Report, happening: Happening) -> tuple[str, str | None]:
    """Somebody killed people and no means is told: armed people killed fell in a fight, others in an attack."""
    if _armed(report.target, happening):
        return "clash", "armed-killed-by-side"
    return "attack_on_civilians", "people-killed-by-side"


def _attack(report: Report, happening: Happening, scene: Scene) -> tuple[str, str | None]:
    """ "Strike" or "attack" with no means told."""
    lemma = happening.trigger.word.lemma.lower()
    striking = lemma in STRIKES and lemma != "attack"
    actors = [scene.registry.actors[p.id] for p in report.initiator if p.id in scene.registry.actors]
    state = next((actor for actor in actors if actor.kind in ("government", "external")), None)
    if striking and state is not None:
        country = next((w.country for w in report.places if w.country), scene.countries[0] if scene.countries else None)
        abroad = country is not None and country not in state.countries
        return ("air_strike", "strike-from-abroad") if abroad else ("shelling", "strike-at-home")
    if _civilian(report.target, happening):
        return "attack_on_civilians", "attack-on-unarmed"
    return report.type, None


def _armed(parties: tuple[Party, ...], happening: Happening) -> bool:
    classes = {counted_class(word.lemma.lower()) for word in target_heads(happening)}
    known = {p.id for p in parties if p.id} - {"civilians", "protesters"}
    return "combatant" in classes or bool(known)


def _civilian(parties: tuple[Party, ...], happening: Happening) -> bool:
    classes = {counted_class(word.lemma.lower()) for word in target_heads(happening)}
    return any(p.id == "civilians" for p in parties) or (bool(classes & {"civilian", "family"}) and "combatant" not in classes)
