"""Events and copies as JSON: `stemmata merge --json`."""

from typing import Any

from stemmata.merging import Merged
from stemmata.records import Copy, Count, Event, Field, Site, Span, Version, Window


def events_json(merged: Merged) -> dict[str, Any]:
    """The events and copies in plain values, each value with its reports, each report with its evidence."""
    return {"events": [_event(event) for event in merged.events], "copies": [_copy(copy) for copy in merged.copies]}


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "grade": event.grade,
        "reasons": list(event.reasons),
        "independent": event.independent,
        "sides": list(event.sides),
        "origins": [
            {"id": o.id, "name": o.name, "kind": o.kind, "side": o.side, "with": o.embedded_with} for o in event.origins
        ],
        "figures": {
            field.name: {"low": field.span.low, "high": field.span.high, "chosen": _plain(field.chosen)}
            for field in event.fields
            if field.span
        },
        "fields": {field.name: _field(field) for field in event.fields},
        "part_of": list(event.part_of),
        "decisions": list(event.decisions),
        "reports": [
            {
                "key": told.key,
                "doc": told.document,
                "origin": told.origin,
                "type": told.report.type,
                "status": told.report.status.value,
                "published": told.published.isoformat() if told.published else None,
                "copied_from": told.copied_from,
                "joined": list(told.joined),
                "evidence": _span(told.report.evidence),
            }
            for told in event.reports
        ],
    }


def _field(field: Field) -> dict[str, Any]:
    return {"chosen": _plain(field.chosen), "versions": [_version(version) for version in field.versions]}


def _version(version: Version) -> dict[str, Any]:
    return {
        "value": _plain(version.value),
        "reports": list(version.reports),
        "origins": list(version.origins),
        "replaced": version.replaced,
    }


def _plain(value: str | Window | Site | Count) -> Any:
    if isinstance(value, Window):
        return {
            "start": value.start.isoformat() if value.start else None,
            "end": value.end.isoformat() if value.end else None,
        }
    if isinstance(value, Count):
        return {"low": value.low, "high": value.high}
    if isinstance(value, Site):
        return {
            "name": value.name,
            "country": value.country,
            "lat": value.lat,
            "lon": value.lon,
            "level": value.level,
            "radius_m": value.radius_m,
        }
    return value


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "copy": copy.copy,
        "source": copy.source,
        "kind": copy.kind,
        "scope": copy.scope,
        "why": copy.why,
        "credit": _span(copy.credit) if copy.credit else None,
        "via": copy.via,
        "passages": [[_span(ours), _span(theirs)] for ours, theirs in copy.passages],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.quote}
