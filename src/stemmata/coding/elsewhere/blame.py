"""Who is said to have done it, where a clause of its own says so behind the deed.

"A bomb went off in the market, killing ten. The ELN took responsibility on Friday.", "Nine houses were burnt, which the
militia blames on the army." In the document's own voice, or in the voice that tells of the deed, the deed has its doer
by that; in another's it is a report of its own, with the words of blame as its trigger.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.attribution.publisher import is_publisher
from stemmata.coding.attribution.speakers import speakers_of
from stemmata.coding.elsewhere.blaming import Blame, is_of_that, words_of_blame
from stemmata.coding.elsewhere.doers import is_armed
from stemmata.coding.parties.parties import parties
from stemmata.coding.passages import Scene
from stemmata.coding.reporting.reports import claimant
from stemmata.coding.retelling.one_voice import two_voices
from stemmata.coding.syntax.forms import forms
from stemmata.records import Claimant, Party, Report, Trigger, Why

RULE: Final = "initiator-blamed"
# How many sentences behind a deed it is owned or blamed. Set by judgement.
REACH: Final = 2
# Families of types, and types beside them, that somebody is blamed for.
DEEDS: Final = frozenset({"strikes", "bombs", "civilians"})
DEEDS_BESIDE: Final = frozenset({"clash", "property_destruction"})
NO_DEEDS: Final = frozenset({"weapons_found"})
# Who is blamed without a name: "blamed each other", "blamed him".
NOBODY: Final = frozenset({"other", "another", "each", "him", "her", "them", "themselves", "itself", "one", "someone"})


def blame(reports: Sequence[Report], claims: Sequence[Claim], scene: Scene) -> list[Report]:
    """The reports of a document, those of deeds with whom a clause behind them blames, and what others say of them."""
    found = list(reports)
    cues = {*scene.codebook.blame, "behind"}
    for passage in scene.passages:
        if cues.isdisjoint(forms(passage.sentence)):
            continue
        for told in words_of_blame(passage, scene):
            armed = all(scene.classes.is_a(passage.sentence, word, "armed") for word in told.who)
            named = parties(passage, [(word, RULE) for word in told.who], scene)
            doers = tuple(p for p in named if armed or _may_do(p))
            deeds = _deeds(told, found, scene) if is_of_that(told) and len(doers) == len(told.who) else []
            voices = _voices(told, claims, scene) if deeds else ()
            if any(found[n].claimant for n in deeds) and _they_say(told):
                continue
            theirs = [n for n in deeds if not two_voices(found[n].claimant, voices)]
            for n in theirs:
                found[n] = _with_doers(found[n], doers, voices, told, scene)
            if deeds and not theirs:
                found.insert(deeds[-1] + 1, _in_their_voice(found[deeds[0]], doers, voices, told, scene))
    return found


def _may_do(party: Party) -> bool:
    """A side that the registry knows, or a name or people that are armed; not "each other" and no people at large."""
    named = party.id is None and party.span.quote[:1].isupper() and party.span.quote.lower() not in NOBODY
    return named or is_armed(party)


def _deeds(told: Blame, reports: Sequence[Report], scene: Scene) -> list[int]:
    """The reports of the deeds that the words are of: those before them in their sentence, else of the nearest one.

    None where one of these has a doer that is known, or where the sentence goes on to name its own.
    """
    number = told.passage.number
    nearest: tuple[int, list[int]] = (number - REACH - 1, [])
    for n, report in enumerate(reports):
        passage = scene.passage_at(report.trigger.span.start)
        kind = scene.codebook.types[report.type]
        deed = (kind.family in DEEDS or report.type in DEEDS_BESIDE) and report.type not in NO_DEEDS
        if passage is None or not deed or report.status.value != "happened" or passage.number > number:
            continue
        if report.trigger.span.end > told.cue.start:
            return []
        if report.type == "casualties" and passage.number < number - 1:
            continue
        if passage.number > nearest[0]:
            nearest = (passage.number, [n])
        elif passage.number == nearest[0]:
            nearest[1].append(n)
    known = any(p.id is not None for n in nearest[1] for p in reports[n].initiator)
    return [] if known else nearest[1]


def _voices(told: Blame, claims: Sequence[Claim], scene: Scene) -> tuple[Claimant, ...]:
    """Who says so: who blames, else who says the words of blame."""
    named = [head for head in told.by if head.upos != "PRON"]
    speakers = [s for head in named for s in speakers_of(told.passage, scene, head)]
    if not speakers:
        over = claims_over(claims, told.cue.start, told.last.end)
        speakers = [voice for claim in over for voice in claim.voices]
    return tuple(claimant(s, Why(RULE, told.entry), scene) for s in speakers if not is_publisher(s, scene))


def _they_say(told: Blame) -> bool:
    """ "Which they say was carried out by the army": "they" are others than those who tell of the deed."""
    sentence = told.passage.sentence
    above = (w for verb in sentence.ancestors(told.cue) for w in sentence.children(verb, "nsubj"))
    return any(w.text.lower() == "they" for w in above)


def _with_doers(
    report: Report, doers: tuple[Party, ...], voices: tuple[Claimant, ...], told: Blame, scene: Scene
) -> Report:
    sentence = told.passage.sentence
    evidence = scene.document.span(min(report.evidence.start, sentence.start), max(report.evidence.end, sentence.end))
    known = {p.span.quote.casefold() for p in doers}
    before = tuple(p for p in report.initiator if p.span.quote.casefold() not in known)
    return replace(report, evidence=evidence, initiator=(*before, *doers), claimant=report.claimant or voices)


def _in_their_voice(
    report: Report, doers: tuple[Party, ...], voices: tuple[Claimant, ...], told: Blame, scene: Scene
) -> Report:
    """What others say of a deed that somebody else tells: a report without the figures, which are not theirs."""
    cue = scene.document.span(told.cue.start, max(told.cue.end, told.last.end))
    sentence = told.passage.sentence
    return replace(
        report,
        trigger=Trigger(cue, Why(RULE, told.entry)),
        evidence=scene.document.span(sentence.start, sentence.end),
        status=replace(report.status, span=cue),
        initiator=doers,
        figures=(),
        claimant=voices,
        also=(),
    )
