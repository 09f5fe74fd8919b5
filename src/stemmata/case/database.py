"""Opens a case's database, SQLite in the folder or PostgreSQL, by one path; says in words what stands against it."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from stemmata.case import schema
from stemmata.errors import CaseError, DamagedCase, MissingPart, NewerCase, UnreachableCase, UnwritableCase

Thing = TypeVar("Thing")

LOT = 500
"""Values that one question asks for: databases hold only so many."""
WAIT_SECONDS = 30
"""How long a writer waits for another one; each of them writes for about a second at a time."""


def engine_of(database: str, folder: Path, name: str) -> Engine:
    """The engine of a case's database.

    Args:
        database: a file below the folder, or `postgresql://…`.
        folder: the case's folder.
        name: the case's name; in PostgreSQL, that of the schema which holds its tables.

    Raises:
        UnreachableCase: the address is none, or holds a password.
        MissingPart: PostgreSQL's driver is not installed.
    """
    if "://" in database:
        return _postgresql(_address(database), name)
    return _sqlite(folder / database)


def _address(database: str) -> URL:
    try:
        url = make_url(database)
    except (ArgumentError, ValueError) as error:
        raise UnreachableCase(f"{database!r} is no database's address; write postgresql://user@host/name.") from error
    if url.get_backend_name() != "postgresql":
        raise UnreachableCase(f"A case lives in SQLite or in PostgreSQL, not in {url.get_backend_name()}.")
    if url.password:
        raise UnreachableCase("Leave the password out of the database's address and put it in ~/.pgpass or PGPASSWORD.")
    return url.set(drivername="postgresql+psycopg")


def _postgresql(url: URL, name: str) -> Engine:
    try:
        engine = create_engine(url, poolclass=NullPool)
    except (ImportError, NoSuchModuleError) as error:
        raise MissingPart("PostgreSQL's driver is not installed; run: pip install 'stemmata[team]'.") from error

    @event.listens_for(engine, "connect")
    def found_in_own_schema(connection: Any, _: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('search_path', quote_ident(%s) || ', public', false)", [name])
        connection.commit()

    @event.listens_for(engine, "begin")
    def one_writer(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('write ' || :name))"), {"name": name})

    return engine


def _sqlite(file: Path) -> Engine:
    where = f"file:{_escaped(file)}"
    # A folder that may not be written to holds no journal; what is there is then read as it stands.
    url = f"sqlite:///{where}?{'mode=rwc' if _writable(file) else 'immutable=1'}&uri=true"
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def prepared(connection: Any, _: object) -> None:
        connection.isolation_level = None  # BEGIN is ours, below
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cell_size_check = ON")  # notice damaged pages early
        connection.execute("PRAGMA synchronous = FULL")  # what was told to be done survives a power cut

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _escaped(file: Path) -> str:
    return file.resolve().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _writable(file: Path) -> bool:
    """Tell whether files can be made beside this one, by making one: permissions do not know of read-only disks."""
    probe = file.with_name(f".{file.name}.try")
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return not file.exists()
    return True


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One view of the database, which no writer changes.

    Raises:
        CaseError: the database is damaged, gone or not reachable; the message says what to do.
    """
    with told_in_words(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One change of the database: all of it is kept at the end, or nothing.

    Raises:
        CaseError: it cannot be written; nothing was.
    """
    with told_in_words(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def lots(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    """Values in lots, each small enough for one question."""
    left = iter(things)
    while lot := list(islice(left, LOT)):
        yield lot


@contextmanager
def told_in_words(engine: Engine) -> Iterator[None]:
    """Turn what a database says into an error that says what to do."""
    try:
        yield
    except DBAPIError as error:
        raise in_words(str(error.orig or error).strip(), _name(engine)) from error


def in_words(said: str, name: str) -> CaseError:
    """What a database says, as an error that says what to do."""
    low = said.lower()
    if "malformed" in low or "not a database" in low:
        return DamagedCase(
            f"{name} is damaged ({said}), and nothing was changed. Copy it away, then put back a backup, or make a new"
            " case and add the files in `captures` to it; `stemmata check` tells what is damaged."
        )
    if "readonly" in low or "read-only" in low or "permission denied" in low or "unable to open" in low:
        return UnwritableCase(f"{name} may not be written to; change its permissions, or copy the case elsewhere.")
    if "full" in low or "disk i/o" in low or "no space" in low:
        return UnwritableCase(f"{name} could not be written ({said}); make room on the disk, then do it again.")
    if "locked" in low:
        return UnwritableCase(f"{name} is held by another program for more than {WAIT_SECONDS} s; close that one.")
    return UnreachableCase(f"{name} cannot be used ({said.splitlines()[0]}); check that it is there and yours to use.")


def _name(engine: Engine) -> str:
    database = engine.url.database or "database"
    return Path(database).name if engine.dialect.name == "sqlite" else f"The database {database}"


def refuse_damaged(engine: Engine) -> None:
    """Stop before anything is written to a database whose pages are not in order, as far as SQLite can tell quickly
    (about 300 MB a second). PostgreSQL looks at each page when it reads it.

    Raises:
        DamagedCase: it is damaged.
    """
    if engine.dialect.name == "sqlite":
        with reading(engine) as connection:
            told = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if told != "ok":
            raise in_words(f"malformed: {told}", _name(engine))


def version_of(connection: Connection) -> str | None:
    """The migration that made the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def bring_up_to_date(engine: Engine) -> None:
    """Make the tables, or bring those of an older version up to date; all of it or nothing.

    Raises:
        NewerCase: a newer Stemmata made them.
        CaseError: the database cannot be read or written.
    """
    with reading(engine) as connection:
        found = version_of(connection)
    if found == schema.VERSION:
        return
    if found and found > schema.VERSION:
        raise NewerCase(
            f"{_name(engine)} was made by a newer Stemmata (its tables are version {found}, and this program knows"
            f" {schema.VERSION}); update with: pip install --upgrade stemmata. Nothing was changed."
        )
    from stemmata.case.migrations import upgrade  # alembic costs 0.5 s to import, and is seldom needed

    if engine.dialect.name == "sqlite":
        with told_in_words(engine), closing(engine.raw_connection()) as raw:  # not within a transaction
            raw.cursor().execute("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        upgrade(connection)
