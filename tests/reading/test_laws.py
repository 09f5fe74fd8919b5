"""What holds for every document, whatever the input."""

import hashlib
import html
import json
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from stemmata.reading import read
from stemmata.records import Document, Problem

from .test_read import captured

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="<>&{"), max_size=60)
LINES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "Leave a Reply",
            "Related",
            "Read more: Two killed",
            "Share",
            "3 Comments",
            "Advertisement",
            "By Jane Doe",
            "BEIRUT, Jan 19 (Wire) — Two men were killed.",
            "Published: 3 May 2023",
            "- one item",
            "> a quote",
            "a line of wire copy that is just as long as a line of wire copy is wont",
            "to be, and goes on",
            "It ends here.",
            "   set in",
            "",
        ]
    ),
)
TEXTS = st.lists(LINES, max_size=12).flatmap(
    lambda lines: st.lists(st.sampled_from(["\n", "\n\n", "\r\n", " \n \n\n", "\u2028"]), min_size=len(lines)).map(
        lambda gaps: "".join(line + gap for line, gap in zip(lines, gaps, strict=False))
    )
)


def the_one(body: str, content_type: str) -> Document | Problem:
    (found,) = read(captured(body, content_type))
    return found


def check(document: Document) -> None:
    """The laws that bind every document, also one whose text was given as canonical."""
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        at = block.end
    assert document.sha256 == hashlib.sha256(document.text.encode()).hexdigest()


def check_canonical(document: Document) -> None:
    text = document.text
    assert text == "\n\n".join(text[block.start : block.end] for block in document.blocks)
    assert unicodedata.is_normalized("NFC", text)
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
    assert "  " not in text and "\n\n\n" not in text and " \n" not in text and "\n " not in text


@given(TEXTS)
@example("a e\u0301\u200b\u0301 b")
@example("x\n\u0301y")
@example("Related\n\nOne\n\nIt ends here.\n\nLeave a Reply\n\nx")
def test_reading_a_text_again_changes_nothing(text: str) -> None:
    document = the_one(text, "text/plain")
    if isinstance(document, Document):
        check(document)
        check_canonical(document)
        again = the_one(document.text, "text/plain")
        assert isinstance(again, Document)
        assert again.text == document.text
        assert again.blocks == document.blocks


TAGS = st.sampled_from(
    ["p", "div", "li", "blockquote", "h2", "span", "b", "td", "tr", "table", "figcaption", "pre", "article"]
)
TREES = st.recursive(
    LINES.map(html.escape),
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)).map(lambda t: f"<{t[0]}>{'<br>'.join(t[1])}</{t[0]}>"),
    max_leaves=12,
)


@given(TREES)
def test_a_page_reads_as_its_text_reads(page: str) -> None:
    document = the_one(f"<html><body>{page}</body></html>", "text/html")
    if isinstance(document, Document):
        check(document)
        check_canonical(document)
        again = the_one(document.text, "text/plain")
        assert isinstance(again, Document)
        assert again.text == document.text


@given(TEXTS)
def test_the_text_of_a_document_stays_as_it_is(text: str) -> None:
    document = the_one(json.dumps({"text": text}), "application/jsonl")
    if isinstance(document, Document):
        assert document.text == text
        check(document)
    else:
        assert not text.strip()


@given(st.binary(max_size=300), st.sampled_from([None, "text/html", "text/html; charset=utf-16", "application/jsonl"]))
def test_no_bytes_break_the_reading(body: bytes, content_type: str | None) -> None:
    for found in read(captured(body, content_type)):
        if isinstance(found, Document):
            check(found)
        else:
            assert found.message.count("\n") == 0
