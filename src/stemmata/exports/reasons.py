"""Why a value is what it is, for people: the rule in words, and the codebook's line with what it holds."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stemmata.errors import CodebookError
from stemmata.records import Why
from stemmata.tables import CODEBOOK, own_folder

# A codebook entry as the coder names it: file, line, and at times the form that fitted.
ENTRY = re.compile(r"(?P<file>[\w-]+\.(?:csv|toml)):(?P<line>\d+)(?: (?P<form>.+))?")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule and an entry, opened up."""

    rule: str
    """The name of the rule in `rules.toml`."""
    says: str
    """What the rule does, in a sentence."""
    entry: str | None
    """`triggers.csv:17 shell`, or the gazetteer's number; None where the rule used no entry."""
    content: str | None
    """The line of the file that the entry names; None for the gazetteer."""


def reason(why: Why, folder: Path = CODEBOOK) -> Reason:
    """Open up a reason.

    Raises:
        CodebookError: the rule is not in `rules.toml`, or the entry's line is not in its file.
    """
    says = sentence_of(why.rule, folder)
    if says is None:
        raise CodebookError(f"{folder / 'rules.toml'}:1: there is no rule {why.rule!r}; add it with a sentence.")
    return Reason(why.rule, says, why.entry, _content(why.entry, folder))


def sentence_of(rule: str, folder: Path = CODEBOOK) -> str | None:
    """What a rule does; None where the codebook does not know it. A time rule may be taken for a range."""
    rules = load_rules(folder)
    one_end = rule.removesuffix("-range")
    if rule in rules or one_end not in rules:
        return rules.get(rule)
    return f"{rules['range']} {rules[one_end]}"


@cache
def load_rules(folder: Path = CODEBOOK) -> Mapping[str, str]:
    """Rule → what it does.

    Raises:
        CodebookError: `rules.toml` is missing or breaks the form `name = "sentence"`.
    """
    file = folder / "rules.toml"
    try:
        rules = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CodebookError(f"{file}:1: this codebook file is missing; put it back from the release") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CodebookError(f"{file}: {error}") from error
    for name, says in rules.items():
        if not isinstance(says, str) or not says.strip():
            raise CodebookError(f'{file}:1: rule {name} must be a sentence, as in: {name} = "What it does."')
    return rules


def _content(entry: str | None, folder: Path) -> str | None:
    found = ENTRY.fullmatch(entry or "")
    if found is None:
        return None
    if found["file"].startswith("own-"):
        folder = own_folder()
    lines = _lines(folder / found["file"])
    number = int(found["line"])
    if not 0 < number <= len(lines):
        raise CodebookError(f"{folder / found['file']}:{number}: there is no such line; code the page anew.")
    return lines[number - 1].strip()


@cache
def _lines(file: Path) -> tuple[str, ...]:
    try:
        return tuple(file.read_text(encoding="utf-8-sig").splitlines())
    except OSError as error:
        raise CodebookError(f"{file}:1: this codebook file is missing; put it back from the release") from error
