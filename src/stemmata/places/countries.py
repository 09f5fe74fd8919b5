"""The names and adjectives of countries in a text: which countries it is about, and whose border it tells of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from stemmata.places.wording import COUNTRIES
from stemmata.tables import CODEBOOK, read_table

SHORTEST_CAPITALS: Final = 4
"""Letters from which a name is understood in capitals too, as datelines and headings write it."""


_INTO: Final = re.compile(r"\b(?:in|into|inside|across|throughout|within|from|to)\s+(?:the\s+)?$", re.IGNORECASE)
_LITTLE: Final = (
    "and|or|as|at|by|for|from|in|on|to|with|after|before|since|during|that|which|who|where|but|is|was|has|had|said"
)
_OF_IT: Final = re.compile(rf"-|(?:['’]s)?\s+(?!(?:{_LITTLE})\b)\w")
"""What makes a country's name tell whose something is: "US-led", "in US custody"."""


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A country's name or adjective in a text."""

    start: int
    end: int
    name: str
    """The country's own name."""
    country: str
    """ISO 3166 alpha-2."""


def country_words(text: str) -> Iterator[CountryWord]:
    """The names and adjectives of countries in a text, in order."""
    pattern, countries = _country_words()
    for word in pattern.finditer(text):
        yield CountryWord(word.start(), word.end(), *countries[word[0]])


def countries_told(text: str) -> list[str]:
    """The countries that a text is about, by their names and adjectives in it, most told first.

    One told less than a third as often as the first is only mentioned. One whose forces fight abroad is told where it
    is a place: "in Russia", and not "Russian jets".
    """
    words = country_words(text)
    told = (word.country for word in words if word.country not in _with_forces_abroad() or _is_where(word, text))
    most = Counter(told).most_common()
    return [code for code, count in most if 3 * count >= most[0][1]]


def _is_where(word: CountryWord, text: str) -> bool:
    """ "In the US on Monday", and neither "by the US" nor "in US custody"."""
    return _INTO.search(text, max(0, word.start - 16), word.start) is not None and not _OF_IT.match(text, word.end)


@cache
def _with_forces_abroad() -> frozenset[str]:
    return frozenset(row["country"] for row in read_table(CODEBOOK / "forces_abroad.csv", ("country",)))


@cache
def country_names() -> dict[str, str]:
    """Each state's own name, by its code."""
    return {row["iso2"]: row["name"] for row in read_table(CODEBOOK / "countries.csv", COUNTRIES)}


@cache
def _country_words() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern of all countries' names and adjectives, and the name and code of the country that each tells."""
    countries: dict[str, tuple[str, str]] = {}
    for row in read_table(CODEBOOK / "countries.csv", COUNTRIES):
        for word in (row["name"], *row.several("aliases"), *row.several("adjectives")):
            countries.setdefault(word, (row["name"], row["iso2"]))
            if len(word) >= SHORTEST_CAPITALS:
                countries.setdefault(word.upper(), (row["name"], row["iso2"]))
    by_letter: dict[str, list[str]] = defaultdict(list)
    for word in sorted(countries, key=len, reverse=True):
        by_letter[word[0]].append(re.escape(word[1:]))
    # A pattern that opens with a letter is searched by it, one that first looks back is tried at every character.
    words = "|".join(rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in by_letter.items())
    return re.compile(rf"(?:{words})(?=s?(?!\w))"), countries
