"""The tables of old cases become those of new ones, and the steps there give exactly what `schema.py` says."""

import uuid

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from stemmata.case import add, check, migrations, new_case, open_case, schema
from stemmata.case.database import engine_of, reading, version_of, writing
from stemmata.case.migrations import config, upgrade
from stemmata.case.search import holding

PLAIN = "Rockets shelled Marun on 3 March 2021, killing 7, the Monitor said."
SEARCH = ("document_words", "event_point", "words", "point", "ix_document_words", "ix_event_point", "spatial_ref_sys")
"""Tables, columns and indexes that the databases keep for their own search, beside the schema."""


def in_schema(_, name, *__):
    return not str(name).startswith(SEARCH)


@pytest.mark.filterwarnings("ignore:Did not recognize type 'geometry'")
def test_the_steps_give_the_tables_of_the_schema(case):
    with case.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": in_schema})
        assert not compare_metadata(context, schema.metadata)


def test_the_version_is_that_of_the_last_step(in_sqlite):
    with in_sqlite.engine.connect() as connection:
        assert ScriptDirectory.from_config(config(connection)).get_current_head() == schema.VERSION
        assert version_of(connection) == schema.VERSION


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_case_of_the_first_version_is_brought_up_to_date(kind, tmp_path, request, write):
    """Its tables had no search: what was in them is found afterwards."""
    name = f"old-{uuid.uuid4().hex[:8]}"
    address = "case.db" if kind == "sqlite" else request.getfixturevalue("postgresql")
    case = new_case(tmp_path / name, database=address)
    with writing(case.engine) as connection:
        if kind == "sqlite":
            for view in schema.VIEWS:
                connection.execute(text(f"DROP VIEW {view}"))
            tables = [*reversed(schema.metadata.sorted_tables), "alembic_version", "document_words", "event_point"]
            for table in tables:
                connection.execute(text(f"DROP TABLE {table}"))
        else:
            connection.execute(text(f'DROP SCHEMA "{name}" CASCADE'))
            connection.execute(text(f'CREATE SCHEMA "{name}"'))
        upgrade(connection, "0001")
    list(add(case, write("a.txt", PLAIN)))
    case = open_case(case.folder)
    with reading(case.engine) as connection:
        found = connection.scalars(select(schema.document.c.id).where(holding("shelled marun", connection))).all()
        assert version_of(connection) == schema.VERSION
    assert found == [1]
    assert not list(check(case))


def test_a_step_that_fails_leaves_the_tables_as_they_were(in_sqlite, monkeypatch):
    def fails(connection):
        connection.execute(text("CREATE TABLE half (way INTEGER)"))
        raise RuntimeError("the power went")

    with writing(in_sqlite.engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    monkeypatch.setattr(migrations, "upgrade", fails)
    with pytest.raises(RuntimeError):
        open_case(in_sqlite.folder)
    with reading(in_sqlite.engine) as connection:
        assert version_of(connection) == "0001"
        assert not connection.dialect.has_table(connection, "half")


def test_engines_are_of_two_kinds(tmp_path):
    assert engine_of("case.db", tmp_path, "a").dialect.name == "sqlite"
    assert engine_of("postgresql://me@db.example/cases", tmp_path, "a").dialect.name == "postgresql"
