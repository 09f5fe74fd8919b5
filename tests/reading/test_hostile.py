"""Damaged and hostile inputs: bounded time, and one sentence that says what happened and what to do."""

import json
import time
import zlib
from pathlib import Path

import pytest

from stemmata.capture import capture
from stemmata.errors import StemmataError
from stemmata.reading import read
from stemmata.records import Document, Problem

from .test_read import captured, the_document

DAMAGED = Path(__file__).parent.parent / "pages" / "damaged"
SENTENCE = "Two men were killed in Orm. "

REFUSED = {
    "nested divs": ("<html><body>" + "<div>" * 100_000 + "<p>x</p>", "too-large", "2,000 levels"),
    "many attributes": ("<html><p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">x", "too-large", "attributes"),
    "hidden attributes": (
        "<html><p " + " ".join(f"a{n}='<'" for n in range(100_000)) + ">x",
        "too-large",
        "attributes",
    ),
    "many paragraphs": ("<html><body>" + f"<p>{SENTENCE}</p>" * 50_000, "too-large", "20,000 paragraphs"),
    "many lines": (f"{SENTENCE}\n" * 100_000, "too-large", "20,000 paragraphs"),
    "many short lines": ("a\n" * 2_000_000, "too-large", "20,000 paragraphs"),
    "nested JSON": ('{"text":' * 100_000, "unreadable-input", "nested too deeply"),
    "nested lists in JSON": ('{"text":' + "[" * 100_000, "unreadable-input", "nested too deeply"),
    "open comments": ("<html>" + "<!--" * 500_000, "unreadable-input", "no text of its own"),
    "spaces": (" " * 5_000_000 + "\u00a0", "unreadable-input", ""),
    "nothing but a menu": ("Home | News | World | Politics\n\nShare\n", "unreadable-input", "no text of its own"),
    "zero bytes": ("<p>Two\x00 men</p>", "unreadable-input", "binary data"),
    "nothing": ("", "unreadable-input", "is empty"),
}
READ = {
    "one long line": SENTENCE * 350_000,
    "one long word": "a" * 10_000_000,
    "one long paragraph": f"<p>{SENTENCE * 350_000}",
    "angle brackets": "<" * 3_000_000,
    "dashes": "-" * 2_000_000,
    "Markdown brackets": "# a\n\n# b\n\n" + "[" * 1_000_000,
    "Markdown quotes": "> " * 100_000 + "x",
    "row of cells": "<html><body><table><tr>" + "<td>x</td>" * 50_000,
    "row of labels": "<html><body><div>" + "<span>x</span>" * 50_000,
    "nested JSON-LD": f'<html><script type="application/ld+json">{"[" * 100_000}</script><p>{SENTENCE}</p>',
    "picture in the page": f"<html><img src='data:image/png;base64,{'A' * 5_000_000}'><p>{SENTENCE}</p>",
    "entities that grow": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b; two.</p>',
}


def timed(body: str) -> list[Document | Problem]:
    """Read; measured, each takes under 2.5 s on one shared core, and none may take minutes."""
    begun = time.process_time()
    found = list(read(captured(body)))
    assert time.process_time() - begun < 10
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_hostile_input_is_refused_in_one_sentence(name: str) -> None:
    body, code, says = REFUSED[name]
    (problem,) = timed(body)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.stage, problem.source) == (code, "read", "page")
    assert says in problem.message and len(problem.message) < 250 and "\n" not in problem.message


@pytest.mark.parametrize("name", READ)
def test_odd_input_is_read(name: str) -> None:
    (document,) = timed(READ[name])
    assert isinstance(document, Document)


def test_entities_are_not_expanded() -> None:
    assert "hahaha" not in the_document(READ["entities that grow"]).text


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF; PDFs are not read yet: paste its text or convert it with `pdftotext`."),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "is a Word document; "),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "is a spreadsheet; "),
        (b"PK\x03\x04" + bytes(26) + b"page.html", "is a ZIP archive; unpack it first."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "is a Word document; "),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is an image; "),
        (b"\xff\xd8\xff\xe0" + bytes(50), "is an image; "),
        (b"GIF89a" + bytes(50), "is an image; "),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "is an image; "),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(20), "is a sound or video file; "),
        (zlib.compress(b"x" * 99, wbits=31), "is a gzip archive; "),
        (zlib.compress(b"x" * 99, wbits=31)[:-9], "is a gzip archive; "),  # cut off
        (b"{\\rtf1\\ansi Two men", "is an RTF document; "),
        (b"SQLite format 3\x00" + bytes(80), "is a database; "),
        (b"WARC/1.0\r\nWARC-Type: response", "is a web archive (WARC); "),
        (b"\x7fELF\x02\x01" + bytes(80), "is a program; "),
        (bytes(range(256)) * 4, "is binary data, no text; "),
        (b" \r\n\t ", "is empty; "),
    ],
)
def test_other_formats_are_named(body: bytes, says: str) -> None:
    (problem,) = read(captured(body, "text/html"))
    assert isinstance(problem, Problem)
    assert problem.message.startswith(f"page {says}")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{oops", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"text": ""}', "no `text`"),
        ('{"text": 7}', "no `text`"),
        ('{"id": "x"}', "no `text`"),
        ('{"text": "a", "title": ["b"]}', "`title` must be words or null"),
        ('{"text": "a", "published": "yesterday"}', "write a day as 2019-01-21"),
        ('{"text": "a", "published": "03/04/2019"}', "write a day as 2019-01-21"),
        ('{"text": "half a \\ud800 character"}', "lone surrogate"),
        ('{"text": NaN}', "no `text`"),
        ("null", "no JSON object"),
    ],
)
def test_one_bad_line_names_itself(line: str, says: str) -> None:
    good = json.dumps({"text": "Two were hurt.", "unknown": {"keys": "are ignored"}})
    first, bad, last = read(captured(f"{good}\n\n{line}\n{good}\n"))
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, Problem)
    assert bad.message.startswith("page:3: ") and says in bad.message and "\n" not in bad.message


@pytest.mark.parametrize("file", sorted(DAMAGED.iterdir()), ids=lambda file: file.name)
def test_damaged_files(file: Path) -> None:
    """`NAME.refused.*` is refused, at capture or reading; `NAME.read.*` yields its sentence all the same."""
    try:
        found = list(read(capture(file)))
    except StemmataError as error:
        found = [Problem(str(file), "capture", error.code, str(error))]
    if ".refused" in file.name:
        assert all(isinstance(one, Problem) for one in found) and found
    else:
        (document,) = (one for one in found if isinstance(one, Document))
        assert "Two men were killed in Orm." in document.text
