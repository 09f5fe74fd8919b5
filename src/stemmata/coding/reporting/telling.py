"""Tells what is worth a report from bare mentions, policy and history (codebook, sections 1 and 6)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.happenings import status
from stemmata.coding.happenings.aims import is_aim, is_demand, is_errand
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.on_the_way import (
    laid_hands_on,
    leads_up,
    meanwhile,
    only_came_for,
    runs_off,
    was_found,
)
from stemmata.coding.passages import Scene
from stemmata.coding.reporting import enough
from stemmata.coding.reporting.background import is_background
from stemmata.coding.retelling import one_place
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.coding.syntax.slots import fill
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Happenings before the document's day by more than this are history told as history (codebook, section 6).
HISTORY_YEARS: Final = 20
# From so many days on, what is told again with neither a count nor a place and a side is background. Set by judgement.
LONG_AGO: Final = 365
# From so many days on, that somebody began or launched something in a month or year is background. Set by judgement.
BEGAN: Final = 90
BEGINNING: Final = frozenset({"begin", "start", "launch", "open"})
GOING_ON: Final = frozenset({"continue", "keep", "go"})
# Types whose participle behind people says who they are: "a boy recruited by the group was killed".
OF_PEOPLE: Final = frozenset({"abduction", "arrest", "displacement", "group_change", "release", "return"})
# What undoes what befell people.
UNDONE: Final = {
    "abduction": frozenset({"release"}),
    "arrest": frozenset({"release"}),
    "displacement": frozenset({"return"}),
}
# A line in title case behind the text's own headline; figures set by judgement.
OWN_HEADLINES, LONG_WORD, LINK_WORDS, TITLE_CASE = 2, 4, 6, 0.75
REASONS: Final = frozenset({"response", "revenge", "retaliation", "reprisal", "reaction", "reply", "answer"})
# Verbs and adjectives whose "whether" leaves a thing open.
WEIGHED: Final = frozenset(
    {"determine", "know", "establish", "clear", "unclear", "decide", "verify", "say", "ask", "investigate"}
)
TELLING_OF: Final = frozenset({"speak", "talk", "hear", "learn", "news", "report", "word"})
# What a strike did to the things that a participle tells of: "shops damaged by a bomb".
DAMAGE: Final = frozenset({"destroy", "damage", "demolish", "flatten", "level", "gut", "wreck", "raze"})
OFTEN: Final = frozenset({"often", "regularly", "routinely", "frequently", "usually", "sometimes", "always"})


def worth_telling(report: Report, happening: Happening, claims: Sequence[Claim], scene: Scene) -> bool:
    """Leave out bare mentions, what the document itself says did not happen, and history."""
    over = claims_over(claims, happening.trigger.word.start, happening.trigger.word.end)
    if (
        status.negated(happening, over)
        or status.stopped(happening, scene)
        or (is_aim(happening, scene.codebook) and not _did_count(report))
    ):
        return False
    if report.when and report.when.end and scene.day and scene.day.year - report.when.end.year > HISTORY_YEARS:
        return False
    if is_background(report, happening, scene):
        return False
    if _is_of_old(happening) or _is_link(happening) or is_errand(happening):
        return False
    if _is_title(happening) and not (report.figures or report.when or report.initiator or report.target):
        return False
    if _is_asked(happening) or status.unclaimed(happening):
        return False
    if (_is_any(happening) or is_demand(happening, report)) and report.status.value != "denied":
        return False
    if report.status.value == "denied" and _is_said_of_it(happening):
        return False  # "this was no clash": what was told was another thing
    if report.status.value == "denied" and report.claimant and happening.trigger.row.role != "effect":
        return True  # "it had no part in that attack"
    placed = any(p.why.rule not in one_place.UNNAMED for p in report.places)
    grounds = placed if happening.trigger.row.role == "effect" else bool(report.places)
    if report.status.value in ("planned", "hypothetical") and not (grounds or report.figures or report.when):
        return False  # policy, threats into the air
    sides = bool(report.initiator) + bool(report.target)
    if (
        not report.figures
        and placed + sides < 2
        and _is_long_ago(report, scene)
        and not enough.still_holds(happening, report)
    ):
        return False
    if not report.figures and not (placed and sides) and (_told_aside(happening, scene) or _only_describes(happening)):
        return False  # "displaced by the fighting in X", "food for besieged Y"
    counted = any(figure.low != 1 or figure.high != 1 for figure in report.figures)
    if not counted and not (placed and sides) and (_is_reason(happening) or _is_since(happening)):
        return False
    if not report.figures and (_is_general(happening) or (sides < 2 and _began_before(happening, report, scene))):
        return False
    if _made_good(happening) or meanwhile(happening, report) or was_found(happening) or _drives_out(happening):
        return False
    if laid_hands_on(happening, report) or only_came_for(happening):
        return False
    if not report.figures and (_is_said_of_it(happening) or _is_feared(happening) or leads_up(happening, report)):
        return False
    if report.type == "withdrawal" and not (report.figures or placed or _leads_anywhere(happening)):
        return False  # "the attackers then retreated"
    if not report.figures and (_is_held_back(report, happening) or _is_epithet(happening) or runs_off(happening)):
        return False
    if not report.figures and not placed and _is_habit(report, happening):
        return False
    told = sides + bool(report.figures) + placed + enough.is_one_more(happening, report)
    if happening.trigger.row.role == "effect":
        return bool(report.figures) or told >= 2
    return told >= 1 or enough.hands_things(happening, report) or enough.tells_it(happening, report)


def _did_count(report: Report) -> bool:
    """ "Used force to drive out 300 people": so many were; but nobody is freed by those who came to free them."""
    return report.type != "release" and any(figure.unit == "people" for figure in report.figures)


def _is_link(happening: Happening) -> bool:
    """A headline inside a text is a link to another story: "Related Army Launches Offensive in Deir ez-Zor".

    Old wire copy is all in capitals, and no headline for that.
    """
    passage = happening.passage
    if passage.number < OWN_HEADLINES or passage.block.kind in ("headline", "heading"):
        return False
    words = [w.text for w in passage.sentence.words if w.text.isalpha() and len(w.text) >= LONG_WORD]
    return len(words) >= LINK_WORDS and sum(word.istitle() for word in words) >= TITLE_CASE * len(words)


def _is_of_old(happening: Happening) -> bool:
    """ "Besieged by the Ottomans in 1565": a year before any that a document is dated by."""
    sentence = happening.sentence
    years = (w for verb in happening.carriers for w in sentence.children(verb, "obl", "nmod") if w.upos == "NUM")
    return any(re.fullmatch(r"1[0-8]\d\d", year.text) and clauses.cases(sentence, year) & {"in"} for year in years)


def _is_long_ago(report: Report, scene: Scene) -> bool:
    """ "The group was formed in 2012", "protests that began in 2011", told years later; a day tells a story."""
    when = report.when
    if when is None or when.start is None or scene.day is None or when.start == when.end:
        return False
    last = when.end if when.end and when.end < scene.day else when.start
    return (scene.day - last).days > LONG_AGO


def _is_general(happening: Happening) -> bool:
    """ "Targeting civilians cannot be justified": what is said of such acts, whoever does them."""
    word = happening.trigger.word
    return happening.trigger.row.pos == "verb" and word.xpos == "VBG" and word.deprel == "csubj"


def _began_before(happening: Happening, report: Report, scene: Scene) -> bool:
    """ "It launched its air campaign in September", told months later: since when a side has been at war."""
    verbs = (happening.trigger.word, *(support.verb for support in happening.supports))
    if not any(verb.lemma.lower() in BEGINNING for verb in verbs) or scene.day is None:
        return False
    when = report.when
    if when is None or when.start is None or when.end is None or when.start == when.end:
        return False
    return (scene.day - when.end).days > BEGAN


def _made_good(happening: Happening) -> bool:
    """ "Hostages held by X were freed", "families who had left are going back": who they are that are freed or go back.

    A clause that tells where it was, or when and by whom, is a story of its own.
    """
    sentence, word = happening.sentence, happening.trigger.word
    people = sentence.head(word) if matches(word.deprel, ("acl",)) else None
    undone = UNDONE.get(happening.type)
    if people is None or undone is None:
        return False
    if any(clauses.below(sentence, place.head, word) for place in happening.passage.places):
        return False
    whole = matches(word.deprel, ("acl:relcl",)) or sentence.child(word, "obl:agent") is not None
    past = (sentence.words[time.first] for time in happening.passage.times if time.end is not None)
    if whole and any(clauses.below(sentence, first, word) for first in past):
        return False
    others = (m for m in happening.passage.mentions if m.row.type in undone and m not in happening.mentions)
    slots = ("subject", "object", "of", "described")
    return any(w.index == people.index for m in others for slot in slots for w in fill(sentence, m.word, slot))


def _drives_out(happening: Happening) -> bool:
    """ "The clashes displaced hundreds", "flee fighting": why people left, with nothing told of it."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or happening.mentions[1:] or sentence.child(word, "nmod"):
        return False
    leaving = {m.word.index for m in happening.passage.mentions if m.row.type == "displacement"}
    return word.head in leaving and matches(word.deprel, ("nsubj", "obj", "obl:agent"))


def _is_said_of_it(happening: Happening) -> bool:
    """ "It was the third offensive since May": what something told before is said to be."""
    sentence, word = happening.sentence, happening.trigger.word
    subjects = sentence.children(word, "nsubj") if sentence.child(word, "cop") else ()
    bare = word.upos == "NOUN" and not any("of" in clauses.cases(sentence, w) for w in sentence.children(word, "nmod"))
    return bare and any(w.text.lower() in ("it", "this", "that") for w in subjects)


def _is_feared(happening: Happening) -> bool:
    """ "Left for fear of being bombed": it need not come."""
    word = happening.trigger.word
    above = happening.sentence.head(word)
    if above is not None and above.lemma.lower() != "fear" and word.deprel == "obj" and above.deprel == "acl":
        above = happening.sentence.head(above)  # "fear of competing sieges", as trees have it
    return (
        above is not None
        and above.lemma.lower() == "fear"
        and matches(word.deprel, ("acl", "advcl", "xcomp", "nmod", "obj"))
    )


def _leads_anywhere(happening: Happening) -> bool:
    """ "Retreated into the desert valleys", "had vacated the town": where those went who left, or what they left."""
    sentence, word = happening.sentence, happening.trigger.word
    left = () if passives.passive(sentence, word) else arguments.objects(sentence, word)
    return any(w.upos in ("NOUN", "PROPN") for w in left) or any(
        clauses.cases(sentence, w) & {"from", "into", "to", "toward", "towards"} for w in sentence.children(word, "obl")
    )


def _is_held_back(report: Report, happening: Happening) -> bool:
    """ "Cut the road along which flour reached the town", "denied aid convoys access": relief kept out."""
    above = {w.index for w in happening.sentence.ancestors(happening.trigger.word)}
    return report.type == "aid" and any(
        m.row.type == "siege" and m.word.index in above for m in happening.passage.mentions
    )


def _is_epithet(happening: Happening) -> bool:
    """ "The killed militants", "wounded people": who they are."""
    trigger = happening.trigger
    return trigger.row.role == "effect" and trigger.row.pos == "verb" and trigger.word.deprel == "amod"


def _told_aside(happening: Happening, scene: Scene) -> bool:
    """Tell whether a noun only says when or why something else was: "after clashes in X", "two years of siege"."""
    sentence, word = happening.sentence, happening.trigger.word
    carried = any(not _is_scene(sentence, support.verb) for support in happening.supports)
    if happening.trigger.row.pos != "noun" or happening.mentions[1:] or carried or happening.later:
        return False
    governed = word if not matches(word.deprel, ("conj",)) else sentence.head(word) or word
    above = sentence.head(governed)
    if governed is not word and above is not None and any(m.word is above for m in _effects(happening)):
        return False  # "killed in air strikes and shelling": each is told, the count with the first
    if above is not None and scene.classes.is_a(sentence, above, "instance") and matches(governed.deprel, ("nmod",)):
        governed = above  # "cases of rape were recorded"
    aside = clauses.cases(sentence, governed) - {"under", "into", *happening.trigger.row.form}
    if not matches(governed.deprel, ("obl", "nmod")) or not aside:
        return False  # "living under siege", "drove into an ambush", "back in their hands" tell of it
    above = sentence.head(governed)
    if above is not None and aside <= {"of", "about"} and above.lemma.lower() in scene.codebook.tellers | TELLING_OF:
        return False  # "spoke of shooting", "boasts of the capture of Palma"
    return above is not None and above.upos != "NUM"


def _effects(happening: Happening) -> Iterator[Mention]:
    """The consequences that the passage tells."""
    return (m for m in happening.passage.mentions if m.row.role == "effect")


def _is_scene(sentence: Sentence, noun: Word) -> bool:
    """ "Harim, the site of an attack": what a place is known for, unless that is what the sentence says of it."""
    return noun.lemma.lower() in ("site", "scene") and noun.upos == "NOUN" and not sentence.child(noun, "cop")


def _is_reason(happening: Happening) -> bool:
    """ "Was a response to the arrest of a leader": why something else was done."""
    sentence, word = happening.sentence, happening.trigger.word
    above = sentence.head(word)
    if happening.trigger.row.pos != "noun" or above is None or above.lemma.lower() not in REASONS:
        return False
    return matches(word.deprel, ("nmod", "obl")) and bool(clauses.cases(sentence, word) & {"to", "for", "of"})


def _is_since(happening: Happening) -> bool:
    """ "Since the army launched its offensive": what dates something else."""
    sentence = happening.sentence
    verbs = (happening.trigger.word, *(support.verb for support in happening.supports))
    return any(v.deprel == "advcl" and "since" in {m.text.lower() for m in sentence.children(v, "mark")} for v in verbs)


def _only_describes(happening: Happening) -> bool:
    """A participle at a noun: "besieged Aleppo", "the bombed hospital", "a boy recruited by the group".

    "Those detained in Goma" are nobody else, and so are told of.
    """
    word = happening.trigger.word
    above = happening.sentence.head(word)
    if above is not None and above.text.lower() == "those":
        return False
    said_of = happening.type in OF_PEOPLE or word.lemma.lower() in DAMAGE
    describes = word.deprel == "amod" or (word.deprel == "acl" and word.xpos == "VBN" and said_of)
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
    """A question that somebody tries to answer: "determines whose planes carry out raids", "asked who shot them",
    "it is not clear whether"."""
    sentence = happening.sentence
    for word in (happening.trigger.word, *sentence.ancestors(happening.trigger.word)):
        children = sentence.children(word) if word.deprel in ("ccomp", "csubj", "advcl") else ()
        above = sentence.head(word)
        relative = above is not None and matches(above.deprel, ("acl",))  # "which the army said it had left"
        if word.deprel != "advcl" and not relative and any(_asks(sentence, child) for child in children):
            return True
        if above is not None and above.lemma.lower() in WEIGHED and any(c.text.lower() == "whether" for c in children):
            return True
    return False


def _is_any(happening: Happening) -> bool:
    """ "Reprisals for any strike": none that has happened."""
    sentence, word = happening.sentence, happening.trigger.word
    return happening.trigger.row.pos == "noun" and clauses.determined(sentence, word, {"any"})


def _asks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a phrase before its verb is or holds an interrogative; "in what were air strikes" says that they
    were."""
    if sentence.child(word, "acl:relcl") is not None:
        return False
    phrase = (word, *sentence.children(word, "det", "nmod:poss", "amod"))
    return matches(word.deprel, ("nsubj", "obj", "obl")) and any(w.xpos in ("WP", "WP$", "WDT") for w in phrase)


def _is_title(happening: Happening) -> bool:
    """A headline that only names what the text is about: "Siege of Tal Karam"."""
    above = happening.passage.block.kind in ("headline", "heading")
    return above and happening.trigger.row.pos == "noun" and happening.trigger.word.deprel == "root"
