"""Confidential sources: whatever rests on one, names one or was copied from one is left out.

Events are made anew of what is left.
"""

import re
from dataclasses import replace

from stemmata.actors.phrases import fold
from stemmata.case.entries import Cited, Entry
from stemmata.case.rows import as_record, from_record
from stemmata.exports.public.texts import texts_of
from stemmata.merging.disagreement import fields_of
from stemmata.merging.grade import grade_of
from stemmata.records import Origin, Report, Rule, Told


def without(entry: Entry, confidential: tuple[str, ...], rule: Rule) -> Entry | None:
    """The event without the reports of confidential sources; None where nothing is left.

    What persons decided about the whole event is left out with them.

    Args:
        entry: the event.
        confidential: names, ids or addresses, or parts of these.
        rule: how the event chooses among the values that are left.
    """
    names = {one["id"]: one["name"] for one in entry.event["origins"]}
    barred = [one for one in entry.reports if _is_of(one, names.get(one.origin, ""), confidential)]
    gone = {one.source.name for one in barred}
    kept = tuple(one for one in entry.reports if one not in barred and one.copied_from not in gone)
    if not kept:
        return None
    return entry if len(kept) == len(entry.reports) else _anew(entry, kept, rule)


def _is_of(report: Cited, origin: str, confidential: tuple[str, ...]) -> bool:
    """Whether some text of a report, or of where it stands, holds one of these names."""
    texts = [origin, *texts_of(report)]
    folded = [f" {fold(text)} " for text in texts]
    for name in confidential:
        exact = re.search(r"[^\w\s'’-]", name) and any(name.casefold() in text.casefold() for text in texts)
        if exact or (fold(name) and any(f" {fold(name)} " in text for text in folded)):
            return True
    return False


def _anew(entry: Entry, kept: tuple[Cited, ...], rule: Rule) -> Entry:
    """The event made of fewer reports."""
    told = tuple(
        Told(one.id, one.source.name, from_record(Report, dict(one.told)), one.origin, one.source.published)
        for one in kept
    )
    origins = {
        one["id"]: from_record(Origin, one)
        for one in entry.event["origins"]
        if any(report.origin == one["id"] for report in kept)
    }
    fields = [as_record(one) for one in fields_of(told, rule)]
    grade, reasons = grade_of(told, origins)
    kinds = [report.told["type"] for report in kept]
    kind = entry.event["type"] if entry.event["type"] in kinds else kinds[0]
    keys = {one.id for one in kept}
    event = {
        **entry.event,
        "type": kind,
        "reports": [one for one in entry.event["reports"] if one["key"] in keys],
        "fields": fields,
        "origins": [as_record(one) for one in origins.values()],
        "sides": sorted({one.side for one in origins.values() if one.side}),
        "grade": grade,
        "reasons": list(reasons),
        "decisions": [],
    }
    held = {one["name"]: one["chosen"] for one in fields} | {"type": kind}
    return replace(entry, event=event, held=held, grade=grade, reports=kept, decisions=(), copies=(), flag=None)
