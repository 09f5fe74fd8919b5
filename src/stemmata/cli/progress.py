"""How far a run is, in one line that comes and goes: at a terminal and in long runs only."""

import time
from collections.abc import Callable
from typing import TextIO

QUIET_SECONDS = 2.0
"""A run that is done within these shows no progress."""
LEAST_SECONDS = 0.1
"""Between two changes of the line."""


class Line:
    """The line on a stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._since = time.monotonic()
        self._last = 0.0
        self._shown = False

    def show(self, text: str) -> None:
        """Let the line say this, where the run is long enough for it."""
        now = time.monotonic()
        if self._stream and now - self._since > QUIET_SECONDS and now - self._last > LEAST_SECONDS:
            self._stream.write(f"\r\x1b[K{text}")
            self._stream.flush()
            self._last, self._shown = now, True

    def clear(self) -> None:
        """Take the line away, so that output may follow."""
        if self._shown and self._stream:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._shown = False


def merging(line: Line) -> Callable[[str, int, int], None]:
    """Lets a line tell how far merging is."""
    return lambda what, done, of: line.show(f"{bar(done, of)} merging: {done:,} of {of:,} {what}")


def bar(done: int, of: int, width: int = 20) -> str:
    """How far it is, as a bar."""
    full = width * done // max(of, 1)
    return f"[{'#' * full}{'.' * (width - full)}]"
