"""What is one happening, told in several words or by several voices, and what is two."""

import pytest
from documents import coded, told

# The text, published on Saturday 6 March 2021; its reports as `documents.told` writes them.
ROWS: list[tuple[str, list[str]]] = [
    # An attack that was beaten off is one fight.
    (
        "Al Shabaab launched an attack on the base in Bariire on Monday but was driven back after an hour.",
        ["clash: Al Shabaab > base | at Bariire | 2021-03-01"],
    ),
    # What a fight destroyed is part of it; what is seized on a farm is found.
    (
        "Army units targeted the sources of fire near Homs on Friday and destroyed several mortar launchers.",
        ["shelling: Army units > sources of fire | near Homs | 2021-03-05 | 2+? weapons mortar launchers"],
    ),
    (
        "Troops thwarted the push on Taiz, killing over 40 rebels and destroying 14 armoured vehicles.",
        ["clash: Troops > armoured vehicles | at Taiz | - | 40+ killed rebels, 14 vehicles armoured vehicles"],
    ),
    (
        "Troops raided a farm near Bor and destroyed nine rifles.",
        ["weapons_found: Troops | near Bor | - | 9 weapons rifles"],
    ),
    # Two who destroy are two.
    (
        "Rebels attacked the base in Bor on Friday and the army destroyed two of their pickups.",
        ["clash: Rebels > base | at Bor | 2021-03-05", "clash: army | at Bor | 2021-03-05 | 2 vehicles pickups"],
    ),
    # A missile that is shot down is an attack that failed; a helicopter that is shot down was fought.
    (
        "The navy intercepted two missiles over Aden on Friday.",
        ["shelling: - | at Aden | 2021-03-05 | 2 strikes missiles"],
    ),
    (
        "The Houthis fired a missile at a base in Jizan. The kingdom said the missile had been shot down.",
        ["shelling: Houthis > base | at Jizan"],
    ),
    (
        "Rebels shot down a government helicopter near Taiz.",
        ["clash: Rebels > government helicopter | near Taiz | - | 1 vehicles government helicopter"],
    ),
    # What it is said to be, and who did it.
    (
        "Two cars were torched in Burqa in what police suspect was a racist attack.",
        ["property_destruction: - > cars | at Burqa | - | 2 vehicles cars"],
    ),
    (
        "Three suicide bombers killed two people near the headquarters in Kano in an attack claimed by Boko Haram.",
        [
            "suicide_bombing: suicide bombers, Boko Haram > people | at Kano | - | 3 fighters suicide bombers, 2 "
            "killed people | Boko Haram"
        ],
    ),
    # A toll of none, and one of those who spoke last.
    (
        "The U.S. military said it had killed eight militants in an air strike near Kobon. "
        "It said no civilians were hurt.",
        ["air_strike: it > militants | near Kobon | - | 8 killed militants, 0 wounded civilians | U.S. military"],
    ),
    (
        "Shells hit the towns of Marl and Bor on Friday, a spokesman said. According to him, 46 houses were damaged.",
        ["shelling: - > houses | at Marl, at Bor | 2021-03-05 | 46 buildings houses | spokesman"],
    ),
    (
        "Jets fired missiles at a clinic in Saqba, and nine bodies were pulled out. "
        "Helicopters bombed the market in Douma, activists said. They put the toll at 11.",
        [
            "air_strike: Jets > clinic, bodies | at Saqba | - | 9 killed bodies",
            "air_strike: Helicopters > market | at Douma | - | 11 killed  | activists",
        ],
    ),
    # Another voice's toll is its own.
    (
        "Jets bombed a market in Taiz on Friday, activists said. A governor said no civilians were hurt.",
        [
            "air_strike: Jets > market | at Taiz | 2021-03-05 | - | activists",
            "air_strike denied: Jets > civilians | at Taiz | 2021-03-05 | 0 wounded civilians | governor",
        ],
    ),
    # The shells and the bombs are those told before.
    (
        "Rebels blew up bombs in tunnels under Aleppo on Tuesday, killing 13, a monitor said. "
        "The bombs were placed in two tunnels, the monitor said.",
        ["bombing: Rebels > tunnels | at Aleppo | 2021-03-02 | 13 killed , 2 buildings tunnels | monitor"],
    ),
    (
        "Rebels fired rockets on the village of Serj, killing two people. "
        "A reporter said the rockets were launched by fighters of the Ghab Front.",
        ["shelling: Rebels > people | at Serj | - | 2 killed people | reporter"],
    ),
    # Some of the rockets are no other count.
    (
        "Two rockets were fired at Eilat on Monday. A number of the rockets were shot down, police said.",
        ["shelling: - | at Eilat | 2021-03-01 | 2+? strikes rockets | police"],
    ),
    # One flight.
    (
        "The ombudsman said 412 families have abandoned their plots and are sheltering in the school of Bor.",
        ["displacement: families | at Bor | - | 412 displaced families | ombudsman"],
    ),
    (
        "Hundreds fled Bor on Friday, and rebels drove others out of Juba.",
        [
            "displacement: Hundreds | from Bor | 2021-03-05 | 200+? displaced",
            "displacement: others > rebels | from Juba | 2021-03-05",
        ],
    ),
    # The taking that dates another is no part of it.
    ("The column took the village of Sejar days after the recapture of Karmah.", ["territory_gain: column | at Sejar"]),
    # What is fired is no subject of the damage, and an hour ends a sentence.
    (
        "Militants fired on Friday several rockets at houses in Daraa causing damage to property.",
        ["shelling: Militants > houses | at Daraa | 2021-03-05 | 2+? strikes rockets"],
    ),
    (
        "A mine struck a convoy in Bor at about 4 p.m. One man died and three were wounded.",
        ["bombing: - > man | at Bor | ? | 1 vehicles convoy, 1 killed man, 3 wounded"],
    ),
    # What is heard is one, and drones that are shot down are an attack that failed.
    ("Shellfire was heard in Goma on Friday.", ["shelling: - | at Goma | 2021-03-05"]),
    (
        "Air defences shot down nine drones over Odesa on Friday.",
        ["air_strike: - | at Odesa | 2021-03-05 | 9 vehicles drones"],
    ),
    ("The militia shot down a drone near Gao.", ["clash: militia > drone | near Gao | - | 1 vehicles drone"]),
    # A second toll right behind, of another kind; the dead of another town are others.
    (
        "68 rebels were killed in Bor on Friday. Eight soldiers sustained light injuries.",
        ["casualties: - > rebels | at Bor | 2021-03-05 | 68 killed rebels, 8 wounded soldiers"],
    ),
    (
        "A trader was killed in Bor on Friday. Two women were killed in Juba.",
        [
            "casualties: - > trader | at Bor | 2021-03-05 | 1 killed trader",
            "casualties: - > women | at Juba | - | 2 killed women",
        ],
    ),
    # And it goes with the bomb that was told before, where one was.
    (
        "A bomb went off in Bor on Friday. Nine people were killed. Two were wounded.",
        ["bombing: - > people | at Bor | 2021-03-05 | 9 killed people, 2 wounded"],
    ),
    # Who calls a report a fake denies it.
    (
        "Reports of a massacre in Bor are fake, the police said.",
        ["attack_on_civilians denied: - | at Bor | - | - | police"],
    ),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_one_happening(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports
