"""Idioms of fighting, taking, leaving, yielding, moving, besieging and changing sides, and what sounds like them."""

import pytest
from documents import coded, told

# The text, and what it reports, as `told` writes it.
ROWS: list[tuple[str, list[str]]] = [
    # --- fighting
    # Those who follow somebody named are fighters.
    ("Haftar's men probed the lines near Gharyan.", ["clash: Haftar's men > lines | near Gharyan"]),
    # What only two sides do.
    ("The rebels exchanged bursts with police in Bangui.", ["clash: rebels > police | at Bangui"]),
    # Civilians who go after raiders fight them.
    ("Farmers in Bor went after the raiders.", ["clash: Farmers > raiders | at Bor"]),
    # Out of an encirclement.
    ("The Fifth Brigade broke out of the pocket near Gao.", ["clash: Fifth Brigade | near Gao"]),
    # The waves are those of the other side.
    ("Soldiers beat off three waves near Bor.", ["clash: - > Soldiers | near Bor"]),
    ("The rebellion in Gao was stamped out by the army.", ["clash: army > rebellion | at Gao"]),
    # A post overwhelmed is fought for.
    ("Insurgents overwhelmed the army post at Bor.", ["clash: Insurgents > army post | at Bor"]),
    # A tank is no property.
    ("Rebels destroyed a tank near Bor.", ["clash: Rebels > tank | near Bor | - | 1 vehicles tank"]),
    ("Gunmen opened up with machine guns on a checkpoint near Gao.", ["clash: Gunmen > checkpoint | near Gao"]),
    ("The commandos inched forward in Benghazi.", ["clash: commandos | at Benghazi"]),
    ("The landing party was driven into the sea at Kismayo.", ["clash: - > landing party | at Kismayo"]),
    # Who flies, and whom no one else carries.
    ("The pilots attacked a base near Gao.", ["air_strike: pilots > base | near Gao"]),
    ("Two pilots were killed near Gao.", ["casualties: - > pilots | near Gao | - | 2 killed pilots"]),
    # Heavy weapons used are fired; a tank across a road is not.
    ("The militia denied that it had used heavy guns in Mopti.", ["shelling denied: it | at Mopti | - | - | militia"]),
    ("The brigade used artillery to shell Bor.", ["shelling: brigade | at Bor"]),
    ("The army used tanks to block the road in Bor.", ["siege ongoing: army | at Bor"]),
    # The words of the form stand around those put out of it.
    ("Soldiers put 20 rebels out of action near Bor.", ["clash: Soldiers > rebels | near Bor | - | 20 killed rebels"]),
    # A storm is weather, and to storm is not.
    ("The army repelled an attack near Bor after rebels stormed the base.", ["clash: army, rebels > base | near Bor"]),
    ("Enemy troops swept the hills near Bor with machine guns.", ["clash: Enemy troops > hills | near Bor"]),
    # What drones are for is no attack of its own.
    (
        "The army launched a strike with missiles and attack drones on a workshop in Bor.",
        ["air_strike: army > workshop | at Bor"],
    ),
    ("The militia pushed to within 2 km of Bor.", ["clash: militia | near Bor"]),
    # What a group is of says not what it is.
    (
        "A sabotage group of up to ten men tried to break through near Pisky.",
        ["clash: sabotage group of up to ten men | near Pisky"],
    ),
    # A raid by those who walk, and one by those who fly.
    (
        "Soldiers killed 12 villagers in a raid near Bor.",
        ["attack_on_civilians: Soldiers > villagers | near Bor | - | 12 killed villagers"],
    ),
    (
        "Warplanes killed 12 villagers in a raid near Bor.",
        ["air_strike: Warplanes > villagers | near Bor | - | 12 killed villagers"],
    ),
    ("The day began with an attack by rebels on a post in Bor.", ["clash: rebels > post | at Bor"]),
    # --- taking
    # Who is back in control took the place again, and lost men before.
    (
        "The army had lost five men near Bor and was back in control by noon.",
        ["casualties: - > army | near Bor | ? | 5 killed men", "territory_gain: army | near Bor | ?"],
    ),
    (
        "The rebels took a camp near Gao. The rebels left it on Friday.",
        ["territory_gain: rebels | near Gao", "withdrawal: rebels | from Gao | 2021-03-05"],
    ),
    # Captives who are home were let go; cars are home too.
    (
        "Six of the ten passengers seized near Bor are home.",
        [
            "abduction: - > passengers | near Bor | - | 6 abducted  of 'ten passengers', 10 abducted passengers",
            "release: - > Six of the ten passengers",
        ],
    ),
    ("Government forces took high ground around Sirte.", ["territory_gain: Government forces | near Sirte"]),
    # Nobody dislodges the unarmed from a hill.
    (
        "They were dislodged from the hill near Bor by a government force.",
        ["territory_gain: government force > They | near Bor"],
    ),
    # Aircraft carry troops to where they fight, and children to where they are safe.
    ("Transport planes ferried troops to the front near Marib.", ["deployment: Transport planes | near Marib"]),
    (
        "Around 70 children were taken from Bor to Juba on Friday.",
        ["displacement: children | from Bor, toward Juba | 2021-03-05 | ~70 displaced children"],
    ),
    (
        "Three children were taken from Bor to a hospital in Juba.",
        ["casualties: - > children | from Bor | - | 3 wounded children"],
    ),
    # What keeps relief out of a place; customs besiege nobody.
    ("Closures have prevented deliveries of humanitarian aid in Bor.", ["siege ongoing: Closures | at Bor"]),
    ("Rebels won back the diamond field near Bor.", ["territory_gain: Rebels | near Bor"]),
    # A place that nobody knows, and no person.
    ("Soldiers took Kanyabayonga on Friday.", ["territory_gain: Soldiers | at Kanyabayonga | 2021-03-05"]),
    ("The rebels took Gao from the army.", ["territory_gain: rebels > army | at Gao"]),
    # How a state tells it.
    ("Their units restored security to the village of Maan.", ["territory_gain: Their units | toward Maan"]),
    ("The town of Bor passed into rebel hands.", ["territory_gain: - | at Bor"]),
    # --- leaving
    ("The garrison of Bor left in haste.", ["withdrawal: garrison of Bor | at Bor"]),
    # An idiom with an object of its own.
    ("Ethiopian soldiers in Gao pulled up stakes.", ["withdrawal: Ethiopian soldiers | at Gao"]),
    ("The bandits melted into the bush near Gao.", ["withdrawal: bandits | near Gao"]),
    # A post given up, whoever held it.
    ("The outpost at Bor was given up on Friday.", ["withdrawal: - | at Bor | 2021-03-05"]),
    # To move away from a place is to leave it.
    ("The Houthis redeployed away from Hodeidah.", ["withdrawal: Houthis | from Hodeidah"]),
    # --- yielding
    ("The faction of Sadio put down its guns in Mongone.", ["surrender: faction of Sadio | at Mongone"]),
    # A white flag is hoisted over no conquest.
    ("The garrison of Bor hoisted white flags.", ["surrender: garrison of Bor | at Bor"]),
    ("Twelve fighters settled their status in Talbiseh.",
     ["surrender: fighters | at Talbiseh | - | 12 surrendered fighters"]),
    ("Twenty guerrillas abjured violence in Bor.", ["surrender: guerrillas | at Bor | - | 20 surrendered guerrillas"]),
    ("The barracks at Bor yielded on Friday.", ["surrender: - | at Bor | 2021-03-05"]),
    # --- moving
    ("Commandos landed at the ferry stage in Bor.", ["deployment: Commandos | at Bor"]),
    ("Rangers were called out in Hyderabad.", ["deployment: Rangers | at Hyderabad"]),
    ("Soldiers dragged field guns on to the ridge near Bor.", ["deployment: Soldiers | near Bor"]),
    # Who takes the place of others holds it now.
    ("A battalion replaced the rebels in Bor.", ["deployment: battalion | at Bor"]),
    # A place full of troops has them deployed to it.
    ("The army flooded the city of Bor with troops.", ["deployment: troops | at Bor"]),
    # Those upon whom losses are inflicted suffer them.
    ("Heavy losses were inflicted upon rebels in Gao.", ["clash: - > rebels | at Gao"]),
    # Troops backed up by jets go nowhere back.
    ("Troops backed up by jets entered Gao.", ["territory_gain: Troops | at Gao"]),
    # Rebels who leave with their families are no troops that are moved.
    ("Fifty rebels and their families were transferred to Gao.",
     ["displacement: rebels and their families | toward Gao | - | 50 displaced rebels and their families"]),
    # Bombers who stop at a gate are not deployed to it.
    ("Two bombers pulled up at the gate of Gao.", []),
    # --- besieging
    # Tanks round a village besiege it, and are not deployed to it.
    ("The village of Bor was ringed by tanks.", ["siege: - | at Bor"]),
    # Troops can be besieged too.
    ("The battalion was hemmed in at Malakal.", ["siege: - > battalion | at Malakal"]),
    ("No food has been let into Madaya.", ["siege ongoing: - > food | toward Madaya"]),
    # A town strangled is no person.
    ("The militia is strangling Sarajevo.", ["siege ongoing: militia | at Sarajevo"]),
    ("The stranglehold on Djibo is now in its fourth month.", ["siege ongoing: - | at Djibo"]),
    # --- changing sides
    ("The two fronts banded together in Idlib.", ["group_change: fronts | at Idlib"]),
    ("A captain broke with the rebels in Gao.", ["group_change: captain > rebels | at Gao"]),
    ("The gang in Bor broke up into three.", ["group_change: gang | at Bor"]),
    ("Ten soldiers went over to the rebels in Gao.",
     ["group_change: soldiers > rebels | at Gao | - | 10 fighters soldiers"]),
    # A force raised is formed, and not yet sent anywhere.
    ("Elders in Bor raised a lashkar in July.",
     ["group_change: Elders > lashkar | at Bor | 2020-07-01..2020-07-31"]),
    # A new name is a new group.
    ("The brigade took the name Army of Mercy in Idlib.", ["group_change: brigade | at Idlib"]),
    # Who walks out of an army deserts it.
    ("A colonel walked out of the army in Goma with 150 men.", ["group_change: colonel > army | at Goma"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_told(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


# Each has words of the rows above in another sense.
SOUNDING_SO = [
    # An exercise is held, no ground.
    "The army will hold its own exercise near Bor.",
    # Musicians part, clubs lose, players change.
    "The band split in 1998 in Memphis.",
    "The striker switched camps in Madrid.",
    "The Swiss company split into three in Basel.",
    # Who is moved from one post to the next.
    "The police transferred the station officer in Bor.",
    # Criticism.
    "The mayor of Bor was under fire over the cost of his car.",
    "The prime minister gave in to pressure in Rome.",
    # Robbers leave no place that they held.
    "The robbers fled on a motorcycle in Bor.",
    # No weapons, no troops.
    "The fair flooded the city of Bor with visitors.",
    "The singer took the name Prince in Bor.",
    "Farmers put down their hoes in Bor.",
    "Tourists landed at the ferry stage in Bor.",
    "The firm turned off the heating in its office in Bor.",
    "The union closed ranks in Rome.",
    "Customs delays blocked the entry of food into Ghana.",
    "The farmer took ground near Bor.",
    "Buses ferried rebels to Idlib.",
    "The seized car is home.",
    "Police swept the streets of Bor for drugs.",
    # A truce that nobody signed.
    "Rebels and the army left the talks in Bor without signing a peace deal.",
    "The match in Bor began with an attack by the home side.",
]


@pytest.mark.parametrize("text", SOUNDING_SO)
def test_what_only_sounds_so_is_not_told(text: str) -> None:
    assert [told(report) for report in coded(text).reports] == []
