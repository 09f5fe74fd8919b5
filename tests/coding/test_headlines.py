"""Headlines: present tenses that read like nouns, no articles, who says so before or behind."""

import pytest
from documents import coded, told

ROWS = [
    # --- a present that is spelt like a noun is the verb of a line that has no other
    ("Blast shakes Herat", ["bombing: - | at Herat"]),
    ("Explosion tears through Sukkur bazaar", ["bombing: - | at Sukkur bazaar"]),
    ("Twin blasts hit Baidoa hotel", ["bombing: - | at Baidoa hotel"]),
    ("Army retakes Kaga", ["territory_gain: Army | at Kaga"]),
    ("Jets bomb Mingora market", ["air_strike: Jets | at Mingora market"]),
    ("Rebels, army trade fire in Rutshuru", ["clash: Rebels, army | at Rutshuru"]),
    (
        "Police nab four suspected rebels in Mombasa",
        ["arrest: Police > suspected rebels | at Mombasa | - | 4 captured suspected rebels"],
    ),
    ("Bandits free 20 hostages", ["release: Bandits > hostages | - | - | 20 freed hostages"]),
    ("Mali: Gunmen raid post, kill six", ["clash: Gunmen > post | in_area Mali | - | 6 killed"]),
    # --- whom somebody shot dead or stabbed is no doer where no other is told
    ("Journalist shot dead in Kaga", ["attack_on_civilians: - > Journalist | at Kaga"]),
    ("Police shot dead two men in Kaga", ["attack_on_civilians: Police > men | at Kaga | - | 2 killed men"]),
    ("Activist stabbed to death in Kaga", ["attack_on_civilians: - > Activist | at Kaga"]),
    # --- a plural has no such verb with -s, a singular none without, and none stands before a preposition
    ("Police raid in Kano", ["clash: Police | at Kano"]),
    ("Rebel attacks in Ituri", ["clash: Rebel | in_area Ituri"]),
    ("Air strikes in Mingora", ["air_strike: - | at Mingora"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_headlines_tell_events(text: str, expected: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == expected
