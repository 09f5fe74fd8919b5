"""Of which class words are: what the table alone tells is looked for only where the sentence has a word of it."""

from stemmata import read
from stemmata.coding.codebook import load_codebook
from stemmata.coding.coder import set_scene
from stemmata.coding.prose.stretches import stretches
from stemmata.coding.syntax.classes import TOLD_OTHERWISE
from stemmata.gold import DOCS
from stemmata.language import load_parser
from stemmata.records import Document


def test_a_class_that_the_table_alone_tells_has_a_word_in_the_sentence():
    codebook = load_codebook()
    kinds = sorted(set(codebook.classes) - TOLD_OTHERWISE)
    assert len(kinds) > 100
    for document in (found for found in read(DOCS) if isinstance(found, Document)):
        sentences = load_parser().parse(document.text, stretches(document))
        classes = set_scene(document, sentences, codebook).classes
        for sentence in sentences:
            for kind in (kind for kind in kinds if not classes.may_be_in(sentence, kind)):
                assert not any(classes.is_a(sentence, word, kind) for word in sentence.words), kind
