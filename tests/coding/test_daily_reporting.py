"""What press releases, logs, bulletins and round-ups tell every day: quantities of those told before, labels, grounds.

A row is a text, published on Saturday 6 March 2021, and its reports as `documents.told` writes them; the comment says
what it shows.
"""

import pytest
from documents import coded, told

ROWS = [
    # --- some of those told of before
    (
        "Police clashed with students in Karsa. Several of them were arrested.",
        ["clash: Police > students | at Karsa", "arrest: Police > them | at Karsa | - | 2+? captured them"],
    ),
    (  # a share that is no number
        "Rebels took 40 hostages in Karsa on Monday. Most of them were freed on Thursday.",
        [
            "abduction: Rebels | at Karsa | 2021-03-01 | 40 abducted hostages",
            "release: - > them | - | 2021-03-04",
        ],
    ),
    (  # how they are is no count of its own
        "The rebels shelled Karsa, wounding 20 people. Some of them are in a critical condition.",
        ["shelling: rebels > people | at Karsa | - | 20 wounded people"],
    ),
    (  # who is named among them
        "Police broke up a rally in Karsa. Among those arrested is the lawmaker Abel Tesfa.",
        ["protest: - > Police | at Karsa", "arrest: - > Abel Tesfa | at Karsa"],
    ),
    # --- where the tree goes wrong
    (  # a place before the subject without a comma
        "In Aleppo rebels shelled a school.",
        ["shelling: rebels > school | at Aleppo"],
    ),
    (  # who speaks behind a semicolon tells the toll alone
        "The army shelled Karsa; witnesses said three people died.",
        ["shelling: army > people | at Karsa | - | 3 killed people | witnesses"],
    ),
    # --- a series of them
    (  # is carried out by somebody, who does not say so
        "Gunmen carried out a series of attacks in Karsa on Monday.",
        ["clash: Gunmen | at Karsa | 2021-03-01"],
    ),
    (  # and a wave of bombings comes from no planes
        "The governor accused Chad of being behind a wave of bombings in Karsa.",
        ["bombing: Chad | at Karsa | - | - | governor"],
    ),
    # --- what a crowd is about
    (
        "Women marched in Karsa over the killing of a trader.",
        ["protest: Women | at Karsa", "casualties: - > trader | at Karsa | - | 1 killed trader"],
    ),
    (
        "Youths torched a police post in Karsa after soldiers shot a motorcyclist dead.",
        [
            "riot: Youths > police post | at Karsa",
            "attack_on_civilians: soldiers > motorcyclist | at Karsa | - | 1 killed motorcyclist",
        ],
    ),
    (  # what it demands has not been announced by anybody
        "Mothers marched in Karsa to demand the release of their sons.",
        ["protest: Mothers | at Karsa"],
    ),
    # --- captives
    (  # when and by whom they were taken is a story of its own
        "Five students kidnapped by gunmen in February were freed on Tuesday in Karsa.",
        [
            "abduction: gunmen > students | at Karsa | 2021-02-01..2021-02-28 | 5 abducted students",
            "release: - > students | at Karsa | 2021-03-02 | 5 freed students",
        ],
    ),
    (  # whose hands they were in says who they are
        "Hostages held by the gang were freed in Karsa.",
        ["release: - > Hostages | at Karsa"],
    ),
    (
        "Rebels held two officials in Karsa for a week.",
        ["abduction: Rebels > officials | at Karsa | - | 2 abducted officials"],
    ),
    # --- told once
    (  # the fight in which somebody was hurt is the one told of before
        "Rebels opened fire on a patrol in Karsa, and two officers were injured in the exchange of fire.",
        ["clash: Rebels > patrol | at Karsa | - | 2 wounded officers"],
    ),
    (  # and what was hidden is what was seized
        "Police in Karsa seized nine rifles hidden in a lorry from Tamale.",
        ["weapons_found: Police | at Karsa, from Tamale | - | 9 weapons rifles"],
    ),
    (  # a bomb set off by those who make it safe
        "Sappers detonated a bomb found in Karsa.",
        ["weapons_found: Sappers | at Karsa | - | 1 weapons bomb"],
    ),
    # --- no happening of its own
    ("The perpetrators fled before police arrived at the scene in Karsa.", []),
]


@pytest.mark.parametrize(("text", "reports"), ROWS)
def test_daily_reporting(text: str, reports: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == reports


def test_a_name_that_opens_a_paragraph_by_itself_is_its_scene() -> None:
    text = (
        "Mogadishu. A grenade was thrown at a bar on Monday.\n\n"
        "Bosaso. Some 200 people demonstrated outside the court on Tuesday.\n\n"
        "Garowe. Two al-Shabaab members surrendered to the army. Near Qardho six families fled."
    )
    places = [[place.span.quote for place in report.places] for report in coded(text).reports]
    assert places[1:] == [["Bosaso"], ["Garowe"], ["Qardho"]]
