"""Who is said to have done it, where a clause of its own says so behind the deed.

"A bomb went off in the market, killing ten. The ELN took responsibility on Friday.", "Nine houses were burnt, which the
militia blames on the army." In the document's own voice, or in the voice that tells of the deed, the deed has its doer
by that; in another's it is a report of its own, with the words of blame as its trigger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stemmata.coding.attribution.claims import Claim, claims_over
from stemmata.coding.attribution.speakers import is_publisher, speakers_of
from stemmata.coding.elsewhere.doers import is_armed
from stemmata.coding.happenings.status import negation
from stemmata.coding.parties.parties import parties
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.reporting.reports import claimant
from stemmata.coding.retelling.one_voice import two_voices
from stemmata.coding.rows import BlameRow
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.slots import fill, forms
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.records import Claimant, Party, Report, Trigger, Why

RULE: Final = "initiator-blamed"
# How many sentences behind a deed it is owned or blamed. Set by judgement.
REACH: Final = 2
# Families of types, and types beside them, that somebody is blamed for.
DEEDS: Final = frozenset({"strikes", "bombs", "civilians"})
DEEDS_BESIDE: Final = frozenset({"clash", "property_destruction"})
NO_DEEDS: Final = frozenset({"weapons_found"})
# What stands for a deed told before.
THAT: Final = frozenset({"it", "them", "both", "this", "these", "that", "those", "which"})
# Words for a deed that are no triggers.
DEED_NOUNS: Final = frozenset({"incident", "deed", "act", "crime", "atrocity"})
ASKED: Final = frozenset({"who", "whoever", "which", "what", "those", "that"})
# Who is blamed without a name: "blamed each other", "blamed him".
NOBODY: Final = frozenset({"other", "another", "each", "him", "her", "them", "themselves", "itself", "one", "someone"})


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
    entry: str | None = None
    """The codebook's row for the words."""


def blame(reports: Sequence[Report], claims: Sequence[Claim], scene: Scene) -> list[Report]:
    """The reports of a document, those of deeds with whom a clause behind them blames, and what others say of them."""
    found = list(reports)
    cues = {*scene.codebook.blame, "behind"}
    for passage in scene.passages:
        if cues.isdisjoint(forms(passage.sentence)):
            continue
        for told in _told(passage, scene):
            armed = all(scene.classes.is_a(passage.sentence, word, "armed") for word in told.who)
            named = parties(passage, [(word, RULE) for word in told.who], scene)
            doers = tuple(p for p in named if armed or _may_do(p))
            deeds = _deeds(told, found, scene) if _is_of_that(told) and len(doers) == len(told.who) else []
            voices = _voices(told, claims, scene) if deeds else ()
            theirs = [n for n in deeds if not two_voices(found[n].claimant, voices)]
            for n in theirs:
                found[n] = _with_doers(found[n], doers, voices, told, scene)
            if deeds and not theirs:
                found.insert(deeds[-1] + 1, _in_their_voice(found[deeds[0]], doers, voices, told, scene))
    return found


def _told(passage: Passage, scene: Scene) -> Iterator[Blame]:
    sentence = passage.sentence
    for word in sentence.words:
        rows = scene.codebook.blame.get(word.lemma.lower(), ())
        fitting = ((row, last) for row in rows if (last := _last_of(sentence, word, row)) is not None)
        if (first := next(fitting, None)) is not None:
            told = _by_row(passage, word, *first)
        else:
            told = _behind(passage, word) if word.text.lower() == "behind" else None
        if told is not None and told.who:
            yield told


def _last_of(sentence: Sentence, word: Word, row: BlameRow) -> Word | None:
    """The last word of a row's form at its first one, None where it does not stand there."""
    hanging = {child.text.lower(): child for child in sentence.children(word)}
    rest = [hanging.get(form) for form in row.form[1:]]
    return None if None in rest else (rest or [word])[-1]


def _by_row(passage: Passage, word: Word, row: BlameRow, last: Word) -> Blame | None:
    """Who is owned or blamed by a row of `blame.csv`."""
    sentence = passage.sentence
    if word.upos != "VERB":
        return _of_predicate(passage, word, row.who)
    if negation(sentence, word) is not None or (word.lemma.lower() == "accuse" and _accused_of(sentence, word)):
        return None
    if row.deed and not _stand_for(passage, _deed_of(sentence, word, row), word):
        return None
    by = () if _of_who_tells(sentence, word) else _first_filled(sentence, word, row.by)
    who = sentence.children(word, "iobj") or _first_filled(sentence, word, row.who)  # "for which X blames Y"
    return Blame(passage, word, last, who, by, row.entry)


def _deed_of(sentence: Sentence, word: Word, row: BlameRow) -> Words:
    """ "An attack on a shop claimed by the group": what is claimed is the attack, which the tree hangs on the shop."""
    claimed = _first_filled(sentence, word, row.deed)
    noun = sentence.head(word)
    if word.deprel != "acl" or word.xpos != "VBN" or noun is None:
        return claimed
    above = [noun, *sentence.ancestors(noun)]
    tied = next((n for n, w in enumerate(above) if not matches(w.deprel, ("nmod", "compound"))), 0)
    return (above[tied],) if tied and above[tied].upos == "NOUN" else claimed


def _first_filled(sentence: Sentence, word: Word, slots: Sequence[str]) -> Words:
    return next((found for slot in slots if (found := fill(sentence, word, slot))), ())


def _of_who_tells(sentence: Sentence, verb: Word) -> bool:
    """ "Police said seven died and blamed X": who blames is whoever told of the deed."""
    shared = verb.deprel in ("conj", "advcl", "acl") and not sentence.child(verb, "nsubj", "nsubj:pass")
    return shared and any(matches(above.deprel, ("ccomp",)) for above in sentence.ancestors(verb))


def _accused_of(sentence: Sentence, verb: Word) -> bool:
    """ "Accused the army of shelling the school" tells what of, and is no blame for what was told before."""
    return sentence.child(verb, "advcl", "xcomp", "ccomp") is not None or "of" in sentence.low[verb.index :]


def _behind(passage: Passage, word: Word) -> Blame | None:
    """ "Was behind the attack"."""
    deed = passage.sentence.head(word)
    held = word.deprel == "case" and deed is not None and _stand_for(passage, (deed,))
    return _of_predicate(passage, deed, ("subject",)) if held and deed is not None else None


def _of_predicate(passage: Passage, said: Word, slots: Sequence[str]) -> Blame | None:
    """ "Was responsible", "is believed to be behind it", "said it was behind it"."""
    sentence = passage.sentence
    if sentence.child(said, "cop") is None or negation(sentence, said) is not None:
        return None
    above = sentence.head(said)
    who = sentence.children(said, "nsubj") if slots == ("subject",) else _first_filled(sentence, said, slots)
    if above is not None and not who and matches(said.deprel, ("xcomp",)):
        who = sentence.children(above, "nsubj:pass")
    if any(w.text.lower() in ASKED for w in who):
        return None
    if above is not None and [w.upos for w in who] == ["PRON"] and matches(said.deprel, ("ccomp",)):
        who = arguments.subjects(sentence, above)
        return Blame(passage, said, said, who, who)
    return Blame(passage, said, said, who, ())


def _is_of_that(told: Blame) -> bool:
    """Whether the words are of a deed told before: "blamed it for the attack", not "for rising prices"."""
    sentence = told.passage.sentence
    what = [w for cue in (told.cue, told.last) for w in clauses.phrase_after(sentence, cue, "for")]
    return not what or _stand_for(told.passage, tuple(what), told.cue)


def _stand_for(passage: Passage, words: Words, cue: Word | None = None) -> bool:
    """Whether words take up a deed told before: "it", "the attack"; or one that the cue describes: "an attack claimed
    by X"."""
    sentence = passage.sentence
    deeds = {
        mention.word.index
        for mention in passage.mentions
        if not _is_new(sentence, mention.word) or (cue is not None and clauses.below(sentence, cue, mention.word))
    }
    return bool(words) and all(
        w.text.lower() in THAT or w.index in deeds or w.lemma.lower() in DEED_NOUNS for w in words
    )


def _is_new(sentence: Sentence, deed: Word) -> bool:
    """ "Blamed for a bombing in 2019": another deed than the one told before."""
    return any(d.text.lower() in ("a", "an", "another") for d in sentence.children(deed, "det"))


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
