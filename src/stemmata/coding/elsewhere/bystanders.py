"""Tells who people are of whom no more is told than that they are people, where the report makes it sure.

By the type of the happening: whoever demonstrates is a protester, whoever flees, is given aid or is abducted a
civilian. By the place: whoever is hit in a market or at home is a civilian, unless fighters are told among them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from stemmata.actors import Registry
from stemmata.actors.people import tells_of_a_crowd, tells_of_people
from stemmata.coding.codebook import Codebook
from stemmata.coding.passages import Scene
from stemmata.coding.retelling.amending import amend
from stemmata.coding.rows import EventType
from stemmata.records import Party, Report, Why

# What tells of a part of those hit; if that part are civilians, the rest need not be.
AMONG: Final = re.compile(
    r"\b(?:including|among (?:them|whom|those)|of them|of whom|mostly|mainly)\b[^.;]*", re.IGNORECASE
)
WORD: Final = re.compile(r"[^\W\d_]+")


def identify(reports: Sequence[Report], scene: Scene) -> list[Report]:
    """The reports of a document with the ids of the people in them."""
    return [
        amend(
            report,
            initiator=tuple(_identified(party, "initiator", report, scene) for party in report.initiator),
            target=tuple(_identified(party, "target", report, scene) for party in report.target),
        )
        for report in reports
    ]


def _identified(party: Party, role: str, report: Report, scene: Scene) -> Party:
    kind = scene.codebook.types[report.type]
    alone = role == "initiator" and len(report.initiator) == 1
    if alone and party.id == "civilians" and report.type == "suicide_bombing":
        return replace(party, id=None)  # "two women blew themselves up"
    told = who_they_are(party.span.quote, party.id, role, kind, report.evidence.quote, scene.codebook, scene.registry)
    return replace(party, id=told[0], why=Why(told[1])) if told else party


def who_they_are(
    phrase: str, known: str | None, role: str, kind: EventType, passage: str, codebook: Codebook, registry: Registry
) -> tuple[str, str] | None:
    """The id and the rule for people who are told of without more; None where the report leaves it open.

    Args:
        phrase: how they are told of.
        known: their id by their words alone; only `civilians` may yet become another.
        role: `initiator` or `target`.
        kind: the type of the happening.
        passage: the words that report it.
        codebook: for the class of places.
        registry: for the words that tell of people.
    """
    by_type = kind.people.get(role)
    if by_type == "protesters":
        return (by_type, "people-of-type") if known != by_type and _may_demonstrate(phrase, known, registry) else None
    if known is not None or not tells_of_people(phrase, registry):
        return None
    if by_type:
        return by_type, "people-of-type"
    if kind.struck and role == "target" and _where_people_are(passage, codebook) and not _mixed(passage, registry):
        return kind.struck, "people-struck-at-home"
    return None


def _may_demonstrate(phrase: str, known: str | None, registry: Registry) -> bool:
    return known == "civilians" or (known is None and tells_of_a_crowd(phrase, registry))


def _where_people_are(passage: str, codebook: Codebook) -> bool:
    words = [word.casefold() for word in WORD.findall(passage)]
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    places = codebook.classes["civil_place"]
    return any(word in places or word.removesuffix("s") in places for word in (*words, *pairs))


def _mixed(passage: str, registry: Registry) -> bool:
    """Whether a part of those hit is told as fighters, or as the civilians among them."""
    among = [word.casefold() for told in AMONG.findall(passage) for word in WORD.findall(told)]
    roles = [registry.roles.get(word, frozenset()) for word in among]
    return bool({"civilian", "civilians"} & set(among)) or any(
        role & {"fighter", "organ"} and not role & {"person", "civilian"} for role in roles
    )
