"""Whether two reports of a document tell of one happening in one voice."""

import re
from collections.abc import Sequence
from typing import Final

from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.counts import counts_clash, numbers, only_few, shared_counts, shares_toll
from stemmata.coding.retelling.one_voice import two_voices, unnamed
from stemmata.records import Party, Report, When, Where

# Types that a later passage may replace: "an attack" in the headline is "a rocket attack" in the lead.
LESS_SPECIFIC: Final = frozenset({"casualties", "clash", "attack_on_civilians", "property_destruction"})
# Rules that settle a type by what stands near: a passage that names its means may replace it.
INFERRED: Final = frozenset(
    {
        "type-told-near",
        "type-of-antecedent",
        "strike-from-abroad",
        "strike-at-home",
        "strike-by-nobody-named",
        "bombs-of-a-state",
    }
)
# How many characters behind a passage the next sentence begins.
AT_ONCE: Final = 3
# Types that last once they have begun.
LASTING: Final = frozenset({"siege", "agreement"})
VIOLENT: Final = frozenset({"fighting", "strikes", "bombs", "civilians", "property"})
# Types of what is done to somebody or something: passages that name other targets, and no count in common, tell of two.
OF_ONE_TARGET: Final = frozenset(
    "property_destruction weapons_found arrest abduction release shelling air_strike attack_on_civilians bombing aid"
    " siege".split()
)
# Types of which each place is a report of its own.
OF_ONE_PLACE: Final = frozenset({"territory_gain", "withdrawal"})
PRONOUNS: Final = frozenset({"him", "her", "it", "them", "he", "she", "they"})
# How many characters behind a passage "the attack" still means what it told: a sentence may stand between.
# Set by judgement.
JUST_TOLD: Final = 200
# Characters on both sides of a trigger that two passages must share to be one sentence told twice. Set by judgement.
REPEATED: Final = 30
# Days that a day and the night before it span, and those of a week.
A_DAY, A_WEEK = 1, 7


def same(a: Report, b: Report, families: dict[str, str], mentions: frozenset[int]) -> bool:
    """Tell whether two reports of one document tell of the same happening in the same voice."""
    takes_up = b.trigger.span.start in mentions and a.type == b.type and _is_just_told(a, b)
    if not _same_status(a, b) or not _same_type(a, b, families):
        return False
    if apart_in_time(a.when, b.when) or other_sides(doers(a), doers(b)):
        return False
    part = takes_up and one_place.narrower(b.places, a.places)  # "the blast hit the old quarter"
    if one_place.apart(a, b) and not part and not shares_toll(a, b):
        return False
    if _word_for_word(a, b):
        return True
    shared = shared_counts(a.figures, b.figures)
    described = unnamed(a.claimant) or unnamed(b.claimant)  # "a monitor" of the lead is named in the next sentence
    goes_on = _at_once(a, b) and not b.figures and a.status.value == b.status.value == "happened"
    if two_voices(a.claimant, b.claimant) and not (described and (shared or goes_on)):
        return takes_up and _tells_no_version(a, b)
    if shared and not (only_few(a.figures, b.figures) and counts_clash(a.figures, b.figures)):
        return a.type == b.type or not _of_two_people(a, b)
    if takes_up and not counts_clash(a.figures, b.figures) and not is_one_more(b):
        return True
    if a.type == b.type and a.type in OF_ONE_TARGET and not shared and _no_party_shared(a.target, b.target):
        return False
    if _in_one_sentence(a, b):
        return False
    if is_one_more(b) and not is_one_more(a):
        return False
    if a.type != b.type or counts_clash(a.figures, b.figures):
        return False
    violent = families[a.type] in VIOLENT  # of two strikes in a country nothing tells that they are one
    account = families[a.type] == "civilians" and _is_an_account(b, a)
    there = _places_of_its_own(b) if account else b.places
    if one_place.shared(a.places, there, country=not violent) or _adds_nothing(a, b) or _adds_nothing(b, a):
        return True
    wide = [place for place in a.places if place.level != "country"]
    return b.trigger.span.start in mentions and one_place.narrower(b.places, wide)


def is_vague(report: Report) -> bool:
    return report.type in LESS_SPECIFIC or report.trigger.why.rule in INFERRED


def doers(report: Report) -> list[Party]:
    """Those who did it, less a state that only leads them: "US-led strikes" are the coalition's."""
    quote, start = report.evidence.quote, report.evidence.start
    return [p for p in report.initiator if not quote[max(0, p.span.end - start) :].startswith(("-led", "-backed"))]


def _tells_no_version(a: Report, b: Report) -> bool:
    """ "The army said it knew of the attack": nothing counted, nobody blamed, no one else told to be hit."""
    return not b.figures and not b.initiator and not _no_party_shared(a.target, b.target)


def _same_status(a: Report, b: Report) -> bool:
    """A state is told once as begun and once as going on: "laid siege to X, turning back lorries of grain"."""
    values = {a.status.value, b.status.value}
    return len(values) == 1 or (a.type == b.type in LASTING and values == {"happened", "ongoing"})


def _same_type(a: Report, b: Report, families: dict[str, str]) -> bool:
    """Tell whether two types may be one happening's: the same, or a vague and a specific one with the same count."""
    if a.type == b.type:
        return True
    shared = shared_counts(a.figures, b.figures)
    if {a.type, b.type} == {"bombing", "suicide_bombing"}:
        return shared > 0 or one_place.shared(a.places, b.places)  # only some tell that the bomber died
    vague = is_vague(a) or is_vague(b)
    return {families[a.type], families[b.type]} <= VIOLENT and shared > (0 if vague else 1)


def apart_in_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None:
        return False
    if over_before(a, b) or over_before(b, a):
        return True
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    lengths = [(end - start).days for start, end in ((a.start, a.end), (b.start, b.end))]
    return min(lengths) <= A_DAY and max(lengths) > A_WEEK  # the raids of months, and that of Monday


def over_before(a: When, b: When) -> bool:
    """Whether one was over before the other began, however long the one had gone on: "by 2 October", "on 3 May"."""
    return a.end is not None and b.start is not None and a.end < b.start


def other_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    known_a, known_b = {p.id for p in a if p.id}, {p.id for p in b if p.id}
    return bool(known_a and known_b) and not known_a & known_b


def _word_for_word(a: Report, b: Report) -> bool:
    """Whether a lead repeats what the title has just told, in the same words around the trigger."""
    if a.trigger.span.start == b.trigger.span.start or _quotes(a) != _quotes(b):
        return False
    one, other = (_around_trigger(report) for report in (a, b))
    return one == other and len(one) >= 2 * REPEATED


def _quotes(report: Report) -> set[str]:
    """The places of a report in the text's words."""
    return {place.span.quote.casefold() for place in report.places}


def _around_trigger(report: Report) -> str:
    start = report.trigger.span.start - report.evidence.start
    end = report.trigger.span.end - report.evidence.start
    return report.evidence.quote[max(0, start - REPEATED) : end + REPEATED].casefold()


def _places_of_its_own(report: Report) -> list[Where]:
    """The places of a report but those of the scene told before, in which more than one such thing may be done."""
    return [place for place in report.places if place.why.rule != "place-told-before"]


def _is_an_account(report: Report, before: Report) -> bool:
    """ "The Commission counted 40 dead. ... A woman said that they slit his throat.": what one witness tells is no toll
    of the document's."""
    return bool(report.claimant) and unnamed(report.claimant) and not before.claimant


def _in_one_sentence(a: Report, b: Report) -> bool:
    """What one sentence tells as done to two, or a town taken by two, is two: "burned down two clinics and looted a
    compound", "the army retook it a day after rebels had seized it"."""
    if a.type in ("riot", "protest") or a.evidence.start != b.evidence.start:
        return False
    taken = a.type == b.type == "territory_gain"
    return _no_party_shared(a.target, b.target) or (taken and _no_party_shared(a.initiator, b.initiator))


def _no_party_shared(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two passages tell of parties, and of none in common."""
    told_a, told_b = ({q for p in side if (q := p.span.quote.casefold()) not in PRONOUNS} for side in (a, b))
    return bool(told_a and told_b) and not told_a & told_b


def _of_two_people(a: Report, b: Report) -> bool:
    """Whether all that two passages share is that one person was hurt, and each tells of another."""
    alone = all(number == 1 for _, number in numbers(a.figures) & numbers(b.figures))
    return alone and _no_party_shared(a.target, b.target)


# "A second car bomb exploded", "another strike hit", "they also attacked": not the one told before.
_ONE_MORE: Final = re.compile(
    r"\b(?:(?:another|a (?:second|third|fourth|separate|further))(?:\s+[\w-]+){0,3}|also)\s*$", re.IGNORECASE
)


def is_one_more(report: Report) -> bool:
    """Tell whether a report tells of one more happening of its kind."""
    before = report.evidence.quote[: max(0, report.trigger.span.start - report.evidence.start)]
    return _ONE_MORE.search(before) is not None


def _adds_nothing(thin: Report, full: Report) -> bool:
    """Tell whether a passage only mentions what another tells: no count, side, day or place of its own.

    The country of the other's places is none of its own, and neither is the same day again.
    """
    if thin.figures or not _within_time(thin.when, full.when):
        return False
    own = [p for p in thin.places if p.why.rule not in one_place.UNNAMED]
    at_once = _at_once(full, thin)
    if at_once and thin.type not in OF_ONE_PLACE and one_place.narrower(own, full.places, known=True):
        return True
    if thin.claimant and (not at_once or thin.type in OF_ONE_PLACE):
        return False
    countries = {p.country for p in full.places}
    named = {p.span.quote.casefold() for p in full.places}
    return all(
        p.span.quote.casefold() in named
        or (p.level == "country" and p.country in countries)
        or one_place.same_name([p], full.places)
        or one_place.told_within(p, full)
        for p in own
    )


def _at_once(a: Report, b: Report) -> bool:
    """Tell whether the passage of one report is the next sentence after that of another."""
    return 0 <= b.evidence.start - a.evidence.end <= AT_ONCE


def _is_just_told(a: Report, b: Report) -> bool:
    """Tell whether a report was told in the sentence before that of another, or the one before it."""
    last = last_told(a, b)
    return last >= 0 and b.evidence.start - last <= JUST_TOLD


def last_told(a: Report, b: Report) -> int:
    """Where the last passage ends that tells of a report before another, as an offset; -1 where none does."""
    return max((span.end for span in (a.evidence, *a.also) if span.start < b.evidence.start), default=-1)


def _within_time(thin: When | None, full: When | None) -> bool:
    if thin is None or thin.start is None:
        return True
    return full is not None and (thin.start, thin.end) == (full.start, full.end)
