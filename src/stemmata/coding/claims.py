"""A `Claim`: a stretch of a document that somebody says, with who relays it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.coding.codebook import Weight
from stemmata.coding.speakers import Speaker
from stemmata.records import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that somebody says, with who relays it."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    """Innermost first."""
    weight: Weight
    rule: str
    entry: str | None
    cue: Span
    """The word of saying."""
    relays: tuple[Speaker, ...] = ()
    """Those who pass on what the speakers say, innermost first."""

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """Who speaks and who relays it, innermost first."""
        return (*self.speakers, *self.relays)


def claims_over(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """The claims whose stretch holds a span, the smallest stretch first, and of one stretch the longest chain."""
    over = (c for c in claims if c.start <= start and end <= c.end)
    return sorted(over, key=lambda c: (c.end - c.start, -len(c.voices)))
