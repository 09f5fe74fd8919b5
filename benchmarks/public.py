"""What the benchmarks on public sets share: the folder of the data, the coding of a text, and counts of agreement.

The sets are not part of the repository. Each benchmark looks for its own in the folder that `--data` or the variable
STEMMATA_DATA names, and says in one sentence what is missing. How far a figure can be held against a published one
stands in the benchmark's description.
"""

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from benchmarks.results import Row
from stemmata.coding import code
from stemmata.reading import read
from stemmata.records import Capture, Coding, Document

Item = TypeVar("Item")


def data_folder(name: str, arguments: Sequence[str], description: str | None) -> Path:
    """The folder of one set, by the arguments of its benchmark; ends the program where it is missing."""
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks {name}", description=description)
    told = os.environ.get("STEMMATA_DATA", "")
    parser.add_argument("--data", type=Path, default=Path(told), help=f"folder that holds the folder `{name}`")
    folder: Path = parser.parse_args(arguments).data / name
    if not folder.is_dir():
        parser.error(f"there is no folder {folder}; get the set, and name the folder that holds it with --data")
    return folder


def as_document(text: str, published: date | None = None) -> Document:
    """A text whose offsets stand as they are, as a line of a file of documents has it."""
    line = {"id": "text", "text": text, "published": published.isoformat() if published else None}
    body = json.dumps(line).encode()
    found = next(read(Capture(hashlib.sha256(body).hexdigest(), "text.jsonl", body, "application/x-ndjson")))
    assert isinstance(found, Document), found
    return found


def code_text(text: str, published: date | None = None) -> Coding:
    """Code a text."""
    return code(as_document(text, published))


def with_progress(items: Sequence[Item], what: str) -> Iterator[Item]:
    """Go through the items with a bar on the error stream, where that is a terminal."""
    console = Console(stderr=True)
    yield from track(items, what, console=console, disable=not sys.stderr.isatty())


@dataclass
class Agreement:
    """Counts of one field over a set."""

    right: int = 0
    """Found and in the gold."""
    found: int = 0
    gold: int = 0

    def add(self, gold: Set[Hashable], found: Set[Hashable]) -> None:
        """Count one item's values."""
        self.right += len(gold & found)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else None

    def rows(
        self,
        measure: str,
        command: str,
        published: dict[str, float] | None = None,
        source: str | None = None,
    ) -> Iterable[Row]:
        """Precision, recall and F1, each beside its published figure."""
        known = published or {}
        source = source or f"{self.gold} in the gold"
        yield Row(f"{measure}, precision", self.precision, "share", command, published=known.get("p"), source=source)
        yield Row(f"{measure}, recall", self.recall, "share", command, published=known.get("r"), source=source)
        yield Row(f"{measure}, F1", self.f1, "F1", command, published=known.get("f1"), source=source)
