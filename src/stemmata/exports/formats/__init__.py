"""The outside formats: one module a format, which says what it is, what it carries, and how an event looks in it.

    acled  ged  plover  polecat         what conflict data sets look like
    geojson  geoparquet  kml            maps
    hxl  hapi  idmc                     humanitarian tables
    csv  xlsx  datasheet                tables with a dictionary
    atom  report                        to be read
    json  jsonld  followthemoney        everything, with its evidence

`format` is what they have in common, `tables`, `markup` and `once` what several of them share.
"""

from functools import cache
from importlib import import_module

from stemmata.errors import UnknownName
from stemmata.exports.formats.format import Format

NAMES = (
    "acled",
    "atom",
    "csv",
    "datasheet",
    "followthemoney",
    "ged",
    "geojson",
    "geoparquet",
    "hapi",
    "hxl",
    "idmc",
    "json",
    "jsonld",
    "kml",
    "plover",
    "polecat",
    "report",
    "xlsx",
)


@cache
def format_named(name: str) -> Format:
    """The format of this name.

    Raises:
        UnknownName: there is none; the message lists those there are.
    """
    if name not in NAMES:
        raise UnknownName(f"There is no format {name!r}; the formats are: {', '.join(NAMES)}.")
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


def formats() -> list[Format]:
    """All formats, in the order of their names."""
    return [format_named(name) for name in NAMES]
