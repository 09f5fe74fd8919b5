"""Freezes pieces of a page into canonical text: one string with its hash, and blocks that count in it.

Canonical text is in Unicode normal form C, has no control characters, single spaces, newlines as line
ends, and one empty line between blocks. Reading canonical text again as plain text gives the same text.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from stemmata.records import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page with one role, on its way into the text."""

    kind: BlockKind
    text: str


_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Invisible: controls, soft hyphens, marks of direction, the byte order mark. The joiners U+200C and U+200D stay,
# since Persian and the scripts of India are misspelt without them.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_AROUND_NEWLINE = re.compile(r" ?\n ?")
_EMPTY_LINES = re.compile(r"\n{3,}")


def canonical(text: str) -> str:
    """Clean a text of all that a reader does not see; lines stay lines."""
    text = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    text = _AROUND_NEWLINE.sub("\n", _SPACES.sub(" ", unicodedata.normalize("NFC", text)))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def freeze(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """Join pieces, whose text is canonical, with an empty line between them."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        blocks.append(Block(piece.kind, at, at + len(piece.text)))
        parts.append(piece.text)
        at += len(piece.text) + 2
    return "\n\n".join(parts), tuple(blocks)


def digest(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
