"""What tells enough for a report though it names neither a party nor a place nor a count."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import arguments
from stemmata.language.trees import matches
from stemmata.records import Report

GOING_ON: Final = frozenset({"continue", "resume", "rage", "go", "persist", "intensify", "erupt", "break", "flare"})
FURTHER: Final = frozenset({"second", "third", "fourth", "another"})


def hands_things(happening: Happening, report: Report) -> bool:
    """ "Weapons were also recovered", "food and generators were brought in": the things are told, if nobody else is."""
    verb = happening.trigger.word
    finite = happening.trigger.row.pos == "verb" and matches(verb.deprel, ("root", "conj", "parataxis", "acl:relcl"))
    done = report.type in ("weapons_found", "aid") and report.status.value == "happened"
    return done and finite and any(w.upos in ("NOUN", "PROPN") for w in arguments.objects(happening.sentence, verb))


def tells_it(happening: Happening, report: Report) -> bool:
    """ "Reinforcements have been dispatched", "retaken by evening, the ministry says", "clashes were reported"."""
    relation = happening.trigger.word.deprel
    if happening.trigger.row.pos == "noun" and _goes_on(happening) and report.when is not None and report.places:
        return report.when.start is not None
    if report.type == "clash" and happening.trigger.row.pos == "noun":
        return relation == "nsubj:pass" and report.status.value == "happened"
    done = report.type in ("deployment", "territory_gain") and report.status.value == "happened"
    return done and not matches(relation, ("amod", "acl", "nmod", "obl"))


def _goes_on(happening: Happening) -> bool:
    """ "On Tuesday the clashes continued", where the day before's were."""
    above = happening.sentence.head(happening.trigger.word)
    going = above is not None and above.lemma.lower() in GOING_ON
    return going and matches(happening.trigger.word.deprel, ("nsubj",))


def still_holds(happening: Happening, report: Report) -> bool:
    """ "The town has been under siege since 2012": what a sentence says still holds is no background."""
    return report.type == "siege" and report.status.value == "ongoing" and happening.trigger.word.deprel == "root"


def is_one_more(happening: Happening, report: Report) -> bool:
    """ "A second car bomb exploded minutes later": another one at the place told before."""
    sentence, word = happening.sentence, happening.trigger.word
    further = (w for noun in arguments.subjects(sentence, word) for w in sentence.children(noun, "amod", "det"))
    return bool(report.places) and any(w.lemma.lower() in FURTHER for w in further)
