"""The fighting, the moving and the pacts of many wars, in verb, noun, light verb and result."""

import pytest
from documents import coded, told

# The text, and what it reports, as `told` writes it.
ROWS: list[tuple[str, list[str]]] = [
    # --- who leaves
    # Fighters who flee a town leave it, and are no displaced people.
    ("Militants fled the town of Baga on Friday.", ["withdrawal: Militants | from Baga | 2021-03-05"]),
    # Any way of moving out of a place.
    ("The last US soldiers flew out of Bagram.", ["withdrawal: last US soldiers | from Bagram"]),
    ("The last Malian soldier stepped off the base at Ber.", ["withdrawal: last Malian soldier | at Ber"]),
    # What a base is emptied of has left it.
    ("The base at Falam was emptied of its troops.", ["withdrawal: its troops | at Falam"]),
    # What troops are ordered to do is told by the infinitive alone.
    ("The troops were ordered to withdraw from Gao.", ["withdrawal planned: troops | from Gao"]),
    # A noun of leaving.
    ("The departure of the last troops from Gao began.", ["withdrawal: last troops | from Gao"]),
    # A post handed to others.
    ("Ethiopian forces handed the airport at Baidoa to Somali soldiers.",
     ["withdrawal: Ethiopian forces > Somali soldiers | at Baidoa"]),
    # Told by what is no longer so.
    ("The guerrillas no longer hold the town of Toribio.", ["withdrawal: guerrillas | from Toribio"]),
    # Those whom a pronoun gives to somebody are his fighters.
    ("The warlord pulled his men out of Bunia.", ["withdrawal: warlord | from Bunia"]),
    # --- who takes
    # Driven off a hill by the other side.
    ("Rebels were driven off the hill near Kobani by the army.", ["territory_gain: army > Rebels | near Kobani"]),
    # The loser is the subject.
    ("The militia lost the town of Nasir to the army.", ["territory_gain: army > militia | at Nasir"]),
    # A body that no table knows, called by its letters.
    ("The UPC pushed the FPRC out of Bria.", ["territory_gain: UPC > FPRC | from Bria"]),
    # --- who fights
    # A gerund that "there" takes for a noun.
    ("There was fighting in Kalehe on Friday.", ["clash: - | at Kalehe | 2021-03-05"]),
    # A police post is no civilian.
    ("Gunmen sprayed a police post with bullets in Mandera.", ["clash: Gunmen > police post | at Mandera"]),
    # Armed men who march on a town do not demonstrate.
    ("Rebels marched on Bangui.", ["clash: Rebels | at Bangui"]),
    # Who comes upon the enemy fights him.
    ("Marines bumped into some twenty bandits in Isabela.", ["clash: Marines > bandits | at Isabela"]),
    # --- who gives up
    ("Seven rebels demobilised in Guaviare.", ["surrender: rebels | in_area Guaviare | - | 7 surrendered rebels"]),
    ("Former fighters traded their rifles for cash in Buchanan.", ["surrender: Former fighters | at Buchanan"]),
    # --- who arrives
    ("A fresh batch of soldiers flew into Bunia.", ["deployment: fresh batch of soldiers | toward Bunia"]),
    ("The build-up of Eritrean forces at Badme continues.", ["deployment ongoing: Eritrean forces | at Badme"]),
    # A vessel that brings armed men.
    ("A ship with 90 troops docked at Malakal.", ["deployment: troops | at Malakal | - | 90 fighters troops"]),
    # --- what is kept out
    # Relief that does not arrive is no aid.
    ("No aid has reached Kutum since May.", ["siege ongoing: - | at Kutum | 2020-05-01..?"]),
    ("The town of Djibo has received no food.", ["siege ongoing: - | at Djibo"]),
    # Nor do lorries that never make it.
    ("No truck has made it to Minembwe in six weeks.", ["siege ongoing: - | toward Minembwe"]),
    ("The militia keeps the road to Boni shut.", ["siege ongoing: militia | toward Boni"]),
    # Supplies that are cut off, of whatever kind.
    ("The militia had cut off supplies to Kadugli.", ["siege: militia | toward Kadugli"]),
    # --- who agrees, and breaks it
    ("Negotiators hammered out a halt to the fighting in Beirut.", ["agreement: Negotiators | at Beirut"]),
    ("The guns fell silent in Tigray.", ["agreement: - | in_area Tigray"]),
    ("The army has flouted the ceasefire in Shan State.", ["ceasefire_violation: army | in_area Shan State"]),
    ("There were violations of the armistice at Panmunjom.", ["ceasefire_violation: - | at Panmunjom"]),
    # Three who say that they are one.
    ("Three factions in Kidal have closed ranks.", ["group_change: factions | in_area Kidal"]),
    # Back where they had been.
    ("The army is back in Timbuktu.", ["territory_gain: army | at Timbuktu"]),
    ("The inhabitants are back in Gao.", ["return: inhabitants | at Gao"]),
    # --- how groups change
    ("The militia was absorbed into the army in Kismayo.", ["group_change: - > militia | at Kismayo"]),
    ("The unit switched its loyalty to the junta.", ["group_change: unit > junta"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_told(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


# Each sounds like one of them, and is none.
SOUNDING_SO = [
    # What firemen, nurses and governments fight.
    "Firefighters battled the blaze for a week near Paradise.",
    "Nurses are fighting measles in Kano.",
    # Who is sent unarmed.
    "The ministry deployed teachers to Garissa.",
    "Firefighters were deployed to Attica.",
    # Who comes back from a holiday.
    "Students returned to school in Maiduguri.",
    "The singer returned to Bunia for a concert.",
    # Pacts of trade.
    "The two companies signed an agreement in Doha.",
    "The two countries signed a trade deal in Addis Ababa.",
    # Politicians, players and companies change sides, merge and give up things too.
    "The striker defected to Real Madrid.",
    "The company agreed to merge with its competitor in Lagos.",
    "The candidate surrendered her passport in Manila.",
    # A row over a budget.
    "The prime minister clashed with the president over the budget in Colombo.",
    # Whoever may have fled.
    "Marines searched for any insurgents who fled Karsa.",
    # What a text is said to hold.
    "Sudan's envoy attacked the text.",
]


@pytest.mark.parametrize("text", SOUNDING_SO)
def test_what_only_sounds_so_is_not_told(text: str) -> None:
    assert [told(report) for report in coded(text).reports] == []
