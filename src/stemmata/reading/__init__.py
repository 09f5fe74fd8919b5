"""The verb `read`: a capture → documents, or problems that say what could not be read and what to do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from stemmata.reading.boilerplate import kept
from stemmata.reading.dates import iso_day
from stemmata.reading.encoding import Undecodable, decode
from stemmata.reading.freeze import Piece, canonical, digest, freeze
from stemmata.reading.jsonl import read_jsonl
from stemmata.reading.kinds import kind_of, refused_format
from stemmata.reading.text import pieces
from stemmata.records import Capture, DatedMark, Document, Problem

__all__ = ["read"]


def read(
    capture: Capture, *, published: date | None = None, publisher: str | None = None
) -> Iterator[Document | Problem]:
    """Read the documents of a capture: one of a page or text, one a line of JSONL.

    Args:
        capture: the bytes.
        published: the day of publication, for documents that do not tell it themselves.
        publisher: who published it, for documents that do not tell it themselves.

    Returns:
        documents, and a problem for everything that cannot be read; bad content raises nothing.
    """
    for found in _read(capture):
        yield _filled_in(found, published, publisher) if isinstance(found, Document) else found


def _filled_in(document: Document, published: date | None, publisher: str | None) -> Document:
    if published and document.published is None:
        mark = DatedMark("published", published, "given by the user", published.isoformat())
        document = replace(document, dates=(mark, *document.dates))
    return replace(document, publisher=document.publisher or publisher)


def _read(capture: Capture) -> Iterator[Document | Problem]:
    if refused := refused_format(capture.body):
        yield _problem(capture, f"{capture.source} is {refused}.")
        return
    try:
        text = decode(capture.body, capture.content_type)
    except Undecodable as error:
        yield _problem(capture, f"{capture.source} cannot be read as text: {error}; save it in UTF-8.")
        return
    kind = kind_of(text, capture.content_type)
    if kind == "jsonl":
        yield from read_jsonl(capture)
    elif kind == "html":
        yield _html(capture, text)
    else:
        yield _text(capture, text)


def _problem(capture: Capture, message: str) -> Problem:
    return Problem(capture.source, "read", "unreadable-input", message)


def _text(capture: Capture, text: str) -> Document | Problem:
    text = canonical(text)
    parts = [Piece(kind, text[start:end]) for kind, start, end in kept(text, pieces(text))]
    if not parts:
        return _problem(capture, f"{capture.source} holds no words to read; give a page or a text.")
    frozen, blocks = freeze(parts)
    title = next((part.text for part in parts if part.kind == "headline"), None)
    sha256 = digest(frozen)
    return Document(sha256[:16], frozen, sha256, capture.source, capture.sha256, title, blocks=blocks)


def _html(capture: Capture, page: str) -> Document | Problem:
    from stemmata.reading.html import extract

    parts, found = extract(page)
    text, blocks = freeze(parts)
    parts = [
        Piece(kind, text[start:end]) for kind, start, end in kept(text, [(b.kind, b.start, b.end) for b in blocks])
    ]
    if not parts:
        return _problem(capture, f"{capture.source} holds no main text; open it in a browser and paste its text.")
    text, blocks = freeze(parts)
    sha256 = digest(text)
    day = iso_day(found.date or "")
    dates = (DatedMark("published", day, "page", found.date),) if day else ()
    return Document(
        sha256[:16], text, sha256, capture.source, capture.sha256,
        found.title, found.sitename, found.author, found.url, found.language, dates, blocks,
    )  # fmt: skip
