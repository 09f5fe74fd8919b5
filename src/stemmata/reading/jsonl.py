"""Documents, one JSON object a line: their text is canonical exactly as it stands."""

import json
from collections.abc import Iterator
from typing import Any

from stemmata.errors import UnreadableInput
from stemmata.reading.dates import day_of, marks_of
from stemmata.reading.document import name_of
from stemmata.reading.freeze import digest
from stemmata.reading.text import blocks_of
from stemmata.records import Capture, DatedMark, Document, Problem


def read_jsonl(capture: Capture, text: str) -> Iterator[Document | Problem]:
    """Read each line by itself: one bad line never costs the others."""
    for number, line in _lines(text):
        try:
            yield _document(_object(line), capture)
        except UnreadableInput as wrong:
            yield Problem(capture.source, "read", wrong.code, f"{name_of(capture)}:{number}: {wrong}.")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not empty, with their numbers; JSON may hold all line ends but the newline."""
    start, number = 0, 0
    while start < len(text):
        number += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if line := text[start:end].strip():
            yield number, line
        start = end + 1


def _object(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except RecursionError as error:
        raise UnreadableInput("this line is nested too deeply; a document is one flat object") from error
    except ValueError as error:
        raise UnreadableInput(f"this line is no JSON ({error}); each line must be one whole object") from error
    if not isinstance(value, dict):
        raise UnreadableInput('this line is no JSON object; a document looks like {"id": "1", "text": "…"}')
    return value


def _document(value: dict[str, Any], capture: Capture) -> Document:
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableInput("this document has no `text`; give its words in the key `text`")
    try:
        sha256 = digest(text)
    except UnicodeEncodeError as error:
        raise UnreadableInput("its text holds half a character (a lone surrogate); write it out again") from error
    told = {key: _word(value, key) for key in ("id", "title", "publisher", "author", "url", "language", "published")}
    blocks = tuple(blocks_of(text, told["title"]))
    dates = _published(told["published"])
    known = dates[0].day if dates else None
    return Document(
        id=told["id"] or sha256[:16],
        text=text,
        sha256=sha256,
        source=name_of(capture),
        capture=capture.sha256,
        title=told["title"],
        publisher=told["publisher"],
        author=told["author"],
        url=told["url"],
        language=told["language"],
        dates=(*dates, *marks_of(text, [(block.start, block.end) for block in blocks], known)),
        blocks=blocks,
    )


def _word(value: dict[str, Any], key: str) -> str | None:
    word = value.get(key)
    if word is None or (isinstance(word, str) and not word.strip()):
        return None
    if isinstance(word, int) and key == "id":
        return str(word)
    if not isinstance(word, str):
        raise UnreadableInput(f"`{key}` must be words or null, not {json.dumps(word)[:40]}")
    return word


def _published(published: str | None) -> tuple[DatedMark, ...]:
    if published is None:
        return ()
    day = day_of(published)
    if day is None:
        raise UnreadableInput(f"`published` is {published!r}; write a day as 2019-01-21, or null where it is not known")
    return (DatedMark("published", day, "key published", published),)
