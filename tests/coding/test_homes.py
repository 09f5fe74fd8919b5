"""Where a document seems to be from, by the bodies that it names and by its publisher."""

import pytest
from documents import coded

from stemmata.actors import load_registry
from stemmata.coding.locating.homes import homes

HOMES = [
    ("CODECO militiamen ambushed traders.", None, ["CD"]),  # a body that is at home in one country
    ("ADF rebels and CODECO militiamen fought.", None, ["CD"]),  # another reading of ADF is outvoted
    ("Members of the 5 Segonn gang fled.", None, ["HT"]),  # a name that begins with a number
    ("The Turkish army shelled a village.", None, []),  # states fight abroad
    ("Rebels held the town.", None, []),  # a description that means one group in Yemen tells no country
    ("Islamic State fighters held the town.", None, []),  # a body at home in many countries
    ("A bomb went off.", "Kyiv Independent", ["UA"]),  # a national outlet reports on its country
    ("A bomb went off.", "Reuters", []),  # an international one does not
]


@pytest.mark.parametrize(("text", "publisher", "expected"), HOMES)
def test_homes(text, publisher, expected):
    assert homes(text, load_registry(), publisher) == expected


def test_a_village_abroad_is_not_meant_where_the_actors_are_at_home_elsewhere():
    """Mangusu is a town of the Philippines in the gazetteer; the village in Ituri stands in none."""
    text = "CODECO militiamen killed three traders in Mangusu on Monday. The army shelled a camp near Djugu."
    places = [place for report in coded(text).reports for place in report.places]
    assert {place.country for place in places} == {"CD"}


def test_those_who_flee_are_not_those_they_flee_from() -> None:
    (report,) = coded("Ninety villagers fled rebels in Beni.").reports

    assert [party.span.quote for party in report.initiator] == ["villagers"]


def test_the_beheaded_were_killed_by_somebody() -> None:
    (report,) = coded("Nine traders were found beheaded in Kaga.").reports

    assert report.type == "attack_on_civilians"
