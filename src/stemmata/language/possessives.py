"""Possessives of texts that lost their apostrophes: "Syrias north" is read as "Syria's north".

The model learnt that an owner and its 's are two words. Without it "hit Syrias second city" tells of something called
Syrias. An ending -ys behind a consonant is no plural; of a name it is none where the text tells the name without it.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

# Letters of the shortest name.
SHORTEST: Final = 2
_APOSTROPHES: Final = "'’‘ʼ`"
_YS: Final = re.compile(r"\w*[^\W\daeiou]ys")
_PEOPLE: Final = re.compile(r"\w*(?:i|ian|ean|ite|ist|ish|man)")
_NEXT: Final = re.compile(r"\s([^\W_][\w-]*)")


@lru_cache(maxsize=8)
def lost_its_apostrophes(text: str) -> bool:
    """Tell whether a text has none at all."""
    return not any(mark in text for mark in _APOSTROPHES)


def owner_end(text: str, start: int, end: int) -> int | None:
    """Where an owner ends within a word (offsets) that is its possessive without the apostrophe; None for others."""
    if text[end - 1] != "s" or end - start <= SHORTEST or not lost_its_apostrophes(text):
        return None
    following = _NEXT.match(text, end)
    if following is None or following[1].lower() in _listed("after"):
        return None
    word = text[start:end]
    if _YS.fullmatch(word) or word[:-1].lower() in _listed("owner"):
        return end - 1
    done = following[1].endswith(("ed", "ing"))  # "Rangers exchanged fire"
    return end - 1 if word[0].isupper() and not done and _is_name(text, word[:-1]) else None


def _is_name(text: str, owner: str) -> bool:
    """Tell whether a word with a capital is a name that the text also tells by itself."""
    low = owner.lower()
    if low in _listed("people") or low in _listed("plural") or _PEOPLE.fullmatch(low):
        return False
    told = _told(text)
    return owner in told and low not in told and f"{low}s" not in told


@lru_cache(maxsize=8)
def _told(text: str) -> frozenset[str]:
    """The words of a text as they stand."""
    return frozenset(re.findall(r"[^\W\d_]+", text))


@cache
def _listed(kind: str) -> frozenset[str]:
    lines = files("stemmata.language").joinpath("possessives.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition(":") for line in lines if line.strip() and not line.startswith("#"))
    return frozenset(word for name, _, words in rows if name == kind for word in words.split())
