"""A timeline as SVG: bars by day, month or year and by kind, and under them what is only known to lie around there.

Nothing is given a day that nobody told: what may have happened in several bars stands under the line in each of them,
and what has no day at all is counted beside the drawing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

from stemmata.exports.formats.markup import text
from stemmata.exports.wording import MONTHS
from stemmata.records import Window

Step = Literal["day", "month", "year"]
MOST: Final[dict[Step, int]] = {"day": 100, "month": 120, "year": 400}
"""Bars of a step that a page has room for."""
WIDTH, UP, DOWN, AXIS = 1000, 130, 34, 18
"""Units: across, above the line, under it, and for the dates between both."""
CLOSELY: Final = 31
"""Days of a window up to which it says how far the bars reach: what is known to a year would stretch a week over it."""
SHARE: Final = 0.02
"""Of what is dated, that may lie outside of the bars on each side: one old happening would make all bars narrow."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of a timeline."""

    step: Step
    first: date
    last: date
    sure: Mapping[int, Counter[str]] = field(default_factory=dict)
    """Bar → how many of each kind lie in it."""
    maybe: Mapping[int, int] = field(default_factory=dict)
    """Bar → how many may lie in it, or in a bar beside."""
    undated: int = 0
    """Of no known day, or open on one side."""
    outside: int = 0
    """Before the first bar or after the last."""

    @property
    def count(self) -> int:
        return _number(self.last, self.step) - _number(self.first, self.step) + 1


def span_of(when: Window, bars: Bars) -> tuple[int, int] | None:
    """The first and the last bar in which it may lie; None where that is not known."""
    if when.start is None or when.end is None:
        return None
    zero = _number(bars.first, bars.step)
    return _number(when.start, bars.step) - zero, _number(when.end, bars.step) - zero


def bars_of(told: Sequence[tuple[Window, str]]) -> Bars | None:
    """The bars of some windows, each with its kind; None where no day is known."""
    known = [(when.start, when.end) for when, _ in told if when.start and when.end]
    dated = [(start, end) for start, end in known if (end - start).days < CLOSELY] or known
    if not dated:
        return None
    few = int(len(dated) * SHARE)
    first = sorted(start for start, _ in dated)[few]
    last = max(first, sorted(end for _, end in dated)[-1 - few])
    step = _step(first, last)
    sure: dict[int, Counter[str]] = {}
    maybe: Counter[int] = Counter()
    bars = Bars(step, first, last)
    outside = 0
    for when, kind in told:
        span = span_of(when, bars)
        if span is None:
            continue
        if span[1] < 0 or span[0] >= bars.count:
            outside += 1
        elif span[0] == span[1]:
            sure.setdefault(span[0], Counter())[kind] += 1
        else:
            maybe.update(range(max(0, span[0]), min(bars.count - 1, span[1]) + 1))
    return Bars(step, first, last, sure, maybe, len(told) - len(known), outside)


def _step(first: date, last: date) -> Step:
    days = (last - first).days + 1
    if days <= MOST["day"]:
        return "day"
    return "month" if days <= MOST["month"] * 30 else "year"


def _number(day: date, step: Step) -> int:
    if step == "day":
        return day.toordinal()
    return day.year * 12 + day.month - 1 if step == "month" else day.year


def timeline(bars: Bars, kinds: Sequence[str], what: tuple[str, str], by: str) -> str:
    """The timeline as SVG.

    Args:
        bars: the bars.
        kinds: all kinds, in the order in which they lie on each other; each is a class of the style.
        what: the noun of what is counted, for one and for several.
        by: what of an item (`data-type`) gives its kind.
    """
    most = max((one.total() for one in bars.sure.values()), default=0)
    deepest = max(bars.maybe.values(), default=0)
    wide = WIDTH / bars.count
    title = f"Timeline: {what[1]} by {bars.step}, {_name(bars, 0)} to {_name(bars, bars.count - 1)}"
    return "".join(
        (
            f'<svg class="timeline" viewBox="0 0 {WIDTH} {UP + AXIS + DOWN}" role="img" aria-label="{text(title)}"'
            f' data-up="{UP}" data-axis="{AXIS}" data-down="{DOWN}" data-bars="{bars.count}" data-step="{bars.step}"'
            f' data-first="{bars.first}" data-kinds="{" ".join(kinds)}" data-by="{by}">',
            f'<g class="grid">{"".join(_grid(most))}</g>',
            f'<g class="dates">{"".join(_dates(bars, wide))}</g>',
            '<g class="bars">',
            *(_bar(bars, number, kinds, wide, most, deepest, what) for number in range(bars.count)),
            "</g></svg>",
        )
    )


def _bar(
    bars: Bars, number: int, kinds: Sequence[str], wide: float, most: int, deepest: int, what: tuple[str, str]
) -> str:
    sure, maybe = bars.sure.get(number, Counter[str]()), bars.maybe.get(number, 0)
    if not sure and not maybe:
        return ""
    x, gap = number * wide, min(2.0, wide * 0.15)
    drawn, y = [], float(UP)
    for kind in kinds:
        if sure[kind]:
            high = UP * 0.92 * sure[kind] / most
            y -= high
            drawn.append(_rect(x, y, wide - gap, high, kind))
    if maybe:
        drawn.append(_rect(x, UP + AXIS, wide - gap, DOWN * maybe / deepest, "maybe"))
    told = f"{_name(bars, number)}: {sure.total():,} {what[sure.total() != 1]}"
    told += f"; {maybe:,} more may lie here" if maybe else ""
    return f"<g><title>{text(told)}</title>{''.join(drawn)}</g>"


def _rect(x: float, y: float, wide: float, high: float, name: str) -> str:
    return f'<rect class="{name}" x="{x:.1f}" y="{y:.1f}" width="{wide:.2f}" height="{high:.2f}"/>'


def _grid(most: int) -> Iterator[str]:
    """A line and its number at the highest bar, and the line that the bars stand on."""
    yield f'<path d="M0,{UP}H{WIDTH}"/>'
    if most:
        top = UP * 0.08
        yield f'<path class="top" d="M0,{top:.1f}H{WIDTH}"/>'
        yield f'<text x="0" y="{top - 2:.1f}" font-size="11">{most:,}</text>'


def _dates(bars: Bars, wide: float) -> Iterator[str]:
    """Dates under the line, as many as have room."""
    every = max(1, round(90 / wide + 0.49))
    for number in range(0, bars.count, every):
        if (bars.count - number) * wide >= 40:
            short = _short(bars, number)
            yield f'<text x="{number * wide:.1f}" y="{UP + AXIS - 5}" font-size="11">{text(short)}</text>'


def _short(bars: Bars, number: int) -> str:
    day = _day(bars, number)
    if bars.step == "day":
        return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
    return f"{MONTHS[day.month - 1][:3]} {day.year}" if bars.step == "month" else str(day.year)


def _name(bars: Bars, number: int) -> str:
    day = _day(bars, number)
    month = MONTHS[day.month - 1]
    return {"day": f"{day.day} {month} {day.year}", "month": f"{month} {day.year}", "year": str(day.year)}[bars.step]


def _day(bars: Bars, number: int) -> date:
    """The first day of a bar."""
    if bars.step == "day":
        return bars.first + timedelta(days=number)
    if bars.step == "year":
        return date(bars.first.year + number, 1, 1)
    months = _number(bars.first, "month") + number
    return date(months // 12, months % 12 + 1, 1)


def key_to(kinds: Iterable[tuple[str, str, int]]) -> str:
    """The key to the colours: class, name and number of each kind."""
    told = "".join(f'<li><i class="{name}"></i>{text(words)} <b>{count:,}</b></li>' for name, words, count in kinds)
    return f'<ul class="legend" aria-label="Key to the colours">{told}</ul>'
