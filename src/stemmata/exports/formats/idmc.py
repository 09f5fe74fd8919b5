"""Displacement figures shaped as those of the Internal Displacement Monitoring Centre: one row a figure.

Headers as the public exports of GIDD have them, names of terms and categories as in the Helix
server. Not seen in a source: how the export spells `Figure category` for returns.
"""

from collections.abc import Iterator
from typing import Any, Final

from stemmata.case.entries import Cited, Entry, Told
from stemmata.exports.described import claimant_name, country_of, days_of
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import table_assembly, table_piece
from stemmata.exports.wording import one_line

COLUMNS: Final = (
    "ISO3", "Country", "Figure cause", "Figure category", "Figure role", "Total figures", "Reported", "Figure term",
    "Unit", "Quantifier", "Household size", "Start date", "Start date accuracy", "End date", "End date accuracy",
    "Sources", "Sources reliability", "Source excerpt", "Locations name", "Locations accuracy", "Type of point",
    "Event code",
)  # fmt: skip
CATEGORY: Final = {"displaced": "New Displacement", "arrived": "New Displacement", "returned": "Returns"}
TERM: Final = {"displaced": "Displaced", "arrived": "Displaced", "returned": "Returns"}
POINT: Final = {"displaced": "Origin", "arrived": "Destination", "returned": "Destination"}
UNIT: Final = {"people": "Person", "families": "Household"}
QUANTIFIER: Final = {
    "exact": "Exact", "about": "Approximately", "at_least": "More than or equal", "at_most": "Less than or equal",
    "range": "Approximately", "vague": "More than or equal",
}  # fmt: skip
LEVEL: Final = {
    "facility": "Point",
    "populated_place": "Point",
    "district": "ADM2",
    "region": "ADM1",
    "country": "ADM0",
}
ACCURACY: Final = {1: "Day", 7: "Week", 31: "Month", 36_600: "Year"}
"""Days of a window, at most → how exact its days are."""
RELIABILITY: Final = {"confirmed": "High", "corroborated": "Medium", "single": "Low", "contested": "Low"}


def rows(entry: Entry) -> Iterator[dict[str, Any]]:
    """The displacement figures of an event; the first that tells the number which holds is recommended."""
    recommended: set[str] = set()
    for report in entry.reports:
        for figure in report.told["figures"]:
            measure = figure["measure"]
            if measure in CATEGORY and figure["part_of"] is None and figure["unit"] in UNIT:
                held = entry.figures.get(measure)
                holds = held is not None and (held.low, held.high) == (figure["low"], figure["high"])
                first = holds and measure not in recommended
                if first:
                    recommended.add(measure)
                yield _row(entry, report, figure, first)


def _row(entry: Entry, report: Cited, figure: Told, recommended: bool) -> dict[str, Any]:
    place = entry.place
    country = country_of(place.country) if place else None
    number = figure["low"] if figure["low"] is not None else figure["high"]
    people = figure["unit"] == "people"
    said = [claimant_name(one) for one in report.claimants]
    return {
        "ISO3": country.iso3 if country else None,
        "Country": country.name if country else None,
        "Figure cause": "Conflict",
        "Figure category": CATEGORY[figure["measure"]],
        "Figure role": "Recommended" if recommended else "Triangulation",
        "Total figures": number if people else None,
        "Reported": number,
        "Figure term": TERM[figure["measure"]],
        "Unit": UNIT[figure["unit"]],
        "Quantifier": QUANTIFIER[figure["hedge"]],
        "Start date": entry.when.start,
        "Start date accuracy": _accuracy(entry),
        "End date": entry.when.end,
        "End date accuracy": _accuracy(entry),
        "Sources": "; ".join([report.source.publisher or report.source.page, *said]),
        "Sources reliability": RELIABILITY.get(entry.grade),
        "Source excerpt": one_line(report.told["evidence"]["quote"]),
        "Locations name": place.name if place else None,
        "Locations accuracy": LEVEL.get(place.level) if place else None,
        "Type of point": POINT[figure["measure"]] if place else None,
        "Event code": entry.id,
    }


def _accuracy(entry: Entry) -> str | None:
    days = days_of(entry)
    return next((name for most, name in ACCURACY.items() if days and days <= most), None)


def leaves_out(entry: Entry) -> str | None:
    """Why an event has no row."""
    if not entry.statuses & {"happened", "ongoing"}:
        return "nobody says that it happened"
    return None if any(rows(entry)) else "nobody counts people who fled, arrived or returned"


FORMAT = Format(
    name="idmc",
    ending=".csv",
    means="displacement figures shaped as IDMC's, one row a figure",
    carries=frozenset({"window", "hedge", "disagreement", "claimant", "second claimant", "unresolved place", "quotes"}),
    piece=table_piece(COLUMNS, rows),
    assemble=table_assembly([COLUMNS]),
    leaves_out=leaves_out,
    notes=(
        "One row a figure and report: Recommended is the number that holds by the case's rule.",
        "Households are not turned into persons: Total figures stays empty for them, and Household size is not told.",
        "Parts of figures (of them children) are left out, so that rows of one report can be added up.",
    ),
)
