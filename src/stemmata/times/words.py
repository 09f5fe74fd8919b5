"""The words of the calendar (time_words.csv): months, weekdays, seasons, parts of the day, counts of units."""

import re
from functools import cache
from typing import Literal, get_args

from stemmata.tables import CODEBOOK, read_table

WordKind = Literal[
    "month",
    "weekday",
    "season",
    "islamic",
    "solar",
    "ethiopian",
    "part",
    "named",
    "number",
    "will",
    "modal",
    "plan",
    "bearer",
    "lasting",
]


@cache
def words(kind: WordKind) -> dict[str, tuple[int, str]]:
    """Value and row of each word of a kind."""
    found: dict[str, tuple[int, str]] = {}
    for row in read_table(CODEBOOK / "time_words.csv", ("word", "kind", "value")):
        row.one_of("kind", get_args(WordKind))
        if not row["value"].isdigit():
            raise row.wrong(f"value is {row['value']!r}; it must be a whole number")
        if row["kind"] == kind:
            found[row["word"]] = (int(row["value"]), row.entry)
    return found


def alternatives(kind: WordKind) -> str:
    """A pattern that matches any word of a kind, the longest first."""
    longest_first = sorted(words(kind), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in longest_first) + ")"


def value(kind: WordKind, word: str) -> tuple[int, str]:
    """Value and row of a word as a text has it, with capitals, dots and hyphens; (0, "") for any other word."""
    key = " ".join(word.lower().rstrip(".").replace("-", " ").split())
    table = words(kind)
    return table.get(key) or table.get(word.lower().rstrip(".")) or table.get(key.replace(" ", "-")) or (0, "")


def number(word: str | None) -> int:
    """A count of units: digits, a number word, and 1 where none is told."""
    if not word:
        return 1
    return int(word) if word.isdigit() else value("number", word)[0]
