"""Posts and logs as the model reads them: without pictures and signs, and with shorthand written out.

"🔴 #Merowe | clashes w/ RSF + allies" is read as "Merowe | clashes with RSF and allies", and IS as a name. The model
learnt from prose; a word keeps its place in the text whatever it is read as.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from stemmata.language.possessives import owner_end
from stemmata.language.words import Stretch, hyphenated_verbs

# Emoji, flags and dingbats: they colour what is told, and tell nothing.
_PICTURE: Final = re.compile(r"[\u203c\u2049\u20e3\u23e9-\u23fa\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]")

# "2x", "x14": how many.
_TIMES: Final = re.compile(r"(\d{1,3})[xX]|x(\d{1,3})")
# What became of those counted: "2 soldiers KIA, 4 WIA"; "KIA fighters" are of the Kachin Independence Army.
_FATES: Final = {"KIA": "killed", "WIA": "wounded", "MIA": "missing", "POW": "captured", "POWs": "captured"}
_COUNTED: Final = re.compile(r"(?<!\w)x?\d+[xX+]?(?:\s+[^\W\d]\w*){0,3}\s+$")
_ENDS: Final = re.compile(r"\s*(?:[.,;:()+/&]|$|\n|(?:in|and|at|near|by|on|after|incl)\b)")

_NAMES: Final = {"IS": "ISIS"}
"""Initials that the vocabulary, which has no capitals, takes for a word: of 200 pages of FA-KES, 55 of 95 IS were read
as the verb."""
PLAIN: Final = "attacked"
"""What a past with a hyphen is read as: "police tear-gassed students", "were tear-gassed"."""
_BEFORE_A_VERB: Final = frozenset({"it", "this", "there", "he", "she", "here", "what"})
_BEHIND_A_VERB: Final = frozenset({"a", "an", "the", "not", "no", "n't", "n’t", "so", "very"})


def as_told(text: str, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The words (offsets in the text) without pictures, and hashtags without their sign."""
    for start, end in stretches:
        if _PICTURE.match(text, start):
            continue
        start = start + 1 if text[start] == "#" and end - start > 1 else start
        owner = owner_end(text, start, end)
        if owner is not None:
            yield start, owner
            start = owner
        yield start, end


def written_out(text: str, start: int, end: int) -> str:
    """A word of the text (offsets), written out where it is shorthand of `shorthand.txt`.

    A mark is shorthand only where it stands by itself: "troops + police", not "20+".
    """
    word = text[start:end]
    if word == "s" and text[start - 1 : start].isalpha():
        return "'s"
    if times := _TIMES.fullmatch(word):
        return times[1] or times[2]
    if word in _FATES and _COUNTED.search(text, max(0, start - 30), start) and _ENDS.match(text, end):
        return _FATES[word]
    long = _shorthand().get(word.lower())
    if long is None or (not word[0].isalpha() and text[max(0, start - 1) : end + 1].strip() != word):
        return word
    return long


@cache
def _shorthand() -> dict[str, str]:
    lines = files("stemmata.language").joinpath("shorthand.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line.strip() and not line.startswith("#"))


def as_read(words: Sequence[str]) -> Sequence[str]:
    """The words as the net knows them: initials that are spelt like a word as a name, unless all is in capitals, and a
    verb with a hyphen as a plain one."""
    verbs = hyphenated_verbs()
    read = [PLAIN if "-" in word and word.lower() in verbs else word for word in words]
    if _NAMES.keys().isdisjoint(words) or not any(word.islower() for word in words):
        return read
    around = zip(("", *words), read, (*words[1:], ""), strict=False)
    return [word if _stressed(before, after) else _NAMES.get(word, word) for before, word, after in around]


def _stressed(before: str, after: str) -> bool:
    """ "This IS a war": a verb in capitals, by the words on both sides of it."""
    return before.lower() in _BEFORE_A_VERB or after.lower() in _BEHIND_A_VERB
