"""Words as the net reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.language.pieces import MAX_PIECES, Pieces, case_of, gap_of

VOCABULARY = ["[UNK]", "shell", "##ed", "##e", "##d", "e", "al", "-", "'", "cafe", "政", "##x"]
PIECES = Pieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("shelled", ["shell", "##ed"]),  # the longest match first
        ("SHELLED", ["shell", "##ed"]),  # capitals are no part of the vocabulary
        ("Café", ["cafe"]),  # nor are accents
        ("al-", ["al", "-"]),  # punctuation stands alone
        ("’", ["'"]),  # and is read as the plain one
        ("政政", ["政", "政"]),  # ideographs stand alone
        ("zzz", ["[UNK]"]),
        ("\u200b", ["[UNK]"]),  # never nothing
    ],
)
def test_pieces(word: str, expected: list[str]) -> None:
    assert [VOCABULARY[number] for number in PIECES(word)] == expected


@given(st.text(max_size=300))
def test_any_word_has_a_bounded_number_of_pieces(word: str) -> None:
    assert 1 <= len(PIECES(word)) <= MAX_PIECES


@pytest.mark.parametrize(
    ("word", "case"),
    [("army", 0), ("Army", 1), ("ISIS", 2), ("IEDs", 3), ("T-72", 4), ("A", 5), (",", 0), ("al", 0)],
)
def test_cases(word: str, case: int) -> None:
    assert case_of(word) == case


def test_gaps() -> None:
    assert [gap_of(between) for between in ("", " ", "\u00a0 ", " \n ")] == [0, 1, 1, 2]
