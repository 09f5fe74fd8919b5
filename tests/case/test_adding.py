"""What comes in: once, with its bytes, and an edited page beside its former version."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from sqlalchemy import select
from warcio.archiveiterator import ArchiveIterator

from stemmata.case import Added, add, adding, check, problems, schema
from stemmata.case.captures import body_of
from stemmata.case.database import reading
from stemmata.errors import Gone
from stemmata.records import Capture, Problem

PLAIN = "Rockets shelled Marun on 3 March 2021, killing 7.\n"


def rows(case, table):
    with reading(case.engine) as connection:
        return connection.execute(select(table).order_by(table.c.id)).mappings().all()


def kinds(found):
    return [one.kind if isinstance(one, Added) else one.code for one in found]


def test_a_page_is_kept_with_its_bytes(case, write):
    file = write("a.txt", PLAIN)
    assert kinds(add(case, file)) == ["new"]
    (capture,), (document,) = rows(case, schema.capture), rows(case, schema.document)
    assert body_of(capture["file"], capture["sha256"], case.captures) == PLAIN.encode()
    assert capture["source"] == file
    assert document["text"] == PLAIN.strip()
    assert (document["version"], document["state"]) == (1, "current")
    assert not list(check(case))


def test_the_same_page_again_adds_nothing(case, write):
    file = write("a.txt", PLAIN)
    add_twice = [*add(case, file), *add(case, file)]
    assert kinds(add_twice) == ["new", "known"]
    assert len(rows(case, schema.capture)) == len(rows(case, schema.document)) == 1


def test_the_same_bytes_under_another_name_are_the_same_page(case, write):
    assert kinds([*add(case, write("a.txt", PLAIN)), *add(case, write("b.txt", PLAIN))]) == ["new", "known"]


def test_an_edited_page_is_a_new_version_beside_the_old_one(case, write):
    list(add(case, write("a.txt", PLAIN)))
    assert kinds(add(case, write("a.txt", PLAIN.replace("7", "9")))) == ["version"]
    old, new = rows(case, schema.document)
    assert (old["state"], new["state"]) == ("replaced", "current")
    assert (old["page"], old["version"], new["version"]) == (new["page"], 1, 2)
    assert len(rows(case, schema.capture)) == 2


def test_a_page_that_goes_back_to_its_first_text_has_three_versions(case, write):
    for text in (PLAIN, PLAIN.replace("7", "9"), PLAIN):
        list(add(case, write("a.txt", text)))
    assert [one["state"] for one in rows(case, schema.document)] == ["replaced", "replaced", "current"]
    assert len({one["name"] for one in rows(case, schema.document)}) == 3


def test_a_text_on_two_pages_is_two_documents(case, write):
    line = {"publisher": "Northern Post", "text": PLAIN}
    lines = [{"id": "a", **line}, {"id": "b", **line, "publisher": "Southern Post"}]
    assert kinds(add(case, write("two.jsonl", "\n".join(map(json.dumps, lines))))) == ["new", "new"]
    first, second = rows(case, schema.document)
    assert first["sha256"] == second["sha256"]
    assert first["name"] != second["name"]


def test_documents_with_addresses_are_known_by_them_in_any_file(case, write):
    line = {"id": "1", "url": "https://post.example/a", "text": PLAIN}
    list(add(case, write("monday.jsonl", json.dumps(line))))
    edited = line | {"id": "x9", "text": PLAIN.replace("7", "9")}
    assert kinds(add(case, write("tuesday.jsonl", json.dumps(edited)))) == ["version"]


def test_one_address_for_several_documents_of_a_file_is_no_version(case, write):
    """A live blog's posts share its address."""
    lines = [{"id": n, "url": "https://post.example/live", "text": f"Post {n}. {PLAIN}"} for n in (1, 2)]
    assert kinds(add(case, write("live.jsonl", "\n".join(map(json.dumps, lines))))) == ["new", "new"]


def test_a_bad_line_is_a_problem_and_the_others_are_kept(case, write):
    file = write("some.jsonl", json.dumps({"id": "a", "text": PLAIN}) + "\nno json\n")
    assert kinds(add(case, file)) == ["new", "unreadable-input"]
    (problem,) = problems(case)
    assert ":2: this line is no JSON" in problem.message


def test_a_problem_goes_when_its_cause_does(case, write):
    file = write("a.txt", "")
    (problem,) = add(case, file)
    assert isinstance(problem, Problem)
    assert [one.message for one in problems(case)] == [problem.message]
    write("a.txt", PLAIN)
    assert kinds(add(case, file)) == ["new"]
    assert not problems(case)


def test_of_a_folder_all_pages_are_taken_in_order(case, write, tmp_path):
    for name in ("b.txt", "a.md", "picture.jpg", ".hidden.txt"):
        write(name, f"{name}: {PLAIN}")
    found = list(add(case, str(tmp_path)))
    assert [one.page.rsplit("/", 1)[1] for one in found] == ["a.md", "b.txt"]


def test_a_case_inside_a_folder_is_no_source(in_sqlite, write, tmp_path):
    write("a.txt", PLAIN)
    (in_sqlite.captures / "stray.txt").write_text(PLAIN)
    assert len(list(add(in_sqlite, str(tmp_path)))) == 1


def test_captures_are_one_warc_file_together(in_sqlite, write, tmp_path):
    """As any WARC tool reads them: concatenated."""
    for n in range(3):
        list(add(in_sqlite, write(f"{n}.txt", f"{n}. {PLAIN}")))
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(b"".join(file.read_bytes() for file in sorted(in_sqlite.captures.glob("*/*.warc.gz"))))
    with whole.open("rb") as stream:
        told = [(one.rec_type, one.rec_headers["WARC-Target-URI"][:8]) for one in ArchiveIterator(stream)]
    assert told == [("resource", "file:///")] * 3


@pytest.mark.parametrize("odd", [{"text": f"\0 {PLAIN}"}, {"text": PLAIN, "title": "\ud800"}], ids=["nul", "half"])
def test_what_the_databases_cannot_hold_is_told(case, write, odd):
    lines = [{"id": "a", **odd}, {"id": "b", "text": PLAIN}]
    assert sorted(kinds(add(case, write("odd.jsonl", "\n".join(map(json.dumps, lines)))))) == [
        "new",
        "unreadable-input",
    ]
    assert not list(check(case))


def test_a_page_that_its_server_no_longer_has_is_withdrawn(case, monkeypatch):
    address = "https://post.example/a"
    body = PLAIN.encode()
    there = Capture(sha256(body).hexdigest(), address, body, "text/plain", datetime(2021, 3, 4, tzinfo=UTC))
    monkeypatch.setattr(adding, "capture", lambda _, **__: there)
    assert kinds(add(case, address)) == ["new"]

    def gone(_, **__):
        raise Gone(f"{address} is not given out: the server answers 410 (Gone).")

    monkeypatch.setattr(adding, "capture", gone)
    assert kinds(add(case, address)) == ["withdrawn"]
    assert rows(case, schema.document)[0]["state"] == "withdrawn"
    assert kinds(add(case, "https://post.example/unknown")) == ["gone"]
    monkeypatch.setattr(adding, "capture", lambda _, **__: there)
    assert kinds(add(case, address)) == ["version"]  # it is back


def test_the_tables_open_with_any_tool(in_sqlite, write):
    list(add(in_sqlite, write("a.txt", PLAIN)))
    with closing(sqlite3.connect(in_sqlite.folder / "case.db")) as database:
        found = database.execute("SELECT text FROM document_words WHERE document_words MATCH 'marun'").fetchall()
    assert found == [(PLAIN.strip(),)]
