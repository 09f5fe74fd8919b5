"""What is told only to be called untrue: "reports that rebels shelled the market were false", as trees lose it."""

from collections.abc import Mapping
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
    before = [n for n, low in enumerate(sentence.low[: trigger.index]) if low in OPENING and n > 0]
    if not any(_tells(sentence.words[n - 1].lemma.lower(), nouns) for n in before):
        return None
    for be in sentence.words[trigger.index + 1 :]:
        if be.upos == "AUX" and be.lemma == "be":
            behind = sentence.words[be.index + 1 : be.index + 1 + REACH]
            return next((w for w in behind if {w.lemma.lower(), w.text.lower()} & nouns["untrue"]), None)
    return None


def _tells(noun: str, nouns: Mapping[str, frozenset[str]]) -> bool:
    return noun in TOLD or noun in nouns["document"] or noun in nouns["denied"]
