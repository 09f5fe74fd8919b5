"""Events that are read back out of a file are those that were written, and any format can be made of them."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings

from exports.entries import MARUN, entries, entry, hard_entry, nowhere, told_by_many
from stemmata.case import Query, decide, refresh
from stemmata.case.entries import Entries
from stemmata.cli import main
from stemmata.comparing.reading import theirs
from stemmata.errors import ExportError
from stemmata.exports.asked import asked_for
from stemmata.exports.changing.changes import changes
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import NAMES, format_named
from stemmata.exports.formats.format import About
from stemmata.exports.manifest import MANIFEST
from stemmata.exports.releasing import states
from stemmata.exports.taking import formats_read_back, taken
from stemmata.records import Site, Window

READ_BACK = sorted(formats_read_back())


def kept(file, *told, name="json"):
    """A file of some events."""
    form = format_named(name)
    with file.open("wb") as stream:
        form.assemble([form.piece([one]) for one in told], stream, About("Marun", datetime(2021, 3, 7, tzinfo=UTC)))
    return file


def read(file, query=None):
    found = taken(file, query or Query())
    return list(found.read(found.at))


@pytest.mark.parametrize("name", READ_BACK)
def test_hard_events_come_back_as_they_were(tmp_path, name):
    told = [entry(), hard_entry(), nowhere(), told_by_many(1000)]
    assert read(kept(tmp_path / "file", *told, name=name)) == told


@pytest.mark.parametrize("name", READ_BACK)
@given(any_entry=entries())
@settings(max_examples=50)
def test_any_event_comes_back_as_it_was(tmp_path_factory, name, any_entry):
    assert read(kept(tmp_path_factory.getbasetemp() / f"any.{name}", any_entry, name=name)) == [any_entry]


@pytest.mark.parametrize("way", READ_BACK)
def test_every_format_is_the_same_out_of_a_file(told, tmp_path, way):
    decide(told, "note", ["E1"], value="ask the hospital", author="ana")
    refresh(told)
    between = export(told, Wanted(way), tmp_path / "between").file
    for name in NAMES:
        straight = export(told, Wanted(name), tmp_path / f"straight.{name}")
        around = export(between, Wanted(name), tmp_path / f"around.{name}")
        compared = read if name in READ_BACK else Path.read_bytes  # the order of names in JSON may differ
        assert compared(around.file) == compared(straight.file), name
        assert around.tally == straight.tally
        assert around.manifest["credits"] == straight.manifest["credits"]


def test_the_manifest_says_which_file_and_what_that_was_made_of(told, tmp_path):
    between = export(told, Wanted("json"), tmp_path / "between.jsonl")
    made = export(between.file, Wanted("csv"), tmp_path / "out.csv").manifest["made_of"]
    assert (made["file"], made["sha256"]) == ("between.jsonl", between.manifest["sha256"])
    assert (made["case"], made["run"], made["coded_with"][0]["documents"]) == ("case", 1, 3)


def test_without_its_manifest_a_file_is_read_all_the_same(told, tmp_path):
    between = export(told, Wanted("json"), tmp_path / "war.json.jsonl").file
    between.with_name(between.name + MANIFEST).unlink()
    made = export(between, Wanted("csv"), tmp_path / "out.csv").manifest["made_of"]
    assert (made["case"], made["asof"]) == ("war", None)
    assert read(between) == list(Entries(told).read([1, 2, 3]))


def test_only_what_is_asked_for_is_taken(told, tmp_path):
    between = export(told, Wanted("json"), tmp_path / "between.jsonl").file
    assert [one.id for one in read(between, Query(type="shelling"))] == ["E1"]
    with pytest.raises(ExportError, match="--words"):
        taken(between, Query(words="Marun"))


def test_files_of_one_state_in_two_formats_do_not_differ(told, tmp_path):
    files = [export(told, Wanted(name), tmp_path / f"state.{name}").file for name in READ_BACK]
    before, after, departed = states(*map(str, files), tmp_path)
    assert list(changes(before, after, departed=departed)) == []
    assert [len(list(theirs(file).rows)) for file in files] == [3, 3]  # what `stemmata compare` reads


SHELLING = entry(when=Window(date(2021, 3, 3), date(2021, 3, 5)), place=MARUN)


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        (Query(), True),
        (Query(type="shelling"), True),
        (Query(type="aid"), False),
        (Query(since=date(2021, 3, 5)), True),  # its last day is the first that is asked for
        (Query(since=date(2021, 3, 6)), False),
        (Query(until=date(2021, 3, 3)), True),
        (Query(until=date(2021, 3, 2)), False),
        (Query(country="sy"), True),
        (Query(country="IQ"), False),
        (Query(box=(36, 35, 37, 36)), True),
        (Query(box=(37, 35, 38, 36)), False),
        (Query(flagged=True), False),
    ],
)
def test_an_event_of_a_file_is_asked_for_as_one_of_a_case(query, holds):
    assert asked_for(SHELLING, query) is holds


def test_what_tells_neither_day_nor_place_may_be_of_any_day_and_is_of_no_place():
    assert asked_for(nowhere(), Query(since=date(2021, 3, 5), until=date(2021, 3, 6)))
    assert not asked_for(nowhere(), Query(country="SY"))
    country = entry(place=Site("Syria", "SY", None, None, "country", None), flag="look")
    assert asked_for(country, Query(country="SY", flagged=True))
    assert not asked_for(country, Query(box=(-180, -90, 180, 90)))


def test_the_command_needs_no_case_for_it(tmp_path, monkeypatch):
    kept(tmp_path / "war.json.jsonl", entry(), nowhere())
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["export", "csv", "--from", "war.json.jsonl", "--since", "2021-03-01"])
    assert done.output.startswith("Written to war.csv.csv.\n2 events with 2 reports; 0 of them reviewed.\n")
    wrong = CliRunner().invoke(main, ["export", "csv", "--from", "war.csv.csv"])
    assert wrong.exit_code == ExportError.exit_code


# -------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize("text", ["", "id,type\nE1,clash\n", "\x00\xff", '{"format":"another/1"}\n', "[]"])
def test_what_no_export_wrote_is_refused_with_what_would_do(tmp_path, text):
    file = tmp_path / "file"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ExportError, match="stemmata export json"):
        taken(file, Query())


@pytest.mark.parametrize("name", READ_BACK)
@pytest.mark.parametrize(
    "damage",
    [
        lambda line: line[: len(line) // 2],  # a copy that stopped half-way
        lambda line: line.replace(b"at least seven", b"at least seventy"),  # words that no longer fit their offsets
        lambda _: b'{"format":"stemmata/events/1","event":[]}',
        lambda _: b"[" * 100_000,
        lambda _: b"7",
    ],
)
def test_a_damaged_line_is_told_with_where_it_stands(tmp_path, name, damage):
    file = kept(tmp_path / "file", entry(), entry(2), name=name)
    lines = file.read_bytes().splitlines()
    nth = next(n for n, line in enumerate(lines) if b'"E2"' in line)
    lines[nth] = damage(lines[nth])
    file.write_bytes(b"\n".join(lines) + b"\n")
    at = sum(len(line) + 1 for line in lines[:nth])
    with pytest.raises(ExportError, match=f"damaged: the line at byte {at:,} is no event"):
        read(file)


def test_a_manifest_that_is_not_of_this_file_is_not_believed(told, tmp_path):
    between = export(told, Wanted("json"), tmp_path / "war.json.jsonl").file
    beside = between.with_name(between.name + MANIFEST)
    for wrong in ({"sha256": "0" * 64, "made_of": {"case": "other", "asof": None}, "credits": []}, [], {"made_of": 1}):
        beside.write_text(json.dumps(wrong), encoding="utf-8")
        assert taken(between, Query()).title == "war"


def test_a_file_that_changes_meanwhile_gives_no_export(told, tmp_path):
    between = export(told, Wanted("json"), tmp_path / "between.jsonl").file

    def changed(*_):
        between.write_bytes(between.read_bytes() + b"\n")

    with pytest.raises(ExportError, match="changed meanwhile"):
        export(between, Wanted("csv"), tmp_path / "out.csv", heard=changed)
    assert not (tmp_path / "out.csv").exists()
