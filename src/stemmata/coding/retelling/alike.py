"""Whether two reports of a document tell of one happening in one voice."""

import re
from datetime import date
from typing import Final, NamedTuple

from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.chronicles import of_two_days
from stemmata.coding.retelling.counts import counts_clash, only_few, shared_counts, shares_toll
from stemmata.coding.retelling.one_voice import called_by_name, described, two_voices, unnamed
from stemmata.coding.retelling.those_in_it import (
    by_the_same,
    by_themselves,
    doers,
    no_party_shared,
    of_two_things,
    other_sides,
)
from stemmata.coding.retelling.times_apart import apart_in_time, dates_back, within_time
from stemmata.records import Report, Where

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
# What "the attack" may be of, by whom each passage tells to be hit.
ATTACKS: Final = frozenset({"clash", "attack_on_civilians"})
# Families of what falls or goes off.
FROM_AFAR: Final = frozenset({"strikes", "bombs"})
# Types of what is done to somebody or something: passages that name other targets, and no count in common, tell of two.
OF_ONE_TARGET: Final = frozenset(
    "property_destruction weapons_found arrest abduction release shelling air_strike attack_on_civilians bombing aid"
    " siege".split()
)
# Types of which each place is a report of its own.
OF_ONE_PLACE: Final = frozenset({"territory_gain", "withdrawal"})
# How many characters behind a passage "the attack" still means what it told: a sentence may stand between.
# Set by judgement.
JUST_TOLD: Final = 200
# Characters within which a text begins to tell what it is about. Set by judgement.
LEAD: Final = 400
# Characters on both sides of a trigger that two passages must share to be one sentence told twice. Set by judgement.
REPEATED: Final = 30


class Known(NamedTuple):
    """What the words of reports say of their telling what was told, as offsets of their triggers."""

    mentions: frozenset[int]
    """ "The attack", see `mentions`."""
    deeds: frozenset[int]
    """ "They shot everybody", see `going_over`."""
    struck: frozenset[int]
    """ "The building was hit"."""
    days: dict[int, date]
    """The day that a chronicle told last, see `chronicles`."""


def same(a: Report, b: Report, families: dict[str, str], known: Known) -> bool:
    """Tell whether two reports of one document tell of the same happening in the same voice."""
    if a.type == b.type and a.type in OF_ONE_PLACE and a.trigger.span == b.trigger.span:
        return all(one_place.told_within(place, a) for place in b.places)  # "captured two towns, X and Y"
    at = b.trigger.span.start
    one_kind = a.type == b.type or {a.type, b.type} == ATTACKS
    takes_up = at in known.mentions and one_kind and _is_just_told(a, b) and not dates_back(a, b)
    if goes_over(a, b, families, known):
        return True
    if not _same_status(a, b) or not (takes_up or _same_type(a, b, families)):
        return False
    if apart_in_time(a.when, b.when) or other_sides(doers(a), doers(b)):
        return False
    part = takes_up and one_place.narrower(b.places, a.places)  # "the blast hit the old quarter"
    if one_place.apart(a, b) and not part and not shares_toll(a, b):
        return False
    if of_two_days(a, b, known.days):
        return False
    if _word_for_word(a, b):
        return True
    if _says_who(a, b):
        return False
    shared = shared_counts(a.figures, b.figures)
    nameless = unnamed(a.claimant) or unnamed(b.claimant)  # "a monitor" of the lead is named in the next sentence
    goes_on = _at_once(a, b) and not b.figures and a.status.value == b.status.value == "happened"
    if two_voices(a.claimant, b.claimant) and not (nameless and (shared or goes_on)) and not _is_named_below(a, b):
        return takes_up and _tells_no_version(a, b)
    few = shared and only_few(a.figures, b.figures) and (counts_clash(a.figures, b.figures) or of_two_things(a, b))
    if shared and not few:
        return True
    told_at_once = _at_once(a, b) and by_the_same(a, b) and one_place.shared(a.places, b.places, country=False)
    if takes_up and (told_at_once or not counts_clash(a.figures, b.figures)) and not is_one_more(b):
        return True
    others = not shared and at not in known.struck and no_party_shared(a.target, b.target)
    if a.type == b.type and a.type in OF_ONE_TARGET and others:
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
    if _attributes(a, b):
        return True
    wide = [place for place in a.places if place.level != "country"]
    return at in known.mentions and one_place.narrower(b.places, wide)


def _says_who(a: Report, b: Report) -> bool:
    """ "A bomb killed nine. The army blamed the militia for it.": who did what the document itself tells, on the word
    of one who tells no more of it."""
    blamed = any(claimant.why.rule == "reported-thing" for claimant in b.claimant) and bool(b.initiator)
    blamed = blamed or (b.trigger.why.rule == "type-of-antecedent" and bool(b.claimant) and by_themselves(b))
    return blamed and bool(a.figures) and not (a.claimant or b.figures or by_the_same(a, b))


def _attributes(a: Report, b: Report) -> bool:
    """ "Rebels fired several rockets at the city. The police said they fired several rockets at two quarters of it.": a
    lead, told again with the same words for the count by one who knows."""
    lead = _at_once(a, b) and not a.claimant and bool(b.claimant)
    return lead and bool({f.span.quote for f in a.figures} & {f.span.quote for f in b.figures})


def _is_named_below(a: Report, b: Report) -> bool:
    """ "A rescuer said" in the lead, and in the next sentence his name, with more of the same at the same place."""
    named = a.evidence.start < LEAD and described(a.claimant) and called_by_name(b.claimant)
    there = a.type == b.type and one_place.shared(a.places, b.places, country=False)
    return named and there and _is_just_told(a, b) and not counts_clash(a.figures, b.figures)


def goes_over(a: Report, b: Report, families: dict[str, str], known: Known) -> bool:
    """Tell whether a passage only goes over what was just told: "they shot everybody", "the building was hit by two
    bombs"."""
    at = b.trigger.span.start
    if at not in known.deeds and at not in known.struck:
        return False
    struck = {families[a.type], families[b.type]} <= FROM_AFAR
    fought = b.type == "clash" and families[a.type] in VIOLENT - {"property"}
    if a.type in OF_ONE_PLACE or not (a.type == b.type or fought or struck) or not _is_just_told(a, b):
        return False
    if not {a.status.value, b.status.value} <= {"happened", "ongoing"} or counts_clash(a.figures, b.figures):
        return False
    if apart_in_time(a.when, b.when) or other_sides(doers(a), doers(b)) or one_place.apart(a, b):
        return False
    return not two_voices(a.claimant, b.claimant) or unnamed(b.claimant)


def is_vague(report: Report) -> bool:
    return report.type in LESS_SPECIFIC or report.trigger.why.rule in INFERRED


def _tells_no_version(a: Report, b: Report) -> bool:
    """ "The army said it knew of the attack": nothing counted, nobody blamed, no one else told to be hit."""
    return not b.figures and not b.initiator and not no_party_shared(a.target, b.target)


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
    return no_party_shared(a.target, b.target) or (taken and no_party_shared(a.initiator, b.initiator))


# "A second car bomb exploded", "another strike hit": not the one told before.
_ONE_MORE: Final = re.compile(
    r"\b(?:another|a (?:second|third|fourth|separate|further))(?:\s+[\w-]+){0,3}\s*$", re.IGNORECASE
)
# "They also attacked Marl"; a blast that "also wounded" nine is none more.
_ALSO: Final = re.compile(r"\balso\s*$", re.IGNORECASE)


def is_one_more(report: Report) -> bool:
    """Tell whether a report tells of one more happening of its kind."""
    before = _before_trigger(report)
    elsewhere = any(place.why.rule not in one_place.TAKEN_UP for place in report.places)
    return _ONE_MORE.search(before) is not None or (elsewhere and _ALSO.search(before) is not None)


def _before_trigger(report: Report) -> str:
    return report.evidence.quote[: max(0, report.trigger.span.start - report.evidence.start)]


def _adds_nothing(thin: Report, full: Report) -> bool:
    """Tell whether a passage only mentions what another tells: no count, side, day or place of its own.

    The country of the other's places is none of its own, and neither is the same day again.
    """
    if thin.figures or not within_time(thin.when, full.when):
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
