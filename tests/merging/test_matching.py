"""Whether two reports tell of one happening, and why."""

from dataclasses import replace

import pytest
from making import DAY, days, document, report

from stemmata.merging.candidates import pairs
from stemmata.merging.facts import facts_of, names_of, spot_of, words_of
from stemmata.merging.matching import START, reasons, score
from stemmata.merging.points import NEVER
from stemmata.records import Why


def facts(name, type, text="so it was told.", **values):
    doc = document(name, text, published=values.pop("published", days(1)))
    return facts_of(f"{name}:0", report(doc, type, **values), doc)


def points(one, other):
    assert score(one, other) == score(other, one)
    return score(one, other)


PLACED = report(document("z", "A jet struck Osk."), "air_strike", place="Osk").places[0]
STRIKE = facts("a", "air_strike", place="Tarin", day=DAY, killed=6)


@pytest.mark.parametrize(
    ("other", "one_event"),
    [
        (facts("b", "air_strike", place="Tarin", day=DAY, killed=6), True),
        (facts("b", "air_strike", place="Tarin", day=DAY, killed=9), True),  # a later toll
        (facts("b", "shelling", place="Tarin", day=DAY, killed=6), True),  # a missile, to one of them
        (facts("b", "casualties", place="Tarin", day=DAY, killed=6), True),
        (facts("b", "air_strike", place="Tarin", killed=6), True),  # no day told, published the day after
        (facts("b", "air_strike", place="Tarin", day=days(-1), killed=6), True),  # a night that two days share
        (facts("b", "air_strike", place="Tarin", day=days(-1)), False),  # two days, two strikes
        (facts("b", "air_strike", place="Marun", day=DAY), False),  # the village next door
        (facts("b", "air_strike", place="Osk", day=DAY, killed=6), False),
        (facts("b", "air_strike", place="Velia", day=DAY, killed=6), False),
        (facts("b", "protest", place="Tarin", day=DAY), False),
        (facts("b", "air_strike", place="Tarin", day=days(-30), killed=6), False),
        (facts("b", "air_strike", place="Tarin", killed=6, published=days(-1)), False),  # told before it happened
        (facts("b", "air_strike", place="Tarin", day=days(-9), last=days(1), killed=40), False),  # a period
    ],
)
def test_one_happening_or_two(other, one_event):
    assert (points(STRIKE, other) > 0) is one_event


@pytest.mark.parametrize(
    ("values", "inherited"),
    [
        # another day, and another place, that were told of the sentence before it part two reports less
        ({"place": "Tarin", "day": days(-1)}, "day_inherited"),
        ({"place": "Marun", "day": DAY}, "place_inherited"),
    ],
)
def test_inherited_value_parts_less_than_told_one(values, inherited):
    told = facts("b", "air_strike", **values)
    taken = replace(told, **{inherited: True})
    assert points(STRIKE, told) < points(STRIKE, taken)
    assert sum(part.points for part in reasons(STRIKE, taken)) + START == pytest.approx(points(STRIKE, taken))
    assert any("told of another sentence" in part.reason for part in reasons(STRIKE, taken))


@pytest.mark.parametrize("inherited", ["day_inherited", "place_inherited"])
def test_inherited_value_that_fits_says_as_much_as_told_one(inherited):
    told = facts("b", "air_strike", place="Tarin", day=DAY, killed=6)
    assert points(STRIKE, replace(told, **{inherited: True})) == points(STRIKE, told)


def test_other_country_parts_even_where_inherited():
    assert points(STRIKE, replace(facts("b", "air_strike", place="Velia", day=DAY), place_inherited=True)) == NEVER


@pytest.mark.parametrize(
    ("rules", "inherited"),
    [
        (("time-told-elsewhere", "place-told-before"), (True, True)),
        (("weekday", "place-preposition"), (False, False)),
        (("weekday", "place-told-before"), (False, True)),
    ],
)
def test_rules_of_coding_tell_what_is_inherited(rules, inherited):
    doc = document("b", "so it was told.")
    made = report(doc, "air_strike", place="Tarin", day=DAY)
    made = replace(
        made,
        when=replace(made.when, why=Why(rules[0])),
        places=tuple(replace(place, why=Why(rules[1])) for place in made.places),
    )
    found = facts_of("b:0", made, doc)
    assert (found.day_inherited, found.place_inherited) == inherited


UNKNOWN = facts("a", "air_strike", place="Belka", day=DAY)
"""A strike on a village that the gazetteer does not know: its point is that of the district."""


@pytest.mark.parametrize(
    ("other", "one_event"),
    [
        # the name tells, without the word for what it is, and wherever its surroundings were guessed
        (facts("b", "air_strike", place="Belka checkpoint", day=DAY), True),
        # two villages of one district on one day, of which the gazetteer knows neither
        (facts("b", "air_strike", place="Dorun", day=DAY), False),
    ],
)
def test_a_place_that_the_gazetteer_does_not_know_is_told_by_its_name(other, one_event):
    assert (points(UNKNOWN, other) > 0) is one_event


def test_a_place_found_by_its_name_alone_is_compared_by_its_name():
    """The namesake that the gazetteer knows lies abroad, and nothing in the text says that it is meant."""

    def named(place):
        doc = document("b", f"{place} was struck, so it was told.")
        made = report(doc, "air_strike", place="Velia", day=DAY)
        namesake = replace(made.places[0], span=doc.span(0, len(place)), located=Why("place-name-alone"))
        return facts_of("b:0", replace(made, places=(namesake,)), doc)

    assert named("Tarin").country is None
    assert points(STRIKE, named("Tarin")) > points(STRIKE, named("Marun")) + 2


def test_a_place_that_was_guessed_far_away_parts_less_than_one_that_is_known():
    known, guessed = (facts("b", "air_strike", place=place, day=DAY, killed=6) for place in ("Osk", "Belka checkpoint"))
    assert points(STRIKE, known) < points(STRIKE, guessed)


def test_a_report_without_a_place_happened_where_its_document_tells_of():
    text = "The rescue service has ended its work in Tarin.\n\nTen died of the strike of 10 May."
    told = facts("b", "air_strike", text, evidence="Ten died of the strike of 10 May.", day=DAY, killed=10)
    named = facts("a", "air_strike", "A jet struck Tarin.", place="Tarin", day=DAY, killed=8)
    silent = facts("c", "air_strike", "Ten died of the strike of 10 May.", day=DAY, killed=10)
    assert points(named, told) > 0 > points(named, silent)
    assert any(part.reason == "names that are told beside it" for part in reasons(named, told))


def test_reports_meet_that_name_no_place_or_one_that_the_gazetteer_does_not_know():
    """A document that tells of Osk elsewhere may tell here of Tarin."""
    doc = document("b", "Ten died in Tarin. A jet struck Osk.")
    setting = (spot_of(PLACED),)
    silent = facts_of("b:0", report(doc, "air_strike", evidence="Ten died in Tarin.", day=DAY), doc, setting)
    named = facts("a", "air_strike", place="Tarin", day=DAY)
    assert [{one.key, other.key} for one, other in pairs([named, silent])] == [{"a:0", "b:0"}]
    assert [{one.key, other.key} for one, other in pairs([silent, named])] == [{"a:0", "b:0"}]


@pytest.mark.parametrize(
    ("one", "other", "one_event"),
    [
        # the dead are buried on the days after: a toll told of these is of the same
        (STRIKE, facts("b", "casualties", place="Tarin", day=days(1), killed=6), True),
        # a strike on the next day is another, whatever the dead of the first were called
        (facts("a", "casualties", place="Tarin", day=DAY), facts("b", "air_strike", place="Tarin", day=days(1)), False),
        # one night, told by two
        (
            facts("a", "clash", place="Belka", day=DAY, last=days(1)),
            facts("b", "casualties", place="Belka", day=DAY, last=days(1)),
            True,
        ),
    ],
)
def test_days_of_one_happening(one, other, one_event):
    assert (points(one, other) > 0) is one_event


@pytest.mark.parametrize(
    ("rule", "first", "measure", "one_event"),
    [
        # "Jets bombed a school in Tarin this week, killing six": news of one happening, on one of these days
        ("unit-step", days(-4), "killed", True),
        # "this month" is as wide as a total's days
        ("unit-step", days(-20), "killed", False),
        # "Between 9 and 14 March": who names both ends tells what they hold
        ("days-month", days(-4), "killed", False),
        # "There were six strikes on Tarin this week": counted, so added up
        ("unit-step", days(-4), "strikes", False),
    ],
)
def test_one_happening_of_this_week_is_no_period(rule, first, measure, one_event):
    doc = document("b", "so it was told.", published=days(1))
    told = report(doc, "air_strike", place="Tarin", day=first, last=days(1), killed=6)
    counted = (replace(told.figures[0], measure=measure),)
    loose = facts_of("b:0", replace(told, when=replace(told.when, why=Why(rule)), figures=counted), doc)
    assert (points(STRIKE, loose) > 0) is one_event


def test_a_period_total_is_never_an_incident_within_it():
    total = facts("b", "air_strike", place="Tarin", day=days(-9), last=days(1), killed=6)
    assert points(STRIKE, total) == NEVER


def test_two_totals_of_one_document_that_count_other_things_are_two():
    doc = document("a", "44 attacks killed 134, the police said. The army killed 52.", published=days(5))
    period = {"day": days(-25), "last": days(5), "place": "Northern Region"}
    attacks = facts_of("a:0", report(doc, "clash", killed=134, says="the police", **period), doc)
    killed = facts_of("a:1", report(doc, "clash", killed=52, says="the army", **period), doc)
    assert points(attacks, killed) == NEVER


def test_two_reports_of_one_document_by_one_voice_are_two():
    doc = document("a", "Jets struck Tarin on Monday. Jets struck Marun on Tuesday.")
    one, other = (
        facts_of(f"a:{n}", report(doc, "air_strike", trigger=t, place="Tarin", day=day), doc)
        for n, (t, day) in enumerate([("struck Tarin", DAY), ("struck Marun", days(1))])
    )
    assert points(one, other) == NEVER


def test_two_claimants_of_one_document_may_tell_of_one():
    doc = document("a", "The army said 3 died. The rebels said 12.")
    army = facts_of("a:0", report(doc, "shelling", place="Tarin", day=DAY, killed=3, says="The army"), doc)
    rebels = facts_of("a:1", report(doc, "shelling", place="Tarin", day=DAY, killed=12, says="The rebels"), doc)
    assert points(army, rebels) > 0


def test_a_part_of_the_displaced_who_went_elsewhere_is_another_event():
    doc = document("a", "4,200 left Tarin, the UN said. 2,900 reached Osk.")
    left = facts_of("a:0", report(doc, "displacement", place="Tarin", day=DAY, killed=4200, says="the UN"), doc)
    reached = facts_of("a:1", report(doc, "displacement", place="Osk", day=DAY, killed=2900), doc)
    assert points(left, reached) == NEVER


def test_the_reasons_add_up_to_the_score_and_can_be_read():
    other = facts("b", "shelling", place="Tarin", day=DAY, killed=6)
    told = reasons(STRIKE, other)
    assert [part.reason for part in told][:2] == ["the same day", "the same place"]
    assert all(part.reason for part in told)
    assert round(sum(part.points for part in told) + START, 6) == round(score(STRIKE, other), 6)


def test_names_meet_across_romanisations_and_common_ones_do_not_count():
    assert names_of("a raid on al-Sousa") & names_of("the village of As Susah")
    assert names_of("in Syria on Monday in March") == frozenset()


def test_words_are_the_uncommon_ones_of_the_happening():
    assert words_of("People said the minibus was killed near the mosque") == {"minibu", "mosque"}
