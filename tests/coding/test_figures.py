"""Which figures a happening has: counts in what holds them, of those told before, of two happenings at once."""

import pytest
from documents import coded, count_told

ROWS = [
    # --- places with a number each, and those just told of
    (
        "Eleven people were killed in Goma, four in Bukavu and two in Beni.",
        [["11 killed people"], ["4 killed people"], ["2 killed people"]],
    ),
    ("Police arrested nine men in Kano and four in Jos.", [["9 captured men"], ["4 captured men"]]),
    (
        "Nine people were killed in Kano. Two of them were nurses.",
        [["9 killed people", "2 killed them of 'Nine people'"]],
    ),
    ("Gunmen killed nine men in Kano and four women in Jos.", [["9 killed men"], ["4 killed women"]]),
    ("Gunmen killed nine men and four women in Jos.", [["9 killed men", "4 killed women"]]),
    ("A family of six was killed in Kano.", [["6 killed"]]),
    ("Some 90 families, or 480 people, fled Kano.", [["~90 displaced families", "480 displaced people"]]),
    # --- in what holds or carries the counted
    ("A blast in Mogadishu claimed the lives of 9 people.", [["9 killed people"]]),
    (
        "The battle for Marawi has cost the lives of at least 30 rebels and 12 soldiers.",
        [["30+ killed rebels", "12 killed soldiers"]],
    ),
    ("Police found a cache of eight rifles and two pistols in Goma.", [["8 weapons rifles", "2 weapons pistols"]]),
    ("Eleven buses carrying 600 evacuees left Mariupol.", [["11 vehicles buses", "600 displaced evacuees"]]),
    ("The mayor of a town of 5,000 people was shot dead in Sonora.", [[]]),
    ("The office recorded the arrival of 11,328 individuals in Kaga.", [["11328 displaced individuals"]]),
    ("Search teams have recovered the remains of 71 people in Kaga.", [["71 killed people"]]),
    # --- police write two digits, and a count follows a month
    ("In Kaga, 03 terrorists were killed and 05 soldiers wounded.", [["3 killed terrorists", "5 wounded soldiers"]]),
    ("By mid-July 4,800 people had sought shelter in Kaga.", [["4800 displaced people"]]),
    # --- a number said twice, and one that only multiplies
    (
        "Eleven (11) rebels surrendered in Jolo with four (4) rifles.",
        [["11 surrendered rebels", "4 weapons rifles"]],
    ),
    ("Troops recovered 3 x AK-47 rifles and 2x grenades in Kaga.", [["3 weapons AK-47 rifles", "2 weapons grenades"]]),
    ("One 9 mm pistol was seized in Kaga.", [["1 weapons 9 mm pistol"]]),
    # --- two people told together, and each as a part
    ("A man and a woman were killed by shelling in Kaga.", [["2 killed A man and a woman"]]),
    ("A soldier and three civilians were killed in Kaga.", [["1 killed soldier", "3 killed civilians"]]),
    (
        "Shelling killed seven people, including a boy and a woman, in Kaga.",
        [["7 killed people", "1 killed boy of 'seven people'", "1 killed woman of 'seven people'"]],
    ),
    # --- those who kill are not the killed
    (
        "Three suicide bombers killed at least two people in Kabul.",
        [["3 fighters suicide bombers", "2+ killed people"]],
    ),
    ("Shells hit several areas of Kaga, killing six.", [["6 killed"]]),  # areas are no number of places
    ("Jets killed twelve of them a commander said in Kaga.", [["12 killed them"]]),
    # --- a person by name, and people whom no table lists
    ("Ali Hassan was killed by gunmen in Kaga.", [["1 killed Ali Hassan"]]),
    ("Three men, Ali Hassan, Omar Sy and Musa Ba, were killed in Kaga.", [["3 killed men"]]),
    ("Men gunned down a tax collector at Kaga.", [["1 killed tax collector"]]),
    ("The army killed four ADF in Kaga.", [["4 killed ADF"]]),
    ("Gunmen killed an unknown number of villagers in Kaga.", [[]]),
    ("Rebels slit the throat of a former mayor in Kaga.", [["1 killed former mayor"]]),
    # --- with whom one surrenders; who is recruited; what is burned
    (
        "A commander surrendered with three accomplices in Kaga.",
        [["1 surrendered commander", "3 surrendered accomplices"]],
    ),
    ("A commander surrendered with two rifles in Kaga.", [["1 surrendered commander", "2 weapons rifles"]]),
    ("Rebels recruited nine boys in Kaga.", [["9 fighters boys"]]),
    ("Hooded men set fire to a bus in Kaga.", [["1 vehicles bus"]]),
    # --- behind a hedge of several words, which the tree takes for an adverbial
    ("Gunmen kidnapped up to 12 people near Kaga.", [["-12 abducted people"]]),
    ("Police arrested between 10 and 14 people in Kaga.", [["10-14 captured people"]]),
    # --- a number listed with a verb
    ("Shelling killed three and wounded dozens in Kaga.", [["3 killed", "20+? wounded"]]),
    ("Shelling killed 10 to 14 and wounded nine in Kaga.", [["10-14 killed", "9 wounded"]]),
    # --- among those whom the same sentence tells of
    ("Among the dead in Sunday's shelling of Kaga were two children.", [["2 killed children"]]),
    ("Two journalists were among those arrested at a protest in Kaga.", [["2 captured journalists"]]),
    # --- what injures others, without a mark before it, has not injured those who stand before it
    (
        "Rebels fired rockets on Kaga claiming the lives of three civilians injuring eight others.",
        [["3 killed civilians", "8 wounded others"]],
    ),
    # --- people told before
    (
        "An air strike killed 20 people in Idlib. A monitor said five of the dead were children.",
        [["20 killed people", "5 killed dead of '20 people'"]],
    ),
    (
        "A car bomb killed seven people and wounded 30 in Quetta. Among the wounded were three nurses.",
        [["7 killed people", "30 wounded", "3 wounded nurses of '30'"]],
    ),
    (  # no part is larger than its whole
        "Shells killed two people in Avdiivka. Six women were among those killed, a doctor said.",
        [["2 killed people"]],
    ),
    (
        "Gunmen seized 30 pupils near Kuriga. Nine of the hostages are girls.",
        [["30 abducted pupils", "9 abducted hostages of '30 pupils'"]],
    ),
    # --- parts
    (
        "Three suspects, one of them a teacher, were arrested in Kumba.",
        [["3 captured suspects", "1 captured teacher of 'Three suspects'"]],
    ),
    ("Shells hit Hodeida, wounding nine people, some of them critically.", [["9 wounded people"]]),
    (
        "A blast in Homs killed nine people and wounded 30. Several of the wounded are in a critical condition.",
        [["9 killed people", "30 wounded"]],
    ),
    # --- of two happenings, and twice of one
    (
        "Two priests kidnapped in Kaduna last week were freed on Friday.",
        [["2 abducted priests"], ["2 freed priests"]],
    ),
    (
        "About 40 families who fled Lorca last month returned on Monday.",
        [["~40 displaced families"], ["~40 returned families"]],
    ),
    ("Police arrested two men who had killed a teacher in Lomé.", [["2 captured men"], ["1 killed teacher"]]),
    ("Some 300 families (1,450 people) fled Shire in Tigray.", [["~300 displaced families", "1450 displaced people"]]),
    (  # whom relief is for
        "The convoy of 18 trucks brought food for 27,500 people to Dikwa.",
        [["18 vehicles trucks", "27500 aided people"]],
    ),
    ("Relief workers delivered 120 tonnes of flour to 4,200 families in Dikwa.", [["4200 aided families"]]),
    (  # the attack hurts, not the abduction
        "Militants attacked a base near Mainok, killing 33 soldiers, wounding 12 and abducting two.",
        [["33 killed soldiers", "12 wounded"], ["2 abducted"]],
    ),
    ("Gunmen abducted nine miners in Zamfara and killed two guards.", [["9 abducted miners"], ["2 killed guards"]]),
    ("Seven people were killed and as many injured in a grenade attack in Bujumbura.", [["7 killed people"]]),
    # --- one more, and somebody's
    ("A shell fell on a school in Kaga, killing two pupils and wounding a third.", [["2 killed pupils", "1 wounded"]]),
    ("A car bomb in Aden killed his wife.", [["1 killed wife"]]),
    (  # a third of something is a share
        "Shells destroyed a third of the town of Kaga and killed nine people.",
        [["9 killed people"]],
    ),
    # --- words around the number
    ("Soldiers also detained around 120 Palestinians in Jenin.", [["~120 captured Palestinians"]]),
    ("Two ex-combatants were killed in Argelia.", [["2 killed ex-combatants"]]),
    (
        "Gunmen killed four policemen and a sub-inspector in Kalat.",
        [["4 killed policemen", "1 killed sub-inspector"]],
    ),
    ("142 families, 444 people, left the hamlet of Kilu.", [["142 displaced families", "444 displaced people"]]),
    (  # each of a list was abducted and is free
        "A priest and two nuns abducted last week in Kaga have regained their freedom.",
        [["1 abducted priest", "2 abducted nuns"], ["1 freed priest", "2 freed nuns"]],
    ),
    (  # those who died of the wounded are dead
        "The clinic in Kaga received nine bodies and 12 wounded, two of whom have since died.",
        [["9 killed bodies", "12 wounded wounded", "2 killed whom of '12 wounded'"]],
    ),
    ("Relief items for 600 families reached Mueda.", [["600 aided families"]]),
    (  # how strong those were who came
        "Some thirty fighters stormed a post in Bambari.",
        [["~30 fighters fighters"]],
    ),
    ("Police seized four rifles and seven bombs in Thoubal.", [["4 weapons rifles", "7 weapons bombs"]]),
    (  # and the number in a name counts nothing
        "Rebels shelled the Kilo 16 area on Sunday.",
        [[]],
    ),
    # --- weapons
    (
        "Security forces seized 14 rifles and four vehicles in Arauca.",
        [["14 weapons rifles", "4 vehicles vehicles"]],
    ),
    (  # destroyed by a strike: found by nobody
        "Coalition jets struck Sirte and destroyed ten weapons caches and two tanks.",
        [["10 weapons weapons caches", "2 vehicles tanks"]],
    ),
    (
        "Seven rebels yielded to soldiers in Borongan, bringing with them a rifle and two grenades.",
        [["7 surrendered rebels", "1 weapons rifle", "2 weapons grenades"]],
    ),
    (
        "Twelve fighters surrendered in Sirte, handing over nine rifles.",
        [["12 surrendered fighters", "9 weapons rifles"]],
    ),
    (
        "Forty policemen surrendered at Faizabad, handing over 11 pickups and hundreds of rifles.",
        [["40 surrendered policemen", "11 vehicles pickups", "200+? weapons rifles"]],
    ),
    (  # what has been told before is counted no more
        "Shells fell on Kaga and Bria. Forty rockets hit the two towns.",
        [["40 strikes rockets"]],
    ),
    ("Rebels targeted the airport of Gao with a rocket.", [["1 strikes rocket"]]),
    ("An air strike near Gao destroyed a truck.", [["1 vehicles truck"]]),
    ("Militants fired 40 rocket and mortar shells at Kidal.", [["40 strikes rocket and mortar shells"]]),
    # --- who is no figure
    ("Shells killed at least 16 people in Omdurman, a doctor at the hospital said.", [["16+ killed people"]]),
    ("Ten marines and an unknown number of rebels died in Jolo.", [["10 killed marines"]]),
    # --- people with their own
    ("A mother and her child died in an air strike on Sanaa.", [["2 killed A mother and her child"]]),
    (
        "A couple and their four children were killed when a shell hit their home in Donetsk.",
        [["6 killed A couple and their four children"]],
    ),
    (  # two numbers are told
        "A raid on Gardez killed two women and their seven children.",
        [["2 killed women", "7 killed children"]],
    ),
    ("A soldier and his dog were killed by a mine near Kherson.", [["1 killed soldier"]]),
    # --- several nouns that no table lists are people where only people are meant, and things are not
    ("Bandits abducted three revenuers in Kaga.", [["3 abducted revenuers"]]),
    ("One family fled Kaga.", [["1 displaced family"]]),
    # --- what is counted behind "in excess of", and has its place in the clause
    ("Police in Kano arrested in excess of 300 students.", [["300+ captured students"]]),
    ("Upwards of 60 families fled Kaga.", [["60+ displaced families"]]),
    ("Rebels killed just shy of 40 villagers in Kaga.", [["~40 killed villagers"]]),
    # --- a number behind its verb does not count what the next one does
    ("A mine killed two or three and wounded nine others in Kaga.", [["2-3 killed", "9 wounded others"]]),
    # --- amounts of people
    ("Rebels abducted a number of farmers in Kaga.", [["2+? abducted farmers"]]),
    ("Police arrested scores of nurses in Kano.", [["20+? captured nurses"]]),
    ("Shelling caused the deaths of tens of thousands of civilians in Kaga.", [["20000+? killed civilians"]]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_figures(text: str, expected: list[list[str]]) -> None:
    assert [[count_told(figure).rstrip() for figure in report.figures] for report in coded(text).reports] == expected
