"""Exports of a case: whole or not at all, with a manifest and a loss report, the same bytes for the same state."""

import csv
import errno
import io
import json
import os

import pytest

from case.coder import code
from stemmata.case import Query, add, decide, refresh
from stemmata.case import run as run_case
from stemmata.case.entries import Entries
from stemmata.errors import ExportError, UnknownName
from stemmata.exports import exporting
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import NAMES
from stemmata.exports.formats.json import as_json, from_json


def rows(case, tmp_path, **wanted):
    """What the ACLED-shaped table holds."""
    file = export(case, Wanted("acled", **wanted), tmp_path / "out.csv", force=True).file
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_the_table_of_acled_holds_one_row_an_event_with_the_lowest_toll(told, tmp_path):
    shelling, bombing = rows(told, tmp_path)
    assert shelling["event_id_cnty"] == "SYR1"
    assert (shelling["event_date"], shelling["time_precision"], shelling["year"]) == ("2021-03-03", "1", "2021")
    assert shelling["sub_event_type"] == "Shelling/artillery/missile attack"
    assert (shelling["fatalities"], shelling["location"], shelling["geo_precision"]) == ("7", "Marun", "1")
    assert shelling["source"] == "Monitor Post; Hospital Post"
    assert bombing["fatalities"] == "0"


def test_what_is_left_out_and_lost_is_told(told, tmp_path):
    done = export(told, Wanted("acled"), tmp_path / "out.csv")
    manifest = json.loads((tmp_path / "out.csv.manifest.json").read_text(encoding="utf-8"))
    assert manifest["events"] == 2
    assert manifest["left_out"] == {"its day is not known": ["E3"]}
    assert manifest["lost"]["disagreement"]["events"] == 1  # 7 or 9
    assert manifest["made_of"]["coded_with"][0]["documents"] == 3
    assert manifest["reviewed"] == {"accepted by a person": 0, "of": 2}
    assert "Left out: 1 event: its day is not known." in (tmp_path / "out.csv.loss.txt").read_text(encoding="utf-8")
    assert done.tally.left_out == manifest["left_out"]


@pytest.mark.parametrize("name", NAMES)
def test_the_same_state_is_the_same_bytes(told, tmp_path, name):
    first = export(told, Wanted(name), tmp_path / "first")
    second = export(told, Wanted(name), tmp_path / "second")
    assert first.file.read_bytes() == second.file.read_bytes()
    assert first.manifest["sha256"] == second.manifest["sha256"]


@pytest.mark.parametrize("name", NAMES)
def test_a_case_without_events_is_exported_all_the_same(told, tmp_path, name):
    done = export(told, Wanted(name, Query(type="protest")), tmp_path / "none")
    assert done.tally.events == 0
    assert done.file.exists()


def test_a_file_that_is_there_is_not_replaced(told, tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    with pytest.raises(ExportError, match="--force"):
        export(told, Wanted("acled"), tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "mine"


def test_what_is_no_file_is_never_replaced(told, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is no file"):
        export(told, Wanted("acled"), tmp_path / "pipe", force=True)
    assert (tmp_path / "pipe").is_fifo()


def test_a_full_disk_leaves_nothing_half_written(told, tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(exporting, "as_json", full)
    before = set(tmp_path.iterdir())
    with pytest.raises(ExportError, match="No space left"):
        export(told, Wanted("acled"), tmp_path / "out.csv")
    assert set(tmp_path.iterdir()) == before


def test_only_what_a_person_accepted_is_in_a_reviewed_export(told, tmp_path):
    assert rows(told, tmp_path, reviewed=True) == []
    decide(told, "accept", ["E1"], author="ana")
    refresh(told)
    assert [row["event_id_cnty"] for row in rows(told, tmp_path, reviewed=True)] == ["SYR1"]


def test_what_a_person_set_is_what_is_exported(told, tmp_path):
    decide(told, "edit", ["E1"], field="killed", value={"low": 8, "high": 8}, author="ana", reason="the list of names")
    refresh(told)
    assert rows(told, tmp_path)[0]["fatalities"] == "8"


def test_an_unknown_format_lists_the_known(told, tmp_path):
    with pytest.raises(UnknownName, match="acled"):
        export(told, Wanted("xml"), tmp_path / "out")


def test_several_processes_write_the_same_file(told, tmp_path, monkeypatch):
    alone = export(told, Wanted("json"), tmp_path / "alone").file.read_bytes()
    monkeypatch.setattr(exporting, "PIECE", 1)
    monkeypatch.setattr(exporting, "ALONE", 0)
    assert export(told, Wanted("json"), tmp_path / "several", processes=2).file.read_bytes() == alone


def test_an_entry_comes_back_from_json_as_it_was(told):
    decide(told, "note", ["E1"], value="ask the hospital", author="ana")
    entries = list(Entries(told).read([1, 2, 3]))
    assert [from_json(json.loads(json.dumps(as_json(entry)))) for entry in entries] == entries


def test_what_a_later_run_made_is_in_a_later_export_of_the_same_program(told, tmp_path):
    first = export(told, Wanted("acled"), tmp_path / "first.csv")
    page = tmp_path / "late.jsonl"
    text = "Rockets shelled Marun on 9 March 2021, killing 4, the Office said."
    page.write_text(json.dumps({"id": "late", "url": "https://late.example/1", "text": text}), encoding="utf-8")
    list(add(told, str(page)))
    run_case(told, code=code, processes=1)
    second = export(told, Wanted("acled"), tmp_path / "second.csv")
    assert (first.tally.events, second.tally.events) == (2, 3)
