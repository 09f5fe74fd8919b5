"""What is told only to be called untrue: "reports that rebels shelled the market were false", as trees lose it."""

from typing import Final

from stemmata.coding.passages import Scene
from stemmata.language.trees import Sentence, Word

# Nouns of what is said beside those of documents and claims.
TOLD: Final = frozenset({"news", "story", "talk", "information"})
# What opens the telling behind them.
OPENING: Final = frozenset({"that", "of", "about"})
# Words between "were" and what it was called: "were completely false".
REACH: Final = 3


def called_untrue(sentence: Sentence, trigger: Word, scene: Scene) -> Word | None:
    """The word that calls a telling untrue, where a happening stands in that telling; read word by word."""
    nouns = scene.codebook.speakers
    opened = (w for w in sentence.words[: trigger.index] if w.text.lower() in OPENING and w.index > 0)
    if not any(sentence.words[w.index - 1].lemma.lower() in nouns["document"] | nouns["denied"] | TOLD for w in opened):
        return None
    for be in sentence.words[trigger.index + 1 :]:
        if be.upos == "AUX" and be.lemma == "be":
            behind = sentence.words[be.index + 1 : be.index + 1 + REACH]
            return next((w for w in behind if {w.lemma.lower(), w.text.lower()} & nouns["untrue"]), None)
    return None
