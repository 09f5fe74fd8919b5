"""Whom "he added" and "the source said" take up: a speaker told before, where a reader would be sure which.

"He" and "she" stand for people and "it" for bodies. Where none was told they stand for nobody: a ministry is not
given a minister's words.
"""

from collections.abc import Iterator, Sequence

from stemmata.coding import clauses
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.speakers import Speaker, speakers_of
from stemmata.figures import counted_class
from stemmata.language.trees import Word

PRONOUNS = frozenset("he she it they who which i we".split())
# "The spokesman added": people, and who is named with the same word.
AGAIN_PEOPLE = frozenset(
    "source sources spokesman spokeswoman spokesperson official officer witness reporter correspondent".split()
)
# "The agency added": any body.
AGAIN_BODIES = frozenset({"agency", "group", "organisation", "organization"})
# "The Observatory said": only who is named with the same word.
AGAIN_NAMES = frozenset({"observatory", "ministry", "center", "centre", "command", "council"})
# "The statement said": whoever spoke.
AGAIN_WORDS = frozenset({"statement", "report", "bulletin"})
AGAIN = AGAIN_PEOPLE | AGAIN_BODIES | AGAIN_NAMES | AGAIN_WORDS
# Bodies that the sentence before may have told of: "The ministry gave another picture. It said ...".
BODIES = frozenset(
    "ministry army police government office command agency group organisation organization party".split()
)
# Classes of the nouns that one person goes by ("the doctor", "a commander"), and such nouns without a class.
PERSONAL = frozenset({"official", "civilian", "person", "combatant"})
PERSONS = frozenset({"source", "head", "leader"})


def takes_up(speaker: Speaker) -> bool:
    """Tell whether a speaker is one told before: "he added", "the source said"."""
    lone = speaker.span.quote.lower().split()
    return speaker.head.text.lower() in PRONOUNS or (len(lone) == 1 and lone[0] in AGAIN and _definite(speaker))


def told_before(again: Speaker, before: Passage | None, spoken: Sequence[Speaker], scene: Scene) -> Speaker | None:
    """The speaker that a word takes up: a subject of the sentence right before it, else whoever spoke last.

    `spoken` are the speakers of the document so far, in text order.
    """
    beside = before is not None and before.block_number == again.passage.block_number
    subjects = _subjects(before, scene) if before is not None and beside else ()
    return next((s for s in (*subjects, *reversed(spoken)) if _fits(again.head.text.lower(), s)), None)


def _subjects(passage: Passage, scene: Scene) -> Iterator[Speaker]:
    """The officials, named people and bodies that the main clauses of a sentence tell of, the last clause first."""
    sentence = passage.sentence
    for verb in reversed(clauses.members(sentence, sentence.root)):
        for word in clauses.subjects(sentence, verb):
            known = counted_class(word.lemma.lower()) == "official" or word.lemma.lower() in BODIES
            if known or _name_kind(passage, word, word) in ("person", "group"):
                yield from speakers_of(passage, scene, word)


def _fits(word: str, speaker: Speaker) -> bool:
    same = word in speaker.span.quote.casefold().split()
    if word in ("he", "she"):
        return _is_person(speaker)
    if word in AGAIN_PEOPLE:
        return same or _is_person(speaker)
    if word in AGAIN_NAMES:
        return same
    return word not in ("it", *AGAIN_BODIES) or not _is_person(speaker)


def _is_person(speaker: Speaker) -> bool:
    first, last = clauses.phrase(speaker.passage.sentence, speaker.head)
    if (kind := _name_kind(speaker.passage, first, last)) is not None and speaker.head.upos == "PROPN":
        return kind == "person"
    lemma = speaker.head.lemma.lower()
    return lemma not in BODIES and (lemma in PERSONS or counted_class(lemma) in PERSONAL)


def _name_kind(passage: Passage, first: Word, last: Word) -> str | None:
    """What a noun phrase names; a person where it names several things ("Foreign Minister Walid Muallem")."""
    kinds = {n.kind for n in passage.sentence.names if n.first <= last.index and first.index <= n.last}
    return "person" if "person" in kinds else next(iter(sorted(kinds)), None)


def _definite(speaker: Speaker) -> bool:
    before = speaker.passage.sentence.words[: speaker.head.index][-2:]
    return any(w.text.lower() in ("the", "this", "that", "same") for w in before)
