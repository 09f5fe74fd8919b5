"""Names that stand in a sentence and are no place of what it tells, and those that lie in another which is told beside.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

import pytest
from documents import coded

PEOPLE = [
    # an age is told of people alone
    ("Two gunmen shot dead Samir Haddad, 35, in Minya.", ["attack_on_civilians: at Minya"]),
    ("Soldiers fired at a lorry in western Zenica, killing Alen Kovac, 18.", ["clash: at western Zenica"]),
    (  # but a number of kilometres is no age
        "Gunmen attacked Bosso, 35 kilometres north of Diffa.",
        ["clash: at Bosso"],
    ),
    # a rank before the name
    ("Gunmen killed a community leader, Pa Osas Ovie, in Okada village.", ["attack_on_civilians: at Okada village"]),
    # what one person owns
    ("Missiles destroyed the house of Abdi Hashi Noor in the town of Galkayo.", ["shelling: at Galkayo"]),
    # who is shot, and who is captured somewhere or with others
    ("Police shot Marino in Albany.", ["attack_on_civilians: at Albany"]),
    ("A man identified only as Atif was shot dead in Delhi.", ["attack_on_civilians: at Delhi"]),
    (  # a town that is captured stays one
        "Rebels captured Marte in Borno State.",
        ["territory_gain: at Marte"],
    ),
    (  # peoples and bands bear names too
        "Clashes broke out between the Marazig and Saida tribes in Maarib province.",
        ["clash: in_area Maarib province"],
    ),
    ("Police arrested nine men of the Sinaloa cartel in Tepic.", ["arrest: at Tepic"]),
    ("Rebels shelled the clinic of the al-Amal association in Darayya.", ["shelling: at Darayya"]),
    ("Police clashed with supporters of Bobi Wine in Kampala's Kamwokya suburb.", ["clash: at Kamwokya suburb"]),
    # where somebody is from
    ("A trader from Maroua was shot dead near Kolofata.", ["attack_on_civilians: near Kolofata"]),
    ("Four gangs from Artibonite joined the alliance on Sunday.", ["group_change: -"]),
    (  # but those who move come from somewhere
        "Families from Maroua fled to Yagoua.",
        ["displacement: from Maroua, toward Yagoua"],
    ),
]

LYING_IN = [
    ("A man was shot near the West Bank town of Ramallah.", ["attack_on_civilians: near Ramallah"]),
    ("A bomb exploded in the Turkoman village of Amerli.", ["bombing: at Amerli"]),
    (  # a district of a province is no province of a district
        "Gunmen shot dead a man at a farm in the Raman district of Yala province.",
        ["attack_on_civilians: in_area Raman district"],
    ),
    (  # where in a province
        "Rebels ambushed a patrol in Nariño department near the town of Tumaco.",
        ["clash: near Tumaco"],
    ),
    (
        "Gunmen raided the villages of Tera district, including Darey and Zaroum.",
        ["clash: at Darey, at Zaroum"],
    ),
    (  # brackets between
        "Militiamen shelled the hamlets of Ard Jabal (twice) in the province of Homs.",
        ["shelling: at Ard Jabal"],
    ),
    ("A bomb wounded nine people in Al-Iman, an area close to the town of Mahawil.", ["bombing: at Al-Iman"]),
    ("The blast in Myawaddy, opposite the Thai town of Mae Sot, killed four people.", ["bombing: at Myawaddy"]),
    ("Troops clashed with rebels in Moroni, on the island of Grande Comore.", ["clash: at Moroni"]),
    ("Gunmen killed twelve farmers in Tchomia, on the shore of Lake Albert.", ["attack_on_civilians: at Tchomia"]),
    (
        "The towns of Duweh and Hayyan in the western and southern parts of the ancient city of Palmyra were shelled.",
        ["shelling: at Duweh, at Hayyan"],
    ),
    (  # where somebody fired from does not lie where it fell
        "Hezbollah fired rockets from southern Lebanon at Kiryat Shmona and Metula.",
        ["shelling: from southern Lebanon, at Kiryat Shmona, at Metula"],
    ),
    (  # and a count is no name of a town
        "The Islamists captured two towns in the same region, Qoryoley and Bula Marer.",
        ["territory_gain: at Qoryoley", "territory_gain: at Bula Marer"],
    ),
    # held by whom: the preposition stands before that
    (
        "Buses carrying families left Foua and Kefraya for regime-controlled Aleppo.",
        ["displacement: from Foua, from Kefraya, toward Aleppo"],
    ),
    ("About 45,000 people were displaced from Camps 8E, 8W and 9.", ["displacement: from Camps 8E, from 8W, from 9"]),
    # a hyphen that lost its noun
    ("Rebels shelled a school in al- Mogambo.", ["shelling: at al- Mogambo"]),
    # an item that opens with where they came, and tells whence
    (
        "Relief log for June.\n\nAdamawa / Michika: trucks with grain for approx. 1,500 IDPs arrived from Yola.",
        ["aid: from Yola, at Michika"],
    ),
    (  # names that are a number
        "Fire gutted 40 shelters and a gunfight broke out in Camps 8E, 8W and 9 of Kutupalong.",
        ["clash: at Camps 8E, at 8W, at 9"],
    ),
    (  # each of a list, and none of them lies in the next
        "Soldiers recaptured Monguno, Marte, and Dikwa in Borno State.",
        ["territory_gain: at Monguno", "territory_gain: at Marte", "territory_gain: at Dikwa"],
    ),
    (
        "Tanks positioned on Mount Qasioun pounded the Jobar district.",
        ["shelling: from Mount Qasioun, at Jobar district"],
    ),
]

ELSEWHERE = [
    # from whom it was taken
    ("Israel captured East Jerusalem from Jordan.", ["territory_gain: at East Jerusalem"]),
    (  # but those who are driven out are driven out of there
        "The army cleared the rebels from Monguno.",
        ["territory_gain: from Monguno"],
    ),
    # in the name of a war
    ("Israel captured the Gilo neighborhood in the 1967 Mideast war.", ["territory_gain: at Gilo neighborhood"]),
    # whose embassy it is
    ("About 200 students marched to the embassy of Chad in Yaounde.", ["protest: at Yaounde"]),
    # what people protest about
    ("Hundreds of students in Tripoli protested against the minister's visit to Beirut.", ["protest: at Tripoli"]),
    (  # but a town behind it may be where
        "Hundreds of students protested over the price of bread in Surabaya.",
        ["protest: at Surabaya"],
    ),
    # what is left out
    ("The army retook all of Homs except the district of Waar.", ["territory_gain: at Homs"]),
    # what it is likened to
    (
        "As in Grozny two decades ago, artillery reduced much of Mariupol to rubble, killing thousands.",
        ["shelling: at Mariupol"],
    ),
    # where who says so sits, which is a place of it only where no other is told
    (
        "In Washington the Pentagon confirmed eight air strikes on rebels in Aleppo province.",
        ["air_strike: in_area Aleppo province"],
    ),
    ("In Aleppo, activists said that shells hit a market.", ["shelling: at Aleppo"]),
    # a day behind a name is none of it
    ("Several hundred people demonstrated in Bonn Tuesday against the war.", ["protest: at Bonn"]),
    ("Nagorno-Karabakh's capital Stepanakert was shelled for a third day.", ["shelling: at Stepanakert"]),
    # whence he came when he was shot at
    ("Gunmen shot at the minister's convoy as he returned from Najaf.", ["clash: -"]),
    # where captives were taken is not where they were freed
    (
        "Two nuns kidnapped in Gressier last month were released overnight, a source said.",
        ["abduction: at Gressier", "release: -"],
    ),
    # a quarter in which a park lies
    ("A bomb blew up in a car parked in Lleras Park in the El Poblado sector.", ["bombing: in_area Lleras Park"]),
    # from one town to the other
    ("The army withdrew from Sinja to Sennar.", ["withdrawal: from Sinja, toward Sennar"]),
]


HALVES = [
    (  # each half of a sentence has its own places
        "In Donetsk's Kyivskyi district, three were hurt; in Horlivka, a shell destroyed a kindergarten.",
        ["casualties: at Kyivskyi district", "shelling: at Horlivka"],
    ),
    (
        "Three soldiers were killed in Kidal and in Gao gunmen abducted a trader.",
        ["casualties: at Kidal", "abduction: at Gao"],
    ),
    (  # but a list is no half
        "Bombs fell in Douma and in Harasta, where a car bomb killed two people.",
        ["air_strike: at Douma, at Harasta", "bombing: at Harasta"],
    ),
    (  # nor is a list a chain, though a camp may lie in a town
        "Heavy shelling was reported in Jabalya camp, Beit Lahiya and eastern Gaza City.",
        ["shelling: at Jabalya camp, at Beit Lahiya, at eastern Gaza City"],
    ),
    (
        "They shelled the market in Kostiantynivka, then the depot in Druzhkivka.",
        ["shelling: at Kostiantynivka, at Druzhkivka"],
    ),
    (  # whence and whither somebody drove, and where it was
        "Rebels ambushed a priest driving from Butembo to Lubero, near Kitsombiro.",
        ["attack_on_civilians: near Kitsombiro"],
    ),
    # a road only says where a village lies
    ("A drone hit a post in Amiriyah, on the Qlaileh-Tyre road.", ["air_strike: at Amiriyah"]),
    # the part of a name behind its article
    ("Families fled to Deir al Balah.", ["displacement: toward Deir al Balah"]),
    (  # the village in the countryside
        "The army launched an offensive in the northern Hama countryside, targeting the village of Lahaya.",
        ["clash: at Lahaya"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [*PEOPLE, *LYING_IN, *ELSEWHERE, *HALVES], ids=lambda value: str(value)[:40]
)
def test_names_of_places(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        places = ", ".join(f"{place.relation} {place.span.quote}" for place in report.places)
        found.append(f"{report.type}: {places or '-'}")
    assert found == wanted
