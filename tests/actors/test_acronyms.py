"""Acronyms that a text explains, and brackets that explain nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.actors import acronyms_introduced

EXPLAINED = [
    ("Fighters of Hayat Tahrir al-Sham (HTS) left.", {"HTS": "Hayat Tahrir al-Sham"}),
    (
        "The SLDF (Southern League for Defence of the Farms) attacked.",
        {"SLDF": "Southern League for Defence of the Farms"},
    ),
    ("Islamic State of Iraq and the Levant (ISIL)", {"ISIL": "Islamic State of Iraq and the Levant"}),
    ("Jama'at Nusrat al-Islam wal-Muslimin (JNIM) said", {"JNIM": "Jama'at Nusrat al-Islam wal-Muslimin"}),
    ("the Karen National Liberation Army (“KNLA”)", {"KNLA": "Karen National Liberation Army"}),
    ("People's Defence Forces (PDFs) struck", {"PDFs": "People's Defence Forces"}),
    ("March 23 Movement (M23) rebels", {"M23": "March 23 Movement"}),
    # The first explanation counts.
    ("the River League Front (RLF) ... the Rural Labour Fund (RLF)", {"RLF": "River League Front"}),
    # A bracket that explains nothing.
    ("Rockets fell on Aleppo (SANA).", {}),
    ("He was born in Kenya (KE).", {}),
    ("the president (left) and his wife", {}),
    ("some nine people (NP) died", {}),  # no name: it begins with a small letter
    ("In total 14 (12 soldiers) died", {}),
    ("an empty bracket () and an open one (ABC", {}),
    # A name ends where its sentence begins.
    ("He spoke for the Hill. Tribal Shura (HTS) members came.", {}),
    # An acronym of the body's own language is left to the registry.
    ("the National Liberation Army (ELN)", {}),
]


@pytest.mark.parametrize(("text", "told"), EXPLAINED)
def test_acronyms_of_a_text(text: str, told: dict[str, str]) -> None:
    assert dict(acronyms_introduced(text)) == told


@given(st.text(alphabet="AB cd().\n-'", max_size=200))
def test_any_text_has_names_that_stand_in_it(text: str) -> None:
    for acronym, name in acronyms_introduced(text).items():
        assert acronym in text
        assert name in text
