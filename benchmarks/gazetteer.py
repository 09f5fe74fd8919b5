"""Measures the intake of a large gazetteer: `make bench NAME=gazetteer ARGS="--rows 12000000"`.

A dump in the shape of GeoNames' `allCountries.txt` is made up, with names in several scripts and one row in a thousand
broken, and given to `stemmata gazetteer add` in a process of its own, whose memory is thereby its own. The default
gazetteer is compiled before. Another process loads the default gazetteer and resolves names with it, and tells what
memory that takes beyond the program's own.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.results import Row
from stemmata.places.default import country_boxes

COMMAND = "make bench NAME=gazetteer"
ROWS = 3_000_000
DAMAGED = 1000
"""One row in so many breaks off."""
MEGABYTE = 1_000_000
LATIN = [a + b for a in "b d f g h j k l m n r s t z sh kh".split() for b in "a e i o u ar an el".split()]
ARABIC = [a + b for a in "بتجحدرسشعفقكلمنه" for b in ("ا", "و", "ي", "")]
CYRILLIC = [a + b for a in "бвгдзклмнпрст" for b in "аеиоу"]
ADD = """
import resource, sys
from pathlib import Path
from stemmata.places.adding import add_gazetteer
intake = add_gazetteer(Path(sys.argv[1]), own=Path(sys.argv[2]))
print(intake.about.places, intake.refused, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
"""Adds a file; tells the rows taken and refused, and the largest resident memory of the process in kilobytes."""
RESIDENT = """
import re
from pathlib import Path
import sys
from stemmata.places import Mention, load_gazetteer
def resident():
    return int(re.search(r"VmRSS:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
before = resident()
gazetteer = load_gazetteer(own=Path(sys.argv[1]))
names = [line.split(chr(9)) for line in sys.stdin.read().splitlines()]
for country, name in names:
    gazetteer.resolve([Mention(name, 0)], countries=[country])
print(resident() - before)
"""
"""Tells what memory the default gazetteer takes once the given names are resolved by it, in kilobytes."""
ASKED = 5000


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the intake and for the default gazetteer's memory."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks gazetteer", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help=f"how many rows to make up ({ROWS:,})")
    rows = parser.parse_args(arguments).rows
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "allCountries.txt"
        make_up(file, rows)
        began = time.monotonic()
        told = _run(ADD, str(file), f"{folder}/own")
        seconds = time.monotonic() - began
        taken, refused, peak = map(int, told.split())
        index = (Path(folder) / "own" / "allcountries.sqlite").stat().st_size
        size = file.stat().st_size
        resident = int(_run(RESIDENT, f"{folder}/none", told=_names(file)))
    what = f"a made-up dump of {rows:,} rows"
    return [
        Row(f"rows taken, {what}", taken, "rows", COMMAND),
        Row(f"rows refused, {what}", refused, "rows", COMMAND, source=f"one in {DAMAGED} is broken"),
        Row(f"time to add it, {what}", seconds, "s", COMMAND, source=f"{rows / seconds:,.0f} rows a second"),
        Row(f"peak resident memory, {what}", peak * 1024 / MEGABYTE, "MB", COMMAND),
        Row(f"size of the dump, {what}", size / MEGABYTE, "MB", COMMAND),
        Row(f"size of the index, {what}", index / MEGABYTE, "MB", COMMAND),
        Row(
            "resident memory of the default gazetteer",
            resident * 1024 / MEGABYTE,
            "MB",
            COMMAND,
            source=f"once {ASKED:,} names are resolved by it; at most 60",
        ),
    ]


def make_up(file: Path, rows: int, seed: int = 5) -> None:
    """Write a dump of so many rows in the shape of GeoNames', spread over all countries."""
    with file.open("w", encoding="utf-8") as out:
        out.writelines(_dump(rows, random.Random(seed)))


def _dump(rows: int, chance: random.Random) -> Iterator[str]:
    boxes = {country: box for country, box in country_boxes().items() if country}
    countries = sorted(boxes)
    for number in range(1, rows + 1):
        country = countries[chance.randrange(len(countries))]
        south, north, west, east = boxes[country]
        name = _name(LATIN, chance).title()
        if number % DAMAGED == 0:
            yield f"{number}\t{name}\n"
            continue
        others = [_name(LATIN, chance).title(), _name(chance.choice((ARABIC, CYRILLIC)), chance)]
        kind = chance.choices(("P\tPPL", "S\tSCH", "A\tADM2", "A\tADM3", "T\tHLL"), (60, 20, 1, 1, 18))[0]
        lat, lon = chance.uniform(south, north), chance.uniform(west, east)
        region, district = f"{chance.randrange(30):02}", f"{chance.randrange(300):03}"
        told = [f"{lat:.5f}", f"{lon:.5f}", kind, country, "", region, district, "", "", str(chance.randrange(5000))]
        yield "\t".join([str(number), name, name, ",".join(others), *told, "", "", "", "2020-01-01"]) + "\n"


def _name(syllables: Sequence[str], chance: random.Random) -> str:
    return "".join(chance.choices(syllables, k=chance.randrange(2, 5)))


def _names(file: Path) -> str:
    """A country and a name a line, from the beginning of a dump."""
    with file.open(encoding="utf-8") as lines:
        cells = [line.split("\t") for _, line in zip(range(ASKED), lines, strict=False)]
    return "\n".join(f"{row[8]}\t{row[1]}" for row in cells if len(row) > 8)


def _run(program: str, *arguments: str, told: str = "") -> str:
    """What a program in a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], input=told, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
