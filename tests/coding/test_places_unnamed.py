"""Places told by their kind alone: where a deed was done, when no name says it.

A row is a text and the places of each report, as relation and words, with the rule in brackets where it is not the one
for what is only described.
"""

import pytest
from documents import coded

ROWS = [
    # behind a preposition, closer than the place of the sentence before
    (
        "Fighting shook Goma on Monday. On Tuesday gunmen executed a nurse in the street.",
        ["at Goma (place-without-preposition)", "at street"],
    ),
    ("A suicide bomber blew himself up at a police checkpoint on Sunday.", ["at police checkpoint"]),
    # two places of one deed
    ("Gunmen attacked two prisons on Saturday, killing nine guards.", ["at two prisons"]),
    # a part of one
    ("Rockets hit parts of the city on Friday, wounding four people.", ["at parts of the city"]),
    # what the words name is the place, and not their kind
    ("Shells hit a market in Taiz, Yemen, killing six people.", ["at Taiz (place-preposition)"]),
    # so is what the sentence tells before
    ("In Pokrovsk, shells hit a market on Sunday.", ["at Pokrovsk (place-preposition)"]),
    # "the area" may be any, and is the one that was told, in the words of its own sentence
    (
        "Rebels attacked Bambari on Monday. Police arrested nine people in the area.",
        ["at Bambari (place-without-preposition)", "at area (place-taken-up)"],
    ),
    # what lies in the place told before is closer than that
    (
        "Fighting shook Goma on Monday. Gunmen looted the brewery.",
        ["at Goma (place-without-preposition)", "in_area brewery"],
    ),
    (
        "Rebels overran Tambura on Sunday. Hundreds of people are hiding in the forests.",
        ["at Tambura (place-without-preposition)", "in_area forests"],
    ),
    # "the area" of two towns is both
    (
        "Shells hit the towns of Bria and Ippy. Aid groups said the army was evacuating families from the area.",
        ["at Bria, at Ippy (place-without-preposition)", "at Bria, at Ippy (place-told-before)"],
    ),
    # and so many of them are not
    (
        "Rebels overran Tambura on Sunday. They looted two clinics.",
        ["at Tambura (place-without-preposition)", "at Tambura (place-told-before)"],
    ),
    # what was found there is listed in the present
    (
        "Troops repelled an attack of Boko Haram on their post at Bambari.\n\nWeapons recovered include nine rifles.",
        ["at Bambari (place-preposition)", "at Bambari (place-told-before)"],
    ),
    # a new paragraph has a place of its own
    (
        "Rebels attacked Bambari on Monday.\n\nArmy units seized nine rifles last week.",
        ["at Bambari (place-without-preposition)", "-"],
    ),
    # unless it goes on with what was told, or is told of that
    (
        "Rebels attacked Bambari on Monday.\n\nA search of the camp turned up nine rifles.",
        ["at Bambari (place-without-preposition)", "at Bambari (place-told-before)"],
    ),
    (
        "Rebels attacked Bambari on Monday.\n\nThe attackers burned 40 houses.",
        ["at Bambari (place-without-preposition)", "at Bambari (place-told-before)"],
    ),
    # what was burned is no scene for the next deed
    ("Rioters burned a bakery on Monday. Police arrested nine people.", ["at bakery", "-"]),
    # and a name told of the same deed is better
    (
        "The attack on the base killed nine men. The attack on the base in Kismayo, Somalia, killed nine men.",
        ["at Kismayo (place-preposition)"],
    ),
    # a mine that was found is a weapon, people counted in quarters live in none
    ("Sappers found a mine on Friday.", ["-"]),
    ("Since Monday a quarter of a million people have been displaced by fighting, aid groups say.", ["-", "-"]),
    # in hospital, as it were
    ("A wounded policeman died in hospital on Friday after the shooting.", ["-"]),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=lambda value: value[:40])
def test_places_told_by_their_kind(text: str, wanted: list[str]) -> None:
    found = []
    for report in coded(text).reports:
        rules = {p.why.rule for p in report.places} - {"place-described"}
        told = ", ".join(f"{p.relation} {p.span.quote}" for p in report.places) or "-"
        found.append(told + "".join(f" ({rule})" for rule in sorted(rules)))
    assert found == wanted
