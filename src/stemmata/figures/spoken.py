"""Reads one number where it begins: "12 000", "1.2 million", "half a million", "two hundred and fifty-three"."""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from stemmata.figures.number_words import DASHES, Form, Piece, Value, scales, table

_WHOLE: Final = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,2}(?:,\d{2}){1,4},\d{3}")
_DECIMAL: Final = re.compile(r"\d{1,6}[.,]\d{1,3}|\d{1,3}(?:,\d{3}){1,3}\.\d{1,3}")
_SHARES: Final = (
    (("a", "quarter", "of", "a"), Fraction(1, 4)),
    (("quarter", "of", "a"), Fraction(1, 4)),
    (("half", "a"), Fraction(1, 2)),
    (("half", "an"), Fraction(1, 2)),
    (("a", "half"), Fraction(1, 2)),
    (("half",), Fraction(1, 2)),
    (("a",), Fraction(1)),
    (("an",), Fraction(1)),
)
"""What stands before a round number, the longest first, and which part of it is meant."""
_THIN_SPACES: Final = "\u00a0\u2009\u202f "
_SUFFIXES: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9}


def value_at(text: str, pieces: Sequence[Piece], i: int) -> Value | None:
    """A value of digits or words, with the scale words that follow it."""
    piece = pieces[i].text
    if piece[0].isdigit():
        return _digits(text, pieces, i)
    if piece in ("a", "an", "half", "quarter"):
        return _article(pieces, i)
    return _words(pieces, i)


def _digits(text: str, pieces: Sequence[Piece], i: int) -> Value | None:
    raw = pieces[i].text
    if not raw.isascii() or len(raw) > 24:
        return None
    after = i + 1
    if raw.isdigit() and len(raw) <= 3:
        while after < len(pieces) and _continues_digits(text, pieces, after, raw):
            raw += pieces[after].text
            after += 1
    if _WHOLE.fullmatch(raw) and (len(raw) <= len("03") or raw[0] != "0"):  # "03 terrorists"; "007" is a sign
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
    after, scale = scales(pieces, after, scale)
    if "." in raw and scale == 1:
        return None
    return Value(after, value * scale, scale, "digits", "")


def _continues_digits(text: str, pieces: Sequence[Piece], at: int, raw: str) -> bool:
    """Tell whether a group of three digits goes on with a number written with spaces, "12 000"."""
    piece, gap = pieces[at], text[pieces[at - 1].end : pieces[at].start]
    return len(raw) < 13 and len(gap) == 1 and gap in _THIN_SPACES and len(piece.text) == 3 and piece.text.isdigit()


def _article(pieces: Sequence[Piece], i: int) -> Value | None:
    """ "a hundred", "a dozen", "a couple of", "half-a-dozen", "a quarter of a million", "a million and a half"."""
    places = [at for at in range(i, min(i + 9, len(pieces))) if pieces[at].text not in DASHES]
    words = [pieces[at].text for at in places]
    share, named = next(((part, len(told)) for told, part in _SHARES if tuple(words[: len(told)]) == told), (None, 0))
    row = table().get(words[named]) if named < len(words) else None
    if share is None or row is None or row["kind"] not in ("scale", "group"):
        return None
    at = places[named]
    after, scale = scales(pieces, at, Fraction(1))
    if after == at:
        after, scale = at + 1, Fraction(int(row["value"]))
    rest = [piece.text for piece in pieces[after : after + 3]]
    if rest == ["and", "a", "half"]:
        return Value(after + 3, scale * Fraction(3, 2), scale, "words", row.entry)
    if row["kind"] == "scale" and share == 1:
        joined = _words_after_scale(pieces, after, scale)
        if joined:
            return joined._replace(entry=row.entry)
    form: Form = "group" if row["kind"] == "group" else "words"
    return Value(after, share * scale, scale, form, row.entry)


def _words_after_scale(pieces: Sequence[Piece], after: int, scale: Fraction) -> Value | None:
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


def _words(pieces: Sequence[Piece], i: int) -> Value | None:
    row = table().get(pieces[i].text)
    if row is None or row["kind"] not in ("unit", "ten", "scale"):
        return None
    if row["kind"] == "scale" and (i == 0 or pieces[i - 1].text not in ("some", "nearly", "about", "almost")):
        return None
    if row["kind"] == "scale":
        after, scale = scales(pieces, i, Fraction(1))
        return Value(after, scale, scale, "words", row.entry)
    value = _spoken(pieces, i)
    if value is None:
        return None
    rest = [piece.text for piece in pieces[value.after : value.after + 3]]
    if rest == ["and", "a", "half"]:
        after, scale = scales(pieces, value.after + 3, Fraction(1))
        if scale > 1:
            return value._replace(after=after, value=(value.value + Fraction(1, 2)) * scale, scale=scale)
    return value


def _spoken(pieces: Sequence[Piece], i: int) -> Value | None:
    """Add up number words: "two hundred and fifty-three thousand". The entry is the first word's."""
    total, current, scale, last, after = 0, 0, 1, "", i
    entry = ""
    at = i
    while at < len(pieces) and at < i + 16:
        word = pieces[at].text
        if (word == "and" and last == "scale") or (word in DASHES and last in ("ten", "unit", "scale")):
            at += 1
            continue
        row = table().get(word)
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
    return Value(after, Fraction(total + current), Fraction(scale), "words", entry) if after > i else None
