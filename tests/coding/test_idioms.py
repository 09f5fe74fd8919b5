"""Idioms of communiqués, police logs, provincial papers, flash updates and chronicles of many countries."""

import pytest
from documents import coded, told

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "abduction": """
The robbers held the cashiers at gunpoint in Tamale.
Inmates had in their power eleven cooks in Tamale.
The militia pressed 14 boys into service in Karsa.
Forty women are being held in a school in Karsa.
A nurse was taken by unknown persons in Karsa.
""",
    "agreement": """
Leaders of the clans sealed peace in Tamale.
The insurgents decided to silence their guns in Tamale.
""",
    "aid": """
Three trucks of flour were let through at Tamale.
Two aircraft released 40 bundles of food over Karsa.
A Red Crescent convoy reached Karsa.
""",
    "air_strike": """
Helicopters opened fire on a market in Karsa.
F-16s flattened a school in Tamale.
Two Tornados destroyed a bridge near Karsa.
Aircraft treated a column of pickups north of Karsa.
""",
    "arrest": """
Eleven supporters of a losing candidate are in the cells at Tamale.
Two of the fugitives were recaptured in Tamale.
A planner of the raid, Omar Reda, was captured in Tamale.
""",
    "attack_on_civilians": """
The rebels meted out the death penalty to a trader in Tamale.
Police turned their guns on a crowd in Tamale.
An attempt on the life of a judge failed in Tamale.
The head of the printers' union was shot in Tamale.
""",
    "bombing": """
A lorry jumped on a mine near Tamale, killing two traders.
A homemade device ripped through a police van in Tamale.
""",
    "casualties": """
Forty more people were taken to hospital in Tamale.
Three corpses turned up in Tamale.
Two students were left with bullet wounds in Tamale.
""",
    "clash": """
Rebels launched a counter-offensive near Tamale.
Seven soldiers drove into an ambush near Tamale.
The police returned fire near Tamale.
The army broke an infiltration attempt near Tamale.
The army launched an operation in the hills of Tamale.
""",
    "deployment": """
Helicopters dropped troops around Tamale.
Armoured personnel carriers stand at every junction of Tamale.
Warships are patrolling the waters off Tamale.
The minister announced the dispatch of 500 soldiers to Tamale.
The army staged a flag march in Tamale.
""",
    "displacement": """
Forty buses moved 2,100 people in Tamale.
Some 1,400 of them reached Tamale.
Fifty thousand are living in the open near Tamale.
Most of the inhabitants have left for Tamale.
Some 100,000 streamed out of Tamale.
Residents took to the road near Tamale.
Helicopters ferried out around 20 from Tamale.
The town of Tamale has taken in 900 people.
""",
    "property_destruction": """
Gunmen put 22 huts to the torch in Tamale.
The cathedral of Tamale was set ablaze by insurgents.
Soldiers burned down the house of lawmaker Kofi Annor in Tamale.
Soldiers helped themselves to food in Tamale.
""",
    "protest": """
Demonstrators protested the results of the vote in Tamale.
Several thousand demonstrators today protested against racist violence in Tamale.
About 4,500 at the mine near Tamale also demonstrated.
On Monday thousands poured into the main square of Tamale.
Farmers closed off the motorway near Tamale.
Demonstrators erected barricades in Tamale.
About 100 nationalists marched to the town hall in Tamale.
A total shutdown was observed in Tamale.
""",
    "release": """
The kidnappers abandoned 14 of the victims near Tamale.
Two of the hostages have been found unharmed in Tamale.
Five boys were returned to their parents in Tamale.
A hostage was found safe and sound in Tamale.
""",
    "return": """
The people of nine villages have regained their homes near Tamale.
""",
    "shelling": """
Howitzers were fired at the hills of Tamale.
A missile demolished a block of flats in Tamale.
More than 200 projectiles were counted in Tamale.
""",
    "siege": """
A relief convoy was refused passage at Tamale.
""",
    "suicide_bombing": """
A man blew himself to pieces beside a bus in Tamale.
An explosives-laden vehicle rammed into a bus in Tamale.
Two light planes flew suicide missions against Tamale.
""",
    "weapons_found": """
Disposal experts detonated a suspicious package in Tamale.
Soldiers neutralised 87 explosive objects in Tamale.
""",
    "withdrawal": """
The brigade carried out a tactical fallback from Tamale.
""",
}

ROWS = [(kind, line) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_an_idiom_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]


# Each text tells the happenings that it names, and no more.
TOLD = [
    # the participle says what the assault was aimed at
    (
        "The rebels launched an assault near Tamale on Friday, targeting two villages.",
        ["clash: rebels > villages | near Tamale | 2021-03-05 | 2 villages villages"],
    ),
    # those kidnapped are those missing
    (
        "Four nurses who had been kidnapped in Tamale remain missing.",
        ["abduction: - > nurses | at Tamale | - | 4 abducted nurses"],
    ),
    # what somebody does on the way to what he came for
    (
        "Gunmen set up a roadblock near Tamale and shot dead six traders.",
        ["attack_on_civilians: Gunmen > traders | near Tamale | - | 6 killed traders"],
    ),
    # those who storm a place come for something
    (
        "Gunmen stormed a clinic near Goma on Monday and abducted two nurses.",
        ["abduction: Gunmen > nurses | near Goma | 2021-03-01 | 2 abducted nurses"],
    ),
    # so do those who enter it
    (
        "Fighters entered Dori on Tuesday and torched the town hall.",
        ["property_destruction: Fighters > town hall | at Dori | 2021-03-02"],
    ),
    # and those who leave their own
    (
        "A column of soldiers left Bor on Monday and attacked two villages near Pibor.",
        ["clash: column of soldiers | near Pibor | 2021-03-01 | 2 villages villages"],
    ),
    # where people die in the storming it is told
    (
        "Rebels stormed an army post in Dori on Monday, killing nine soldiers, and burned two trucks.",
        [
            "clash: Rebels > army post, soldiers | at Dori | 2021-03-01 | 9 killed soldiers",
            "property_destruction: Rebels > trucks | at Dori | 2021-03-01 | 2 vehicles trucks",
        ],
    ),
    # and so is a town that is taken
    (
        "Rebels drove the army out of Dori on Tuesday and took 20 soldiers prisoner.",
        [
            "territory_gain: Rebels > army | from Dori | 2021-03-02",
            "arrest: Rebels > soldiers | from Dori | 2021-03-02 | 20 captured soldiers",
        ],
    ),
    # a clause behind a semicolon tells who was hurt
    (
        "Navy boats shelled the harbour of Hodeidah on Friday; two fishermen were injured.",
        ["shelling: Navy boats > fishermen | at Hodeidah | 2021-03-05 | 2 wounded fishermen"],
    ),
    # not where it names a place of its own
    (
        "Shells hit Marib on Friday; two guards were wounded in Taiz.",
        ["shelling: - | at Marib | 2021-03-05", "casualties: - > guards | at Taiz | - | 2 wounded guards"],
    ),
    # others than those just told of
    (
        "Five traders were murdered in Tamale; six others were hurt.",
        ["attack_on_civilians: - > traders | at Tamale | - | 5 killed traders, 6 wounded others"],
    ),
    # whoever disarms others gives nothing up
    ("The rebels disarmed two guards in Tamale.", []),
    # what is feared need not come, and who flees arrest is not driven from home
    ("Families left their farms near Tamale for fear of being bombed.", ["displacement: Families | near Tamale"]),
    ("He was shot in Tamale as he tried to flee arrest.", ["attack_on_civilians: - > He | at Tamale"]),
    # what something told before is said to be
    ("It was the third offensive in the hills.", []),
    # a status is withdrawn, and no troops
    ("The ministry withdrew its objections.", []),
    # fighting picks up, and a pick-up is driven: nobody is arrested
    ("The pace of arrests picked up in Tamale.", []),
    # tankers are no people, however many
    (
        "12 of its fuel tankers were taken by force in Tamale.",
        ["property_destruction: - > fuel tankers | at Tamale | - | 12 vehicles fuel tankers"],
    ),
    # he got away, and was not driven out
    (
        "The trader was shot in Tamale; her nephew escaped with a graze.",
        ["attack_on_civilians: - > trader | at Tamale"],
    ),
    # a word between that belongs to the wound
    ("A clerk succumbed to a bullet wound in Tamale.", ["casualties: - > clerk | at Tamale | - | 1 killed clerk"]),
    # what those were doing who were shot
    (
        "Six miners returning home near Tamale were shot dead.",
        ["attack_on_civilians: - > miners | near Tamale | - | 6 killed miners"],
    ),
    # who dies where somebody opens fire is not told to be armed
    (
        "Soldiers opened fire in Tamale, killing seven people.",
        ["attack_on_civilians: Soldiers > people | at Tamale | - | 7 killed people"],
    ),
    # what is said of such acts, whoever does them; what is only asked; since when a side has been at war
    ("The bishop said that targeting civilians cannot be justified.", []),
    ("It is not clear whether rebels shelled Tamale.", []),
    ("Ghana launched its air campaign in Benin in September 2020.", []),
    # a raid that aims at something has happened
    ("The air raids on Tamale are aimed at driving people out.", ["air_strike: - | at Tamale"]),
    # one more, where the first was
    (
        "A car bomb exploded near the port of Tamale on Monday. A second car bomb exploded at dusk.",
        ["bombing: - | near Tamale | 2021-03-01", "bombing: - | near Tamale | 2021-03-01"],
    ),
    # a police station is no place of civilians
    ("Gunmen attacked the police station of Tamale.", ["clash: Gunmen > police station of Tamale | at Tamale"]),
    # what a raid was for
    ("A raid on Tamale to detain two suspects failed.", ["clash: - | at Tamale"]),
    # how armed people got to whom they killed is no abduction of its own; who shoots and runs is not displaced
    (
        "Gunmen dragged a patient from his bed in Tamale and executed him.",
        ["attack_on_civilians: Gunmen > him | at Tamale | - | 1 killed patient"],
    ),
    (
        "Six men were pulled off a bus at Tamale and shot.",
        ["attack_on_civilians: - > men | at Tamale | - | 6 wounded men"],
    ),
    (
        "Men with pistols shot a baker in Tamale and escaped in a van.",
        ["attack_on_civilians: Men > baker | at Tamale | - | 1 wounded baker"],
    ),
    # another toll of it, in whatever words, is of its type; where the prosecutor is from is no place of it
    *(
        (
            f"Gunmen attacked the village of Tamale, killing 30 people, a witness said. {toll}",
            [
                "attack_on_civilians: Gunmen > people | at Tamale | - | 30 killed people | witness",
                f"attack_on_civilians: Gunmen > people | at Tamale | - | {told_toll}",
            ],
        )
        for toll, told_toll in (
            ("The prosecutor of Karsa put the toll at 12.", "12 killed  | prosecutor of Karsa"),
            ("The prosecutor gives a toll of 60 dead.", "60 killed dead | prosecutor"),
            ("A collective of residents counts 136.", "136 killed  | collective of residents"),
            ("A doctor spoke of 16 deaths.", "16 killed deaths | doctor"),
            ("Hospital staff counted 19 corpses.", "19 killed corpses | Hospital staff"),
        )
    ),
    # somebody else's doing, after the other
    (
        "Soldiers razed homes in Tamale after two drivers were lynched by traders.",
        [
            "property_destruction: Soldiers > homes | at Tamale",
            "riot: traders > drivers | at Tamale | - | 2 killed drivers",
        ],
    ),
    # the tree takes who advanced for a name of the place
    (
        "In Jonglei, some 700 militiamen of the clan, allied with others, advanced into Pibor.",
        ["clash: militiamen of the clan | toward Pibor | - | ~700 fighters militiamen of the clan"],
    ),
    # rifles are carried off, and nobody with them; a crowd is not shelled with gas
    ("The gunmen carried off the rifles of the fallen.", []),
    ("Police lobbed teargas shells in Tamale.", []),
    # rain cuts roads and besieges nobody; a road is cleared of what blocked it
    ("Rains have cut the road to Tamale.", []),
    ("The highway near Tamale was cleared on Monday.", []),
    # the wounded fight for their lives
    ("Three of the victims are fighting for their lives in Tamale.", []),
    # giving up is told once
    (
        "Four rebels dropped their guns and presented themselves to the police in Tamale.",
        ["surrender: rebels > police | at Tamale | - | 4 surrendered rebels"],
    ),
    # whom the bus carried that was hit
    ("A bomb hit a bus carrying pilgrims in Tamale.", ["bombing: - > pilgrims | at Tamale | - | 1 vehicles bus"]),
    # a district is cleared of fighters, whoever is told; those who left went somewhere
    (
        "The last district of Tamale was cleared on Monday.",
        ["territory_gain: - | in_area Tamale | 2021-03-01"],
    ),
    ("The rebels retreated into the valleys.", ["withdrawal: rebels | toward valleys"]),
    # fire that is traded is a fight, and going from house to house no leaving
    (
        "Six people were killed as gunmen traded heavy fire in Tamale.",
        ["clash: gunmen > people | at Tamale | - | 6 killed people"],
    ),
    ("Soldiers have been going from house to house in Tamale.", []),
    # who receives the wounded is not wounded
    ("Our hospital in Tamale receives wounded from the market.", []),
    # why something was done
    (
        "Farmers marched through Tamale. It was a response to the arrest of a leader.",
        ["protest: Farmers | at Tamale"],
    ),
    # civilians who die in an offensive die of many things
    (
        "Some 40 civilians were killed in the offensive on Tamale.",
        ["casualties: - > civilians | at Tamale | - | ~40 killed civilians"],
    ),
    # policemen are no civilians, whatever they stood in
    (
        "Gunmen fired on a station in Tamale, killing two policemen.",
        ["clash: Gunmen > station, policemen | at Tamale | - | 2 killed policemen"],
    ),
]


@pytest.mark.parametrize(("text", "reports"), TOLD)
def test_what_is_told(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


def test_a_coalition_and_the_state_that_leads_it_tell_of_one_strike() -> None:
    text = (
        "Eleven nurses were killed in US-led strikes in Raqqa on Thursday, a monitor said. The strikes by the"
        " international coalition killed eleven nurses in Raqqa, the Syrian Observatory for Human Rights said."
    )
    (report,) = coded(text).reports
    assert [party.id for party in report.initiator] == ["cjtf-oir"]
