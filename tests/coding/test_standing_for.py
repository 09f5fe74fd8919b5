"""Words that stand for others: pronouns, totals, "two of their number"; and what is told in few words."""

import pytest
from documents import coded

# The text, and the types of its reports.
ROWS = [
    # "it" is the place that the sentence has just told of, and not the things found there
    ("The village of Bor was shelled on Monday, and the army retook it on Friday.", ["shelling", "territory_gain"]),
    ("Police found a rifle in Bangassou and seized it.", ["weapons_found"]),
    ("Rebels seized Bangassou for a day; the army recaptured it on Friday.", ["territory_gain", "territory_gain"]),
    # a part of it is in it, and is not what "it" stands for
    ("Rebels seized Bangassou, and the army retook parts of it.", ["territory_gain", "territory_gain"]),
    # "it" is the side that speaks
    ("The army said it vacated Bangassou on Friday.", ["withdrawal"]),
    # "it" that acts is a side only where one acts above
    ("The court said that it would enter the case.", []),
    # a total of fighters, a share of a town, two of a number
    ("A total of 40 rebels have surrendered in Bangassou.", ["surrender"]),
    ("The army captured 60% of Bangassou.", ["territory_gain"]),
    ("Two of their number were shot in Bangassou.", ["attack_on_civilians"]),
    # a mine is a place where men dig, and none where a mine is anti-personnel
    ("Troops recovered two rifles and an anti-personnel mine near Bangassou.", ["weapons_found"]),
    # a bomb that is found hit nobody, unless it did
    ("Police found a bomb planted near a mosque in Bangassou.", ["weapons_found"]),
    ("A mine that rebels had laid near Bangassou was defused.", ["weapons_found"]),
    ("A mine laid near Bangassou killed two men on Monday.", ["bombing"]),
    # "reports that" opens a clause of its own
    ("He commented on reports that rebel forces have reached the palace of Bangassou.", ["deployment"]),
    # who gives relief never fights
    ("UNHCR moved 300 of them to Bangassou.", ["displacement"]),
    # prisoners hold their guards
    ("Fifty guards were still being held by inmates in Bangassou.", ["abduction"]),
    ("A cashier had 40 cartridges hidden in a flour sack in Bangassou.", ["weapons_found"]),
    # the doors of a road and of an oil port, shut by those who are armed
    ("Militiamen closed the oil ports of Brega and Zueitina.", ["siege"]),
    # a road blocked on the way to what the gunmen came for
    ("Gunmen blocked the highway near Bangassou and abducted six travellers.", ["abduction"]),
    # who attacks herders with sticks has nothing to do with the shells before it
    ("Shells hit Bangassou on Friday. In Bria, settlers attacked shepherds.", ["shelling", "attack_on_civilians"]),
    # turned against whoever it is, unless they can shoot back
    ("A sergeant turned his gun on his colleagues in Bangassou.", ["attack_on_civilians"]),
    ("Police fired on everyone who came near the gate in Bangassou.", ["attack_on_civilians"]),
    # who are pulled out are those who are shot, and those of a band of fighters are armed
    ("Men were pulled out of the buses and shot near Bangassou.", ["attack_on_civilians"]),
    ("The centre registered 604 breaches by terrorist groups since Monday.", ["ceasefire_violation"]),
    # nobody dies of cattle that are driven off
    (
        "At Bangassou, raiders killed 12 villagers and drove off 3,000 head of cattle.",
        ["attack_on_civilians", "property_destruction"],
    ),
    ("Women pelted stones at the house of a minister in Bangassou.", ["riot"]),
    ("Separatist fighters imposed a lockdown on Bangassou.", ["siege"]),
    ("Russian tanks pulled back from Bangassou.", ["withdrawal"]),
    ("A second convoy got through to Bangassou.", ["aid"]),
    ("The rebels forced 60 villagers to carry sacks to Bangassou.", ["abduction"]),
    # what was found, brought or moved is told, though nobody else is and no place
    ("Weapons and ammunition were also recovered.", ["weapons_found"]),
    ("Generators, flour and oil were brought in within a week.", ["aid"]),
    ("Reinforcements have been dispatched.", ["deployment"]),
    ("Clashes were reported in the outskirts.", ["clash"]),
    # what still holds is no background, however long ago it began
    ("Bangassou has been under siege since 2012.", ["siege"]),
    ("Aid must be brought in, the minister said.", []),
    ("A nun and two drivers have regained their freedom in Bangassou.", ["release"]),
    ("Ships docked in Bangassou with 600 tonnes of sorghum.", ["aid"]),
]


@pytest.mark.parametrize(("text", "kinds"), ROWS)
def test_what_stands_for_another(text: str, kinds: list[str]) -> None:
    assert [report.type for report in coded(text).reports] == kinds


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whose military it is the sentence before tells, or the same one
        ("Israel struck Tyre on Monday. Its military said a man was killed.", "government-of-israel"),
        ("Israel struck Tyre on Monday, and its military said a man was killed.", "government-of-israel"),
        ("Hamas fired rockets at Sderot. Its armed wing said two soldiers were killed.", "hamas"),
        # nobody acts before it
        ("Rockets hit Sderot. Its armed wing said two soldiers were killed.", None),
    ],
)
def test_whose_body_speaks(text: str, speaker: str | None) -> None:
    ids = {claimant.id for report in coded(text).reports for claimant in report.claimant}
    assert ids == {speaker}
