"""Events and copies as JSON, with its schema: `stemmata merge --json`.

    {"format": "stemmata/merged/1", "events": [{"id": …, "grade": …, "fields": …, "reports": […]}], "copies": […]}

The number in the format goes up when a reader of the former one could go wrong.
"""

import sys
from typing import Any, Literal

from typing_extensions import TypedDict  # pydantic reads typing's own from Python 3.12 on only

from stemmata import records
from stemmata.exports.schemas import schema_of
from stemmata.merging import Merged
from stemmata.records import Copy, CopyKind, CopyScope, Count, Event, Grade, Level, OriginKind, Site, Span, Told, Window

MERGED_FORMAT: Literal["stemmata/merged/1"] = "stemmata/merged/1"


class Days(TypedDict):
    """Days within which it happened, both inclusive, in ISO 8601; null where that side is open."""

    start: str | None
    end: str | None


class Bounds(TypedDict):
    """How many, in bounds; an open side is null."""

    low: int | None
    high: int | None


class Place(TypedDict):
    """Where it happened, no more precise than the reports say."""

    name: str
    country: str | None
    """ISO 3166 alpha-2."""
    lat: float | None
    """WGS84 degrees, as `lon`."""
    lon: float | None
    level: Level
    radius_m: int | None
    """How far from the point it may lie, in metres."""


class Words(TypedDict):
    """Words of a document, with their offsets in its text."""

    start: int
    end: int
    text: str


Plain = str | Days | Bounds | Place


class VersionTold(TypedDict):
    """One value that reports give."""

    value: Plain
    reports: list[str]
    """Keys of the reports that say so, earliest first."""
    origins: list[str]
    """Ids of the origins that say so."""
    replaced: bool
    """True where the same origins later said otherwise; kept for the history."""


class FieldTold(TypedDict):
    """All that the reports say of one thing, and the value that the event takes of it."""

    chosen: Plain
    """By the aggregation rule."""
    versions: list[VersionTold]
    """Every value with its reports, the best supported first."""


class FigureTold(TypedDict):
    """A count of an event over all its origins."""

    low: int | None
    """The smallest low over the origins, replaced values left out."""
    high: int | None
    """The largest high."""
    chosen: Bounds
    """By the aggregation rule."""


class OriginTold(TypedDict):
    """Whom reports of an event rest on. Reports with the same origin count once."""

    id: str
    """A registry id; a slug of the name; or `publisher/unnamed` for unnamed claimants."""
    name: str
    kind: OriginKind
    side: str | None
    """The party to the conflict that it is, or speaks for: a registry id."""
    embedded_with: str | None
    """The party that a reporter was with."""


class ReportTold(TypedDict):
    """A report as one of an event's."""

    key: str
    """The report's name, `document:offset of the trigger`."""
    doc: str
    """Id of its document."""
    origin: str
    """Id of the origin that it rests on."""
    type: str
    """What it says happened; a name of `codebook/types.toml`."""
    status: records.StatusName
    published: str | None
    """The document's day, in ISO 8601."""
    copied_from: str | None
    """Id of the document that the passage was taken from."""
    joined: list[str]
    """In words: why it was taken for a report of this event."""
    evidence: Words


class EventTold(TypedDict):
    """What the reports of one happening add up to."""

    id: str
    """Made of its first report's key."""
    type: str
    """A name of `codebook/types.toml`."""
    grade: Grade
    """What the reports support; it does not say what is true."""
    reasons: list[str]
    """For the grade, in words."""
    independent: int
    """How many origins stand behind it."""
    sides: list[str]
    """The parties that origins are or speak for."""
    origins: list[OriginTold]
    """Each once, in the order in which they first reported."""
    figures: dict[str, FigureTold]
    """By measure, such as `killed`."""
    fields: dict[str, FieldTold]
    """By name: `type`, `when`, `place`, `initiator`, `target`, or a measure; what no report tells is left out."""
    part_of: list[str]
    """Ids of events that take this one in: totals over a period or an area."""
    decisions: list[str]
    """In words: the persons' decisions that shaped it."""
    reports: list[ReportTold]
    """Earliest publication first."""


class CopyTold(TypedDict):
    """One document took passages from another."""

    copy: str
    """Id of the document that took them."""
    source: str
    """Id of the document that they come from."""
    kind: CopyKind
    scope: CopyScope
    why: str
    """In words: how the direction was told."""
    credit: Words | None
    """The words in the copy that name where it comes from."""
    via: str | None
    """Id of the document through which the copy came, where it did not have the source itself."""
    passages: list[tuple[Words, Words]]
    """Aligned: the words in the copy, and those in the source."""


class MergedTold(TypedDict):
    """The whole of one file."""

    format: Literal["stemmata/merged/1"]
    """Name and version of this format."""
    events: list[EventTold]
    """In the order of their first reports."""
    copies: list[CopyTold]


def events_json(merged: Merged) -> MergedTold:
    """The events and copies in plain values, each value with its reports, each report with its evidence."""
    return {
        "format": MERGED_FORMAT,
        "events": [_event(event) for event in merged.events],
        "copies": [_copy(copy) for copy in merged.copies],
    }


def merged_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `events_json` gives."""
    return schema_of(MergedTold, MERGED_FORMAT, (sys.modules[__name__],))


def _event(event: Event) -> EventTold:
    return {
        "id": event.id,
        "type": event.type,
        "grade": event.grade,
        "reasons": list(event.reasons),
        "independent": event.independent,
        "sides": list(event.sides),
        "origins": [
            {"id": one.id, "name": one.name, "kind": one.kind, "side": one.side, "embedded_with": one.embedded_with}
            for one in event.origins
        ],
        "figures": {
            field.name: {"low": field.span.low, "high": field.span.high, "chosen": _bounds(field.chosen)}
            for field in event.fields
            if field.span and isinstance(field.chosen, Count)
        },
        "fields": {field.name: _field(field) for field in event.fields},
        "part_of": list(event.part_of),
        "decisions": list(event.decisions),
        "reports": [_report(told) for told in event.reports],
    }


def _report(told: Told) -> ReportTold:
    return {
        "key": told.key,
        "doc": told.document,
        "origin": told.origin,
        "type": told.report.type,
        "status": told.report.status.value,
        "published": told.published.isoformat() if told.published else None,
        "copied_from": told.copied_from,
        "joined": list(told.joined),
        "evidence": _words(told.report.evidence),
    }


def _field(field: records.Field) -> FieldTold:
    return {"chosen": _plain(field.chosen), "versions": [_version(version) for version in field.versions]}


def _version(version: records.Version) -> VersionTold:
    return {
        "value": _plain(version.value),
        "reports": list(version.reports),
        "origins": list(version.origins),
        "replaced": version.replaced,
    }


def _plain(value: str | Window | Site | Count) -> Plain:
    match value:
        case Window(start, end):
            return {"start": start.isoformat() if start else None, "end": end.isoformat() if end else None}
        case Count():
            return _bounds(value)
        case Site(name, country, lat, lon, level, radius_m):
            return {"name": name, "country": country, "lat": lat, "lon": lon, "level": level, "radius_m": radius_m}
    return value


def _bounds(count: Count) -> Bounds:
    return {"low": count.low, "high": count.high}


def _copy(copy: Copy) -> CopyTold:
    return {
        "copy": copy.copy,
        "source": copy.source,
        "kind": copy.kind,
        "scope": copy.scope,
        "why": copy.why,
        "credit": _words(copy.credit) if copy.credit else None,
        "via": copy.via,
        "passages": [(_words(ours), _words(theirs)) for ours, theirs in copy.passages],
    }


def _words(span: Span) -> Words:
    return {"start": span.start, "end": span.end, "text": span.quote}
