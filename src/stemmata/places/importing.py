"""Adds a user's own gazetteer: reads it line by line, takes what is sound, and says what it refused and why.

Four kinds of file are told apart by what their first line holds:

- a GeoNames dump (`SY.txt` or `SY.zip`, tab-separated, 19 columns);
- a table of Who's On First places (tab-separated: id, placetype, name, lat, lon, region id, county id, population,
  source, GeoNames id, Wikidata id, names as `lang:name|…`);
- OCHA's tables of p-codes and any CSV of one's own, by the names of its columns (see `COLUMNS`);
- GeoJSON, a FeatureCollection of points or one feature a line, with the same names as properties.

Nothing is held in memory but the line at hand, so that 12 million rows pass. What a licence asks for by way of
credit is the user's to keep; `Place.entry` names the file that each place is from.
"""

import csv
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from stemmata.errors import TooLarge, UnreadableInput
from stemmata.places.gazetteer import country_boxes, country_codes, folder, load_gazetteer
from stemmata.places.index import Named, Place, write_index
from stemmata.places.keys import script
from stemmata.records import Level

LONGEST_LINE: Final = 1 << 20
"""Bytes of a line that are read; a capital with its names in all languages takes a few thousand."""
LARGEST_JSON: Final = 256 << 20
"""Bytes of a GeoJSON collection, which must be read whole; longer ones go as one feature a line."""
KEPT_REFUSALS: Final = 100
"""Refusals that are told one by one; the rest are counted."""
NAMES_OF_A_PLACE: Final = 500
BOX_MARGIN: Final = 2.0
"""Degrees by which a place may lie outside its country's known towns before its coordinates are doubted."""

COLUMNS: Final = {
    "id": ("id", "geonameid", "wof:id", "pcode", "p-code", "place_id"),
    "name": ("name", "name_en", "featurename_en", "place", "placename", "asciiname"),
    "names": ("names", "aliases", "alternatenames", "alternate_names", "name_ar", "name_local", "featurename_ar"),
    "country": ("country", "iso2", "iso3", "country_code", "countrycode", "location", "iso_a2", "admin0pcode"),
    "lat": ("lat", "latitude", "y", "lat_dd"),
    "lon": ("lon", "lng", "long", "longitude", "x", "lon_dd"),
    "level": ("level", "type", "kind", "placetype", "class", "admin level"),
    "population": ("population", "pop"),
    "region": ("region", "admin1", "admin1pcode", "parent p-code"),
    "pcode": ("pcode", "p-code", "p_code", "admin4pcode", "admin3pcode"),
}
"""Names of columns and properties, any case, by what they hold; the first that is there counts."""

LEVELS: Final[Mapping[str, Level]] = {
    **dict.fromkeys(("city", "town", "village", "hamlet", "locality", "localadmin", "settlement"), "populated_place"),
    **dict.fromkeys(("borough", "neighbourhood", "neighborhood", "macrohood", "microhood", "camp"), "populated_place"),
    **dict.fromkeys(("populated_place", "populated place", "ppl", "4", "5"), "populated_place"),
    **dict.fromkeys(("district", "county", "subdistrict", "2", "3"), "district"),
    **dict.fromkeys(("region", "macroregion", "province", "governorate", "state", "1"), "region"),
    **dict.fromkeys(("facility", "campus", "airport", "base", "checkpoint", "crossing", "hospital"), "facility"),
    **dict.fromkeys(("area", "valley", "river", "mountain", "desert"), "area"),
}
_GEONAMES_LEVELS: Final[Mapping[str, Level]] = {
    **dict.fromkeys("SR", "facility"),
    **dict.fromkeys("HLTUV", "area"),
    "P": "populated_place",
}
_GEONAMES_ADMIN: Final[Mapping[str, Level]] = {"ADM1": "region", "ADM2": "district", "ADM3": "district"}
_GEONAMES_COLUMNS, _WOF_COLUMNS = 19, 12


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that was not taken."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What came of adding a gazetteer."""

    index: Path
    """The index file that now stands among the user's gazetteers."""
    taken: int
    refused: int
    refusals: tuple[Refusal, ...]
    """The first hundred."""


class _Refused(Exception):
    """Why a line is not taken."""


@dataclass(slots=True)
class _Ledger:
    """Refusals as they come."""

    count: int = 0
    first: list[Refusal] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        self.count += 1
        if len(self.first) < KEPT_REFUSALS:
            self.first.append(Refusal(line, reason))


def add_gazetteer(file: Path, *, country: str | None = None, own: Path | None = None) -> Intake:
    """Read a gazetteer into the user's own, replacing what was added before from a file of that name.

    Args:
        file: a file in one of the kinds that the module tells of.
        country: ISO 3166 alpha-2 for rows that tell none.
        own: the folder of the user's gazetteers; by default `gazetteer.folder()`.

    Raises:
        UnreadableInput: the file is missing, or of none of those kinds, or holds not one sound row.
        TooLarge: a GeoJSON collection of more than 256 MB.
    """
    if not file.is_file():
        raise UnreadableInput(f"{file}: there is no such file; give a gazetteer's file, or see `where_to_get`.")
    ledger = _Ledger()
    index = (own or folder()) / f"{re.sub(r'[^a-z0-9]+', '-', file.stem.lower()).strip('-') or 'gazetteer'}.sqlite"
    with _opened(file) as stream, closing(sqlite3.connect("")) as seen:
        rows = _rows(stream, file, country, ledger)
        taken = write_index(index, _sound(rows, ledger, seen))
    if not taken:
        index.unlink(missing_ok=True)
        first = f" The first refusal, line {ledger.first[0].line}: {ledger.first[0].reason}." if ledger.first else ""
        raise UnreadableInput(f"{file}: not one of its rows could be taken.{first}")
    load_gazetteer.cache_clear()
    return Intake(index, taken, ledger.count, tuple(ledger.first))


def where_to_get(country: str) -> str:
    """Where the fuller gazetteer of a country can be fetched by hand, how large it is, and under which licence."""
    code = country.upper()
    return (
        f"https://download.geonames.org/export/dump/{code}.zip (GeoNames, CC BY 4.0: name it as your source; 0.1 to"
        " 30 MB by country). Fetch it on any machine and give the file to `stemmata gazetteer add`."
    )


# ------------------------------------------------------------------------------------------------------- reading


def _opened(file: Path) -> IO[bytes]:
    """The file's bytes; of an archive, its one table beside a read-me."""
    if not zipfile.is_zipfile(file):
        return file.open("rb")
    archive = zipfile.ZipFile(file)
    tables = [name for name in archive.namelist() if not re.search(r"readme|/$", name, re.IGNORECASE)]
    if len(tables) != 1:
        raise UnreadableInput(f"{file}: the archive must hold one table, not {len(tables)}; unpack it and add the one.")
    return archive.open(tables[0])


Row = tuple[int, Named]


def _rows(stream: IO[bytes], file: Path, country: str | None, ledger: _Ledger) -> Iterator[Row]:
    """The places of a file, each with its line, by the reader that fits the first line."""
    lines = _lines(stream, ledger)
    first = next(lines, None)
    if first is None:
        raise UnreadableInput(f"{file}: the file is empty.")
    every = _chained(first, lines)
    cells = first[1].split("\t")
    if first[1].lstrip().startswith(("{", "[")):
        return _features(every, file, country, ledger)
    if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit():
        return _parsed(every, lambda line: _geonames(line.split("\t")), ledger)
    if len(cells) == _WOF_COLUMNS and cells[0].isdigit():
        return _parsed(every, lambda line: _whosonfirst(line.split("\t"), country or _country_of(file)), ledger)
    return _table(every, file, country, ledger)


def _lines(stream: IO[bytes], ledger: _Ledger) -> Iterator[tuple[int, str]]:
    """Lines of text with their numbers; those that are no UTF-8 or too long are refused."""
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while (more := stream.readline(LONGEST_LINE)) and not more.endswith(b"\n"):
                pass
            ledger.refuse(number, "the line is longer than 1 MB")
            continue
        try:
            text = raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError:
            ledger.refuse(number, "not UTF-8; save the file in UTF-8")
            continue
        if text.strip():
            yield number, text


def _chained(first: tuple[int, str], rest: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    yield first
    yield from rest


def _parsed(lines: Iterable[tuple[int, str]], parse: Callable[[str], Named], ledger: _Ledger) -> Iterator[Row]:
    for number, line in lines:
        try:
            yield number, parse(line)
        except _Refused as why:
            ledger.refuse(number, str(why))


def _geonames(cells: list[str]) -> Named:
    """A row of a GeoNames dump; https://download.geonames.org/export/dump/readme.txt tells the columns."""
    if len(cells) != _GEONAMES_COLUMNS:
        raise _Refused(f"{len(cells)} columns where a GeoNames dump has {_GEONAMES_COLUMNS}")
    feature, code = cells[6], cells[7]
    level = _GEONAMES_ADMIN.get(code) or _GEONAMES_LEVELS.get(feature)
    if level is None or code.startswith("PCL"):
        raise _Refused(f"a feature {feature}.{code} is no place that happenings are located by")
    lat, lon = _point(cells[4], cells[5])
    place = Place(
        entry=f"geonames:{cells[0]}",
        name=cells[1],
        country=_country(cells[8], None),
        lat=lat,
        lon=lon,
        level=level,
        population=_population(cells[14]),
        region=cells[10] or None,
        kind=code,
    )
    return Named(place, (cells[2], *cells[3].split(",")[:NAMES_OF_A_PLACE]))


def _whosonfirst(cells: list[str], country: str | None) -> Named:
    """A row of a table of Who's On First places; `wof:id` is the entry."""
    if len(cells) != _WOF_COLUMNS:
        raise _Refused(f"{len(cells)} columns where a Who's On First table has {_WOF_COLUMNS}")
    identity, kind, name, lat_text, lon_text, region = cells[:6]
    level = _level(kind)
    lat, lon = _point(lat_text, lon_text)
    names = [each.partition(":") for each in cells[11].split("|")[:NAMES_OF_A_PLACE]]
    english = next((text for language, _, text in names if language == "eng" and text), None)
    place = Place(
        entry=f"wof:{identity}",
        name=name if script(name) == "latin" else english or name,
        country=_country("", country),
        lat=lat,
        lon=lon,
        level=level,
        population=_population(cells[7]),
        region=(identity if level == "region" else region) or None,
        kind=kind,
    )
    return Named(place, tuple(name for _, _, name in names))


def _country_of(file: Path) -> str | None:
    """The country that a file's name ends with, as in `wof_sy.tsv`."""
    code = re.search(r"(?:^|[_-])([a-z]{2})$", file.stem.lower())
    return code[1].upper() if code else None


def _table(lines: Iterator[tuple[int, str]], file: Path, country: str | None, ledger: _Ledger) -> Iterator[Row]:
    """A CSV with a row of column names."""
    number, header = next(lines)
    columns = _columns(next(csv.reader([header])))
    if "name" not in columns:
        known = "; ".join(f"{field_}: {', '.join(names)}" for field_, names in COLUMNS.items())
        raise UnreadableInput(f"{file}:{number}: no column tells the name. Columns that are understood: {known}")
    for number, line in lines:
        try:
            cells = next(csv.reader([line], strict=True))
            values = {what: cells[at].strip() for what, at in columns.items() if at < len(cells)}
            yield number, _named(values, country, file, number)
        except csv.Error as error:
            ledger.refuse(number, f"no CSV: {error}")
        except _Refused as why:
            ledger.refuse(number, str(why))


def _columns(header: list[str]) -> dict[str, int]:
    at = {name.strip().lower(): n for n, name in reversed(list(enumerate(header)))}
    return {what: at[name] for what, names in COLUMNS.items() for name in reversed(names) if name in at}


def _features(lines: Iterator[tuple[int, str]], file: Path, country: str | None, ledger: _Ledger) -> Iterator[Row]:
    """The points of a GeoJSON collection, or of one feature a line; a feature of a collection counts as a line."""
    number, first = next(lines)
    single = _json(first)
    if isinstance(single, dict) and single.get("type") == "Feature":
        features = ((n, _json(line)) for n, line in _chained((number, first), lines))
    else:
        text = io.StringIO()
        for _, line in _chained((number, first), lines):
            text.write(line)
            if text.tell() > LARGEST_JSON:
                raise TooLarge(f"{file}: a GeoJSON collection of more than 256 MB; write it with one feature a line.")
        collection = _json(text.getvalue())
        listed = collection.get("features") if isinstance(collection, dict) else None
        if not isinstance(listed, list):
            raise UnreadableInput(f"{file}: JSON, but no GeoJSON FeatureCollection.")
        features = ((n, feature) for n, feature in enumerate(listed, start=1))
    for n, feature in features:
        try:
            yield n, _feature(feature, country, file, n)
        except _Refused as why:
            ledger.refuse(n, str(why))


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _feature(feature: object, country: str | None, file: Path, number: int) -> Named:
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise _Refused("no GeoJSON feature with properties")
    geometry = feature.get("geometry")
    point = geometry.get("coordinates") if isinstance(geometry, dict) and geometry.get("type") == "Point" else None
    if not isinstance(point, list) or len(point) < 2:
        raise _Refused("its geometry is no point")
    told = {str(key).lower(): str(value) for key, value in feature["properties"].items() if value is not None}
    values = {what: told[name] for what, names in COLUMNS.items() for name in reversed(names) if name in told}
    values |= {"lat": str(point[1]), "lon": str(point[0])}
    if "id" not in values and "id" in feature:
        values["id"] = str(feature["id"])
    return _named(values, country, file, number)


def _named(values: Mapping[str, str], country: str | None, file: Path, number: int) -> Named:
    """A place from values by the names of `COLUMNS`."""
    if not values.get("name"):
        raise _Refused("it has no name")
    told = bool(values.get("lat") or values.get("lon"))
    lat, lon = _point(values.get("lat", ""), values.get("lon", "")) if told else (None, None)
    level = _level(values.get("level", "")) if values.get("level") else "populated_place"
    if lat is None and level in ("populated_place", "facility"):
        raise _Refused(f"a {level.replace('_', ' ')} needs lat and lon")
    place = Place(
        entry=f"{file.name}:{values.get('id') or number}",
        name=values["name"],
        country=_country(values.get("country", ""), country),
        lat=lat,
        lon=lon,
        level=level,
        population=_population(values.get("population", "")),
        region=values.get("region") or None,
        kind=values.get("level") or None,
        pcode=values.get("pcode") or None,
    )
    return Named(place, tuple(name.strip() for name in re.split(r"[|;]", values.get("names", ""))[:NAMES_OF_A_PLACE]))


# ------------------------------------------------------------------------------------------------------ checking


def _level(word: str) -> Level:
    level = LEVELS.get(word.strip().lower())
    if level is None:
        raise _Refused(f"its kind {word!r} is not understood")
    return level


def _country(told: str, default: str | None) -> str:
    """ISO 3166 alpha-2 of a country told by either code."""
    code = country_codes().get((told or default or "").strip().upper())
    if code is None:
        raise _Refused(f"country {told!r} is no ISO 3166 code" if told else "its country is not told; name one")
    return code


def _point(lat_text: str, lon_text: str) -> tuple[float, float]:
    try:
        lat, lon = float(lat_text), float(lon_text)
    except ValueError as error:
        raise _Refused(f"lat and lon are no numbers: {lat_text!r}, {lon_text!r}") from error
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        swapped = "; they look swapped" if -90 <= lon <= 90 and -180 <= lat <= 180 else ""
        raise _Refused(f"no point of the earth: lat {lat_text}, lon {lon_text}{swapped}")
    return lat, lon


def _population(text: str) -> int:
    digits = text.replace(",", "").partition(".")[0].strip()
    return min(int(digits), 50_000_000) if digits.isdecimal() and len(digits) < 12 else 0


def _sound(rows: Iterable[Row], ledger: _Ledger, seen: sqlite3.Connection) -> Iterator[Named]:
    """Rows that are told once and lie where their country does; the ids seen are kept on disk."""
    seen.execute("CREATE TABLE seen (entry TEXT PRIMARY KEY) WITHOUT ROWID")
    boxes = country_boxes()
    for number, named in rows:
        place = named.place
        if not seen.execute("INSERT OR IGNORE INTO seen VALUES (?)", (place.entry,)).rowcount:
            ledger.refuse(number, f"id {place.entry} stands in the file already")
        elif _looks_swapped(place, boxes.get(place.country)):
            ledger.refuse(number, f"lat {place.lat} and lon {place.lon} look swapped for {place.country}")
        else:
            yield named


def _looks_swapped(place: Place, box: tuple[float, float, float, float] | None) -> bool:
    """Whether a point lies far outside its country's known towns and would lie among them turned round."""
    if box is None or place.lat is None or place.lon is None:
        return False
    south, north, west, east = box

    def lies_in(lat: float, lon: float) -> bool:
        return south - BOX_MARGIN <= lat <= north + BOX_MARGIN and west - BOX_MARGIN <= lon <= east + BOX_MARGIN

    return not lies_in(place.lat, place.lon) and lies_in(place.lon, place.lat)
