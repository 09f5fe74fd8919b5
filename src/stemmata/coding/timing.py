"""Chooses the time expression that tells when a happening happened."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from stemmata.coding import clauses
from stemmata.coding.claims import Claim
from stemmata.coding.happenings import Happening
from stemmata.coding.nearness import distance, nearest
from stemmata.coding.passages import Passage, Scene
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import When, Why
from stemmata.times import Anchor, Time, find_times


def when(
    happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene, *, runs: bool
) -> When | None:
    """The window of a happening as its own sentence tells it, counted from the innermost dated statement.

    Args:
        runs: it still goes on.
    """
    time = _own(happening, rivals, claims, scene) or _own_of_effects(happening, claims, scene)
    time = time or _heading_of_entry(happening, scene)
    if time is None:
        return None
    day = _dated_statement(claims, scene)
    if day is not None and time.anchor is not None:
        told = next(p for p in scene.passages if p.sentence.start <= time.start_char < p.sentence.end)
        again = find_times(told.sentence, scene.document.text, Anchor(day))
        time = next((t for t in again if t.start_char == time.start_char), time)
    time = _until_now(_of_the_moment(time, happening), day or scene.day, runs)
    span = scene.document.span(time.start_char, time.end_char)
    return When(span, time.start, time.end, time.anchor, Why(time.rule, time.entry or None))


def statement_day(claims: Sequence[Claim], scene: Scene) -> date | None:
    """The day of the innermost dated statement, else of the document."""
    return _dated_statement(claims, scene) or scene.day


def _dated_statement(claims: Sequence[Claim], scene: Scene) -> date | None:
    """The day of the named document whose words they are, or on which they were said."""
    for claim in claims:
        days = [s.day for s in claim.voices if s.day is not None] or list(_days_of_saying(claim, scene))
        if days:
            return days[0]
    return None


def _days_of_saying(claim: Claim, scene: Scene) -> Iterator[date]:
    """ "Military sources said on Friday"."""
    passage = next((p for p in scene.passages if p.sentence.start <= claim.cue.start < p.sentence.end), None)
    for time in passage.times if passage and claim.rule != "reported-thing" else ():
        above = passage.sentence.head(_head(passage, time)) if passage else None
        if above is not None and above.start == claim.cue.start and time.start is not None and time.start == time.end:
            yield time.start


def _of_the_moment(time: Time, happening: Happening) -> Time:
    """ "Closed since July, when the army took the road": the road was taken in July, not since."""
    if time.kind != "since" or not time.named.start:
        return time
    word, sentence = happening.trigger.word, happening.sentence
    opening = next((w for w in sentence.words[time.last + 1 : word.index] if w.text.lower() == "when"), None)
    verb = sentence.head(opening) if opening else None
    if opening is None or verb is None or opening.index - time.last > 2 or not clauses.below(sentence, word, verb):
        return time
    return replace(time, start=time.named.start, end=time.named.end)


def _until_now(time: Time, day: date | None, runs: bool) -> Time:
    """What began at a time and still runs, or is counted since a war, a year or "then", lasts until it is told."""
    if time.kind != "since" or time.start is None or time.end is not None or day is None or day < time.start:
        return time
    if runs or time.rule in OF_AN_ERA or time.clause:
        return replace(time, end=day, anchor=day)
    return time


# "Since 2011" and "since then" open what lasts; "since Monday" may open what is over. So the codebook leaves its end.
OF_AN_ERA = frozenset({"year", "since-then"})


def _own(happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> Time | None:
    passage = happening.passage
    told = [
        t
        for t in passage.times
        if t.end_char > scene.opening_end
        and not _of_saying(happening, t, claims, scene)
        and not _of_another_thing(passage, t, happening)
    ]
    owners = [_owner(passage, t, [happening, *rivals]) for t in told]
    near = [t for t, owner in zip(told, owners, strict=True) if owner is happening]
    near.sort(key=lambda t: (_of_report(passage, t, claims), distance(_head(passage, t), happening)))
    if near:
        return near[0]
    if opening := next((t for t in told if _opens(t)), None):
        return opening
    shared = [t for t, owner in zip(told, owners, strict=True) if _told_together(passage, t, owner, happening)]
    return min(shared, key=lambda t: _of_report(passage, t, claims), default=None)


def _owner(passage: Passage, time: Time, happenings: Sequence[Happening]) -> Happening:
    """The happening that a time stands nearest to.

    In "two nuns kidnapped last month were released on Friday" trees hang "last month" on the verb behind it.
    """
    head = _head(passage, time)
    behind = [h for h in happenings if h.trigger.word.index > time.last]
    if behind and passage.sentence.words[time.last].lemma in ("after", "before"):
        return min(behind, key=lambda h: h.trigger.word.index)  # "a day after elders signed a truce"
    verb = passage.sentence.head(head)
    if verb is not None and head.index < verb.index:
        inside = [h for h in happenings if _describes_what_precedes(passage, h, time, verb)]
        if inside:
            return inside[-1]
    return nearest(head, happenings)


def _describes_what_precedes(passage: Passage, happening: Happening, time: Time, verb: Word) -> bool:
    """Tell whether a happening is told by a participle between the subject of a verb and a time before the verb."""
    word = happening.trigger.word
    noun = passage.sentence.head(word)
    if noun is None or word.deprel != "acl" or noun.head != verb.index or not noun.index < word.index < time.first:
        return False
    return all(w.upos != "PUNCT" or w.text == "-" for w in passage.sentence.words[word.index : time.first])


def _told_together(passage: Passage, time: Time, owner: Happening, happening: Happening) -> bool:
    """Tell whether what dates one happening of a sentence dates another: "shelled the town on Friday, killing two"."""
    sentence = passage.sentence
    way = clauses.path(sentence, happening.trigger.word, owner.trigger.word)
    steps = [word for word in way if word.head in {w.index for w in way}]
    if not all(matches(word.deprel, TOGETHER) for word in steps):
        return False
    if any(clauses.cases(sentence, word) - WITH or _adverbs(sentence, word) & APART for word in steps):
        return False
    if any(word.deprel == "conj" for word in steps) and _present(sentence, happening) != _present(sentence, owner):
        return False  # "took the town last year and is besieging the next"
    # "Searched a house and on Friday found a cache": the second verb keeps a time that stands before it, and one whose
    # clause has a subject of its own.
    second = next((word for word in steps if word.deprel == "conj"), None)
    if second is None or clauses.below(sentence, happening.trigger.word, second):
        return True
    return time.first > second.index and sentence.child(second, "nsubj", "nsubj:pass") is None


def _adverbs(sentence: Sentence, word: Word) -> set[str]:
    return {child.text.lower() for child in sentence.children(word, "advmod")}


# Relations over which happenings of a sentence are told as going together.
TOGETHER = ("conj", "nsubj", "obj", "obl", "xcomp", "advcl", "nmod", "compound", "dep", "amod")
# The prepositions and conjunctions of what goes along; others set it before, after, against.
WITH = frozenset("in by with as while when during amid through where and of on at to from into".split())
APART = frozenset("later then earlier previously subsequently afterwards eventually once".split())


def _present(sentence: Sentence, happening: Happening) -> bool:
    """Tell whether a verb speaks of what goes on: "is shelling", "fight", "are besieged"."""
    trigger = happening.trigger.word
    verbs = (w for w in (trigger, *sentence.ancestors(trigger)) if w.upos in ("VERB", "AUX"))
    verb = next(verbs, trigger)
    finite = [verb, *sentence.children(verb, "aux", "cop")]
    return any(w.xpos in ("VBZ", "VBP") and w.lemma != "have" for w in finite)


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


def _of_saying(happening: Happening, time: Time, claims: Sequence[Claim], scene: Scene) -> bool:
    """Tell whether a time hangs on a verb of saying or dates a document: then it dates no happening."""
    passage = happening.passage
    head = _head(passage, time)
    above = passage.sentence.head(head)
    if above is None:
        return False
    # "Recorded 31 attacks in May" dates the attacks, "said in May that ..." the saying, and "on Friday a mine went off,
    # he said" the mine.
    cues = {claim.cue.start for claim in claims if claim.rule != "reported-thing"}
    said = passage.sentence.child(above, "ccomp", "parataxis")
    clause = said is not None or above.deprel == "parataxis"
    saying = above.start in cues or (clause and above.lemma.lower() in scene.codebook.speech["verb"])
    if saying and said is not None and time.last < said.index < above.index:
        return False
    # "On Tuesday the ministry said rebels had fled": trees hang such a day on either verb, readers on the first.
    told = happening.trigger.word.start
    saying = saying or any(time.end_char < c.cue.start < told for c in claims if c.rule == "reported-clause")
    return saying or any(_in_speaker(passage, head, claim) for claim in claims)


def _of_report(passage: Passage, time: Time, claims: Sequence[Claim]) -> bool:
    """ "In May it recorded 31 attacks since 2014": the time nearer to the attacks dates them."""
    above = passage.sentence.head(_head(passage, time))
    return above is not None and any(claim.cue.start == above.start for claim in claims)


def _of_another_thing(passage: Passage, time: Time, happening: Happening) -> bool:
    """Tell whether a time dates something that only describes or is described: "the city, divided since 2012"."""
    sentence, carriers = passage.sentence, {word.index for word in happening.carriers}
    head = _head(passage, time)
    for word in (head, *sentence.ancestors(head)):
        if word.index in carriers or any(clauses.below(sentence, carrier, word) for carrier in happening.carriers):
            return False
        above = sentence.head(word)
        if above is None or above.index in carriers:
            return False
        if word.deprel == "acl:relcl" or (word.deprel == "acl" and sentence.words[time.first].lemma == "since"):
            return True
        if word is head and above.upos == "NOUN" and clauses.cases(sentence, above) & AFTER:
            return True
    return False


# "Displaced after the fire of 22 March": the day is that of the fire.
AFTER = frozenset({"after", "since", "following", "before"})


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
