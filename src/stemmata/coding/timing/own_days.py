"""The days of places that have each its own: "took Sake on 3 May and Goma on 5 May".

A day behind a place, and before the next, is that place's; with "respectively" the first place has the first day.
"""

from collections.abc import Sequence

from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.coding.retelling.amending import amend
from stemmata.coding.timing.timing import as_told
from stemmata.records import Report, When, Where
from stemmata.times import Time


def of_places(report: Report, scene: Scene) -> list[When | None]:
    """For each place of a report the day that its sentence tells of it alone; none where all share one."""
    passage = scene.passage_at(report.trigger.span.start)
    untold: list[When | None] = [None] * len(report.places)
    if passage is None or report.when is None or len(report.places) < 2:
        return untold
    told = [time for time in passage.times if time.start and time.kind in ("point", "window")]
    if len(told) < 2 or passage.sentence.end < report.when.span.end or report.when.span.start < passage.sentence.start:
        return untold
    named = [_named(passage, place) for place in report.places]
    if "respectively" in passage.sentence.low and len(told) == len(named):
        days: Sequence[Time | None] = told
    else:
        days = [_behind(passage, place, told) for place in named]
    return [None if time is None else as_told(time, scene) for time in days] if len(set(days) - {None}) > 1 else untold


def of_its_day(report: Report, days: Sequence[When | None]) -> Report:
    """A report without the places of another day: "nine in Zurmi on Monday and six in Maru on Tuesday"."""
    own = report.when
    kept = [p for p, day in zip(report.places, days, strict=True) if day is None or own is None or day.span == own.span]
    return amend(report, places=tuple(kept)) if kept else report


def _named(passage: Passage, place: Where) -> PlaceName | None:
    """The name in the passage that a place was read from."""
    words = passage.sentence.words
    return next((p for p in passage.places if words[p.first].start <= place.span.start < words[p.last].end), None)


def _behind(passage: Passage, place: PlaceName | None, told: Sequence[Time]) -> Time | None:
    """The first time behind a place, where no other place stands between."""
    if place is None:
        return None
    after = next((time for time in told if time.first > place.last), None)
    between = (p for p in passage.places if after and place.last < p.first < after.first and p.inside is None)
    return after if after is not None and next(between, None) is None else None
