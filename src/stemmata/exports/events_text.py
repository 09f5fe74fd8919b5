"""Events → lines for a terminal: what happened, how it is graded and why, what each report says, who copied whom."""

from typing import TYPE_CHECKING

from stemmata.exports.wording import kind, one_line, quoted
from stemmata.merging import Merged
from stemmata.records import Copy, Count, Event, Field, Site, Told, Window

if TYPE_CHECKING:
    from rich.console import Console

MOST_VERSIONS = 4
"""Different values that a line shows; the JSON has them all."""


def print_events(merged: Merged, on: "Console") -> None:
    """Print the events and the copies."""
    if not merged.events:
        on.print("No event is reported here.")
    for event in merged.events:
        _event(event, on)
    if merged.copies:
        on.print("Copies", style="bold")
        for copy in merged.copies:
            on.print(f"  {_copy(copy)}")


def _event(event: Event, on: "Console") -> None:
    head = [kind(event.type), _said(event.field("place")), _said(event.field("when"))]
    on.print(" · ".join(part for part in head if part), style="bold")
    carried = f"{len(event.reports)} report{'s' * (len(event.reports) != 1)}"
    on.print(f"  {event.grade}: {'; '.join(map(one_line, event.reasons))} ({carried})")
    for field in event.fields:
        if field.span:
            on.print(f"  {kind(field.name)} {_count(field.span)}{_differing(field)}")
    if event.part_of:
        on.print(f"  part of {', '.join(event.part_of)}")
    for decision in event.decisions:
        on.print(f"  {one_line(decision)}")
    for told in event.reports:
        on.print(f"    {_told(told, event)}", style="dim" if told.copied_from else "")
    on.print("")


def _told(told: Told, event: Event) -> str:
    origin = next(origin.name for origin in event.origins if origin.id == told.origin)
    denied = "denies: " if told.report.status.value == "denied" else ""
    source = f", copied from {told.copied_from}" if told.copied_from else ""
    return f"{one_line(told.document)} ({one_line(origin)}{source}): {denied}{quoted(told.report.evidence.quote)}"


def _differing(field: Field) -> str:
    """The values that reports give, where they differ."""
    if len(field.versions) < 2:
        return ""
    shown = [
        f"{_count(version.value)}{' (replaced)' * version.replaced}"
        for version in field.versions[:MOST_VERSIONS]
        if isinstance(version.value, Count)
    ]
    more = len(field.versions) - MOST_VERSIONS
    return f"; told: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"


def _said(field: Field | None) -> str:
    """The chosen value in words; nothing for one that no report tells."""
    if field is None:
        return ""
    if isinstance(field.chosen, Site):
        return one_line(field.chosen.name)
    if isinstance(field.chosen, Window):
        return _window(field.chosen)
    return _count(field.chosen) if isinstance(field.chosen, Count) else one_line(field.chosen)


def _window(window: Window) -> str:
    start, end = (day.isoformat() if day else "" for day in (window.start, window.end))
    if start == end:
        return start
    return f"{start} to {end}" if start and end else f"from {start}" if start else f"until {end}"


def _count(count: Count) -> str:
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"at least {count.low}"
    return f"at most {count.high}" if count.low is None else f"{count.low} to {count.high}"


def _copy(copy: Copy) -> str:
    via = f" through {copy.via}" if copy.via else ""
    return one_line(f"{copy.copy} from {copy.source}{via} ({copy.kind}, {copy.scope}): {copy.why}")
