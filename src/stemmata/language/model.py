"""The shipped model: one small net that finds words' features, trees, sentence ends and names.

Raw text is cut into words; a window of words goes through the encoder once; sentence ends are read off
it, then a tree is decoded for each sentence. A stretch longer than a window is read window by window,
each beginning where the last whole sentence ended, so memory stays bounded whatever its length.
"""

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

from stemmata.language.encoder import FILES, Encoder, Window
from stemmata.language.headline_verbs import lost_verbs, with_verb
from stemmata.language.openings import entangled, joined, label_end
from stemmata.language.pieces import LINE, gap_of
from stemmata.language.shorthand import as_told, written_out
from stemmata.language.trees import Sentence
from stemmata.language.words import Stretch, words

WINDOW = 120
"""Words that are read together; longer than 99.9 % of the sentences of EWT and GUM. In a stretch that is longer, half a
sentence a window is read twice, so that 64 words would cost a sixth of the speed."""
READERS = 64
"""Stretches that are read side by side, so that windows of about a length go through the net together."""


class Model:
    """A parser from the weights in a folder.

    `threads` is how many onnxruntime may use; one is best where several documents are read side by side.

    Raises:
        MissingPart: a file of the model is missing.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._folder = folder
        self._encoder = Encoder(folder, threads)

    @cached_property
    def fingerprint(self) -> str:
        """`stemmata-` and the first twelve digits of the SHA-256 of the model's files."""
        digest = hashlib.sha256()
        for name in FILES:
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
                readers.append(_Reader(text, *waiting.popleft()))
            going = [reader for reader in readers if reader.fill()]
            for reader, found in zip(going, self._encoder.read([reader.window() for reader in going]), strict=True):
                reader.take(found)
            while readers:
                for sentence in readers[0].sentences:
                    line = self._without_label(text, sentence) if sentence.start < readers[0].label_end else sentence
                    yield self._with_its_verb(text, line)
                readers[0].sentences.clear()
                if not readers[0].done:
                    break
                readers.popleft()

    def _without_label(self, text: str, line: Sentence) -> Sentence:
        """A line that opens with a label; where its tree mixes the two up, what stands behind is read by itself."""
        end = label_end(text, line.start, line.end)
        behind = [(w.start, w.end) for w in line.words if w.start >= end]
        mixed = 0 < len(behind) < len(line.words) and entangled(line, len(line.words) - len(behind))
        rest = self.parse_cut(text, [behind]) if mixed else []
        return joined(line, self._with_its_verb(text, rest[0])) if len(rest) == 1 else line

    def _with_its_verb(self, text: str, line: Sentence) -> Sentence:
        """A headline whose verb was taken for a noun, read again with a past tense in its place."""
        for verb, past in lost_verbs(line):
            window = _window(text, [(w.start, w.end) for w in line.words], -1, whole=True)
            window.words[verb.index], window.stops = past, [len(line.words)]
            ((again,),) = self._encoder.read([window])
            if (told := with_verb(again, verb)) is not None:
                return told
        return line

    def parse_cut(self, text: str, sentences: Sequence[Sequence[Stretch]]) -> list[Sentence]:
        """The trees of sentences whose words are given as stretches of the text.

        A sentence of more than 400 words comes back in parts of that length.
        """
        parts = [sentence[i : i + 400] for sentence in sentences for i in range(0, len(sentence), 400)]
        windows = [_window(text, part, -1, whole=True) for part in parts]
        for window in windows:
            window.stops = [len(window.words)]
        found: list[Sentence] = []
        for i in range(0, len(windows), READERS):
            found += [tree for trees in self._encoder.read(windows[i : i + READERS]) for tree in trees]
        return found


class _Reader:
    """Where the reading of one stretch stands."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self.label_end = label_end(text, start, end)
        self._coming = as_told(text, words(text, start, end))
        self._ahead: list[Stretch] = []
        self._exhausted = False
        self._last = -1
        self.sentences: list[Sentence] = []

    @property
    def done(self) -> bool:
        """Whether every word is in a sentence."""
        return self._exhausted and not self._ahead

    def fill(self) -> bool:
        """Cut as many words as a window holds, and one more to know whether it is the last; tell if there are any."""
        missing = WINDOW + 1 - len(self._ahead)
        fresh = list(islice(self._coming, missing))
        self._ahead += fresh
        self._exhausted = len(fresh) < missing
        return bool(self._ahead)

    def window(self) -> Window:
        """The next words to read."""
        return _window(self._text, self._ahead[:WINDOW], self._last, self._exhausted)

    def take(self, sentences: list[Sentence]) -> None:
        """Keep sentences that were found in the last window; what follows them is read again."""
        self.sentences += sentences
        self._last = sentences[-1].end
        del self._ahead[: sum(len(sentence.words) for sentence in sentences)]


def _window(text: str, spans: Sequence[Stretch], last: int, whole: bool) -> Window:
    """A window of these words; `last` is where the word before them ended, -1 at the beginning of a stretch."""
    gaps = []
    for start, end in spans:
        gaps.append(LINE if last < 0 else gap_of(text[last:start]))
        last = end
    return Window([written_out(text, start, end) for start, end in spans], list(spans), gaps, whole)


def load_shipped(threads: int = 1) -> Model:
    """The model whose weights come with the package."""
    with as_file(files("stemmata.language").joinpath("weights")) as folder:
        return Model(folder, threads)
