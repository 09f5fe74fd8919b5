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

    One told less than a third as often as the first is only mentioned.
    """
    most = Counter(word.country for word in country_words(text)).most_common()
    return [code for code, count in most if 3 * count >= most[0][1]]


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
