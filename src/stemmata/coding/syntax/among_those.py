"""Who is named among those to whom something was done: "among those arrested is the lawmaker Abel Tesfa".

Who is only counted ("those held include two teachers") is a part of those told of before. And what is meant by "what
the army called a terrorist camp": the camp.
"""

from typing import Final

from stemmata.coding.syntax import clauses
from stemmata.language.trees import Sentence, Word, Words, matches

BESIDE: Final = ("appos", "flat", "nmod:desc")


def named_among(sentence: Sentence, those: Word) -> Words:
    """The people whom a sentence counts among "those"; none where it only tells of all of them."""
    above = sentence.head(those)
    if "among" in clauses.cases(sentence, those):
        if sentence.child(those, "cop") is not None:
            return _named(sentence, sentence.children(those, "nsubj"))
        beside = above is not None and above.upos in ("NOUN", "PROPN") and matches(those.deprel, ("nmod", "obl"))
        return _named(sentence, (above,)) if beside and above is not None else ()
    included = above is not None and above.lemma.lower() == "include" and matches(those.deprel, ("nsubj",))
    return _named(sentence, sentence.children(above, "obj")) if included and above is not None else ()


def meant_by_what(sentence: Sentence, what: Word) -> Words:
    """What somebody says that it is: "what they described as a base", "what police said were gunmen"."""
    above = sentence.head(what)
    for verb in sentence.children(what, "acl:relcl"):
        said = [w for w in sentence.children(verb, "obl") if "as" in clauses.cases(sentence, w)]
        said += [
            *sentence.children(verb, "xcomp", "obj", "ccomp"),
            *(sentence.children(above, "ccomp") if above else ()),
        ]
        if named := tuple(w for w in said if w.upos in ("NOUN", "PROPN") and w.index > verb.index):
            return named[:1]
    return ()


def _named(sentence: Sentence, heads: Words) -> Words:
    """Those of some people who are names or have one beside them."""
    return tuple(w for w in heads if w.upos == "PROPN" or any(c.upos == "PROPN" for c in sentence.children(w, *BESIDE)))
