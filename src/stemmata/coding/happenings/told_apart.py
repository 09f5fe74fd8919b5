"""Tells two happenings of one sentence apart where a clause of time or contrast has its own sides, means or place."""

from typing import Final

from stemmata.coding.happenings.clauses_apart import clauses_apart, nominal_apart
from stemmata.coding.passages import Passage, Scene
from stemmata.coding.syntax import arguments, clauses
from stemmata.coding.triggers import Mention
from stemmata.language.trees import Sentence, Word, matches

# What opens a clause that sets another happening beside the one told.
BESIDE: Final = frozenset({"while", "whereas", "after", "before"})
CONTRAST: Final = frozenset({"while", "whereas"})


def told_apart(passage: Passage, a: Mention, b: Mention, scene: Scene) -> bool:
    """ "Struck two posts, hours after rockets were fired at the port", "rebels advanced while the army shelled hills":
    a clause with sides of its own, and another means or place."""
    if clauses_apart(passage, a.word, b.word) or nominal_apart(passage, a, b):
        return True
    sentence = passage.sentence
    clause, other = (a.word, b.word) if a.word.head == b.word.index else (b.word, a.word)
    if clause.deprel != "advcl" or clause.head != other.index or _mark(sentence, clause) not in BESIDE:
        return False
    if not sentence.children(clause, "nsubj", "nsubj:pass"):
        return False
    doers, others = ({w.lemma for w in arguments.subjects(sentence, w)} for w in (clause, other))
    if doers & others:
        return False
    return _means_differ(a, b, scene) or placed_apart(passage, clause, other)


def beside(passage: Passage, effect: Mention, trigger: Mention) -> bool:
    """ "Shelled the port, while a child was killed in Bor", "a mine killed two in Bor after gunmen shot one in Torit":
    the dead of a clause with its own place."""
    if clauses_apart(passage, effect.word, trigger.word) or nominal_apart(passage, effect, trigger):
        return True
    sentence = passage.sentence
    clause, other = effect.word, trigger.word
    if other.head == clause.index:
        clause, other = other, clause
    if clause.deprel != "advcl" or not clauses.below(sentence, clause, other):
        return False
    mark, own = _mark(sentence, clause), sentence.children(clause, "nsubj", "nsubj:pass")
    return (mark in CONTRAST or (mark in BESIDE and bool(own))) and placed_apart(passage, clause, other)


def tolls_apart(passage: Passage, a: Word, b: Word) -> bool:
    """ "Two were killed in Bor and three were killed in Torit": tolls of clauses with their own people and places."""
    if clauses_apart(passage, a, b):
        return True
    first, then = (a, b) if b.head == a.index else (b, a)
    if then.head != first.index or then.upos != "VERB" or len(passage.places) < 2:
        return False
    with_it = matches(then.deprel, ("conj", "parataxis")) or (
        then.deprel == "advcl" and _mark(passage.sentence, then) in CONTRAST
    )
    people = passage.sentence.children(then, "nsubj", "obj")
    return with_it and any(w.upos != "PRON" for w in people) and placed_apart(passage, then, first)


def placed_apart(passage: Passage, clause: Word, other: Word) -> bool:
    """Tell whether a clause and what it hangs on name a place each."""
    within = [clauses.below(passage.sentence, place.head, clause) for place in passage.places]
    return any(within) and any(
        clauses.below(passage.sentence, place.head, other)
        for place, inside in zip(passage.places, within, strict=True)
        if not inside
    )


def _means_differ(a: Mention, b: Mention, scene: Scene) -> bool:
    """ "Drones struck" and "rockets were fired": both tell their means, and not the same."""
    types = scene.codebook.types
    specific = all(types[m.row.type].specific is not None and m.row.type != "clash" for m in (a, b))
    return specific and a.row.type != b.row.type


def _mark(sentence: Sentence, clause: Word) -> str | None:
    mark = sentence.child(clause, "mark")
    return None if mark is None else mark.text.lower()
