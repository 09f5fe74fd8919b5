"""Finds quotations in a document's text, over sentences and paragraphs, and tells them from scare quotes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stemmata.records import Document

OPENING: Final = {"“": "”", "«": "»", "„": "“"}
STRAIGHT: Final = '"'
# Single marks, which are apostrophes as well: ‘…’ and '…'. The opening and the closing one.
SINGLE: Final = {"‘": "’", "'": "'"}
MARKS: Final = frozenset({STRAIGHT, *OPENING, *SINGLE})
CLOSING: Final = frozenset({*OPENING.values(), *SINGLE.values()})
# A quotation of fewer words is a name, a title or a scare quote ("the caliphate"); three words hardly say anything.
LEAST_WORDS: Final = 4
# An opening mark that is not closed within so many paragraphs was forgotten; the quotation ends with its paragraph.
MOST_PARAGRAPHS: Final = 6
# One that would be longer, in characters, ends with its first sentence: the text is one that lost its paragraphs.
LONGEST_UNCLOSED: Final = 500
_SENTENCE_END: Final = re.compile(r"[.!?]\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between quotation marks, the marks included."""

    start: int
    end: int
    speaks: bool
    """False for scare quotes and quoted names."""
    closed: bool = True
    """False where no mark closes it."""


def find_quotations(document: Document) -> list[Quotation]:
    """All quotations in text order. Marks that do not pair up end with their block; block quotes count whole."""
    found = list(_in_text(document))
    for block in document.blocks:
        if block.kind in ("quote", "embedded_post") and not any(
            q.start <= block.start and block.end <= q.end for q in found
        ):
            found.append(Quotation(block.start, block.end, True))
    return sorted(found, key=lambda q: q.start)


def _in_text(document: Document) -> Iterator[Quotation]:
    open_at: int | None = None
    closing = ""
    blocks = 0
    for block in document.blocks:
        text = document.text
        for at in range(block.start, block.end):
            mark = text[at]
            if open_at is None:
                if mark in OPENING:
                    open_at, closing, blocks = at, OPENING[mark], 0
                elif mark == STRAIGHT and _may_open(text, at):
                    open_at, closing, blocks = at, STRAIGHT, 0
                elif mark in SINGLE and _single_opens(text, at):
                    open_at, closing, blocks = at, SINGLE[mark], 0
            elif at == block.start and mark in (STRAIGHT, "'"):
                pass  # a quotation over paragraphs opens each of them anew
            elif mark == STRAIGHT and closing == STRAIGHT and _must_open(text, at):
                yield _quotation(document, open_at, at)  # the mark that closed it was forgotten
                open_at, blocks = at, 0
            elif mark == closing and (closing not in SINGLE.values() or _single_closes(text, at, open_at)):
                yield _quotation(document, open_at, at + 1)
                open_at = None
        if open_at is None:
            continue
        blocks += 1
        if not _goes_on(document, block.end, closing) or blocks > MOST_PARAGRAPHS:
            if closing in SINGLE.values():  # an apostrophe
                open_at = None
                continue
            yield _quotation(document, open_at, _end_of_unclosed(document, open_at, block.end), closed=False)
            open_at = None


def _end_of_unclosed(document: Document, start: int, end: int) -> int:
    """Where a quotation ends whose closing mark was forgotten: with its paragraph, or in a long one with a sentence."""
    stop = _SENTENCE_END.search(document.text, start, end) if end - start > LONGEST_UNCLOSED else None
    return stop.start() + 1 if stop else end


def _may_open(text: str, at: int) -> bool:
    """A straight mark opens where a word follows and none goes before; a full stop behind it ends what it closed."""
    return (at == 0 or not text[at - 1].isalnum()) and at + 1 < len(text) and _begins(text[at + 1])


def _begins(sign: str) -> bool:
    return sign.isalnum() or sign in "'‘“([$€£…"


def _must_open(text: str, at: int) -> bool:
    """A straight mark between a space and a word closes nothing."""
    return text[at - 1].isspace() and at + 1 < len(text) and text[at + 1].isalnum()


def _single_opens(text: str, at: int) -> bool:
    """A single mark opens behind a space and before a capital: "he said: ‘They came’", not "rock 'n' roll"."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([:—–") and (behind.isupper() or behind in ("…", "["))


def _single_closes(text: str, at: int, start: int) -> bool:
    """A single mark closes behind a stop or comma, or behind a word that needs no apostrophe: not "the farmers’ homes".

    A few words between two of them are a name or a scare quote, which may end in an "s".
    """
    before, behind = text[at - 1], text[at + 1 : at + 2]
    if behind.isalnum():
        return False
    return before in ",.!?…" or before != "s" or len(text[start:at].split()) < LEAST_WORDS


def _goes_on(document: Document, end: int, closing: str) -> bool:
    """A quotation over paragraphs opens each of them anew."""
    rest = document.text[end : end + 4].lstrip()
    opening = next((o for o, c in (*OPENING.items(), *SINGLE.items()) if c == closing), STRAIGHT)
    return rest.startswith(opening)


def _quotation(document: Document, start: int, end: int, *, closed: bool = True) -> Quotation:
    inner = document.text[start + 1 : end].strip("”\"»’' ")
    return Quotation(start, end, len(inner.split()) >= LEAST_WORDS, closed)
