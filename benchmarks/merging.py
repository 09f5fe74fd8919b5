"""Measures merging: `make bench NAME=merging ARGS="--bundles DIR --maverick FILE"`; `scale` measures its speed.

`stories/` holds documents with the answer which reports belong to which event and who copied whom; `--bundles` names a
folder with more of them. Two of those are held out: nobody reads them while rules are written.
`--maverick` is the table of reports on electoral violence by van Baalen and Höglund: the matcher on structured reports.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from pathlib import Path
from sys import intern
from typing import Any

from benchmarks import stories
from benchmarks.results import Row
from stemmata.merging.disagreement import Said, field_of
from stemmata.merging.facts import Facts, Spot
from stemmata.merging.merger import group
from stemmata.places.keys import fold
from stemmata.records import RULES, Count

LONGEST = 14
"""Days up to which a window in the structured reports is an uncertain day, and not a period."""
COMMAND = "make bench NAME=merging"
HELD_OUT = ("sudan-omdurman-2024", "somalia-awdheegle-2024")

FLOORS = {
    "pairs": 0.80,
    "B-cubed": 0.85,
    "copies": 0.85,
    "copy direction right": 0.95,
    "independent exact": 0.75,
    "independent, as the found reports have it": 0.75,
    "grade exact": 0.75,
    "grade, as the found reports have it": 0.75,
}
SHARES = ("exact", "right", "violated", "have it", "recall")
"""Endings of figures that are shares and no F1."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for what is at hand: stories, bundles, structured reports."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks merging", description=__doc__)
    parser.add_argument("--bundles", type=Path, default=Path("../shared/bundles"), help="folder of more stories")
    parser.add_argument("--maverick", type=Path, default=Path("../shared/data/maverick/reports.csv"))
    options = parser.parse_args(arguments)
    rows = _stories(sorted(stories.OWN.glob("*.json")), "own stories")
    if options.bundles.is_dir():
        files = sorted(options.bundles.glob("*.json"))
        rows += _stories([file for file in files if file.stem not in HELD_OUT], "seen bundles")
        rows += _stories([file for file in files if file.stem in HELD_OUT], "held-out bundles")
    if options.maverick.is_file():
        rows += _maverick(options.maverick)
    return rows


# ---------------------------------------------------------------------------------------------- story bundles


def _stories(files: Sequence[Path], what: str) -> list[Row]:
    """The figures of stories whose answer is known; see `benchmarks.stories`."""
    if not files:
        return []
    found = stories.scores(files)
    ratio = {name: right / of if of else None for name, (right, of) in found.items()}
    for way in ("", "gold's reports: "):
        precision, recall = ratio.pop(f"{way}B-cubed precision") or 0, ratio.pop(f"{way}B-cubed recall") or 0
        ratio[f"{way}B-cubed"] = 2 * precision * recall / max(precision + recall, 1e-9)
    return [
        Row(f"{name}, {what}", value, "share" if name.endswith(SHARES) else "F1", COMMAND, FLOORS.get(name))
        for name, value in sorted(ratio.items(), key=lambda item: (":" in item[0], item[0]))
    ]


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
        figures, frozenset(), frozenset(), frozenset(), "",
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


def b_cubed(gold: Mapping[str, Hashable], named: Mapping[str, Hashable]) -> float:
    """B-cubed F1 of a grouping: each report's share of companions that belong, and of those it should have."""
    both = Counter((gold[key], named[key]) for key in gold)
    golds, told = Counter(gold.values()), Counter(named[key] for key in gold)
    precision = sum(n * n / told[name] for (_, name), n in both.items()) / len(gold)
    recall = sum(n * n / golds[event] for (event, _), n in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)
