"""Speech that runs on: sentences that name no speaker and still rest on the one of the sentence before.

A reader takes a sentence for the document's own again, unless something ties it to what was said: it adds to it ("two
other shells also hit") or goes on about the same people by a pronoun.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.resuming import PRONOUNS
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments

# "The group claimed the attack" and what stands between marks run no further.
NOT_RUNNING: Final = frozenset({"quotation", "quotation-after-name", "statement-after-colon", "reported-thing"})
# Words among which a pronoun opens a sentence.
OPENING: Final = 3


def run_on(said: Sequence[tuple[Passage, Sequence[Claim]]], scene: Scene) -> Iterator[Claim]:
    """Claims over the sentences that no claim holds and that go on with what the sentence before says.

    Args:
        said: the sentences in text order, each with the claims that its own words make.
        scene: the document.
    """
    running: Claim | None = None
    for n, (passage, claims) in enumerate(said):
        before = said[n - 1][0] if n else passage
        beside = running is not None and before.block_number == passage.block_number
        if claims:
            running = _of_whole_sentence(passage, claims)
        elif running and beside and (_adds(passage, scene) or _pronoun(passage)):
            sentence = passage.sentence
            running = replace(running, start=sentence.start, end=sentence.end, rule="speech-runs-on")
            yield running
        else:
            running = None


def _of_whole_sentence(passage: Passage, claims: Sequence[Claim]) -> Claim | None:
    """The claim that the main verb of a sentence makes or stands in; its sentence is the speaker's."""
    root = passage.sentence.root
    main = (c for c in claims if c.cue.start == root.start or c.start <= root.start < c.end)
    return next((c for c in main if c.rule not in NOT_RUNNING), None)


def _adds(passage: Passage, scene: Scene) -> bool:
    """Tell whether a sentence adds to the one before: "two other shells fell", "shelling also hit", "moreover"."""
    sentence, adding = passage.sentence, scene.codebook.speakers["adding"]
    opening = next((w for w in sentence.words if w.upos in ("NOUN", "PROPN")), sentence.root)
    return any(
        word.text.lower() in adding and (word.head in (sentence.root.index, opening.index) or word.index == 0)
        for word in sentence.words[: max(opening.index, sentence.root.index) + 1]
    )


def _pronoun(passage: Passage) -> bool:
    """Tell whether a sentence opens with a pronoun as the subject of its main verb; "it was reported" names nobody."""
    subjects = arguments.subjects(passage.sentence, passage.sentence.root)
    return any(w.text.lower() in PRONOUNS and w.index < OPENING and w.deprel != "expl" for w in subjects)
