"""Chooses the time expression that tells when a happening happened."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from stemmata.coding.attribution.claims import Claim
from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.happenings.nearness import distance, nearest
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.timing import log_days, other_things, periods, statement_days
from stemmata.coding.timing.lasting import goes_on
from stemmata.coding.timing.narrative import WITHOUT_YEAR
from stemmata.coding.timing.other_things import OF_A_NOUN
from stemmata.coding.timing.since_war import war_began
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
    time = _own(happening, rivals, claims, scene)
    if time is None or time.start is None:  # an hour alone leaves the day to what dates the whole entry
        time = (
            log_days.of_entry(happening, scene)
            or _own_of_effects(happening, claims, scene)
            or _told_of_it(happening, scene)
            or log_days.of_log(happening, scene)
            or time
            or war_began(happening, scene)
            or goes_on(happening, statement_day(claims, scene), scene)
        )
    if time is None:
        return None
    day = statement_days.dated_statement(claims, scene)
    if day is not None and time.anchor is not None and time.rule not in WITHOUT_YEAR:  # its year is the telling's
        told = scene.passage_at(time.start_char) or happening.passage
        again = find_times(told.sentence, scene.document.text, Anchor(day))
        time = next((t for t in again if t.start_char == time.start_char), time)
    told_on = day or statement_days.last_day_of_saying(claims, scene) or scene.day
    time = periods.fitted(time, happening, told_on, runs=runs)
    return as_told(time, scene)


def as_told(time: Time, scene: Scene) -> When:
    """The window of a time expression, with the words that tell it."""
    span = scene.document.span(time.start_char, time.end_char)
    return When(span, time.start, time.end, time.anchor, Why(time.rule, time.entry or None))


def statement_day(claims: Sequence[Claim], scene: Scene) -> date | None:
    """The day of the innermost dated statement, else of the document."""
    return statement_days.dated_statement(claims, scene) or scene.day


def _own(happening: Happening, rivals: Sequence[Happening], claims: Sequence[Claim], scene: Scene) -> Time | None:
    passage = happening.passage
    told = [
        t
        for t in passage.times
        if t.end_char > scene.opening_end
        and not statement_days.of_saying(happening, t, claims, scene)
        and not other_things.dates_another(passage, t, happening)
        and not other_things.of_a_rank(passage, t)
    ]
    if any(t.rule in log_days.DATES for t in told):
        # "On 12 May, rebels raided the town overnight"; "kidnapped on 12 May, they were freed yesterday".
        told = [t for t in told if t.rule != "day-word" or "yesterday" in passage.sentence.low[t.first : t.last + 1]]
    owners = [_owner(passage, t, [happening, *rivals]) for t in told]
    near = [t for t, owner in zip(told, owners, strict=True) if owner is happening]
    near.sort(
        key=lambda t: (statement_days.of_report(passage, t, claims), distance(t.head(passage.sentence), happening))
    )
    if near:
        told = [t for t in near if t.rule != "since-then"]  # "on Sunday, and two have since died"
        return next((t for t in told if t.start or t.end), (told or near)[0])  # "six months earlier, in March"
    opening = next((t for t in told if _opens(passage, t)), None)
    if opening is not None and not _tells_which(happening, rivals):
        return opening
    shared = [t for t, owner in zip(told, owners, strict=True) if _told_together(passage, t, owner, happening)]
    return min(shared, key=lambda t: statement_days.of_report(passage, t, claims), default=None)


def _owner(passage: Passage, time: Time, happenings: Sequence[Happening]) -> Happening:
    """The happening that a time stands nearest to.

    In "two nuns kidnapped last month were released on Friday" trees hang "last month" on the verb behind it.
    """
    head = time.head(passage.sentence)
    behind = [h for h in happenings if h.trigger.word.index > time.last]
    leads_on = passage.sentence.words[time.last].lemma in ("after", "before")  # "a day after elders signed a truce"
    following = passage.sentence.words[time.last + 1 : time.last + 2]
    leads_on = leads_on or (
        time.kind == "point" and any(w.lemma == "when" for w in following)
    )  # "at noon when a shell hit"
    if behind and leads_on:
        return min(behind, key=lambda h: h.trigger.word.index)
    verb = passage.sentence.head(head)
    if verb is not None and (named := _named_between(passage, time, verb, happenings)):
        return named
    if verb is not None and head.index < verb.index:
        inside = [h for h in happenings if _describes_what_precedes(passage, h, time, verb)]
        if inside:
            return inside[-1]
    own = [h for h in happenings if verb and verb.upos == "VERB" and _of_its_clause(passage.sentence, verb, h)]
    return nearest(head, own or happenings)


def _named_between(passage: Passage, time: Time, verb: Word, happenings: Sequence[Happening]) -> Happening | None:
    """The raid of "shot nine on Monday in revenge for a raid in Bor on Friday": the tree gives the verb both days."""
    sentence = passage.sentence
    dated = [t for t in passage.times if t.last < time.first and sentence.head(t.head(sentence)) is verb and t.start]
    if not dated or not time.start or time.start == dated[-1].start:
        return None
    nouns = (h for h in reversed(happenings) if h.trigger.row.pos == "noun" and h.trigger.word.head >= 0)
    return next((h for h in nouns if dated[-1].last < h.trigger.word.index < time.first), None)


# Steps from a verb to what its clause names: "a series of raids", not the crime of the warrant on which he was held.
NAMED_BY: Final = 2


def _of_its_clause(sentence: Sentence, verb: Word, happening: Happening) -> bool:
    """Tell whether a verb or what its own clause names is a happening: not what is joined to it or told below it."""
    ways = ([word, *sentence.ancestors(word)][: NAMED_BY + 1] for word in happening.carriers)
    return any(
        word.index == verb.index and all(matches(step.deprel, OF_ONE_CLAUSE) for step in way[:n])
        for way in ways
        for n, word in enumerate(way)
    )


def _tells_which(happening: Happening, rivals: Sequence[Happening]) -> bool:
    """Tell whether a happening only says who something else is done to: "on Friday, men abducted in X were freed",
    "aid for those who had fled"."""
    word, sentence = happening.trigger.word, happening.sentence
    others = [rival.trigger.word for rival in rivals if rival.type != happening.type]
    if word.deprel == "acl:relcl" and any(child.text.lower() == "had" for child in sentence.children(word, "aux")):
        return any(clauses.below(sentence, word, other) for other in others)
    noun = sentence.head(word)
    return word.deprel == "acl" and word.xpos != "VBG" and any(noun and noun.head == other.index for other in others)


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
    # "Friday's attack comes as the army is shelling ..." dates the attack alone.
    of_noun = matches(time.head(sentence).deprel, OF_A_NOUN) and time.rule != "age"  # "the six-year-old war has ..."
    along_way = OF_ONE_CLAUSE if of_noun else TOGETHER
    if not all(matches(word.deprel, along_way) or _describes_deed(sentence, word, owner) for word in steps):
        return False
    # "Shelling has killed nine since the army began its push on Monday" is both the shelling's and the push's.
    along = WITH | {"since"} if time.clause else WITH
    if any(clauses.cases(sentence, word) - along or _adverbs(sentence, word) & APART for word in steps):
        return False
    if any(word.deprel == "conj" for word in steps) and _present(sentence, happening) != _present(sentence, owner):
        return False  # "took the town last year and is besieging the next"
    # "Searched a house and on Friday found a cache": the second verb keeps a time that stands before it, and one whose
    # clause has a subject of its own.
    second = next((word for word in steps if word.deprel == "conj"), None)
    if second is None or clauses.below(sentence, happening.trigger.word, second):
        return True
    return time.first > second.index and sentence.child(second, "nsubj", "nsubj:pass") is None


def _describes_deed(sentence: Sentence, verb: Word, owner: Happening) -> bool:
    """ "Died on Wednesday in attacks which targeted the city": what tells of the deed itself is at its time."""
    deed = sentence.head(verb)
    if deed is None or verb.deprel != "acl:relcl" or deed.upos != "NOUN" or deed not in owner.carriers:
        return False
    return any(clauses.is_relative(w) for w in sentence.children(verb, "nsubj"))


def _adverbs(sentence: Sentence, word: Word) -> set[str]:
    return {child.text.lower() for child in sentence.children(word, "advmod")}


# Relations over which happenings of a sentence are told as going together.
TOGETHER: Final = ("conj", "nsubj", "obj", "obl", "xcomp", "advcl", "nmod", "compound", "dep", "amod")
OF_ONE_CLAUSE: Final = ("nsubj", "obj", "obl", "nmod", "compound", "amod")
# The prepositions and conjunctions of what goes along; others set it before, after, against.
WITH: Final = frozenset(
    "in by with as while when during amid through where and of on at to from into under because due".split()
)
APART: Final = frozenset("later then earlier previously subsequently afterwards eventually once".split())


def _present(sentence: Sentence, happening: Happening) -> bool:
    """Tell whether a verb speaks of what goes on: "is shelling", "fight", "are besieged"."""
    trigger = happening.trigger.word
    if cops := sentence.children(trigger, "cop"):
        return any(w.xpos in ("VBZ", "VBP") for w in cops)  # "nine people are in custody"
    verbs = (w for w in (trigger, *sentence.ancestors(trigger)) if w.upos in ("VERB", "AUX"))
    verb = next(verbs, trigger)
    finite = [verb, *sentence.children(verb, "aux", "cop")]
    return any(w.xpos in ("VBZ", "VBP") and w.lemma != "have" for w in finite)


def _told_of_it(happening: Happening, scene: Scene) -> Time | None:
    """ "It happened on Tuesday night", said of what the sentences just before tell."""
    own = happening.passage
    for passage in scene.passages[own.number + 1 : own.number + 1 + REACH_OF_IT]:
        if passage.mentions:
            return None
        for time in passage.times:
            verb = passage.sentence.head(time.head(passage.sentence))
            if verb is not None and verb.lemma in ("happen", "occur") and _of_what_was_told(passage.sentence, verb):
                return time
    return None


# How many sentences on "it happened" may stand. Set by judgement.
REACH_OF_IT: Final = 2


def _of_what_was_told(sentence: Sentence, verb: Word) -> bool:
    """ "It", "this", "the incident": the subject only stands for what was told."""
    subject = sentence.child(verb, "nsubj")
    if subject is None:
        return False
    return subject.text.lower() in ("it", "this", "that") or subject.lemma in ("incident", "attack", "event", "raid")


def _own_of_effects(happening: Happening, claims: Sequence[Claim], scene: Scene) -> Time | None:
    times = (_own(later, (), claims, scene) for later in happening.later)
    return next((time for time in times if time is not None), None)


def _opens(passage: Passage, time: Time) -> bool:
    """A time that opens its sentence ("On Friday, ...") holds for all of it; "Friday's raid" dates the raid alone."""
    return time.first <= 2 and not matches(time.head(passage.sentence).deprel, OF_A_NOUN)
