"""What stands in a line of `stemmata export json`, with its JSON Schema."""

import sys
from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict  # pydantic reads typing's own from Python 3.12 on only

from stemmata import records
from stemmata.exports.formats.json import VERSION
from stemmata.exports.schemas import schema_of

Value = str | records.Window | records.Site | records.Count


class ReportOfEvent(TypedDict):
    """How an event holds a report."""

    key: str
    """The report's id, `R5`."""
    document: str
    """The name of its document."""
    origin: str
    """The id of the origin that it rests on."""
    published: str | None
    """The document's day, in ISO 8601."""
    copied_from: str | None
    """The name of the document that the passage was taken from."""
    joined: list[str]
    """In words: why it was taken for a report of this event."""
    words: str
    """A digest of what it says: changed words are a new report."""


class EventOfCase(TypedDict):
    """What the reports of one happening add up to, by the machine."""

    id: str
    """`E3`."""
    type: str
    """A name of `codebook/types.toml`."""
    reports: list[ReportOfEvent]
    """Earliest publication first."""
    fields: list[records.Field]
    """What the reports say; fields that none of them tells are left out."""
    origins: list[records.Origin]
    """Each once, in the order in which they first reported."""
    sides: list[str]
    """The parties that origins are or speak for, sorted."""
    grade: records.Grade
    """What the reports support; it does not say what is true."""
    reasons: list[str]
    """For the grade, in words."""
    part_of: list[str]
    """Ids of events that take this one in: totals over a period or an area."""
    decisions: list[str]
    """In words: the persons' decisions that shaped it."""


class SourceOfReport(TypedDict):
    """The document that a report stands in, as it is cited."""

    name: str
    """What spans call it."""
    page: str
    """Its address or file."""
    sha256: str
    """Of its text."""
    title: str | None
    publisher: str | None
    published: str | None
    """In ISO 8601."""
    language: str | None
    """ISO 639-1 code."""
    author: str | None


class ReportOfCase(TypedDict):
    """A report of an event, with where it stands."""

    id: str
    """`R5`."""
    origin: str
    """The id of the origin that it rests on."""
    source: SourceOfReport
    copied_from: str | None
    """The name of the document that the passage was taken from."""
    told: records.Report
    """All of it."""
    coded: NotRequired[records.MadeWith | None]
    """What read it out of the document; missing in files of former versions."""


class DecisionOfCase(TypedDict):
    """What a person decided about an event."""

    number: int
    kind: records.DecisionKind
    author: str
    time: str
    """In UTC."""
    reason: str | None
    """Why; None where nobody said."""
    field: str | None
    """Of an `edit`: the name of the field."""
    value: Value | None
    """Of an `edit` the value that holds from then on, of a `grade` the grade."""


class Line(TypedDict):
    """An event as it leaves a case: one line of the file."""

    format: Literal["stemmata/events/1"]
    """Name and version of this format."""
    id: str
    """What people call it, `E3`."""
    number: int
    event: EventOfCase
    """What the machine says."""
    held: dict[str, Value | None]
    """By field, the value that holds: persons' decisions laid over the machine's."""
    grade: records.Grade
    """The grade that holds."""
    reports: list[ReportOfCase]
    decisions: list[DecisionOfCase]
    """Those that hold and are about it."""
    copies: list[records.Copy]
    """Between the documents of its reports."""
    flag: str | None
    """What a person should look at."""
    changed: str | None
    """When a run last changed it, in UTC."""
    has_parts: bool
    """Whether other events are parts of it: it is a total, and counts what they count."""


def line_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a line."""
    return schema_of(Line, VERSION, (sys.modules[__name__], records))
