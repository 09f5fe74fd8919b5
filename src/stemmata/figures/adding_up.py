"""Parts that say of themselves only by their sum that they are parts: "14 people: nine men, two women, three children".

No word opens the list. That its numbers add up to the one before it is what tells.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.figures.counted import Count
from stemmata.language.trees import Sentence, matches

JOINTS: Final = frozenset({",", ";", "and", "&"})
OPENERS: Final = frozenset({",", ":", "(", "-", "–", "—", "namely", "being", "totalling", "viz"})
# What a list of parts is not: those to whom, or by whom, something else was done.
CLAUSAL: Final = ("nsubj", "obj")
# Counts of the longest list of parts.
LONGEST: Final = 8


def with_sums(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts, with those of a list that adds up to the count before it pointed to that one."""
    out = list(counts)
    for at, whole in enumerate(out[:-2]):
        last = _summed(sentence, out, at) if _is_whole(whole) else at
        for n in range(at + 1, last + 1):
            out[n] = replace(out[n], partitive=at, part=True)
    return out


def _is_whole(count: Count) -> bool:
    exact = count.low is not None and count.low == count.high
    return exact and not count.bare and not count.part and count.unit == "people"


def _summed(sentence: Sentence, counts: Sequence[Count], at: int) -> int:
    """The last count of the list behind a count that adds up to it; the count itself where there is none."""
    whole, first = counts[at], counts[at + 1]
    if first.first <= whole.last + 1 or sentence.low[first.first - 1] not in OPENERS or whole.low is None:
        return at
    total = 0
    for n in range(at + 1, min(at + 1 + LONGEST, len(counts))):
        part = counts[n]
        if part.noun is None or part.low is None or part.low != part.high or part.part or part.unit != "people":
            return at
        if n > at + 1 and not JOINTS.issuperset(sentence.low[counts[n - 1].last + 1 : part.first]):
            return at
        total += part.low
        if total == whole.low:
            return n if n > at + 1 and _only_names(sentence, counts[at + 1 : n + 1]) else at
    return at


def _only_names(sentence: Sentence, parts: Sequence[Count]) -> bool:
    """Tell whether a list only says who they are: of "two died, a guard and a driver wounded" others are told."""
    nouns = [sentence.words[part.noun] for part in parts if part.noun is not None]
    behind = sentence.words[parts[-1].last + 1 : parts[-1].last + 2]
    told = any(word.upos == "VERB" and word.xpos in ("VBN", "VBD") for word in behind)
    return not told and not any(matches(noun.deprel, CLAUSAL) for noun in nouns)
