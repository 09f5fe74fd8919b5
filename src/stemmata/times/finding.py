"""Finds the times that a sentence tells, and the window of days that each means.

`time_expressions.py` finds the expressions; this module joins ranges ("between 27 April and 18 May"), takes in the
prepositions and parts of the day around them ("at dawn on Wednesday"), and resolves them from the anchor. Windows stay
windows, and what cannot be known has no days.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from stemmata.language.trees import Sentence, Word
from stemmata.times.calendars import Window, shifted
from stemmata.times.expressions import expressions
from stemmata.times.rules import Expression
from stemmata.times.windows import Context, Parts, portion, resolve_parts
from stemmata.times.words import alternatives, words

Kind = Literal["point", "window", "since", "until", "clock", "other"]
"""point: one day · window: some days · since: open at its end · until: open at its start · clock: a part of a day
that another passage tells · other: counted from a time that another passage tells ("the next day")."""

SINCE_REACH = 90
"""Characters between "since" and the date of its clause: "since the cessation of hostilities took effect on 27 May"."""

_NOTHING = Window(None, None)


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
        return next((word for word in words if not self.first <= word.head <= self.last), words[-1])


def find_times(sentence: Sentence, text: str, anchor: Anchor, previous: Window | None = None) -> list[Time]:
    """The times of a sentence in order.

    Args:
        previous: the window told last before this sentence, where a reader would be sure of it; "the next day" counts
            from it where it is a single day, and "since then" from its start.
    """
    found: list[Time] = []
    beside: Window | None = None
    for told in _told(sentence, text):
        time = _resolved(sentence, told, Context(anchor.day, False, beside or previous, beside))
        found.append(time)
        if time.start and time.kind not in ("clock", "until"):
            beside = Window(time.start, time.end)
    return found


def time_spans(sentence: Sentence, text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that tell times, with clock times beside them, in order and without overlap."""
    return [(told.start, told.end) for told in _told(sentence, text)]


@dataclass(frozen=True, slots=True)
class _Told:
    """One expression or range with the words around it, not yet resolved."""

    start: int
    end: int
    core: Expression
    last: Expression | None
    """The second date of a range."""
    lead: str
    """The preposition, in lower case."""
    portion: str
    """early, late, the beginning of, …; empty for the whole."""
    sofar: bool
    """The sentence says that the period lasts until now."""
    clause: bool = False
    """Its date belongs to a clause behind "since"."""


# ------------------------------------------------------------------------------ expressions and what surrounds them

# What is a window of its own, so that "from" or "by" before it opens nothing.
_WHOLE = frozenset(
    ("past-span", "recent-span", "coming-span", "span-to", "age", "days-month", "month-to-month", "years")
)
_PREPOSITIONS = (
    "on or about|on or around|as of|starting|beginning|on|in|at|since|from|by|until|till|before|prior to|after"
    "|following|during|over|within|through|throughout|between|around|about|for|late|early"
)
_LINK = re.compile(r"\s*(?:,\s*)?(?:-|–|—|to|and|until|till|through|into)\s*(?:on\s+|the\s+|in\s+)?", re.IGNORECASE)
_LEAD = re.compile(rf"\b(?P<word>{_PREPOSITIONS})\s+(?:the\s+)?$", re.IGNORECASE)
_PORTIONS = (
    r"very\s+start|very\s+beginning|beginning|start|middle|end|first\s+half|second\s+half|first\s+week|second\s+week"
    r"|third\s+week|fourth\s+week|last\s+week|first\s+days|last\s+days|first\s+ten\s+days"
)
_MODIFIER = re.compile(
    rf"\b(?:(?P<plain>early|late|mid)(?:[-\s]+|\s+in\s+)|(?:the\s+)?(?P<portion>{_PORTIONS})\s+of\s+)$", re.IGNORECASE
)
_RUNNING = re.compile(r"\b(?P<word>earlier|later|so\s+far|sometime|some\s+time|already)\s+(?:in\s+)?$", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|to date|until now|up to now|till now|up until now|to this day)\b", re.IGNORECASE)


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Parts of the day and clock times before a date, and behind it."""
    part = alternatives("part")
    about = r"(?:(?:about|around|approximately|roughly|just|shortly|only)\s+)*(?:(?:before|after|past)\s+)?"
    # A bare number is a clock time only behind its preposition: "killed 112 on Friday" is none.
    digits = (
        r"\d{1,2}[:.]\d\d(?:\s*(?:hrs|hours|h))?|\d{1,4}\s*(?:hrs|hours|h|o'clock)|\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?"
    )
    clock = rf"{about}(?:{digits}|{part})(?:\s+local\s+time)?"
    at_clock = rf"(?:at|around|by|since|before|after|from)\s+{about}\d{{1,4}}(?:\s+local\s+time)?"
    ending = r",?\s+(?:(?:in|at|during|of|on|into)\s+)*(?:the\s+)?"
    lead = r"(?:in|at|on|from|by|since|before|after|around|during|until)"
    before = re.compile(
        rf"(?:\b(?:{lead}\s+)?\b(?:the\s+)?(?:early\s+|late\s+|very\s+)?{clock}|\b{at_clock})"
        rf"(?:\s+(?:of|on|in|into)|,)?\s+(?:the\s+)?$",
        re.IGNORECASE,
    )
    behind = re.compile(
        rf"(?:{ending}(?:early\s+|late\s+|mid-?)?(?:hours\s+of\s+the\s+)?{part}"
        rf"|,?\s+at\s+{clock}|,?\s+{at_clock}(?!\s+(?-i:[a-z]))|\s+local\s+time)(?!\w)",
        re.IGNORECASE,
    )
    return before, behind


def _told(sentence: Sentence, text: str) -> list[_Told]:
    found: list[_Told] = []
    start, end = sentence.start, sentence.end
    pending = expressions(text, start, end)
    sofar = bool(pending) and bool(_SO_FAR.search(text, start, end))
    floor, i = start, 0
    while i < len(pending):
        core, last = pending[i], None
        following = pending[i + 1] if i + 1 < len(pending) else None
        if core.start < floor or _counts(sentence, core) or (following and _belongs_to(text, core, following)):
            i += 1
            continue
        if following and _is_range(text, core, following, floor):
            last = following
        told = _extended(text, core, last, floor, end, sofar)
        i += 2 if last else 1
        if told:
            found.append(told)
            floor = told.end
    return _with_clauses(text, found, start)


def _belongs_to(text: str, core: Expression, following: Expression) -> bool:
    """Tell whether a part of the day is that of the day behind it: "at dawn on Wednesday", "after sunset on Sunday"."""
    if core.grain != "clock" or following.grain != "day":
        return False
    return (
        re.fullmatch(r",?\s+(?:(?:of|on|in|into)\s+)?(?:the\s+)?", text[core.end : following.start], re.IGNORECASE)
        is not None
    )


def _counts(sentence: Sentence, core: Expression) -> bool:
    """Tell whether a round year counts what follows: "in 2000 villages"."""
    if core.rule != "year" or core.parts is None or (core.parts.year or 1) % 100:
        return False
    after = _word_range(sentence, core.start, core.end)[1] + 1
    return after < len(sentence.words) and sentence.words[after].xpos == "NNS"


def _is_range(text: str, core: Expression, following: Expression, floor: int) -> bool:
    """Tell whether two dates make one window: "from X to Y", "between X and Y", "Friday and Saturday"."""
    between = text[core.end : following.start]
    if len(between) > 12 or not _LINK.fullmatch(between):
        return False
    if core.grain in ("clock", "other") or following.grain in ("clock", "other"):
        return False
    if not re.search(r"\band\b", between, re.IGNORECASE):
        return core.grain == following.grain
    lead = text[max(floor, core.start - 12) : core.start].lower()
    return re.search(r"\bbetween\s+(?:the\s+)?$", lead) is not None or (core.rule == following.rule == "weekday")


def _extended(
    text: str, core: Expression, last: Expression | None, floor: int, ceiling: int, sofar: bool
) -> _Told | None:
    """Take in parts of the day, a portion ("early") and the preposition before, and parts of the day behind."""
    begin, end, lead, part = core.start, (last or core).end, "", ""
    before, behind = _around()
    if core.grain in ("month", "year", "week"):
        window = text[max(floor, begin - 40) : begin]
        if modifier := _MODIFIER.search(window):
            part = modifier["plain"] or modifier["portion"]
            begin -= len(window) - modifier.start()
        elif running := _RUNNING.search(window):
            begin -= len(window) - running.start()
    elif core.grain == "day" or core.rule == "days-month":
        for _ in range(3):
            window = text[max(floor, begin - 48) : begin]
            match = before.search(window)
            if match is None:
                break
            begin -= len(window) - match.start()
        while match := behind.match(text, end, ceiling):
            end = match.end()
    for _ in range(2):
        window = text[max(floor, begin - 20) : begin]
        match = _LEAD.search(window)
        if match is None:
            break
        word = match["word"].lower()
        lead = word if word not in ("late", "early", "about", "around", "the") else lead
        begin -= len(window) - match.start()
    if not lead and begin < core.start:
        first = re.match(rf"(?:{_PREPOSITIONS})\b", text[begin : core.start], re.IGNORECASE)
        lead = first.group().lower() if first else ""
    return _Told(begin, end, core, last, lead, part, sofar)


_CLAUSE_END = re.compile(r"[,;:.!?]\s")
_SINCE = re.compile(r"\b(?:ever\s+)?since\b(?!\s+then)", re.IGNORECASE)


def _with_clauses(text: str, found: list[_Told], start: int) -> list[_Told]:
    """ "since the conflict began in March 2011": the date of a since clause is where the period begins."""
    out: list[_Told] = []
    floor = start
    for told in found:
        offset = max(floor, told.start - SINCE_REACH)
        openings = [match.start() for match in _SINCE.finditer(text, offset, told.start)]
        if openings and told.lead != "since" and not _CLAUSE_END.search(text, openings[-1], told.start):
            told = replace(told, start=openings[-1], lead="since", clause=True)
        out.append(told)
        floor = told.end
    return out


# ---------------------------------------------------------------------------------------------------- resolving


def _resolved(sentence: Sentence, told: _Told, context: Context) -> Time:
    first, last = _word_range(sentence, told.start, told.end)
    context = context._replace(future=_is_future(sentence, first, last, told))
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


def _word_range(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    starts = [word.start for word in sentence.words]
    first = max(0, bisect_right(starts, start) - 1)
    return first, max(first, bisect_left(starts, end) - 1)


def _window(told: _Told, context: Context) -> Window:
    if told.last:
        return _range(told.core, told.last, context) or _NOTHING
    window = told.core.resolve(context)
    if window and told.portion:
        whole = told.core.resolve(context._replace(future=True)) if told.core.parts is None else window
        part = portion(whole or window, told.core.grain, told.portion)
        return _not_after(part, context) if part else _NOTHING
    return window or _NOTHING


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


def _opened(sentence: Sentence, told: _Told, window: Window, context: Context) -> tuple[Kind, Window]:
    """The kind of a time, and its window opened by "since", "from", "by", "until", "before", "after"."""
    core, lead = told.core, told.lead
    if core.grain == "clock":
        return "clock", window
    if told.last or core.rule in _WHOLE:
        return "window", window
    if lead == "since" or (core.rule == "since-then"):
        return "since", Window(window.start, context.anchor if told.sofar and window.start else None)
    if lead in ("from", "starting", "beginning", "as of") and (context.future or not _dates_noun(sentence, told)):
        return "since", Window(window.start, None)
    if lead in ("by", "until", "till"):
        return "until", Window(None, window.end)
    if lead in ("before", "prior to") and core.grain != "other" and not _names_event(sentence, told):
        end = shifted(window.start, -1) if window.start else None
        start = context.anchor if context.future and context.anchor and end and context.anchor <= end else None
        return "until", Window(start, end)
    if lead == "after" and core.grain != "other" and not _names_event(sentence, told):
        return "since", Window(window.start, None)
    if core.grain == "other":
        return "other", window
    return ("point" if window.start == window.end and core.grain == "day" else "window"), window


def _dates_noun(sentence: Sentence, told: _Told) -> bool:
    """Tell whether "from Friday" only dates a noun: "footage from Friday", "the toll from Sunday's attack"."""
    first, last = _word_range(sentence, told.start, told.end)
    return (first > 0 and sentence.words[first - 1].upos in ("NOUN", "PROPN")) or _is_possessive(sentence, last)


def _names_event(sentence: Sentence, told: _Told) -> bool:
    """Tell whether a noun follows: "after Friday prayers", "before Sunday's vote" are told by that day."""
    last = _word_range(sentence, told.start, told.end)[1]
    following = sentence.words[last + 1] if last + 1 < len(sentence.words) else None
    return _is_possessive(sentence, last) or (following is not None and following.upos in ("NOUN", "PROPN"))


def _is_possessive(sentence: Sentence, last: int) -> bool:
    return last + 1 < len(sentence.words) and sentence.words[last + 1].text in ("'s", "’s", "'", "’")


# ------------------------------------------------------------------------------------------------------- tense


def _is_future(sentence: Sentence, first: int, last: int, told: _Told) -> bool:
    """Tell whether the verb that a time belongs to speaks of what is to come.

    The tree leads from the time to its verb; "will" and "to" beside that verb, or a verb of planning above it, decide.
    """
    if told.lead == "for" and told.core.grain == "day" and not _names_event(sentence, told):
        return True
    inside = range(first, last + 1)
    top = next((word for word in sentence.words[first : last + 1] if word.head not in inside), None)
    if top is None:
        return False
    verbs = [word for word in (top, *sentence.ancestors(top)) if word.upos in ("VERB", "AUX", "ADJ")][:3]
    if not verbs:
        return False
    if _points_ahead(sentence, verbs[0]) or _is_planned(sentence, verbs):
        return True
    # "from Saturday" tells a beginning that lies ahead, unless its verb says that it has come.
    opens = told.lead in ("from", "starting", "as of") and told.core.grain == "day" and not _dates_noun(sentence, told)
    return opens and not _is_past(sentence, verbs[0])


def _is_past(sentence: Sentence, verb: Word) -> bool:
    return verb.xpos == "VBD" or any(
        child.xpos in ("VBD", "VBP", "VBZ") for child in sentence.children(verb, "aux", "cop")
    )


def _points_ahead(sentence: Sentence, verb: Word) -> bool:
    helpers = sentence.children(verb, "aux")
    marks = {child.text.lower() for child in helpers}
    if marks & words("will").keys():
        return True
    if marks & words("modal").keys() and not any(child.lemma == "have" for child in helpers):
        return True
    to = any(child.text.lower() == "to" for child in sentence.children(verb, "mark", "aux"))
    return to and any(child.lemma == "be" for child in sentence.children(verb, "cop", "aux")) and verb.xpos == "VB"


def _is_planned(sentence: Sentence, verbs: Sequence[Word]) -> bool:
    """ "is due to begin on Friday", "threatened to burn any lorry from Saturday", "are to sign next week"."""
    verb = verbs[0]
    if verb.lemma in words("plan") and verb.xpos in ("VBN", "JJ", "VBP", "VBZ") and verb.deprel != "advcl":
        if verb.lemma == "set":  # "set for Monday", while "set on fire on Monday" is done
            return not sentence.children(verb, "obl") or any(
                child.text.lower() in ("for", "to")
                for part in sentence.children(verb, "obl", "xcomp")
                for child in sentence.children(part, "case", "mark")
            )
        return verb.lemma in ("expect", "schedule", "due", "slate", "plan")
    infinitive = any(child.text.lower() == "to" for child in sentence.children(verb, "mark"))
    # "due to begin": some trees take "due to" for one preposition.
    if verb.xpos == "VB" and any(child.lemma in words("plan") for child in sentence.children(verb, "case", "mark")):
        return True
    return infinitive and len(verbs) > 1 and (verbs[1].lemma in words("plan") or verbs[1].lemma == "be")
