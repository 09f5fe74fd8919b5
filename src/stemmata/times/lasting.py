"""How long something has gone on, counted back from its telling: "for nearly two years", "the five-year war".

Such words date nothing by themselves, since what is over lasts too ("shelled the town for two days"); they are found
on their own, where the text says that it still goes on.
"""

import re
from datetime import date
from functools import cache

from stemmata.language.trees import Sentence
from stemmata.times.finding import Time
from stemmata.times.told import word_range
from stemmata.times.windows import Context, past
from stemmata.times.words import alternatives, number

_HEDGE = r"(?:(?:about|around|nearly|almost|roughly|some|over|more\s+than|at\s+least|approximately|well)\s+)*"
_WARS = r"(?:war|conflict|uprising|insurgency|rebellion|revolt|fighting|civil)"


def lasted(sentence: Sentence, text: str, day: date | None) -> Time | None:
    """The time of "for nearly two years", up to the day of the telling."""
    return _time(_for(), "lasting", sentence, text, day)


def age_of_war(sentence: Sentence, text: str, day: date | None) -> Time | None:
    """The time of "the five-year war", up to the day of the telling."""
    return _time(_of_years(), "age", sentence, text, day)


def _time(pattern: re.Pattern[str], rule: str, sentence: Sentence, text: str, day: date | None) -> Time | None:
    match = pattern.search(text, sentence.start, sentence.end)
    unit = match["unit"].lower() if match else ""
    window = past(number(match["count"]), unit)(Context(day, False, None, None)) if match else None
    if match is None or window is None:
        return None
    first, last = word_range(sentence, match.start(), match.end())
    return Time(first, last, match.start(), match.end(), window.start, window.end, "window", day, rule, "", window)


@cache
def _for() -> re.Pattern[str]:
    count = rf"(?P<count>\d{{1,3}}|{alternatives('number')})"
    return re.compile(rf"\bfor\s+{_HEDGE}{count}\s+(?P<unit>day|week|month|year|decade)s?\b", re.IGNORECASE)


@cache
def _of_years() -> re.Pattern[str]:
    count = rf"(?P<count>\d{{1,3}}|{alternatives('number')})"
    behind = rf"(?=\s+(?:[\w-]+\s+){{0,2}}{_WARS}\b)"
    return re.compile(rf"\b{count}-(?P<unit>year|month)(?:-long)?{behind}", re.IGNORECASE)
