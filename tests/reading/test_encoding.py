"""Bytes in the encodings that pages are really written in."""

import pytest

from stemmata.reading import read
from stemmata.records import Document, Problem

from .test_read import captured, the_document

RUSSIAN = "Трое жителей Орма ранены при обстреле, сообщил губернатор области в понедельник утром."
ARABIC = "أصيب ثلاثة من سكان المدينة في قصف صباح الاثنين، بحسب ما أعلن محافظ المنطقة."
FRENCH = "Trois habitants ont été blessés à l’aube, a déclaré le préfet – selon l’agence."


def page(text: str, charset: str | None) -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{meta}</head><body><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("text", "encoding", "meta", "header"),
    [
        (RUSSIAN, "utf-8", "utf-8", "utf-8"),
        (RUSSIAN, "utf-8", None, None),
        (RUSSIAN, "utf-8-sig", None, None),  # byte order mark
        (RUSSIAN, "utf-16", None, None),  # byte order mark
        (RUSSIAN, "utf-16-le", "utf-16", None),  # none: seen in the zero bytes of the markup
        (RUSSIAN, "utf-16-be", None, "utf-16"),
        (RUSSIAN, "windows-1251", "windows-1251", None),
        (RUSSIAN, "windows-1251", None, "windows-1251"),
        (RUSSIAN, "windows-1251", "windows-1251", "utf-8"),  # wrong header: not valid, so the page's word counts
        (RUSSIAN, "windows-1251", "windows-1251", "iso-8859-1"),  # a server's default header, valid and wrong
        (RUSSIAN, "utf-8", "windows-1251", "windows-1251"),  # both wrong: valid UTF-8 is UTF-8
        (RUSSIAN, "koi8-r", "koi8-r", None),
        (RUSSIAN, "windows-1251", "no-such-charset", None),  # found out
        (ARABIC, "windows-1256", "windows-1256", None),
        (ARABIC, "windows-1256", None, 'text/html; charset="windows-1256"'),
        (FRENCH, "windows-1252", "iso-8859-1", None),  # what calls itself Latin-1 is windows-1252
    ],
)
def test_a_page_in_any_encoding(text: str, encoding: str, meta: str | None, header: str | None) -> None:
    body = page(text, meta).encode(encoding)
    told = f"text/html; charset={header}" if header and "=" not in header else header
    assert the_document(body, told).text == text


def test_undecodable_bytes_say_what_was_tried() -> None:
    (found,) = read(captured(page(RUSSIAN, "shift_jis").encode("utf-8") + b"\x80\xff\xa0", None))
    assert isinstance(found, Problem)
    assert found.message == (
        "page cannot be decoded: it was tried as shift_jis, and its bytes are not valid; save it in UTF-8."
    )


def test_text_without_any_declaration() -> None:
    document = the_document(
        (RUSSIAN + " " + "Пострадавших отвезли в соседний город, где их прооперировали.").encode("cp1251")
    )
    assert document.text.startswith(RUSSIAN)


def test_characters_are_composed_and_controls_removed() -> None:
    document = the_document("Cafe\u0301 \u202eattack\u202c\ufeff in Al\u00ad-Bab\x07:\u00a0two\u2009dead.")
    assert document.text == "Café attack in Al-Bab: two dead."
    assert isinstance(document, Document)
