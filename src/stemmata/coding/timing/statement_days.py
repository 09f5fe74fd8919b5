"""When something was said: such a day dates no happening, but what was said counts its own days from it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.attribution.said import RESPONSIBILITY
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.language.trees import Word
from stemmata.times import Time


def dated_statement(claims: Sequence[Claim], scene: Scene) -> date | None:
    """The day of the named document whose words they are, or on which they were said."""
    for claim in claims:
        days = [s.day for s in claim.voices if s.day is not None] or list(_days_of_saying(claim, scene))
        if days:
            return days[0]
    return None


def _days_of_saying(claim: Claim, scene: Scene) -> Iterator[date]:
    """ "Military sources said on Friday"."""
    if claim.rule != "reported-thing":
        yield from (t.start for t in _times_of_saying(claim, scene) if t.start is not None and t.start == t.end)


def last_day_of_saying(claims: Sequence[Claim], scene: Scene) -> date | None:
    """ "In May it acknowledged 40 deaths since 2014": what was known in May ends then."""
    times = (time for claim in claims for time in _times_of_saying(claim, scene) if time.end_char <= claim.cue.start)
    return next((time.end for time in times if time.end is not None), None)


def _times_of_saying(claim: Claim, scene: Scene) -> Iterator[Time]:
    """The times that hang on the word that says it."""
    passage = scene.passage_at(claim.cue.start)
    for time in passage.times if passage else ():
        above = passage.sentence.head(time.head(passage.sentence)) if passage else None
        # "A day after" is counted from what it says itself.
        if above is not None and above.start == claim.cue.start and time.kind != "other":
            yield time


def of_saying(happening: Happening, time: Time, claims: Sequence[Claim], scene: Scene) -> bool:
    """Tell whether a time hangs on a verb of saying or dates a document: then it dates no happening."""
    if any(_is_behind_quotation(time, claim, scene) for claim in claims):
        return True
    passage = happening.passage
    head = time.head(passage.sentence)
    above = passage.sentence.head(head)
    if above is None:
        return False
    papers = scene.codebook.speakers["document"]
    if (
        above.upos == "NOUN"
        and above.lemma.lower() in papers
        and any(_says_outside(passage, time, claim) for claim in claims)
    ):
        return True  # "said in a statement on Monday that its men had fled"
    # "Recorded 31 attacks in May" dates the attacks, "said in May that ..." the saying, and "on Friday a mine went off,
    # he said" the mine.
    cues = {c.cue.start for c in claims if c.rule != "reported-thing" or _takes_credit(passage, c)}
    said = passage.sentence.child(above, "ccomp", "parataxis")
    clause = said is not None or above.deprel == "parataxis"
    saying = above.start in cues or (clause and above.lemma.lower() in scene.codebook.speech["verb"])
    if saying and said is not None and time.last < said.index < above.index:
        return False
    if saying and said is not None and said.index < time.first and _before_speaker(passage, time, above):
        return False
    if saying and said is None and clauses.cases(passage.sentence, head) & LASTING:
        return False
    # "On Tuesday the ministry said rebels had fled": trees hang such a day on either verb, readers on the first.
    told = happening.trigger.word.start
    saying = saying or any(time.end_char < c.cue.start < told for c in claims if c.rule == "reported-clause")
    return saying or any(_in_speaker(passage, head, claim) for claim in claims)


def _says_outside(passage: Passage, time: Time, claim: Claim) -> bool:
    """Tell whether a sentence makes a claim outside whose words a time of it stands."""
    start, end = passage.sentence.start, passage.sentence.end
    return start <= claim.cue.start < end and not claim.start <= time.start_char < claim.end


def _before_speaker(passage: Passage, time: Time, verb: Word) -> bool:
    """ "Nine were killed over the last day the army said on Sunday": without its comma, the time is of the nine."""
    subjects = arguments.subjects(passage.sentence, verb)
    return bool(subjects) and all(time.last < subject.index < verb.index for subject in subjects)


def _is_behind_quotation(time: Time, claim: Claim, scene: Scene) -> bool:
    """ "We will fire rockets", he said in a recording posted on 25 August."""
    closing = scene.document.text[claim.end - 1 : claim.cue.start]
    return claim.end <= claim.cue.start < time.start_char and ('"' in closing or "”" in closing)


def _takes_credit(passage: Passage, claim: Claim) -> bool:
    """ "Claimed responsibility on Friday": a moment of saying, whatever is claimed."""
    verb = next((w for w in passage.sentence.words if w.start == claim.cue.start), None)
    return verb is not None and any(
        o.lemma.lower() in RESPONSIBILITY for o in arguments.objects(passage.sentence, verb)
    )


# "Rapes were reported over the same period": a saying has a moment; what lasts is what it tells of.
LASTING: Final = frozenset({"over", "during", "since", "between", "throughout", "within"})


def of_report(passage: Passage, time: Time, claims: Sequence[Claim]) -> int:
    """ "In May it recorded 31 attacks since 2014": the time nearer to the attacks dates them, 0 before 1 and 2."""
    above = passage.sentence.head(time.head(passage.sentence))
    if above is None or not any(claim.cue.start == above.start for claim in claims):
        return 0
    return 1 if time.first > above.index else 2


def _in_speaker(passage: Passage, word: Word, claim: Claim) -> bool:
    """Tell whether a word stands among those that name who speaks; what "the mayor, who said ..." says does not."""
    sentence = passage.sentence
    top = next((w for w in sentence.words if w.start == claim.cue.start), None)
    if top is None or all(speaker.passage is not passage for speaker in claim.voices):
        return False
    said = {w.index for w in sentence.subtree(top)}
    for head in arguments.subjects(sentence, top):
        inside = {w.index for w in sentence.subtree(head)}
        if word.index in (inside - said if top.index in inside else inside):
            return True
    return False
