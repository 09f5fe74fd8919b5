"""PLOVER 2.0 as JSON lines: one event a line, with the auxiliary modes (future, hypothetical, negation) filled.

Names by PLOVER's manual of 2024-02. Not seen in a source: the names of the quad codes' numbers. `INTENSITY` holds only
the scores that were seen.
"""

import json
from collections.abc import Sequence
from typing import Any, Final

from stemmata import __version__
from stemmata.case.entries import Entry
from stemmata.exports.described import Party, claimant_name, country_of, divisions_of, event_type, lead, party
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import join_lines
from stemmata.records import Count

QUAD: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
INTENSITY: Final = {"ASSAULT": -9.0, "ASSAULT aerial": -9.5, "RETREAT": 6.5, "RETREAT release": 6.5}
AUXILIARY: Final = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation"}
RESOLUTION: Final = {"facility": 5, "populated_place": 4, "district": 3, "region": 2, "country": 1}
TWO_SIDED: Final = ("clash",)
"""Types in which every side stands among the actors."""
ARMED: Final = (1, 2, 3, 4, 8)
SIZES: Final = {"dead": "killed", "injured": "wounded", "arrested": "captured"}


def record(entry: Entry) -> dict[str, Any]:
    """An event as a PLOVER record."""
    event, *mode = coded(entry)
    country = entry.place.country if entry.place else None
    actors, recipients = ([party(one, country) for one in entry.parties(role)] for role in ("initiator", "target"))
    if entry.type in TWO_SIDED:
        actors, recipients = [*actors, *recipients], []
    when, report = entry.when, lead(entry)
    told = {
        "id": entry.id,
        "has_event": True,
        "date": when.start.isoformat() if when.start else None,
        "enddate": when.end.isoformat() if when.end and when.end != when.start else None,
        "actor": [_entity(one) for one in actors],
        "recipient": [_entity(one) for one in recipients],
        "event": [event],
        "event_loc": _location(entry),
        "event_text": [one.told["trigger"]["span"]["quote"] for one in entry.reports],
        "quad_code": QUAD[event],
        "event_scale": INTENSITY.get(" ".join([event, *mode]), INTENSITY.get(event)),
        "mode": [*mode, *sorted(AUXILIARY[status] for status in entry.statuses & AUXILIARY.keys())],
        "context": ["military"] if any(one.inter in ARMED for one in (*actors, *recipients)) else [],
        "size": {name: _size(entry.figures[measure]) for name, measure in SIZES.items() if measure in entry.figures},
        "text": report.told["evidence"]["quote"],
        "text_info": {"start": report.told["evidence"]["start"], "end": report.told["evidence"]["end"]},
        "cite_info": {
            "citation": report.source.page,
            "title": report.source.title,
            "publication": report.source.publisher,
            "language": report.source.language,
            "coder": f"Stemmata {__version__}",
            "version": "PLOVER 2.0",
        },
        "coder": f"Stemmata {__version__}",
        "coded_date": entry.changed.date().isoformat() if entry.changed else None,
        "comment": f"{entry.grade}; according to "
        + "; ".join(claimant_name(one) for one in report.claimants or [report.source.publisher or report.source.page]),
    }
    return {name: value for name, value in told.items() if value not in (None, [], {})}


def coded(entry: Entry) -> list[str]:
    """PLOVER's event type, and its mode where it has one. Captured fighters are no arrest but an abduction."""
    told = event_type(entry).plover.split()
    targets = [party(one).inter for one in entry.parties("target")]
    doers = [party(one).inter for one in entry.parties("initiator")]
    if told == ["COERCE", "arrest"] and any(code in ARMED for code in targets) and any(code in ARMED for code in doers):
        return ["ASSAULT", "abduct"]
    return told


def leaves_out(entry: Entry) -> str | None:
    """Why an event has no place in PLOVER."""
    if not event_type(entry).plover:
        return "its type has none in PLOVER"
    if entry.when.start is None:
        return "its first day is not known, which PLOVER requires"
    if not entry.parties("initiator") and not (entry.type in TWO_SIDED and entry.parties("target")):
        return "who did it is not known, which PLOVER requires"
    return None


def _entity(one: Party) -> dict[str, Any]:
    country = country_of(one.countries[0]) if len(one.countries) == 1 else None
    told = {
        "code": country.iso3 if country else None,
        "sector": one.sector or "UNK",
        "entity_text": one.name,
        "identifier_id": one.wikidata or one.id,
        "identifier_text": "Wikidata" if one.wikidata else "Stemmata" if one.id else None,
    }
    return {name: value for name, value in told.items() if value}


def _location(entry: Entry) -> dict[str, Any]:
    place = entry.place
    if place is None:
        return {}
    country, within = country_of(place.country), divisions_of(place)
    told = {
        "extracted_place": next((one["span"]["quote"] for one in lead(entry).told["places"]), None),
        "resolved_place": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name if place.level == "populated_place" else None,
        "district": within.second,
        "province": within.first,
        "country": country.name if country else None,
        "country_code": country.iso3 if country else None,
        "resolution": RESOLUTION.get(place.level),
    }
    return {name: value for name, value in told.items() if value is not None}


def _size(count: Count) -> int | str:
    """A number, or its bounds where it has two."""
    if count.low == count.high and count.low is not None:
        return count.low
    return f"{count.low if count.low is not None else ''}-{count.high if count.high is not None else ''}"


def _piece(entries: Sequence[Entry]) -> bytes:
    return "".join(json.dumps(record(entry), ensure_ascii=False) + "\n" for entry in entries).encode()


FORMAT = Format(
    name="plover",
    ending=".jsonl",
    means="PLOVER 2.0 records, one JSON object a line",
    carries=frozenset(
        {
            "window",
            "dead",
            "hedge",
            "direction",
            "second party",
            "status",
            "claimant",
            "second claimant",
            "unresolved place",
        }
    ),
    piece=_piece,
    assemble=join_lines,
    leaves_out=leaves_out,
    notes=(
        "planned, hypothetical and denied events carry PLOVER's auxiliary modes future, hypothetical and negation.",
        "Fighting has every side among its actors; captured fighters are ASSAULT abduct.",
        "event_scale stands only where the score was seen in the manual; number ranges stand as low-high.",
    ),
)
