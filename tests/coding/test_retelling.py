"""What a document tells twice is one report, and what it says of a whole war is none of its happenings."""

import hashlib
import json

import pytest
from documents import coded, told

from stemmata.coding import code
from stemmata.reading import read
from stemmata.records import Capture, Document

# The text, published on Saturday 6 March 2021; its reports as `documents.told` writes them; what the row shows.
ROWS = [
    (  # a lead that repeats the title word for word, in a country only
        "Rebels in Mali announced that they are targeting members of the Dogon community in the country. Rebels in Mali"
        " announced that they are targeting members of the Dogon community in the country, and they left.",
        ["attack_on_civilians ongoing: they > members of the Dogon community | in_area Mali | - | - | Rebels in Mali"],
    ),
    (  # a quarter and its city, told with the same count
        "Rockets killed four people in the Bilal quarter of Marib on Thursday."
        " Four people were killed in rocket fire on Marib, a monitor said.",
        ["shelling: - > people | at Bilal quarter | 2021-03-04 | 4 killed people | monitor"],
    ),
    (  # one town, spelt in two ways
        "Shells killed four people in al-Qusayr on Thursday. The shelling of Qusair wounded nine people.",
        ["shelling: - > people | at al-Qusayr | 2021-03-04 | 4 killed people, 9 wounded people"],
    ),
    (  # a town's airport and its dam are two places, however the town is spelt
        "Its forces seized the Tabaqa airport from rebels and have entered the complex of the Tabqa dam.",
        ["territory_gain: Its forces > rebels | at Tabaqa airport", "territory_gain: Its forces | at Tabqa dam"],
    ),
    (  # "the blast" is the one just told, whatever else it hit
        "A car bomb went off in Taiz on Friday, killing nine people. The blast also wrecked a bakery, medics said.",
        ["bombing: - > people | at Taiz | 2021-03-05 | 9 killed people | medics"],
    ),
    (  # and "the fighting" tells where it was
        "Rebels fought soldiers in northern Mali on Monday, killing 20. A monitor said the fighting was in Kidal.",
        ["clash: Rebels > soldiers | at Kidal | 2021-03-01 | 20 killed  | monitor"],
    ),
    (  # who condemns it tells nothing of it
        "Shells killed four people in Marib on Friday, the Houthis said. The governor condemned the shelling of Marib.",
        ["shelling: - > people | at Marib | 2021-03-05 | 4 killed people | Houthis"],
    ),
    (  # those who do it again are no happening told before
        "Jets bombed a market in Taiz on Friday. The helicopters also bombed a school in Taiz.",
        ["air_strike: Jets > market | at Taiz | 2021-03-05", "air_strike: helicopters > school | at Taiz | 2021-03-05"],
    ),
    (  # the same count in two towns is two happenings
        "Rockets killed four people in Marib on Thursday. Rockets killed four people in Taiz on Thursday.",
        [
            "shelling: - > people | at Marib | 2021-03-04 | 4 killed people",
            "shelling: - > people | at Taiz | 2021-03-04 | 4 killed people",
        ],
    ),
    (  # somebody who only knows of it adds no version
        "Shells killed four people in Marib on Thursday, the governor said. The army said it knew of the attack.",
        ["shelling: - > people | at Marib | 2021-03-04 | 4 killed people | governor"],
    ),
    (  # somebody with another count does
        "Shelling killed four people in Marib on Thursday, the governor said. The Houthis said nine people had died in"
        " the attack.",
        [
            "shelling: - > people | at Marib | 2021-03-04 | 4 killed people | governor",
            "shelling: - > people | at Marib | 2021-03-04 | 9 killed people | Houthis",
        ],
    ),
    (  # the minister of the headline is the one of the text
        "Deputy Minister Anna Lind: mine kills six villagers near Pibor\n\n"
        "Six villagers were killed by a mine near Pibor, Anna Lind said.",
        ["bombing: - > villagers | near Pibor | - | 6 killed villagers | Anna Lind"],
    ),
    (  # a headline tells the town, the text its district
        "Market in Omdurman shelled\n\nShells hit a market in the Karari district of Omdurman on Tuesday, killing nine"
        " people, medics said.",
        ["shelling: - > people | at Karari district | 2021-03-02 | 9 killed people | medics"],
    ),
    (  # the toll of a war
        "The war in Yemen has killed more than 150,000 people.",
        ["casualties: - > people | in_area Yemen | - | 150000+ killed people"],
    ),
    (  # how the war began is no protest of its own
        "More than 8,000 people have been killed in Sagaing since the conflict began with street protests in 2021.",
        ["casualties: - > people | at Sagaing | 2021-01-01..2021-03-06 | 8000+ killed people"],
    ),
    (  # nor does the toll of a war belong to the happening told beside it
        "Shells hit a market in Taiz on Friday. The conflict, which started when rebels took Sanaa, has killed 90,000"
        " people.",
        [
            "shelling: - > market | at Taiz | 2021-03-05",
            "casualties: - > people | - | - | 90000 killed people",
        ],
    ),
    (  # a large toll told again in another place's name is the same
        "A missile killed at least 18 civilians in Aden on Tuesday. The missile struck homes in Crater, killing 18"
        " civilians and wounding dozens.",
        ["shelling: - > civilians | at Crater | 2021-03-02 | 18 killed civilians, 20+? wounded"],
    ),
    (  # a small one is not
        "Shells killed two civilians in Aden on Tuesday. Shells killed two civilians in Taiz on Monday.",
        [
            "shelling: - > civilians | at Aden | 2021-03-02 | 2 killed civilians",
            "shelling: - > civilians | at Taiz | 2021-03-01 | 2 killed civilians",
        ],
    ),
    (  # how a group was formed years ago is background; what it took then is told
        "The militia was formed in 2012. It took Bambari in 2018.",
        ["territory_gain: It | at Bambari | 2018-01-01..2018-12-31"],
    ),
    (  # people told of by what was done to them have been told of
        "Police in Bor arrested seven men on Monday. Among those arrested is a soldier.",
        ["arrest: Police > men | at Bor | 2021-03-01 | 7 captured men, 1 captured soldier of 'seven men'"],
    ),
    (  # what is confirmed is told before, violent or not
        "Gunmen abducted six nuns near Bor on Monday. The police confirmed the abduction.",
        ["abduction: Gunmen > nuns | near Bor | 2021-03-01 | 6 abducted nuns | police"],
    ),
    (  # only one of two passages tells that the bomber died
        "Bombs kill 22 at a checkpoint in Bor\n\n"
        "At least 22 people were killed when suicide bombers attacked a checkpoint in Bor on Tuesday.",
        ["suicide_bombing: suicide bombers > people | at Bor | 2021-03-02 | 22+ killed people"],
    ),
    (  # a siege laid and going on is one
        "Rebels laid siege to Bor in May, turning back lorries of grain.",
        ["siege: Rebels > lorries of grain | toward Bor | 2020-05-01..2020-05-31"],
    ),
    (  # somebody who tells who else was hit adds a version
        "Shells killed four people in Marib on Thursday, the Houthis said. Her brothers died in the attack, MSF said.",
        [
            "shelling: - > people | at Marib | 2021-03-04 | 4 killed people | Houthis",
            "shelling: - > Her brothers | at Marib | 2021-03-04 | - | MSF",
        ],
    ),
    (  # who died where the shells of the sentence before fell
        "Shells hit the towns of Marib and Taiz on Thursday. Four people were killed in Marib, medics said.",
        ["shelling: - > people | at Marib, at Taiz | 2021-03-04 | 4 killed people | medics"],
    ),
    (  # a woman here and a woman there, beside other counts
        "Shells killed a woman and wounded 35 in Aden on Monday. Shells killed a woman and wounded four in Taiz.",
        [
            "shelling: - > woman | at Aden | 2021-03-01 | 1 killed woman, 35 wounded",
            "shelling: - > woman | at Taiz | - | 1 killed woman, 4 wounded",
        ],
    ),
    (  # done to two in one sentence
        "Gunmen burned down two clinics and looted a compound in Bor.",
        [
            "property_destruction: Gunmen > clinics | at Bor | - | 2 buildings clinics",
            "property_destruction: Gunmen > compound | at Bor",
        ],
    ),
    (  # the raids of months and that of a day
        "Air strikes on Marib killed six people on Thursday. Air strikes also hit Marib in January.",
        [
            "air_strike: - > people | at Marib | 2021-03-04 | 6 killed people",
            "air_strike: - | at Marib | 2021-01-01..2021-01-31",
        ],
    ),
    (  # a country is no place that two happenings share
        "Kenyan jets bombed a base in Somalia on Monday. Jets struck a lorry in Somalia, killing nine rebels.",
        [
            "air_strike: Kenyan jets > base | in_area Somalia | 2021-03-01",
            "air_strike: Jets > rebels | in_area Somalia | 2021-03-01 | 1 vehicles lorry, 9 killed rebels",
        ],
    ),
    (  # a headline names the region, the text its village
        "Rebels strike again in Plateau State\n\n"
        "Gunmen on motorcycles attacked a village near Bokkos on Monday, killing nine farmers, the police said.",
        ["attack_on_civilians: Gunmen > farmers | near Bokkos | 2021-03-01 | 9 killed farmers | police"],
    ),
    (  # "dozens" of a headline's raid are the 41 of the air strike
        "Dozens killed in Burma raid\n\n"
        "At least 41 villagers were killed when jets bombed a festival in Pazigyi on Tuesday, a monitor said.",
        ["air_strike: jets > villagers | at Pazigyi | 2021-03-02 | 41+ killed villagers | monitor"],
    ),
    (  # a headline's total over several happenings is told by none of them
        "Sixty killed across Helmand\n\n"
        "Shells killed nine people in Sangin on Monday. A mine killed four people in Musa Qala on Thursday.",
        [
            "casualties: - | in_area Helmand | - | 60 killed killed",
            "shelling: - > people | at Sangin | 2021-03-01 | 9 killed people",
            "bombing: - > people | at Musa Qala | 2021-03-04 | 4 killed people",
        ],
    ),
    (  # what only a headline tells stays
        "Miners seized in Katanga\n\nPolice fired on a crowd in Kolwezi on Friday, killing two people.",
        [
            "abduction: - > Miners | in_area Katanga",
            "attack_on_civilians: Police > crowd, people | at Kolwezi | 2021-03-05 | 2 killed people",
        ],
    ),
    (  # and so does what it tells of another country
        "Shells fall on Sloviansk\n\nRebels fired rockets at Maiduguri on Tuesday.",
        ["shelling: - | at Sloviansk", "shelling: Rebels | at Maiduguri | 2021-03-02"],
    ),
    (  # where the hurt were brought is no place of its own
        "Shells fell on a market in Taiz on Friday. A further nine people were wounded and taken to a hospital in Ibb.",
        ["shelling: - > people | at Taiz | 2021-03-05 | 9 wounded people"],
    ),
    (  # nor where they came from
        "Shells fell on a market in Taiz on Friday. Nine traders from Ibb were wounded.",
        ["shelling: - > traders | at Taiz | 2021-03-05 | 9 wounded traders"],
    ),
    (  # where they were hurt is
        "Shells fell on a market in Taiz on Friday. Nine traders were wounded in Ibb.",
        ["shelling: - > market | at Taiz | 2021-03-05", "casualties: - > traders | at Ibb | - | 9 wounded traders"],
    ),
    (  # a name told shorter is the same voice
        "Shells killed nine people in Taiz on Friday, Governor Nabil Shamsan said."
        " Homes were destroyed and four people wounded, Shamsan said.",
        ["shelling: - > people | at Taiz | 2021-03-05 | 9 killed people, 4 wounded people | Governor Nabil Shamsan"],
    ),
    (  # who tells of others that the shells hurt tells of shelling
        "Shells killed nine people in Taiz on Friday, Governor Nabil Shamsan said."
        " Four people were wounded, the Houthis said.",
        [
            "shelling: - > people | at Taiz | 2021-03-05 | 9 killed people | Governor Nabil Shamsan",
            "shelling: - > people | at Taiz | 2021-03-05 | 4 wounded people | Houthis",
        ],
    ),
    (  # what was done to other things at one place is another happening
        "Bandits burned down two clinics in Kura on Friday. They looted shops in Kura too.",
        [
            "property_destruction: Bandits > clinics | at Kura | 2021-03-05 | 2 buildings clinics",
            "property_destruction: They > shops | at Kura | 2021-03-05",
        ],
    ),
    (
        "Shells hit a market in Kura on Friday. Shells hit a mosque in Kura.",
        ["shelling: - > market | at Kura | 2021-03-05", "shelling: - > mosque | at Kura | 2021-03-05"],
    ),
    (  # a protest that is no beginning of a war stays one
        "Students demonstrated in Dakar on Friday after the vote began.",
        ["protest: Students | at Dakar | 2021-03-05"],
    ),
    (  # a headline rounds the count that the text has
        "Shells kill over 100 in northern Yemen\n\nShells killed at least 106 people in Saada on Friday, medics said.",
        ["shelling: - > people | at Saada | 2021-03-05 | 106+ killed people | medics"],
    ),
    (  # a text may open with its title, as a sentence of its own
        "Gunmen attack bus in Bor. Two policemen were wounded on Monday when gunmen fired on a police bus in Bor.",
        ["clash: gunmen > police bus, policemen | at Bor | 2021-03-01 | 2 wounded policemen"],
    ),
    (  # one that names another town is no title
        "Shells fall on Torit. Shells hit Bor on Friday, killing nine people.",
        ["shelling: - | at Torit", "shelling: - > people | at Bor | 2021-03-05 | 9 killed people"],
    ),
    (  # "dozens" and the toll of the next sentence, a count and its parts
        "A car bomb killed dozens of people in Bor on Friday. The bombing in Bor killed 41 people, medics said.",
        ["bombing: - > people | at Bor | 2021-03-05 | 20+? killed people, 41 killed people | medics"],
    ),
    (
        "A jet bombed a clinic in Bor on Friday, killing seven people. Three nurses and four patients died when the jet"
        " bombed the clinic in Bor.",
        [
            "air_strike: jet > clinic, nurses, patients | at Bor | 2021-03-05 | 3 killed nurses of 'seven people',"
            " 4 killed patients of 'seven people', 7 killed people"
        ],
    ),
    (  # other tolls of one kind of act at one place stay two
        "A car bomb killed nine people in Bor on Friday. A car bomb killed 15 people in Bor.",
        [
            "bombing: - > people | at Bor | 2021-03-05 | 9 killed people",
            "bombing: - > people | at Bor | 2021-03-05 | 15 killed people",
        ],
    ),
    (  # those told before did what they were told to have done
        "Gunmen attacked the village of Kura on Friday, killing nine farmers."
        " They were shooting at everybody, the police said.",
        ["attack_on_civilians: Gunmen > farmers | at Kura | 2021-03-05 | 9 killed farmers"],
    ),
    (  # what they did besides is told
        "Gunmen attacked the village of Kura on Friday, killing nine farmers. They also shot at the barracks.",
        [
            "attack_on_civilians: Gunmen > farmers | at Kura | 2021-03-05 | 9 killed farmers",
            "clash: They > barracks | at barracks | 2021-03-05",
        ],
    ),
    (  # "the building" is the one that was struck
        "Army jets bombed the embassy in Bor on Friday. The building was hit by two bombs.",
        ["air_strike: Army jets > embassy | at Bor | 2021-03-05 | 2 weapons bombs"],
    ),
    (  # a jet here and another there are two, though each is one
        "A jet was shot down over southern Sudan on Monday. A transport helicopter was shot down near Bor last week.",
        [
            "clash: - > jet | in_area southern Sudan | 2021-03-01 | 1 vehicles jet",
            "clash: - > transport helicopter | near Bor | 2021-02-22..2021-02-28 | 1 vehicles transport helicopter",
        ],
    ),
    (  # somebody of the lead is named in the next sentence, and tells more of it
        "Shells killed nine people in Marib on Friday, a rescue worker said. The shells also wounded four, Salim Hadi"
        " told Reuters.",
        ["shelling: - > people | at Marib | 2021-03-05 | 4 wounded , 9 killed people | Salim Hadi, Reuters"],
    ),
    (  # the same attack by the same, told at once with other counts
        "Rebels killed more than 50 people in an attack on two villages near Marib on Friday, a monitor said. The Yemen"
        " Monitor said the attack on two villages near Marib by rebels killed 15 women and 27 soldiers.",
        [
            "clash: rebels > women, soldiers | near Marib | 2021-03-05 | 2 villages villages, 15 killed women,"
            " 27 killed soldiers, 50+ killed people | Yemen Monitor"
        ],
    ),
    (  # who calls it something or condemns it says nothing of it
        "Jets bombed a market in Bor on Friday. The bishop called the raid a crime."
        " The governor condemned the bombing.",
        ["air_strike: Jets > market | at Bor | 2021-03-05"],
    ),
    (  # nor who says what he makes of it
        "Jets bombed a market in Bor on Friday. The governor said the bombing was a mistake.",
        ["air_strike: Jets > market | at Bor | 2021-03-05"],
    ),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_retelling(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


def test_passages_that_follow_on_one_another_are_one() -> None:
    """What a sentence tells again at once is one passage with it; what stands apart is listed beside it."""
    at_once = "Shells killed nine people in Taiz on Friday. Nine people were killed when shells hit Taiz, medics said."
    later = "The shelling of Taiz killed nine."
    (report,) = coded(f"{at_once} The market had opened at eight. {later}").reports
    assert report.evidence.quote == at_once
    assert [span.quote for span in report.also] == [later]


def test_title_that_runs_on_into_the_text() -> None:
    """A title behind a date, with the text on its line, is a headline too."""
    title = "Jets Strike Rural Shan"
    text = f"4 March 2021 {title}. Army jets bombed a clinic in Demoso on Wednesday, wounding six nurses, a medic said."
    body = json.dumps({"id": "x", "title": title, "published": "2021-03-04", "text": text}).encode()
    (document,) = read(Capture(hashlib.sha256(body).hexdigest(), "x.jsonl", body, "application/x-ndjson"))
    assert isinstance(document, Document)
    assert [told(report) for report in code(document).reports] == [
        "air_strike: Army jets > clinic, nurses | at Demoso | 2021-03-03 | 6 wounded nurses | medic"
    ]


DAY_BY_DAY = (
    "On 1 March, an air strike killed nine people in Marl. The mayor said that rockets struck the square of Marl. "
    "On 3 March, troops entered Osk. On 7 March, rebels left Bria. On 12 March, the army took Kaga. "
    "On 20 March, rockets struck the square of Marl, the mayor said."
)


def test_a_chronicle_keeps_its_days_apart():
    """What is told of 1 March, without a day in its sentence, is not what happened on 20 March."""
    told = [
        (report.when.start.day if report.when and report.when.start else None, report.also)
        for report in coded(DAY_BY_DAY).reports
        if report.type == "shelling"
    ]
    assert [day for day, _ in told][-1] == 20
    assert [also for _, also in told] == [(), ()]
