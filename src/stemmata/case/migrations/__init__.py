"""Migrations: how the tables came to be as they are, one step a file in `versions/`. Never edit a step; add one."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

HERE = Path(__file__).parent


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the tables of a database to a version, within the transaction that the connection is in."""
    command.upgrade(config(connection), to)


def config(connection: Connection) -> Config:
    """Alembic's settings, without a file."""
    made = Config()
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made
