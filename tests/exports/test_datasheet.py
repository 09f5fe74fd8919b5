"""The data package, checked and read by frictionless."""

import io
import json
import zipfile

import pytest
from frictionless import Package, system
from hypothesis import given, settings

from exports.entries import HARD_TEXT, cited, entries, entry, hard_entry, nowhere, told_by_many
from exports.factory import document, shelling
from exports.test_maps import written
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats.once import once


@pytest.fixture
def package(tmp_path):
    """What frictionless reads of a package of some pieces, which it finds valid."""

    def read(*pieces):
        file = tmp_path / "out.zip"
        file.write_bytes(written("datasheet", *pieces))
        with system.use_context(trusted=True):
            report = Package(str(file)).validate()
            assert report.valid, report.flatten(["type", "note"])
            told = Package(str(file))
            return told, {one.name: one.read_rows() for one in told.resources}

    return read


def test_the_tables_hold_what_the_event_tells(package):
    told, tables = package([entry()])
    (event,), (report,), figures, (source,) = (tables[name] for name in ("events", "reports", "figures", "sources"))
    assert (event["id"], event["type"], event["killed"], event["killed_high"]) == ("E1", "shelling", 7, None)
    assert (str(event["date_start"]), event["reviewed"], event["lat"].is_finite()) == ("2021-03-03", False, True)
    assert (report["event"], report["report"], report["source"], report["claimants"]) == (
        "E1", "R10", "doc", "the Marun Monitor",
    )  # fmt: skip
    assert report["quote"].startswith("Army shells killed at least seven villagers")
    assert (report["start"], report["end"]) == (31, 162)
    assert [
        (one["measure"], one["low"], one["high"], one["hedge"], one["part_of"], one["quote"]) for one in figures
    ] == [
        ("killed", 7, None, "at_least", None, "at least seven villagers"),
        ("killed", 2, 2, "exact", 1, "two children"),  # two of the seven: a part, never added to them
    ]
    assert (source["source"], source["publisher"], source["page"]) == ("doc", "Northern Post", "https://post.example/1")
    assert told.title == "Marun"


def test_it_says_what_is_what_and_whose():
    with zipfile.ZipFile(io.BytesIO(written("datasheet", [entry()]))) as held:
        assert held.testzip() is None
        told = json.loads(held.read("datapackage.json"))
    assert told["profile"] == "tabular-data-package"
    assert told["sources"] == [{"title": "GeoNames (CC BY 4.0)"}]
    events, reports, figures, sources = told["resources"]
    assert events["licenses"][0]["name"] == "CC-BY-4.0"
    assert all("licenses" not in one for one in (reports, figures, sources))
    assert events["schema"]["fields"][3] == {
        "name": "date_start",
        "type": "date",
        "description": "First day on which it may have happened; empty where not told.",
    }
    assert all(field["description"] for one in told["resources"] for field in one["schema"]["fields"])
    assert reports["schema"]["foreignKeys"] == [
        {"fields": ["event"], "reference": {"resource": "events", "fields": ["id"]}},
        {"fields": ["source"], "reference": {"resource": "sources", "fields": ["source"]}},
    ]


def test_a_document_of_several_events_is_one_source(package):
    of = document(id="doc")
    events = [entry(n, given=(cited(n, of, shelling(of)),)) for n in (1, 2, 3)]
    _, tables = package(events[:1], events[1:])
    assert [one["source"] for one in tables["sources"]] == ["doc"]
    assert [one["event"] for one in tables["reports"]] == ["E1", "E2", "E3"]


def test_hard_events_are_valid(package):
    _, tables = package([entry(), hard_entry()], [nowhere()])
    assert tables["sources"][1]["title"] == f"'{HARD_TEXT}"  # no spreadsheet runs it
    assert len(tables["reports"]) == 3
    assert len(package([told_by_many(300)])[1]["sources"]) == 300


def test_a_package_without_events_is_valid(package):
    assert package()[1]["events"] == []


@given(any_entry=entries())
@settings(max_examples=15)
def test_any_event_is_valid(tmp_path_factory, any_entry):
    file = tmp_path_factory.getbasetemp() / "any.zip"
    file.write_bytes(written("datasheet", [any_entry]))
    with system.use_context(trusted=True):
        report = Package(str(file)).validate()
    assert report.valid, report.flatten(["type", "note"])


def test_a_case_is_a_package(told, tmp_path):
    file = export(told, Wanted("datasheet"), tmp_path / "case.zip").file
    with system.use_context(trusted=True):
        assert Package(str(file)).validate().valid


def test_what_came_before_is_remembered():
    with once() as seen:
        assert [seen.first(key) for key in ("a", "b", "a", "\ud800", "b")] == [True, True, False, True, False]
