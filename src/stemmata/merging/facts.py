"""What matching compares: the plain values of a report, small enough to hold a million of them."""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from sys import intern
from typing import Final

from stemmata.actors import load_registry
from stemmata.places.keys import fold, skeletons, sounds
from stemmata.places.wording import place_words
from stemmata.records import Document, Figure, Report, Where
from stemmata.tables import CODEBOOK, read_table

PERIOD_DAYS: Final = 3
"""A report that tells of more days than these tells of a period: "over the weekend" and "overnight" are within them."""
WEEK_DAYS: Final = 7
"""A day may be told as loosely as its week."""
LONGEST_WORDS: Final = 16
"""Words of the evidence that are kept; a sentence of reporting has about ten that are not common."""
STEM: Final = 6
"""Letters up to which words count as the same: "shelling" and "shelled", "warehouse" and "warehouses"."""

MOVES: Final = frozenset(("displacement", "return", "withdrawal", "deployment", "aid"))
"""Types that lead from a place to another: for all others a destination is not where it happened."""
SHORTEST_NAME: Final = 4
"""Letters of a name's key: shorter ones belong to too many names."""
NARROW_M: Final = 25_000
"""Radius up to which an area sets the scene of a document, as a town does."""
LONGEST_SCENE: Final = 500
"""Characters of the lead, and of the paragraph, whose names set the scene of a report."""
_BEFORE_NAMES: Final = frozenset(("the", "of"))
_VAST: Final = frozenset(("country", "region", "area"))
_NAME = re.compile(r"[A-Z][\w'’]+(?:[- ][A-Z][\w'’]+)*")
_WORD = re.compile(r"(?<![\w-])[a-zà-öø-ÿ]{4,}(?![\w-])")
NONE: Final[frozenset[str]] = frozenset()
"""One empty set for all reports: each of its own would cost a million of them 200 MB."""
_INHERITED: Final = frozenset(("time-told-elsewhere", "place-told-before"))
"""Rules by which coding gives a report the day or the place of another sentence."""
_CALENDAR_STEP: Final = "unit-step"
"""The rule by which coding dates "this week" and "last month"."""
_NOBODY: Final = frozenset(("civilians", "protesters"))


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place that a report names; compared as the thing that it is, since equal ones are made once."""

    keys: frozenset[str]
    """The name across romanisations: see `places.keys.skeletons`."""
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float
    """How far from the point it may be."""
    guessed: bool = False
    """The gazetteer does not know the name: the point is that of its surroundings, and the name tells more."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a report says, made comparable. Days are counted from the year 1."""

    key: str
    document: str
    at: int
    """Where the trigger stands in the document."""
    type: str
    first: int | None
    last: int | None
    """The days within which it happened; None where the report does not tell."""
    known: int | None
    """The day by which it had happened."""
    period: bool
    """It tells of a period, with a total or in general: never of one happening within it."""
    spots: tuple[Spot, ...]
    setting: tuple[Spot, ...]
    """The places that the document tells of elsewhere; for a report that names none, or none that is known."""
    country: str | None
    doers: frozenset[str]
    targets: frozenset[str]
    figures: tuple[tuple[str, int | None, int | None], ...]
    """What is counted, low, high."""
    names: frozenset[str]
    """Names in the evidence, across romanisations, whether or not anything resolved them."""
    words: frozenset[str]
    """Uncommon words of the evidence, cut to their stems."""
    scene: frozenset[str]
    """Names that its document tells beside it in title, lead and paragraph; of a report that names no place itself."""
    claimant: str
    """Who says so, in the document's words: two claimants of one document may tell of one happening."""
    day_inherited: bool = False
    """The day was not told of it, but of what stands near it."""
    place_inherited: bool = False
    """The same of all its places."""


def facts_of(key: str, report: Report, document: Document, setting: tuple[Spot, ...] = ()) -> Facts:
    """Take out of a report what matching compares.

    Args:
        key: the report's key.
        report: the report.
        document: the document that it stands in.
        setting: the places that the document's other reports name; see `setting_of`.
    """
    first, last = _days(report)
    places = [place for place in report.places if report.type in MOVES or place.relation not in ("toward", "from")]
    spots = tuple(spot_of(place) for place in places if place.level not in _VAST)
    where = setting if not any(spot.lat is not None for spot in spots) else ()
    known = report.known_by or document.published
    return Facts(
        key=key,
        document=document.id,
        at=report.trigger.span.start,
        type=report.type,
        first=first,
        last=last,
        known=known.toordinal() if known else None,
        period=_is_period(first, last) and not _is_loosely_dated(report, first, last),
        spots=spots,
        setting=where,
        country=_country([p.country for p in places if not _is_alone(p)]) or _country([s.country for s in where]),
        doers=_ids(report, "initiator"),
        targets=_ids(report, "target"),
        figures=tuple((_counted(f), f.low, f.high) for f in report.figures if f.part_of is None),
        names=_own_names(report),
        words=words_of(report.evidence.quote),
        scene=NONE if spots else scene_of(report, document),
        claimant=_voice(report),
        day_inherited=report.when is not None and report.when.why.rule in _INHERITED,
        place_inherited=bool(places) and all(place.why.rule in _INHERITED for place in places),
    )


def _country(told: Sequence[str | None]) -> str | None:
    """The country that most places are in, of several the first."""
    known = [country for country in told if country]
    return max(known, key=known.count, default=None)


def _counted(figure: Figure) -> str:
    """The measure of a figure; families are told apart from the people that they are."""
    return figure.measure if figure.unit != "families" else intern(f"{figure.measure} families")


def setting_of(reports: tuple[Report, ...]) -> tuple[Spot, ...]:
    """The places that a document's reports name and that are no wider than a town's surroundings, each once."""
    places = {place.name: place for report in reports for place in report.places if _is_narrow(place)}
    return tuple(spot_of(place) for _, place in sorted(places.items(), key=lambda item: item[0] or ""))


def _is_narrow(place: Where) -> bool:
    return place.lat is not None and (place.level not in _VAST or (place.radius_m or 0) <= NARROW_M)


def spot_of(place: Where) -> Spot:
    """A place of a report, made comparable."""
    if _is_alone(place):
        return _spot(place.span.quote, None, None, None, None, True)
    guessed = place.level == "unknown"
    return _spot(place.name or place.span.quote, place.country, place.lat, place.lon, place.radius_m, guessed)


def _is_alone(place: Where) -> bool:
    """Whether nothing but its name says where a place lies."""
    return place.located is not None and place.located.rule == "place-name-alone"


@lru_cache(maxsize=65536)
def _spot(
    name: str, country: str | None, lat: float | None, lon: float | None, radius_m: int | None, guessed: bool
) -> Spot:
    parts = [_bare(part) for part in name.split(",")]
    keys = frozenset(key for part in parts for key in (fold(part), *skeletons(part)) if len(key) > 1)
    return Spot(keys, country, lat, lon, (radius_m or 0) / 1000, guessed)


def _bare(name: str) -> str:
    """A name without the words that say what it is: "Tarin" of "Tarin checkpoint" and "the village of Tarin"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in place_words():
        words.pop()
    while len(words) > 1 and words[0].lower() in _BEFORE_NAMES | place_words().keys():
        words.pop(0)
    return " ".join(words)


def scene_of(report: Report, document: Document) -> frozenset[str]:
    """The names that a document tells beside a report, across romanisations, without those of its evidence."""
    text, evidence = document.text, report.evidence
    begin, end = text.rfind("\n\n", 0, evidence.start) + 1, text.find("\n\n", evidence.end)
    paragraph, lead = text[begin : end if end > 0 else None], text.partition("\n\n")[0]
    told = "\n".join((document.title or "", lead[:LONGEST_SCENE], paragraph[:LONGEST_SCENE]))
    return (names_of(told) - names_of(evidence.quote)) or NONE


def words_of(text: str) -> frozenset[str]:
    """The uncommon words of a text in lower case, cut to their stems; names are left to places and actors."""
    found = dict.fromkeys(intern(word[:STEM]) for word in _WORD.findall(text) if word not in _common())
    return frozenset(list(found)[:LONGEST_WORDS])


def names_of(text: str) -> frozenset[str]:
    """The names of a text as `places.keys` compares them, word by word and as they stand together.

    Countries and what is common to all reports are left out: they tell nothing of which happening it is.
    """
    found: set[str] = set()
    for match in _NAME.finditer(text):
        parts = [part for part in re.split(r"[- ]", match[0]) if fold(part) not in _common() | _general()]
        for part in (*parts, " ".join(parts)):
            found.update(key for key in (sounds(part), *skeletons(part)[:1]) if len(key) >= SHORTEST_NAME)
    return frozenset(map(intern, found)) or NONE


def _own_names(report: Report) -> frozenset[str]:
    """The names of a report's evidence without those of parties that are known by their ids, which count as parties."""
    parties = {party.id for party in (*report.initiator, *report.target) if party.id}
    return names_of(report.evidence.quote).difference(*map(_names_of_actor, parties)) or NONE


@lru_cache(maxsize=4096)
def _names_of_actor(identity: str) -> frozenset[str]:
    actor = load_registry().actors.get(identity)
    return NONE.union(*map(names_of, actor.names)) if actor else NONE


@cache
def _general(folder: Path = CODEBOOK) -> frozenset[str]:
    """Names that most reports of a war hold: countries, their adjectives, days and months."""
    columns = ("iso2", "iso3", "name", "aliases", "adjectives", "seats")
    rows = read_table(folder / "countries.csv", columns)
    names = [name for row in rows for column in columns[2:5] for name in row.several(column)]
    days = [*day_name, *month_name, *day_abbr, *month_abbr]
    return frozenset(word for name in (*names, *days) for word in fold(name).split())


@cache
def _common(folder: Path = CODEBOOK) -> frozenset[str]:
    return frozenset(
        word for row in read_table(folder / "common_words.csv", ("words",)) for word in row.several("words")
    )


def _days(report: Report) -> tuple[int | None, int | None]:
    if report.when is None or (report.when.start or report.when.end) is None:
        return None, None
    start, end = report.when.start, report.when.end
    return _ordinal(start or end), _ordinal(end or report.known_by or start)


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day else None


def _is_period(first: int | None, last: int | None) -> bool:
    """Whether a report tells of a period and not of one happening."""
    return first is not None and last is not None and last - first >= PERIOD_DAYS


def _is_loosely_dated(report: Report, first: int | None, last: int | None) -> bool:
    """Whether news tells of one happening as "this week" or "last week": its day is one of these. What counts strikes
    adds up."""
    if report.when is None or report.when.why.rule != _CALENDAR_STEP or first is None or last is None:
        return False
    return last - first < WEEK_DAYS and all(figure.measure != "strikes" for figure in report.figures)


def _ids(report: Report, role: str) -> frozenset[str]:
    return (
        frozenset(intern(party.id) for party in getattr(report, role) if party.id and party.id not in _NOBODY) or NONE
    )


def _voice(report: Report) -> str:
    """Whom the report rests on, by id where it has one."""
    if not report.claimant:
        return ""
    teller = report.claimant[0]
    told = teller.stands_for or teller.span
    return intern(fold(told.quote)) if teller.id is None else intern(f"{teller.id} {fold(told.quote)}")
