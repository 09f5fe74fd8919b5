"""The commands of a case, one after the other, as a person calls them."""

import json
import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from stemmata.cli import main
from stemmata.cli.progress import bar
from stemmata.cli.values import value_of
from stemmata.errors import UnknownName
from stemmata.exports.wording import said


def call(*args, code=0):
    done = CliRunner().invoke(main, [*map(str, args)], catch_exceptions=False)
    assert done.exit_code == code, done.output
    return done.stdout


@pytest.fixture
def in_case(page, tmp_path, monkeypatch):
    """A case that holds one page, coded, with this process standing in it."""
    call("new", tmp_path / "marun")
    monkeypatch.chdir(tmp_path / "marun")
    assert call("add", page, page) == "Documents: 1 new, 1 known already.\n"
    assert call("run").startswith("Coded 1 documents with ")
    return page


@pytest.mark.usefixtures("in_case")
def test_from_a_page_to_its_events():
    listed = call("events")
    assert "Marun" in listed and "E1  " in listed
    first = json.loads(call("events", "--json"))[0]
    shown = call("show", first["event"])
    assert "Reports, by whom they rest on" in shown
    assert json.loads(call("show", first["event"], "--json"))["event"]["id"] == first["event"]
    assert "rule" in call("why", first["event"], "type")
    assert "said by" in call("show", "R1")
    assert "words" in call("why", "R1", "type")
    assert "version 1" in call("show", "D1") and "version 1" in call("documents")
    assert call("problems") == "There is no problem.\n"
    assert call("check") == "All is well.\n"


@pytest.mark.usefixtures("in_case")
def test_what_is_decided_shows_at_once_and_can_be_undone():
    call("decide", "grade", "E1", "contested", "-m", "the army denies it", "--author", "ana")
    assert "contested" in call("events")
    assert "ana: grade contested" in call("history", "E1")
    call("undo", 1)
    assert "contested" not in call("events")
    assert "(taken back): the army denies it" in call("history")


def test_a_page_that_is_edited_says_what_changed(in_case):
    in_case.write_text(in_case.read_text().replace("seven", "eleven"))
    assert call("add", in_case) == "Documents: 0 new, 1 in a new version.\n"
    assert "Events:" in call("run")
    shown = call("show", "D2")
    assert "\n  - " in shown and "eleven" in shown


@pytest.mark.usefixtures("in_case")
def test_what_fails_is_listed_and_ends_with_3():
    call("add", "gone.html", code=3)
    assert "gone.html" in call("problems")


@pytest.mark.usefixtures("in_case")
@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["show", "X1"], "is no event (E3), report (R5) or document (D2)"),
        (["show", "E99"], "There is no event E99"),
        (["why", "E1", "colour"], "what its reports tell is:"),
        (["why", "marun", "killed"], "of a page, tell the report's number too"),
        (["decide", "edit", "E1", "killed", "some", "-m", "x"], "is no number"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(args, told):
    done = CliRunner().invoke(main, args)
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr


def test_outside_of_a_case_the_commands_say_how_to_make_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["events"])
    assert done.exit_code == 6
    assert "make one with `stemmata new NAME`" in done.stderr


@pytest.mark.parametrize(
    ("field", "told", "words"),
    [
        ("killed", "7", "7"),
        ("killed", "5..9", "5 to 9"),
        ("killed", "5..", "at least 5"),
        ("killed", "..9", "at most 9"),
        ("when", "2019-01-18", "18 January 2019"),
        ("when", "2019-01-18..2019-01-21", "18 to 21 January 2019"),
        ("when", "2019-01-18..", "from 18 January 2019 on"),
        ("place", "Hajin@34.69,40.83", "Hajin"),
        ("type", "air_strike", "air strike"),
        ("initiator", "sdf", "sdf"),
    ],
)
def test_values_that_people_write_are_read_and_said(field, told, words):
    assert said(value_of(field, told)) == words


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("killed", "9..5"),
        ("killed", ".."),
        ("when", "soon"),
        ("when", "2019-02-02..2019-01-01"),
        ("place", "Nowhere@91,0"),
        ("type", "raid_on_mars"),
        ("colour", "red"),
    ],
)
def test_values_that_make_no_sense_are_told(field, told):
    with pytest.raises(UnknownName):
        value_of(field, told)


def test_a_terminal_is_shown_how_far_the_run_is():
    assert bar(5, 20) == "[#####...............]"
    assert bar(0, 0) == "[....................]"


@pytest.mark.usefixtures("in_case")
def test_interrupted_a_run_ends_with_130_and_keeps_what_is_done(tmp_path):
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    code = (
        "import stemmata.case.running as r, stemmata.cli as c\n"
        "def stop(*_, **__): raise KeyboardInterrupt\n"
        "r.update_events = stop\n"
        "c.main(['run'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "marun", env=env, capture_output=True)
    assert done.returncode == 130, done.stderr
    assert call("check") == "All is well.\n"
