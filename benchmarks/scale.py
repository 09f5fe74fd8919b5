"""Measures how merging grows: `make bench NAME=scale ARGS="--reports 10000 100000 1000000 --pages 100000"`.

Made-up reports of known events are grouped at several sizes, made-up pages are searched for copies, and documents are
added to a large case (`--case` reports). Every figure is taken in a process of its own.
"""

import argparse
import math
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from benchmarks import large_case, made_up
from benchmarks.merging import b_cubed
from benchmarks.results import Row
from stemmata.merging.copies import find_copies
from stemmata.merging.facts import facts_of
from stemmata.merging.merger import group

COMMAND = "make bench NAME=scale"
PEERS = 0.874
"""F1 of the best tool for near-duplicates that was measured on pages made the same way."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """Time, memory and quality at each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scale", description=__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=[10_000], help="how many made-up reports to group")
    parser.add_argument("--pages", type=int, default=10_000, help="among how many made-up pages to find copies")
    parser.add_argument("--case", type=int, default=0, help="reports of the case to which documents are added")
    parser.add_argument("--added", type=int, default=1_000, help="documents that are added to it")
    options = parser.parse_args(arguments)
    rows, spent = [], {}
    for count in options.reports:
        mine = _alone(_reports, count)
        spent[count] = next(row.value or 0 for row in mine if row.measure.startswith("CPU"))
        rows += mine
    rows += _growth(spent)
    if options.pages:
        rows += _alone(_pages, options.pages)
    if options.case:
        rows += _alone(_adding, options.case, options.added)
    return rows


def _alone(task: Callable[..., list[Row]], *told: int) -> list[Row]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(task, *told).result()


def _growth(spent: dict[int, float]) -> list[Row]:
    """How much more a report costs at the largest size than n log n would let it, from the smallest on."""
    if len(spent) < 2:
        return []
    (few, less), (many, more) = min(spent.items()), max(spent.items())
    allowed = many * math.log(many) / (few * math.log(few))
    what = f"growth of CPU time from {few:,} to {many:,} made-up reports, as a share of n log n"
    return [Row(what, more / less / allowed, "share", COMMAND)]


def _reports(count: int) -> list[Row]:
    """Matching and grouping made-up reports."""
    gold: dict[str, str] = {}
    facts = []
    for event, document, report in made_up.reports(count):
        key = f"{document.id}:0"
        gold[key] = event
        facts.append(facts_of(key, report, document))
    began, since = time.process_time(), time.monotonic()
    groups = group(facts)
    spent, wall = time.process_time() - began, time.monotonic() - since
    named = {key: number for number, keys in enumerate(groups) for key in keys}
    what = f"{len(facts):,} made-up reports"
    large = count >= 10**6
    return [
        Row(f"CPU time to match and group {what}", spent, "s", COMMAND),
        Row(f"time on the clock for it, {what}", wall, "s", COMMAND, 600 if large else None),
        Row(f"largest memory, {what}", _gigabytes(), "GB", COMMAND, 4 if large else None),
        Row(f"B-cubed, {what}", b_cubed(gold, named), "F1", COMMAND),
    ]


def _pages(count: int) -> list[Row]:
    """Finding copies among so many pages of 300 words, and how many are found."""
    documents, gold = [], set()
    for source, document in made_up.pages(count):
        documents.append(document)
        if source != document.id:
            gold.add((document.id, source))
    began, since = time.process_time(), time.monotonic()
    found = {(copy.copy, copy.source) for copy in find_copies(documents)}
    spent, wall = time.process_time() - began, time.monotonic() - since
    score = 2 * len(found & gold) / max(1, len(found) + len(gold))
    source = "best of the tools for near-duplicates, on edited paragraphs of news"
    what = f"{count:,} made-up pages"
    return [
        Row(f"CPU time to find copies among {what}", spent, "s", COMMAND),
        Row(f"time on the clock for it, {what}", wall, "s", COMMAND, 180 if count >= 10**5 else None),
        Row(f"largest memory, {what}", _gigabytes(), "GB", COMMAND),
        Row(f"copies with their source, {what}", score, "F1", COMMAND, PEERS, None, PEERS, source),
    ]


def _adding(reports: int, documents: int) -> list[Row]:
    """Adding documents to a large case."""
    with tempfile.TemporaryDirectory() as folder:
        return large_case.measure_adding(Path(folder), reports, documents, COMMAND)


def _gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
