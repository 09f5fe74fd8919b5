"""Reads and codes the pages of one call: one document after the other, with failures as values."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TextIO

from stemmata.cli.progress import Line
from stemmata.errors import CodebookError, MissingPart
from stemmata.records import Coding, Document, Problem


@dataclass
class Pages:
    """The pages of a call. After the run, `problems` holds all that failed."""

    sources: Sequence[str]
    published: date | None = None
    publisher: str | None = None
    region: Sequence[str] = ()
    """Countries, by code or name."""
    problems: list[Problem] = field(default_factory=list)

    def codings(self) -> Iterator[Coding]:
        """Code each document as it comes.

        Raises:
            CodebookError: the codebook is broken; no document can be coded.
            MissingPart: the language model is not installed.
            UnknownName: there is no country of the region.
        """
        from stemmata.places.adding import country_code

        compile_places()
        region = tuple(country_code(country) for country in self.region)
        progress = Progress(len(self.sources), sys.stderr)
        try:
            for source in self.sources:
                documents = list(self._documents(source))
                progress.found(len(documents))
                for document in documents:
                    coding = _code(document, region)
                    progress.clear()
                    if isinstance(coding, Problem):
                        self.problems.append(coding)
                    else:
                        self.problems += coding.problems
                        yield coding
                    progress.done()
        finally:
            progress.clear()

    def _documents(self, source: str) -> Iterator[Document]:
        from stemmata import read

        stdin = sys.stdin.buffer if sys.stdin else None
        for found in read(source, published=self.published, publisher=self.publisher, stdin=stdin):
            if isinstance(found, Problem):
                self.problems.append(found)
            else:
                yield found


def _code(document: Document, region: tuple[str, ...]) -> Coding | Problem:
    """Code a document; what no rule foresaw costs this document only, and is reported as a fault of the program."""
    from stemmata import code

    try:
        return code(document, region=region)
    except (CodebookError, MissingPart):
        raise
    except Exception as error:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"Document {document.id} of {document.source} made the coder fail ({told}); please report it."
        return Problem(document.source, "code", "coder-failed", message)


def compile_places() -> None:
    """Compile the gazetteer at its first use, which takes half a minute; once only."""
    from stemmata.places.default import compiled

    line = Line(sys.stderr)
    try:
        compiled(lambda places, share: line.show(f"Compiling the gazetteer, this once: {places:,} places, {share:.0%}"))
    finally:
        line.clear()


class Progress:
    """How many documents are done."""

    def __init__(self, sources: int, stream: TextIO) -> None:
        self._total = sources  # each source counts as one document until it is opened
        self._done = 0
        self._line = Line(stream)

    def found(self, documents: int) -> None:
        """A source was opened and holds so many documents."""
        self._total += documents - 1
        self._show()

    def done(self) -> None:
        """One more document is coded."""
        self._done += 1
        self._show()

    def clear(self) -> None:
        """Take the line away, so that output may follow."""
        self._line.clear()

    def _show(self) -> None:
        self._line.show(f"{self._done} of {self._total} documents")
