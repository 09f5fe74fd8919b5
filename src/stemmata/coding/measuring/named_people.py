"""Counts people who are called by their names: a named person's death is one.

A name that a count covers ("three men, Ali, Omar and Hassan") counts nothing of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Name, Sentence, Word
from stemmata.records import Figure, Why

# Measures of those who were hurt.
HURT: Final = frozenset({"killed", "wounded"})


def named(happening: Happening, counted: Sequence[Figure], scene: Scene) -> Iterator[Figure]:
    """One figure for each person who was hurt by full name and whom no count covers."""
    sentence = happening.sentence
    for mention in happening.mentions:
        measure = next((measure for _, measure in mention.row.counts if measure in HURT), None)
        if measure is None or mention.word.xpos in ("VB", "VBG"):
            continue  # "plans to assassinate X"
        why = Why("named-person", mention.row.entry)
        heads = (word for slot in mention.row.target for word in fill(sentence, mention.word, slot))
        for name in dict.fromkeys(name for word in heads if (name := _person(sentence, word))):
            span = scene.document.span(sentence.words[name.first].start, sentence.words[name.last].end)
            if not any(f.span.start < span.end and span.start < f.span.end for f in counted):
                yield Figure(span, measure, span.quote, 1, 1, "exact", "people", None, why)


def _person(sentence: Sentence, word: Word) -> Name | None:
    """The full name of a person that a word stands in; a single word may be anything's."""
    if word.upos != "PROPN":
        return None
    names = (n for n in sentence.names if n.kind == "person" and n.first < n.last)
    return next((n for n in names if n.first <= word.index <= n.last), None)
