"""Tells what is no happening in particular: a habit, a kind of act, a question, a fear, a remark on what was told."""

from typing import Final

from stemmata.coding.happenings.happenings import Happening
from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, matches
from stemmata.records import Report

# Verbs and adjectives whose "whether" leaves a thing open.
WEIGHED: Final = frozenset(
    {"determine", "know", "establish", "clear", "unclear", "decide", "verify", "say", "ask", "investigate"}
)
OFTEN: Final = frozenset({"often", "regularly", "routinely", "frequently", "usually", "sometimes", "always"})
GOING_ON: Final = frozenset({"continue", "keep", "go"})


def is_general(happening: Happening) -> bool:
    """ "Targeting civilians cannot be justified": what is said of such acts, whoever does them."""
    word = happening.trigger.word
    return happening.trigger.row.pos == "verb" and word.xpos == "VBG" and word.deprel == "csubj"


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


def is_habit(report: Report, happening: Happening) -> bool:
    """What is said to happen often: "forces often strike areas held by rebels", "still carries out attacks"."""
    sentence, word = happening.sentence, happening.trigger.word
    verbs = [word, *(s.verb for s in happening.supports)]
    now = any(support.verb.xpos in ("VBZ", "VBP") for support in happening.supports)
    now = now or any(_goes_on_to(sentence, support.verb) for support in happening.supports)
    if now and word.xpos == "NNS" and not sentence.child(word, "det", "nummod", "nmod:poss") and not report.when:
        return True
    return any(adverb.lemma.lower() in OFTEN for verb in verbs for adverb in sentence.children(verb, "advmod"))


def _goes_on_to(sentence: Sentence, verb: Word) -> bool:
    """ "Continues to commit massacres" tells what somebody is like."""
    above = sentence.head(verb) if verb.deprel == "xcomp" else None
    return above is not None and above.lemma.lower() in GOING_ON and above.xpos in ("VBZ", "VBP")


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
    """ "Reprisals for any strike": none that has happened."""
    sentence, word = happening.sentence, happening.trigger.word
    return happening.trigger.row.pos == "noun" and clauses.determined(sentence, word, {"any"})


def _asks(sentence: Sentence, word: Word) -> bool:
    """Tell whether a phrase before its verb is or holds an interrogative; "in what were air strikes" says that they
    were."""
    if sentence.child(word, "acl:relcl") is not None:
        return False
    phrase = (word, *sentence.children(word, "det", "nmod:poss", "amod"))
    return matches(word.deprel, ("nsubj", "obj", "obl")) and any(w.xpos in ("WP", "WP$", "WDT") for w in phrase)
