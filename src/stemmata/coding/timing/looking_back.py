"""Tells what looks back from the scene that a text has set: "had also recovered", told in the pluperfect."""

from collections.abc import Sequence

from stemmata.language.trees import Sentence, Word


def looks_back(sentence: Sentence, word: Word, said_by: Sequence[object]) -> bool:
    """Tell whether a text tells a happening in the pluperfect.

    Args:
        sentence: where it is told.
        word: its trigger.
        said_by: who says so; what somebody said is told in the pluperfect whenever it happened.
    """
    verb = next((w for w in (word, *sentence.ancestors(word)) if finite(sentence, w)), None)
    return not said_by and verb is not None and any(w.text.lower() == "had" for w in sentence.children(verb, "aux"))


def finite(sentence: Sentence, word: Word) -> list[Word]:
    """The word and the auxiliaries of it that have a tense."""
    if word.upos not in ("VERB", "AUX"):
        return []
    return [w for w in (word, *sentence.children(word, "aux")) if w.xpos in ("VBD", "VBZ", "VBP", "MD")]
