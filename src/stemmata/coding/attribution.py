"""Finds who says so: the stretches of a document that somebody claims, and the claimants of each.

A `Claim` is a stretch of text with its speaker. A happening has the claimants of all stretches that hold
its trigger, the smallest stretch first: the innermost claimant is the one whose words they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stemmata.coding import clauses
from stemmata.coding.codebook import SpeechRow, Weight
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.quotations import Quotation, find_quotations
from stemmata.coding.resuming import PRONOUNS, takes_up, told_before
from stemmata.coding.speakers import Speaker, can_speak, named_before, named_one, outlets_told, speakers_of
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text that somebody says, with who relays it."""

    start: int
    end: int
    speakers: tuple[Speaker, ...]
    """Innermost first."""
    weight: Weight
    rule: str
    entry: str | None
    cue: Span
    """The word of saying."""


def find_claims(passages: Sequence[Passage], scene: Scene) -> list[Claim]:
    """All claimed stretches of a document, in text order."""
    claims: list[Claim] = []
    spoken: list[Speaker] = []
    before: Passage | None = None
    quotations = find_quotations(scene.document)
    for passage in passages:
        for claim in _in_passage(passage, scene, quotations):
            resolved = _resumed(claim, before, spoken, scene)
            claims.append(resolved)
            named = [s.stands_for or s for s in reversed(resolved.speakers)]
            spoken += [s for s in named if s.head.text.lower() not in PRONOUNS]
        before = passage
    claims += _statements(passages, scene)
    claims += _bare_quotations(passages, scene, quotations, claims)
    return sorted(claims, key=lambda claim: (claim.start, claim.end))


def claims_over(claims: Sequence[Claim], start: int, end: int) -> list[Claim]:
    """The claims whose stretch holds a span, the smallest stretch first."""
    return sorted((c for c in claims if c.start <= start and end <= c.end), key=lambda c: c.end - c.start)


def _in_passage(passage: Passage, scene: Scene, quotations: Sequence[Quotation]) -> Iterator[Claim]:
    sentence = passage.sentence
    for word in sentence.words:
        row = _speech_row(word, scene)
        if row is not None and (word.upos == "VERB" or word.xpos.startswith("VB")):
            yield from _by_verb(passage, scene, word, row, quotations)
        elif word.text.lower() == "according" or (word.text.lower() in ("citing", "quoting") and word.deprel != "root"):
            yield from _by_preposition(passage, scene, word)


def _speech_row(word: Word, scene: Scene) -> SpeechRow | None:
    return scene.codebook.speech["verb"].get(word.lemma.lower())


def _by_verb(
    passage: Passage, scene: Scene, verb: Word, row: SpeechRow, quotations: Sequence[Quotation]
) -> Iterator[Claim]:
    sentence = passage.sentence
    heads = clauses.subjects(sentence, verb) or _subject_before(sentence, verb)
    if not heads or any(o.lemma.lower() == "life" for o in clauses.objects(sentence, verb)):
        return  # "the blast claimed 12 lives" says nothing
    content = _content(passage, verb, heads, quotations)
    if content is None:
        return
    if row.weight == "relay":
        quoted = clauses.objects(sentence, verb)
        heads, relaying = (quoted, heads) if quoted else (heads, [])
    else:
        relaying = []
    speakers = tuple(s for head in heads if can_speak(passage, head, scene) for s in speakers_of(passage, scene, head))
    speakers = named_one(speakers)
    if not speakers:
        return
    relays = (*(s for head in relaying for s in speakers_of(passage, scene, head)), *outlets_told(passage, scene, verb))
    start, end, rule = content
    cue = scene.document.span(verb.start, verb.end)
    yield Claim(start, end, (*speakers, *relays), row.weight, rule, row.entry, cue)


def _content(
    passage: Passage, verb: Word, heads: Sequence[Word], quotations: Sequence[Quotation]
) -> tuple[int, int, str] | None:
    """The stretch that a verb of saying puts in its subject's mouth."""
    sentence = passage.sentence
    if quoted := _quotation_of(passage, verb, quotations):
        clause = sentence.child(verb, "ccomp", "parataxis")
        start = quoted.start if clause is None else min(quoted.start, _extent(sentence, clause)[0])
        return start, quoted.end, "quotation"
    clause = sentence.child(verb, "ccomp")
    if clause is not None:
        return (*_extent(sentence, clause), "reported-clause")
    if verb.deprel == "parataxis" or _ends_sentence(sentence, verb):
        outside = (
            {w.index for w in sentence.subtree(verb)}
            if verb.deprel == "parataxis"
            else {w.index for head in heads for w in sentence.subtree(head)} | {verb.index}
        )
        inside = [w for w in sentence.words if w.index not in outside and w.upos != "PUNCT"]
        if inside:
            return inside[0].start, inside[-1].end, "said-at-the-end"
    clause = sentence.child(verb, "parataxis", "xcomp")
    if clause is not None:
        return (*_extent(sentence, clause), "reported-clause")
    things = [*sentence.children(verb, "obj", "obl", "advcl", "nsubj:pass")]
    if things:
        extents = [_extent(sentence, thing) for thing in things]
        return min(s for s, _ in extents), max(e for _, e in extents), "reported-thing"
    return None


def _extent(sentence: Sentence, head: Word) -> tuple[int, int]:
    words = sentence.subtree(head)
    return words[0].start, words[-1].end


def _ends_sentence(sentence: Sentence, verb: Word) -> bool:
    """Tell whether a verb of saying closes the sentence: old wire style, "five died on Friday the agency said"."""
    rest = [w for w in sentence.words[verb.index + 1 :] if w.upos != "PUNCT"]
    return len(rest) <= SHORT_REST and all(w.deprel != "ccomp" for w in rest) and verb.index > SHORT_REST


def _subject_before(sentence: Sentence, verb: Word) -> list[Word]:
    """The noun phrase between a comma and a verb of saying, where the tree gives the verb no subject."""
    if verb.xpos not in ("VBD", "VBZ", "VBP") or verb.index < SHORT_REST:
        return []
    first = verb.index
    while (
        first > 0
        and sentence.words[first - 1].text not in (",", ";", ":", '"', "”", "“")
        and verb.index - first < NAME_REACH
    ):
        first -= 1
    nouns = [w for w in sentence.words[first : verb.index] if w.upos in ("NOUN", "PROPN", "PRON")]
    # Without its comma the speaker is taken for a second subject, behind its verb: "killed five the monitor said".
    behind = [w for w in nouns if matches(w.deprel, ("nsubj",)) and w.head < w.index]
    if behind:
        return behind[:1]
    tops = [w for w in nouns if not first <= w.head < verb.index]
    return (tops or nouns)[:1]


# How long the name of a speaker at the end of a sentence may be, in words.
NAME_REACH = 12
# Words that may follow the verb where it closes its sentence: "said on Tuesday in a statement". Set by judgement.
SHORT_REST = 5


def _quotation_of(passage: Passage, verb: Word, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that a verb introduces or closes: in its own sentence, or right beside it in the same block."""
    start, end = passage.sentence.start, passage.sentence.end
    opens = passage.sentence.words[-1].text == ":"
    closes = verb.index <= SHORT_REST and passage.sentence.child(verb, "ccomp") is None  # "...” he said on Friday."
    touching = [
        q
        for q in quotations
        if q.speaks
        and not q.start <= verb.start < q.end
        and (
            (q.start < end and start < q.end)
            or (opens and 0 <= q.start - end <= 3)
            or (closes and 0 <= start - q.end <= 3 and passage.block.start <= q.start)
        )
    ]
    return min(touching, key=lambda q: min(abs(q.start - verb.end), abs(verb.start - q.end)), default=None)


def _by_preposition(passage: Passage, scene: Scene, word: Word) -> Iterator[Claim]:
    """ "According to X": X heads the phrase that the words stand in."""
    sentence = passage.sentence
    marks = word.deprel in ("case", "mark", "fixed")
    head = sentence.head(word) if marks else sentence.child(word, "obl", "nmod", "obj")
    if head is None:
        return
    scope = _claimed_scope(sentence, {w.index for w in sentence.subtree(head if marks else word)})
    speakers = tuple(s for h in clauses.members(sentence, head) for s in speakers_of(passage, scene, h))
    if scope and speakers:
        entry = scene.codebook.speech["preposition"].get("according to")
        cue = scene.document.span(word.start, word.end)
        yield Claim(scope[0].start, scope[-1].end, speakers, "say", "according-to", entry.entry if entry else None, cue)


def _claimed_scope(sentence: Sentence, outside: set[int]) -> list[Word]:
    """The words that "according to" holds for: its sentence, up to the semicolons around it."""
    low, high = min(outside), max(outside)
    parts = [w.index for w in sentence.words if w.text == ";"]
    start = max((p for p in parts if p < low), default=-1)
    end = min((p for p in parts if p > high), default=len(sentence.words))
    return [w for w in sentence.words[start + 1 : end] if w.index not in outside and w.upos != "PUNCT"]


def _resumed(claim: Claim, before: Passage | None, spoken: Sequence[Speaker], scene: Scene) -> Claim:
    """The claim with whom its speaker stands for, where its words only take one up: "he added"."""
    again = claim.speakers[0]
    told = told_before(again, before, spoken, scene) if takes_up(again) else None
    if told is None:
        return claim
    speaker = replace(again, day=told.day, stands_for=told)
    return replace(claim, speakers=(speaker, *claim.speakers[1:]), rule="speaker-told-before")


def _statements(passages: Sequence[Passage], scene: Scene) -> Iterator[Claim]:
    """ "The minister said:" before paragraphs without quotation marks holds for them, up to the next such line."""
    opened: list[tuple[Passage, Word]] = []
    for passage in passages:
        last = passage.sentence.words[-1]
        if last.text == ":" and passage.sentence.end >= passage.block.end - 1:
            verbs = [w for w in passage.sentence.words if w.upos == "VERB" and _speech_row(w, scene)]
            opened += [(passage, verbs[-1])] if verbs else []
    for n, (passage, verb) in enumerate(opened):
        until = opened[n + 1][0].sentence.start if n + 1 < len(opened) else len(scene.document.text)
        heads = clauses.subjects(passage.sentence, verb)
        speakers = named_one(tuple(s for head in heads for s in speakers_of(passage, scene, head)))
        if speakers and passage.sentence.end < until:
            row = _speech_row(verb, scene)
            cue = scene.document.span(verb.start, verb.end)
            yield Claim(
                passage.sentence.end, until, speakers, "say", "statement-after-colon", row.entry if row else None, cue
            )


def _bare_quotations(
    passages: Sequence[Passage], scene: Scene, quotations: Sequence[Quotation], claims: Sequence[Claim]
) -> Iterator[Claim]:
    """Quotations that no verb of saying touches belong to the person or body named last before them."""
    for quotation in quotations:
        if not quotation.speaks or any(c.start <= quotation.start + 1 and quotation.end - 1 <= c.end for c in claims):
            continue
        speaker = named_before(passages, scene, quotation)
        if speaker is not None:
            cue = scene.document.span(quotation.start, quotation.start + 1)
            yield Claim(quotation.start, quotation.end, (speaker,), "say", "quotation-after-name", None, cue)
