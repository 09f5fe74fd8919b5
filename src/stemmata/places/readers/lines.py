"""A gazetteer's file as lines of text, read one by one, and the lines that cannot be taken with the reason.

Nothing is held in memory but the line at hand, so that 12 million rows pass.
"""

import io
import zipfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from stemmata.errors import UnknownName, UnreadableInput
from stemmata.places.index import Named

LONGEST_LINE: Final = 1 << 20
"""Characters of a line that are read; a capital with its names in all languages takes a few thousand."""
KEPT_REFUSALS: Final = 100
"""Refusals that are told one by one; the rest are counted."""

Line = tuple[int, str]
Row = tuple[int, Named]
"""A place with the number of its line, or of its feature in GeoJSON."""


class Refused(Exception):
    """Why a line is not taken."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line, or a feature of GeoJSON, that was not taken."""

    line: int
    reason: str


@dataclass(slots=True)
class Ledger:
    """Refusals as they come."""

    count: int = 0
    swapped: int = 0
    """How many of them because lat and lon look swapped."""
    first: list[Refusal] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        self.count += 1
        if len(self.first) < KEPT_REFUSALS:
            self.first.append(Refusal(line, reason))


@dataclass(frozen=True, slots=True)
class Reading:
    """A file at hand with what its reader needs to know."""

    file: Path
    raw: IO[bytes]
    text: io.TextIOWrapper
    """What `raw` says; bytes that are none in its encoding come as lone surrogates. Closing it closes the file."""
    size: int
    """In bytes, unpacked."""
    head: str
    """How it begins; a few thousand characters, less where the system gives less."""
    encoding: str
    country: str | None
    """ISO 3166 alpha-2 for rows that tell none."""
    ledger: Ledger

    def share(self) -> float:
        """How much of it is read, 0 to 1."""
        return min(1.0, self.raw.tell() / max(1, self.size))

    def lines(self) -> Iterator[Line]:
        """Lines of text with their numbers; those that are no text or too long are refused."""
        text, number = self.text, 0
        while line := text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE and not line.endswith("\n"):
                while (more := text.readline(LONGEST_LINE)) and not more.endswith("\n"):
                    pass
                self.ledger.refuse(number, "the line is longer than 1 MB")
            elif _is_damaged(line):
                self.ledger.refuse(number, f"no {self.encoding.upper()}; name the file's encoding, as windows-1256")
            elif line.strip():
                yield number, line.rstrip("\n")

    def rows(self, lines: Iterable[Line], parse: Callable[[str], Named]) -> Iterator[Row]:
        """The places of the lines, without those that `parse` refuses."""
        for number, line in lines:
            try:
                yield number, parse(line)
            except Refused as why:
                self.ledger.refuse(number, str(why))


def _is_damaged(line: str) -> bool:
    if line.isascii():
        return False
    return any("\udc80" <= char <= "\udcff" for char in line)


def opened(file: Path, encoding: str | None, country: str | None) -> Reading:
    """Open a file, or the one table of a zip archive.

    Args:
        file: the file.
        encoding: as Python names it; None for UTF-8, or for UTF-16 where the file begins with its mark.
        country: for rows that tell none.

    Raises:
        UnreadableInput: it is missing, empty or no text, or an archive of several files.
        UnknownName: there is no such encoding.
    """
    try:
        stream, size = _unpacked(file) if zipfile.is_zipfile(file) else (file.open("rb"), file.stat().st_size)
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:  # a RuntimeError asks for a password
        raise UnreadableInput(f"{file} cannot be read ({error}); check the file.") from error
    try:
        head = stream.peek(4096)[:4096]  # type: ignore[attr-defined]  # both kinds of stream have it
        if not head:
            raise UnreadableInput(f"{file}: the file is empty.")
        known = _encoding(encoding) if encoding else _marked(head)
        if b"\0" in head and not known.startswith(("utf-16", "utf-32")):
            raise UnreadableInput(f"{file} is no text; if it is UTF-16, name its encoding, as utf-16-le.")
    except BaseException:
        stream.close()
        raise
    errors = "replace" if known.startswith("utf-16") else "surrogateescape"  # which holds no halves of UTF-16
    text = io.TextIOWrapper(stream, known, errors=errors)
    return Reading(file, stream, text, size, head.decode(known, errors="replace"), known, country, Ledger())


def _marked(head: bytes) -> str:
    """The encoding that the file's first bytes tell."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if head.startswith(BOM_UTF8) else "utf-8"


def _encoding(name: str) -> str:
    try:
        return lookup(name).name
    except LookupError as error:
        known = "utf-8, utf-16-le, windows-1256 (Arabic), windows-1251 (Cyrillic), latin-1"
        raise UnknownName(f"There is no encoding {name!r}; usual ones are: {known}.") from error


def _unpacked(file: Path) -> tuple[IO[bytes], int]:
    """The one table of an archive, beside which a read-me may lie."""
    archive = zipfile.ZipFile(file)
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        raise UnreadableInput(f"{file} is a spreadsheet; save the sheet of places as CSV in UTF-8 and add that.")
    tables = [name for name in names if not name.endswith("/") and "readme" not in name.lower()]
    if len(tables) != 1:
        raise UnreadableInput(f"{file}: the archive must hold one table, not {len(tables)}; unpack it and add the one.")
    return archive.open(tables[0]), archive.getinfo(tables[0]).file_size
