"""Tells what is worth a report from bare mentions, policy and history (codebook, sections 1 and 6)."""

from collections.abc import Sequence
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
from stemmata.coding.reporting.asides import (
    done_by_it,
    drives_out,
    is_dug_out,
    is_held_back,
    is_reason,
    is_struck,
    told_aside,
)
from stemmata.coding.reporting.background import is_background
from stemmata.coding.reporting.epithets import is_epithet, is_held_ground, made_good, only_describes
from stemmata.coding.reporting.generic import is_habit, is_kind_of_act, is_policy, is_said_of_such, only_refers
from stemmata.coding.reporting.kept_out import is_kept_out
from stemmata.coding.reporting.long_past import began_before, is_long_ago, is_of_old, is_since, was_before
from stemmata.coding.reporting.no_happening import (
    is_any,
    is_asked,
    is_barred,
    is_feared,
    is_meaning,
    is_name_alone,
    is_said_of_it,
    is_tag,
)
from stemmata.coding.retelling import one_place
from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.records import Report

# Happenings before the document's day by more than this are history told as history (codebook, section 6).
HISTORY_YEARS: Final = 20
# A line in title case behind the text's own headline; figures set by judgement.
OWN_HEADLINES, LONG_WORD, LINK_WORDS, TITLE_CASE = 2, 4, 6, 0.75


def worth_telling(report: Report, happening: Happening, claims: Sequence[Claim], scene: Scene) -> bool:
    """Leave out bare mentions, what the document itself says did not happen, and history."""
    over = claims_over(claims, happening.trigger.word.start, happening.trigger.word.end)
    if (
        (status.negated(happening, over) and not is_kept_out(report))
        or status.stopped(happening, scene)
        or (is_aim(happening, scene.codebook) and not _did_count(report))
    ):
        return False
    if report.when and report.when.end and scene.day and scene.day.year - report.when.end.year > HISTORY_YEARS:
        return False
    if is_background(report, happening, scene):
        return False
    if is_of_old(happening) or _is_link(happening) or is_errand(happening):
        return False
    if _is_title(happening) and not (report.figures or report.when or report.initiator or report.target):
        return False
    if is_asked(happening) or is_meaning(happening) or is_barred(happening, report) or status.unclaimed(happening):
        return False
    if (is_any(happening) or is_demand(happening, report)) and report.status.value != "denied":
        return False
    if report.status.value == "denied" and is_said_of_it(happening):
        return False  # "this was no clash": what was told was another thing
    if not report.figures and not report.places and is_policy(report, happening):
        return False
    if report.status.value == "denied" and report.claimant and happening.trigger.row.role != "effect":
        return True  # "it had no part in that attack"
    placed = any(p.why.rule not in one_place.UNNAMED for p in report.places)
    own = happening.trigger.row.role == "effect" or report.type == "arrest"  # "promised to catch the killers"
    grounds = placed if own else bool(report.places)
    if report.status.value in ("planned", "hypothetical") and not (grounds or report.figures or report.when):
        return False  # policy, threats into the air
    sides = bool(report.initiator) + bool(report.target)
    if (
        not report.figures
        and placed + sides < 2
        and is_long_ago(report, scene)
        and not enough.still_holds(happening, report)
    ):
        return False
    if not report.figures and not (placed and sides) and (told_aside(happening, scene) or only_describes(happening)):
        return False  # "displaced by the fighting in X", "food for besieged Y"
    counted = any(figure.low != 1 or figure.high != 1 for figure in report.figures)
    if not counted and not (placed and sides) and (is_reason(happening) or is_since(happening)):
        return False
    if not report.figures and (is_said_of_such(happening) or (sides < 2 and began_before(happening, report, scene))):
        return False
    if made_good(happening) or meanwhile(happening, report) or was_found(happening) or drives_out(happening):
        return False
    if laid_hands_on(happening, report) or only_came_for(happening):
        return False
    if not report.figures and (is_said_of_it(happening) or is_feared(happening) or leads_up(happening, report)):
        return False
    if report.type == "withdrawal" and not (report.figures or placed or _leads_anywhere(happening)):
        return False  # "the attackers then retreated"
    if not report.figures and (is_held_back(report, happening) or is_epithet(happening) or runs_off(happening)):
        return False
    if not report.figures and (done_by_it(report, happening, scene) or is_dug_out(report, happening, scene)):
        return False
    if not report.figures and (is_held_ground(happening) or is_tag(happening) or is_name_alone(happening)):
        return False
    if is_struck(report, happening, scene):
        return False
    if not (report.figures or placed or report.when) and was_before(happening):
        return False
    if not report.figures and is_kind_of_act(report, happening, scene):
        return False
    if not report.figures and not placed and (only_refers(happening) or is_habit(report, happening)):
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


def _leads_anywhere(happening: Happening) -> bool:
    """ "Retreated into the desert valleys", "had vacated the town": where those went who left, or what they left."""
    sentence, word = happening.sentence, happening.trigger.word
    left = () if passives.passive(sentence, word) else arguments.objects(sentence, word)
    if any(w.upos in ("NOUN", "PROPN") or w.text.lower() == "it" for w in left):
        return True
    ways = [(clauses.cases(sentence, w), w) for w in sentence.children(word, "obl")]
    named = any("of" in cases and w.upos == "PROPN" for cases, w in ways)  # "pulled out of Kidal"
    return named or any(cases & {"from", "into", "to", "toward", "towards"} for cases, _ in ways)


def _is_title(happening: Happening) -> bool:
    """A headline that only names what the text is about: "Siege of Tal Karam"."""
    above = happening.passage.block.kind in ("headline", "heading")
    return above and happening.trigger.row.pos == "noun" and happening.trigger.word.deprel == "root"
