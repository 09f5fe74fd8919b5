"""Ways of telling that wars and genres have which others lack, with what looks like them and is no happening."""

import pytest
from documents import coded, told

ROWS = [
    # --- at whose hands it befell
    (
        "Seven youths lost their lives at the hands of the militia in Kaga.",
        "attack_on_civilians: militia > youths | at Kaga | - | 7 killed youths",
    ),
    # --- those who were hurt are told, and nobody armed is
    (
        "Gunmen attacked the site near Kaga, killing nine children.",
        "attack_on_civilians: Gunmen > site, children | near Kaga | - | 9 killed children",
    ),
    (
        "Soldiers slew nine rebels in Kaga on Monday.",
        "clash: Soldiers > rebels | at Kaga | 2021-03-01 | 9 killed rebels",
    ),
    ("Military engineers were ambushed near Kaga on Monday.", "clash: - > Military engineers | near Kaga | 2021-03-01"),
    # --- what somebody is called calls in nobody
    (
        "Rebels killed three members of a group called Dozo in Kaga on Monday.",
        "attack_on_civilians: Rebels > members of a group | at Kaga | 2021-03-01 | 3 killed members of a group",
    ),
    # --- who flees the fighting does not fight
    ("Hundreds of civilians escaped fighting in Kaga on Monday.", "clash: - | at Kaga | 2021-03-01"),
    # --- who lies in wait tells no lie; a convoy on the road does not flee
    (
        "Rebels lay in wait for an army convoy on the road near Kaga on Monday.",
        "clash: Rebels | near Kaga | 2021-03-01",
    ),
    # --- what happened as a noun that the tree takes for a clause, or for part of another
    ("Shelling of Kaga was reported on Monday.", "shelling: - | at Kaga | 2021-03-01"),
    ("Stone pelting incidents were reported from Kaga on Monday.", "riot: - | from Kaga | 2021-03-01"),
    # --- the place is told before, or by nobody's map
    ("Recaptured by peacekeepers on Monday.", "territory_gain: peacekeepers | - | 2021-03-01"),
    ("The militants had vacated the town.", "withdrawal: militants | at town"),
    (
        "Government forces had ousted Islamic State from the town of Kaga.",
        "territory_gain: Government forces > Islamic State | from Kaga",
    ),
    (
        "Rebels handed Kibumba over to the regional force on Monday.",
        "withdrawal: Rebels > regional force | - | 2021-03-01",
    ),
    # --- units are no places, and the captive are handed over by others
    (
        "Four NPA fighters turned themselves in to the 20th IB in Las Navas.",
        "surrender: NPA fighters > 20th IB | at Las Navas | - | 4 surrendered NPA fighters",
    ),
    (
        "Three prisoners were handed over to the authorities in Kaga.",
        "release: - > prisoners | at Kaga | - | 3 freed prisoners",
    ),
    # --- armed youths are no crowd, and who takes up position takes none
    (
        "White Army youths overran the site at Adidiang on Monday.",
        "territory_gain: White Army youths | at Adidiang | 2021-03-01",
    ),
    ("Rebels took up position at the roundabouts of Kaga on Monday.", "deployment: Rebels | at Kaga | 2021-03-01"),
    # --- into a place, or into a trap
    ("Rebels walked into Kaga on Monday.", "territory_gain: Rebels | toward Kaga | 2021-03-01"),
    ("A patrol walked into a trap near Kaga on Monday.", "clash: - > patrol | near Kaga | 2021-03-01"),
    ("The town of Kaga was purged of rebels on Monday.", "territory_gain: - > rebels | at Kaga | 2021-03-01"),
    # --- what is loaded, and for whom
    (
        "Gunmen drove three lorries packed with explosives into a barracks in Kaga.",
        "suicide_bombing: Gunmen | at Kaga | - | 3 weapons lorries",
    ),
    ("Trucks of the WFP rolled into Kaga on Monday.", "aid: Trucks of the WFP | toward Kaga | 2021-03-01"),
    (
        "The authorities provided the displaced in Kaga with rice and blankets.",
        "aid: authorities > displaced | at Kaga",
    ),
    # --- carried away: people are abducted, medicines are looted
    (
        "The militia carried away nine women from Kaga on Monday.",
        "abduction: militia > women | - | 2021-03-01 | 9 abducted women",
    ),
    (
        "The militia carried away medicines from a clinic in Kaga.",
        "property_destruction: militia > medicines | at Kaga",
    ),
    (
        "Unknown men picked up a priest in Owerri on Monday.",
        "abduction: Unknown men > priest | at Owerri | 2021-03-01 | 1 abducted priest",
    ),
    # --- the object stands behind what became of it
    (
        "Masked men set ablaze a school in Kaga on Monday.",
        "property_destruction: Masked men > school | at Kaga | 2021-03-01",
    ),
    (
        "The kidnappers let go four others in Kaga on Monday.",
        "release: kidnappers | at Kaga | 2021-03-01 | 4 freed others",
    ),
    (
        "Two hundred houses have burned in Kaga since Monday.",
        "property_destruction: - > houses | at Kaga | 2021-03-01..? | 200 buildings houses",
    ),
    (
        "Youths set fire to two shops in Soweto on Monday.",
        "riot: Youths > shops | at Soweto | 2021-03-01 | 2 buildings shops",
    ),
    (
        "Gunmen set fire to a school in Kaya, a teacher said.",
        "property_destruction: Gunmen > school | at Kaya | - | - | teacher",
    ),
    # "were set on fire on Tuesday" is done, "are set for Tuesday" is planned
    ("The archive was set on fire in Lima on Tuesday.", "property_destruction: - > archive | at Lima | 2021-03-02"),
    ("Farmers staged a rally in Delhi on Thursday.", "protest: Farmers | at Delhi | 2021-03-04"),
    (
        "Dock workers organised a general strike in Chittagong on Sunday.",
        "protest: Dock workers | at Chittagong | 2021-02-28",
    ),
    ("Government troops captured half of the town of Bor.", "territory_gain: Government troops | at Bor"),
    ("Rebels have been unable to take Bria.", "clash: Rebels | at Bria"),
    ("The rebels held forty nuns as human shields in Bor.", "abduction: rebels > nuns | at Bor | - | 40 abducted nuns"),
    (
        "Ethiopian troops invaded Somalia in December 2006.",
        "clash: Ethiopian troops | in_area Somalia | 2006-12-01..2006-12-31",
    ),
    ("Chad launched an invasion of Bambari on Monday.", "clash: Chad | at Bambari | 2021-03-01"),
    ("Chad has reinforced its garrison in Bardai.", "deployment: Chad | at Bardai"),
    ("Ghana reimposed a blockade on Togo on Monday.", "siege: Ghana | in_area Togo | 2021-03-01"),
    # trees give both subjects to the verb that closes the sentence
    (
        "Kenya on Monday freed 14 fishermen, Ugandan officials said.",
        "release: Kenya > fishermen | - | 2021-03-01 | 14 freed fishermen | Ugandan officials",
    ),
    # whose tank it is stands before the tank
    (
        "Six nurses were killed in Ethiopian tank shelling in Mekelle on Friday, medics said.",
        "shelling: Ethiopian > nurses | at Mekelle | 2021-03-05 | 6 killed nurses | medics",
    ),
    # the last verb of a list has the agent of all, and who is found dead did nothing
    (
        "Two students were abducted and killed by gunmen in Bria.",
        "abduction: gunmen > students | at Bria | - | 2 abducted students",
    ),
    (
        "A judge was found shot dead in Lima on Friday.",
        "attack_on_civilians: - > judge | at Lima | 2021-03-05 | 1 killed judge",
    ),
    (
        "The fighting led to the flight of 3,000 villagers.",
        "displacement: villagers | - | - | 3000 displaced villagers",
    ),
    (
        "Militiamen hacked six farmers to death in Bunia on Monday.",
        "attack_on_civilians: Militiamen > farmers | at Bunia | 2021-03-01 | 6 killed farmers",
    ),
    ("Oxfam resumed food deliveries to Bria on Monday.", "aid: Oxfam | toward Bria | 2021-03-01"),
    # whose hands a place is in again, in a phrase around a word for whose
    (
        "Mosul is back in government hands, the ministry said.",
        "territory_gain: government | at Mosul | - | - | ministry",
    ),
    ("Troops are back in control of Bor.", "territory_gain: Troops | at Bor"),
    # a particle behind the object belongs to the verb
    ("Soldiers threw the rebels back from Bor on Sunday.", "territory_gain: Soldiers > rebels | from Bor | 2021-02-28"),
    ("Guards have been ferrying people out of Palma by boat.", "displacement ongoing: people > Guards | from Palma"),
    (
        "Some 800 families have found refuge in Sake.",
        "displacement: families | at Sake | - | ~800 displaced families",
    ),
    ("The road between Goma and Sake remains cut.", "siege ongoing: - > road | near Goma, near Sake"),
    # a phrase that the tree ties to the object is the verb's
    (
        "Relief workers have brought hot meals to 12,000 people in Sake.",
        "aid: Relief workers > people | at Sake | - | 12000 aided people",
    ),
    (
        "Four fighters fell in battle near Bor on Friday.",
        "clash: - > fighters | near Bor | 2021-03-05 | 4 killed fighters",
    ),
    ("Police made nine arrests in Beirut on Friday.", "arrest: Police | at Beirut | 2021-03-05 | 9 captured arrests"),
    (
        "More than 300 teachers are in detention in Mekelle.",
        "arrest ongoing: - > teachers | at Mekelle | - | 300+ captured teachers",
    ),
    (
        "Two policemen were taken from their homes in Salamanca on Monday by gunmen.",
        "abduction: gunmen > policemen | at Salamanca | 2021-03-01 | 2 abducted policemen",
    ),
    ("Police found a workshop with 14 mines in Tumaco.", "weapons_found: Police | at Tumaco | - | 14 weapons mines"),
    ("Traders in Bor kept their shops shut on Monday in protest.", "protest: Traders | at Bor | 2021-03-01"),
    ("Sporadic firing was heard in Bor on Friday.", "clash: - | at Bor | 2021-03-05"),
    # one attack, told as it went on
    (
        "Gunmen stormed a clinic in Bor and opened fire, leaving nine patients dead.",
        "attack_on_civilians: Gunmen > clinic, patients | at Bor | - | 9 killed patients",
    ),
    # a toll without a verb is that of what stands before it
    (
        "Tarin came under a missile strike on Friday: seven dead, 144 wounded.",
        "shelling: - > Tarin | - | 2021-03-05 | 7 killed dead, 144 wounded wounded",
    ),
    # "fly" is a verb, though it ends like an adverb
    (
        "The Americans flew 95 strikes over Bor in May.",
        "air_strike: Americans | at Bor | 2020-05-01..2020-05-31 | 95 strikes strikes",
    ),
    ("The two armies agreed to stop fighting in Abyei.", "agreement: armies | at Abyei"),
    # the particle of a longer form behind its object
    ("The rebels laid their guns down in Bor on Friday.", "surrender: rebels | at Bor | 2021-03-05"),
    # what somebody holds now has changed hands
    ("Fighters now hold the bridge at Bor.", "territory_gain: Fighters | at Bor"),
    ("The ELN let go the driver in Quibdó on Monday.", "release: ELN > driver | at Quibdó | 2021-03-01"),
    (
        "Police broke up a kidnapping ring in Bor on Monday.",
        "arrest: Police > kidnapping ring | at Bor | 2021-03-01",
    ),
    ("Four suspects are being held in Bor.", "arrest ongoing: - > suspects | at Bor | - | 4 captured suspects"),
    (
        "Some 216 families made the journey home to Bor on Monday.",
        "return: families | toward Bor | 2021-03-01 | ~216 returned families",
    ),
    # weapons that turn up are found
    (
        "Two rifles and a pistol turned up in Bor on Monday.",
        "weapons_found: - | at Bor | 2021-03-01 | 2 weapons rifles, 1 weapons pistol",
    ),
    ("The rally turned violent in Bor on Monday.", "riot: - | at Bor | 2021-03-01"),
    (
        "Twelve prisoners were found lifeless in Bor on Monday.",
        "casualties: - > prisoners | at Bor | 2021-03-01 | 12 killed prisoners",
    ),
]
PLACES = [
    # the wider name stands first, the place that few know behind the word for its kind
    ("Hundreds protested outside a hall in Mexico's northern city of Monterrey on Wednesday.", ["Monterrey"]),
    ("Three people were killed in an attack in the northern Baghdad neighborhood of Adhamiya.", ["Adhamiya"]),
    ("A bomb exploded in the Lagos neighbourhood of Oworo.", ["Oworo"]),
    ("Shells hit the Sakhour neighbourhood of Aleppo on Friday.", ["Sakhour neighbourhood"]),
    ("In Owo, a mainly Christian town of Ondo, a councillor was shot dead on Sunday.", ["Owo"]),
    ("Gunmen attacked villages in Bama local government area of Borno State.", ["Bama"]),
    # the country of a body that speaks says nothing, the town of a police that speaks does
    ("Two hosts were killed in a raid, the Union of Journalists of the Philippines confirmed.", []),
    ("Police in Kampala said gunmen killed two men.", ["Kampala"]),
]
NO_HAPPENING = [
    # what things are, and what was on a lorry
    "A reporter counted seven burnt lorries near Kaga.",
    "Lorries carrying flour turned back at Kaga on Monday.",
    "The mayor warned of reprisals for any strike on Bor.",
    "Police fired tear gas shells in Bor on Friday.",
    "Oil prices shot up in the United States on Monday.",
    "The film was shot in Slovenia last year.",
    "Federer demonstrated at Wimbledon that he is fit.",
    "The governor of Kaduna had a heart attack on Monday.",
    "A cyber attack shut the port of Durban on Monday.",
    "Hackers tried to hack into the bank in Manila.",
    "A Kenya Airways flight landed in Bria.",
    "Oxfam suspended food deliveries to Bria on Monday.",
    "Deliveries of food to Goma were suspended on Monday.",
]


@pytest.mark.parametrize(("text", "report"), ROWS)
def test_told(text: str, report: str) -> None:
    assert report in [told(one) for one in coded(text).reports]


@pytest.mark.parametrize("text", NO_HAPPENING)
def test_no_happening(text: str) -> None:
    assert coded(text).reports == ()


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_where(text: str, places: list[str]) -> None:
    (report,) = coded(text).reports
    assert [place.span.quote for place in report.places] == places
