"""The shipped model: one small net that finds words' features, trees, sentence ends and names.

Raw text is cut into words; a window of words goes through the encoder once; sentence ends are read off
it, then a tree is decoded for each sentence. A stretch longer than a window is read window by window,
each beginning where the last whole sentence ended, so memory stays bounded whatever its length.
"""

import hashlib
import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from stemmata.errors import MissingPart
from stemmata.language.decode import best_tree
from stemmata.language.lemmas import lemma
from stemmata.language.named import read_names
from stemmata.language.pieces import GLUED, LINE, SPACE, Pieces, case_of, gap_of
from stemmata.language.trees import Sentence, Word
from stemmata.language.words import Stretch, words

WINDOW = 100
"""Words that are read together; longer than 99.7 % of the treebanks' sentences."""
READERS = 64
"""Stretches that are read side by side, so that windows of a length can go through the net together."""
BATCH = 1024
"""Pieces, with padding, that go through the net at once."""

START, END = 101, 102
"""BERT's pieces around every input."""

Floats = NDArray[np.float32]


@dataclass
class _Reader:
    """Where the reading of one stretch stands."""

    coming: Iterator[Stretch]
    ahead: list[Stretch] = field(default_factory=list)
    """Words cut but not yet in a sentence."""
    sentences: list[Sentence] = field(default_factory=list)
    ended: bool = False
    last: int = -1
    """Where the last word of the last sentence ended; -1 at the beginning of the stretch."""

    def fill(self) -> bool:
        """Cut as many words as a window holds; tell whether there are any."""
        missing = WINDOW - len(self.ahead)
        fresh = list(islice(self.coming, missing))
        self.ahead += fresh
        self.ended = len(fresh) < missing
        return bool(self.ahead)


@dataclass
class _Window:
    reader: _Reader
    words: list[str]
    gaps: list[int]
    pieces: list[int]
    cases: list[int]
    before: list[int]
    first: list[int]


class Model:
    """A parser from the weights in a folder; `threads` go to onnxruntime."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        needed = ("encoder.onnx", "relations.onnx", "labels.json", "vocabulary.txt")
        missing = [name for name in needed if not (folder / name).is_file()]
        if missing:
            raise MissingPart(f"The language model in {folder} lacks {', '.join(missing)}; install stemmata again.")
        self._folder = folder
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder = onnxruntime.InferenceSession(folder / "encoder.onnx", options, ["CPUExecutionProvider"])
        self._relations = onnxruntime.InferenceSession(folder / "relations.onnx", options, ["CPUExecutionProvider"])
        self._pieces = Pieces.read(folder / "vocabulary.txt")
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self._upos, self._xpos, self._feats = labels["upos"], labels["xpos"], labels["feats"]
        self._relation_names, self._tags = labels["relations"], labels["names"]

    @cached_property
    def fingerprint(self) -> str:
        """`stemmata-` and the first twelve digits of the SHA-256 of all files of the model."""
        digest = hashlib.sha256()
        for name in ("encoder.onnx", "relations.onnx", "labels.json", "vocabulary.txt"):
            digest.update((self._folder / name).read_bytes())
        return f"stemmata-{digest.hexdigest()[:12]}"

    def parse(self, text: str, stretches: Sequence[Stretch]) -> list[Sentence]:
        """The sentences of each stretch (start, end) of the text, in order; none crosses a stretch."""
        return list(self.read(text, stretches))

    def read(self, text: str, stretches: Sequence[Stretch]) -> Iterator[Sentence]:
        """As `parse`, one sentence after the other, in memory that does not grow with the text."""
        waiting = deque(stretches)
        readers: deque[_Reader] = deque()
        while waiting or readers:
            while waiting and len(readers) < READERS:
                start, end = waiting.popleft()
                readers.append(_Reader(words(text, start, end)))
            windows = [self._window(text, reader) for reader in readers if not reader.ended and reader.fill()]
            for batch in _batches(windows):
                self._read_batch(text, batch)
            while readers:
                yield from readers[0].sentences
                readers[0].sentences.clear()
                if not (readers[0].ended and not readers[0].ahead):
                    break
                readers.popleft()

    def _window(self, text: str, reader: _Reader) -> _Window:
        surfaces = [text[start:end] for start, end in reader.ahead]
        gaps, last = [], reader.last
        for start, end in reader.ahead:
            gaps.append(LINE if last < 0 else gap_of(text[last:start]))
            last = end
        window = _Window(reader, surfaces, gaps, [START], [0], [LINE], [])
        for word, gap in zip(surfaces, gaps, strict=True):
            cut = self._pieces(word)
            window.first.append(len(window.pieces))
            window.pieces += cut
            window.cases += [case_of(word)] * len(cut)
            window.before += [gap] + [GLUED] * (len(cut) - 1)
        window.pieces.append(END)
        window.cases.append(0)
        window.before.append(SPACE)
        return window

    def _read_batch(self, text: str, batch: Sequence[_Window]) -> None:
        longest = max(len(window.pieces) for window in batch)
        inputs = {name: np.zeros((len(batch), longest), np.int32) for name in ("pieces", "cases", "gaps", "present")}
        for row, window in enumerate(batch):
            size = len(window.pieces)
            inputs["pieces"][row, :size] = window.pieces
            inputs["cases"][row, :size] = window.cases
            inputs["gaps"][row, :size] = window.before
            inputs["present"][row, :size] = 1
        first = [row * longest + place for row, window in enumerate(batch) for place in window.first]
        inputs["first"] = np.array(first, np.int32)
        upos, xpos, feats, ends, names, roots, dependent, governor, below, above = self._encoder.run(None, inputs)
        heads = np.empty(len(first), np.intp)
        cut: list[tuple[_Window, int, int]] = []
        offset = 0
        for window in batch:
            size = len(window.words)
            for start, end in _sentences(ends[offset : offset + size], window.reader.ended):
                rows = slice(offset + start, offset + end)
                tree = best_tree(dependent[rows] @ governor[rows].T, roots[rows, 0])
                heads[rows] = np.where(tree < 0, -1, tree + offset + start)
                cut.append((window, offset + start, offset + end))
            offset += size
        relations = self._relate(below, above, heads, cut)
        tags = names.argmax(-1)
        taken: dict[int, int] = {}
        offset_of, place = {}, 0
        for window in batch:
            offset_of[id(window)] = place
            place += len(window.words)
        for window, start, end in cut:
            base = offset_of[id(window)]
            sentence = self._sentence(
                window, base, start, end, upos, xpos, feats, heads, relations, [self._tags[t] for t in tags[start:end]]
            )
            window.reader.sentences.append(sentence)
            taken[id(window)] = end - base
        for window in batch:
            used = taken[id(window)]
            window.reader.last = window.reader.ahead[used - 1][1]
            del window.reader.ahead[:used]

    def _relate(
        self, below: Floats, above: Floats, heads: NDArray[np.intp], cut: list[tuple[_Window, int, int]]
    ) -> NDArray[np.intp]:
        """The number of each word's relation, -1 for roots."""
        relations = np.full(len(heads), -1)
        inside = np.concatenate([np.arange(start, end) for _, start, end in cut])
        governed = inside[heads[inside] >= 0]
        if len(governed):
            given = {"below": below[governed], "above": above[heads[governed]]}
            relations[governed] = self._relations.run(None, given)[0]
        return relations

    def _sentence(
        self, window: _Window, base: int, start: int, end: int, upos, xpos, feats, heads, relations, tags
    ) -> Sentence:  # type: ignore[no-untyped-def]
        found = []
        for row in range(start, end):
            place = row - base
            surface = window.words[place]
            span = window.reader.ahead[place]
            pos, tag, features = self._upos[upos[row]], self._xpos[xpos[row]], self._feats[feats[row]]
            head = int(heads[row])
            relation = "root" if head < 0 else self._relation_names[relations[row]]
            found.append(
                Word(
                    row - start,
                    *span,
                    surface,
                    lemma(surface, pos, tag),
                    pos,
                    tag,
                    features,
                    -1 if head < 0 else head - start,
                    relation,
                )
            )
        slice_ = slice(start - base, end - base)
        return Sentence(tuple(found), read_names(window.words[slice_], tags, window.gaps[slice_]))


def _sentences(ends: Floats, ended: bool) -> Iterator[Stretch]:
    """The sentences of a window as ranges of words. One cut off by the end of the window is left for the next."""
    stops = list(np.flatnonzero(ends[:, 1] > ends[:, 0]) + 1)
    if ended and (not stops or stops[-1] != len(ends)):
        stops.append(len(ends))
    start = 0
    for stop in stops or [len(ends)]:
        yield start, int(stop)
        start = int(stop)


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows of about the same length together, at most BATCH pieces with padding."""
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda window: len(window.pieces)):
        if batch and (len(batch) + 1) * len(window.pieces) > BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def load_shipped(threads: int = 1) -> Model:
    """The model whose weights come with the package."""
    with as_file(files("stemmata.language").joinpath("weights")) as folder:
        return Model(folder, threads)
