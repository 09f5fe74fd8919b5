"""Cuts raw text into the words of UD English, as the treebanks EWT and GUM do.

"don't" is do + n't, "Assad's" is Assad + 's, "vehicle-borne" is three words, "U.N." and "e-mail" are one.
Words are stretches of the text: what is cut always slices back to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

Stretch = tuple[int, int]

_APOSTROPHES: Final = "'’ʼ‘`´"
_HYPHENS: Final = "-‐‑"
_BLANK: Final = r"\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
"""Spaces, controls, marks of direction and of width: never part of a word on their own."""
_JOINING: Final = r"\u00ad\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094d\u200c\u200d"
"""Accents and vowel signs that are characters of their own, soft hyphens, joiners: part of the word they are in."""
_LETTERS: Final = rf"[^\W_](?:[^\W_]|[{_JOINING}])*"
_UNITS: Final = (
    r"km|m|cm|mm|kg|g|mg|lbs?|oz|ft|in|mph|kph|kmh|hrs?|mins?|yrs?|am|pm|AM|PM|a\.m\.?|p\.m\.?"
    r"|bn|mn|k|K|M|MB|GB|[º°]C?"
)
_NUMBER: Final = r"(?:9/11|24/7|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)+|\d+(?:/\d+){2,}|\d+|\.\d+)"

_KINDS: Final = {
    "address": r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?'’)\]}]|[\w.+-]+@\w[\w-]*(?:\.[\w-]+)*",
    "file": r"(?<![\w.])\w[\w-]*\.(?:doc|docx|xls|xlsx|pdf|ppt|jpe?g|png|gif|txt|zip|html?|mp[34])(?!\w)",
    "domain": (
        r"(?<![\w.])(?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|gov|edu|mil|int|news|tv|co\.uk)"
        r"(?:/[^\s,;\"”)]*[\w/])?(?!\w)"
    ),
    "handle": r"(?<!\w)[@#][A-Za-z_]\w*",
    "shorthand": r"(?<!\w)(?:w/o?|b/w)(?=[\s\d])",
    "smiley": r"(?<![\w)])(?:[:;=8]['’]?[-o^]?[)(\]\[DPp/\\|*](?!\w)|<3|\^_\^)",
    "dots": r"\[\.{3}\]|\.{2,}[!?]*|…+",
    "run": r"-{2,}|[–—]+|_{2,}|\*{2,}|={2,}|~{2,}|[!?]+(?:[!?.]+)|<{2,}|>{2,}|''|``|’’|‘’",
    "phone": r"(?<![\w-])\d{3}-(?:\d{3}-)?\d{4}(?![\w-])",
    "measured": rf"(?<!\w){_NUMBER}(?=(?:{_UNITS})(?!\w))",
    "number": rf"(?<![\w.])[-+]?{_NUMBER}(?!\w)",
    "money": r"(?<!\w)(?:US|C|A|NZ|HK)?[$](?=[\d.])",
    "initials": r"(?<!\w)(?:(?:[A-Za-z]\.){2,}|Ph\.D\.?|(?:[A-Z]\.)+[A-Z](?![\w.])|[A-Z]\.(?=\s+[A-Z]))",
    "clitic": rf"(?<![\w{_APOSTROPHES}])[{_APOSTROPHES}](?:s|re|ve|ll)(?!\w)",
    "word": rf"{_LETTERS}(?:_{_LETTERS})*(?:[{_APOSTROPHES}]{_LETTERS})*",
    "mark": rf"[^{_BLANK}][{_JOINING}]*",
}
"""What the scan takes at each place: the first kind that fits."""

_SCAN: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_NOT: Final = re.compile(rf"(?i)(?<=\w)n[{_APOSTROPHES}]t$")
_CLITIC: Final = re.compile(rf"(?i)[{_APOSTROPHES}](?:s|m|d|re|ve|ll)$")
_NUMBERED: Final = re.compile(r"\.\s*\d")


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Stretch]:
    """The words of a stretch of the text in order, as offsets in the whole text."""
    end = len(text) if end is None else end
    ahead: list[Stretch] = []
    for part in _parts(text, start, end):
        ahead.append(part)
        if len(ahead) == 3:
            yield _joined(text, end, ahead)
    while ahead:
        yield _joined(text, end, ahead)


def _parts(text: str, start: int, end: int) -> Iterator[Stretch]:
    for match in _SCAN.finditer(text, start, end):
        if match.lastgroup == "word":
            yield from _split(text, *match.span())
        else:
            yield match.span()


def _split(text: str, start: int, end: int) -> Iterator[Stretch]:
    """A word without its contracted endings, then these."""
    word = text[start:end]
    welded = _welded().get(word.lower())
    if welded and (word[1:].islower() or len(word) > 3):  # "IM" and "IVE" in capitals are more often names
        yield start, start + welded
        yield start + welded, end
        return
    for ending in (_NOT, _CLITIC) if not word.isalnum() else ():
        match = ending.search(word)
        if match and match.start():
            yield from _split(text, start, start + match.start())
            yield start + match.start(), end
            return
    yield start, end


def _joined(text: str, end: int, ahead: list[Stretch]) -> Stretch:
    """Take the next word off what was cut, joining what belongs to it: a stop, or a listed word's hyphen."""
    start, stop = ahead[0]
    size = 1
    if len(ahead) > 1 and ahead[1] == (stop, stop + 1):
        mark, word = text[stop], text[start:stop].lower()
        if mark == ".":
            size = 2 if _abbreviated(text, word, stop, end) else 1
        elif mark in _HYPHENS and len(ahead) > 2 and ahead[2][0] == stop + 1 and text[stop + 1].isalpha():
            whole = f"{word}-{text[stop + 1 : ahead[2][1]].lower()}"
            one = {f"{word}-", whole} & _listed("hyphenated.txt") or whole in hyphenated_verbs()
            size = 3 if one else 1
    stop = ahead[size - 1][1]
    del ahead[:size]
    return start, stop


def _abbreviated(text: str, word: str, stop: int, end: int) -> bool:
    """Whether the stop belongs to the word; "etc." and "Inc." give theirs to a sentence that ends with them."""
    listed = _listed("abbreviations.txt")
    if f"{word} +" in listed:
        rest = text[stop + 1 : min(end, stop + 4)].strip()
        return bool(rest) and not rest[0].isupper() and "\n" not in text[stop + 1 : stop + 3]
    return word in listed or (f"{word} #" in listed and bool(_NUMBERED.match(text, stop, end)))


@cache
def _listed(name: str) -> frozenset[str]:
    lines = files("stemmata.language").joinpath(name).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def hyphenated_verbs() -> dict[str, str]:
    """The pasts of verbs with a hyphen and their bases: "tear-gassed" of "tear-gas"."""
    return dict(entry.split() for entry in _listed("hyphenated_verbs.txt"))


@cache
def _welded() -> dict[str, int]:
    """Words that are two, with the length of the first: "cannot", and what is typed without its apostrophe."""
    return {entry.replace(" ", ""): entry.index(" ") for entry in _listed("welded.txt")}
