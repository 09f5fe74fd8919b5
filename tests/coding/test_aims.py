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
            "displacement: millions of people | in_area Sudan | - | 2000000+? displaced people",
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
        "Residents fell ill after barrels of chlorine were dropped on Talmenes.",
        ["chemical_attack: - | at Talmenes"],
        "what fills the barrels is the means",
    ),
]


@pytest.mark.parametrize(("text", "reports", "why"), ROWS)
def test_aims_and_states(text: str, reports: list[str], why: str) -> None:
    assert [told(report) for report in coded(text).reports] == reports, why
