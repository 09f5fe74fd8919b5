"""Chooses the time expression that tells when a happening happened."""

from collections.abc import Sequence
from datetime import date

from stemmata.coding import clauses
from stemmata.coding.claims import Claim
from stemmata.coding.happenings import Happening
from stemmata.coding.nearness import distance, nearest
from stemmata.coding.passages import Passage, Scene
from stemmata.language.trees import Word
from stemmata.records import When, Why
from stemmata.times import Anchor, Time, find_times


def when(happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> When | None:
    """The window of a happening as its own sentence tells it, counted from the innermost dated statement."""
    time = _own(happening, rivals, claims, scene) or _own_of_effects(happening, claims, scene)
    time = time or _heading_of_entry(happening, scene)
    if time is None:
        return None
    day = _dated_statement(claims)
    if day is not None and time.anchor is not None:
        told = next(p for p in scene.passages if p.sentence.start <= time.start_char < p.sentence.end)
        again = find_times(told.sentence, scene.document.text, Anchor(day))
        time = next((t for t in again if t.start_char == time.start_char), time)
    span = scene.document.span(time.start_char, time.end_char)
    return When(span, time.start, time.end, time.anchor, Why(time.rule, time.entry or None))


def statement_day(claims: Sequence[Claim], scene: Scene) -> date | None:
    """The day of the innermost dated statement, else of the document."""
    return _dated_statement(claims) or scene.day


def _dated_statement(claims: Sequence[Claim]) -> date | None:
    return next((s.day for claim in claims for s in claim.voices if s.day is not None), None)


def _own(happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> Time | None:
    passage = happening.passage
    told = [t for t in passage.times if t.end_char > scene.opening_end and not _of_saying(passage, t, claims, scene)]
    near = [t for t in told if nearest(_head(passage, t), [happening, *rivals]) is happening]
    near.sort(key=lambda t: distance(_head(passage, t), happening))
    if near:
        return near[0]
    return next((t for t in told if _opens(t)), None)


def _heading_of_entry(happening: Happening, scene: Scene) -> Time | None:
    """The day that an entry of a log or list opens with: "17 September, night, Karari. Two shells fell ...".

    It is a sentence of its own, in the same block, that tells no happening.
    """
    own = happening.passage
    for passage in scene.passages[max(0, own.number - ENTRY_REACH) : own.number]:
        opens = passage.block_number == own.block_number and passage.sentence.start <= passage.block.start + 3
        dates = [t for t in passage.times if t.first <= 1 and t.end_char > scene.opening_end]
        if opens and dates and not passage.mentions and len(passage.sentence.words) <= ENTRY_WORDS:
            return dates[0]
    return None


# How many sentences an entry may have behind the one that dates it. Set by judgement.
ENTRY_REACH = 4
# How long the sentence that dates an entry may be, in words.
ENTRY_WORDS = 12


def _own_of_effects(happening: Happening, claims: Sequence[Claim], scene: Scene) -> Time | None:
    times = (_own(later, (), claims, scene) for later in happening.later)
    return next((time for time in times if time is not None), None)


def _of_saying(passage: Passage, time: Time, claims: Sequence[Claim], scene: Scene) -> bool:
    """Tell whether a time hangs on a verb of saying or dates a document: then it dates no happening."""
    head = _head(passage, time)
    above = passage.sentence.head(head)
    if above is None:
        return False
    # "Recorded 31 attacks in May" dates the attacks, "said in May that ..." the saying.
    cues = {claim.cue.start for claim in claims if claim.rule != "reported-thing"}
    clause = passage.sentence.child(above, "ccomp", "parataxis") is not None or above.deprel == "parataxis"
    saying = above.start in cues or (clause and above.lemma.lower() in scene.codebook.speech["verb"])
    return saying or any(_in_speaker(passage, head, claim) for claim in claims)


def _in_speaker(passage: Passage, word: Word, claim: Claim) -> bool:
    for speaker in claim.voices:
        if speaker.passage is passage:
            top = next((w for w in passage.sentence.words if w.start == claim.cue.start), None)
            subject = (
                {w.index for h in clauses.subjects(passage.sentence, top) for w in passage.sentence.subtree(h)}
                if top
                else set()
            )
            return word.index in subject
    return False


def _head(passage: Passage, time: Time) -> Word:
    words = passage.sentence.words[time.first : time.last + 1]
    return next((w for w in words if not time.first <= w.head <= time.last), words[-1])


def _opens(time: Time) -> bool:
    """A time that opens its sentence ("On Friday, ...") holds for all of it."""
    return time.first <= 2
