"""Relief that does not reach a place is cut off from it: "no aid has entered the town since May" (section 2)."""

from dataclasses import replace
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import arguments
from stemmata.coding.syntax.negation import negation
from stemmata.language.trees import Sentence, Word
from stemmata.records import Report, Status, Trigger, Why

RULE: Final = "relief-kept-out"
NONE: Final = frozenset({"no", "not", "hardly", "scarcely"})


def as_siege(report: Report, happening: Happening) -> Report:
    """Aid that a sentence says came to no one at a place, as what it is there: a place whose aid is cut."""
    row = happening.trigger.row
    told_so = any(need.slot == "negated" for group in row.needs for need in group)  # "no truck has made it to the town"
    kept = told_so or (report.type == "aid" and _reaches_nobody(happening.sentence, happening.trigger.word))
    if not kept or not report.places:
        return report
    why = Why(RULE, report.trigger.why.entry)
    status = Status("ongoing", report.status.span, why)
    return replace(report, type="siege", status=status, figures=(), trigger=Trigger(report.trigger.span, why))


def is_kept_out(report: Report) -> bool:
    """Tell whether a report is of relief that was kept out, whose negation denies nothing."""
    return report.trigger.why.rule == RULE


def _reaches_nobody(sentence: Sentence, trigger: Word) -> bool:
    """ "Has not reached", "was not able to enter", "no food has been let in", "received no aid"."""
    above = sentence.head(trigger)
    verbs = [w for w in (trigger, above) if w is not None and w.upos == "VERB"]
    bearing = [trigger, *([above] if above is not None and trigger.deprel == "xcomp" else [])]
    if any(negation(sentence, word) is not None for word in bearing):
        return True
    things = [w for verb in verbs for w in (*arguments.subjects(sentence, verb), *arguments.objects(sentence, verb))]
    told = (*things, trigger)
    return any(w.text.lower() in NONE for noun in told for w in sentence.children(noun, "det", "advmod", "amod"))
