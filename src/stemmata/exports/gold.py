"""Coding → one line of JSONL in the shape of hand-coded documents, so that a scorer reads both alike."""

from typing import Any

from stemmata.records import Claimant, Coding, Figure, Party, Report, Span, When, Where


def as_gold(coding: Coding) -> dict[str, Any]:
    """One document's reports, every quoted text with its offsets into the document's text."""
    return {"id": coding.document.id, "reports": [_report(report) for report in coding.reports]}


def _report(report: Report) -> dict[str, Any]:
    return {
        "type": report.type,
        "status": report.status.value,
        "trigger": _words(report.trigger.span),
        "evidence": _words(report.evidence),
        "initiator": [_actor(party) for party in report.initiator],
        "target": [_actor(party) for party in report.target],
        "places": [_place(place) for place in report.places],
        "when": _when(report.when) if report.when else None,
        "figures": [_figure(figure) for figure in report.figures],
        "claimant": [_actor(claimant) for claimant in report.claimant],
    }


def _words(span: Span) -> dict[str, Any]:
    return {"text": span.quote, "start": span.start, "end": span.end}


def _actor(actor: Party | Claimant) -> dict[str, Any]:
    return {"text": actor.span.quote, "id": actor.id, "start": actor.span.start, "end": actor.span.end}


def _place(place: Where) -> dict[str, Any]:
    resolved = {"name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon}
    return {"text": place.span.quote, **resolved, "relation": place.relation, **_offsets(place.span)}


def _when(when: When) -> dict[str, Any]:
    return {
        "text": when.span.quote,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "text_start": when.span.start,
        "text_end": when.span.end,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.span.quote,
        "measure": figure.measure,
        "of": figure.of,
        "low": figure.low,
        "high": figure.high,
        "hedge": figure.hedge,
        "unit": figure.unit,
        "part_of": figure.part_of.quote if figure.part_of else None,
        **_offsets(figure.span),
    }


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
