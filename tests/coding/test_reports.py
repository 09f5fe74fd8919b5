"""Short texts from many wars and outlets, with every report that a person finds in them; one row shows one thing."""

from typing import get_args

import pytest
from documents import coded, told

from stemmata.coding.codebook import load_codebook
from stemmata.records import StatusName

# The text, published on Saturday 6 March 2021; its reports as `documents.told` writes them; what the row shows.
ROWS = [
    # --- the types
    (  # a town taken; the side that lost it stands after from
        "Government forces recaptured the town of Dumeir from the rebels on Thursday.",
        ["territory_gain: Government forces > rebels | at Dumeir | 2021-03-04"],
    ),
    (  # a withdrawal
        "The militia withdrew from the border post at Karun on Wednesday.",
        ["withdrawal: militia | at Karun | 2021-03-03"],
    ),
    (  # a bomb is a means and no doer
        "A roadside bomb killed four policemen near Ghazni on Friday.",
        ["bombing: - > policemen | near Ghazni | 2021-03-05 | 4 killed policemen"],
    ),
    (  # unarmed people shot
        "Gunmen shot dead two farmers near Katsina on Thursday.",
        ["attack_on_civilians: Gunmen > farmers | near Katsina | 2021-03-04 | 2 killed farmers"],
    ),
    (  # sexual violence
        "Soldiers raped 13 women in the village of Tabit.",
        ["sexual_violence: Soldiers > women | at Tabit"],
    ),
    (  # an abduction
        "Armed men kidnapped six teachers from a school in Kagara on Wednesday.",
        ["abduction: Armed men > teachers | at Kagara | 2021-03-03 | 6 abducted teachers"],
    ),
    (  # a release
        "The rebels released 30 prisoners in Taiz on Friday.",
        ["release: rebels > prisoners | at Taiz | 2021-03-05 | 30 freed prisoners"],
    ),
    (  # an arrest
        "Police arrested three suspects in Marseille on Friday.",
        ["arrest: Police > suspects | at Marseille | 2021-03-05 | 3 captured suspects"],
    ),
    (  # those who surrender are the initiator
        "Thirty fighters surrendered to the army in Buni Yadi on Friday.",
        ["surrender: fighters > army | at Buni Yadi | 2021-03-05 | 30 surrendered fighters"],
    ),
    (  # houses burned are property and a figure
        "Raiders burned 12 houses in the village of Bangui on Thursday.",
        ["property_destruction: Raiders > houses | at Bangui | 2021-03-04 | 12 buildings houses"],
    ),
    (  # a truce said to be broken; the claimant is a state
        "Armenia violated the ceasefire nine times on Friday, Azerbaijan said.",
        ["ceasefire_violation: Armenia | - | 2021-03-05 | - | Azerbaijan"],
    ),
    (  # a siege
        "Rebel forces besieged the town of Kapoeta on Thursday.",
        ["siege: Rebel forces | at Kapoeta | 2021-03-04"],
    ),
    (  # a return has a destination
        "Some 2,000 people returned to Sinjar on Thursday.",
        ["return: people | toward Sinjar | 2021-03-04 | ~2000 returned people"],
    ),
    (  # deaths with no means told
        "Eleven people were killed in Gao on Friday.",
        ["casualties: - > people | at Gao | 2021-03-05 | 11 killed people"],
    ),
    (  # who was hurt is the target, the market only where; the counted aircraft are a figure
        "Two jets bombed a market in Ariha on Friday, killing 14 civilians.",
        ["air_strike: jets > civilians | at Ariha | 2021-03-05 | 2 vehicles jets, 14 killed civilians"],
    ),
    (  # shells are means and no doer
        "Mortar shells hit a school in Avdiivka on Thursday, wounding nine pupils.",
        ["shelling: - > school, pupils | at Avdiivka | 2021-03-04 | 9 wounded pupils"],
    ),
    (  # a grenade attack
        "Gunmen threw a grenade into a bar in Bujumbura on Friday, injuring three people.",
        ["grenade: Gunmen > people | at Bujumbura | 2021-03-05 | 3 wounded people"],
    ),
    (  # the bomber is the doer of a suicide bombing
        "A suicide bomber blew himself up in Mogadishu on Friday, killing five soldiers.",
        ["suicide_bombing: suicide bomber > soldiers | at Mogadishu | 2021-03-05 | 5 killed soldiers"],
    ),
    (  # chlorine makes an attack a chemical one
        "A chlorine attack on Saraqib wounded 11 people on Thursday.",
        ["chemical_attack: - > people | at Saraqib | 2021-03-04 | 11 wounded people"],
    ),
    (  # sexual violence (a count of victims has no measure)
        "Soldiers raped 13 women in Tabit.",
        ["sexual_violence: Soldiers > women | at Tabit"],
    ),
    (  # crowd violence
        "An angry crowd torched the police station in Kaduna on Thursday.",
        ["riot: angry crowd > police station | at Kaduna | 2021-03-04"],
    ),
    (  # looting by a crowd is a riot
        "Looters ransacked shops in Durban on Thursday.",
        ["riot: Looters > shops | at Durban | 2021-03-04"],
    ),
    (  # mines defused are weapons found
        "Engineers defused 14 mines in Kherson on Thursday.",
        ["weapons_found: Engineers | at Kherson | 2021-03-04 | 14 weapons mines"],
    ),
    (  # both sides known apart are parties of their own
        "Colombia and the ELN signed a ceasefire in Quito on Friday.",
        ["agreement: Colombia, ELN | at Quito | 2021-03-05"],
    ),
    (  # a siege told as a state; since leaves the end open
        "The town of Djibo has been under siege since February.",
        ["siege ongoing: - | at Djibo | 2021-02-01..2021-03-06"],
    ),
    (  # those who flee; the place is where from
        "About 900 families fled from Pibor on Friday.",
        ["displacement: families | from Pibor | 2021-03-05 | ~900 displaced families"],
    ),
    (  # bodies are the dead, however they died
        "Eleven bodies were found in Tarhuna on Friday.",
        ["casualties: - > bodies | at Tarhuna | 2021-03-05 | 11 killed bodies"],
    ),
    (  # a mine is a bombing; a shepherd is one
        "A landmine exploded near Taftanaz on Friday, killing a shepherd.",
        ["bombing: - > shepherd | near Taftanaz | 2021-03-05 | 1 killed shepherd"],
    ),
    (  # an attack by helicopters is an air strike
        "Saudi helicopters attacked Saada on Friday.",
        ["air_strike: Saudi helicopters | at Saada | 2021-03-05"],
    ),
    (  # missiles fired from ships are shelling, and counted as strikes
        "The navy fired 12 missiles at Odesa on Friday.",
        ["shelling: navy | at Odesa | 2021-03-05 | 12 strikes missiles"],
    ),
    (  # beheaded farmers are civilians attacked, and killed
        "Boko Haram beheaded 12 farmers in Koshebe on Thursday.",
        ["attack_on_civilians: Boko Haram > farmers | at Koshebe | 2021-03-04 | 12 killed farmers"],
    ),
    (  # an execution of the unarmed
        "The junta executed four activists in Yangon on Friday.",
        ["attack_on_civilians: junta > activists | at Yangon | 2021-03-05 | 4 killed activists"],
    ),
    (  # a beating wounds
        "Policemen beat two journalists in Kampala on Friday.",
        ["attack_on_civilians: Policemen > journalists | at Kampala | 2021-03-05 | 2 wounded journalists"],
    ),
    (  # an exchange frees; states that act are no places
        "Russia and Ukraine exchanged 90 prisoners on Friday.",
        ["release: Russia, Ukraine > prisoners | - | 2021-03-05 | 90 freed prisoners"],
    ),
    (  # those detained are captured
        "Soldiers detained 60 men in Kandal on Friday.",
        ["arrest: Soldiers > men | at Kandal | 2021-03-05 | 60 captured men"],
    ),
    (  # one commander is one, in his own field
        "A rebel commander surrendered in Bambari on Friday.",
        ["surrender: rebel commander | at Bambari | 2021-03-05 | 1 surrendered rebel commander"],
    ),
    (  # sexual violence; its victims have no measure
        "Soldiers raped 13 women in Tabit on Friday.",
        ["sexual_violence: Soldiers > women | at Tabit | 2021-03-05"],
    ),
    (  # rape, told in the passive
        "Three nurses were raped by soldiers in Tabit on Friday.",
        ["sexual_violence: soldiers > nurses | at Tabit | 2021-03-05"],
    ),
    (  # a noun of sexual violence with its of and by
        "The rape of three nurses by soldiers in Tabit shocked the town.",
        ["sexual_violence: soldiers > nurses | at Tabit"],
    ),
    (  # sexual assault
        "Soldiers sexually assaulted two women in Tabit on Friday.",
        ["sexual_violence: Soldiers > women | at Tabit | 2021-03-05"],
    ),
    (  # troops that deploy are the doer
        "Ethiopian troops deployed in Baidoa on Friday.",
        ["deployment: Ethiopian troops | at Baidoa | 2021-03-05"],
    ),
    (  # an arrival of forces is a deployment
        "Reinforcements arrived in Goma on Friday.",
        ["deployment: Reinforcements | at Goma | 2021-03-05"],
    ),
    (  # both who agree are initiators, and a state that acts is no place
        "Israel and Hamas agreed to a ceasefire on Friday.",
        ["agreement: Israel, Hamas | - | 2021-03-05"],
    ),
    (  # a truce that comes into force
        "A ceasefire took effect in Hodeidah on Friday.",
        ["agreement: - | at Hodeidah | 2021-03-05"],
    ),
    (  # a truce that ends
        "The ceasefire in Tripoli collapsed on Friday.",
        ["agreement: - | at Tripoli | 2021-03-05"],
    ),
    (  # protesters with no number are no figure
        "Workers demonstrated in Tunis on Friday.",
        ["protest: Workers | at Tunis | 2021-03-05"],
    ),
    (  # a march, its size about
        "Some 200 teachers marched in Oaxaca on Friday.",
        ["protest: teachers | at Oaxaca | 2021-03-05 | ~200 protesters teachers"],
    ),
    (  # stones thrown by a crowd
        "Rioters threw stones at the police in Belfast on Friday.",
        ["riot: Rioters > police | at Belfast | 2021-03-05"],
    ),
    (  # mines found
        "Soldiers found two mines near Kharga on Friday.",
        ["weapons_found: Soldiers | near Kharga | 2021-03-05 | 2 weapons mines"],
    ),
    (  # demolition by an army
        "The army bulldozed six houses in Jenin on Friday.",
        ["property_destruction: army > houses | at Jenin | 2021-03-05 | 6 buildings houses"],
    ),
    (  # armed looters are no crowd
        "Militiamen looted the hospital in Leer on Friday.",
        ["property_destruction: Militiamen > hospital | at Leer | 2021-03-05"],
    ),
    (  # leaving is a withdrawal where soldiers leave
        "American soldiers left Bagram on Friday.",
        ["withdrawal: American soldiers | from Bagram | 2021-03-05"],
    ),
    (  # a place that is only described is not the next one that the sentence names
        "Soldiers captured the village on Friday, while the rebels held out in the suburbs of Bria.",
        ["territory_gain: Soldiers | at village | 2021-03-05"],
    ),
    (  # a facility taken
        "The rebels seized the airport in Mitiga on Friday.",
        ["territory_gain: rebels | at Mitiga | 2021-03-05"],
    ),
    (  # aircraft strike from the air
        "Fighter jets struck Sanaa on Friday.",
        ["air_strike: Fighter jets | at Sanaa | 2021-03-05"],
    ),
    (  # the bombs are means, the helicopters act
        "Helicopters dropped barrel bombs on Daraya on Friday.",
        ["air_strike: Helicopters | at Daraya | 2021-03-05"],
    ),
    (  # rockets fired are counted as strikes
        "Hamas fired 12 rockets at Sderot on Friday.",
        ["shelling: Hamas | at Sderot | 2021-03-05 | 12 strikes rockets"],
    ),
    (  # an unmanned car bomb is a bombing
        "A car bomb killed nine people in Baghdad on Friday.",
        ["bombing: - > people | at Baghdad | 2021-03-05 | 9 killed people"],
    ),
    (  # a mine that goes off
        "A mine exploded near Taftanaz on Friday, wounding two boys.",
        ["bombing: - > boys | near Taftanaz | 2021-03-05 | 2 wounded boys"],
    ),
    (  # a noun of a grenade attack
        "A grenade attack wounded three people in Bujumbura on Friday.",
        ["grenade: - > people | at Bujumbura | 2021-03-05 | 3 wounded people"],
    ),
    (  # chlorine settles the type
        "A chlorine attack killed nine people in Saraqib on Thursday.",
        ["chemical_attack: - > people | at Saraqib | 2021-03-04 | 9 killed people"],
    ),
    (  # one priest is one
        "Gunmen kidnapped a priest near Kafanchan on Friday.",
        ["abduction: Gunmen > priest | near Kafanchan | 2021-03-05 | 1 abducted priest"],
    ),
    (  # the missing have a measure of their own
        "Five farmers went missing near Ituri on Friday.",
        ["abduction: - > farmers | near Ituri | 2021-03-05 | 5 missing farmers"],
    ),
    (  # the definite priest is no figure
        "The kidnappers freed the priest in Kafanchan on Friday.",
        ["release: kidnappers > priest | at Kafanchan | 2021-03-05"],
    ),
    (  # an idiom of surrender
        "Forty militiamen laid down their arms in Bunia on Friday.",
        ["surrender: militiamen | at Bunia | 2021-03-05 | 40 surrendered militiamen"],
    ),
    (  # those who return go toward a place
        "About 600 refugees returned to Bambari on Friday.",
        ["return: refugees | toward Bambari | 2021-03-05 | ~600 returned refugees"],
    ),
    (  # deaths with no doer and no means
        "Twelve civilians died in Bria on Friday.",
        ["casualties: - > civilians | at Bria | 2021-03-05 | 12 killed civilians"],
    ),
    (  # an ambush is a clash
        "Separatists ambushed a convoy near Bamenda on Friday.",
        ["clash: Separatists > convoy | near Bamenda | 2021-03-05"],
    ),
    (  # a violation with no other act told
        "Ukraine violated the ceasefire on Friday, the separatists said.",
        ["ceasefire_violation: Ukraine | - | 2021-03-05 | - | separatists"],
    ),
    (  # those who receive relief are aided, families a unit of their own
        "The Red Crescent delivered food to 4,000 families in Bria on Friday.",
        ["aid: Red Crescent > families | at Bria | 2021-03-05 | 4000 aided families"],
    ),
    (  # distribution is aid
        "Aid workers distributed tents to 200 families in Bria on Friday.",
        ["aid: Aid workers > families | at Bria | 2021-03-05 | 200 aided families"],
    ),
    (  # recruiting changes a group
        "The militia recruited boys in Rubkona on Friday.",
        ["group_change: militia > boys | at Rubkona | 2021-03-05"],
    ),
    (  # a defection
        "Officers defected to the rebels in Homs on Friday.",
        ["group_change: Officers > rebels | at Homs | 2021-03-05"],
    ),
    (  # troops that deploy are the doer
        "Turkish troops deployed in Misrata on Friday.",
        ["deployment: Turkish troops | at Misrata | 2021-03-05"],
    ),
    # --- whether it happened
    (  # the present progressive goes on
        "Turkish forces are shelling the town of Afrin.",
        ["shelling ongoing: Turkish forces | at Afrin"],
    ),
    (  # will is planned, and Sunday lies ahead
        "The army will attack Kismayo on Sunday, the minister said.",
        ["clash planned: army | at Kismayo | 2021-03-07 | - | minister"],
    ),
    (  # a denial keeps its claimant
        "The army denied that its troops shelled the hospital in Bambari.",
        ["shelling denied: its troops > hospital | at Bambari | - | - | army"],
    ),
    (  # no soldiers is a figure of nought
        "The ministry said no soldiers were killed in Donetsk on Friday.",
        ["casualties denied: - > soldiers | at Donetsk | 2021-03-05 | 0 killed soldiers | ministry"],
    ),
    (  # will is planned; Sunday lies ahead
        "The army will attack the rebels in Kismayo on Sunday.",
        ["clash planned: army > rebels | at Kismayo | 2021-03-07"],
    ),
    (  # expected is planned
        "Protesters are expected to march in Dakar on Sunday.",
        ["protest planned: Protesters | at Dakar | 2021-03-07"],
    ),
    (  # may is hypothetical
        "The rebels may attack Goma on Sunday.",
        ["clash hypothetical: rebels | at Goma | 2021-03-07"],
    ),
    (  # a denial by who would have done it
        "The army denied shelling the market in Taiz.",
        ["shelling denied: army > market | at Taiz | - | - | army"],
    ),
    (  # what is denied keeps its figure
        "The rebels denied killing 12 farmers in Zurmi.",
        ["attack_on_civilians denied: rebels > farmers | at Zurmi | - | 12 killed farmers | rebels"],
    ),
    (  # that under deny is denied
        "The ministry denied that soldiers shot dead two men in Lalibela.",
        ["attack_on_civilians denied: soldiers > men | at Lalibela | - | 2 killed men | ministry"],
    ),
    (  # will is planned, and Sunday lies ahead
        "Police will arrest the rebels in Kampala on Sunday.",
        ["arrest planned: Police > rebels | at Kampala | 2021-03-07"],
    ),
    (  # preparing is planned, not ongoing
        "The army is preparing to attack Bria.",
        ["clash planned: army | at Bria"],
    ),
    (  # planned as a verb above its subject
        "Protests are planned in Dakar on Sunday.",
        ["protest planned: - | at Dakar | 2021-03-07"],
    ),
    (  # might is hypothetical
        "The rebels might attack Goma on Sunday.",
        ["clash hypothetical: rebels | at Goma | 2021-03-07"],
    ),
    (  # a denial by who would have done it
        "Israel denied bombing the hospital in Rafah.",
        ["air_strike denied: Israel > hospital | at Rafah | - | - | Israel"],
    ),
    # --- who says so
    (  # said at the end
        "Shells killed seven villagers in Marun on Friday, the mayor said.",
        ["shelling: - > villagers | at Marun | 2021-03-05 | 7 killed villagers | mayor"],
    ),
    (  # said at the beginning
        "The mayor said shells killed seven villagers in Marun on Friday.",
        ["shelling: - > villagers | at Marun | 2021-03-05 | 7 killed villagers | mayor"],
    ),
    (  # according to, in front
        "According to the mayor, shells killed seven villagers in Marun on Friday.",
        ["shelling: - > villagers | at Marun | 2021-03-05 | 7 killed villagers | mayor"],
    ),
    (  # according to, behind
        "Shells killed seven villagers in Marun on Friday, according to the mayor.",
        ["shelling: - > villagers | at Marun | 2021-03-05 | 7 killed villagers | mayor"],
    ),
    (  # a quotation with the verb before its subject
        "“Shells killed seven villagers in Marun on Friday,” said the mayor.",
        ["shelling: - > villagers | at Marun | 2021-03-05 | 7 killed villagers | mayor"],
    ),
    (  # a quotation over two sentences
        "“The soldiers came at dawn. They shot dead six men in Kirumba,” a witness said.",
        ["attack_on_civilians: They > men | at Kirumba | - | 6 killed men | witness"],
    ),
    (  # a quotation that goes on in the next paragraph
        "“The soldiers came at dawn,” said Marie Kavira, a nurse.\n\n“They shot dead six men in Kirumba.”",
        ["attack_on_civilians: They > men | at Kirumba | - | 6 killed men | Marie Kavira"],
    ),
    (  # an outlet that reports is the claimant
        "Reuters reported that a car bomb killed eight people in Mosul on Thursday.",
        ["bombing: - > people | at Mosul | 2021-03-04 | 8 killed people | Reuters"],
    ),
    (  # told an outlet: innermost first, then who relays
        "The governor told Reuters that gunmen killed five farmers in Zurmi on Thursday.",
        ["attack_on_civilians: gunmen > farmers | at Zurmi | 2021-03-04 | 5 killed farmers | governor, Reuters"],
    ),
    (  # an allegation is told as happened; the claimant carries the doubt
        "Rebels shelled Taiz on Friday, the army claimed.",
        ["shelling: Rebels | at Taiz | 2021-03-05 | - | army"],
    ),
    (  # a quotation told to an agency
        "“They burned 12 houses in Kuga,” Amina Yusuf, a trader, told AFP.",
        ["property_destruction: They > houses | at Kuga | - | 12 buildings houses | Amina Yusuf, AFP"],
    ),
    (  # the time of saying dates nothing
        "On Tuesday the ministry said that rebels attacked Bria.",
        ["clash: rebels | at Bria | - | - | ministry"],
    ),
    (  # on Friday belongs to said
        "The police said on Friday that they arrested nine men in Gagnoa.",
        ["arrest: they > men | at Gagnoa | - | 9 captured men | police"],
    ),
    (  # each side says its own
        "Hamas said Israel bombed Rafah. Israel said Hamas fired 12 rockets at Sderot.",
        [
            "air_strike: Israel | at Rafah | - | - | Hamas",
            "shelling: Hamas | at Sderot | - | 12 strikes rockets | Israel",
        ],
    ),
    (  # told an agency: the agency relays
        "“Soldiers burned six houses in Kuga,” a farmer told AFP.",
        ["property_destruction: Soldiers > houses | at Kuga | - | 6 buildings houses | farmer, AFP"],
    ),
    (  # two who say the same together
        "Rebels and residents said the army shelled Bria.",
        ["shelling: army | at Bria | - | - | Rebels, residents"],
    ),
    (  # a body by its full name
        "According to Human Rights Watch, soldiers executed nine men in Solhan.",
        ["attack_on_civilians: soldiers > men | at Solhan | - | 9 killed men | Human Rights Watch"],
    ),
    (  # say in the present
        "Police say they arrested four men in Naples.",
        ["arrest: they > men | at Naples | - | 4 captured men | Police"],
    ),
    (  # said behind a comma
        "The rebels released 12 soldiers in Bria, the Red Cross said.",
        ["release: rebels > soldiers | at Bria | - | 12 freed soldiers | Red Cross"],
    ),
    (  # an outlet that is not in the registry
        "Shells killed four people in Bria, Radio Ndeke Luka reported.",
        ["shelling: - > people | at Bria | - | 4 killed people | Radio Ndeke Luka"],
    ),
    (  # the accuser says it, the accused did it
        "The army accused the rebels of shelling Bria.",
        ["shelling: rebels | at Bria | - | - | army"],
    ),
    (  # two claimants with two versions are two reports
        "The ministry said five soldiers were killed in Bria. The rebels said 12 soldiers were killed in Bria.",
        [
            "casualties: - > soldiers | at Bria | - | 5 killed soldiers | ministry",
            "casualties: - > soldiers | at Bria | - | 12 killed soldiers | rebels",
        ],
    ),
    (  # a name with an apposition
        "“The soldiers killed nine people in Bria,” said Jean Bemba, a farmer.",
        ["attack_on_civilians: soldiers > people | at Bria | - | 9 killed people | Jean Bemba"],
    ),
    # --- who did it, to whom
    (  # a passive without an agent has no initiator
        "Six teachers were kidnapped in Kagara on Wednesday.",
        ["abduction: - > teachers | at Kagara | 2021-03-03 | 6 abducted teachers"],
    ),
    (  # coordinated verbs share their subject, and are one strike
        "Israeli jets bombed Khan Younis and killed nine people on Friday.",
        ["air_strike: Israeli jets > people | at Khan Younis | 2021-03-05 | 9 killed people"],
    ),
    (  # a light verb gives its subject to the noun
        "The army carried out air strikes on rebel positions near Sirte on Friday.",
        ["air_strike: army > rebel positions | near Sirte | 2021-03-05"],
    ),
    (  # came under: the subject is the place
        "The town of Huwaija came under mortar fire on Thursday.",
        ["shelling: - | at Huwaija | 2021-03-04"],
    ),
    (  # a nominal event with by and on
        "An attack by gunmen on a church in Owo killed 40 worshippers.",
        ["attack_on_civilians: gunmen > church, worshippers | at Owo | - | 40 killed worshippers"],
    ),
    (  # of gives those killed
        "The killing of two priests in Zamfara",
        ["casualties: - > priests | in_area Zamfara | - | 2 killed priests"],
    ),
    (  # a passive with its agent; armed against armed is a clash
        "Five soldiers were killed by rebels near Macomia on Friday.",
        ["clash: rebels > soldiers | near Macomia | 2021-03-05 | 5 killed soldiers"],
    ),
    (  # shot is not killed
        "Soldiers shot a man in Beni on Friday.",
        ["attack_on_civilians: Soldiers > man | at Beni | 2021-03-05 | 1 wounded man"],
    ),
    (  # the agent of an attack
        "The convoy was attacked by Tuareg rebels near Tabankort on Friday.",
        ["clash: Tuareg rebels > convoy | near Tabankort | 2021-03-05"],
    ),
    (  # a nation before the noun did it
        "French air strikes killed 20 jihadists near Boulikessi on Friday.",
        ["air_strike: French > jihadists | near Boulikessi | 2021-03-05 | 20 killed jihadists"],
    ),
    (  # a possessor did it
        "The army's shelling of Douma killed nine people on Friday.",
        ["shelling: army > people | at Douma | 2021-03-05 | 9 killed people"],
    ),
    (  # of gives the place, by the doer
        "The bombardment of Sarajevo by Serb forces killed 22 people on Friday.",
        ["shelling: Serb forces > people | at Sarajevo | 2021-03-05 | 22 killed people"],
    ),
    (  # launched gives its subject
        "Turkey launched air strikes against the PKK near Zap on Friday.",
        ["air_strike: Turkey > PKK | near Zap | 2021-03-05"],
    ),
    (  # by a mine tells the means, not the doer
        "Four soldiers were wounded by a mine near Bria.",
        ["bombing: - > soldiers | near Bria | - | 4 wounded soldiers"],
    ),
    (  # a nominal event with of and by; its by settles the type
        "The bombing of a hospital in Kunduz by American aircraft killed 42 people.",
        ["air_strike: American aircraft > hospital, people | at Kunduz | - | 42 killed people"],
    ),
    (  # a nominal event with by
        "Shelling by the army killed four people in Bria.",
        ["shelling: army > people | at Bria | - | 4 killed people"],
    ),
    (  # a nominal event with of
        "The arrest of four activists in Harare sparked anger.",
        ["arrest: - > activists | at Harare | - | 4 captured activists"],
    ),
    (  # a headline without a verb
        "The kidnapping of six nuns by gunmen near Goroka",
        ["abduction: gunmen > nuns | near Goroka | - | 6 abducted nuns"],
    ),
    (  # a participle clause about the doer is not part of the name
        "Rebels led by Joseph Kony abducted 12 girls in Obo.",
        ["abduction: Rebels > girls | at Obo | - | 12 abducted girls"],
    ),
    (  # fire opened on a bus of passengers
        "Militants opened fire on a bus in Mandera, killing six passengers.",
        ["attack_on_civilians: Militants > bus, passengers | at Mandera | - | 6 killed passengers"],
    ),
    (  # an adjective phrase belongs to the name
        "Troops loyal to Haftar attacked Gharyan on Friday.",
        ["clash: Troops loyal to Haftar | at Gharyan | 2021-03-05"],
    ),
    (  # a light verb gives its subject to the noun
        "Israel carried out an air strike on Masyaf on Friday.",
        ["air_strike: Israel | at Masyaf | 2021-03-05"],
    ),
    # --- where
    (  # a strike on two towns is one report
        "Jets bombed Nayrab and Sarmin on Friday.",
        ["air_strike: Jets | at Nayrab, at Sarmin | 2021-03-05"],
    ),
    (  # a country at the head of the sentence is an area
        "In Iraq, a bomb killed two policemen on Friday.",
        ["bombing: - > policemen | in_area Iraq | 2021-03-05 | 2 killed policemen"],
    ),
    (  # near is no at
        "Shells fell near Horlivka on Friday.",
        ["shelling: - | near Horlivka | 2021-03-05"],
    ),
    (  # a noun that breaks out
        "Clashes broke out in Kadugli on Friday.",
        ["clash: - | at Kadugli | 2021-03-05"],
    ),
    (  # one action at two towns is one report
        "Shells hit the towns of Nikopol and Marhanets on Friday.",
        ["shelling: - | at Nikopol, at Marhanets | 2021-03-05"],
    ),
    (  # two towns taken are two reports
        "Rebels captured Bunagana and Rutshuru on Friday.",
        ["territory_gain: Rebels | at Bunagana | 2021-03-05", "territory_gain: Rebels | at Rutshuru | 2021-03-05"],
    ),
    (  # part of a country is an area
        "Clashes erupted in northern Syria on Friday.",
        ["clash: - | in_area northern Syria | 2021-03-05"],
    ),
    (  # the building is what was hit, the town is where
        "A bomb exploded outside a mosque in Quetta on Friday.",
        ["bombing: - > mosque | at Quetta | 2021-03-05"],
    ),
    (  # toward is a destination
        "Rebels advanced towards Bangui on Friday.",
        ["clash: Rebels | toward Bangui | 2021-03-05"],
    ),
    (  # of a chain only the most specific place
        "Shells hit the village of Zaitsevo in Donetsk region on Friday.",
        ["shelling: - | at Zaitsevo | 2021-03-05"],
    ),
    (  # a country is an area
        "Clashes broke out in Afghanistan on Friday.",
        ["clash: - | in_area Afghanistan | 2021-03-05"],
    ),
    (  # places counted, not named
        "The army captured three villages near Saraqib on Friday.",
        ["territory_gain: army | near Saraqib | 2021-03-05 | 3 villages villages"],
    ),
    # --- told over several sentences
    (  # headline and lead are one report
        "Shelling kills nine in Kalma\n\nShells hit a market in Kalma on Friday, killing nine people.",
        ["shelling: - > people | at Kalma | 2021-03-05 | 9 killed people"],
    ),
    (  # the strike is the one just told
        "Jets bombed Sirte on Friday. The strike killed four people.",
        ["air_strike: Jets > people | at Sirte | 2021-03-05 | 4 killed people"],
    ),
    (  # the toll of a sentence that takes up the attack settles its type
        "Gunmen attacked a bus near Timbuktu on Friday. The attack killed 12 passengers.",
        ["attack_on_civilians: Gunmen > bus, passengers | near Timbuktu | 2021-03-05 | 12 killed passengers"],
    ),
    (  # headline and lead are one report, with the values of the fuller
        "Bomb kills nine in Kabul\n\nA bomb killed nine people in Kabul on Friday.",
        ["bombing: - > people | at Kabul | 2021-03-05 | 9 killed people"],
    ),
    (  # told twice, once attributed: one report, attributed
        "Rebels captured Bria on Friday. Rebels captured Bria on Friday, officials said.",
        ["territory_gain: Rebels | at Bria | 2021-03-05 | - | officials"],
    ),
    (  # two days are two reports
        "Shells killed three people in Taiz on Thursday. Shells killed five people in Taiz on Friday.",
        [
            "shelling: - > people | at Taiz | 2021-03-04 | 3 killed people",
            "shelling: - > people | at Taiz | 2021-03-05 | 5 killed people",
        ],
    ),
    (  # those who died in the next sentence died of the attack
        "Rebels attacked Solhan on Friday. Nine people died.",
        ["clash: Rebels > people | at Solhan | 2021-03-05 | 9 killed people"],
    ),
    (  # a toll in the next sentence joins
        "Jets bombed Sirte on Friday. At least four civilians were killed.",
        ["air_strike: Jets > civilians | at Sirte | 2021-03-05 | 4+ killed civilians"],
    ),
    (  # a headline in the present tense and its lead are one report
        "Shells kill four in Bria\n\nFour people were killed when shells hit Bria on Friday.",
        ["shelling: - > people | at Bria | 2021-03-05 | 4 killed people"],
    ),
    (  # headline, lead and a later toll are one report
        "Bomb kills seven in Quetta\n\nA bomb killed seven people in Quetta on Friday.\n\nThe bomb wounded 20 others.",
        ["bombing: - > people | at Quetta | 2021-03-05 | 7 killed people, 20 wounded others"],
    ),
    # --- when
    (  # a month is its days
        "Rebels attacked Bria in January.",
        ["clash: Rebels | at Bria | 2021-01-01..2021-01-31"],
    ),
    (  # nothing told is no day
        "Rebels attacked Bria.",
        ["clash: Rebels | at Bria"],
    ),
    (  # a window stays
        "Rebels attacked Bria within the past two weeks.",
        ["clash: Rebels | at Bria | 2021-02-20..2021-03-06"],
    ),
    (  # overnight is the day before and the day
        "Rebels attacked Bria overnight.",
        ["clash: Rebels | at Bria | 2021-03-05..2021-03-06"],
    ),
    (  # a full date is its day
        "Rebels attacked Bria on 12 February 2021.",
        ["clash: Rebels | at Bria | 2021-02-12"],
    ),
    # --- how many
    (  # at least keeps the upper side open
        "At least seven people were killed in Gao.",
        ["casualties: - > people | at Gao | - | 7+ killed people"],
    ),
    (  # up to keeps the lower side open
        "Up to 30 people were killed in Gao.",
        ["casualties: - > people | at Gao | - | -30 killed people"],
    ),
    (  # a range has both sides
        "Between 20 and 30 people were killed in Gao.",
        ["casualties: - > people | at Gao | - | 20-30 killed people"],
    ),
    (  # plural no figure
        "Civilians were killed in Gao.",
        ["casualties: - > Civilians | at Gao"],
    ),
    (  # what the document says did not happen is no report
        "Nobody was killed in Gao.",
        [],
    ),
    (  # a part points to its whole
        "Air strikes killed 40 rebels, including three commanders, near Bria.",
        ["air_strike: - > rebels | near Bria | - | 40 killed rebels, 3 killed commanders of '40 rebels'"],
    ),
    (  # several is vague
        "Shells killed several people in Bria.",
        ["shelling: - > people | at Bria | - | 2+? killed people"],
    ),
    (  # about is about
        "Shells wounded about 30 people in Bria.",
        ["shelling: - > people | at Bria | - | ~30 wounded people"],
    ),
    # --- no report
    (  # a condemnation is no report
        "The president condemned the violence and called for calm.",
        [],
    ),
    (  # metaphor
        "Analysts say the war of words between the two parties will continue.",
        [],
    ),
    (  # policy
        "The ministers discussed sanctions against the regime at a meeting in Vienna.",
        [],
    ),
    (  # what the document itself denies is no report
        "The army did not attack the village of Umm Dukhun.",
        [],
    ),
    (  # history told as history
        "The castle of Marun was besieged by the Ottomans in 1565.",
        [],
    ),
    (  # a team that is beaten
        "The team was beaten 3-0 in Madrid on Friday.",
        [],
    ),
    (  # figurative hit
        "Oil prices were hit on Friday by fears of a slowdown.",
        [],
    ),
    (  # fired in the office
        "The company fired its director in London.",
        [],
    ),
    (  # shares fall
        "Shares in the bank fell in Frankfurt on Friday.",
        [],
    ),
    (  # a bare mention in a condemnation
        "The minister condemned the attack.",
        [],
    ),
    (  # a meeting about a truce makes none
        "The committee will discuss the ceasefire resolution in New York.",
        [],
    ),
    (  # exercises are no deployment
        "The army exercises near Zapad involve 13,000 troops.",
        [],
    ),
    (  # sport
        "The striker fired two shots at goal in Turin.",
        [],
    ),
    (  # fired from office
        "He was fired from the ministry in Tunis on Friday.",
        [],
    ),
    (  # arrest inflation
        "A bill to arrest inflation was blocked in Abuja.",
        [],
    ),
    (  # seats captured in an election
        "The party captured 40 seats in Lahore on Friday.",
        [],
    ),
    (  # a figure of speech
        "Police returned fire in the debate over reform.",
        [],
    ),
    (  # no one did it, so it did not happen
        "No one attacked the convoy near Bria on Friday.",
        [],
    ),
    (  # an appeal brings no aid
        "The refugee agency appealed for $40 million.",
        [],
    ),
    (  # a meeting
        "The two presidents met in Geneva on Friday.",
        [],
    ),
    (  # an opinion
        "Children in Bria want peace, said Marie, a teacher.",
        [],
    ),
    (  # praise
        "The general praised the soldiers for their courage.",
        [],
    ),
    (  # an appeal
        "The UN called on all sides to protect civilians.",
        [],
    ),
    (  # a museum
        "The exhibition shows weapons captured in 1943.",
        [],
    ),
    (  # accounts frozen
        "The bank froze the accounts of the company in Zurich.",
        [],
    ),
    (  # control told as a state
        "Rebels control the town of Bria.",
        [],
    ),
    (  # a condemnation that tells nothing
        "The minister condemned the violence in Bria.",
        [],
    ),
    (  # a mood captured
        "He captured the mood of the city in his novel.",
        [],
    ),
    (  # arms deliveries
        "The government supplied the rebels with rifles.",
        [],
    ),
    (  # a court
        "The court in Lagos heard an appeal on Friday.",
        [],
    ),
    (  # results released
        "The company will release its results on Friday.",
        [],
    ),
    (  # a bomb that only names a squad
        "The bomb squad trains in Lyon every year.",
        [],
    ),
    (  # an album released
        "The singer will release an album in Accra on Friday.",
        [],
    ),
    (  # a match won
        "Germany beat Brazil in Belo Horizonte on Friday.",
        [],
    ),
    (  # a ship stranded
        "The ship was stranded in Suez on Friday.",
        [],
    ),
    (  # a negation of what would have been a gain
        "Rebels did not enter the town of Bria.",
        [],
    ),
    (  # a study of a war
        "The commission will study the causes of the war.",
        [],
    ),
    (  # the strength of an army is no event
        "The army has 4,000 soldiers and 30 tanks.",
        [],
    ),
    (  # tension is no clash
        "Relations between the two armies are tense.",
        [],
    ),
    (  # "she" is the person told of, though a ministry spoke last
        "The health ministry said four people were killed in Bria. Defence Minister Marie Koyara rejected the figure."
        " Rebels shelled the market, she said.",
        [
            "casualties: - > people | at Bria | - | 4 killed people | health ministry",
            "shelling: Rebels > market | in_area market | - | - | she (Defence Minister Marie Koyara)",
        ],
    ),
    (  # "he" is no body: with no person told the pronoun stays
        "The army command issued a toll on Friday. Rebels shelled the market of Bria, he said.",
        ["shelling: Rebels > market of Bria | at Bria | - | - | he"],
    ),
    (  # "it" is the body of the sentence's last clause, not its general
        "The general inspected the front but the ministry published a toll. It said rebels killed four people in Bria.",
        ["attack_on_civilians: rebels > people | at Bria | - | 4 killed people | It (ministry)"],
    ),
    (  # the possessor of a shelling may be its day, which did nothing
        "Two people died in Friday's shelling of Bria.",
        ["shelling: - > people | at Bria | 2021-03-05 | 2 killed people"],
    ),
    (  # a whole clause may tell when; who acts in it acts
        "At least 90 people have been killed since the army shelled Bria in January.",
        ["shelling: army > people | at Bria | 2021-01-01..2021-03-06 | 90+ killed people"],
    ),
    (  # a mission abroad strikes from the air; the countries of its theatre are not its home
        "Operation Barkhane strikes killed 20 fighters near Gao on 12 February 2021.",
        ["air_strike: Barkhane > fighters | near Gao | 2021-02-12 | 20 killed fighters"],
    ),
    (  # a command over operations is none of them
        "The general oversees French military operations in the Sahel.",
        [],
    ),
    (  # "against" is the operation's, also where the tree gives it "launched"
        "The army launched a military operation against the rebels near Bria on Friday.",
        ["clash: army > rebels | near Bria | 2021-03-05"],
    ),
    (  # verbs before numbers, the comma lost: each number is its verb's, and the bomber is nobody killed
        "A suicide bomber killed 30 people injured 90 in Bria on Monday.",
        ["suicide_bombing: suicide bomber > people | at Bria | 2021-03-01 | 30 killed people, 90 wounded"],
    ),
    (  # numbers before verbs, as in headlines
        "Six men killed 12 wounded in shelling of Bria",
        ["shelling: - > men | at Bria | - | 6 killed men, 12 wounded wounded"],
    ),
    (  # a headline's one victim did not kill the thirty injured
        "A woman killed 30 injured in attacks in Bria.",
        ["attack_on_civilians: - > woman | at Bria | - | 1 killed woman, 30 wounded injured"],
    ),
    (  # an outlet that is told something is no place; the source that adds is the one that told it
        "A source at the police told SANA that terrorists fired rockets on Bria, claiming the lives of two men."
        " The source added that gunmen killed two civilians in Zinder.",
        [
            "shelling: terrorists > men | at Bria | - | 2 killed men | source at the police, SANA",
            "attack_on_civilians: gunmen > civilians | at Zinder | - | 2 killed civilians"
            " | source (source at the police), SANA",
        ],
    ),
    (  # "the Observatory" is who is named so, not the rebels told of in the sentence before
        "The Marun Observatory for Human Rights said seven people were killed in shelling of Bria."
        " Al-Shabaab rejected the toll. Rebels shelled Zinder, the Observatory said.",
        [
            "shelling: - > people | at Bria | - | 7 killed people | Marun Observatory for Human Rights",
            "shelling: Rebels | at Zinder | - | - | Observatory (Marun Observatory for Human Rights)",
        ],
    ),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_reports(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


@pytest.mark.parametrize("time", ["on Friday", "last week", "in January", "yesterday", "on 12 February"])
def test_an_undated_document_keeps_the_words_and_has_no_days(time: str) -> None:
    (report,) = coded(f"Rebels attacked Bria {time}.", published=None).reports
    assert report.when is not None
    assert time.endswith(report.when.span.quote.removeprefix("on ").removeprefix("in "))
    assert (report.when.start, report.when.end, report.known_by) == (None, None, None)


def test_every_type_and_every_status_has_a_row() -> None:
    heads = [report.partition(":")[0].split() for _, reports in ROWS for report in reports]
    assert {head[0] for head in heads} == set(load_codebook().types)
    assert {head[1] for head in heads if head[1:]} == set(get_args(StatusName)) - {"happened"}
