"""Adds a gazetteer to the user's own: reads it line by line, takes what is sound, and says what it refused and why.

`readers` tells what files are understood. Nothing is held in memory but the line at hand.
"""

import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from stemmata.errors import UnknownName, UnreadableInput
from stemmata.places.default import country_codes
from stemmata.places.gazetteer import folder, load_gazetteer
from stemmata.places.index import About, Heard, Named, about, write_index
from stemmata.places.keys import fold
from stemmata.places.readers import Reading, Refusal, Row, opened, read_places
from stemmata.places.sources import load_sources
from stemmata.places.swapped import lies_far, looks_swapped, would_look_swapped

LONGEST_NAME: Final = 50
"""Characters of a gazetteer's name."""
TOLD_EVERY: Final = 1000
"""Places after which it is told how far the reading is."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of adding a gazetteer."""

    name: str
    """What it is called from now on: the file's name, without its ending."""
    about: About
    refused: int
    refusals: tuple[Refusal, ...]
    """The first hundred."""


def add_gazetteer(
    file: Path,
    *,
    country: str | None = None,
    encoding: str | None = None,
    credit: str | None = None,
    own: Path | None = None,
    heard: Heard | None = None,
) -> Intake:
    """Read a gazetteer into the user's own, replacing what was added before from a file of that name.

    Args:
        file: a file of one of the kinds that `readers` tells of, or a zip archive of one.
        country: code or name, for rows that tell none.
        encoding: as Python names it, for a file that is not UTF-8.
        credit: what its licence asks to be written, where Stemmata does not know the source.
        own: the folder of the user's gazetteers; by default `gazetteer.folder()`.
        heard: told how many places are taken, and which share of the file is read.

    Raises:
        UnreadableInput: the file is missing, or of none of those kinds, or holds not one sound row.
        UnknownName: there is no such country or encoding.
    """
    if file.is_dir():
        raise UnreadableInput(f"{file} is a folder; name one file of it.")
    if not file.is_file():
        raise UnreadableInput(f"There is no file {str(file)!r}; check its name and the folder you are in.")
    name = _name_of(file)
    index = (own or folder()) / f"{name}.sqlite"
    reading = opened(file, encoding, country_code(country) if country else None)
    with reading.text, closing(sqlite3.connect("")) as seen:
        source, rows = read_places(reading)
        made_by = load_sources()[source]
        told = About(file.name, made_by.title, credit or made_by.credit, date.today())
        try:
            write_index(index, _heard(_sound(rows, reading, seen), reading, heard), told)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise UnreadableInput(f"{file} cannot be read to its end ({error}); fetch it again.") from error
        except sqlite3.Error as error:
            raise UnreadableInput(f"{index} cannot be written ({error}); make room on the disk, or free it.") from error
    ledger = reading.ledger
    load_gazetteer.cache_clear()
    return Intake(name, about(index), ledger.count, tuple(ledger.first))


def _name_of(file: Path) -> str:
    """What a gazetteer is called, by its file without the ending; in any letters, short enough for any disk."""
    stem = Path(file.stem).stem if file.suffix.lower() == ".gz" else file.stem
    return re.sub(r"[\W_]+", "-", stem.lower()).strip("-")[:LONGEST_NAME] or "gazetteer"


def country_code(told: str) -> str:
    """ISO 3166 alpha-2 of a country told by its code or name.

    Raises:
        UnknownName: there is no such country.
    """
    if code := country_codes().get(fold(told)):
        return code
    raise UnknownName(f"There is no country {told!r}; name it in English, or by its code as in SY or SYR.")


def _heard(places: Iterable[Named], reading: Reading, heard: Heard | None) -> Iterator[Named]:
    for count, place in enumerate(places):
        if heard and count % TOLD_EVERY == 0:
            heard(count, reading.share())
        yield place


# ------------------------------------------------------------------------------------------------------ checking


def _sound(rows: Iterable[Row], reading: Reading, seen: sqlite3.Connection) -> Iterator[Named]:
    """Rows that are told once and lie where their country does; the ids seen are kept on disk.

    Raises:
        UnreadableInput: there is none, or the file's columns of lat and lon look swapped.
    """
    seen.execute("CREATE TABLE seen (entry TEXT PRIMARY KEY) WITHOUT ROWID")
    taken, ledger = 0, reading.ledger
    for number, named in rows:
        place = named.place
        if not seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (place.entry,)).rowcount:
            ledger.refuse(number, f"id {place.entry} stands in the file already")
        elif looks_swapped(place):
            ledger.swapped += 1
            ledger.refuse(number, f"lat {place.lat} and lon {place.lon} look swapped for {place.country}")
        elif lies_far(place):
            ledger.refuse(number, f"lat {place.lat} and lon {place.lon} lie far outside {place.country}")
        else:
            taken += 1
            ledger.straight += would_look_swapped(place)
            yield named
    if ledger.swapped > ledger.straight:
        tell = ledger.swapped + ledger.straight
        raise UnreadableInput(
            f"{reading.file}: lat and lon look swapped in {ledger.swapped:,} of the {tell:,} rows that can tell; give"
            " the two columns each other's name."
        )
    if not taken:
        first = f" The first refusal, line {ledger.first[0].line}: {ledger.first[0].reason}." if ledger.first else ""
        raise UnreadableInput(f"{reading.file}: not one of its rows could be taken.{first}")
