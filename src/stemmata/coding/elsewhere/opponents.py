"""Against whom it was: nobody does it to himself; where the sentence leaves it open it was the only opponent told of.

"The rebels attacked the base and lost five fighters": those fighters are their loss, and not whom they attacked.
"The rebels shelled the troops for days. Fighting by the troops went on in the village.": whom the troops fight there is
the side that the sentence beside has fighting them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from stemmata.actors import side_of
from stemmata.coding.attribution.pronouns import FIRST, THIRD
from stemmata.coding.elsewhere.doers import UNARMED, apart_in_time
from stemmata.coding.passages import Scene
from stemmata.records import Party, Report, Why

# Families of types in which two sides are told against each other.
HOSTILE: Final = frozenset({"strikes", "bombs", "fighting"})
# How many sentences apart the opponent may be told. Set by judgement.
BESIDE: Final = 2
# Types that somebody must have been against, told or not.
AGAINST_SOMEBODY: Final = frozenset({"clash", "territory_gain"})
# Rules of parties that the words of the deed themselves put on a side.
IN_SLOT: Final = frozenset({"initiator-in-slot", "target-in-slot", "initiator-of-support", "target-of-support"})
TAKEN_UP: Final = "taken-up"
# Types of those families that are told of one side only.
ONE_SIDED: Final = frozenset({"weapons_found", "withdrawal", "surrender", "deployment"})


def oppose(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, those of fights with the only opponent that is told of beside them."""
    reports = [_against_others(report, scene) for report in reports]
    starts = [passage.sentence.start for passage in scene.passages]
    sentence = [bisect_right(starts, report.trigger.span.start) for report in reports]
    return [_opposed(n, reports, sentence, scene) for n in range(len(reports))]


def _against_others(report: Report, scene: Scene) -> Report:
    """Who stands on both sides does it and does not suffer it; people at large, and the unnamed who are told as killed,
    suffer it."""
    if scene.codebook.types[report.type].family not in HOSTILE | {"civilians"}:
        return report
    report = _taken_up_apart(report)
    alone = {p.id for p in report.target if " and " not in p.span.quote}  # "regime and rebel fighters" are two sides
    alone -= {p.id for p in report.target if _told_apart(p, report, scene)}
    both = {p.id for p in report.initiator if p.id} & alone
    unnamed = {p.span for p in report.initiator if p.id is None} & {p.span for p in report.target}
    hurt = {p.span for p in report.target if p.why.rule == "target-of-consequence"} & unnamed
    if not both and not unnamed:
        return report
    return replace(
        report,
        initiator=tuple(p for p in report.initiator if p.id not in both & UNARMED and p.span not in hurt),
        target=tuple(p for p in report.target if p.id not in both - UNARMED and p.span not in unnamed - hurt),
    )


def _told_apart(struck: Party, report: Report, scene: Scene) -> bool:
    """ "The police attacked troops": two bodies of one state, whom one sentence puts against each other."""
    here = scene.passage_at(struck.span.start)
    return struck.why.rule in IN_SLOT and any(
        p.why.rule in IN_SLOT
        and p.span.quote.casefold() != struck.span.quote.casefold()
        and scene.passage_at(p.span.start) is here
        for p in report.initiator
    )


def _taken_up_apart(report: Report) -> Report:
    """ "Fano fighters attacked the militia": words that take up who was named last stand for somebody else here."""
    if all(p.why.rule != TAKEN_UP for p in (*report.initiator, *report.target)):
        return report
    doers, struck = (
        {p.id for p in side if p.why.rule in IN_SLOT and p.id} for side in (report.initiator, report.target)
    )

    def apart(side: Sequence[Party], others: Set[str | None]) -> tuple[Party, ...]:
        own = (p.why.rule == TAKEN_UP and p.id in others for p in side)
        return tuple(replace(p, id=None) if taken else p for p, taken in zip(side, own, strict=True))

    return replace(report, initiator=apart(report.initiator, struck), target=apart(report.target, doers))


def _opposed(n: int, reports: Sequence[Report], sentence: Sequence[int], scene: Scene) -> Report:
    report = reports[n]
    own = {p.id for p in report.initiator if p.id}
    if report.type not in AGAINST_SOMEBODY or report.target or not own or report.status.value == "denied":
        return report
    near = [r for m, r in enumerate(reports) if abs(sentence[m] - sentence[n]) <= BESIDE and _is_hostile(r, scene)]
    if report.type == "territory_gain":  # who fought there months ago need not have held it
        near = [r for r in near if (r.when is None) == (report.when is None) and not apart_in_time(report.when, r.when)]
    against = list(_enemies(own, near))
    if len({p.id for p in against}) != 1:
        return report
    enemy = against[0]
    return replace(report, target=(replace(enemy, why=Why("opponent-told", enemy.why.entry)),))


def _is_hostile(report: Report, scene: Scene) -> bool:
    return scene.codebook.types[report.type].family in HOSTILE and report.type not in ONE_SIDED


def _enemies(own: set[str], hostile: Iterable[Report]) -> Iterator[Party]:
    """Those who are told to do it to somebody, or to whom he is told to do it."""
    for report in hostile:
        for mine, theirs in ((report.initiator, report.target), (report.target, report.initiator)):
            if any(p.id in own for p in mine):
                yield from (p for p in theirs if _is_known_side(p) and not _beside(p, own))


def _is_known_side(party: Party) -> bool:
    pronoun = party.span.quote.lower() in FIRST | THIRD
    return party.id is not None and party.id not in UNARMED and not pronoun


def _beside(party: Party, own: set[str]) -> bool:
    """Whether a party is one of them, or on their side."""
    side = side_of(party.id or "")
    return party.id in own or (side is not None and side in {side_of(one) for one in own})
