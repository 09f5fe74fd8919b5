"""Whom "they" and "it" take up at the head of a sentence: the subject of the one before it.

"The army's forces hold the east. They drove the rebels out of Sake in May." Only where that is one known side, and
nobody acted in between whom the pronoun could mean.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.actors import Match, resolve_claimant
from stemmata.coding.attribution.pronouns import BACK, OWNERS
from stemmata.coding.parties.parties import party_span, resolve_party
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.retelling.amending import amend
from stemmata.coding.syntax import arguments
from stemmata.language.trees import Sentence, Word
from stemmata.places.wording import place_words
from stemmata.records import Party, Report, Span, Why

SEVERAL: Final = frozenset({"they", "them", "their"})


def take_up(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document, their pronouns that stay open with the id of the subject of the sentence before."""
    return [amend(r, initiator=tuple(_with_subject_before(p, scene) for p in r.initiator)) for r in reports]


def body_of_subject(name: Span, scene: Scene) -> Match | None:
    """Who speaks as "its military" or "their spokesman": the body of the side told before, as the subject of the same
    sentence or of the one before it; None where a reader would not be sure."""
    owner, _, body = name.quote.partition(" ")
    here = scene.passage_at(name.start)
    if owner.lower() not in OWNERS or not body or here is None:
        return None
    for passage in (here, *scene.passages[max(0, here.number - 1) : here.number]):
        subject = _subject(passage, owner.lower() in SEVERAL, scene)
        if subject is None or subject.start > name.start or subject.lemma.lower() in place_words():
            continue
        if scene.classes.is_a(passage.sentence, subject, "side"):
            whose = party_span(passage, scene, subject).quote
            told = f"{whose}'s {body}"
            return resolve_claimant(told, day=scene.day, country=scene.country, introduced=scene.introduced)
    return None


def _with_subject_before(party: Party, scene: Scene) -> Party:
    words = party.span.quote.lower().split()
    if party.id is not None or words[0] not in BACK or (len(words) > 1 and words[0] not in OWNERS):
        return party
    here = scene.passage_at(party.span.start)
    before = scene.passages[here.number - 1] if here is not None and here.number else None
    if here is None or before is None or not _heads_its_sentence(here.sentence, party):
        return party
    subject = _subject(before, words[0] in SEVERAL, scene)
    if subject is None or not any(scene.classes.is_a(before.sentence, subject, kind) for kind in ("armed", "side")):
        return party
    match = resolve_party(scene, subject, party_span(before, scene, subject))
    return party if match is None else replace(party, id=match.id, why=Why("pronoun-of-subject-before", match.entry))


def _heads_its_sentence(sentence: Sentence, party: Party) -> bool:
    """Whether a pronoun is the subject of its sentence, or takes up the pronoun that is."""
    heads = arguments.subjects(sentence, sentence.root)
    return len(heads) == 1 and heads[0].text.lower() in BACK and heads[0].start <= party.span.start


def _subject(passage: Passage, several: bool, scene: Scene) -> Word | None:
    """The one subject of a sentence; "they" are not the one who says it, but the one of whom it is said."""
    sentence, verb = passage.sentence, passage.sentence.root
    says = verb.lemma.lower() in scene.codebook.speech["verb"]
    if says and several:
        told = sentence.child(verb, "ccomp")
        if told is None:
            return None
        verb = told
    heads = [w for w in arguments.subjects(sentence, verb) if w.upos in ("NOUN", "PROPN")]
    return heads[0] if len(heads) == 1 and (several or heads[0].xpos not in ("NNS", "NNPS")) else None
