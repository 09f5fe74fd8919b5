"""Whom a named person speaks for, as a document introduces them: "Colonel Ama Mensah, who commands the police"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from stemmata.actors import resolve_claimant
from stemmata.actors.phrases import tokens, word_roles
from stemmata.merging.organs import with_organ
from stemmata.records import Document
from stemmata.tables import CODEBOOK

MOST_WORDS: Final = 6
"""Words of an office before a name: "the spokesman for the army's northern command"."""

_NAMES = re.compile(r"[A-Z][\w'’-]+")
_AFTER = re.compile(
    r",\s+(?:who\s+(?:is|was|commands|heads|leads|runs|speaks\s+for)\s+)?(?:an?\s+|the\s+)?([^,.;:()“”\"]{3,80})"
)


def body_of(person: str, document: Document, country: str | None) -> tuple[str, str] | None:
    """The body that a person speaks for and the words that say so; None where the document does not tell.

    Args:
        person: the name as a claim has it, with a rank or without: "Mensah".
        document: where it stands; any of its sentences may introduce the person.
        country: ISO 3166 alpha-2, for "the police".
    """
    names = _NAMES.findall(person)
    return _introduced(names[-1], document.text, country) if names else None


@lru_cache(maxsize=4096)
def _introduced(surname: str, text: str, country: str | None) -> tuple[str, str] | None:
    for office in _offices(surname, text):
        match = resolve_claimant(office, country=country)
        if match is not None and match.rule != "source-by-its-kind":
            return with_organ(match.id, office), office
    return None


def _offices(surname: str, text: str) -> Iterator[str]:
    """What may be the person's office: the words before the name that end with a title, and those after a comma."""
    roles = word_roles(CODEBOOK)
    for name in re.finditer(rf"(?:[A-Z][\w'’-]+ )*\b{re.escape(surname)}\b(?!['’]s )", text):
        ahead = text[max(0, name.start() - 90) : name.start()].rstrip(" ,")
        words = ahead.split()[-MOST_WORDS:]
        for length in range(1, len(words) + 1):
            office = " ".join(words[-length:])
            if "title" in roles.get(words[-1].lower(), ()) and not re.search(r"[.;:,]", office):
                yield office
        ranked = [token.folded for token in tokens(name[0])]
        if any("title" in roles.get(token, ()) for token in ranked[:-1]) and words:
            yield f"{' '.join(words[-2:])} {name[0]}"
        after = _AFTER.match(text, name.end())
        if after and any(
            roles.get(token.folded, frozenset()) & {"title", "organ", "fighter"} for token in tokens(after[1])
        ):
            yield after[1]
