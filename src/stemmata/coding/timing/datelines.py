"""Where the prose of a paragraph begins: behind a dateline such as "BANGKOK, Sept 18 (Wire) - ".

A dateline says where and when a reporter wrote. Read as prose it would speak, act and lie somewhere. A date that
opens the text ("Published July 2 2016 At least 16 ...") dates the document and no happening.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from stemmata.actors import load_sources
from stemmata.language.trees import Sentence
from stemmata.records import Block
from stemmata.times import Anchor, Time, find_times

# Capitals (and the small words between them), parts after commas, an agency in brackets, then a dash. Twice the
# 42 characters of the longest among 17 datelines of the development documents may stand before the dash.
_DATELINE: Final = re.compile(
    r"""\s*(?=.{3,90}?[-–—:]\s)
    (?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*)(?:[ ](?:[A-ZÀ-ÖØ-Þ][\w.'’/-]*|de|la|al|el|es|of|and|\d{1,4}))*
    (?:,[ ]?(?:[A-ZÀ-ÖØ-Þ\d][\w.'’/ -]*?))*
    \s*(?:\([^()]{1,40}\)\s*)?\.?\s*(?:-{1,2}|–|—)\s+""",
    re.VERBOSE,
)
# "GUWAHATI, Oct. 31: ", "MOSCOW, November 4. ": capitals and a day, without a dash.
_DAYLINE: Final = re.compile(
    r"\s*[A-ZÀ-ÖØ-Þ]{3}[A-ZÀ-ÖØ-Þ '’-]*,\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?[.:]\s+"
)


# "... of Deir ez-Zor. MOSCOW (Sputnik) At least ...": a page that lost its line breaks.
_INNER: Final = re.compile(
    r"(?<=\s)[A-ZÀ-ÖØ-Þ]{4,}(?:,? [A-ZÀ-ÖØ-Þ]+){0,3} \(([A-Z][\w ]{1,20})\)\s*[-–—:]?\s+(?=[A-Z“\"])"
)
# "... on September 5. Tags civilian deaths airstrikes Syria": the words by which a page is filed.
_TAGS: Final = re.compile(r"(?<=[.!?…])\s(?:\d{1,3}\s)?Tags:?\s[^.!?]*$")
# Who sends stories from a place. A ministry in brackets is none of them.
_SENDERS: Final = frozenset({"agency", "outlet"})


def prose(text: str, block: Block) -> list[tuple[int, int]]:
    """The stretches of a block's prose, from offset to offset: behind its dateline, around those that a page has in the
    middle of a paragraph, and before its tags."""
    start, found = _prose_start(text, block), []
    tags = _TAGS.search(text, start, block.end)
    end = tags.start() if tags else block.end
    for inner in _INNER.finditer(text, start, end):
        sender = load_sources().resolve(inner[1])
        if sender is not None and load_sources().sources[sender.id].kind in _SENDERS:
            found.append((start, inner.start()))
            start = inner.end()
    return [*found, (start, end)]


def _prose_start(text: str, block: Block) -> int:
    """The offset at which a block's prose begins; its start where it has no dateline."""
    if block.kind not in ("paragraph", "quote"):
        return block.start
    end = min(block.end, block.start + 120)
    if match := _DAYLINE.match(text, block.start, end):
        return match.end()
    match = _DATELINE.match(text, block.start, end)
    if match is None or not _is_dateline(match.group()):
        return block.start
    return match.end()


# Words that may stand before the date that opens a text.
_OPENING_WORDS: Final = frozenset("published posted last updated created on at : date of publication - (".split())


# Agencies that sign the head of a text before its day: "Strikes kill 47 in Deir Ezzor AFP Saturday 25 Jun 2016 ...".
_AGENCIES: Final = frozenset({"afp", "ap", "reuters", "dpa", "xinhua", "efe", "ansa", "upi", "aa"})


# "Last updated at Jan 202015", "07.07.2015Get short URL": a page's line break was lost within or behind the day.
_GLUED: Final = re.compile(
    r"(?:last\s+updated|published|posted|updated)?\s*(?:on|at)?:?\s*([A-Z][a-z]{2,8})\.?\s(\d{1,2})(20[012]\d)\b",
    re.IGNORECASE,
)
_GLUED_DIGITS: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(20[012]\d)(?=[A-Z][a-z])")
# A chronicle: paragraphs that each open with a day, of which the first dates no document.
_ENTRY_DAY: Final = re.compile(r"(?m)^\W{0,3}\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?[.:]\s")
ENTRIES: Final = 3
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def opening_date(sentences: Sequence[Sentence], text: str, published: date | None) -> tuple[date | None, int] | None:
    """The day that a text opens with, with year and all, and the offset behind it.

    It stands in the first sentence, or is one of the first by itself. 01/06/2016 is read only as the day of publication
    or its neighbour; written with dashes the day comes first, unless the month first is the day of publication.
    """
    start = sentences[0].start
    if len(_ENTRY_DAY.findall(text)) >= ENTRIES:
        return None
    if glued := _GLUED.match(text, start):
        return _day(int(glued[3]), _month(glued[1]), int(glued[2])), glued.end()
    if glued := _GLUED_DIGITS.match(text, start):
        return _day(int(glued[4]), int(glued[3]), int(glued[1])), glued.end()
    for time in find_times(sentences[0], text, Anchor(published)):
        before = [word.text.lower() for word in sentences[0].words[: time.first]]
        if not _OPENING_WORDS.issuperset(before) and before[-1] not in _AGENCIES:
            continue
        if [*before, sentences[0].words[time.first].text.lower()][0] == "on":
            continue  # "On 24 February 2022, gunmen ...": what is told happened on it
        if _is_full_day(time):
            return time.start, time.end_char
        if time.rule == "numeric-date":
            return _in_digits(text[time.start_char : time.end_char], time.start, published), time.end_char
    for sentence in sentences[1:3]:
        times = find_times(sentence, text, Anchor(published))
        if len(times) == 1 and _is_full_day(times[0]) and times[0].last - times[0].first + 1 == len(sentence.words):
            return times[0].start, times[0].end_char
    return None


def _is_full_day(time: Time) -> bool:
    return time.start is not None and time.start == time.end and time.anchor is None


def _in_digits(words: str, read: date | None, published: date | None) -> date | None:
    """The day of 01-06-2016, of which `read` is the reading that the day of publication makes sure."""
    if published and read and abs(read - published) <= timedelta(days=1):
        return read
    digits = [int(number) for number in re.findall(r"\d+", words)]
    return _day(digits[2], digits[1], digits[0]) if "-" in words and len(digits) == 3 else None


def _month(word: str) -> int:
    return _MONTHS.index(word.lower()[:3]) + 1 if word.lower()[:3] in _MONTHS else 0


def _day(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def _is_dateline(found: str) -> bool:
    """A first word in capitals, a day or an agency in brackets tells a dateline from a sentence with a dash."""
    first = found.strip().split(",")[0].split(" (")[0].rstrip("-–— ")
    return (
        (first.isupper() and len(first) > 2)
        or bool(re.search(r"\([^()]+\)\s*\.?\s*[-–—]", found))
        or bool(re.search(r",\s.*\d", found))
    )
