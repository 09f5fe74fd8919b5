"""Names of places made comparable: across spellings by `fold`, across scripts and romanisations by `skeletons`.

A skeleton is the row of a name's consonants in one small alphabet, without articles, vowels, doubled letters and
the feminine ending, so that Shafa, As Shafah, Ash Sha'fah and الشعفة meet. It is for retrieval, never for
recognition: half of all capitalised words share a skeleton with some village. `distance` tells afterwards how
far two names that share one are apart.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

REMEMBERED: Final = 1 << 14
"""Names whose forms are kept in memory, about 300 bytes each."""
_APOSTROPHES: Final = "'’‘ʼʻʿʾ`´ʹʺ"
_TO_SPACE: Final = str.maketrans(dict.fromkeys("-‐‑–—_/.,()", " ") | dict.fromkeys(_APOSTROPHES, ""))
_SPECIAL: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"}
)

_ARABIC: Final = {
    **dict.fromkeys("اأإآٱءئؤعىٰە", ""),
    **dict.fromkeys("وۆۇ", "u"),
    **dict.fromkeys("يیېێ", "i"),
    **dict.fromkeys("بپ", "b"),
    **dict.fromkeys("تطث", "t"),
    **dict.fromkeys("جژ", "j"),
    **dict.fromkeys("شچ", "S"),
    **dict.fromkeys("حهھہ", "h"),
    **dict.fromkeys("دضذ", "d"),
    **dict.fromkeys("رڕ", "r"),
    **dict.fromkeys("زظ", "z"),
    **dict.fromkeys("سص", "s"),
    **dict.fromkeys("فڤ", "f"),
    **dict.fromkeys("قكکگ", "k"),
    **dict.fromkeys("لڵ", "l"),
    **dict.fromkeys("خ", "x"),
    **dict.fromkeys("غ", "g"),
    "م": "m",
    "ن": "n",
    "ة": "a",
}
_CYRILLIC: Final = {
    **dict(zip("абвгґдеєёжзиіїйклмнопрстуўфхчшщыэюя", "abvGgdeeejziiiiklmnoprstuufxSSSieua", strict=True)),
    "ц": "ts",
}
_DIGRAPHS: Final = {
    "shch": "S",
    "tch": "S",
    "sch": "S",
    "sh": "S",
    "ch": "S",
    "kh": "x",
    "gh": "g",
    "dj": "j",
    "dzh": "j",
    "zh": "j",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "ck": "k",
    "q": "k",
    "c": "k",
}
_DIGRAPH: Final = re.compile("|".join(sorted(_DIGRAPHS, key=len, reverse=True)))
_ARTICLE: Final = re.compile("(?:al|el|il|ul|ar|er|ad|ed|an|en|as|es|at|et|az|ez|ash|esh|ech|ath|eth|adh|edh)$")
_GLUED: Final = re.compile("^(?:[ae]l(?=[^aeioulh'].)|[ae]([sztdrn])(?=\\1..)|[ae]sh(?=sh))")
_DOUBLED: Final = re.compile(r"([^\W\daeiou])\1+")
_VOWELS: Final = re.compile("[aeiouyw]")
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")

_VOWEL_GAP: Final = 0.25
_VOWEL_SWAP: Final = 0.3
"""Costs of a missing and of another vowel beside 1 for a consonant: vowels are what romanisations disagree on, and
Arabic writes few. Of 7,891 places of Syria, Iraq and Yemen in Who's On First whose Latin and Arabic names share a
skeleton, 84 % lie within 1 by these costs."""


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """The form in which spellings count as the same: no case, accents, apostrophes or hyphens."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(plain.translate(_SPECIAL).translate(_TO_SPACE).split())


def script(name: str) -> str | None:
    """`latin`, `arabic` or `cyrillic`; None for a name in no script that has skeletons."""
    for char in name:
        if "؀" <= char <= "ۿ":
            return "arabic"
        if "Ѐ" <= char <= "ӿ":
            return "cyrillic"
        if char.isalpha():
            return "latin" if char < "ɐ" or "Ḁ" <= char <= "ỿ" else None
    return None


@lru_cache(maxsize=REMEMBERED)
def skeletons(name: str) -> tuple[str, ...]:
    """The consonant skeletons of a name, the likeliest first, at most four; empty where no letter is left."""
    written = script(name)
    if written is None:
        return ()
    readings = {"latin": _latin, "arabic": _arabic, "cyrillic": _cyrillic}[written](name)
    found = dict.fromkeys(variant for words in readings for variant in _variants("".join(map(_bones, words)), written))
    return tuple(bones for bones in found if bones)[:4]


def _bones(word: str) -> str:
    """A word's consonants; a final h is the feminine ending."""
    ending = word[:-1] if len(word) > 2 and word[-1] == "h" and word[-2] in "aeiou" else word
    return _VOWELS.sub("", _DOUBLED.sub(r"\1", ending))


def _variants(bones: str, written: str) -> list[str]:
    """Letters that romanisations and dialects write two ways: Gayara and Qayyarah, Lugansk and Luhansk."""
    bones = bones.replace("p", "b").replace("v", "f")
    if "G" in bones:
        return [bones.replace("G", "h"), bones.replace("G", "g")]
    if written == "latin" and "g" in bones:
        return [bones, bones.replace("g", "k"), bones.replace("g", "j")]
    return [bones]


def _latin(name: str) -> list[list[str]]:
    """Readings of a name in Latin letters: without its articles, and with a glued one taken off."""
    words = fold(name).split(" ")
    kept = [word for at, word in enumerate(words) if not (_ARTICLE.match(word) and at + 1 < len(words))]
    readings = [[_DIGRAPH.sub(lambda m: _DIGRAPHS[m[0]], word) for word in kept]]
    bare = [_GLUED.sub("", word) for word in kept]
    if bare != kept:
        readings.append([_DIGRAPH.sub(lambda m: _DIGRAPHS[m[0]], word) for word in bare])
    return readings


def _arabic(name: str) -> list[list[str]]:
    """Readings of a name in Arabic letters; in a construct state the feminine ending is heard as t."""
    words = [_bare_arabic(word) for word in _WORDS.findall(_strip_marks(name))]
    plain = [_spell(word, _ARABIC) for word in words]
    heard = [
        plain[at] + "t" if word.endswith("ة") and at + 1 < len(words) else plain[at] for at, word in enumerate(words)
    ]
    return [plain] if heard == plain else [plain, heard]


def _bare_arabic(word: str) -> str:
    if word.startswith("ال") and len(word) > 3:
        word = word[2:]
    return word[:-1] + "ة" if len(word) > 2 and word[-1] in "هە" else word


def _strip_marks(name: str) -> str:
    return "".join(c for c in name if not unicodedata.combining(c) and c not in "ـ‌‍")


def _cyrillic(name: str) -> list[list[str]]:
    return [[_spell(word, _CYRILLIC) for word in _WORDS.findall(name.casefold())]]


def _spell(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(char, "") for char in word)


@lru_cache(maxsize=REMEMBERED)
def hearings(name: str) -> tuple[str, ...]:
    """A name as it is heard, roughly: each of its readings with its vowels made a, i or u, the likeliest first."""
    written = script(name)
    if written is None:
        return (fold(name),)
    readings = {"latin": _latin, "arabic": _arabic, "cyrillic": _cyrillic}[written](name)
    return tuple(dict.fromkeys(_heard(words) for words in readings))


def sounds(name: str) -> str:
    """A name as it is likeliest heard, roughly."""
    return hearings(name)[0]


def _heard(words: Sequence[str]) -> str:
    heard = " ".join(word[:-1] if len(word) > 2 and word.endswith("h") else word for word in words)
    for letters, sound in (("ou", "u"), ("oo", "u"), ("ee", "i"), ("w", "u"), ("y", "i"), ("o", "u"), ("e", "i")):
        heard = heard.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", heard.replace("p", "b").replace("v", "f").replace(" ", ""))


def distance(one: str, other: str) -> float:
    """How far two names sound apart: 0 for the same, about 0.25 a vowel and 1 a consonant."""
    return min(_apart(a, b) for a in hearings(one) for b in hearings(other))


@lru_cache(maxsize=REMEMBERED)
def _apart(a: str, b: str) -> float:
    gaps = [_VOWEL_GAP if char in "aiu" else 1 for char in b]
    costs = [0.0, *accumulate(gaps)]
    for char in a:
        gap = _VOWEL_GAP if char in "aiu" else 1
        row = [costs[0] + gap]
        for at, other_char in enumerate(b):
            vowels = char in "aiu" and other_char in "aiu"
            swap = 0 if char == other_char else _VOWEL_SWAP if vowels else 1.25
            row.append(min(costs[at] + swap, costs[at + 1] + gap, row[at] + gaps[at]))
        costs = row
    return costs[-1]
