"""Where the prose of a paragraph begins: behind a dateline such as "BANGKOK, Sept 18 (Wire) - ".

A dateline says where and when a reporter wrote. Read as prose it would speak, act and lie somewhere.
"""

import re
from typing import Final

from stemmata.actors import load_sources
from stemmata.language.words import Stretch
from stemmata.records import Block

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


def prose(text: str, block: Block, start: int) -> list[Stretch]:
    """The stretches of a block's prose from an offset on: behind its dateline, around those that a page has in the
    middle of a paragraph, and before its tags."""
    start, found = _prose_start(text, block, start), []
    tags = _TAGS.search(text, start, block.end)
    end = tags.start() if tags else block.end
    for inner in _INNER.finditer(text, start, end):
        sender = load_sources().resolve(inner[1])
        if sender is not None and load_sources().sources[sender.id].kind in _SENDERS:
            found.append((start, inner.start()))
            start = inner.end()
    return [*found, (start, end)]


def _prose_start(text: str, block: Block, start: int) -> int:
    """The offset at which prose begins; the start where it has no dateline."""
    if block.kind not in ("paragraph", "quote"):
        return start
    end = min(block.end, start + 120)
    if match := _DAYLINE.match(text, start, end):
        return match.end()
    match = _DATELINE.match(text, start, end)
    if match is None or not _is_dateline(match.group()):
        return start
    return match.end()


def _is_dateline(found: str) -> bool:
    """A first word in capitals, a day or an agency in brackets tells a dateline from a sentence with a dash."""
    first = found.strip().split(",")[0].split(" (")[0].rstrip("-–— ")
    return (
        (first.isupper() and len(first) > 2)
        or bool(re.search(r"\([^()]+\)\s*\.?\s*[-–—]", found))
        or bool(re.search(r",\s.*\d", found))
    )
