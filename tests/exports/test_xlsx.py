"""Workbooks, read back by openpyxl."""

import io
import time
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given

from exports import factory
from exports.entries import HARD_TEXT, cited, entries, entry, hard_entry, nowhere, told_by_many
from exports.test_maps import ABOUT, written
from stemmata.exports.exporting import Wanted, export
from stemmata.exports.formats import format_named, xlsx
from stemmata.records import Count, Window


def read(told):
    return openpyxl.load_workbook(io.BytesIO(told))


def rows(book, sheet):
    """The rows of a sheet, by column."""
    head, *told = book[sheet].iter_rows(values_only=True)
    return [{name: value for name, value in zip(head, row, strict=True) if value is not None} for row in told]


def test_a_workbook_has_events_reports_sources_and_a_dictionary():
    book = read(written("xlsx", [entry(), nowhere()], [entry(7)]))
    assert book.sheetnames == ["events", "reports", "sources", "data dictionary"]
    marun, bare, _ = rows(book, "events")
    assert (marun["id"], marun["killed_low"], marun["lat"]) == ("E1", 7, 35.1)
    assert (marun["date_start"], marun["date_end"]) == (datetime(2021, 3, 3), datetime(2021, 3, 5))
    assert marun["changed"] == datetime(2021, 3, 7, 12)
    assert marun["reviewed"] is False
    assert "place" not in bare and "date_start" not in bare
    first, *_ = rows(book, "reports")
    assert (first["event"], first["report"], first["places"]) == ("E1", "R10", "near Marun")
    assert first["figures"] == (
        "at least 7 killed (villagers); 2 killed (children, part of “at least seven villagers”)"
    )
    assert (first["claimants"], first["origin"]) == ("the Marun Monitor", "the monitor")
    assert [row["source"] for row in rows(book, "sources")] == ["doc"]  # of three events, once
    assert rows(book, "sources")[0]["publisher"] == "Northern Post"


def test_the_dictionary_tells_every_column_of_every_sheet():
    book = read(written("xlsx", [entry()]))
    told = {(row["sheet"], row["column"]): row["means"] for row in rows(book, "data dictionary")}
    shown = {(sheet.title, cell.value) for sheet in book for cell in next(sheet.iter_rows())}
    assert set(told) == shown
    assert all(told.values())


def test_words_are_words_and_never_formulas_or_links():
    book = read(written("xlsx", [hard_entry()]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n", "d", "b"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert rows(book, "events")[0]["place"].startswith("=SUM(A1) ")
    assert rows(book, "sources")[0]["title"].startswith("=SUM(A1) ")


@given(entries())
def test_any_event_has_a_row(any_entry):
    assert [row["id"] for row in rows(read(written("xlsx", [any_entry])), "events")] == [any_entry.id]


def test_what_excel_cannot_hold_is_words():
    early = entry(when=Window(date(1898, 7, 1), date(1900, 3, 1)), figures={"displaced": Count(10**16, None)})
    (row,) = rows(read(written("xlsx", [early])), "events")
    assert (row["date_start"], row["date_end"]) == ("1898-07-01", datetime(1900, 3, 1))
    assert row["displaced_low"] == "1" + 16 * "0"


def assembled(*pieces):
    """What had no room, and the workbook."""
    form, file = format_named("xlsx"), io.BytesIO()
    told = form.assemble([form.piece(piece) for piece in pieces], file, ABOUT)
    return told, read(file.getvalue())


def test_rows_that_have_no_room_are_told(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    monkeypatch.setattr(xlsx, "DICTIONARY", {})
    told, book = assembled([entry(1), entry(2)], [entry(3)])
    assert [row["id"] for row in rows(book, "events")] == ["E1", "E2"]
    assert "On the sheet events, 1 of 3 rows had no room: Excel holds 3 with the head." in told


def test_cells_that_have_no_room_are_told():
    of = factory.document(publisher="\N{COLLISION SYMBOL}" * 20_000)
    told, book = assembled([entry(given=(cited(1, of, factory.shelling(of)),))])
    assert told == [
        f"On the sheet {sheet}, 1 cell was cut at 32,767 characters, the most that Excel holds."
        for sheet in ("events", "sources")
    ]
    assert rows(book, "sources")[0]["publisher"] == "\N{COLLISION SYMBOL}" * 16_383  # each is two for Excel
    assert rows(assembled([told_by_many(10_000)])[1], "events")[0]["reports"] == 10_000


def test_the_loss_report_says_what_had_no_room(told, tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    done = export(told, Wanted("xlsx"), tmp_path / "out.xlsx")
    assert "On the sheet events, 1 of 3 rows had no room: Excel holds 3 with the head." in done.manifest["cut"]
    assert "1 of 3 rows had no room" in (tmp_path / "out.xlsx.loss.txt").read_text(encoding="utf-8")


def test_a_workbook_is_the_same_bytes_whenever_it_is_made(monkeypatch):
    first = written("xlsx", [entry(), hard_entry()])
    clock = time.time
    monkeypatch.setattr(time, "time", lambda: clock() + 86_400)
    assert written("xlsx", [entry(), hard_entry()]) == first


@pytest.mark.parametrize("words", [HARD_TEXT, "_x0041_", "\ud800 lone", "  spaces  "])
def test_hard_words_come_back(words):
    of = factory.document(publisher=words)
    _, book = assembled([entry(given=(cited(1, of, factory.shelling(of)),))])
    read_back = openpyxl.utils.escape.unescape(rows(book, "sources")[0]["publisher"])
    assert read_back == words.replace("\ud800", "?")
