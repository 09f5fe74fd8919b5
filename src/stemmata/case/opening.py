"""Making a case and opening one."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from stemmata.case.database import bring_up_to_date, engine_of, writing
from stemmata.case.settings import FILE, Settings, first_settings, read_settings
from stemmata.errors import NoCase, UnwritableCase


@dataclass(frozen=True, slots=True)
class Case:
    """An open case: its folder, what `case.toml` says, and its database."""

    folder: Path
    settings: Settings
    engine: Engine

    @property
    def captures(self) -> Path:
        """The folder of the WARC files."""
        return self.folder / self.settings.captures


def new_case(folder: Path, *, database: str = "case.db") -> Case:
    """Make a case: a folder with `case.toml`, a database and an empty folder of captures.

    Args:
        folder: the new folder; its last part is the case's name.
        database: a file in the folder, or `postgresql://user@host/name`, where the case gets a schema of its own.

    Raises:
        NoCase: there is a case already, or something else stands in the folder.
        UnwritableCase: the folder cannot be made.
        CaseError: the database cannot be used.
    """
    if (folder / FILE).exists():
        raise NoCase(f"{folder} is a case already; choose another name, or work on it with --case {folder}.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NoCase(f"{folder} is there already and no empty folder; choose another name.")
    settings = Settings(folder.resolve().name, database)
    engine = engine_of(database, folder, settings.name)
    try:
        (folder / settings.captures).mkdir(parents=True, exist_ok=True)
        if engine.dialect.name == "postgresql":
            with writing(engine) as connection:
                _own_schema(connection, settings.name)
        bring_up_to_date(engine)
        (folder / FILE).write_text(first_settings(settings.name, database), encoding="utf-8")  # last: now it is a case
    except OSError as error:
        raise UnwritableCase(f"{folder} cannot be made ({error.strerror}); choose another place.") from error
    return Case(folder, settings, engine)


def _own_schema(connection: Connection, name: str) -> None:
    """The schema of a case in PostgreSQL, which many cases share."""
    if connection.scalar(text("SELECT 1 FROM pg_namespace WHERE nspname = :name"), {"name": name}):
        raise NoCase(f"The database holds a case {name} already; choose another name, or open that one.")
    connection.exec_driver_sql(f"CREATE SCHEMA {connection.dialect.identifier_preparer.quote_identifier(name)}")


def open_case(folder: Path) -> Case:
    """Open the case that a folder, or one above it, is. Tables of an older Stemmata are brought up to date.

    Raises:
        NoCase: there is none.
        BrokenSettings: its `case.toml` breaks a rule.
        NewerCase: a newer Stemmata made its tables; nothing was changed.
        CaseError: its database cannot be used.
    """
    home = next((one for one in (folder.resolve(), *folder.resolve().parents) if (one / FILE).exists()), None)
    if home is None:
        raise NoCase(f"There is no case in {folder}; make one with `stemmata new NAME`, or name it with --case FOLDER.")
    settings = read_settings(home)
    engine = engine_of(settings.database, home, settings.name)
    if engine.dialect.name == "sqlite" and not (home / settings.database).exists():
        raise NoCase(f"The database {home / settings.database} is missing; put it back from a backup.")
    bring_up_to_date(engine)
    return Case(home, settings, engine)
