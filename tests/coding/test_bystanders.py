"""Who people are of whom no more is told: by what happens to them, by where they are hit, and where it stays open."""

import pytest
from documents import coded

from stemmata.actors import load_registry
from stemmata.coding.codebook import load_codebook
from stemmata.coding.elsewhere.bystanders import who_they_are

ROWS = [
    # (type, role, phrase, passage, id)
    # By the type: those who flee, return, are given aid, are abducted, besieged or murdered are unarmed.
    ("displacement", "initiator", "some 3,000 people", "Some 3,000 people fled Bria.", "civilians"),
    ("displacement", "initiator", "tens of thousands", "Tens of thousands have left Goma.", "civilians"),
    ("return", "initiator", "700", "Another 700 went home to Baidoa.", "civilians"),
    ("aid", "target", "200 others", "The convoy reached 200 others.", "civilians"),
    ("abduction", "target", "two Moroccans", "Gunmen seized two Moroccans in Gao.", "civilians"),
    ("attack_on_civilians", "target", "a man and his son", "A man and his son were shot dead at home.", "civilians"),
    ("siege", "target", "Rohingya", "Rohingya were trapped in the ward.", "civilians"),
    # Whoever demonstrates is a protester, whatever else they are.
    ("protest", "initiator", "hundreds of women", "Hundreds of women marched in Herat.", "protesters"),
    ("protest", "initiator", "garment workers", "Garment workers blocked the road in Gazipur.", "protesters"),
    ("protest", "initiator", "residents of Beni", "Residents of Beni set up a picket.", "protesters"),
    # Hit where people live, trade, learn, heal or pray.
    ("shelling", "target", "nine people", "Shells fell on a market in Hodeidah, killing nine people.", "civilians"),
    ("air_strike", "target", "a dozen others", "Jets hit a hospital and wounded a dozen others.", "civilians"),
    (
        "bombing",
        "target",
        "people",
        "A bomb near the bus station killed eight people, five of them children.",
        "civilians",
    ),
    # Open: nothing says what they were.
    ("shelling", "target", "nine people", "Shelling killed nine people on the front line.", None),
    (
        "air_strike",
        "target",
        "39 people",
        "Strikes killed 39 people, more than half of them civilians, in a town market.",
        None,
    ),
    ("bombing", "target", "12 people", "A bomb at a hotel killed 12 people, including four soldiers.", None),
    ("casualties", "target", "people", "The war has killed 100,000 people.", None),
    ("arrest", "target", "three men", "Police detained three men at a house.", None),
    ("clash", "target", "five people", "Five people died in clashes near the school.", None),
    # Somebody's people, and names, are not bystanders.
    ("displacement", "initiator", "armed men", "Armed men left the town.", None),
    ("displacement", "initiator", "rebel fighters", "Rebel fighters left on buses.", None),
    ("abduction", "target", "army recruits", "They seized army recruits.", None),
    ("protest", "initiator", "rebel commanders", "Rebel commanders protested.", None),
    ("protest", "initiator", "Sahra Movement", "The Sahra Movement marched.", None),
    ("protest", "target", "people", "They marched against people.", None),
]


@pytest.mark.parametrize(("kind", "role", "phrase", "passage", "id_"), ROWS)
def test_who_people_are(kind: str, role: str, phrase: str, passage: str, id_: str | None) -> None:
    codebook, registry = load_codebook(), load_registry()
    match = registry.resolve(phrase)
    known = match.id if match else None
    told = who_they_are(phrase, known, role, codebook.types[kind], passage, codebook, registry)
    assert (told[0] if told else known) == id_


def test_who_sets_off_a_bomb_is_no_civilian() -> None:
    (attack,) = coded("Two women blew themselves up on a train in Kaga, killing nine passengers.").reports
    assert [(p.span.quote, p.id) for p in (*attack.initiator, *attack.target)] == [
        ("women", None),
        ("passengers", "civilians"),
    ]
