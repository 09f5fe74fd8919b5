"""Who did it to whom, where no slot of the trigger holds them: told beside it, or in another sentence."""

from datetime import date

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
    # who holds it by the name of a people; whose airstrip it was, and not whose country; whose headquarters fell
    ("Croatian forces overran the Serb-held town of Knin.", ["territory_gain: Croatian forces > Serb | at Knin"]),
    ("The army captured the LTTE's last airstrip near Mullaitivu.", ["territory_gain: army > LTTE | near Mullaitivu"]),
    ("The army captured Syria's largest town near Hama.", ["territory_gain: army | near Hama"]),
    ("The Fatah headquarters in Gaza fell to Hamas gunmen.", ["territory_gain: Hamas gunmen > Fatah | at Gaza"]),
    # who had to leave; a withdrawal goes to no airport as to a side
    (
        "Ukrainian troops recaptured Izium on Friday, driving Russian units across the river.",
        ["territory_gain: Ukrainian troops > Russian units | at Izium | 2021-03-05"],
    ),
    (
        "Government troops withdrew to the airport of Kunduz on Friday.",
        ["withdrawal: Government troops | toward Kunduz | 2021-03-05"],
    ),
    # who fired from there, who had laid the mine, and not who holds the place; whose men drove them out
    (
        "Mortar fire from rebel positions hit the Russian embassy in Damascus.",
        ["shelling: rebel > Russian embassy | at Damascus"],
    ),
    (
        "Nine policemen died when their convoy drove over a mine near Gadchiroli that Maoists had buried.",
        ["bombing: Maoists > policemen | near Gadchiroli | - | 9 killed policemen"],
    ),
    (
        "Witnesses reported an air strike on Ombada, which the RSF controls.",
        ["air_strike: - | at Ombada | - | - | Witnesses"],
    ),
    (
        "The warlord's men drove the villagers of Bangassou from their homes.",
        ["displacement: villagers of Bangassou > warlord's men | from Bangassou"],
    ),
    # who sent the drones, and not these; an aircraft's name of three words; a division that fights
    (
        "Drones launched by Russian forces damaged a substation in Poltava.",
        ["air_strike: Russian forces > substation | at Poltava"],
    ),
    (
        "Egyptian F-16s bombed a depot in Derna on Friday.",
        ["air_strike: Egyptian F-16s > depot | at Derna | 2021-03-05"],
    ),
    (
        "The 58th Division captured Mullaitivu on Friday.",
        ["territory_gain: 58th Division | at Mullaitivu | 2021-03-05"],
    ),
    # three sides that share a noun
    (
        "American, British and French forces struck a depot in Homs.",
        ["air_strike: American, British, French forces > depot | at Homs"],
    ),
    # attackers who fell were not attacked, unless by somebody else
    (
        "Insurgents attacked a police post in Rakhine on Friday, leaving 12 officers and 77 attackers dead.",
        [
            "clash: Insurgents > police post, officers | in_area Rakhine | 2021-03-05"
            " | 12 killed officers, 77 killed attackers"
        ],
    ),
    (
        "Police killed five attackers in Rakhine on Friday.",
        ["clash: Police > attackers | in_area Rakhine | 2021-03-05 | 5 killed attackers"],
    ),
    # a fighter's vehicles are hit for what they are; people are told by a clause
    (
        "Algerian helicopters attacked the hostage takers' vehicles near Amenas, killing 30 captives.",
        [
            "air_strike: Algerian helicopters > hostage takers' vehicles, captives | near Amenas | -"
            " | 30 killed captives"
        ],
    ),
    (
        "Militiamen entered Sake and shot those who had stayed behind.",
        ["attack_on_civilians: Militiamen > those | at Sake"],
    ),
    # whose sortie it was that did it
    (
        "A rebel offensive captured the airport of Bria on Friday.",
        ["clash: rebel | at Bria | 2021-03-05", "territory_gain: rebel | at Bria | 2021-03-05"],
    ),
    (
        "An army operation freed twelve hostages in Kaga.",
        ["release: army > hostages | at Kaga | - | 12 freed hostages"],
    ),
    (
        "A military operation freed twelve hostages in Kaga.",
        ["release: - > hostages | at Kaga | - | 12 freed hostages"],
    ),
    (
        "An operation led by special forces killed the commander of Abu Sayyaf in Jolo.",
        ["clash: special forces > commander of Abu Sayyaf | at Jolo"],
    ),
    ("A patrol of the gendarmerie hit a mine near Kaga.", ["bombing: - > patrol of the gendarmerie | near Kaga"]),
    # whom the clubs were swung by; who is told of by name among them
    (
        "Nine soldiers were beaten with clubs and stones by Chinese troops near Leh.",
        ["attack_on_civilians: Chinese troops > soldiers | near Leh | - | 9 wounded soldiers"],
    ),
    (
        "The truck that blew up near Tikrit on Friday killed 22 people, among them Sergio Mello.",
        ["bombing: - > people | near Tikrit | 2021-03-05 | 22 killed people"],
    ),
    (
        "Two blasts among football fans in Kampala killed 74.",
        ["bombing: - > football fans | at Kampala | - | 2 strikes blasts, 74 killed"],
    ),
    # those who are called by the deed; not by another one, and not "an attacker"
    (
        "Twenty miners were massacred in Djugu. The attackers, who belong to the CODECO militia, fled.",
        ["attack_on_civilians: attackers > miners | at Djugu | - | 20 killed miners"],
    ),
    (
        "Nine pupils were abducted in Chibok. An attacker was hurt in Bria.",
        [
            "abduction: - > pupils | at Chibok | - | 9 abducted pupils",
            "casualties: - > attacker | at Bria | - | 1 wounded attacker",
        ],
    ),
    ("Shells hit Goma. The kidnappers of a priest were tried on Friday.", ["shelling: - | at Goma"]),
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


def test_those_called_by_the_deed_are_whom_they_are_taken_for() -> None:
    text = "Nine pupils were abducted in Chibok. The kidnappers, believed to be Boko Haram fighters, came in trucks."
    (taken,) = coded(text).reports
    assert [(party.id, party.why.rule) for party in taken.initiator] == [("boko-haram", "member-of-body")]


def test_the_same_ones_go_on_at_the_same_time() -> None:
    text = "Militants arrived in Kaga on motorbikes on Wednesday. They gunned down nine farmers."
    assert [report.when and report.when.start for report in coded(text).reports] == [date(2021, 3, 3)] * 2


def test_the_same_ones_elsewhere_or_before_go_on_at_no_known_time() -> None:
    for then in ("They shelled Bria.", "They had gunned down nine farmers.", "Soldiers gunned down nine farmers."):
        (_, other) = coded(f"Militants arrived in Kaga on Wednesday. {then}").reports
        assert other.when is None
