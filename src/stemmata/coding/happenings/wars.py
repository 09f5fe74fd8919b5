"""Tells what is said of a whole war from its happenings.

"The war has killed 300,000 people" counts the dead of all its happenings together and of no one of them, and "the
conflict, which began with protests" says which war is meant and reports no protest.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from stemmata.coding.syntax import arguments
from stemmata.coding.syntax.classes import Classes
from stemmata.coding.syntax.slots import fill
from stemmata.language.trees import Sentence, Word

# Where a war stands that a toll is told of: "killed in the war", "the toll from the conflict".
SLOTS: Final = ("subject", "by", "in", "from", "during", "throughout", "of", "since", "over")
BEGINNINGS: Final = frozenset(
    {"begin", "start", "erupt", "flare", "break", "spark", "trigger", "spiral", "degenerate", "stem"}
)
# "Since the start of the uprising".
# What is no war's name, but goes on as one does: "since the start of the aggression".
LIKE_A_WAR: Final = frozenset({"aggression", "genocide", "hostility"})
STARTS: Final = frozenset({"start", "beginning", "onset", "outset", "outbreak", "eruption"})


def counts_a_war(sentence: Sentence, consequence: Word, classes: Classes) -> bool:
    """Tell whether a consequence is a war's: the war killed, or people were killed in it or since it began."""
    if not classes.may_be_in(sentence, "war"):
        return _since_hostilities(sentence, consequence)
    words = [consequence, *_bearing(sentence, consequence), *sentence.children(consequence, "conj")]
    if consequence.deprel == "conj" and (first := sentence.head(consequence)) is not None:
        words.append(first)  # "people have been killed since the revolt began and millions driven from their homes"
    told = [filler for word in words for slot in SLOTS for filler in fill(sentence, word, slot)]
    told += [war for start in told if start.lemma.lower() in STARTS for war in sentence.children(start, "nmod")]
    return any(classes.is_a(sentence, filler, "war") for filler in told) or since_it_began(sentence, words, classes)


def _since_hostilities(sentence: Sentence, consequence: Word) -> bool:
    """ "Since the start of the aggression 87 medics have been killed"."""
    began = (w for w in fill(sentence, consequence, "since") if w.lemma.lower() in STARTS)
    return any(w.lemma.lower() in LIKE_A_WAR for start in began for w in sentence.children(start, "nmod"))


def since_it_began(sentence: Sentence, words: Iterable[Word], classes: Classes) -> bool:
    """Tell whether what verbs say is counted over a whole war: "millions displaced since the war started"."""
    return any(begins(sentence, child, classes) for word in words for child in sentence.children(word, "advcl"))


def _bearing(sentence: Sentence, consequence: Word) -> Iterator[Word]:
    """The verb that carries a noun: "has brought 230,000 deaths", "put the toll at 470,000"."""
    above = sentence.head(consequence)
    if consequence.upos == "NOUN" and above is not None and above.upos == "VERB":
        yield above


def begins_a_war(sentence: Sentence, trigger: Word, classes: Classes) -> bool:
    """Tell whether a trigger stands in a clause that says how a war began."""
    above: Word | None = trigger if classes.may_be_in(sentence, "war") else None
    while above is not None:
        if begins(sentence, above, classes) or _dates_a_war(sentence, above, classes):
            return True
        above = sentence.head(above)
    return False


def begins(sentence: Sentence, verb: Word, classes: Classes) -> bool:
    """Tell whether a verb is a war's beginning: "since the war began", "the war which started when"."""
    if verb.lemma.lower() not in BEGINNINGS:
        return False
    described = sentence.head(verb) if verb.deprel.startswith("acl") else None
    subjects = [*arguments.subjects(sentence, verb), *((described,) if described else ())]
    return any(classes.is_a(sentence, subject, "war") for subject in subjects)


def _dates_a_war(sentence: Sentence, verb: Word, classes: Classes) -> bool:
    """Tell whether a clause says since when there is war: "locked in a war since 2011, when police cracked down"."""
    main = sentence.head(verb)
    if main is None or not verb.deprel.startswith(("advcl", "acl")):
        return False
    if not any(adverb.lemma.lower() == "when" for adverb in sentence.children(verb, "advmod", "mark")):
        return False
    main = sentence.head(main) or main if main.upos in ("NUM", "NOUN", "PROPN") else main
    return any(
        classes.is_a(sentence, filler, "war")
        for slot in ("subject", "in", "by")
        for filler in fill(sentence, main, slot)
    )
