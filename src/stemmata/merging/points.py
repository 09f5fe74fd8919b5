"""What one thing says for or against two reports being of one happening: points, with a reason that people can read."""

from dataclasses import dataclass
from functools import cache
from typing import Final

NEVER: Final = -100.0
"""What no evidence can outweigh."""
INHERITED: Final = 0.5
"""How much of what speaks against is left where the value was told of another sentence: of another happening, maybe."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing says for or against."""

    points: float
    reason: str


NOTHING: Final = Part(0.0, "")


@cache
def inherited(part: Part) -> Part:
    """The same part, of a value that was not told of the report itself: where it speaks against, it says less."""
    if part.points >= 0 or part.points <= NEVER:
        return part
    return Part(INHERITED * part.points, f"{part.reason}, told of another sentence")
