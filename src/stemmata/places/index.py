"""An index of places by name: a file of SQLite that is read in place, by memory map, and never loaded whole."""

import math
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from stemmata.errors import MissingPart
from stemmata.places.keys import distance, fold, skeletons, sounds
from stemmata.places.reach import tell_reach
from stemmata.records import Level

FORMAT: Final = 9
"""Raised whenever the tables or the keys change, so that an index made before is made anew."""

Heard = Callable[[int, float], None]
"""Who wants to hear how far a long reading is: places so far, and the share of all that is read."""

_SCHEMA: Final = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, entry TEXT NOT NULL, name TEXT NOT NULL, names TEXT NOT NULL, country TEXT NOT NULL,
    region TEXT, lat REAL, lon REAL, level TEXT NOT NULL, kind TEXT, population INTEGER NOT NULL, pcode TEXT,
    radius INTEGER, district TEXT
);
CREATE TABLE name (fold TEXT, place INTEGER, PRIMARY KEY (fold, place)) WITHOUT ROWID;
CREATE TABLE skeleton (
    bones TEXT, country TEXT, place INTEGER, spelling TEXT, PRIMARY KEY (bones, country, place, spelling)
) WITHOUT ROWID;
CREATE TABLE about (
    file TEXT, title TEXT, credit TEXT, added TEXT, places INTEGER, pcodes INTEGER, countries TEXT
);
"""
_STAGING: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TEMP TABLE new_name (fold TEXT, place INTEGER);
CREATE TEMP TABLE new_skeleton (bones TEXT, country TEXT, place INTEGER, spelling TEXT);
"""
"""Rows are staged and then written in order, which SQLite sorts on disk: a fraction of the time, in bounded memory."""
_SETTLE: Final = """
INSERT INTO name SELECT DISTINCT fold, place FROM new_name ORDER BY fold, place;
INSERT INTO skeleton SELECT DISTINCT * FROM new_skeleton ORDER BY bones, country, place, spelling;
CREATE INDEX division ON place (country) WHERE level IN ('region', 'district');
CREATE INDEX town ON place (lat) WHERE level = 'populated_place';
"""
_PLACE: Final = (
    "place.id, entry, place.name, place.country, region, lat, lon, level, kind, population, pcode, radius, district"
)
_MMAP_BYTES: Final = 1 << 25
"""How much of an index is mapped; mapped pages count as resident memory once they are read, and the whole default index
would be 84 MB. Mapped whole, names were looked up no faster."""
_REMEMBERED: Final = 16_384
"""Names whose places are kept in memory: a document tells most of its names several times."""
_MOST_SOUNDING: Final = 600
"""Names of one skeleton that are looked at; a skeleton of one consonant can stand for hundreds of villages."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a gazetteer knows."""

    entry: str
    """Where it was read: `geonames:170063`, `wof:421198745`, `regions.csv:12`."""
    name: str
    country: str
    """ISO 3166 alpha-2; empty for a sea or a part of the world that lies in several."""
    lat: float | None
    lon: float | None
    """WGS84 degrees; of a country, a region or an area its middle, or None where that is not known."""
    level: Level
    population: int = 0
    """0 where not known."""
    region: str | None = None
    """The name or code of the first-order division, where the source tells it."""
    kind: str | None = None
    """The source's own word for its kind, `PPLA`, `locality`, `airport`."""
    pcode: str | None = None
    """OCHA's p-code."""
    radius_m: int | None = None
    """How far an area or a division reaches from its middle, in metres, where that is known."""
    district: str | None = None
    """The name or code of the second-order division, where the source tells it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place with its names, as an index is filled."""

    place: Place
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What an index tells of itself."""

    file: str
    """The name of the file that it was read from."""
    title: str
    """Whose gazetteer it is."""
    credit: str
    """What to write where its places are used; empty where nothing is asked."""
    added: date
    places: int = 0
    pcodes: int = 0
    """How many of its places have a p-code."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a name may stand for."""

    place: Place
    spelling: str
    """The one of its names that is the same or nearest."""
    apart: float
    """How far that sounds from the name asked for, see `keys.distance`; 0 for the same name."""
    gazetteer: str
    """Whose it is."""


class Index:
    """Places by name over one or several index files.

    Raises:
        MissingPart: a file is no index, or was made by another version.
    """

    def __init__(self, indexes: Iterable[Path]) -> None:
        self._connections = [_open(index) for index in indexes]
        self._countries = [_countries(connection) for connection in self._connections]
        self._by_fold = lru_cache(_REMEMBERED)(self._look_up)
        self._by_sound = lru_cache(_REMEMBERED)(self._listen)

    def close(self) -> None:
        """Let go of the index files."""
        for connection in self._connections:
            connection.close()

    def is_place_name(self, text: str) -> bool:
        """Whether exactly this is the name of a known place; spelling variants do not count."""
        return bool(self._by_fold(fold(text)))

    def named(self, text: str) -> Sequence[Place]:
        """Places that bear exactly this name, whatever its accents, hyphens and case."""
        return self._by_fold(fold(text))

    def _look_up(self, folded: str) -> Sequence[Place]:
        query = f"SELECT {_PLACE} FROM name JOIN place ON place.id = name.place WHERE fold = ?"
        return [place for connection in self._connections for place in _rows(connection, query, (folded,))]

    def find(self, text: str, country: str | None = None) -> list[Found]:
        """Places of exactly this name, and in a country asked for also those that sound like it, the nearest first."""
        found = []
        for connection in self._connections:
            (gazetteer,) = connection.execute("SELECT title FROM about").fetchone()
            by_name = f"SELECT {_PLACE}, names FROM name JOIN place ON place.id = name.place WHERE fold = ?"
            for row in connection.execute(by_name, (fold(text),)):
                spelling = next(name for name in row[-1].split("|") if fold(name) == fold(text))
                found.append(Found(_place(row[1:-1]), spelling, 0.0, gazetteer))
            by_sound = _sounding(connection, text, country, math.inf) if country else ()
            known = {one.place for one in found}
            found += [Found(place, name, apart, gazetteer) for place, name, apart in by_sound if place not in known]
        kept = [one for one in found if country in (None, one.place.country)]
        return sorted(kept, key=lambda one: (one.apart, -one.place.population, one.place.entry))

    def sounding(self, text: str, country: str, limit: float) -> Sequence[tuple[Place, float]]:
        """Places of a country whose names share a skeleton with this one and lie no farther from it than the limit,
        each with its distance (see `keys`), the nearest first."""
        return self._by_sound(text, country, limit)

    def _listen(self, text: str, country: str, limit: float) -> Sequence[tuple[Place, float]]:
        asked = [c for c, held in zip(self._connections, self._countries, strict=True) if country in held]
        found = [(place, apart) for c in asked for place, _, apart in _sounding(c, text, country, limit)]
        return sorted(found, key=lambda pair: pair[1])

    def divisions(self, country: str) -> Sequence[Place]:
        """The first- and second-order divisions, and lower districts, of a country."""
        query = f"SELECT {_PLACE} FROM place WHERE level IN ('region', 'district') AND country = ?"
        return [place for connection in self._connections for place in _rows(connection, query, (country,))]

    def towns(self, south: float, north: float, west: float, east: float) -> Sequence[Place]:
        """The populated places between two parallels and two meridians, in degrees."""
        query = f"SELECT {_PLACE} FROM place WHERE level = 'populated_place' AND lat BETWEEN ? AND ?"
        query += " AND lon BETWEEN ? AND ?"
        box = (south, north, west, east)
        return [place for connection in self._connections for place in _rows(connection, query, box)]


def _sounding(
    connection: sqlite3.Connection, text: str, country: str, limit: float
) -> Iterator[tuple[Place, str, float]]:
    """Places of a country that share a skeleton with a name, each with its nearest name and how far that is apart."""
    bones = skeletons(text)
    query = "SELECT place, spelling FROM skeleton WHERE country = ? AND bones IN "
    query += f"({', '.join('?' * len(bones))}) LIMIT {_MOST_SOUNDING}"
    nearest: dict[int, tuple[float, str]] = {}
    for place, spelling in connection.execute(query, (country, *bones)):
        told = distance(text, spelling), spelling
        if told[0] <= limit and (place not in nearest or told < nearest[place]):
            nearest[place] = told
    for place, (apart, spelling) in nearest.items():
        (row,) = _rows(connection, f"SELECT {_PLACE} FROM place WHERE id = ?", (place,))
        yield row, spelling, apart


def about(index: Path) -> About:
    """What an index tells of itself.

    Raises:
        MissingPart: it is no index, or was made by another version.
    """
    with closing(_open(index)) as connection:
        (file, title, credit, added, places, pcodes) = connection.execute(
            "SELECT file, title, credit, added, places, pcodes FROM about"
        ).fetchone()
    return About(file, title, credit, date.fromisoformat(added), places, pcodes)


def _open(index: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{index.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        (made_by,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        raise MissingPart(f"{index} is no index of places ({error}); delete it and add its gazetteer again.") from error
    if made_by != FORMAT:
        connection.close()
        raise MissingPart(
            f"The gazetteer {index.stem!r} was added by another version of Stemmata; add it again with"
            f" `stemmata gazetteer add`, or take it away with `stemmata gazetteer remove {index.stem}`."
        )
    connection.execute(f"PRAGMA mmap_size = {_MMAP_BYTES}")
    connection.execute("PRAGMA cache_size = -2000")  # 2 MB beside the map
    return connection


def _countries(connection: sqlite3.Connection) -> frozenset[str]:
    """The countries of an index: the others need not be looked for in it."""
    (countries,) = connection.execute("SELECT countries FROM about").fetchone()
    return frozenset(countries.split(","))


def _rows(connection: sqlite3.Connection, query: str, values: Sequence[str | float]) -> Iterator[Place]:
    for row in connection.execute(query, values):
        yield _place(row[1:])


def _place(cells: tuple[Any, ...]) -> Place:
    entry, name, country, region, lat, lon, level, kind, population, pcode, radius, district = cells
    return Place(entry, name, country, lat, lon, level, population, region, kind, pcode, radius, district)


# ------------------------------------------------------------------------------------------------ making an index


def write_index(index: Path, places: Iterable[Named], about: About) -> int:
    """Write an index file anew, whole or not at all; return how many places it holds.

    The places are taken one by one, so that millions need no memory. Their counts are put into `about`.
    """
    index.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=index.parent, prefix=index.name, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        with closing(sqlite3.connect(part)) as connection:
            connection.executescript(_STAGING + _SCHEMA)
            count = _fill(connection, places)
            connection.executescript(_SETTLE)
            tell_reach(connection)
            told = (about.file, about.title, about.credit, about.added.isoformat(), count)
            connection.execute(
                "INSERT INTO about SELECT ?, ?, ?, ?, ?, count(pcode), group_concat(DISTINCT country) FROM place", told
            )
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.commit()
        part.replace(index)
    finally:
        part.unlink(missing_ok=True)
    return count


def _fill(connection: sqlite3.Connection, places: Iterable[Named]) -> int:
    connection.execute("BEGIN")
    count = 0
    for count, (place, names) in enumerate(((named.place, named.names) for named in places), start=1):
        spellings = {folded: name for name in reversed((place.name, *names)) if (folded := fold(name))}
        kept = "|".join(name.replace("|", " ") for name in reversed(spellings.values()))
        cells = (place.entry, place.name, kept, place.country, place.region, place.lat, place.lon, place.level)
        connection.execute(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (count, *cells, place.kind, place.population, place.pcode, place.radius_m, place.district),
        )
        connection.executemany("INSERT INTO new_name VALUES (?, ?)", [(folded, count) for folded in spellings])
        heard = {(bones, sounds(name)): name for name in spellings.values() for bones in skeletons(name)}
        connection.executemany(
            "INSERT INTO new_skeleton VALUES (?, ?, ?, ?)",
            [(bones, place.country, count, name) for (bones, _), name in heard.items()],
        )
    connection.execute("COMMIT")
    return count
