"""What `make compiled` makes C of."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["mypyc"]


def compiled() -> Iterator[Path]:
    return (file for pattern in HOOK["include"] for file in ROOT.glob(pattern))


def test_nothing_is_sought_in_an_unpacked_tuple() -> None:
    """The compiler stops with an error of its own at `word in (*NOUNS, "NUM")`."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in compiled()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for sought in node.comparators
        if isinstance(sought, ast.Tuple) and any(isinstance(item, ast.Starred) for item in sought.elts)
    ]
    assert found == []


def test_classes_that_keep_answers_are_not_compiled() -> None:
    # In a compiled class functools.cached_property is a plain property: right, and slower by a factor of ten.
    files = list(compiled())
    keeping = [file for file in files if "cached_property" in file.read_text(encoding="utf-8")]
    assert len(files) > 100
    assert {str(file.relative_to(ROOT)) for file in keeping} <= set(HOOK["exclude"])
