"""Which counts stand in an argument: at its noun, in what it holds and in what it carries.

"Found a cache of eight rifles" counts rifles, "claimed the lives of three children" children, and "buses carrying 600
evacuees left" people who left.
"""

from collections.abc import Iterator
from typing import Final

from stemmata.coding.passages import Passage
from stemmata.coding.syntax import clauses
from stemmata.figures import Count, figure_words
from stemmata.language.trees import Word, matches

# Verbs whose object goes, or is found, with their subject.
CARRIES: Final = frozenset({"carry", "hold", "contain", "transport", "bring", "bear", "ferry"})


def counts_at(passage: Passage, word: Word) -> list[int]:
    """The counts of a word, by their index in the passage: of the counted noun, or of a number that stands for it."""
    heads = [word, *_held(passage, word), *_carried(passage, word)]
    return [n for n, count in enumerate(passage.counts) if any(_heads(passage, count, head) for head in heads)]


def _held(passage: Passage, word: Word) -> Iterator[Word]:
    """Rifles and pistols of "a cache of eight rifles and two pistols"."""
    if word.lemma.lower() in figure_words("holder"):
        yield from clauses.phrases_after(passage.sentence, word, frozenset({"of"}))


def _carried(passage: Passage, word: Word) -> Iterator[Word]:
    sentence = passage.sentence
    for verb in sentence.children(word, "acl", "acl:relcl"):
        if verb.lemma.lower() in CARRIES and verb.xpos != "VBN":
            for thing in sentence.children(verb, "obj"):
                yield thing
                yield from sentence.children(thing, "conj")


def _heads(passage: Passage, count: Count, word: Word) -> bool:
    if count.noun is None:
        return count.first <= word.index <= count.last
    if count.rule == "number-of-noun" and word.upos == "NUM" and count.first <= word.index <= count.last:
        return True  # "his wife and four of her children"
    noun = passage.sentence.words[count.noun]
    if (
        count.rule == "number-of-noun"
        and noun.head != word.index
        and count.first <= word.index < noun.head < noun.index
    ):
        return True  # "tens of thousands of civilians"
    inside = noun.head == word.index and matches(noun.deprel, ("compound", "nmod"))  # "dozens of rifles"
    return noun.index == word.index or (inside and (noun.deprel == "compound" or count.first <= word.index))
