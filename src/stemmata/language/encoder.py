"""Runs the net on windows of words and decodes what it says into sentences."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from stemmata.errors import MissingPart
from stemmata.language.decode import best_tree
from stemmata.language.lemmas import lemma
from stemmata.language.named import read_names
from stemmata.language.pieces import GLUED, LINE, SPACE, Pieces, case_of
from stemmata.language.shorthand import as_read
from stemmata.language.trees import ROOT, Sentence, Word
from stemmata.language.words import Stretch

FILES = ("encoder.onnx", "relations.onnx", "labels.json", "vocabulary.txt", "lemmas.tsv")
"""What a folder of weights holds, and what its fingerprint is taken from."""

BATCH = 160
"""Pieces, with padding, that go through the net at once. Larger batches outgrow the processor's cache: 261 sentences
a second with 160, 241 with 320, 209 with 640."""
PIECES = 400
"""Pieces of a window; the net was made for at most 512."""

EDGE = 3
"""Words before the edge of a window in which no sentence end is trusted."""

GIVEN = (
    "given",
    "granted",
    "awarded",
    "offered",
    "sent",
    "shown",
    "taught",
    "told",
    "denied",
    "handed",
    "asked",
    "paid",
)
"""Participles that keep an object in the passive."""

START, END = 101, 102
"""BERT's pieces around every input."""

Numbers = NDArray[np.intp]
Floats = NDArray[np.float32]


@dataclass
class Window:
    """Words that are read together."""

    words: list[str]
    spans: list[Stretch]
    gaps: list[int]
    """What stands before each word, see `pieces`."""
    whole: bool = True
    """Whether its last word ends a sentence; if not, the words after the last end belong to the next window."""
    stops: list[int] | None = None
    """Where sentences end (exclusive), if that is given; else the net finds it."""


class Encoder:
    """The net of a folder of weights; `threads` go to onnxruntime."""

    def __init__(self, folder: Path, threads: int) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise MissingPart(f"The language model in {folder} lacks {', '.join(missing)}; install stemmata again.")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The graph is written in fused operators already; optimizing it would only take time.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._encoder = onnxruntime.InferenceSession(folder / "encoder.onnx", options, ["CPUExecutionProvider"])
        self._relations = onnxruntime.InferenceSession(folder / "relations.onnx", options, ["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._encoder.get_outputs()]
        self._pieces = Pieces.read(folder / "vocabulary.txt")
        self._labels: dict[str, list[str]] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))

    def read(self, windows: Sequence[Window]) -> list[list[Sentence]]:
        """The sentences of each window; a window that is not `whole` may leave words at its end over."""
        cut = [self._cut(window.words) for window in windows]
        sentences: list[list[Sentence]] = [[] for _ in windows]
        for batch in _batches([sum(map(len, pieces)) + 2 for pieces in cut]):
            found = self._run([windows[i] for i in batch], [cut[i] for i in batch])
            for place, some in zip(batch, found, strict=True):
                sentences[place] = some
        return sentences

    def _cut(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word; fewer of each where all together are more than PIECES."""
        cut = [self._pieces(word) for word in as_read(words)]
        if sum(map(len, cut)) > PIECES:
            most = max(1, PIECES // len(cut))
            cut = [pieces[:most] for pieces in cut]
        return cut

    def _run(self, windows: list[Window], cut: list[list[tuple[int, ...]]]) -> list[list[Sentence]]:
        scores = dict(zip(self._outputs, self._encoder.run(None, _arrays(windows, cut)), strict=True))
        heads = np.full(scores["upos"].shape, ROOT)
        ranges = [list(_ranges(window, scores["ends"][row])) for row, window in enumerate(windows)]
        for row, start, end in _flat(ranges):
            arcs, roots = scores["arcs"][row, start:end, start:end], scores["root"][row, start:end, 0]
            heads[row, start:end] = best_tree(arcs, roots)
        relations = self._relate(scores["below"], scores["above"], heads, ranges)
        numbers = {name: scores[name].tolist() for name in ("upos", "xpos", "feats", "names")}
        numbers |= {"heads": heads.tolist(), "relations": relations.tolist()}
        sentences: list[list[Sentence]] = [[] for _ in windows]
        for row, start, end in _flat(ranges):
            part = {name: values[row][start:end] for name, values in numbers.items()}
            sentences[row].append(self._sentence(windows[row], start, end, part))
        return sentences

    def _relate(self, below: Floats, above: Floats, heads: Numbers, ranges: list[list[Stretch]]) -> Numbers:
        """The number of the relation of each word to its head; -1 where it has none."""
        relations = np.full(heads.shape, -1)
        rows, places = np.nonzero(heads != ROOT)
        if len(rows):
            starts = np.zeros(heads.shape, np.intp)
            for row, start, end in _flat(ranges):
                starts[row, start:end] = start
            governors = heads[rows, places] + starts[rows, places]
            given = {"below": below[rows, places], "above": above[rows, governors]}
            relations[rows, places] = self._relations.run(None, given)[0]
        return relations

    def _sentence(self, window: Window, start: int, end: int, numbers: dict[str, list[int]]) -> Sentence:
        upos, xpos, feats, relations, tags = (
            [self._labels[labels][number] for number in numbers[name]]
            for name, labels in (
                ("upos", "upos"),
                ("xpos", "xpos"),
                ("feats", "feats"),
                ("relations", "relations"),
                ("names", "names"),
            )
        )
        surfaces, spans = window.words[start:end], window.spans[start:end]
        _agree_in_voice(relations, surfaces, numbers["heads"])
        words = tuple(
            Word(
                i, *spans[i], surfaces[i], lemma(surfaces[i], upos[i], xpos[i]), upos[i], xpos[i], feats[i],
                head, "root" if head == ROOT else relations[i],
            )
            for i, head in enumerate(numbers["heads"])
        )  # fmt: skip
        return Sentence(words, read_names(words, tags))


def _agree_in_voice(relations: list[str], surfaces: Sequence[str], heads: Sequence[int]) -> None:
    """Make a passive subject an active one where its verb has an object and no passive auxiliary.

    Heads and relations are scored word by word, so that "strikes targeted and killed fighters" may come out with
    a passive subject and an object. "Men given food" has both rightly.
    """
    with_object = {head for head, relation in zip(heads, relations, strict=True) if relation == "obj"}
    passive = {head for head, relation in zip(heads, relations, strict=True) if relation == "aux:pass"}
    for i, head in enumerate(heads):
        if relations[i] == "nsubj:pass" and head in with_object - passive and surfaces[head].lower() not in GIVEN:
            relations[i] = "nsubj"


def _arrays(windows: Sequence[Window], cut: Sequence[Sequence[tuple[int, ...]]]) -> dict[str, NDArray[np.int32]]:
    """The net's input: pieces with their cases and gaps, and where each word begins in the flattened rows."""
    longest = max(sum(map(len, pieces)) for pieces in cut) + 2
    rows = {name: np.zeros((len(windows), longest), np.int32) for name in ("pieces", "cases", "gaps", "present")}
    first = np.zeros((len(windows), max(map(len, cut))), np.int32)
    for row, (window, words) in enumerate(zip(windows, cut, strict=True)):
        pieces, cases, gaps = [START], [0], [LINE]
        for i, word in enumerate(words):
            first[row, i] = row * longest + len(pieces)
            pieces += word
            cases += [case_of(window.words[i])] * len(word)
            gaps += [window.gaps[i], *[GLUED] * (len(word) - 1)]
        size = len(pieces) + 1
        rows["pieces"][row, :size] = [*pieces, END]
        rows["cases"][row, : size - 1] = cases
        rows["gaps"][row, :size] = [*gaps, SPACE]
        rows["present"][row, :size] = 1
    return {**rows, "first": first}


def _ranges(window: Window, ends: Floats) -> Iterator[Stretch]:
    """The sentences of a window as ranges of words."""
    size = len(window.words)
    stops = window.stops
    if stops is None:
        stops = [int(place) + 1 for place in np.flatnonzero(ends[:size, 1] > ends[:size, 0])]
        if window.whole:
            stops = [stop for stop in stops if stop < size] + [size]
        else:
            # An end close to the edge was found without seeing what follows it.
            stops = [stop for stop in stops if stop <= size - EDGE] or stops or [size]
    start = 0
    for stop in stops:
        yield start, stop
        start = stop


def _flat(ranges: Sequence[Sequence[Stretch]]) -> Iterator[tuple[int, int, int]]:
    for row, some in enumerate(ranges):
        for start, end in some:
            yield row, start, end


def _batches(sizes: Sequence[int]) -> Iterator[list[int]]:
    """Windows of about the same length together, at most BATCH pieces with padding."""
    batch: list[int] = []
    for place in sorted(range(len(sizes)), key=sizes.__getitem__):
        if batch and (len(batch) + 1) * sizes[place] > BATCH:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
