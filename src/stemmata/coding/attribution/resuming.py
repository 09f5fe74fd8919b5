"""Whom "he added" and "the source said" take up: a speaker told before, where a reader would be sure which.

"He" and "she" stand for people and "it" for bodies. Where none was told they stand for nobody: a ministry is not
given a minister's words.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.publisher import is_publisher
from stemmata.coding.attribution.speakers import FIRST_PERSONS, Speaker, speakers_of
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.figures import counted_class
from stemmata.language.trees import Word

PRONOUNS: Final = frozenset("he she it they who which".split())
# Those whose words they are, by whom they stand for: "forty rebels were, in its words, put out of action".
OWNED: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
AGAIN: Final = ("again_person", "again_body", "again_name", "again_document")
# Classes of counted nouns that one person goes by ("the doctor", "a commander").
PERSONAL: Final = frozenset({"official", "civilian", "person", "combatant"})


def takes_up(speaker: Speaker, scene: Scene) -> bool:
    """Tell whether a speaker is one told before: "he added", "the source said"."""
    lone = speaker.span.quote.lower().split()
    again = len(lone) == 1 and any(lone[0] in scene.codebook.speakers[kind] for kind in AGAIN)
    return _pronoun(speaker) in PRONOUNS or (again and _definite(speaker))


def is_personal(speaker: Speaker, scene: Scene) -> bool:
    """Tell whether the words that take up a speaker stand for one person: "he added", "the source said"."""
    word = speaker.head.text.lower()
    return word in ("he", "she") or word in scene.codebook.speakers["again_person"]


def told_before(again: Speaker, before: Passage | None, earlier: Sequence[Claim], scene: Scene) -> Speaker | None:
    """The speaker that a word takes up: whoever says its own clause ("Peru said it believes"), else a subject of the
    sentence right before it, else whoever spoke last.

    `earlier` are the claims of the document so far, in text order.
    """
    beside = before is not None and before.block_number == again.passage.block_number
    subjects = _subjects(before, scene) if before is not None and beside else ()
    spoken = (s.stands_for or s for claim in reversed(earlier) for s in claim.voices)
    named = (s for s in spoken if s.head.text.lower() not in PRONOUNS | FIRST_PERSONS)
    at, start = again.head.start, again.passage.sentence.start
    over = (s for c in earlier if start <= c.cue.start < at and c.start <= at < c.end for s in c.voices)
    documents = scene.codebook.speakers["document"]
    above = (s for s in over if s.head.text.lower() not in PRONOUNS and s.head.lemma.lower() not in documents)
    fitting = (s for s in (*above, *subjects, *named) if _fits(_pronoun(again), s, scene))
    # The outlet that somebody tells it does not go on, unless it is its own reporter.
    own = again.head.lemma.lower() in scene.codebook.speakers["reporter"]
    return next((s for s in fitting if own or not is_publisher(s, scene)), None)


def _pronoun(speaker: Speaker) -> str:
    word = speaker.head.text.lower()
    return OWNED.get(word, word)


def _subjects(passage: Passage, scene: Scene) -> Iterator[Speaker]:
    """The officials, named people and bodies that the main clauses of a sentence tell of, the last clause first."""
    sentence = passage.sentence
    for verb in reversed(clauses.members(sentence, sentence.root)):
        for word in arguments.subjects(sentence, verb):
            known = (
                counted_class(word.lemma.lower()) == "official" or word.lemma.lower() in scene.codebook.speakers["body"]
            )
            if known or _name_kind(passage, word, word) in ("person", "group"):
                yield from speakers_of(passage, scene, word)


def _fits(word: str, speaker: Speaker, scene: Scene) -> bool:
    nouns = scene.codebook.speakers
    same = word in speaker.span.quote.casefold().split()
    if word in ("he", "she"):
        return _is_person(speaker, scene)
    if word in nouns["again_person"]:
        return same or _is_person(speaker, scene)
    if word in nouns["again_name"]:
        return same
    return (word != "it" and word not in nouns["again_body"]) or not _is_person(speaker, scene)


def _is_person(speaker: Speaker, scene: Scene) -> bool:
    first, last = clauses.phrase(speaker.passage.sentence, speaker.head)
    if (kind := _name_kind(speaker.passage, first, last)) is not None and speaker.head.upos == "PROPN":
        return kind == "person"
    lemma, nouns = speaker.head.lemma.lower(), scene.codebook.speakers
    return lemma not in nouns["body"] and (lemma in nouns["personal"] or counted_class(lemma) in PERSONAL)


def _name_kind(passage: Passage, first: Word, last: Word) -> str | None:
    """What a noun phrase names; a person where it names several things ("Foreign Minister Walid Muallem")."""
    kinds = {n.kind for n in passage.sentence.names if n.first <= last.index and first.index <= n.last}
    return "person" if "person" in kinds else next(iter(sorted(kinds)), None)


def _definite(speaker: Speaker) -> bool:
    before = speaker.passage.sentence.words[: speaker.head.index][-2:]
    return any(w.text.lower() in ("the", "this", "that", "same") for w in before)
