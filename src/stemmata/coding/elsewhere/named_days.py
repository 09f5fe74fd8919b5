"""The day by which a text names what it told before: "Tuesday's attack", "the raid on 3 May", "it came on Friday".

A lead tells of the attack and leaves its day to a mention behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from stemmata.coding.elsewhere.one_telling import LEAD, VIOLENT, Telling
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import clauses
from stemmata.coding.timing.other_things import OF_A_NOUN
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.times import Time

# How far behind what it names such a mention may stand, in sentences.
REACH: Final = 20
# How far one that says when it was: it means the last of its kind that was told. Set by judgement.
REACH_OF_WHEN: Final = 4
# Rules of times that tell a day by its name.
OF_DAYS: Final = frozenset({"weekday", "day-word", "feast"})
# Verbs that only say that something was.
TAKING_PLACE: Final = frozenset({"happen", "occur", "come", "unfold"})
# Verbs of what came down or went off: "the bomb fell on Saturday".
COMING_DOWN: Final = frozenset({"fall", "land", "hit", "strike", "explode", "detonate", "crash", "go"})
MEANS: Final = ("bomb", "shell", "aircraft")
# Words for a deed that are no triggers, and for deeds by how bad they were: of whatever means.
DEEDS: Final = frozenset({"incident", "deed", "event", "atrocity", "tragedy", "crime"})
BLOODY: Final = frozenset({"carnage", "massacre", "bloodshed", "killing", "violence", "slaughter"})
# The prepositions by which a day stands behind a noun.
ON: Final = frozenset({"on", "in", "of", "at", "during"})
# The prepositions of what a day stands with, at which something was.
WHILE: Final = frozenset({"during", "after", "before", "at", "in"})


class NamedDay(NamedTuple):
    """A happening taken up by its day."""

    time: Time
    passage: Passage
    noun: Word
    mention: Mention | None
    """None for an "incident" and for what was used: "the bomb"."""
    says_when: bool
    """It tells when it was: "the raid came on Friday", rather than "Friday's raid"."""


def find_named_days(scene: Scene, told: Sequence[Telling]) -> list[NamedDay]:
    """In text order.

    Args:
        scene: the document.
        told: its reports. What is one itself is dated by its own words and says nothing of another.
    """
    reported = {(one.passage.number, one.word.index) for one in told}
    return [
        NamedDay(time, passage, noun, mention, says_when)
        for passage in scene.passages
        for time in passage.times
        if time.start is not None and time.end is not None and time.kind in ("point", "window")
        for noun, says_when in _dated_nouns(passage.sentence, time)
        if not says_when or (passage.number, noun.index) not in reported
        for mention in _mentions(passage, noun, scene)
    ]


def _mentions(passage: Passage, noun: Word, scene: Scene) -> Sequence[Mention | None]:
    found = [m for m in passage.mentions if m.first <= noun.index <= m.last]
    if found:
        return found
    means = any(scene.classes.is_a(passage.sentence, noun, kind) for kind in MEANS)
    return [None] if means or noun.lemma.lower() in DEEDS | BLOODY else []


def _dated_nouns(sentence: Sentence, time: Time) -> Iterator[tuple[Word, bool]]:
    """The noun that a time stands with, and whether the words say when it was."""
    head = _hung(sentence, time)
    yield from ((noun, True) for noun in _was(sentence, time) if _is_the(sentence, noun))
    above = sentence.head(head)
    if above is None:
        return
    if matches(head.deprel, OF_A_NOUN) and time.rule in OF_DAYS and time.kind == "point":
        yield above, False
    elif matches(head.deprel, ("nmod",)) and above.upos == "NOUN" and clauses.cases(sentence, head) & ON:
        yield from ((noun, True) for noun in (above,) if _is_the(sentence, noun))
    elif _takes_place(sentence, above):
        yield from ((noun, True) for noun in _subjects(sentence, above) if _is_the(sentence, noun))


def _was(sentence: Sentence, time: Time) -> Words:
    """ "The shooting was on Wednesday": what is told to have been at a time, whatever the tree hangs it on."""
    be = sentence.words[time.first - 1] if time.first else None
    if be is None or be.lemma != "be":
        return ()
    return tuple(w for w in sentence.words[: be.index] if w.deprel == "nsubj" and w.head >= be.index)


def _hung(sentence: Sentence, time: Time) -> Word:
    """The word by which a time hangs on what it dates: "during the Monday rush hour", "after Friday prayers"."""
    head = time.head(sentence)
    above = sentence.head(head)
    through = above is not None and matches(head.deprel, ("compound",)) and matches(above.deprel, ("obl", "nmod"))
    while_ = through and above is not None and clauses.cases(sentence, above) & WHILE
    return above if while_ and above is not None else head


def _is_the(sentence: Sentence, noun: Word) -> bool:
    """ "The raid", "that raid": it has been told."""
    return clauses.determined(sentence, noun, clauses.DEFINITE)


def _takes_place(sentence: Sentence, verb: Word) -> bool:
    taken = verb.lemma.lower() == "take" and any(w.lemma == "place" for w in sentence.children(verb, "obj"))
    return taken or verb.lemma.lower() in TAKING_PLACE | COMING_DOWN


def _subjects(sentence: Sentence, verb: Word) -> Words:
    """Of a clause that describes it is what it describes: "the strike, which took place on Sunday"."""
    described = sentence.head(verb) if matches(verb.deprel, ("acl:relcl", "acl")) else None
    return (described,) if described is not None else sentence.children(verb, "nsubj")


def named_day(n: int, told: Sequence[Telling], days: Sequence[NamedDay], families: Mapping[str, str]) -> Time | None:
    """The day by which a later sentence, or the one before, names report `n`."""
    one = told[n]
    for day in days:
        behind = day.passage.number - one.passage.number
        if day.says_when:
            if (
                0 < behind <= REACH_OF_WHEN
                and _takes_up(day, one, families, opens=True)
                and _is_last(n, told, day, families)
            ):
                return day.time
        elif -1 <= behind <= REACH and behind and _takes_up(day, one, families, opens=behind < 0):
            return day.time
    return None


def _is_last(n: int, told: Sequence[Telling], day: NamedDay, families: Mapping[str, str]) -> bool:
    """Tell whether a report is the last before a mention that it may mean."""
    later = (one for one in told[n + 1 :] if one.passage.number < day.passage.number)
    return not any(_takes_up(day, one, families, opens=True) for one in later)


def _takes_up(day: NamedDay, one: Telling, families: Mapping[str, str], *, opens: bool) -> bool:
    """Tell whether a mention may mean a report; "the attack" means what the text began with, or goes on with.

    Args:
        opens: the mention stands before the report, or says when the last one was.
    """
    family = families[one.report.type]
    near = opens or one.passage.number <= LEAD
    if day.mention is None or day.mention.row.role == "open":
        return family in VIOLENT and near
    bloody = day.noun.lemma.lower() in BLOODY and near and family in VIOLENT
    return bloody or families.get(day.mention.row.type) == family
