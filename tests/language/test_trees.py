"""Questions about a tree, and what the tree keeps of them."""

from stemmata.language import Sentence, Word, asked_once
from trees import tree

SHELLED = """
Rebels  rebel NOUN NNS 2 nsubj
shelled shell VERB VBD 0 root
towns   town  NOUN NNS 2 obj
"""
ASKED: list[tuple[str, tuple[str, ...]]] = []


@asked_once
def _below(sentence: Sentence, word: Word, *relations: str) -> tuple[str, ...]:
    ASKED.append((word.text, relations))
    return tuple(child.text for child in sentence.children(word, *relations))


def test_a_tree_is_asked_once_for_each_word_and_relation() -> None:
    sentence, _ = tree(SHELLED)
    rebels, shelled, _ = sentence.words
    ASKED.clear()
    assert _below(sentence, shelled) == _below(sentence, shelled) == ("Rebels", "towns")
    assert _below(sentence, shelled, "obj") == ("towns",)
    assert _below(sentence, rebels) == ()
    assert ASKED == [("shelled", ()), ("shelled", ("obj",)), ("Rebels", ())]


def test_another_tree_of_the_same_words_is_asked_anew() -> None:
    ASKED.clear()
    for sentence, _ in (tree(SHELLED), tree(SHELLED)):
        assert _below(sentence, sentence.words[1]) == ("Rebels", "towns")
    assert len(ASKED) == 2
