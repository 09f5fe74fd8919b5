"""Tells what somebody kept from happening or did not do: "preventing them from taking the town" takes no town, and
neither do "refrained from shelling it", "called off plans to strike it", "instead of burning it"."""

from typing import Final

from stemmata.coding.codebook import Codebook
from stemmata.coding.syntax.forms import with_particle
from stemmata.language.trees import Sentence, Word, matches

# What opens the clause of what was not done: "instead of storming it", "rather than fight".
IN_PLACE_OF: Final = frozenset({("instead", "of"), ("rather", "than")})
NEVER: Final = frozenset({"not", "never"})
# How a clause hangs on the word that leaves it undone.
UNDONE: Final = ("xcomp", "ccomp", "advcl", "acl", "obj")


def prevented(sentence: Sentence, trigger: Word, codebook: Codebook) -> bool:
    """Tell whether a happening stands in a clause of what somebody was kept from doing or left undone."""
    word: Word | None = trigger
    while word is not None and word.upos == "VERB" and (above := sentence.head(word)) is not None:
        marks = {mark.text.lower() for mark in sentence.children(word, "mark", "case")}
        if "from" in marks and above.lemma.lower() in codebook.cues["prevent"]:
            return True
        if (
            _in_place_of(sentence, word)
            or ("against" in marks and word.xpos == "VBG")
            or _negated(sentence, word, marks)
        ):
            return True
        if (
            matches(word.deprel, UNDONE)
            and (word.xpos == "VBG" or "to" in marks)
            and _forgone(sentence, above, codebook)
        ):
            return True
        word = above if word.deprel in ("conj", "xcomp") else None
    return False


def _in_place_of(sentence: Sentence, verb: Word) -> bool:
    openers = sentence.children(verb, "mark", "case", "cc", "advmod")
    return any(sentence.low[word.index : word.index + 2] in IN_PLACE_OF for word in openers)


def _negated(sentence: Sentence, verb: Word, marks: set[str]) -> bool:
    """ "Vowed never to strike the port": an infinitive of what nobody means to do; "not to have struck" denies."""
    if "to" not in marks or verb.xpos != "VB" or any(aux.lemma == "have" for aux in sentence.children(verb, "aux")):
        return False
    to = next(mark for mark in sentence.children(verb, "mark", "case") if mark.text.lower() == "to")
    return to.index > 0 and sentence.low[to.index - 1] in NEVER


def _forgone(sentence: Sentence, above: Word, codebook: Codebook) -> bool:
    """The word that leaves it undone, or the plan that is dropped: "called off plans to storm the town"."""
    forgone = codebook.cues["forgone"]
    planned = codebook.cues["governor"].get(above.lemma.lower()) if above.upos == "NOUN" else None
    tied = above.upos in ("ADJ", "ADV", "ADP") or (planned is not None and planned.status == "planned")
    verb = sentence.head(above) if tied else above  # "stopped short of", "plans to"
    return verb is not None and (verb.lemma.lower() in forgone or with_particle(sentence, verb) in forgone)
