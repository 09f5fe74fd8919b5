"""Who says so: texts from many wars and genres, each with the claimants of its reports, innermost first."""

import pytest
from documents import coded, told

# The text; for each report its type and who says so, `he (the minister)` where words stand for others.
ROWS: list[tuple[str, list[str]]] = [
    # --- wire copy without its marks
    (  # the article shows where the speaker begins
        "A car bomb killed 16 people in Mubi in northeastern Nigeria on Tuesday a spokesman for the governor said.",
        ["bombing: spokesman for the governor"],
    ),
    (  # of two subjects of what is said, the one before the verb of saying speaks
        "Those who fled said militiamen had shelled Pibor on Sunday.",
        ["displacement: -", "shelling: Those"],
    ),
    (  # who speaks may stand behind any verb of saying
        "Gunmen killed nine farmers in Bentiu on Monday, tweeted police spokesman Ibrahim Sani.",
        ["attack_on_civilians: police spokesman Ibrahim Sani"],
    ),
    (  # but not where what he says follows
        "Ahmed Nur, a shopkeeper who saw the explosion in Mogadishu, said two women were wounded.",
        ["bombing: Ahmed Nur"],
    ),
    (  # a long name before the verb
        "The Chin Observatory for Human Rights said at least 14 villagers were killed in an air strike on Falam.",
        ["air_strike: Chin Observatory for Human Rights"],
    ),
    (  # those who speak do not belong to the town before them
        "Militiamen shelled the town of Pibor residents said.",
        ["shelling: residents"],
    ),
    (  # nor to the dead
        "Militiamen shelled a market in Pibor on Sunday killing three people officials said.",
        ["shelling: officials"],
    ),
    (  # a plural without an article begins where nothing else parts it from what is said
        "A shell killed six people in the Yemeni city of Taiz west of Aden local media reported Sunday.",
        ["shelling: local media"],
    ),
    (  # but not behind the article of a place
        "The village residents said gunmen had killed nine farmers.",
        ["attack_on_civilians: village residents"],
    ),
    (  # a participle says which group speaks
        "Rebels blew up bridges late on Tuesday and killed at least six soldiers a group tracking the war said.",
        ["bombing: group"],
    ),
    (  # an outlet and its verb, which trees take for a noun
        "Militants killed six herders in the hills Fars news agency reports.",
        ["attack_on_civilians: Fars news agency"],
    ),
    (  # of "20 of them" nobody speaks
        "Drones hit fighters along the river killing ten of them a commander of the Third Brigade told the newspaper.",
        ["air_strike: commander of the Third Brigade, newspaper"],
    ),
    # --- where what is said begins and ends
    (  # "as" before the speaker opens what is said
        "As the governor said, nine people were killed in Jolo on Monday.",
        ["casualties: governor"],
    ),
    (  # and tells only when, before what he says
        "Nine people were killed in Jolo as the governor said his prayers.",
        ["casualties: -"],
    ),
    (  # a colon closes it
        "As reported by the 4th Infantry Division: eleven rebels surrendered in Jolo.",
        ["surrender: 4th Infantry Division"],
    ),
    (  # "according to" that opens a clause holds for that clause
        "Jets hit camps in the hills and an airfield at Lira, where according to witnesses a plane was burned.",
        ["air_strike: -", "property_destruction: witnesses"],
    ),
    (  # with "and" before it too
        "Gunmen killed nine farmers in Kura, and, according to villagers, carried off 20 goats.",
        ["attack_on_civilians: -", "property_destruction: villagers"],
    ),
    (  # and in the middle of the main clause for the sentence
        "Rebels shelled the market, killing six, according to the mayor, and burned the school.",
        ["shelling: mayor", "property_destruction: mayor"],
    ),
    (  # behind "police said, and" another clause begins
        "A bomb went off in Kabul on Monday, killing nine, police said, and gunmen overran an army post in Kunduz.",
        ["bombing: police", "territory_gain: -"],
    ),
    (  # two verbs of saying have one subject
        "The ministry denied that its units had used mortars and accused the rebels of shelling Kura.",
        ["shelling: ministry"],
    ),
    # --- office, rank and name are one speaker, wherever the tree parts them
    (
        "Gunmen killed nine farmers in Bria on Monday, said regional mayor Ivan Kovalenko.",
        ["attack_on_civilians: regional mayor Ivan Kovalenko"],
    ),
    (
        "Israeli army spokesman Rear Adm. Dan Levi said shells killed six people in Kaga.",
        ["shelling: Israeli army spokesman Rear Adm. Dan Levi"],
    ),
    (  # a name with a small word in it
        "Doctors Without Borders said shells killed six people in Kaga.",
        ["shelling: Doctors Without Borders"],
    ),
    # --- who says it is no doer of what is said, and is told before what describes him
    ("Gunmen killed nine farmers in Bria, said the Saudi-led coalition.", ["attack_on_civilians: Saudi-led coalition"]),
    (
        "An official speaking on condition of anonymity said gunmen killed nine farmers in Bria.",
        ["attack_on_civilians: official"],
    ),
    # --- who is cited by name, and whom somebody speaks to
    (
        "Gunmen killed nine farmers in Bria, Reuters reported, citing Amnesty International.",
        ["attack_on_civilians: Amnesty International, Reuters"],
    ),
    ("Speaking to the BBC, the mayor said drones hit a port in Izmail.", ["air_strike: mayor, BBC"]),
    ("Speaking to reporters, the mayor said drones hit a port in Izmail.", ["air_strike: mayor"]),
    (
        "The mayor said in an interview with Al Jazeera that drones hit a port in Izmail.",
        ["air_strike: mayor, Al Jazeera"],
    ),
    (
        "Soldiers were accused by residents of burning nine houses in Kaga.",
        ["property_destruction: residents"],
    ),
    # --- quotations: single marks, paragraphs, and what goes on behind the speaker
    (
        "‘Soldiers burned nine houses in Kaga. They shot dead the farmers’ leader in Bria,’ said a trader.",
        ["property_destruction: trader", "attack_on_civilians: trader"],
    ),
    (
        "'Soldiers burned nine houses in Kaga.\n\n'Rebels shelled the market in Bria,' the mayor said.",
        ["property_destruction: mayor", "shelling: mayor"],
    ),
    (  # an apostrophe opens nothing
        "Soldiers burned the farmers' houses in Kaga. Rebels shelled the market in Bria, the mayor said.",
        ["property_destruction: -", "shelling: mayor"],
    ),
    (
        '"Soldiers burned nine houses in Kaga.\n\n"Rebels shelled the market in Bria," the mayor said.',
        ["property_destruction: mayor", "shelling: mayor"],
    ),
    (
        "“Soldiers burned nine houses in Kaga,” the mayor said. “The next day rebels shelled the market in Bria.”",
        ["property_destruction: mayor", "shelling: mayor"],
    ),
    (  # a sentence between the two ends it
        "“Soldiers burned nine houses in Kaga,” the mayor said. The army left Bria. “Rebels shelled the market there.”",
        ["property_destruction: mayor", "withdrawal: -", "shelling: -"],
    ),
    # --- headlines
    ("Bomb kills six in Mogadishu: rights group", ["bombing: rights group"]),
    ("Bomb kills six in Mogadishu – Hamas", ["bombing: Hamas"]),
    ("UNICEF: Air strike on market in Kutum kills 12", ["air_strike: UNICEF"]),
    ("Residents: Gunmen kill nine farmers in Bria", ["attack_on_civilians: Residents"]),
    ("Bomb kills six in Mogadishu – Somalia", ["bombing: -"]),  # a section of the page
    ("Bomb kills six in Mogadishu: a soldier and five farmers", ["bombing: -"]),  # the dead
    # --- a source and its colon
    ("Residents: soldiers burned 40 houses in Kura.", ["property_destruction: Residents"]),
    ("Army statement: five soldiers dead in Kura.", ["casualties: Army"]),
    ("Report: five soldiers dead in Kura.", ["casualties: -"]),  # nor does a paper without whose it is
    ("Kura: soldiers burned 40 houses.", ["property_destruction: -"]),  # a place says nothing
    ("Army: 3 killed, 9 wounded in Kura.", ["casualties: -"]),  # nor who counts his own dead in a table
    (  # the turns of a broadcast, but not its presenter's
        "PRESENTER: Gunmen killed a priest in Lira on Sunday.\n\nRESIDENT (voice altered): They burned the"
        " church in Kura.\n\nHEALTH WORKER: A shell came down at the bus station.",
        ["attack_on_civilians: -", "property_destruction: RESIDENT", "shelling: HEALTH WORKER"],
    ),
    # --- nouns of saying
    (  # who makes a report says what it tells
        "We are concerned by reports from the UN rights office that rebels raped 22 women in the village.",
        ["sexual_violence: UN rights office"],
    ),
    (
        "Allegations by residents that soldiers burned 40 houses in Kura reached the court.",
        ["property_destruction: residents"],
    ),
    (  # a report without an author is nobody's
        "Reports that soldiers burned 40 houses in Kura reached the court.",
        ["property_destruction: -"],
    ),
    (  # what somebody denies is told by him
        "The general rejected accusations by the opposition that his men had tortured prisoners in Lira.",
        ["attack_on_civilians: general"],
    ),
    (  # those whom an outlet has it from
        "Citing news from its local partners UNICEF said that 20 children were killed in Kura.",
        ["casualties: its local partners, UNICEF"],
    ),
    (  # from where an outlet reports is not who says it
        "A CNN report from inside Homs revealed that troops were surrounding the town.",
        ["siege: CNN report from inside Homs"],
    ),
    (  # on whom something is put does not say it
        "Aid groups documented 31 cases of rape in Kura, most of them attributed to armed men in flight.",
        ["sexual_violence: Aid groups"],
    ),
    (  # who claims an attack claims what was done in it
        "On Tuesday two bombers killed six people near a barracks in Kabul in an attack claimed by the Taliban.",
        ["suicide_bombing: Taliban"],
    ),
    (  # who condemns it adds nothing
        "Gunmen shot dead nine farmers in Kura in a raid condemned by the governor.",
        ["attack_on_civilians: -"],
    ),
    (  # a newspaper that calls itself this newspaper passes nothing on
        "Nine men were abducted in Kura on Sunday, relatives told this newspaper.",
        ["abduction: relatives"],
    ),
    (  # and others do
        "Nine men were abducted in Kura on Sunday, relatives told the Daily Trust newspaper.",
        ["abduction: relatives, Daily Trust newspaper"],
    ),
    (  # "its words" are those of whom they are told of
        "The bureau told us that forty rebels were, in its words, killed, and that a hundred people were arrested.",
        ["casualties: bureau", "arrest: bureau"],
    ),
    (  # a mission speaks
        "Clashes in Goma left 70 people dead, according to the UN mission.",
        ["clash: UN mission"],
    ),
    (  # and one that is flown does not
        "Combat missions reported over Goma on Monday hit two bridges.",
        ["clash: -"],
    ),
    (  # two who say the same together
        "A drone hit a wedding near Shabwa killing 11 people a medical source and witnesses said.",
        ["air_strike: medical source, witnesses"],
    ),
    (  # a source told an agency
        "An Israeli drone struck a car near Tyre on Monday a security source told AFP.",
        ["air_strike: security source, AFP"],
    ),
    (  # two who speak together, the second with an article
        "Shells killed six students in Kaga on Tuesday, residents and a provincial official said.",
        ["shelling: residents, provincial official"],
    ),
    (  # where they stand is no speaker
        "The army has massed tanks near Kaga but the assault has yet to begin monitors and sources on the ground said.",
        ["deployment: monitors, sources", "clash: monitors, sources"],
    ),
    (  # a description and the name behind it are one who speaks
        "The head of the town's council, Ahmed Omar, said shells killed nine people in Kaga on Monday.",
        ["shelling: Ahmed Omar"],
    ),
    (  # the name describes the second of two
        "The government and its ally Russia blamed rebels for the shelling that killed nine people in Kaga.",
        ["shelling: government, Russia"],
    ),
    # --- texts that lost their marks
    (  # of several subjects that the tree gives the verb, the one beside it speaks
        "60 dead in Kaga Monitor AFP Sunday 4 May 2014 At least 60 fighters have been killed a watchdog group said.",
        ["casualties: watchdog group"],
    ),
    (  # nobody says nothing
        "A bomb killed six people in Kaga on Monday. No one has claimed the blast.",
        ["bombing: -"],
    ),
    (  # a toll tells no toll
        "Shells hit the market of Kaga killing nine traders according to the latest toll.",
        ["shelling: -"],
    ),
    (  # another who speaks ends what the first says
        "The ministry said planes bombed a depot in Kaga as a reporter said he saw shells hit the port.",
        ["air_strike: ministry", "shelling: reporter"],
    ),
    # --- what is spoken of, pointed out, ascribed
    (  # behind "of" stands what they tell
        "Residents speak of nine farmers who were shot dead by soldiers in Mopti.",
        ["attack_on_civilians: Residents"],
    ),
    (  # with those to whom they told it between
        "Two of the girls spoke to nurses of having been raped by soldiers in Kaga.",
        ["sexual_violence: Two of the girls"],
    ),
    (
        "The mayor pointed out that shells had killed six people in Kaga.",
        ["shelling: mayor"],
    ),
    # --- who passes it on
    (  # an outlet carried the statement
        "In a statement carried by the state radio on Tuesday the army said shells killed six people in Mopti.",
        ["shelling: army, state radio"],
    ),
    (  # the source is quoted once, not who is told of
        '"An armed band killed nine farmers in Kaga" Reuters quoted a police officer as saying.',
        ["attack_on_civilians: police officer, Reuters"],
    ),
    (  # a body that speaks again speaks for itself
        "The army told AFP that shells killed six people in Kaga. The army said a mine blew up in Mopti.",
        ["shelling: army, AFP", "bombing: army"],
    ),
    # --- who is taken for a speaker and is none
    (  # whom it is blamed on does not say so
        "On Tuesday in an attack blamed on the rebels 30 traders were killed in Kaga.",
        ["attack_on_civilians: -"],
    ),
    (  # on account of
        "Families who left Kaga on account of the fighting have begun to return to their homes.",
        ["displacement: -", "return: -"],
    ),
    (  # what is observed is done, not said
        "City observes shutdown as toll in Kaga suicide attack climbs to 40.",
        ["protest: -", "suicide_bombing: -"],
    ),
    (  # "it" is who says so
        "The army has left. Mali has said it believes that a depot was hit by shells in Kaga on Friday.",
        ["shelling: it (Mali)"],
    ),
    (  # a description and a name that the tree takes for two
        "Minister for the Middle East, James Hart said:\n\nThe army has retaken Kaga.",
        ["territory_gain: James Hart"],
    ),
    (  # who says it, behind the verb and hung elsewhere
        "“They took boys from the houses in Kaga and shot them,” said a mother of four in Mopti.",
        ["attack_on_civilians: mother of four in Mopti"],
    ),
    # --- who finds, hears and tells it in other words
    (  # a report that found
        "Between 1 and 3 March, 30 women were raped in Kaga, a preliminary UN report found.",
        ["sexual_violence: preliminary UN report"],
    ),
    (  # what is found without a clause is found and not said
        "Police found nine rifles in Kaga.",
        ["weapons_found: -"],
    ),
    (  # who received accounts of it
        "Aid workers received accounts of women being raped in the camp at Kaga.",
        ["sexual_violence: Aid workers"],
    ),
    (  # the verb before its speaker
        "Soldiers burned nine houses in Kaga, say villagers who came to Bria.",
        ["property_destruction: villagers"],
    ),
    (  # in the words of
        "Soldiers burned nine houses in Kaga, in the words of the mayor.",
        ["property_destruction: mayor"],
    ),
    (  # by somebody's count
        "By the army's count, shells killed nine people in Kaga.",
        ["shelling: army"],
    ),
    (  # per
        "Soldiers burned nine houses in Kaga, per local officials.",
        ["property_destruction: local officials"],
    ),
    (  # citing: innermost the one that is cited
        "Local media, citing a hospital official, reported that shelling killed three people in Kaga.",
        ["shelling: hospital official, Local media"],
    ),
    (  # quoting, behind the verb
        "Two nurses were abducted in Kaga, the agency reported, quoting a relative.",
        ["abduction: relative, agency"],
    ),
    (  # "who" takes up the name before it
        "“It may be a ruse,” said inspector Amara Sesay, who noted that two men were arrested in Kaga on Friday.",
        ["arrest: inspector Amara Sesay"],
    ),
    (  # a description and the name behind it
        "The pro-government website Gao Daily News reported that the army withdrew from Kaga.",
        ["withdrawal: Gao Daily News"],
    ),
    (  # an audience relays nothing
        "The minister told the Senate that shells killed nine people in Kaga.",
        ["shelling: minister"],
    ),
    # --- told by the layout
    (  # the answers of an interview
        "Interview with Colonel Jean Bere, 5 March 2021\n\nQ: What happened at Kaga?\n\nA: On the 3rd rebels attacked"
        " Kaga in thirty vehicles.\n\nQ: Prisoners?\n\nA: My men captured two fighters in Kaga.",
        ["clash: Colonel Jean Bere", "arrest: Colonel Jean Bere"],
    ),
    (  # the source behind what it tells
        "Soldiers burned nine houses in Kaga (source: Radio Okapi).",
        ["property_destruction: Radio Okapi"],
    ),
    (  # capitals and a day are a dateline, with or without a dash
        "GUWAHATI, March 5: Shells killed nine people in Kaga, the health minister said.",
        ["shelling: health minister"],
    ),
    # --- who relays
    (  # an outlet's reporter is told for the outlet
        "A doctor in Goma told a Reuters reporter that shells killed six people in the town of Sake.",
        ["shelling: doctor in Goma, Reuters"],
    ),
    (  # an outlet without a name relays too
        "A tribal elder told a local radio station that gunmen abducted four teachers in Wajir.",
        ["abduction: tribal elder, local radio station"],
    ),
    (  # who is told besides is no outlet
        "The minister told reporters that soldiers freed 30 hostages in Sokoto.",
        ["release: minister"],
    ),
    (  # who relayed a source once relays it again
        "A policeman told AFP that rebels shelled Bria. He added that four farmers were abducted near Bossangoa.",
        ["shelling: policeman, AFP", "abduction: He (policeman), AFP"],
    ),
    # --- verbs that say something, and verbs that do not
    (  # told by its agent
        "The rape of 12 women in Bunia was reported by survivors on Friday.",
        ["sexual_violence: survivors"],
    ),
    (  # a toll put at a number: the document tells the rest, and it is one report
        "Shells hit the market in Marawi on Friday. A hospital put the dead at nine.",
        ["shelling: hospital"],
    ),
    (  # things put elsewhere say nothing
        "The army put 40 soldiers on the bridge at Kherson after rebels shelled the town of Oleshky.",
        ["shelling: -"],
    ),
    (  # nobody has said so yet
        "Rebels burned 30 houses in Kidal, as the elders will testify.",
        ["property_destruction: -"],
    ),
    (  # what is not said is nobody's claim
        "The army has not confirmed that the rebels captured Aguelhok on Friday.",
        ["territory_gain: -"],
    ),
    (  # who carries people says nothing
        "A bomb tore apart a bus carrying nine pilgrims in Quetta on Friday.",
        ["bombing: -"],
    ),
    (  # a report that an outlet carries rests on its author
        "State radio carried a statement by the militia that its men captured the town of Jowhar.",
        ["territory_gain: militia, State radio"],
    ),
    # --- responsibility
    (  # the claimer of a named act
        "A bomb claimed by Al-Shabaab tore apart a bus in Mogadishu on Friday.",
        ["bombing: Al-Shabaab"],
    ),
    # --- speech that runs on
    (  # an added act is the speaker's still
        "Rebels shelled the market in Bria, the mayor said. Two other shells hit a school in Bambari.",
        ["shelling: mayor", "shelling: mayor"],
    ),
    (  # between two sentences of the same speaker the document speaks for itself
        "Police said gunmen killed six farmers in Birnin Gwari. The gunmen burned 40 houses in Kuyello."
        " They added that nine people were abducted in Maganda.",
        ["attack_on_civilians: Police", "property_destruction: -", "abduction: They (Police)"],
    ),
    (  # the document speaks for itself again
        "Rebels shelled the market in Bria, the mayor said. The army recaptured Bambari on Friday.",
        ["shelling: mayor", "territory_gain: -"],
    ),
    # --- what the tree leaves outside
    (  # who speaks may be told by a clause
        "Gunmen kidnapped three aid workers in northern Burkina Faso the charity they work for said on Thursday.",
        ["abduction: charity"],
    ),
    (  # quoted as saying, by whom is told last
        "The army had left Bria on Friday, Colonel Ibe was quoted as saying by state television.",
        ["withdrawal: Colonel Ibe, state television"],
    ),
    (  # a second clause in the tense of what was said
        "A Reuters witness said there had been drones in the sky and warplanes had bombarded the town of Kutum.",
        ["air_strike: Reuters witness"],
    ),
    (  # who passes on the words of the one who speaks
        "A hospital source quoted by local media put the dead in Kutum at nine.",
        ["casualties: hospital source, local media"],
    ),
    (  # to deny is to tell a report of one's own
        "Hundreds of people died in a gas attack in Kutum. The government denies that the attack killed them.",
        ["chemical_attack: -", "chemical_attack: government"],
    ),
    (  # marks that a table doubled quote a name
        'The raid on Baiji was known as ""Iron Fist"". Marines cleared the town of Baiji on 5 March.'
        " The army said the city was calm.",
        ["clash: -", "territory_gain: -"],
    ),
    (  # many of them speak, as one of them does
        "Many residents said gunmen killed nine people in Bria on Monday.",
        ["attack_on_civilians: Many residents"],
    ),
    (
        "One of the survivors said rebels had executed her brother in Bria.",
        ["attack_on_civilians: One of the survivors"],
    ),
    (  # a body with the name of a river is cited, not a place
        "Rebels shelled the market of Bria, according to Irrawaddy.",
        ["shelling: Irrawaddy"],
    ),
    (  # those who are told about do not speak
        "The governor reassured residents of Bria after gunmen killed nine people there.",
        ["attack_on_civilians: -"],
    ),
    (
        "Rescuers speculated that rebels had shelled the market of Bria.",
        ["shelling: Rescuers"],
    ),
]


def voices(text: str) -> list[str]:
    """The reports of a text as `type: claimants`."""
    return [
        f"{report.type}: {told(report).split(' | ')[4] if report.claimant else '-'}" for report in coded(text).reports
    ]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_claimants(text: str, wanted: list[str]) -> None:
    assert voices(text) == wanted
