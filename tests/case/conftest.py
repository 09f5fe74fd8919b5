"""Cases to work on: an empty one, on each of the two databases."""

import os
import uuid

import pytest

from case.coder import code
from case.postgresql import INSTALL, programs, server
from stemmata.case import new_case
from stemmata.case import run as run_case


@pytest.fixture(scope="session")
def postgresql():
    """The address of a PostgreSQL server with PostGIS, started for these tests."""
    found = programs()
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"PostgreSQL with PostGIS is not installed; run: {INSTALL}")
        pytest.skip(f"PostgreSQL with PostGIS is not installed; to run these tests too: {INSTALL}")
    with server(found) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def case(request, tmp_path):
    """An empty case."""
    if request.param == "sqlite":
        return new_case(tmp_path / "case")
    address = request.getfixturevalue("postgresql")
    return new_case(tmp_path / f"case-{uuid.uuid4().hex[:8]}", database=address)


@pytest.fixture
def in_sqlite(tmp_path):
    """An empty case in SQLite, for faults that are a file's."""
    return new_case(tmp_path / "case")


@pytest.fixture
def write(tmp_path):
    """Write a page in a folder beside the case, and return its path."""

    def written(name, text):
        file = tmp_path / "pages" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return str(file)

    return written


@pytest.fixture
def run():
    """Run a case with the coder of these tests, in this process."""
    return lambda case, **told: run_case(case, code=code, processes=1, **told)
