"""The verb `read`: a capture → documents, or problems that say what could not be read and what to do.

Canonical text is in Unicode normal form C, has no control characters, single spaces, and an empty line between blocks;
what pages say about themselves (menus, forms, banners) is not in it. A file of documents is the exception: its texts
are canonical exactly as they stand, and only their blocks leave the boilerplate out.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from stemmata.errors import UnreadableInput
from stemmata.reading import document as make
from stemmata.reading.encoding import decode
from stemmata.reading.jsonl import read_jsonl
from stemmata.reading.kinds import kind_of, refuse_other_formats
from stemmata.records import Capture, Document, Problem

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
    try:
        for found in _read(capture):
            yield _filled_in(found, published, publisher) if isinstance(found, Document) else found
    except UnreadableInput as error:
        yield Problem(capture.source, "read", error.code, f"{make.name_of(capture)} {error}")


def _read(capture: Capture) -> Iterator[Document | Problem]:
    """The documents; the error of an input that has none begins with what the input is or does."""
    refuse_other_formats(capture.body)
    text = decode(capture.body, capture.content_type)
    match kind_of(text, capture.content_type):
        case "jsonl":
            yield from read_jsonl(capture, text)
        case "html":
            yield make.from_html(capture, text)
        case "markdown":
            yield make.from_markdown(capture, text)
        case "text":
            yield make.from_text(capture, text)


def _filled_in(document: Document, published: date | None, publisher: str | None) -> Document:
    """What the user told where the input does not, and the site's name where nobody tells the publisher."""
    if published and document.published is None:
        document = make.dated(document, published)
    return replace(document, publisher=document.publisher or publisher or make.site_of(document.url))
