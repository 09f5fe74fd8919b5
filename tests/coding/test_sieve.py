"""The sieve loses no report: what it lets go has none of the words of any trigger."""

import json

import pytest

from stemmata.coding.codebook import load_codebook
from stemmata.coding.sieve import Sieve, inflections
from stemmata.gold import DOCS, GOLD


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Rebels shelled the town.", True),  # a regular past tense
        ("Families fled at night.", True),  # an irregular one
        ("They were laying down their arms.", True),  # a form of several words, inflected
        ("She laid the table.", False),  # the head of that form alone
        ("Warplanes carried out airstrikes.", True),  # a compound in one word
        ("The orchestra opened its season with a symphony.", False),  # nothing at all
        ("", False),  # no text
        ("AIR STRIKES HIT ALEPPO", True),  # capitals
    ],
)
def test_what_is_held_back(text: str, held: bool) -> None:
    assert load_codebook().sieve.may_report(text) == held


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("flee", "fled"),  # irregular
        ("seize", "seizing"),  # the e falls away
        ("stab", "stabbed"),  # the consonant doubles
        ("occupy", "occupied"),  # y turns
        ("gunman", "gunmen"),  # so does man
        ("shell", "shelling"),  # as it is
    ],
)
def test_inflections(lemma: str, form: str) -> None:
    assert form in inflections(lemma)


def test_no_hand_coded_report_is_lost() -> None:
    reports = {line["id"]: line["reports"] for line in map(json.loads, GOLD.read_text().splitlines())}
    texts = {line["id"]: line["text"] for line in map(json.loads, DOCS.read_text().splitlines())}
    assert [i for i, text in texts.items() if reports[i] and not load_codebook().sieve.may_report(text)] == []


def test_every_form_of_a_lexicon_passes_its_own_sieve() -> None:
    forms = {(row.form[row.head], row.form) for headed in load_codebook().triggers.values() for row in headed.rows}
    lost = [form for head, form in forms if not Sieve([(head, form)]).may_report(" ".join(form))]
    assert lost == []
