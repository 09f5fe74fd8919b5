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
    (
        "Gunmen on Monday killed nine students in Bria, which the army had retaken in January.",
        [
            "attack_on_civilians: Gunmen > students | at Bria | 2021-03-01 | 9 killed students",
            "territory_gain: army | at Bria | 2021-01-01..2021-01-31",
        ],
        "who took the town before killed nobody there",
    ),
    (
        "Shells wounded nine civilians in Ippy, which was captured by rebels in May.",
        [
            "shelling: - > civilians | at Ippy | - | 9 wounded civilians",
            "territory_gain: rebels | at Ippy | 2020-05-01..2020-05-31",
        ],
        "the same of a passive",
    ),
    (
        "Nine people were killed on Friday in Bria, where rebels have been fighting the army since January.",
        [
            "casualties: - > people | at Bria | 2021-03-05 | 9 killed people",
            "clash ongoing: rebels > army | at Bria | 2021-01-01..2021-03-06",
        ],
        "nobody says that they died of what has long begun",
    ),
    (
        "Protesters marched in Tamale, where police killed two students on Monday.",
        [
            "protest: Protesters | at Tamale",
            "attack_on_civilians: police > students | at Tamale | 2021-03-01 | 2 killed students",
        ],
        "whom others killed in the town they marched in",
    ),
    (
        "Rebels killed nine people in Bria, where they stormed a police station.",
        ["attack_on_civilians: Rebels > police station, people | at Bria | - | 9 killed people"],
        "the same men: one attack",
    ),
    (
        "Nine people were killed in the town, which was shelled by the army.",
        ["shelling: army > people | at town | - | 9 killed people"],
        "a town that was shelled, and nobody else to have killed them",
    ),
    (
        "The army shelled Bria, which killed nine people.",
        ["shelling: army > people | at Bria | - | 9 killed people"],
        "it was the shelling that killed",
    ),
    (
        "Villagers fled to Bria, which the rebels had seized in May.",
        ["displacement: Villagers | toward Bria", "territory_gain: rebels | at Bria | 2020-05-01..2020-05-31"],
        "they fled towards what was taken, not taken on the way",
    ),
    (
        "For nearly a week regime troops have been battling for control of Bria.",
        ["clash ongoing: regime troops | at Bria"],
        "how long is no part of who, where the comma lacks",
    ),
    (
        "Russia violated the truce 264 times since it came into force last week.",
        ["ceasefire_violation: Russia | - | 2021-02-22..2021-03-06"],
        "a truce that comes into force runs into none",
    ),
    (
        "Soldiers shelled a clinic in Torit on Thursday and killed nine traders in Bor on Monday.",
        [
            "shelling: Soldiers > clinic | at Torit | 2021-03-04",
            "attack_on_civilians: Soldiers > traders | at Bor | 2021-03-01 | 9 killed traders",
        ],
        "a second place and day: the same men, and not the same deed",
    ),
    (
        "Herders wounded five farmers in Guma, but troops bombarded a market in Agatu.",
        [
            "attack_on_civilians: - > farmers | at Guma | - | 5 wounded farmers",
            "shelling: troops > market | at Agatu",
        ],
        "what others did elsewhere wounded nobody here",
    ),
    (
        "Gunmen killed nine students in Gombe, as youths rioted in Bauchi.",
        [
            "attack_on_civilians: Gunmen > students | at Gombe | - | 9 killed students",
            "riot: youths | at Bauchi",
        ],
        "who killed and who rioted are both told",
    ),
    (
        "Militiamen killed two nurses in Bunia after torching twelve houses in Djugu.",
        [
            "attack_on_civilians: Militiamen > nurses | at Bunia | - | 2 killed nurses",
            "property_destruction: Militiamen > houses | at Djugu | - | 12 buildings houses",
        ],
        "what they did before in another town",
    ),
    (
        "Having ambushed a convoy in Kidal, rebels shot dead four traders in Menaka.",
        [
            "clash: rebels > convoy | at Kidal",
            "attack_on_civilians: rebels > traders | at Menaka | - | 4 killed traders",
        ],
        "the same with a participle in front",
    ),
    (
        "Gunmen, who had shelled a camp in Torit on Sunday, killed nine students in Bor on Monday.",
        [
            "shelling: Gunmen > camp | at Torit | 2021-02-28",
            "attack_on_civilians: Gunmen > students | at Bor | 2021-03-01 | 9 killed students",
        ],
        "the same of a clause about them",
    ),
    (
        "Insurgents blew up a bridge in Mocoa after troops shelled a clinic in Tumaco.",
        [
            "bombing: Insurgents > bridge | at Mocoa",
            "shelling: troops > clinic | at Tumaco",
        ],
        "what others shelled is no means of theirs",
    ),
    (
        "Gunmen killed nine students in Jos, a day after an air strike in Gwoza.",
        [
            "attack_on_civilians: Gunmen > students | at Jos | - | 9 killed students",
        ],
        "nobody dies of what a day is counted from",
    ),
    (
        "Planes hit two schools in Herat on Friday in retaliation for the killing of nine men in Farah on Tuesday.",
        [
            "air_strike: Planes > schools | at Herat | 2021-03-05 | 2 buildings schools",
            "casualties: - > men | at Farah | 2021-03-02 | 9 killed men",
        ],
        "an answer and what it answers, each with its day",
    ),
    (
        "Police arrested six activists in Jos, and four nurses were kidnapped in Kaduna.",
        [
            "arrest: Police > activists | at Jos | - | 6 captured activists",
            "abduction: - > nurses | at Kaduna | - | 4 abducted nurses",
        ],
        "no doer is taken over from another town",
    ),
    (
        "Paratroopers withdrew from Sumy and torched two schools in Lebedyn.",
        [
            "withdrawal: Paratroopers | from Sumy",
            "property_destruction: Paratroopers > schools | at Lebedyn | - | 2 buildings schools",
        ],
        "the object of the second verb is not that of the first",
    ),
    (
        "Students marched in Lagos, as hundreds of villagers fled Guma.",
        [
            "protest: Students | at Lagos",
            "displacement: villagers | from Guma | - | 200+? displaced villagers",
        ],
        "a clause opened by 'as' counts who flees",
    ),
    (
        "Gunmen stormed a village near Gao on Monday and shot nine people.",
        [
            "attack_on_civilians: Gunmen > people | near Gao | 2021-03-01 | 9 wounded people",
        ],
        "one attack told by two verbs",
    ),
    (
        "An air strike hit a market in Gao, killing nine people.",
        [
            "air_strike: - > people | at Gao | - | 9 killed people",
        ],
        "and by a participle",
    ),
    (
        "Rebels attacked Kidal region on Monday and killed nine people in Menaka.",
        [
            "attack_on_civilians: Rebels > people | at Menaka | 2021-03-01 | 9 killed people",
        ],
        "a town may lie in the region that was attacked",
    ),
    (
        "Militants killed nine people in Bor, wounded four in Torit and abducted two in Yei.",
        [
            "attack_on_civilians: Militants > people | at Bor | - | 9 killed people",
            "attack_on_civilians: Militants > people | at Torit | - | 4 wounded",
            "abduction: Militants > people | at Yei | - | 2 abducted",
        ],
        "a list with a place each",
    ),
    (
        "Gunmen killed nine villagers, among them two women, a doctor said.",
        [
            "attack_on_civilians: Gunmen > villagers | - | - | 9 killed villagers,"
            " 2 killed women of 'nine villagers' | doctor"
        ],
        "who says so is not among the dead",
    ),
    (
        "Nine people were killed, among them two women and a doctor.",
        [
            "casualties: - > people | - | - | 9 killed people, 2 killed women of 'Nine people',"
            " 1 killed doctor of 'Nine people'"
        ],
        "who says nothing is",
    ),
]


@pytest.mark.parametrize(("text", "reports", "why"), ROWS)
def test_two_happenings_of_a_sentence(text: str, reports: list[str], why: str) -> None:
    assert [told(report) for report in coded(text).reports] == reports, why
