"""What several pieces tell and a file holds once; remembered on disk, so that memory stays small however much it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class Once:
    """Tells what came before. Made by `once`."""

    def __init__(self, seen: sqlite3.Connection) -> None:
        self._seen = seen

    def first(self, key: str) -> bool:
        """Whether this comes for the first time."""
        kept = self._seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (key.encode("utf-8", "surrogatepass"),))
        return kept.rowcount == 1


@contextmanager
def once() -> Iterator[Once]:
    """Remembers as long as a file is written.

    Raises:
        OSError: the disk is full.
    """
    seen = sqlite3.connect("", isolation_level=None)  # a file of its own that goes when it is closed
    try:
        seen.execute("PRAGMA journal_mode = OFF")
        seen.execute("CREATE TABLE seen (key BLOB PRIMARY KEY) WITHOUT ROWID")
        seen.execute("BEGIN")
        yield Once(seen)
    except sqlite3.Error as error:
        raise OSError(None, str(error)) from error
    finally:
        seen.close()
