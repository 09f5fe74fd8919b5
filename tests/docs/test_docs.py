"""The docs say what the program does: examples run, rows load, links lead somewhere, nothing is left out."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from stemmata.actors import load_registry, load_sources
from stemmata.cli import main
from stemmata.coding.codebook import load_codebook
from stemmata.exports.formats import formats
from stemmata.tables import CODEBOOK

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "docs").glob("*/*.md")])
FENCED = re.compile(r"^```(\w*) ?([\w.]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page, kind):
    """The fenced blocks of one kind: (what stands behind the kind, text)."""
    return [(name, text) for told, name, text in FENCED.findall(page.read_text()) if told == kind]


def test_the_readme_runs():
    ((_, example),) = blocks(ROOT / "README.md", "pycon")
    test = doctest.DocTestParser().get_doctest(example, {}, "README", "README.md", 0)
    said = []
    doctest.DocTestRunner().run(test, out=said.append)
    assert not said, "".join(said)


def test_the_rows_of_contributing_load(tmp_path):
    folder = tmp_path / "codebook"
    shutil.copytree(CODEBOOK, folder)
    rows = [*blocks(ROOT / "CONTRIBUTING.md", "text"), *blocks(ROOT / "CONTRIBUTING.md", "toml")]
    assert [name for name, _ in rows] == [
        "triggers.csv", "other_senses.csv", "actors.csv", "sources.csv", "cues.csv", "types.toml",
    ]  # fmt: skip
    for name, text in rows:
        with (folder / name).open("a") as file:
            file.write(f"\n{text}" if name.endswith("toml") else text)
    codebook = load_codebook(folder)
    assert "cyber_attack" in codebook.types
    told = [row.type for row in codebook.triggers["raze"].rows if row.form == ("raze", "to", "the", "ground")]
    assert {"", "property_destruction"} <= set(told)
    assert "gear up for" in codebook.cues["governor"]
    assert "tarin-defence-union" in load_registry(folder).actors
    assert "northern-post" in load_sources(folder).sources


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_inside_the_project_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_command_is_in_the_docs():
    text = (ROOT / "docs" / "commands.md").read_text()
    assert all(f"## {name}\n" in text for name in main.commands)


def test_generated_pages_fit_the_program():
    check = subprocess.run([sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert check.returncode == 0, check.stderr


def test_exit_codes_of_the_errors_are_in_the_docs():
    from stemmata import errors

    text = (ROOT / "docs" / "exit-codes.md").read_text()
    for error in (
        errors.UnreadableInput,
        errors.CodebookError,
        errors.UnknownName,
        errors.MissingPart,
        errors.CaseError,
    ):
        assert f"| {error.exit_code} |" in text


def test_the_docs_name_every_output():
    text = (ROOT / "docs" / "quickstart.md").read_text()
    assert all(f"--{form}" in text for form in ("json", "jsonl", "html"))


def test_every_format_has_its_section():
    headings = re.findall(r"^## (.+)$", (ROOT / "docs" / "exports.md").read_text(), re.MULTILINE)
    assert {one.name for one in formats()} <= {word for heading in headings for word in heading.split()}
