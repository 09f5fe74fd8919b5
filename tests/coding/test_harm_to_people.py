"""Wordings of harm done to unarmed people and to what is theirs, and the other senses of the same words."""

import pytest
from documents import coded

# Each sentence tells one happening of the type above it.
SENTENCES = {
    "attack_on_civilians": """
Soldiers bayoneted eleven villagers in Tamale.
Gunmen rubbed out a schoolboy in Tamale.
Fighters put nine deminers against a wall in Karsa.
Rebels cut off the hand of a trader in Karsa.
A gunman pumped bullets into a barber in Tamale.
Militants poured petrol over a shopkeeper in Karsa.
A councillor was thrown from the tenth floor in Tamale.
""",
    "sexual_violence": """
Militiamen had their way with two nuns in Karsa.
Bandits abused 40 girls in Tamale.
Soldiers sodomised a detainee in Tamale.
""",
    "abduction": """
Masked men whisked away the bishop in Karsa.
Two journalists were pushed into a white van in Tamale.
Rebels hijacked an airliner near Karsa.
Doctors were held to ransom in Karsa.
""",
    "property_destruction": """
Militiamen rifled the offices of a newspaper in Tamale.
Troops hacked up boats in Karsa.
Militiamen slaughtered 40 cows near Karsa.
""",
    "casualties": """
Twelve people fell martyrs in Karsa.
A guard lost three fingers in Tamale.
""",
}
ROWS = [(kind, line) for kind, block in SENTENCES.items() for line in block.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), ROWS)
def test_a_wording_tells_one_report_of_its_type(kind: str, text: str) -> None:
    assert [report.type for report in coded(text).reports] == [kind]


# The same words where nobody is harmed, or by nobody who fights.
OTHER_SENSES = [
    # surgeons take limbs off too
    "Surgeons amputated the leg of a singer in Tamale.",
    # no conflict kills by illness
    "A heart attack killed a broadcaster in Tamale.",
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_the_words_in_another_sense_tell_nothing(text: str) -> None:
    assert coded(text).reports == ()


# Whom the deed was done to, with the type and the id of those people.
PEOPLE = [
    # trades, kin and faiths that counted.csv has for civilians are so in the registry, in both numbers
    ("Gunmen killed three auctioneers in Quetta.", "attack_on_civilians", "auctioneers", "civilians"),
    ("A barista was shot dead in Goma.", "attack_on_civilians", "barista", "civilians"),
    ("Rebels abducted two dairymen in Kaga.", "abduction", "dairymen", "civilians"),
    ("Police arrested four schoolgoers in Tunis.", "arrest", "schoolgoers", "civilians"),
    # who comes from a country does not stand for its state
    ("An Algerian was shot dead in Goma.", "attack_on_civilians", "Algerian", None),
    ("Rebels killed three Swiss in Goma.", "attack_on_civilians", "Swiss", None),
    # who serves a state without arms fell in no fight; who bears arms for it did
    (
        "Gunmen killed three prosecutors in Quetta.",
        "attack_on_civilians",
        "prosecutors",
        "government-of-pakistan",
    ),
    (
        "Gunmen killed three intelligence officials in Quetta.",
        "clash",
        "intelligence officials",
        "government-of-pakistan",
    ),
    # an age is no number of people
    ("A 60-year-old woman was shot dead in Goma.", "attack_on_civilians", "60-year-old woman", "civilians"),
]


@pytest.mark.parametrize(("text", "kind", "people", "identity"), PEOPLE)
def test_people_are_known(text: str, kind: str, people: str, identity: str | None) -> None:
    (report,) = coded(text).reports
    assert (report.type, [(p.span.quote, p.id) for p in report.target]) == (kind, [(people, identity)])
