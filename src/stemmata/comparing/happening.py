"""What is compared: an event of the case or a row of a file, in the same plain values."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from stemmata.actors import load_registry
from stemmata.places.keys import fold, skeletons
from stemmata.records import Window

LONGEST: Final = 300
"""Characters of the words that are shown of a happening."""
GENERAL: Final = frozenset(
    "village town city district governorate province area neighborhood neighbourhood subdistrict region county the of"
    " municipality camp".split()
)
"""Words of a place's name that say what it is, in one table's rows and not in another's."""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of either side. Days are counted from the year 1."""

    id: str
    kind: str
    """What its own side calls its type."""
    types: frozenset[str]
    """Types of the codebook that it may be."""
    first: int | None
    last: int | None
    """The days within which it happened, both inclusive."""
    dated: bool
    """Whether they were told; else they are the days before it was known."""
    place: str | None
    keys: frozenset[str]
    """The place's name across romanisations."""
    country: str | None
    """ISO 3166 alpha-2."""
    lat: float | None
    lon: float | None
    radius_km: float
    """How far from the point it may lie."""
    parties: frozenset[str]
    """Ids of the registry, of both sides."""
    low: int | None
    best: int | None
    high: int | None
    """Deaths; None where nobody tells."""
    words: frozenset[str]
    names: frozenset[str]
    """Uncommon words, and names, of what is told; as merging compares them."""
    text: str
    """What is told, for people."""
    division: str | None = None
    """The first-order division, as its own side calls it."""
    lethal: bool = False
    """Its table holds events with a death only, of whatever type."""
    line: int | None = None
    """In the file."""
    outside: str | None = None
    """Why the other table would not hold it, where that is known."""

    @property
    def when(self) -> Window:
        """The days that were told."""
        if not self.dated or self.first is None or self.last is None:
            return Window(None, None)
        return Window(date.fromordinal(self.first), date.fromordinal(self.last))

    @property
    def month(self) -> str | None:
        """`2021-03` where it is known to the month."""
        start, end = self.when.start, self.when.end
        if start is None or end is None or (start.year, start.month) != (end.year, end.month):
            return None
        return f"{start.year}-{start.month:02}"


@lru_cache(maxsize=65_536)
def place_keys(name: str) -> frozenset[str]:
    """A place's name as names of places are compared."""
    found: set[str] = set()
    for part in name.split(","):
        bare = " ".join(word for word in fold(part).split() if word not in GENERAL)
        found.update(key for key in (bare, *skeletons(bare)) if len(key) > 1)
    return frozenset(found)


@lru_cache(maxsize=65_536)
def party_ids(names: str, country: str | None) -> frozenset[str]:
    """Whom the registry knows of some parties, between commas or semicolons."""
    registry = load_registry()
    found = (
        registry.resolve(one.strip(), country=country) for one in names.replace(";", ",").split(",") if one.strip()
    )
    return frozenset(match.id for match in found if match)
