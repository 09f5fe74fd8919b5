"""What one thing says for or against two reports being of one happening: points, with a reason that people can read."""

from dataclasses import dataclass
from typing import Final

NEVER: Final = -100.0
"""What no evidence can outweigh."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing says for or against."""

    points: float
    reason: str


NOTHING: Final = Part(0.0, "")
