"""Reads numbers out of running text: digits, words, ranges, and plurals that stand for a number not told.

Works on characters alone, so that it does not matter how a parser cut "twenty-five" or "30-40". What the
number counts, and whether it counts anything, is for `counts.py` to say.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from stemmata.figures.counted import figure_words
from stemmata.figures.number_words import DASHES, Number, Piece, Value, kind_of, phrases, table
from stemmata.figures.spoken import value_at
from stemmata.figures.vague import vague_at

LARGEST: Final = 10**12
"""Nobody counts more people or things than this; longer digit strings are identifiers."""


_PIECE: Final = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|\S")
_FRACTIONS: Final = frozenset(
    ("third", "thirds", "quarter", "quarters", "half", "halves", "fifth", "fifths", "tenth", "tenths")
)
_NOT_BEFORE: Final = frozenset("$€£¥₹#.:/°@=_&+^*\\")
_NOT_AFTER: Final = frozenset("%°‰@/_=:^\\′″")
# What is joined to a number by a hyphen and leaves it a count: "30-plus", "40-odd", "5,000-strong".
_HYPHENATED_HEDGES: Final = frozenset(("plus", "odd", "strong"))
# What comes between two numbers of which the second is not sure: "two, possibly three".
_GUESSED: Final = frozenset(("possibly", "perhaps", "maybe", "probably", "even"))
_BEGINNINGS: Final = frozenset(("a", "an", "half", "quarter", "few"))  # "half a million", "few hundreds"


def read_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers of a stretch of the text, in order and without overlap.

    Left out are ordinals, decimals that no word makes whole, shares ("two thirds", "40%"), money, and digits that
    belong to a longer sign: "T-72", "M23", "14:30", "19/01", "122mm", "15-year-old".
    """
    pieces = [Piece(*m.span(), m.group().lower()) for m in _PIECE.finditer(text, start, end)]
    found: list[Number] = []
    i = 0
    openers = _openers()
    while i < len(pieces):
        word = pieces[i].text
        if word not in openers and not word[0].isdigit():
            i += 1
            continue
        number, i = _number_at(text, pieces, i)
        if number:
            found.append(number)
    return found


@cache
def _openers() -> frozenset[str]:
    """The words that a number may begin with, which most words of a text are not."""
    return _BEGINNINGS.union((words[0] for words in phrases()), table())


def _number_at(text: str, pieces: Sequence[Piece], i: int) -> tuple[Number | None, int]:
    """The number that begins at piece i, if any, and the piece where to go on."""
    vague = vague_at(text, pieces, i)
    if vague:
        return vague
    first = value_at(text, pieces, i)
    if first is None:
        return None, i + 1
    behind = _past_repeat(text, pieces, first)
    if behind == first.after and not _free(text, pieces, i, first.after):
        return None, _behind_sign(pieces, first.after)
    second, low = _second(text, pieces, i, first) if behind == first.after else (None, first.value)
    if second:
        span = (pieces[i].start, pieces[second.after - 1].end)
        if _counts(low) and _counts(second.value) and not _is_score(pieces, i, first, low, second.value):
            return Number(*span, int(low), int(second.value), "range", second.form, first.entry), second.after
        return None, second.after
    if not _counts(first.value) or _is_share(pieces, i, first.after):
        return None, behind
    value = int(first.value)
    number = Number(pieces[i].start, pieces[behind - 1].end, value, value, "exact", first.form, first.entry)
    return number, behind


def _past_repeat(text: str, pieces: Sequence[Piece], first: Value) -> int:
    """The piece behind what only says the number again, "eleven (11) rebels", or that it counts, "2 x rifles"."""
    at = first.after
    behind = [piece.text for piece in pieces[at : at + 3]]
    if behind[:1] == ["("] and behind[2:] == [")"]:
        again = value_at(text, pieces, at + 1)
        return at + 3 if again is not None and again.value == first.value else at
    times = (
        behind[:1] in (["x"], ["×"]) and pieces[at - 1].text.isdigit() and len(behind) > 1 and behind[1][0].isalpha()
    )
    return at + 1 if times and pieces[at].end < pieces[at + 1].start else at


def _counts(value: Fraction) -> bool:
    return value.denominator == 1 and value <= LARGEST


def _free(text: str, pieces: Sequence[Piece], i: int, after: int) -> bool:
    """Tell whether a number stands by itself, and is not part of a longer sign or a money sum."""
    begin, end = pieces[i].start, pieces[after - 1].end
    before = text[begin - 1 : begin] if begin else ""
    behind = text[end : end + 1]
    if before.isalnum() or (behind.isalnum() and text[end - 1].isalnum()):
        return False
    if before in _NOT_BEFORE and before and not (before == "." and not text[begin - 2 : begin - 1].isalnum()):
        return False
    if before and before in DASHES and text[begin - 2 : begin - 1].isalnum():
        return False
    if i and pieces[i - 1].text in "$€£¥₹" and begin - pieces[i - 1].end <= 1:
        return False
    if behind and behind in _NOT_AFTER and not (behind in ":/" and not text[end + 1 : end + 2].isalnum()):
        return False
    if behind and behind in DASHES and text[end + 1 : end + 2].isalpha():
        return pieces[after + 1].text in _HYPHENATED_HEDGES or kind_of(pieces[after + 1].text) is not None
    if behind in ("'", "’") and pieces[i].text[0].isdigit() and text[end + 1 : end + 2].isdigit():
        return False
    return not (after < len(pieces) and pieces[after].text in "%°‰")


def _behind_sign(pieces: Sequence[Piece], after: int) -> int:
    """Skip the pieces that are glued to a sign: the 01 of "19/01", the 72 of "14-72"."""
    while after < len(pieces) and pieces[after].start == pieces[after - 1].end and pieces[after].text not in ",;)(":
        after += 1
    return after


def _second(text: str, pieces: Sequence[Piece], i: int, first: Value) -> tuple[Value | None, Fraction]:
    """The second number of a range, and the first one with the scale that it shares with the second."""
    at = first.after
    if at + 1 >= len(pieces) or first.form == "group":
        return None, first.value
    link, before = pieces[at].text, pieces[i - 1].text if i else ""
    dash = link in DASHES and pieces[at + 1].text[0].isalnum() and pieces[at].start - pieces[at - 1].end <= 1
    dash = dash and pieces[at + 1].start - pieces[at].end <= 1
    spoken = link in ("to", "or") or (link == "and" and before == "between")
    if link in ("or", ",") and pieces[at + 1].text in _GUESSED:
        link, at, spoken = "or", at + 1, True
    if not (dash or spoken) or (link == "to" and _is_rise(pieces, i)):
        return None, first.value
    second = value_at(text, pieces, at + 1)
    if second is None or second.form == "group" or not _free_behind(text, pieces, at + 1, second.after):
        return None, first.value
    low = first.value
    if second.scale > 1 and first.scale == 1 and first.value * second.scale < second.value:
        low = first.value * second.scale
    if low >= second.value and not dash:
        return None, first.value
    if link == "or" and second.value > 3 * low:
        return None, first.value
    return second, low


def _free_behind(text: str, pieces: Sequence[Piece], i: int, after: int) -> bool:
    """Like `_free`, for a number that a dash may stand before."""
    end = pieces[after - 1].end
    behind = text[end : end + 1]
    if behind.isalnum() or (behind and behind in _NOT_AFTER):
        return False
    return not (behind and behind in DASHES and text[end + 1 : end + 2].isalnum()) and i < after


def _is_score(pieces: Sequence[Piece], i: int, first: Value, low: Fraction, high: Fraction) -> bool:
    """Tell whether "3-1" or "2011-2013" is a score, a span of years or a code and no range of a count."""
    if pieces[first.after].text not in DASHES:
        return False
    years = 1900 <= low <= 2100 and 1900 <= high <= 2100 and "," not in pieces[i].text
    return low >= high or years or (high > 10 * low and low > 0)


def _is_rise(pieces: Sequence[Piece], i: int) -> bool:
    """Tell whether "from 98 to 112" follows a word of rising or falling: then only the 112 is told now."""
    before = [piece.text for piece in pieces[max(0, i - 5) : i]]
    return before[-1:] == ["from"] and not figure_words("rise").isdisjoint(before)


def _is_share(pieces: Sequence[Piece], i: int, after: int) -> bool:
    """Tell whether a number is part of a share: "two thirds", "one in five", "three out of four"."""
    words = [piece.text for piece in pieces[after : after + 3]]
    if words[:1] and (words[0] in _FRACTIONS or (words[0] in DASHES and words[1:2] and words[1] in _FRACTIONS)):
        return True
    if words[:2] in (["per", "cent"], ["per", "hundred"]) or words[:1] in (["percent"], ["pc"], ["pct"]):
        return True
    ahead = words[1] if words[:1] == ["in"] and len(words) > 1 else words[2] if words[:2] == ["out", "of"] else ""
    if ahead and _is_small(ahead):
        return True
    before = [piece.text for piece in pieces[max(0, i - 3) : i]]
    ratio = before[-1:] == ["in"] or before[-2:] == ["out", "of"]
    numbers = before[-2:-1] if before[-1:] == ["in"] else before[-3:-2]
    return ratio and bool(numbers) and _is_small(numbers[0])


def _is_small(word: str) -> bool:
    return (word.isdigit() and len(word) < 4) or kind_of(word) in ("unit", "ten")
