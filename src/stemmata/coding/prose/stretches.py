"""The stretches of a document that the language model reads, none of which holds the end of a sentence within it that
no stop tells."""

import re
from itertools import pairwise
from typing import Final

from stemmata.coding.prose.datelines import prose
from stemmata.coding.prose.heads import head_of
from stemmata.coding.prose.run_together import beginnings, told_twice
from stemmata.language.words import Stretch
from stemmata.records import Document

# "Tags Aleppo Azaz Car Bomb", of which a lead was cut off that begins without a stop.
_TAGS: Final = re.compile(r"Tags:?\s[^.!?]*$")


def stretches(document: Document) -> list[Stretch]:
    """The prose of a document, from offset to offset."""
    text, above = document.text, head_of(document)
    found: list[Stretch] = []
    for block in document.blocks:
        opens = block.start <= above.story < block.end
        if opens:
            found += above.headlines
        for start, end in prose(text, block, above.story if opens else block.start):
            if opens and (copy := told_twice(text, start, end)):
                found += _cut(text, start, copy[0])
                start = copy[1]
            found += _cut(text, start, end)
    return found


def _cut(text: str, start: int, end: int) -> list[Stretch]:
    """A stretch in parts, one for each sentence that begins without a stop before it, and without tags."""
    at = [start, *beginnings(text, start, end), end]
    parts = [(one, other) for one, other in pairwise(at) if text[one:other].strip()]
    return [(one, other) for one, other in parts if not _TAGS.match(text, one, other)]
