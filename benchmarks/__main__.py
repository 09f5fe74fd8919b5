"""Run one benchmark: `python -m benchmarks NAME [ARGUMENTS ...]`; `NAME --help` tells its arguments."""

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from benchmarks.results import Results, Row, table, write_results
from stemmata.coding.codebook import load_codebook
from stemmata.language import load_parser


def main(arguments: Sequence[str]) -> int:
    """Run the benchmark named first with the rest; print its table and write its results. Return the exit code."""
    modules = Path(__file__).parent.glob("[a-z]*.py")
    known = sorted(file.stem for file in modules if "\ndef measure(" in file.read_text(encoding="utf-8"))
    if not arguments or arguments[0] not in known:
        print(f"{__doc__}\nThe benchmarks are: {', '.join(known)}", file=sys.stderr)
        return 2
    name, *rest = arguments
    rows = import_module(f"benchmarks.{name}").measure(rest)
    print(table(rows))
    print(f"\nwritten to {write_results(results_of(name, rows))}")
    return 0


def results_of(name: str, rows: Iterable[Row]) -> Results:
    """Put the rows of a run together with what they were made with, today, on this machine."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    made_with = version("stemmata"), load_parser().fingerprint, load_codebook().digest
    return Results(name, date.today().isoformat(), *made_with, machine, tuple(rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
