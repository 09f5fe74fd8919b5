"""Who is a public person: one whom the registry marks, or whom the text introduces with an office.

Releases for the public keep such names and withhold all others, so whoever is in doubt is private. The registry's
marks stand in `leaders.csv` and in the user's own table beside it; `offices.csv` says which words tell an office.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from stemmata.actors.loading import load_registry
from stemmata.actors.names import Candidate
from stemmata.actors.offices import Offices, Piece, load_offices, pieces
from stemmata.actors.phrases import Role, fold
from stemmata.actors.registry import Registry
from stemmata.records import Why
from stemmata.tables import CODEBOOK

MOST_MENTIONS: Final = 50
"""How many mentions of a name are looked at."""
LONGEST_NAME: Final = 80
"""Characters before a family name in which the rest of the name is looked for."""

_PARTICLES: Final = frozenset(("bin", "ibn", "al", "el", "ag", "ould", "de", "da", "van", "von"))
_NAME_ENDS: Final = r"(?!\w|[-‐]\w)(?! [A-Z])"
"""What follows a family name is no other name: "Haru" is not told in "Haru Daoud"."""
_PRIVATE: Final = frozenset[Role](("civilian", "person", "teller"))


@dataclass(frozen=True, slots=True)
class Public:
    """Why a person's name may be made public."""

    why: Why
    """`public-person` with the row that marks the person, or `public-office`."""
    start: int
    end: int
    """Where the words stand in the text that tell it: the office, or the name that the registry knows."""
    quote: str


def public_person(
    text: str, start: int, end: int, *, day: date | None = None, folder: Path = CODEBOOK, own: Path | None = None
) -> Public | None:
    """Tell why a person's name may be made public; None for a private person, and wherever it is in doubt.

    A person is public where some mention in the text introduces them with an office, or where the registry marks them
    and no mention says otherwise ("Imran Khan, a shopkeeper"). A family name stands for the person whom the text
    names in full with it; where it names two so, it is nobody's.

    Args:
        text: the whole text, so that later mentions rest on the first: "Mayor Ivan Kovalenko ... Kovalenko said".
        start, end: where the name stands in it, with or without a title: "General Adam Haru".
        day: the day that the text tells of, for persons who are public in their time in office only.
        folder: the codebook.
        own: the folder of the user's own tables, by default `tables.own_folder()`.

    Raises:
        CodebookError: a table breaks a rule; names file and line.
    """
    registry, offices = load_registry(folder, own), load_offices(folder, own)
    at = _without_titles(offices, text, start, end)
    mentions = _mentions(offices, text, *at) if at else []
    for first, last in mentions:
        if told := offices.told(text, first, last):
            return Public(Why("public-office"), *told, text[slice(*told)])
    return _marked(registry, text, mentions, day)


def _without_titles(offices: Offices, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the name itself stands: whole words, after the last title among them."""
    while text[start - 1 : start] == "-":
        start -= len(text[:start].split()[-1])
    while after := re.match(r"-\w+", text[end:]):
        end += after.end()
    words = [piece for piece in pieces(text, start, end) if piece.form[0].isalnum()]
    begins = max((n + 1 for n, word in enumerate(words[:-1]) if offices.leads(word)), default=0)
    named = words[begins:]
    return (named[0].start, named[-1].end) if named and not offices.leads(named[-1]) else None


def _mentions(offices: Offices, text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the text names this person, the full names first; none where it may name two persons so."""
    name = fold(text[start:end])
    family = re.split(r"[\s-]", text[start:end])[-1]
    alone: list[tuple[int, int]] = []
    full: dict[str, list[tuple[int, int]]] = {}
    for hit in islice(re.finditer(rf"(?<!\w){re.escape(family)}{_NAME_ENDS}", text), MOST_MENTIONS):
        begins = _begins(offices, text, hit.start())
        told = fold(text[begins : hit.end()])
        (alone if told == fold(family) else full.setdefault(told, [])).append((begins, hit.end()))
    if name != fold(family):
        return [(start, end), *full.get(name, ()), *(alone if list(full) == [name] else ())]
    return [*(full.popitem()[1] if full else ()), *alone] if len(full) <= 1 else []


def _begins(offices: Offices, text: str, at: int) -> int:
    """Where a name begins that ends in the word at an offset: with the capitalised words before it that are no titles.

    A word that opens a sentence is none of it where the text writes it small elsewhere.
    """
    for piece in reversed(pieces(text, at - LONGEST_NAME, at)):
        if piece.form in "-‐" and piece.end == at:
            at = piece.start
            continue
        beside = text[piece.end : at] in ("", " ")
        named = piece.capitalised or piece.form.casefold() in _PARTICLES
        if not beside or not named or offices.leads(piece) or _only_opens(text, piece):
            break
        at = piece.start
    return at


def _only_opens(text: str, piece: Piece) -> bool:
    """Whether a word is in capitals only because it opens a sentence."""
    before = text[: piece.start].rstrip(" \"“‘'")
    opens = not before or before[-1] in ".!?:\n"
    return opens and bool(re.search(rf"\b{re.escape(piece.form.lower())}\b", text))


def _marked(registry: Registry, text: str, mentions: Sequence[tuple[int, int]], day: date | None) -> Public | None:
    """The mark of the registry for one whom the text names in full and of whom it nowhere tells otherwise."""
    for first, last in mentions:
        known = [one for one in registry.persons.of(text[first:last]) if _is_public(one, day)]
        if known and " " in fold(text[first:last]) and not _is_told_private(registry, text, mentions):
            return Public(Why("public-person", known[0].entry), first, last, text[first:last])
    return None


def _is_public(person: Candidate, day: date | None) -> bool:
    """Whether a person's mark holds on a day; without one, only the mark that outlasts the office does."""
    if person.public == "always":
        return day is None or person.since is None or day >= person.since
    in_office = day and (person.since or day) <= day <= (person.until or day)
    return person.public == "in office" and bool(in_office)


def _is_told_private(registry: Registry, text: str, mentions: Sequence[tuple[int, int]]) -> bool:
    """Whether a mention tells of a private person of that name: "Imran Khan, 34", "shopkeeper Imran Khan"."""
    for first, last in mentions:
        before, after = pieces(text, first - LONGEST_NAME, first)[-1:], pieces(text, last, last + LONGEST_NAME)[:2]
        if any(registry.roles.get(word.folded, frozenset()) & _PRIVATE for word in before):
            return True
        if (
            len(after) > 1
            and after[0].form in (",", "(")
            and (after[1].form.isdigit() or after[1].folded in ("a", "an"))
        ):
            return True
    return False
