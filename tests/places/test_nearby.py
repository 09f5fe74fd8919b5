"""What is told beside a name settles where it lies: quarters, neighbours, countryside, camps."""

import pytest

from stemmata.places import Gazetteer, Mention, Resolved, load_gazetteer
from stemmata.places.keys import distance
from stemmata.places.settling import COUNTRYSIDE_M
from stemmata.places.sphere import destination, kilometres


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The default gazetteer without what the user of this machine may have added."""
    return load_gazetteer(own=tmp_path_factory.mktemp("own"))


def located(answer: Resolved) -> tuple[float, float]:
    assert answer.lat is not None and answer.lon is not None
    return answer.lat, answer.lon


def test_a_quarter_lies_in_the_town_told_before_however_far_back(gazetteer: Gazetteer) -> None:
    homs, quarter = gazetteer.resolve(
        [Mention("Homs", 0, sentence=0), Mention("Qwrtzk", 900, kind_word="neighbourhood", sentence=9)],
        countries=("SY",),
    )
    assert (quarter.name, located(quarter), quarter.rule) == ("Qwrtzk, Homs", located(homs), "place-in-town")


def test_of_two_places_of_one_name_the_one_near_what_is_told_with_it_is_meant(gazetteer: Gazetteer) -> None:
    for town, lat in (("Azaz", 36.6), ("Hama", 35.3)):
        told = [Mention("Suran", 0, within=town, sentence=0), Mention(town, 20, sentence=0)]
        assert located(gazetteer.resolve(told, countries=("SY",))[0])[0] == pytest.approx(lat, abs=0.2), town


def test_the_countryside_lies_off_to_the_side_that_is_told(gazetteer: Gazetteer) -> None:
    town, all_of_it, north = (
        gazetteer.resolve([Mention(name, 0)], countries=("SY",))[0]
        for name in ("Manbij", "Manbij countryside", "northern countryside of Manbij")
    )
    assert (all_of_it.level, all_of_it.radius_m, located(all_of_it)) == ("area", COUNTRYSIDE_M, located(town))
    assert kilometres(*located(town), *located(north)) == pytest.approx(15, abs=0.1)
    assert located(north)[0] > located(town)[0]


def test_a_camp_is_located_by_itself(gazetteer: Gazetteer) -> None:
    (camp,) = gazetteer.resolve([Mention("Ain al-Hilweh", 0)], countries=("LB",))
    assert (camp.country, camp.level, camp.radius_m) == ("LB", "facility", 1000)


def test_parts_of_the_city_are_around_the_city_told_before(gazetteer: Gazetteer) -> None:
    mosul, parts = gazetteer.resolve([Mention("Mosul", 0), Mention("government-held parts of the city", 60)])
    assert (parts.level, located(parts), parts.rule) == ("district", located(mosul), "place-around")


def test_an_unknown_name_told_in_a_province_is_no_better_located_than_the_province(gazetteer: Gazetteer) -> None:
    province, village = gazetteer.resolve(
        [Mention("Idlib province", 0), Mention("Qwrtzk", 40, within="Idlib province")], countries=("SY",)
    )
    assert (village.level, village.name, located(village)) == ("unknown", None, located(province))
    assert village.radius_m is not None and province.radius_m is not None and village.radius_m >= province.radius_m


def test_a_road_named_for_a_capital_abroad_is_where_the_report_is(gazetteer: Gazetteer) -> None:
    told = [Mention("Baghdad Road", 0, sentence=0), Mention("Kabul", 40, within="Afghanistan", sentence=0)]
    road = gazetteer.resolve([*told, Mention("Afghanistan", 50, sentence=0)], countries=("AF",))[0]
    assert (road.country, road.rule) == ("AF", "place-by-neighbours")


def test_an_article_glued_into_a_name_does_not_part_it() -> None:
    assert distance("Urm Alqubra", "Urum al Kubra") <= 0.25


def test_a_way_is_as_long_as_it_is_told() -> None:
    assert kilometres(36, 37, *destination(36, 37, 25, 90)) == pytest.approx(25, abs=0.1)
