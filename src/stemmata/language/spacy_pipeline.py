"""A spaCy pipeline as the parser: `load_parser("spacy", "en_core_web_sm")`.

Pipelines with UD labels are taken as they are; those with ClearNLP labels, as spaCy's own English ones,
are converted; any other label set is refused by name.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from stemmata.errors import MissingPart, UnknownName
from stemmata.language import clearnlp
from stemmata.language.labels import names_of
from stemmata.language.lemmas import lemma
from stemmata.language.trees import ROOT, Sentence, Word
from stemmata.language.words import Stretch

UD_LABELS = frozenset({"nsubj", "obj", "obl"})
"""Labels that every pipeline with UD labels has."""


class Pipeline:
    """A parser around a loaded spaCy pipeline, which needs a tagger and a parser.

    Raises:
        UnknownName: its parser uses a label set that is neither UD nor ClearNLP, or it has no parser.
    """

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        name = f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', 'pipeline')}"
        labels = set(nlp.pipe_labels.get("parser", ()))
        if labels >= UD_LABELS:
            self._converts = False
        elif labels >= clearnlp.LABELS:
            self._converts = True
        else:
            shown = ", ".join(sorted(labels)[:12]) or "none"
            raise UnknownName(
                f"The spaCy pipeline {name} has no relations that are known here; known are UD and ClearNLP labels,"
                f" its own are: {shown}."
            )
        described = f"{name} {nlp.meta.get('version', '')} {sorted(labels)}"
        self.fingerprint = f"spacy-{name}-{hashlib.sha256(described.encode()).hexdigest()[:12]}"

    def parse(self, text: str, stretches: Sequence[Stretch]) -> list[Sentence]:
        """The sentences of each stretch (start, end) of the text, in order."""
        found: list[Sentence] = []
        docs = self._nlp.pipe(text[start:end] for start, end in stretches)
        for (start, _), doc in zip(stretches, docs, strict=True):
            for sent in doc.sents:
                tokens = [token for token in sent if not token.is_space]
                if tokens:
                    found.append(self._sentence(start, tokens))
        return found

    def _sentence(self, shift: int, tokens: Sequence[Any]) -> Sentence:
        place = {token.i: i for i, token in enumerate(tokens)}
        bases = [token.lemma_ or lemma(token.text, token.pos_, token.tag_) for token in tokens]
        arcs = [(_head(token, place), token.dep_) for token in tokens]
        if self._converts:
            classes = [token.pos_ for token in tokens]
            arcs = clearnlp.to_ud(bases, classes, [head for head, _ in arcs], [label for _, label in arcs])
        words = tuple(
            Word(
                i, shift + token.idx, shift + token.idx + len(token.text), token.text, bases[i], token.pos_, token.tag_,
                str(token.morph), arcs[i][0], "root" if arcs[i][0] == ROOT else arcs[i][1],
            )
            for i, token in enumerate(tokens)
        )  # fmt: skip
        inside = [entity for entity in tokens[0].doc.ents if entity.start in place and entity.end - 1 in place]
        return Sentence(words, names_of((e.label_, place[e.start], place[e.end - 1]) for e in inside))


def _head(token: Any, place: dict[int, int]) -> int:
    """The place of a token's head in the sentence; heads that are blanks are passed over."""
    while token.head.i != token.i:
        token = token.head
        if token.i in place:
            return place[token.i]
    return ROOT


def load(name: str | None = None) -> Pipeline:
    """Load the parser `spacy` with the name or path of an installed pipeline.

    Raises:
        MissingPart: spaCy or the pipeline is not installed, or no name was given.
        UnknownName: see `Pipeline`.
    """
    try:
        import spacy
    except ImportError as error:
        raise MissingPart("The parser spacy needs spaCy; install it with: pip install 'stemmata[spacy]'.") from error
    if not name:
        raise MissingPart("The parser spacy needs the name of an installed pipeline, such as en_core_web_sm.")
    try:
        return Pipeline(spacy.load(name))
    except OSError as error:
        raise MissingPart(f"The spaCy pipeline {name} is not installed; get it with: spacy download {name}.") from error
