"""Where sentences begin that no stop tells: "… wounding six in Idleb In the same context a man was shot …".

A heading, a caption or a lead ends in the middle of a line where its page's line breaks were lost. What begins behind
it shows by a small word with a capital, which none has within a sentence.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from stemmata.tables import CODEBOOK, read_table

# Characters from which on a text without a comma has lost them. A judgement.
LONG: Final = 300
# Words of the longest lead that is looked for a second time, and of the shortest; and letters in which both stand.
LEAD: Final = 90
SAME: Final = 6
LETTERS: Final = 1300
# "(Reuters Photo) Thirty-five people ...": a caption ends.
_PHOTO: Final = re.compile(r"\([^()]{0,60}\b[Pp]hoto\b[^()]{0,60}\)\s(?=[A-Z\"“])")
_STOP: Final = re.compile(r"[.!?]\s")
_WORD: Final = re.compile(r"\w+")
# Words before a number in a name ("World War Two", "the Big Five").
_NUMBERED: Final = r"(?<!\bWar\s)(?<!\bof\s)(?<!\bthe\s)(?<!\bBig\s)"


def lost_its_commas(text: str) -> bool:
    """Tell whether the commas of a text were taken out."""
    return len(text) > LONG and "," not in text


def beginnings(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets in a stretch of prose at which a sentence begins that no stop tells, in order."""
    found = {match.end() for match in _clock().finditer(text, start, end)}
    if lost_its_commas(text):
        found |= {match.end() for match in _pattern().finditer(text, start, end)}
    yield from sorted(found)


@cache
def _clock() -> re.Pattern[str]:
    """The blank behind an hour that ends a sentence: "at 4 p.m. One soldier died"; "p.m. Monday" goes on."""
    opens = rf"(?:{words('small')}|{words('counted')}|{words('turn')})\b"
    return re.compile(rf"(?<=\b[ap]\.m\.)\s(?={opens})")


@cache
def _pattern() -> re.Pattern[str]:
    """What stands before such a beginning, with the blank."""
    kinds = (
        rf"(?:{words('small')})\s[a-z\d]",
        r"On\s(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|September|October|November|December)\b",
        rf"(?:{words('turn')})\s",
        rf"{_NUMBERED}(?:{words('counted')})\s[a-z]",
        r"(?:The|An?)\s(?:[A-Z][\w-]*\s){1,4}[a-z]{4}",  # "... Sweida The Syrian army targeted"
    )
    behind = r"\s(?=[A-Z])(?:(?<=[^\W_]\s)|(?<=[^\W_]\)\s))"  # what most blanks fail at stands first
    return re.compile(rf"{behind}(?=(?:{'|'.join(kinds)}))|\s(?=Tags:?\s[A-Z])|{_PHOTO.pattern}")


@cache
def words(kind: str) -> str:
    """The words of a kind of `run_together.csv`, longest first, as a part of a regular expression."""
    rows = read_table(CODEBOOK / "run_together.csv", ("kind", "words"))
    found = [word for row in rows if row["kind"] == kind for word in row.several("words")]
    return "|".join(re.escape(word) for word in sorted(found, key=len, reverse=True))


def told_twice(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The shorter copy, from offset to offset, of a lead that is told twice in a row: "L. L.", "L L and more."

    It is looked for where the stretch begins, and behind its first stops. Of two that are the same it is the second.
    """
    found = list(_WORD.finditer(text, start, min(end, start + LETTERS)))
    said = [word.group().casefold() for word in found]
    opens = [0, *(n for n in range(1, min(LEAD, len(found))) if _STOP.match(text, found[n - 1].end()))]
    for one in opens[:3]:
        for other in range(one + SAME, min(one + LEAD, len(said) - SAME)):
            if said[other] != said[one] or said[one:other] != said[other : 2 * other - one]:
                continue
            first, second, behind = found[one].start(), found[other].start(), found[2 * other - one - 1].end()
            whole = _STOP.match(text, found[other - 1].end()) and _STOP.match(text, behind)
            return (second, behind + 1) if whole else (first, second)
    return None
