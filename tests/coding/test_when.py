"""When things happened: which time of a document dates which happening, on texts of many wars."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from documents import PUBLISHED, coded, document

from stemmata.coding import code
from stemmata.reading import read
from stemmata.records import Capture, Report

PUBLISHED_ON = date(2023, 6, 27)
"""More than a year after what a chronicle tells."""

# The text, published on Saturday 6 March 2021; each report's type and days; what the row shows.
ROWS = [
    # --- what has gone on for so long
    ("Kaga has been under siege for more than four years.", ["siege 2017-03-06..2021-03-06"]),
    ("For nearly a week troops have been battling for control of Kaga.", ["clash 2021-02-27..2021-03-06"]),
    ("The army had shelled Kaga for two days.", ["shelling -"]),  # and is over
    ("The five-year conflict has killed more than 80,000 people.", ["casualties 2016-03-06..2021-03-06"]),
    ("Nine people died in a three-day operation in Kaga.", ["casualties -"]),  # no war
    (  # a day of its own counts before how long the war has lasted
        "An attack in Kaga on Monday killed 20 people, the most in the five-year war.",
        ["clash 2021-03-01"],
    ),
    ("Teachers walked out in Kaga for a third day over unpaid salaries.", ["protest 2021-03-04..2021-03-06"]),
    (
        "Doctors treated 31 women raped in Kaga over the week ending 2 March.",
        ["sexual_violence 2021-02-24..2021-03-02"],
    ),
    ("Nine people were wounded by shelling in Kaga in the last 24h.", ["shelling 2021-03-05..2021-03-06"]),
    (
        "The kingdom has provided food to the displaced from 2013 to September 2018.",
        ["aid 2013-01-01..2018-09-30"],
    ),
    # --- nights and weeks that are told by a day
    ("Rebels shelled Kaga overnight into Wednesday.", ["shelling 2021-03-02..2021-03-03"]),
    ("Rebels shelled Kaga overnight from Tuesday to Wednesday.", ["shelling 2021-03-02..2021-03-03"]),
    ("Rebels shelled Kaga overnight.", ["shelling 2021-03-05..2021-03-06"]),
    (
        "Gunmen killed nine villagers in Kaga in the week of 22 February.",
        ["attack_on_civilians 2021-02-22..2021-02-28"],
    ),
    ("Gunmen killed nine villagers in Kaga last week Tuesday.", ["attack_on_civilians 2021-02-23"]),
    ("Rebels shelled Kaga for a third day on Thursday.", ["shelling 2021-03-02..2021-03-04"]),
    (  # the month, behind a word for a part of it; and somebody's name
        "Gunmen killed nine villagers in Kaga at the beginning of May 2020.",
        ["attack_on_civilians 2020-05-01..2020-05-10"],
    ),
    ("Gunmen killed nine villagers in Kaga since the start of May.", ["attack_on_civilians 2020-05-01..?"]),
    ("The government of May condemned the raid in Kaga that killed nine.", ["clash -"]),
    # --- what is to come, and what was said then
    ("Six men were held in Kaga for incitement and will be arraigned on Monday.", ["arrest -"]),
    ("Two aid trucks were turned back by gunmen at Kaga and will make a fresh attempt on Friday.", ["siege -"]),
    (
        "About 300 families have received food in Kaga, an official said, adding that more were expected next week.",
        ["aid -"],
    ),
    ("Troops will storm the camp in Kaga on Monday.", ["clash 2021-03-08"]),
    ("The office said in a statement on Tuesday that ten people had been killed in Kaga.", ["casualties -"]),
    (  # those who were taken on one day come back on another
        "Three teachers in Kaga, kidnapped on 28 February by armed men, regained their freedom yesterday.",
        ["abduction 2021-02-28", "release 2021-03-05"],
    ),
    # --- the day told by a later sentence
    ("Rebels shelled Kaga, killing four. The shelling took place at about 3am on 3 March.", ["shelling 2021-03-03"]),
    ("A drone hit a bakery in Kaga. The attack on Monday was the third there.", ["air_strike 2021-03-01"]),
    ("A jet bombed a school in Kaga. The raid came shortly after 1am on Thursday.", ["air_strike 2021-03-04"]),
    (
        "Gunmen shot dead a mayor in Kaga. The shooting was on Wednesday night, police said.",
        ["attack_on_civilians 2021-03-03"],
    ),
    ("A plane bombed a school in Kaga. The mayor said the bomb fell on Tuesday afternoon.", ["air_strike 2021-03-02"]),
    (  # counted from the day of the clause behind it
        "A day after blasts at a school in Kaga killed 63 people, a bomb hit a bus in Bria on Friday.",
        ["bombing 2021-03-04", "bombing 2021-03-05"],
    ),
    ("A missile gutted a clinic in Kaga. The strike happened during the Monday rush hour.", ["shelling 2021-03-01"]),
    (  # told by how bad it was, or by no word of its means
        "Mortar shells hit the market of Kaga, killing nine. Monday's carnage shocked the town.",
        ["shelling 2021-03-01"],
    ),
    ("Tanks fired on a hotel in Kaga. Tuesday's incident is under investigation.", ["shelling 2021-03-02"]),
    (
        "A mine blew up a bus in Kaga. The looting of Bria came on 2 March.",
        ["bombing -", "property_destruction 2021-03-02"],
    ),  # another deed
    (  # what has a place and a day of its own is another one
        "Shells hit Kaga, killing two. The shelling on Monday in Bria was worse.",
        ["shelling -", "shelling 2021-03-01"],
    ),
    (  # a day is that of the last deed of its kind
        "Rebels shelled Kaga. On Monday rebels shelled Bria. The attack on Friday shut the road.",
        ["shelling -", "shelling 2021-03-01"],
    ),
    # --- a whole and its parts
    (
        "Nine killed in rocket attacks on Kaga and Bria. Rockets hit a school in Kaga on Friday, killing six people."
        " A rocket killed three people in Bria on Friday.",
        ["shelling 2021-03-05", "shelling 2021-03-05", "shelling 2021-03-05"],
    ),
    (
        "Air strikes killed 19 people near Kaga on Tuesday. Shops were shut. Fourteen of the victims died in air"
        " strikes on Bria.",
        ["air_strike 2021-03-02", "air_strike 2021-03-02"],
    ),
    ("Rebels shelled Kaga on Friday. Meanwhile gunmen raided Bria.", ["shelling 2021-03-05", "clash 2021-03-05"]),
    ("Rebels shelled Kaga on Friday. Gunmen raided Bria.", ["shelling 2021-03-05", "clash -"]),
    # --- a day of another thing in the sentence
    (
        "A clinic in Kaga was looted by soldiers, according to a report published on 3 March.",
        ["property_destruction -"],
    ),
    (
        "Rebels shelled two bases in Kaga, in retaliation for the killing of their leader on Friday.",
        ["shelling -", "casualties 2021-03-05"],
    ),
    ("Troops besieged by rebels in Kaga broke out on Monday.", ["siege -"]),
    ("Shells fired by rebels hit Kaga on Monday.", ["shelling 2021-03-01"]),
    ("Nine people died when rebels shelled Kaga on Friday the army said on Saturday.", ["shelling 2021-03-05"]),
    # --- counted from what was told
    (
        "On 1 March rebels signed a truce. Within hours the army shelled Kaga.",
        ["agreement 2021-03-01", "shelling 2021-03-01"],
    ),
    ("SITUATION REPORT No. 14, 4 March 2021. Rebels shelled Kaga yesterday.", ["shelling 2021-03-03"]),
    ("Press statement, 4 March. Yesterday our jets bombed Kaga.", ["air_strike 2021-03-03"]),
    ("Press release, 4 March 2021. Yesterday our jets bombed Kaga.", ["air_strike 2021-03-03"]),
    (
        "Rebels shelled Kaga on 1 February. A week later they took Bria.",
        ["shelling 2021-02-01", "territory_gain 2021-02-08"],
    ),
    (
        "Gunmen raided Kaga on Friday. The attack came a day after the army shelled Bria.",
        ["clash 2021-03-05", "shelling 2021-03-04"],
    ),
    ("Rebels shelled Kaga the day after Christmas.", ["shelling 2020-12-26"]),
    ("A bomb wounded three people in a Christmas market in Kaga.", ["bombing -"]),
    ("Rebels shelled Kaga on the eve of Easter Sunday.", ["shelling 2020-04-11"]),
    (
        "On 3 February rebels entered Kaga. By the end of the day soldiers retook Bria.",
        ["territory_gain 2021-02-03"] * 2,
    ),
    (
        "On 3 February rebels shelled Kaga. As night fell gunmen raided Bria. In the following hours jets bombed Goma.",
        ["shelling 2021-02-03", "clash 2021-02-03", "air_strike 2021-02-03"],
    ),
    (
        "Rebels shelled Kaga on 3 May 2020. The following month jets bombed Bria.",
        ["shelling 2020-05-03", "air_strike 2020-06-01..2020-06-30"],
    ),
    # --- a war
    (
        "The country has been at war since 2015. The conflict has killed 90,000 people and forced millions to flee.",
        ["casualties 2015-01-01..2021-03-06", "displacement 2015-01-01..2021-03-06"],
    ),
    (
        "The six-year-old war has killed 90,000 people and forced millions to flee.",
        ["casualties 2015-03-06..2021-03-06", "displacement 2015-03-06..2021-03-06"],
    ),
    ("The town has had no power since 2015. The conflict has killed 90,000 people.", ["casualties -"]),
    # --- several days
    (  # each of the towns taken on a day of its own
        "Rebels captured Sake on 3 February and Goma on 5 February.",
        ["territory_gain 2021-02-03", "territory_gain 2021-02-05"],
    ),
    (  # months told together are one window, with the year of the last
        "In May, June and July 2020, rebels shelled Kaga.",
        ["shelling 2020-05-01..2020-07-31"],
    ),
    (  # "the next days" of what is past are those behind the day told last
        "On 6 February 2021, rebels shelled Kaga. Over the next days, rebels shelled Bria.",
        ["shelling 2021-02-06", "shelling 2021-02-07..?"],
    ),
    (  # what stands behind "he said" is of the saying
        'The rebels met on Friday. "The army shelled Kaga", their leader said in a recording posted on 25 February.',
        ["shelling -"],
    ),
    # --- the year
    (  # an article that tells first when it ended, and then begins anew
        "The battle of Vel began on 24 February 2020 and ended on 9 November 2020 when the army captured Vel. On 26"
        " February, rebels shelled Vel. From 3 March to 5 April, rebels besieged Vel.",
        ["clash 2020-02-24", "territory_gain 2020-11-09", "shelling 2020-02-26", "siege 2020-03-03..2020-04-05"],
    ),
    (  # an agency's name before the day of the text
        "Strikes kill 47 in Kaga monitor AFP Saturday 25 Apr 2020 Air strikes killed 47 people in Kaga on Friday.",
        ["air_strike 2020-04-24"],
    ),
    (  # a year that heads the entries of a list, which is that of its own entries only
        "Attacks in the Liptako\n\n2019\n\n- 10 December: gunmen stormed a camp at Ber.\n\n2020\n\n- 9 January: rebels"
        " shelled Kaga.\n- 9 August: rebels shelled Bria.",
        ["clash 2019-12-10", "shelling 2020-01-09", "shelling 2020-08-09"],
    ),
    ("Rebels shelled Kaga on 5 April last year.", ["shelling 2020-04-05"]),
    ("A bomb went off in Kaga in August last year.", ["bombing 2020-08-01..2020-08-31"]),
    (  # a war that began then and goes on
        "The war broke out in April last year and has killed 900 people in Kaga.",
        ["casualties 2020-04-01..2021-03-06"],
    ),
    ("In the night of 1–2 March 2021, rebels shelled Kaga.", ["shelling 2021-03-01..2021-03-02"]),
    (  # the day of the bodies, and not "since then"
        "The clinic in Kaga received nine bodies on Tuesday alone, and 12 wounded, two of whom have since died.",
        ["casualties 2021-03-02"],
    ),
    (  # what befell one of the wounded later is not the day of the attack
        "- 1 March, Kaga. Shells fell at the gate. Four people were killed, one of whom died of her wounds on the 3rd.",
        ["shelling 2021-03-01"],
    ),
    (
        "400 people left Kaga between March 1 and 3 because of clashes between rebels and the army.",
        ["displacement 2021-03-01..2021-03-03", "clash 2021-03-01..2021-03-03"],
    ),
    (  # what still holds is not dated by what led to it
        "Police seized 11 rifles in Kaga last week; nine men are in custody.",
        ["weapons_found 2021-02-22..2021-02-28", "arrest -"],
    ),
    (  # a chronicle: the first day is of its paragraph too, and a look back in it moves no year
        "2 November 2020. The army pulled out of Kaga.\n\n5 November 2020. Rebels shelled Bria.\n\n24 December. A drone"
        " struck Kaga. In June, rebels had shelled Bria.\n\n28 December. A mine exploded in Kaga.",
        [
            "withdrawal 2020-11-02",
            "shelling 2020-11-05",
            "air_strike 2020-12-24",
            "shelling 2020-06-01..2020-06-30",
            "bombing 2020-12-28",
        ],
    ),
    ("Four hundred students marched in Kaga on Labour Day.", ["protest 2020-05-01"]),
    (  # another place that opens a sentence is no detail of the last
        "Gunmen shot at a hospital in Kaga on Tuesday, killing eight people. In Nobol, two guards were murdered.",
        ["attack_on_civilians 2021-03-02", "attack_on_civilians -"],
    ),
    ("Marines rescued a hostage in Kaga on Wednesday morning, February 24.", ["release 2021-02-24"]),
    ("Police freed three men in Kaga at 8:30 in the evening of 1 March.", ["release 2021-03-01"]),
    ("Earlier in the week rebels shelled Kaga.", ["shelling 2021-03-01..2021-03-06"]),
    ("Rebels shelled Kaga for the third day in a row.", ["shelling 2021-03-04..2021-03-06"]),
    (  # counted back from what was just told
        "Rebels shelled Kaga on Wednesday. It came a day after two buses were set ablaze in Bria.",
        ["shelling 2021-03-03", "property_destruction 2021-03-02"],
    ),
    (  # "also" adds to what has a day of its own
        "A clinic was looted in Kaga. The port was also looted on Thursday.",
        ["property_destruction -", "property_destruction 2021-03-04"],
    ),
    # --- told in a lead for what follows
    (  # a sum of attacks is told one by one, and ends with what lies elsewhere
        "Attacks across Mali killed 60 people between Sunday and Monday. The mayor of Ber called for calm. Markets"
        " were shut. In Gao, gunmen shot dead nine traders. Schools were empty. At Ansongo a mine blew up a bridge. In"
        " Niamey, gunmen shot dead a judge.",
        [
            "clash 2021-02-28..2021-03-01",
            "attack_on_civilians 2021-02-28..2021-03-01",
            "bombing 2021-02-28..2021-03-01",
            "attack_on_civilians -",
        ],
    ),
    (  # air strikes have no shelling among them
        "Air strikes on Gao killed nine people on Thursday, a monitor said. Schools were shut. Rebels in Gao shelled a"
        " checkpoint near Ber, residents said.",
        ["air_strike 2021-03-04", "shelling -"],
    ),
    (  # what happened next in the same place
        "Gunmen attacked Kaga on Tuesday. They torched ten cars.",
        ["clash 2021-03-02", "property_destruction 2021-03-02"],
    ),
    (  # but not what lies before it
        "Gunmen attacked Kaga on Tuesday. They had also torched ten cars.",
        ["clash 2021-03-02", "property_destruction -"],
    ),
    (  # told again by what it was done with, by one who says who did it
        "Shells hit Kaga on Tuesday, killing nine. Prices rose. The governor accused the rebels of firing the shells.",
        ["shelling 2021-03-02", "shelling 2021-03-02"],
    ),
    (  # one death is no sign of one happening
        "A boy was shot dead in Kaga on Sunday. In Bria a gunman shot dead a clerk.",
        ["attack_on_civilians 2021-02-28", "attack_on_civilians -"],
    ),
    # --- over the entries of a log
    (  # the day over a list, an hour in it, and the day that heads the next paragraphs
        "4 March 2021\n\n- Minbya: the army shelled the town at around 1:30 am.\n\n- Pauktaw: a jet bombed it.\n\n"
        "5 March 2021\n\nRebels ambushed a convoy near Minbya.\n\nThe navy shelled Sittwe.",
        ["shelling 2021-03-04", "air_strike 2021-03-04", "clash 2021-03-05", "shelling 2021-03-05"],
    ),
    (  # a log of one day
        "Daily log, Rakhine, 4 March 2021\n\n- Minbya, 0610: the army shelled the town.\n\n- Pauktaw: a jet bombed it."
        "\n\n- Sittwe, 2 March: rebels ambushed a convoy.",
        ["shelling 2021-03-04", "air_strike 2021-03-04", "clash 2021-03-02"],
    ),
    (  # but not one of a week, nor a day as of which things stand
        "Weekly log, Rakhine, 4 March 2021\n\n- Minbya: the army shelled the town.",
        ["shelling -"],
    ),
    ("Incidents as of 4 March 2021\n\n- Minbya: the army shelled the town.", ["shelling -"]),
    (  # the day that opens a statement is when it was written
        "4 March 2021\n\nThe army shelled Minbya.",
        ["shelling -"],
    ),
    # --- counted from a time told before
    (  # the same night
        "Shells fell on Kaga on Thursday. Soldiers arrested four men in Kaga the same night.",
        ["shelling 2021-03-04", "arrest 2021-03-04"],
    ),
    (  # the next day
        "Gunmen abducted two nurses near Bria on Tuesday. Police freed them near Bria the following day.",
        ["abduction 2021-03-02", "release 2021-03-03"],
    ),
    (  # at dawn of the day that the story tells, not of the day of publication
        "The army entered Gao on Monday. At dawn rebels shelled the airport of Gao.",
        ["territory_gain 2021-03-01", "shelling 2021-03-01"],
    ),
    (  # a day that only dates the saying is none to count from
        "Rebels shelled Kaga on Monday, the mayor said on Friday. The next day they shelled Bria.",
        ["shelling 2021-03-01", "shelling 2021-03-02"],
    ),
    (  # the day of the main clause, not of what it is compared with
        "Herders shot three farmers near Jos on Monday, a day after elders signed a truce. They burned 12 houses in "
        "Jos before sunset.",
        ["attack_on_civilians 2021-03-01", "agreement 2021-02-28", "property_destruction 2021-03-01"],
    ),
    (  # no day is told, so dawn stays without
        "At dawn gunmen shot dead two farmers near Katsina.",
        ["attack_on_civilians -"],
    ),
    (  # hours later it is the same day
        "Gunmen attacked Kaga on Wednesday. Hours later, youths burned an army office in Kaga.",
        ["clash 2021-03-03", "riot 2021-03-03"],
    ),
    (  # "the same night" is never said of today
        "Yesterday soldiers detained two men in Kaga. One was let go this morning. A search of the house the same night"
        " turned up four rifles.",
        ["arrest 2021-03-05", "release 2021-03-06", "weapons_found 2021-03-05"],
    ),
    (  # what happened by a day is followed by the next
        "By 2 March, rebels had captured half of Kaga. The next day rebels shelled Bria.",
        ["territory_gain ?..2021-03-02", "shelling 2021-03-03"],
    ),
    # --- since
    (  # what a period is counted from has its own day
        "The death was the first in Kaga since an air strike on Tuesday that killed eight civilians.",
        ["air_strike 2021-03-02"],
    ),
    (  # what has gone on since is dated with what began it
        "At least 127 people have been killed by shelling in Kaga since the army began an offensive two weeks ago.",
        ["shelling 2021-02-20..2021-03-06", "clash 2021-02-20..2021-03-06"],
    ),
    (  # what still goes on lasts until it is told
        "Rebels have been besieging the town of Kapoeta since January.",
        ["siege 2021-01-01..2021-03-06"],
    ),
    (  # counted since the beginning of a war
        "At least 90 people have been killed in Bria since the rebellion began in May 2019.",
        ["casualties 2019-05-01..2021-03-06"],
    ),
    (  # since then
        "The rebellion in Bria began in 2013. Since then at least 4,000 people have been killed in Bria.",
        ["casualties 2013-01-01..2021-03-06"],
    ),
    (  # since a day: what began then may be over
        "More than 300 families have fled to the camp at Adré since Monday.",
        ["displacement 2021-03-01..?"],
    ),
    (  # what happened at the moment that something lasts since
        "The road has been closed since January, when the rebels captured Kaga.",
        ["territory_gain 2021-01-01..2021-01-31"],
    ),
    # --- which happening of a sentence
    (  # a participle before the verb has its own time
        "Two nuns kidnapped in Jos last month were released overnight.",
        ["abduction 2021-02-01..2021-02-28", "release 2021-03-05..2021-03-06"],
    ),
    (  # what goes along has the same day
        "About 400 families fled Bria between 1 and 3 March, as soldiers and rebels exchanged fire in the town.",
        ["displacement 2021-03-01..2021-03-03", "clash 2021-03-01..2021-03-03"],
    ),
    (  # what follows in a clause of the same sentence
        "A bomber blew himself up in the market of Dhusamareb on Thursday and gunmen kidnapped two guards.",
        ["suicide_bombing 2021-03-04", "abduction 2021-03-04"],
    ),
    (  # a time at the end holds for both verbs of one subject
        "Rebels shelled Bria and seized the bridge at Kaga on Thursday.",
        ["shelling 2021-03-04", "territory_gain 2021-03-04"],
    ),
    (  # one before the second verb holds for the second
        "Police arrested two men in Kano and on Friday found a cache in Zaria.",
        ["arrest -", "weapons_found 2021-03-05"],
    ),
    (  # what came before is not dated by what came after
        "Soldiers freed 12 hostages in Kaga on Friday after gunmen abducted them in Bria.",
        ["release 2021-03-05", "abduction -"],
    ),
    (  # what goes on now is not dated by what was
        "The militia captured Kaga from the rebels last year and is besieging Bria.",
        ["territory_gain 2020-01-01..2020-12-31", "siege -"],
    ),
    (  # a relative clause about a place dates the place
        "Shelling killed two people in Taiz, which has been divided since July 2015.",
        ["shelling -"],
    ),
    (  # the day of what people fled is not the day of their state
        "An estimated 4,000 people remain displaced from Adré after the fire of 22 February.",
        ["displacement -"],
    ),
    (  # a date that modifies its noun, behind "for"
        "Rebels denied that they were responsible for the 3 March attack on the market in Bria.",
        ["attack_on_civilians 2021-03-03"],
    ),
    # --- saying
    (  # the day of saying dates nothing
        "On Tuesday the ministry said rebels shelled Kaga.",
        ["shelling -"],
    ),
    (  # a time at the head of what was said, the verb of saying behind it
        "On Monday morning a shell hit a minibus near Kaga, residents said.",
        ["shelling 2021-03-01"],
    ),
    (  # a window counts back from the day of saying
        "Over 100 rebels have been killed in air strikes near Gao in the past 48 hours, military sources said on "
        "Thursday.",
        ["air_strike 2021-03-02..2021-03-04"],
    ),
    (  # nor does the day of a claim of responsibility
        "Boko Haram on Monday claimed responsibility for a suicide bombing that killed 30 soldiers in Kaga.",
        ["suicide_bombing -"],
    ),
    (  # a day counted from what is told is none to count that from
        "Soldiers fired seven mortar rounds into Kaga on Wednesday, the agency reported a day after he came.",
        ["shelling 2021-03-03"],
    ),
    # --- told elsewhere for the same happening
    (  # more of the same
        "Rebels shelled Kaga on Thursday, killing two people. Rockets also hit the town of Bria.",
        ["shelling 2021-03-04", "shelling 2021-03-04"],
    ),
    (  # the houses that burned and the dead, in the sentences behind
        "Shells hit the town of Kaga on Wednesday, residents said. The mayor said many houses burned down. A doctor put"
        " the dead at sixteen.",
        ["shelling 2021-03-03", "shelling 2021-03-03", "shelling 2021-03-03"],
    ),
    (  # the parts of a sum, by the towns that it names
        "Nine people were killed in rebel attacks in Kaga, Bria and Gao on Friday. A source in Bria said rebels fired"
        " two shells at the Bamara quarter, wounding a woman.",
        ["attack_on_civilians 2021-03-05", "shelling 2021-03-05"],
    ),
    (  # one subject that does two things
        "Between 1 and 3 March, at least 60 houses were burnt in Kaga. The attackers also looted 90 shops and took 11"
        " people away.",
        [
            "property_destruction 2021-03-01..2021-03-03",
            "property_destruction 2021-03-01..2021-03-03",
            "abduction 2021-03-01..2021-03-03",
        ],
    ),
    (  # a time of what only came before
        "A blast hit the old quarter, which was on the front line before the army retook the city of Kaga in December.",
        ["bombing -", "territory_gain 2020-12-01..2020-12-31"],
    ),
    (  # the lead has the day, another voice tells the same
        "A rocket hit a market in Bria on Thursday, killing nine people, the mayor said. Rebels said army shells "
        "hit the market in Bria, killing 12 people.",
        ["shelling 2021-03-04", "shelling 2021-03-04"],
    ),
    (  # parts of what the lead sums up
        "Air raids in northern Mali killed 25 people on Thursday. Jets bombed a market in Gao, killing 11 people, a"
        " monitor said. Another five people died in a raid on Kidal, residents said.",
        ["air_strike 2021-03-04", "air_strike 2021-03-04", "air_strike 2021-03-04"],
    ),
    (  # another town, and no word that it is the same
        "Rebels shelled Kaga Bandoro on Thursday. The army said rebels shelled Bambari.",
        ["shelling 2021-03-04", "shelling -"],
    ),
    (  # clashes near a strike are another happening
        "An air strike hit Taiz on Monday. Clashes in Taiz killed six soldiers.",
        ["air_strike 2021-03-01", "clash -"],
    ),
    (  # looking back
        "A bomb killed four people in Kabul on Thursday. Militants have often bombed mosques in Kabul.",
        ["bombing 2021-03-04", "bombing -"],
    ),
    (  # what is planned has no day of the past
        "Rebels attacked Bria on Friday. They threatened to attack Bria again.",
        ["clash 2021-03-05", "clash -"],
    ),
    (  # a lead leaves its day to a mention behind it, also in text that lost its apostrophes
        "Jets bombed a market in Gao, killing 12 people. The mayor called for calm. No group claimed"
        " responsibility for Tuesdays attack.",
        ["air_strike 2021-03-02"],
    ),
    (  # but not of another kind
        "Police arrested a trader in Gao. The mayor called for calm. Three people died after Tuesday's air strike.",
        ["arrest -", "air_strike 2021-03-02"],
    ),
    (  # the day of a vote is not that of the rockets
        "Rebels fired rockets at a rally for the March 9 election in Kaga.",
        ["shelling -"],
    ),
    ("Rebels shelled Kaga ahead of a disputed March 9 vote.", ["shelling -"]),
    # --- tolls of a war
    (  # what is joined to one, and what takes the war up
        "The war in Vel, which began with a revolt in 2019, has killed 90,000 people and displaced millions. The mayor"
        " of Bria left. The conflict has claimed the lives of 400 doctors.",
        [
            "casualties 2019-01-01..2021-03-06",
            "displacement 2019-01-01..2021-03-06",
            "casualties 2019-01-01..2021-03-06",
        ],
    ),
    (
        "Some 4,000 people have died in the conflict that started in May 2020, and 9,000 have fled since the outbreak"
        " of the war.",
        ["casualties 2020-05-01..2021-03-06", "displacement 2020-05-01..2021-03-06"],
    ),
    (  # a clause that dates both verbs before it
        "At least 4,000 people have been killed and millions displaced since the war broke out in May 2020.",
        ["casualties 2020-05-01..2021-03-06", "displacement 2020-05-01..2021-03-06"],
    ),
    (  # where no war is told to have begun nothing is known
        "The war in Vel has killed 90,000 people. In 2019 rebels shelled Vel.",
        ["casualties -", "shelling 2019-01-01..2019-12-31"],
    ),
    # --- times of nouns, of entries, of what has begun
    (  # the day of the one raid, not of what goes on around it
        "Friday's attack comes as the army is shelling the town of Nimule.",
        ["shelling 2021-03-05", "shelling -"],
    ),
    (  # an item of a list has the day that it opens with
        "1. On 2 March soldiers stopped a truck bomb outside Baidoa. Two soldiers were killed.\n\n"
        "2. On 4 March gunmen kidnapped a doctor in Kismayo. They also wounded two guards.",
        ["casualties 2021-03-02", "abduction 2021-03-04", "clash 2021-03-04"],
    ),
    (  # prose does not
        "On Monday soldiers entered the town of Kaga. Two soldiers were killed in Bria.",
        ["territory_gain 2021-03-01", "casualties -"],
    ),
    (  # said of the sentence before
        "Gunmen shot dead a judge in Kandahar. It happened on Wednesday evening.",
        ["attack_on_civilians 2021-03-03"],
    ),
    (  # an hour belongs to the day told before
        "Rebels attacked the town of Ndele on Wednesday. At 4.30 pm they abducted three teachers in Ndele.",
        ["clash 2021-03-03", "abduction 2021-03-03"],
    ),
    (  # where none is told it stays without
        "At 15:20 a shell hit a school in Avdiivka.",
        ["shelling -"],
    ),
    (  # what began lasts until it is told
        "The raids in Tillaberi, which began last November, have killed 70 militants.",
        ["clash 2020-11-01..2021-03-06"],
    ),
    (  # and so does what those who suffer it live through
        "The war that started in 2014 has displaced 30,000 people in Donetsk.",
        ["displacement 2014-01-01..2021-03-06"],
    ),
    (  # its age dates a siege
        "The three-week-old siege of Barentu has killed 60 people.",
        ["siege 2021-02-13..2021-03-06", "casualties 2021-02-13..2021-03-06"],
    ),
    (  # what was known in January ends then
        "In January it acknowledged killing 40 civilians in its strikes in Yemen since 2016.",
        ["air_strike 2016-01-01..2021-01-31"],
    ),
    (  # a period dates what is reported, a day the report
        "Looting has been reported by traders in Goma over the past three days.",
        ["property_destruction 2021-03-03..2021-03-06"],
    ),
    (  # what else the attack did is told some paragraphs on; whom the police held then, on another day maybe
        "Gunmen attacked a market in Dori on Tuesday, killing nine traders.\n\nThe motive was not clear.\n\nA clinic"
        " was burned down.\n\nPolice arrested three suspects.",
        ["attack_on_civilians 2021-03-02", "property_destruction 2021-03-02", "arrest -"],
    ),
    (  # also "in the town"; what it went through in another year has its own
        "Militants raid town\n\nMilitants stormed the town of Dori on Tuesday.\n\nThe fighters burned nine houses in"
        " the town.\n\nMilitants shot nine people in the town in 2019.",
        ["clash 2021-03-02", "property_destruction 2021-03-02", "attack_on_civilians 2019-01-01..2019-12-31"],
    ),
]


def days(report: Report) -> str:
    """Type and days of a report, a side that is not known as `?`."""
    when = report.when
    if when is None or (when.start is None and when.end is None):
        return f"{report.type} -"
    start, end = (day.isoformat() if day else "?" for day in (when.start, when.end))
    return f"{report.type} {start}" if start == end else f"{report.type} {start}..{end}"


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_when(text: str, expected: list[str]) -> None:
    assert [days(report) for report in coded(text, PUBLISHED).reports] == expected


@pytest.mark.parametrize(
    ("opening", "published", "expected"),
    [
        ("29-06-2016", date(2016, 7, 4), "2016-06-29"),  # one reading only
        ("01-06-2016", date(2016, 6, 1), "2016-06-01"),  # the day of publication decides
        ("01-06-2016", date(2016, 1, 6), "2016-01-06"),  # so it does for the American order
        ("01-06-2016", None, "2016-06-01"),  # dashes put the day first
        ("01/06/2016", None, "-"),  # after strokes nothing decides
        ("07.07.2016Get short URL", None, "2016-07-06"),  # a line break was lost behind it
        ("Date of publication 16 June 2016", None, "2016-06-15"),
        ("Shells kill seven in Kaga AFP Thursday 30 June 2016", None, "2016-06-29"),  # behind the headline
        ("Shells kill seven in Kaga Monitor. Reuters Thursday 30 June 2016", None, "2016-06-29"),  # a headline cut off
        ("Shells kill seven in Kaga 30 June 2016", date(2016, 7, 1), "2016-06-29"),  # near the day of publication
        ("Shells killed seven in Kaga on Thursday 23 June 2016.", date(2016, 6, 30), "2016-06-29"),  # a day of the deed
    ],
)
def test_a_text_opens_with_its_day_in_digits(opening: str, published: date | None, expected: str) -> None:
    text = f"{opening} Rebels shelled Kaga and Bria again. Seven people were killed by shells in Kaga on Wednesday."
    assert days(coded(text, published).reports[-1]).endswith(expected)


CHRONICLE = """# Siege of Marl

The **Siege of Marl** began on 24 February 2022 and ended on 20 May 2022.

## Background

In 2014 protests swept Marl. In August, rebels captured Osk. Rockets hit Marl in January 2015.

## The siege

On 24 February, the army shelled Marl. On 28 March, the mayor said "rebels shell us today". The next day, rebels entered
Marl. On 1 April, the council said that 300 people had been killed, 20 of them on 2 March.
"""


def test_a_background_has_years_of_its_own():
    """What a section tells of the years before holds in it alone, and "today" is the day of who says it."""
    body = CHRONICLE.encode()
    (document,) = read(
        Capture(hashlib.sha256(body).hexdigest(), "siege.md", body, "text/markdown"), published=PUBLISHED_ON
    )
    told = [(report.type, report.when.start) for report in code(document).reports if report.when and report.when.start]
    assert ("territory_gain", date(2014, 8, 1)) in told
    assert ("shelling", date(2022, 2, 24)) in told
    assert {day.year for _, day in told if day > date(2015, 2, 1)} == {2022}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Siege of Vel (2014)", ["clash 2014-12-01..2014-12-31"]),
        (None, []),  # news of 2023 only says since when there is fighting
    ],
)
def test_a_chronicle_looks_back_on_nothing_that_it_tells(title: str | None, told: list[str]) -> None:
    plain = document("Rebels launched an offensive in December 2014.", PUBLISHED_ON)
    assert [days(report) for report in code(replace(plain, title=title)).reports] == told


YEARS_LATER = """# Siege of Marl

The **Siege of Marl** began on 29 August 2022 and ended on 9 November 2022.

## Background

On 2 March, the army shelled Marl. In late May, rebels captured Osk. The mayor said "they bombed Osk yesterday".

## The siege

On 27 July, rebels raided Osk. A shell killed nine people in Marl this morning, a medic said. By 6 January 2023, rebels
had left Osk. On 9 January, the army shelled Bria.
"""


def test_a_chronicle_of_years_before_tells_no_day_of_its_publication():
    """Its sections are of the lead's year until they tell another; "yesterday" is no day that a reader could tell."""
    body = YEARS_LATER.encode()
    (document,) = read(
        Capture(hashlib.sha256(body).hexdigest(), "siege.md", body, "text/markdown"), published=date(2023, 7, 18)
    )
    told = [(r.type, r.when.start if r.when else None) for r in code(document).reports]
    assert ("shelling", date(2022, 3, 2)) in told
    assert ("territory_gain", date(2022, 5, 21)) in told
    assert ("air_strike", None) in told
    assert ("shelling", date(2022, 7, 27)) in told
    assert ("shelling", date(2023, 1, 9)) in told
    assert not any(day and day > date(2023, 1, 9) for _, day in told)


def test_a_feast_in_a_name_is_no_day():
    (report,) = coded("Rebels shelled Jabal al-Arbaeen and an army post there.", date(2023, 7, 18)).reports
    assert days(report) == "shelling -"
    (killed,) = coded("Ramadan al-Sabta was killed by soldiers in Kaga.", date(2016, 9, 4)).reports
    assert days(killed).endswith(" -")
