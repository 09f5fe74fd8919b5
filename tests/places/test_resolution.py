"""Which place a document means, with the default gazetteer; and that it is never more precise than its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.places import Gazetteer, Mention, Resolved, countries_told, load_gazetteer
from stemmata.places.settling import AROUND_M, LOCATED_M


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """The default gazetteer without what the user of this machine may have added."""
    return load_gazetteer(own=tmp_path_factory.mktemp("own"))


def resolve(gazetteer: Gazetteer, *names: str, countries: tuple[str, ...] = ()) -> list[Resolved]:
    return gazetteer.resolve([Mention(name, n) for n, name in enumerate(names)], countries=countries)


SORTS = [
    # name, countries of the document, level, country, whether it has a point
    ("Syria", (), "country", "SY", False),
    ("Democratic Republic of the Congo", (), "country", "CD", False),
    ("Aleppo", ("SY",), "populated_place", "SY", True),  # a name alone is the town
    ("Aleppo province", ("SY",), "region", "SY", True),  # its middle, with the radius that its towns lie in
    ("the province of Idlib", ("SY",), "region", "SY", True),
    ("Zacapa department", ("GT",), "region", "GT", False),  # not in our table of regions: by its seat
    ("Donetsk region", ("UA",), "region", "UA", False),
    ("Rakhine State", ("MM",), "region", "MM", False),
    ("North Kivu", ("CD",), "region", "CD", True),
    ("Borno State", ("NG",), "region", "NG", False),  # reaches more than 150 km from its middle
    ("Texas", (), "region", "US", False),  # a state whose name no large town bears
    ("Manbij city", ("SY",), "populated_place", "SY", True),
    ("the town of Djibo", ("BF",), "populated_place", "BF", True),
    ("Deir ez-Zor airport", ("SY",), "facility", "SY", True),
    ("the Hajin area", ("SY",), "district", "SY", True),
    ("northern Gaza Strip", (), "area", "PS", True),
    ("northern Syria", (), "area", "SY", False),
    ("eastern Deir ez-Zor countryside", ("SY",), "area", "SY", True),
    ("the Euphrates", ("SY",), "area", "SY", False),
    ("Black Sea", ("UA",), "sea", None, False),
    ("eastern Aleppo", ("SY",), "populated_place", "SY", True),  # of a city of two millions, the city's east
    ("Syria's", (), "country", "SY", False),
    ("Syrias", (), "country", "SY", False),  # thinned of its apostrophe
    ("Харків", ("UA",), "populated_place", "UA", True),
    ("السوسة", ("SY",), "populated_place", "SY", True),
    # No place by these words alone.
    ("the town", ("SY",), "unknown", "SY", False),
    ("last stronghold", ("SY",), "unknown", "SY", False),
    ("Russian", ("SY",), "unknown", "SY", False),
    ("Qwrtzk", (), "unknown", None, False),
]


@pytest.mark.parametrize(("name", "countries", "level", "country", "has_point"), SORTS)
def test_the_level_is_that_of_the_words(
    gazetteer: Gazetteer, name: str, countries: tuple[str, ...], level: str, country: str | None, has_point: bool
) -> None:
    (answer,) = resolve(gazetteer, name, countries=countries)
    assert (answer.level, answer.country, answer.lat is not None) == (level, country, has_point)
    assert (answer.radius_m is not None) == has_point


WARS = [
    # the names of one report; the last one's country
    (("Libya", "Benghazi", "Tripoli"), "LY"),
    (("Lebanon", "Sidon", "Tripoli"), "LB"),
    (("Syria", "Al-Bukamal", "al-Sousa"), "SY"),
    (("Tunisia", "Tunis", "Sousse"), "TN"),
    (("Ukraine", "Kramatorsk", "Sloviansk"), "UA"),
    (("Sudan", "El Fasher", "Nyala"), "SD"),
    (("Ethiopia", "Mekelle", "Axum"), "ET"),
    (("Mali", "Gao", "Menaka"), "ML"),
    (("Burkina Faso", "Ouagadougou", "Djibo"), "BF"),
    (("Myanmar", "Sittwe", "Mrauk-U"), "MM"),
    (("Colombia", "Tumaco", "Florencia"), "CO"),  # and not Florence
    (("Mexico", "Culiacán", "Reynosa"), "MX"),
    (("Haiti", "Port-au-Prince", "Gonaïves"), "HT"),
    (("Yemen", "Hodeidah", "Marib"), "YE"),
    (("DR Congo", "Goma", "Bukavu"), "CD"),
    (("Mozambique", "Nampula", "Pemba"), "MZ"),
    (("Philippines", "Marawi", "Isabela"), "PH"),
    (("Afghanistan", "Lashkar Gah", "Herat"), "AF"),
    (("Iraq", "Mosul", "Sinjar"), "IQ"),
    (("Nigeria", "Maiduguri", "Bama"), "NG"),
    (("Somalia", "Baidoa", "Kismayo"), "SO"),
    (("Syria", "Damascus", "Paris"), "FR"),  # a capital abroad stays itself
]


@pytest.mark.parametrize(("names", "country"), WARS, ids=lambda value: str(value))
def test_a_name_is_read_in_the_country_of_its_report(
    gazetteer: Gazetteer, names: tuple[str, ...], country: str
) -> None:
    assert resolve(gazetteer, *names)[-1].country == country


def test_a_country_told_beside_a_name_decides(gazetteer: Gazetteer) -> None:
    told = [Mention("Tripoli", 0, country_hint="LB"), Mention("Benghazi", 9)]
    assert gazetteer.resolve(told)[0].country == "LB"
    within = [Mention("Paris", 0, within="Texas")]
    assert gazetteer.resolve(within)[0].country == "US"


def test_a_homonym_abroad_is_not_taken_for_a_place_of_the_document(gazetteer: Gazetteer) -> None:
    """Brooklyn is a quarter of Cité Soleil; a village of the name in Ohio would be no better than nothing."""
    answer = resolve(gazetteer, "Madaya", "Syria", "Damascus", countries=("SY",))[0]
    assert answer.country in ("SY", None)


def test_an_unknown_quarter_is_located_by_its_town_and_no_better(gazetteer: Gazetteer) -> None:
    town, quarter = gazetteer.resolve(
        [Mention("Aleppo", 0), Mention("Qwrtzk", 20, within="Aleppo", kind_word="neighbourhood")], countries=("SY",)
    )
    assert (quarter.lat, quarter.lon) == (town.lat, town.lon)
    assert quarter.name == "Qwrtzk, Aleppo"
    assert quarter.radius_m == town.radius_m
    assert quarter.rule == "place-in-town"


def test_candidates_are_kept_with_their_scores_best_first(gazetteer: Gazetteer) -> None:
    (answer,) = resolve(gazetteer, "Tripoli")
    assert {"LY", "LB"} <= {each.place.country for each in answer.candidates}
    scores = [each.score for each in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert answer.entry == answer.candidates[0].place.entry


def test_only_exact_names_are_recognised(gazetteer: Gazetteer) -> None:
    assert gazetteer.is_place_name("Hajin")
    assert gazetteer.is_place_name("Ségou") and gazetteer.is_place_name("segou")
    assert not gazetteer.is_place_name("Hjn"), "a skeleton is for retrieval, never for recognition"
    assert not gazetteer.is_place_name("")


def test_the_countries_that_a_text_tells() -> None:
    assert countries_told("Malian jets struck Niger. Nigerien rebels said Niger's army ...") == ["NE", "ML"]
    assert countries_told("Niger's army crossed from Nigeria to Niger; Nigerien troops left Niger") == ["NE"]
    assert countries_told("a house, an oman") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("US Africa Command said it struck a truck", []),  # whose forces fight abroad is named for them
        ("Russian jets hit a village", []),
        ("The United States said so", []),
        ("He is held in US custody", []),
        ("The US-led coalition in the Turkish zone", []),
        ("A man was shot in the US on Monday", ["US"]),  # and is told where it is a place
        ("Drones crossed into Russia and hit a depot", ["RU"]),
        ("Malian jets hit a village", ["ML"]),  # others fight at home
    ],
)
def test_a_power_is_told_where_it_is_a_place(text: str, told: list[str]) -> None:
    assert countries_told(text) == told


def test_a_village_that_two_countries_have_is_open_where_nothing_tells_which(gazetteer: Gazetteer) -> None:
    (alone,) = resolve(gazetteer, "Mubarak")  # in Iran, and in Uzbekistan
    assert (alone.country, alone.lat, alone.rule) == (None, None, "place-unknown")
    told, _ = resolve(gazetteer, "Mubarak", "Uzbekistan")
    assert told.country == "UZ"


def test_a_village_found_by_its_name_alone_says_so_and_locates_nothing_else(gazetteer: Gazetteer) -> None:
    (village,) = resolve(gazetteer, "Karari")
    assert (village.country, village.rule) == ("IN", "place-name-alone")
    market, _ = gazetteer.resolve([Mention("Qwrtzk Market", 0, within="Karari"), Mention("Karari", 20)])
    assert (market.country, market.lat) == (None, None)
    backed, _ = resolve(gazetteer, "Karari", "Uttar Pradesh")
    assert backed.rule == "place-name"


def test_a_market_lies_in_the_town_told_near_it_and_a_bridge_may_not(gazetteer: Gazetteer) -> None:
    told = [Mention("Kabul", 0, sentence=0), Mention("Qwrtzk market", 30, sentence=1)]
    assert gazetteer.resolve(told)[1].rule == "place-in-town"
    told = [Mention("Kabul", 0, sentence=0), Mention("Qwrtzk bridge", 30, sentence=1)]
    assert gazetteer.resolve(told)[1].rule == "place-by-neighbours"


words = st.sampled_from(
    ["Aleppo", "the town of", "province", "northern", "of", "(", "Hama", "’s", "x", "city", "-", "و"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(words, max_size=5).map(" ".join) | st.text(max_size=30), max_size=5))
def test_whatever_is_asked_gets_an_answer_that_keeps_the_law_of_precision(names: list[str]) -> None:
    answers = load_gazetteer().resolve([Mention(name, n) for n, name in enumerate(names)], countries=("SY",))
    assert len(answers) == len(names)
    for answer in answers:
        assert (answer.lat is None) == (answer.lon is None) == (answer.radius_m is None)
        assert answer.lat is None or answer.level not in ("country", "sea")
        assert answer.radius_m is None or answer.radius_m <= LOCATED_M
        assert (answer.level == "unknown") == (answer.name is None)
        if answer.level == "unknown":
            assert answer.radius_m is None or answer.radius_m >= AROUND_M
