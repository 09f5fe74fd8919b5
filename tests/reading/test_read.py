"""The verb `read`, end to end on small inputs."""

import hashlib
import json
import subprocess
import sys
from datetime import date

import pytest

from stemmata.reading import read
from stemmata.records import Capture, Document, Problem


def captured(body: bytes | str, content_type: str | None = None) -> Capture:
    body = body.encode() if isinstance(body, str) else body
    return Capture(hashlib.sha256(body).hexdigest(), "page", body, content_type)


def the_document(body: bytes | str, content_type: str | None = None, **told: object) -> Document:
    (found,) = read(captured(body, content_type), **told)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def test_one_bad_line_costs_only_itself() -> None:
    lines = [
        json.dumps({"id": "a", "text": "One man was hurt."}),
        "{oops",
        json.dumps({"id": "c", "text": "Two fled."}),
    ]
    first, second, third = read(captured("\n".join(lines)))
    assert isinstance(first, Document) and first.id == "a"
    assert isinstance(second, Problem) and "page:2:" in second.message
    assert isinstance(third, Document) and third.id == "c"


def test_what_the_user_gives_fills_only_gaps() -> None:
    line = json.dumps({"id": "a", "text": "One man was hurt.", "published": "2019-01-21T23:30:00-05:00"})
    told = the_document(line, published=date(2020, 1, 1), publisher="Someone")
    assert told.published == date(2019, 1, 21)
    assert told.publisher == "Someone"
    untold = the_document("One man was hurt.", published=date(2020, 1, 1))
    assert [(mark.day, mark.read_from) for mark in untold.dates] == [(date(2020, 1, 1), "given by the user")]


def test_ids_hashes_and_sources() -> None:
    document = the_document("One man was hurt.")
    assert document.sha256 == hashlib.sha256(b"One man was hurt.").hexdigest()
    assert document.id == document.sha256[:16]
    assert document.capture == hashlib.sha256(b"One man was hurt.").hexdigest()
    (piped,) = read(Capture("0" * 64, "-", b"One man was hurt."))
    assert isinstance(piped, Document) and piped.source == "standard input"


def test_the_site_s_name_is_the_last_resort_for_the_publisher() -> None:
    body = b"<html><body><h1>One man hurt</h1><p>One man was hurt in Orm on Monday, the mayor said.</p></body></html>"
    page = Capture("0" * 64, "https://short.example/x", body, hops=("https://www.ormledger.example/one-man-hurt",))
    (untold,) = read(page)
    (told,) = read(page, publisher="Orm Ledger")
    assert isinstance(untold, Document) and isinstance(told, Document)
    assert untold.publisher == "ormledger.example"
    assert told.publisher == "Orm Ledger"
    assert untold.url == "https://www.ormledger.example/one-man-hurt"


def test_links_and_media_are_absolute() -> None:
    body = (
        b'<html><head><meta property="og:image" content="/top.jpg"></head>'
        b'<body><h1>One man hurt</h1><div><p>One man was hurt in <a href="/orm">Orm</a> on Monday.</p>'
        b'<img src="fire.jpg"><p>He was named by <a href="https://wire.example/1">the wire</a> in the evening.</p>'
        b'<p><a href="javascript:alert(1)">Print</a></p></div></body></html>'
    )
    (document,) = read(Capture("0" * 64, "https://ledger.example/a/b", body))
    assert isinstance(document, Document)
    assert document.links == ("https://ledger.example/orm", "https://wire.example/1")
    assert document.media == ("https://ledger.example/top.jpg", "https://ledger.example/a/fire.jpg")


def test_a_text_of_documents_keeps_its_words_and_its_blocks_leave_the_page_out() -> None:
    text = "One man hurt\n\nOne man was hurt in\u00a0Orm.  The mayor said so.\n\nLeave a Reply\n\nConnecting to %s\n"
    document = the_document(json.dumps({"id": 7, "title": "One man hurt", "text": text, "language": "en", "url": None}))
    assert document.text == text
    assert document.id == "7"
    assert [(b.kind, text[b.start : b.end]) for b in document.blocks] == [
        ("headline", "One man hurt"),
        ("paragraph", "One man was hurt in\u00a0Orm.  The mayor said so."),
    ]


def test_one_paragraph_is_no_headline() -> None:
    line = json.dumps(
        {"title": "Six killed in Orm", "text": "Fri Apr 15 2016 Six killed in Orm Six people were killed there"}
    )
    assert [block.kind for block in the_document(line).blocks] == ["paragraph"]


LINES = [
    # headlines or entries: each begins as a sentence does, however long the next one's first word is
    ("Gunmen kill two traders on the road between Kaga and Tola\nUN condemns raid\nArmy retakes hill\nTruce holds", 4),
    # wire copy: a line that begins in lower case shows that they were broken because they were full
    ("Gunmen killed two traders on the road between Kaga and\nTola, their families\nsaid.\nThe army denied it.", 2),
    # emoji stand for bullets
    ("🔻Shells on Kaga hurt two in a raid that went on for most of\n🔻Reportedly three held in Tola", 2),
]


@pytest.mark.parametrize(("text", "blocks"), LINES)
def test_lines_of_a_list_stand_by_themselves(text: str, blocks: int) -> None:
    assert len(the_document(text).blocks) == blocks


def test_reading_texts_needs_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys, stemmata.reading, stemmata.capture\n"
        "heavy = ('trafilatura', 'lxml', 'httpx2', 'markdown_it', 'charset_normalizer')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
