"""Where a document seems to be from before its places are read: the homes of the bodies it names and of its publisher.

"CODECO militiamen ambushed traders near Mahagi" names no country, and towns of that name may lie in several.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from stemmata.actors import Registry, load_sources
from stemmata.actors.names import Candidate

LOCAL: Final = frozenset({"Local partner", "Subnational", "National"})
"""Scales of sources that report on the country in which they sit."""
SCATTERED: Final = 3
"""Countries from which a body is at home in too many to tell any."""
LEAST: Final = 1 / 3
"""Of what the best-told country has: one told less is only mentioned, as in `places.countries_told`."""

_CAPITALISED: Final = re.compile(r"(?:\d+\s)?(?:[A-Z][\w'’-]*)(?:\s(?:(?:of|for|the|al|de|du|des)\s)?[A-Z][\w'’-]*)*")


def homes(text: str, registry: Registry, publisher: str | None = None) -> list[str]:
    """The countries (ISO 3166 alpha-2) in which the bodies that a text names are at home, the best told first.

    States say nothing here: a country's own name is read as a place, and armies fight abroad.
    """
    votes: dict[str, float] = defaultdict(float)
    for name in set(_CAPITALISED.findall(text)):
        for told in _told(name, registry):
            for country in told:
                votes[country] += 1 / len(told)
    if (seat := _seat(publisher)) is not None:
        votes[seat] += 1
    most = max(votes.values(), default=0)
    return sorted((c for c, vote in votes.items() if vote >= LEAST * most), key=lambda c: (-votes[c], c))


def _told(name: str, registry: Registry) -> Iterator[set[str]]:
    """The countries that each body in a run of capitalised words may be at home in."""
    for found in registry.names.read(name)[1]:
        bodies = [one for one in found.candidates if _tells(one) and one.id not in _with_branches_abroad(registry)]
        told = {country for body in bodies for country in body.countries}
        if len(told) <= SCATTERED:
            yield told


def _tells(one: Candidate) -> bool:
    """Whether a name tells whose it is: not a state's, and no description that holds in one country only."""
    return one.sort == "name" and (one.form is not None or not one.bound)


@cache
def _with_branches_abroad(registry: Registry) -> frozenset[str]:
    """Bodies of which others elsewhere are a part: Islamic State may be told of anywhere."""
    actors = registry.actors
    branches = ((actors[part.parent], part) for part in actors.values() if part.parent)
    return frozenset(whole.id for whole, part in branches if not set(part.countries) & set(whole.countries))


def _seat(publisher: str | None) -> str | None:
    """The country that a publisher reports on, where it reports on its own."""
    sources = load_sources()
    match = sources.resolve(publisher) if publisher else None
    source = sources.sources.get(match.id) if match else None
    return source.country if source is not None and source.scale in LOCAL else None
