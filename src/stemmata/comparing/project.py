"""Events of a case, or of a project's own export, as happenings."""

from collections.abc import Callable
from typing import Final

from stemmata.case.entries import Entry
from stemmata.comparing.happening import LONGEST, Happening, place_keys
from stemmata.exports.described import lead, party
from stemmata.exports.wording import kind, one_line
from stemmata.merging.facts import names_of, words_of
from stemmata.merging.nearness import RECENT_DAYS

HAPPENED: Final = frozenset(("happened", "ongoing"))


def of_entry(entry: Entry, outside: Callable[[Entry], str | None] = lambda _: None) -> Happening:
    """An event as it is compared.

    Args:
        entry: the event.
        outside: why the other table would not hold it.
    """
    first, last, dated = _days(entry)
    place = entry.place
    dead = entry.spread("killed") if "killed" in entry.figures else None
    chosen = entry.figures.get("killed")
    quotes = " ".join(report.told["evidence"]["quote"] for report in entry.reports[:20])
    parties = (party(one).id for role in ("initiator", "target") for one in entry.parties(role))
    return Happening(
        id=entry.id,
        kind=kind(entry.type),
        types=frozenset({entry.type, *(report.told["type"] for report in entry.reports)}),
        first=first,
        last=last,
        dated=dated,
        place=one_line(place.name) if place else None,
        keys=place_keys(place.name) if place else frozenset(),
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius_km=(place.radius_m or 0) / 1000 if place else 0.0,
        parties=frozenset(one for one in parties if one),
        low=dead.low if dead else None,
        best=(chosen.low if chosen.low is not None else chosen.high) if chosen else None,
        high=dead.high if dead else None,
        words=words_of(quotes),
        names=names_of(quotes),
        text=one_line(lead(entry).told["evidence"]["quote"])[:LONGEST],
        outside=_outside(entry) or outside(entry),
    )


def _days(entry: Entry) -> tuple[int | None, int | None, bool]:
    """The days within which it happened; of an event without a day those before it was known."""
    start, end = entry.when.start, entry.when.end
    if start is not None and end is not None:
        return start.toordinal(), end.toordinal(), True
    known = entry.known_by.toordinal() if entry.known_by else None
    if start is not None and known is not None and known >= start.toordinal():
        return start.toordinal(), known, True
    last = end.toordinal() if end is not None else known
    return (last - RECENT_DAYS, last, False) if last is not None else (None, None, False)


def _outside(entry: Entry) -> str | None:
    return None if entry.statuses & HAPPENED else "nobody says that it happened"
