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
from stemmata.places.default import country_boxes, country_codes
from stemmata.places.gazetteer import folder, load_gazetteer
from stemmata.places.index import About, Heard, Named, Place, about, write_index
from stemmata.places.keys import fold
from stemmata.places.readers import Reading, Refusal, Row, opened, read_places
from stemmata.places.sources import load_sources

FAR: Final = (3.0, 0.5)
"""How far outside its country's known towns a place is doubted: degrees, and the share of their extent that is added.
Chosen so that the desert and the arctic keep their places (Fox Bay, Grise Fiord, Ittoqqortoormiit)."""
ASTRAY: Final = (0.5, 0.0)
"""The same where the point would lie among them with lat and lon turned round. Of 315,634 places of Who's On First in
sixteen countries at war one is doubted wrongly; of those countries' towns turned round all are found out, but for
Syria (69 %) and Nigeria (8 %), which stretch as far north as east."""
Box = tuple[float, float, float, float]
"""South, north, west and east, in degrees."""
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
    if not file.is_file():
        raise UnreadableInput(f"There is no file {str(file)!r}; check its name and the folder you are in.")
    name = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-") or "gazetteer"
    index = (own or folder()) / f"{name}.sqlite"
    reading = opened(file, encoding, country_code(country) if country else None)
    with reading.text, closing(sqlite3.connect("")) as seen:
        source, rows = read_places(reading)
        made_by = load_sources()[source]
        told = About(file.name, made_by.title, credit or made_by.credit, date.today())
        try:
            taken = write_index(index, _heard(_sound(rows, reading, seen), reading, heard), told)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error) as error:
            raise UnreadableInput(f"{file} cannot be read to its end ({error}); fetch it again.") from error
    ledger = reading.ledger
    if ledger.swapped > taken:
        index.unlink(missing_ok=True)
        raise UnreadableInput(f"{file}: most rows have lat and lon swapped; give the two columns each other's name.")
    if not taken:
        index.unlink(missing_ok=True)
        first = f" The first refusal, line {ledger.first[0].line}: {ledger.first[0].reason}." if ledger.first else ""
        raise UnreadableInput(f"{file}: not one of its rows could be taken.{first}")
    load_gazetteer.cache_clear()
    return Intake(name, about(index), ledger.count, tuple(ledger.first))


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
    """Rows that are told once and lie where their country does; the ids seen are kept on disk."""
    seen.execute("CREATE TABLE seen (entry TEXT PRIMARY KEY) WITHOUT ROWID")
    boxes = country_boxes()
    for number, named in rows:
        place = named.place
        if not seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (place.entry,)).rowcount:
            reading.ledger.refuse(number, f"id {place.entry} stands in the file already")
        elif _looks_swapped(place, boxes.get(place.country)):
            reading.ledger.swapped += 1
            reading.ledger.refuse(number, f"lat {place.lat} and lon {place.lon} look swapped for {place.country}")
        elif not _lies_in(place.lat, place.lon, boxes.get(place.country), FAR):
            reading.ledger.refuse(number, f"lat {place.lat} and lon {place.lon} lie far outside {place.country}")
        else:
            yield named


def _looks_swapped(place: Place, box: Box | None) -> bool:
    """Whether a point lies outside its country's towns and would lie among them turned round."""
    return not _lies_in(place.lat, place.lon, box, ASTRAY) and _lies_in(place.lon, place.lat, box, ASTRAY)


def _lies_in(lat: float | None, lon: float | None, box: Box | None, margin: tuple[float, float]) -> bool:
    """Whether a point lies among a country's towns, widened by a margin; true where either is not known."""
    if lat is None or lon is None or box is None:
        return True
    south, north, west, east = box
    degrees, share = margin
    high, wide = degrees + share * (north - south), degrees + share * (east - west)
    return south - high <= lat <= north + high and west - wide <= lon <= east + wide
