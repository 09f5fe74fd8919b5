"""What a tree says of who did what: the predicate-argument tuples that every parser must agree on."""

from stemmata.language import ROOT, Sentence, Word

RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "xcomp", "ccomp", "advcl", "acl", "acl:relcl")


def arguments(sentence: Sentence) -> set[tuple[str, str, str]]:
    """Tuples such as (kill, nsubj, gunman) and (flee, to, camp): head's lemma, relation or preposition, lemma."""
    found = set()
    for word in sentence.words:
        relation = _relation(sentence, word)
        if word.head != ROOT and relation:
            found.add((sentence.words[word.head].lemma, relation, word.lemma))
    return found


def _relation(sentence: Sentence, word: Word) -> str | None:
    if word.deprel in RELATIONS:
        return word.deprel
    if word.deprel in ("obl", "nmod"):
        case = sentence.child(word, "case")
        return case.text.lower() if case else "obl"
    return "obl" if word.deprel.startswith("obl") else None
