"""Values in words."""

from datetime import date
from types import SimpleNamespace as Some

import pytest

from stemmata.exports import wording
from stemmata.records import Claimant, Span, Why

from .factory import document, words


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ((2019, 1, 19), (2019, 1, 19), "19 January 2019"),
        ((2019, 1, 5), (2019, 1, 19), "5 to 19 January 2019"),
        ((2019, 1, 30), (2019, 2, 2), "30 January to 2 February 2019"),
        ((2018, 12, 28), (2019, 1, 3), "28 December 2018 to 3 January 2019"),
        # The same day of the month a year apart is no single month.
        ((2018, 1, 5), (2019, 1, 5), "5 January 2018 to 5 January 2019"),
        (None, (2019, 1, 19), "until 19 January 2019"),
        ((2019, 1, 5), None, "from 5 January 2019 on"),
        (None, None, "day not known"),
    ],
)
def test_windows_stay_windows(start, end, said):
    assert wording.window(start and date(*start), end and date(*end)) == said


@pytest.mark.parametrize(
    ("low", "high", "hedge", "said"),
    [
        (12, 12, "exact", "12"),
        (400, 400, "about", "about 400"),
        (730, None, "at_least", "at least 730"),
        (None, 5, "at_most", "at most 5"),
        (5, 7, "range", "5 to 7"),
        (200, None, "vague", "200 or more"),
        (20000, None, "vague", "20,000 or more"),
        # None killed is a figure; it must not be taken for an unknown one.
        (0, 0, "exact", "0"),
        (0, None, "at_least", "at least 0"),
        (None, 0, "at_most", "at most 0"),
        (None, None, "vague", "?"),
    ],
)
def test_bounds_stay_bounds(low, high, hedge, said):
    assert wording.number(Some(low=low, high=high, hedge=hedge)) == said


@pytest.mark.parametrize(
    ("place", "said", "precision"),
    [
        (("near", "As Susah", "SY", 34.5, "populated_place", 2000), "near As Susah", "SY, within 2 km"),
        (("at", "Awdheegle", "SO", 2.1, "district", 15000), "Awdheegle", "SO, district, within 15 km"),
        (("in_area", "Iraq", "IQ", None, "country", None), "somewhere in Iraq", "country"),
        (("from", "Aleppo Governorate", "SY", None, "region", None), "from Aleppo Governorate", "SY, region"),
        (("toward", None, "SY", None, "unknown", None), "to SDF areas", "SY, not located"),
        (("at", None, None, None, "unknown", None), "SDF areas", "not located"),
        (("at", "Gate 4", "IQ", 33.0, "facility", 500), "Gate 4", "IQ, within 500 m"),
    ],
)
def test_places_say_how_precisely_they_are_known(place, said, precision):
    relation, name, country, lat, level, radius = place
    where = Some(
        relation=relation,
        name=name,
        country=country,
        lat=lat,
        level=level,
        radius_m=radius,
        span=Span("d", 0, 9, "SDF areas"),
    )
    assert (wording.place(where), wording.precision(where)) == (said, precision)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\n  lines\tand a tab", "two lines and a tab"),
        # A page must not command the terminal, nor turn the line around.
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("a\u202egnol si\u202c b", "agnol si b"),
        # Persian spells with the zero-width non-joiner.
        ("می\u200cگوید", "می\u200cگوید"),
    ],
)
def test_lines_are_harmless(text, line):
    assert wording.one_line(text) == line


def test_a_pronoun_that_speaks_shows_whom_it_stands_for():
    of = document("The minister came. He said no.")
    he, minister, why = words(of, "He"), words(of, "minister"), Why("speaker-told-before")
    assert wording.speaks(Claimant(he, "government-of-marun", why, minister)) == "“minister”, government-of-marun"
    assert wording.speaks(Claimant(he, None, why, minister)) == "“minister”"
    assert wording.speaks(Claimant(minister, None, why)) == ""
