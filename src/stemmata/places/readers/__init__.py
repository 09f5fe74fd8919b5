"""Readers of gazetteers, one module a kind of file, told apart by how the file begins.

lines          a file, or the one table of a zip archive, as lines of text
cells, columns what single cells hold, checked; what columns hold, by their names
geonames       dumps of a country, and tables of divisions
whosonfirst    tables of records
naturalearth   populated places
geojson        a FeatureCollection, or one feature a line, of anyone's
table          OCHA's tables and any CSV with a row of column names
"""

from collections.abc import Callable, Iterator
from itertools import chain

from stemmata.errors import UnreadableInput
from stemmata.places.readers import geojson, geonames, naturalearth, table, whosonfirst
from stemmata.places.readers.lines import Line, Reading, Refusal, Row, opened

__all__ = ["Reading", "Refusal", "Row", "opened", "read_places"]

LINE_READERS: tuple[tuple[str, Callable[[str], bool], Callable[[Iterator[Line], Reading], Iterator[Row]]], ...] = (
    ("geonames", geonames.fits_dump, geonames.dump),
    ("geonames", geonames.fits_divisions, geonames.divisions),
    ("whosonfirst", whosonfirst.fits, whosonfirst.places),
    ("naturalearth", naturalearth.fits, naturalearth.places),
    ("ocha", table.tells_pcodes, table.places),
    ("own", lambda _: True, table.places),
)
"""Whose file it is by `gazetteers.csv`, whether the first line says so, and who reads it; the first that fits."""


def read_places(reading: Reading) -> tuple[str, Iterator[Row]]:
    """Whose gazetteer a file is, by `gazetteers.csv`, and its places, each with the number of its line.

    Raises:
        UnreadableInput: the file holds no line of text, or is of no kind that is known.
    """
    if geojson.fits(reading.head):
        return _maker(reading.head), geojson.places(reading)
    lines = reading.lines()
    if (first := next(lines, None)) is None:
        raise UnreadableInput(f"{reading.file}: not one line of it is text; check the file and its encoding.")
    source, read = next((source, read) for source, fits, read in LINE_READERS if fits(first[1]))
    return source, read(chain([first], lines), reading)


def _maker(head: str) -> str:
    """Whose GeoJSON it is, by the names of its first properties."""
    told = head.lower()
    marks = {"wof:": "whosonfirst", "scalerank": "naturalearth", "pcode": "ocha"}
    return next((source for mark, source in marks.items() if mark in told), "own")
