"""Whether a happening goes on, by the tense of its verbs, or holds as a state (codebook, section 3)."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.language.trees import Sentence, Word, matches

PRESENT_BE: Final = frozenset({"is", "are", "am", "'s", "'re", "’s", "’re"})
PAST_BE: Final = frozenset({"was", "were"})
HAVE: Final = frozenset({"has", "have", "'ve", "’ve"})
# Verbs that say of a state that it holds, whatever their tense.
LASTING: Final = frozenset({"hold", "continue", "persist", "remain", "last"})
# Prepositions that tell a state as what went before: "after the siege".
OVER: Final = frozenset({"after", "since", "before", "during", "following"})


def goes_on(sentence: Sentence, verb: Word, *, told: bool) -> bool:
    """Tell whether a verb tells an act that goes on: "is shelling", "are being fought", "has been advancing".

    Args:
        sentence: the verb's.
        verb: a trigger, or a verb that carries one.
        told: somebody says so; in "said they were shelling the town" the past tense is that of the saying.
    """
    auxiliaries = _auxiliaries(sentence, verb)
    if verb.xpos == "VBG":
        past = told and auxiliaries & PAST_BE and verb.deprel in ("ccomp", "conj")
        return bool(auxiliaries & PRESENT_BE or ("been" in auxiliaries and auxiliaries & HAVE) or past)
    if verb.upos == "NOUN" and sentence.child(verb, "case"):
        return bool(auxiliaries & PRESENT_BE)  # "are on the offensive", "is under attack"
    if verb.xpos == "VBN":
        return "being" in auxiliaries and bool(auxiliaries & PRESENT_BE)
    return verb.xpos in ("VBP", "VBZ") and verb.lemma in ("continue", "rage", "remain")


def holds(happening: Happening) -> bool:
    """Tell whether a state such as a siege still holds: "the besieged town", "have besieged it since May".

    It does not where a verb in the past tells how it began or ended, or the sentence looks back on it.
    """
    sentence, word = happening.sentence, happening.trigger.word
    if any(child.text.lower() in OVER for child in sentence.children(word, "case")):
        return False
    if any(support.verb.xpos == "VBD" and support.verb.lemma not in LASTING for support in happening.supports):
        return False
    above = sentence.head(word)
    if above is not None and word.deprel in ("obj", "nsubj:pass") and above.xpos in ("VBD", "VBN"):
        return bool(_auxiliaries(sentence, above) & HAVE) and above.lemma in ("face", "endure", "suffer")
    if above is not None and word.deprel == "nsubj" and _auxiliaries(sentence, above) & PAST_BE:
        return False  # "the siege was an operation of"
    return word.xpos != "VBD" and not _auxiliaries(sentence, word) & (PAST_BE | {"had"})


def _auxiliaries(sentence: Sentence, verb: Word) -> set[str]:
    """The auxiliaries of a verb; a later verb of a list shares those of the first ("are fleeing or surrendering")."""
    own = sentence.children(verb, "aux", "cop")
    above = sentence.head(verb)
    if not own and above is not None and verb.deprel == "conj" and above.xpos == verb.xpos:
        own = sentence.children(above, "aux", "cop")
    return {word.text.lower() for word in own}


def in_present(sentence: Sentence, word: Word) -> bool:
    """Tell whether a word tells of the present: "face", "are involved in", "are on the offensive"."""
    if word.xpos in ("VBZ", "VBP"):
        return True
    return bool(_auxiliaries(sentence, word) & PRESENT_BE) and not matches(word.deprel, ("acl:relcl",))
