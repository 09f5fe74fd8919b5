"""Those who fight, by how they are called: by the letters of their name, or as somebody's men."""

from typing import Final

from stemmata.language.trees import Sentence, Word

SHORTEST_ACRONYM: Final = 3


def is_acronym(sentence: Sentence, word: Word) -> bool:
    """A word in capitals among words that are not."""
    if len(word.text) < SHORTEST_ACRONYM or not word.text.isalpha() or not word.text.isupper():
        return False
    beside = sentence.words[max(0, word.index - 1) : word.index + 2]
    return word.upos in ("PROPN", "NOUN") and sum(w.text.isupper() and len(w.text) > 1 for w in beside) == 1


def are_followers(sentence: Sentence, word: Word) -> bool:
    """ "Its men", "his men": those who fight for a group or under somebody."""
    if word.text.lower() not in ("men", "boys"):
        return False
    return any(owner.xpos == "PRP$" for owner in sentence.children(word, "nmod:poss"))
