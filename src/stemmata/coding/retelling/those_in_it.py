"""Whether two reports of a document tell of the same people and things: who did it, and to whom or what."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.retelling.counts import numbers
from stemmata.records import Party, Report

PRONOUNS: Final = frozenset({"him", "her", "it", "them", "he", "she", "they"})


def by_the_same(a: Report, b: Report) -> bool:
    """Whether both name who did it, and one and the same."""
    one, other = ({p.id or p.span.quote.casefold() for p in doers(report)} for report in (a, b))
    return bool(one & other)


def doers(report: Report) -> list[Party]:
    """Those who did it, less a state that only leads them: "US-led strikes" are the coalition's."""
    quote, start = report.evidence.quote, report.evidence.start
    return [p for p in report.initiator if not quote[max(0, p.span.end - start) :].startswith(("-led", "-backed"))]


def other_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    known_a, known_b = {p.id for p in a if p.id}, {p.id for p in b if p.id}
    return bool(known_a and known_b) and not known_a & known_b


def no_party_shared(a: Sequence[Party], b: Sequence[Party]) -> bool:
    """Whether two passages tell of parties, and of none in common."""
    told_a, told_b = ({q for p in side if (q := p.span.quote.casefold()) not in PRONOUNS} for side in (a, b))
    return bool(told_a and told_b) and not told_a & told_b


def of_two_things(a: Report, b: Report) -> bool:
    """Whether all that two passages share is a count of one, and each tells of another: a jet here, a lorry there."""
    alone = all(number == 1 for _, number in numbers(a.figures) & numbers(b.figures))
    return alone and no_party_shared(a.target, b.target) and not _kinds(a.target) & _kinds(b.target)


def _kinds(parties: Sequence[Party]) -> set[str]:
    """What parties are by their last words: "a Russian military helicopter" and "the helicopter" are one."""
    return {party.span.quote.casefold().split()[-1] for party in parties}


def by_themselves(report: Report) -> bool:
    """Tell whether those who did it are called by who says so: "said it had done it", "that its soldiers had"."""
    firsts = [party.span.quote.casefold().split()[0] for party in report.initiator]
    return bool(firsts) and all(first in PRONOUNS | {"its", "their", "his", "we", "our"} for first in firsts)
