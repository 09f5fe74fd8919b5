"""What an event's reports add up to: origins, values where they disagree, and the grade."""

from dataclasses import replace

import pytest
from making import DAY, WHY, coding, days, document, report

from stemmata.merging import merge
from stemmata.merging.disagreement import Said, field_of
from stemmata.merging.voices import publisher_voice
from stemmata.records import Count, Party


def event(*codings, **options):
    (one,) = merge(codings, **options).events
    return one


def page(name, publisher, text="Shells fell on Tarin.", published=DAY, **values):
    doc = document(name, text, publisher, published=published)
    return coding(doc, report(doc, values.pop("type", "shelling"), place="Tarin", day=DAY, **values))


def test_one_claimant_through_many_outlets_is_one_origin():
    told = event(
        page("a", "Lagoon Daily", killed=3, says="Syrian Observatory", says_id="syrian-observatory-for-human-rights"),
        page("b", "Evening Mail", killed=3, says="the monitor", says_id="syrian-observatory-for-human-rights"),
    )
    assert told.independent == 1 and told.grade == "single" and "carried by 2 documents" in told.reasons[0]


def test_unnamed_sources_are_one_origin_for_each_publisher():
    told = event(
        page("a", "Lagoon Daily", killed=3, says="two residents"),
        page("b", "Lagoon Daily", killed=4, says="a local official"),
        page("c", "Evening Mail", killed=3, says="witnesses"),
    )
    assert [origin.id for origin in told.origins] == ["lagoon-daily/unnamed", "evening-mail/unnamed"]
    assert told.grade == "corroborated"


def test_the_same_sentence_in_two_outlets_is_one_origin():
    told = "Shells fell on the grain store of Tarin on Friday and killed four men who were unloading a barge."
    one = page("a", "Lagoon Daily", f"The harbour is closed. {told}", killed=4)
    two = page("b", "Evening Mail", f"{told} Nobody has claimed them. The feast was put off.", killed=4)
    own = page("c", "Late News", "Shells killed four in Tarin. We saw the barge burn at its moorings.", killed=4)
    assert event(one, two).grade == "single"
    assert [origin.id for origin in event(one, two, own).origins] == ["lagoon-daily", "late-news"]


def test_the_one_institution_of_a_place_is_itself_whoever_quotes_it():
    told = event(
        page("a", "Lagoon Daily", "Shells fell, the doctors' union of Velia said.", says="doctors' union of Velia"),
        page("b", "Evening Mail", "Shells fell, the doctors' union of Velia said.", says="the doctors' union of Velia"),
        page("c", "Late News", "Shells fell, a hospital in Velia said.", says="hospital in Velia"),
    )
    assert [origin.id for origin in told.origins] == ["doctors-union-of-velia", "late-news/unnamed"]


def test_who_is_told_only_by_their_sort_has_no_name():
    """Neither the first word of a sentence nor the office that somebody works in makes a name of it."""
    told = event(
        page("a", "Lagoon Daily", "Field teams counted three shells.", says="Field teams"),
        page("b", "Lagoon Daily", "Shells fell, he said.", says="official in the state's home department",
             says_id="government-of-india"),
    )  # fmt: skip
    assert [origin.id for origin in told.origins] == ["lagoon-daily/unnamed"]


def test_a_rescue_service_is_an_organ_and_a_ruling_council_is_the_state():
    told = event(
        page("a", "Lagoon Daily", says="State Emergency Service of Ukraine", says_id="government-of-ukraine"),
        page("b", "Evening Mail", says="military council", says_id="government-of-myanmar"),
    )
    assert [origin.id for origin in told.origins] == ["government-of-ukraine/rescue", "government-of-myanmar"]


def test_two_organs_of_a_state_are_two_origins_of_one_side():
    told = event(
        page("a", "Lagoon Daily", says="Kharkiv regional prosecutor's office", says_id="government-of-ukraine"),
        page("b", "Evening Mail", says="the Ukrainian armed forces", says_id="government-of-ukraine"),
    )
    assert [origin.id for origin in told.origins] == [
        "government-of-ukraine/prosecution",
        "government-of-ukraine/military",
    ]


def test_an_outlet_does_not_corroborate_itself():
    told = event(page("a", "Lagoon Daily"), page("b", "Lagoon Daily", says="residents", published=days(1)))
    assert told.independent == 1


def test_the_side_that_did_it_says_so_itself():
    told = event(
        page("a", "Lagoon Daily", by="arakan-army"),
        page("b", "Evening Mail", by="arakan-army", says="Arakan Army", says_id="arakan-army"),
    )
    assert told.grade == "confirmed" and "says so itself" in told.reasons[1]


@pytest.mark.parametrize(
    ("words", "says", "grade"),
    [
        # an armed group's own words for its fighters
        ("The mujahideen fired on Tarin.", "jamaat-nusrat-al-islam-wal-muslimin", "confirmed"),
        # a state's words for its forces
        ("Security forces fired on Tarin.", "government-of-myanmar", "confirmed"),
        # the same words out of a group's mouth mean the other side
        ("Security forces fired on Tarin.", "jamaat-nusrat-al-islam-wal-muslimin", "corroborated"),
    ],
)
def test_a_side_says_so_in_its_own_words(words, says, grade):
    doc = document("b", words, "Evening Mail")
    forces = Party(doc.span(0, words.index(" fired")), None, WHY)
    claim = report(doc, "shelling", place="Tarin", day=DAY, says="a statement of theirs", says_id=says)
    heard = page("a", "Lagoon Daily", on=says)  # it is a party here
    assert event(heard, coding(doc, replace(claim, initiator=(forces,)))).grade == grade


def test_the_side_that_did_it_and_another_party_agree():
    told = event(
        page("a", "Lagoon Daily", by="islamic-state", on="hezbollah", says="Hezbollah", says_id="hezbollah"),
        page("b", "Evening Mail", says="Islamic State", says_id="islamic-state"),
    )
    assert told.grade == "confirmed" and "opposing sides" in told.reasons[1]


def test_two_parties_that_nothing_sets_against_each_other_only_corroborate():
    told = event(
        page("a", "Lagoon Daily", on="islamic-state", says="Islamic State", says_id="islamic-state"),
        page("b", "Evening Mail", on="hezbollah", says="Hezbollah", says_id="hezbollah"),
    )
    assert told.grade == "corroborated"


def test_a_denial_contests_and_is_an_origin():
    told = event(
        page("a", "Lagoon Daily", killed=4),
        page("b", "Evening Mail", says="the army", says_id="government-of-myanmar", status="denied"),
    )
    assert told.grade == "contested" and told.independent == 2 and "did not happen" in told.reasons[0]


def test_two_who_blame_each_other_contest():
    told = event(
        page("a", "Lagoon Daily", by="arakan-army", killed=7),
        page("b", "Evening Mail", by="government-of-myanmar", killed=7),
    )
    assert told.grade == "contested" and "arakan-army" in told.reasons[0]


def test_of_two_without_a_name_one_takes_back_nothing_for_the_other():
    """One outlet heard two officials, and they disagree: nobody has withdrawn what he said."""
    told = event(
        page("a", "Lagoon Daily", says="an official"),
        page("b", "Lagoon Daily", says="a second official", status="denied", published=days(1)),
    )
    assert told.grade == "contested"


def test_a_happening_at_sea_is_told_once_of_two_places():
    one, other = document("a", "A boat sank.", "Lagoon Daily"), document("b", "A boat sank.", "Evening Mail")
    told = event(
        coding(one, report(one, "clash", place="Long Sea", day=DAY)),
        coding(other, report(other, "clash", place="Long Sea", day=DAY)),
    )
    assert told.field("place").chosen.level == "sea"


def test_who_denies_what_it_said_has_withdrawn_it():
    told = event(page("a", "Lagoon Daily"), page("b", "Lagoon Daily", status="denied", published=days(1)))
    assert told.grade == "retracted"


def test_a_later_lower_toll_of_one_origin_replaces_and_a_higher_one_does_not():
    fallen = event(
        page("a", "Lagoon Daily", killed=5, says="the clinic of Tarin"),
        page("b", "Lagoon Daily", killed=4, says="the clinic of Tarin", published=days(1)),
    ).field("killed")
    assert fallen.span == Count(4, 4) and [version.replaced for version in fallen.versions] == [False, True]
    risen = event(page("a", "Lagoon Daily", killed=4), page("b", "Lagoon Daily", killed=5, published=days(1)))
    assert risen.field("killed").span == Count(4, 5)


SAID = [
    Said(Count(9, 9), "a:0", "army", 0),
    Said(Count(12, None), "b:0", "wire", 1),
    Said(Count(12, None), "c:0", "clinic", 2),
    Said(Count(31, 31), "d:0", "rebels", 3),
]


@pytest.mark.parametrize(
    ("rule", "chosen"),
    [("conservative", Count(9, 9)), ("informative", Count(31, 31)), ("representative", Count(12, None))],
)
def test_the_three_rules(rule, chosen):
    field = field_of("killed", SAID, rule)
    assert field.chosen == chosen and field.disputed and len(field.versions) == 3


def test_a_total_takes_in_the_incident_and_is_not_merged_with_it():
    doc = document("total", "Over the week 31 strikes hit the north.", "Monitor", published=days(5))
    total = coding(doc, report(doc, "shelling", place="Northern Region", day=days(-3), last=days(4), killed=52))
    incident, whole = sorted(merge([page("a", "Lagoon Daily", killed=4), total]).events, key=lambda e: e.part_of == ())
    assert incident.part_of == (whole.id,) and whole.part_of == ()


@pytest.mark.parametrize(
    ("total", "happening", "within"),
    [
        ("air_strike", "air_strike", True),
        ("air_strike", "shelling", True),  # what one calls a shell, another takes for a bomb
        ("air_strike", "clash", False),  # an ambush is none of "14 air strikes"
        ("shelling", "attack_on_civilians", False),
        ("attack_on_civilians", "air_strike", True),  # "52 civilians killed", whatever by
    ],
)
def test_a_total_of_strikes_takes_in_what_is_told_as_one(total, happening, within):
    month = document("z", "In May it was counted.", published=days(30))
    counted = coding(month, report(month, total, place="Tarin", day=days(-20), last=days(10), killed=52))
    events = merge([page("a", "Lagoon Daily", type=happening, killed=4), counted]).events
    assert any(event.part_of for event in events) is within


@pytest.mark.parametrize(
    ("name", "speaks_for"),
    [
        ("Ministry of Defence of the Russian Federation", "government-of-russia"),
        ("Syrian Democratic Forces Press Centre", "syrian-democratic-forces"),
        ("OCHA Ukraine", None),
        ("Amaq Agency", "islamic-state"),
        ("Lagoon Daily", None),
    ],
)
def test_whose_voice_a_publisher_is(name, speaks_for):
    assert publisher_voice(name).speaks_for == speaks_for
