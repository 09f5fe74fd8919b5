"""Publishers as those who speak: whose voice an outlet, a press office or a page of claims is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from stemmata.actors import load_registry, load_sources, resolve_claimant
from stemmata.actors.phrases import slug, tokens, word_roles
from stemmata.actors.registry import Match
from stemmata.merging.copies.credits import carried
from stemmata.merging.organs import INDEPENDENT, organ_of, with_organ
from stemmata.places.keys import fold
from stemmata.records import Document
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
        return Voice(mouth(agency), load_sources().sources[agency].name, speaks_for(agency))
    return publisher_voice(document.publisher or document.url or document.id, country)


@lru_cache(maxsize=65536)
def publisher_voice(name: str, country: str | None = None) -> Voice:
    """A publisher by its name; in brackets may stand the body that it speaks for.

    Args:
        name: as the document gives it.
        country: where its reports are from, ISO 3166 alpha-2: for "General Staff" and "Regional Administration".
    """
    plain = _BRACKET.sub("", name).strip() or name
    found = next((match for form in _forms(name, plain) if (match := _known(form))), None)
    if found is None and _is_office(plain):
        told = next((c for part in re.split(r",\s*|\s+of\s+(?:the\s+)?", plain) if (c := _country(part))), country)
        found = resolve_claimant(plain, country=told) if told else None
        if told and organ_of(plain) and found is None:
            found = load_registry().resolve("the authorities", country=told)
    if found is None or found.rule == "source-by-its-kind":
        return Voice(slug(plain) or plain, plain, None)
    identity = mouth(with_organ(found.id, plain))
    return Voice(identity, plain, speaks_for(identity))


def _forms(name: str, plain: str) -> Iterator[str]:
    """The names that a publisher's may hold, the most telling first: without its country and its press office."""
    words = plain.split()
    for at in range(1, len(words)):
        if words[at - 1][-1:] not in ",f" and _country(" ".join(words[at:])):
            yield " ".join(words[:at])
    yield _OFFICE.sub("", plain).strip(" ,")
    yield plain
    yield from _BRACKET.findall(name)
    yield from re.split(r"\s*[/,]\s*", plain)


def _known(form: str) -> Match | None:
    """What a name is in the tables; a state only where the name is one of its offices, and no paper of that country."""
    match = resolve_claimant(form)
    if match is None or match.rule == "source-by-its-kind":
        return None
    return match if match.rule not in ("state-name", "state-of-country") or _is_office(form) else None


def _is_office(name: str) -> bool:
    """Whether words of a name are those of a state's: a ministry, a command, an army."""
    roles = word_roles(CODEBOOK)
    told = [roles.get(token.folded, frozenset()) for token in tokens(name)]
    return bool(organ_of(name)) or _country(name) is not None or any(
        "organ" in those or "title" in those or ("arm" in those and "outlet" not in those) for those in told
    )  # fmt: skip


@cache
def _countries() -> dict[str, str]:
    return {
        fold(name): row["iso2"]
        for row in read_table(CODEBOOK / "countries.csv", ("iso2", "iso3", "name", "aliases", "adjectives", "seats"))
        for name in (row["name"], *row.several("aliases"))
    }


def _country(name: str) -> str | None:
    return _countries().get(fold(name))


@lru_cache(maxsize=65536)
def speaks_for(identity: str) -> str | None:
    """The party whose voice an actor, an organ or a source is: itself, or whom it speaks for."""
    body, _, organ = identity.partition("/")
    source = load_sources().sources.get(body)
    actor = load_registry().actors.get(source.speaks_for if source and source.speaks_for else body)
    return actor.id if actor and actor.kind in PARTIES and organ not in INDEPENDENT else None


@lru_cache(maxsize=65536)
def mouth(identity: str) -> str:
    """The id of the one who speaks: an armed group's own outlet is its mouth, and a state's news agency is not."""
    source = load_sources().sources.get(identity)
    actor = load_registry().actors.get(source.speaks_for or "") if source else None
    return actor.id if actor and actor.kind in PARTIES and actor.kind != "government" else identity
