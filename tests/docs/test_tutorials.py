"""Tutorials are run as they stand, every command in order, and print what they say they print."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIALS = Path(__file__).parents[2] / "docs" / "tutorials"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEXT = "=== next ==="


def steps(page: Path) -> list[tuple[str, str]]:
    """Each command of a page with the output that the page shows for it; empty where it shows none."""
    lines = [line for block in CONSOLE.findall(page.read_text()) for line in block.splitlines()]
    found: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return [(command, "\n".join(shown)) for command, shown in found]


@pytest.mark.parametrize("page", sorted(TUTORIALS.glob("*.md")), ids=lambda page: page.stem)
def test_a_tutorial_runs(page, tmp_path):
    shutil.copytree(TUTORIALS / "pages" / page.stem, tmp_path / "pages")
    told = steps(page)
    script = "\n".join(f"{command}\necho '{NEXT}'" for command, _ in told)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "120", "STEMMATA_AUTHOR": "you", "PYTHONHASHSEED": "0"}
    run = subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr + run.stdout
    printed = run.stdout.split(f"{NEXT}\n")
    checker = doctest.OutputChecker()
    for (command, shown), got in zip(told, printed, strict=False):
        if shown:
            fits = checker.check_output(shown + "\n", got, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
            assert fits, f"{page.name}: `{command}` prints\n{got}"
