"""Tells what an "attack" or a "strike" was that no means is told of: by who did it, and to whom."""

from typing import Final

from stemmata.actors import Actor
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.parties.roles import target_heads
from stemmata.coding.passages import Scene
from stemmata.coding.reporting import unarmed
from stemmata.coding.reporting.means_near import said
from stemmata.coding.syntax import clauses, passives
from stemmata.coding.syntax.slots import fill
from stemmata.figures import counted_class
from stemmata.language.trees import matches
from stemmata.records import Report

# What goes on for long: civilians who die in it die of many things.
CAMPAIGNS: Final = frozenset({"offensive", "operation", "campaign", "onslaught", "war", "conflict"})
ARMY: Final = frozenset({"army", "troops", "soldiers"})
FLYING: Final = ("air force", "airforce", "aviation")
DAYS: Final = frozenset({"day", "week", "month"})
ENTERING: Final = frozenset({"enter", "begin", "complete", "reach"})
STRIKES: Final = frozenset({"strike", "hit", "target", "raid", "pound", "bombard", "bombardment", "attack"})


def kind_of_attack(report: Report, happening: Happening, scene: Scene) -> tuple[str, str | None]:
    """ "Strike" or "attack" with no means told."""
    lemma = said(happening)
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
    if lemma == "strike" and happening.trigger.row.pos == "noun" and _goes_on_for_days(happening):
        return "protest", "strike-of-days"
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


def _goes_on_for_days(happening: Happening) -> bool:
    """ "Day 18 of the strike", "the strike entered its third day": one that is counted in days stops work."""
    sentence, noun = happening.sentence, happening.trigger.word
    above = sentence.head(noun)
    if above is None or noun.xpos != "NN" or sentence.child(noun, "compound", "amod"):
        return False
    if matches(noun.deprel, ("nmod",)) and "of" in clauses.cases(sentence, noun):
        return above.lemma.lower() in DAYS and bool(sentence.children(above, "nummod", "amod", "flat", "nmod:unmarked"))
    begun = matches(noun.deprel, ("nsubj",)) and above.lemma.lower() in ENTERING
    return begun and any(w.lemma.lower() in DAYS for w in sentence.children(above, "obj", "obl:unmarked"))


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
    doers = [w for slot in ("by", "compound", "possessive") for w in fill(sentence, noun, slot)]
    killings = (m.word for m in happening.effects if m.row.pos == "verb" and m.word.index == noun.head)
    doers += [w for verb in killings for w in fill(sentence, verb, "subject")]  # "soldiers killed 12 people in a raid"
    return any(counted_class(w.lemma.lower()) == "combatant" for w in doers)


def state_of(report: Report, scene: Scene) -> Actor | None:
    """The first state, coalition or mission among those who did it."""
    known = scene.registry.actors
    actors = [known[p.id] for p in report.initiator if p.id is not None and p.id in known]
    return next((actor for actor in actors if actor.kind in ("government", "external")), None)
