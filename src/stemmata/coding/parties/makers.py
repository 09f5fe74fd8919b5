"""Whose deed it was behind "of": "raids of the army" are the army's, where "the shelling of the army" befell it."""

from typing import Final

from stemmata.coding.passages import Scene
from stemmata.coding.syntax.forms import keys
from stemmata.language.trees import Sentence, Word

# Nouns of a deed that somebody makes; those of a doing ("bombing", "shelling", "killing") take whom it is done to.
MADE: Final = frozenset(
    "strike airstrike raid attack assault offensive sortie barrage incursion counterattack counteroffensive".split()
)


def makers(sentence: Sentence, noun: Word, behind: list[Word], scene: Scene) -> list[Word]:
    """Of what stands behind "of" those whose deed it was.

    Args:
        sentence: where it is told.
        noun: the word of the deed.
        behind: what "of" ties to it.
        scene: the document.
    """
    if noun.upos != "NOUN" or noun.lemma.lower() not in MADE:
        return []
    return [w for w in behind if _acts(sentence, w, scene)]


def _acts(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """A side or people in arms, and not their base or a town."""
    post = not scene.codebook.classes["post"].isdisjoint(keys(word))
    return not post and any(scene.classes.is_a(sentence, word, kind) for kind in ("armed", "side"))
