"""Dates a happening by what the document tells elsewhere of the same one.

A lead dates the attack; the sentences behind it tell who died in it, who claimed it and what others say of it, and
name no day again.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from stemmata.coding.antecedents import DEFINITE
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.retelling import LESS_SPECIFIC, joined_by_figure
from stemmata.coding.turns import told_together
from stemmata.language.trees import Sentence, Word
from stemmata.records import Report, When, Where, Why

# How many sentences a happening may stand behind the one that dates it, and before it. Set by judgement.
REACH = 4
REACH_AHEAD = 2
# How far "the attack" and "that bombing" still mean what was told.
REACH_OF_MENTIONS = 20
# Longer windows tell of a campaign or a war; what happened in it has a day of its own.
LONGEST = 7
VIOLENT = frozenset({"fighting", "strikes", "bombs", "civilians", "property"})
QUIET = frozenset({"surrender", "withdrawal", "deployment", "siege"})
WIDE = frozenset({"country", "region", "area", "sea"})


def date_by_what_is_told_elsewhere(
    reports: Sequence[Report], families: Mapping[str, str], scene: Scene
) -> list[Report]:
    """The reports, in text order; those without a time have that of a report of the same happening."""
    starts = [passage.sentence.start for passage in scene.passages]
    passages = [scene.passages[bisect_right(starts, report.trigger.span.start) - 1] for report in reports]
    dated = list(reports)
    for n, (report, passage) in enumerate(zip(reports, passages, strict=True)):
        word = next(w for w in passage.sentence.words if w.end > report.trigger.span.start)
        if _is_dated(report.when) or not _is_told_on(report, passage.sentence, word):
            continue
        for m in _around(n, passages, REACH_OF_MENTIONS if _is_definite(passage.sentence, word) else REACH):
            when = dated[m].when
            if (
                when is not None
                and when.start is not None
                and _may_date(when, passage)
                and told_together(passages[m], passage, scene)
                and _same(dated[m], report, families)
            ):
                dated[n] = replace(report, when=replace(when, why=Why("time-told-elsewhere", when.why.entry)))
                break
    return dated


def _is_dated(when: When | None) -> bool:
    """An hour alone ("at dawn", "at 15:20") leaves the day open."""
    return when is not None and (when.start is not None or when.why.rule not in ("part-of-day", "clock-time"))


def _around(n: int, passages: Sequence[Passage], reach: int) -> Iterator[int]:
    """The reports of other sentences that may date one: those before it, the nearest first, then those behind."""
    here = passages[n]
    for m in range(n - 1, -1, -1):
        if here.number - passages[m].number > reach:
            break
        if passages[m] is not here:
            yield m
    for m in range(n + 1, len(passages)):
        if not _soon(here, passages[m]):
            break
        if passages[m] is not here:
            yield m


def _soon(passage: Passage, later: Passage) -> bool:
    """What opens a document is dated by what follows at once; further on a new paragraph tells something new."""
    near = later.number - passage.number <= REACH_AHEAD
    return near and (passage.block_number == later.block_number or passage.number < REACH_AHEAD)


def _is_told_on(report: Report, sentence: Sentence, word: Word) -> bool:
    """Tell whether a report goes on telling, rather than looking back ("have often been hit") or ahead."""
    if report.status.value not in ("happened", "denied") or sentence.child(word, "cop"):
        return False
    if _is_definite(sentence, word):
        return True
    verbs = (w for w in (word, *sentence.ancestors(word)) if _finite(sentence, w))
    verb = next(verbs, word)
    return not any(w.xpos in ("VBZ", "VBP") for w in _finite(sentence, verb))


def _finite(sentence: Sentence, word: Word) -> list[Word]:
    """The word and the auxiliaries of it that have a tense."""
    if word.upos not in ("VERB", "AUX"):
        return []
    return [w for w in (word, *sentence.children(word, "aux")) if w.xpos in ("VBD", "VBZ", "VBP", "MD")]


def _is_definite(sentence: Sentence, word: Word) -> bool:
    """ "The attack", "that bombing": it has been told."""
    return word.upos == "NOUN" and any(c.text.lower() in DEFINITE for c in sentence.children(word, "det"))


def _may_date(when: When, passage: Passage) -> bool:
    """Tell whether a time is a day or a few, and no time of the passage speaks against it.

    What was said on a later day may tell of it; any other time of the sentence is of something else.
    """
    if when.start is None or when.end is None or (when.end - when.start).days > LONGEST:
        return False
    others = [time for time in passage.times if time.kind != "clock"]
    return all(time.start is not None and time.start == time.end and time.start >= when.end for time in others)


def _same(source: Report, report: Report, families: Mapping[str, str]) -> bool:
    """Tell whether a dated report tells of the same happening as another, or of several of which it is one.

    Of another type it does so only where both tell the same number: an article on one strike tells of clashes too.
    """
    if joined_by_figure(source, report):
        return source.type == report.type or _may_be_one(source.type, report.type, families)
    return source.type == report.type and _same_place(source, report)


def _may_be_one(a: str, b: str, families: Mapping[str, str]) -> bool:
    vague = a in LESS_SPECIFIC or b in LESS_SPECIFIC
    return vague and {families[a], families[b]} <= VIOLENT and not {a, b} & QUIET


def _same_place(source: Report, report: Report) -> bool:
    own = [p for p in report.places if p.why.rule not in ("place-told-before", "place-described")]
    if not own:
        return True
    names = {_name(place) for place in source.places}
    if any(_name(place) in names or _lies_in(place, source) for place in own):
        return True
    wide = bool(source.places) and all(place.level in WIDE for place in source.places)
    plural = source.trigger.span.quote.lower().endswith("s")
    return wide and plural and all(place.country == source.places[0].country for place in own)


def _lies_in(quarter: Where, source: Report) -> bool:
    """Tell whether a place is a quarter of a town that the source tells."""
    if quarter.located is None or quarter.located.rule != "place-in-town":
        return False
    return any(place.located is not None and place.located.entry == quarter.located.entry for place in source.places)


def _name(place: Where) -> str:
    return (place.name or place.span.quote).casefold()
