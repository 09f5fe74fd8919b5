"""Builds sentences from a compact notation, so that a test can say exactly what the tree is."""

from stemmata.language.trees import ROOT, Sentence, Word


def tree(lines: str) -> tuple[Sentence, str]:
    """A sentence and its text from lines of `form lemma UPOS XPOS head relation`.

    Heads count from 1, 0 is the root, as in CoNLL-U; a form that ends in `~` is followed by no space.
    """
    words: list[Word] = []
    text = ""
    for index, line in enumerate(line for line in lines.strip().splitlines() if line.strip()):
        form, lemma, upos, xpos, head, relation = line.split()
        glued = form.endswith("~")
        form = form.removesuffix("~")
        start = len(text)
        text += form + ("" if glued else " ")
        words.append(Word(index, start, start + len(form), form, lemma, upos, xpos, "", int(head) - 1, relation))
    assert any(word.head == ROOT for word in words), "a tree needs a root"
    return Sentence(tuple(words)), text.rstrip()
