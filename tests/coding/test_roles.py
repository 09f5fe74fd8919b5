"""Who did it to whom, in texts from many wars: one row shows one way of telling it, or one thing that is no party."""

import pytest
from documents import coded

from stemmata.records import Report

# The text; its reports as `type: who > whom`; what the row shows.
ROWS = [
    # --- who is told aside, and who takes somebody up again
    (  # those killed are told, and those behind "with" are who they faced
        "Ten soldiers were killed in clashes with Al-Shabaab fighters near Bardera.",
        ["clash: Al-Shabaab fighters > soldiers"],
    ),
    (  # a part of those told before is no party of its own
        "Shells hit the market in Donetsk, wounding 16 civilians, mostly women and children.",
        ["shelling: - > civilians"],
    ),
    (  # the town only says where
        "The army shelled the town on Monday.",
        ["shelling: army > -"],
    ),
    (  # who acts for the law goes on doing so in the next sentence
        "Police arrested three men in Mombasa. Two rifles were seized.",
        ["arrest: Police > men", "weapons_found: Police > -"],
    ),
    (  # an army patrol is a party
        "Gunmen opened fire on an army patrol near Goma.",
        ["clash: Gunmen > army patrol"],
    ),
    (  # the verb that the tree takes for a participle
        "Fighters loyal to Haftar advanced on Gharyan.",
        ["clash: Fighters loyal to Haftar > -"],
    ),
    # --- who did it
    (  # whose drone it was, by whatever verb
        "An Israeli drone hit a building in Tyre.",
        ["air_strike: Israeli drone > building"],
    ),
    (  # a group whose name is spelt like a verb
        "IS attacked soldiers in Homs.",
        ["clash: IS > soldiers"],
    ),
    (  # what was set fire to, not the fire
        "Armed men looted and set fire to a pharmacy in Goma.",
        ["property_destruction: Armed men > pharmacy"],
    ),
    (  # who claims responsibility is who did it
        "The Taliban claimed responsibility for a bombing in Kabul that killed nine people on Monday.",
        ["bombing: Taliban > people"],
    ),
    (  # after by, behind the place
        "The shelling of Stepanakert by Azerbaijani forces wounded six people on Friday.",
        ["shelling: Azerbaijani forces > people"],
    ),
    (  # whose shelling it is
        "Azerbaijan's shelling of Martuni killed two civilians.",
        ["shelling: Azerbaijan > civilians"],
    ),
    (  # before the hyphen
        "Saudi-led raids killed 12 militants in Saada on Monday.",
        ["air_strike: Saudi > militants"],
    ),
    (  # the coalition that is led, not its leader
        "Saudi-led coalition air strikes killed 12 people in Saada on Monday.",
        ["air_strike: coalition > people"],
    ),
    (  # the noun of the ambush says little itself
        "The convoy was the target of an ambush by FARC rebels in Caquetá.",
        ["clash: FARC rebels > convoy"],
    ),
    (  # blamed
        "An attack blamed on Kurdish militants killed three soldiers in Hakkari.",
        ["clash: Kurdish militants > soldiers"],
    ),
    (  # at the hands of
        "Hundreds of villagers were killed at the hands of the LRA in Haut-Uele.",
        ["attack_on_civilians: LRA > villagers"],
    ),
    (  # counted killers with their victims
        "Four gunmen killed nine farmers near Zabarmari on Saturday.",
        ["attack_on_civilians: gunmen > farmers"],
    ),
    (  # the object of a list of verbs stands with the last
        "Mexican marines detained and later handed over six members of the Zetas cartel in Veracruz.",
        ["arrest: Mexican marines > members of the Zetas cartel"],
    ),
    (  # the bomber is in the word
        "A suicide bomber struck a wedding in Kabul, killing 63 people.",
        ["suicide_bombing: suicide bomber > people"],
    ),
    (  # who speaks at the end does nothing
        "Rebels shelled Juba, killing 16 people, a doctor at the city's hospital said.",
        ["shelling: Rebels > people"],
    ),
    # --- means and whose they are
    (  # aircraft stand for their army
        "Helicopters of the Ethiopian army bombed a market in Togoga, killing 64 people.",
        ["air_strike: Helicopters of the Ethiopian army > people"],
    ),
    (  # of the aircraft is who, not whom
        "The market in Togoga was hit by air strikes of the army's helicopters.",
        ["air_strike: army's helicopters > market"],
    ),
    (  # whose rockets
        "Houthi missiles hit an oil facility in Jeddah on Monday.",
        ["shelling: Houthi > oil facility"],
    ),
    (  # who fired them
        "Rockets fired by Hamas hit a kindergarten in Sderot on Friday.",
        ["shelling: Hamas > kindergarten"],
    ),
    (  # who laid it
        "A bomb planted by ETA killed two policemen in Calvià on Thursday.",
        ["bombing: ETA > policemen"],
    ),
    (  # a bomb that nobody is told to have laid is nobody's
        "A bomb killed two policemen in Calvià on Thursday.",
        ["bombing: - > policemen"],
    ),
    # --- two sides
    (  # between two: the first named, then the second
        "Clashes between Hutu militiamen and soldiers left 20 dead in Masisi.",
        ["clash: Hutu militiamen > soldiers"],
    ),
    (  # between many of one kind
        "Clashes between rival gangs in Cali left four dead.",
        ["clash: rival gangs > -"],
    ),
    (  # both as one subject
        "Soldiers and Tuareg rebels exchanged fire near Kidal on Monday.",
        ["clash: Soldiers, Tuareg rebels > -"],
    ),
    (  # a fight told aside has the clause's subject on its other side
        "The army took the hill near Kidal after clashes with Tuareg rebels.",
        ["territory_gain: army > Tuareg rebels"],
    ),
    (  # who brokers a truce and between whom
        "Qatar brokered a truce between Israel and Hamas.",
        ["agreement: Qatar, Israel, Hamas > -"],
    ),
    # --- lists
    (  # two actors are two
        "Israeli forces and Jewish settlers attacked the village of Burqa, wounding five Palestinians.",
        ["clash: Israeli forces, Jewish settlers > Palestinians"],
    ),
    (  # theirs: one phrase
        "Soldiers and their families were killed when rebels attacked a base at Inates.",
        ["clash: rebels > base, Soldiers and their families"],
    ),
    (  # each with its number: two phrases
        "The governor and six policemen were abducted by gunmen in Zamfara on Sunday.",
        ["abduction: gunmen > governor, policemen"],
    ),
    # --- whom
    (  # a station is where people were hit
        "Shells hit a bus station in Donetsk, killing nine people.",
        ["shelling: - > people"],
    ),
    (  # nobody hurt: the thing is what was hit
        "Shells hit a bus station in Donetsk on Monday.",
        ["shelling: - > bus station"],
    ),
    (  # a hospital is hit for what it is
        "Shells hit a hospital in Donetsk, killing nine patients.",
        ["shelling: - > hospital, patients"],
    ),
    (  # so is what belongs to an armed side
        "Shells hit an army outpost near Donetsk, killing nine soldiers.",
        ["shelling: - > army outpost, soldiers"],
    ),
    (  # others and dozens are no party of their own
        "Mortars killed 12 farmers and wounded eight other farmers and dozens of others in Bria.",
        ["shelling: - > farmers"],
    ),
    (  # damage is nobody
        "The blast caused material damage and killed a guard in Quetta.",
        ["bombing: - > guard"],
    ),
    (  # who lost the town
        "The army recaptured Baga from Boko Haram on Wednesday.",
        ["territory_gain: army > Boko Haram"],
    ),
    (  # those whom a protest is against
        "Hundreds of teachers protested against the junta in Mandalay on Sunday.",
        ["protest: teachers > junta"],
    ),
    (  # those who receive
        "The Red Cross delivered food parcels to 4,000 families in Mekelle.",
        ["aid: Red Cross > families"],
    ),
    # --- whom a number counts
    ("A blast in Bamako wounded a large number of shoppers.", ["bombing: - > shoppers"]),
    ("Nearly a quarter of a million people have been killed in Ethiopia.", ["casualties: - > people"]),
    (  # the number alone counts those counted before it
        "The war has killed 90,000 people and displaced millions from their homes in Yemen.",
        ["casualties: - > people", "displacement: people > -"],
    ),
    (  # most of them are none of their own
        "More than 1,100 people have taken shelter in Goma since Monday, most of them from Sake.",
        ["displacement: people > -"],
    ),
    # --- where the sides stand
    (  # with the verb that says that it goes on
        "Clashes on Monday continued between army troops and rebels backed by Rwanda around Goma.",
        ["clash: army troops > rebels"],
    ),
    (  # at the beginning of a sentence a gerund is a noun too
        "Fighting broke out between rival gangs in Cite Soleil on Sunday.",
        ["clash: rival gangs > -"],
    ),
    (  # who lost it stands behind what was taken
        "The militia captured large areas of territory from Islamic State in Mali last month.",
        ["territory_gain: militia > Islamic State"],
    ),
    ("The coalition has taken back a third of the city from ISIS.", ["territory_gain: coalition > ISIS"]),
    ("Rebels have driven soldiers back from towns in Karen State.", ["territory_gain: Rebels > soldiers"]),
    ("The ministry accused rebels of using toxic gas in Kutum.", ["chemical_attack: rebels > -"]),
    (  # who tells of it is no target, also without marks
        "Six villagers died in an explosion in a mosque in Bama, Musa Ali head of the council was quoted as saying.",
        ["bombing: - > villagers"],
    ),
    ("The army fired a number of rockets at the port of Hodeidah.", ["shelling: army > -"]),
    ("Twin car bomb blasts in Mogadishu killed 18 people.", ["bombing: - > people"]),
    (  # between two sides, where the tree takes the noun for a verb
        "Farmers fled after fighting between the army and M23 rebels near Sake.",
        ["displacement: Farmers > -", "clash: army > M23 rebels"],
    ),
    (
        "The M23 rebels handed over the town of Kibumba to a regional force.",
        ["withdrawal: M23 rebels > regional force"],
    ),
    ("Security forces opened fire on protesters in Nasiriya.", ["attack_on_civilians: Security forces > protesters"]),
    (  # who witnesses it does not suffer it
        "Ahmed Nur, a shopkeeper who witnessed the explosion in Mogadishu, said two women were wounded.",
        ["bombing: - > women"],
    ),
    (  # "military" names no side
        "Congress debated military strikes on Syria on Monday.",
        ["air_strike: - > -"],
    ),
    ("Two female bombers struck a market in Dikwa, killing 58 people.", ["suicide_bombing: female bombers > people"]),
    ("Fighters and their families fled Baghouz.", ["displacement: Fighters and their families > -"]),
    ("The army fled Wad Madani on Monday.", ["withdrawal: army > -"]),
    ("The two sides exchanged fire near Uri.", ["clash: sides > -"]),
    ("The enemy abandoned its bases at Kidal last night.", ["withdrawal: enemy > -"]),
    ("Electoral office torched along with two houses in Orlu.", ["property_destruction: - > Electoral office"]),
    # --- who did it, told in the clause above, beside the deed, or in the sentence around it
    (  # the sortie in which it was done
        "Soldiers carried out a reprisal in Kuda, in which four villagers were shot and three women were raped.",
        ["attack_on_civilians: Soldiers > villagers", "sexual_violence: Soldiers > women"],
    ),
    (  # a clause of where, and what "and" goes on with
        "Troops chased them into the Sambisa forest, where a gun duel ensued, and seven hostages were rescued.",
        ["clash: Troops > -", "release: Troops > hostages"],
    ),
    (  # those caught may be the ones above
        "The army said it was over and a convoy was ambushed near Kaya.",
        ["clash: - > convoy"],
    ),
    (  # in whose operation
        "He was captured in a joint operation of the Kenyan army and the police near Garissa.",
        ["arrest: Kenyan army, police > He"],
    ),
    (  # two sides before one noun
        "Syrian and Russian air strikes killed 12 people in Saraqib.",
        ["air_strike: Syrian, Russian > people"],
    ),
    (  # a name before a side is no side of its own
        "Saudi and Emirati coalition air strikes killed 12 people in Saada.",
        ["air_strike: Saudi, Emirati coalition > people"],
    ),
    (  # an owner without its apostrophe
        "President Joseph Kabilas air force bombed Beni on Monday.",
        ["air_strike: President Joseph Kabilas air force > -"],
    ),
    (  # the enemy is a side, though it has no name
        "An enemy strike killed a postwoman in Kupiansk.",
        ["air_strike: enemy > postwoman"],
    ),
    (  # who is moved, where nobody is told to move them
        "Two battalions were flown in to Wau on Friday.",
        ["deployment: battalions > -"],
    ),
    (  # and not where somebody is
        "Two battalions were flown in to Wau by the air force on Friday.",
        ["deployment: air force > -"],
    ),
    (
        "A bomb went off in Jolo. The blast was the work of the Abu Sayyaf, the mayor said.",
        ["bombing: Abu Sayyaf > -"],
    ),
    (  # one more of those told before, wherever it fell
        "Rebels fired rockets at Herat on Monday. Two other rockets fell in Karukh, wounding a boy.",
        ["shelling: Rebels > -", "shelling: Rebels > boy"],
    ),
    (  # but not in the words of somebody else
        "The army said its planes hit a depot near Bara on Monday. A further raid hit a bus in Kosti, residents said.",
        ["air_strike: its planes > depot", "air_strike: - > bus"],
    ),
    (  # "militant" says what the attack is, and the next sentence who they were
        "Ten people died on Sunday in militant rocket attacks on Swat. On Monday Taliban militants shelled Mingora.",
        ["shelling: Taliban militants > people", "shelling: Taliban militants > -"],
    ),
    (  # those killed did not do it
        "Nine insurgents were killed as units of the Kurdish militia advance near Tal Rifaat.",
        ["clash: - > insurgents"],
    ),
    (  # the fighters who fall where their side is struck are no second target
        "Warplanes bombed ISIS positions near Bria on Monday, killing twelve militants.",
        ["air_strike: Warplanes > ISIS positions"],
    ),
    (  # whose rocket fire, whose shelling and whose onslaught it is
        "Nine people were killed in rebel rocket fire on Bria.",
        ["shelling: rebel > people"],
    ),
    (
        "Six people were hurt in shelling by army troops on Friday.",
        ["shelling: army troops > people"],
    ),
    (
        "The onslaught on Bria by the rebels left nine people dead.",
        ["clash: rebels > people"],
    ),
    (  # the attempt is theirs, whoever foils it
        "The militia foiled an attempt by rebels to enter Bria.",
        ["clash: rebels > militia"],
    ),
    (
        "An army unit broke a rebel attempt to enter Bria.",
        ["clash: rebel > army unit"],
    ),
    (  # an operation is its force's
        "Twelve militants were killed in an army operation in Bria on Monday.",
        ["clash: army > militants"],
    ),
    (  # whose lives a blast claims, and whom a toll counts
        "A blast in Bria claimed the lives of nine people.",
        ["bombing: - > people"],
    ),
    (
        "The toll of the shelling of Bria has reached nine people.",
        ["shelling: - > people"],
    ),
    (  # a force that is moved moves
        "Hundreds of reinforcements were sent to Bria on Monday.",
        ["deployment: Hundreds of reinforcements > -"],
    ),
    (  # those displaced, told in a clause about them
        "Gunmen fired at a car that was carrying families who were displaced from Bria.",
        ["clash: Gunmen > car", "displacement: families > -"],
    ),
    (  # who shelled one time need not have done it where another tells of shelling there
        "Rebels shelled Bria on Monday, killing two. A nurse said shells that fell on a school in Bria killed nine.",
        ["shelling: Rebels > -", "shelling: - > school"],
    ),
    (  # a side or a person named as part of others is told, a nurse is one of the eight
        "Gunmen including Al-Shabaab fighters attacked Bardera on Monday.",
        ["clash: Gunmen, Al-Shabaab fighters > -"],
    ),
    (
        "Eight people including Samir Hadad and a nurse were killed in an explosion in Bria.",
        ["bombing: - > people, Samir Hadad"],
    ),
    (  # an adjective names fighters, and "major" no officer
        "More than 40 troops were killed in a jihadist counterattack near Bria.",
        ["clash: jihadist > troops"],
    ),
    (
        "The rebels launched a major offensive near Bria.",
        ["clash: rebels > -"],
    ),
    (  # fire is somebody's
        "Ten people were killed by rebel fire in Bria on Monday.",
        ["shelling: rebel > people"],
    ),
    (  # a siege too
        "The town of Bria has been under a rebel siege since May.",
        ["siege: rebel > -"],
    ),
    (  # who came to harm by the sentence behind is one of those told before
        "The strike on Bria killed nine civilians. A girl was among the wounded, a nurse said.",
        ["air_strike: - > civilians"],
    ),
    (  # what the bomb went off beside did not kill
        "A truck blew up near a branch of the military intelligence in Bria, killing five people.",
        ["bombing: - > people"],
    ),
    (  # the outskirts only say where
        "Rebels shelled the outskirts of Bria.",
        ["shelling: Rebels > -"],
    ),
    (  # a pickup does nothing; those in it do
        "Unknown men on board a Toyota pickup fired at a drinking spot in Bole on Saturday.",
        ["clash: Unknown men > drinking spot"],
    ),
]


@pytest.mark.parametrize(("text", "sides"), ROWS)
def test_sides(text: str, sides: list[str]) -> None:
    assert [_sides(report) for report in coded(text).reports] == sides


def _sides(report: Report) -> str:
    who, whom = (", ".join(p.span.quote for p in side) or "-" for side in (report.initiator, report.target))
    return f"{report.type}: {who} > {whom}"


# The text; words of it; the id that a reader gives them.
PRONOUNS = [
    ("The Syrian army men stormed Palmyra on Tuesday.", "Syrian army men", "government-of-syria"),
    ("Jets struck the positions and movements of Boko Haram near Baga.", "positions", "boko-haram"),
    ("Israel acknowledged the deaths of 40 civilians in its strikes on Rafah.", "its", "government-of-israel"),
    ("The Taliban said its fighters attacked an army base in Ghazni.", "its fighters", "taliban"),
    ("Boko Haram burned 30 houses in the village that it had attacked on Friday.", "it", "boko-haram"),
    ("The Malian army's spokesman said its jets had bombed Kidal on Monday.", "its jets", "government-of-mali"),
    ("Boko Haram attacked Damasak on Monday. Its fighters burnt forty homes.", "Its fighters", "boko-haram"),
    ("Boko Haram attacked Damasak on Monday. Its victims fled to Diffa.", "Its victims", None),
    ("M23 fighters seized Sake on Monday. The group shelled Goma on Tuesday.", "group", "m23"),
    ("M23 and ADF fighters seized Sake on Monday. The group shelled Goma on Tuesday.", "group", None),
    # the subject of the sentence before, of which nothing is told that it did
    ("Boko Haram holds the north of Borno. In May it attacked Damasak.", "it", "boko-haram"),
    ("M23 fighters hold the hills. They have driven the army out of Sake.", "They", "m23"),
    # "they" are not those who say so
    ("The Taliban said it was over. They attacked Ghazni on Monday.", "They", None),
    # the gunmen have no name, and yet it was they
    ("Soldiers arrested four men in Anka. Gunmen fired at traders in Bagega. They shot everyone.", "They", None),
    ("Residents said they were shelled from Bahri on Monday.", "they", None),
]


@pytest.mark.parametrize(("text", "words", "identity"), PRONOUNS)
def test_pronouns_take_the_id_of_the_side_above_them(text: str, words: str, identity: str | None) -> None:
    parties = [p for r in coded(text).reports for p in (*r.initiator, *r.target) if p.span.quote == words]
    assert {party.id for party in parties} <= {identity}
    assert parties or identity is None
