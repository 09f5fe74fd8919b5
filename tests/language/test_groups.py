"""What training marks as groups: bodies with a name before them, and countries that act; places and peoples stay."""

from importlib import import_module
from typing import Any

import pytest

ROWS = [
    # a people, a country or a person gives a body its name; what stands between belongs to it
    ("The/DET/3/det Eritrean/ADJ/3/amod army/NOUN/4/nsubj withdrew/VERB/0/root", ["Eritrean army"]),
    ("Ukraine/PROPN/3/nmod:poss 's/PART/1/case government/NOUN/4/nsubj fell/VERB/0/root", ["Ukraine 's government"]),
    ("Sri/PROPN/2/compound Lanka/PROPN/4/compound security/NOUN/4/compound forces/NOUN/5/nsubj fired/VERB/0/root",
     ["Sri Lanka security forces"]),
    # without a name it is none, nor is a thing of a people, nor a body beside the name of another phrase
    ("The/DET/2/det army/NOUN/3/nsubj withdrew/VERB/0/root", []),
    ("Eritrean/ADJ/2/amod coffee/NOUN/3/nsubj sells/VERB/0/root", []),
    ("In/ADP/2/case Sudan/PROPN/5/obl ,/PUNCT/2/punct soldiers/NOUN/5/nsubj fled/VERB/0/root", []),
    # a country that acts, also as a conjunct and as an agent
    ("Ethiopia/PROPN/2/nsubj shelled/VERB/0/root Badme/PROPN/2/obj", ["Ethiopia"]),
    ("Chad/PROPN/4/nsubj and/CCONJ/3/cc Niger/PROPN/1/conj signed/VERB/0/root", ["Chad", "Niger"]),
    ("aid/NOUN/3/nsubj:pass was/AUX/3/aux:pass sent/VERB/0/root by/ADP/5/case Gambia/PROPN/3/obl:agent", ["Gambia"]),
    ("Saudi/PROPN/2/compound Arabia/PROPN/3/nsubj struck/VERB/0/root", ["Saudi Arabia"]),
    # not where it only is, has or suffers something, lies somewhere, or is acted upon
    ("Mali/PROPN/2/nsubj faces/VERB/0/root famine/NOUN/2/obj", []),
    ("Mali/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det country/NOUN/0/root", []),
    ("fighting/NOUN/3/nsubj in/ADP/1/case spread/VERB/0/root to/ADP/5/case Mali/PROPN/3/obl", []),
    ("rebels/NOUN/2/nsubj entered/VERB/0/root Mali/PROPN/2/obj", []),
    # a town or a person that acts is no country
    ("Timbuktu/PROPN/2/nsubj celebrated/VERB/0/root", []),
]  # fmt: skip


def tree(text: str) -> Any:
    """A tree of `word/CLASS/head/relation`; heads count from 1. Nothing is known of its names."""
    words, upos, heads, relations = zip(*(part.rsplit("/", 3) for part in text.split()), strict=True)
    lemmas = ["face" if word == "faces" else word for word in words]
    blank = len(words) * [""]
    made = import_module("training.treebank").Tree
    places = [int(head) - 1 for head in heads]
    return made(list(words), len(words) * [1], list(upos), blank, blank, places, list(relations), lemmas)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_groups(text: str, expected: list[str]) -> None:
    marked = import_module("training.groups").with_groups(tree(text))
    tags = [tags[0] if len(tags) == 1 else "O" for tags in marked.names]
    spans = import_module("training.named").spans(tags)
    assert [" ".join(marked.words[first:end]) for _, first, end in spans] == expected
    assert {kind for kind, _, _ in spans} <= {"group"}


def test_marked_names_stay_whole() -> None:
    """A name that a corpus marks as a group is not cut, and the rest of a place that is cut begins anew."""
    groups = import_module("training.groups")
    free = tree("Free/PROPN/3/compound Libyan/ADJ/3/amod Army/PROPN/4/nsubj fled/VERB/0/root")
    free.__dict__["names"] = [["B-group"], ["I-group"], ["I-group"], ["O"]]
    assert groups.with_groups(free).names == free.names
    place = tree("Libyan/ADJ/2/amod Army/PROPN/3/compound Square/PROPN/4/nsubj emptied/VERB/0/root")
    place.__dict__["names"] = [["B-place"], ["I-place"], ["I-place"], ["O"]]
    assert groups.with_groups(place).names == [["B-group"], ["I-group"], ["B-place"], ["O"]]
