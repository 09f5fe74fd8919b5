"""Plain text → pieces with kinds.

An empty line ends a paragraph, and so does a newline, unless the line was broken only because it was full: wire
copy is set at 60 to 80 columns, and its lines are put together into one block without touching the text.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from stemmata.errors import TooLarge
from stemmata.reading.boilerplate import kept
from stemmata.reading.dates import is_date_line, opens_with_dateline
from stemmata.reading.freeze import Piece, canonical
from stemmata.records import Block, BlockKind

WIDEST = 100
"""Characters of the widest line that is taken for a full one: wire copy has 65 to 80, mail up to 100."""
NARROWEST = 50
"""Below it a line is no full line but a heading, a name or a date."""
LONGEST_HEADLINE = 160
"""Characters. Of the headlines of 482 news texts (FA-KES) the longest has 136."""
LONGEST_HEADING = 90
"""Characters of a line between paragraphs that is taken for a heading."""

MOST_PARAGRAPHS = 20_000
"""Of one document; they take 2 s on one shared core. A thick novel has 12,000, the longest encyclopedia pages 1,000."""

LINES_OF_A_PARAGRAPH = 10
"""In wire copy, at most, on the average of a document."""

LINES_OF_A_LIST = 4
"""Lines that all begin with a capital, at least, for each to stand by itself."""

_ITEM = re.compile(
    r"(?:[-–—•*·▪◦●■►▶▫]\ufe0f?|\(?\d{1,2}[.)/]|\(?[a-z]\))\s+\S"
    r"|[\u203c\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]\S*\s*\S"  # emoji stand for bullets in posts
)
_QUOTED = re.compile(r">")
_NAME = r"(?:[A-ZÀ-Þ@(][\w.'’)-]*|al-\w+|el-\w+|bin|ibn|abu|de|van|der|von|di|and|et|y|in|of|for|[&|,/])"
_BYLINE_OPENS = (
    r"(?:By|(?:Written|Reported|Edited|Compiled) by|(?:Reporting|Writing|Editing|Text|Words|Story) by|Par|Por|Von)"
)
_BYLINE = re.compile(
    rf"{_BYLINE_OPENS}:? (?!The |A |An )[A-ZÀ-Þ][\w.'’-]*,?(?: {_NAME},?)*[.;]?(?:;? ?{_BYLINE_OPENS} .*)?"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the paragraphs of a text: maximal runs of lines that belong together."""
    for chunk in re.finditer(r"\S(?:.*\n(?=.*\S))*.*", text):
        begin = chunk.start()
        lines = list(re.finditer(r"[^\n]+", chunk.group()))
        widest = WIDEST + 1 if _is_list(lines) else max(len(line.group().rstrip()) for line in lines)
        start = 0
        for this, following in pairwise(lines):
            if not _runs_on(this.group().rstrip(), following.group().strip(), widest):
                yield begin + start, begin + this.end()
                start = following.start()
        yield begin + start, begin + lines[-1].end()


def _runs_on(line: str, following: str, widest: int) -> bool:
    """Tell whether a line was broken only because it was full, or goes on in the middle of a sentence."""
    if _ITEM.match(following) or opens_with_dateline(following) or is_byline(line) or is_byline(following):
        return False
    if line.startswith(">") != following.startswith(">"):
        return False
    if following[:1].islower() and not _ENDS_SENTENCE.search(line):
        return True
    first = following.split(maxsplit=1)[0]
    return widest <= WIDEST and len(line) >= NARROWEST and len(line) + 1 + len(first) > widest


def _is_list(lines: list[re.Match[str]]) -> bool:
    """Tell whether lines without an empty one between are headlines or entries: each begins as a sentence does.

    In wire copy one line in four begins with a capital or a number.
    """
    return len(lines) >= LINES_OF_A_LIST and not any(line.group().lstrip()[:1].islower() for line in lines)


def blocks_of(text: str, title: str | None = None) -> list[Block]:
    """The blocks of a text, without what it says about its page.

    Args:
        text: the text, as it stands.
        title: its title where the input tells one; only a first line that repeats it is then the headline.

    Raises:
        TooLarge: it has more paragraphs than a page.
    """
    spans = [trimmed for span in islice(paragraphs(text), MOST_PARAGRAPHS + 1) if (trimmed := _trim(text, *span))]
    refuse_more_than_a_page(len(spans))
    spans = [spans[index] for index in kept([text[start:end] for start, end in spans])]
    blocks = []
    for index, (start, end) in enumerate(spans):
        words, last = text[start:end], index == len(spans) - 1
        kind = _headline(words, title) if index == 0 and not last else None
        blocks.append(Block(kind or _kind(words, last), start, end))
    return blocks


def refuse_more_than_a_page(count: int) -> None:
    """Refuse a text with too many paragraphs.

    Raises:
        TooLarge: it has more than 20,000.
    """
    if count > MOST_PARAGRAPHS:
        raise TooLarge(f"has more than {MOST_PARAGRAPHS:,} paragraphs; cut it into documents, one JSON object a line.")


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def _headline(words: str, title: str | None) -> BlockKind | None:
    if title is not None:
        return "headline" if letters(words) == letters(title) else None
    return (
        "headline"
        if _is_short_line(words, LONGEST_HEADLINE) and not is_byline(words) and not is_date_line(words)
        else None
    )


def _kind(words: str, last: bool) -> BlockKind:
    if is_byline(words) or is_date_line(words):
        return "byline"
    if _ITEM.match(words):
        return "list_item"
    if _QUOTED.match(words):
        return "quote"
    return "heading" if not last and _is_short_line(words, LONGEST_HEADING) else "paragraph"


def _is_short_line(words: str, longest: int) -> bool:
    return (
        len(words) <= longest
        and "\n" not in words
        and not _ITEM.match(words)
        and not opens_with_dateline(words)
        and not _ENDS_SENTENCE.search(words)
    )


def is_byline(words: str) -> bool:
    """Tell whether a line only says who wrote it."""
    return len(words) <= 160 and _BYLINE.fullmatch(words.strip("()")) is not None


def opens_with_byline(words: str) -> bool:
    """Tell whether a line begins by saying who wrote it, and may go on with when and for whom."""
    return re.match(_BYLINE_OPENS + r"\b", words) is not None


def letters(words: str) -> str:
    """Letters and digits alone, in lower case: what is the same when two lines say the same."""
    return re.sub(r"[\W_]+", "", words).casefold()


def as_pieces(text: str) -> list[Piece]:
    """The pieces of a text that is not canonical yet, such as a pasted one.

    Raises:
        TooLarge: it has more paragraphs or lines than a page.
    """
    refuse_more_than_a_page(text.count("\n") // LINES_OF_A_PARAGRAPH)
    text = canonical(_with_indents_as_gaps(text.strip("\r\n")))
    return [Piece(block.kind, text[block.start : block.end]) for block in blocks_of(text)]


def _with_indents_as_gaps(text: str) -> str:
    """Put an empty line before a line that is set in farther than the one before: so copy marks a new paragraph."""
    lines = text.splitlines()
    gapped = lines[:1]
    for before, line in pairwise(lines):
        deeper = len(line) - len(line.lstrip()) > len(before) - len(before.lstrip())
        if deeper and line.strip() and before.strip() and not _ITEM.match(before.lstrip()):
            gapped.append("")
        gapped.append(line)
    return "\n".join(gapped)
