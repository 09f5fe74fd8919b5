"""Fights, places taken by making others leave, captives moved and handed over, and what sounds like them."""

import pytest
from documents import coded, told

# The text, and what it reports, as `told` writes it.
ROWS: list[tuple[str, list[str]]] = [
    # --- fighting
    # Who is attacked attacks back; in a match nobody fights.
    ("The Houthis counterattacked at Marib.", ["clash: Houthis | at Marib"]),
    ("Arsenal counterattacked and scored twice.", []),
    ("M23 rebels inched closer to Goma.", ["clash: M23 rebels | toward Goma"]),
    # Held up before a town, which is not taken; not held by the police.
    ("Rebels held the army at the gates of Bria.", ["clash: Rebels > army | at Bria"]),
    # What an operation is for says that it is a fight; and a firm's is none.
    ("The army declared the start of an operation to take the centre of Benghazi.",
     ["clash: army | at Benghazi | - | - | army"]),
    ("The bank began an operation to take over its rival.", []),
    # Who is said to be the first to do it does it.
    ("Golani troops were the first to break into the town of Khiam.", ["clash: Golani troops | toward Khiam"]),
    # Fighters told as things; and a unit that nobody is told to have destroyed.
    ("The army said it had destroyed 40 militants in Darfur.",
     ["clash: it > militants | in_area Darfur | - | 40 killed militants | army"]),
    ("Half of the 6,000-strong brigade had been destroyed near Vuhledar.",
     ["casualties: - > Half of the 6,000-strong brigade | near Vuhledar"]),
    ("The general destroyed two opponents in the debate.", []),
    # Whose cars they are says who is in them.
    ("Gunmen shot at the car of a teacher in Bor.", ["attack_on_civilians: Gunmen > car of a teacher | at Bor"]),
    ("Gunmen shot at the car of a general in Bor.", ["clash: Gunmen > car of a general | at Bor"]),
    ("Gunmen strafed the house of a village chief in Jolo.",
     ["attack_on_civilians: Gunmen > house of a village chief | at Jolo"]),
    # --- taking
    # Made to leave a place, it is taken; made to retreat, and no place told, there was a fight; alone, they leave.
    ("The army forced the rebels to retreat from the hills of Kombolcha.",
     ["territory_gain: army > rebels | at Kombolcha"]),
    ("The rebels forced the army to retreat.", ["clash: rebels > army"]),
    ("The soldiers had to retreat from Kidal.", ["withdrawal: soldiers | from Kidal"]),
    ("The court forced the firm to withdraw its offer.", []),
    # What a place was before is no captive; those who were taken are.
    ("Nigerian troops liberated Gwoza, which Boko Haram captured in 2014.",
     ["territory_gain: Nigerian troops > Boko Haram | at Gwoza",
      "territory_gain: Boko Haram | at Gwoza | 2014-01-01..2014-12-31"]),
    ("The army liberated the hostages, who were seized near Bor.",
     ["release: army > hostages", "abduction: - > hostages | near Bor"]),
    ("The operation resulted in establishing control over the village of Robotyne.",
     ["territory_gain: - | at Robotyne"]),
    # --- besieging
    # Tried is planned.
    ("Rebels were trying to encircle Goma.", ["siege planned: Rebels | at Goma"]),
    ("Troops focused on completing the encirclement of Myitkyina.", ["siege planned: - | at Myitkyina"]),
    ("Troops completed the encirclement of Myitkyina.", ["siege: - | at Myitkyina"]),
    # --- leaving, moving
    ("The junta withdrew four fighter jets from the air base in Meiktila.",
     ["withdrawal: junta | at Meiktila | - | 4 vehicles fighter jets"]),
    ("The airline withdrew four jets from service.", []),
    ("Militants are bringing chemical weapons into the town of Sarmin.",
     ["deployment ongoing: Militants | toward Sarmin"]),
    ("The firm is bringing chemicals to the plant in Bor.", []),
    ("A convoy of 60 military vehicles passed towards Otavalo.",
     ["deployment: military vehicles | toward Otavalo | - | 60 vehicles military vehicles"]),
    # --- poison
    ("The chemical weapon use in Tigray was blamed on the army.", ["chemical_attack: army | in_area Tigray"]),
    ("The chemical weapons incident in Sarmin claimed the lives of 30 people.",
     ["chemical_attack: - > people | at Sarmin | - | 30 killed people"]),
    # --- told within what else is told
    ("The army has suffered setbacks including the loss of the provincial capital Bor.",
     ["territory_gain: - | at Bor"]),
    ("The firm has suffered setbacks including the loss of a licence in Bor.", []),
    ("The army announced the start of an offensive on Bor.", ["clash: army | at Bor | - | - | army"]),
    ("Since the start of the offensive on Bor, food is short.", []),
    ("The army counterattacked in Marib on Monday, in addition to bringing in reinforcements.",
     ["clash: army | at Marib | 2021-03-01", "deployment: army | at Marib"]),
    # --- captives
    # Moved from one place to another they are still captives; those freed are not.
    ("Some of the hostages have been moved to the forest near Jilib.",
     ["abduction: - > hostages | near Jilib | - | 2+? abducted hostages"]),
    ("The rebels transferred the kidnapped nuns to the village of Yabroud.",
     ["abduction: rebels > kidnapped nuns | toward Yabroud"]),
    ("The hostages were brought to Cairo after their release.", []),
    # Carted away by fighters; cattle are loot.
    ("Forty women were carted away from Banki by the insurgents.",
     ["abduction: insurgents > women | from Banki | - | 40 abducted women"]),
    ("Bandits carted away 30 cattle from Zurmi.", ["property_destruction: Bandits > cattle | from Zurmi"]),
    # Handed over where states meet, and no arms.
    ("Iranian coastguards handed over seven Pakistani fishermen at Jask.",
     ["release: Iranian coastguards > Pakistani fishermen | at Jask | - | 7 freed Pakistani fishermen"]),
    ("Iranian coastguards handed over two suspects to the police at Jask.",
     ["arrest: Iranian coastguards > suspects | at Jask | - | 2 captured suspects"]),
    ("The militants handed over 40 rifles in Jos.", ["surrender: militants | at Jos | - | 40 weapons rifles"]),
    ("The missing teacher was found alive near Garissa.",
     ["abduction: - > missing teacher | near Garissa", "release: - > missing teacher | near Garissa"]),
    ("The missing teacher was found dead near Garissa.", ["casualties: - > missing teacher | near Garissa"]),
    # --- arms
    ("Items recovered include two AK-47 rifles and 60 rounds in Zamfara.",
     ["weapons_found: - | in_area Zamfara | - | 2 weapons AK-47 rifles, 60 weapons rounds"]),
    ("The collection includes two rifles from 1916.", []),
    # --- people who fled
    ("Some 3,000 people have gathered next to the UN base in Bor.",
     ["displacement: people | at Bor | - | ~3000 displaced people"]),
    ("Some 3,000 people gathered outside the UN base in Bor to protest.",
     ["protest: people > UN base | at Bor | - | ~3000 protesters people"]),
    ("About 400 villagers remain in the bush near Kumba.",
     ["displacement ongoing: villagers | near Kumba | - | ~400 displaced villagers"]),
    ("About 400 rebels remain in the bush near Kumba.", []),
    ("The mass arrival of refugees from Darfur continued in Adre.",
     ["displacement: refugees | from Darfur, at Adre"]),
    ("Around six million more are displaced inside Sudan.",
     ["displacement: more | in_area Sudan | - | ~6000000 displaced"]),
    # --- streets
    # What people walk for; water is no cause.
    ("Three hundred women walked to the palace in Bamako to ask for the release of their sons.",
     ["protest: women | at Bamako | - | 300 protesters women"]),
    ("Residents of Bor walked to the well to ask for water.", []),
    # A strike of days is no air strike.
    ("Day 9 of the strike in Chimborazo.", ["protest: - | at Chimborazo"]),
    ("Day 9 of the air strikes on Gaza.", ["air_strike: - | at Gaza"]),
    ("The strike in Kano entered its third day.", ["protest: - | at Kano"]),
    # --- two of one type
    # Clauses with their own people and their own places; tolls of one place are one.
    ("Two people were killed in Bor and three were killed in Torit.",
     ["casualties: - > people | at Bor | - | 2 killed people", "casualties: - > people | at Torit | - | 3 killed"]),
    ("Troops shelled Bor while militias shelled Torit.",
     ["shelling: Troops | at Bor", "shelling: militias | at Torit"]),
    ("Soldiers arrested six men in Bor while they searched houses.",
     ["arrest: Soldiers > men | at Bor | - | 6 captured men"]),
    ("Twelve people were killed while 20 were wounded in Bor.",
     ["casualties: - > people | at Bor | - | 12 killed people, 20 wounded"]),
    # --- planned besides
    # Nobody has died yet of what is only planned; those who died of what goes on have.
    ("The army killed 12 rebels in Bor and vowed to attack Torit.",
     ["clash: army > rebels | at Bor | - | 12 killed rebels | army",
      "clash planned: army | at Torit | - | - | army"]),
    ("The army said that it had killed 12 rebels in Bor and that it would attack Torit.",
     ["clash: it > rebels | at Bor | - | 12 killed rebels | army",
      "clash planned: it > Torit | at Bor | - | - | army"]),
    ("The attack on Bor killed 12 people and the army vowed to attack Torit.",
     ["clash: - > people | at Bor | - | 12 killed people | army", "clash planned: army | at Torit | - | - | army"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_told(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports
