"""The words around a number that change its bounds: "at least", "more than", "or so" (hedges.csv)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from stemmata.figures.number_words import Number
from stemmata.records import Hedge as HedgeName
from stemmata.tables import CODEBOOK, read_table

Effect = Literal["at_least", "at_most", "about", "none"]
Place = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Hedge:
    """One phrase of hedges.csv, in lower case."""

    words: tuple[str, ...]
    effect: Effect
    entry: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a figure says of its size; `entry` is the row that settled it."""

    low: int | None
    high: int | None
    hedge: HedgeName
    entry: str


def bounds(number: Number, hedges: Sequence[Hedge]) -> Bounds:
    """Low, high and hedge by the codebook; a bound outweighs "about", which outweighs nothing."""
    telling = [hedge for hedge in hedges if hedge.effect != "none"]
    bound = next((hedge for hedge in telling if hedge.effect != "about"), next(iter(telling), None))
    if bound and bound.effect == "at_most" and number.hedge == "vague":
        return Bounds(None, None, "vague", bound.entry)  # "up to several dozen" has no size that is sure
    if bound is None or number.hedge == "vague":
        return Bounds(number.low, number.high, number.hedge, number.entry)
    if bound.effect == "at_least":
        return Bounds(number.low, None, "at_least", bound.entry)
    if bound.effect == "at_most":
        return Bounds(None, number.high, "at_most", bound.entry)
    return Bounds(number.low, number.high, "about" if number.hedge == "exact" else number.hedge, bound.entry)


def hedge_before(low: Sequence[str], at: int) -> Hedge | None:
    """The longest hedge that ends right before a word; `low` are the sentence's words in lower case."""
    for size, table in _hedges("before").items():
        if size <= at and (hedge := table.get(tuple(low[at - size : at]))):
            return hedge
    return None


def hedge_after(low: Sequence[str], at: int) -> tuple[Hedge | None, int]:
    """The longest hedge that begins at a word, and the word behind it; "-plus" may be one word or two."""
    for size, table in _hedges("after").items():
        if hedge := table.get(tuple(low[at : at + size])):
            return hedge, at + size
    joined = _hedges("after").get(1, {}).get(("".join(low[at : at + 2]),))
    return (joined, at + 2) if joined else (None, at)


@cache
def _hedges(place: Place) -> dict[int, dict[tuple[str, ...], Hedge]]:
    """The hedges of a place by their length in words, longest first."""
    found: dict[int, dict[tuple[str, ...], Hedge]] = {}
    for row in read_table(CODEBOOK / "hedges.csv", ("phrase", "place", "effect")):
        where = row.one_of("place", get_args(Place))
        words = tuple(row["phrase"].split())
        effect = cast(Effect, row.one_of("effect", get_args(Effect)))
        if where == place:
            found.setdefault(len(words), {})[words] = Hedge(words, effect, row.entry)
    return dict(sorted(found.items(), reverse=True))
