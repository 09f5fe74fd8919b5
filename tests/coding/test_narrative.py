"""Dates without a year take it from the full dates told before them, and never lie behind the document's own day."""

from datetime import date

import pytest

from stemmata.coding.timing.narrative import find_told_times
from stemmata.coding.timing.titles import window_of_title
from stemmata.language import Parser


@pytest.mark.parametrize(
    ("text", "day", "starts"),
    [
        # a chronicle written a year later keeps to the year that it told
        (
            "The siege began on 25 February 2022. On 27 February the bridge fell.",
            "2023-06-26",
            ["2022-02-25", "2022-02-27"],
        ),
        # so does one that opens by saying of which time it tells, with all that is counted from there
        (
            "The battle of Kaga was a part of the 2019 invasion. In late February it fell. On 4 March it was"
            " retaken; it fell again on the 6th. The toll rose to ninety in the past week.",
            "2023-06-26",
            ["2019-02-21", "2019-03-04", "2019-03-06", "2019-02-25"],
        ),
        # news defines nothing
        (
            "A mayor died on Friday. There has been calm since the invasion of 2019. The town was hit in February.",
            "2023-06-26",
            ["2023-06-23", "2019-01-01", "2023-02-01"],
        ),
        # so it does after a window with years
        (
            "It lasted from 25 February 2022 to 31 March 2022. On 27 February the bridge fell.",
            "2023-06-26",
            ["2022-02-25", "2022-02-27"],
        ),
        # over the turn of the year the nearer one counts
        ("It began on 20 December 2021. On 5 January the bridge fell.", "2023-06-26", ["2021-12-20", "2022-01-05"]),
        # news counts back from its own day
        ("On 27 February the bridge fell.", "2023-06-26", ["2023-02-27"]),
        # a bare year tells no day that others could count from
        ("The war began in 2011. On 27 February the bridge fell.", "2023-06-26", ["2011-01-01", "2023-02-27"]),
        # nothing lies behind the document's own day
        (
            "It fell on 10 June 2023. On 2 July 2022 it had been bombed, and on 3 August again.",
            "2023-06-26",
            ["2023-06-10", "2022-07-02", "2022-08-03"],
        ),
        # a year told before it in the sentence is that of a day
        (
            "It began on 10 December 2014. In early 2015, rebels returned; on 10 February the bridge fell.",
            "2023-06-26",
            ["2014-12-10", "2015-01-01", "2015-02-10"],
        ),
        # without any date the year stays unknown
        ("On 27 February the bridge fell.", None, [None]),
    ],
)
def test_years_of_the_telling(parser: Parser, text: str, day: str | None, starts: list[str | None]) -> None:
    sentences = parser.parse(text, [(0, len(text))])
    told = find_told_times(sentences, text, date.fromisoformat(day) if day else None)
    assert [t.start.isoformat() if t.start else None for times in told for t in times] == starts


@pytest.mark.parametrize(
    ("title", "text", "window"),
    [
        # the title names the year, and the lead again
        ("2016 Vel crossing", "The 2016 Vel crossing began in September.", "2016-01-01..2016-12-31"),
        # in brackets behind it, by itself or with months
        ("Fall of Vel (2014)", "On 3 August, rebels shelled Vel.", "2014-01-01..2014-12-31"),
        ("Siege of Vel (June 2012–April 2013)", "On 3 August, rebels shelled Vel.", "2012-06-01..2013-04-30"),
        # what lasts has the year that stands with it
        ("2016 Vel offensive", "On 3 August, rebels shelled Vel.", "2016-01-01..2016-12-31"),
        ("Crisis of 2016 (Vel)", "On 3 August, rebels shelled Vel.", "2016-01-01..2016-12-31"),
        ("Vel clashes 2016", "On 3 August, rebels shelled Vel.", "2016-01-01..2016-12-31"),
        # news is dated by its weekdays, whatever year its title looks back to
        ("2015 bomber sentenced", "A man who bombed Vel in 2015 was sentenced on Monday.", None),
        # a title whose year the text does not take up says nothing of its days
        ("2015 in pictures", "On 3 August, rebels shelled Vel.", None),
        # what is in brackets is no time
        ("Attack on Vel (update)", "On 3 August, rebels shelled Vel.", None),
        # a number that is no year
        ("2030 militants", "Some 2030 militants gathered.", None),
        ("The fall of Vel", "The fall of Vel in 2016 was sudden.", None),
        (None, "In 2016 rebels shelled Vel.", None),
    ],
)
def test_the_time_of_a_chronicle_is_that_of_its_title(title: str | None, text: str, window: str | None) -> None:
    told = window_of_title(title, text)
    assert (told and f"{told.start}..{told.end}") == window


@pytest.mark.parametrize(
    ("title", "start"),
    [
        ("Siege of Vel (June 2012–April 2013)", date(2012, 7, 18)),  # the July within it
        ("Siege of Vel (September 2016)", date(2016, 7, 18)),  # what led to it was in its year
    ],
)
def test_days_without_a_year_lie_within_what_the_title_names(parser: Parser, title: str, start: date) -> None:
    text = "On 18 July, rebels shelled Vel."
    times = find_told_times(parser.parse(text, [(0, len(text))]), text, date(2023, 9, 1), title=title)
    assert [time.start for sentence in times for time in sentence] == [start]


@pytest.mark.parametrize("day", ["2023-08-26", None])
def test_days_of_a_chronicle_belong_to_the_year_of_its_title(parser: Parser, day: str | None) -> None:
    text = "The 2016 Vel offensive was a campaign of the army. On 16 October the army captured Vel."
    published = date.fromisoformat(day) if day else None
    times = find_told_times(parser.parse(text, [(0, len(text))]), text, published, title="2016 Vel offensive")
    assert [time.start for sentence in times for time in sentence if time.rule == "day-month"] == [date(2016, 10, 16)]
