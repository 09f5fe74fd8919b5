"""CoNLL-U files as a parser: trees that Stanza, UDPipe or any other UD parser has written.

The file must hold the trees of the very texts that are coded. They are found by their characters, spaces
left out, so it does not matter how the other parser dealt with line breaks.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemmata.errors import MissingPart, UnreadableInput
from stemmata.language.labels import names_of, spans_of
from stemmata.language.lemmas import lemma
from stemmata.language.trees import ROOT, Sentence, Word
from stemmata.language.words import Stretch

_NAME_TAG = re.compile(r"(?:^|\|)(?:ner|NER|NE)=([BIES]-\w+)")
"""How Stanza and others write names into the last column."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A word as it stands in the file; `surface` is the token that it is, or is a part of."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    name: str
    token: int
    """Number of its token in the sentence; the words of a contraction share one."""
    surface: str


class Trees:
    """A parser that looks trees up in CoNLL-U files.

    `path` is a file, or a folder whose `*.conllu` files are read.

    Raises:
        UnreadableInput: a file is missing, or a line breaks the format; names file and line.
    """

    def __init__(self, path: Path) -> None:
        files = sorted(path.glob("*.conllu")) if path.is_dir() else [path]
        digest = hashlib.sha256()
        self._path = path
        self._sentences: list[list[_Row]] = []
        self._by_beginning: dict[str, list[int]] = {}
        for file in files:
            try:
                body = file.read_bytes()
                text = body.decode("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise UnreadableInput(f"{file} cannot be read as CoNLL-U in UTF-8: {error}.") from error
            digest.update(body)
            for rows in _sentences(file, text):
                squeezed = _squeezed(_surface(rows))
                self._by_beginning.setdefault(squeezed[:_KEY], []).append(len(self._sentences))
                self._sentences.append(rows)
        self.fingerprint = f"conllu-{digest.hexdigest()[:12]}"

    def parse(self, text: str, stretches: Sequence[Stretch]) -> list[Sentence]:
        """The sentences of each stretch, in order.

        Raises:
            UnreadableInput: the files hold no trees for a stretch; the message quotes where they end.
        """
        return [sentence for start, end in stretches for sentence in self._stretch(text, start, end)]

    def _stretch(self, text: str, start: int, end: int) -> Iterator[Sentence]:
        places = [i for i in range(start, end) if not text[i].isspace()]
        squeezed = "".join(text[i] for i in places)
        at, after = 0, -1
        while at < len(squeezed):
            found = self._find(squeezed, at, after)
            if found is None:
                quote = text[places[at] : min(end, places[at] + 40)]
                raise UnreadableInput(
                    f"{self._path} holds no tree for {quote!r}; parse the same text and give its CoNLL-U file."
                )
            rows = self._sentences[found]
            yield _sentence(text, places[at:], rows)
            at, after = at + len(_squeezed(_surface(rows))), found

    def _find(self, squeezed: str, at: int, after: int) -> int | None:
        """The sentence that stands here: the one after the last, else any of the same words."""
        candidates = [after + 1, *self._candidates(squeezed[at : at + _KEY])]
        for number in candidates:
            if number < len(self._sentences) and squeezed.startswith(_squeezed(_surface(self._sentences[number])), at):
                return number
        return None

    def _candidates(self, beginning: str) -> list[int]:
        """Sentences that begin like this, the longest beginning first."""
        return [
            number for size in range(len(beginning), 0, -1) for number in self._by_beginning.get(beginning[:size], ())
        ]


_KEY = 24
"""Characters by which a sentence is looked up."""


def load(path: str | None = None) -> Trees:
    """Load the parser `conllu` with the path of a file or folder.

    Raises:
        MissingPart: no path was given.
    """
    if not path:
        raise MissingPart("The parser conllu needs the path of a CoNLL-U file or of a folder of them.")
    return Trees(Path(path))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _surface(rows: Sequence[_Row]) -> str:
    """The sentence's tokens, each once."""
    return "".join(row.surface for i, row in enumerate(rows) if i == 0 or row.token != rows[i - 1].token)


def _sentences(file: Path, text: str) -> Iterator[list[_Row]]:
    """The sentences of a file. Empty nodes are left out; contractions keep their token."""
    rows: list[_Row] = []
    token, joined_until, surface = 0, 0, ""
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if not line.strip():
            if rows:
                yield _checked(file, number, rows)
            rows, token, joined_until = [], 0, 0
        elif not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 10:
                raise UnreadableInput(f"{file}:{number}: a word has 10 columns between tabs; here are {len(cells)}.")
            if "-" in cells[0]:
                joined_until, surface, token = int(cells[0].split("-")[1]), cells[1], token + 1
            elif cells[0].isdigit():
                inside = int(cells[0]) <= joined_until
                token = token if inside else token + 1
                rows.append(_row(file, number, cells, token, surface if inside else cells[1]))


def _row(file: Path, line: int, cells: list[str], token: int, surface: str) -> _Row:
    if not cells[6].isdigit():
        raise UnreadableInput(
            f"{file}:{line}: the head {cells[6]!r} is no number; write the trees, not only the words."
        )
    name = _NAME_TAG.search(cells[9])
    plain = ["" if cell == "_" else cell for cell in cells]
    return _Row(
        cells[1], plain[2], plain[3], plain[4], plain[5], int(cells[6]) - 1, plain[7], name[1] if name else "O", token,
        surface,
    )  # fmt: skip


def _checked(file: Path, line: int, rows: list[_Row]) -> list[_Row]:
    """The rows of a sentence, whose heads must make a tree."""
    for start in range(len(rows)):
        node, steps = start, 0
        while node != ROOT and steps <= len(rows):
            node, steps = rows[node].head if rows[node].head < len(rows) else start, steps + 1
        if node != ROOT:
            raise UnreadableInput(f"{file}:{line}: the heads of the sentence before this line make no tree.")
    return rows


def _sentence(text: str, places: Sequence[int], rows: Sequence[_Row]) -> Sentence:
    """Lay a sentence over the text; `places` are the offsets of the text's characters from its first word on."""
    words: list[Word] = []
    at = 0
    for i, (first, last) in enumerate(_cuts(rows)):
        start, end = places[at + first], places[at + last - 1] + 1
        row = rows[i]
        base = row.lemma or lemma(row.form, row.upos, row.xpos)
        head = row.head
        words.append(Word(i, start, end, text[start:end], base, row.upos, row.xpos, row.feats, head, row.deprel))
        if i + 1 < len(rows) and rows[i + 1].token != row.token:
            at += len(_squeezed(row.surface))
    return Sentence(tuple(words), names_of(spans_of([row.name for row in rows])))


def _cuts(rows: Sequence[_Row]) -> Iterator[tuple[int, int]]:
    """Where each word stands in its token, in characters without spaces.

    The words of a contraction are cut where their forms fit ("do" + "n't"), else in equal parts.
    """
    place = 0
    while place < len(rows):
        group = [row for row in rows[place:] if row.token == rows[place].token]
        size = len(_squeezed(group[0].surface))
        forms = [len(_squeezed(row.form)) for row in group]
        if sum(forms) != size:
            forms = [size // len(group)] * (len(group) - 1) + [size - size // len(group) * (len(group) - 1)]
        first = 0
        for length in forms:
            yield first, first + length
            first += length
        place += len(group)
