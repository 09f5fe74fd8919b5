"""Tolls of several places that one verb tells: "12 people were killed in Bor, five in Torit and three in Juba".

Each place has a report of its own with its number. Where the numbers add up to the one that the verb has, that is the
total over all the places, and they are its parts: "20 were killed: 12 in Bor, five in Torit and three in Juba".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.locating import locating
from stemmata.coding.passages import Scene
from stemmata.figures import Count
from stemmata.records import Figure, Report, Where

# What may stand between a number and its place, and behind the place.
THERE: Final = frozenset({"in", "at", "near", "outside", "around"})
ENDS: Final = frozenset({",", ";", ".", "and", ")", "while", "–", "-"})
# Words between the place and the number: "five in the village of Torit".
REACH: Final = 5


@dataclass(frozen=True, slots=True)
class _Toll:
    figure: Figure
    place: Where


def of_each_place(report: Report, happening: Happening, scene: Scene) -> Iterator[Report]:
    """The report, and one for each place that has a number of its own."""
    whole = next((f for f in report.figures if f.part_of is None and f.unit != "things"), None)
    tolls = list(_tolls(report, happening, whole, scene)) if whole is not None else []
    if whole is None or not tolls:
        yield report
        return
    summed = len(tolls) > 1 and sum(toll.figure.low or 0 for toll in tolls) == whole.low
    own = {toll.place.span.start for toll in tolls}
    counted = {toll.figure.span.start for toll in tolls}
    rest = tuple(place for place in report.places if summed or place.span.start not in own)
    figures = tuple(figure for figure in report.figures if figure.span.start not in counted)
    yield replace(report, places=rest or report.places, figures=figures)
    for toll in tolls:
        figure = replace(toll.figure, part_of=whole.span if summed else None)
        yield replace(report, places=(toll.place,), figures=(figure,))


def _tolls(report: Report, happening: Happening, whole: Figure, scene: Scene) -> Iterator[_Toll]:
    """The numbers behind the one that the verb has, each with the place right behind it."""
    passage = happening.passage
    if len(passage.places) < 2:
        return
    known = {figure.span.start: figure for figure in report.figures}
    for count in passage.counts:
        if count.part or count.unit == "things" or count.start <= whole.span.start:
            continue
        figure = known.get(count.start)
        if count.noun is not None and (figure is None or not _has_place(report, whole, count)):
            continue  # "nine soldiers and two women in Torit" were all there
        if count.noun is None and passage.sentence.words[count.first - 1].upos == "VERB":
            continue  # "killed nine in Bor, wounded four in Torit"
        place = _place_behind(happening, count, scene)
        if place is not None:
            yield _Toll(figure if figure and figure.of else _alike(whole, count, scene), place)


def _has_place(report: Report, whole: Figure, count: Count) -> bool:
    """ "Nine men in Bor and four women in Torit": the first of them have a place too."""
    return any(whole.span.start < place.span.start < count.start for place in report.places)


def _alike(whole: Figure, count: Count, scene: Scene) -> Figure:
    """The figure of a bare number, which counts what the number before it does."""
    span, why = scene.document.span(count.start, count.end), replace(whole.why, rule="number-of-place")
    return replace(whole, span=span, low=count.low, high=count.high, hedge=count.hedge, part_of=None, why=why)


def _place_behind(happening: Happening, count: Count, scene: Scene) -> Where | None:
    passage = happening.passage
    low = passage.sentence.low
    if low[count.last + 1 : count.last + 2] == () or low[count.last + 1] not in THERE:
        return None
    for place in passage.places:
        between = place.first - count.last
        ends = low[place.last + 1 : place.last + 2]
        if 1 < between <= REACH and (not ends or ends[0] in ENDS):
            return locating.where(place, happening, scene)
    return None
