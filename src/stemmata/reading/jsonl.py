"""Documents, one JSON object a line: their text is canonical exactly as it stands."""

import json
from collections.abc import Iterator
from typing import Any

from stemmata.reading.boilerplate import kept
from stemmata.reading.dates import iso_day
from stemmata.reading.freeze import digest
from stemmata.reading.text import pieces
from stemmata.records import Block, Capture, DatedMark, Document, Problem

DEEPEST = 50
"""Levels of nesting of one line; a document has two."""


class BadLine(Exception):
    """A line that is no document; the message says what is wrong and what to do."""


def read_jsonl(capture: Capture) -> Iterator[Document | Problem]:
    """Read each line by itself: one bad line never costs the others."""
    for number, line in _lines(capture.body):
        try:
            yield _document(_object(line), capture)
        except BadLine as wrong:
            yield Problem(capture.source, "read", "unreadable-input", f"{capture.source}:{number}: {wrong}")


def _lines(body: bytes) -> Iterator[tuple[int, bytes]]:
    start, number = 0, 0
    body = body.removeprefix(b"\xef\xbb\xbf")
    while start < len(body):
        number += 1
        end = body.find(b"\n", start)
        end = len(body) if end < 0 else end
        if line := body[start:end].strip():
            yield number, line
        start = end + 1


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadLine("this line is not UTF-8; save the file in UTF-8") from error
    except RecursionError as error:
        raise BadLine("this line is nested too deeply; a document is one flat object") from error
    except ValueError as error:
        raise BadLine(f"this line is no JSON ({error}); each line must be one whole object") from error
    if not isinstance(value, dict):
        raise BadLine('this line is no JSON object; a document looks like {"id": "1", "text": "…"}')
    return value


def _document(value: dict[str, Any], capture: Capture) -> Document:
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise BadLine("this document has no `text`; give its words in the key `text`")
    try:
        sha256 = digest(text)
    except UnicodeEncodeError as error:
        raise BadLine("its text holds half a character (a lone surrogate); write it out again") from error
    told = {key: _word(value, key) for key in ("id", "title", "publisher", "author", "url", "language", "published")}
    return Document(
        id=told["id"] or sha256[:16],
        text=text,
        sha256=sha256,
        source=capture.source,
        capture=capture.sha256,
        title=told["title"],
        publisher=told["publisher"],
        author=told["author"],
        url=told["url"],
        language=told["language"],
        dates=_dates(told["published"]),
        blocks=tuple(Block(kind, start, end) for kind, start, end in kept(text, pieces(text, told["title"]))),
    )


def _word(value: dict[str, Any], key: str) -> str | None:
    word = value.get(key)
    if word is None or (isinstance(word, str) and not word.strip()):
        return None
    if isinstance(word, int) and key == "id":
        return str(word)
    if not isinstance(word, str):
        raise BadLine(f"`{key}` must be words or null, not {json.dumps(word)[:40]}")
    return word


def _dates(published: str | None) -> tuple[DatedMark, ...]:
    if published is None:
        return ()
    day = iso_day(published)
    if day is None:
        raise BadLine(f"`published` is {published!r}; write a day as 2019-01-21, or null where it is not known")
    return (DatedMark("published", day, "key published", published),)
