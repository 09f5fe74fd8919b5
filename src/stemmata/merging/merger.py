"""The verb `merge`: codings → events and copies.

copies             who took passages from whom
facts, candidates  what each report says, and which reports may tell of one happening
matching           how much speaks for it, in points with reasons
clustering         which go together, within what persons decided
events             what each group adds up to
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from stemmata.merging.candidates import pairs
from stemmata.merging.clustering import LINK, Group, cluster
from stemmata.merging.copied import copied_pairs, taken_reports
from stemmata.merging.copies import find_copies
from stemmata.merging.decided import Decided
from stemmata.merging.events import Collected, events_of, linked
from stemmata.merging.facts import Facts, facts_of, setting_of
from stemmata.merging.keys import keyed
from stemmata.merging.links import Links, Pair
from stemmata.merging.matching import score
from stemmata.merging.progress import Heard, unheard
from stemmata.records import DEFAULT_RULE, Coding, Copy, Decision, Event, Rule

DATED: Final = 4
"""How many reports without a day a report with one outweighs: a day is what tells happenings apart best."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What the reports of many documents add up to."""

    events: tuple[Event, ...]
    """Ordered by the day on which they happened, then by their first report."""
    copies: tuple[Copy, ...]


def merge(
    codings: Iterable[Coding],
    *,
    rule: Rule = DEFAULT_RULE,
    decisions: Iterable[Decision] = (),
    heard: Heard = unheard,
) -> Merged:
    """Merge the reports of many documents into events, with copies told from corroboration.

    Args:
        codings: what `code` gave for each document. Their order does not matter.
        rule: how an event chooses among the values that its reports give: `conservative` (lowest low),
            `informative` (most specific, then latest), `representative` (most independent origins, then latest).
        decisions: what persons decided; held by every run.
        heard: told how far it is.

    Returns:
        The events, each with its reports, origins, values and grade; and which document copied which.
    """
    collected = Collected.of(sorted(codings, key=lambda coding: coding.document.id))
    copies = find_copies(collected.documents.values(), heard)
    taken = taken_reports(copies, collected.reports)
    facts = {each.key: each for coding in collected.codings for each in facts_of_coding(coding)}
    decided = Decided.of(decisions)
    kept = {key: each for key, each in facts.items() if key not in decided.rejected}
    copied, together, apart = copied_pairs(taken, kept), decided.together, decided.apart
    groups = group(kept.values(), copied=copied, together=together, apart=apart, heard=heard)
    return Merged(linked(events_of(groups, collected, facts, copies, taken, rule, decided, heard), facts), copies)


def facts_of_coding(coding: Coding) -> list[Facts]:
    """What matching compares, of every report of a document that tells of something that happened or was denied."""
    setting = setting_of(coding.reports)
    return [
        facts_of(key, report, coding.document, setting)
        for key, report in keyed(coding)
        if report.status.value not in ("planned", "hypothetical")
    ]


def group(
    reports: Iterable[Facts],
    *,
    copied: Collection[Pair] = (),
    together: Collection[Group] = (),
    apart: Collection[Group] = (),
    heard: Heard = unheard,
) -> list[Group]:
    """Group reports into events, as if there were no others.

    Args:
        reports: the reports, in any order.
        copied: pairs of keys in ascending order, of which one report was taken from the other.
        together: keys of reports that a person said are one event.
        apart: keys of reports of which a person said that no two are one event.
        heard: told how many reports were compared with those near them.

    Returns:
        The keys of each event's reports.
    """
    known = {facts.key: facts for facts in reports}
    taken = {(a, b): score(known[a], known[b], copied=True) for a, b in copied if a in known and b in known}
    joined = [keys for each in together if len(keys := tuple(sorted(key for key in each if key in known))) > 1]

    def points(one: str, other: str) -> float:
        told = taken.get((one, other) if one < other else (other, one)) if taken else None
        return score(known[one], known[other]) if told is None else told

    links = Links(sorted(known))
    for one, other in pairs(known.values(), heard):
        if score(one, other) > LINK:
            links.add(one.key, other.key)
    for a, b in (*taken, *((first, other) for first, *others in joined for other in others)):
        links.add(a, b)
    joins, splits = _by_member(joined), _by_member(apart)
    weights = {key: DATED for key, facts in known.items() if facts.first is not None}
    found: list[Group] = []
    for members, here in links.parts():
        held, parted = (dict.fromkeys(each for key in members for each in by.get(key, ())) for by in (joins, splits))
        found += cluster(members, here, points, weights=weights, together=held, apart=parted)
    return sorted(found)


def _by_member(groups: Iterable[Group]) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = defaultdict(list)
    for each in groups:
        for key in each:
            found[key].append(each)
    return found
