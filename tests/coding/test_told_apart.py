"""Two happenings of one sentence are two where a clause has sides of its own and another means or place."""

import pytest
from documents import coded, told

ROWS = [
    (
        "Drones struck two posts near Rafah, hours after three rockets were fired at Ashkelon.",
        [
            "air_strike: Drones > posts | near Rafah | - | 2 buildings posts",
            "shelling: - | at Ashkelon | - | 3 strikes rockets",
        ],
        "what came before is no part of the answer to it",
    ),
    (
        "Rebels advanced on Goma, while the army shelled hills near Sake.",
        ["clash: Rebels | at Goma", "shelling: army > hills | near Sake"],
        "what the other side did meanwhile",
    ),
    (
        "Gunmen shelled Bor, killing a woman, while a child was killed by a sniper in Malakal.",
        [
            "shelling: Gunmen > woman | at Bor | - | 1 killed woman",
            "attack_on_civilians: sniper > child | at Malakal | - | 1 killed child",
        ],
        "nobody dies elsewhere of a shelling",
    ),
    (
        "A source at the police command said that rebels who sat in the eastern part of the city targeted Jamil"
        " district with 4 rocket shells killing 8 persons injuring more than 55 persons most of them are women.",
        [
            "shelling: rebels > persons | at Jamil district | - | 4 strikes rocket shells, 8 killed persons,"
            " 55+ wounded persons | source at the police command"
        ],
        "where commas lack, one toll hangs on the other",
    ),
    (
        "Soldiers clashed with rebels near Bor after the rebels attacked a convoy.",
        ["clash: Soldiers, rebels > rebels, convoy | near Bor"],
        "how a fight began is that fight",
    ),
]


@pytest.mark.parametrize(("text", "reports", "why"), ROWS)
def test_two_happenings_of_a_sentence(text: str, reports: list[str], why: str) -> None:
    assert [told(report) for report in coded(text).reports] == reports, why
