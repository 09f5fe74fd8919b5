"""Files and standard input → Capture."""

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from stemmata.capture.limits import PEEK, Limits, in_megabytes
from stemmata.errors import TooLarge, UnreadableInput
from stemmata.records import Capture

CONTENT_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}


def read_file(name: str, limits: Limits) -> Capture:
    """Read an ordinary file.

    Raises:
        UnreadableInput: it is missing, a folder, a device, empty, or may not be read.
        TooLarge: it passes the limit of its kind; no more than its beginning was read.
    """
    path = Path(name)
    try:
        # Opened without waiting, since a named pipe that nobody writes to would hold the whole run.
        descriptor = os.open(name, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableInput(_not_a_file(name, status.st_mode))
            body = _bounded(file, limits, name, status.st_size)
    except (OSError, ValueError) as error:
        raise UnreadableInput(_why_not(name, error)) from error
    return _capture(name, body, CONTENT_TYPES.get(path.suffix.lower()))


def read_stream(stream: BinaryIO | None, limits: Limits) -> Capture:
    """Read standard input to its end.

    Raises:
        UnreadableInput: there is none, or it is empty.
        TooLarge: it passes the limit of its kind.
    """
    if stream is None:
        raise UnreadableInput("There is no standard input to read; name a file or an address instead of `-`.")
    try:
        body = _bounded(stream, limits, "standard input", 0)
    except OSError as error:
        raise UnreadableInput(f"Standard input cannot be read ({error.strerror}); name a file instead.") from error
    return _capture("-", body, None)


def _bounded(stream: BinaryIO, limits: Limits, name: str, size: int) -> bytes:
    """All bytes of a stream, or TooLarge before more than the limit was read."""
    head = stream.read(PEEK)
    limit = limits.of(head)
    body = head if size > limit else head + stream.read(limit + 1 - len(head))
    if max(size, len(body)) > limit:
        raise TooLarge(_too_large(name, size, limit, limits))
    return body


def _capture(source: str, body: bytes, content_type: str | None) -> Capture:
    if not body:
        name = "Standard input" if source == "-" else source
        raise UnreadableInput(f"{name} is empty; there is nothing to read.")
    return Capture(hashlib.sha256(body).hexdigest(), source, body, content_type)


def _too_large(name: str, size: int, limit: int, limits: Limits) -> str:
    has = f"has {in_megabytes(size)}" if size else "goes on"
    if limit == limits.documents:
        return (
            f"{name} {has}, and at most {in_megabytes(limit)} of documents are read at once;"
            " cut it into parts, for instance with `split -l 10000`."
        )
    return f"{name} {has}, past the {in_megabytes(limit)} that a page may have; cut out the text that matters."


def _not_a_file(name: str, mode: int) -> str:
    if stat.S_ISDIR(mode):
        return f"{name} is a folder; name the files in it, for instance {Path(name) / '*'}."
    return f"{name} is a device or a pipe, no ordinary file; send its content to standard input and name `-`."


def _why_not(name: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no file {name!r}; check its name and the folder you are in."
    if isinstance(error, PermissionError):
        return f"{name} may not be read by you; change its permissions or ask its owner."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder; name the files in it."
    reason = getattr(error, "strerror", None) or str(error)
    return f"{name!r} cannot be read ({reason}); check the name and the disk."
