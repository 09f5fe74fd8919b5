"""Joins the reports by which one document tells the same twice: headline, lead and body."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.passages import Scene
from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.alike import (
    AT_ONCE,
    LESS_SPECIFIC,
    VIOLENT,
    Known,
    goes_over,
    is_vague,
    last_told,
    same,
)
from stemmata.coding.retelling.amending import amend
from stemmata.coding.retelling.chronicles import days_told_at
from stemmata.coding.retelling.counts import adds_up, key, numbers
from stemmata.coding.retelling.going_over import going_over
from stemmata.coding.retelling.mentions import taking_up
from stemmata.coding.retelling.one_voice import named_first, unnamed
from stemmata.coding.retelling.those_in_it import doers
from stemmata.records import Document, Figure, Report, Span, Trigger, Why

# Characters of some four sentences: the longest passage that evidence may grow to. Set by judgement.
LONGEST: Final = 900


def join_retold(reports: Sequence[Report], families: dict[str, str], scene: Scene) -> list[Report]:
    """Reports of one document with those that tell the same made one, in text order.

    Two reports may be seen to be one only after each has been joined with a third, so it goes on until none are.
    """
    known = Known(taking_up(reports, scene), *going_over(reports, scene), days_told_at(reports, scene))
    kept = _joined_once(reports, families, known)
    while len(again := _joined_once(kept, families, known)) < len(kept):
        kept = again
    whole = (_run_together(_without_repeats(report), scene.story, scene.document) for report in kept)
    return sorted(whole, key=lambda report: report.evidence.start)


def _joined_once(reports: Sequence[Report], families: dict[str, str], known: Known) -> list[Report]:
    kept: list[Report] = []
    alike: dict[Trait, set[int]] = defaultdict(set)
    for report in reports:
        near = sorted({n for trait in _traits(report, families) for n in alike[trait]})
        if report.trigger.span.start in known.mentions | known.deeds:  # "the attack" is the one told last
            near.sort(key=lambda n: -last_told(kept[n], report))
        at = next((n for n in near if same(kept[n], report, families, known)), None)
        if at is None:
            at = len(kept)
            kept.append(report)
        else:
            kept[at] = _told_again(kept[at], report, families, known)
        for trait in _traits(kept[at], families):
            alike[trait].add(at)
    return kept


Trait = str | tuple[str, int | None]


def _traits(report: Report, families: dict[str, str]) -> set[Trait]:
    """What two reports share at least one of, where they are the same: a type, violence, or a count of something."""
    kind = "violence" if families[report.type] in VIOLENT else report.type
    return {kind, *numbers(report.figures)}


def _run_together(report: Report, story: int, document: Document) -> Report:
    """A report told in passages that follow on one another has them as one, as long as it can be read at once.

    Args:
        story: where it begins, as an offset; a title above it stays apart.
    """
    whole = report.evidence
    for span in sorted(report.also, key=lambda span: abs(span.start - whole.start)):
        start, end = min(whole.start, span.start), max(whole.end, span.end)
        between = document.text[min(whole.end, span.end) : max(whole.start, span.start)]
        at_once = len(between) < AT_ONCE and not between.strip(" ")
        if at_once and end - start <= LONGEST and not start < story < end:
            whole = document.span(start, end)
    apart = tuple(span for span in report.also if not whole.start <= span.start < whole.end)
    return amend(report, evidence=whole, also=apart)


def _without_repeats(report: Report) -> Report:
    """What a passage says twice in the same words is said once: a target, a count, also one that tells not of what."""
    targets = {party.span.quote.casefold(): party for party in reversed(report.target)}
    told = {key(figure) for figure in report.figures if figure.of}
    own = (figure for figure in reversed(report.figures) if figure.of or key(figure) not in told)
    figures = {(*key(figure), figure.of.casefold()): figure for figure in own}
    return amend(report, target=tuple(reversed(targets.values())), figures=tuple(reversed(figures.values())))


def _told_again(told: Report, again: Report, families: dict[str, str], known: Known) -> Report:
    """One report of two; a passage that goes over what was told has only its counts for it, or that the bomber died."""
    if again.type == "suicide_bombing" or not goes_over(told, again, families, known):
        return join(told, again)
    counted = {figure.measure for figure in told.figures}
    besides = tuple(figure for figure in again.figures if figure.measure not in counted)
    return replace(told, figures=told.figures + besides, also=_others(told, again))


def join(a: Report, b: Report) -> Report:
    """One report of two: the fuller passage as evidence, the more specific value in each field, both figures kept."""
    best, other = (a, b) if _fullness(a) >= _fullness(b) else (b, a)
    return filled(best, other)


def filled(best: Report, other: Report) -> Report:
    """A passage's report with what it lacks and another passage tells."""
    kind = other if (is_vague(best) and not is_vague(other)) or other.type == "suicide_bombing" else best
    return replace(
        best,
        type=kind.type,
        trigger=best.trigger if kind is best else _of_the_type_told(best, kind),
        initiator=tuple(doers(best)) or other.initiator or best.initiator,
        target=best.target or other.target,
        places=one_place.closest(best.places, other.places),
        when=best.when if best.when and best.when.start else other.when or best.when,
        figures=_all_figures(best.figures, other.figures),
        claimant=named_first(best.claimant, other.claimant),
        also=_others(best, other),
    )


def _of_the_type_told(vague: Report, specific: Report) -> Trigger:
    """The trigger of the fuller passage, which stands for what the other one names."""
    return replace(vague.trigger, why=Why("type-told-near", specific.trigger.why.entry))


def _fullness(report: Report) -> tuple[int, int]:
    """How much a passage tells, then its length; one that names who says so is the one that the others go back to."""
    named = 2 * bool(report.claimant and not unnamed(report.claimant))
    points = named + sum(map(len, (report.initiator, report.target, report.places, report.figures, report.claimant)))
    points += bool(report.when) + (report.type not in LESS_SPECIFIC)
    return points, len(report.evidence.quote)


def _all_figures(best: Sequence[Figure], other: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each figure once; the same number hedged and bare is one, as the more specific passage has it."""
    out = list(best)
    for figure in other:
        number = figure.low if figure.low is not None else figure.high
        if not any(f.measure == figure.measure and number in (f.low, f.high) for f in out):
            out.append(figure)
    return _with_parts(_with_parts(out, best, other), other, best)


def _with_parts(figures: Sequence[Figure], told: Sequence[Figure], whole: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of two passages, those of one as parts of the count of the other that they add up to."""
    parts: dict[Figure, Span] = {}
    for one in whole:
        counted = [figure for figure in told if figure.measure == one.measure and figure.part_of is None]
        if one.part_of is None and adds_up(one, counted):
            parts |= dict.fromkeys(counted, one.span)
    return tuple(replace(f, part_of=parts[f]) if f in parts else f for f in figures)


def _others(best: Report, other: Report) -> tuple[Span, ...]:
    spans = dict.fromkeys((*best.also, other.evidence, *other.also))
    return tuple(span for span in spans if span != best.evidence)
