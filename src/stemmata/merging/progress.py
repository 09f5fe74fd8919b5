"""Who wants to hear how far merging is."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")

Heard = Callable[[str, int, int], None]
"""Told what is worked on ("events"), how many of it are done, and of how many."""


def unheard(what: str, done: int, of: int) -> None:
    """Nobody wants to."""


def counted(things: Collection[Thing], what: str, heard: Heard) -> Iterator[Thing]:
    """Go through things and tell each time how far it is."""
    for done, thing in enumerate(things):
        heard(what, done, len(things))
        yield thing
