"""Whom a document names as the one it has its text from: "(AFP)", "Source: X", "X reported", "told X"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from stemmata.actors import load_registry, load_sources
from stemmata.places.keys import fold
from stemmata.records import Document, Span

_BRACKET = re.compile(r"\(([^()]*)\)")
_KINDS: Final = ("wire", "agency", "newswire", "newspaper", "news", "dispatch", "site", "website", "channel", "report")
_KIND: Final = rf"(?:news\s+)?(?:{'|'.join(_KINDS)})\b"
_WORD = re.compile(r"\w+")
_REPORTS: Final = (
    "report|count|account|figure|toll|tally|list|correspondent|reporter|stringer|stor|dispatch|news|post|video|footage|"
    "site|website|page"
)
_NOT_ITS_OWN: Final = rf"(?!['’]s\s+(?!(?:own\s+)?(?:{_REPORTS})))"
"""What follows no credit: "the union's strike" tells of the union, and only "the union's count" of what it said."""
_NOT_COPIED: Final = frozenset(("monitor", "ngo", "un", "ministry", "official", "military"))
"""Kinds of sources whose word is passed on and not copied: they speak, they do not publish stories."""
_DATELINE = re.compile(r"^[^\n]{0,60}?\(([^()\n]{2,40})\)\s*[-–—:]")
_ENDING = re.compile(
    r"(?:source|with reporting by|additional reporting by|via|from)\s*:?\s*([^\n.]{2,40})\.?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet under the names that others credit it by."""

    name: str
    pattern: re.Pattern[str]
    begins: frozenset[tuple[str, ...]]
    """The first two words of each of its names, or the only one: to find the few outlets that a text may name."""


@lru_cache(maxsize=4096)
def publisher_of(name: str | None) -> Publisher | None:
    """An outlet that others may have copied from; None for a body that only speaks, or without a name."""
    if not name or not name.strip():
        return None
    full = _BRACKET.sub("", name).strip() or name
    match = load_sources().resolve(name) or load_sources().resolve(full)
    source = load_sources().sources.get(match.id) if match else None
    if source.kind in _NOT_COPIED if source else _is_an_actor(full):
        return None
    forms = {full, *(found for found in _BRACKET.findall(name) if _is_acronym(found, full))}
    if source:
        forms.update(each for each in source.names if _is_latin(each))
    patterns = [rf"{re.escape(form)}" for form in sorted(forms, key=lambda form: (-len(form), form)) if len(form) > 1]
    begins = {tuple(_WORD.findall(form)[:2]) for form in forms}
    first, *others = full.split()
    if others and len(first) > 4 and first[0].isupper():
        patterns.append(rf"{re.escape(first)}(?i:\s+{_KIND})")
        begins.update((first, kind) for kind in _KINDS)
    return Publisher(full, re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w){_NOT_ITS_OWN}"), frozenset(begins))


def _is_an_actor(name: str) -> bool:
    """Whether a name is that of a body that acts: it makes statements, whose words are its own wherever they stand."""
    match = load_registry().resolve(name)
    return match is not None and match.rule == "actor-name"


def _is_acronym(letters: str, name: str) -> bool:
    """Whether letters in brackets are the name's own initials, and not the body that it speaks for."""
    initials = [word[0] for word in name.split() if word[0].isupper()]
    return len(letters) > 1 and list(letters) == initials[: len(letters)]


def _is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters."""
    return all(char < "ɐ" for char in name if char.isalpha())


def named_in(text: str, by_beginning: Mapping[tuple[str, ...], Sequence[Publisher]]) -> list[Publisher]:
    """The outlets that a text may name, each once, out of those that are known by the beginnings of their names."""
    words = _WORD.findall(text)
    begins = [*((word,) for word in words if word[0].isupper()), *pairwise(words)]
    return list(dict.fromkeys(each for begin in begins for each in by_beginning.get(begin, ())))


def credit_in(document: Document, publisher: Publisher) -> Span | None:
    """The first words of a document that name an outlet, other than its own."""
    if document.publisher and fold(_BRACKET.sub("", document.publisher)) == fold(publisher.name):
        return None
    found = publisher.pattern.search(document.text)
    return document.span(found.start(), found.end()) if found else None


def carried(document: Document) -> str | None:
    """The agency whose story a document carries as a whole, by its dateline or its last line; a source's id."""
    for pattern in (_DATELINE, _ENDING):
        found = pattern.search(document.text.strip())
        match = load_sources().resolve(found[1]) if found else None
        if match and load_sources().sources[match.id].kind == "agency":
            return match.id
    return None
