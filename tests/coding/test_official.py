"""Wordings of communiqués, indictments, flash updates, party papers and encyclopaedias, and verbs and nouns that trees
take for one another where a text has lost its punctuation."""

import pytest
from documents import coded

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "abduction": """
Nine tailors are held against their will by a gang in Karsa.
Around forty traders were led away by the rebels in Tamale.
Women and children carried away in Karsa: 162.
Two quarry workers held by a banned outfit since April were seen in Tamale.
Three drivers were lured by dacoits to a farm in Karsa.
""",
    "agreement": """
The town of Karsa is under a deal between Russia and Iran.
""",
    "aid": """
Tarpaulins for 900 families were given out in Karsa.
The charity opened a kitchen for children in Tamale.
""",
    "air_strike": """
An aerial campaign on Tamale left nine people dead.
On Monday the armys air force hit positions of the rebels in Karsa.
Four nurses were killed in what were likely Russian air strikes on Karsa.
""",
    "arrest": """
Forty youths were taken in for questioning in Tamale.
Eight of the deserters were taken prisoner near Karsa.
Three organisers were held overnight at a camp in Tamale.
Five smugglers fell into the nets of the gendarmerie in Karsa.
""",
    "clash": """
The rebels condemned the downing of a helicopter over Karsa.
The army inflicted heavy losses on the rebels in Karsa.
Despite the diplomatic efforts fighting continues in Karsa.
The army progressed further eastwards to Karsa.
The rebels pushed southwards from Karsa on Monday.
""",
    "deployment": """
The transfer to Karsa of 300 soldiers was announced on Monday.
""",
    "displacement": """
Some 4,000 people emerged from the bush at Karsa.
Thousands of people were making their way towards Tamale.
Fourteen villages near Karsa have been emptied since May.
The cathedral of Tamale has taken in 20,000 people.
About 70,000 people uprooted in Karsa since June
Some 2,000 people of Karsa changed their place of residence.
New arrivals in Tamale now stand at 30,000 people.
""",
    "group_change": """
Twenty policemen crossed over in Karsa.
""",
    "property_destruction": """
The shops of Karsa were emptied on Monday.
Travellers were robbed on the road to Tamale.
About 300 houses of Karsa are in ashes.
Gunmen put a match to the tents in Tamale.
""",
    "protest": """
Mothers have been standing outside the governor's office in Tamale since Monday.
""",
    "release": """
Her liberty was recovered in Karsa on Monday.
The handover of 120 prisoners by the rebels took place in Tamale.
In Hela kidnappers let go four women on Monday.
""",
    "riot": """
Youths mobbed the town hall of Tamale.
Scuffles broke out in Karsa on Monday.
Residents let fly with stones at a police car in Karsa.
""",
    "sexual_violence": """
A teacher was dishonoured by soldiers in Karsa.
""",
    "shelling": """
The firing of rockets at Karsa by the militia wounded two people.
""",
    "siege": """
The refusal of passage to five trucks of food at Karsa continues.
Tamale has been inaccessible to aid convoys since May.
Karsa has been under siege by the army ever since May.
""",
    "territory_gain": """
An area of 60 square kilometres near Tamale was taken under control by the army.
The rebels managed to control parts of Tamale.
By nightfall the power station of Karsa was in its possession.
The army units took control of al-Karima town before noon.
The insurgents took control over the suburb of Karsa.
The militia recaptured 200 square miles of territory near Tamale.
Sixty members of the Ninth Division entered Karsa on Monday.
""",
    "weapons_found": """
The insurgents captured six tanks in Tamale.
Recovered from the scene in Karsa were two rifles and a pistol.
The dismantling of a bomb factory in Tamale was announced by police.
The men were found with a rifle at a house in Karsa.
The squad dealt with two devices in Karsa.
""",
    "withdrawal": """
The army slipped away from Karsa in the night.
""",
}

ROWS = [(kind, line) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_wording_of_officials_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What an offensive makes people do they do, not its fighters.
        ("The offensive caused thousands of civilians to flee Karsa.", ["clash", "displacement"]),
        # One toll of two means: a report of each.
        ("Nine people were killed in air strikes and shelling on Karsa.", ["air_strike", "shelling"]),
        # What would be if fighting went on is no fighting.
        ("The envoy said that if fighting continued in Karsa the town would be destroyed.", []),
        # A group that holds a province holds nobody.
        ("The alliance of several groups holds almost all of Karsa province.", []),
    ],
)
def test_what_they_tell_and_what_not(text: str, kinds: list[str]) -> None:
    assert [report.type for report in coded(text).reports] == kinds
