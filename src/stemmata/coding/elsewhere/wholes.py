"""A whole and its parts, told in different sentences: they have one time.

"Seven killed in attacks on Aleppo and Sweida. Six died when rockets hit Aleppo on Friday. ...": the sum at the head has
the day of its parts, where they all have one. "Fourteen of the victims died in strikes near Saqba": a part of those who
were told as killed before.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from stemmata.coding.elsewhere.one_telling import HEAD, VIOLENT, Telling, is_plural
from stemmata.records import When

# A part of the dead and hurt who were told before.
OF_THE_DEAD: Final = re.compile(
    r"\b(?:of|among)\s+(?:the|those)\s+(?:\w+\s+)?(?:victims|dead|killed|wounded|injured|casualties|fatalities|deaths"
    r"|slain|hurt)\b|\bof\s+those\s+(?:who\s+)?(?:were\s+)?(?:killed|wounded|injured|died)\b",
    re.IGNORECASE,
)
HARM: Final = frozenset({"killed", "wounded", "casualties"})
# How many sentences behind the toll its parts are told. Set by judgement.
REACH: Final = 8


def day_of_parts(n: int, told: Sequence[Telling], families: Mapping[str, str]) -> When | None:
    """The day of those told behind a sum at the head of a text, where all that may be of it have the same."""
    whole = told[n]
    if whole.passage.number > HEAD or families[whole.report.type] not in VIOLENT or not _is_sum(whole):
        return None
    countries = {place.country for place in whole.report.places}
    days: dict[date, When] = {}
    for one in told[n + 1 :]:
        when = one.report.when
        if one.passage is whole.passage or families[one.report.type] not in VIOLENT or when is None:
            continue
        if when.start is None or one.report.status.value != "happened":
            continue
        if when.end != when.start:
            return None
        if not countries or countries & {place.country for place in one.report.places}:
            days[when.start] = when
    return next(iter(days.values())) if len(days) == 1 else None


def _is_sum(whole: Telling) -> bool:
    """ "Rocket attacks", "strikes", and not "bodies"."""
    return is_plural(whole) and whole.report.type != "casualties"


def of_its_dead(source: Telling, one: Telling) -> bool:
    """Tell whether those of whom a report tells are a part of those whom another told as killed or hurt before."""
    behind = one.passage.number - source.passage.number
    if not 0 < behind <= REACH or not any(figure.measure in HARM for figure in source.report.figures):
        return False
    return OF_THE_DEAD.search(one.report.evidence.quote) is not None
