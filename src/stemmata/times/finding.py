"""Finds the times that a sentence tells, and the window of days that each means.

`told.py` finds the words that tell them; this module resolves them from the anchor. Windows stay windows, and what
cannot be known has no days.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from stemmata.language.trees import Sentence, Word
from stemmata.times.calendars import Window, shifted
from stemmata.times.portions import bound, portion
from stemmata.times.rules import Expression
from stemmata.times.tense import dates_noun, is_future, names_event
from stemmata.times.told import Told, times_told, word_range
from stemmata.times.windows import Context, Parts, resolve_parts

Kind = Literal["point", "window", "since", "until", "clock", "other"]
"""point: one day · window: some days · since: open at its end · until: open at its start · clock: a part of a day
that another passage tells · other: counted from a time that another passage tells ("the next day")."""

_NOTHING: Final = Window(None, None)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that relative expressions count from: of the innermost statement that has one; None where unknown."""

    day: date | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time as told. Word indices and offsets span it with its preposition."""

    first: int
    last: int
    start_char: int
    end_char: int
    start: date | None
    end: date | None
    kind: Kind
    anchor: date | None
    """The day it was counted from; None where none was needed or known."""
    rule: str
    entry: str
    named: Window = _NOTHING
    """The days that the words name, before "since", "by" or "after" opened them."""
    clause: bool = False
    """It dates the clause behind "since": "since the siege began in May"."""

    def head(self, sentence: Sentence) -> Word:
        """The word by which it hangs in the tree of its sentence."""
        words = sentence.words[self.first : self.last + 1]
        out = [word for word in words if not self.first <= word.head <= self.last]
        return next(
            (word for word in out if word.deprel not in ("det", "case")), (out or words)[-1]
        )  # "the Easter Sunday attacks"


def find_times(sentence: Sentence, text: str, anchor: Anchor, previous: Window | None = None) -> list[Time]:
    """The times of a sentence in order.

    Args:
        previous: the window told last before this sentence, where a reader would be sure of it; "the next day" counts
            from it where it is a single day, and "since then" from its start.
    """
    found: list[Time] = []
    beside: Window | None = None
    every = times_told(sentence, text)
    for told in every:
        time = _resolved(sentence, told, Context(anchor.day, False, beside or previous, beside))
        if len(found) == 1 and time.start and time.kind == "point" and _before_the_day(found[0], text):
            day = Window(time.start, time.end)  # "a day after blasts killed 60, a bomb hit a bus on Sunday"
            found[0] = _resolved(sentence, every[0], Context(anchor.day, False, day, day))
        found.append(time)
        if time.start and time.kind not in ("clock", "until"):
            beside = Window(time.start, time.end)
    return found


def _before_the_day(time: Time, text: str) -> bool:
    """Tell whether a time opens a clause that is counted from the day of the one behind it."""
    opens = time.start is None and time.first == 0
    return opens and time.rule in ("next-day", "later") and text[time.start_char : time.end_char].endswith("after")


def time_spans(sentence: Sentence, text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that tell times, with clock times beside them, in order and without overlap."""
    return [(told.start, told.end) for told in times_told(sentence, text)]


# What is a window of its own, so that "from" or "by" before it opens nothing.
_WHOLE: Final = frozenset(
    ("past-span", "recent-span", "coming-span", "span-to", "age", "days-month", "month-to-month", "years")
)


def _resolved(sentence: Sentence, told: Told, context: Context) -> Time:
    first, last = word_range(sentence, told.start, told.end)
    context = context._replace(future=is_future(sentence, first, last, told), opens=told.lead == "since")
    window = _window(told, context)
    kind, opened = _opened(sentence, told, window, context)
    counted = told.core.anchored or (kind == "since" and opened.end is not None)
    used = context.anchor if counted and (opened.start or opened.end) else None
    rule = f"{told.core.rule}-range" if told.last else told.core.rule
    return Time(
        first,
        last,
        told.start,
        told.end,
        opened.start,
        opened.end,
        kind,
        used,
        rule,
        told.core.entry,
        window,
        told.clause,
    )


def _window(told: Told, context: Context) -> Window:
    if told.last:
        return _range(told.core, told.last, context) or _NOTHING
    window = told.core.resolve(context)
    if window and told.portion:
        whole = told.core.resolve(context._replace(future=True)) if told.core.parts is None else window
        of_all = Window(window.start, (whole or window).end)
        part = bound(of_all, told.core.grain) if told.portion in _MIDDLES and told.lead in _BOUNDS else None
        part = part or portion(of_all, told.core.grain, told.portion)
        return _not_after(part, context) if part else _NOTHING
    return window or _NOTHING


_MIDDLES: Final = frozenset({"mid", "middle"})
_BOUNDS: Final = frozenset({"since", "by", "until", "till"})


def _not_after(window: Window, context: Context) -> Window:
    """A part of a period that still runs ends on the anchor."""
    if (
        context.anchor
        and not context.future
        and window.start
        and window.end
        and window.start <= context.anchor < window.end
    ):
        return Window(window.start, context.anchor)
    return window


def _range(core: Expression, last: Expression, context: Context) -> Window | None:
    """From the first to the second date; the first takes year and month from the second where it leaves them out."""
    end = last.resolve(context)
    if core.parts and last.parts and core.parts.year is None and end and end.end:
        year, first = end.end.year, core.parts
        start = resolve_parts(Parts(year, first.month, first.day), context)
        if start and start.start and start.start > end.end:
            start = resolve_parts(Parts(year - 1, first.month, first.day), context)
    else:
        start = core.resolve(context)
    if start is None or end is None or start.start is None or end.end is None:
        return None
    if start.start > end.end and core.rule == "weekday":
        back = shifted(start.start, -7)
        return Window(back, end.end) if back else None
    return Window(start.start, end.end) if start.start <= end.end else None


def _opened(sentence: Sentence, told: Told, window: Window, context: Context) -> tuple[Kind, Window]:
    """The kind of a time, and its window opened by "since", "from", "by", "until", "before", "after"."""
    core, lead = told.core, told.lead
    if core.grain == "clock":
        return "clock", window
    if told.last or core.rule in _WHOLE:
        return "window", window
    if lead == "since" or (core.rule == "since-then"):
        return "since", Window(window.start, context.anchor if told.sofar and window.start else None)
    opening = ("from", "starting", "beginning") + (("as of",) if context.future else ())
    if lead in opening and (context.future or not dates_noun(sentence, told)):
        return "since", Window(window.start, None)
    if lead in ("by", "until", "till", "as of"):
        return "until", Window(None, window.end)
    if lead in ("before", "prior to") and core.grain != "other" and not names_event(sentence, told):
        end = shifted(window.start, -1) if window.start else None
        start = context.anchor if context.future and context.anchor and end and context.anchor <= end else None
        return "until", Window(start, end)
    if lead == "after" and core.grain != "other" and not names_event(sentence, told):
        return "since", Window(window.start, None)
    if core.grain == "other":
        return "other", window
    return ("point" if window.start == window.end and core.grain == "day" else "window"), window
