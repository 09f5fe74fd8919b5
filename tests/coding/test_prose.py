"""What a page had on lines of their own is read by itself where its line breaks were lost."""

import json
from datetime import date

import pytest

from stemmata.coding.coder import code
from stemmata.coding.prose.stretches import stretches
from stemmata.coding.timing.opening_date import written_day
from stemmata.reading import read
from stemmata.records import Capture, Document

LONG = (
    " The men were taken to the hospital of the town and the road to the north was closed for the rest of the day."
    " Shops near the bridge did not open and few people went out. Nurses asked for blood and for more beds."
    " Schools will stay shut until the end of the week and buses go only as far as the river."
)
"""What makes a text long enough to tell that its commas were lost."""


def document(text: str, title: str | None) -> Document:
    body = (json.dumps({"text": text, "title": title, "published": "2019-04-10"}) + "\n").encode()
    (found,) = read(Capture("0" * 64, "test.jsonl", body, "application/jsonl"))
    assert isinstance(found, Document), found
    return found


ROWS = [
    (  # the day and the title
        "10-04-2019 Shells Kill Two in Kaga. Shells killed two men in Kaga the police said.",
        "Shells Kill Two in Kaga",
        ["Shells Kill Two in Kaga.", "Shells killed two men in Kaga the police said."],
    ),
    (  # the title without its stop, in front of the sender and the day; what the site adds to it
        "Shells kill two in Kaga Reuters Wednesday 10 Apr 2019 Shells killed two men the police said.",
        "Shells kill two in Kaga | The Kaga Times",
        ["Shells kill two in Kaga", "Shells killed two men the police said."],
    ),
    (  # where the title is not known, the sender and the day end it
        "Shells kill two in Kaga AFP Wednesday 10 Apr 2019 Shells killed two men the police said.",
        None,
        ["Shells kill two in Kaga", "Shells killed two men the police said."],
    ),
    (  # who says it, at the end of a headline that lost its colon
        "Shells kill two in Kaga Monitor AFP Wednesday 10 Apr 2019 Shells killed two men the police said.",
        "Shells kill two in Kaga Monitor",
        ["Shells kill two in Kaga", "Shells killed two men the police said."],
    ),
    (  # the label of the day and the buttons behind it
        "Date of publication 10 April 2019 Shells killed two men.",
        "Two dead",
        ["Shells killed two men."],
    ),
    (
        "10.04.2019(updated 1954 10.04.2019) Get short URL 0 214 Shells killed two men.",
        None,
        ["Shells killed two men."],
    ),
    ("Last updated at Apr 102019 Shells killed two men.", None, ["Shells killed two men."]),
    # a day that the sentence goes on with is no head, nor is a title that it goes on with
    ("10 April 2019 was the day of the attack.", None, ["10 April 2019 was the day of the attack."]),
    ("Shells killed two men in Kaga province.", "Shells killed two men", ["Shells killed two men in Kaga province."]),
    (  # a lead told twice, the first time not to its end
        "Shells killed two men near the market of Kaga Shells killed two men near the market of Kaga the police said.",
        None,
        ["", "Shells killed two men near the market of Kaga the police said."],
    ),
    (  # told twice in the same words: the first is kept
        "Shells killed two men near the market of Kaga. Shells killed two men near the market of Kaga. Two fled.",
        None,
        ["Shells killed two men near the market of Kaga.", "Two fled."],
    ),
    (  # a heading before a small word with a capital, an article or a number
        f"Kaga In this context a man was shot.{LONG} Tola Two men were held. Zuma The Tola police said so.",
        None,
        [
            "Kaga",
            f"In this context a man was shot.{LONG} Tola",
            "Two men were held. Zuma",
            "The Tola police said so.",
        ],
    ),
    (  # names that hold such words
        f"The police told The Kaga Times and men of World War Two were there.{LONG}",
        None,
        [f"The police told The Kaga Times and men of World War Two were there.{LONG}"],
    ),
    (  # a text with commas has its stops
        f"On Monday, men fired in Kaga On the Day of the Dead.{LONG}",
        None,
        [f"On Monday, men fired in Kaga On the Day of the Dead.{LONG}"],
    ),
    (  # the words by which a page is filed, before a lead
        f"Two men died. Tags Kaga Tola Car Bomb At least two men were killed.{LONG}",
        None,
        ["Two men died.", f"At least two men were killed.{LONG}"],
    ),
    (  # a caption
        f"A man stands by a house in Kaga (Reuters Photo) Shells killed two men.{LONG}",
        None,
        ["A man stands by a house in Kaga (Reuters Photo)", f"Shells killed two men.{LONG}"],
    ),
]


@pytest.mark.parametrize(("text", "title", "expected"), ROWS)
def test_stretches(text: str, title: str | None, expected: list[str]) -> None:
    of = document(text, title)
    assert [of.text[start:end].strip() for start, end in stretches(of)] == [part for part in expected if part]


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("Wednesday 10 Apr 2019", None, date(2019, 4, 10)),
        ("Apr 102019", None, date(2019, 4, 10)),
        ("April 10 2019", None, date(2019, 4, 10)),
        ("10-04-2019", None, date(2019, 4, 10)),  # the day first
        ("04-10-2019", date(2019, 4, 10), date(2019, 4, 10)),  # unless that is not the day of publication
        ("10.04.2019", None, date(2019, 4, 10)),
        ("10/04/2019", None, None),  # either, where nothing tells which
        ("10/04/2019", date(2019, 4, 11), date(2019, 4, 10)),
        ("31 February 2019", None, None),
    ],
)
def test_the_day_above_a_story(words: str, published: date | None, expected: date | None) -> None:
    assert written_day(words, published) == expected


def test_a_headline_and_its_lead_are_one_report() -> None:
    text = "10-04-2019 Shells Kill Two in Kaga Shells killed two men in Kaga on Monday the police said."
    (report,) = code(document(text, "Shells Kill Two in Kaga")).reports
    assert report.evidence.quote == "Shells killed two men in Kaga on Monday the police said."
    assert report.when is not None and report.when.start == date(2019, 4, 8)
