"""One run at a time. The lock dies with its process, however that ends."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from stemmata.case.database import in_words, told_in_words
from stemmata.case.opening import Case
from stemmata.errors import BusyCase

FILE = "run.lock"
BUSY = "Another run works on this case; wait until it ends, and call again. What is added meanwhile waits for it."


@contextmanager
def only_run(case: Case) -> Iterator[None]:
    """Hold the case for a run.

    Raises:
        BusyCase: another process does.
    """
    with (_postgresql if case.engine.dialect.name == "postgresql" else _file)(case):
        yield


@contextmanager
def _file(case: Case) -> Iterator[None]:
    """An exclusive transaction on an empty database: the one lock of a file that all systems have."""
    try:
        lock = sqlite3.connect(case.folder / FILE, timeout=0, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyCase(BUSY) from error
        raise in_words(str(error), FILE) from error
    with closing(lock):
        yield


@contextmanager
def _postgresql(case: Case) -> Iterator[None]:
    number = int.from_bytes(hashlib.sha256(case.settings.name.encode()).digest()[:8], signed=True)
    with told_in_words(case.engine), case.engine.connect() as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": number}):
            raise BusyCase(BUSY)
        connection.commit()  # the lock is the session's, not the transaction's
        try:
            yield
        finally:
            _let_go(connection, number)


def _let_go(connection: Connection, number: int) -> None:
    """Unlock in words: a server notices only some time later that a connection was closed."""
    with suppress(DBAPIError):  # a server that is gone has let go already
        connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": number})
        connection.commit()
