"""Benchmarks keep their figures in files from which the docs' tables are made."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "benchmarks" / "results").glob("*.json"))


@pytest.fixture
def results(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    return import_module("benchmarks.results")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_kept_figures_say_what_made_them(results, file):
    run = results.read_results(file)
    assert run.name == file.stem
    assert run.model and run.codebook and run.version and run.date
    assert run.rows and all(row.measure and row.unit and row.command for row in run.rows)
    assert len({row.measure for row in run.rows}) == len(run.rows)


def test_what_is_written_is_read_back(results, tmp_path):
    row = results.Row("typed reports", 0.5, "F1", "make bench NAME=coding", floor=0.7, source="3 documents")
    run = results.Results("coding", "2020-01-02", "1.0", "model-1", "abc", "a machine", (row,))
    file = results.write_results(run, tmp_path / "results")
    assert results.read_results(file) == run
    assert json.loads(file.read_text())["rows"][0]["value"] == 0.5


def test_the_table_leaves_out_columns_that_nothing_fills(results):
    rows = [
        results.Row("typed reports", 0.51234, "F1", "x", floor=0.7),
        results.Row("language model alone", 281.4, "sentences/s", "x"),
        results.Row("nothing to find", None, "F1", "x"),
    ]
    assert results.table(rows).splitlines() == [
        "measure               value  unit         floor",
        "typed reports         0.512  F1           0.700",
        "language model alone  281    sentences/s  -",
        "nothing to find       -      F1           -",
    ]


@pytest.mark.parametrize("words", [[], ["no-such-benchmark"], ["results"], ["public"]])
def test_an_unknown_benchmark_lists_the_known(words):
    run = subprocess.run([sys.executable, "-m", "benchmarks", *words], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 2
    known = run.stderr.split("The benchmarks are: ")[1].strip().split(", ")
    assert known == sorted(known)
    assert {"coding", "kills", "language", "places"} <= set(known)
