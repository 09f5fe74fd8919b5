"""Dates a happening by what the document tells elsewhere of the same one.

A lead dates the attack; the sentences behind it tell who died in it, who claimed it and what others say of it, and
name no day again. `one_telling` says which of them tell of it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.elsewhere.named_days import find_named_days, named_day
from stemmata.coding.elsewhere.one_telling import Telling, is_bare_mention, is_definite, is_sum, of_one
from stemmata.coding.elsewhere.wholes import day_of_parts, of_its_dead
from stemmata.coding.happenings.turns import told_together
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.timing.looking_back import finite, looks_back
from stemmata.coding.timing.timing import as_told
from stemmata.language.trees import Word
from stemmata.records import Report, When, Why

# How many sentences a happening may stand behind the one that dates it, and before it. Set by judgement.
REACH: Final = 4
REACH_AHEAD: Final = 2
# How far "the attack" and "that bombing" still mean what was told.
REACH_OF_MENTIONS: Final = 20
# How far a lead goes that sums up what is told one by one behind it.
REACH_OF_SUMS: Final = 12
# Longer windows tell of a campaign or a war; what happened in it has a day of its own.
LONGEST: Final = 7


def date_by_what_is_told_elsewhere(
    reports: Sequence[Report], families: Mapping[str, str], scene: Scene
) -> list[Report]:
    """The reports, in text order; those without a time have that of a report of the same happening."""
    starts = [passage.sentence.start for passage in scene.passages]
    passages = [scene.passages[bisect_right(starts, report.trigger.span.start) - 1] for report in reports]
    told = [
        Telling(report, passage, _trigger(report, passage)) for report, passage in zip(reports, passages, strict=True)
    ]
    days = find_named_days(scene, told)
    for n, one in enumerate(told):
        if _is_dated(one.report.when):
            continue
        when = _told_of_the_same(n, told, families, scene)
        if when is None and days and _is_told_on(one, first=True):
            time = named_day(n, told, days, families)
            when = as_told(time, scene) if time else None
        if when is not None:
            told[n] = _dated(one, when)
    return [_dated_by_parts(n, told, families).report for n in range(len(told))]


def _dated_by_parts(n: int, told: Sequence[Telling], families: Mapping[str, str]) -> Telling:
    """A report, a sum at the head of the text with the day of its parts; it dates nothing in its turn."""
    one = told[n]
    if _is_dated(one.report.when) or not _is_told_on(one, first=True):
        return one
    when = day_of_parts(n, told, families)
    return one if when is None else _dated(one, when)


def _dated(one: Telling, when: When) -> Telling:
    dated = replace(when, why=Why("time-told-elsewhere", when.why.entry))
    return one._replace(report=replace(one.report, when=dated))


def _told_of_the_same(n: int, told: Sequence[Telling], families: Mapping[str, str], scene: Scene) -> When | None:
    """The time of another report that tells of the same happening as report `n`."""
    one = told[n]
    first = not any(_is_dated(earlier.report.when) for earlier in told[:n])
    if not _is_told_on(one, first=first):
        return None
    around = _around(n, told, REACH_OF_MENTIONS if is_definite(one) else REACH_OF_SUMS)
    if is_bare_mention(one):  # it means the last that was told, whether that has a day or not
        around = (m for m in list(around)[:1])
    for m in around:
        when = told[m].report.when
        if (
            when is not None
            and when.start is not None
            and _may_date(when, one.passage)
            and told_together(told[m].passage, one.passage, scene)
            and (
                of_its_dead(told[m], one)
                or ((is_definite(one) or _within_reach(told[m], one)) and of_one(told[m], one, families, scene))
            )
        ):
            return when
    return None


def _within_reach(source: Telling, one: Telling) -> bool:
    """Tell whether a report stands near one that may date it, or behind a lead that sums it up."""
    return abs(one.passage.number - source.passage.number) <= REACH or is_sum(source)


def _trigger(report: Report, passage: Passage) -> Word:
    return next(w for w in passage.sentence.words if w.end > report.trigger.span.start)


def _is_dated(when: When | None) -> bool:
    """An hour alone ("at dawn", "at 15:20") leaves the day open."""
    return when is not None and (when.start is not None or when.why.rule not in ("part-of-day", "clock-time"))


def _around(n: int, told: Sequence[Telling], reach: int) -> Iterator[int]:
    """The reports that may date one: those before it, the nearest first, then those of the sentences behind."""
    here = told[n].passage
    for m in range(n - 1, -1, -1):
        if here.number - told[m].passage.number > reach:
            break
        yield m
    for m in range(n + 1, len(told)):
        if not _soon(here, told[m].passage):
            break
        if told[m].passage is not here:
            yield m


def _soon(passage: Passage, later: Passage) -> bool:
    """What opens a document is dated by what follows at once; further on a new paragraph tells something new."""
    near = later.number - passage.number <= REACH_AHEAD
    return near and (passage.block_number == later.block_number or passage.number < REACH_AHEAD)


def _is_told_on(one: Telling, *, first: bool) -> bool:
    """Tell whether a report goes on telling, rather than looking back ("have often been hit") or ahead.

    Args:
        first: nothing dated was told before: a lead may tell in the perfect what has just happened.
    """
    sentence, word = one.passage.sentence, one.word
    if one.report.status.value not in ("happened", "denied") or sentence.child(word, "cop"):
        return False
    if is_definite(one):
        return True
    if looks_back(sentence, word, one.report.claimant):
        return False
    verbs = (w for w in (word, *sentence.ancestors(word)) if finite(sentence, w))
    verb = next(verbs, word)
    present = [w for w in finite(sentence, verb) if w.xpos in ("VBZ", "VBP")]
    return not present or (first and all(w.lemma == "have" for w in present))


def _may_date(when: When, passage: Passage) -> bool:
    """Tell whether a time is a day or a few, and no time of the passage speaks against it.

    What was said on a later day may tell of it; any other time of the sentence is of something else.
    """
    if when.start is None or when.end is None or (when.end - when.start).days > LONGEST:
        return False
    others = [time for time in passage.times if time.kind != "clock"]
    return all(time.start is not None and time.start == time.end and time.start >= when.end for time in others)
