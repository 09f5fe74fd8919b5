"""What the reports of an event support, with the reasons in words. It does not say what is true."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Final

from stemmata.actors import load_registry
from stemmata.merging.organs import CIVIL
from stemmata.merging.origins import allied
from stemmata.places.keys import fold
from stemmata.records import Grade, Origin, Party, Told
from stemmata.tables import CODEBOOK, read_table

BLAMED: Final = frozenset(
    """air_strike shelling bombing suicide_bombing grenade chemical_attack attack_on_civilians sexual_violence abduction
    property_destruction""".split()
)
"""Types in which one side does it and another suffers it: naming another perpetrator contests the report. In a fight
each side says that the other began."""


_PEOPLE: Final = ("civilians", "protesters")
FOUGHT: Final = frozenset(("clash", "territory_gain", "withdrawal"))
"""Types in which two sides meet."""


def grade_of(reports: Sequence[Told], origins: Mapping[str, Origin]) -> tuple[Grade, tuple[str, ...]]:
    """Grade an event by its reports.

    Args:
        reports: earliest first.
        origins: the event's origins by their ids, in the order in which they first reported.

    Returns:
        The grade, and the reasons for it.
    """
    stands = [told for told in reports if told.report.status.value != "denied"]
    claim = _who(origins.values())
    denying = {told.origin for told in reports if told.report.status.value == "denied"}
    claiming = {told.origin for told in stands}
    if denying and not claiming:
        return "contested", (f"it is only heard of as denied, by {claim}",)
    if denying >= claiming and all(origins[each].kind != "unnamed" for each in claiming):
        return "retracted", (f"every origin has withdrawn it: {claim}",)  # of unnamed ones another may have denied it
    if denying:
        return "contested", (f"{_names(origins, denying)} says that it did not happen", claim)
    blamed = _blamed(stands, origins)
    if blamed:
        return "contested", (blamed, claim)
    if len(origins) == 1:
        outlets = len({told.document for told in reports})
        carried = f", carried by {outlets} documents" if outlets > 1 else ""
        return "single", (f"one origin: {claim}{carried}",)
    owned = _owned(stands, origins)
    opposed = _opposed(stands, origins)
    if owned or opposed:
        return "confirmed", (f"{_number(len(origins))} origins: {claim}", owned or opposed)
    return "corroborated", (f"{_number(len(origins))} origins: {claim}",)


def _who(origins: Iterable[Origin]) -> str:
    return "; ".join(origin.name + (", a party to the conflict" if origin.side else "") for origin in origins)


def _names(origins: Mapping[str, Origin], ids: set[str]) -> str:
    return " and ".join(origins[key].name for key in origins if key in ids)


def _number(count: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[count] if count < len(words) else str(count)


def _blamed(reports: Sequence[Told], origins: Mapping[str, Origin]) -> str:
    """In words, that two origins name different perpetrators; empty where they do not."""
    named = [
        (told.origin, party.id)
        for told in reports
        if told.report.type in BLAMED
        for party in told.report.initiator
        if party.id and party.id not in _PEOPLE
    ]
    for at, (origin, doer) in enumerate(named):
        for other, blamed in named[at + 1 :]:
            if origin != other and not allied(doer, blamed):
                return f"{origins[origin].name} names {doer} as the one who did it, {origins[other].name} {blamed}"
    return ""


def _owned(reports: Sequence[Told], origins: Mapping[str, Origin]) -> str:
    """In words, that the side that did it says so itself; empty where it does not."""
    for told in reports:
        side, organ = origins[told.origin].side, told.origin.partition("/")[2]
        if side and organ not in CIVIL and any(_is_own(party, side) for party in told.report.initiator):
            return f"the side that did it says so itself: {origins[told.origin].name}"
    return ""


def _is_own(party: Party, side: str) -> bool:
    """Whether who did it, as one of a side tells it, is of that side: by name, as "our fighters", "its aircraft", or by
    the words that such sides have for their own."""
    if party.id and party.id not in _PEOPLE:
        return allied(party.id, side)
    told = fold(party.span.quote)
    actor = load_registry().actors.get(side)
    who = "state" if actor and actor.kind == "government" else "group"
    return told.startswith(("our ", "its ")) or bool(_own_forces()[who].search(told))


@cache
def _own_forces(folder: Path = CODEBOOK) -> dict[str, re.Pattern[str]]:
    rows = read_table(folder / "own_forces.csv", ("words", "who"))
    return {row["who"]: re.compile(rf"\b(?:{'|'.join(map(re.escape, row.several('words')))})\b") for row in rows}


def _opposed(reports: Sequence[Told], origins: Mapping[str, Origin]) -> str:
    """In words, that the side that did it and another party agree; empty where none are known to be opponents.

    Two parties are no opponents only because nothing is known of an alliance: an army and its ally may both report what
    a third side did. In a fight both sides did it; where nobody names the fighters, a state and a group that fights in
    its country, who both report the fight, are taken for them.
    """
    doers = {party.id for told in reports for party in told.report.initiator if party.id}
    fought = any(told.report.type in FOUGHT for told in reports)
    parties = [origin for origin in origins.values() if origin.side]
    for one, other in permutations(parties, 2):
        here, there = (any(allied(doer, str(origin.side)) for doer in doers) for origin in (one, other))
        told = here and (fought or not there)
        taken = fought and not doers and _rebel(str(one.side), str(other.side))
        if (told or taken) and not allied(str(one.side), str(other.side)):
            return f"{one.name} and {other.name} are of opposing sides"
    return ""


def _rebel(one: str, other: str) -> bool:
    """Whether the first is a state in whose country the second, an armed group, fights."""
    state, group = load_registry().actors.get(one), load_registry().actors.get(other)
    return bool(
        state
        and group
        and state.kind == "government"
        and group.kind in ("rebel", "de_facto", "external")
        and set(state.countries) & set(group.countries)
    )
