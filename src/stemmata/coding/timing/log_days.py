"""The days that head the entries of a log or list, and hold for what an entry tells without a day of its own."""

import re
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.times import Time

# Rules of `times` that read a day of the calendar.
DATES: Final = frozenset({"day-month", "month-day", "date", "numeric-date", "iso-date"})


def of_entry(happening: Happening, scene: Scene) -> Time | None:
    """The day that an entry of a log or list opens with: "17 September, night, Karari. Two shells fell ...".

    It is a sentence of its own, in the same block, that tells no happening, or opens an item of a list.
    """
    own = happening.passage
    for passage in scene.passages[max(0, own.number - ENTRY_REACH) : own.number]:
        opens = passage.block_number == own.block_number and passage.sentence.start <= passage.block.start + 3
        listed = opens and ITEM.match(scene.document.text, passage.block.start) is not None
        dates = [t for t in passage.times if t.first <= (3 if listed else 1) and t.end_char > scene.opening_end]
        heads = not passage.mentions and len(passage.sentence.words) <= ENTRY_WORDS
        if opens and dates and (heads or listed):
            return dates[0]
    return None


# "1. On 12 October ...", "- 12 Oct: ...".
ITEM: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[-–•*])\s")
# How many sentences an entry may have behind the one that dates it. Set by judgement.
ENTRY_REACH: Final = 4
# How long the sentence that dates an entry may be, in words.
ENTRY_WORDS: Final = 12


def of_log(happening: Happening, scene: Scene) -> Time | None:
    """The day that stands by itself over the entries of a log, up to the next: "19 March 2024", then a list.

    The day that opens a text is when it was written, but over a list it is that of the entries.
    """
    own = happening.passage
    listed = own.block.kind == "list_item" or ITEM.match(scene.document.text, own.block.start) is not None
    for passage in reversed(scene.passages[: own.number]):
        day = _stands_alone(passage, scene)
        if day is not None:
            return day if listed or day.end_char > scene.opening_end else None
    return None


def _stands_alone(passage: Passage, scene: Scene) -> Time | None:
    """The day that a block tells and nothing else."""
    block = passage.block
    if len(passage.times) != 1 or passage.mentions or passage.times[0].rule not in DATES:
        return None
    text, time = scene.document.text, passage.times[0]
    around = text[block.start : time.start_char] + text[time.end_char : block.end]
    words = re.findall(r"[^\W_]+", around.lower())
    of_one_day = (
        time.kind == "point"
        and len(words) <= ENTRY_WORDS
        and DAILY.intersection(words)
        and not OF_MORE.intersection(words)
    )
    return time if not words or of_one_day else None


# Words of the heading of a log of one day, "Daily log, Kivu, 14 September 2022"; and of one that tells of more, or was
# only written on it ("Daily bulletin, 14 September 2022").
DAILY: Final = frozenset({"daily", "log", "diary", "incidents", "sitrep", "roundup"})
OF_MORE: Final = frozenset({"weekly", "monthly", "week", "month", "published", "updated", "correction", "bulletin"})
