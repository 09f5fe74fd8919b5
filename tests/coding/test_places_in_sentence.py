"""Which words of the sentence that tells a deed are its place: names that are none, the closest of several, both ends.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

import pytest
from documents import coded

NO_NAMES = [
    (  # peoples who fight, with their articles
        "Clashes between the Rizeigat and the Misseriya left dozens dead in Kas.",
        ["clash: at Kas"],
    ),
    (  # weapons, by whatever village they are called
        "The militia fired 30 Grad rockets and two Tochka missiles at Avdiivka.",
        ["shelling: at Avdiivka"],
    ),
    (  # an operation
        "Turkey began its Olive Branch operation in Afrin on Saturday.",
        ["clash: at Afrin"],
    ),
    (  # one that is called by its town
        "The Mosul operation killed 30 fighters in the Zanjili quarter.",
        ["casualties: at Zanjili quarter"],
    ),
    (  # where an outlet sits
        "Gunmen shot a judge in Derry, a caller told a Belfast radio station.",
        ["attack_on_civilians: at Derry"],
    ),
    (  # and a station of another sort
        "Gunmen attacked a Quetta police station.",
        ["clash: at Quetta police station"],
    ),
    (  # a party's district
        "MDC district organiser Tapiwa Ndlovu was beaten by soldiers.",
        ["attack_on_civilians: -"],
    ),
    (  # the agency that reports, in a text without commas
        "Militants were sent to Raqqa and Deir Ezzor FNA reports.",
        ["deployment: toward Raqqa"],
    ),
    (  # not where a bomb was yet to be used
        "Police found 40 kg of explosives meant for use in Nairobi.",
        ["weapons_found: -"],
    ),
]

NAMES = [
    (  # a hospital that is called by the country that built it
        "Shells hit the Indonesian Hospital on Monday.",
        ["shelling: at Indonesian Hospital"],
    ),
    (  # by a day
        "Troops took control of the May 22 Hospital.",
        ["territory_gain: at May 22 Hospital"],
    ),
    (
        "Soldiers opened fire on marchers at 6 October Bridge.",
        ["attack_on_civilians: at 6 October Bridge"],
    ),
    (  # by a number
        "A drone hit a car on 50th Street.",
        ["air_strike: at 50th Street"],
    ),
    (  # a day and no name
        "On May 22 Hospital Street was shelled in Taiz.",
        ["shelling: at Taiz"],
    ),
    (  # a list of which the model knows one name
        "Rebels abandoned Okhtyrka, Sumy and Lebedyn.",
        ["withdrawal: from Okhtyrka", "withdrawal: from Sumy", "withdrawal: from Lebedyn"],
    ),
    (  # a battle is where its town is
        "Forty men died in the Battle of Mosul.",
        ["clash: at Mosul"],
    ),
    (  # which of several by one name
        "The army took Ghweiran and al-Nashwa al-Sharqi neighborhoods.",
        ["territory_gain: at Ghweiran", "territory_gain: at al-Nashwa al-Sharqi neighborhoods"],
    ),
    (  # without the word behind it
        "Shells fell on the market and the Saudi Hospital as people slept.",
        ["shelling: at Saudi Hospital"],
    ),
    (  # an Arabic name that nobody knows
        "Soldiers shot two men in a building in al-Zuwayra on Friday.",
        ["attack_on_civilians: at al-Zuwayra"],
    ),
    (  # one of a body
        "He wrote in al-Watan that rebels were killed in Aleppo.",
        ["casualties: at Aleppo"],
    ),
    (  # a town on a border, and the border
        "Fighting raged in the Syrian border town of Kobani on Saturday.",
        ["clash: at Kobani"],
    ),
    (
        "Two soldiers were killed on the Kenyan-Somali border.",
        ["casualties: in_area Kenyan-Somali border"],
    ),
    (  # told by its kind
        "Rebels planted mines around the grain silos.",
        ["bombing: near grain silos"],
    ),
]

CLOSEST = [
    (  # the quarter, and not the town in which the doers are
        "Gunmen in Aden shot a cleric outside a mosque in the Mansoura neighborhood.",
        ["attack_on_civilians: at Mansoura neighborhood"],
    ),
    (  # both, where both are listed
        "Shells hit Aleppo and the Jamiliya neighbourhood.",
        ["shelling: at Aleppo, at Jamiliya neighbourhood"],
    ),
    (  # and where it was fired from
        "Terrorists positioned in Aleppo fired shells at the Jamiliya neighbourhood.",
        ["shelling: from Aleppo, at Jamiliya neighbourhood"],
    ),
    (
        "Shells were fired from Damascus at the Jobar neighbourhood.",
        ["shelling: from Damascus, at Jobar neighbourhood"],
    ),
    (  # on one side of a town of a country
        "Aircraft bombed Sumaysir village to the west from Iraq's Mosul.",
        ["air_strike: at Sumaysir village"],
    ),
    (  # what a place is called says where it lies
        "Rebels seized the Najran road, a supply route from Saada to Marib.",
        ["territory_gain: at Najran road"],
    ),
    (
        "The army shelled Kutum, the seat of the governor of Darfur.",
        ["shelling: at Kutum"],
    ),
    (  # a county
        "A milkman was shot outside Castlederg, Co. Tyrone, on Friday.",
        ["attack_on_civilians: near Castlederg"],
    ),
    (  # each in the next
        "Eleven fighters gave themselves up at Awang, Datu Odin Sinsuat, Maguindanao, with four rifles.",
        ["surrender: at Awang"],
    ),
    (  # a list
        "Clashes broke out in Rastan, Talbiseh, and Homs province.",
        ["clash: at Rastan, at Talbiseh, in_area Homs province"],
    ),
    (  # a road in a town
        "A lorry was blown up by a bomb on the Derecik road in Semdinli.",
        ["bombing: at Derecik road"],
    ),
    (  # a road between two
        "A bomb went off on the Maiduguri-Bama road in Konduga.",
        ["bombing: at Konduga"],
    ),
    (  # where on the way to a town
        "Two lorries were set alight on the motorway to Mazatlan, at Rosario.",
        ["property_destruction: at Rosario"],
    ),
    (  # a quarter with a wind before its name
        "Air strikes killed nine people in the southern Ferdous district of Aleppo.",
        ["air_strike: at southern Ferdous district"],
    ),
    (
        "Gunmen shot two people in the northern Lagos neighbourhood of Ikeja.",
        ["attack_on_civilians: at Ikeja"],
    ),
]

ENDS = [
    (  # what they left is told by its kind
        "Some 320 families who left the southern quarters had reached Tawila by nightfall.",
        ["displacement: from southern quarters, at Tawila"],
    ),
    (  # where forces are moving
        "Rebels pushed toward the airport on Sunday.",
        ["clash: toward airport"],
    ),
    (  # a part of the town that was told
        "Troops took control of the mill in Hodeidah on Sunday and were advancing toward the port.",
        ["territory_gain: at Hodeidah", "clash: toward port"],
    ),
    (  # where the dead are brought is not where they died
        "Medics told of the transfer of three bodies from Khuzaa to Nasser Hospital.",
        ["casualties: from Khuzaa"],
    ),
    (  # nor where those who gave themselves up are shown
        "Eleven of those who surrendered last week were presented to journalists in Port Sudan yesterday.",
        ["surrender: -"],
    ),
    (  # the people of a town are there
        "The militia committed a massacre of the people of Kutum on Tuesday.",
        ["attack_on_civilians: at Kutum"],
    ),
]

CLAUSES = [
    (  # where people marched about a deed elsewhere
        "Students marched in Lahore after the killing of a poet in Karachi.",
        ["protest: at Lahore", "casualties: at Karachi"],
    ),
    (  # where both may have been
        "Students marched in Lahore after the killing of a poet.",
        ["protest: at Lahore", "casualties: at Lahore"],
    ),
    (  # told about a road, which leads out of a town
        "The Derna road, where a bus was hit by air strikes on Friday, is the way out of Tobruk.",
        ["air_strike: at Derna road"],
    ),
    (  # a deed that is told only to say when
        "M23 fighters entered Kamanyola after the pull-out of the army towards Uvira.",
        ["territory_gain: at Kamanyola", "withdrawal: toward Uvira"],
    ),
    (  # the place that they raided is where they killed
        "Fighters raided al-Fuqaha, executing two policemen.",
        ["attack_on_civilians: at al-Fuqaha"],
    ),
    (  # who freed himself is not where he was taken
        "Two nurses who had been seized at Sange regained their freedom on Tuesday.",
        ["abduction: at Sange", "release: -"],
    ),
    (  # people who give themselves up are told by their home
        "Twelve rebels from Bunia laid down their arms.",
        ["surrender: from Bunia"],
    ),
    (  # where they fled to is not where men fought
        "Some 3,000 people fled fighting in Bunia for Uganda.",
        ["displacement: at Bunia, toward Uganda", "clash: at Bunia"],
    ),
    (  # a country loses men elsewhere
        "Chad has lost 30 soldiers in the fighting near Bosso.",
        ["clash: near Bosso"],
    ),
]

DISTANCES = [
    (  # a way off is near, and nobody comes from there
        "Gunmen ambushed a patrol less than a mile from Sabon Kura.",
        ["clash: near Sabon Kura"],
    ),
    ("Two farmers were shot dead half an hour's drive from Ndele.", ["attack_on_civilians: near Ndele"]),
    ("A roadside bomb exploded not far from Ghazni.", ["bombing: near Ghazni"]),
    ("Police arrested nine men adjacent to Tulua.", ["arrest: near Tulua"]),
    ("Two farmers from Ndele were shot dead.", ["attack_on_civilians: -"]),
    (  # one side of a town is in it
        "Jets carried out raids in the south of Kolbara.",
        ["air_strike: at Kolbara"],
    ),
    (  # what comes down on a town does not head for it
        "Two missiles slammed into Sumy.",
        ["shelling: at Sumy"],
    ),
    ("Thousands took to the streets of Larkana.", ["protest: at Larkana"]),
    (  # how far it is from another town only tells where the first lies
        "Nine people died in clashes in Varsnik on Monday, some 40 km from Lorvia.",
        ["clash: at Varsnik"],
    ),
    (  # an area of a province, and a capital of one
        "Militiamen clashed with troops in the Goma area of North Kivu province.",
        ["clash: in_area Goma area"],
    ),
    ("Police arrested four men in Abyan's capital Zinjibar.", ["arrest: at Zinjibar"]),
    ("Rebels attacked a village called Ndorombe.", ["clash: at Ndorombe"]),
]

TOLD_BESIDE = [
    (  # a like deed elsewhere says when it was, and another why
        "Militants attacked Marawi, three weeks after a similar raid in Butig.",
        ["clash: at Marawi"],
    ),
    ("Jets bombed Arbinda to avenge the killing of a trader in Djibo.", ["air_strike: at Arbinda"]),
    (
        "Gunmen killed nine villagers in Bunia in retaliation for an attack on Djugu.",
        ["attack_on_civilians: at Bunia"],
    ),
    ("Militants attacked Tumaco hours before talks in Ricaurte.", ["clash: at Tumaco"]),
    (  # but a march that follows something is where it is
        "Hundreds marched in Ndola after prayers.",
        ["protest: at Ndola"],
    ),
    (  # where the hurt are now, and where those were bound whom nobody let come
        "Four people wounded in a blast in Zinjibar were being treated in Lawdar.",
        ["bombing: at Zinjibar"],
    ),
    (
        "Gunmen stopped a bus near Baidoa and abducted nine passengers bound for Dinsoor.",
        ["abduction: near Baidoa"],
    ),
    ("A bus on its way to Butig was attacked by gunmen in Marawi.", ["attack_on_civilians: at Marawi"]),
    (  # one man of a town may be elsewhere, its people are there
        "The imam of Lorvia was shot dead in Varsnik.",
        ["attack_on_civilians: at Varsnik"],
    ),
    ("Soldiers shot dead villagers of Lorvia.", ["attack_on_civilians: at Lorvia"]),
    (  # a town that nobody knows is taken up by its kind, too
        "Troops began their assault on Kolbara on Monday and had cleared the town by Tuesday.",
        ["clash: at Kolbara", "territory_gain: at Kolbara"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*NO_NAMES, *NAMES, *CLOSEST, *ENDS, *CLAUSES, *DISTANCES, *TOLD_BESIDE],
    ids=lambda value: str(value)[:40],
)
def test_where_a_sentence_says_that_it_was(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        places = ", ".join(f"{place.relation} {place.span.quote}" for place in report.places)
        found.append(f"{report.type}: {places or '-'}")
    assert found == wanted
