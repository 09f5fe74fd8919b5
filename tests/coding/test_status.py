"""Whether it happened: texts from many wars, each with the type and status of its reports."""

import pytest
from documents import coded

# The text; its reports as `type status`; what the row shows.
ROWS: list[tuple[str, list[str]]] = [
    # --- planned
    ("The rebels vowed to recapture the town of Kidal.", ["territory_gain planned"]),
    ("Teachers plan to march in Nairobi on Monday.", ["protest planned"]),
    ("Forty families are expected to return to Sinjar on Sunday.", ["return planned"]),
    (  # "would" in what somebody said is their "will"
        "The commander said his men would seize the airport at Juba.",
        ["territory_gain planned"],
    ),
    # what is set, due, about, going or plotted to be done has not been done
    ("Rebels are set to shell the port of Aden on Friday.", ["shelling planned"]),
    ("Gunmen were plotting to kidnap six nurses in Rutshuru.", ["abduction planned"]),
    ("The air force is about to bomb the camp at Falam.", ["air_strike planned"]),
    ("Soldiers are due to burn the market of Kani on Friday.", ["property_destruction planned"]),
    ("Police are going to arrest four activists in Gulu.", ["arrest planned"]),
    ("Islamic State threatened to kill two hostages in Raqqa.", ["attack_on_civilians planned"]),
    # and what somebody warned of or told in the past tense has
    ("The governor warned that gunmen killed nine farmers in Kura on Monday.", ["attack_on_civilians happened"]),
    ("Rebels went on to shell the market in Jolo.", ["shelling happened"]),
    # --- left undone
    ("Rebels refrained from shelling the market in Jolo.", []),
    ("The army called off plans to bomb the camp at Falam.", []),
    ("Gunmen ruled out kidnapping six nurses in Rutshuru.", []),
    ("Rebels stopped short of shelling the market in Jolo.", []),
    ("Instead of shelling the market in Jolo, the rebels talked.", []),
    ("The gunmen vowed never to kidnap nurses in Rutshuru.", []),
    # --- called untrue
    ("Reports that rebels shelled the market in Jolo are untrue, the mayor said.", ["shelling denied"]),
    ("The mayor said claims that gunmen kidnapped six nurses in Rutshuru were fabricated.", ["abduction denied"]),
    ("Reports that rebels shelled the market in Jolo were confirmed, the mayor said.", ["shelling happened"]),
    # --- hypothetical
    ("If rebels shell the port of Aden again, the school will close.", ["shelling hypothetical"]),
    ("Should gunmen again attack the town of Pemba, the mayor will leave.", ["clash hypothetical"]),
    ("The shelling of Kherson might resume on Friday.", ["shelling hypothetical"]),
    # --- denied
    ("The army denied shelling the market in Marawi.", ["shelling denied"]),
    ("The militia says it did not burn any houses in Tabit.", ["property_destruction denied"]),
    ("The ELN has said it had no part in the attack on a police post in Cucuta.", ["clash denied"]),
    # --- ongoing
    ("Soldiers are shelling the town of Lyman.", ["shelling ongoing"]),
    ("Rebel fighters have been advancing on the city of Goma.", ["clash ongoing"]),
    ("Two battles are being fought in the province of Helmand.", ["clash ongoing"]),
    ("Government forces are on the offensive in Idlib.", ["clash ongoing"]),
    ("Some 250,000 people are living under siege in Taiz.", ["siege ongoing"]),
    ("The UN urged the army to cease the shelling of Zamzam camp.", ["shelling ongoing"]),
    (  # a state holds until it is told to have ended
        "Aid reached 4,000 people in the town of Vukovar, which the army has besieged, on Friday.",
        ["aid happened", "siege ongoing"],
    ),
    ("The truce held in Aden on Monday.", ["agreement ongoing"]),
    ("The ceasefire continued to hold in Hodeidah on Monday.", ["agreement ongoing"]),
    ("The regional bureau said no mass arrests took place in Kidal.", ["arrest denied"]),
    ("The rebels insist that no one surrendered in Kidal.", ["surrender denied"]),
    ("Two clans are to sign a peace covenant in Kismayo next month.", ["agreement planned"]),
    # --- happened all the same
    ("The mayor said the shells did not only hit the barracks in Kherson.", ["shelling happened"]),
    ("The army said it did not bomb only the bridge in Aden.", ["air_strike happened"]),
    ("The army said it did not bomb the only bridge in Aden.", ["air_strike denied"]),
    ("The truce in Aden collapsed on Monday.", ["agreement happened"]),
    ("Rebel forces besieged the town of Kapoeta on Thursday.", ["siege happened"]),
    ("The army continued shelling the town of Bria on Friday, killing six people.", ["shelling happened"]),
    ("Three suspects, one of them a teacher, were arrested in Kaduna on Friday.", ["arrest happened"]),
    ("The army said gunmen reportedly killed two farmers near Katsina.", ["attack_on_civilians happened"]),
    (  # a vow tells nothing of what came after it
        "Rebels who had vowed revenge captured the town of Bakhmut on Friday.",
        ["territory_gain happened"],
    ),
    ("Raiders burned down 12 houses in the village of Bangui on Thursday.", ["property_destruction happened"]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_status(text: str, wanted: list[str]) -> None:
    assert [f"{report.type} {report.status.value}" for report in coded(text).reports] == wanted
