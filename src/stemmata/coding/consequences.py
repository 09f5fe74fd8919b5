"""Joins consequences told in a sentence of their own to the happening before them.

"Two bombs fell on the market. Nine people were killed, the police said." is one happening.
"""

from collections.abc import Sequence
from dataclasses import replace

from stemmata.coding.happenings import HARMLESS, Happening

# How many sentences after its happening a consequence may be told. Set by judgement.
REACH = 2


def join_consequences(happenings: Sequence[Happening]) -> list[Happening]:
    """Happenings in text order, each with the consequences that later sentences tell of it."""
    joined: list[Happening] = []
    for happening in happenings:
        home = _home(joined, happening)
        if home is None:
            joined.append(happening)
        else:
            joined[home] = replace(joined[home], later=(*joined[home].later, happening))
    return joined


def _home(joined: Sequence[Happening], happening: Happening) -> int | None:
    if not _leans(happening):
        return None
    for n in range(len(joined) - 1, -1, -1):
        earlier = joined[n]
        last = earlier.later[-1].passage if earlier.later else earlier.passage
        if happening.passage.number - last.number > REACH or happening.passage.block_number != earlier.passage.block_number:
            return None
        if happening.passage.number == earlier.passage.number:
            continue
        if earlier.type not in HARMLESS and earlier.trigger.row.role != "effect":
            return n
    return None


def _leans(happening: Happening) -> bool:
    """A consequence that names no place and no time of its own."""
    effect = happening.trigger.row.role == "effect" and happening.type in ("casualties", "property_destruction")
    return effect and not happening.passage.places and not happening.passage.times
