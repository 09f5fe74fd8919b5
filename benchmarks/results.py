"""What a benchmark gives, and the file that keeps it.

A benchmark is a module of this package with one public function:

    def measure(arguments: Sequence[str]) -> list[Row]

It takes the words after its name on the command line (parse them with argparse) and gives one `Row` a figure. The
runner (`python -m benchmarks NAME ...`) prints the rows and writes them to `results/NAME.json`, from which the docs'
tables are made: no figure of the docs is typed by hand.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure, and what it is to be read against."""

    measure: str
    """What was measured and on what: `typed reports, held out`."""
    value: float | None
    """None where there was nothing to measure."""
    unit: str
    """`F1`, `share`, `sentences/s`, `count`, …"""
    command: str
    """The command that makes it again: `make bench NAME=coding`."""
    floor: float | None = None
    """Below this a release does not go out."""
    aim: float | None = None
    """What the project is after."""
    published: float | None = None
    """The figure that others published for the same task on the same data."""
    source: str | None = None
    """Where the published figure, or the data, comes from."""


@dataclass(frozen=True, slots=True)
class Results:
    """One run of one benchmark."""

    name: str
    date: str
    """The day of the run, ISO 8601."""
    version: str
    """Of Stemmata."""
    model: str
    """Fingerprint of the language model."""
    codebook: str
    """Digest of the codebook's files."""
    machine: str
    """What the speed was measured on."""
    rows: tuple[Row, ...]


def write_results(results: Results, folder: Path = RESULTS) -> Path:
    """Write `NAME.json`, replacing the run before it; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{results.name}.json"
    file.write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file


def read_results(file: Path) -> Results:
    """Read what `write_results` wrote."""
    values = json.loads(file.read_text(encoding="utf-8"))
    return Results(**values | {"rows": tuple(Row(**row) for row in values["rows"])})


def shown(value: float | None) -> str:
    """A figure as tables show it: ratios and small numbers with three decimals, large ones whole, none as a dash."""
    if value is None:
        return "-"
    return f"{value:.0f}" if float(value).is_integer() or abs(value) >= 100 else f"{value:.3f}"


def table(rows: Sequence[Row]) -> str:
    """The rows in aligned columns, without the columns that none of them fills."""
    head = ("measure", "value", "unit", "floor", "aim", "published", "source")
    cells = [
        (r.measure, shown(r.value), r.unit, shown(r.floor), shown(r.aim), shown(r.published), r.source or "-")
        for r in rows
    ]
    filled = [n for n in range(len(head)) if n < 3 or any(line[n] != "-" for line in cells)]
    widths = {n: max(len(line[n]) for line in (head, *cells)) for n in filled}
    lines = ("  ".join(line[n].ljust(widths[n]) for n in filled).rstrip() for line in (head, *cells))
    return "\n".join(lines)
