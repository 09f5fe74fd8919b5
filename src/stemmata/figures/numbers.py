"""Reads numbers out of running text: digits, words, ranges, and plurals that stand for a number not told.

Works on characters alone, so that it does not matter how a parser cut "twenty-five" or "30-40". What the
number counts, and whether it counts anything, is for `figures.py` to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal, NamedTuple

from stemmata.figures.counted import figure_words
from stemmata.records import Hedge
from stemmata.tables import CODEBOOK, Row, read_table

Form = Literal["digits", "words", "group", "vague"]

LARGEST = 10**12
"""Nobody counts more people or things than this; longer digit strings are identifiers."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as told, or a quantity that stays vague. Offsets count in the document's text."""

    start: int
    end: int
    low: int
    high: int | None
    """None for a vague plural, which has no upper bound."""
    hedge: Hedge
    """exact, range or vague: what the number says without the words around it."""
    form: Form
    entry: str
    """The row of numbers.csv that gave it; empty for digits."""


class _Piece(NamedTuple):
    start: int
    end: int
    text: str
    """In lower case."""


class _Value(NamedTuple):
    """A number read from pieces; `after` is the first piece behind it."""

    after: int
    value: Fraction
    scale: Fraction
    """The last factor that was spoken: in "2 to 3 million" it holds for the 2 as well."""
    form: Form
    entry: str


_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
_WHOLE = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,2}(?:,\d{2}){1,4},\d{3}")
_DECIMAL = re.compile(r"\d{1,6}[.,]\d{1,3}|\d{1,3}(?:,\d{3}){1,3}\.\d{1,3}")
_THIN_SPACES = "\u00a0\u2009\u202f "
_DASHES = "-–—‑‐"
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9}
_FRACTIONS = frozenset(
    ("third", "thirds", "quarter", "quarters", "half", "halves", "fifth", "fifths", "tenth", "tenths")
)
_NOT_BEFORE = frozenset("$€£¥₹#.:/°@=_&+^*\\")
_NOT_AFTER = frozenset("%°‰@/_=:^\\′″")
# What is joined to a number by a hyphen and leaves it a count: "30-plus", "40-odd", "5,000-strong".
_HYPHENATED_HEDGES = frozenset(("plus", "odd", "strong"))
_BEGINNINGS = frozenset(("a", "an", "half", "quarter", "few"))  # "half a million", "few hundreds"
_VAGUE_BEFORE_SCALE = frozenset(("several", "few", "many", "multiple", "some"))


@cache
def _table() -> dict[str, Row]:
    """Rows of numbers.csv by their word."""
    rows: dict[str, Row] = {}
    for row in read_table(CODEBOOK / "numbers.csv", ("word", "value", "kind")):
        row.one_of("kind", ("unit", "ten", "scale", "group", "plural", "vague"))
        if not row["value"].isdigit():
            raise row.wrong(f"value is {row['value']!r}; it must be a whole number")
        if row["word"] in rows:
            raise row.wrong(f"{row['word']} stands twice in this table")
        rows[row["word"]] = row
    return rows


@cache
def _phrases() -> list[tuple[tuple[str, ...], Row]]:
    """The vague phrases of several words, longest first."""
    found = [(tuple(word.split()), row) for word, row in _table().items() if " " in word]
    return sorted(found, key=lambda phrase: -len(phrase[0]))


@cache
def _phrase_starts() -> frozenset[str]:
    return frozenset(words[0] for words, _ in _phrases())


def read_numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers of a stretch of the text, in order and without overlap.

    Left out are ordinals, decimals that no word makes whole, shares ("two thirds", "40%"), money, and digits that
    belong to a longer sign: "T-72", "M23", "14:30", "19/01", "122mm", "15-year-old".
    """
    pieces = [_Piece(m.start(), m.end(), m.group().lower()) for m in _PIECE.finditer(text, start, end)]
    found: list[Number] = []
    i = 0
    while i < len(pieces):
        if not _may_begin(pieces[i].text):
            i += 1
            continue
        number, i = _number_at(text, pieces, i)
        if number:
            found.append(number)
    return found


def _may_begin(word: str) -> bool:
    """Tell whether a number may begin with a word, which most words of a text rule out."""
    return word[0].isdigit() or word in _table() or word in _phrase_starts() or word in _BEGINNINGS


def _number_at(text: str, pieces: Sequence[_Piece], i: int) -> tuple[Number | None, int]:
    """The number that begins at piece i, if any, and the piece where to go on."""
    vague = _vague(text, pieces, i)
    if vague:
        return vague
    first = _value(text, pieces, i)
    if first is None:
        return None, i + 1
    if not _free(text, pieces, i, first.after):
        return None, _behind_sign(pieces, first.after)
    second, low = _second(text, pieces, i, first)
    if second:
        span = (pieces[i].start, pieces[second.after - 1].end)
        if _counts(low) and _counts(second.value) and not _is_score(pieces, i, first, low, second.value):
            return Number(*span, int(low), int(second.value), "range", second.form, first.entry), second.after
        return None, second.after
    if not _counts(first.value) or _is_share(pieces, i, first.after):
        return None, first.after
    value = int(first.value)
    number = Number(pieces[i].start, pieces[first.after - 1].end, value, value, "exact", first.form, first.entry)
    return number, first.after


def _counts(value: Fraction) -> bool:
    return value.denominator == 1 and value <= LARGEST


def _value(text: str, pieces: Sequence[_Piece], i: int) -> _Value | None:
    """A value of digits or words, with the scale words that follow it."""
    piece = pieces[i].text
    if piece[0].isdigit():
        return _digits(text, pieces, i)
    if piece in ("a", "an", "half", "quarter"):
        return _article(pieces, i)
    return _words(pieces, i)


def _digits(text: str, pieces: Sequence[_Piece], i: int) -> _Value | None:
    raw = pieces[i].text
    if not raw.isascii() or len(raw) > 24:
        return None
    after = i + 1
    if raw.isdigit() and len(raw) <= 3:
        while after < len(pieces) and _continues_digits(text, pieces, after, raw):
            raw += pieces[after].text
            after += 1
    if _WHOLE.fullmatch(raw) and not (len(raw) > 1 and raw[0] == "0"):
        value = Fraction(int(raw.replace(",", "")))
    elif _DECIMAL.fullmatch(raw):
        whole, _, part = raw.rpartition("." if "." in raw else ",")
        value = Fraction(f"{whole.replace(',', '')}.{part}")
    else:
        return None
    scale = Fraction(1)
    if after < len(pieces) and pieces[after].start == pieces[after - 1].end and pieces[after].text in _SUFFIXES:
        scale = Fraction(_SUFFIXES[pieces[after].text])
        after += 1
    after, scale = _scales(pieces, after, scale)
    if "." in raw and scale == 1:
        return None
    return _Value(after, value * scale, scale, "digits", "")


def _continues_digits(text: str, pieces: Sequence[_Piece], at: int, raw: str) -> bool:
    """Tell whether a group of three digits goes on with a number written with spaces, "12 000"."""
    piece, gap = pieces[at], text[pieces[at - 1].end : pieces[at].start]
    return len(raw) < 13 and len(gap) == 1 and gap in _THIN_SPACES and len(piece.text) == 3 and piece.text.isdigit()


def _scales(pieces: Sequence[_Piece], after: int, scale: Fraction) -> tuple[int, Fraction]:
    """Multiply by "hundred", "thousand", "million", "dozen" as long as they follow; two at most are ever spoken."""
    for _ in range(2):
        row = _table().get(pieces[after].text) if after < len(pieces) else None
        if row is None or not (row["kind"] == "scale" or row["word"] in ("dozen", "score")):
            break
        scale *= int(row["value"])
        after += 1
    return after, scale


def _article(pieces: Sequence[_Piece], i: int) -> _Value | None:
    """ "a hundred", "a dozen", "a couple of", "half a million", "a quarter of a million", "a million and a half"."""
    words = [piece.text for piece in pieces[i : i + 6]]
    share, at = Fraction(1), i
    if words[:2] in (["half", "a"], ["half", "an"]):
        share, at = Fraction(1, 2), i + 1
    elif words[:1] == ["half"] or words[:2] == ["a", "half"]:
        share, at = Fraction(1, 2), i + len(words[:2]) - 1 if words[0] == "a" else i
    elif words[:4] == ["a", "quarter", "of", "a"] or words[:3] == ["quarter", "of", "a"]:
        share, at = Fraction(1, 4), i + (3 if words[0] == "a" else 2)
    elif words[0] == "quarter":
        return None
    row = _table().get(pieces[at + 1].text) if at + 1 < len(pieces) else None
    if row is None or row["kind"] not in ("scale", "group"):
        return None
    after, scale = _scales(pieces, at + 1, Fraction(1))
    if after == at + 1:
        after, scale = at + 2, Fraction(int(row["value"]))
    rest = [piece.text for piece in pieces[after : after + 3]]
    if rest == ["and", "a", "half"]:
        return _Value(after + 3, scale * Fraction(3, 2), scale, "words", row.entry)
    if row["kind"] == "scale" and share == 1:
        joined = _words_after_scale(pieces, after, scale)
        if joined:
            return joined._replace(entry=row.entry)
    form: Form = "group" if row["kind"] == "group" else "words"
    return _Value(after, share * scale, scale, form, row.entry)


def _words_after_scale(pieces: Sequence[_Piece], after: int, scale: Fraction) -> _Value | None:
    """The rest of "a hundred and fifty", "a thousand two hundred"."""
    at = after + 1 if after < len(pieces) and pieces[after].text == "and" else after
    if at >= len(pieces):
        return None
    rest = _spoken(pieces, at)
    if rest is None or rest.value >= scale:
        return None
    if at == after and rest.value < 100 and scale >= 100:
        return None
    return rest._replace(value=scale + rest.value, scale=Fraction(1))


def _words(pieces: Sequence[_Piece], i: int) -> _Value | None:
    row = _table().get(pieces[i].text)
    if row is None or row["kind"] not in ("unit", "ten", "scale"):
        return None
    if row["kind"] == "scale" and (i == 0 or pieces[i - 1].text not in ("some", "nearly", "about", "almost")):
        return None
    if row["kind"] == "scale":
        after, scale = _scales(pieces, i, Fraction(1))
        return _Value(after, scale, scale, "words", row.entry)
    value = _spoken(pieces, i)
    if value is None:
        return None
    rest = [piece.text for piece in pieces[value.after : value.after + 3]]
    if rest == ["and", "a", "half"]:
        after, scale = _scales(pieces, value.after + 3, Fraction(1))
        if scale > 1:
            return value._replace(after=after, value=(value.value + Fraction(1, 2)) * scale, scale=scale)
    return value


def _spoken(pieces: Sequence[_Piece], i: int) -> _Value | None:
    """Add up number words: "two hundred and fifty-three thousand". The entry is the first word's."""
    total, current, scale, last, after = 0, 0, 1, "", i
    entry = ""
    at = i
    while at < len(pieces) and at < i + 16:
        word = pieces[at].text
        if (word == "and" and last == "scale") or (word in _DASHES and last in ("ten", "unit", "scale")):
            at += 1
            continue
        row = _table().get(word)
        kind = row["kind"] if row else ""
        value = int(row["value"]) if row else 0
        if (kind == "unit" and (last in ("", "scale") or (last == "ten" and 0 < value < 10))) or (
            kind == "ten" and last in ("", "scale")
        ):
            current += value
        elif (kind == "scale" or word in ("dozen", "score")) and current:
            current, scale = current * value, value
            if value >= 1000:
                total, current = total + current, 0
            kind = "scale" if kind == "scale" else "end"
        elif kind == "scale" and last == "scale" and total:
            total, scale = total * value, value
        else:
            break
        entry = entry or (row.entry if row else "")
        last, after, at = kind, at + 1, at + 1
        if kind == "end":
            break
    return _Value(after, Fraction(total + current), Fraction(scale), "words", entry) if after > i else None


def _free(text: str, pieces: Sequence[_Piece], i: int, after: int) -> bool:
    """Tell whether a number stands by itself, and is not part of a longer sign or a money sum."""
    begin, end = pieces[i].start, pieces[after - 1].end
    before = text[begin - 1 : begin] if begin else ""
    behind = text[end : end + 1]
    if before.isalnum() or (behind.isalnum() and text[end - 1].isalnum()):
        return False
    if before in _NOT_BEFORE and before and not (before == "." and not text[begin - 2 : begin - 1].isalnum()):
        return False
    if before and before in _DASHES and text[begin - 2 : begin - 1].isalnum():
        return False
    if i and pieces[i - 1].text in "$€£¥₹" and begin - pieces[i - 1].end <= 1:
        return False
    if behind and behind in _NOT_AFTER and not (behind in ":/" and not text[end + 1 : end + 2].isalnum()):
        return False
    if behind and behind in _DASHES and text[end + 1 : end + 2].isalpha():
        return pieces[after + 1].text in _HYPHENATED_HEDGES or _table_kind(pieces[after + 1].text) is not None
    if behind in ("'", "’") and pieces[i].text[0].isdigit() and text[end + 1 : end + 2].isdigit():
        return False
    return not (after < len(pieces) and pieces[after].text in "%°‰")


def _table_kind(word: str) -> str | None:
    row = _table().get(word)
    return row["kind"] if row else None


def _behind_sign(pieces: Sequence[_Piece], after: int) -> int:
    """Skip the pieces that are glued to a sign: the 01 of "19/01", the 72 of "14-72"."""
    while after < len(pieces) and pieces[after].start == pieces[after - 1].end and pieces[after].text not in ",;)(":
        after += 1
    return after


def _second(text: str, pieces: Sequence[_Piece], i: int, first: _Value) -> tuple[_Value | None, Fraction]:
    """The second number of a range, and the first one with the scale that it shares with the second."""
    at = first.after
    if at + 1 >= len(pieces) or first.form == "group":
        return None, first.value
    link, before = pieces[at].text, pieces[i - 1].text if i else ""
    dash = link in _DASHES and pieces[at + 1].text[0].isalnum() and pieces[at].start - pieces[at - 1].end <= 1
    dash = dash and pieces[at + 1].start - pieces[at].end <= 1
    spoken = link in ("to", "or") or (link == "and" and before == "between")
    if not (dash or spoken) or (link == "to" and _is_rise(pieces, i)):
        return None, first.value
    second = _value(text, pieces, at + 1)
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


def _free_behind(text: str, pieces: Sequence[_Piece], i: int, after: int) -> bool:
    """Like `_free`, for a number that a dash may stand before."""
    end = pieces[after - 1].end
    behind = text[end : end + 1]
    if behind.isalnum() or (behind and behind in _NOT_AFTER):
        return False
    return not (behind and behind in _DASHES and text[end + 1 : end + 2].isalnum()) and i < after


def _is_score(pieces: Sequence[_Piece], i: int, first: _Value, low: Fraction, high: Fraction) -> bool:
    """Tell whether "3-1" or "2011-2013" is a score, a span of years or a code and no range of a count."""
    if pieces[first.after].text not in _DASHES:
        return False
    years = 1900 <= low <= 2100 and 1900 <= high <= 2100 and "," not in pieces[i].text
    return low >= high or years or (high > 10 * low and low > 0)


def _is_rise(pieces: Sequence[_Piece], i: int) -> bool:
    """Tell whether "from 98 to 112" follows a word of rising or falling: then only the 112 is told now."""
    before = [piece.text for piece in pieces[max(0, i - 5) : i]]
    return before[-1:] == ["from"] and not figure_words("rise").isdisjoint(before)


def _is_share(pieces: Sequence[_Piece], i: int, after: int) -> bool:
    """Tell whether a number is part of a share: "two thirds", "one in five", "three out of four"."""
    words = [piece.text for piece in pieces[after : after + 3]]
    if words[:1] and (words[0] in _FRACTIONS or (words[0] in _DASHES and words[1:2] and words[1] in _FRACTIONS)):
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
    return (word.isdigit() and len(word) < 4) or _table_kind(word) in ("unit", "ten")


# ----------------------------------------------------------------------------------------- quantities left vague


def _vague(text: str, pieces: Sequence[_Piece], i: int) -> tuple[Number, int] | None:
    """A quantity that is not told: "several", "dozens", "hundreds of thousands", "a few hundred"."""
    word = pieces[i].text
    if word in _phrase_starts():
        for words, entry in _phrases():
            if tuple(piece.text for piece in pieces[i : i + len(words)]) == words:
                return _scaled_vague(pieces, i, i + len(words), entry)
    if word in ("couple", "few") and not _bare_quantifier(pieces, i):
        return None
    row = _table().get("a few" if word == "few" else word)
    if row is None:
        return _scaled_couple(pieces, i) if word == "a" else None
    if row["kind"] == "plural":
        return _plural(text, pieces, i, row)
    if row["kind"] == "vague":
        return _scaled_vague(pieces, i, i + 1, row)
    return None


def _bare_quantifier(pieces: Sequence[_Piece], i: int) -> bool:
    """Tell whether "few" multiplies a round number ("few hundreds"); alone it says how little, not how many."""
    return pieces[i].text == "few" and i + 1 < len(pieces) and _table_kind(pieces[i + 1].text) in ("plural", "scale")


def _scaled_couple(pieces: Sequence[_Piece], i: int) -> tuple[Number, int] | None:
    """ "a couple of hundred", "a couple of dozen": vague, since a couple is loosely meant before a round number."""
    words = [piece.text for piece in pieces[i : i + 4]]
    at = i + 3 if words[1:3] == ["couple", "of"] else i + 2 if words[1:2] == ["couple"] else 0
    row = _table().get(pieces[at].text) if 0 < at < len(pieces) else None
    if row is None or row["kind"] not in ("scale", "plural"):
        return None
    size = int(row["value"]) * (2 if row["kind"] == "scale" else 1)
    return Number(pieces[i].start, pieces[at].end, size, None, "vague", "vague", row.entry), at + 1


def _scaled_vague(pieces: Sequence[_Piece], i: int, after: int, row: Row) -> tuple[Number, int] | None:
    """ "several", and "several hundred", "many dozens", "a few thousand"."""
    following = _table().get(pieces[after].text) if after < len(pieces) else None
    low = int(row["value"])
    if following and row["word"] in (*_VAGUE_BEFORE_SCALE, "a few", "quite a few"):
        if row["word"] == "some" and following["kind"] != "plural":
            return None
        if following["kind"] == "plural":
            low, after = int(following["value"]), after + 1
        elif following["word"] in ("dozen", "score"):
            low, after = 20, after + 1
        elif following["kind"] == "scale":
            after, scale = _scales(pieces, after, Fraction(1))
            low = 2 * int(scale)
    if row["word"] == "some" and after < len(pieces) and _starts_number(pieces[after].text):
        return None
    return Number(pieces[i].start, pieces[after - 1].end, low, None, "vague", "vague", row.entry), after


def _starts_number(word: str) -> bool:
    return word[0].isdigit() or _table_kind(word) in ("unit", "ten", "scale", "group")


def _plural(text: str, pieces: Sequence[_Piece], i: int, row: Row) -> tuple[Number, int] | None:
    """ "dozens", "hundreds of thousands", "tens of thousands"; not the "tens" of "nine tenths"."""
    low, after = int(row["value"]), i + 1
    if row["word"] == "tenths" and i and _starts_number(pieces[i - 1].text):
        return None
    if i and pieces[i - 1].end == pieces[i].start and text[pieces[i].start - 1].isalnum():
        return None
    for link in (("of",), ("and",), ("or",), (",", "if", "not"), ("if", "not")):
        at = after + len(link)
        if at < len(pieces) and tuple(piece.text for piece in pieces[after:at]) == link:
            again = _table().get(pieces[at].text)
            if again is None or again["kind"] != "plural":
                continue
            if link == ("of",):
                low *= int(again["value"]) // 2
            after = at + 1
            if link[-1] == "not" and [piece.text for piece in pieces[after : after + 2]] == [",", "of"]:
                after += 1
    return Number(pieces[i].start, pieces[after - 1].end, low, None, "vague", "vague", row.entry), after
