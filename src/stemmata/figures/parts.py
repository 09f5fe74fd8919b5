"""Which count contains which: "including four commanders", "two of them", "among them 16 soldiers", "of whom 12"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stemmata.figures.counted import Count, figure_words
from stemmata.language.trees import Sentence, Word

REACH: Final = 25
"""Words between "including" and the last part of its list."""
AMONG: Final = 5
"""Words between a part and its whole in "nine children were also among the 14 killed"."""
CANDIDATES: Final = 12
"""Counts before a part that are tried as its whole; a longer list is a table."""

_PAST: Final = frozenset(("VBN", "VBD"))
_GROUP_WORDS: Final = frozenset(("them", "whom", "which", "those", "these"))


def with_parts(sentence: Sentence, counts: Sequence[Count]) -> list[Count]:
    """Point each part to the count that contains it; a part whose noun is left out counts what its whole counts."""
    out: list[Count] = []
    counts = _joined([count for count in counts if not _in_passing(sentence, count)], sentence)
    for position, count in enumerate(counts):
        following = counts[position + 1] if position + 1 < len(counts) else None
        if following and _of_number(sentence, count, following):
            unit = following.unit if count.noun is None else count.unit
            out.append(replace(count, unit=unit, partitive=position + 1, part=True))
            continue
        mark = _mark(sentence, count)
        whole = _whole(sentence, out, count, mark) if mark is not None else None
        if whole is not None and _is_elided(sentence, count):
            count = replace(count, unit=out[whole].unit)
        out.append(count if mark is None else replace(count, partitive=whole, part=True))
    return out


def _in_passing(sentence: Sentence, count: Count) -> bool:
    """ "Some of them", "several of the wounded are in a critical condition": how they are, not how many.

    "Several of them were arrested" counts those arrested.
    """
    words = [word.text.lower() for word in sentence.words[count.first : count.last + 1]]
    if count.hedge != "vague" or words[1:2] != ["of"]:
        return False
    if words[-1] in figure_words("casualty"):
        return words[-2] in ("the", "those")
    following = sentence.words[count.last + 1] if count.last + 1 < len(sentence.words) else None
    return (
        words[-1] in _GROUP_WORDS
        and not _befell(sentence, count, following)
        and (following is None or following.upos not in ("NOUN", "ADJ"))
    )


def _befell(sentence: Sentence, count: Count, following: Word | None) -> bool:
    """ "Several of them were arrested": the verb in the past stands behind them."""
    counted = sentence.words[count.first]
    above = sentence.head(counted)
    past = counted.deprel.startswith("nsubj") and above is not None and above.xpos in _PAST
    them = sentence.words[count.last].text.lower() == "them"
    return past and them and following is not None and following.upos in ("AUX", "VERB")


def _joined(counts: Sequence[Count], sentence: Sentence) -> list[Count]:
    """ "One of them a teacher" is one count of a teacher."""
    out: list[Count] = []
    for count in counts:
        part = out[-1] if out else None
        beside = part is not None and count.bare and count.first == part.last + 1
        # "Killing 20 of them a teacher said": the teacher is none of the 20.
        if part and beside and part.high == count.high and _own_group(sentence, part):
            out[-1] = replace(
                part,
                last=count.last,
                end=count.end,
                noun=count.noun,
                of_start=count.of_start,
                of_end=count.of_end,
                unit=count.unit,
            )
        else:
            out.append(count)
    return out


def _of_number(sentence: Sentence, count: Count, following: Count) -> bool:
    """Tell whether the whole stands right behind: "20 of the 35 hostages", "five of 10 wells"."""
    between = sentence.words[count.last + 1 : following.first]
    if following.bare or not between:
        return False
    return (count.noun is None and len(between) < 3 and between[0].text.lower() == "of") or _among(count, between)


def _among(count: Count, between: Sequence[Word]) -> bool:
    """ "Nine children were among the 14 people killed", "five out of nine hostages": the whole stands behind."""
    low = [word.text.lower() for word in between]
    if count.noun is None and low == ["out", "of"]:
        return True
    at = next((n for n, word in enumerate(low) if word in ("among", "amongst")), None)
    if at is None or count.unit != "people" or len(low) > AMONG:
        return False
    return all(word.upos in ("AUX", "ADV") for word in between[:at]) and set(low[at + 1 :]) <= {"the", "those", "all"}


def _mark(sentence: Sentence, count: Count) -> int | None:
    """Index of the word that makes a count a part of one before it, or None."""
    words = sentence.words
    if _own_group(sentence, count):
        return count.first
    if _does(sentence, count):
        return None
    if _is_elided(sentence, count) and _how_badly(sentence, count):
        return count.first - 1
    for at in range(count.first - 1, max(-1, count.first - REACH), -1):
        low = words[at].text.lower()
        if low in figure_words("part"):
            return at
        if low in _GROUP_WORDS and at and words[at - 1].text.lower() in ("of", "among", "amongst"):
            return at - 1
        if low == "," and at == count.first - 1 and _of_all(sentence, count, at):
            return at
        if words[at].upos == "AUX" and at and sentence.low[at - 1] in ("whom", "which"):
            continue  # "among whom were two children"
        if words[at].upos in ("AUX", "SCONJ") or low in (".", ";", ":", "while", "as") or _ends_list(sentence, at):
            return None
    return None


def _does(sentence: Sentence, count: Count) -> bool:
    """ "Nine died, among them two women, a doctor said": who stands before a verb of his own is none of them."""
    behind = sentence.words[count.last + 1 : count.last + 2]
    noun = None if count.noun is None else sentence.words[count.noun]
    if noun is None or not behind or behind[0].xpos not in ("VBD", "VBZ", "VBP") or behind[0].upos != "VERB":
        return False
    return noun.deprel == "nsubj" and noun.head == behind[0].index and not sentence.child(noun, "case")


def _how_badly(sentence: Sentence, count: Count) -> bool:
    """ "Nine were wounded, two seriously": how badly some of them were."""
    behind = sentence.low[count.last + 1 : count.last + 3]
    opened = count.first > 0 and sentence.low[count.first - 1] in (",", "and", "(")
    ends = len(behind) < 2 or sentence.words[count.last + 2].upos not in ("VERB", "ADJ", "NOUN")
    return opened and bool(behind) and behind[0] in figure_words("degree") and ends


def _of_all(sentence: Sentence, count: Count, comma: int) -> bool:
    """ "Of the 14 people killed, nine were children": the whole opens the sentence."""
    return comma > 2 and sentence.low[0] in ("of", "among") and _is_elided(sentence, count)


def _ends_list(sentence: Sentence, at: int) -> bool:
    """Tell whether a verb between "including" and a number ends the list of parts."""
    word = sentence.words[at]
    return word.upos == "VERB" and word.xpos != "VBN"


def _own_group(sentence: Sentence, count: Count) -> bool:
    """Tell whether a count says of itself that it is a part: "two of them", "five of the dead", "one of whom"."""
    words = sentence.words
    for at in range(count.first, min(count.last + 2, count.first + 8, len(words) - 1)):
        if words[at].text.lower() != "of":
            continue
        following = words[at + 1]
        if following.text.lower() in _GROUP_WORDS:
            return True
        if (following.upos == "DET" or following.xpos == "PRP$") and at + 2 < len(words):
            return words[at + 2].text.lower() in figure_words("casualty") or words[at + 2].lemma in ("pair", "two")
        return False
    return False


def _whole(sentence: Sentence, before: Sequence[Count], count: Count, mark: int) -> int | None:
    elided = _is_elided(sentence, count)
    for index in range(len(before) - 1, max(-1, len(before) - 1 - CANDIDATES), -1):
        whole = before[index]
        if whole.last < mark and whole.partitive is None and _may_hold(whole, count, elided):
            return index
    return None


def _is_elided(sentence: Sentence, count: Count) -> bool:
    """Tell whether only the whole tells what is counted: "one of which", "including 700 reached by trucks"."""
    return count.noun is None or sentence.words[count.noun].upos == "PRON"


def _may_hold(whole: Count, part: Count, elided: bool) -> bool:
    """A part is no larger than its whole, and people are no part of things."""
    if not elided and whole.unit != part.unit and "families" not in (whole.unit, part.unit):
        return False
    if whole.bare or whole.high == 0:
        return False
    return whole.high is None or part.low is None or part.low <= whole.high
