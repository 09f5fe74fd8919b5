"""Strikes of those who work, deals of trade, accidents and animals: what protests, and what is no conflict at all."""

import pytest
from documents import coded, told

STRIKES = [
    # who begins, ends or takes up a strike stops work, though nothing says so but who they are
    ("Nurses began an indefinite strike in Kitwe.", "protest: Nurses | at Kitwe"),
    ("The teachers' union ended its strike in Kitwe.", "protest: teachers' union | at Kitwe"),
    ("Bus drivers embarked on a 48-hour strike in Kitwe.", "protest: Bus drivers | at Kitwe"),
    ("Miners have been striking over pay in Kitwe.", "protest ongoing: Miners | at Kitwe"),
    ("A nationwide strike shut the banks of Kitwe.", "protest: - | at Kitwe"),
    # what is called, announced or threatened is still to come
    ("Judges called a strike in Kitwe on Monday.", "protest planned: Judges | at Kitwe | 2021-03-01"),
    ("The opposition announced a rally in Kitwe.", "protest planned: opposition | at Kitwe | - | - | opposition"),
    (
        "Dock workers threatened a strike in Mombasa.",
        "protest planned: Dock workers | at Mombasa | - | - | Dock workers",
    ),
    # a truce that is called begins
    ("Mediators called a truce in Karsa.", "agreement: - | at Karsa"),
    # strikes that doctors tell of, and those of a state, stay what they are
    ("Doctors said a strike hit a school in Gaza City.", "air_strike: - > school | at Gaza City | - | - | Doctors"),
]

NONE = """
Kenya and Oman signed an agreement on tourism in Nairobi on Monday.
A deal on fishing quotas was reached in Vienna on Monday.
Parliament ratified the climate treaty on Monday.
The wage deal was signed in Rome on Monday.
Ministers signed a memorandum on vaccines in Hanoi.
A lion killed a farmer in Taveta on Monday.
Two villagers were killed by an elephant in Taveta.
Baboons destroyed maize fields in Taveta.
A buffalo attack left two people dead in Taveta.
A building collapsed in Tanta on Monday, killing 12 people.
Twelve people died when a bridge gave way in Tanta.
Two trains collided in Tanta, leaving 12 dead and 30 injured.
Two trains collided in Tanta on Monday. Twelve people were killed.
A gas cylinder exploded in Tanta on Monday, killing 12 people.
The death toll rose to 12 after a ferry sank off Tanta.
""".strip().splitlines()

TOLD = [
    # deals of those who fight, whatever they are about
    ("Rebels and the army signed an agreement on oil in Juba.", "agreement"),
    ("Elders of two clans reached a deal on grazing and fishing in Bor.", "agreement"),
    # people called after animals
    ("The lions of Boko Haram attacked a base near Mubi.", "clash"),
    ("Gunmen of the Leopard gang killed a farmer in Bor.", "attack_on_civilians"),
    # a collapse that was brought about, and the dead of the next sentence
    ("A building collapsed in Bor after a missile hit it, killing 12 people.", "shelling"),
    ("Gunmen attacked a bus in Bor. Twelve people were killed.", "attack_on_civilians"),
]

BESIDES = [
    # what is burned before or after people are killed is a happening of its own
    ("Gunmen killed two farmers before burning 12 houses in Kela.", ["attack_on_civilians", "property_destruction"]),
    ("Gunmen killed two farmers after setting fire to the clinic.", ["attack_on_civilians", "property_destruction"]),
    # tear gas is for crowds, whoever stands in them
    ("Police fired tear gas at monks in Mandalay.", ["protest"]),
    ("Police used batons against marchers in Minsk.", ["protest"]),
    # trades and goods that no table had
    ("Midwives marched in Patna.", ["protest"]),
    ("Armed men burned the guesthouse in Bor.", ["property_destruction"]),
    ("Soldiers destroyed the sheepfold of a widow in Bor.", ["property_destruction"]),
]


@pytest.mark.parametrize(("text", "kinds"), BESIDES)
def test_what_is_told_beside_it(text: str, kinds: list[str]) -> None:
    assert sorted(one.type for one in coded(text).reports) == kinds


@pytest.mark.parametrize(("text", "report"), STRIKES)
def test_who_strikes_protests(text: str, report: str) -> None:
    assert [told(one) for one in coded(text).reports] == [report]


@pytest.mark.parametrize("text", NONE)
def test_trade_accidents_and_animals_are_no_conflict(text: str) -> None:
    assert [one.type for one in coded(text).reports] == []


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_is_told_with_the_same_words(text: str, kind: str) -> None:
    assert kind in [one.type for one in coded(text).reports]
