"""Tells a kind of act from one that was done: "attacks on hospitals are a crime", "condemned strikes on villages"."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.passages import Scene
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches

# What is done about acts of a kind, beside condemning them.
OPPOSING: Final = frozenset(
    "ban prohibit outlaw forbid criminalise criminalize end stop halt cease prevent avoid oppose reject justify"
    " tolerate excuse punish face fear risk include".split()
)
OPPOSITION: Final = frozenset(
    "end halt ban prohibition law risk threat danger fear pattern history condemnation criticism".split()
)
# What acts of a kind are called: "war crimes such as the bombing of hospitals".
CRIMES: Final = frozenset("crime violation abuse tactic offence offense act practice atrocity method".split())


def is_of_a_kind(happening: Happening, scene: Scene) -> bool:
    """Tell whether a noun names acts of a kind: in the plural, with nothing that says which, and judged or opposed."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or happening.effects or happening.supports:
        return False
    if is_such(happening) or _is_example(sentence, word):
        return True
    if word.xpos != "NNS" or sentence.children(word, "det", "nummod", "nmod:poss"):
        return False
    return _is_judged(sentence, word) or _is_opposed(sentence, word, scene)


def is_such(happening: Happening) -> bool:
    """ "Such attacks"."""
    words = happening.sentence.children(happening.trigger.word, "amod", "det", "det:predet")
    return any(word.text.lower() == "such" for word in words)


def _is_example(sentence: Sentence, word: Word) -> bool:
    """ "War crimes such as the bombing of hospitals"."""
    above = sentence.head(word)
    if above is None or above.lemma.lower() not in CRIMES:
        return False
    return "such" in clauses.cases(sentence, word) or any(w.text.lower() == "such" for w in sentence.children(word))


def _is_judged(sentence: Sentence, word: Word) -> bool:
    """ "Air strikes on villages have become routine", "attacks on convoys must end"."""
    above = sentence.head(word) if matches(word.deprel, ("nsubj", "nsubj:pass")) else None
    if above is None:
        return False
    verbs = (above, *sentence.children(above, "cop", "aux", "aux:pass"))
    if any(verb.xpos == "MD" for verb in verbs):
        return True
    said = sentence.child(above, "cop") is not None or above.lemma.lower() in (
        "become",
        "remain",
        "constitute",
        "violate",
    )
    return said and any(verb.xpos in ("VBZ", "VBP") for verb in verbs)


def _is_opposed(sentence: Sentence, word: Word, scene: Scene) -> bool:
    """ "Condemned attacks on hospitals", "an end to air strikes", "a history of raids"."""
    above = sentence.head(word)
    if above is None:
        return False
    if matches(word.deprel, ("obj",)) and above.upos == "VERB":
        return above.lemma.lower() in OPPOSING or condemns(above, scene)
    return matches(word.deprel, ("nmod",)) and above.lemma.lower() in OPPOSITION


def condemns(verb: Word, scene: Scene) -> bool:
    """Tell whether a verb is one of condemning."""
    row = scene.codebook.speech["verb"].get(verb.lemma.lower())
    return row is not None and row.weight == "condemn"
