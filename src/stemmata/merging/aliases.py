"""Origins of one event that are one under two names: "Mensah" and "Ama Mensah", "Tarin hospital" and "the hospital of
Tarin". Bodies of the tables have their ids and need none of this."""

from collections.abc import Iterable

from stemmata.merging.origins import is_known
from stemmata.places.keys import fold
from stemmata.records import Origin

_PLAIN = frozenset("the a an of in on at for from with and or to by own".split())


def under_one_name(origins: Iterable[Origin]) -> dict[str, Origin]:
    """Of each origin's id, the origin that it is: itself, or that whose name holds all of its name."""
    by_id = {origin.id: origin for origin in origins}
    named = {key: _words(origin.name) for key, origin in by_id.items() if origin.kind != "unnamed"}
    found = dict(by_id)
    for key, words in named.items():
        if not is_known(key):
            wider = [other for other, theirs in named.items() if other != key and _holds(theirs, words)]
            if wider:
                found[key] = by_id[min(wider, key=lambda other: (not is_known(other), -len(named[other]), other))]
    return {key: found.get(origin.id, origin) for key, origin in found.items()}


def _words(name: str) -> tuple[str, ...]:
    words = (fold(word.removesuffix("'s").removesuffix("’s")) for word in name.split())
    return tuple(word for word in words if word and word not in _PLAIN)


def _holds(wide: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name holds another; one word alone is a surname, with which a name ends."""
    if len(words) == 1:
        return len(wide) > 1 and wide[-1] == words[0]
    return len(words) > 1 and set(words) <= set(wide) and (len(wide) > len(words) or wide > words)
