"""What a format is: how some events look in it, how these pieces become a file, and what it cannot hold.

Pieces are made side by side in several processes, and put together in the order of the events by one; so a million
events pass through in memory that does not grow.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO, Any

from stemmata.case.entries import Entry
from stemmata.errors import ExportError
from stemmata.exports.changing.change import Change


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; the same for the same events."""

    title: str
    """The case's name."""
    asof: datetime | None
    """When a run last changed the events, in UTC; None for a case without a run."""
    credits: tuple[str, ...] = ()
    """Whose data is in it, as they want to be named."""
    version: str = ""
    """Of Stemmata."""


@dataclass(frozen=True, slots=True)
class Format:
    """One outside format."""

    name: str
    ending: str
    """Of its files, `.csv`."""
    means: str
    """What it is, in a line."""
    carries: frozenset[str]
    """What it holds of an event: names of `features.FEATURES`. All else that an event tells is a loss."""
    piece: Callable[[Sequence[Entry]], bytes]
    """Some events in this format."""
    assemble: Callable[[Iterable[bytes], IO[bytes], About], Sequence[str] | None]
    """Pieces, in order, into a file; hands back what had no room in it, in sentences, where there are bounds."""
    changed: Callable[[Sequence[Change]], bytes] | None = None
    """Some changes in this format, in place of the events alone; None where it cannot hold what changed."""
    leaves_out: Callable[[Entry], str | None] = field(default=lambda _: None)
    """Why an event has no place in it; None for one that has."""
    most: int | None = None
    """Events that a file may hold; None for any number."""
    notes: tuple[str, ...] = ()
    """What a reader of its files should know: rules that were applied, names that were not seen in a source."""
    opens: bytes = b""
    """How its files begin, where they are read back: in lines, of which each but those of the frame is an event."""
    frame: tuple[bytes, ...] = ()
    """How lines without an event begin."""
    told_by: Callable[[bytes], dict[str, Any]] = json.loads
    """What a line of an event tells, as JSON of `json.py`.

    Raises:
        KeyError, TypeError, ValueError: it is no such line.
    """

    def refuse_more(self, events: int) -> None:
        """Stop where a file has no room for so many events.

        Raises:
            ExportError: it has none.
        """
        if self.most is not None and events > self.most:
            raise ExportError(
                f"{events:,} events are asked for, and a file of {self.name} holds at most {self.most:,}; choose some"
                " with --since, --until, --country or --type."
            )
