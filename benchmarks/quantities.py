"""Numbers in words and digits, plain and vague: `make bench NAME=quantities`.

The sentences of `quantities.csv` are our own, as were those of the published comparison, which are not these: the
best library there, recognizers-text-number, had F1 0.92 on numbers and 1 of 9 vague ones right, and none keeps a
bound, what is counted, or what a number is part of. Traps are numbers that count nothing: ages, dates, weapons,
units, shares, money.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

from benchmarks.public import Agreement
from benchmarks.results import Row
from stemmata.figures import Count, find_counts
from stemmata.language import load_parser

COMMAND = "make bench NAME=quantities"
FILE = Path(__file__).with_name("quantities.csv")
PEER = "recognizers-text-number, on sentences like these"

Told = tuple[str, str, str, str, str]
"""Lowest, highest, hedge, what is counted, and what the figure is part of, as texts; empty where there is none."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """Numbers alone, with their bounds, with what they count, and with the whole that they are part of."""
    argparse.ArgumentParser(prog="python -m benchmarks quantities", description=__doc__).parse_args(arguments)
    plain, vague = {}, {}
    for sentence, kind, told in _table():
        (vague if kind == "vague" else plain).setdefault(sentence, []).extend(told)
    numbers, bounds, nouns, parts = (Agreement() for _ in range(4))
    for sentence, gold in plain.items():
        found = _found(sentence)
        numbers.add({(low, high) for low, high, *_ in gold}, {(low, high) for low, high, *_ in found})
        bounds.add({each[:3] for each in gold}, {each[:3] for each in found})
        nouns.add({each[:4] for each in gold}, {each[:4] for each in found})
        parts.add({each for each in gold if each[4]}, {each for each in found if each[4]})
    right = sum(
        {each[:3] for each in gold} == {each[:3] for each in _found(sentence)} for sentence, gold in vague.items()
    )
    return [
        *numbers.rows("plain numbers", COMMAND, {"f1": 0.92}, PEER),
        *bounds.rows("plain numbers with their hedge", COMMAND),
        *nouns.rows("plain numbers with hedge and what is counted", COMMAND),
        *parts.rows("parts with their whole", COMMAND),
        Row("vague numbers right", right / len(vague), "share", COMMAND, published=1 / 9, source=PEER),
    ]


def _table() -> list[tuple[str, str, list[Told]]]:
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = []
    for row in csv.DictReader(lines):
        told: Told = (row["low"], row["high"], row["hedge"], row["of"], row["part_of"])
        rows.append((row["sentence"], row["kind"], [told] if row["hedge"] else []))
    return rows


def _found(sentence: str) -> list[Told]:
    counts = [c for tree in load_parser().parse(sentence, [(0, len(sentence))]) for c in find_counts(tree, sentence)]
    return [_told(count, counts, sentence) for count in counts]


def _told(count: Count, counts: Sequence[Count], sentence: str) -> Told:
    low, high = ("" if bound is None else str(bound) for bound in (count.low, count.high))
    of = sentence[count.of_start : count.of_end] if count.of_start is not None else ""
    whole = counts[count.partitive] if count.partitive is not None else None
    return low, high, count.hedge, of, sentence[whole.start : whole.end] if whole else ""
