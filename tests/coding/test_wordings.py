"""Everyday wordings of each type: particles away from their verb, passives, loads, what stands in front of a phrase."""

import pytest
from documents import coded, told

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "air_strike": """
A Russian Shahed crashed into an apartment block in Sumy.
Saada came under air attack.
Junta jets dropped 500-pounders on Mese all afternoon.
Gunships rocketed the forest of Sambisa.
""",
    "agreement": """
The two tribes reconciled in Wajir.
The parties declared an end to hostilities in Juba.
Elders brokered a reconciliation in Wajir.
Sudan's warring sides signed a declaration in Jeddah.
""",
    "abduction": """
The number of those kidnapped in Jos has reached 40.
Soldiers pulled him out of a minibus at a checkpoint in Halwan.
Bandits whisked away 30 schoolchildren in Zamfara.
The chief was dragged from his home in Mubi and driven away.
Gang members grabbed a doctor in Port-au-Prince.
Nine passengers were forced off a bus near Mach and led away.
A trader was taken for ransom in Minna.
Bandits whisked away 30 schoolchildren.
Bandits whisked 30 schoolchildren away in Zamfara.
Gunmen whisked away 30 schoolchildren in Zamfara.
51 people are unaccounted for in Halwan.
""",
    "aid": """
Trucks with UN aid crossed at Bab al-Hawa.
Qatar flew 40 tonnes of food to Kabul.
A boat loaded with medicine docked in Gaza.
The Turkish Red Crescent set up a field hospital in Jarablus.
A plane with 20 tonnes of medical supplies landed in Halwan.
More than 9,000 people were assisted by WFP in Karsa.
The field hospital in Karsa admitted 80 patients.
""",
    "arrest": """
An editor was among those detained in Goma.
A dozen protesters were dragged into vans in Halwan.
Six of the demonstrators were questioned in Halwan.
Our monitors have counted 87 arrests in Halwan.
Four men are being held over the blast in Quetta.
Fifteen protesters ended up behind bars in Minsk.
Some 200 people were swept up in raids in Addis Ababa.
Four men were held over the blast in Quetta.
A man was taken alive after a chase in Halwan.
Three merchants were hauled off to prison in Halwan.
Two men have been charged over the attack in Halwan.
He was sentenced to 12 years in prison by a court in Halwan.
""",
    "attack_on_civilians": """
Gunmen kill 40 people in church attack in Owo.
Most were reportedly executed at gunpoint in Halwan.
Ninety-four persons were speared in Halwan.
Soldiers macheted nine villagers in Kibumba.
Two elderly people were burned alive in Karsa.
Sniper fire killed a woman in Halwan.
Live rounds fired by police killed a student in Halwan.
Gunmen shot a driver in Karsa; he died at once.
Raiders attacked the village of Karsa, killing 20 people.
Prisoners in Halwan were given electric shocks.
Three youths received 40 lashes each in Karsa.
""",
    "bombing": """
The Taliban blew up a police convoy in Ghazni, killing four officers.
Two police were injured when an explosive went off under their van in Halwan.
Remnants of war exploded in Karsa and killed two brothers.
""",
    "casualties": """
Five men turned up dead in Karsa.
40 people were admitted to hospital with gunshot wounds in Karsa.
""",
    "chemical_attack": """
Some 33 people were affected by the gas in Saraqeb.
The regime gassed Khan Sheikhoun.
Toxic gas was used against the town of Karsa.
Inspectors confirmed that mustard gas had been used in Karsa.
""",
    "clash": """
Shots were heard again in Halwan on Wednesday night.
Troops came up against fierce resistance in Bakhmut.
An army convoy was waylaid by guerrillas in Arauca.
Tribesmen took on the troops in Marib.
There was shooting between rival gangs in Cite Soleil.
Fighters loyal to Haftar advanced on Gharyan.
Eleven rebels were killed in an operation in the Karsa area.
Two policemen were martyred in a militant attack on a check post in Halwan.
Russian forces were able to break through near Halwan.
The rebels have been pushing towards Halwan.
Rival militias turned their guns on each other in Halwan.
The army thwarted a rebel attempt to enter Halwan.
Bursts of automatic fire rang out in Halwan.
""",
    "deployment": """
Fighters crossed the border from Turkey to join the battle for Kobani.
Armenian and Azerbaijani troops faced each other at Lake Sev.
The army has set up three new posts along the Jordan Valley.
An aircraft carrier has arrived off Crete.
Hundreds of fighters gathered outside Karsa.
Russian forces approached Karsa from the northeast.
Soldiers patrolled the streets of Halwan.
A warship anchored off Karsa.
The government ordered 500 soldiers into Karsa.
Large numbers of armed men have been seen in Karsa.
""",
    "displacement": """
Most of the inhabitants have gone to Sofara.
New arrivals from El Fasher reached Tawila on Tuesday.
Over 2,000 persons have become homeless in Maungdaw.
Ethnic Armenians streamed out of Stepanakert.
Women and children spent the night in the forest near Palma.
The attack forced 3,000 people from their homes in Karsa.
The fighting has displaced 9,000 people in Karsa.
The clashes displaced hundreds of families to Tarsin.
The population is moving towards Karsa.
Villagers of Karsa are on the run.
Residents sleep in the bush near Karsa out of fear.
Families poured across the border into Karsa.
Soldiers drove families out of Karsa.
Refugees crossed the river to Karsa in canoes.
Inhabitants emptied the village of Karsa.
12 buses carried civilians out of Karsa.
250 asylum seekers were deported from Karsa.
The number of displaced in Karsa rose to 40,000.
The conflict has left 5,000 people homeless in Karsa.
""",
    "group_change": """
The umbrella organisation announced its formation in Anbar.
The group was accused of pressing children into its ranks in Vanni.
Ansaru renewed its oath to al-Qaeda.
Boko Haram named a new leader.
Police officers have gone over to the resistance in Kayah State.
The militia was dissolved in Karsa.
""",
    "property_destruction": """
Crops were trampled and granaries emptied in Mopti.
A power line was cut in Tripoli.
The attackers left the village of Pulka in ashes.
Settlers uprooted 40 olive saplings in Turmus Aya.
Gunmen hijacked trucks and set them alight in Karsa.
Settlers cut down 100 olive trees near Karsa.
The containers were plundered at the port of Halwan.
Gunmen robbed a bank in Halwan.
The militia set fire to a mill in Karsa.
Unknown persons vandalised a cemetery in Halwan.
Bulldozers razed a row of houses in Karsa.
The granaries of Karsa were set ablaze.
Heavy machinery belonging to a contractor was set on fire in Karsa.
""",
    "protest": """
A teachers' strike closed schools in Harare.
Hundreds of Kashmiris shouted slogans against India in Srinagar.
Trade unions brought Buenos Aires to a standstill with a general strike.
Crowds turned out in Tripoli to demand elections.
Traders closed the market in Halwan in protest.
Business owners marched in white through the centre of Halwan.
Students held a flash mob against conscription in Halwan.
Dozens of mothers picketed the ministry in Halwan.
Clerics led a procession through Halwan.
Protesters set up camp in front of parliament in Halwan.
Civil servants walked off the job in Halwan.
Demonstrators waved flags and shouted slogans in Halwan.
""",
    "release": """
Four students kidnapped in May regained their freedom in Karsa.
Hundreds of inmates escaped from the jail in Halwan.
The abducted girls are back with their families in Karsa.
Troops recover 12 kidnapped victims in Karsa
The rebels handed over three captured soldiers to the Red Cross in Karsa.
The charges were dropped and the reporter freed in Halwan.
""",
    "return": """
Refugees came home to Sirte.
Residents have begun to trickle back into Aleppo.
Nearly 500 refugees returned voluntarily to Burundi from Tanzania.
The first group of Rohingya was repatriated to Maungdaw.
Buses brought 300 displaced people back to Karsa.
1,200 returnees were registered in Karsa.
""",
    "riot": """
Fans ran amok in Guinea's Nzerekore.
Looters emptied shops in Durban.
A mob dragged a man out of a police station in Nankana Sahib and killed him.
Hindus and Muslims clashed in Leicester.
Football fans fought each other in Nzérékoré.
Inhabitants pelted UN trucks with stones in Karsa.
Fans fought with police in Halwan.
Protesters stormed the parliament in Halwan.
Villagers from two communities fought with sticks in Karsa.
Students attacked the house of a minister in Halwan.
Party supporters clashed with each other in Halwan.
""",
    "sexual_violence": """
The militiamen forced themselves on two women in Bria.
Men were castrated by guards in Olenivka.
Women were forced to strip in Bunia.
Yazidi girls were sold as sex slaves by IS fighters in Mosul.
Cases of sexual violence by RSF fighters were recorded in Karsa.
""",
    "shelling": """
A shell came down on a bakery in Karsa.
RSF fighters rained shells on the camp at Karsa.
Heavy weapons were used against the neighbourhoods of Halwan.
""",
    "siege": """
Some 400,000 people are trapped in Eastern Ghouta.
Some 400,000 people are trapped in Homs.
Azerbaijan blocked the Lachin corridor, the only road into Karabakh.
The RSF cut the last road along which flour reached Karsa.
The road to Karsa remains blocked by the militia.
Supplies to Karsa were cut by the rebels.
The army closed all entrances to Karsa.
The militia denied aid convoys access to Karsa.
The army is preventing food from reaching Karsa.
Rebels tighten noose around Karsa
""",
    "suicide_bombing": """
The kamikaze attack on a church in Colombo killed 80.
An assailant set off his vest among worshippers in Halwan.
""",
    "surrender": """
Forty rebels handed over themselves with their weapons in Karsa.
The garrison at Karsa surrendered on Monday.
Maoists surrender before police in Karsa
Sixty former fighters entered the disarmament camp at Karsa.
A group of soldiers crossed the border at Karsa and handed their weapons to the police.
""",
    "territory_gain": """
The town of Kobo, which the rebels said they captured on Saturday, is quiet.
Regime tanks enter Arjoun, activists say.
Kobani fell to the Kurds.
The hill is in the hands of the army in Marib.
The town of Bentiu came under rebel control.
M23 is in control of Goma.
The rebels are in control of the town of Sake.
The town is in the hands of the army.
Government troops regained control of the village on Monday.
Karsa fell to the rebels on Sunday.
The army has established full control over Karsa.
Fighters stormed and took the base at Karsa.
Karsa falls to rebels
The insurgents made themselves masters of Karsa.
The rebels occupied the town hall of Karsa.
Police regained control of the prison in Halwan.
""",
    "weapons_found": """
Soldiers secured four long weapons and 38 magazines in Halwan.
Soldiers stumbled upon a bomb factory in Ramadi.
Rangers hit upon an arms dump in Kupwara.
Weapons and ammunition were also recovered from the killed militants in Karsa.
The navy seized a boat carrying 2,000 rifles off Karsa.
The ministry said it had bagged 22 rifles in Karsa.
The demining of Karsa continued on Monday.
A search of the house in Halwan yielded four rifles and 200 rounds.
Soldiers came across a stash of grenades in Karsa.
A drone was found in a field near Karsa.
The army dismantled an IED factory in Karsa.
The villagers handed in 40 guns in Karsa.
Deminers destroyed 60 shells in Karsa.
""",
    "withdrawal": """
The town of Kobo, which the army said it vacated on Saturday, is quiet.
French soldiers ended their mission in Gao.
The soldiers were recalled from Lalibela.
The last peacekeepers departed Karsa on Tuesday.
The fighters melted away into the mountains around Karsa.
""",
}

ROWS = [(kind, line) for kind, lines in SENTENCES.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_wording_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]


# Each sentence tells no happening, or only the one that it names.
NOT_TOLD = [
    # what somebody kept from happening
    ("The army prevented the rebels from retaking the town of Kaga.", []),
    # who they are that are freed, and that go back
    ("Eleven hostages held by the rebels since October were freed.", ["release"]),
    ("About 600 families who had left in April have begun going back to Tawila.", ["return"]),
    # he is who was shot
    ("Gunmen shot a driver in Kashuga; he died of his wounds.", ["attack_on_civilians"]),
    # "in 1565" is no day of this document's time
    ("The castle of Marun was besieged by the Ottomans in 1565.", []),
    # what stands behind "control", not behind a mood
    ("The police regained control of the prison in Halwan.", ["territory_gain"]),
    ("He captured the mood of the city in his novel.", []),
    # what people were doing when something befell them, and relief that a siege keeps out
    ("The banker was shot dead as he was leaving his home in Goma.", ["attack_on_civilians"]),
    ("The militia cut the last road along which flour reached the town of Kaga.", ["siege"]),
    # those who attack and run are not displaced
    ("The gunmen jumped into a car and fled.", []),
    # a bomb that a state throws, gunmen who raid on foot
    ("Security forces raided a hideout in Goma and killed two gunmen.", ["clash"]),
    ("The air force carried out a massacre in Douma, killing 32 people.", ["air_strike"]),
    # fighters fall where an operation is told of
    ("Eleven rebels were killed in an operation near Goma.", ["clash"]),
    # aims in a list
    ("The strikes are aimed at causing mayhem and forcing civilians to leave Douma.", ["air_strike"]),
    # a line of a log without a verb
    ("Car bombs in Esmeraldas and Cuenca, no victims.", ["bombing"]),
]


@pytest.mark.parametrize(("text", "kinds"), NOT_TOLD)
def test_what_is_told_and_what_is_not(text: str, kinds: list[str]) -> None:
    assert [report.type for report in coded(text).reports] == kinds


def test_a_link_to_another_story_is_not_told() -> None:
    text = (
        "Shells hit the market of Kaga on Monday, the mayor said. Four people were killed. He spoke to reporters."
        " Related Army Launches Offensive Against Rebels Near Kaga Prime Minister Says Economy Lost Over Five Billion"
    )
    assert [report.type for report in coded(text).reports] == ["shelling"]


# Lines as `told` writes them.
WHOLE = [
    # a day that opens a text with "on" is that of what is told, and not when it was written
    ("On 5 March 2021, gunmen ambushed the base.", ["clash: gunmen > base | at base | 2021-03-05"]),
    # the town that people flee is no party
    ("Civilians fled Kinshasa on 5 March 2021.", ["displacement: Civilians | from Kinshasa | 2021-03-05"]),
    # a body whose name holds "and" is one
    (
        "The Islamic State of Iraq and the Levant shelled Kobani on 3 March 2021.",
        ["shelling: Islamic State of Iraq and the Levant | at Kobani | 2021-03-03"],
    ),
    # what a battle was considered to be is no plan
    ("The battle for Kobani was considered a turning point in the war.", ["clash: - | toward Kobani"]),
    # a unit with its number is no place
    (
        "Nine soldiers were killed in heavy fighting after the retreat of the 90th Guards Division.",
        ["clash: - > soldiers | - | - | 9 killed soldiers"],
    ),
    # a dateline in the middle of a page that lost its line breaks speaks and lies nowhere, and its tags tell nothing
    (
        "Strikes kill five in Goma MOSCOW (Sputnik) Jets killed five people in Goma, the mayor said."
        " Police arrested a man. Tags air strikes civilian deaths Kinshasa attack Sputnik",
        [
            "air_strike: Jets > people | at Goma | - | 5 killed people | mayor",
            "arrest: Police > man | at Goma | - | 1 captured man",
        ],
    ),
    # what was over by a day is not what happened months later, and has no other day
    (
        "By 2 October 2014, rebels had captured villages near Kobani. The army recaptured Kobani on 27 January 2015.",
        ["territory_gain: rebels | near Kobani | ?..2014-10-02", "territory_gain: army | at Kobani | 2015-01-27"],
    ),
    # the preposition before a name that tells which deed belongs to the deed
    ("The group is blamed for the 2016 Davao City bombing.", ["bombing: group | at Davao City"]),
]


@pytest.mark.parametrize(("text", "lines"), WHOLE)
def test_what_a_whole_line_tells(text: str, lines: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == lines


# The text, and whom its last report rests on or tells of; what the text calls so goes before what the war does.
CALLED_SO = [
    (
        "The Syrian Coalition met. The Coalition said that jets killed six people in Raqqa, Syria.",
        "syrian-national-coalition",
    ),
    ("The council met. The coalition said that its jets killed six people in Raqqa, Syria.", "cjtf-oir"),
]


@pytest.mark.parametrize(("text", "speaker"), CALLED_SO)
def test_a_common_word_is_whom_the_text_calls_so(text: str, speaker: str) -> None:
    (report,) = coded(text).reports
    assert [claimant.id for claimant in report.claimant] == [speaker]


@pytest.mark.parametrize(
    ("text", "lines"),
    [  # a clause without "that", whose object is what it describes: a thing that holds itself
        ("The police said that they had seen the rifle Omar Reda allegedly was carrying.", []),
        ("The officer described the .45-calibre gun Timmons allegedly was carrying.", []),
    ],
)
def test_what_somebody_carries_holds_not_itself(text: str, lines: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == lines


def test_all_of_an_old_wire_in_capitals_is_told() -> None:
    text = (
        "SOLDIERS PATROLLED THE CAPITAL ON MONDAY. THE MAYOR SPOKE TO REPORTERS. SCHOOLS STAYED CLOSED THAT DAY."
        " GUNMEN ATTACKED A PATROL NEAR THE VILLAGE YESTERDAY. A BOMB KILLED THREE PEASANTS IN BRIA ON SUNDAY."
    )
    reports = coded(text).reports
    assert [report.trigger.span.quote for report in reports][:2] == ["PATROLLED", "ATTACKED"]
    assert told(reports[-1]) == "bombing: - > PEASANTS | at BRIA | 2021-02-28 | 3 killed PEASANTS"
