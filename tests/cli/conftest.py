"""Runs the command as a shell does, and small pages of our own."""

import os
import subprocess
import sys

import pytest

PAGE = """<!doctype html><html><head><title>Shelling near Marun</title>
<meta property="article:published_time" content="2021-03-06T08:00:00Z"></head><body><article>
<h1>Shelling near Marun</h1>
<p>Army shells killed at least seven villagers on Friday, the Marun Monitor said. The strikes hit two villages in the
north of the district, and more than 300 families fled the area, according to the mayor.</p>
<p>On Thursday, soldiers captured the town of Atarib from the rebels after heavy clashes that lasted three days.</p>
</article></body></html>
"""


@pytest.fixture
def page(tmp_path):
    """A page that holds reports."""
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    return file


@pytest.fixture
def quiet(tmp_path):
    """A page that reports nothing."""
    file = tmp_path / "quiet.txt"
    file.write_text("The museum opens at nine. Tickets are sold at the door, and children enter free of charge.\n")
    return file


@pytest.fixture
def stemmata(tmp_path):
    """The command, run in a folder of its own, without colours."""

    def run(*args, stdin=b"", **options):
        env = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
        command = [sys.executable, "-m", "stemmata", *map(str, args)]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=tmp_path, env=env, check=False, **options)

    return run
