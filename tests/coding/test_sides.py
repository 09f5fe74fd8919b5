"""Who did it to whom, where no slot of the trigger holds them: told beside it, or in another sentence."""

import pytest
from documents import coded, told

ROWS = [
    # what stands between the words of a verb is no word of it
    ("The army pushed the rebels out of Baidoa.", ["territory_gain: army > rebels | from Baidoa"]),
    # who held the place that was taken
    ("Rebels retook the militia-held hill near Goma.", ["territory_gain: Rebels > militia | near Goma"]),
    # whose stronghold or base it was, and not where it lies
    ("The army retook the guerrilla stronghold of Caguan.", ["territory_gain: army > guerrilla | at Caguan"]),
    ("Rebels overran a base of the Syrian army near Idlib.", ["territory_gain: Rebels > Syrian army | near Idlib"]),
    ("Rebels took the Syrian stronghold of Manbij.", ["territory_gain: Rebels | at Manbij"]),
    # who had the weapons
    (
        "Police confiscated 40 rifles from the militia in Goma.",
        ["weapons_found: Police > militia | at Goma | - | 40 weapons rifles"],
    ),
    (
        "Police seized 40 rifles from a house in Goma.",
        ["weapons_found: Police | at Goma | - | 40 weapons rifles"],
    ),
    # those aboard, and those going by
    ("A bomb hit a bus carrying pilgrims in Tamale.", ["bombing: - > pilgrims | at Tamale | - | 1 vehicles bus"]),
    (
        "A roadside bomb went off as an army patrol was passing near Goma.",
        ["bombing: - > army patrol | near Goma"],
    ),
    # two sides that share a noun
    (
        "Russian and regime warplanes bombed Saraqib, Syria, on Friday.",
        ["air_strike: Russian, regime warplanes | at Saraqib | 2021-03-05"],
    ),
    # what a side loses in its own attack is not whom it attacked
    (
        "The Taliban attacked a base in Kunduz on Friday, losing five Taliban fighters.",
        ["clash: Taliban > base | at Kunduz | 2021-03-05 | 5 killed Taliban fighters"],
    ),
    # the office of who says so
    (
        "According to Ann Lee, the governor of Kano, one person was killed on Friday.",
        ["casualties: - > person | - | 2021-03-05 | 1 killed person | Ann Lee"],
    ),
    # nobody is done harm in a gain or a trend
    ("Rebels attacked Goma on Friday with no solidified gains.", ["clash: Rebels | at Goma | 2021-03-05"]),
    # "others" are what the one before them was
    (
        "A woman was killed and four other people were wounded when shells hit Bria on Friday.",
        ["shelling: - > other people | at Bria | 2021-03-05 | 1 killed woman, 4 wounded other people"],
    ),
    # the only one who is told to shell the town; who shelled another is not told
    (
        "The Sudanese army shelled Bara on Friday. Shells wounded four people there on Saturday.",
        [
            "shelling: Sudanese army | at Bara | 2021-03-05",
            "shelling: Sudanese army > people | at Bara | 2021-03-06 | 4 wounded people",
        ],
    ),
    (
        "The Sudanese army shelled Bara on Friday. Shells wounded four people in Kosti on Saturday.",
        [
            "shelling: Sudanese army | at Bara | 2021-03-05",
            "shelling: - > people | at Kosti | 2021-03-06 | 4 wounded people",
        ],
    ),
]


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_sides_are_told_beside_the_trigger(text: str, lines: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == lines


def test_a_fight_is_with_the_only_opponent_that_is_told_beside_it() -> None:
    text = "Al-Shabaab attacked the Somali army in Baidoa on Friday. The Somali army advanced on Bardale on Sunday."
    (_, fight) = coded(text).reports
    assert [(party.id, party.why.rule) for party in fight.target] == [("al-shabaab", "opponent-told")]


def test_who_lost_a_place_is_not_guessed_from_other_fights() -> None:
    text = "The Somali army retook Baidoa on Friday. Al-Shabaab had attacked the Somali army there in February."
    (taken, _) = coded(text).reports
    assert taken.target == ()
