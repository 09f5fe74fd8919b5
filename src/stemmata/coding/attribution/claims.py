"""A `Claim`: a stretch of a document that somebody says, with who relays it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from stemmata.coding.attribution.speakers import Speaker
from stemmata.coding.passages import Passage
from stemmata.coding.rows import Weight
from stemmata.language.trees import Word
from stemmata.records import Span


@dataclass(frozen=True)
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

    @cached_property
    def voices(self) -> tuple[Speaker, ...]:
        """Who speaks and who relays it, innermost first."""
        return (*self.speakers, *self.relays)


class Claims(tuple[Claim, ...]):
    """The claims of a document, in text order."""

    @cached_property
    def cues(self) -> frozenset[int]:
        """The offsets of the words of saying."""
        return frozenset(claim.cue.start for claim in self)

    def heads_in(self, passage: Passage) -> Sequence[Word]:
        """The words of a passage that head who speaks or relays."""
        return self._heads.get(passage.number, ())

    @cached_property
    def _heads(self) -> Mapping[int, Sequence[Word]]:
        heads: dict[int, list[Word]] = defaultdict(list)
        for voice in (voice for claim in self for voice in claim.voices):
            heads[voice.passage.number].append(voice.head)
        return heads


def claims_over(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """The claims, given in text order, whose stretch holds a span: the smallest stretch first, and of one stretch the
    longest chain."""
    begun = claims[: bisect_right(claims, start, key=attrgetter("start"))]
    over = [claim for claim in begun if end <= claim.end]
    return over if len(over) < 2 else sorted(over, key=lambda c: (c.end - c.start, -len(c.voices)))
