"""The words of numbers (numbers.csv), and what a number read from them is."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final, Literal, NamedTuple

from stemmata.records import Hedge
from stemmata.tables import CODEBOOK, Row, read_table

Form = Literal["digits", "words", "group", "vague"]
DASHES: Final = "-–—‑‐"


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


class Piece(NamedTuple):
    start: int
    end: int
    text: str
    """In lower case."""


class Value(NamedTuple):
    """A number read from pieces; `after` is the first piece behind it."""

    after: int
    value: Fraction
    scale: Fraction
    """The last factor that was spoken: in "2 to 3 million" it holds for the 2 as well."""
    form: Form
    entry: str


@cache
def table() -> dict[str, Row]:
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
def phrases() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], Row]]]:
    """The vague phrases of several words by their first two, longest first."""
    found = [(tuple(word.split()), row) for word, row in table().items() if " " in word]
    by_opening: dict[tuple[str, ...], list[tuple[tuple[str, ...], Row]]] = {}
    for words, row in sorted(found, key=lambda phrase: -len(phrase[0])):
        by_opening.setdefault(words[:2], []).append((words, row))
    return by_opening


def kind_of(word: str) -> str | None:
    row = table().get(word)
    return row["kind"] if row else None


def starts_number(word: str) -> bool:
    return word[0].isdigit() or kind_of(word) in ("unit", "ten", "scale", "group")


def scales(pieces: Sequence[Piece], after: int, scale: Fraction) -> tuple[int, Fraction]:
    """Multiply by "hundred", "thousand", "million", "dozen" as long as they follow; two at most are ever spoken."""
    for _ in range(2):
        row = table().get(pieces[after].text) if after < len(pieces) else None
        if row is None or not (row["kind"] == "scale" or row["word"] in ("dozen", "score")):
            break
        scale *= int(row["value"])
        after += 1
    return after, scale
