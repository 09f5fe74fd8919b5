"""Who speaks without an article: "killing six residents in the area reported", "west of Aden local media said".

Where neither a mark nor an article parts the speaker from what is said, trees draw the words before into his name. A
plural that people speak by, with the adjectives right before it, begins a phrase of its own.
"""

from typing import Final

from stemmata.language.trees import Sentence, Word

# How long the name of a speaker at the end of a sentence may be, in words.
NAME_REACH: Final = 12
# What may stand between such a noun and its verb: "activists in the northern town".
BEHIND: Final = ("NOUN", "PROPN", "ADJ", "ADP", "DET")
# What ties a phrase to the words before it: those it does not begin behind.
TIES: Final = ("DET", "ADP", "CCONJ", "NUM", "PUNCT", "PART")


def bare_before(sentence: Sentence, first: Word, nouns: frozenset[str]) -> Word | None:
    """The plural without an article that speaks right before a verb, alone or with "in the town" behind it.

    Args:
        sentence: that the verb stands in.
        first: word of the verb.
        nouns: that people speak by.
    """
    words = sentence.words
    for word in reversed(words[max(0, first.index - NAME_REACH) : first.index]):
        speaks = word.lemma.lower() in nouns and _is_plural(word)
        if speaks and (word.index + 1 == first.index or words[word.index + 1].upos == "ADP"):
            return word if own_first(sentence, word, nouns) is not None else None
        if word.upos not in BEHIND:
            return None
    return None


def own_first(sentence: Sentence, noun: Word, nouns: frozenset[str]) -> Word | None:
    """The first word of such a noun's phrase, where the words before it belong to what is said; else None."""
    if noun.lemma.lower() not in nouns or not _is_plural(noun):
        return None
    words, at = sentence.words, noun.index
    while at > 0 and (words[at - 1].xpos == "JJ" or (words[at - 1].xpos == "NN" and words[at - 1].head == noun.index)):
        at -= 1
    before = words[at - 1] if at > 0 else None
    if before is None or before.upos in TIES or before.xpos == "PRP$":
        return None
    named = before.upos == "PROPN" and at == noun.index  # "Aden residents"
    return words[at] if before.upos in ("NOUN", "PROPN") and not named else None


def _is_plural(noun: Word) -> bool:
    return noun.xpos == "NNS" or noun.lemma.lower() == "media"
