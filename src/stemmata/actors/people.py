"""People of whom no more is told than that they are people: "about 30 people", "two Moroccans", "700".

No name says whose they are. What a report tells of them may: those who flee, are given aid or are abducted are
unarmed, those who demonstrate are protesters.
"""

from typing import Final

from stemmata.actors.phrases import Role, Token, tokens
from stemmata.actors.registry import Registry

_ARMED: Final = frozenset[Role](("organ", "arm", "title", "fighter"))


def tells_of_people(phrase: str, registry: Registry) -> bool:
    """Whether a phrase tells of people and of nobody's in particular; not of "armed men" or "army recruits"."""
    words = _first_part(phrase, registry)
    if not words:
        return False
    *before, head = words
    return _is_people(head, registry) and not any(_is_somebodys(token, registry) for token in before)


def tells_of_a_crowd(phrase: str, registry: Registry) -> bool:
    """Whether a phrase may tell of anybody who demonstrates: no name, no fighters, no organ of a state."""
    words = _first_part(phrase, registry)
    return bool(words) and not words[-1].capitalised and not any(_is_somebodys(token, registry) for token in words)


def _first_part(phrase: str, registry: Registry) -> list[Token]:
    """The words up to the first link or comma; what a link adds to people leaves them what they are."""
    words = []
    for token in tokens(phrase):
        if token.folded in (",", ";", ":", "(") or "link" in registry.roles.get(token.folded, ()):
            break
        words.append(token)
    return [token for token in words if not token.breaks]


def _is_people(head: Token, registry: Registry) -> bool:
    roles = registry.roles.get(head.folded, frozenset())
    return bool(roles & {"person", "civilian"}) or head.folded.isdigit() or _is_nation(head, registry)


def _is_nation(word: Token, registry: Registry) -> bool:
    """ "Moroccans", by the adjective of a country."""
    singular = registry.names.of(word.folded.removesuffix("s"))
    return word.capitalised and word.folded.endswith("s") and any(c.sort == "adjective" for c in singular)


def _is_somebodys(word: Token, registry: Registry) -> bool:
    roles = registry.roles.get(word.folded, frozenset())
    return word.folded == "armed" or bool(roles & _ARMED and not roles & {"person", "civilian", "quality"})
