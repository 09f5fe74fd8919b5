"""Every parser passes one suite: sentences with the predicate-argument tuples that a person has checked.

Since spaCy's weights are not to be had without a network, its adapter runs on pipelines that learn the
suite by heart: what is tested is the adapter, that is the reading of labels and the conversion.
"""

from functools import cache
from pathlib import Path

import pytest

from stemmata.language import Parser, load_parser
from stemmata.language.conllu import Trees
from stemmata.language.spacy_pipeline import Pipeline

from .arguments import arguments
from .pipelines import SUITE, trained

Tuples = set[tuple[str, str, str]]


def expected() -> list[tuple[str, Tuples]]:
    """The sentences of `conformance.txt`, each with its tuples."""
    rows: list[tuple[str, Tuples]] = []
    for line in (Path(__file__).parent / "conformance.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            head, relation, word = line.split()
            rows[-1][1].add((head, relation, word))
        elif line and not line.startswith("#"):
            rows.append((line, set()))
    return rows


@cache
def parser(name: str) -> Parser:
    if name == "stemmata":
        return load_parser()
    return Trees(SUITE) if name == "conllu" else Pipeline(trained(name.removeprefix("spacy, ")))


def test_the_suite_is_large_enough() -> None:
    assert len(expected()) >= 60


@pytest.mark.parametrize("name", ["stemmata", "conllu", "spacy, ud", "spacy, clearnlp"])
@pytest.mark.parametrize(("text", "tuples"), expected(), ids=lambda value: value if isinstance(value, str) else "")
def test_parsers_agree_on_who_did_what(name: str, text: str, tuples: Tuples) -> None:
    (sentence,) = parser(name).parse(text, [(0, len(text))])
    assert arguments(sentence) == tuples
    assert all(text[word.start : word.end] == word.text for word in sentence.words)
