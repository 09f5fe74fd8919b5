"""In which first-order division a happening lies, under one name for both sides."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from stemmata.comparing.happening import Happening
from stemmata.places.divisions import divisions
from stemmata.records import Site

WIDE_KM: Final = 50.0
"""Radius from which on a place is a region, and its point only its middle."""
AROUND_KM: Final = 5.0
"""Around a town that an event lies near to, as far as its division is asked for."""


class Divisions:
    """The divisions of a comparison.

    A file calls them its own way ("Rif Dimashq"): such a name means the division that most of its points under this
    name lie in, and gives it to the rows whose own point does not tell.
    """

    def __init__(self, rows: Iterable[Happening]) -> None:
        """From the rows of the file."""
        lying: dict[tuple[str | None, str], Counter[str]] = defaultdict(Counter)
        for row in rows:
            found = _by_point(row)
            if row.division and found:
                lying[row.country, row.division][found] += 1
        self._meant = {named: found.most_common(1)[0][0] for named, found in lying.items()}

    def of(self, one: Happening) -> str:
        """The division with its country; the country alone where no division is known."""
        told = one.division
        found = _by_point(one) or (self._meant.get((one.country, told), told) if told else None)
        if found:
            return f"{found} ({one.country})"
        return f"no division known ({one.country})" if one.country else "no country known"


def _by_point(one: Happening) -> str | None:
    if one.country is None or one.lat is None or one.lon is None or one.place is None:
        return None
    if one.radius_km > WIDE_KM:
        site = Site(one.place, one.country, one.lat, one.lon, "region", round(one.radius_km * 1000))
    else:
        near = round(min(one.radius_km, AROUND_KM) * 1000)
        site = Site(one.place, one.country, one.lat, one.lon, "populated_place", near)
    found = divisions(site).first
    return found.name if found else None
