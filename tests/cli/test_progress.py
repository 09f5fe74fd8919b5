"""Progress: for people at a terminal, in runs that take a while."""

import io

import pytest

from stemmata.cli import progress as lines
from stemmata.cli.pages import Pages, Progress
from stemmata.records import Problem


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def slow(monkeypatch):
    monkeypatch.setattr(lines, "QUIET_SECONDS", -1.0)
    monkeypatch.setattr(lines, "LEAST_SECONDS", -1.0)


@pytest.mark.usefixtures("slow")
def test_a_long_run_tells_how_far_it_is():
    terminal = Terminal()
    progress = Progress(2, terminal)
    progress.found(3)  # the first of two files holds three documents; the second counts as one until it is opened
    progress.done()
    assert terminal.getvalue().split("\r\x1b[K")[1:] == ["0 of 4 documents", "1 of 4 documents"]
    progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_a_short_run_tells_nothing():
    terminal = Terminal()
    progress = Progress(1, terminal)
    progress.found(1)
    progress.done()
    progress.clear()
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("slow")
def test_a_file_gets_no_progress():
    stream = io.StringIO()
    Progress(1, stream).found(1)
    assert stream.getvalue() == ""


def test_a_document_that_breaks_the_coder_costs_only_itself(monkeypatch, tmp_path):
    (tmp_path / "a.txt").write_text("Rebels shelled Atarib on Monday and killed three people.")
    (tmp_path / "b.txt").write_text("Soldiers captured the town of Atarib on Monday.")
    import stemmata

    def break_on_shelling(document, **told):
        if "shelled" in document.text:
            raise RecursionError("too deep")
        return code(document, **told)

    code = stemmata.code
    monkeypatch.setattr(stemmata, "code", break_on_shelling, raising=False)
    run = Pages([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert [coding.document.source for coding in run.codings()] == [str(tmp_path / "b.txt")]
    (problem,) = run.problems
    assert isinstance(problem, Problem) and problem.code == "coder-failed"
    assert "made the coder fail (RecursionError: too deep)" in problem.message


@pytest.mark.usefixtures("slow")
def test_merging_tells_how_far_it_is():
    terminal = Terminal()
    lines.merging(lines.Line(terminal))("events", 1_200, 2_400)
    assert terminal.getvalue() == "\r\x1b[K[##########..........] merging: 1,200 of 2,400 events"
