"""Writes what the docs take from elsewhere.

    python docs/generate.py            write commands.md, json.md, tables.md and picture.svg anew
    python docs/generate.py --check    end with 1 if one of these pages does not fit the program

The tables of the codebook and of the benchmarks are made at each build, by `write_tables`, since anybody may edit
those files without touching the docs.
"""

import csv
import io
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Column

from stemmata import code, read
from stemmata.case import columns, schema
from stemmata.cli import main
from stemmata.demo import PAGE
from stemmata.exports import json_schema, merged_schema, print_table
from stemmata.exports.changing.schema import changes_schema
from stemmata.exports.formats.json_lines import line_schema
from stemmata.tables import CODEBOOK

DOCS = Path(__file__).parent
MADE = DOCS / "_generated"
RESULTS = DOCS.parent / "benchmarks" / "results"
NOTE = "<!-- Made by docs/generate.py; change the help of the commands or the docstrings of records.py instead. -->"


def commands_page() -> str:
    """Every command with its help, as the program prints it."""
    parts = [NOTE, "# Commands", "Each command is one call of the library. `stemmata COMMAND --help` says the same."]
    top = main.make_context("stemmata", ["--help"], resilient_parsing=True)
    parts += _commands(main, top, "##")
    parts.append("What the exit codes mean is told in [Exit codes](exit-codes.md).")
    return "\n\n".join(parts) + "\n"


def _commands(group: click.Group, above: click.Context, mark: str) -> list[str]:
    """The commands of a group, each with its help, and under a group those in it."""
    parts = []
    for name, command in sorted(group.commands.items()):
        context = click.Context(command, above, name, terminal_width=96)
        parts += [f"{mark} {name}", f"```text\n{command.get_help(context)}\n```"]
        if isinstance(command, click.Group):
            parts += _commands(command, context, f"{mark}#")
    return parts


def json_page() -> str:
    """Every noun of the JSON with its fields."""
    files = (
        ("`stemmata code --json`", json_schema()),
        ("`stemmata merge --json`", merged_schema()),
        ("A line of `stemmata export json`", line_schema()),
        ("`stemmata diff --json`", changes_schema()),
    )
    parts = [
        NOTE,
        "# JSON format",
        "`stemmata schema` prints the JSON Schema (2020-12) of `stemmata code --json`, `stemmata schema merge` and"
        " `stemmata schema export` those of events, `stemmata schema diff` that of changes."
        " `stemmata.exports.from_json` reads codings back with nothing lost."
        " The number in a format goes up when a reader of the former one could go wrong; a new optional field leaves"
        " it as it is.",
        "Offsets count characters (Unicode code points) of the document's `text`, start inclusive, end exclusive."
        " Days are ISO 8601.",
    ]
    nouns: dict[str, Any] = {}
    for title, described in files:
        parts += [
            f"## {title}",
            f"The format `{described['title']}`. {described['description']}",
            _fields(described, described["$defs"]),
        ]
        nouns |= described["$defs"]
    for name, noun in sorted(nouns.items()):
        parts += [f"## {name}", noun["description"], _fields(noun, nouns)]
    return "\n\n".join(parts) + "\n"


def _fields(noun: dict[str, Any], nouns: dict[str, Any]) -> str:
    rows = [(f"`{name}`", _kind(kind), _means(kind, nouns)) for name, kind in noun["properties"].items()]
    return table(("field", "is", "means"), rows)


def _means(kind: dict[str, Any], nouns: dict[str, Any]) -> str:
    """What the field's own docstring says, else that of the noun which it holds."""
    held = kind.get("items", kind).get("$ref", "").rsplit("/", 1)[-1]
    return str(kind.get("description") or nouns.get(held, {}).get("description", ""))


def _kind(kind: dict[str, Any]) -> str:
    if "$ref" in kind:
        noun = kind["$ref"].rsplit("/", 1)[1]
        return f"[{noun}](#{noun.lower()})"
    if "anyOf" in kind:
        return " or ".join(_kind(one) for one in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" for value in kind["enum"])
    if "const" in kind:
        return f"`{kind['const']}`"
    if "type" not in kind:
        return "any value"
    if kind["type"] == "array":
        if "prefixItems" in kind:
            return " and ".join(_kind(one) for one in kind["prefixItems"])
        return f"list of {_kind(kind['items'])}"
    if kind["type"] == "object":
        values = kind["additionalProperties"]
        return f"{_kind(values) if isinstance(values, dict) else 'any value'}, by name"
    return {"string": "a day" if kind.get("format") == "date" else "text", "integer": "a whole number"}.get(
        kind["type"], kind["type"]
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def write_tables() -> None:
    """Write the tables of the codebook and of the benchmarks for this build."""
    MADE.mkdir(exist_ok=True)
    types = tomllib.loads((CODEBOOK / "types.toml").read_text(encoding="utf-8"))
    rows = [(f"`{name}`", kind["means"], kind["example"], _acled(kind), kind["plover"]) for name, kind in types.items()]
    made = {
        "types": table(("type", "means", "example", "ACLED", "PLOVER"), rows),
        "measures": table(("measure", "means"), [(f"`{r['measure']}`", r["means"]) for r in _rows("measures.csv")]),
        "gazetteers": table(
            ("source", "licence", "credit", "from"),
            [(r["title"], r["licence"], r["credit"], r["address"]) for r in _rows("gazetteers.csv")],
        ),
        "files": table(("file", "holds"), [(f"`{file.name}`", _first_comment(file)) for file in _codebook_files()]),
        "rules": table(
            ("rule", "does"), [(f"`{n}`", s) for n, s in tomllib.loads((CODEBOOK / "rules.toml").read_text()).items()]
        ),
        "benchmarks": _benchmarks(),
        "published": _published(),
    }
    for name, text in made.items():
        (MADE / f"{name}.md").write_text(text + "\n", encoding="utf-8")


def _acled(kind: dict[str, Any]) -> str:
    return "; ".join(" / ".join(pair) for pair in kind["acled"])


def _codebook_files() -> list[Path]:
    return sorted(file for file in CODEBOOK.iterdir() if file.suffix in (".csv", ".toml"))


def _first_comment(file: Path) -> str:
    """The first sentence of the comment that each file of the codebook opens with."""
    first = file.read_text(encoding="utf-8").split("\n", 1)[0]
    found = re.match(r"#\s*(.+?[.:])(?:\s|$)", first)
    return found[1].rstrip(":") if found else first.removeprefix("#").strip()


def _rows(name: str) -> Iterable[dict[str, str]]:
    lines = (CODEBOOK / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))


def _benchmarks() -> str:
    parts = []
    for file in sorted(RESULTS.glob("*.json")):
        run = json.loads(file.read_text(encoding="utf-8"))
        parts.append(f"### {file.stem}")
        parts.append(
            f"Measured on {run['date']} with Stemmata {run['version']}, model {run['model']}, codebook"
            f" {run['codebook']}, by `make bench NAME={file.stem}`."
        )
        rows = [
            (row["measure"], _figure(row["value"]), row["unit"], _figure(row.get("floor")), _figure(row.get("aim")),
             _figure(row.get("published")), row.get("source") or "")
            for row in run["rows"]
        ]  # fmt: skip
        parts.append(table(("measure", "value", "unit", "floor", "aim", "published", "source"), rows))
    return "\n\n".join(parts) or "No benchmark was run in this checkout; `make bench NAME=coding` runs one."


def _published() -> str:
    """The figures that others published, beside ours."""
    runs = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(RESULTS.glob("*.json"))]
    rows = [
        (run["name"], row["measure"], _figure(row["value"]), _figure(row["published"]), row["source"])
        for run in runs
        for row in run["rows"]
        if row.get("published") is not None
    ]
    return table(("benchmark", "measure", "Stemmata", "published", "source"), rows)


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if float(value).is_integer() and abs(value) > 1 else f"{value:.3f}"


def picture() -> str:
    """The demo's first reports in a terminal, as an image that loads nothing from elsewhere."""
    from dataclasses import replace

    from rich.console import Console
    from rich.terminal_theme import TerminalTheme

    paper = TerminalTheme(
        (251, 250, 246), (28, 27, 25),
        [(28, 27, 25), (156, 42, 26), (28, 102, 54), (133, 83, 0), (20, 83, 143), (109, 52, 145), (14, 106, 112),
         (92, 88, 82)],
    )  # fmt: skip
    (document,) = read(PAGE)
    coding = code(document)
    on = Console(
        record=True, width=92, file=io.StringIO(), highlight=False, markup=False, emoji=False, force_terminal=True
    )
    on.print("$ stemmata code page.html\n", style="dim")
    print_table(replace(coding, reports=coding.reports[1:4]), on, 2)
    svg = on.export_svg(title="stemmata", theme=paper)
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"Fira Code", "DejaVu Sans Mono, Menlo, Consolas", svg)


def tables_page() -> str:
    """Every table of a case's database, with its columns."""
    parts = [
        NOTE.replace("docstrings of records.py", "comments of case/schema.py"),
        "# Tables of a case",
        "`case.db` opens with any SQLite tool; in PostgreSQL the same tables stand in a schema of the case's name. They"
        f" are version {schema.VERSION}: `SELECT version_num FROM alembic_version` tells that of a database. Read as"
        " you like, and write through the commands only.",
        "In SQLite, days and moments are text (ISO 8601, moments in UTC) and records are JSON text; PostgreSQL has its"
        " own types for them. Words are searched with FTS5 (`document_words`) or text search (`document.words`), points"
        " with an R\\*Tree (`event_point`) or PostGIS (`event.point`); the database keeps both by itself.",
    ]
    for name, made in schema.metadata.tables.items():
        rows = [(f"`{column.name}`", _column(column), column.comment or "") for column in made.columns]
        parts += [f"## {name}", str(made.comment), table(("column", "is", "means"), rows)]
    for name, (means, lists, opened) in schema.VIEWS.items():
        told = ", ".join(f"`{one}`" for one in ("report", "role", "nth", *opened, "quote", "first", "past", "rule"))
        parts += [f"## {name} (view)", f"{means} From {' and '.join(f'`{one}`' for one in lists)}. Columns: {told}."]
    return "\n\n".join(parts) + "\n"


def _column(column: Column[Any]) -> str:
    """The kind of a column, and what it points at."""
    kinds = {"INTEGER": "a whole number", "BIGINT": "a whole number", "TEXT": "text", "DOUBLE": "a number"}
    own = {columns.Day: "a day", columns.Moment: "a moment", columns.Json: "JSON"}
    kind = own.get(type(column.type)) or kinds[str(column.type)]
    points = [f"[{key.column.table.name}](#{key.column.table.name})" for key in column.foreign_keys]
    needed = "" if column.nullable else ", always there"
    return f"{points[0] if points else kind}{needed}"


PAGES = {"commands.md": commands_page, "json.md": json_page, "tables.md": tables_page}


def run(arguments: Sequence[str]) -> int:
    """Write or check the pages; return the exit code."""
    stale = []
    for name, make in PAGES.items():
        file, text = DOCS / name, make()
        if arguments == ["--check"]:
            stale += [name] if not file.exists() or file.read_text(encoding="utf-8") != text else []
        else:
            file.write_text(text, encoding="utf-8")
    if arguments != ["--check"]:
        (DOCS / "picture.svg").write_text(picture(), encoding="utf-8")
    if stale:
        sys.stderr.write(f"{', '.join(stale)}: run `python docs/generate.py` and commit the result\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
