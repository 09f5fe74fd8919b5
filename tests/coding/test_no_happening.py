"""What is said of acts of a kind, of who people were, of when or like what something was is no happening of its own."""

import pytest
from documents import coded, told

SHELLED = "Shells killed four people in Marib on Thursday."
SHELLING = "shelling: - > people | at Marib | 2021-03-04 | 4 killed people"

# The text, published on Saturday 6 March 2021; its reports as `documents.told` writes them; what the row shows.
ROWS = [
    # acts of a kind, judged or opposed
    ("Such attacks on clinics are a grave breach of the law.", []),
    ("Air strikes on villages have become a routine part of the war.", []),
    ("Similar ambushes of convoys are common in the valley.", []),
    ("The charity condemned attacks on hospitals.", []),
    ("The envoy called for an end to air strikes on towns.", []),
    ("War crimes such as the shelling of hospitals go unpunished.", []),
    ("Shelling hospitals is a war crime.", []),
    ("Attacks on churches are rare in Pakistan.", []),
    ("Police in Bor tried to arrest a pastor on Friday.", []),
    # and those that were done, at a place, on a day, by somebody, with a toll
    (
        "The charity condemned attacks on hospitals in Taiz.",
        ["attack_on_civilians: - > hospitals | at Taiz | - | - | charity"],
    ),
    (
        "Air strikes on villages killed nine people.",
        ["air_strike: - > people | - | - | 9 killed people"],
    ),
    ("The army repeatedly shelled the hospital on Monday.", ["shelling: army > hospital | at hospital | 2021-03-01"]),
    ("The army has repeatedly shelled markets.", []),
    # a toll after a word on such acts is of what was told before them
    (
        f"{SHELLED} Such attacks on towns are a crime. Nine people were wounded.",
        ["shelling: - > people | at Marib | 2021-03-04 | 4 killed people, 9 wounded people"],
    ),
    # what was told is likened to another, or dated by it
    (f"{SHELLED} The attack bore the hallmarks of the raid on Taiz in November.", [SHELLING]),
    (
        f"{SHELLED} The shelling came a day after a truce was signed in Aden.",
        [SHELLING, "agreement: - | at Aden | 2021-03-03"],
    ),
    (
        "Gunmen abducted six nuns near Bor on Monday. The kidnapping was the third in Jonglei this year.",
        ["abduction: Gunmen > nuns | near Bor | 2021-03-01 | 6 abducted nuns"],
    ),
    # who those were that were hit
    (
        "Shells hit a school in Marib on Thursday, killing nine people who had taken refuge there.",
        ["shelling: - > school, people | at Marib | 2021-03-04 | 9 killed people"],
    ),
    (  # but where they fled from is told
        "Shells in Marib on Thursday killed nine people who had fled from Taiz.",
        [
            "shelling: - > people | at Marib | 2021-03-04 | 9 killed people",
            "displacement: people | from Taiz | - | 9 displaced people",
        ],
    ),
    # what a blast did besides; who burns homes does so himself
    (
        "A lorry bomb exploded in Bor on Friday. The explosion set houses ablaze.",
        ["bombing: - > houses | at Bor | 2021-03-05"],
    ),
    (
        "A lorry bomb exploded in Bor on Friday. Rioters set houses ablaze.",
        ["bombing: - | at Bor | 2021-03-05", "riot: Rioters > houses | at Bor"],
    ),
    # at some time or other
    ("The army was accused of gassing civilians before.", []),
    # fighting that goes on, on another day, is told; where nobody says when, it is not
    (
        "Rebels and soldiers clashed in Bor on Thursday. On Friday the clashes continued.",
        ["clash: Rebels and soldiers | at Bor | 2021-03-04", "clash: Rebels and soldiers | at Bor | 2021-03-05"],
    ),
    # a toll is of what was told to be deadly; a sentence in the perfect counts more than one day
    (
        "Soldiers fired on marchers in Conakry on Friday, killing nine. A minister was beaten."
        " A rights group put the toll at 57.",
        [
            "attack_on_civilians: Soldiers > marchers | at Conakry | 2021-03-05 | 9 killed",
            "attack_on_civilians: Soldiers > minister | at Conakry | 2021-03-05 | 1 wounded minister",
            "attack_on_civilians: Soldiers > marchers | at Conakry | 2021-03-05 | 57 killed  | rights group",
        ],
    ),
    (
        f"{SHELLED} The bombardment, now in its sixth day, has killed 60 people.",
        [SHELLING, "shelling: - > people | at Marib | 2021-03-04 | 60 killed people"],
    ),
    # who has nothing to do with it denies it
    (
        "A bomb killed nine people in Bor on Friday. The rebels said they had nothing to do with the attack.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "bombing denied: - > people | at Bor | 2021-03-05 | - | rebels",
        ],
    ),
    # who says who it was adds a version to what the document itself tells
    (
        "A bomb killed nine people in Bor on Friday. The army blamed the militia for the attack.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "bombing: militia > people | at Bor | 2021-03-05 | - | army",
        ],
    ),
    (
        "A bomb killed nine people in Bor on Friday. The White Army claimed responsibility for the attack.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "bombing: White Army > people | at Bor | 2021-03-05 | - | White Army",
        ],
    ),
    (
        "A bomb killed nine people in Bor on Friday. The White Army said it had carried out the bombing.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "bombing: it > people | at Bor | 2021-03-05 | - | White Army",
        ],
    ),
    (  # who says that nobody warned him does not tell of it
        "A bomb killed nine people in Bor on Friday. The police said they had no warning of the attack.",
        ["bombing: - > people | at Bor | 2021-03-05 | 9 killed people"],
    ),
    (  # who marches against it adds none
        "A bomb killed nine people in Bor on Friday. On Saturday thousands marched in Juba to denounce the carnage.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "protest: thousands > carnage | at Juba | 2021-03-06 | 2000+? protesters",
        ],
    ),
    # who tried to leave has not left, and who attacks and runs is not driven out
    (
        "Snipers shot six women in Bor on Friday as they tried to flee.",
        ["attack_on_civilians: Snipers > women | at Bor | 2021-03-05 | 6 wounded women"],
    ),
    (
        "The attackers torched a clinic in Bor on Friday before they fled.",
        ["property_destruction: attackers > clinic | at Bor | 2021-03-05"],
    ),
    ("The militia abducts villagers on a regular basis.", []),
    # nobody unarmed is told to be hit
    (
        "A shooting was reported at a checkpoint in Bor on Friday, in which a soldier died.",
        ["clash: - > soldier | at Bor | 2021-03-05 | 1 killed soldier"],
    ),
    # what a word stands for
    ("The army uses the term pacified to mean that rebels surrendered or were killed in Bor.", []),
    # what nobody could do, or would not
    ("A spokesman said people could not leave Bor.", []),
    ("Some rebels in Bor refused to join the fight against the army.", []),
    (
        "A spokesman denied that families had left Bor.",
        ["displacement denied: families | from Bor | - | - | spokesman"],
    ),
    # which ground it is
    ("The army called on rebels to withdraw from the positions they have occupied.", []),
    (
        "Mines killed a nurse in a town freed of rebels in Mali.",
        ["bombing: - > nurse | in_area Mali | - | 1 killed nurse"],
    ),
    # relief that is struck
    (
        "Jets hit an aid convoy near Bor on Friday.",
        ["air_strike: Jets > aid convoy | near Bor | 2021-03-05 | 1 vehicles aid convoy"],
    ),
    # and that which reached people
    ("An aid convoy reached Bor on Friday.", ["aid: - | at Bor | 2021-03-05"]),
    # what somebody shall be kept from
    ("Soldiers dug trenches to prevent an attack on Bor.", ["deployment: Soldiers | at Bor"]),
    ("Whenever rebels shelled Taiz, the market closed.", []),
    ("The centre calls on both parties to stop targeting civilians.", []),
    # words on the subject of a page
    ("Tags Mali air strike Gao civilians.", []),
    # where people fled from, without a word on it
    (
        "Some 3000 families have fled the fighting in Hodeidah since Thursday.",
        ["displacement: families | at Hodeidah | 2021-03-04..? | ~3000 displaced families"],
    ),
    # the dead of a strike that is told
    (
        "Jets killed nine people in Douma on Friday, a monitor said. "
        "The bodies of children were pulled from the rubble, it said.",
        ["air_strike: Jets > people | at Douma | 2021-03-05 | 9 killed people | monitor"],
    ),
    # and what became of shells that were found
    (
        "Troops uncovered 23 shells near Bor, which sappers blew up in place.",
        ["weapons_found: Troops, sappers | near Bor | - | 23 weapons shells"],
    ),
    ("The attack in Bor was carried out by brigades fighting the government.", ["clash: brigades | at Bor"]),
    # what people were doing when it came
    (
        "Soldiers were leaving the area when rebels attacked their lorry near Palmyra.",
        ["clash: rebels > their lorry | near Palmyra"],
    ),
    # how robbers got to their victims
    (
        "Gunmen stopped lorries outside Bor on Friday and shot dead ten drivers.",
        ["attack_on_civilians: Gunmen > drivers | near Bor | 2021-03-05 | 10 killed drivers"],
    ),
    # a battle's name on a line of its own is a title
    ("Battle of Kela (2012-2016)", []),
    # what has lasted for years and still does is told of now
    (
        "Bor is a rebel bastion on the edge of the plain and has been under siege for nearly two years.",
        ["siege ongoing: - | at Bor | 2019-03-06..2021-03-06"],
    ),
    # what was found
    (
        "One hand grenade, safety pin intact, found by a sweeper at the market in Bor.",
        ["weapons_found: sweeper | at Bor"],
    ),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_no_happening(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports
