"""Cuts raw text into the words of UD English, as the treebanks EWT and GUM do.

"don't" is do + n't, "Assad's" is Assad + 's, "vehicle-borne" is three words, "U.N." and "e-mail" are one.
Words are stretches of the text: what is cut always slices back to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

Stretch = tuple[int, int]

_APOSTROPHE = "['’ʼ‘`´]"
"""Typed or typographic; all are found in contractions."""
_HYPHENS = "-‐‑"

_PATTERN = r"""
    (?P<address> (?:https?://|www\.)\S*[^\s.,;:!?'"’”)\]}>] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<domain> (?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|gov|edu|mil|int|news|co\.uk|tv)(?:/[^\s,;"”)]*[\w/])?\b )
  | (?P<handle> [@\#][A-Za-z_]\w* )
  | (?P<smiley> (?<!\w)(?: [:;=8]['’]?[-o^]?[)(\]\[DPp/\\|*](?!\w) | <3 | \^_\^ ) )
  | (?P<dots> \.{2,} | …+ )
  | (?P<dashes> -{2,} | –+ | —+ | _{2,} | \*{2,} | ={2,} | ~{2,} | [!?]{2,} )
  | (?P<number> (?<!\w)[-+]?(?:\d+(?:[.,:/]\d+)+|\d+|\.\d+)(?![\w]) )
  | (?P<money> (?<!\w)(?:US|C|A|NZ|HK)?[$](?=[\d.]) )
  | (?P<measure> (?<!\w)(?:\d+(?:[.,]\d+)*)(?=(?:km|m|cm|mm|kg|g|mg|lb|lbs|oz|ft|mph|kph|am|pm|a\.m|p\.m|AM|PM|bn|mn|mm|MB|GB|hrs?|mins?|yrs?|k|K|M|th)\b)(?!(?:th|k|K|M)\b) )
  | (?P<initials> (?<!\w)(?:[A-Za-z]\.){2,}(?!\w) | (?<!\w)[A-Z]\.(?=\s+[A-Z\w]) )
  | (?P<word> [^\W_]+ (?:_[^\W_]+)* (?:{apostrophe}[^\W_]+)* (?:&[A-Z](?!\w))? )
  | (?P<quotes> ''|`` )
  | (?P<mark> \S )
""".replace("{apostrophe}", _APOSTROPHE)

_SCAN = re.compile(_PATTERN, re.VERBOSE)

_NOT = re.compile(rf"(?i)(?<=\w)n{_APOSTROPHE}t$")
_CLITIC = re.compile(rf"(?i){_APOSTROPHE}(?:s|m|d|re|ve|ll)$")
_WELDED = {
    "cannot": 3,
    "gonna": 3,
    "wanna": 3,
    "gotta": 3,
    "gimme": 3,
    "lemme": 3,
    "dunno": 2,
    "dont": 2,
    "didnt": 3,
    "doesnt": 4,
    "isnt": 2,
    "wasnt": 3,
    "wouldnt": 5,
    "couldnt": 5,
    "shouldnt": 6,
    "havent": 4,
    "hasnt": 3,
    "arent": 3,
    "wont": 2,
    "cant": 2,
}
"""Words that are two, with the length of the first."""


@cache
def _listed(name: str) -> frozenset[str]:
    lines = files("stemmata.language").joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """The words of a stretch of the text in order, as offsets in the whole text."""
    ahead: list[Stretch] = []
    for part in _parts(text, start, len(text) if end is None else end):
        ahead.append(part)
        if len(ahead) == 3:
            yield _joined(text, ahead)
    while ahead:
        yield _joined(text, ahead)


def _parts(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _SCAN.finditer(text, start, end):
        if match.lastgroup == "word":
            yield from _split(text, *match.span())
        else:
            yield match.span()


def _split(text: str, start: int, end: int) -> list[Stretch]:
    word = text[start:end]
    welded = _WELDED.get(word.lower())
    if welded:
        return [(start, start + welded), (start + welded, end)]
    for ending in (_NOT, _CLITIC):
        match = ending.search(word)
        if match and match.start() and len(word) > 2 and any(mark in word for mark in "'’ʼ‘`´"):
            middle = start + match.start()
            return [*_split(text, start, middle), (middle, end)]
    return [(start, end)]


def _joined(text: str, ahead: list[Stretch]) -> Stretch:
    """Take the next word off what was cut, joining what belongs to it: a stop, or a listed word's hyphen."""
    start, end = ahead[0]
    size = 1
    if len(ahead) > 1 and ahead[1] == (end, end + 1):
        mark, word = text[end], text[start:end].lower()
        if mark == "." and word in _listed("abbreviations.txt"):
            size = 2
        elif mark in _HYPHENS and len(ahead) > 2 and ahead[2][0] == end + 1 and text[end + 1].isalnum():
            listed = _listed("hyphenated.txt")
            whole = f"{word}-{text[end + 1 : ahead[2][1]].lower()}"
            size = 3 if f"{word}-" in listed or whole in listed else 1
    end = ahead[size - 1][1]
    del ahead[:size]
    return start, end
