"""Verbs of two words with a hyphen, which is no mark between a noun and a verb."""

import pytest
from documents import coded, told

ROWS = [
    # --- one word, active and passive; what its first word names does nothing
    ("Police baton-charged students in Sylhet.", ["protest: students > Police | at Sylhet"]),
    ("Students were tear-gassed by police in Sylhet.", ["protest: Students > police | at Sylhet"]),
    ("Jets dive-bombed the market in Kaga.", ["air_strike: Jets > market | at Kaga"]),
    ("The mosque in Kaga was fire-bombed.", ["property_destruction: - > mosque | at Kaga"]),
    ("Six nuns were gang-raped by soldiers in Kaga.", ["sexual_violence: soldiers > nuns | at Kaga"]),
    ("Militants suicide-bombed a mosque in Kaga.", ["suicide_bombing: Militants > mosque | at Kaga"]),
    # --- "re-" before an irregular past
    ("The army re-took Kaga from the rebels.", ["territory_gain: army > rebels | at Kaga"]),
    # --- what is no such verb stays in parts
    ("The Moscow-backed troops left Kaga.", ["withdrawal: Moscow-backed troops | from Kaga"]),
    ("The president cherry-picked ministers in Kaga.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_hyphenated_verbs_are_one_word(text: str, expected: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == expected
