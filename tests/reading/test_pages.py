"""Whole inputs against what a person says they hold: `tests/pages/NAME.*` and `NAME.expected`.

An expectation has the document's facts, one `key: value` a line, an empty line, and its blocks, one `kind | text` a
line; a line break within a block is written as ` ⏎ `. What is not written must not be there.
"""

from pathlib import Path

import pytest

from stemmata.capture import capture
from stemmata.reading import read
from stemmata.records import Document

PAGES = Path(__file__).parent.parent / "pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.expected"))
FACTS = ("title", "publisher", "author", "url", "language")


def told(document: Document) -> str:
    """A document, written as an expectation."""
    facts = [f"{name}: {value}" for name in FACTS if (value := getattr(document, name))]
    for kind in ("published", "updated", "dateline"):
        facts += [f"{kind}: {mark.day}" for mark in [m for m in document.dates if m.kind == kind][:1]]
    blocks = [f"{b.kind} | {document.text[b.start : b.end].replace(chr(10), ' ⏎ ')}" for b in document.blocks]
    return "\n".join([*facts, "", *blocks]) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_reads_as_a_person_reads_it(name: str) -> None:
    (file,) = (path for path in PAGES.glob(f"{name}.*") if path.suffix != ".expected")
    (document,) = read(capture(file))
    assert isinstance(document, Document), document
    assert told(document) == (PAGES / f"{name}.expected").read_text(encoding="utf-8")
