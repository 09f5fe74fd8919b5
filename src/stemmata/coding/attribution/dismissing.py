"""What somebody denies by the name that he gives it: "called the reports a fabrication", "described them as lies"."""

from typing import Final

from stemmata.coding.passages import Scene
from stemmata.language.trees import Sentence, Word, Words

# Where a verb of naming has the name; a tree that takes a clause for the thing's own puts it below that.
COMPLEMENTS: Final = ("xcomp", "ccomp", "obl", "advcl", "obj")


def dismissed(sentence: Sentence, verb: Word, scene: Scene) -> Words:
    """What a verb of naming calls untrue; empty where it calls it anything else."""
    if verb.lemma.lower() not in scene.codebook.speakers["naming"]:
        return ()
    things = sentence.children(verb, "obj", "nsubj:pass")
    clauses = (clause for thing in things for clause in sentence.children(thing, "acl", "acl:relcl"))
    names = (name for word in (verb, *clauses) for name in sentence.children(word, *COMPLEMENTS))
    untrue = scene.codebook.speakers["untrue"]
    found = next((name for name in names if _is_untrue(sentence, name, untrue)), None)
    return tuple(thing for thing in things if thing is not found) if found is not None else ()


def _is_untrue(sentence: Sentence, name: Word, untrue: frozenset[str]) -> bool:
    """ "A fabrication", "fake news"."""
    told = (name, *sentence.children(name, "amod"))
    return any(word.lemma.lower() in untrue or word.text.lower() in untrue for word in told)
