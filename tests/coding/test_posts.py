"""Posts, logs and lists of headlines: short, without verbs, with pictures and signs."""

import pytest
from documents import coded, told

ROWS = [
    # --- the sign of a hashtag is no part of the name
    ("Heavy airstrikes on Mingora, in the north of #Swat.", ["air_strike: - | at Mingora"]),
    # --- pictures tell nothing; the arrow says where to
    (
        "🔴 200 families flee Kaga camps → Maiduguri 🙏",
        ["displacement: families | from Kaga camps, toward Maiduguri | - | 200 displaced families"],
    ),
    # --- the label of a line is no part of the sentence, and names the place
    (
        "- Bama: 61 insurgents, incl. 14 fighters, surrendered to troops.",
        [
            "surrender: insurgents > troops | at Bama | - "
            "| 61 surrendered insurgents, 14 surrendered fighters of '61 insurgents'"
        ],
    ),
    # --- each line is an entry; no party wanders from one to the next
    (
        "Soldiers shell Kaga\nGunmen abduct two nuns in Tola\nPolice arrest nine protesters in Goma\n"
        "The army retakes Bama",
        [
            "shelling: Soldiers | at Kaga",
            "abduction: Gunmen > nuns | at Tola | - | 2 abducted nuns",
            "arrest: Police > protesters | at Goma | - | 9 captured protesters",
            "territory_gain: army | at Bama",
        ],
    ),
    # --- who signs a line behind its last mark tells it; not a section of the page, nor what a bracket explains
    (
        "Six people killed in airstrike on Kaga — witnesses",
        ["air_strike: - > people | at Kaga | - | 6 killed people | witnesses"],
    ),
    (
        "Two bodies recovered in Kaga: civil defence",
        ["casualties: - > bodies | at Kaga | - | 2 killed bodies | civil defence"],
    ),
    (
        "Six people killed in an airstrike on Kaga (SANA)",
        ["air_strike: - > people | at Kaga | - | 6 killed people | SANA"],
    ),
    (
        "Six people killed in an airstrike on Kaga - World - Reuters",
        ["air_strike: - > people | at Kaga | - | 6 killed people"],
    ),
    # --- what befell those counted, in shorthand, and whom an acronym names
    ("Ambush near Kaga. 5 KIA, 3 WIA.", ["clash: - | near Kaga | - | 5 killed KIA, 3 wounded WIA"]),
    ("6 VDP killed in an ambush near Kaga.", ["clash: - > VDP | near Kaga | - | 6 killed VDP"]),
    # --- headlines leave out the auxiliary of the passive
    ("Army post looted in Kaga again.", ["property_destruction: - > Army post | at Kaga"]),
    # --- to encounter the armed is to fight them
    ("Troops encountered rebels near Kaga on Monday.", ["clash: Troops > rebels | near Kaga | 2021-03-01"]),
    ("Troops encountered difficulties near Kaga on Monday.", []),
    # --- a short weekday at the head of an entry
    (
        "- Thu: 3 stations torched in Goma.",
        ["property_destruction: - > stations | at Goma | 2021-03-04 | 3 buildings stations"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_short_genres_tell_events(text: str, expected: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == expected
