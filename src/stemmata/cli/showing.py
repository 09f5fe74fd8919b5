"""What `stemmata show` prints of an event and of a report."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stemmata.case import Change, Kept, Shown
from stemmata.case.rows import as_record
from stemmata.cli.decisions import decision_line
from stemmata.exports import FIELDS, values
from stemmata.exports.wording import day, kind, one_line, quoted, said
from stemmata.records import Event, Field, Told

LONGEST_QUOTE = 160
"""Characters of evidence shown in the tree; `stemmata show R5` shows all of it."""


def event_as_json(shown: Shown) -> str:
    """An event with all that belongs to it, as JSON."""
    told = {
        "event": as_record(shown.event),
        "holds": shown.columns,
        "documents": {name: f"D{kept.document_number}" for name, kept in shown.reports.items()},
        "copies": [as_record(one) for one in shown.copies],
        "decisions": [as_record(one) for one in shown.decisions],
        "changes": [as_record(one) for one in shown.changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, default=str)


def event_lines(shown: Shown) -> Iterator[str]:
    """An event for a terminal: values, grade, the family tree of its reports, decisions, changes."""
    event, columns = shown.event, shown.columns
    yield f"E{shown.number}: {kind(columns['type'])}, {columns['grade']}"
    if columns["flag"]:
        yield f"  ! {columns['flag']}"
    yield ""
    edits = {one.field: one for one in shown.decisions if one.kind == "edit"}
    for field in event.fields:
        yield from _field(field, event)
        if edit := edits.pop(field.name, None):
            yield f"{'':13}{edit.author} decided: {said(edit.value)}"
    for name, edit in edits.items():
        yield f"  {kind(name or ''):<11}{edit.author} decided: {said(edit.value)}"
    yield f"  {'grade':<11}{event.grade}: {one_line('; '.join(event.reasons))}"
    for grade in (one for one in shown.decisions if one.kind == "grade"):
        yield f"{'':13}{grade.author} decided: {grade.value}"
    if event.part_of:
        yield f"  {'part of':<11}{', '.join(event.part_of)}"
    yield from ["", "Reports, by whom they rest on"]
    yield from _tree(shown)
    if shown.decisions:
        yield from ["", "Decisions", *(f"  {decision_line(one)}" for one in shown.decisions)]
    if shown.changes[1:]:
        yield from ["", "Changes", *(f"  {change_line(one)}" for one in shown.changes[1:])]


def _field(field: Field, event: Event) -> Iterator[str]:
    """A field's value, and under it the values that reports tell otherwise."""
    names = {origin.id: one_line(origin.name) for origin in event.origins}
    yield f"  {kind(field.name):<11}{said(as_record(field.chosen))}"
    for version in field.versions if len(field.versions) > 1 else ():
        who = ", ".join(names.get(origin, origin) for origin in version.origins)
        later = ", said otherwise later" if version.replaced else ""
        yield f"{'':13}{said(as_record(version.value))}: {who} ({', '.join(version.reports)}){later}"


def _tree(shown: Shown) -> Iterator[str]:
    """Who had it from whom: under each origin its reports, under each report those that were copied from it."""
    event = shown.event
    inside = {told.document for told in event.reports}
    for origin in event.origins:
        side = f", {origin.side}" if origin.side else ""
        yield f"  {one_line(origin.name)}{side}"
        own = [told for told in event.reports if told.origin == origin.id]
        roots = [told for told in own if told.copied_from not in inside]
        for told in roots:
            yield from _branch(told, own, shown, 4, set())


def _branch(told: Told, own: Sequence[Told], shown: Shown, indent: int, seen: set[str]) -> Iterator[str]:
    seen.add(told.key)
    document = shown.reports[told.key].document
    name = one_line(document.publisher or document.title or document.source)
    when = f", {day(told.published)}" if told.published else ""
    copied = ""
    if told.copied_from:
        way = next((c for c in shown.copies if (c.copy, c.source) == (told.document, told.copied_from)), None)
        copied = f", copied{f' ({way.kind})' if way else ''}"
    quote = told.report.evidence.quote
    short = quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…"
    denied = "" if told.report.status.value == "happened" else f" [{told.report.status.value}]"
    yield f"{' ' * indent}{told.key}  {name}{when}{copied}{denied}: {quoted(short)}"
    for other in own:
        if other.copied_from == told.document and other.key not in seen:
            yield from _branch(other, own, shown, indent + 2, seen)


def change_line(change: Change) -> str:
    """What a run changed in an event, in one line."""
    told: list[str] = []
    came, went = change.told.get("came", []), change.told.get("went", [])
    told += [f"{', '.join(came)} came"] if came else []
    told += [f"{', '.join(went)} went"] if went else []
    told += [f"{old} was edited and is {new} now" for old, new in change.told.get("edited", [])]
    told += [_lost(one) for one in change.told.get("lost", [])]
    told += [
        f"{kind(name)} was {said(old) or 'not told'}, is {said(new) or 'not told'}"
        for name, (old, new) in change.told.get("values", {}).items()
    ]
    return one_line(f"{change.kind}: {'; '.join(told)}")


def _lost(one: Mapping[str, Any]) -> str:
    quote = f", which said “{one['quote'][:LONGEST_QUOTE]}”" if one.get("quote") else ""
    return f"{one['report']} is of a page that was {one['why']}{quote}"


def report_as_json(kept: Kept) -> str:
    """A report with where it stands, as JSON."""
    told = {"report": f"R{kept.number}", "document": f"D{kept.document_number}", "values": as_record(kept.report)}
    return json.dumps(told, ensure_ascii=False, indent=1)


def report_lines(kept: Kept) -> Iterator[str]:
    """A report for a terminal: every value in words."""
    document = kept.document
    yield f"R{kept.number}, in D{kept.document_number}: {one_line(document.title or document.source)}"
    for field, shown in FIELDS.items():
        for value in values(kept.report, field):
            note = f" ({value.note})" if value.note else ""
            yield f"  {shown:<11}{value.said}{note}"
