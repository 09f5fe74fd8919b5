"""Words of war for what is none: beasts, firms, candidates, rockets into orbit, parades, mountain rescue."""

import pytest
from documents import coded, told

NONE = [
    # who never fights
    "A dog attacked a boy in Leeds.",
    "Elephants raided farms near Tsavo.",
    "The candidates clashed over taxes in Ohio.",
    "The photographer captured the town at dawn.",
    "The firm took over a plant in Ohio.",
    "The company targeted customers in Kenya.",
    # what nobody can be armed against
    "The proposal was shot down by parliament.",
    "Farmers are battling drought in Kenya.",
    "The opposition launched an attack on the government's record.",
    "The battle for the nomination moves to Iowa.",
    # ways of words
    "The advance team arrived in Doha for the summit.",
    "The company launched a rocket into orbit from Florida.",
    "The army marched in a parade in Paris.",
    "Chlorine was used to clean the pool in Doha.",
    "A man died by suicide in Osaka.",
    "The helicopter rescued climbers in Nepal.",
    "The plane dropped water on the fires near Izmir.",
    "Her phone was bombarded with messages.",
]

HAPPENED = [
    # the same words where somebody is armed
    ("The firm's guards clashed with rebels in Goma.", "clash: firm's guards > rebels | at Goma"),
    ("Rebels launched a rocket from Goma.", "shelling: Rebels | from Goma"),
    ("Rebels captured the town of Goma.", "territory_gain: Rebels | at Goma"),
    ("The army used chlorine to attack Goma.", "chemical_attack: army | at Goma"),
    ("Troops marched into Goma.", "territory_gain: Troops | toward Goma"),
    ("Commandos rescued four hostages in Goma.", "release: Commandos > hostages | at Goma | - | 4 freed hostages"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_fight_is_told(text: str) -> None:
    assert [told(report) for report in coded(text).reports] == []


@pytest.mark.parametrize(("text", "report"), HAPPENED)
def test_a_fight_is_told(text: str, report: str) -> None:
    assert report in [told(one) for one in coded(text).reports]
