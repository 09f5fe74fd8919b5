"""Measures what coding costs beside the language model: `make bench NAME=speed ARGS="--data DIR"`.

The documents are those of `make bench NAME=coding`. Every figure is CPU time on one thread, the best of five runs: of
the language model alone, and of the coder alone on the trees that the model gave. Both are measured in one process,
twice: as the wheel of `make compiled` has the coder, and as plain Python.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TypeVar

from benchmarks.coding import documents_in
from benchmarks.results import Row
from stemmata import code
from stemmata.actors.loading import forget_registry, load_registry
from stemmata.case.workers import spare_the_collector
from stemmata.coding.codebook import load_codebook
from stemmata.coding.prose.stretches import stretches
from stemmata.language import Parser, Sentence, load_parser
from stemmata.records import Document

COMMAND = "make bench NAME=speed"
RUNS = 5
LARGEST_SHARE = 1 / 3
"""Time that coding may add to the language model's."""
Thing = TypeVar("Thing")
Text = tuple[str, Sequence[tuple[int, int]]]
"""A document's text and the stretches of it that the language model reads."""
COMPILED = Path("build/compiled")
SOURCE = Path("src/stemmata")

# A page of English without any trigger, 740 characters as short news has.
PLAIN = (
    "The museum opened its new wing with a concert of chamber music. Tickets sold quickly, and the director thanked"
    " the donors. "
) * 6
PLAIN_PAGES = 2000


@dataclass(frozen=True)
class Seconds:
    """CPU seconds, over all documents."""

    model: float
    coder: float
    sieve: float
    """Of `PLAIN_PAGES` pages without a trigger."""
    documents: int
    sentences: int


class _Parsed:
    """A parser that has parsed everything already, so that only the coder's own time is measured."""

    def __init__(self, parser: Parser, texts: Sequence[Text]) -> None:
        self.fingerprint = parser.fingerprint
        self._trees = {text: parser.parse(text, parts) for text, parts in texts}

    def renew(self, text: str) -> None:
        """Make the trees of a text anew, which is the language model's work: a tree keeps what was asked of it."""
        trees = self._trees[text]
        self._trees[text] = [Sentence(tuple(map(replace, tree.words)), tree.names) for tree in trees]

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:  # noqa: ARG002 - a parser's
        return self._trees[text]


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows of the compiled coder, where it is built, and of plain Python."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks speed", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/gold"), help="folder with dev*.docs.jsonl")
    options = parser.parse_args(arguments)
    rows = []
    if _is_built():
        rows += _rows("compiled", _measured(options.data, COMPILED))
    else:
        print("The compiled coder is not built, or older than the source; run: make compiled", file=sys.stderr)
    return [*rows, *_rows("plain Python", _measured(options.data, Path("src")))]


def _is_built() -> bool:
    """Whether the compiled coder is there and was made of the source as it stands."""
    modules = (file.relative_to(SOURCE.parent) for file in SOURCE.rglob("*.py"))
    return all(_same(COMPILED / module, SOURCE.parent / module) for module in modules)


def _same(copy: Path, file: Path) -> bool:
    return copy.exists() and copy.read_bytes() == file.read_bytes()


def _measured(data: Path, source: Path) -> Seconds:
    """Measure the coder that lies in a folder, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(source.resolve())}
    command = [sys.executable, "-m", "benchmarks.speed", str(data)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    return Seconds(**json.loads(done.stdout))


def _rows(kind: str, seconds: Seconds) -> Iterator[Row]:
    def row(measure: str, value: float, unit: str, **beside: float) -> Row:
        source = f"{seconds.documents} documents, {seconds.sentences} sentences, CPU time"
        return Row(f"{measure}, {kind}", value, unit, COMMAND, source=source, **beside)

    yield row("time that coding adds to the model's", seconds.coder / seconds.model, "share", aim=LARGEST_SHARE)
    yield row("language model alone", seconds.sentences / seconds.model, "sentences/s")
    yield row("coder alone, on given trees", seconds.sentences / seconds.coder, "sentences/s")
    yield row("language model and coder", seconds.sentences / (seconds.model + seconds.coder), "sentences/s")
    yield row("pages without a trigger past the sieve", PLAIN_PAGES / seconds.sieve, "documents/s", floor=5000)


def _timed(documents: Sequence[Document]) -> Seconds:
    parser, sieve = load_parser(), load_codebook().sieve
    texts = [(document.text, stretches(document)) for document in documents]
    parsed = _Parsed(parser, texts)
    sentences = sum(len(parsed.parse(*text)) for text in texts)
    spare_the_collector()  # as a worker of `stemmata run` does
    runs = [
        (_seconds(lambda text: parser.parse(*text), texts), _coding_seconds(documents, parsed))
        for _ in range(RUNS)  # one after the other, so that a busy machine slows both
    ]
    model, coder = (min(seconds) for seconds in zip(*runs, strict=True))
    passed = min(_seconds(lambda _: sieve.may_report(PLAIN), range(PLAIN_PAGES)) for _ in range(RUNS))
    return Seconds(model, coder, passed, len(documents), sentences)


def _coding_seconds(documents: Sequence[Document], parsed: _Parsed) -> float:
    """The time of the coder alone, with trees and a registry that remember nothing of an earlier run."""
    forget_registry()
    load_registry()
    spent = 0.0
    for document in documents:
        parsed.renew(document.text)
        spent += _seconds(lambda one: code(one, parser=parsed), (document,))
    return spent


def _seconds(work: Callable[[Thing], object], things: Sequence[Thing]) -> float:
    begun = time.process_time()
    for thing in things:
        work(thing)
    return time.process_time() - begun


if __name__ == "__main__":
    print(json.dumps(asdict(_timed(documents_in(Path(sys.argv[1]))))))
