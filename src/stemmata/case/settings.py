"""`case.toml`: what a case is about, and its rules. People edit it; the program reads it, and writes the first one."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from stemmata.errors import BrokenSettings, UnknownName
from stemmata.places.adding import country_code
from stemmata.records import DEFAULT_RULE, RULES, Rule

FILE = "case.toml"

FIRST = """\
# What this case is about, and its rules. `stemmata run` reads it each time; change what you like.

name = {name}

[about]
# All that is added is coded and merged; `stemmata events` lists apart what lies outside of this. Where a text leaves
# open which place of a name is meant, it is looked for in the region first.
region = []        # countries, by ISO 3166 alpha-2 code or name: ["SY", "Iraq"]
# from = 2018-01-01  # first day of interest
# until = 2019-12-31 # last day of interest
actors = []        # ids of actors of interest, with all that is part of them: ["sdf", "islamic-state"]

[aggregation]
# How an event's own value is chosen where reports disagree:
#   conservative    the lowest figure that is told; of all else, what most independent origins say
#   informative     the most specific, then the latest
#   representative  what most independent origins say, then the latest
figures = "{rule}"

[publication]
# What `stemmata export FORMAT --public` keeps back beside private names: see docs/exports.md.
delay_days = 0     # events younger than this at the last run are left out
coarsen = "place"  # the most exact level that is told: place, district, region or country
coarsen_m = 0      # points are told no more exactly than this many metres, under the name of their district
confidential = []  # sources whose reports are left out whole, by name, id or address: ["Marun Clinic"]

[store]
captures = "captures"  # the folder of the WARC files; a team names one that all of it can reach
database = {database}
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What `case.toml` says."""

    name: str
    """What people call the case."""
    database: str = "case.db"
    """A file in the case's folder, or `postgresql://…` without a password."""
    captures: str = "captures"
    """The folder of the WARC files, from the case's folder."""
    region: tuple[str, ...] = ()
    """Countries where names of places are looked for first, ISO 3166 alpha-2."""
    start: date | None = None
    """First day of interest."""
    until: date | None = None
    """Last day of interest."""
    actors: tuple[str, ...] = ()
    """Ids of actors of interest."""
    aggregation: Rule = DEFAULT_RULE
    """How an event chooses among the values of its reports."""
    delay_days: int = 0
    """Public exports leave out events younger than this."""
    coarsen: str = "place"
    """Public exports tell no level of places more exact than this: one of COARSEN."""
    coarsen_m: int = 0
    """Public exports tell points no more exactly than this."""
    confidential: tuple[str, ...] = ()
    """Public exports leave out whatever rests on these sources."""


# Section and key → the field of Settings, and what its values may be.
KEYS: dict[tuple[str, str], tuple[str, type]] = {
    ("", "name"): ("name", str),
    ("about", "region"): ("region", list),
    ("about", "from"): ("start", date),
    ("about", "until"): ("until", date),
    ("about", "actors"): ("actors", list),
    ("aggregation", "figures"): ("aggregation", str),
    ("publication", "delay_days"): ("delay_days", int),
    ("publication", "coarsen"): ("coarsen", str),
    ("publication", "coarsen_m"): ("coarsen_m", int),
    ("publication", "confidential"): ("confidential", list),
    ("store", "captures"): ("captures", str),
    ("store", "database"): ("database", str),
}
COARSEN = ("place", "district", "region", "country")
SAID = {str: "words", list: "a list of words", date: "a day as 2019-01-21", int: "a whole number from 0"}


def first_settings(name: str, database: str) -> str:
    """The text of a new case's `case.toml`."""
    return FIRST.format(name=_quoted(name), database=_quoted(database), rule=DEFAULT_RULE)


def read_settings(folder: Path) -> Settings:
    """Read and check a case's settings.

    Raises:
        BrokenSettings: the file is no TOML, or a key is unknown or holds what it may not; names the line where known.
    """
    file = folder / FILE
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BrokenSettings(f"{file} cannot be read ({error}); correct it, or put back the former one.") from error
    found: dict[str, Any] = {}
    for section, key, value in _flat(told):
        field, kind = KEYS.get((section, key), (None, None))
        where = f"{file}: {f'[{section}] ' if section else ''}{key}"
        if field is None or kind is None:
            known = ", ".join(f"[{s}] {k}" if s else k for s, k in KEYS)
            raise BrokenSettings(f"{where} is not known; the keys are: {known}.")
        if not _fits(value, kind):
            raise BrokenSettings(f"{where} must be {SAID[kind]}, not {value!r}.")
        found[field] = tuple(value) if kind is list else value
    if "name" not in found:
        raise BrokenSettings(f'{file} has no name; write name = "…" at its beginning.')
    if found.get("aggregation", DEFAULT_RULE) not in RULES:
        raise BrokenSettings(f"{file}: [aggregation] figures must be one of {', '.join(RULES)}.")
    if "region" in found:
        found["region"] = tuple(_countries(file, found["region"]))
    if found.get("coarsen", "place") not in COARSEN:
        raise BrokenSettings(f"{file}: [publication] coarsen must be one of {', '.join(COARSEN)}.")
    if not all(name.strip() for name in found.get("confidential", ())):
        raise BrokenSettings(f"{file}: [publication] confidential holds an empty name; write names, ids or addresses.")
    return Settings(**found)


def _countries(file: Path, told: Iterable[str]) -> Iterator[str]:
    for country in told:
        try:
            yield country_code(country)
        except UnknownName as error:
            raise BrokenSettings(f"{file}: [about] region: {error}") from error


def _flat(told: dict[str, Any]) -> list[tuple[str, str, Any]]:
    flat: list[tuple[str, str, Any]] = []
    for key, value in told.items():
        flat += [(key, k, v) for k, v in value.items()] if isinstance(value, dict) else [("", key, value)]
    return flat


def _fits(value: Any, kind: type) -> bool:
    if kind is list:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is kind and not (isinstance(value, int) and value < 0)


def _quoted(words: str) -> str:
    """Words as TOML writes them."""
    escaped = "".join(c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in words)
    return f'"{escaped}"'
