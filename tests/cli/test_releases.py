"""Releases and what changed since, as a person calls them."""

import json

import pytest

from cli.test_case import call


@pytest.fixture
def in_case(page, tmp_path, monkeypatch):
    """A case that holds one page, coded and released, with this process standing in it."""
    call("new", tmp_path / "marun")
    monkeypatch.chdir(tmp_path / "marun")
    call("add", page)
    call("run")
    assert call("releases") == "There is no release yet; make one with `stemmata release`.\n"
    assert call("release").startswith("Release 1: ")
    return page


@pytest.mark.usefixtures("in_case")
def test_what_was_decided_since_a_release_is_told_with_the_reason(tmp_path):
    assert call("diff", 1) == "0 added, 0 changed, 0 deleted.\n"
    call("decide", "edit", "E1", "killed", "8", "-m", "the list of names", "--author", "ana")
    told = call("diff", 1).splitlines()
    assert told[0].startswith("~ E1 ")
    assert "          killed: 8, formerly at least 7" in told
    assert "          because: decided: edit killed 8, by ana (decision 1): the list of names" in told
    assert told[-1] == "0 added, 1 changed, 0 deleted."
    assert json.loads(call("diff", 1, "--json"))["counts"] == {"changed": 1}
    call("release")
    assert [one["release"] for one in json.loads(call("releases", "--json"))] == [1, 2]
    assert call("diff", 2, 1).splitlines()[-1] == "0 added, 1 changed, 0 deleted."
    call("diff", 1, 2, "--json", "-o", tmp_path / "diff.json")
    assert json.loads((tmp_path / "diff.json").read_text(encoding="utf-8"))["changes"][0]["id"] == "E1"


@pytest.mark.usefixtures("in_case")
def test_exports_come_out_of_a_release_and_tell_what_changed_since(tmp_path):
    call("decide", "edit", "E1", "killed", "8", "-m", "the list of names")
    assert "Written to marun-1.csv.csv." in call("export", "csv", "--release", 1)
    call("export", "csv", "--since", 1, "-o", tmp_path / "new.csv")
    assert len((tmp_path / "new.csv").read_text(encoding="utf-8").splitlines()) == 2
    assert (tmp_path / "new.csv.changes.json").exists()
    call("export", "csv", "--since", "2021-01-01", "-o", tmp_path / "day.csv")
    assert not (tmp_path / "day.csv.changes.json").exists()
    call("export", "csv", "--since", "2021-13-01", code=2)
    call("export", "csv", "--since", 7, code=2)
    call("export", "csv", "--release", 1, "--from", tmp_path / "new.csv", code=2)


@pytest.mark.usefixtures("in_case")
def test_a_release_asks_for_review_where_that_is_wanted():
    call("release", "--require-reviewed", code=7)
    assert len(call("releases").splitlines()) == 1


def test_two_files_need_no_case(in_case, tmp_path, monkeypatch):
    call("export", "json", "-o", tmp_path / "old.jsonl")
    in_case.write_text(in_case.read_text().replace("seven", "eleven"))
    call("add", in_case)
    call("run")
    call("export", "json", "-o", tmp_path / "new.jsonl")
    monkeypatch.chdir(tmp_path)
    assert "killed: at least 11, formerly at least 7" in call("diff", "old.jsonl", "new.jsonl")
    call("diff", "old.jsonl", "gone.jsonl", code=7)
