"""Which of the places that a text names a happening was at: what hangs on it, what only stands beside, what holds on.

A row is a text and the places of its reports in text order, each as `type: relation words`.
"""

import pytest
from documents import coded

POSITIONS = [
    (  # where the guns stood is told, and told apart from where the shells fell
        "Militiamen positioned in Bunagana fired mortars at a market in Rutshuru.",
        ["shelling: from Bunagana, at Rutshuru"],
    ),
    (  # but those who are struck are struck where they stand
        "Aircraft bombed fighters positioned in Zacamil.",
        ["air_strike: at Zacamil"],
    ),
    (
        "A bomb hidden in a bicycle parked in front of Jinja hospital wounded two nurses.",
        ["bombing: at Jinja hospital"],
    ),
    (  # people of a place are there, its governor and its defenders may be anywhere
        "Soldiers shot dead six residents of Merawi.",
        ["attack_on_civilians: at Merawi"],
    ),
    ("Gunmen abducted the governor of Kano.", ["abduction: -"]),
    ("Russia released 40 defenders of Mariupol.", ["release: -"]),
    ("Two battalions from Hpa-an have massed at Myawaddy.", ["deployment: from Hpa-an, at Myawaddy"]),
]

SPEAKERS = [
    (  # neither the body that speaks nor its people say where
        "A doctor at Jinja hospital said shells had killed four people in Mbale.",
        ["shelling: at Mbale"],
    ),
    ("Activists in Baidoa said gunmen had looted shops in Dinsoor.", ["property_destruction: at Dinsoor"]),
    (  # unless there is nothing else, and they live there
        "Looting was reported by traders in Goma on Friday.",
        ["property_destruction: at Goma"],
    ),
    ("The military in Addis Ababa denied that drones had bombed Togoga.", ["air_strike: at Togoga"]),
    ("The U.S.-backed force captured Shaddadi.", ["territory_gain: at Shaddadi"]),
]

CLOSER = [
    (  # what an item opens with gives way to what is told in it, also in another clause
        "Rutshuru: Clashes between rebels and militiamen resumed at dawn around Kiwanja.",
        ["clash: near Kiwanja"],
    ),
    (  # land gives way to the point told in it, and not to one of its list
        "Raiders attacked Uror County on Sunday, killing nine people at Pieri.",
        ["attack_on_civilians: at Pieri"],
    ),
    (  # nor does a country lie in a village
        "A hundred guards crossed into Bangladesh at Teknaf, where they surrendered.",
        ["deployment: at Teknaf", "surrender: at Teknaf"],
    ),
    (  # a name that nobody knows, where people stand, is a person's
        "On Monday Ndawula Ssebunya, 37, was shot dead in Mbale.",
        ["attack_on_civilians: at Mbale"],
    ),
    (  # a stronghold is where its holders are, and none of them
        "On Friday the army captured the Shabaab stronghold of Bulo Mareer.",
        ["territory_gain: at Bulo Mareer"],
    ),
    (  # a list goes on behind the word for a village
        "Paratroopers engaged Russian soldiers at Ivankiv and the nearby village of Dymer.",
        ["clash: at Ivankiv, at Dymer"],
    ),
    (  # who was let go was so elsewhere than where men fought
        "Rebels and soldiers clashed in Bria on Monday. On Thursday the rebels freed nine hostages.",
        ["clash: at Bria", "release: -"],
    ),
    (  # "the explosion" is the one told, however far back; "the attack" may be any
        "A car bomb exploded in Jalalabad on Monday. Talks go on in Doha. Prices rose again. The governor is abroad."
        " The explosion wounded nine people.",
        ["bombing: at Jalalabad"],
    ),
]

CLAUSES = [
    (  # each clause has its own
        "Fighting resumed around Rutshuru, and thousands of people fled towards Goma.",
        ["clash: near Rutshuru", "displacement: toward Goma"],
    ),
    (  # what is not told anew holds on for the verbs behind, and not for those before
        "Insurgents entered Macomia, burned the market and abducted two girls.",
        ["property_destruction: at Macomia", "abduction: at Macomia"],
    ),
    (  # a visit elsewhere is none of it
        "Twenty people were killed in riots in Delhi as the president visited Agra.",
        ["riot: at Delhi"],
    ),
    (  # where the attack was is told of the place itself
        "Inspectors visited Khokha, where the army reported a gas attack in March.",
        ["chemical_attack: at Khokha"],
    ),
    (  # one that comes under fire is no seat
        "Nikopol has seen heavy shelling since Monday.",
        ["shelling: at Nikopol"],
    ),
]

SCENES = [
    (  # the scene holds for the next sentence
        "Gunmen attacked Jibo on Monday. They kidnapped nine girls.",
        ["clash: at Jibo", "abduction: at Jibo"],
    ),
    (  # who flees or is fed, and a new fight, have a place of their own
        "A bomb exploded in Baidoa on Monday. At Kismayo 40 families received tents. Nine aid workers sheltered 600"
        " families.",
        ["bombing: at Baidoa", "aid: at Kismayo", "aid: at Kismayo"],
    ),
    (
        "Jets bombed Goma on Monday. Two days later shells hit Bukavu. Rebels ambushed a convoy of soldiers.",
        ["air_strike: at Goma", "shelling: at Bukavu", "clash: -"],
    ),
    (  # "the attack" is the one told, however far back
        "A bomb exploded in Baidoa on Monday. The mayor called for calm. Schools stayed shut. Prices rose. Shops opened"
        " late. No group claimed the bombing, in which two clerks died.",
        ["bombing: at Baidoa"],
    ),
    (  # told again closer, it is the closer place
        "Air strikes killed nine people in Idlib province on Friday. The strikes hit the town of Ariha, medics said.",
        ["air_strike: at Ariha"],
    ),
    (  # not in the next item of a list, whose opening holds for all of it
        "- Borno / Konduga: two farmers were shot dead.\n- Imo / Orlu: an office was torched. One man was arrested.",
        ["attack_on_civilians: at Konduga", "property_destruction: at Orlu", "arrest: at Orlu"],
    ),
    (  # in a log by the hour, where no tagger knows the name for one
        "0930 PISKY: sappers lifted six mines from the road.\n1015 AVDIIVKA: two prisoners were set free.",
        ["weapons_found: at PISKY", "release: at AVDIIVKA"],
    ),
    (  # who speaks heads an item too
        "1. Washington: rebels in Goma killed nine farmers on Monday.",
        ["attack_on_civilians: at Goma"],
    ),
    (  # and gives way to what is told closer
        "- Mopti / Bankass: gunmen torched three granaries at Diallassagou.",
        ["property_destruction: at Diallassagou"],
    ),
    (  # what is agreed is agreed anywhere
        "Shells hit Kupiansk on Monday. Both armies have agreed to a truce.",
        ["shelling: at Kupiansk", "agreement: -"],
    ),
    (  # the dead of a war died in its country
        "A mine killed two boys in Taiz. Yemen's war has killed 150,000 people.",
        ["bombing: at Taiz", "casualties: in_area Yemen"],
    ),
]

FRAMES = [
    (  # what opens the sentence only says where the rest lies
        "In the district of Quissanga, gunmen raided the village of Tandanhangue.",
        ["clash: at Tandanhangue"],
    ),
    ("Police in Uganda's capital, Kampala, detained 45 activists.", ["arrest: at Kampala"]),  # told behind what it is
    ("Police in the capital, Kampala, detained 45 activists.", ["arrest: at Kampala"]),
    ("M23 rebels took Kitshanga, in the territory of Masisi, on Thursday.", ["territory_gain: at Kitshanga"]),
    ("Shells hit the Zamzam camp for displaced people south of El Fasher.", ["shelling: at Zamzam camp"]),
    ("Clashes broke out in Mubambiro, on the road between Goma and Sake.", ["clash: at Mubambiro"]),
    ("In the Lyman direction, drones struck an armoured vehicle near Yampolivka.", ["air_strike: near Yampolivka"]),
    (  # unless nothing closer is told
        "In the Lyman direction, drones struck an armoured vehicle.",
        ["air_strike: in_area Lyman direction"],
    ),
    (  # where people went or came from is no closer place
        "In Gao, 40 families arrived from Ansongo.",
        ["displacement: toward Gao, from Ansongo"],
    ),
    (  # a town far from another, and one by the road to it
        "Militiamen burned nine homes in Kutur, 18 km along the road to Fasha.",
        ["property_destruction: at Kutur"],
    ),
    (
        "Soldiers seized six rifles in Puerto Leguia, a few minutes from the border with Ecuador.",
        ["weapons_found: at Puerto Leguia"],
    ),
    (
        "Rebels left the hamlets of Kilu and Bamo, in the Walikale countryside.",
        ["withdrawal: from Kilu", "withdrawal: from Bamo"],
    ),
    (  # where it was not
        "The drone hit a car in Ranya, not in Sangasar.",
        ["air_strike: at Ranya"],
    ),
    (  # who holds a town stands between its preposition and its name
        "A bomb killed nine people in the mostly army-controlled city of Taiz in southern Yemen.",
        ["bombing: at Taiz"],
    ),
    ("Police laid an ambush by Ondo village.", ["clash: near Ondo village"]),
    (  # the town is taken, told with its name before
        "Marines began their assault on Karbala and had cleared the city four days later.",
        ["clash: at Karbala", "territory_gain: at Karbala"],
    ),
]

MORE_FRAMES = [
    (  # where people are kept afterwards is not where they were taken
        "Shells hit Jenin. Soldiers detained 12 men, who are held at the Salem military camp.",
        ["shelling: at Jenin", "arrest: at Jenin"],
    ),
    ("Jets bombed the town of Gao and its camp.", ["air_strike: at Gao, at camp"]),
    ("Shells fell on Aleppo and its countryside.", ["shelling: at Aleppo, in_area countryside"]),
    (  # each "of" names a place that people left
        "The residents of Kilu and of the Solino neighbourhood fled.",
        ["displacement: from Kilu, from Solino neighbourhood"],
    ),
    ("The ministry in Yerevan denied firing rockets on Ganja.", ["shelling: at Ganja"]),
    ("Sirte, hometown of Muammar Gaddafi, fell to the rebels.", ["territory_gain: at Sirte"]),
    ("Marines freed a hostage in Sitio Tanduk, Barangay Kalupag.", ["release: at Sitio Tanduk"]),
    ("On the Juba-Nimule rd, gunmen shot a driver at Moli.", ["attack_on_civilians: at Moli"]),
    ("The Saint-Jean-de-Dieu hospital was looted.", ["property_destruction: at Saint-Jean-de-Dieu hospital"]),
    (  # a list has the relation of its nearest preposition
        "Gunmen fired on passers-by in the Almaguer, Lampacitos and Tampico neighbourhoods.",
        ["clash: at Almaguer, at Lampacitos, at Tampico neighbourhoods"],
    ),
]

STILL_MORE_FRAMES = [
    (  # travellers are shot where they are, and not where they come from or go to
        "Traders travelling from Abuja to Kaduna were shot dead at Katari.",
        ["attack_on_civilians: at Katari"],
    ),
    (  # a name with its own kind at its end
        "Gunmen attacked St. Francis Catholic Church in Owo, killing nine worshippers.",
        ["attack_on_civilians: at St. Francis Catholic Church"],
    ),
    (  # a unit on its way between two towns is at neither
        "A unit on the move between Niono and Diabaly struck a mine near Dogofry.",
        ["bombing: near Dogofry"],
    ),
    ("A bomb killed nine people on the Gao-Ansongo road, southeast of Bourem.", ["bombing: at Gao-Ansongo road"]),
    (  # those who speak of what happened to them are there
        "Residents of Kobo told reporters that fighters had killed dozens of farmers.",
        ["attack_on_civilians: at Kobo"],
    ),
    (  # a name that the model takes for one is one, though both its words are towns
        "Shells fell on Chasiv Yar and Bila Hora.",
        ["shelling: at Chasiv Yar, at Bila Hora"],
    ),
    (  # the capital is elsewhere than the scene
        "A bomb exploded in Basra. In the capital, four rockets landed.",
        ["bombing: at Basra", "shelling: at capital"],
    ),
    ("A truce between Baghdad and Erbil was signed.", ["agreement: -"]),
]

NAMES = [
    (  # kinds of places in many countries
        "Gunmen killed two farmers in Umogu community, Otukpo LGA.",
        ["attack_on_civilians: at Umogu community"],
    ),
    (  # names that end in their kind, and qualifiers before it
        "Gunmen shot dead two pupils at Mount Carmel Primary School.",
        ["attack_on_civilians: at Mount Carmel Primary School"],
    ),
    ("Food reached 200 families at the Nyal reception centre.", ["aid: at Nyal reception centre"]),
    ("Soldiers shot dead a driver at Mile 4 in Bamenda.", ["attack_on_civilians: at Mile 4"]),
    (  # a month of another calendar, an organ, an acronym and a name within a body's are no places
        "Rebels clashed with soldiers on Meskerem 14 near Yetnora.",
        ["clash: near Yetnora"],
    ),
    ("A rocket was fired at the Levies post in Mastung's Khad area.", ["shelling: at Khad area"]),
    ("In Bela, bombers drove two cars into the gate of an FC camp.", ["suicide_bombing: at Bela"]),
    (
        "Militants of the Islamic State in the Greater Sahara stormed a base at Inates.",
        ["clash: at Inates"],
    ),
    (  # a list whose commas were taken out
        "Regime forces shelled the towns of Arbin Jisreen and Otoya with artillery on Friday wounding nine people."
        " The council of the largest of the towns said in a statement that it read to reporters by telephone that they"
        " had been under fire every day since the start of the month and that its hospital had closed because of it.",
        ["shelling: at Arbin, at Jisreen, at Otoya"],
    ),
    ("Police arrested three men in Brussels's Molenbeek quarter.", ["arrest: at Molenbeek quarter"]),
    ("Separatists marched to the Palace in Aden.", ["protest: at Aden"]),
    ("Rebels were killed in clashes around Sehyan checkpoint north of Hama.", ["clash: near Sehyan checkpoint"]),
    (  # a people's name is no place
        "A bomb killed nine people in a majority-Alawite district of Homs.",
        ["bombing: in_area Homs"],
    ),
]


LISTS_AND_CHAINS = [
    (  # what is told of the first of a list is told of all
        "In the prisons of Nampula, Beira and Tete, 40 guards were being held by inmates on Friday.",
        ["abduction: at Nampula, at Beira, at Tete"],
    ),
    (  # a region listed with a town does not give way to it
        "Aircraft struck villages in Chaman and Balochistan on Monday.",
        ["air_strike: at Chaman, in_area Balochistan"],
    ),
    (  # a name that nobody knows, listed with a place
        "A patrol hit a mine between Gao and Tinzawatiq on Tuesday, and two soldiers died.",
        ["bombing: near Gao, near Tinzawatiq"],
    ),
    (  # of a town and its village, the village
        "Soldiers raided Monywa's Tha Pyay village at dawn, burning 80 houses.",
        ["property_destruction: at Tha Pyay village"],
    ),
    (  # also where the tree ties only the wider to the deed
        "In Zalingei, in Central Darfur, gunmen fired on a crowd on Sunday, killing five people.",
        ["attack_on_civilians: at Zalingei"],
    ),
    (  # a front and a number before it open a sentence, too
        "In the Bakhmut direction the enemy tried to break through near Klishchiivka.",
        ["clash: near Klishchiivka"],
    ),
    ("7. In Taiz, rebels shelled the Al-Hamra camp on Monday.", ["shelling: at Al-Hamra camp"]),
    (  # who held them, and where, is a story of its own
        "Twelve police officers who had been held by villagers in Argelia were released on Monday.",
        ["abduction: at Argelia", "release: -"],
    ),
    (  # of a town and its suburb the suburb, though both are known
        "Police arrested nine men in the Lima suburb of Callao.",
        ["arrest: in_area Callao"],
    ),
    (  # a name that nobody knows before its kind
        "The agency distributed food to 700 families in Goma and the Lusebele transit site.",
        ["aid: at Goma, at Lusebele transit site"],
    ),
    (  # on the spot is no place
        "A drone hit a car near Udy on Monday. The driver was shot dead on the spot.",
        ["air_strike: near Udy", "attack_on_civilians: near Udy"],
    ),
    (  # sorts of missiles are no places
        "The troops launched Iskander missiles at grain silos in Odesa.",
        ["shelling: at Odesa"],
    ),
]

SCENES_OF_SEVERAL_PLACES = [
    (  # three towns taken are none of another deed told behind
        "Troops captured Bor, Marl and Oru on Tuesday. Gunmen abducted nine teachers on their way home.",
        ["territory_gain: at Bor", "territory_gain: at Marl", "territory_gain: at Oru", "abduction: -"],
    ),
    (  # and still of the same that goes on
        "Shells hit Bor and Marl at dawn. The rockets killed nine people, a doctor said.",
        ["shelling: at Bor, at Marl"],
    ),
    (  # what the sentence before only took up goes by its name
        "Rebels hold Talkalakh. A truce was signed in the town on Friday. Clashes have killed three rebels.",
        ["agreement: at town", "clash: at Talkalakh"],
    ),
]

LINES_AND_WAYS = [
    (  # a line that only names a town holds for its paragraph, whatever else the name may be
        "The week in the region.\n\nADEN. The rest of the day was calm. Nine students were arrested for incitement.",
        ["arrest: at ADEN"],
    ),
    (
        "Two things this month.\n\nFirst, Gao. The assault lasted an hour. Nine herders were shot dead.",
        ["attack_on_civilians: at Gao"],
    ),
    (  # a girl's name, a heading that names nothing
        "The week in the region.\n\nVictoria. She was beaten by guards.\n\nCALM. Nine men were arrested.",
        ["attack_on_civilians: -", "arrest: -"],
    ),
    (  # where they went then is not where they did it
        "Gunmen stormed Marl on Monday. They shot two drivers and rode away to Oru.",
        ["clash: at Marl", "attack_on_civilians: at Marl"],
    ),
    (
        "Troops raided Marl on Monday. Looters burned shops and drove off towards Oru.",
        ["clash: at Marl", "riot: at Marl"],
    ),
    (  # and those who move are told by it
        "The militia attacked Marl on Monday. Hundreds of families fled to Oru.",
        ["clash: at Marl", "displacement: toward Oru"],
    ),
]

GROUNDS = [
    (  # a sentence that tells of no happening sets where what it leads to was
        "The army carried out an operation in the Boni forest on Friday. Nine militants were killed.",
        ["casualties: in_area Boni forest"],
    ),
    (
        "Police officers were on patrol in Soweto. Two of them were shot dead by robbers.",
        ["attack_on_civilians: at Soweto"],
    ),
    (  # where people talk or came from sets nothing
        "Diplomats met in Vienna on Friday. Forty people were killed in clashes.",
        ["clash: -"],
    ),
    (
        "A spokesman spoke to reporters in Geneva. Nine aid workers were kidnapped last week.",
        ["abduction: -"],
    ),
    ("The troops had come from Oru. Two drivers were killed.", ["casualties: -"]),
]


NEW_PARAGRAPHS = [
    (  # news keep to their scene from paragraph to paragraph, whoever the next one tells of
        "Gunmen attacked the market of Dori on Tuesday, killing nine traders.\n\nThe motive was not clear.\n\nA clinic"
        " was burned down.\n\nPolice arrested three suspects.",
        [
            "attack_on_civilians: at Dori",
            "property_destruction: at Dori",
            "arrest: at Dori",
        ],
    ),
    (  # of a country in the headline and a town in the lead it is the town; who flees flees from it
        "Blast in Yemen kills nine\n\nA car bomb exploded in Marib on Tuesday, killing nine people.\n\nHundreds of"
        " residents fled their homes.\n\nTroops were deployed to restore order.",
        ["bombing: at Marib", "displacement: from Marib", "deployment: at Marib"],
    ),
    (  # they have left it where they look back, sum up, or name another place
        "Gunmen killed nine traders in Dori on Tuesday.\n\nLast year militants abducted 40 villagers.",
        ["attack_on_civilians: at Dori", "abduction: -"],
    ),
    (
        "Gunmen killed nine traders in Dori on Tuesday.\n\nMore than 300 people have been kidnapped by gangs.",
        ["attack_on_civilians: at Dori", "abduction: -"],
    ),
    (
        "Gunmen killed nine traders in Dori on Tuesday.\n\nIn similar raids, militants abducted 40 villagers.",
        ["attack_on_civilians: at Dori", "abduction: -"],
    ),
    (  # nor does it hold where two were told, or for who is let go
        "Gunmen killed nine traders in Dori on Tuesday.\n\nMilitants shot a teacher in Djibo.\n\nPolice arrested"
        " three suspects.",
        ["attack_on_civilians: at Dori", "attack_on_civilians: at Djibo", "arrest: -"],
    ),
    (
        "Gunmen killed nine traders in Dori on Tuesday.\n\nEleven hostages were freed.",
        ["attack_on_civilians: at Dori", "release: -"],
    ),
    (  # where he sits who tells it, and where people fled to, are no other scene
        "Rebels captured Kitshanga on Thursday.\n\nThousands of people fled towards Mweso.\n\nA clerk said by phone"
        " from Goma that the bodies of eight soldiers had been found.",
        ["territory_gain: at Kitshanga", "displacement: toward Mweso", "casualties: at Kitshanga"],
    ),
    (  # of a province in the headline and a town in the lead it is the town, also for who was told before
        "Two die in Kashmir gunfight\n\nTwo militants were killed in a gunfight in Shopian on Thursday.\n\nAn inquiry"
        " was ordered.\n\nThe militants had burned nine houses, police said.",
        ["clash: at Shopian", "property_destruction: at Shopian"],
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *LISTS_AND_CHAINS,
        *POSITIONS,
        *CLOSER,
        *SPEAKERS,
        *CLAUSES,
        *SCENES,
        *FRAMES,
        *MORE_FRAMES,
        *STILL_MORE_FRAMES,
        *NAMES,
        *SCENES_OF_SEVERAL_PLACES,
        *LINES_AND_WAYS,
        *GROUNDS,
        *NEW_PARAGRAPHS,
    ],
    ids=lambda value: str(value)[:40],
)
def test_where_a_happening_was(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        places = ", ".join(f"{place.relation} {place.span.quote}" for place in report.places)
        found.append(f"{report.type}: {places or '-'}")
    assert found == wanted


def test_a_place_that_an_item_opens_with_is_told_by_no_verb_of_a_later_sentence() -> None:
    """The opening is shorter than the sentence that tells who fled."""
    text = "Mogadishu: All is quiet. Farther north, however, and after three days of rain and frost, families fled."
    assert [place.span.quote for place in coded(text).reports[0].places] == ["Mogadishu"]
