"""What goes wrong with disks, programs and clocks: it is told, and nothing is lost."""

import os
import random
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from stemmata.case import add, check, clock, new_case, open_case, problems, schema
from stemmata.case.database import reading, writing
from stemmata.errors import CaseError, DamagedCase, NewerCase, NoCase, UnreachableCase, UnwritableCase

PLAIN = "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."


def count(case, table=schema.document):
    with reading(case.engine) as connection:
        return connection.scalar(select(func.count()).select_from(table))


def filled(case, write, run, pages=20):
    """A case with some documents, coded, and its database in one file."""
    for n in range(pages):
        list(add(case, write(f"{n}.txt", f"Page {n}. {PLAIN} " + "The market opened again. " * 40)))
    run(case)
    with closing(case.engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return case


@contextmanager
def limited(size: int) -> Iterator[None]:
    """No file may grow past this, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """A folder that this process may not write to; root first becomes nobody."""
    modes = {one: one.stat().st_mode for one in [folder, *folder.rglob("*")]}
    for one in modes:
        one.chmod(0o555 if one.is_dir() else 0o444)
    nobody = os.geteuid() == 0
    if nobody:
        os.seteuid(65534)
    try:
        yield
    finally:
        if nobody:
            os.seteuid(0)
        for one, mode in modes.items():
            one.chmod(stat.S_IMODE(mode))


@pytest.fixture
def open_folder():
    """A folder that others may look into, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="stemmata-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


# ------------------------------------------------------------------------------------------------- versions


def test_a_database_of_a_newer_version_is_refused_in_words(case, write):
    list(add(case, write("a.txt", PLAIN)))
    with writing(case.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerCase, match=r"made by a newer Stemmata.*Nothing was changed"):
        open_case(case.folder)
    assert count(case) == 1


# ---------------------------------------------------------------------------------------------------- damage


def test_a_damaged_page_is_told_and_nothing_rewritten(in_sqlite, write, run):
    """Every page in turn is overwritten: `check` tells, the others refuse or find nothing to do, no byte changes."""
    file = filled(in_sqlite, write, run).folder / "case.db"
    whole, size = file.read_bytes(), 4096
    pages = random.Random(7).sample(range(len(whole) // size), 25)
    more = write("more.txt", f"More. {PLAIN}")
    for page in pages:
        damaged = whole[: page * size] + b"\xa5" * size + whole[(page + 1) * size :]
        for leftover in file.parent.glob("case.db-*"):
            leftover.unlink()
        file.write_bytes(damaged)
        try:
            case = open_case(in_sqlite.folder)
            told = list(check(case))
        except CaseError as error:
            told = [str(error)]
        assert told and "damaged" in told[0], page
        with pytest.raises(CaseError, match="damaged"):
            list(add(open_case(in_sqlite.folder), more))
        with pytest.raises(CaseError, match="damaged"):
            run(open_case(in_sqlite.folder))
        assert file.read_bytes() == damaged, page


def test_a_file_that_is_no_database_is_told(in_sqlite):
    (in_sqlite.folder / "case.db").write_bytes(b"not a database at all" * 400)
    with pytest.raises(DamagedCase, match="damaged"):
        open_case(in_sqlite.folder)


def test_a_missing_database_is_told_and_not_made_anew(in_sqlite):
    (in_sqlite.folder / "case.db").unlink()
    with pytest.raises(NoCase, match="missing"):
        open_case(in_sqlite.folder)
    assert not (in_sqlite.folder / "case.db").exists()


def test_changed_text_is_told(case, write, run):
    list(add(case, write("a.txt", PLAIN)))
    run(case)
    with writing(case.engine) as connection:
        connection.execute(text("UPDATE document SET text = replace(text, '3 March', '4 March')"))
    told = list(check(case))
    assert "The text of document D1 is not the one that was read: its hash differs." in told
    assert any("R1 quotes “3 March 2021”" in one for one in told)


@pytest.mark.parametrize("harm", ["change", "cut", "remove"])
def test_a_damaged_capture_is_told(in_sqlite, write, harm):
    list(add(in_sqlite, write("a.txt", PLAIN)))
    (file,) = in_sqlite.captures.glob("*/*.gz")
    body = file.read_bytes()
    match harm:
        case "change":
            list(add(in_sqlite, write("b.txt", PLAIN + PLAIN)))
            other = next(one for one in in_sqlite.captures.glob("*/*.gz") if one != file)
            file.write_bytes(other.read_bytes())
        case "cut":
            file.write_bytes(body[: len(body) // 2])
        case "remove":
            file.unlink()
    (told,) = check(in_sqlite)
    assert file.name in told and "put it back from a backup" in told


# ------------------------------------------------------------------------------------------- disks and folders


def test_a_full_disk_is_told_and_nothing_is_half_written(in_sqlite, write, run):
    """By the limit that systems set to the size of files; every test machine has that one."""
    filled(in_sqlite, write, run, pages=3)
    before = count(in_sqlite)
    big = write("big.txt", "\n\n".join(f"Paragraph {n}. {PLAIN}" for n in range(2_000)))
    with limited(250_000), pytest.raises(UnwritableCase, match="make room"):
        list(add(in_sqlite, big))
    assert count(in_sqlite) == before
    assert not list(check(in_sqlite))
    assert not list(in_sqlite.captures.glob("*/.draft*"))
    assert [one.kind for one in add(in_sqlite, big)] == ["new"]


def test_a_full_disk_of_its_own(write, tmp_path, run):
    """A disk of one megabyte, where this user may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        shutil.which("mount") is None
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here; the limit on the size of files is tested instead")
    try:
        case, kept = new_case(disk / "case"), 0
        with pytest.raises(UnwritableCase, match="make room"):
            for n in range(1000):
                list(add(case, write(f"{n}.txt", f"Page {n}. {PLAIN} " + os.urandom(3000).hex())))
                kept += 1
        assert count(case) == kept > 0
        with pytest.raises(UnwritableCase, match="make room"):
            run(case)
            for n in range(1000, 2000):
                list(add(case, write(f"{n}.txt", f"Page {n}. {PLAIN} " + os.urandom(3000).hex())))
                run(case)
        assert not list(check(case))
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_read_only_case_can_be_read_and_says_so_when_written(open_folder, write, run):
    case = filled(new_case(open_folder / "case"), write, run, pages=2)
    page = open_folder / "more.txt"
    page.write_text(PLAIN)
    with read_only(case.folder):
        case = open_case(case.folder)
        assert count(case) == 2
        assert not list(check(case))
        assert problems(case) == []
        with pytest.raises(UnwritableCase, match=r"(may not|cannot) be written to"):
            list(add(case, str(page)))
        with pytest.raises(UnwritableCase, match="may not be written to"):
            run(case)
    assert not list(check(open_case(case.folder)))


def test_a_folder_that_cannot_be_written_gets_no_case(open_folder):
    with read_only(open_folder), pytest.raises(UnwritableCase, match="cannot be made"):
        new_case(open_folder / "case")


# --------------------------------------------------------------------------------------------------- company

ADDING = """
import sys
from pathlib import Path
from stemmata.case import add, open_case
case = open_case(Path(sys.argv[1]))
for page in sys.argv[2:]:
    for _ in add(case, page): pass
"""


def test_two_processes_that_add_at_once_keep_each_page_once(case, write):
    pages = [write(f"{n}.txt", f"Page {n}. {PLAIN}") for n in range(12)]
    calls = [[*pages[:8]], [*reversed(pages[4:])], [*pages]]
    command = [sys.executable, "-c", ADDING, str(case.folder)]
    started = [subprocess.Popen([*command, *call], stderr=subprocess.PIPE, text=True) for call in calls]
    assert [(one.communicate()[1], one.returncode) for one in started] == [("", 0)] * 3
    assert count(case) == 12
    assert not list(check(case))


# ---------------------------------------------------------------------------------------------------- clocks


def test_a_clock_that_goes_back_changes_no_order(case, write, run, monkeypatch):
    start = datetime(2021, 3, 5, tzinfo=UTC)
    for days, killed in enumerate((7, 9, 12)):
        monkeypatch.setattr(clock, "now", lambda back=days: start - timedelta(days=back))
        list(add(case, write("a.txt", PLAIN.replace("7", str(killed)))))
        run(case)
    with reading(case.engine) as connection:
        table = schema.document.c
        (told,) = connection.scalars(select(table.text).where(table.state == "current"))
    assert "killing 12" in told
    assert not list(check(case))


# ----------------------------------------------------------------------------------------------- PostgreSQL


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("postgresql://me:secret@db.example/cases", "Leave the password out"),
        ("mysql://db.example/cases", "not in mysql"),
        ("postgresql://", "cannot be used|could not|check that it is there"),
        ("://", "is no database's address"),
    ],
)
def test_an_address_that_will_not_do_is_told(tmp_path, address, told, monkeypatch):
    monkeypatch.setenv("PGHOST", str(tmp_path / "nowhere"))
    with pytest.raises(UnreachableCase, match=told):
        new_case(tmp_path / "case", database=address)
    assert not (tmp_path / "case" / "case.toml").exists()


def test_a_schema_that_is_there_already_is_not_taken_over(postgresql, tmp_path):
    new_case(tmp_path / "one" / "twice", database=postgresql)
    with pytest.raises(NoCase, match="holds a case twice already"):
        new_case(tmp_path / "other" / "twice", database=postgresql)
