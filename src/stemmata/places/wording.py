"""Takes a mention of a place apart: the name at its core, and what the words around it say of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from stemmata.places.index import Index
from stemmata.tables import CODEBOOK, read_table

COUNTRIES: Final = ("iso2", "iso3", "name", "aliases", "adjectives", "seats")
"""The columns of `countries.csv`."""

Sort = Literal[
    "region",
    "land",
    "district",
    "town",
    "quarter",
    "facility",
    "around",
    "countryside",
    "area",
    "border",
    "direction",
    "country",
    "qualifier",
]
"""What a word beside a name says it is; `place_words.csv` tells each in words."""


TAKEN_UP: Final = frozenset({"region", "district", "town", "quarter", "facility", "country"})
"""Sorts whose word alone may take up a place told before: "the city", "the camp"; "the area" may be anywhere."""


@dataclass(frozen=True, slots=True)
class Away:
    """How far from a place something lies: "5 km north of"."""

    km: float
    bearing: float | None
    """Degrees from north, clockwise; None where no direction is told."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place as the document words it."""

    text: str
    """As it stands: "Aleppo", "the town of Hajin", "eastern Deir ez-Zor countryside"."""
    start: int
    """Offset in the document; what stands nearest before it is told by it."""
    country_hint: str | None = None
    """ISO 3166 alpha-2 of a country told beside it."""
    within: str | None = None
    """The containing place told beside it: "Helmand" in "Marjah, Helmand"."""
    kind_word: str | None = None
    """The word that tells its sort where it stands outside `text`: "town", "province", "camp"."""
    sentence: int | None = None
    """The number of its sentence; places of one sentence are neighbours."""
    away: Away | None = None
    """How far from the place, where that is told."""
    between: int | None = None
    """The offset of the other place, where something lies between the two."""
    on_the_way: bool = False
    """Whether something is only told to lie on the road to the place."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A mention taken apart."""

    name: str
    word: str
    """The word that tells the sort; empty where none does."""
    sort: Sort | None
    part: bool
    """Whether only a part of the place is meant: "northern", "rebel-held"."""
    bearing: float | None = None
    """Which part, in degrees from north, clockwise, where it is told by a wind: "northern"."""


WINDS: Final = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
"""The eight winds, clockwise."""


@cache
def place_words(folder: Path = CODEBOOK) -> Mapping[str, Sort]:
    """Words beside a place's name with the sort that they tell, from `place_words.csv`.

    Raises:
        CodebookError: a sort is unknown; names file and line.
    """
    return {word: sort for word, sort in _all_words(folder).items() if sort != "qualifier"}


@cache
def qualifiers(folder: Path = CODEBOOK) -> frozenset[str]:
    """Words that stand between a facility's name and the word that tells its sort: "military", "international"."""
    return frozenset(word for word, sort in _all_words(folder).items() if sort == "qualifier")


def _all_words(folder: Path) -> dict[str, Sort]:
    rows = read_table(folder / "place_words.csv", ("word", "sort"))
    return {row["word"]: row.one_of("sort", get_args(Sort)) for row in rows}  # type: ignore[misc]  # checked by one_of


@cache
def adjectives(folder: Path = CODEBOOK) -> frozenset[str]:
    """The adjectives of countries that are not their names too: "Syrian" names no place."""
    rows = read_table(folder / "countries.csv", COUNTRIES)
    names = {name for row in rows for name in (row["name"], *row.several("aliases"))}
    return frozenset(adjective for row in rows for adjective in row.several("adjectives")) - names


def take_apart(mention: Mention, gazetteer: Index) -> Wording:
    """The wording of a mention. One without a capital ("the town", "last stronghold") names no place, nor does the
    adjective of a country: their name is empty."""
    wording = _peeled(mention, gazetteer)
    if wording.name == wording.name.lower() != wording.name.upper() or wording.name in adjectives():
        told = [word for word in (wording.word, *reversed(_words(mention.text))) if word in place_words()]
        word = next((word for word in told if place_words()[word] in TAKEN_UP), told[0] if told else "")
        return replace(wording, name="", word=word, sort=place_words().get(word))
    return wording


def _peeled(mention: Mention, gazetteer: Index) -> Wording:
    """Take words off a mention, from the outside in, until its core is a known name or nothing more comes off."""
    words = place_words()
    text = re.sub(r"\([^)]*\)|['’]s$", "", mention.text).strip()
    told, part = "", False
    while True:
        text = re.sub(r"^(?:the|its?)\s+", "", text, flags=re.IGNORECASE).strip()
        first, _, rest = text.partition(" ")
        front, _, last = text.rpartition(" ")
        if gazetteer.is_place_name(text) or not rest:
            break
        before, of, after = text.partition(" of ")
        if of and words.get(before.split()[-1].lower()):
            part = part or words[before.split()[-1].lower()] == "direction"
            told, text = told or (before.split()[-1].lower() if not part else ""), after
        elif last.lower() in words:
            told, text = told or last.lower(), front
        elif first.lower() in words:
            direction = words[first.lower()] == "direction"
            part, told, text = part or direction, told or ("" if direction else first.lower()), rest
        elif last.lower() in qualifiers() and words.get(told) == "facility":
            text = front
        elif _lies_in(front, last, gazetteer):
            text = front  # "Aleppo Syria", thinned of its comma; "Puerto Jordan" is one name
        elif first.endswith("s") and _lies_in(rest, first[:-1], gazetteer):
            text = rest  # "Syrias Aleppo", thinned of its apostrophe
        elif first.islower() and "-" not in first[1:3]:
            part, text = True, rest
        else:
            break
    if not gazetteer.is_place_name(text) and text.endswith("s") and gazetteer.is_place_name(text[:-1]):
        text = text[:-1]  # a possessive thinned of its apostrophe, "Syrias"
    told = told or (mention.kind_word or "").lower()
    return Wording(text, told, words.get(told), part, _bearing(mention.text.replace(text, "")))


def _lies_in(name: str, country: str, gazetteer: Index) -> bool:
    """Whether a name is that of a place in the country told beside it, which may be thinned of its apostrophe.

    Two countries are two words, be they a person's names: "Georgia Mali".
    """
    named = (place for word in {country, country.removesuffix("s")} for place in gazetteer.named(word))
    codes = {place.country for place in named if place.level == "country"}
    return bool(codes) and any(p.country in codes or p.level == "country" for p in gazetteer.named(name))


def _bearing(words: str) -> float | None:
    """The bearing of the first wind that words tell: "northern", "south-west of"."""
    told = (re.sub(r"ern$", "", word.replace("-", "")) for word in _words(words))
    return next((45.0 * WINDS.index(word) for word in told if word in WINDS), None)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())
