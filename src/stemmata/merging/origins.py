"""Whom a report rests on: its innermost claimant; else whom a copied passage rests on; else its publisher.

Unnamed claimants are one origin for each publisher. A body and the person who speaks for it are one; two organs of a
state, such as its police and its army, are two, of one side.
"""

import re
from functools import lru_cache
from typing import Final

from stemmata.actors import load_registry, load_sources
from stemmata.merging.organs import with_organ
from stemmata.merging.persons import body_of
from stemmata.merging.voices import Voice, mouth, publisher_voice, speaks_for
from stemmata.places.keys import fold
from stemmata.records import Claimant, Document, Origin, Report

_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w'’-]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PRONOUNS: Final = frozenset(("its", "his", "her", "their", "our"))


def origin_of(report: Report, voice: Voice, document: Document, country: str | None = None) -> Origin:
    """The origin of a report.

    Args:
        report: the report.
        voice: who speaks where the report names nobody, and to whom unnamed claimants belong: the publisher, or that of
            the document from which the passage was taken.
        document: where the report stands.
        country: where it happened, ISO 3166 alpha-2.
    """
    if not report.claimant:
        return Origin(voice.id, voice.name, "publisher", voice.speaks_for)
    innermost, *relays = report.claimant
    named = _named(innermost, document, country)
    if named:
        identity, name = named
        if identity == voice.id or (voice.speaks_for and not is_known(identity)):
            return Origin(voice.id, voice.name, "publisher", voice.speaks_for)
        return Origin(identity, name, "claimant", speaks_for(identity))
    for relay in relays:
        if passed := _named(relay, document, country):
            return _unnamed(Voice(passed[0], passed[1], speaks_for(passed[0])))
    return _unnamed(voice)


def _unnamed(voice: Voice) -> Origin:
    if voice.speaks_for:  # whoever a party's own outlet hears is heard through the party
        return Origin(voice.id, voice.name, "unnamed", voice.speaks_for)
    return Origin(f"{voice.id}/unnamed", f"unnamed sources of {voice.name}", "unnamed", voice.speaks_for)


def is_known(identity: str) -> bool:
    """Whether an id is one of the tables, and not made of a name."""
    body = identity.partition("/")[0]
    return body in load_registry().actors or body in load_sources().sources


def _named(claimant: Claimant, document: Document, country: str | None) -> tuple[str, str] | None:
    """The id and name of a claimant that has a name; None for "residents" and "two sources"."""
    told = (claimant.stands_for or claimant.span).quote
    if claimant.id and is_known(claimant.id):
        known = load_registry().actors.get(claimant.id)
        if known is not None and known.kind == "government" and _is_unnamed(told):
            return None
        identity = mouth(with_organ(claimant.id, told))
        body = load_registry().actors.get(identity) or load_sources().sources.get(identity)
        return identity, body.name if body else told
    if not _has_name(told, claimant, document) and not _is_an_institution(claimant, document):
        return None
    return body_of(told, document, country) or (publisher_voice(_ARTICLE.sub("", told)).id, told)


def _has_name(told: str, claimant: Claimant, document: Document) -> bool:
    """Whether words name somebody: "Radio Mikado", "the clinic of Tarin"; not "His spokesman", "Two residents", nor
    "Field teams" at the beginning of a sentence."""
    first, *others = fold(told.split()[0]), *told.split()[1:]
    begins = re.search(r"(?:^|[.!?:;\n”\"»])\s*$", document.text[: (claimant.stands_for or claimant.span).start])
    if others and begins and told in document.text and all(word.islower() for word in others):
        return False
    named = told[:1].isupper() and (len(told.split()) <= 4 or bool(_NAME.search(told)))
    return named and first not in _PRONOUNS and not _is_unnamed(told)


_INSTITUTION: Final = re.compile(
    r"^(?:the )?(?:[\w'’-]+ ){0,4}(?:union|association|committee|council|society|syndicate|federation|hospital|clinic"
    r"|directorate|department|office|authority|municipality|network|centre|center|university|bureau|board)"
    r"(?: of| in| for| at)(?: the)? [A-Z]"
)


def _is_an_institution(claimant: Claimant, document: Document) -> bool:
    """Whether words tell the one institution of a place: "the doctors' union of Khartoum", not "a hospital in Gaza"."""
    span = claimant.stands_for or claimant.span
    one_of_many = re.search(r"\b(?:an?|one|another|some)\s$", document.text[max(0, span.start - 8) : span.start])
    return bool(_INSTITUTION.match(span.quote)) and not one_of_many


_UNNAMED: Final = re.compile(
    r"\b(?:sources?|officials?|residents?|witness(?:es)?|locals?|activists?|people|villagers?|survivors?|relatives?|famil(?:y|ies)"
    r"|neighbours?|neighbors?|medics?|nurses?|doctors?|men|women|eyewitness(?:es)?|reports?|versions?)$",
    re.IGNORECASE,
)


_TAIL: Final = re.compile(r"\s(?:in|at|near|from|who|with)\s")
"""What follows the sort of a claimant: "an official in the home department"."""


def _is_unnamed(phrase: str) -> bool:
    """Whether a phrase only says of what sort the claimants are: "two security sources", "an official in Lviv"."""
    return bool(_UNNAMED.search(_TAIL.split(phrase.strip())[0]))


@lru_cache(maxsize=65536)
def allied(one: str, other: str) -> bool:
    """Whether two parties fight on one side: one is part of the other, or the registry gives both the same side."""
    if one == other:
        return True
    a, b = load_registry().actors.get(one), load_registry().actors.get(other)
    if a is None or b is None:
        return False
    if a.parent == b.id or b.parent == a.id or (a.parent and a.parent == b.parent):
        return True
    return bool(a.side and a.side == b.side and set(a.countries) & set(b.countries))
