"""Which passages of one document come from another, sentence by sentence, and how nearly word for word."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from stemmata.merging.facts import STEM

ALIKE: Final = 0.4
"""Share of uncommon words that two sentences have in common (Dice) from which on one is told from the other. Of the
sentences of invented stories that editors had reworded most reach it; of independent reports of one happening few."""
SENTENCE_WORDS: Final = 12
"""A sentence of so many words that stands in both, in nobody's quotation marks, was taken over: two who write of one
happening use the same words for a stretch, and seldom from the full stop to the full stop."""
VERBATIM: Final = 0.85
"""Share of the runs of three words from which on a copy is word for word."""

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’»)]*(?=\s)|$)", re.MULTILINE)
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]{20,}”|\"[^\"\n]{20,}\"|«[^»]{20,}»")
_PLAIN: Final = frozenset(
    "the a an of in on at to and or that was were had has have is are it its by for with from as who which he she his "
    "her they them their been be after this not but said says told into there than one when where would will".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text with what makes it comparable."""

    start: int
    end: int
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two texts have in common, seen from the first."""

    passages: tuple[tuple[Sentence, Sentence], ...]
    """Sentences of the first with the sentence of the second that they come from."""
    runs: float
    """Share of the first's runs of three words that the second has too, quotations of third parties left out."""
    shared: int
    """How many runs these are."""
    longest: int
    """Words of the longest passage that stands in both, quotations of third parties left out."""
    covered: float
    """Share of the first's characters that lie in aligned sentences."""


@lru_cache(maxsize=4096)  # a wire story is compared with every page that carries it
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, split at full stops and line ends."""
    return tuple(Sentence(m.start(), m.end(), stems(m[0])) for m in _SENTENCE.finditer(text))


def stems(text: str) -> frozenset[str]:
    """The words of a text that are not plain grammar, cut to their stems."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.lower()) if word not in _PLAIN)


def align(text: str, source: str) -> Alignment:
    """Align the sentences of a text with those of a source that they may come from."""
    ours, theirs = sentences(text), sentences(source)
    pairs = [(one, best) for one in ours if (best := _nearest(one, theirs)) is not None]
    runs, shared, longest = _shared_runs(*_without_shared_quotations(text, source))
    length = sum(one.end - one.start for one in ours)
    return Alignment(tuple(pairs), runs, shared, longest, sum(one.end - one.start for one, _ in pairs) / max(1, length))


def taken_over(text: str, source: str, alignment: Alignment) -> list[tuple[Sentence, Sentence]]:
    """The aligned sentences, of `SENTENCE_WORDS` words or more, that stand in both texts from their first word to their
    last, quotations of third parties left out."""
    if alignment.longest < SENTENCE_WORDS:
        return []
    rest = [f" {' '.join(_WORD.findall(each.lower()))} " for each in _without_shared_quotations(text, source)]
    found = []
    for one, other in alignment.passages:
        words = _WORD.findall(text[one.start : one.end].lower())
        if len(words) >= SENTENCE_WORDS and all(f" {' '.join(words)} " in each for each in rest):
            found.append((one, other))
    return found


def exactness(passages: str, source: str) -> float:
    """The share of the passages' runs of three words that stand in the source."""
    return _shared_runs(passages, source)[0]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's share of common words."""
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _nearest(one: Sentence, theirs: Sequence[Sentence]) -> Sentence | None:
    if len(one.stems) < 3:
        return None
    best = max(theirs, key=lambda other: likeness(one.stems, other.stems), default=None)
    return best if best and likeness(one.stems, best.stems) >= ALIKE else None


def _without_shared_quotations(text: str, source: str) -> tuple[str, str]:
    """The texts without what both quote: two that quote one third party are no copies of each other."""
    quoted = [{" ".join(_WORD.findall(m[0].lower())) for m in _QUOTED.finditer(each)} for each in (text, source)]

    def shared(words: str, others: set[str]) -> bool:
        return any(words in other or other in words for other in others)

    def rest(each: str, others: set[str]) -> str:
        return _QUOTED.sub(lambda m: " ¶ " if shared(" ".join(_WORD.findall(m[0].lower())), others) else m[0], each)

    return rest(text, quoted[1]), rest(source, quoted[0])


def _shared_runs(text: str, source: str) -> tuple[float, int, int]:
    """The share of the text's runs of three words that the source has, how many these are, and the words of their
    longest stretch."""
    ours = _WORD.findall(text.lower())
    theirs = _WORD.findall(source.lower())
    known = Counter(zip(theirs, theirs[1:], theirs[2:], strict=False))
    held = [run in known for run in zip(ours, ours[1:], ours[2:], strict=False)]
    longest = stretch = 0
    for each in held:
        stretch = stretch + 1 if each else 0
        longest = max(longest, stretch)
    return sum(held) / max(1, len(held)), sum(held), longest + 2 if longest else 0
