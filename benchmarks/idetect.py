"""Figures of displacement in excerpts, against those of IDMC's IDETECT challenge (2017): `make bench NAME=idetect`.

Each excerpt of news and aid reports has one figure that a reader took from it, of people or households that fled,
were evacuated, sheltered or made homeless, or of houses destroyed; labels are noisy, and an excerpt with several
figures stands there several times. Seven in eight excerpts are of floods, storms and earthquakes, which are no
conflict, and those on conflict tell mostly how many live displaced, which is no happening; both are left out by
design. So the figures as counted by themselves stand beside those in reports. Nobody has published figures on these
excerpts.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.public import Agreement, code_text, data_folder, with_progress
from benchmarks.results import Row
from stemmata.figures import find_counts
from stemmata.language import load_parser

COMMAND = "make bench NAME=idetect"
FILE = "IDMC_fully_labelled.csv.xlsx"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CONFLICT = "Conflict and violence"
MEASURES = ("displaced", "arrived", "aided", "returned", "buildings")
"""Measures of the codebook that its figures may have."""


def table(file: Path) -> Iterator[dict[str, str]]:
    """The rows of the first sheet of a workbook, by the names in its first row; read here to need no library."""
    with zipfile.ZipFile(file) as book:
        strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in one.iter(f"{SHEET}t")) for one in strings]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = [dict(_cells(row, texts)) for row in sheet.iter(f"{SHEET}row")]
    for row in rows[1:]:
        yield {name: row.get(column, "") for column, name in rows[0].items()}


def _cells(row: ElementTree.Element, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The letters of each cell's column, and its text."""
    for cell in row.iter(f"{SHEET}c"):
        value = cell.findtext(f"{SHEET}v")
        if value is not None:
            yield re.sub(r"\d", "", cell.get("r", "")), texts[int(value)] if cell.get("t") == "s" else value


def excerpts(file: Path) -> dict[tuple[str, str], set[int]]:
    """The figures of each English excerpt, by its text and what drove the people out."""
    found = defaultdict(set)
    for row in table(file):
        text = " ".join(row["Excerpt"].split())
        if text and "\ufffd" not in text and row["Displacement figure"].isdigit():
            found[text, row["Tag"]].add(int(row["Displacement figure"]))
    return found


def measure(arguments: Sequence[str]) -> list[Row]:
    """Of the figures told: those counted at all, and those in reports, over all excerpts and over those of conflict."""
    gold = excerpts(data_folder("idetect", arguments, __doc__) / FILE)
    counted, reported, conflict = Agreement(), Agreement(), Agreement()
    for (text, tag), figures in with_progress(list(gold.items()), "excerpts"):
        counts = [c for tree in load_parser().parse(text, [(0, len(text))]) for c in find_counts(tree, text)]
        counted.add(figures, figures & {bound for c in counts for bound in (c.low, c.high)})
        reports = code_text(text).reports
        told = {f.low or f.high for r in reports for f in r.figures if f.measure in MEASURES}
        reported.add(figures, told)
        if tag == CONFLICT:
            conflict.add(figures, told)
    return [
        Row("figures counted", counted.recall, "share", COMMAND, source=f"{counted.gold} in the gold"),
        *reported.rows("figures in reports, all causes", COMMAND),
        *conflict.rows("figures in reports, conflict and violence", COMMAND),
    ]
