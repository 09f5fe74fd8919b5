"""What comes of a comparison: pairs with their agreement, what only one side has, counts by type, place and month."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from stemmata.comparing import points
from stemmata.comparing.dividing import Divisions
from stemmata.comparing.happening import Happening
from stemmata.comparing.pairing import Match
from stemmata.comparing.reading import Broken
from stemmata.merging.points import Part

AGREEMENT: Final[Mapping[str, Mapping[Part, str]]] = {
    "date": {
        points.SAME_DAY: "the same day",
        points.CLOSE_DAYS: "days that overlap",
        points.IN_WEEKS: "days that overlap",
        points.IN_A_YEAR: "days that overlap",
        points.NEXT_DAY: "other days",
        points.FEW_DAYS: "other days",
    },
    "place": {
        points.SAME_PLACE: "the same place",
        points.SAME_POINT: "the same place",
        points.SAME_REGION: "may be the same",
        points.WITHIN: "may be the same",
        points.ROUGHLY: "may be the same",
        points.NEXT_TOWN: "another place",
    },
    "actors": {
        points.SAME_PARTIES: "the same parties",
        points.A_PARTY: "a party of both",
        points.A_SIDE: "the same side of the war",
        points.OTHER_PARTIES: "other parties",
    },
    "deaths": {
        points.RARE_NUMBER: "the same number",
        points.SAME_NUMBER: "the same number",
        points.FITTING: "bounds that overlap",
        points.CLOSE: "other numbers",
        points.OTHER_NUMBER: "other numbers",
        points.FAR_NUMBER: "other numbers",
    },
}
"""What agrees → what was weighed → how it agrees."""
UNTOLD: Final = "not told by both"


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of the case and a row of the file that are rather one happening than two."""

    ours: Happening
    theirs: Happening
    points: float
    reasons: tuple[str, ...]
    """What speaks for it and against it, the weightiest first."""
    agreement: Mapping[str, str]
    """date, place, actors, deaths → how they agree."""


def pair_of(ours: Happening, theirs: Happening, match: Match, often: points.Often) -> Pair:
    """A pair with its reasons."""
    parts = points.reasons(ours, theirs, often, match.rivals)
    weighed = {
        "date": points.time_of(ours, theirs),
        "place": points.place_of(ours, theirs),
        "actors": points.parties_of(ours, theirs),
        "deaths": points.deaths_of(ours, theirs),
    }
    agreement = {name: AGREEMENT[name].get(part, UNTOLD) for name, part in weighed.items()}
    told = tuple(f"{part.reason} ({part.points:+.1f})" for part in parts)
    return Pair(ours, theirs, round(match.points, 2), told, agreement)


@dataclass(slots=True)
class Tally:
    """How many events and rows of one kind."""

    matched: int = 0
    only_here: int = 0
    only_there: int = 0


@dataclass(slots=True)
class Comparison:
    """A case beside a file."""

    case: str
    """Its name."""
    file: str
    """Its name."""
    table: str
    """Which kind of table it is."""
    pairs: list[Pair] = field(default_factory=list)
    only_here: list[Happening] = field(default_factory=list)
    only_there: list[Happening] = field(default_factory=list)
    not_compared: Counter[str] = field(default_factory=Counter)
    """Why → how many events of the case have no match and could have none."""
    beyond: Counter[str] = field(default_factory=Counter)
    """Why → how many rows of the file lie where the case has nothing."""
    broken: Broken = field(default_factory=Broken)

    def agreement(self) -> dict[str, Counter[str]]:
        """What → how it agrees → in how many pairs."""
        return {name: Counter(pair.agreement[name] for pair in self.pairs) for name in AGREEMENT}

    def types(self) -> dict[str, Tally]:
        """Type → how many, as each side calls its types: `here: air strike`, `there: state-based`."""
        found: dict[str, Tally] = {}
        for pair in self.pairs:
            found.setdefault(f"here: {pair.ours.kind}", Tally()).matched += 1
            found.setdefault(f"there: {pair.theirs.kind}", Tally()).matched += 1
        for one in self.only_here:
            found.setdefault(f"here: {one.kind}", Tally()).only_here += 1
        for one in self.only_there:
            found.setdefault(f"there: {one.kind}", Tally()).only_there += 1
        return dict(sorted(found.items(), key=lambda item: (item[0].split(":")[0], -_total(item[1]), item[0])))

    def places(self) -> dict[str, Tally]:
        """First-order division, else country → how many; of a pair that of the case."""
        return _ranked(self._tallies(Divisions((*(pair.theirs for pair in self.pairs), *self.only_there)).of))

    def months(self) -> dict[str, Tally]:
        """Month → how many, in order; what is known less well is told last."""
        found = self._tallies(lambda one: one.month or "month not known")
        return dict(sorted(found.items()))

    def _tallies(self, key: Callable[[Happening], str]) -> dict[str, Tally]:
        found: dict[str, Tally] = {}
        for pair in self.pairs:
            found.setdefault(key(pair.ours), Tally()).matched += 1
        for one in self.only_here:
            found.setdefault(key(one), Tally()).only_here += 1
        for one in self.only_there:
            found.setdefault(key(one), Tally()).only_there += 1
        return found


def _total(tally: Tally) -> int:
    return tally.matched + tally.only_here + tally.only_there


def _ranked(found: Mapping[str, Tally]) -> dict[str, Tally]:
    return dict(sorted(found.items(), key=lambda item: (-_total(item[1]), item[0])))
