"""The words of a text with what their form says of them, and which belong to accounts, telephones and points."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

JOINED: Final = r"\u00ad\u0300-\u036f\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff"
"""Accents and vowel signs that are characters of their own, and what cannot be seen: part of the word they are in."""
MOST_DIGITS: Final = 6
"""Digits that stand together outside a time; more are a number of a telephone, an account or a point on the map."""
SHOUTED_SHARE: Final = 0.9
"""Share of words all in capitals from which capitals tell nothing."""

_LETTERS: Final = rf"[^\W_](?:[^\W_]|[{JOINED}])*"
_WORD: Final = re.compile(rf"(?:[^\W\d_]\.){{2,}}|\d{{1,3}}(?:,\d{{3}})+(?!\d)|{_LETTERS}(?:['’ʼʻʾʿ‘`´‐‑-]{_LETTERS})*")
_ACCOUNT: Final = re.compile(r"\S*(?:@|://|www\.|#\w|\w_|_\w)\S*")
_LATIN: Final = re.compile(rf"[A-Za-zÀ-ɏḀ-ỿ0-9{JOINED}'’ʼʻʾʿ‘`´‐‑.-]+")
_NUMBER: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:st|nd|rd|th|s)?")
_POSSESSIVE: Final = re.compile(r"['’ʼ‘`´](?:s|S)?$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text."""

    form: str
    start: int
    end: int

    @property
    def plain(self) -> str:
        """In lower case, without a possessive's ending and what cannot be seen."""
        return _plain(self.form)

    @property
    def parts(self) -> list[str]:
        """In lower case, cut at hyphens."""
        return [part for part in re.split("[‐‑-]", self.plain) if part]

    @property
    def is_number(self) -> bool:
        return bool(_NUMBER.fullmatch(self.form))

    @property
    def is_latin(self) -> bool:
        return _is_latin(self.form)

    @property
    def is_named(self) -> bool:
        """Whether its letters say that it may be a name: capitals, or another script."""
        return _is_named(self.form)


@lru_cache(65536)
def _plain(form: str) -> str:
    return re.sub(rf"[{JOINED}]", "", without_possessive(form)).lower()


@lru_cache(65536)
def _is_latin(form: str) -> bool:
    return bool(_LATIN.fullmatch(form))


@lru_cache(65536)
def _is_named(form: str) -> bool:
    return any(c.isupper() for c in form) or not _is_latin(form)


def words_in(text: str) -> list[Word]:
    """The words of a text in order."""
    return [Word(match[0], *match.span()) for match in _WORD.finditer(text)]


def without_possessive(form: str) -> str:
    """A word without the ending of a possessive."""
    return _POSSESSIVE.sub("", form)


def is_caseless(words: Sequence[Word]) -> bool:
    """Whether capitals tell nothing, since a text is all in capitals or has none. Of headlines that write each word so,
    what stands between their names is withheld with them."""
    letters = [word for word in words if word.form[0].isalpha() and word.is_latin and len(word.form) > 1]
    shouted = sum(word.form.isupper() for word in letters)
    none = len(letters) > 3 and not any(word.is_named for word in letters)
    return none or (len(letters) > 1 and shouted > SHOUTED_SHARE * len(letters))


def accounts(text: str, words: Sequence[Word], timed: Sequence[bool]) -> Iterator[int]:
    """Which words are of handles, mails, addresses, telephone numbers or coordinates.

    Args:
        text: the text.
        words: its words.
        timed: for each word, whether it tells a time.
    """
    found = [match.span() for match in _ACCOUNT.finditer(text)]
    for at, word in enumerate(words):
        if any(start <= word.start < end for start, end in found):
            yield at
    for group in _numbers_together(text, words, timed):
        digits = sum(c.isdigit() for at in group for c in words[at].form)
        counted = len(group) == 1 and "," in words[group[0]].form
        if digits > MOST_DIGITS and not counted:
            yield from group


def _numbers_together(text: str, words: Sequence[Word], timed: Sequence[bool]) -> Iterator[list[int]]:
    group: list[int] = []
    for at, word in enumerate(words):
        beside = group and not re.search(r"[^\W\d]", text[words[group[-1]].end : word.start])
        numeric = word.form[0].isdigit() and not timed[at]
        if group and not (beside and numeric):
            yield group
            group = []
        if numeric:
            group.append(at)
    if group:
        yield group
