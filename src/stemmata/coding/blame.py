"""Who is said to have done it, where a clause of its own says so behind the deed.

"A bomb went off in the market, killing ten. The ELN took responsibility on Friday.", "Nine houses were burnt, which the
militia blames on the army." In the document's own voice, or in the voice that tells of the deed, the deed has its doer
by that; in another's it is a report of its own, with the words of blame as its trigger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemmata.coding import arguments, clauses
from stemmata.coding.claims import Claim, claims_over
from stemmata.coding.doers import is_armed
from stemmata.coding.parties import parties
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.reports import claimant
from stemmata.coding.slots import forms
from stemmata.coding.speakers import is_publisher, speakers_of
from stemmata.coding.status import negation
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.records import Claimant, Party, Report, Trigger, Why

RULE = "initiator-blamed"
# How many sentences behind a deed it is owned or blamed. Set by judgement.
REACH = 2
# Families of types, and types beside them, that somebody is blamed for.
DEEDS = frozenset({"strikes", "bombs", "civilians"})
DEEDS_BESIDE = frozenset({"clash", "property_destruction"})
NO_DEEDS = frozenset({"weapons_found"})

OWNING = frozenset({"claim", "take", "accept", "admit", "assume", "own"})
OWNED = frozenset({"responsibility", "credit", "ownership"})
# Verbs whose object may be the deed itself: "claimed the attack".
OWNING_DEEDS = frozenset({"claim", "own"})
BLAMING = frozenset({"blame", "accuse"})
HOLDING = frozenset({"hold", "consider", "deem"})
CUES = OWNED | BLAMING | {"claim", "own", "responsible", "behind", "handiwork", "finger", "suspicion"}
# What stands for a deed told before.
THAT = frozenset({"it", "them", "both", "this", "these", "that", "those", "which"})
# Words for a deed that are no triggers.
DEED_NOUNS = frozenset({"incident", "deed", "act", "crime", "atrocity"})
ASKED = frozenset({"who", "whoever", "which", "what", "those", "that"})
# Who is blamed without a name: "blamed each other", "blamed him".
NOBODY = frozenset({"other", "another", "each", "him", "her", "them", "themselves", "itself", "one", "someone"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Words that say who did what was told before."""

    passage: Passage
    cue: Word
    last: Word
    """The last word of the cue: "responsibility" of "claimed responsibility"."""
    who: Words
    by: Words
    """Who says so; none where those do who tell of it."""


def blame(reports: Sequence[Report], claims: Sequence[Claim], scene: Scene) -> list[Report]:
    """The reports of a document, those of deeds with whom a clause behind them blames, and what others say of them."""
    found = list(reports)
    for passage in scene.passages:
        if CUES.isdisjoint(forms(passage.sentence)):
            continue
        for told in _told(passage):
            if not _is_of_that(told):
                continue
            doers = tuple(p for p in parties(passage, [(word, RULE) for word in told.who], scene) if _may_do(p))
            deeds = _deeds(told, found, scene) if len(doers) == len(told.who) else []
            voices = _voices(told, claims, scene) if deeds else ()
            theirs = [n for n in deeds if _in_one_voice(found[n], voices)]
            for n in theirs:
                found[n] = _with_doers(found[n], doers, voices, told, scene)
            if deeds and not theirs:
                found.insert(deeds[-1] + 1, _in_their_voice(found[deeds[0]], doers, voices, told, scene))
    return found


def _told(passage: Passage) -> Iterator[Blame]:
    sentence = passage.sentence
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.upos == "VERB" and lemma in OWNING:
            yield from _owned(passage, word)
        elif word.upos == "VERB" and lemma in BLAMING:
            yield from _blamed(passage, word)
        elif word.upos == "VERB" and lemma in HOLDING | {"point", "fall"}:
            yield from _held(passage, word)
        elif word.text.lower() in ("behind", "responsible") or lemma == "handiwork":
            yield from _is_theirs(passage, word)


def _owned(passage: Passage, verb: Word) -> Iterator[Blame]:
    """ "Claimed responsibility", "claimed it", "was claimed by the group"."""
    sentence = passage.sentence
    if negation(sentence, verb) is not None:
        return
    if arguments.passive(sentence, verb):
        agents = sentence.children(verb, "obl:agent")
        if agents and verb.lemma.lower() in OWNING_DEEDS and _stand_for(passage, sentence.children(verb, "nsubj:pass")):
            yield Blame(passage, verb, verb, agents, agents)
        return
    objects = sentence.children(verb, "obj")
    owned = next((w for w in objects if w.text.lower() in OWNED), None)  # "assume their responsibilities" is no owning
    deed = verb.lemma.lower() in OWNING_DEEDS and _stand_for(passage, objects)
    if owned is not None or deed:
        who = arguments.subjects(sentence, verb)
        yield Blame(passage, verb, owned or objects[0], who, who)


def _blamed(passage: Passage, verb: Word) -> Iterator[Blame]:
    """ "Blamed the rebels", "which the army blames on them", "the rebels were blamed by the army"."""
    sentence = passage.sentence
    if negation(sentence, verb) is not None or (verb.lemma.lower() == "accuse" and _accused_of(sentence, verb)):
        return
    passive = arguments.passive(sentence, verb)
    on = clauses.phrase_after(sentence, verb, "on") if verb.lemma.lower() == "blame" else ()
    who = on or (sentence.children(verb, "nsubj:pass") if passive else sentence.children(verb, "obj"))
    yield Blame(passage, verb, verb, who, _accusers(sentence, verb, passive))


def _accusers(sentence: Sentence, verb: Word, passive: bool) -> Words:
    """Who blames; with "and blamed X" behind the deed it is whoever told of that."""
    if passive:
        return sentence.children(verb, "obl:agent")
    shared = verb.deprel in ("conj", "advcl", "acl") and not sentence.child(verb, "nsubj")
    if shared and any(matches(above.deprel, ("ccomp",)) for above in sentence.ancestors(verb)):
        return ()
    return arguments.subjects(sentence, verb)


def _accused_of(sentence: Sentence, verb: Word) -> bool:
    """ "Accused the army of shelling the school" tells what of, and is no blame for what was told before."""
    return sentence.child(verb, "advcl", "xcomp", "ccomp") is not None or "of" in sentence.low[verb.index :]


def _held(passage: Passage, verb: Word) -> Iterator[Blame]:
    """ "Held the militia responsible", "pointed the finger at the militia", "suspicion fell on the militia"."""
    sentence = passage.sentence
    if negation(sentence, verb) is not None:
        return
    subjects = arguments.subjects(sentence, verb)
    if verb.lemma.lower() in HOLDING:
        if any(w.text.lower() == "responsible" for w in sentence.children(verb, "xcomp", "obl", "advcl")):
            passive = arguments.passive(sentence, verb)
            who = sentence.children(verb, "nsubj:pass") if passive else sentence.children(verb, "obj")
            yield Blame(passage, verb, verb, who, sentence.children(verb, "obl:agent") if passive else subjects)
    elif verb.lemma.lower() == "point":
        if any(w.lemma.lower() == "finger" for w in sentence.children(verb, "obj")):
            yield Blame(passage, verb, verb, clauses.phrase_after(sentence, verb, "at"), subjects)
    elif any(w.lemma.lower() == "suspicion" for w in sentence.children(verb, "nsubj")):
        yield Blame(passage, verb, verb, clauses.phrase_after(sentence, verb, "on"), ())


def _is_theirs(passage: Passage, word: Word) -> Iterator[Blame]:
    """ "Was behind the attack", "was responsible", "was the handiwork of the group"."""
    sentence = passage.sentence
    said = word
    if word.text.lower() == "behind":
        above = sentence.head(word)
        if word.deprel != "case" or above is None or not _stand_for(passage, (above,)):
            return
        said = above
    believed = sentence.head(said) if matches(said.deprel, ("xcomp",)) else None
    if sentence.child(said, "cop") is None or negation(sentence, said) is not None:
        return
    theirs = word.lemma.lower() == "handiwork"
    who = clauses.phrase_after(sentence, word, "of") if theirs else sentence.children(said, "nsubj")
    if not who and believed is not None:
        who = sentence.children(believed, "nsubj:pass")
    if any(w.text.lower() in ASKED for w in who):
        return
    if [w.upos for w in who] == ["PRON"] and matches(said.deprel, ("ccomp",)):
        above = sentence.head(said)
        who = arguments.subjects(sentence, above) if above is not None else who
        yield Blame(passage, said, said, who, who)
    else:
        yield Blame(passage, said, said, who, ())


def _is_of_that(told: Blame) -> bool:
    """Whether the words are of a deed told before: "blamed it for the attack", not "for rising prices"."""
    sentence = told.passage.sentence
    what = [w for cue in (told.cue, told.last) for w in clauses.phrase_after(sentence, cue, "for")]
    return not what or _stand_for(told.passage, tuple(what))


def _stand_for(passage: Passage, words: Words) -> bool:
    """Whether words take up a deed told before: "it", "the attack"."""
    deeds = {mention.word.index for mention in passage.mentions}
    return bool(words) and all(
        w.text.lower() in THAT or w.index in deeds or w.lemma.lower() in DEED_NOUNS for w in words
    )


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
    return tuple(claimant(s, Why(RULE), scene) for s in speakers if not is_publisher(s, scene))


def _in_one_voice(report: Report, voices: Sequence[Claimant]) -> bool:
    named = {c.id or c.span.quote.casefold() for c in voices}
    return not report.claimant or not voices or bool(named & {c.id or c.span.quote.casefold() for c in report.claimant})


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
        trigger=Trigger(cue, Why(RULE)),
        evidence=scene.document.span(sentence.start, sentence.end),
        status=replace(report.status, span=cue),
        initiator=doers,
        figures=(),
        claimant=voices,
        also=(),
    )
