"""Who did it, where the sentence that tells of it leaves it open and one near by tells.

"Shells hit the market, killing nine. ... Rebels had fired them, the army said." Only a happening of the same type, at
no other time, in no other place and told in no other voice, lends its doer; where those near by name several, it stays
open. What another sentence tells of the same place is another time or another's version, and stays open too.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.parties.going_on import BARE, described_as, goes_on
from stemmata.coding.passages import Scene
from stemmata.coding.retelling.one_place import UNNAMED
from stemmata.coding.retelling.times_apart import over_before
from stemmata.figures import counted_class
from stemmata.records import Claimant, Party, Report, When, Why

# How many sentences before and after a happening its doer may be told. Set by judgement.
BACK, ON = 4, 2
# Types in which a force acts for the law, one after the other, and how many sentences apart.
OF_THE_LAW: Final = frozenset({"arrest", "weapons_found", "release"})
ON_DUTY: Final = 1
# How many sentences behind the deed of the only doer told of a next one is taken for his. Set by judgement.
JUST_BEFORE: Final = 3
# Families of types in which somebody does it to somebody.
VIOLENT: Final = frozenset({"strikes", "bombs", "civilians", "fighting"})
# Types that a document mostly tells of one side; where another does it too, it says so.
STRUCK: Final = frozenset({"air_strike", "shelling", "clash", "bombing", "chemical_attack"})
# Who does no violence unless the words say so.
UNARMED: Final = frozenset({"civilians", "protesters"})
# Types of those families that are nobody's deed of violence.
OTHERS: Final = frozenset(
    {"weapons_found", "withdrawal", "surrender", "deployment", "casualties", "territory_gain", "siege"}
)


def lend(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, those without a doer with the one that is told near by."""
    starts = [passage.sentence.start for passage in scene.passages]
    sentence = [bisect_right(starts, report.trigger.span.start) for report in reports]
    lent = []
    for n, report in enumerate(reports):
        if (other := _doer(n, reports, sentence, scene)) is not None:
            told = [replace(p, why=Why("initiator-told-near", p.why.entry)) for p in other.initiator]
            report = replace(report, initiator=tuple(told))
        lent.append(report)
    return lent


def _doer(n: int, reports: Sequence[Report], sentence: Sequence[int], scene: Scene) -> Report | None:
    """The report near by that names who did it."""
    report = reports[n]
    if (other := _of_those_described(n, reports, sentence, scene)) is not None:
        return other
    if report.initiator:
        return None
    if scene.codebook.types[report.type].family in VIOLENT and report.type not in OTHERS:
        near = [
            other
            for m, other in enumerate(reports)
            if -BACK <= sentence[m] - sentence[n] <= ON
            and other.initiator
            and _may_be_one(report, other)
            and (sentence[m] == sentence[n] or (_in_one_voice(report, other) and not (_names(report) & _names(other))))
        ]
        if len({_who(other) for other in near}) == 1:
            return near[-1]
        if (before := _gone_on(n, reports, sentence, scene)) is not None:
            return before
    if report.type in STRUCK:
        return _only_doer(n, reports, sentence)
    return _on_duty(n, reports, sentence) if report.type in OF_THE_LAW else None


def _of_those_described(n: int, reports: Sequence[Report], sentence: Sequence[int], scene: Scene) -> Report | None:
    """ "Ten died in terrorist attacks. ... Terrorist groups shelled the city": the nearest deed of those told so."""
    report = reports[n]
    if any(party.span.quote.lower() not in BARE for party in report.initiator):
        return None
    words = described_as(scene.passages[sentence[n] - 1].sentence, report.trigger.span)
    if not words:
        return None
    alike = (m for m, other in enumerate(reports) if m != n and _is_alike(report, other))
    near = [m for m in alike if abs(sentence[m] - sentence[n]) <= BACK and _told_as(reports[m], words)]
    there = [m for m in near if _places(reports[m]) & _places(report)]
    return reports[min(there or near, key=lambda m: (abs(sentence[m] - sentence[n]), -m))] if near else None


def _is_alike(report: Report, other: Report) -> bool:
    return report.type == other.type or {report.type, other.type} <= STRUCK


def _told_as(report: Report, words: frozenset[str]) -> bool:
    quotes = [party.span.quote.lower().split() for party in report.initiator]
    return any(len(q) > 1 or q[0] not in BARE for q in quotes) and any(
        word.removesuffix("s") in words for q in quotes for word in q
    )


def _gone_on(n: int, reports: Sequence[Report], sentence: Sequence[int], scene: Scene) -> Report | None:
    """ "Rebels fired rockets at the city. Two other rockets fell in the suburbs.": the one who did it before."""
    report = reports[n]
    if not goes_on(scene.passages[sentence[n] - 1].sentence, report.trigger.span):
        return None
    for m in range(n - 1, -1, -1):
        other = reports[m]
        if sentence[n] - sentence[m] > BACK:
            return None
        if other.type == report.type and other.initiator:
            alike = report.status.value == other.status.value and _in_one_voice(report, other)
            return other if alike and all(map(is_armed, other.initiator)) else None
    return None


def _only_doer(n: int, reports: Sequence[Report], sentence: Sequence[int]) -> Report | None:
    """The report whose doer is the only one that a document tells of for a type.

    A sentence that blames somebody for one thing blames him for no other, and the blame of one voice is not another's.
    """
    report = reports[n]
    told = [
        m
        for m, other in enumerate(reports)
        if other.type == report.type and other.initiator and all(map(is_armed, other.initiator))
    ]
    if len({_who(reports[m]) for m in told}) != 1:
        return None
    others = [m for m in told if sentence[m] != sentence[n]]
    for m in others:
        apart = apart_in_time(report.when, reports[m].when)
        just_before = 0 < sentence[n] - sentence[m] <= JUST_BEFORE and not apart
        if _may_be_its_doer(report, reports[m], just_before=just_before):
            return reports[m]
    return None


def _may_be_its_doer(report: Report, other: Report, *, just_before: bool) -> bool:
    """Whether both happened alike, in one voice, and in one place, or one of them in an untold one: who shells one town
    need not shell the next, unless the text goes on from one to the other. Where both name the place, each tells a
    version or a time of its own."""
    mine, theirs = _places(report), _places(other)
    around = {p.country for p in other.places} >= {p.country for p in report.places}
    within = around and all(
        p.level == "country" for p in other.places
    )  # "208 strikes in Syria. Near X, one strike ..."
    there = just_before or not mine or not theirs or bool(mine & theirs) or within
    anew = bool(_names(report) & _names(other))
    return there and not anew and report.status.value == other.status.value and _in_one_voice(report, other)


def _places(report: Report) -> set[str]:
    return {place.name or place.span.quote for place in report.places}


def _in_one_voice(report: Report, other: Report) -> bool:
    """Whether the document itself blames somebody, or whoever tells of the report."""
    voices = {_name(c) for c in report.claimant}
    return not other.claimant or bool(voices & {_name(c) for c in other.claimant})


def _name(claimant: Claimant) -> str:
    return claimant.id or (claimant.stands_for or claimant.span).quote.casefold()


def _on_duty(n: int, reports: Sequence[Report], sentence: Sequence[int]) -> Report | None:
    """ "Police arrested three men. Two rifles were seized.": the one who acted for the law just before."""
    for m in range(n - 1, -1, -1):
        if sentence[n] - sentence[m] > ON_DUTY:
            return None
        other = reports[m]
        if other.initiator and other.type in OF_THE_LAW | {"clash"} and all(map(is_armed, other.initiator)):
            apart = _names(reports[n]) and _names(other) and not _names(reports[n]) & _names(other)
            return None if apart or apart_in_time(reports[n].when, other.when) else other
    return None


def _may_be_one(a: Report, b: Report) -> bool:
    """Whether a reader would take them for one happening: one type and status, no other time and no other place."""
    if a.type != b.type or a.status.value != b.status.value or apart_in_time(a.when, b.when):
        return False
    if not all(is_armed(party) for party in b.initiator):
        return False
    places_a, places_b = _names(a), _names(b)
    return bool(places_a & places_b) or not places_a or not places_b


def is_armed(party: Party) -> bool:
    """A known side, or people told as armed: "gunmen", "terrorist groups"."""
    words = party.span.quote.lower().split()
    told = any(counted_class(form) == "combatant" for word in words for form in (word, word.removesuffix("s")))
    return told if party.id is None else party.id not in UNARMED


def _names(report: Report) -> set[str]:
    """The places that the passage itself names."""
    return {(p.name or p.span.quote).casefold() for p in report.places if p.why.rule not in UNNAMED}


def _who(report: Report) -> frozenset[str]:
    return frozenset(p.id or p.span.quote.casefold() for p in report.initiator)


def apart_in_time(a: When | None, b: When | None) -> bool:
    """Whether one was over before the other began, as far as the text dates both."""
    return a is not None and b is not None and (over_before(a, b) or over_before(b, a))
