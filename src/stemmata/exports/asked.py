"""Which events of a file are asked for, told by what each holds; of a case its database tells that."""

from stemmata.case.entries import Entry
from stemmata.case.listing import Query


def asked_for(entry: Entry, query: Query) -> bool:
    """Tell whether an event is among those asked for; words are not looked at."""
    place = entry.place
    return (
        query.type in (None, entry.type)
        and _may_have_been(entry, query)
        and (query.country is None or (place is not None and place.country == query.country.upper()))
        and (query.box is None or _lies_in(query.box, entry))
        and (not query.flagged or entry.flag is not None)
    )


def _may_have_been(entry: Entry, query: Query) -> bool:
    """Whether it may have happened on one of the days; where nobody tells the day, it may."""
    first, last = entry.when.start or entry.when.end, entry.when.end or entry.when.start
    since, until = query.since, query.until
    return (not (since and last) or last >= since) and (not (until and first) or first <= until)


def _lies_in(box: tuple[float, float, float, float], entry: Entry) -> bool:
    west, south, east, north = box
    place = entry.place
    if place is None or place.lat is None or place.lon is None:
        return False
    return west <= place.lon <= east and south <= place.lat <= north
