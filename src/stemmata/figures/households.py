"""People told with their own: "a mother and her child" are two, "a couple and their four children" six."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.figures.counted import Count, unit_of
from stemmata.language.trees import Sentence

REACH: Final = 2
"""Words between "her" and the one it tells of: "her baby daughter"."""


def with_households(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts, with a person and those that belong to the person made one."""
    out: list[Count] = []
    for count in counts:
        first = out[-1] if out else None
        if (
            first is not None
            and _own(sentence, first) == count.first
            and _is_small(sentence, first)
            and count.low is not None
        ):
            out[-1] = _together(first, count.last, count.end, count.noun, count.low)
            continue
        out.append(count)
        if _is_small(sentence, count) and (one := _only_one(sentence, count)) is not None:
            out[-1] = _together(count, one, sentence.words[one].end, one, 1)
    return out


def _is_small(sentence: Sentence, count: Count) -> bool:
    """One person or a couple: of "two women and their seven children" both numbers are told."""
    words = sentence.words[count.first : count.last + 1]
    couple = any(word.lemma.lower() in ("couple", "pair") for word in words)
    return count.unit == "people" and count.low == count.high and count.low == (2 if couple else 1)


def _own(sentence: Sentence, count: Count) -> int | None:
    """The word behind "and her", where this follows a count."""
    words, at = sentence.words, count.last + 1
    if at + 2 >= len(words) or words[at].text.lower() != "and" or words[at + 1].xpos != "PRP$":
        return None
    return at + 2


def _only_one(sentence: Sentence, count: Count) -> int | None:
    """ "Her child", "his young wife": somebody who is told in the singular, without a number."""
    at = _own(sentence, count)
    for word in sentence.words[at : at + 1 + REACH] if at is not None else ():
        if word.upos == "NUM":
            return None
        if word.upos == "NOUN":
            single = word.xpos == "NN" and unit_of(sentence, word.index) == "people"
            return word.index if single else None
    return None


def _together(count: Count, last: int, end: int, noun: int | None, more: int) -> Count:
    total = (count.low or 0) + more
    return replace(
        count,
        last=last,
        end=end,
        noun=count.noun if count.noun is not None else noun,
        of_start=count.start,
        of_end=end,
        low=total,
        high=total,
        bare=False,
    )
