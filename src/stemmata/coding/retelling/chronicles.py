"""Keeps the days of a chronicle apart: what it tells of one day is not what it tells of another.

"On 1 March shells hit the square. Missiles later struck the square again.", and pages on "On 20 June shells hit the
square": the second is told of 1 March though its sentence names no day.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from stemmata.coding.passages import Scene
from stemmata.coding.retelling.times_apart import A_WEEK
from stemmata.records import Report

# How many days a text tells in turn that is a chronicle. Set by judgement: news on one attack tells two or three.
DAYS: Final = 5


def days_told_at(reports: Sequence[Report], scene: Scene) -> dict[int, date]:
    """By the offset of its trigger, the day that was told last before or in a report's sentence; none but in a
    chronicle."""
    starts: list[int] = []
    days: list[date] = []
    for passage in scene.passages:
        for time in passage.times:
            if time.kind == "point" and time.start is not None and time.start_char >= scene.opening_end:
                starts.append(passage.sentence.start)
                days.append(time.start)
    if len(set(days)) < DAYS:
        return {}
    found = {}
    for report in reports:
        at = bisect_right(starts, report.trigger.span.start) - 1
        if at >= 0:
            found[report.trigger.span.start] = days[at]
    return found


def of_two_days(a: Report, b: Report, told: dict[int, date]) -> bool:
    """Tell whether a chronicle tells one of two reports of a day and dates the other to another one."""
    return _of_another_day(a, b, told) or _of_another_day(b, a, told)


def _of_another_day(undated: Report, dated: Report, told: dict[int, date]) -> bool:
    """Whether a report without a day is told where another day was told last than that of the other report."""
    if (undated.when is not None and undated.when.start is not None) or dated.when is None:
        return False
    day, start, end = told.get(undated.trigger.span.start), dated.when.start, dated.when.end
    if day is None or end is None:
        return False
    return day != start if start == end else start is None and (end - day).days > A_WEEK
