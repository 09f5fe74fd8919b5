"""The page that the project was asked for with, where it is at hand: a blog post that compiles one week of a war."""

from datetime import date
from pathlib import Path

import pytest

from stemmata import code, read
from stemmata.records import Coding, Document, Report

SEED = Path(__file__).parents[3] / "shared" / "seed"
pytestmark = pytest.mark.skipif(not SEED.is_dir(), reason=f"the seed page is not part of the project: no {SEED}")

PUBLISHED = date(2019, 1, 21)
WITHIN = (date(2019, 1, 5), date(2019, 1, 19))


@pytest.fixture(scope="module", params=["page.txt", "page.html"])
def coding(request: pytest.FixtureRequest) -> Coding:
    (document,) = read(SEED / request.param, published=PUBLISHED)
    assert isinstance(document, Document)
    assert document.published == PUBLISHED
    return code(document)


def at(coding: Coding, kind: str, *places: str) -> Report:
    """The one report of a type at exactly these places."""
    found = [r for r in coding.reports if r.type == kind and {p.span.quote for p in r.places} == set(places)]
    assert len(found) == 1, found
    return found[0]


def claimants(report: Report) -> set[str | None]:
    return {claimant.id for claimant in report.claimant}


def test_the_strikes_near_two_villages(coding: Coding) -> None:
    strikes = at(coding, "air_strike", "Marashidah", "As Susah")
    assert strikes.status.value == "happened"
    assert {place.relation for place in strikes.places} == {"near"}
    assert [(f.measure, f.low, f.high, f.hedge, f.of) for f in strikes.figures] == [
        ("killed", 200, None, "at_least", "ISIS fighters"),
        ("killed", 4, 4, "exact", "senior ISIS commanders"),
    ]
    whole, part = strikes.figures
    assert whole.part_of is None
    assert part.part_of == whole.span
    assert {party.id for party in strikes.target} == {"islamic-state"}
    assert claimants(strikes) == {"cjtf-oir"}


def test_the_strikes_happened_by_the_day_of_the_press_release(coding: Coding) -> None:
    """The text tells no day of the strikes: the release bounds them and does not date them."""
    strikes = at(coding, "air_strike", "Marashidah", "As Susah")
    assert strikes.known_by == date(2019, 1, 19)
    assert strikes.when is None or (strikes.when.end is not None and strikes.when.end <= date(2019, 1, 19))


@pytest.mark.parametrize("town", ["Al Kashmah", "Sirat Masoud", "As Shafah"])
def test_each_town_taken_is_a_report_within_its_fortnight(coding: Coding, town: str) -> None:
    gain = at(coding, "territory_gain", town)
    assert [(party.span.quote, party.id) for party in gain.initiator] == [
        ("our Syrian partners", "syrian-democratic-forces")
    ]
    assert gain.when is not None
    assert gain.when.span.quote == "within the past two weeks"
    assert (gain.when.start, gain.when.end) == WITHIN
    assert claimants(gain) == {"cjtf-oir"}


def test_the_fortnight_is_unknown_where_the_page_has_no_year() -> None:
    (document,) = read(SEED / "page.txt")
    assert isinstance(document, Document)
    gain = at(code(document), "territory_gain", "As Shafah")
    assert gain.when is not None
    assert (gain.when.start, gain.when.end, gain.known_by) == (None, None, None)


def test_those_who_fled(coding: Coding) -> None:
    (fled,) = [r for r in coding.reports if r.type == "displacement" and any(400 in (f.low, f.high) for f in r.figures)]
    assert {figure.measure for figure in fled.figures} <= {"displaced", "arrived"}
    assert "islamic-state" in {party.id for party in fled.initiator}
    assert [claimant.span.quote for claimant in fled.claimant] == ["Mahmud Sheikh Ibrahim"]


@pytest.mark.parametrize(
    "words",
    [
        "Leave a Reply",
        "commenting",
        "Log Out",
        "Google photo",
        "Connecting to",
        "WordPress",
        "Share this",
        "60 ISIS members surrendered",
        "Car bomb kills four",
        "Previous post",
        "dozens killed",
        "Safafiyah",
        "About",
    ],
)
def test_nothing_around_the_article_is_told(coding: Coding, words: str) -> None:
    assert not [span for report in coding.reports for span in report.spans() if words in span.quote]


def test_every_value_stands_in_the_text(coding: Coding) -> None:
    assert all(span.stands_in(coding.document) for report in coding.reports for span in report.spans())
