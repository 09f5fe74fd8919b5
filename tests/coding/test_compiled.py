"""What `make compiled` makes C of."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["mypyc"]


def test_classes_that_keep_answers_are_not_compiled() -> None:
    # In a compiled class functools.cached_property is a plain property: right, and slower by a factor of ten.
    files = [file for pattern in HOOK["include"] for file in ROOT.glob(pattern)]
    keeping = [file for file in files if "cached_property" in file.read_text(encoding="utf-8")]
    assert len(files) > 100
    assert {str(file.relative_to(ROOT)) for file in keeping} <= set(HOOK["exclude"])
