"""The public names, which do not change by accident, and the one way that imports run."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import stemmata
from stemmata import errors

ROOT = Path(__file__).parents[1]

# Every package and module that others build on, with its public names.
PUBLIC = {
    "stemmata": {"__version__", "code", "export", "merge", "open_case", "read"},
    "stemmata.case": {
        *("Added", "Case", "Change", "Decided", "Kept", "Line", "Query", "Ran", "Shown", "add", "check", "decide"),
        *("difference", "documents", "events", "history", "new_case", "open_case", "problems", "refresh", "run"),
        *("show_event", "show_report", "undo"),
    },
    "stemmata.coding": {"code"},
    "stemmata.merging": {"Merged", "merge"},
    "stemmata.reading": {"read"},
    "stemmata.capture": {"Limits", "capture"},
}


@pytest.mark.parametrize(("module", "names"), PUBLIC.items())
def test_the_public_names(module: str, names: set[str]) -> None:
    package = import_module(module)
    assert set(package.__all__) == names
    assert all(getattr(package, name) is not None for name in names)


def test_the_verbs_are_listed_and_documented() -> None:
    assert {"code", "merge", "read"} <= set(dir(stemmata))
    for verb in (stemmata.read, stemmata.code, stemmata.merge):
        assert verb.__doc__ is not None
        assert "Returns:" in verb.__doc__


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'stemmata' has no attribute 'merge_all'"):
        stemmata.merge_all  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = ["numpy", "onnxruntime", "trafilatura", "httpx2", "pydantic"]
    told = f"import sys, stemmata; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_error_has_a_code_of_its_own_and_descends_from_one_root() -> None:
    found = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)]
    assert all(issubclass(error, stemmata.errors.StemmataError) for error in found)
    codes = [error.code for error in found]
    assert len(set(codes)) == len(codes)
    assert all(error.exit_code for error in found)


def test_imports_run_one_way_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out
