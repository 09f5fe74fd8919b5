"""Gives pronouns the actor that they stand for, where a reader would be sure.

"We" and "our" are whoever speaks: the claimant, else the publisher. "They", "it", "its" are the doer that the
sentences just before told of, when these told of one only, or the subject above them in their own sentence; else they
stay open. The words stay as they stand.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.passages import Scene
from stemmata.coding.retelling.amending import amend
from stemmata.coding.syntax import arguments
from stemmata.coding.syntax.classes import Classes
from stemmata.language.trees import Sentence, Word
from stemmata.records import Party, Report, Why

FIRST: Final = frozenset({"we", "our", "us", "i", "my", "me", "ours"})
THIRD: Final = frozenset(
    {"they", "them", "their", "it", "its", "he", "him", "his", "she", "her", "who", "which", "those"}
)
# Those that may stand for a side told earlier in their sentence.
BACK: Final = frozenset({"they", "them", "their", "it", "its"})
# Those that stand for a body where a person is the subject: "the army's spokesman said its jets struck".
BODY: Final = frozenset({"it", "its"})
# Those that say whose people or means act: "its fighters", "their jets".
OWNERS: Final = frozenset({"its", "their"})
# How many characters back the doer may have been told: about three sentences of news. Set by judgement.
REACH: Final = 500


def resolve(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document with the actors of their pronouns."""
    done: list[Report] = []
    for report in reports:
        initiator = tuple(_resolved(p, report, done, scene) for p in report.initiator)
        target = tuple(_resolved(p, report, (), scene) for p in report.target)
        done.append(amend(report, initiator=initiator, target=target))
    return done


def antecedent(sentence: Sentence, pronoun: Word, classes: Classes) -> Word | None:
    """The subject above in the same sentence, where it is a side or armed people: "rebels left the town they had held".

    "They" is not taken for who says it: "the army said they fled" tells of others.
    """
    word = pronoun.text.lower()
    if word not in BACK or pronoun.upos != "PRON":
        return None
    for verb in sentence.ancestors(pronoun):
        if verb.upos != "VERB" or (word in ("they", "them") and verb.lemma.lower() in classes.codebook.speech["verb"]):
            continue
        above = [w for w in arguments.subjects(sentence, verb) if w.upos != "PRON" and w.index < pronoun.index]
        if above:
            kinds = ("armed", "side") if word in BODY else ("armed",)
            sure = len(above) == 1 and any(classes.is_a(sentence, above[0], kind) for kind in kinds)
            return above[0] if sure else None
    return None


def _resolved(party: Party, report: Report, earlier: Sequence[Report], scene: Scene) -> Party:
    first = party.span.quote.split()[0]
    word = "" if first in ("US", "IT") else first.lower()  # "US contractors" are not ours
    if party.id is not None:
        return party
    if word in FIRST:
        identity = report.claimant[0].id if report.claimant else _publisher(scene)
        return replace(party, id=identity, why=Why("pronoun-of-speaker", party.why.entry)) if identity else party
    if party.span.quote.lower() in THIRD or word in OWNERS:
        near = [p for r in earlier for p in r.initiator if 0 < party.span.start - p.span.end < REACH]
        told = {p.id for p in near if p.id or not _is_pronoun(p)}  # somebody without a name may be meant as well
        doer = told.pop() if len(told) == 1 else None
        if doer and (word not in OWNERS or _are_its_people(party.span.quote, first, doer, scene)):
            return replace(party, id=doer, why=Why("pronoun-of-last-doer", party.why.entry))
    return party


def _is_pronoun(party: Party) -> bool:
    return party.span.quote.lower() in FIRST | THIRD


def _are_its_people(phrase: str, owner: str, doer: str, scene: Scene) -> bool:
    """Whether people or means of a body act for it: "its fighters", "their jets", not "its victims"."""
    body = scene.registry.actors.get(doer)
    if body is None or phrase == owner:
        return phrase == owner
    match = scene.registry.resolve(phrase, day=scene.day, country=scene.country, introduced={owner: body.name})
    return match is not None and match.id == doer


def _publisher(scene: Scene) -> str | None:
    match = scene.registry.resolve(scene.document.publisher, day=scene.day) if scene.document.publisher else None
    return match.id if match else None
