"""Whose gazetteers are read, under which licence, and what credit that asks for: the codebook's `gazetteers.csv`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from stemmata.tables import CODEBOOK, read_table

COLUMNS: Final = ("source", "title", "licence", "credit", "address")


@dataclass(frozen=True, slots=True)
class Source:
    """Who made a gazetteer."""

    title: str
    licence: str
    credit: str
    """What to write where the data is used; empty where nothing is asked."""
    address: str
    """Where it is to be had; empty for a table of one's own."""


@cache
def load_sources(folder: Path = CODEBOOK) -> Mapping[str, Source]:
    """The sources by their short names.

    Raises:
        CodebookError: the table is broken; names file and line.
    """
    rows = read_table(folder / "gazetteers.csv", COLUMNS)
    return {row["source"]: Source(row["title"], row["licence"], row["credit"], row["address"]) for row in rows}
