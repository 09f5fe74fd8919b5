"""Tells whether two deeds stand in clauses of their own, each with its place: "shelled Bor and abducted two in Torit".

One attack told by several verbs has one place, or leaves it to one of them: "stormed a village and shot nine people".
"""

from collections.abc import Sequence
from typing import Final

from stemmata.coding.passages import Passage, PlaceName
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.syntax.passives import passive
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

# Relations by which a clause hangs on another.
CLAUSES: Final = ("conj", "advcl", "parataxis", "acl", "ccomp", "root")
JOINED: Final = ("conj", "parataxis", "advcl")
# What opens a clause of what came before or after; what opens one of what went on is often what the first came of.
BEFORE_OR_AFTER: Final = frozenset({"after", "before", "since", "once", "until"})
# What ties a noun that tells what went before: "following the killing of", "hours after".
NOMINAL: Final = frozenset({"after", "before", "following"})
# Nouns for what a deed answers: "in retaliation for".
ANSWER: Final = frozenset("retaliation revenge response reprisal retribution vengeance reply protest".split())
# Levels of places in which others lie.
WIDE: Final = frozenset({"country", "region", "area"})


def clauses_apart(passage: Passage, a: Word, b: Word) -> bool:
    """Tell whether two words name deeds in clauses that each tell a place, and that the same deed cannot have.

    Either others do it ("gunmen killed nine in Bor, and youths rioted in Torit"), or it is told with another day, or
    the same people did it then and there ("killed nine in Bor after seizing Torit").
    """
    if len(passage.places) < 2:
        return False
    sentence = passage.sentence
    first, then = clauses.verb_of(sentence, a), clauses.verb_of(sentence, b)
    if first is None or then is None or first is then:
        return False
    if clauses.below(sentence, first, then):
        first, then = then, first
    hangs = _tells_of_doer(sentence, first, then) or _side_by_side(first, then)
    if not hangs or not _each_has_place(passage, first, then):
        return False
    if _dated_each(passage, first, then) or _others_do_it(sentence, first, then):
        return True
    return _done_then(sentence, first, then) and placed_each(passage, first, then)


def nominal_apart(passage: Passage, a: Mention, b: Mention) -> bool:
    """Tell whether one of two deeds is a noun by which the other is dated or accounted for.

    "Killed nine in Bor, a day after the burning of a market", "in retaliation for it": nobody died of that. "Nine
    people died after a strike on a market" tells what they died of.
    """
    sentence = passage.sentence
    noun, other = (a, b) if a.row.pos == "noun" else (b, a)
    head = noun.word
    verb, told = clauses.verb_of(sentence, head), clauses.verb_of(sentence, other.word)
    if noun.row.pos != "noun" or verb is None or told is None or not _in_list_of(verb, told):
        return False
    tied = clauses.cases(sentence, head)
    above = sentence.head(head)
    if "for" in tied or "to" in tied:
        return above is not None and above.lemma.lower() in ANSWER
    if not tied & NOMINAL or other.row.pos != "verb" or not matches(head.deprel, ("obl", "advcl")):
        return False
    if noun.row.role == "effect" or set_off(sentence, head):
        return True  # "following the killing of a chief": what comes of it is another deed
    own = [p for p in passage.places if clauses.below(sentence, p.head, head)]
    others = [p for p in passage.places if p not in own and p.inside is None]
    actors = arguments.subjects(sentence, other.word) if arguments.objects(sentence, other.word) else ()
    acting = any(w.upos != "PRON" for w in actors) and not passive(sentence, other.word)
    return bool(own and others) and acting


def _in_list_of(verb: Word, told: Word) -> bool:
    """ "Days after a raid two were killed and nine wounded": what dates the first verb of a list dates all of it."""
    return told is verb or (told.deprel == "conj" and told.head == verb.index)


def set_off(sentence: Sentence, head: Word) -> bool:
    """ "Hours after a strike", "two days before the raid"."""
    tie = next((w for w in sentence.children(head, "case", "mark") if w.text.lower() in ("after", "before")), None)
    return tie is not None and tie.index > 0 and sentence.words[tie.index - 1].lemma.lower() in clauses.PERIODS


def _tells_of_doer(sentence: Sentence, first: Word, then: Word) -> bool:
    """ "Gunmen, who had torched houses in Torit, killed nine in Bor": what the same people did elsewhere."""
    about = sentence.head(then) if matches(then.deprel, ("acl:relcl",)) else None
    if about is None or about not in arguments.subjects(sentence, first):
        return False
    return any(w.text.lower() in ("who", "that") for w in sentence.children(then, "nsubj", "nsubj:pass"))


def _side_by_side(first: Word, then: Word) -> bool:
    """Tell whether one clause hangs on the other, or both are members of one list."""
    if not matches(then.deprel, JOINED):
        return False
    return then.head == first.index or (then.deprel == "conj" and first.deprel == "conj" and then.head == first.head)


def placed_each(passage: Passage, first: Word, then: Word) -> bool:
    """Tell whether each clause has a place, and none of them one in which that of the other may lie."""
    wide = {any(_is_wide(place) for place in _within(passage, verb)) for verb in (first, then)}
    return len(wide) == 1 and _each_has_place(passage, first, then)


def _each_has_place(passage: Passage, first: Word, then: Word) -> bool:
    own, others = ({place.head.text for place in _within(passage, verb)} for verb in (first, then))
    return bool(own and others) and not own & others


def _within(passage: Passage, verb: Word) -> Sequence[PlaceName]:
    sentence = passage.sentence
    return [p for p in passage.places if p.inside is None and _clause(sentence, p.head) is verb]


def _clause(sentence: Sentence, word: Word) -> Word | None:
    """The verb that heads the clause of a word."""
    ways = (w for w in sentence.ancestors(word) if w.upos == "VERB" and matches(w.deprel, CLAUSES))
    return next(ways, None)


def _is_wide(place: PlaceName) -> bool:
    return place.resolved is not None and place.resolved.level in WIDE


def _dated_each(passage: Passage, first: Word, then: Word) -> bool:
    """ "On Monday in Bor", "on Tuesday in Torit"."""
    sentence = passage.sentence
    days = [
        {(t.start, t.end) for t in passage.times if t.start is not None and _clause(sentence, t.head(sentence)) is verb}
        for verb in (first, then)
    ]
    return all(days) and not days[0] & days[1]


def _others_do_it(sentence: Sentence, first: Word, then: Word) -> bool:
    """ "Gunmen killed nine ..., as youths rioted": both clauses tell who did it, and not the same."""
    doers = [{w.lemma.lower() for w in arguments.subjects(sentence, verb)} for verb in (first, then)]
    own = sentence.child(then, "nsubj", "nsubj:pass") is not None
    return own and all(doers) and not doers[0] & doers[1]


def _done_then(sentence: Sentence, first: Word, then: Word) -> bool:
    """ "Killed nine in Bor and kidnapped two in Torit", "after torching houses in Torit", "having fled Torit".

    A participle behind, with no word of time, says how or with what outcome: "attacked the area, killing nine in Bor".
    """
    if then.deprel == "acl:relcl":
        return True
    if sentence.child(then, "nsubj", "nsubj:pass") is not None:
        return False
    if then.deprel == "conj":
        return then.upos == "VERB" and bool(arguments.subjects(sentence, first))
    having = then.xpos == "VBN" and any(w.text.lower() == "having" for w in sentence.children(then, "aux"))
    return having or not BEFORE_OR_AFTER.isdisjoint(clauses.cases(sentence, then))
