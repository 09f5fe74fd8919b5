"""The verb `read`: a path, an address or standard input → documents, and problems for what cannot be read."""

import os
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from stemmata import reading
from stemmata.capture import capture
from stemmata.errors import UnreadableInput
from stemmata.records import Document, Problem


def read(
    source: str | os.PathLike[str],
    *,
    published: date | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Problem]:
    """Read the documents that stand at a path, at an http(s) address, or on standard input (`-`).

    Args:
        source: the path, the address or `-`.
        published: the day of publication, for documents that do not tell it themselves.
        publisher: who published it, for documents that do not tell it themselves.
        stdin: the stream that `-` reads.

    Returns:
        One document of a page or text, one a line of JSONL. What cannot be read comes as a problem, which says
        what happened and what to do; nothing is raised for it.
    """
    try:
        captured = capture(source, stdin=stdin)
    except UnreadableInput as error:
        yield Problem(os.fspath(source), "capture", error.code, str(error))
        return
    yield from reading.read(captured, published=published, publisher=publisher)
