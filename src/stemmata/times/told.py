"""Which words of a sentence tell a time: an expression or a range, with the words around it.

`expressions.py` finds the expressions; here two of them make a range ("between 27 April and 18 May") and each takes in
its preposition, its portion ("early") and the parts of the day beside it ("at dawn on Wednesday").
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter
from typing import Final

from stemmata.language.trees import Sentence, asked_once
from stemmata.times import portions
from stemmata.times.expressions import expressions
from stemmata.times.rules import Expression
from stemmata.times.words import alternatives, words

SINCE_REACH: Final = 90
"""Characters between "since" and the date of its clause: "since the cessation of hostilities took effect on 27 May"."""


@dataclass(frozen=True, slots=True)
class Told:
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


_PREPOSITIONS: Final = (
    "on or about|on or around|as of|starting|beginning|on|in|at|since|from|by|until|till|before|prior to|after"
    "|following|during|over|within|through|throughout|between|around|about|for|late|early"
)
_LINK: Final = re.compile(
    r"\s*(?:,\s*)?(?:-|–|—|to|and|until|till|through|into)\s*(?:on\s+|the\s+|in\s+)?", re.IGNORECASE
)
RANGE_REACH: Final = 50
"""Characters between the two dates of a range: "Thursday evening until the early hours of Friday"."""
_LEAD: Final = re.compile(rf"\b(?P<word>{_PREPOSITIONS})\s+(?:the\s+)?$", re.IGNORECASE)
# "For Tuesday's raid", "in Tuesdays raid": the raid has the preposition.
_OF_NOUNS: Final = frozenset({"for", "in", "at", "on", "over", "about", "during"})
_POSSESSIVE: Final = re.compile(r"day['’]?s\s[a-z]")
_MODIFIER: Final = re.compile(
    rf"\b(?:(?P<plain>early|late|mid)(?:[-\s]+|\s+in\s+)|(?:the\s+)?(?P<portion>{portions.pattern()})\s+of\s+)$",
    re.IGNORECASE,
)
_RUNNING: Final = re.compile(
    r"\b(?P<word>earlier|later|so\s+far|sometime|some\s+time|already)\s+(?:in\s+)?$", re.IGNORECASE
)
_SO_FAR: Final = re.compile(
    r"\b(?:so far|to date|until now|up to now|till now|up until now|to this day)\b", re.IGNORECASE
)


@cache
def _part_link() -> re.Pattern[str]:
    """What joins two days told with their parts: "Tuesday night and Wednesday morning"."""
    part = rf"(?:early\s+|late\s+)?(?:{alternatives('part')})"
    link = r"(?:-|–|—|to|and|until|till|through|into)"
    return re.compile(rf"(?:\s+{part})?\s*{link}\s*(?:the\s+)?(?:{part}\s+(?:(?:of|on)\s+)?)?(?:on\s+)?", re.IGNORECASE)


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


@asked_once
def times_told(sentence: Sentence, text: str) -> tuple[Told, ...]:
    found: list[Told] = []
    start, end = sentence.start, sentence.end
    pending = expressions(text, start, end)
    sofar = bool(pending) and bool(_SO_FAR.search(text, start, end))
    floor, i = start, 0
    while i < len(pending):
        core, last = pending[i], None
        following = pending[i + 1] if i + 1 < len(pending) else None
        day = next((later for later in pending[i + 1 : i + 3] if later.grain != "clock"), None)
        none = _counts(sentence, core) or _is_named(sentence, core)
        if core.start < floor or none or (day and _belongs_to(text, core, day)):
            i += 1
            continue
        upto = i + 1 if following and _is_range(text, core, following, floor) else _last_month(text, pending, i)
        if upto > i:
            last = pending[upto]
        told = _extended(text, core, last, floor, end, sofar)
        i = upto + 1
        if told:
            found.append(told)
            floor = told.end
    return tuple(_with_clauses(text, found, start))


def _belongs_to(text: str, core: Expression, following: Expression) -> bool:
    """Tell whether a part of the day is that of the day behind it: "at dawn on Wednesday", "after sunset on Sunday"."""
    if core.grain != "clock" or (following.grain != "day" and following.rule != "days-month"):
        return False
    return _part_of_day_between().fullmatch(text, core.end, following.start) is not None


@cache
def _part_of_day_between() -> re.Pattern[str]:
    """What stands between an hour and its day: "at 8:30 [in the evening of] 18 March"."""
    part = rf"(?:(?:in|at|on|of)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:{alternatives('part')})\s+)?"
    return re.compile(rf",?\s+{part}(?:(?:of|on|in|into)\s+)?(?:the\s+)?", re.IGNORECASE)


def _counts(sentence: Sentence, core: Expression) -> bool:
    """Tell whether a round year counts what follows: "in 2000 villages"."""
    if core.rule != "year" or core.parts is None or (core.parts.year or 1) % 100:
        return False
    after = word_range(sentence, core.start, core.end)[1] + 1
    return after < len(sentence.words) and sentence.words[after].xpos == "NNS"


def _is_named(sentence: Sentence, core: Expression) -> bool:
    """Tell whether a group or a place bears the day as its name: "the March 23 Movement"."""
    if core.rule not in ("month-day", "day-month"):
        return False
    after = word_range(sentence, core.start, core.end)[1] + 1
    following = sentence.words[after] if after < len(sentence.words) else None
    return following is not None and following.text[0].isupper() and following.text.lower() in words("bearer")


def _is_range(text: str, core: Expression, following: Expression, floor: int) -> bool:
    """Tell whether two dates make one window: "from X to Y", "between X and Y", "Friday and Saturday"."""
    between = text[core.end : following.start]
    if len(between) > RANGE_REACH or not (_LINK.fullmatch(between) or _part_link().fullmatch(between)):
        return False
    if core.grain in ("clock", "other") or following.grain in ("clock", "other"):
        return False
    lead = text[max(floor, core.start - 12) : core.start].lower()
    if not re.search(r"\band\b", between, re.IGNORECASE):
        dates = core.parts is not None and following.parts is not None and following.parts.year is not None
        return core.grain == following.grain or (dates and lead.rstrip().endswith("from"))  # "from 2013 to May 2018"
    return re.search(r"\bbetween\s+(?:the\s+)?$", lead) is not None or (core.rule == following.rule == "weekday")


_NEXT_MONTH: Final = re.compile(r"(?:,|,?\s+and)(?:\s+in)?\s+", re.IGNORECASE)


def _last_month(text: str, pending: list[Expression], first: int) -> int:
    """The index of the last of a list of months, "in July, August and September 2022"; else that of the first."""
    last = first
    while last + 1 < len(pending) and pending[last].grain == pending[last + 1].grain == "month":
        between = text[pending[last].end : pending[last + 1].start]
        if _NEXT_MONTH.fullmatch(between) is None or not _are_months(pending[last], pending[last + 1]):
            break
        last += 1
    joined = last > first and "and" in text[pending[last - 1].end : pending[last].start].lower()
    return last if joined else first


def _are_months(*told: Expression) -> bool:
    return all(one.rule in ("month", "month-year") for one in told)


def _extended(
    text: str, core: Expression, last: Expression | None, floor: int, ceiling: int, sofar: bool
) -> Told | None:
    """Take in parts of the day, a portion ("early") and the preposition before, and parts of the day behind."""
    begin, end, lead, part, of_part = core.start, (last or core).end, "", "", False
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
        of_part = begin < core.start
        while match := behind.match(text, end, ceiling):
            end = match.end()
    for _ in range(2):
        window = text[max(floor, begin - 20) : begin]
        match = _LEAD.search(window)
        if match is None:
            break
        word = match["word"].lower()
        if core.rule == "weekday" and word in _OF_NOUNS and _POSSESSIVE.search(text, core.start, core.end + 4):
            break
        lead = word if word not in ("late", "early", "about", "around", "the") else lead
        begin -= len(window) - match.start()
    if not lead and begin < core.start:
        first = re.match(rf"(?:{_PREPOSITIONS})\b", text[begin : core.start], re.IGNORECASE)
        lead = first.group().lower() if first else ""
        if of_part and lead in ("before", "after"):  # "before dawn on Thursday" is of Thursday
            lead = ""
    return Told(begin, end, core, last, lead, part, sofar)


_CLAUSE_END: Final = re.compile(r"[,;:.!?]\s")
_SINCE: Final = re.compile(r"\b(?:ever\s+)?since\b(?!\s+then)", re.IGNORECASE)


def _with_clauses(text: str, found: list[Told], start: int) -> list[Told]:
    """ "since the conflict began in March 2011": the date of a since clause is where the period begins."""
    out: list[Told] = []
    floor = start
    for told in found:
        offset = max(floor, told.start - SINCE_REACH)
        openings = [match.start() for match in _SINCE.finditer(text, offset, told.start)]
        if openings and told.lead != "since" and not _CLAUSE_END.search(text, openings[-1], told.start):
            told = replace(told, start=openings[-1], lead="since", clause=True)
        out.append(told)
        floor = told.end
    return out


def word_range(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    first = max(0, bisect_right(sentence.words, start, key=_start) - 1)
    return first, max(first, bisect_left(sentence.words, end, key=_start) - 1)


_start = attrgetter("start")
