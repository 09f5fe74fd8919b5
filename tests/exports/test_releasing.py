"""Releases of a case: frozen, numbered, the same bytes for the same state; exports of what changed since one."""

import csv
import io
import json
import uuid
from pathlib import Path

import feedparser
import jsonschema
import pytest

from case.coder import code
from case.conftest import postgresql
from exports.conftest import PAGES
from stemmata.case import Query, add, decide, new_case, refresh
from stemmata.case import run as run_case
from stemmata.errors import ExportError, UnknownName
from stemmata.exports import releasing
from stemmata.exports.changing.changes import applied, changes
from stemmata.exports.changing.schema import changes_schema
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.releasing import freeze, release, releases, since, states

__all__ = ["postgresql"]


def put(case, folder, name, text):
    """Add a page, or another version of one, and run."""
    file = folder / f"{name}.jsonl"
    line = {"id": name, "url": f"https://{name}.example/1", "publisher": f"{name.title()} Post", "text": text}
    file.write_text(json.dumps(line | {"published": "2021-03-05"}), encoding="utf-8")
    list(add(case, str(file)))
    run_case(case, code=code, processes=1)


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request, tmp_path):
    """The case of `told` on each of the two databases."""
    address = request.getfixturevalue("postgresql") if request.param == "postgresql" else "case.db"
    case = new_case(tmp_path / f"case-{uuid.uuid4().hex[:8]}", database=address)
    for name, text in PAGES.items():
        put(case, tmp_path, name, text)
    return case


def found(case, before, after=None):
    """What changed: event → kind and why."""
    old, new, departed = states(before, after, case.folder)
    return {one.entry.id: (one.kind, one.why) for one in changes(old, new, departed=departed)}


# ------------------------------------------------------------------------------------------------------ releases


def test_releases_are_numbered_and_the_same_state_is_the_same_bytes(told):
    first, second = freeze(told), freeze(told)
    assert [one.number for one in releases(told)] == [1, 2]
    assert {one.name for one in first.file.parent.iterdir()} == {
        "events.jsonl", "events.jsonl.manifest.json", "events.jsonl.loss.txt",
    }  # fmt: skip
    for file in first.file.parent.iterdir():
        assert file.read_bytes() == second.file.with_name(file.name).read_bytes()
    assert (first.manifest["events"], first.manifest["reports"]) == (3, 4)
    assert not list((told.folder / "releases").glob(".release-*"))


def test_a_release_is_never_written_over(told, tmp_path, monkeypatch):
    before = freeze(told).file.read_bytes()
    put(told, tmp_path, "late", "Rockets shelled Sarin on 9 March 2021, killing 4, the Office said.")
    monkeypatch.setattr(releasing, "_numbers", lambda _: [])  # another release was made at the same moment
    assert freeze(told).number == 2
    assert (told.folder / "releases" / "1" / "events.jsonl").read_bytes() == before


def test_a_release_is_refused_while_events_are_not_reviewed(told):
    with pytest.raises(ExportError, match=r"3 of 3 events are not reviewed.*\(E1, E2, E3\).*decide accept"):
        freeze(told, reviewed=True)
    assert releases(told) == []
    for event in ("E1", "E2", "E3"):
        decide(told, "accept", [event], author="ana")
    refresh(told)
    assert freeze(told, reviewed=True).manifest["reviewed"] == {"accepted by a person": 3, "of": 3}


def test_an_unknown_release_lists_the_known_and_a_damaged_one_says_so(told):
    with pytest.raises(UnknownName, match=r"no release 1 .*make one with `stemmata release`"):
        release(told, 1)
    made = freeze(told)
    with pytest.raises(UnknownName, match="the releases are: 1"):
        release(told, 7)
    made.file.with_name("events.jsonl.manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ExportError, match="Release 1 is damaged"):
        release(told, 1)


def test_an_export_out_of_a_release_is_that_of_the_case_as_it_was(told, tmp_path):
    before = export(told, Wanted("csv"), tmp_path / "before.csv").file.read_bytes()
    made = freeze(told)
    put(told, tmp_path, "late", "Rockets shelled Sarin on 9 March 2021, killing 4, the Office said.")
    assert export(made.file, Wanted("csv"), tmp_path / "after.csv").file.read_bytes() == before


# ---------------------------------------------------------------------------------------------------- what changed


def test_everything_that_happens_to_a_case_is_told_with_its_reason(both, tmp_path):
    freeze(both)
    assert found(both, "1") == {}
    put(both, tmp_path, "office", "Rockets shelled Marun on 3 March 2021, killing 9, the Office said.")
    put(both, tmp_path, "late", "Rockets shelled Sarin on 9 March 2021, killing 4, the Office said.")
    assert found(both, "1") == {
        "E1": ("changed", ("new: R5 (Office Post)",)),
        "E4": ("added", ("new: R6 (Late Post)",)),
    }
    freeze(both)
    decide(both, "reject", ["R4"], author="ana", reason="a drill")
    decide(both, "edit", ["E1"], field="killed", value={"low": 8, "high": 8}, author="ana", reason="the list of names")
    decide(both, "merge", ["E2", "E4"], author="ana", reason="one convoy")
    refresh(both)
    assert found(both, "2") == {
        "E1": ("changed", ("decided: edit killed 8, by ana (decision 2): the list of names",)),
        "E2": ("changed", ("E4 was merged into it, with R6", "decided: merge, by ana (decision 3): one convoy")),
        "E3": ("deleted", ("R4 was rejected by ana (decision 1): a drill",)),
        "E4": ("deleted", ("R6 went over to E2",)),
    }
    freeze(both)
    put(both, tmp_path, "hospital", "Rockets shelled Marun on 3 March 2021, killing 11, the Hospital said.")
    kind, why = found(both, "3")["E1"]
    assert (kind, why[1]) == ("changed", "R3 is of a page that was edited: R7 stands there now")
    assert found(both, "1", "2") == {
        "E1": ("changed", ("new: R5 (Office Post)",)),
        "E4": ("added", ("new: R6 (Late Post)",)),
    }


def test_a_release_and_its_changes_give_the_case_as_it_is(both, tmp_path):
    made = freeze(both)
    put(both, tmp_path, "office", "Rockets shelled Marun on 3 March 2021, killing 9, the Office said.")
    put(both, tmp_path, "late", "Rockets shelled Sarin on 9 March 2021, killing 4, the Office said.")
    decide(both, "reject", ["R4"], author="ana")
    refresh(both)
    export(both, Wanted("csv", since=since(both, 1)), tmp_path / "new.csv")
    events = {one["id"]: one for one in map(json.loads, made.file.read_text(encoding="utf-8").splitlines())}
    for change in json.loads((tmp_path / "new.csv.changes.json").read_text(encoding="utf-8"))["changes"]:
        applied(change, events)
    now = freeze(both).file.read_text(encoding="utf-8").splitlines()
    assert events == {one["id"]: one for one in map(json.loads, now)}


def test_an_event_keeps_its_id_when_its_page_is_edited_and_when_all_is_coded_anew(both, tmp_path):
    freeze(both)
    run_case(both, code=code, processes=1, again=True)
    assert found(both, "1") == {}
    put(both, tmp_path, "hospital", "Rockets shelled Marun on 3 March 2021, killing 11, the Hospital said.")
    assert found(both, "1").keys() == {"E1"}


# --------------------------------------------------------------------------------------- exports of what changed


def changed_case(told, tmp_path):
    freeze(told)
    put(told, tmp_path, "office", "Rockets shelled Marun on 3 March 2021, killing 5, the Office said.")
    put(told, tmp_path, "late", "Rockets shelled Sarin on 9 March 2021, killing 4, the Office said.")
    decide(told, "reject", ["R2"], author="ana", reason="a drill")
    refresh(told)
    return told


def test_only_what_changed_since_a_release_is_exported_with_the_changes_beside_it(told, tmp_path):
    changed_case(told, tmp_path)
    done = export(told, Wanted("csv", since=since(told, 1)), tmp_path / "new.csv")
    rows = list(csv.DictReader(io.StringIO(done.file.read_text(encoding="utf-8"))))
    assert [(row["id"], row["killed"]) for row in rows] == [("E1", "5"), ("E4", "4")]
    assert done.tally.events == 2
    assert done.manifest["query"]["changed since"]["sha256"] == release(told, 1).manifest["sha256"]
    changed = json.loads((tmp_path / "new.csv.changes.json").read_text(encoding="utf-8"))
    assert [(one["id"], one["kind"]) for one in changed["changes"]] == [
        ("E1", "changed"), ("E2", "deleted"), ("E4", "added"),
    ]  # fmt: skip
    assert changed["changes"][0]["fields"]["killed"] == {"old": {"low": 7, "high": 7}, "new": {"low": 5, "high": 5}}
    jsonschema.Draft202012Validator(changes_schema()).validate(changed)
    assert changed["counts"] == {"added": 1, "changed": 1, "deleted": 1}


def test_the_feed_tells_what_changed_and_marks_what_is_gone(told, tmp_path):
    changed_case(told, tmp_path)
    file = export(told, Wanted("atom", since=since(told, 1)), tmp_path / "new.atom").file
    read = feedparser.parse(file.read_bytes())
    assert not read.bozo
    first, second = read.entries
    assert "changed: killed: 5, formerly 7" in first.content[0].value
    assert "changed: because: new: R5 (Office Post)" in first.content[0].value
    assert "added: because: new: R6 (Late Post)" in second.content[0].value
    text = file.read_text(encoding="utf-8")
    assert f'<at:deleted-entry ref="tag:stemmata.invalid,2026:{told.settings.name}/E2" when="20' in text
    assert "R2 was rejected by ana (decision 1): a drill" in text


def test_what_comes_to_be_reviewed_counts_as_added_where_only_that_is_asked_for(told, tmp_path):
    freeze(told)
    decide(told, "accept", ["E1"], author="ana")
    refresh(told)
    done = export(told, Wanted("csv", reviewed=True, since=since(told, 1)), tmp_path / "new.csv")
    (change,) = json.loads((tmp_path / "new.csv.changes.json").read_text(encoding="utf-8"))["changes"]
    assert (done.tally.events, change["id"], change["kind"]) == (1, "E1", "added")


def test_a_later_export_takes_the_changes_file_of_the_former_away(told, tmp_path):
    changed_case(told, tmp_path)
    export(told, Wanted("csv", since=since(told, 1)), tmp_path / "out.csv")
    with pytest.raises(ExportError, match="--force"):
        export(told, Wanted("csv"), tmp_path / "out.csv")
    export(told, Wanted("csv"), tmp_path / "out.csv", force=True)
    assert not (tmp_path / "out.csv.changes.json").exists()


def test_words_are_not_looked_for_in_a_release(told, tmp_path):
    freeze(told)
    with pytest.raises(ExportError, match="--words"):
        export(told, Wanted("csv", Query(words="Marun"), since=since(told, 1)), tmp_path / "out.csv")
    assert list(tmp_path.glob("out*")) == []


def test_two_files_are_compared_without_a_case(told, tmp_path):
    old = export(told, Wanted("json"), tmp_path / "old.jsonl").file
    changed_case(told, tmp_path)
    new = export(told, Wanted("json"), tmp_path / "new.jsonl").file
    before, after, departed = states(str(old), str(new), Path("/"))
    assert {one.entry.id: one.why for one in changes(before, after, departed=departed)} == {
        "E1": ("new: R5 (Office Post)",),
        "E2": ("R2 is no longer told",),  # only the case knows who rejected it
        "E4": ("new: R6 (Late Post)",),
    }
