"""All that the model is trained on, and what is kept from it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stemmata.language.pieces import GLUED, SPACE, gap_of
from stemmata.language.words import words as cut_words
from training.named import (
    TAGS,
    UNSEEN,
    Marked,
    allowed,
    conll_names,
    read_event_places,
    read_marked,
    read_meantime,
    read_re3d,
    with_names,
    with_peoples,
)
from training.treebank import Paragraph, Tree, read_treebank
from training.windows import Labels, Window

EVENT_SENTENCES = 1200
"""Sentences of the event places that an epoch draws; all 7,000 would outweigh the trees."""


@dataclass(frozen=True)
class Corpora:
    """Documents with trees, and windows with names only."""

    parsed: list[list[Paragraph]]
    named: list[Window]
    """Read in every epoch."""
    drawn: list[Window]
    """Of which every epoch draws some."""

    def names_of_epoch(self, chance: random.Random) -> list[Window]:
        return self.named + chance.sample(self.drawn, min(EVENT_SENTENCES, len(self.drawn)))


def read_corpora(data: Path) -> Corpora:
    """Read the training parts of all corpora below a folder."""
    marked = data / "ner" / "aux_ner.json"
    ewt = read_treebank(data / "ud" / "ewt-train.conllu")
    gum = with_names(read_treebank(data / "ud" / "gum-train.conllu"), read_marked(marked, "gm"))
    parsed = [[Paragraph([with_peoples(tree) for tree in par.trees]) for par in document] for document in ewt + gum]
    # UNER marks the sentences of EWT's dev and test parts; those of the test part stay unseen.
    dev = {tuple(tree.words) for doc in read_treebank(data / "ud" / "ewt-dev.conllu") for p in doc for tree in p.trees}
    uner = [s for s in read_marked(marked, "un") if tuple(s["words"]) in dev]
    conll = [(s["words"], conll_names(s["words"], s["tags"])) for s in read_marked(marked, "wg") + uner]
    named = [_window(*sentence) for sentence in conll + read_meantime(data / "meantime")]
    for folder in sorted(path for path in (data / "ner" / "re3d").iterdir() if path.is_dir()):
        if folder.name not in UNSEEN:
            # Twice: these are the texts most like those that the model will read.
            named += 2 * [window for document in read_re3d(folder) for window in _paragraphs(document)]
    events = read_event_places(data / "event_location" / "dev_rest_no_overlap.jsonl")
    return Corpora(parsed, named, [_window(*sentence) for sentence in events])


def _window(words: list[str], names: list[list[str]], gaps: Sequence[int] | None = None) -> Window:
    blank: list[str] = []
    return Window([Tree(words, list(gaps or _gaps(words)), blank, blank, blank, [], blank, blank, names)], False, False)


def _gaps(words: Sequence[str]) -> list[int]:
    """The gaps that words of a corpus without its text most likely had."""
    gaps = []
    before = ""
    for word in words:
        closing = word in {*",.;:?!)]%", "'s", "n't", "’s", "...", "''"}
        gaps.append(GLUED if closing or before in {*"([$#£€", "``"} else SPACE)
        before = word
    return gaps


def _paragraphs(document: Marked) -> list[Window]:
    """The lines of a document as windows."""
    windows = []
    start = 0
    for line in document.text.split("\n"):
        spans = list(cut_words(document.text, start, start + len(line)))
        start += len(line) + 1
        windows += [_marked_window(document, spans[i : i + 80]) for i in range(0, len(spans), 80)]
    return windows


def _marked_window(document: Marked, spans: list[tuple[int, int]]) -> Window:
    words = [document.text[start:end] for start, end in spans]
    inside = [
        (kind, at[0], at[-1] + 1)
        for kind, first, last in document.spans
        if (at := [i for i, (start, end) in enumerate(spans) if start < last and first < end])
    ]
    free = {i for first, last in document.free for i, (start, end) in enumerate(spans) if start < last and first < end}
    taken = {i for _, first, end in inside for i in range(first, end)}
    ends = [spans[0][0], *(end for _, end in spans)]
    gaps = [gap_of(document.text[end:start]) for end, (start, _) in zip(ends, spans, strict=False)]
    return _window(words, allowed(words, inside, set(), free - taken), gaps)


def labels_of(corpora: Corpora) -> Labels:
    """The labels that occur, sorted."""
    trees = [tree for document in corpora.parsed for par in document for tree in par.trees]

    def every(part: str) -> list[str]:
        return sorted({value for tree in trees for value in getattr(tree, part)})

    return Labels(every("upos"), every("xpos"), every("feats"), every("relations"), list(TAGS))
