"""Joins what a headline tells to the passage below it that tells the same.

A headline sums up: its places may be wider or told by another name, its counts rounded, its words vague. So less is
asked of it than of two sentences of a text.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.passages import Scene
from stemmata.coding.retelling import one_place
from stemmata.coding.retelling.alike import is_vague
from stemmata.coding.retelling.counts import agree
from stemmata.coding.retelling.one_voice import two_voices
from stemmata.coding.retelling.retelling import filled
from stemmata.coding.retelling.those_in_it import doers, other_sides
from stemmata.coding.retelling.times_apart import apart_in_time
from stemmata.records import Block, Figure, Report

# Words of the longest sentence that is read as the title of the text that it opens. Set by judgement.
LONGEST_TITLE: Final = 16
LEVELS: Final = ("headline", "heading")
# "Clashes go on" above, "clashed" below.
TOLD_AS_FACT: Final = frozenset({"happened", "ongoing"})
# Types that a headline's "attack" or "nine killed" may turn out to be.
ATTACKS: Final = frozenset({"strikes", "bombs", "civilians"})


def join_headlines(reports: Sequence[Report], families: Mapping[str, str], scene: Scene) -> list[Report]:
    """The reports in text order, those of headlines joined with the first below that may be the same happening.

    A headline stands above the whole text, a heading above what comes before the next one. What was joined with a
    passage of the text before is left as it is.
    """
    blocks = scene.document.blocks
    starts = [block.start for block in blocks]
    at = [bisect_right(starts, report.evidence.start) - 1 for report in reports]
    kept = list(reports)
    above = [_is_above(report, blocks[n], scene.story) for report, n in zip(reports, at, strict=True)]
    title = _opening_title(scene)
    opening = [not over and report.evidence.end <= title for report, over in zip(reports, above, strict=True)]
    joined: set[int] = set()
    for n, head in enumerate(reports):
        if not (above[n] or opening[n]) or head.also:
            continue
        until = _end_of_section(blocks, at[n]) if blocks[at[n]].kind == "heading" else len(blocks)
        below = [m for m in range(n + 1, len(kept)) if at[m] < until and not (above[m] or opening[m])]
        alike = [m for m in below if _may_be_same(head, kept[m], families)]
        if opening[n]:  # a sentence of the text names its own town
            alike = [m for m in alike if not one_place.apart(head, kept[m])]
        if alike and not _is_total(head, [kept[m] for m in alike], [kept[m] for m in below]):
            home = min(alike, key=lambda m: (*_distance(head, kept[m]), m))
            kept[home] = filled(kept[home], _beside(head, kept[home]))
            joined.add(n)
    return [report for n, report in enumerate(kept) if n not in joined]


def _is_above(report: Report, block: Block, story: int) -> bool:
    """Tell whether a headline alone tells it: one of a line of its own, the title that runs on into the text, or a
    heading or caption within it, which ends without a stop."""
    if report.evidence.end <= (block.end if block.kind in LEVELS else story):
        return True
    return report.evidence.quote[-1].isalnum() and report.evidence.end < block.end


def _opening_title(scene: Scene) -> int:
    """Where the sentence ends that opens a text as its title does, -1 where none: "Gunmen attack bus in Bor. ..."."""
    if len(scene.passages) < 2:
        return -1
    first = scene.passages[0]
    words = first.sentence.words
    root = next((word for word in words if word.deprel == "root"), None)
    if root is None or len(words) > LONGEST_TITLE or first.times or first.sentence.children(root, "aux", "aux:pass"):
        return -1
    told_now = root.xpos in ("VBZ", "VBP") and first.sentence.child(root, "nsubj") is not None
    passive = root.xpos == "VBN" and root.index > 0
    return words[-1].end if told_now or passive or root.upos == "NOUN" else -1


def _end_of_section(blocks: Sequence[Block], heading: int) -> int:
    later = (n for n in range(heading + 1, len(blocks)) if blocks[n].kind == "heading")
    return next(later, len(blocks))


def _may_be_same(head: Report, below: Report, families: Mapping[str, str]) -> bool:
    """Tell whether nothing in a headline speaks against its telling of what a passage tells."""
    if head.status.value != below.status.value and not {head.status.value, below.status.value} <= TOLD_AS_FACT:
        return False
    if head.type != below.type and not (is_vague(head) and _is_attack(head, families) and _is_attack(below, families)):
        return False
    if apart_in_time(head.when, below.when) or other_sides(doers(head), doers(below)):
        return False
    if two_voices(head.claimant, below.claimant) or _counts_clash(head.figures, below.figures):
        return False
    return _may_be_one_country(head, below)


def _distance(head: Report, below: Report) -> tuple[bool, bool, bool]:
    """How unlike two that may be the same are: told of two places, of two types, with no count of one thing."""
    elsewhere = one_place.apart(head, below)
    return elsewhere, below.type != head.type, not _measures(head) & _measures(below)


def _is_attack(report: Report, families: Mapping[str, str]) -> bool:
    return report.type == "clash" or (families[report.type] in ATTACKS and report.type != "weapons_found")


def _is_total(head: Report, alike: Sequence[Report], below: Sequence[Report]) -> bool:
    """ "More than 70 lives lost": what no passage tells that may be the same, where others tell parts of it."""
    counted = any(_measures(head) & _measures(report) for report in alike)
    return not counted and any(_counts_clash(head.figures, report.figures) for report in below)


def _measures(report: Report) -> set[str]:
    return {figure.measure for figure in report.figures}


def _counts_clash(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Tell whether both count the same and none of the counts agree; "dozens" agrees with any."""
    for measure in {f.measure for f in a} & {f.measure for f in b}:
        counts = [[f for f in figures if f.measure == measure] for figures in (a, b)]
        vague = any(f.hedge == "vague" for figures in counts for f in figures)
        numbers = [{number for f in figures for number in (f.low, f.high)} - {None} for figures in counts]
        if not vague and not numbers[0] & numbers[1] and not agree(*counts):
            return True
    return False


def _may_be_one_country(a: Report, b: Report) -> bool:
    known = [{place.country for place in report.places if place.country} for report in (a, b)]
    return not all(known) or bool(known[0] & known[1])


def _beside(head: Report, below: Report) -> Report:
    """A headline without what the passage tells itself: "dozens" above are the 41 below, "the capital" is a quarter."""
    counted = _measures(below)
    figures = tuple(figure for figure in head.figures if figure.measure not in counted)
    return replace(head, figures=figures, places=() if below.places else head.places)
