"""A table with HXL hashtags, as the Humanitarian Data Exchange tags UCDP's: for what is shared with humanitarians.

Tags by HDX's own pipeline for UCDP (2025). `low`, `high` and the tags of other measures follow HXL's dictionary; the
attributes `+wounded`, `+returned` and `+arrived` are ours, as HXL allows.
"""

from collections.abc import Iterator
from typing import Any, Final

from stemmata.case.entries import Entry
from stemmata.exports.described import country_of, lead
from stemmata.exports.flat import flat
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.ged import CONTINENTS, MIDDLE_EAST
from stemmata.exports.formats.tables import table_assembly, table_piece
from stemmata.exports.wording import one_line

COUNTED: Final = {
    "killed": "killed",
    "wounded": "injured",
    "displaced": "displaced",
    "arrived": "idps+arrived",
    "returned": "returned",
    "abducted": "abducted",
    "missing": "missing",
    "aided": "reached",
}
"""Measure → attributes of #affected."""
TAGS: Final[dict[str, str]] = {
    "event_id": "#event+id",
    "event_type": "#event+type",
    "year": "#date+year",
    "side_a": "#group+name+first",
    "side_b": "#group+name+second",
    "source_article": "#meta+source",
    "source_headline": "#description",
    "summary": "#description+summary",
    "where_coordinates": "#loc+name",
    "adm_1": "#adm1+name",
    "adm_2": "#adm2+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "country": "#country+name",
    "iso3": "#country+code+v_iso3",
    "region": "#region+name",
    "date_start": "#date+start",
    "date_end": "#date+end",
    "best": "#affected+killed",
    "low": "#affected+killed+min",
    "high": "#affected+killed+max",
    **{
        f"{measure}{ending}": f"#affected+{tag}{attribute}"
        for measure, tag in COUNTED.items()
        if measure != "killed"
        for ending, attribute in (("", ""), ("_low", "+min"), ("_high", "+max"))
    },
    "grade": "#status+grade",
    "reports": "#meta+count",
}


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """The row of an event."""
    told, headline = flat(entry), lead(entry).source.title
    country = country_of(entry.place.country) if entry.place else None
    first, second = told.get("initiator"), told.get("target")
    yield {
        **told,
        "event_id": told["id"],
        "event_type": told["type"],
        "year": entry.when.start.year if entry.when.start else None,
        "side_a": first or second,
        "side_b": second if first else None,
        "source_article": told["sources"],
        "source_headline": one_line(headline) if headline else None,
        "where_coordinates": told.get("place"),
        "adm_1": told.get("admin1"),
        "adm_2": told.get("admin2"),
        "latitude": told.get("lat"),
        "longitude": told.get("lon"),
        "region": _region(country.iso2, country.continent) if country else None,
        "best": told.get("killed"),
        "low": told.get("killed_low"),
        "high": told.get("killed_high"),
    }


def _region(iso2: str, continent: str) -> str | None:
    return "Middle East" if iso2 in MIDDLE_EAST else CONTINENTS.get(continent)


FORMAT = Format(
    name="hxl",
    ending=".csv",
    means="a table with HXL hashtags under its header, as HDX tags UCDP's",
    carries=frozenset(
        {"window", "dead", "hedge", "other figures", "second party", "direction", "unresolved place", "grade"}
    ),
    piece=table_piece(tuple(TAGS), rows),
    assemble=table_assembly([tuple(TAGS), tuple(TAGS.values())]),
    notes=("The second row holds the hashtags; best is the value by the case's rule, low and high the bounds.",),
)
