"""Whom a name stands for, with the reason, and who was near: what `stemmata actors find` shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from stemmata.actors.loading import load_registry
from stemmata.actors.names import Candidate, Names
from stemmata.actors.phrases import fold, written
from stemmata.actors.registry import Actor, Match
from stemmata.actors.sources import Source, load_sources, resolve_claimant

MOST: Final = 5
"""Near misses that are shown."""
LIKENESS: Final = 0.75
"""Share of letters in common, as `difflib` counts it, from which a name is near; set by judgement."""


@dataclass(frozen=True, slots=True)
class Near:
    """One whom a name was not taken for."""

    id: str
    name: str
    """As the registry knows it, in its folded form."""
    entry: str
    why: str
    """What kept it from being meant: "only from 2016-07-28", "another name"."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Whom a name stands for, and who was near."""

    name: str
    match: Match | None
    near: tuple[Near, ...]


def find_actor(name: str, *, day: date | None = None, country: str | None = None) -> Finding:
    """Tell which actor a name stands for on a day, in reports from a country (ISO 3166 alpha-2)."""
    registry = load_registry()
    match = registry.resolve(name, day=day, country=country)
    return Finding(name, match, tuple(_near(name, match, registry.names, day, country)))


def find_source(name: str, *, day: date | None = None, country: str | None = None) -> Finding:
    """Tell which source a name stands for, a source of its own or the actor that an office speaks for."""
    match = resolve_claimant(name, day=day, country=country)
    return Finding(name, match, tuple(_near(name, match, load_sources().names, day, country)))


def entry_of(id_: str) -> Actor | Source | None:
    """The actor or source of an id; where both bear it, the source. None for `civilians` and the like."""
    return load_sources().sources.get(id_) or load_registry().actors.get(id_)


def _near(name: str, match: Match | None, names: Names, day: date | None, country: str | None) -> Iterator[Near]:
    """Those that bear exactly this name under other conditions; where nobody is meant, those of a like name too."""
    folded, seen = fold(name), {match.id if match else ""}
    like = [] if match else get_close_matches(folded, [known for known, _ in names if known != folded], MOST, LIKENESS)
    for known in (folded, *like):
        for candidate in names.of(known):
            if candidate.id not in seen:
                seen.add(candidate.id)
                yield Near(candidate.id, known, candidate.entry, _why(name, known == folded, candidate, day, country))


def _why(name: str, same: bool, candidate: Candidate, day: date | None, country: str | None) -> str:
    """What keeps a candidate from being meant."""
    if not same:
        return "another name"
    if candidate.form and candidate.form != written(name):
        return f"only as {candidate.form}"
    if candidate.bound and country not in candidate.countries:
        return f"only in {', '.join(candidate.countries)}"
    if day and candidate.since and day < candidate.since:
        return f"only from {candidate.since}"
    if day and candidate.until and day > candidate.until:
        return f"only to {candidate.until}"
    return "bears this name too; tell the country or the day"
