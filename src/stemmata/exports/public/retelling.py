"""A report as the public may read it: the fields that a report has, each with words that may be read, and no others."""

import re
from collections.abc import Mapping
from typing import Any, Final

from stemmata.actors import load_registry, load_sources
from stemmata.actors.phrases import fold
from stemmata.case.entries import PARTIES, Told
from stemmata.coding.codebook import load_codebook
from stemmata.exports.public.explaining import Known
from stemmata.exports.public.judging import judged
from stemmata.exports.public.places import as_json
from stemmata.exports.public.quoting import Passage
from stemmata.records import Site

_KINDS: Final = ("civilians", "protesters")
_ENTRY: Final = re.compile(r"(?:geonames|wof|[a-z_]+\.csv):\d+")


def retold(told: Told, passage: Passage, document: str, known: Known, sites: Mapping[str, Site]) -> dict[str, Any]:
    """A report made anew.

    Args:
        told: the report, as docs/json.md describes it.
        passage: its passage, judged.
        document: what the public calls its document.
        known: what explains names in it.
        sites: its places as they may be told, by their words.
    """

    def span(given: Told | None) -> dict[str, Any] | None:
        return passage.span(given, document) if given else None

    def party(one: Told) -> dict[str, Any]:
        shown = span(one["span"])
        given = None if shown and is_of_a_name(one, shown["quote"]) else registered(one["id"])
        return {"span": shown, "id": given, "why": _why(one["why"])}

    def where(one: Told) -> dict[str, Any]:
        site = sites[one["span"]["quote"]]
        same = site == site_of(one)
        return {
            "span": span(one["span"]),
            "relation": one["relation"],
            **as_json(site),
            "name": None if one["name"] is None and same else site.name,
            "why": _why(one["why"]),
            "located": _why(one["located"]) if same and one["located"] else None,
            "pcode": one["pcode"] if same else None,
            "candidates": [],
        }

    def figure(one: Told) -> dict[str, Any]:
        same = {name: one[name] for name in ("measure", "low", "high", "hedge", "unit")}
        counted = judged(one["of"], known).shown() if one["of"] else ""
        return {
            "span": span(one["span"]),
            "of": counted,
            "part_of": span(one["part_of"]),
            "why": _why(one["why"]),
        } | same

    when, status, measures = told["when"], told["status"], load_codebook().measures
    days = {name: when[name] for name in ("start", "end", "anchor")} if when else {}
    return {
        "type": told["type"],
        "status": {"value": status["value"], "span": span(status["span"]), "why": _why(status["why"])},
        "trigger": {"span": span(told["trigger"]["span"]), "why": _why(told["trigger"]["why"])},
        "evidence": passage.evidence(told["evidence"], document),
        **{role: [party(one) for one in told[role]] for role in PARTIES},
        "places": [where(one) for one in told["places"]],
        "when": {"span": span(when["span"]), **days, "why": _why(when["why"])} if when else None,
        "figures": [figure(one) for one in told["figures"] if one["measure"] in measures],
        "claimant": [party(one) | {"stands_for": span(one["stands_for"])} for one in told["claimant"]],
        "known_by": told["known_by"],
        "also": [],
    }


def site_of(place: Told) -> Site:
    """A place of a report as an event holds it."""
    return site({**place, "name": place["name"] or place["span"]["quote"]})


def site(told: Told) -> Site:
    """A place of an event as a record."""
    return Site(*(told[key] for key in ("name", "country", "lat", "lon", "level", "radius_m")))


def is_registered(given: str | None) -> bool:
    """Whether an id is one of the registries of actors and sources, or stands for people of a kind."""
    return given in _KINDS or given in load_registry().actors or given in load_sources().sources


def is_of_a_name(party: Told, shown: str) -> bool:
    """Whether the id of a party was read from words that are withheld: "Jordan Paris" is no state."""
    hidden = set(fold(party["span"]["quote"]).split()) - set(fold(shown).split())
    return bool(hidden & set(fold(f"{party['id']} {registered_name(party['id'])}").split()))


def registered_name(given: str | None) -> str:
    """What the registries call an id; empty for any other."""
    known = load_registry().actors.get(given or "") or load_sources().sources.get(given or "")
    return known.name if known else ""


def registered(given: str | None) -> str | None:
    """An id of the registries; None for any other."""
    return given if is_registered(given) else None


def _why(why: Told) -> dict[str, Any]:
    """The rule, and the codebook's line without the words that it quotes."""
    entry = _ENTRY.match(why["entry"] or "")
    return {"rule": why["rule"], "entry": entry[0] if entry else None}
