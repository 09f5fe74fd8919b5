"""Type and roles of sentences, against PLOVER's gold standard records (2016): `make bench NAME=plover_gsr`.

Each sentence has one event of PLOVER, with the words of its source and target. Stemmata's types give PLOVER's by
`types.toml`; FIGHT of that version is part of ASSAULT in later ones. DEMAND, REJECT, THREATEN, DISAPPROVE, CONSULT,
SUPPORT, CONCEDE, COOPERATE and INVESTIGATE are statements and diplomacy, which Stemmata leaves out by design, and of
AGREE, COERCE and SANCTION it codes a part (ceasefires and accords, arrests and seizures, expulsions). So figures are
given over all sentences and over those of categories with a type. Nobody has published figures on these records.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.public import Agreement, code_text, data_folder, with_progress
from benchmarks.results import Row
from stemmata.coding.codebook import load_codebook
from stemmata.records import Party

COMMAND = "make bench NAME=plover_gsr"
LATER = {"FIGHT": "ASSAULT"}
"""Categories of the records that later versions of PLOVER call otherwise."""


@dataclass(frozen=True)
class Record:
    """One sentence with its event."""

    text: str
    day: date
    category: str
    source: tuple[str, ...]
    """The words of each actor."""
    target: tuple[str, ...]


def records(file: Path) -> Iterator[Record]:
    """The records of a file; its first only describes the file."""
    for record in json.loads(file.read_text(encoding="utf-8")):
        if record["event"] != "DOCUMENT":
            event = LATER.get(record["event"], record["event"])
            day = date.fromisoformat(record["date"])
            yield Record(record["text"], day, event, _actors(record, "source"), _actors(record, "target"))


def _actors(record: dict[str, Any], side: str) -> tuple[str, ...]:
    """The words of each actor of a side; one record has a word there that belongs elsewhere."""
    told = record.get(side)
    return tuple(one["actorText"] for one in told) if isinstance(told, list) else ()


def categories() -> set[str]:
    """The categories that some type has."""
    return {kind.plover.split()[0] for kind in load_codebook().types.values() if kind.plover}


def measure(arguments: Sequence[str]) -> list[Row]:
    """Category of the sentence, and the words of source and target where the category is right."""
    folder = data_folder("plover_gsr", arguments, __doc__)
    gold = list(records(folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"))
    types = load_codebook().types
    every, typed, source, target = Agreement(), Agreement(), Agreement(), Agreement()
    for record in with_progress(gold, "sentences"):
        coding = code_text(record.text, record.day)
        reports = [r for r in coding.reports if r.status.value in ("happened", "ongoing") and types[r.type].plover]
        found = {types[report.type].plover.split()[0] for report in reports}
        every.add({record.category}, found)
        if record.category in categories():
            typed.add({record.category}, found)
            if right := [r for r in reports if types[r.type].plover.split()[0] == record.category]:
                _add_parties(source, record.source, [p for r in right for p in r.initiator])
                _add_parties(target, record.target, [p for r in right for p in r.target])
    return [
        *every.rows("category, of all sentences", COMMAND),
        *typed.rows("category, of sentences of categories with a type", COMMAND),
        *source.rows("source, where the category is right", COMMAND),
        *target.rows("target, where the category is right", COMMAND),
    ]


def _add_parties(agreement: Agreement, gold: Sequence[str], found: Sequence[Party]) -> None:
    """Count the actors of one sentence: right where all words of the shorter stand in the longer."""
    words = list(dict.fromkeys(party.span.quote for party in found))
    agreement.gold += len(gold)
    agreement.found += len(words)
    agreement.right += min(
        sum(any(_same(one, other) for other in words) for one in gold),
        sum(any(_same(one, other) for one in gold) for other in words),
    )


def _same(one: str, other: str) -> bool:
    a, b = ({word.strip(".,'’").casefold().removesuffix("'s") for word in text.split()} for text in (one, other))
    return a <= b or b <= a
