"""Which types passages in rare and common wording tell of: `make bench NAME=wordings`.

The passages of the folder `wordings` are our own, in all genres, on wars and unrest of many countries, and no record of
any: places are true, most of what happens there is invented. They were written for variety of wording before the coder
had seen any of them, and a fifth tells of nothing. Every third line is held out: nobody who adds wordings to the
codebook reads it. A passage's types are those of its marks; `casualties` counts only where no other type does, since
the harm done is part of a report.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.public import Agreement, code_text, with_progress
from benchmarks.results import Row
from stemmata.coding.codebook import load_codebook

COMMAND = "make bench NAME=wordings"
FOLDER = Path(__file__).with_name("wordings")
HELD_OUT = 3
"""Of so many lines, the first is held out."""
MARK = re.compile(r"\[(?P<type>\w+)\|(?P<words>[^\[\]|]+)\]")
HARM = frozenset({"casualties"})


@dataclass(frozen=True, slots=True)
class Passage:
    """One line: its text, and the types that its marks name."""

    text: str
    types: frozenset[str]
    held_out: bool


def measure(arguments: Sequence[str]) -> list[Row]:
    """Types of passages, of both parts, and each type's F1 on the part that is held out."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks wordings", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what went wrong in the part that may be read")
    errors = parser.parse_args(arguments).errors
    whole = {True: Agreement(), False: Agreement()}
    by_type: defaultdict[str, Agreement] = defaultdict(Agreement)
    found = [passage for file in sorted(FOLDER.glob("*.txt")) for passage in passages(file)]
    for passage in with_progress(found, "Coding passages"):
        types = frozenset(report.type for report in code_text(passage.text).reports)
        told = types - HARM or types
        whole[passage.held_out].add(passage.types, told)
        if passage.held_out:
            for kind in passage.types | told:
                by_type[kind].add(passage.types & {kind}, told & {kind})
        elif errors and told != passage.types:
            marked, coded = (", ".join(sorted(kinds)) or "-" for kinds in (passage.types, told))
            print(f"marked {marked}; coded {coded}: {passage.text}")
    kinds = (kind for kind in load_codebook().types if kind in by_type)
    return [
        *whole[False].rows("types of a passage, read", COMMAND),
        *whole[True].rows("types of a passage, held out", COMMAND),
        *(Row(f"{kind}, held out", by_type[kind].f1, "F1", COMMAND) for kind in kinds),
    ]


def passages(file: Path) -> Iterator[Passage]:
    """The passages of a file, a line each."""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
        if line.strip():
            types = frozenset(mark["type"] for mark in MARK.finditer(line))
            yield Passage(MARK.sub(r"\g<words>", line.strip()), types - HARM or types, number % HELD_OUT == 0)
