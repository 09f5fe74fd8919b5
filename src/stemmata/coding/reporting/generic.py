"""Tells what is said of acts of a kind, whoever does them and wherever: a habit, a rule, what is condemned at large."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.kinds_of_acts import is_of_a_kind, is_such
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

OFTEN: Final = frozenset({"often", "regularly", "routinely", "frequently", "usually", "sometimes", "always", "never"})
# Adverbs that may tell of one day too: "repeatedly hit the clinic on Monday".
AT_TIMES: Final = frozenset({"repeatedly", "commonly", "constantly", "periodically", "occasionally", "systematically"})
GOING_ON: Final = frozenset({"continue", "keep", "go"})
# Nouns by which a deed is referred to.
REFERRING: Final = frozenset(
    "victim survivor perpetrator investigation probe inquiry anniversary memory aftermath trial mourning remembrance"
    " tribute author witness commemoration outcry shock outrage".split()
)


def is_said_of_such(happening: Happening) -> bool:
    """ "Targeting civilians cannot be justified", "whenever it attacked": what is said of such acts, whoever does them
    and on whatever day."""
    sentence, word = happening.sentence, happening.trigger.word
    if any(_whenever(sentence, verb) for verb in (word, *(support.verb for support in happening.supports))):
        return True
    return happening.trigger.row.pos == "verb" and word.xpos == "VBG" and word.deprel == "csubj"


def _whenever(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb is the first behind "whenever"."""
    before = [w for w in sentence.words[: verb.index] if w.upos == "VERB" or w.text.lower() == "whenever"]
    return bool(before) and before[-1].text.lower() == "whenever"


def is_kind_of_act(report: Report, happening: Happening, scene: Scene) -> bool:
    """ "Attacks on hospitals are a crime": acts of a kind, of which no day is told, and nobody who did "such" acts."""
    if (report.when is not None and report.when.start is not None) or (report.initiator and not is_such(happening)):
        return False
    there = (place.head for place in happening.passage.places)
    if any(clauses.below(happening.sentence, head, happening.trigger.word) for head in there):
        return False  # "attacks on clinics in Taiz"; "attacks on clinics are rare in Yemen" are none
    return is_of_a_kind(happening, scene)


def is_habit(report: Report, happening: Happening) -> bool:
    """What is said to happen often: "forces often strike areas held by rebels", "still carries out attacks"."""
    sentence, word = happening.sentence, happening.trigger.word
    verbs = [word, *(s.verb for s in happening.supports)]
    now = any(support.verb.xpos in ("VBZ", "VBP") for support in happening.supports)
    now = now or any(_goes_on_to(sentence, support.verb) for support in happening.supports)
    if now and word.xpos == "NNS" and not sentence.child(word, "det", "nummod", "nmod:poss") and not report.when:
        return True
    if any(w.lemma.lower() == "basis" for verb in verbs for w in sentence.children(verb, "obl", "nmod")):
        return True  # "on a daily basis"
    often = OFTEN if report.when else OFTEN | AT_TIMES
    return any(adverb.lemma.lower() in often for verb in verbs for adverb in sentence.children(verb, "advmod"))


def _goes_on_to(sentence: Sentence, verb: Word) -> bool:
    """ "Continues to commit massacres" tells what somebody is like."""
    above = sentence.head(verb) if verb.deprel == "xcomp" else None
    return above is not None and above.lemma.lower() in GOING_ON and above.xpos in ("VBZ", "VBP")


def is_policy(report: Report, happening: Happening) -> bool:
    """ "The army does not target civilians", "called on all to stop attacks on hospitals": what holds at any time."""
    sentence, trigger = happening.sentence, happening.trigger
    if report.status.why.rule == "called-on-to-stop" and trigger.word.xpos == "VBG":
        return not report.when  # "called on both parties to stop targeting civilians"
    if report.status.why.rule == "called-on-to-stop":
        return not (report.initiator or report.when) and _is_any_of_many(sentence, trigger.word)
    now = any(w.text.lower() in ("do", "does") for w in sentence.children(trigger.word, "aux"))
    return report.status.value == "denied" and trigger.row.pos == "verb" and now


def _is_any_of_many(sentence: Sentence, noun: Word) -> bool:
    """ "Attacks", "all attacks": no definite ones."""
    plural = noun.upos == "NOUN" and noun.xpos == "NNS"
    return plural and not clauses.determined(sentence, noun, {"the", "these", "those", "its", "their"})


def only_refers(happening: Happening) -> bool:
    """ "A service for the victims of the massacre", "shock at the bombing": what everybody knows of already."""
    sentence, word = happening.sentence, happening.trigger.word
    above = sentence.head(word)
    if happening.trigger.row.pos != "noun" or above is None or not matches(word.deprel, ("nmod",)):
        return False
    return above.lemma.lower() in REFERRING and clauses.determined(sentence, word, {"the", "this", "that"})
