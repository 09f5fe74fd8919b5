"""The word that says that something was not."""

from typing import Final

from stemmata.language.trees import Sentence, Word, asked_once

ONLY: Final = frozenset({"only", "just", "merely", "solely", "simply", "alone"})


def _and_more(sentence: Sentence, verb: Word) -> bool:
    """ "Did not only hit the barracks", "did not hit motorcycles only": it did, and more."""
    told = (verb, *sentence.children(verb, "obj", "nsubj:pass", "obl"))
    return any(w.text.lower() in ONLY for head in told for w in sentence.children(head, "advmod"))


@asked_once
def negation(sentence: Sentence, word: Word) -> Word | None:
    """The word that negates a verb, or an object of it ("carried out no strikes")."""
    for child in sentence.children(word, "advmod", "det", "cc:preconj"):
        if child.text.lower() in ("not", "n't", "never", "no", "n’t"):
            return None if _and_more(sentence, word) else child
    for subject in sentence.children(word, "nsubj"):
        if subject.text.lower() in ("nobody", "none", "neither", "nothing") or (
            subject.text.lower() == "one" and any(d.text.lower() == "no" for d in sentence.children(subject))
        ):
            return subject
        if (no := next((d for d in sentence.children(subject, "det") if d.text.lower() == "no"), None)) is not None:
            return no
    if (
        word.xpos == "VBG"
        and (without := sentence.child(word, "mark")) is not None
        and without.text.lower() == "without"
    ):
        return without  # "left the talks without signing a truce"
    above = sentence.head(word) if word.deprel == "conj" else None
    either = above is not None and any(cc.text.lower() in ("or", "nor") for cc in sentence.children(word, "cc"))
    return negation(sentence, above) if above is not None and either else None  # "did not move or dismantle the post"
