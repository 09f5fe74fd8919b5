"""Tells what somebody kept from happening: "preventing them from regaining control of the town" takes no town."""

from stemmata.coding.codebook import Codebook
from stemmata.language.trees import Sentence, Word


def prevented(sentence: Sentence, trigger: Word, codebook: Codebook) -> bool:
    """Tell whether a happening stands in a clause of "from" under a verb of preventing."""
    word: Word | None = trigger
    while word is not None and word.upos == "VERB" and (above := sentence.head(word)) is not None:
        from_it = any(mark.text.lower() == "from" for mark in sentence.children(word, "mark", "case"))
        if from_it and above.lemma.lower() in codebook.cues["prevent"]:
            return True
        word = above if word.deprel in ("conj", "xcomp") else None
    return False
