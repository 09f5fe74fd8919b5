"""People told as one group: "a man and a woman", "a mother and her child", "a couple and their four children"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.figures.counted import Count, figure_words, unit_of
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
        if first is not None and _is_pair(sentence, first, count):
            out[-1] = replace(_together(first, count.last, count.end, count.noun, 1), bare=True)
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


def _is_pair(sentence: Sentence, first: Count, second: Count) -> bool:
    """ "A man and a woman": two people, each with an article, whom "and" joins."""
    if not (first.bare and second.bare and first.high == second.high == 1 and second.first == first.last + 2):
        return False
    if first.noun is None or second.noun is None or not first.unit == second.unit == "people":
        return False
    before = sentence.low[first.first - 1] if first.first else ""
    if before == "," or before in figure_words("part"):
        return False  # of "seven people, including a child and a woman" each is a part
    joined = sentence.words[second.noun]
    return joined.deprel == "conj" and joined.head == first.noun and sentence.low[first.last + 1] == "and"


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
