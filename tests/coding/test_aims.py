"""What is only aimed at, named aside or told of a state is no report of it; each row shows one thing."""

import pytest
from documents import coded, told

ROWS = [
    (
        "Fighters massed near Goma to storm the airport.",
        ["deployment: Fighters | near Goma"],
        "what they came for has not happened",
    ),
    (
        "The rebels launched an offensive to take the town of Harim.",
        ["clash: rebels | at Harim"],
        "the offensive began; the town is not taken",
    ),
    ("The campaign is aimed at the liberation of Mosul.", [], "an aim of a campaign"),
    (
        "Soldiers used bulldozers to raze 12 homes in Jinba.",
        ["property_destruction: Soldiers > homes | at Jinba | - | 12 buildings homes"],
        "what was used was used for it",
    ),
    (
        "The militia is trying to retake the bridge at Bwera.",
        ["clash ongoing: militia | at Bwera"],
        "who tries for a place fights for it",
    ),
    (
        "Insurgents failed to capture the barracks in Dikwa on Friday.",
        ["clash: Insurgents | at Dikwa | 2021-03-05"],
        "a failed attempt is a fight",
    ),
    ("Women gathered to protest in Bamenda.", ["protest: Women | at Bamenda"], "they did protest"),
    ("Two deputies visited Israeli-occupied Hebron.", [], "how a place stands, and no taking of it"),
    (
        "Yemen has been locked in a civil war since 2014, when Houthi fighters attacked the army.",
        [],
        "since when there is war",
    ),
    ("Doctors said some of the injured were taken to hospital in Goma.", [], "they have been told of before"),
    (
        "People displaced by the fighting in Bunia need food.",
        ["displacement: People | at Bunia"],
        "the fighting says why they left, with nobody told who fought",
    ),
    (
        "People displaced by clashes between the army and CODECO in Bunia need food.",
        ["displacement: People | at Bunia", "clash: army > CODECO | at Bunia"],
        "a place and who fought there is worth a report",
    ),
    (
        "The war killed 9,000 people and displaced millions of people in Sudan.",
        [
            "casualties: - > people | in_area Sudan | - | 9000 killed people",
            "displacement: people | in_area Sudan | - | 2000000+? displaced people",
        ],
        "two consequences of a war",
    ),
    (
        "Air strikes on Bunia forced 3,000 people to flee to Mahagi.",
        [
            "air_strike: - | at Bunia",
            "displacement: people | toward Mahagi | - | 3000 displaced people",
        ],
        "who is driven out is no target of the strikes",
    ),
    (
        "Warplanes carried out four raids on Hodeidah.",
        ["air_strike: Warplanes | at Hodeidah | - | 4 strikes raids"],
        "who carries out a raid tells its means",
    ),
    (
        "Ten people were killed, 12 injured and 300 displaced in Bunia.",
        [
            "casualties: - > people | at Bunia | - | 10 killed people, 12 wounded injured",
            "displacement: people | at Bunia | - | 300 displaced displaced",
        ],
        "a verb that leaves out what the one before it has",
    ),
    (
        "Six people were killed in an air strike on Atarib on Friday. The Institute for Peace has put the death toll"
        " from the conflict in Syria at as high as 47,000.",
        [
            "air_strike: - > people | at Atarib | 2021-03-05 | 6 killed people",
            "casualties: - | in_area Syria | - | -47000 killed  | Institute for Peace",
        ],
        "the toll of a war is no toll of the strike before it",
    ),
    (
        "A grenade left five people injured in Cali.",
        ["grenade: - > people | at Cali | - | 5 wounded people"],
        "what leaves people hurt is the means",
    ),
    (
        "A shell burst at the gate of the hospital. Three women were killed.",
        ["shelling: - > women | at gate of the hospital | - | 3 killed women"],
        "a sentence just before names the means",
    ),
    (
        "Factories here make rockets. Three people were killed in Aden.",
        ["casualties: - > people | at Aden | - | 3 killed people"],
        "a happening with a place of its own leans on nothing",
    ),
    (
        "On 10 December, near Mayadin, one strike destroyed a vehicle of the group.",
        [
            "air_strike: - > vehicle of the group | near Mayadin | 2020-12-10"
            " | 1 strikes strike, 1 vehicles vehicle of the group"
        ],
        "a strike by nobody named",
    ),
    ("Aid was brought to the besieged town of Yarmouk.", ["aid: - | toward Yarmouk"], "who besieges is not told"),
    ("The monitor determines whose planes carry out raids in Idlib.", [], "a question that somebody answers"),
    ("Forces of the junta often strike areas held by rebels.", [], "a habit with neither place nor number"),
    (
        "A missile fired by the army slammed into a house in Marea.",
        ["shelling: army > house | at Marea"],
        "who fired what hit",
    ),
    (
        "The army said that two children were killed by Russian bombs in Kharkiv.",
        ["air_strike: Russian > children | at Kharkiv | - | 2 killed children | army"],
        "a state's bombs fall",
    ),
    (
        "A bomb planted by Russian agents exploded in Kharkiv.",
        ["bombing: Russian agents | at Kharkiv"],
        "where nothing says that they were laid",
    ),
    (
        "The army shelled dozens of families in Sake, killing three of them and wounding 22.",
        ["shelling: army > families | at Sake | - | 3 killed them, 22 wounded"],
        "a part with a verb of its own",
    ),
    (
        "At least 70 regime and rebel fighters were killed in a government assault near Hama.",
        ["clash: government > regime and rebel fighters | near Hama | - | 70+ killed regime and rebel fighters"],
        "what two adjectives share is counted",
    ),
    ("No group has claimed responsibility for the attack in Pensa.", [], "that nobody claimed it is no denial"),
    ("No one has claimed the bombing in Quetta.", [], "nor here"),
    (
        "The gang set fire to at least 45 houses and 34 cars in Mirebalais.",
        ["property_destruction: gang > houses, cars | at Mirebalais | - | 45+ buildings houses, 34 vehicles cars"],
        "a verb of three words keeps its object",
    ),
    (
        "Four elderly people burned to death in Sagaing.",
        ["casualties: - > elderly people | at Sagaing | - | 4 killed elderly people"],
        "nobody is told to have burned them",
    ),
    (
        "The siege of Tal was an operation of the Free Army against government troops between 3 March and 9 May 2016.",
        ["siege: - > government troops | at Tal | 2016-03-03..2016-05-09"],
        "what it is said to have been is no second one, and it is over",
    ),
    (
        "Gunmen killed 23 people in Pensa, the deadliest attack in the region since June.",
        ["attack_on_civilians: Gunmen > people | at Pensa | - | 23 killed people"],
        "since when it is the deadliest",
    ),
    ("Traders were setting out their goods in Kupiansk.", [], "goods are set out, and people set out"),
    ("Families set out for Mahagi on foot.", ["displacement: Families | toward Mahagi"], "on their way"),
    (
        "Three people died in Svatove, among them a boy born in 2011.",
        ["casualties: - > people | at Svatove | - | 3 killed people, 1 killed boy of 'Three people'"],
        "when the boy was born dates nothing",
    ),
    (
        "The rebels were driven out of Kismayo in 2012. They still carry out attacks.",
        ["territory_gain: - > rebels | from Kismayo | 2012-01-01..2012-12-31"],
        "what is done often is no happening",
    ),
    ("Palm fell to the rebels on Friday. Prices fell.", [], "only places fall"),
    (
        "The governor denied that the town of Bambari had fallen.",
        ["territory_gain denied: - | at Bambari | - | - | governor"],
        "a town falls",
    ),
    ("The photographer shot two films in Bamako.", [], "what is shot with a camera"),
    (
        "Shells wounded six people in Aden on Tuesday. In a separate incident, police said they killed two gunmen"
        " during a night raid.",
        [
            "shelling: - > people | at Aden | 2021-03-02 | 6 wounded people",
            "clash: they > gunmen | - | - | 2 killed gunmen | police",
        ],
        "a separate incident takes neither place nor means over",
    ),
    (
        "Troops overran a rebel camp in Datu on Sunday after a gunbattle, killing five rebels.",
        ["territory_gain: Troops > rebels | at Datu | 2021-02-28 | 5 killed rebels"],
        "a fight that ends with a place taken",
    ),
    ("A strike by teachers closed schools in Lagos.", ["protest: teachers | at Lagos"], "and one of another kind"),
    (
        "Residents fell ill after barrels of chlorine were dropped on Talmenes.",
        ["chemical_attack: - | at Talmenes"],
        "what fills the barrels is the means",
    ),
    (
        "The army began an offensive on Monday with the aim of recapturing Harim.",
        ["clash: army | at Harim | 2021-03-01"],
        "the aim of an offensive, told as a noun, takes no town either",
    ),
    (
        "Troops are fighting to liberate the town of Harim.",
        ["clash ongoing: Troops | at Harim"],
        "and so the infinitive of a fight",
    ),
    (
        "Militants fired 12 rockets at the area surrounding the town hall in Harim.",
        ["shelling: Militants | at Harim | - | 12 strikes rockets"],
        "what lies around a place besieges nobody",
    ),
    ("A man stood on a street surrounded by rubble in Harim.", [], "nor does rubble"),
    ("The rebels rushed to blame the army for the fire.", [], "who is in a hurry storms nothing"),
    (
        "The shelling of Harim is aimed at driving people out.",
        ["shelling: - | at Harim"],
        "a shelling that is aimed at something is told once",
    ),
    ("The rebels vowed to fight back against the army.", [], "a threat without a place"),
    (
        "The commander vowed to storm the port of Ganda.",
        ["clash planned: commander | at Ganda | - | - | commander"],
        "and one with a place",
    ),
    ("The army is fighting several rebel groups.", [], "a war, and nowhere in it"),
    ("Parts of Harim are still in government hands.", [], "who holds a place took it before"),
    ("Palma is back in government hands.", ["territory_gain: government | at Palma"], "and who has it back did now"),
    ("Inspectors will investigate the recent chemical attack in Harim.", [], "known, and nothing more told"),
    ("It said the toll in Harim was expected to rise.", [], "nobody has died yet"),
    ("Two nurses tried to free the hostages in Harim.", [], "nobody is freed by trying"),
    (
        "Gunmen entered the village of Karsa and carried out a massacre.",
        ["attack_on_civilians: Gunmen | at Karsa"],
        "how they got to what they came for",
    ),
    (
        "Soldiers surrounded the fighters in Karsa and attacked them.",
        ["clash: Soldiers | at Karsa"],
        "no siege before a fight",
    ),
    (
        "Rebels fired 12 shells at the town hall in Harim, violating the truce.",
        ["shelling: Rebels > town hall | at Harim | - | 12 strikes shells"],
        "a truce is broken by what is told already",
    ),
    (
        "Soldiers clashed with bandits in Karsa, killing six and destroying their weapons.",
        ["clash: Soldiers > bandits | at Karsa | - | 6 killed"],
        "weapons that a fight destroyed are found by nobody",
    ),
    (
        "A shell hit a school in Karsa where displaced families were sheltering.",
        ["shelling: - > school | at Karsa"],
        "who was in what was struck",
    ),
    (
        "The bombing and shelling of Harim killed six people.",
        ["air_strike: - > people | at Harim | - | 6 killed people", "shelling: - > people | at Harim"],
        "what goes on beside shelling comes from the air",
    ),
    (
        "The army's warplanes struck Harim on Monday. Its troops targeted a gathering of rebels near Karsa.",
        [
            "air_strike: army's warplanes | at Harim | 2021-03-01",
            "shelling: Its troops > gathering of rebels | near Karsa",
        ],
        "who targets something tells of his own, whatever was told before",
    ),
    ("Army men targeted a camp near Karsa.", ["shelling: Army men > camp | near Karsa"], "an army, of whichever state"),
    ("A bridge in Karsa was struck again.", ["shelling: - > bridge | at Karsa"], "a thing that nobody storms"),
    (
        "The army drove rebels from the outskirts of Harim.",
        ["territory_gain: army > rebels | from Harim"],
        "troops that are driven out are no displaced people",
    ),
    (
        "The army destroyed several hideouts of the militants near Karsa.",
        ["clash: army > hideouts of the militants | near Karsa | - | 2+? buildings hideouts of the militants"],
        "what fighters fight from",
    ),
    (
        "There were 43 attacks on health facilities in Harim.",
        ["attack_on_civilians: - > health facilities | at Harim | - | 43 strikes attacks"],
        "where people are healed",
    ),
    ("The mayor said people were running in all directions in Harim.", [], "nobody is run in"),
    ("Troops prevented the evacuation of the wounded from Harim.", [], "nobody got out"),
    (
        "A nurse was killed in Harim as she provided aid to families.",
        ["casualties: - > nurse | at Harim | - | 1 killed nurse"],
        "what she was doing",
    ),
    (
        "A mortar shell hit a tent in Harim where supporters had gathered.",
        ["shelling: - > tent | at Harim"],
        "who was in what was struck, again",
    ),
    (
        "Gunmen shot dead a trader in Harim. The attack came a week after a visit to Karsa.",
        ["attack_on_civilians: Gunmen > trader | at Harim | - | 1 killed trader"],
        "the one told before, and nothing more of it",
    ),
    ("The attack took place in the port of Harim.", ["clash: - | at Harim"], "here it is told where it was"),
    (
        "The militia used the confusion to seize the bridge at Mora.",
        ["territory_gain: militia | at Mora"],
        "what was used, with the infinitive tied to it",
    ),
    (
        "Jets struck Kidal to support the army's offensive against the rebels.",
        ["air_strike: Jets > Kidal", "clash: army > rebels"],
        "an offensive that is supported goes on",
    ),
    ("Troops massed to launch an offensive on Bor.", ["deployment: Troops | at Bor"], "one to be launched does not"),
    (
        "Jets struck Galcad while fighters were massing near Bor.",
        ["air_strike: Jets | at Galcad", "deployment: fighters | near Bor"],
        "who masses does more than be there",
    ),
    (
        "Families say drones open fire on whoever leaves Bor.",
        ["air_strike: drones | at Bor | - | - | Families"],
        "nobody asks who leaves",
    ),
    (
        "They ordered an inquiry into a convoy missing since rebels overran Dikwa.",
        ["territory_gain: rebels | at Dikwa"],
        "since when is a fact, whatever is ordered",
    ),
    (
        "The militia admitted killing nine villagers in Bor.",
        ["attack_on_civilians: militia > villagers | at Bor | - | 9 killed villagers | militia"],
        "who admits a deed did it",
    ),
    (
        "In September the militia launched an operation to take Mora.",
        ["clash: militia | at Mora | 2020-09-01..2020-09-30"],
        "since when, but with the town that was fought for",
    ),
    (
        "On 3 March a shell hit a church compound in Bor sheltering displaced people.",
        ["shelling: - > church compound | at Bor | 2021-03-03"],
        "what people who were there are called",
    ),
    (
        "Drones opened fire on a bus in Bor. Since the start of the aggression 87 medics have been killed.",
        ["air_strike: Drones > bus | at Bor", "casualties: - > medics | - | - | 87 killed medics"],
        "those whom it all killed died not in that bus",
    ),
    (
        "Members of a party who were arrested in Bor were beaten.",
        [
            "arrest: - > Members of a party | at Bor",
            "attack_on_civilians: - > Members of a party | at Bor",
        ],
        "who tells of people, and no party is one",
    ),
    ("The centre for monitoring the ceasefire in Harim was closed.", [], "what a body watches over"),
]


@pytest.mark.parametrize(("text", "reports", "why"), ROWS)
def test_aims_and_states(text: str, reports: list[str], why: str) -> None:
    assert [told(report) for report in coded(text).reports] == reports, why
