"""Reports of rights groups and commissions, indictments, local papers, chronicles: what their long forms tell.

A row is a text and its reports as `documents.told` writes them; the comment says what it shows.
"""

import pytest
from documents import coded, told

ROWS = [
    # --- rights groups and commissions
    (  # not the grounds believe it, but who has them
        "The Commission found reasonable grounds to believe that soldiers tortured 14 detainees in Karsa.",
        ["attack_on_civilians: soldiers > detainees | at Karsa | - | 14 wounded detainees | Commission"],
    ),
    (  # nobody has them: the report says it in its own voice
        "There are reasonable grounds to believe that guards shot dead nine men in Karsa.",
        ["attack_on_civilians: guards > men | at Karsa | - | 9 killed men"],
    ),
    (  # who did one thing and says another
        "Rangers have been searching the caves of Karsa since Monday and say they freed two clerks in Tamale.",
        ["release: they > clerks | at Tamale | - | 2 freed clerks | Rangers"],
    ),
    (  # who did it stands behind those to whom it was done
        "The report describes the abduction of six teachers and a nurse by gunmen in Tamale.",
        ["abduction: gunmen > teachers and a nurse | at Tamale | - | 6 abducted teachers, 1 abducted nurse | report"],
    ),
    (  # and who gave the order did not do it too
        "The commissioner ordered the deployment of two units to Tamale.",
        ["deployment planned: units | toward Tamale"],
    ),
    (  # who shoots captives puts them to death
        "Militiamen shot four prisoners in Tamale on Monday.",
        ["attack_on_civilians: Militiamen > prisoners | at Tamale | 2021-03-01 | 4 killed prisoners"],
    ),
    (  # and who shoots and wounds does not
        "A constable was shot and wounded in Tamale.",
        ["attack_on_civilians: - > constable | at Tamale | - | 1 wounded constable"],
    ),
    (  # found dead by what was found in him
        "A driver was found with bullets in the neck in Tamale.",
        ["attack_on_civilians: - > driver | at Tamale | - | 1 killed driver"],
    ),
    (
        "Two students are missing after soldiers searched a hostel in Tamale.",
        ["abduction: - > students | at Tamale | - | 2 missing students"],
    ),
    ("He was kept in a cell at Tamale for a month.", ["arrest: - > He | at Tamale"]),
    (  # those whom a pronoun takes up are counted, and dead if they were led away
        "Gunmen led nine farmers to a field near Tamale and shot them.",
        ["attack_on_civilians: Gunmen > them | near Tamale | - | 9 killed farmers"],
    ),
    (
        "The militia seized four nurses in Tamale and released them on Friday.",
        [
            "abduction: militia > nurses | at Tamale | 2021-03-05 | 4 abducted nurses",
            "release: militia > them | at Tamale | 2021-03-05 | 4 freed nurses",
        ],
    ),
    (  # nobody is counted by a pronoun of one where several were told
        "Soldiers questioned nine students in Tamale and shot him.",
        ["attack_on_civilians: Soldiers > him | at Tamale"],
    ),
    (
        "Remains dug up in Tamale belong to six persons.",
        ["casualties: - > Remains, persons | at Tamale | - | 6 killed persons"],
    ),
    (
        "The clinic in Tamale received 31 patients with gunshot wounds.",
        ["casualties: - > patients | at Tamale | - | 31 wounded patients"],
    ),
    (  # what one witness tells is not the toll that the document gives
        "Militiamen killed 40 traders in Karsa in May. A school was closed. A cook said soldiers had beaten him.",
        [
            "attack_on_civilians: Militiamen > traders | at Karsa | 2020-05-01..2020-05-31 | 40 killed traders",
            "attack_on_civilians: soldiers > him | at Karsa | - | - | cook",
        ],
    ),
    (
        "Three men in plain clothes took a student from his room in Tamale.",
        ["abduction: men > student | at Tamale | - | 1 abducted student"],
    ),
    # --- courts
    (  # what the accused ordered was done
        "The accused ordered the shelling of Karsa.",
        ["shelling: accused | at Karsa"],
    ),
    (
        "A former colonel is accused of ordering the burning of nine houses in Karsa.",
        ["property_destruction: former colonel > houses | at Karsa | - | 9 buildings houses"],
    ),
    # what a general orders may come
    ("The general ordered the shelling of Karsa.", ["shelling planned: general | at Karsa"]),
    # --- local papers
    (  # those in somebody's hands
        "Three clerks remain in the hands of the gang in Karsa.",
        ["abduction: gang > clerks | at Karsa | - | 3 abducted clerks"],
    ),
    ("The bridge remains in the hands of the engineers.", []),
    (  # cattle are no hostages
        "Rustlers made away with 300 head of cattle near Karsa.",
        ["property_destruction: Rustlers > head of cattle | near Karsa"],
    ),
    (  # a leader who hands in arms gives himself up
        "A gang leader handed over nine rifles to the police in Tamale.",
        ["surrender: gang leader > police | at Tamale | - | 1 surrendered gang leader, 9 weapons rifles"],
    ),
    (
        "Sixty of his men went over to the federal forces in Tamale.",
        ["group_change: men > federal forces | at Tamale | - | 60 fighters men"],
    ),
    (  # another toll of somebody else's is another report
        "A bomb killed six people in Tamale on Monday. The hospital put the toll at nine.",
        [
            "bombing: - > people | at Tamale | 2021-03-01 | 6 killed people",
            "bombing: - > people | at Tamale | 2021-03-01 | 9 killed  | hospital",
        ],
    ),
    (  # the same toll is not
        "A bomb killed six people in Tamale on Monday. The hospital put the toll at six.",
        ["bombing: - > people | at Tamale | 2021-03-01 | 6 killed people | hospital"],
    ),
    (  # one person hurt here and one there are not one happening
        "The gang let go four clerks in May and shot one of the captives. In Tamale a rocket killed a sergeant.",
        [
            "release: gang > clerks | - | 2020-05-01..2020-05-31 | 4 freed clerks",
            "attack_on_civilians: gang > captives | - | 2020-05-01..2020-05-31 | 1 killed captives",
            "shelling: - > sergeant | at Tamale | - | 1 killed sergeant",
        ],
    ),
    (  # what the arrested had with them
        "Police arrested two suspects with six rifles in Tamale.",
        ["arrest: Police > suspects | at Tamale | - | 2 captured suspects, 6 weapons rifles"],
    ),
    (  # kilos are no number of weapons, what stands beside them is
        "Police seized 14 kilos of explosives and three rocket launchers in Tamale.",
        ["weapons_found: Police | at Tamale | - | 3 weapons rocket launchers"],
    ),
    (  # who is counted by a number alone comes home too
        "Around 12,000 had gone back to Tamale.",
        ["return: - | toward Tamale | - | ~12000 returned"],
    ),
    (  # a noun torn at its hyphen
        "Police broke up that sit-in in Tamale with batons.",
        ["protest: - | at Tamale"],
    ),
    (
        "Some 900 members of the dockers' union stopped work at the shipyard in Tamale.",
        ["protest: members of the dockers' union | at Tamale | - | ~900 protesters members of the dockers' union"],
    ),
    (
        "A bomb in a bread van wrecked the custom house in Tamale.",
        ["bombing: - > custom house | at Tamale"],
    ),
    (  # these are shells
        "Three mortar bombs came down in a field near Tamale.",
        ["shelling: - > field | near Tamale | - | 3 strikes mortar bombs"],
    ),
    (
        "Clashes in Karsa drove 300 families to Tamale.",
        ["clash: - | at Karsa", "displacement: families | toward Tamale | - | 300 displaced families"],
    ),
    (  # what is done to people where they live is done to people
        "Gunmen invaded Lofa community near Tamale, killing 13 persons.",
        ["attack_on_civilians: Gunmen > persons | at Lofa community | - | 13 killed persons"],
    ),
    (  # other things looted are another looting
        "Bandits burned nine houses in Karsa. Traders wept. A container of medicine was looted at the port.",
        [
            "property_destruction: Bandits > houses | at Karsa | - | 9 buildings houses",
            "property_destruction: - > container of medicine | at port",
        ],
    ),
    (
        "The rebels handed over their tanks at Karsa to the peacekeepers.",
        ["surrender: rebels > peacekeepers | at Karsa"],
    ),
    # --- who did not do it
    (  # nobody unarmed shells
        "Forty families left their homes after shelling in Karsa.",
        ["displacement: families | at Karsa | - | 40 displaced families", "shelling: - | at Karsa"],
    ),
    (  # what people hang by, and where they are fired on from, does nothing
        "Both said they had been hung by the wrists in Tamale.",
        ["attack_on_civilians: - > they | at Tamale | - | - | Both"],
    ),
    (
        "Soldiers in Tamale came under fire from the roof of a mill.",
        ["clash: - > Soldiers | at Tamale"],
    ),
    # --- words that tell of nothing of the kind
    ("The minister hit back at critics in Tamale.", []),
    ("The editor struck his name from the list in Tamale.", []),
    ("A foot patrol returned fire at a gunman in Tamale.", ["clash: foot patrol > gunman | at Tamale"]),
    ("The square had been cleared in Tamale.", []),
    ("Troops threw smoke grenades in Tamale.", []),
    # --- a denial of what was told, not of what somebody had asked for
    (
        "The mayor said nine boys were seized in Karsa. He appealed for troops to be sent."
        " The rebels dismissed the claim.",
        [
            "abduction: - > boys | at Karsa | - | 9 abducted boys | mayor",
            "deployment planned: troops | at Karsa | - | - | mayor",
            "abduction denied: - > boys | at Karsa | - | - | rebels",
        ],
    ),
    # what is called another thing is not denied
    ("This was no clash, the governor of Karsa said.", []),
    # --- places
    (  # a body is no place
        "The rebels handed over four captives to the Red Cross in Tamale.",
        ["release: rebels > captives | at Tamale | - | 4 freed captives"],
    ),
    (  # where a march went
        "Farmers marched to the town hall to demand water.",
        ["protest: Farmers | toward town hall"],
    ),
    (  # one of a town's
        "A barge of flour was looted at the port.",
        ["property_destruction: - > barge of flour | at port"],
    ),
    (  # land in the plural, which no scene told before is closer than
        "Rebels attacked Karsa on Monday. Troops found six rifles in the hills.",
        ["clash: Rebels | at Karsa | 2021-03-01", "weapons_found: Troops | at hills | - | 6 weapons rifles"],
    ),
    (  # the market is the one that was told of, and not that of the title
        "Kaga market shelled\n\nShells struck a market in the Lofa district of Kaga on Monday, killing six people."
        " Traders wept. The rebels denied that they had shelled the market and accused the army of doing so.",
        [
            "shelling: - > people | at Lofa district | 2021-03-01 | 6 killed people",
            "shelling denied: they > market | at Lofa district | 2021-03-01 | - | rebels",
        ],
    ),
    (  # two sentences on the scene has gone
        "Gunmen attacked Dori on Sunday. Rebels attacked Karsa on Monday. Prices rose. Police arrested nine men.",
        [
            "clash: Gunmen | at Dori | 2021-02-28",
            "clash: Rebels | at Karsa | 2021-03-01",
            "arrest: Police > men | - | - | 9 captured men",
        ],
    ),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_long_forms(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


@pytest.mark.parametrize(
    "text", ["The lions of Boko Haram attacked a base near Mubi.", "Boko Haram attacked a base near Mubi."]
)
def test_a_side_whose_fighters_are_praised_is_that_side(text: str) -> None:
    (report,) = coded(text).reports
    assert [party.id for party in report.initiator] == ["boko-haram"]
