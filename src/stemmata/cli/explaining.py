"""What `stemmata why` says of each value: the words in their sentence, the rule, and the entry with its line."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from stemmata.case.rows import as_record
from stemmata.errors import UnknownName
from stemmata.exports import FIELDS, Value, reason, values
from stemmata.exports.wording import kind, one_line, said
from stemmata.records import Document, Report

if TYPE_CHECKING:
    from stemmata.case import Shown

AROUND = 60
"""Characters of text shown on either side of the words."""
WIDTH = 100


def explanation(document: Document, report: Report, number: str, field: str, found: Sequence[Value]) -> str:
    """The field's values of one report, each with its reason."""
    title = one_line(document.title or document.source)
    lines = [f"Report {number}: {kind(report.type)}, {report.status.value}. {title}", ""]
    if not found:
        lines.append(f"{FIELDS[field]}: not told.")
    for value in found:
        lines += [*_value(document, field, value), ""]
    return "\n".join(lines).rstrip()


EVENT_FIELDS = {"type": "type", "when": "when", "place": "places", "initiator": "initiator", "target": "target"}
"""A field of an event → that of its reports; measures are in `figures`."""


def event_explanation(shown: "Shown", field: str) -> str:
    """Why an event has a value: every report that tells it, with its words, and what people decided.

    Raises:
        UnknownName: the event has no such field; the message lists those that it has.
    """
    event = shown.event
    if field == "grade":
        return "\n".join(
            [f"E{shown.number}: {event.grade}", "", *(f"  {one_line(reason)}" for reason in event.reasons)]
        )
    told = event.field(field)
    if told is None:
        known = ", ".join([*(one.name for one in event.fields), "grade"])
        raise UnknownName(f"E{shown.number} has no {field!r}; what its reports tell is: {known}.")
    lines = [f"E{shown.number}: {kind(field)} is {said(as_record(told.chosen))}", ""]
    for one in shown.decisions:
        if one.kind == "edit" and one.field == field:
            lines += [f"{one.author} decided {said(one.value)}: {one_line(one.reason or '')}", ""]
    for version in told.versions:
        for key in version.reports:
            kept = shown.reports[key]
            lines.append(f"{key} says {said(as_record(version.value))}:")
            for value in values(kept.report, EVENT_FIELDS.get(field, "figures")):
                lines += _value(kept.document, EVENT_FIELDS.get(field, "figures"), value)
            lines.append("")
    return "\n".join(lines).rstrip()


def _value(document: Document, field: str, value: Value) -> Iterator[str]:
    yield f"{FIELDS[field]}: {value.said}" + (f" ({value.note})" if value.note else "")
    yield _line("words", f"{_in_context(document, value)}, characters {value.span.start} to {value.span.end}")
    if value.why is None:
        yield _line("rule", "none: these are the words that the report was read from")
        return
    for each in (value.why, *value.also):
        why = reason(each)
        yield _line("rule", f"{why.rule}: {why.says}")
        if why.entry:
            yield _line("entry", why.entry)
        if why.content:
            yield _line("", one_line(why.content))


def _in_context(document: Document, value: Value) -> str:
    span, text = value.span, document.text
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    words = f"{before}[{text[span.start : span.end]}]{after}"
    return f"“{'…' if span.start > AROUND else ''}{one_line(words)}{'…' if span.end + AROUND < len(text) else ''}”"


def _line(name: str, told: str) -> str:
    return textwrap.fill(told, WIDTH, initial_indent=f"  {name:<7}", subsequent_indent=" " * 9, break_on_hyphens=False)
