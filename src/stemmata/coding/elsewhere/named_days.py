"""The day by which a text names what it told before: "Tuesday's attack", "the Monday raids", "Fridays bombing".

A lead tells of the attack and leaves its day to a mention behind it.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from stemmata.coding.elsewhere.one_telling import LEAD, VIOLENT, Telling
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.timing.timing import OF_A_NOUN
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Word, matches
from stemmata.times import Time

# How far behind what it names such a mention may stand, in sentences.
REACH: Final = 20
# Rules of times that tell a day by its name.
OF_DAYS: Final = frozenset({"weekday", "day-word"})


class NamedDay(NamedTuple):
    """A happening taken up by its day."""

    time: Time
    passage: Passage
    mention: Mention


def find_named_days(scene: Scene) -> list[NamedDay]:
    """In text order."""
    return [
        NamedDay(time, passage, mention)
        for passage in scene.passages
        if passage.mentions
        for time in passage.times
        if time.rule in OF_DAYS and time.kind == "point" and (noun := _dated_noun(passage, time)) is not None
        for mention in passage.mentions
        if mention.first <= noun.index <= mention.last
    ]


def _dated_noun(passage: Passage, time: Time) -> Word | None:
    head = time.head(passage.sentence)
    return passage.sentence.head(head) if matches(head.deprel, OF_A_NOUN) else None


def named_day(one: Telling, days: Sequence[NamedDay], families: Mapping[str, str]) -> Time | None:
    """The day by which a later sentence, or the one before, names a report."""
    for day in days:
        behind = day.passage.number - one.passage.number
        if -1 <= behind <= REACH and behind and _takes_up(day.mention, one, families, opens=behind < 0):
            return day.time
    return None


def _takes_up(mention: Mention, one: Telling, families: Mapping[str, str], *, opens: bool) -> bool:
    """Tell whether a mention may mean a report; "the attack" means what the text began with, or goes on with.

    Args:
        opens: the mention stands before the report.
    """
    family = families[one.report.type]
    if mention.row.role == "open":
        return family in VIOLENT and (opens or one.passage.number <= LEAD)
    return families.get(mention.row.type) == family
