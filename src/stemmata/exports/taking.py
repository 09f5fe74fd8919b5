"""Where events to export are taken from: a case, or a file in which an export wrote everything.

Each event stands somewhere, told by one number: its own in a case, that of its line's first byte in a file. So a file
is read as a case is: piece by piece, in several processes.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import IO, Any, Final

from stemmata import __version__
from stemmata.case import Case, open_case
from stemmata.case.entries import Entries, Entry
from stemmata.case.listing import Query, matching
from stemmata.errors import ExportError
from stemmata.exports.asked import asked_for
from stemmata.exports.formats import formats
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.json import from_json
from stemmata.exports.made_of import credits_of, made_of
from stemmata.exports.manifest import MANIFEST

LONGEST: Final = 500_000_000
"""Bytes of a line; an event that a hundred thousand reports tell has fewer."""

Read = Callable[[Sequence[int]], Iterator[Entry]]


@dataclass(frozen=True, slots=True)
class Taken:
    """Events to export, and where they come from."""

    title: str
    """Of the case."""
    at: Sequence[int]
    """Where they stand, in order."""
    read: Read
    """Those that stand there and are asked for; may be called in any process."""
    made_of: Mapping[str, Any]
    """What they come from, as a manifest tells it."""
    credits: tuple[str, ...]
    """Whose data is in them, as they want to be named."""
    unchanged: Callable[[], bool]
    """Whether all still stands as it did."""


def taken(source: Case | Path, query: Query) -> Taken:
    """The events of a case or a file that are asked for.

    Raises:
        CaseError: the case cannot be read.
        ExportError: the file cannot be read back, or holds no words to search in.
    """
    return _from_case(source, query) if isinstance(source, Case) else _from_file(source, query)


# --------------------------------------------------------------------------------------------------- a case


def _from_case(case: Case, query: Query) -> Taken:
    made = made_of(case)
    read = partial(_read_case, case.folder, f"{made['run']} {made['decisions']}")
    return Taken(
        case.settings.name, matching(case, query), read, made, credits_of(), lambda: made_of(case) == made
    )  # fmt: skip


@lru_cache(maxsize=1)
def _opened(folder: Path, state: str) -> Entries:  # noqa: ARG001 - another state is read anew
    """The case of a folder, with what is looked up once for all pieces of an export."""
    return Entries(open_case(folder))


def _read_case(folder: Path, state: str, numbers: Sequence[int]) -> Iterator[Entry]:
    return _opened(folder, state).read(numbers)


# --------------------------------------------------------------------------------------------------- a file


def _from_file(file: Path, query: Query) -> Taken:
    if query.words:
        raise ExportError("A file holds no whole documents to search; leave out --words, or export from the case.")
    with _reading(file), file.open("rb") as stream:
        state = _state(file)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        stream.seek(0)
        form = _format_of(file, stream.readline(LONGEST))
        stream.seek(0)
        at = [where for where, line in _lines(file, stream) if not line.startswith(form.frame)]
    name = file.name.removesuffix(form.ending).removesuffix(f".{form.name}")
    made, credits = _told_beside(file, sha256) or ({"case": name, "asof": None}, credits_of())
    made |= {"stemmata": __version__, "file": file.name, "sha256": sha256}
    read = partial(_read_file, file, form.name, query)
    return Taken(made["case"], at, read, made, credits, lambda: _state(file) == state)


def _read_file(file: Path, form: str, query: Query, at: Sequence[int]) -> Iterator[Entry]:
    """The events of these lines that are asked for."""
    told_by = formats_read_back()[form].told_by
    with _reading(file), file.open("rb") as stream:
        for where in at:
            stream.seek(where)
            entry = _entry(file, where, told_by, stream.readline(LONGEST))
            if asked_for(entry, query):
                yield entry


def _entry(file: Path, where: int, told_by: Callable[[bytes], Any], line: bytes) -> Entry:
    try:
        told = told_by(line)
        _line_of().validate_python(told)
        return from_json(told)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ExportError(
            f"{file} is damaged: the line at byte {where:,} is no event; export it anew, or mend the line."
        ) from error


@cache
def _line_of() -> Any:
    """What checks that a line holds what it must."""
    from pydantic import TypeAdapter  # costs 0.2 s to import

    from stemmata.exports.formats.json_lines import Line

    return TypeAdapter(Line)


def _lines(file: Path, stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Where each line that is not empty begins, and the line."""
    where = 0
    while line := stream.readline(LONGEST):
        if len(line) == LONGEST:
            raise ExportError(f"{file} has a line longer than {LONGEST:,} bytes at byte {where:,}; it holds no event.")
        if line.strip():
            yield where, line
        where += len(line)


def _format_of(file: Path, first: bytes) -> Format:
    for form in formats_read_back().values():
        if first.startswith(form.opens):
            return form
    names = " or ".join(f"`stemmata export {name}`" for name in formats_read_back())
    raise ExportError(f"{file} holds no events that can be read back; give a file that {names} wrote.")


@cache
def formats_read_back() -> Mapping[str, Format]:
    """The formats that lose nothing and are read again, by name."""
    return {form.name: form for form in formats() if form.opens}


def _told_beside(file: Path, sha256: str) -> tuple[dict[str, Any], tuple[str, ...]] | None:
    """What the manifest beside a file tells: what its events were made of, whose data is in it.

    Returns:
        None where there is no manifest of this very file.
    """
    try:
        told = json.loads(file.with_name(file.name + MANIFEST).read_bytes())
        if told["sha256"] != sha256:
            return None
        made, asof = told["made_of"], told["made_of"]["asof"]
        named = {"case": str(made["case"]), "asof": datetime.fromisoformat(asof) if asof else None}
        public = {"public": told["rules"]} if told.get("public") and "rules" in told else {}
        return {**made, **named, **public, "made_with": made["stemmata"]}, tuple(map(str, told["credits"]))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None


def _state(file: Path) -> tuple[int, int]:
    told = file.stat()
    return told.st_size, told.st_mtime_ns


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{file} cannot be read ({error.strerror}); check the path.") from error
