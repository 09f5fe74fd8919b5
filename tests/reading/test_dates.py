"""The document's own days: published, updated, dateline."""

import json
from datetime import date

import pytest

from stemmata.reading.dates import day_of, is_date_line, marks_of

from .test_read import the_document


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-01-21", date(2019, 1, 21)),
        ("2019-01-21T23:30:00-05:00", date(2019, 1, 21)),  # the day in the page's own zone
        ("2019-01-21T23:30:00Z", date(2019, 1, 21)),
        ("2019/1/5", date(2019, 1, 5)),
        ("Mon, 21 Jan 2019 08:14:00 GMT", date(2019, 1, 21)),
        ("January 21st, 2019", date(2019, 1, 21)),
        ("Sept. 3, 2020", date(2020, 9, 3)),
        ("21. Januar 2019", date(2019, 1, 21)),
        ("21 de enero de 2019", date(2019, 1, 21)),
        ("1er août 2023", date(2023, 8, 1)),
        ("14 марта 2022 г.", date(2022, 3, 14)),
        ("21 كانون الثاني 2019", date(2019, 1, 21)),
        ("٢١ يناير 2019", date(2019, 1, 21)),
        ("18/02/2024", date(2024, 2, 18)),  # no 18th month
        ("02/18/2024", date(2024, 2, 18)),
        ("05/05/2024", date(2024, 5, 5)),  # the same either way
        ("03/04/2019", None),  # 3 April or March 4: not told
        ("03.04.2019", None),
        ("31 February 2019", None),
        ("January 2019", None),  # a month is no day
        ("21 January", None),  # no year
        ("5 May 2020 to 6 May 2020", None),  # two days
        ("", None),
    ],
)
def test_the_one_day_of_a_value(written: str, day: date | None) -> None:
    assert day_of(written) == day


PROSE = "Two men were killed when a shell hit their lorry on the road to the north, the mayor said on the radio."


@pytest.mark.parametrize(
    ("first", "published"),
    [
        ("Statement No. 214, 12 March 2018", date(2018, 3, 12)),
        ("Flash Update #2 (25 March 2021)", date(2021, 3, 25)),
        ("Tuesday 1 August 2023", date(2023, 8, 1)),
        ("Published: 3 May 2023", date(2023, 5, 3)),
        ("Posted on January 21, 2019 by admin", date(2019, 1, 21)),
        ("Friday 15 April 2016 " + PROSE, date(2016, 4, 15)),  # run together, as some collections have it
        ("Published 03/04/2019", None),  # ambiguous
        ("Massacre of 9 April 2003 remembered", None),  # the day of an event
        ("Flash Update #2, as of 26 April 2023", None),  # the day of the data
        ("On 12 March 2018 they came.", None),
        ("12 March 2018 was a dark day. " + PROSE, None),
        ("The truce of 5 May 2020", None),
    ],
)
def test_a_first_line_may_tell_the_day_of_publication(first: str, published: date | None) -> None:
    assert the_document(f"{first}\n\n{PROSE}").published == published


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("BEIRUT, Jan 19 (Wire) — ", date(2019, 1, 19)),  # the year from the day of publication
        ("BEIRUT, Lebanon, Jan. 19, 2018 -- ", date(2018, 1, 19)),  # its own year
        ("IMPHAL, Jan. 18: ", date(2019, 1, 18)),  # closed by a colon, which is no hour's
        ("Kyiv, 4 May 2022 – ", date(2022, 5, 4)),
        ("KABUL, Afghanistan (Aug. 14, 2010) — ", date(2010, 8, 14)),
        ("KYIV, 4 February 2023. - ", date(2023, 2, 4)),
        ("GENEVA / NEW YORK (19 January 2019) – ", date(2019, 1, 19)),
        ("Dar es Salaam, 20 January (Wire) - ", date(2019, 1, 20)),
        ("Jan 19 (Wire) - ", date(2019, 1, 19)),
        ("DAMASCUS, Dec 31 (Wire) - ", date(2018, 12, 31)),  # across the turn of the year
        ("DAMASCUS, July 4 (Wire) - ", None),  # half a year off: no year is near
        ("BEIRUT (Wire) — ", None),
        ("Between Dec. 2 and Dec. 15, 2018, aircraft - ", None),
        ("In Idlib on Jan 19 - ", None),
    ],
)
def test_a_dateline(opening: str, day: date | None) -> None:
    text = opening + PROSE
    marks = [mark for mark in marks_of(text, [(0, len(text))], date(2019, 1, 20)) if mark.kind == "dateline"]
    assert [mark.day for mark in marks] == ([day] if day else [])


def test_a_dateline_without_year_is_left_out_where_no_day_of_publication_is_known() -> None:
    assert the_document("BEIRUT, Jan 19 (Wire) — " + PROSE).dates == ()


def test_the_user_s_day_lets_the_dateline_be_read() -> None:
    document = the_document("BEIRUT, Jan 19 (Wire) — " + PROSE, published=date(2019, 1, 20))
    assert [(mark.kind, mark.day, mark.read_from) for mark in document.dates] == [
        ("published", date(2019, 1, 20), "given by the user"),
        ("dateline", date(2019, 1, 19), "text"),
    ]


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Updated 4 May 2023 at 9:15 am", True),
        ("4 May 2023", True),
        ("Thu, May 4, 2023 09:15 GMT", True),
        ("On 4 May 2023 they came", False),
        ("4 May 2023 was calm", False),
    ],
)
def test_a_line_that_only_tells_a_day(line: str, is_one: bool) -> None:
    assert is_date_line(line) is is_one


def html(head: str, above: str = "") -> str:
    return f"<html><head>{head}</head><body><h1>Two killed near Orm</h1>{above}<p>{PROSE}</p></body></html>"


@pytest.mark.parametrize(
    ("head", "above", "day", "read_from"),
    [
        (
            '<meta property="article:published_time" content="2019-01-21T08:00:00+02:00">',
            "",
            21,
            "meta article:published_time",
        ),
        ('<meta name="DC.date.issued" content="2019-01-21">', "", 21, "meta dc.date.issued"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2019-01-21"}</script>',
            "",
            21,
            "JSON-LD datePublished",
        ),
        ("", '<time datetime="2019-01-21" pubdate>today</time>', 21, "time element"),
        ("", "<div>Posted on January 21, 2019</div>", 21, "text"),
        ("", "<div>By Jane Doe | January 21, 2019</div>", 21, "text"),
        ('<link rel="canonical" href="https://orm.example/2019/01/21/two-killed/">', "", 21, "address"),
        # The markup tells the moment in UTC; the page shows the day of its own readers.
        (
            '<meta property="article:published_time" content="2019-01-20T23:00:00Z">',
            "<div>Published: January 21, 2019</div>",
            21,
            "text",
        ),
        # The day of another article, by its class no day of this one.
        ("", '<div class="related"><time class="published" datetime="2011-01-01">then</time></div>', None, None),
    ],
)
def test_where_a_page_tells_its_day(head: str, above: str, day: int | None, read_from: str | None) -> None:
    document = the_document(html(head, above))
    assert document.published == (date(2019, 1, day) if day else None)
    if day:
        assert document.dates[0].read_from == read_from


def test_the_day_of_a_line_of_documents() -> None:
    line = json.dumps({"text": "BEIRUT, Jan 19 (Wire) — " + PROSE, "published": "2019-01-20T01:00:00+02:00"})
    assert [(mark.kind, mark.day) for mark in the_document(line).dates] == [
        ("published", date(2019, 1, 20)),
        ("dateline", date(2019, 1, 19)),
    ]
