"""Where the prose of a paragraph begins: behind a dateline such as "BANGKOK, Sept 18 (Wire) - ".

A dateline says where and when a reporter wrote. Read as prose it would speak, act and lie somewhere. A date that
opens the text ("Published July 2 2016 At least 16 ...") dates the document and no happening.
"""

import re
from datetime import date, timedelta

from stemmata.language.trees import Sentence
from stemmata.records import Block
from stemmata.times import Anchor, find_times

# Capitals (and the small words between them), parts after commas, an agency in brackets, then a dash. Twice the
# 42 characters of the longest among 17 datelines of the development documents may stand before the dash.
_DATELINE = re.compile(
    r"""\s*(?=.{3,90}?[-–—:]\s)
    (?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*)(?:[ ](?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*|de|la|al|el|es|of|and|\d{1,4}))*
    (?:,[ ]?(?:[A-ZÀ-ÖØ-Þ\d][\w.'’/ -]*?))*
    \s*(?:\([^()]{1,40}\)\s*)?\.?\s*(?:-{1,2}|–|—)\s+""",
    re.VERBOSE,
)


def prose_start(text: str, block: Block) -> int:
    """The offset at which a block's prose begins; its start where it has no dateline."""
    if block.kind not in ("paragraph", "quote"):
        return block.start
    match = _DATELINE.match(text, block.start, min(block.end, block.start + 120))
    if match is None or not _is_dateline(match.group()):
        return block.start
    return match.end()


# Words that may stand before the date that opens a text.
_OPENING_WORDS = frozenset({"published", "posted", "last", "updated", "on", "at", ":", "date", "-", "("})


# Agencies that sign the head of a text before its day: "Strikes kill 47 in Deir Ezzor AFP Saturday 25 Jun 2016 ...".
_AGENCIES = frozenset({"afp", "ap", "reuters", "dpa", "xinhua", "efe", "ansa", "upi", "aa"})


# "Last updated at Jan 202015": day and year run together where a page's line break was lost.
_GLUED = re.compile(
    r"(?:last\s+updated|published|posted|updated)?\s*(?:on|at)?:?\s*([A-Z][a-z]{2,8})\.?\s(\d{1,2})(20[012]\d)\b",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _glued_day(found: re.Match[str]) -> date | None:
    month = found[1].lower()[:3]
    try:
        return date(int(found[3]), _MONTHS.index(month) + 1, int(found[2]))
    except ValueError:
        return None


def opening_date(sentence: Sentence, text: str, published: date | None) -> tuple[date | None, int] | None:
    """The day that a text's first sentence opens with, with year and all, and the offset behind it.

    01-06-2016 is read only as the day of publication or its neighbour.
    """
    if glued := _GLUED.match(text, sentence.start):
        return _glued_day(glued), glued.end()
    for time in find_times(sentence, text, Anchor(published)):
        before = [word.text.lower() for word in sentence.words[: time.first]]
        if not _OPENING_WORDS.issuperset(before) and before[-1] not in _AGENCIES:
            continue
        if time.start is not None and time.start == time.end and time.anchor is None:
            return time.start, time.end_char
        if time.rule == "numeric-date":
            sure = published and time.start and abs(time.start - published) <= timedelta(days=1)
            return time.start if sure else None, time.end_char
    return None


def _is_dateline(found: str) -> bool:
    """A first word in capitals, a day or an agency in brackets tells a dateline from a sentence with a dash."""
    first = found.strip().split(",")[0].split(" (")[0].rstrip("-–— ")
    return (
        (first.isupper() and len(first) > 2)
        or bool(re.search(r"\([^()]+\)\s*\.?\s*[-–—]", found))
        or bool(re.search(r",\s.*\d", found))
    )
