"""The place that an item of a log opens with: "Borno / Bama: ...", "- 3 May, night, Bama ward. ...", "Bosaso. ...".

It holds for the whole item, and gives way to any place told in it. What opens the first paragraph, or tells a day, is
a dateline.
"""

from typing import Final

from stemmata.coding.passages import Passage, PlaceName, Scene
from stemmata.language.trees import Word
from stemmata.places.wording import place_words

# Words of the longest opening before a colon, with its day and hour.
LONGEST: Final = 14
NAMING: Final = frozenset({"PROPN", "PUNCT", "SYM", "NUM", "ADP", "DET", "ADJ", "X"})


def opening_places(passage: Passage, scene: Scene) -> list[tuple[Passage, PlaceName]]:
    """The places that the item or paragraph of a passage opens with, each with its sentence, the widest first."""
    first = passage
    while first.number > 0 and scene.passages[first.number - 1].block_number == passage.block_number:
        first = scene.passages[first.number - 1]
    before = (scene.passages[n].block.kind == "paragraph" for n in range(first.number))
    labelled = first.block.kind == "paragraph" and any(before)
    end = _end(first, labelled=labelled)
    return [(first, place) for place in first.places if place.last < end]


def _end(passage: Passage, *, labelled: bool) -> int:
    """The index of the word behind an opening; 0 where a passage has none.

    `labelled` tells of a paragraph that may open with a label of its own, as those behind the first may.
    """
    words = passage.sentence.words
    colon = next((w.index for w in words[:LONGEST] if w.text == ":"), None)
    if colon is not None and all(_names(word, passage) for word in words[:colon]):
        return colon
    item = passage.block.kind == "list_item" or (labelled and not passage.times)
    opens = item and passage.sentence.end < passage.block.end
    return len(words) if opens and not passage.mentions and all(_names(w, passage) for w in words) else 0


def _names(word: Word, passage: Passage) -> bool:
    """Tell whether a word only names a place or a time."""
    capital = word.text[:1].isupper() and word.upos != "NOUN"  # "Imo", taken for an adverb
    if capital or word.upos in NAMING or word.text.lower() in place_words():
        return True
    return any(time.first <= word.index <= time.last for time in passage.times)
