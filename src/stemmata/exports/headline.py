"""An event in words, for those who read and do not count: a headline, when, where, who, how many."""

from stemmata.case.entries import Entry
from stemmata.exports import wording
from stemmata.exports.described import country_of, party
from stemmata.records import Count


def headline(entry: Entry) -> str:
    """What, where, when and how many dead: `air strike, Marun (Syria), 3 to 5 March 2021: at least 7 killed`."""
    dead = entry.figures.get("killed")
    parts = [wording.kind(entry.type), place_name(entry), when(entry)]
    return ", ".join(filter(None, parts)) + (f": {count('killed', dead)}" if dead else "")


def when(entry: Entry) -> str:
    """The days, both inclusive; `day not known` where nobody tells."""
    return wording.window(entry.when.start, entry.when.end)


def place_name(entry: Entry) -> str:
    """The place and its country: `Marun (Syria)`; empty where nobody tells."""
    place = entry.place
    if place is None:
        return ""
    country = country_of(place.country)
    name = wording.BEFORE_PLACE[entry.relation] + wording.one_line(place.name)
    return f"{name} ({country.name})" if country and country.name != place.name else name


def where(entry: Entry) -> str:
    """The place with how exactly it is known; `place not told` where nobody tells."""
    place = entry.place
    if place is None:
        return "place not told"
    exact = f"within {wording.distance(place.radius_m)}" if place.radius_m is not None else "no point known"
    level = wording.LEVELS.get(place.level)
    return ", ".join(filter(None, (place_name(entry), level, exact)))


def names(entry: Entry, role: str) -> str:
    """Who did it, or to whom, as people name them; empty where nobody tells."""
    return ", ".join(wording.one_line(party(one).name) for one in entry.parties(role))


def figures(entry: Entry) -> list[str]:
    """How many, by measure, over all origins: `7 to 9 killed`."""
    return [count(measure, entry.spread(measure)) for measure in entry.figures]


def count(measure: str, told: Count) -> str:
    """Bounds of a measure in words: `at least 7 killed`, `7 to 9 killed`, `killed: number not told`."""
    low, high, what = told.low, told.high, wording.kind(measure)
    if low is None and high is None:
        return f"{what}: number not told"
    if low is None:
        return f"at most {high:,} {what}"
    if high is None:
        return f"at least {low:,} {what}"
    return f"{low:,} {what}" if low == high else f"{low:,} to {high:,} {what}"
