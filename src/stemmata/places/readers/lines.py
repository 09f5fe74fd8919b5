"""A gazetteer's file as lines of text, read one by one, and the lines that cannot be taken with the reason.

Nothing is held in memory but the line at hand, so that 12 million rows pass.
"""

import gzip
import io
import re
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final, cast

from stemmata.errors import UnknownName, UnreadableInput
from stemmata.places.index import Named

LONGEST_LINE: Final = 1 << 20
"""Characters of a line that are read; a capital with its names in all languages takes a few thousand."""
KEPT_REFUSALS: Final = 100
"""Refusals that are told one by one; the rest are counted."""

LOST: Final = "\N{REPLACEMENT CHARACTER}"
"""What stands for bytes that are none in UTF-16, or that an earlier conversion lost."""
STRAY: Final = 100
"""One null character in so many bytes is a broken line; more of them tell a file that is no text."""
GZIP: Final = b"\x1f\x8b"
_BESIDE: Final = re.compile(r"read[-_ ]?me|licen[cs]e|^__MACOSX/|(^|/)\.", re.IGNORECASE)
"""What lies beside the table in an archive: words on it, and what a Mac puts there."""

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
    straight: int = 0
    """How many rows were taken whose lat and lon would look swapped if they were."""
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
    """Where `share` is counted: the file as it is packed, or the table in a zip archive."""
    text: io.TextIOWrapper
    """What it says; bytes that are none in its encoding come as lone surrogates. Closing it closes the file."""
    size: int
    """Of `raw`, in bytes."""
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
            elif why := _damage(line, self.encoding):
                self.ledger.refuse(number, why)
            elif line.strip():
                yield number, line.rstrip("\n")

    def rows(self, lines: Iterable[Line], parse: Callable[[str], Named]) -> Iterator[Row]:
        """The places of the lines, without those that `parse` refuses."""
        for number, line in lines:
            try:
                yield number, parse(line)
            except Refused as why:
                self.ledger.refuse(number, str(why))


def _damage(line: str, encoding: str) -> str | None:
    """Why a line is no text in its encoding; None where it is."""
    if "\0" in line:
        return "it holds a null character, as no text does"
    if line.isascii():
        return None
    if any("\udc80" <= char <= "\udcff" or char == LOST for char in line):
        return f"no {encoding.upper()}; name the file's encoding, as windows-1256"
    if not encoding.startswith("utf") and _is_utf_8(line, encoding):
        return f"it is UTF-8, and not {encoding}"
    return None


def _is_utf_8(line: str, encoding: str) -> bool:
    """Whether what was read in an encoding of one byte a letter is UTF-8, which by chance nothing else is."""
    try:
        line.encode(encoding).decode("utf-8")
    except UnicodeError:
        return False
    return True


def opened(file: Path, encoding: str | None, country: str | None) -> Reading:
    """Open a file, also one packed by gzip, or the one table of a zip archive.

    Args:
        file: the file.
        encoding: as Python names it; None for UTF-8, or for UTF-16 where the file begins with its mark.
        country: for rows that tell none.

    Raises:
        UnreadableInput: it is missing, empty or no text, or an archive of several files.
        UnknownName: there is no such encoding.
    """
    with ExitStack() as open_files:
        try:
            stream, raw, size = _unpacked(file)
            open_files.callback(stream.close)
            head = stream.peek(4096)[:4096]  # type: ignore[attr-defined]  # all three kinds of stream have it
        except DAMAGED as error:
            raise UnreadableInput(f"{file} cannot be read ({error}); check the file.") from error
        if not head:
            raise UnreadableInput(f"{file}: the file is empty.")
        known = _encoding(encoding) if encoding else _marked(head)
        if head.count(b"\0") > len(head) / STRAY and not known.startswith(("utf-16", "utf-32")):
            raise UnreadableInput(
                f"{file} is no text; if it is UTF-16, name its encoding, as utf-16-le; if it is packed, unpack it."
            )
        open_files.pop_all()  # the reading closes them from now on
    errors = "replace" if known.startswith("utf-16") else "surrogateescape"  # which holds no halves of UTF-16
    text = io.TextIOWrapper(stream, known, errors=errors)
    return Reading(file, raw, text, size, head.decode(known, errors="replace"), known, country, Ledger())


DAMAGED: Final = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)
"""What a damaged file raises, and one packed in a way that is not known or behind a password (a RuntimeError)."""


def _unpacked(file: Path) -> tuple[IO[bytes], IO[bytes], int]:
    """What a file holds, unpacked; what is read of it, to count how far the reading is, and its size in bytes."""
    if zipfile.is_zipfile(file):
        table, size = _table(file)
        return table, table, size
    with file.open("rb") as begins:
        packed = begins.read(2) == GZIP
    size = file.stat().st_size
    if not packed:
        plain = file.open("rb")
        return plain, plain, size
    unpacking = gzip.open(file)  # noqa: SIM115  # the reading closes it
    return cast(IO[bytes], unpacking), cast(IO[bytes], unpacking.fileobj), size


def _marked(head: bytes) -> str:
    """The encoding that the file's first bytes tell."""
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    return "utf-8-sig" if head.startswith(BOM_UTF8) else "utf-8"


def _encoding(name: str) -> str:
    try:
        b"name".decode(name, errors="replace")  # as codecs of no text, such as base64, cannot
        return lookup(name).name
    except (LookupError, UnicodeError) as error:
        known = "utf-8, utf-16-le, windows-1256 (Arabic), windows-1251 (Cyrillic), latin-1"
        raise UnknownName(f"There is no encoding {name!r}; usual ones are: {known}.") from error


def _table(file: Path) -> tuple[IO[bytes], int]:
    """The one table of a zip archive, beside which a read-me may lie, and its size in bytes."""
    archive = zipfile.ZipFile(file)
    names = archive.namelist()
    if "[Content_Types].xml" in names:
        raise UnreadableInput(f"{file} is a spreadsheet; save the sheet of places as CSV in UTF-8 and add that.")
    tables = [name for name in names if not name.endswith("/") and not _BESIDE.search(name)]
    if len(tables) != 1:
        raise UnreadableInput(f"{file}: the archive must hold one table, not {len(tables)}; unpack it and add the one.")
    return archive.open(tables[0]), archive.getinfo(tables[0]).file_size
