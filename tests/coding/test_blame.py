"""Who is said to have done it by a clause behind the deed: who owns it, and whom somebody blames."""

import pytest
from documents import coded, told

BOMB = "A bomb killed four people in Tamale on Friday."
KILLED = "at Tamale | 2021-03-05 | 4 killed people"

ROWS = [
    # who owns a deed has done it, by his own account
    (f"{BOMB} The ELN took responsibility on Saturday.", [f"bombing: ELN > people | {KILLED} | ELN"]),
    (f"{BOMB} It was claimed by the ELN.", [f"bombing: ELN > people | {KILLED} | ELN"]),
    # owned in a clause of saying, where "it" is who says so
    (f"{BOMB} Abu Sayyaf said it was responsible.", [f"bombing: Abu Sayyaf > people | {KILLED} | Abu Sayyaf"]),
    # whom somebody blames, by his account
    (f"{BOMB} The army blamed Abu Sayyaf.", [f"bombing: Abu Sayyaf > people | {KILLED} | army"]),
    (f"{BOMB} Abu Sayyaf was blamed by the army.", [f"bombing: Abu Sayyaf > people | {KILLED} | army"]),
    (f"{BOMB} The army held Abu Sayyaf responsible.", [f"bombing: Abu Sayyaf > people | {KILLED} | army"]),
    (f"{BOMB} Residents pointed the finger at Abu Sayyaf.", [f"bombing: Abu Sayyaf > people | {KILLED} | Residents"]),
    # in the sentence of the deed, by whoever tells of that
    (
        "Police said four people died when a bus hit a mine near Tamale and blamed al-Shabaab.",
        ["bombing: al-Shabaab > people | near Tamale | - | 4 killed people, 1 vehicles bus | Police"],
    ),
    # nobody tells who suspects them
    (f"{BOMB} Suspicion fell on Abu Sayyaf.", [f"bombing: Abu Sayyaf > people | {KILLED}"]),
    # one who is not the teller of the deed says it in a report of his own, without the toll, which is not his
    (
        "Four people were shot dead in Cali on Friday, residents said. The mayor blamed the ELN.",
        [
            "attack_on_civilians: - > people | at Cali | 2021-03-05 | 4 killed people | residents",
            "attack_on_civilians: ELN > people | at Cali | 2021-03-05 | - | mayor",
        ],
    ),
    # in a clause on the deed itself, and beside the words of saying
    (
        "Twelve Turkish soldiers died in an air strike in Idlib for which Ankara blames the Syrian government.",
        ["air_strike: Syrian government > Turkish soldiers | at Idlib | - | 12 killed Turkish soldiers | Ankara"],
    ),
    (
        "Four people died in a suicide attack on a shop in Manbij claimed by Islamic State.",
        ["suicide_bombing: Islamic State > people | at Manbij | - | 4 killed people | Islamic State"],
    ),
    (
        "A bomb killed four people in a shop in Manbij owned by Islamic State.",
        ["bombing: - > people | at Manbij | - | 4 killed people"],
    ),
    (
        "Twelve soldiers were killed in Kaga on Friday, state TV said, blaming armed gangs.",
        ["casualties: armed gangs > soldiers | at Kaga | 2021-03-05 | 12 killed soldiers | state TV"],
    ),
    # who is told to have laid it, and not who denies it
    (f"{BOMB} The mayor said the ELN planted it.", [f"bombing: ELN > people | {KILLED} | mayor"]),
    (f"{BOMB} The ELN denied that it planted it.", [f"bombing: - > people | {KILLED}"]),
    # nobody owns it
    (f"{BOMB} No group has claimed responsibility.", [f"bombing: - > people | {KILLED}"]),
    (f"{BOMB} Abu Sayyaf denied responsibility.", [f"bombing: - > people | {KILLED}"]),
    # nobody is named
    (f"{BOMB} The rebels and the army blamed each other.", [f"bombing: - > people | {KILLED}"]),
    # blamed for something else
    (f"{BOMB} The opposition blamed the army for rising prices.", [f"bombing: - > people | {KILLED}"]),
    (
        f"{BOMB} Abu Sayyaf was blamed for a bombing in 2019.",
        [f"bombing: - > people | {KILLED}"],
    ),
    (f"{BOMB} Police are asking who is responsible.", [f"bombing: - > people | {KILLED}"]),
]


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_a_clause_behind_the_deed_says_who_did_it(text: str, lines: list[str]) -> None:
    assert [told(report) for report in coded(text).reports] == lines


def test_the_evidence_holds_the_words_of_blame_and_the_reason_names_the_rule() -> None:
    (report,) = coded(f"{BOMB} The ELN took responsibility on Saturday.").reports
    assert report.evidence.quote.endswith("took responsibility on Saturday.")
    assert [party.why.rule for party in report.initiator] == ["initiator-blamed"]
