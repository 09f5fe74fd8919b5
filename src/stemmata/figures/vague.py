"""Reads quantities that are not told: "several", "dozens", "hundreds of thousands", "a few hundred"."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from stemmata.figures.number_words import Number, Piece, kind_of, phrases, scales, starts_number, table
from stemmata.tables import Row

_VAGUE_BEFORE_SCALE: Final = frozenset(("several", "few", "many", "multiple", "some", "a few", "quite a few"))


def vague_at(text: str, pieces: Sequence[Piece], i: int) -> tuple[Number, int] | None:
    """A quantity that is not told: "several", "dozens", "hundreds of thousands", "a few hundred"."""
    word = pieces[i].text
    behind = pieces[i + 1].text if i + 1 < len(pieces) else ""
    for words, entry in phrases().get((word, behind), ()):
        if tuple(piece.text for piece in pieces[i : i + len(words)]) == words:
            return _scaled_vague(pieces, i, i + len(words), entry)
    if word in ("couple", "few") and not _bare_quantifier(pieces, i):
        return None
    row = table().get("a few" if word == "few" else word)
    if row is None:
        return _scaled_couple(pieces, i) if word == "a" else None
    if row["kind"] == "plural":
        return _plural(text, pieces, i, row)
    if row["kind"] == "vague":
        return _scaled_vague(pieces, i, i + 1, row)
    return None


def _bare_quantifier(pieces: Sequence[Piece], i: int) -> bool:
    """Tell whether "few" multiplies a round number ("few hundreds"); alone it says how little, not how many."""
    return pieces[i].text == "few" and i + 1 < len(pieces) and kind_of(pieces[i + 1].text) in ("plural", "scale")


def _scaled_couple(pieces: Sequence[Piece], i: int) -> tuple[Number, int] | None:
    """ "a couple of hundred", "a couple of dozen": vague, since a couple is loosely meant before a round number."""
    words = [piece.text for piece in pieces[i : i + 4]]
    at = i + 3 if words[1:3] == ["couple", "of"] else i + 2 if words[1:2] == ["couple"] else 0
    row = table().get(pieces[at].text) if 0 < at < len(pieces) else None
    if row is None or not (row["kind"] in ("scale", "plural") or row["word"] in ("dozen", "score")):
        return None
    size = int(row["value"]) * (1 if row["kind"] == "plural" else 2)
    return Number(pieces[i].start, pieces[at].end, size, None, "vague", "vague", row.entry), at + 1


def _scaled_vague(pieces: Sequence[Piece], i: int, after: int, row: Row) -> tuple[Number, int] | None:
    """ "several", and "several hundred", "many dozens", "a few thousand"."""
    following = table().get(pieces[after].text) if after < len(pieces) else None
    low = int(row["value"])
    if following and row["word"] in _VAGUE_BEFORE_SCALE:
        if row["word"] == "some" and following["kind"] != "plural":
            return None
        if following["kind"] == "plural":
            low, after = int(following["value"]), after + 1
        elif following["word"] in ("dozen", "score"):
            low, after = 20, after + 1
        elif following["kind"] == "scale":
            after, scale = scales(pieces, after, Fraction(1))
            low = 2 * int(scale)
    if row["word"] == "some" and after < len(pieces) and starts_number(pieces[after].text):
        return None
    return Number(pieces[i].start, pieces[after - 1].end, low, None, "vague", "vague", row.entry), after


def _plural(text: str, pieces: Sequence[Piece], i: int, row: Row) -> tuple[Number, int] | None:
    """ "dozens", "hundreds of thousands", "tens of thousands"; not the "tens" of "nine tenths"."""
    low, after = int(row["value"]), i + 1
    if row["word"] == "tenths" and i and starts_number(pieces[i - 1].text):
        return None
    if i and pieces[i - 1].end == pieces[i].start and text[pieces[i].start - 1].isalnum():
        return None
    for link in (("of",), ("and",), ("or",), (",", "if", "not"), ("if", "not")):
        at = after + len(link)
        if at < len(pieces) and tuple(piece.text for piece in pieces[after:at]) == link:
            again = table().get(pieces[at].text)
            if again is None or again["kind"] != "plural":
                continue
            if link == ("of",):
                low *= int(again["value"]) // 2
            after = at + 1
            if link[-1] == "not" and [piece.text for piece in pieces[after : after + 2]] == [",", "of"]:
                after += 1
    return Number(pieces[i].start, pieces[after - 1].end, low, None, "vague", "vague", row.entry), after
