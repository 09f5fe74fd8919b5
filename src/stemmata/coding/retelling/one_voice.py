"""Whether two reports of a document rest on one voice, and which of them names it."""

import re
from collections.abc import Sequence
from typing import Final

from stemmata.records import Claimant


def two_voices(a: Sequence[Claimant], b: Sequence[Claimant]) -> bool:
    if not a or not b:
        return False
    return not _voices(a) & _voices(b) and not any(_within(one, other) for one in a for other in b)


def _within(one: Claimant, other: Claimant) -> bool:
    """Tell whether the words for one speaker hold those for another: "state media", "Syrian state media"."""
    a, b = (frozenset(_words(claimant).casefold().split()) for claimant in (one, other))
    return (a <= b or b <= a) and (one.id is None or other.id is None)


def _voices(claimants: Sequence[Claimant]) -> set[str]:
    """The claimants by id, by the words that name them, and persons by their name alone, whatever their office."""
    voices = {c.id or _words(c).casefold() for c in claimants}
    return voices | {name.casefold() for c in claimants if (name := _person(_words(c)))}


def _words(claimant: Claimant) -> str:
    return (claimant.stands_for or claimant.span).quote


def _person(words: str) -> str | None:
    """ "Minister Anna Lind" and "Anna Lind": the two words of a name that end a phrase."""
    found = re.search(r"(?<!\bof )(?<!\bin )(?<!\bat )\b[A-Z][\w'’-]+ [A-Z][\w'’-]+$", words)
    return found[0] if found else None


def unnamed(claimants: Sequence[Claimant]) -> bool:
    """Tell whether a voice is only described: "a monitor" in the lead, whom the body names."""
    told = ((c, _BASED.sub("", _words(c))) for c in claimants)
    return all(c.id is None and words == words.lower() for c, words in told)


def described(claimants: Sequence[Claimant]) -> bool:
    """Tell whether a voice is told without a name, also of a body that is known: "a civil defence source"."""
    words = [_words(claimant) for claimant in claimants]
    somebody = all(told == told.lower() and told.split()[-1] in SOMEBODY for told in words)
    return bool(claimants) and (somebody or unnamed(claimants))


def called_by_name(claimants: Sequence[Claimant]) -> bool:
    """Tell whether a voice is told by a name, of a person or a body: no mere "mayor"."""
    return any(words != words.lower() for claimant in claimants if (words := _words(claimant)))


# Words for somebody of a body.
SOMEBODY: Final = frozenset(
    "source sources official officials spokesman spokeswoman spokesperson officer officers member volunteer volunteers"
    " worker workers".split()
)
# "A Britain-based monitor" is no name.
_BASED: Final = re.compile(r"\b[A-Z]\w*-(?:based|backed|led)\b")


def named_first(best: tuple[Claimant, ...], other: tuple[Claimant, ...]) -> tuple[Claimant, ...]:
    return other if other and described(best) and not described(other) else best or other
