"""Tells what nobody suffered from though it stands in the same sentence: another's doing, before, after or aside."""

from typing import Final

from stemmata.coding.syntax import arguments, clauses, passives
from stemmata.coding.triggers import Mention
from stemmata.figures import counted_class
from stemmata.language.trees import Sentence, Word, Words, matches
from stemmata.places.wording import place_words

# What ties a protest to what it is about: "over the killing of", "protested the death of".
GROUNDS: Final = frozenset({"over", "against", "at", "after", "following", "about"})
PROTESTING: Final = frozenset({"protest", "denounce", "condemn", "decry", "mourn", "mark", "commemorate"})
# What opens a clause about a place or a band.
ASIDE: Final = frozenset({"which", "where"})
ARMED: Final = frozenset({"combatant", "official", "person"})
# Types of what sets houses on fire by itself.
STRIKES: Final = frozenset({"air_strike", "shelling", "bombing", "suicide_bombing", "grenade"})


def other_doing(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """Tell whether what somebody suffered is of something else than a happening of the same sentence."""
    return (
        _told_before_it(sentence, effect, trigger)
        or _says_which_place(sentence, effect, trigger)
        or _told_aside(sentence, effect, trigger)
        or _done_after(sentence, effect, trigger)
        or _done_beside(sentence, effect, trigger)
        or _protested_at(sentence, effect, trigger)
        or _others_killed(sentence, effect, trigger)
    )


def _told_before_it(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Dozens were killed, and the forces secured the road", "lost five men and was back in control": those who died
    before a place was taken."""
    after = trigger.row.type == "territory_gain" and effect.word.index < trigger.word.index
    own = sentence.child(trigger.word, "nsubj", "nsubj:pass", "cop") is not None
    return after and own and trigger.word.deprel == "conj" and trigger.word.head == effect.word.index


def _says_which_place(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Mines killed nine in a town freed of rebels": nobody died of what only tells which town it is."""
    if trigger.row.type != "territory_gain" or not matches(trigger.word.deprel, ("acl",)):
        return False
    place = sentence.head(trigger.word)
    return place is not None and place.deprel == "obl" and place.head == effect.word.index


def _told_aside(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """What a clause tells of the place or the band: "killed nine in Bria, which the army had retaken".

    Nobody died of that where others did the killing ("marched in Bria, where police killed nine"), or where it has long
    begun.
    """
    if ASIDE.isdisjoint(sentence.low):
        return False
    clause = _aside(sentence, trigger.word, effect.word) or _aside(sentence, effect.word, trigger.word)
    if clause is None:
        return False
    perfect = any(w.lemma.lower() == "have" for w in sentence.children(clause, "aux"))
    killers = _killers(sentence, effect.word)
    if any(w.text.lower() in ASIDE for w in sentence.children(effect.word, "nsubj")):
        return False  # "the raid on Kela, which killed nine"
    return bool(killers) or perfect or trigger.row.type == "territory_gain"


def _killers(sentence: Sentence, effect: Word) -> Words:
    """The police of "police killed two"; those who die are none."""
    return arguments.subjects(sentence, effect) if arguments.objects(sentence, effect) else ()


def _aside(sentence: Sentence, inner: Word, outer: Word) -> Word | None:
    """The verb of the clause with one deed that tells of the place, or of whom the other was done to."""
    clause, told = (clauses.verb_of(sentence, word) for word in (inner, outer))
    above = None if clause is None else sentence.head(clause)
    if clause is None or told is None or above is None or not clauses.below(sentence, above, told):
        return None
    told_of = above.index == told.index or any(above.index == w.index for w in arguments.objects(sentence, told))
    if not told_of and above.upos != "PROPN" and above.lemma.lower() not in place_words():
        return None
    if any(w.upos == "PRON" and w.text.lower() not in ASIDE for w in sentence.children(clause, "nsubj")):
        return None  # "in Kela, where they stormed a station"
    opens = any(w.text.lower() in ASIDE for w in sentence.children(clause, "nsubj", "obj", "advmod"))
    return clause if opens else None


def _done_after(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Soldiers razed homes after two of them were lynched": somebody else's doing, before or after it."""
    if effect.row.type != "property_destruction" or effect.row.pos != "verb" or trigger.word.deprel != "advcl":
        return False
    marks = {mark.text.lower() for mark in sentence.children(trigger.word, "mark")}
    below = trigger.word.head == effect.word.index and bool(marks & {"after", "before"})
    return below and sentence.child(effect.word, "nsubj") is not None


def _done_beside(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Killed 112 civilians and drove off cattle", "killed two before burning homes": nobody dies of what is done to
    property besides."""
    if trigger.row.type != "property_destruction" or effect.row.type != "casualties" or effect.row.pos != "verb":
        return False
    first, last = sorted((effect.word, trigger.word), key=lambda word: word.deprel == "conj")
    beside = last.deprel == "conj" and last.head in (first.index, first.head)
    below, above = sorted((effect.word, trigger.word), key=lambda word: word.deprel != "advcl")
    marks = {mark.text.lower() for mark in sentence.children(below, "mark")}
    beside = beside or (below.head == above.index and bool(marks & {"before", "after"}))
    return beside and sentence.child(effect.word, "obj") is not None


def _others_killed(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Helicopters dropped soldiers, who went on to kill nine": people who are told to kill, and sent no strike."""
    if (
        trigger.row.type not in STRIKES
        or effect.word.xpos == "VBG"
        or effect.row.form != ("kill",)
        or passives.passive(sentence, effect.word)
    ):
        return False
    killers = [w for w in arguments.subjects(sentence, effect.word) if counted_class(w.lemma.lower()) in ARMED]
    striking = {w.index for w in (trigger.word, *arguments.subjects(sentence, trigger.word))}
    striking |= {w.index for w in sentence.ancestors(trigger.word)}
    return bool(killers) and all(w.index not in striking for w in killers)


def _protested_at(sentence: Sentence, effect: Mention, trigger: Mention) -> bool:
    """ "Marched over the killing of a trader", "rioted after a boy was killed": who died before a crowd gathered."""
    if trigger.row.type not in ("protest", "riot"):
        return False
    if effect.row.pos == "noun":
        above = sentence.head(effect.word)
        asked = above is not None and above.lemma.lower() in PROTESTING and matches(effect.word.deprel, ("obj",))
        return asked or bool(clauses.cases(sentence, effect.word) & GROUNDS)
    marks = {mark.text.lower() for mark in sentence.children(effect.word, "mark")}
    below = effect.word.deprel == "advcl" and effect.word.head == trigger.word.index
    return below and bool(marks & {"after", "because", "since"})
