"""What speaks for and against a pair; precision is respected on both sides."""

from dataclasses import replace
from datetime import date

import pytest

from stemmata.comparing.happening import Happening, party_ids, place_keys
from stemmata.comparing.points import reasons, score

DAY = date(2021, 3, 3).toordinal()
OURS = Happening(
    id="E1", kind="shelling", types=frozenset({"shelling"}), first=DAY, last=DAY, dated=True, place="Marun",
    keys=place_keys("Marun"), country="SY", lat=35.1, lon=36.7, radius_km=3.0,
    parties=frozenset({"government-of-syria"}), low=7, best=7, high=None, words=frozenset({"mill", "flour"}),
    names=frozenset(), text="",
)  # fmt: skip
THEIRS = replace(
    OURS, id="900", kind="state-based", types=frozenset(), place="Marun town", keys=place_keys("Marun town"),
    lethal=True, low=5, best=7, high=9, words=frozenset({"mill", "shells"}),
)  # fmt: skip


def test_the_same_is_a_pair_with_its_reasons():
    assert score(OURS, THEIRS) > 2
    assert [part.reason for part in reasons(OURS, THEIRS)][:3] == [
        "the same place by name",
        "the same day",
        "the same number of dead, which few happenings have",
    ]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"first": DAY + 6, "last": DAY + 6}, "another week"),
        ({"lat": 36.4, "keys": place_keys("Atarib")}, "a town 145 km away"),
        ({"country": "IQ", "lat": None, "lon": None}, "another country"),
        ({"best": 90, "low": 90, "high": 95, "words": frozenset(), "parties": frozenset()}, "a toll of another size"),
        ({"first": None, "last": None}, "no day known"),
    ],
)
def test_what_differs_is_no_pair(change, why):
    assert score(OURS, replace(THEIRS, **change)) < 0, why


def test_a_day_and_a_town_alone_are_not_enough():
    bare = replace(OURS, best=None, low=None, words=frozenset(), parties=frozenset())
    assert score(bare, THEIRS) < 0


def test_a_row_known_to_the_month_fits_a_day_in_it():
    month = replace(THEIRS, first=date(2021, 3, 1).toordinal(), last=date(2021, 3, 31).toordinal())
    assert 0 < score(OURS, month) < score(OURS, THEIRS)
    april = replace(THEIRS, first=date(2021, 4, 7).toordinal(), last=date(2021, 4, 30).toordinal())
    assert score(OURS, april) < 0


def test_a_row_known_to_the_district_fits_a_town_in_it():
    district = replace(THEIRS, radius_km=35.0, lat=35.3, keys=place_keys("Oblan district"))
    assert 0 < score(OURS, district) < score(OURS, THEIRS)
    assert score(replace(OURS, lat=35.9), district) < score(OURS, district)


def test_an_event_without_a_day_fits_less_than_one_with():
    undated = replace(OURS, first=DAY - 5, last=DAY, dated=False)
    assert score(undated, THEIRS) < score(OURS, THEIRS)


def test_acled_has_types_that_must_fit():
    acled = replace(THEIRS, lethal=False, types=frozenset({"shelling"}))
    assert score(OURS, acled) > score(OURS, replace(acled, types=frozenset({"air_strike"}))) > 0
    assert score(OURS, replace(acled, types=frozenset({"protest"}))) < 0


def test_words_that_many_rows_tell_say_little():
    assert score(OURS, THEIRS, frozenset({"mill"})) == pytest.approx(score(OURS, THEIRS) - 0.4)


def test_names_of_places_are_compared_across_spellings():
    assert place_keys("Al Qāmishlī") & place_keys("Al Qamishli town")
    assert place_keys("Idlib") & place_keys("Idlib Governorate")
    assert not place_keys("Marun") & place_keys("Atarib")


def test_parties_stand_between_commas():
    assert party_ids("Ahrar al-Sham, HTS, Nobody at all", "SY") == {"ahrar-al-sham", "hayat-tahrir-al-sham"}
