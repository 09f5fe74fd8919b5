"""Word pieces: what the encoder reads of each word.

The vocabulary is that of BERT (uncased, 30,522 pieces). Since it has no capitals, each piece carries
its word's case and the gap before the word as features of their own.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

UNKNOWN = "[UNK]"
MAX_PIECES = 8
"""Pieces kept of one word; 99.98 % of the words of the English treebanks have no more."""
MAX_LETTERS = 100
"""Letters read of one word; BERT's own limit."""

LOWER, TITLE, UPPER, MIXED, DIGIT, INITIAL = range(6)
CASES = 6
GLUED, SPACE, LINE = range(3)
GAPS = 3


@lru_cache(maxsize=50_000)
def case_of(word: str) -> int:
    """The case of a word: lower, Title, UPPER, miXed, with a digit, or a single capital."""
    if any(letter.isdigit() for letter in word):
        return DIGIT
    if word.isupper():
        return INITIAL if len(word) == 1 else UPPER
    if word[:1].isupper() and word[1:].islower():
        return TITLE
    if word.islower() or not any(letter.isalpha() for letter in word):
        return LOWER
    return MIXED


def gap_of(between: str) -> int:
    """The gap before a word, from the text between it and the word before: none, a space, a line break."""
    if not between:
        return GLUED
    return LINE if "\n" in between or "\u2029" in between else SPACE


class Pieces:
    """Cuts words into pieces of a vocabulary, longest match first, and remembers the words it has cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._ids[UNKNOWN]
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, file: Path) -> "Pieces":
        """Read a vocabulary with one piece a line."""
        return cls(file.read_text(encoding="utf-8").splitlines())

    def __call__(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces, at least one and at most MAX_PIECES."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= 50_000:  # bounds the memory of a long run; a few megabytes
                self._known.clear()
            found = self._known[word] = self._cut(word)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        pieces: list[int] = []
        for part in _parts(word[:MAX_LETTERS]):
            pieces += self._longest_matches(part)
        return tuple(pieces[:MAX_PIECES]) or (self._unknown,)

    def _longest_matches(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._ids.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            pieces.append(number)
            start = end
        return pieces


_ASCII_OF = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})
"""Typographic marks read as the plain ones, which are more frequent in the trees that the model learnt from."""


def _parts(word: str) -> list[str]:
    """A word without accents and capitals, split at punctuation and between ideographs, as BERT does."""
    plain = unicodedata.normalize("NFD", word.translate(_ASCII_OF).lower())
    parts: list[str] = []
    joined = False
    for letter in plain:
        category = unicodedata.category(letter)
        if category in ("Mn", "Cc", "Cf"):
            continue
        alone = category[0] == "P" or letter in "$+<=>^`|~" or "\u3400" <= letter <= "\u9fff"
        if joined and not alone:
            parts[-1] += letter
        else:
            parts.append(letter)
        joined = not alone
    return parts
