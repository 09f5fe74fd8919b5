"""Gives the counts of the passages to their happenings, each with the measure that its verb or noun decides."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.measuring.group_tolls import parts_told_on
from stemmata.coding.measuring.named_people import named
from stemmata.coding.measuring.ties import LIKELY_PERSONAL, Tie, ties_of
from stemmata.coding.passages import Passage, Scene
from stemmata.figures import Count, counted_class
from stemmata.language.trees import matches
from stemmata.records import Figure, Span, Why

# Units in which the same people may be counted twice.
HOUSEHOLDS: Final = {"people", "families"}
# Words between the two numbers.
ANEW: Final = frozenset({"or", "comprising", "representing", "totalling", "totaling", "numbering"})


def measure(happenings: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> list[tuple[Figure, ...]]:
    """The figures of each happening, those of its later sentences included; who speaks is not counted."""
    speaking = {(v.passage.number, v.head.index) for claim in claims for v in claim.voices}
    units = [(n, unit) for n, happening in enumerate(happenings) for unit in (happening, *happening.later)]
    by_passage: dict[int, list[tuple[int, Happening]]] = defaultdict(list)
    for n, unit in units:
        by_passage[unit.passage.number].append((n, unit))
    figures: list[list[Figure]] = [[] for _ in happenings]
    for members in by_passage.values():
        for owner, figure in _in_passage(members, speaking, scene):
            if not any(_same(figure, other) for other in figures[owner]):
                figures[owner].append(figure)
    for owner, unit in units:
        figures[owner] += named(unit, figures[owner], scene)
    for part in parts_told_on(happenings, figures, scene):
        figures[part.owner].append(_told(part.count, part.measure, part.whole, part.entry, scene))
    return [tuple(found) for found in figures]


def _same(a: Figure, b: Figure) -> bool:
    """Tell whether a figure says another one of its happening again."""
    return (a.measure, a.of.casefold(), a.low, a.high, a.hedge) == (b.measure, b.of.casefold(), b.low, b.high, b.hedge)


def _in_passage(
    members: Sequence[tuple[int, Happening]], speaking: Set[tuple[int, int]], scene: Scene
) -> Iterator[tuple[int, Figure]]:
    passage = members[0][1].passage
    chosen: dict[int, Tie] = {}
    again: list[tuple[int, Tie]] = []
    for n, count in enumerate(passage.counts):
        if count.noun is not None and count.bare and (passage.number, count.noun) in speaking:
            continue
        if ties := [t for u, (_, h) in enumerate(members) for t in ties_of(h, u, n, count)]:
            chosen[n] = min(ties, key=lambda tie: (tie.rank, tie.distance))
            again += [(n, tie) for tie in ties if _told_of_both(passage, count, chosen[n], tie)][:1]
            again += [(n, tie) for tie in ties if tie.again and tie.unit != chosen[n].unit][:1]
    for n, count in enumerate(passage.counts):
        # A part has the measure of its whole, where no consequence beside it gives it another: "killing three of them".
        if count.partitive in chosen and not (n in chosen and chosen[n].rank == 0):
            chosen[n] = chosen[count.partitive]
        elif n not in chosen and n - 1 in chosen and _told_anew(passage, passage.counts[n - 1], count):
            chosen[n] = chosen[n - 1]
    for n, tie in sorted([*chosen.items(), *again], key=lambda pair: pair[0]):
        yield members[tie.unit][0], _figure(passage, n, tie, chosen, scene)


def _told_of_both(passage: Passage, count: Count, tie: Tie, other: Tie) -> bool:
    """ "Two priests kidnapped last week were freed": two were kidnapped, and two were freed."""
    if count.noun is None or tie.unit == other.unit or tie.measure == other.measure or other.rank > 1:
        return False
    noun = passage.sentence.words[count.noun]
    if noun.deprel == "conj" and 0 <= noun.head < noun.index:
        noun = passage.sentence.words[noun.head]  # "a priest and two nuns kidnapped last week were freed"
    described, main = sorted((tie.word, other.word), key=lambda index: index == noun.head)
    clause = passage.sentence.words[described]
    return main == noun.head and clause.head == noun.index and matches(clause.deprel, ("acl", "acl:relcl"))


def _told_anew(passage: Passage, whole: Count, count: Count) -> bool:
    """ "300 families (1,450 people)", "300 families, or 1,450 people," count the same twice."""
    between = [word for word in passage.sentence.low[whole.last + 1 : count.first] if word != ","]
    both = {whole.unit, count.unit} == HOUSEHOLDS and len(between) < 2 and ANEW.issuperset(between)
    return not count.bare and (between == ["("] or both)


def _figure(passage: Passage, n: int, tie: Tie, chosen: dict[int, Tie], scene: Scene) -> Figure:
    count = passage.counts[n]
    container = passage.counts[count.partitive] if count.partitive is not None and count.partitive in chosen else None
    whole = scene.document.span(container.start, container.end) if container else None
    if count.unit == "things" and tie.measure in LIKELY_PERSONAL and not _is_listed(passage, count):
        count = replace(count, unit="people")  # "killed three revenuers"
    return _told(count, tie.measure, whole, tie.entry, scene)


def _is_listed(passage: Passage, count: Count) -> bool:
    return count.noun is not None and counted_class(passage.sentence.words[count.noun].lemma.lower()) is not None


def _told(count: Count, measure: str, whole: Span | None, entry: str, scene: Scene) -> Figure:
    of = scene.document.text[count.of_start : count.of_end] if count.of_start is not None else ""
    return Figure(
        span=scene.document.span(count.start, count.end),
        measure=measure,
        of=of,
        low=count.low,
        high=count.high,
        hedge=count.hedge,
        unit=count.unit,
        part_of=whole,
        why=Why(count.rule, entry),
    )
