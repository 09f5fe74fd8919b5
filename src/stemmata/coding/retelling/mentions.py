"""Which reports take up what the text has told: "the attack also wounded nine", "the shells hit a school"."""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.forms import means_at
from stemmata.language.trees import Sentence, Word
from stemmata.records import Report

NOUNS: Final = ("NOUN", "PROPN")
# Words for a count, which name nothing that happened.
TOLLS: Final = frozenset({"toll", "tally", "number", "count"})


def taking_up(reports: Sequence[Report], scene: Scene) -> frozenset[int]:
    """Where the triggers begin that name what was told, as offsets in the document."""
    return frozenset(report.trigger.span.start for report in reports if _takes_up(report, scene))


def _takes_up(report: Report, scene: Scene) -> bool:
    trigger = report.trigger.span
    passage = scene.passage_at(trigger.start)
    if passage is None:
        return False
    sentence = passage.sentence
    words = [word for word in sentence.words if trigger.start < word.end and word.start < trigger.end]
    inside = {word.index for word in words}
    for word in words:
        if word.head in inside:
            continue
        if word.upos in NOUNS:
            return word.lemma.lower() not in TOLLS and _is_known(sentence, word)
        told = (*arguments.subjects(sentence, word), *sentence.children(word, "nsubj:pass"))  # "the shells were fired"
        nouns = (w for w in told if w.upos in NOUNS)
        return any(_is_known(sentence, noun) and _names_it(noun, passage, scene) for noun in nouns)
    return False


def _names_it(word: Word, passage: Passage, scene: Scene) -> bool:
    """ "The blast", "the missiles", "the bomber": what happened, or what it was done with."""
    if any(mention.word is word for mention in passage.mentions):
        return True
    if any(scene.classes.is_a(passage.sentence, word, kind) for kind in ("shell", "bomb")):
        return True
    means = means_at(scene.codebook, passage.sentence, word)
    return means is not None and means.type == "suicide_bombing"


def _is_known(sentence: Sentence, noun: Word) -> bool:
    """ "The attack", "those strikes", "the army's shelling"."""
    whose = sentence.child(noun, "nmod:poss")
    return clauses.determined(sentence, noun, clauses.DEFINITE) or (whose is not None and _is_known(sentence, whose))
