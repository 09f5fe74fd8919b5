"""Tells what is no happening of its own: a question, a fear, a remark on what was told."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Verbs and adjectives whose "whether" leaves a thing open.
WEIGHED: Final = frozenset(
    {"determine", "know", "establish", "clear", "unclear", "decide", "verify", "say", "ask", "investigate"}
)
# Relatives that ask nothing: "fired on whoever came near".
ANYBODY: Final = frozenset({"whoever", "whomever", "whatever", "whichever"})


# What a word is said to stand for: "use the term neutralized to mean that they were killed".
MEANING: Final = frozenset({"imply", "mean", "denote", "signify", "describe", "cover"})
TERMS: Final = frozenset({"term", "word", "expression", "phrase", "euphemism"})
ABLE: Final = frozenset({"can", "could"})
# What opens a list of words on a page's subject.
LISTING: Final = frozenset({"tags", "keywords"})


def is_meaning(happening: Happening) -> bool:
    """ "Uses the term neutralized to imply that they surrendered or were killed": what a word stands for."""
    sentence, word = happening.sentence, happening.trigger.word
    means = any(above.lemma.lower() in MEANING for above in sentence.ancestors(word))
    return means and any(w.lemma.lower() in TERMS and w.upos == "NOUN" for w in sentence.words)


def is_tag(happening: Happening) -> bool:
    """ "Tags Mali air strike Gao": words on the subject of a page, in no clause."""
    sentence, word = happening.sentence, happening.trigger.word
    if happening.trigger.row.pos != "noun" or happening.effects or sentence.words[0].text.lower() not in LISTING:
        return False
    return not any(w.upos in ("VERB", "AUX") for w in sentence.words[: word.index]) and not matches(
        word.deprel, ("nsubj",)
    )


def is_name_alone(happening: Happening) -> bool:
    """ "Battle of Kela (2012-2016)" on a line of its own: a title, and no telling of it."""
    sentence, word = happening.sentence, happening.trigger.word
    named = word.text == "Battle" and sentence.low[word.index + 1 : word.index + 2] == ("of",)
    return named and not any(w.upos in ("VERB", "AUX") for w in sentence.words)


def is_barred(happening: Happening, report: Report) -> bool:
    """ "People could not leave the town", "rebels refused to join the fight": nobody denies what nobody could do."""
    sentence, word = happening.sentence, happening.trigger.word
    able = any(aux.text.lower() in ABLE for aux in sentence.children(word, "aux"))
    if report.type in ("displacement", "return") and report.status.value == "denied" and able:
        return True
    above = sentence.head(word) if word.deprel == "xcomp" else None
    refused = above is not None and above.lemma.lower() in ("refuse", "decline")
    return refused and report.type in ("group_change", "deployment", "withdrawal", "surrender")


def is_said_of_it(happening: Happening) -> bool:
    """ "It was the third offensive since May": what something told before is said to be."""
    sentence, word = happening.sentence, happening.trigger.word
    subjects = sentence.children(word, "nsubj") if sentence.child(word, "cop") else ()
    bare = word.upos == "NOUN" and not any("of" in clauses.cases(sentence, w) for w in sentence.children(word, "nmod"))
    return bare and any(w.text.lower() in ("it", "this", "that") for w in subjects)


def is_feared(happening: Happening) -> bool:
    """ "Left for fear of being bombed": it need not come."""
    word = happening.trigger.word
    above = happening.sentence.head(word)
    if above is not None and above.lemma.lower() != "fear" and word.deprel == "obj" and above.deprel == "acl":
        above = happening.sentence.head(above)  # "fear of competing sieges", as trees have it
    return (
        above is not None
        and above.lemma.lower() == "fear"
        and matches(word.deprel, ("acl", "advcl", "xcomp", "nmod", "obj"))
    )


def is_asked(happening: Happening) -> bool:
    """A question that somebody tries to answer: "determines whose planes carry out raids", "asked who shot them",
    "it is not clear whether"."""
    sentence = happening.sentence
    for word in (happening.trigger.word, *sentence.ancestors(happening.trigger.word)):
        children = sentence.children(word) if word.deprel in ("ccomp", "csubj", "advcl") else ()
        above = sentence.head(word)
        relative = above is not None and matches(above.deprel, ("acl",))  # "which the army said it had left"
        if word.deprel != "advcl" and not relative and any(_asks(sentence, child) for child in children):
            return True
        if above is not None and above.lemma.lower() in WEIGHED and any(c.text.lower() == "whether" for c in children):
            return True
    return False


def is_any(happening: Happening) -> bool:
    """ "Reprisals for any strike", "pursued any insurgents who fled": none that has happened."""
    sentence, word = happening.sentence, happening.trigger.word
    whose = sentence.head(word) if happening.trigger.row.pos == "verb" and matches(word.deprel, ("acl",)) else word
    named = happening.trigger.row.pos == "noun" or whose is not word
    return named and whose is not None and clauses.determined(sentence, whose, {"any"})


def _asks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a phrase before its verb is or holds an interrogative; "in what were air strikes" says that they
    were."""
    if sentence.child(word, "acl:relcl") is not None:
        return False
    phrase = (word, *sentence.children(word, "det", "nmod:poss", "amod"))
    return matches(word.deprel, ("nsubj", "obj", "obl")) and any(
        w.xpos in ("WP", "WP$", "WDT") and w.text.lower() not in ANYBODY for w in phrase
    )
