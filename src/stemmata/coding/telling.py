"""Tells what is worth a report from bare mentions, policy and history (codebook, sections 1 and 6)."""

from collections.abc import Sequence

from stemmata.coding import clauses, status
from stemmata.coding.aims import is_aim
from stemmata.coding.claims import Claim, claims_over
from stemmata.coding.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Happenings before the document's day by more than this are history told as history (codebook, section 6).
HISTORY_YEARS = 20
# From so many days on, what is told again with neither a count nor a place and a side is background. Set by judgement.
LONG_AGO = 365
GOING_ON = frozenset({"continue", "keep", "go"})
# Types whose participle behind people says who they are: "a boy recruited by the group was killed".
OF_PEOPLE = frozenset({"abduction", "arrest", "displacement", "group_change", "release", "return"})
OFTEN = frozenset({"often", "regularly", "routinely", "frequently", "usually", "sometimes", "always"})


def worth_telling(report: Report, happening: Happening, claims: Sequence[Claim], scene: Scene) -> bool:
    """Leave out bare mentions, what the document itself says did not happen, and history."""
    over = claims_over(claims, happening.trigger.word.start, happening.trigger.word.end)
    if (
        status.negated(happening, over)
        or status.stopped(happening, scene)
        or (is_aim(happening, scene.codebook) and not any(f.unit == "people" for f in report.figures))
    ):
        return False
    if report.when and report.when.end and scene.day and scene.day.year - report.when.end.year > HISTORY_YEARS:
        return False
    if _is_title(happening) and not (report.figures or report.when or report.initiator or report.target):
        return False
    if _is_asked(happening) or status.unclaimed(happening):
        return False
    if _is_any(happening) and report.status.value != "denied":
        return False
    if report.status.value in ("planned", "hypothetical") and not (report.places or report.figures or report.when):
        return False  # policy, threats into the air
    if report.status.value == "denied" and report.claimant and happening.trigger.row.role != "effect":
        return True  # "it had no part in that attack"
    placed = any(p.why.rule != "place-told-before" for p in report.places)
    sides = bool(report.initiator) + bool(report.target)
    if not report.figures and placed + sides < 2 and _is_long_ago(report, scene):
        return False
    if not report.figures and not (placed and sides) and (_told_aside(happening) or _only_describes(happening)):
        return False  # "displaced by the fighting in X", "food for besieged Y"
    if not report.figures and not placed and _is_habit(report, happening):
        return False
    told = sides + bool(report.figures) + placed
    if happening.trigger.row.role == "effect":
        return bool(report.figures) or told >= 2
    return told >= 1


def _is_long_ago(report: Report, scene: Scene) -> bool:
    """ "The group was formed in 2012", "protests that began in 2011", told years later; a day tells a story."""
    when = report.when
    if when is None or when.start is None or scene.day is None or when.start == when.end:
        return False
    last = when.end if when.end and when.end < scene.day else when.start
    return (scene.day - last).days > LONG_AGO


def _told_aside(happening: Happening) -> bool:
    """Tell whether a noun only says when or why something else was: "after clashes in X", "two years of siege"."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or happening.mentions[1:] or happening.supports or happening.later:
        return False
    governed = word if not matches(word.deprel, ("conj",)) else sentence.head(word) or word
    aside = clauses.cases(sentence, governed) - {"under", *happening.trigger.row.form}
    if not matches(governed.deprel, ("obl", "nmod")) or not aside:
        return False  # "living under siege", "pulled out under fire", "back in their hands" tell of it
    above = sentence.head(governed)
    return above is not None and above.upos != "NUM"


def _only_describes(happening: Happening) -> bool:
    """A participle at a noun: "besieged Aleppo", "the bombed hospital", "a boy recruited by the group"."""
    word = happening.trigger.word
    describes = word.deprel == "amod" or (word.deprel == "acl" and word.xpos == "VBN" and happening.type in OF_PEOPLE)
    return happening.trigger.row.pos == "verb" and describes


def _is_habit(report: Report, happening: Happening) -> bool:
    """What is said to happen often: "forces often strike areas held by rebels", "still carries out attacks"."""
    sentence, word = happening.sentence, happening.trigger.word
    verbs = [word, *(s.verb for s in happening.supports)]
    now = any(support.verb.xpos in ("VBZ", "VBP") for support in happening.supports)
    now = now or any(_goes_on_to(sentence, support.verb) for support in happening.supports)
    if now and word.xpos == "NNS" and not sentence.child(word, "det", "nummod", "nmod:poss") and not report.when:
        return True
    return any(adverb.lemma.lower() in OFTEN for verb in verbs for adverb in sentence.children(verb, "advmod"))


def _goes_on_to(sentence: Sentence, verb: Word) -> bool:
    """ "Continues to commit massacres" tells what somebody is like."""
    above = sentence.head(verb) if verb.deprel == "xcomp" else None
    return above is not None and above.lemma.lower() in GOING_ON and above.xpos in ("VBZ", "VBP")


def _is_asked(happening: Happening) -> bool:
    """A question that somebody tries to answer: "determines whose planes carry out raids", "asked who shot them"."""
    sentence = happening.sentence
    for word in (happening.trigger.word, *sentence.ancestors(happening.trigger.word)):
        if word.deprel in ("ccomp", "csubj") and any(_asks(sentence, child) for child in sentence.children(word)):
            return True
    return False


def _is_any(happening: Happening) -> bool:
    """ "Reprisals for any strike": none that has happened."""
    sentence, word = happening.sentence, happening.trigger.word
    return happening.trigger.row.pos == "noun" and any(d.text.lower() == "any" for d in sentence.children(word, "det"))


def _asks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a phrase before its verb is or holds an interrogative."""
    phrase = (word, *sentence.children(word, "det", "nmod:poss", "amod"))
    return matches(word.deprel, ("nsubj", "obj", "obl")) and any(w.xpos in ("WP", "WP$", "WDT") for w in phrase)


def _is_title(happening: Happening) -> bool:
    """A headline that only names what the text is about: "Siege of Tal Karam"."""
    above = happening.passage.block.kind in ("headline", "heading")
    return above and happening.trigger.row.pos == "noun" and happening.trigger.word.deprel == "root"
