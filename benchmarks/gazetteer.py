"""Measures the intake of a large gazetteer: `make bench NAME=gazetteer ARGS="--rows 12000000"`.

A dump in the shape of GeoNames' `allCountries.txt` is made up, with names in several scripts and one row in a thousand
broken, and given to `stemmata gazetteer add` in a process of its own, whose memory is thereby its own. The default
gazetteer is compiled before. Another process loads the default gazetteer and resolves names with it, and tells what
memory that takes beyond the program's own. Memory is read as Linux tells it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Row
from stemmata.places.default import country_cells
from stemmata.places.swapped import CELL

COMMAND = "make bench NAME=gazetteer"
ROWS = 3_000_000
DAMAGED = 1000
"""One row in so many breaks off."""
MEGABYTE = 1_000_000
LATIN = [a + b for a in "b d f g h j k l m n r s t z sh kh".split() for b in "a e i o u ar an el".split()]
ARABIC = [a + b for a in "بتجحدرسشعفقكلمنه" for b in ("ا", "و", "ي", "")]
CYRILLIC = [a + b for a in "бвгдзклмнпрст" for b in "аеиоу"]
MEMORY = """
import re, sys
from pathlib import Path
def memory(what):
    return int(re.search(what + r":\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""
"""Reads a memory figure of the process as Linux tells it, in kilobytes."""
ADD = f"""{MEMORY}
from stemmata.places.adding import add_gazetteer
intake = add_gazetteer(Path(sys.argv[1]), own=Path(sys.argv[2]))
print(intake.about.places, intake.refused, memory("VmHWM"))
"""
"""Adds a file; tells the rows taken and refused, and the largest resident memory of the process."""
RESIDENT = f"""{MEMORY}
from stemmata.places import Mention, load_gazetteer
before = memory("VmRSS")
gazetteer = load_gazetteer(own=Path(sys.argv[1]))
for line in sys.stdin:
    country, name = line.split()
    gazetteer.resolve([Mention(name, 0)], countries=[country])
print(memory("VmRSS") - before)
"""
"""Tells what memory the default gazetteer takes once the given names are resolved by it."""
ASKED = 5000


@dataclass(frozen=True)
class Added:
    """What came of adding a file in a process of its own."""

    taken: int
    refused: int
    peak: int
    """The largest resident memory of the process, in bytes."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the intake and for the default gazetteer's memory."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks gazetteer", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"how many rows to make up ({ROWS:,})")
    rows = parser.parse_args(arguments).rows
    with tempfile.TemporaryDirectory() as folder:
        file, own = Path(folder) / "allCountries.txt", Path(folder) / "own"
        make_up(file, rows)
        began = time.monotonic()
        added = add(file, own)
        seconds = time.monotonic() - began
        dump, index = file.stat().st_size, (own / "allcountries.sqlite").stat().st_size
        in_memory = resident(file, Path(folder) / "none")
    what = f"a made-up dump of {rows:,} rows"
    of_all = f"once {ASKED:,} names of all countries are resolved by it; at most 60"
    return [
        Row(f"rows taken, {what}", added.taken, "rows", COMMAND),
        Row(f"rows refused, {what}", added.refused, "rows", COMMAND, source=f"one in {DAMAGED} is broken"),
        Row(f"time to add it, {what}", seconds, "s", COMMAND, source=f"{rows / seconds:,.0f} rows a second"),
        Row(f"peak resident memory, {what}", added.peak / MEGABYTE, "MB", COMMAND, source="with Python itself"),
        Row(f"size on disk, {what}", dump / MEGABYTE, "MB", COMMAND),
        Row(f"size of its index, {what}", index / MEGABYTE, "MB", COMMAND),
        Row("resident memory of the default gazetteer", in_memory / MEGABYTE, "MB", COMMAND, source=of_all),
    ]


def add(file: Path, own: Path) -> Added:
    """Add a file to the gazetteers of a folder, in a process of its own."""
    taken, refused, kilobytes = map(int, _run(ADD, str(file), str(own)).split())
    return Added(taken, refused, 1024 * kilobytes)


def resident(file: Path, own: Path) -> int:
    """The bytes of memory that the default gazetteer takes once the first names of a dump are resolved by it."""
    with file.open(encoding="utf-8") as lines:
        rows = [line.split("\t") for _, line in zip(range(ASKED), lines, strict=False)]
    names = "\n".join(f"{row[8]}\t{row[1]}" for row in rows if len(row) > 8)
    return 1024 * int(_run(RESIDENT, str(own), told=names))


def make_up(file: Path, rows: int, seed: int = 5) -> None:
    """Write a dump of so many rows in the shape of GeoNames', spread over all places where towns are known."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(_dump(rows, random.Random(seed)))


def _dump(rows: int, chance: random.Random) -> Iterator[str]:
    cells = sorted(country_cells(CELL))
    for number in range(1, rows + 1):
        country, row, column = chance.choice(cells)
        name = _name(LATIN, chance).title()
        if number % DAMAGED == 0:
            yield f"{number}\t{name}\n"
            continue
        others = [_name(LATIN, chance).title(), _name(chance.choice((ARABIC, CYRILLIC)), chance)]
        kind = chance.choices(("P\tPPL", "S\tSCH", "A\tADM2", "A\tADM3", "T\tHLL"), (60, 20, 1, 1, 18))[0]
        lat, lon = (row + chance.random()) * CELL, (column + chance.random()) * CELL
        region, district = f"{chance.randrange(30):02}", f"{chance.randrange(300):03}"
        told = [f"{lat:.5f}", f"{lon:.5f}", kind, country, "", region, district, "", "", str(chance.randrange(5000))]
        yield "\t".join([str(number), name, name, ",".join(others), *told, "", "", "", "2020-01-01"]) + "\n"


def _name(syllables: Sequence[str], chance: random.Random) -> str:
    return "".join(chance.choices(syllables, k=chance.randrange(2, 5)))


def _run(program: str, *arguments: str, told: str = "") -> str:
    """What a program in a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], input=told, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
