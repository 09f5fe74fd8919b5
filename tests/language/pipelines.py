"""Tiny spaCy pipelines, trained in the test on the conformance suite, with UD or with ClearNLP labels."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example

from stemmata.language import ROOT, Sentence
from stemmata.language.conllu import Trees

SUITE = Path(__file__).parent / "conformance.conllu"
RENAMED = {
    "obj": "dobj",
    "iobj": "dative",
    "nsubj:pass": "nsubjpass",
    "aux:pass": "auxpass",
    "nmod:poss": "poss",
    "compound:prt": "prt",
    "acl:relcl": "relcl",
    "obl:unmarked": "npadvmod",
}
OF_NOUNS = ("det", "amod", "nummod", "compound", "nmod:poss", "case", "acl", "acl:relcl")


@dataclass(frozen=True)
class Arc:
    head: int
    label: str


def suite() -> list[tuple[str, Sentence]]:
    """The sentences of the suite with their checked trees."""
    texts = [line[9:] for line in SUITE.read_text(encoding="utf-8").splitlines() if line.startswith("# text = ")]
    trees = Trees(SUITE)
    return [(text, trees.parse(text, [(0, len(text))])[0]) for text in texts]


def ud(sentence: Sentence) -> list[Arc]:
    return [Arc(word.head, word.deprel) for word in sentence.words]


def clearnlp(sentence: Sentence) -> list[Arc]:
    """The tree as ClearNLP's scheme draws it."""
    arcs = ud(sentence)
    _let_is_govern(sentence, arcs)
    _let_prepositions_govern(arcs)
    for i, arc in enumerate(arcs):
        if arc.label == "cc" and arcs[arc.head].label == "conj":
            arcs[i] = replace(arc, head=arcs[arc.head].head)
    return [replace(arc, label=RENAMED.get(arc.label, arc.label)) for arc in arcs]


def _let_is_govern(sentence: Sentence, arcs: list[Arc]) -> None:
    for i, arc in enumerate(list(arcs)):
        if arc.label == "expl":
            for j, other in enumerate(arcs):
                if other == Arc(arc.head, "nsubj"):
                    arcs[j] = Arc(arc.head, "attr")
        if arc.label != "cop":
            continue
        predicate = arc.head
        arcs[i] = arcs[predicate]
        placed = any(other == Arc(predicate, "case") for other in arcs)
        label = "obl" if placed else "acomp" if sentence.words[predicate].upos == "ADJ" else "attr"
        arcs[predicate] = Arc(i, label)
        for j, other in enumerate(arcs):
            if other.head == predicate and other.label not in OF_NOUNS and j != i:
                arcs[j] = replace(other, head=i)


def _let_prepositions_govern(arcs: list[Arc]) -> None:
    for i, arc in enumerate(list(arcs)):
        if arc.label != "case":
            continue
        noun = arcs[arc.head]
        arcs[i] = Arc(noun.head, "agent" if noun.label == "obl:agent" else "prep")
        inner = next((j for j, other in enumerate(arcs) if other == Arc(i, "fixed")), None)
        if inner is not None:  # "according to" is a preposition on a preposition
            arcs[inner] = Arc(i, "prep")
        arcs[arc.head] = Arc(i if inner is None else inner, "pobj")


@cache
def trained(scheme: str) -> Any:
    """A pipeline that has learnt the suite's trees by heart, with the labels of `ud` or `clearnlp`."""
    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    for name, settings in (("tagger", {}), ("morphologizer", {}), ("parser", {"min_action_freq": 1})):
        nlp.add_pipe(name, config=settings)
    examples = [_example(nlp, sentence, scheme) for _, sentence in suite()]
    nlp.initialize(lambda: examples)
    for _ in range(30):
        for start in range(0, len(examples), 22):
            nlp.update(examples[start : start + 22])
    return nlp


def _example(nlp: Any, sentence: Sentence, scheme: str) -> Example:
    words = sentence.words
    arcs = ud(sentence) if scheme == "ud" else clearnlp(sentence)
    spaces = [i + 1 < len(words) and words[i + 1].start > word.end for i, word in enumerate(words)]
    doc = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=spaces,
        tags=[word.xpos for word in words],
        pos=[word.upos for word in words],
        heads=[i if arc.head == ROOT else arc.head for i, arc in enumerate(arcs)],
        deps=["ROOT" if arc.head == ROOT else arc.label for arc in arcs],
        sent_starts=[i == 0 for i in range(len(words))],
    )
    return Example(Doc(nlp.vocab, words=[w.text for w in words], spaces=spaces), doc)
