"""Whom a report rests on: its innermost claimant; else whom a copied passage rests on; else its publisher.

Unnamed claimants are one origin for each publisher. A body and the person who speaks for it are one; two organs of a
state, such as its police and its army, are two, of one side.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from stemmata.actors import load_registry, load_sources, resolve_claimant
from stemmata.actors.phrases import slug
from stemmata.merging.copies.credits import carried
from stemmata.places.keys import fold
from stemmata.records import Claimant, Document, Origin, Report
from stemmata.tables import CODEBOOK, read_table

PARTIES: Final = frozenset(
    (
        "government",
        "state_organ",
        "state_forces",
        "de_facto",
        "rebel",
        "political_militia",
        "communal_militia",
        "external",
    )
)
"""Kinds of actors that can be a party to a conflict."""

_OFFICE = re.compile(
    r"\b(?:press|media|information|public affairs|communications?)"
    r"\s+(?:centre|center|office|service|team|department|desk)\b"
    r"|\bspokes(?:man|woman|person)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Voice:
    """A publisher as the one who speaks: id, name, and the actor whose voice it is."""

    id: str
    name: str
    speaks_for: str | None


def voice_of(document: Document, country: str | None = None) -> Voice:
    """Who speaks where a document names nobody: the agency whose story it carries, else its publisher."""
    agency = carried(document)
    if agency:
        return Voice(agency, load_sources().sources[agency].name, load_sources().sources[agency].speaks_for)
    return publisher_voice(document.publisher or document.url or document.id, country)


@lru_cache(maxsize=65536)
def publisher_voice(name: str, country: str | None = None) -> Voice:
    """A publisher by its name; in brackets may stand the body that it speaks for.

    Args:
        name: as the document gives it.
        country: where its reports are from, ISO 3166 alpha-2: for "General Staff" and "Regional Administration".
    """
    plain = _BRACKET.sub("", name).strip() or name
    words = plain.split()
    home = _country(words[-1])
    office = _OFFICE.sub("", plain).strip(" ,")
    forms = [" ".join(words[:-1])] if home and len(words) > 1 and words[-2][-1:] not in ",f" else []
    for form in (*forms, office, plain, *_BRACKET.findall(name), *re.split(r"\s*[/,]\s*", plain)):
        match = resolve_claimant(form)
        if match:
            return Voice(_organ(match.id, plain), plain, _speaks_for(match.id))
    told = next((found for part in re.split(r",\s*|\s+of\s+(?:the\s+)?", plain) if (found := _country(part))), country)
    match = resolve_claimant(plain, country=told) if told and _organ_of(plain) else None
    if match is None and told and _organ_of(plain):
        match = load_registry().resolve("the authorities", country=told)
    if match:
        return Voice(_organ(match.id, plain), plain, _speaks_for(match.id))
    return Voice(slug(plain) or plain, plain, None)


@cache
def _countries() -> dict[str, str]:
    return {
        fold(name): row["iso2"]
        for row in read_table(CODEBOOK / "countries.csv", ("iso2", "iso3", "name", "aliases", "adjectives", "seats"))
        for name in (row["name"], *row.several("aliases"))
    }


def _country(name: str) -> str | None:
    return _countries().get(fold(name))


def origin_of(report: Report, voice: Voice) -> Origin:
    """The origin of a report.

    Args:
        report: the report.
        voice: who speaks where the report names nobody, and to whom unnamed claimants belong: the publisher, or that of
            the document from which the passage was taken.
    """
    if not report.claimant:
        return Origin(voice.id, voice.name, "publisher", voice.speaks_for)
    innermost, *relays = report.claimant
    named = _named(innermost)
    if named:
        identity, name = named
        if identity == voice.id:
            return Origin(voice.id, voice.name, "publisher", voice.speaks_for)
        return Origin(identity, name, "claimant", _speaks_for(identity.split("/")[0]))
    for relay in relays:
        if passed := _named(relay):
            return _unnamed(Voice(passed[0], passed[1], _speaks_for(passed[0].split("/")[0])))
    return _unnamed(voice)


def _unnamed(voice: Voice) -> Origin:
    if voice.speaks_for:  # whoever a party's own outlet hears is heard through the party
        return Origin(voice.id, voice.name, "unnamed", voice.speaks_for)
    return Origin(f"{voice.id}/unnamed", f"unnamed sources of {voice.name}", "unnamed", voice.speaks_for)


def _named(claimant: Claimant) -> tuple[str, str] | None:
    """The id and name of a claimant that has a name; None for "residents" and "two sources"."""
    told = (claimant.stands_for or claimant.span).quote
    if claimant.id:
        known = load_registry().actors.get(claimant.id)
        source = load_sources().sources.get(claimant.id)
        unnamed = known is not None and known.kind == "government" and _is_unnamed(told)
        if unnamed:
            return None
        name = known.name if known else source.name if source else told
        identity = _organ(claimant.id, told)
        return identity, name if identity == claimant.id else told
    if told[:1].isupper() and (len(told.split()) <= 4 or _NAME.search(told)) and not _is_unnamed(told):
        names = " ".join(word for word in told.split() if word[:1].isupper())
        return (slug(names) or fold(told), told)
    return None


_UNNAMED: Final = re.compile(
    r"\b(?:sources?|officials?|residents?|witness(?:es)?|locals?|activists?|people|villagers?|survivors?|relatives?|famil(?:y|ies)"
    r"|neighbours?|neighbors?|medics?|nurses?|doctors?|men|women|eyewitness(?:es)?|reports?)$",
    re.IGNORECASE,
)


def _is_unnamed(phrase: str) -> bool:
    """Whether a phrase only says of what sort the claimants are: "two security sources"."""
    return bool(_UNNAMED.search(phrase.strip()))


def _organ(identity: str, phrase: str) -> str:
    """The id of a state with the organ that a phrase names, so that its police and its army are told apart."""
    known = load_registry().actors.get(identity)
    if known is None or known.kind != "government":
        return identity
    words = fold(phrase)
    if _WHOLE.search(words) or any(" " in name and fold(name) in words for name in known.names):
        return identity
    organ = _organ_of(phrase)
    return f"{identity}/{organ}" if organ else identity


_WHOLE: Final = re.compile(r"\b(?:government|junta|regime)\b(?! (?:forces|troops|soldiers))")
"""Words for a state as a whole, "the military government": no organ of it is meant."""


def _organ_of(phrase: str) -> str | None:
    words = fold(phrase)
    return next((organ for pattern, organ in _organs() if pattern.search(words)), None)


@cache
def _organs(folder: Path = CODEBOOK) -> list[tuple[re.Pattern[str], str]]:
    rows = read_table(folder / "organs.csv", ("words", "organ", "name"))
    return [
        (re.compile(rf"\b(?:{'|'.join(re.escape(fold(word)) for word in row.several('words'))})\b"), row["organ"])
        for row in rows
    ]


@lru_cache(maxsize=65536)
def _speaks_for(identity: str) -> str | None:
    """The party whose voice an actor or source is: itself, or whom it speaks for."""
    source = load_sources().sources.get(identity)
    actor = load_registry().actors.get(source.speaks_for if source and source.speaks_for else identity)
    return actor.id if actor and actor.kind in PARTIES else None


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
