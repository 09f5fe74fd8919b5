"""Two verbs of saying side by side, where a clause of the first stands between: "denied that its units had fired and
accused the rebels": trees join the second to the clause, its tense to the first.
"""

from collections.abc import Sequence

from stemmata.coding.syntax import arguments
from stemmata.language.trees import Sentence, Word


def parallel_subjects(sentence: Sentence, verb: Word) -> Sequence[Word]:
    """The subjects of the verb of saying that a verb stands beside, where the tree joins it to what that one says."""
    clause = sentence.head(verb)
    above = sentence.head(clause) if clause is not None and clause.deprel == "ccomp" else None
    return arguments.subjects(sentence, above) if above is not None and _is_parallel(sentence, verb, clause) else ()


def until_parallel(sentence: Sentence, verb: Word, said: Sequence[Word]) -> int:
    """Where what a verb says ends: before a verb that stands beside it."""
    for clause in said:
        for word in sentence.children(clause, "conj"):
            if verb.index < clause.index and _is_parallel(sentence, word, clause):
                return sentence.words[sentence.subtree(word)[0].index].start
    return sentence.end


def _is_parallel(sentence: Sentence, verb: Word, clause: Word | None) -> bool:
    """A plain past without a subject behind "had fired", joined by "and", goes on with the plain past above."""
    if clause is None or verb.deprel != "conj" or verb.xpos != "VBD" or sentence.child(verb, "nsubj", "nsubj:pass"):
        return False
    above = sentence.head(clause)
    had = any(aux.text.lower() == "had" for aux in sentence.children(clause, "aux"))
    return had and clause.xpos == "VBN" and above is not None and above.xpos == "VBD" and above.index < clause.index
