"""The page that the project began with, where the workplace has it: its form, menus and related posts go."""

from pathlib import Path

import pytest

from stemmata.capture import capture
from stemmata.reading import read
from stemmata.records import Document

SEED = Path(__file__).parents[3] / "shared" / "seed"
NEVER = (
    "Reply",
    "account",
    "Connecting",
    "logo",
    "photo",
    "Log Out",
    "Fill in",
    "Share",
    "Related",
    "surrendered near",
    "Manbij",
    "Previous post",
    "Airstrikes hit",
    "Recent",
    "Safafiyah",
    "Posted in",
    "Posted on",
    "About",
    "WordPress",
)

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed page lies beside the checkout only at the workplace"
)


def seed(name: str) -> Document:
    (document,) = read(capture(SEED / name))
    assert isinstance(document, Document)
    return document


def test_nothing_of_the_page_itself_comes_through() -> None:
    for name in ("page.txt", "page.html"):
        assert not [words for words in NEVER if words in seed(name).text]


def test_page_and_pasted_text_give_the_same() -> None:
    assert seed("page.html").text == seed("page.txt").text
    assert [block.kind for block in seed("page.txt").blocks] == ["headline"] + 7 * ["paragraph"]
