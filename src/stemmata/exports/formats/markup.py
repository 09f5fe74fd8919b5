"""Text in XML and HTML: on one line, escaped, without the characters that neither may hold."""

import re
from html import escape

from stemmata.exports.wording import one_line

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 may not hold (section 2.2)."""


def text(words: object) -> str:
    """Words as the text of an element or the value of an attribute."""
    return escape(FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", one_line(str(words))))


def web_address(page: str) -> str | None:
    """An address that may be linked; None for a file, and for what a browser would run."""
    return page if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", page) else None
