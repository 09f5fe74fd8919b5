"""A report as a list of values, each with its words and its reason: what the table, the page and `why` show."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemmata.errors import UnknownName
from stemmata.exports import wording
from stemmata.records import Party, Report, Span, Why

FIELDS = {
    "type": "what",
    "status": "status",
    "trigger": "named by",
    "initiator": "who",
    "target": "whom",
    "places": "where",
    "when": "when",
    "figures": "figures",
    "claimant": "said by",
    "evidence": "evidence",
}
"""The fields of a report, with what people are shown for each."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a report, in words, with the words it was read from."""

    said: str
    note: str
    """What goes with it: an actor's id, a place's precision, whom a figure counts; may be empty."""
    span: Span
    why: Why | None
    """None for the evidence, which is the passage itself."""
    also: tuple[Why, ...] = ()
    """Further reasons: how a place was located."""


def known_field(name: str) -> str:
    """The name, if it is that of a field.

    Raises:
        UnknownName: it is not; the message lists those that are.
    """
    if name not in FIELDS:
        raise UnknownName(f"There is no field {name!r}; the fields are: {', '.join(FIELDS)}.")
    return name


def values(report: Report, field: str) -> tuple[Value, ...]:
    """The values of one field, none where the document does not tell it.

    Raises:
        UnknownName: no field of that name.
    """
    return tuple(_values(report, known_field(field)))


def _values(report: Report, field: str) -> Iterator[Value]:
    match field:
        case "type":
            yield Value(wording.kind(report.type), "", report.trigger.span, report.trigger.why)
        case "status":
            yield Value(report.status.value, "", report.status.span, report.status.why)
        case "trigger":
            yield Value(wording.one_line(report.trigger.span.quote), "", report.trigger.span, report.trigger.why)
        case "initiator" | "target":
            parties: tuple[Party, ...] = getattr(report, field)
            yield from (Value(wording.one_line(p.span.quote), p.id or "", p.span, p.why) for p in parties)
        case "claimant":
            yield from (
                Value(wording.one_line(c.span.quote), wording.speaks(c), c.span, c.why) for c in report.claimant
            )
        case "places":
            for place in report.places:
                located = (place.located,) if place.located else ()
                yield Value(wording.place(place), wording.precision(place), place.span, place.why, located)
        case "when":
            if when := report.when:
                yield Value(wording.window(when.start, when.end), wording.told(when), when.span, when.why)
        case "figures":
            yield from (Value(wording.count(f), wording.counted(f), f.span, f.why) for f in report.figures)
        case "evidence":
            for span in (report.evidence, *report.also):
                yield Value(wording.one_line(span.quote), "", span, None)
