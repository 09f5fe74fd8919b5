"""Searches by the police, pirates, protests that turn, and those who came back and were harmed."""

import pytest
from documents import coded, told

ROWS = [
    # --- what the police search is not attacked; an arrest there is told by its own word
    ("Police raided the newsroom of a weekly in Managua.", []),
    (
        "Police raided a bar in Batumi and arrested six men.",
        ["arrest: Police > men | at Batumi | - | 6 captured men"],
    ),
    # --- pirates take a vessel and those on it; others only go aboard
    ("Pirates boarded a bulk carrier off Somalia.", ["abduction: Pirates > bulk carrier | near Somalia"]),
    ("A trawler was hijacked off Somalia on Monday.", ["abduction: - > trawler | near Somalia | 2021-03-01"]),
    ("Commuters boarded a ferry in Bari.", []),
    # --- a protest that turns violent is one riot; one that turns into something else stays a protest
    ("The rally in Conakry turned violent on Monday.", ["riot: - | at Conakry | 2021-03-01"]),
    ("The rally in Conakry turned into a picnic on Monday.", ["protest: - | at Conakry | 2021-03-01"]),
    # --- returnees return where they arrive or are counted, not where they are shot
    (
        "Returnees were shot near Rumbek on Monday.",
        ["attack_on_civilians: - > Returnees | near Rumbek | 2021-03-01"],
    ),
    ("Six returnees were registered in Renk.", ["return: returnees | at Renk | - | 6 returned returnees"]),
    # --- who defends rights is no fighter
    (
        "Gunmen killed a human rights defender in Cali.",
        ["attack_on_civilians: Gunmen > human rights defender | at Cali | - | 1 killed human rights defender"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_searches_pirates_and_turns(text: str, expected: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == expected
