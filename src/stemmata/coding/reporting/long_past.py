"""Tells what is told only as past: of another age, or so long ago that it dates or explains what is new."""

import re
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.retelling.one_place import UNNAMED
from stemmata.coding.syntax import clauses
from stemmata.records import Report

# From so many days on, what is told again with neither a count nor a place and a side is background. Set by judgement.
LONG_AGO: Final = 365
# From so many days on, that somebody began or launched something in a month or year is background. Set by judgement.
BEGAN: Final = 90
BEGINNING: Final = frozenset({"begin", "start", "launch", "open"})


def is_of_old(happening: Happening) -> bool:
    """ "Besieged by the Ottomans in 1565": a year before any that a document is dated by."""
    sentence = happening.sentence
    years = (w for verb in happening.carriers for w in sentence.children(verb, "obl", "nmod") if w.upos == "NUM")
    return any(re.fullmatch(r"1[0-8]\d\d", year.text) and clauses.cases(sentence, year) & {"in"} for year in years)


def is_long_ago(report: Report, scene: Scene) -> bool:
    """ "The group was formed in 2012", "protests that began in 2011", told years later; a day tells a story."""
    when = report.when
    if when is None or when.start is None or scene.day is None or when.start == when.end:
        return False
    if report.type == "siege" and report.status.value == "ongoing":
        return False  # "has been under siege for two years": it is now
    last = when.end if when.end and when.end < scene.day else when.start
    return (scene.day - last).days > LONG_AGO


def began_before(happening: Happening, report: Report, scene: Scene) -> bool:
    """ "It launched its air campaign in September", told months later: since when a side has been at war."""
    verbs = (happening.trigger.word, *(support.verb for support in happening.supports))
    there = any(place.level != "country" and place.why.rule not in UNNAMED for place in report.places)
    if there and (report.initiator or report.target):
        return False  # "launched an operation to take Raqqa in November": a place and who went for it
    if not any(verb.lemma.lower() in BEGINNING for verb in verbs) or scene.day is None:
        return False
    when = report.when
    if when is None or when.start is None or when.end is None or when.start == when.end:
        return False
    return (scene.day - when.end).days > BEGAN


def is_since(happening: Happening) -> bool:
    """ "Since the army launched its offensive": what dates something else."""
    sentence = happening.sentence
    verbs = (happening.trigger.word, *(support.verb for support in happening.supports))
    return any(v.deprel == "advcl" and "since" in {m.text.lower() for m in sentence.children(v, "mark")} for v in verbs)


def was_before(happening: Happening) -> bool:
    """ "Was accused of gassing civilians before", "has struck there previously": at some time or other."""
    sentence, word = happening.sentence, happening.trigger.word
    return happening.trigger.row.pos == "verb" and any(
        adverb.text.lower() in ("before", "previously") and not sentence.children(adverb)
        for adverb in sentence.children(word, "advmod")
    )
