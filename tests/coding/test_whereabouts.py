"""Where something was that another sentence names: its lead tells a land, its mention nothing, "there" one told before.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

from dataclasses import replace

import pytest
from documents import coded, document

from stemmata.coding import code

SAID_WHERE = [
    (  # a mention with a place says where in its land the happening was, and is no other
        "Gunmen killed nine people in central Nigeria on Monday. The attack took place in Kwall village.",
        ["attack_on_civilians: at Kwall village"],
    ),
    (  # by its own words too, whoever says so
        "Clashes between two clans in Somalia left 15 dead. The fighting in Herale, an elder said, began over a well.",
        ["clash: at Herale"],
    ),
    (  # those who did it, as known
        "An explosion killed nine people in central Nigeria on Monday. The attackers struck Kwall village.",
        ["bombing: at Kwall village"],
    ),
    (  # a sentence that tells nothing else
        "A bomb killed two farmers in eastern Congo on Friday. The incident occurred at Ntoyo at about 6 p.m.",
        ["bombing: at Ntoyo"],
    ),
    (
        "Armed men abducted a priest in northern Cameroon on Friday. It happened in Mokolo shortly before mass.",
        ["abduction: at Mokolo"],
    ),
    (  # the kind of place that was told without its name
        "Gunmen attacked a village in northern Benin on Monday. Police named the village as Koabagou.",
        ["clash: at Koabagou"],
    ),
    (  # what was hit, as known
        "Jets bombed a wedding in northern Yemen on Tuesday. The wedding was being held in Haradh.",
        ["air_strike: at Haradh"],
    ),
    (
        "Soldiers found an arms dump. The dump, with 40 rifles, was hidden near the hamlet of Platanal.",
        ["weapons_found: near Platanal"],
    ),
    (  # "the camp" of a name
        "Rockets hit a refugee camp in northern Iraq on Friday. The Bajed camp houses 1,500 people.",
        ["shelling: at Bajed camp"],
    ),
    (  # a raid in which girls were taken
        "Gunmen kidnapped nine girls in northwest Nigeria on Friday. The raid on Jangebe lasted an hour.",
        ["abduction: at Jangebe"],
    ),
    (  # where its wounded come from or its doers live it says nothing
        "Rockets hit a refugee camp in northern Iraq on Friday. The refugees come from Sinjar.",
        ["shelling: in_area northern Iraq"],
    ),
    (  # what it was done with
        "A drone strike killed a Taliban leader in Pakistan on Sunday. The missile hit his car near Ahmad Wal.",
        ["air_strike: near Ahmad Wal"],
    ),
    (  # so many kilometres from a town
        "A mine killed two soldiers in northern Mali on Friday. The incident occurred 30 km from Tessalit.",
        ["bombing: near Tessalit"],
    ),
    (  # its dead
        "In Myanmar, soldiers shot 22 people. Residents said the killings happened in Nan Nein.",
        ["attack_on_civilians: at Nan Nein"],
    ),
    (  # a quarter of the town that was told
        "Clashes in Tripoli have killed 32 people. The fighting centred on the Bab al-Tabbaneh district.",
        ["clash: at Bab al-Tabbaneh district"],
    ),
    (  # what went on for years was in more than one place
        "Coalition strikes have killed 700 civilians in Syria since 2014. The strike hit Baghuz on Monday.",
        ["air_strike: in_area Syria", "air_strike: at Baghuz"],
    ),
    (  # the place that stands with its noun
        "A mob burned 20 shops in northern Ghana. The violence, in Bawku, followed a chieftaincy dispute.",
        ["riot: at Bawku"],
    ),
    (  # somebody told before who came to harm
        "A monitor was shot in eastern Ukraine. He was hit in the leg by a sniper in Zolote.",
        ["attack_on_civilians: at Zolote"],
    ),
    (  # an exchange of those who were handed over
        "The army said it had freed 200 captives. The rescue took place in Sambisa forest.",
        ["release: in_area Sambisa forest"],
    ),
    (  # where a convoy was going it was not hit
        "Jets fired on a convoy in western Niger on Friday, killing 12 guests. The convoy was bound for Tera.",
        ["air_strike: in_area western Niger"],
    ),
    (  # "also" tells one more
        "Gunmen attacked an army post in central Mali on Monday. The gunmen also attacked Bankass.",
        ["clash: in_area central Mali", "clash: at Bankass"],
    ),
    (  # another day tells another
        "Gunmen attacked an army post in central Mali on Monday. The attack on Bankass on 2 February was longer.",
        ["clash: in_area central Mali", "clash: at Bankass"],
    ),
    (  # another country is not in it
        "Gunmen attacked an army post in central Mali on Monday. The attack took place in London's news first.",
        ["clash: in_area central Mali"],
    ),
    (  # and what was told of a town stays there
        "Gunmen attacked an army post in Bankass on Monday. The incident was discussed in Bamako.",
        ["clash: at Bankass"],
    ),
]

HEADED = [
    (  # a heading sets the ground of what stands below it
        "Unrest in Menaka\n\nPolice shot dead four protesters on Monday.",
        ["attack_on_civilians: at Menaka"],
    ),
    ("Quetta\n\nPolice shot dead four protesters on Monday.", ["attack_on_civilians: at Quetta"]),
    (  # until another place is named
        "Unrest in Mali\n\nThe governor of Gao met elders.\n\nPolice shot dead four protesters on Monday.",
        ["attack_on_civilians: -"],
    ),
    (  # so does a sentence that says how things are in a town
        "Tension is high in Marawi. Two youths were shot dead by police on Monday.",
        ["attack_on_civilians: at Marawi"],
    ),
    (  # or who came there
        "Gunmen came to Tezmirat on motorbikes. They went from house to house and killed nine people.",
        ["attack_on_civilians: at Tezmirat"],
    ),
    (  # and none in which people only meet
        "The ministers met in Lusaka. Two youths were shot dead by police on Monday.",
        ["attack_on_civilians: -"],
    ),
    (  # what those were doing to whom it was done
        "Three soldiers were killed by a mine. They were on patrol in Tumaco.",
        ["bombing: at Tumaco"],
    ),
    ("Three soldiers were killed by a mine. They were trained in Bogota.", ["bombing: -"]),
    (
        "A bomb exploded in Kano. A second bomb went off in the same town.",
        ["bombing: at Kano", "bombing: at same town"],
    ),
]

TOLD_CLOSER = [
    (  # whoever is only described tells of one raid with those who tell it more closely
        "An air raid on a clinic in northern Yemen killed 22 people, an official said. Warplanes bombed the clinic at"
        " Sahar, residents said.",
        ["air_strike: at Sahar"],
    ),
    (  # the same count is one happening, in whatever order
        "Shells killed 14 people in Donetsk region on Friday, a minister said.\n\nMayor Anna Lind said shells that"
        " fell on Toretsk had killed 14 people.",
        ["shelling: at Toretsk"],
    ),
    (  # those who did it, in the next sentence, whatever they did there
        "Gunmen have killed 14 villagers in central Mali, the army said. The gunmen stormed Sobane village on"
        " motorcycles at dusk, it said.",
        ["attack_on_civilians: at Sobane village"],
    ),
    (  # a sum over several places keeps its land
        "Air strikes killed 12 people in Yemen on Monday, doctors said. A strike in Saada killed five, a nurse said.",
        ["air_strike: in_area Yemen", "air_strike: at Saada"],
    ),
    (  # so does one of a new one
        "A car bomb killed nine people in Iraq on Monday. A car bomb went off in Hilla on Tuesday.",
        ["bombing: in_area Iraq", "bombing: at Hilla"],
    ),
    (  # nor does a kidnapping take the place of a shooting
        "Miners were abducted in Katanga on Friday. Police shot two people in Kolwezi.",
        ["abduction: in_area Katanga", "attack_on_civilians: at Kolwezi"],
    ),
]

THERE = [
    (
        "Soldiers raided Kasindi on Monday. In Oicha, a shop was looted. Three people were arrested there.",
        ["clash: at Kasindi", "property_destruction: at Oicha", "arrest: at Oicha"],
    ),
    ("Kassala is calm, but 20 students were arrested there overnight.", ["arrest: at Kassala"]),
    (  # with where they came from
        "The UN says Tawila is full. Some 30,000 people arrived there from El Fasher in a week.",
        ["displacement: from El Fasher, toward Tawila"],
    ),
    (  # where somebody speaks is not there
        "More came down in Vuzlovyi in the afternoon. The mayor of Kupiansk said that artillery shells hit the depot"
        " there.",
        ["shelling: at Vuzlovyi"],
    ),
    (  # "there were" is for no place
        "The bishop of Kassala prayed. There were 20 people killed on Monday.",
        ["casualties: -"],
    ),
]

PARTS = [
    (  # a quarter of the city told just before, by name or by what the gazetteer knows
        "A bomb killed six people in Aleppo on Wednesday, state television reported. The blast hit the neighbourhood of"
        " Salaheddin.",
        ["bombing: at Salaheddin"],
    ),
    (  # of another city it is another
        "A bomb killed six people in Homs on Wednesday. In Aleppo, a blast hit the Salaheddin neighbourhood.",
        ["bombing: at Homs", "bombing: at Salaheddin neighbourhood"],
    ),
]

THOSE_WHO_FLEE = [
    (
        "Heavy clashes erupted in Tabqa on Monday. Hundreds of families fled.",
        ["clash: at Tabqa", "displacement: from Tabqa"],
    ),
    (
        "Soldiers have besieged Idu since March. On Monday a convoy brought food for 20,000 people.",
        ["siege: in_area Idu", "aid: in_area Idu"],
    ),
    (  # what they left of it is told
        "Heavy clashes erupted in Tabqa on Monday. Hundreds of families fled a southern district of the town.",
        ["clash: at Tabqa", "displacement: at southern district of the town"],
    ),
    (  # those fed elsewhere are elsewhere
        "Mortar fire hit Marawi at noon. The Red Cross handed out 500 food parcels in Iligan.",
        ["shelling: at Marawi", "aid: at Iligan"],
    ),
]

OTHER_END = [
    (  # where they went is not the name of the town that they left
        "Heavy fighting was reported around Sake on 7 February. Some 42,000 people have fled the town towards Goma.",
        ["clash: near Sake", "displacement: from town, toward Goma"],
    ),
    (  # "the town of Sake" is
        "Some 42,000 people have fled the town of Sake towards Goma.",
        ["displacement: from Sake, toward Goma"],
    ),
]

AROUND_A_TOWN = [
    (  # what a lead puts near a town was where the next sentence says
        "A drone hit a camp outside Goma on Tuesday, killing six people. Residents said the drone hit the Kanyaruchinya"
        " camp at dawn.",
        ["air_strike: at Kanyaruchinya camp"],
    ),
    ("Jets bombed a town near Sanaa on Friday. The warplanes struck Arhab at noon.", ["air_strike: at Arhab"]),
    (
        "Gunmen attacked a village outside Kaduna and killed eleven people. The attack took place in Maro.",
        ["attack_on_civilians: at Maro"],
    ),
    (  # another day, another bomb are of somewhere else
        "Shells hit a hospital near Kharkiv on Friday. On Saturday a drone hit a depot in Merefa.",
        ["shelling: near Kharkiv", "air_strike: at Merefa"],
    ),
    (
        "A bomb killed four soldiers near Mosul. Another bomb killed two people in Hamdaniya.",
        ["bombing: near Mosul", "bombing: at Hamdaniya"],
    ),
    (  # a place told only by its kind has the name told behind
        "Rebels overran an army camp on Monday. At the camp in Bariire eleven bodies lay in the sun.",
        ["territory_gain: at Bariire", "casualties: at Bariire"],
    ),
]

WHO_TELLS_ON = [
    (  # where who counts is at home is no place of what he counts
        "Helicopters dropped barrel bombs on the market in Douma, activists said. They put the toll at 11. The Syrian"
        " Observatory for Human Rights, a Britain-based monitor, said seven had died.",
        ["air_strike: at Douma", "air_strike: at Douma"],
    ),
]

NO_CLOSER = [
    (  # what goes on in a land is no fight in one town of it
        "Clashes are continuing between the army and rebels in eastern Congo. A monitor says that the fighting in"
        " Masisi left 11 soldiers dead.",
        ["clash: in_area eastern Congo", "clash: in_area Masisi"],
    ),
    (  # what was "earlier" was another
        "Guerrillas fired rockets at Kobe city on Sunday. Earlier a policeman said that rockets had fallen on the Nada"
        " neighbourhood.",
        ["shelling: at Kobe city", "shelling: at Nada neighbourhood"],
    ),
    (  # no blast takes a camp
        "A car bomb went off at the port, and gunmen overran an army camp. The blast near Kisim killed nine.",
        ["bombing: near Kisim", "territory_gain: at army camp"],
    ),
    (  # a text that turns to what is only related
        "Troops fought bandits at Gava on Monday. In a related development, 22 bandits surrendered.",
        ["clash: at Gava", "surrender: -"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *SAID_WHERE,
        *HEADED,
        *TOLD_CLOSER,
        *THERE,
        *PARTS,
        *THOSE_WHO_FLEE,
        *OTHER_END,
        *AROUND_A_TOWN,
        *WHO_TELLS_ON,
        *NO_CLOSER,
    ],
    ids=lambda value: str(value)[:40],
)
def test_where_another_sentence_says_that_it_was(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        places = ", ".join(f"{place.relation} {place.span.quote}" for place in report.places)
        found.append(f"{report.type}: {places or '-'}")
    assert found == wanted


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (  # what a page on a battle tells of it without a place
            "Siege of Marawi",
            "The city of Marawi lies on a lake. In June forty rebels were killed. Nine others surrendered.",
            ["casualties: at Marawi", "surrender: at Marawi"],
        ),
        (
            "Second Tessalit offensive (May 2013)",
            "The rebels had held Tessalit for a year. At least 34 soldiers were killed.",
            ["casualties: at Tessalit"],
        ),
        (  # not what names a place, nor those who go somewhere
            "Siege of Marawi",
            "The city of Marawi lies on a lake. Families fled the fighting. Gunmen killed nine villagers in Butig.",
            ["displacement: -", "attack_on_civilians: at Butig"],
        ),
        (  # a headline is no name of a battle
            "Army says Marawi offensive will go on",
            "The city of Marawi lies on a lake. Forty rebels were killed on Monday.",
            ["casualties: -"],
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_where_the_battle_was_that_a_page_is_on(title: str, text: str, wanted: list[str]) -> None:
    reports = code(replace(document(text), title=title)).reports
    found = [(report.type, ", ".join(f"{p.relation} {p.span.quote}" for p in report.places)) for report in reports]
    assert [f"{kind}: {places or '-'}" for kind, places in found] == wanted
