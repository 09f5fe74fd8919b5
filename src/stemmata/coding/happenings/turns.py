"""Tells where a text turns to another happening ("in a separate incident"), which takes nothing over from before."""

from typing import Final

from stemmata.coding.passages import Passage, Scene

# Words of the longest phrase that turns a text.
REACH: Final = 5


def told_together(earlier: Passage, later: Passage, scene: Scene) -> bool:
    """Tell whether a text keeps to one thing from one passage to another, in either order."""
    first, last = sorted((earlier.number, later.number))
    return not any(_turns(passage, scene) for passage in scene.passages[first + 1 : last + 1])


def _turns(passage: Passage, scene: Scene) -> bool:
    words = [word.text.lower() for word in passage.sentence.words[:REACH]]
    return any(" ".join(words[:length]) in scene.codebook.classes["turn"] for length in range(1, len(words) + 1))
