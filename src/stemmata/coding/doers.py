"""Who did it, where the sentence that tells of it leaves it open and one near by tells.

"Shells hit the market, killing nine. ... The army said rebels had fired them." Only a happening of the same type, at no
other time and in no other place, lends its doer; where those near by name several, it stays open.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from stemmata.coding.passages import Scene
from stemmata.figures import counted_class
from stemmata.records import Party, Report, When, Why

# How many sentences before and after a happening its doer may be told. Set by judgement.
BACK, ON = 4, 2
# Families of types in which somebody does it to somebody.
VIOLENT = frozenset({"strikes", "bombs", "civilians", "fighting"})
# Who does no violence unless the words say so.
UNARMED = frozenset({"civilians", "protesters"})
# Types of those families that are nobody's deed of violence.
OTHERS = frozenset({"weapons_found", "withdrawal", "surrender", "deployment", "casualties", "territory_gain", "siege"})


def lend(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, those without a doer with the one that is told near by."""
    starts = [passage.sentence.start for passage in scene.passages]
    sentence = [bisect_right(starts, report.evidence.start) for report in reports]
    lent = []
    for n, report in enumerate(reports):
        violent = scene.codebook.types[report.type].family in VIOLENT and report.type not in OTHERS
        near = [
            other
            for m, other in enumerate(reports if violent and not report.initiator else ())
            if -BACK <= sentence[m] - sentence[n] <= ON and other.initiator and _may_be_one(report, other)
        ]
        if len({_who(other) for other in near}) == 1:
            told = [replace(p, why=Why("initiator-told-near", p.why.entry)) for p in near[-1].initiator]
            report = replace(report, initiator=tuple(told))
        lent.append(report)
    return lent


def _may_be_one(a: Report, b: Report) -> bool:
    """Whether a reader would take them for one happening: one type and status, no other time and no other place."""
    if a.type != b.type or a.status.value != b.status.value or _apart_in_time(a.when, b.when):
        return False
    if not all(_is_armed(party) for party in b.initiator):
        return False
    places_a, places_b = _names(a), _names(b)
    return bool(places_a & places_b) or not places_a or not places_b


def _is_armed(party: Party) -> bool:
    """A known side, or people told as armed: "gunmen", "terrorist groups"."""
    words = party.span.quote.lower().split()
    told = any(counted_class(form) == "combatant" for word in words for form in (word, word.removesuffix("s")))
    return told if party.id is None else party.id not in UNARMED


def _names(report: Report) -> set[str]:
    """The places that the passage itself names."""
    return {(p.name or p.span.quote).casefold() for p in report.places if p.why.rule != "place-told-before"}


def _who(report: Report) -> frozenset[str]:
    return frozenset(p.id or p.span.quote.casefold() for p in report.initiator)


def _apart_in_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start
