"""A run looks for copies only of what came or went; looking at all documents anew gives the same."""

import json
from random import Random

import pytest
from sqlalchemy import select

from case.coder import code
from stemmata.case import add, schema
from stemmata.case import run as run_case
from stemmata.case.database import reading
from stemmata.case.gathering import numbered_documents
from stemmata.case.rows import from_record
from stemmata.merging.copies import find_copies
from stemmata.records import Copy

WORDS = [f"{one}{other}" for one in ("ba", "do", "ki", "le", "mu", "ra", "so", "tu") for other in "bdfgklmnprst"]
OUTLETS = ("Harbour Wire", "Lagoon Daily", "Evening Mail", "Hill Post")


def text(chance, told):
    """New sentences, and some of what others told: whole, with words exchanged, or in a credit."""
    parts = [" ".join(chance.choices(WORDS, k=14)).capitalize() + "." for _ in range(chance.randint(1, 3))]
    for _ in range(chance.choice((0, 1, 1, 2)) if told else 0):
        taken = chance.choice(chance.choice(told[-5:]).split("\n\n")).split()
        edited = 0.1 if chance.random() < 0.3 else 0
        words = [chance.choice(WORDS) if chance.random() < edited else word for word in taken]
        parts.insert(chance.randrange(len(parts) + 1), " ".join(words))
    if chance.random() < 0.4:
        taken = chance.choice(told).split() if told else WORDS
        parts.append(f"{chance.choice(OUTLETS)} wrote of {' '.join(chance.sample(taken, min(6, len(taken))))}.")
    return "\n\n".join(parts)


@pytest.mark.parametrize("seed", range(8))
def test_copies_found_bit_by_bit_are_those_found_at_once(case, write, monkeypatch, seed):
    """Pages come, are edited, credit each other; and with so small a limit runs of words become common speech."""
    for module in ("stemmata.merging.copies.prints", "stemmata.case.recopying"):
        monkeypatch.setattr(f"{module}.COMMON", 2)
    chance, texts = Random(seed), {}
    for step in range(9):
        lines = []
        for _ in range(chance.randint(1, 5)):
            name = f"p{chance.randrange(24)}"
            texts[name] = text(chance, list(texts.values()))
            page = {"id": name, "url": f"https://{name}.example/1", "publisher": OUTLETS[int(name[1:]) % 4]}
            day = chance.choice((3, 4, 5, 9, 16))
            dated = {"published": f"2021-03-{day:02}"} if chance.random() < 0.9 else {}
            lines.append(json.dumps(page | dated | {"text": texts[name]}))
        list(add(case, write(f"{step}.jsonl", "\n".join(lines))))
        run_case(case, code=code, processes=1)
        with reading(case.engine) as connection:
            current = connection.scalars(select(schema.document.c.id).where(schema.document.c.state == "current"))
            documents = numbered_documents(connection, current).values()
            kept = connection.scalars(select(schema.copy.c.record).where(schema.copy.c.near == 1))
            told = sorted((from_record(Copy, record) for record in kept), key=lambda copy: (copy.copy, copy.source))
        assert told == list(find_copies(documents))
