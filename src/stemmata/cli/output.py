"""Where a result goes: standard output, a device, or a file that appears only when it is whole."""

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click


@contextmanager
def opened(file: Path | None) -> Iterator[TextIO]:
    """Open the output in UTF-8. A file is written beside its place and moved there at the end, so that a run that
    fails leaves what stood there, and a page may be read and replaced in one call.

    Raises:
        click.UsageError: the file cannot be written.
    """
    if file is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        sys.stdout.flush()
        return
    if file.exists() and not file.is_file() and not file.is_dir():
        with file.open("w", encoding="utf-8") as stream:  # /dev/null, a pipe: nothing is to take their place
            yield stream
        return
    try:
        descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", text=True)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {error.strerror}; choose another place.") from error
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            yield stream
        Path(draft).chmod(0o666 & ~_umask())
        Path(draft).replace(file)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The permissions that the user keeps from others; reading it means setting it for a moment."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
