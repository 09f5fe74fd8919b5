"""Where a happening is told to have been: hard cases for the places of reports, each checked as a reader would.

A row is a text and the places of its reports, each as `relation name (country) level radius precision`: the radius in
kilometres, `-` without a point, and the precision as ACLED's code and UCDP's.
"""

import pytest
from documents import coded

from stemmata.records import Where

LYING = [
    (  # so far, and which way
        "Shells hit a farm five kilometres north of Bama, Nigeria, on Sunday.",
        [["near Bama (NG) populated_place 12 2/2"]],
    ),
    ("A drone struck a lorry 300 metres east of Bama, Nigeria.", [["near Bama (NG) populated_place 10 2/2"]]),
    (  # no way is told: all around
        "Gunmen killed four people 12 miles from Jowhar in Somalia.",
        [["near Jawhar (SO) populated_place 24 2/2"]],
    ),
    (
        "Gunmen ambushed a convoy between Gao and Ansongo in Mali.",
        [["near Gao (ML) populated_place 55 3/5", "near Ansongo (ML) populated_place 55 3/5"]],
    ),
    (
        "A mine exploded on the road from Goma to Sake in DR Congo.",
        [["near Goma (CD) populated_place 22 2/2", "near Sake (CD) populated_place 22 2/2"]],
    ),
    ("Gunmen attacked a bus on the Gao-Ansongo road in Mali.", [["at Gao-Ansongo road (ML) facility 55 3/5"]]),
    (
        "A mine exploded on the road to Djibo, Burkina Faso.",
        [["toward Djibo (BF) populated_place 15 2/2"]],
    ),
]

AREAS = [
    (  # thinned of its apostrophe
        "Fighting struck the edges of Syrias Aleppo on Wednesday, residents said.",
        [["at Aleppo (SY) populated_place 20 1/1"]],
    ),
    (  # where something was posted is no place
        "Rockets hit Damascus. In a Twitter post the group's leader claimed the attack.",
        [["at Damascus (SY) populated_place 20 1/1"]],
    ),
    (  # those displaced by all of a war, in its country and not in the town of the day
        "Jets bombed Khan Shaykhun, killing nine people. Millions were displaced since Syria's war started in 2011.",
        [["at Khān Shaykhūn (SY) populated_place 5 1/1"], ["in_area Syria (SY) country - None/6"]],
    ),
    (
        "Soldiers clashed with rebels along the Kenyan-Somali border.",
        [["in_area Kenyan-Somali border (KE) area - 3/5"]],
    ),
    (  # on the side that the text is about
        "Syrian fighters clashed with soldiers near the Turkish border.",
        [["near Turkish border (SY) area - 3/5"]],
    ),
    # a body whose name begins with what may be a place's
    ("Rebels from Jama'at Nusrat al-Islam wal-Muslimin ambushed a convoy on Monday, killing nine soldiers.", [[]]),
    # where the wounded are brought is not where they were hurt
    (
        "Shells hit Djibo, Burkina Faso, on Monday, and nine wounded were taken to a clinic in Kaya.",
        [["at Djibo (BF) populated_place 5 1/1"]],
    ),
    # what somebody is called parts no place from the deed; where somebody is based is not where he struck
    (
        "Rebels assaulted a post of the militia known as Dozo at Djibo, Burkina Faso, on Monday.",
        [["at Djibo (BF) populated_place 5 1/1"]],
    ),
    ("Jets based at Akrotiri in Cyprus struck a convoy on Monday.", [[]]),
    ('Jets struck in the operation dubbed "Marib Shield" on Monday, killing nine.', [[]]),  # no town bears that name
    ("Missiles hit a tanker in the Red Sea.", [["in_area Red Sea (?) sea - 3/7"]]),  # and not Sudan's Red Sea State
    ("A drone struck a freighter in the Gulf of Aden.", [["in_area Gulf of Aden (?) sea - 3/7"]]),
    ("Shelling killed three people in the Hajin area of Syria.", [["in_area Hajīn (SY) district 15 2/3"]]),
    (
        "Shelling killed three people in the eastern Deir ez-Zor countryside.",
        [["in_area Deir ez-Zor countryside (SY) area 30 3/5"]],
    ),
    ("Fighters clashed with the army in the Euphrates valley.", [["in_area Euphrates (SY) area - 3/5"]]),
    ("Gunmen killed nine people in northern Mali on Monday.", [["in_area Mali (ML) area - 3/5"]]),
    ("Gunmen killed four people in Kidal in northern Mali.", [["at Kidal (ML) populated_place 5 1/1"]]),
]

BESIDE = [
    (  # behind a comma, what only tells where the village lies
        "Jets bombed a market in Kabkabiya, 150 km west of El Fasher, Sudan.",
        [["at Kabkābīyah (SD) populated_place 5 1/1"]],
    ),
    (
        "Gunmen attacked the town of Kenscoff, in the hills above Port-au-Prince, Haiti.",
        [["at Kenscoff (HT) populated_place 5 1/1"]],
    ),
    (  # and with a name that a hyphen joins
        "Fighting raged in Kawkareik, between Myawaddy and Hpa-An in Karen State, Myanmar.",
        [["at Kawkareik (MM) populated_place 5 1/1"]],
    ),
    (
        "Gunmen killed three people in Tijuana, near the US border, Mexican police said.",
        [["at Tijuana (MX) populated_place 20 1/1"]],
    ),
    (  # so far from a town is not in it: the one that the gazetteer knows
        "Drones hit a power station in Merowe, 350 km north of Khartoum, Sudan.",
        [["at Merowe (SD) populated_place 5 1/1"]],
    ),
    (  # a border has no point, the town beside it has
        "Turkish artillery shelled villages on the Turkish-Syrian border near Kobani.",
        [["near ‘Ayn al ‘Arab (SY) populated_place 5 2/2"]],
    ),
    (
        "Smugglers and soldiers clashed along the Lebanese border near Qusayr, Syria.",
        [["near Al Quşayr (SY) populated_place 5 2/2"]],
    ),
    (  # a front between two towns, far apart
        "Clashes erupted on the Marib-Al Bayda front in Yemen.",
        [["near Marib-Al Bayda front (YE) area - 3/5"]],
    ),
    ("Rebels blew up the Caño Limón-Coveñas pipeline in Arauca, Colombia.", [["at Arauca (CO) populated_place 5 1/1"]]),
    (  # from where
        "Russian troops advanced toward Pokrovsk from the direction of Avdiivka, Ukraine.",
        [["toward Pokrovsk (UA) populated_place 5 2/2", "from Avdiyivka (UA) populated_place 5 2/2"]],
    ),
    (
        "Russian forces shelled Nikopol from across the Kakhovka reservoir in Ukraine.",
        [["at Nikopol (UA) populated_place 10 1/1", "from Kakhovka reservoir (UA) area - 3/5"]],
    ),
    (
        "Two soldiers were killed at a checkpoint at the entrance to Loikaw, Myanmar.",
        [["at Loikaw (MM) populated_place 5 1/1"]],
    ),
    ("A boat was shelled in the Strait of Hormuz.", [["in_area Strait of Hormuz (?) sea - 3/7"]]),
    ("Ukraine struck the bridge over the Kerch Strait on Saturday.", [["in_area Kerch Strait (?) sea - 3/7"]]),
    ("Gunmen killed nine farmers in the Jebel Marra area of Sudan.", [["in_area Jebel Marra (SD) area 60 3/5"]]),
]

FAR_OFF = [
    (  # a village of the name lies in another region than the one that is told
        "Shells fell in the village of Hlyboke in Kharkiv region, Ukraine.",
        [["at ? (UA) unknown 100 3/5"]],
    ),
    (
        "Militants attacked Woro in Nigeria's Kwara State on Monday.",
        [["at ? (NG) unknown - None/6"]],
    ),
    (  # a name told twice over is no village of half of it
        "Attackers killed 17 soldiers near Tongo Tongo in Niger.",
        [["near ? (NE) unknown - None/6"]],
    ),
    (  # what it lies in tells its country, whoever strikes
        "US air strikes hit the Ras Isa oil terminal in Yemen.",
        [["at ? (YE) unknown - None/6"]],
    ),
]

PARTS = [
    ("A car bomb exploded near Mogadishu airport.", [["near Mogadishu airport (SO) facility 10 2/2"]]),
    ("Gunmen attacked a checkpoint in Jowhar, Somalia.", [["at Jawhar (SO) populated_place 5 1/1"]]),
    (  # a quarter that the gazetteer does not know, by its town
        "Shells hit a hospital in the Nkwen quarter of Bamenda, Cameroon.",
        [["at Nkwen, Bamenda (CM) populated_place 10 1/1"]],
    ),
    (
        "Mortars killed two people in the Baghdad neighbourhood of Zqrtwa.",
        [["at Zqrtwa, Baghdad (IQ) populated_place 20 1/1"]],
    ),
]

UNKNOWN = [
    ("Gunmen killed nine people in Qwrtzk.", [["at ? (?) unknown - None/None"]]),
    (  # the area that what is told beside it spans, and no name
        "Gunmen killed nine people in Qwrtzk near Maiduguri, Nigeria.",
        [["at ? (NG) unknown 35 3/5"]],
    ),
    (
        "Rebels took the villages of Qwrtzk and Zrtkw near Menaka, Mali.",
        [["at ? (ML) unknown 20 2/2"], ["at ? (ML) unknown 20 2/2"]],
    ),
]

MERELY_NAMED = [
    (  # the dateline
        "BEIRUT, March 4 (Wire) - Shells killed four people in Marib, Yemen, on Thursday.",
        [["at Ma'rib (YE) populated_place 5 1/1"]],
    ),
    (  # where it was said
        "The army shelled Marib on Thursday, a spokesman said in Riyadh.",
        [["at Ma'rib (YE) populated_place 5 1/1"]],
    ),
    (  # to whom it was said there
        "A general told a news conference in Riyadh that shells had hit Marib.",
        [["at Ma'rib (YE) populated_place 5 1/1"]],
    ),
    (  # and what is spoken of was there
        "The council condemned the attack on Marib, in which nine people died.",
        [["at Ma'rib (YE) populated_place 5 1/1"]],
    ),
    ("Residents of the north reported clashes in Marib.", [["at Ma'rib (YE) populated_place 5 1/1"]]),
    (  # people, whom no gazetteer knows
        "Soldiers attacked Menaka in Mali and met fierce resistance from the Qwrtzk who fought back with rockets.",
        [["at Ménaka (ML) populated_place 5 1/1"]],
    ),
    (  # the seat of who says it
        "Washington said its drones had killed two men in Baidoa, Somalia.",
        [["at Baidoa (SO) populated_place 10 1/1"]],
    ),
    ("Israel said its jets had bombed Tyre, Lebanon.", [["at Tyre (LB) populated_place 10 1/1"]]),
    (  # a home town
        "A teacher from Kano was shot dead in Jos, Nigeria.",
        [["at Jos (NG) populated_place 20 1/1"]],
    ),
    (
        "Rebels from Guinea attacked a post in Niger, where soldiers of Nigeria are based.",
        [["in_area Niger (NE) country - None/6"]],
    ),
    (  # merely named
        "The army of Chad, which trains in Paris, shelled Faya in Chad.",
        [["at Faya-Largeau (TD) populated_place 5 1/1"]],
    ),
    (  # but those who move come from somewhere
        "Troops withdrew from Khartoum to Omdurman.",
        [["from Khartoum (SD) populated_place 20 2/2", "toward Omdurman (SD) populated_place 20 2/2"]],
    ),
]

NAMESAKES = [
    ("Police in Reading arrested four men on Friday.", [["at Reading (GB) populated_place 10 1/1"]]),
    (  # a word
        "A mobile clinic was shelled in Sloviansk, Ukraine.",  # which Nikopol, too, was once called
        [["at Slovyansk (UA) populated_place 10 1/1"]],
    ),
    ("Rebels shelled the nice villas of Kherson, Ukraine.", [["at Kherson (UA) populated_place 5 1/1"]]),
    (  # a person
        "Mazen Homs was shot dead in Tripoli, Lebanon.",
        [["at Tripoli (LB) populated_place 10 1/1"]],
    ),
    (  # two countries' homonyms
        "Clashes broke out in Tripoli between rival Libyan militias.",
        [["at Tripoli (LY) populated_place 20 1/1"]],
    ),
    (
        "Clashes broke out in Tripoli between rival Lebanese families.",
        [["at Tripoli (LB) populated_place 10 1/1"]],
    ),
]

TAKEN_UP = [
    (  # the country's capital, though another town was told last
        "Drones struck Khartoum on Monday. Shells hit Kassala. On Tuesday rebels shelled the capital.",
        [
            ["at Khartoum (SD) populated_place 20 1/1"],
            ["at Kassala (SD) populated_place 10 1/1"],
            ["at Khartoum (SD) populated_place 20 1/1"],
        ],
    ),
    (
        "A bomb exploded in Mosul on Monday. Seven people were killed in the city. More than 100 people were killed"
        " across the country this year, Iraq said.",
        [
            ["at Mosul (IQ) populated_place 20 1/1"],
            ["at Mosul (IQ) populated_place 20 1/1"],
            ["in_area Iraq (IQ) country - None/6"],
        ],
    ),
    (
        "Fighting broke out in Malakal. Hundreds of people fled the town.",
        [["at Malakal (SS) populated_place 10 1/1"], ["from Malakal (SS) populated_place 10 2/2"]],
    ),
    (  # another one is another
        "Hundreds of people fled Malakal on Monday. Rebels captured another town.",
        [["from Malakal (SS) populated_place 10 2/2"], ["at ? (?) unknown - None/None"]],
    ),
    (  # a list goes on
        "Shells fell on Kherson and Nikopol in Ukraine on Sunday.",
        [["at Kherson (UA) populated_place 5 1/1", "at Nikopol (UA) populated_place 10 1/1"]],
    ),
]


def shown(place: Where) -> str:
    radius = "-" if place.radius_m is None else f"{place.radius_m / 1000:.0f}"
    named = f"{place.relation} {place.name or '?'} ({place.country or '?'}) {place.level}"
    return f"{named} {radius} {place.geo_precision}/{place.where_prec}"


@pytest.mark.parametrize(
    ("text", "places"),
    [*LYING, *AREAS, *BESIDE, *FAR_OFF, *PARTS, *UNKNOWN, *MERELY_NAMED, *NAMESAKES, *TAKEN_UP],
    ids=lambda v: v[:40],
)
def test_where_it_was(text: str, places: list[list[str]]) -> None:
    assert [[shown(place) for place in report.places] for report in coded(text).reports] == places


def test_a_place_tells_how_it_was_located_and_what_else_it_may_be() -> None:
    (report,) = coded("Clashes broke out in Tripoli between rival Libyan militias.").reports
    (place,) = report.places
    assert (place.why.rule, place.located and place.located.rule) == ("place-preposition", "place-name")
    assert place.located and place.located.entry == place.candidates[0].entry
    assert {"LY", "LB"} <= {each.country for each in place.candidates}
    assert len(place.candidates) <= 5


def test_the_point_lies_where_the_words_say() -> None:
    (north,) = coded("Shells hit a farm five kilometres north of Bama, Nigeria, on Sunday.").reports[0].places
    (bama,) = coded("Shells hit Bama, Nigeria, on Sunday.").reports[0].places
    assert north.lat and bama.lat
    assert 111.2 * (north.lat - bama.lat) == pytest.approx(5, abs=0.1)
    assert north.lon == pytest.approx(bama.lon)


def test_the_village_is_no_town_that_only_tells_where_it_lies() -> None:
    """Nobody knows Kurar Mota, so that "the village" has no point; the city of a quarter is known, and is meant."""
    (_, burned) = coded(
        "Gunmen killed two people in Kurar Mota village in Bungudu in Zamfara State on Monday.\n\nThe men burned six"
        " houses in the village."
    ).reports
    assert [(place.span.quote, place.name) for place in burned.places] == [("village", None)]
    (_, looted) = coded(
        "Gunmen killed two people in the Kesto area of Aden on Monday.\n\nThe fighters looted six shops in the city."
    ).reports
    assert [(place.span.quote, place.name) for place in looted.places] == [("city", "Aden")]
