"""What shows on a dead body how somebody died, and which bombs people carry on theirs."""

from collections.abc import Callable
from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, Words

Listed = Callable[[Word, str], bool]
"""Tells whether classes.csv lists a word of the sentence under a class."""

BEARING: Final = frozenset({"bear", "show", "have", "carry", "display"})
TIED: Final = frozenset({"tie", "bind", "tied", "bound", "cuff", "handcuff"})
CARRIED: Final = frozenset({"carry", "wear"})
STRAPPED: Final = frozenset({"strap", "tie", "tape", "attach", "hide", "conceal"})
BODY: Final = frozenset(
    {
        "body",
        "chest",
        "waist",
        "back",
        "torso",
        "himself",
        "herself",
        "themselves",
        "him",
        "her",
        "them",
        "leg",
        "clothes",
    }
)


def was_slain(sentence: Sentence, body: Word, listed: Listed) -> bool:
    """ "Bullet-riddled bodies", "bodies with their hands tied", "the body of a man bearing signs of torture"."""
    for word in (body, *clauses.phrase_after(sentence, body, "of")):
        ways = sentence.children(word, "amod", "acl")
        if any(listed(way, "slain") for way in ways) or any(w.text.lower() == "riddled" for w in ways):
            return True
        if any(_is_mark(sentence, mark, listed) for mark in _shown(sentence, word)):
            return True
    return False


def _shown(sentence: Sentence, word: Word) -> Words:
    """What a body is told to have on it."""
    bearing = (way for way in sentence.children(word, "acl", "acl:relcl") if way.lemma.lower() in BEARING)
    borne = tuple(w for way in bearing for w in sentence.children(way, "obj"))
    return clauses.with_lists(sentence, (*clauses.phrase_after(sentence, word, "with"), *borne))


def _is_mark(sentence: Sentence, mark: Word, listed: Listed) -> bool:
    of = clauses.phrase_after(sentence, mark, "of")  # "signs of torture"
    if any(listed(word, "execution_mark") for word in of):
        return True
    tied = any(w.lemma.lower() in TIED for w in sentence.children(mark, "acl", "amod"))
    return listed(mark, "execution_mark") and (tied or mark.lemma.lower() != "hand")


def is_on_body(sentence: Sentence, bomb: Word) -> bool:
    """ "The bomb he was carrying", "a device strapped to her waist"; not one that lies on a road."""
    for way in sentence.children(bomb, "acl", "acl:relcl"):
        if way.lemma.lower() in CARRIED:
            return True
        where = sentence.children(way, "obl") if way.lemma.lower() in STRAPPED else ()
        if any(w.lemma.lower() in BODY or w.text.lower() in BODY for w in where):
            return True
    return False
