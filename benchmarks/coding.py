"""Measures the coder against hand-coded documents: `make bench NAME=coding ARGS="--data DIR"`.

The documents that ship with Stemmata are always measured. `--data` names a folder with more, as pairs of
`dev*.docs.jsonl` and `dev*.gold.jsonl`; every third document of each file is held out: nobody looks at it while rules
are written, so the gap between both parts tells whether the rules were fitted to what was seen. What coding costs
is measured by `make bench NAME=speed`.
"""

import argparse
import json
import tempfile
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.results import Row
from stemmata import code, read
from stemmata.coding.codebook import load_codebook
from stemmata.exports import as_gold
from stemmata.gold import DOCS, GOLD
from stemmata.records import Document
from stemmata.scoring import Result, score

COMMAND = "make bench NAME=coding"

# Table's row → name, floor, aim: what a release must reach, and what two careful coders reach between them.
FIELDS = {
    "typed": ("typed reports", 0.70, 0.85),
    "figures": ("figures", 0.72, 0.88),
    "places": ("places", 0.70, 0.85),
    "claimant": ("claimant", 0.65, 0.80),
    "initiator": ("initiator", 0.60, 0.78),
    "target": ("target", 0.60, 0.78),
    "when": ("when, exact", 0.65, 0.80),
}
STATUS_FLOOR, STATUS_AIM = 0.60, 0.80
REPORT_SCORE_AIM = 0.90
LARGEST_GAP = 0.08
"""Report score on the seen part less that on the held-out part; above this the rules are fitted to their examples."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Coded:
    """One hand-coded document, and what the coder makes of it."""

    document: Document
    line: Json
    """As in the file of documents."""
    gold: list[Json]
    predicted: list[Json]
    held_out: bool


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the development gold, where it is at hand, and for the shipped documents."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks coding", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/gold"), help="folder with dev*.docs.jsonl")
    options = parser.parse_args(arguments)
    developed = [coded for docs in _files(options.data) for coded in _code(docs, _gold_of(docs))]
    shipped = list(_code(DOCS, GOLD))
    return [
        *(_development(developed) if developed else ()),
        *_scored(shipped, "shipped"),
        *_sieve(developed or shipped),
    ]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("dev*.docs.jsonl"))


def _gold_of(docs: Path) -> Path:
    return docs.with_name(docs.name.replace(".docs.", ".gold."))


def documents_in(folder: Path) -> list[Document]:
    """The hand-coded documents of a folder, or those that ship with Stemmata where it has none."""
    pairs = [(docs, _gold_of(docs)) for docs in _files(folder)] or [(DOCS, GOLD)]
    return [document for docs, gold in pairs for document in _documents(docs, _by_id(gold))]


def _documents(docs: Path, coded: Container[str]) -> list[Document]:
    return [found for found in read(docs) if isinstance(found, Document) and found.id in coded]


def _code(docs: Path, gold: Path) -> Iterator[Coded]:
    lines, reports = _by_id(docs), _by_id(gold)
    for index, document in enumerate(_documents(docs, reports)):
        predicted = as_gold(code(document))["reports"]
        yield Coded(document, lines[document.id], reports[document.id]["reports"], predicted, index % 3 == 2)


def _by_id(file: Path) -> dict[str, Json]:
    lines = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
    return {line["id"]: line for line in lines}


def _development(developed: list[Coded]) -> Iterator[Row]:
    parts = {
        "development gold, seen": [coded for coded in developed if not coded.held_out],
        "development gold, held out": [coded for coded in developed if coded.held_out],
        "development gold": developed,
    }
    for name, part in parts.items():
        yield from _scored(part, name)
    seen, held_out = (_compare(part).scores.report_score for part in list(parts.values())[:2])
    if seen is not None and held_out is not None:
        yield Row(
            "report score, seen less held out",
            seen - held_out,
            "difference",
            COMMAND,
            aim=LARGEST_GAP,
            source="aim: at most",
        )


def _scored(part: Sequence[Coded], name: str) -> Iterator[Row]:
    scores = _compare(part).scores
    source = f"{len(part)} documents, {scores.tallies['typed'].gold} reports"
    yield Row(f"report score, {name}", scores.report_score, "mean F1", COMMAND, aim=REPORT_SCORE_AIM, source=source)
    for row, (field, floor, aim) in FIELDS.items():
        yield Row(f"{field}, {name}", scores.tallies[row].f1, "F1", COMMAND, floor, aim, source=source)
    status = scores.status_macro_f1
    yield Row(
        f"status of matched reports, {name}", status, "macro F1", COMMAND, STATUS_FLOOR, STATUS_AIM, source=source
    )


def _compare(part: Sequence[Coded]) -> Result:
    """Score a part of the documents, which may come from several files."""
    with tempfile.TemporaryDirectory() as folder:
        docs, gold = Path(folder) / "docs.jsonl", Path(folder) / "gold.jsonl"
        _write(docs, (coded.line for coded in part))
        _write(gold, ({"id": coded.document.id, "reports": coded.gold} for coded in part))
        return score(docs, gold, [(coded.document.id, coded.predicted) for coded in part])


def _write(file: Path, lines: Iterable[Json]) -> None:
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def _sieve(coded: Sequence[Coded]) -> Iterator[Row]:
    """What the sieve in front of the language model loses."""
    sieve = load_codebook().sieve
    lost = sum(1 for one in coded if one.gold and not sieve.may_report(one.document.text))
    yield Row("documents with reports lost by the sieve", lost, "documents", COMMAND, aim=0, source=f"{len(coded)}")
