"""Measures merging: `make bench NAME=merging ARGS="--bundles DIR --maverick FILE --reports 100000 --pages 10000"`.

`--bundles` names a folder with story bundles and their scorer `score.py`: documents with the answer which reports
belong to which event and who copied whom. Two of the six are held out: nobody reads them while rules are written.
`--maverick` is the table of reports on electoral violence by van Baalen and Höglund: the matcher on structured reports.
`--reports` and `--pages` measure speed and memory on made-up reports and pages with known answers.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from sys import intern
from typing import Any

from benchmarks import made_up
from benchmarks.results import Row
from stemmata import code, read
from stemmata.exports import events_json
from stemmata.merging import merge
from stemmata.merging.copies import find_copies
from stemmata.merging.disagreement import Said, field_of
from stemmata.merging.facts import Facts, Spot, facts_of
from stemmata.merging.merger import group
from stemmata.places.keys import fold
from stemmata.records import RULES, Count

LONGEST = 14
"""Days up to which a window in the structured reports is an uncertain day, and not a period."""
COMMAND = "make bench NAME=merging"
HELD_OUT = ("sudan-omdurman-2024", "somalia-awdheegle-2024")
PEERS = 0.874
"""F1 of the best tool for near-duplicates that was measured on pages made the same way."""

# The scorer's table and row → what it is called here, and its floor.
PAIRS = {"pairs (found only)": 0.80, "copies": 0.85, "part_of": None}
SHARES = {
    "copy direction right": 0.95,
    "independent exact": 0.75,
    "grade exact": 0.75,
    "do_not_merge violated": None,
    "report recall": None,
}


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for what is at hand: bundles, structured reports, made-up reports and pages."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks merging", description=__doc__)
    parser.add_argument(
        "--bundles", type=Path, default=Path("../shared/bundles"), help="folder of bundles with score.py"
    )
    parser.add_argument("--maverick", type=Path, default=Path("../shared/data/maverick/reports.csv"))
    parser.add_argument("--reports", type=int, nargs="*", default=[10_000], help="how many made-up reports to merge")
    parser.add_argument("--pages", type=int, default=10_000, help="among how many made-up pages to find copies")
    options = parser.parse_args(arguments)
    rows: list[Row] = []
    if options.bundles.is_dir():
        files = sorted(options.bundles.glob("*.json"))
        rows += _bundles([file for file in files if file.stem not in HELD_OUT], options.bundles, "seen bundles")
        rows += _bundles([file for file in files if file.stem in HELD_OUT], options.bundles, "held-out bundles")
    if options.maverick.is_file():
        rows += _maverick(options.maverick)
    for count in options.reports:
        rows += _scale(count)
    return [*rows, *(_pages(options.pages) if options.pages else ())]


# ---------------------------------------------------------------------------------------------- story bundles


def _bundles(files: Sequence[Path], scorer: Path, what: str) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        gold, told = Path(folder, "gold"), Path(folder, "told")
        gold.mkdir()
        told.mkdir()
        for file in files:
            (gold / file.name).write_bytes(file.read_bytes())
            (told / file.name).write_text(json.dumps(_merged(file)), encoding="utf-8")
        command = [sys.executable, str(scorer / "score.py"), str(gold), str(told), "--json"]
        result = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        counted = _independent(files, told, scorer)
    scores = result.get("total", result)
    return [
        Row(f"independent, as the found reports have it, {what}", counted, "share", COMMAND, 0.75),
        *(Row(f"{name}, {what}", _f1(scores, name), "F1", COMMAND, floor) for name, floor in PAIRS.items()),
        Row(f"B-cubed (found only), {what}", _f1(scores, "B-cubed (found only)"), "F1", COMMAND, 0.85),
        *(Row(f"{name}, {what}", _share(scores, name), "share", COMMAND, floor) for name, floor in SHARES.items()),
    ]


def _independent(files: Sequence[Path], told: Path, scorer: Path) -> float:
    """Share of aligned events whose number of origins is that of their found reports: counting, apart from finding."""
    spec = spec_from_file_location("bundle_score", scorer / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{scorer / 'score.py'} cannot be loaded")
    score = module_from_spec(spec)
    spec.loader.exec_module(score)
    right = events = 0
    for file in files:
        texts, gold = score.read_bundle(file)
        predicted = score.read_story(score.read_object(told / file.name), texts, told / file.name)
        bundle = json.loads(file.read_text(encoding="utf-8"))
        origins = {(e["id"], r["doc"], r["evidence"]): r["origin"] for e in bundle["events"] for r in e["reports"]}
        matched = score.match_reports(gold["reports"], predicted["reports"])
        found = [(gold["reports"][i], predicted["reports"][j]["event"]) for i, j in matched.items()]
        shared: dict[str, Counter[str]] = {}
        for report, name in found:
            shared.setdefault(name, Counter())[report["event"]] += 1
        for event, name in score.align(shared).items():
            theirs = [report for report, other in found if other == name and report["event"] == event]
            expected = {origins[event, report["doc"], report["text"]] for report in theirs}
            right += len(expected) == predicted["events"][name]["independent"]
            events += 1
    return right / max(1, events)


def _merged(file: Path) -> dict[str, Any]:
    bundle = json.loads(file.read_text(encoding="utf-8"))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.writelines(json.dumps(document) + "\n" for document in bundle["docs"])
        lines.flush()
        return events_json(merge([code(document) for document in read(lines.name)]))  # type: ignore[arg-type]


def _f1(scores: Mapping[str, Any], name: str) -> float | None:
    return _found(scores, name, "f1")


def _share(scores: Mapping[str, Any], name: str) -> float | None:
    return _found(scores, name, "share")


def _found(scores: Any, name: str, key: str) -> float | None:
    """The value of a row, wherever the scorer's JSON holds it."""
    if isinstance(scores, dict):
        row = scores.get(name)
        if isinstance(row, dict) and key in row:
            return None if row[key] is None else float(row[key])
        return next((value for each in scores.values() if (value := _found(each, name, key)) is not None), None)
    return None


# ---------------------------------------------------------------------------------------------- structured reports


def _maverick(file: Path) -> list[Row]:
    """The matcher on 1,602 reports that people coded, and the rules of aggregation on their tolls."""
    with file.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    facts = [_facts(line) for line in lines]
    gold = {line["id"]: line["event_id"] for line in lines}
    named = {key: number for number, keys in enumerate(group(facts)) for key in keys}
    source = "van Baalen and Höglund 2026, MAVERICK"
    rows = [
        Row(f"B-cubed, structured reports ({len(lines)})", b_cubed(gold, named), "F1", COMMAND, 0.90, source=source),
        Row(
            "B-cubed, every report its own event",
            b_cubed(gold, dict.fromkeys(gold) | {k: k for k in gold}),
            "F1",
            COMMAND,
        ),
    ]
    return rows + [Row(f"tolls by the rule {rule}", _agreement(lines, rule), "share", COMMAND, 1.0) for rule in RULES]


def _facts(line: Mapping[str, str]) -> Facts:
    days = [date.fromisoformat(line[key]).toordinal() if line[key] else None for key in ("date_start", "date_end")]
    country = intern(line["country"])
    names = [line[key] for key in ("location", "city") if line[key]]
    precise = float(line["geo_precision"] or 0)
    radius = {5.0: 1.0, 4.0: 3.0, 3.0: 8.0, 2.0: 25.0}.get(precise, 80.0)
    where = (
        (float(line["latitude"]), float(line["longitude"])) if line["latitude"] and line["longitude"] else (None, None)
    )
    spots = (Spot(frozenset(fold(name) for name in names[:1]), country, *where, radius),) if names or where[0] else ()
    figures = tuple(
        (measure, int(float(line[f"{column}_low"])), int(float(line[f"{column}_high"])))
        for measure, column in (("killed", "deaths"), ("wounded", "injuries"))
        if line[f"{column}_low"] and line[f"{column}_high"] and float(line[f"{column}_high"]) > 0
    )
    doers = frozenset(
        line[f"actor{n}_id"] for n in range(1, 7) if line[f"actor{n}_id"] and not line[f"actor{n}_id"].endswith("-100")
    )
    first, last = days[0], days[1] or days[0]
    period = first is not None and last is not None and last - first > LONGEST
    return Facts(
        line["id"], line["source"], 0, "riot", first, last, None, period, spots, (), country, doers, frozenset(),
        figures, frozenset(), frozenset(), "",
    )  # fmt: skip


def _agreement(lines: Sequence[Mapping[str, str]], rule: Any) -> float:
    """Share of events whose toll by a rule is what the package describes: the lowest; the most precise; the mode."""
    events: dict[str, list[Mapping[str, str]]] = {}
    for line in lines:
        if line["deaths_low"] and line["deaths_high"]:
            events.setdefault(line["event_id"], []).append(line)
    right = 0
    for theirs in events.values():
        ordered = sorted(theirs, key=lambda line: line["source"])
        counts = [Count(int(float(line["deaths_low"])), int(float(line["deaths_high"]))) for line in ordered]
        said = [
            Said(count, line["id"], line["id"], day)
            for day, (count, line) in enumerate(zip(counts, ordered, strict=True))
        ]
        chosen = field_of("killed", said, rule).chosen
        right += isinstance(chosen, Count) and _described(counts, chosen, rule)
    return right / max(1, len(events))


def _described(counts: Sequence[Count], chosen: Count, rule: str) -> bool:
    if rule == "conservative":
        return chosen.low == min(count.low or 0 for count in counts)
    if rule == "informative":
        return _width(chosen) == min(map(_width, counts))
    times = Counter(counts)
    return times[chosen] == max(times.values())


def _width(count: Count) -> int:
    return (count.high or 0) - (count.low or 0)


# ---------------------------------------------------------------------------------------------- made-up


def _scale(count: int) -> list[Row]:
    """CPU time and memory of merging so many made-up reports, on one core."""
    gold: dict[str, str] = {}
    facts = []
    began = time.process_time()
    for event, document, report in made_up.reports(count):
        key = f"{document.id}:0"
        gold[key] = event
        facts.append(facts_of(key, report, document))
    made = time.process_time()
    groups = group(facts)
    done = time.process_time()
    named = {key: number for number, keys in enumerate(groups) for key in keys}
    what = f"{len(facts):,} made-up reports"
    return [
        Row(f"CPU time to make {what}", made - began, "s", COMMAND),
        Row(f"CPU time to match and group {what}", done - made, "s", COMMAND, 600 if count >= 10**6 else None),
        Row(f"largest memory by then, {what}", _gigabytes(), "GB", COMMAND, 4),
        Row(f"B-cubed, {what}", b_cubed(gold, named), "F1", COMMAND),
    ]


def _pages(count: int) -> list[Row]:
    """CPU time of finding copies among so many pages of 300 words, and how many are found."""
    documents, gold = [], set()
    for source, document in made_up.pages(count):
        documents.append(document)
        if source != document.id:
            gold.add((document.id, source))
    began = time.process_time()
    found = {(copy.copy, copy.source) for copy in find_copies(documents)}
    spent = time.process_time() - began
    right = len(found & gold)
    score = 2 * right / max(1, len(found) + len(gold))
    source = "best of the tools for near-duplicates, on edited paragraphs of news"
    return [
        Row(f"CPU time to find copies among {count:,} pages", spent, "s", COMMAND, 180 if count >= 10**5 else None),
        Row(f"copies with their source, {count:,} made-up pages", score, "F1", COMMAND, PEERS, None, PEERS, source),
    ]


def _gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def b_cubed(gold: Mapping[str, Hashable], named: Mapping[str, Hashable]) -> float:
    """B-cubed F1 of a grouping: each report's share of companions that belong, and of those it should have."""
    both = Counter((gold[key], named[key]) for key in gold)
    golds, told = Counter(gold.values()), Counter(named[key] for key in gold)
    precision = sum(n * n / told[name] for (_, name), n in both.items()) / len(gold)
    recall = sum(n * n / golds[event] for (event, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)
