"""The tables of a case. The comments are the documentation: docs/generate.py makes a page of them.

    capture → document → report → event
       page ↗    coding ↗    decision ↗

What a machine said (coding, report, event, copy) is replaced by the next run; what came in (capture, document) and what
a person decided (decision) is only ever added to. The state of a case is a function of these tables and `case.toml`.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.sqlite import REAL
from sqlalchemy.types import TypeEngine

from stemmata.case.columns import Day, Json, Moment

VERSION = "0005"
"""The migration that makes the tables as they stand here."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
REAL_NUMBER: TypeEngine[float] = Double().with_variant(REAL(), "sqlite")
LONG_NUMBER: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")


def _table(name: str, means: str, *parts: Any, **more: Any) -> Table:
    return Table(name, metadata, *parts, comment=means, sqlite_strict=True, **more)


def _number(means: str) -> Column[Any]:
    return Column("id", Integer, primary_key=True, comment=means)


def _to(name: str, target: str, means: str, *, needed: bool = True, **more: Any) -> Column[Any]:
    return Column(name, ForeignKey(target), nullable=not needed, comment=means, **more)


def _words(name: str, means: str, *, needed: bool = False, **more: Any) -> Column[Any]:
    return Column(name, Text, nullable=not needed, comment=means, **more)


def _day(name: str, means: str) -> Column[Any]:
    return Column(name, Day, comment=means)


def _moment(name: str, means: str, *, needed: bool = False) -> Column[Any]:
    return Column(name, Moment, nullable=not needed, comment=means)


def _record(name: str, means: str, *, needed: bool = True) -> Column[Any]:
    return Column(name, Json, nullable=not needed, comment=means)


def _count(name: str, means: str, *, needed: bool = True) -> Column[Any]:
    return Column(name, Integer, nullable=not needed, comment=means)


capture = _table(
    "capture",
    "Bytes as they came: immutable evidence, kept as a WARC file.",
    _number("Counts up."),
    _words("sha256", "Of the bytes, in hexadecimal.", needed=True, index=True),
    _words("source", "The path or address that it came from.", needed=True),
    _words("file", "The WARC file that holds the bytes, below the captures' folder.", needed=True, unique=True),
    _words("content_type", "As the server or the file's ending said."),
    _moment("fetched", "When it was fetched; empty for a file, whose age says nothing."),
    _record("hops", "The addresses that redirects led through.", needed=True),
    _moment("added", "When it was added, by this machine's clock.", needed=True),
)

page = _table(
    "page",
    "What stays the same while its text is edited: an address, a file, or one of a file of documents.",
    _number("Counts up."),
    _words("name", "The address; or the path, with # and the document's own id behind it.", needed=True, unique=True),
)

document = _table(
    "document",
    "The text frozen from a capture. An edited page is a new document of its page, beside the old one.",
    _number("Counts up."),
    _words(
        "name", "16 digits made of the page, the version and the text: what spans call it.", needed=True, unique=True
    ),
    _to("page", "page.id", "The page that it is a version of."),
    _count("version", "1 for the first, then counting up in the order of adding."),
    _words("state", "`current`, `replaced` by a later version, or `withdrawn` by its publisher.", needed=True),
    _to("capture", "capture.id", "The bytes that it was read from."),
    _words("given_id", "The id that a file of documents gave it."),
    _words("sha256", "Of the text in UTF-8, in hexadecimal.", needed=True),
    _words(
        "digest", "Of the text and all that is told about it: what changes when there is a new version.", needed=True
    ),
    _words("title", "As the page tells it."),
    _words("publisher", "As the page, or the one who added it, tells it."),
    _day("published", "The day of publication where it was told."),
    _words("language", "ISO 639-1 code."),
    _words("text", "Canonical text; all offsets count in its characters.", needed=True),
    _record("record", "The rest: author, address, dates with the places they were read from, blocks, links, media."),
    _moment("added", "When it was added, by this machine's clock.", needed=True),
    CheckConstraint("state IN ('current', 'replaced', 'withdrawn')", name="state"),
    UniqueConstraint("page", "version"),
    Index(
        "ix_document_current",
        "page",
        unique=True,
        sqlite_where=text("state = 'current'"),
        postgresql_where=text("state = 'current'"),
    ),
    Index("ix_document_capture", "capture"),
    Index("ix_document_published", "published"),
    Index(
        "ix_document_former", "id", sqlite_where=text("state <> 'current'"), postgresql_where=text("state <> 'current'")
    ),
)

run = _table(
    "run",
    "One call of `stemmata run`.",
    _number("Counts up."),
    _moment("started", "By this machine's clock.", needed=True),
    _moment("ended", "Empty while it goes on, and for good where it was interrupted."),
    _words("merged", "Digest of the rules that the events were made by; empty where the run did not come to that."),
    _count("decided", "The last decision that the events knew of.", needed=False),
)

coding = _table(
    "coding",
    "That a document was coded, and what with.",
    Column("document", ForeignKey("document.id"), primary_key=True, comment="The document."),
    _to("run", "run.id", "The run that did it.", index=True),
    _words("stemmata", "Version of the program.", needed=True),
    _words("codebook", "Digest of the codebook's files.", needed=True),
    _words("model", "Fingerprint of the language model.", needed=True),
    _count("prints", "How many prints of its text are kept; empty until it was looked at for copies.", needed=False),
    _words("region", "The countries of the case's region that the coder was told, by code; empty where it was none."),
    Index("ix_coding_unprinted", "document", sqlite_where=text("prints IS NULL"),
          postgresql_where=text("prints IS NULL")),
)  # fmt: skip

report = _table(
    "report",
    "What one claimant says, in one document, about one event. Written R1, R2, … by the commands.",
    _number("Counts up; kept when the same words are coded again."),
    _to("document", "document.id", "The document."),
    _words("key", "Made of the page and the report's own words, so that decisions find it again.", needed=True),
    _count("position", "The order in the document, from 0."),
    _words("type", "A type of the codebook.", needed=True),
    _words("status", "happened, ongoing, planned, denied or hypothetical.", needed=True),
    _day("starts", "First day of the window that is told."),
    _day("ends", "Last day of it."),
    _words("quote", "The passage that tells it.", needed=True),
    _record("record", "All of it, as docs/json.md describes a Report."),
    UniqueConstraint("document", "key"),
    Index("ix_report_key", "key"),
)

event = _table(
    "event",
    "What the reports of one happening add up to. Written E1, E2, … by the commands.",
    _number("Counts up; an event keeps its number as long as most of its reports stay together."),
    _words("type", "A type of the codebook, as chosen from the reports.", needed=True, index=True),
    _day("starts", "First day."),
    _day("ends", "Last day."),
    _words("place", "Name of the place."),
    _words("country", "ISO 3166 alpha-2."),
    Column("lat", REAL_NUMBER, comment="WGS84 degrees."),
    Column("lon", REAL_NUMBER, comment="WGS84 degrees."),
    _count("radius_m", "How far from the point it may lie, in metres.", needed=False),
    _words("grade", "confirmed, corroborated, single, contested or retracted, as computed.", needed=True),
    _count("independent", "How many independent origins its reports have."),
    _words("flag", "What a person should look at: support that was lost, a change after it was accepted."),
    _record("record", "All of it, as docs/json.md describes an Event."),
    Index("ix_event_starts", "starts"),
)

event_report = _table(
    "event_report",
    "Which reports an event is made of.",
    _to("event", "event.id", "The event."),
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), unique=True, nullable=False,
           comment="The report; it is of one event."),
    PrimaryKeyConstraint("event", "report"),
)  # fmt: skip

event_part = _table(
    "event_part",
    "Which events lie within a total over a period.",
    _to("part", "event.id", "The event."),
    _to("whole", "event.id", "The total.", index=True),
    PrimaryKeyConstraint("part", "whole"),
)

report_cell = _table(
    "report_cell",
    "Where and when the reports of events stand, so that a run finds the neighbours of a new one.",
    Column(
        "cell", LONG_NUMBER, nullable=False, comment="A digest of a day with a place on a grid, a country or a word."
    ),
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True, comment="The report."),
    PrimaryKeyConstraint("cell", "report"),
    sqlite_with_rowid=False,
)

event_change = _table(
    "event_change",
    "What each run changed in the events. Only added to.",
    _number("Counts up."),
    _to("run", "run.id", "The run.", index=True),
    _count("event", "The event's number; the event itself may be gone."),
    _words("kind", "`new`, `changed`, `lost support` or `gone`.", needed=True),
    _record("told", "The reports that came and went, and the values that changed, each with the old and the new."),
    Index("ix_event_change_event", "event"),
)

copy = _table(
    "copy",
    "That passages of one document come from another.",
    _number("Counts up."),
    _to("copy", "document.id", "The document that copies.", index=True),
    _to("source", "document.id", "The document that it copies.", index=True),
    _words("kind", "verbatim, edited or paraphrase.", needed=True),
    _count("near", "1; 0 where both only have it from a third, and it is told nowhere."),
    _record("record", "All of it, as docs/json.md describes a Copy, with the aligned passages."),
)

document_print = _table(
    "document_print",
    "Runs of words of coded documents, so that a run finds those that share passages with a new one.",
    Column("print", LONG_NUMBER, nullable=False, comment="A digest of four words that follow each other."),
    Column("document", ForeignKey("document.id"), nullable=False, comment="The document."),
    PrimaryKeyConstraint("print", "document"),
    sqlite_with_rowid=False,
)

decision = _table(
    "decision",
    "What a person decided. Only added to: undoing is a decision of its own.",
    _number("Counts up; the order of decisions, whatever the clock said."),
    _words("kind", "accept, reject, edit, merge, split, grade, note or undo.", needed=True),
    _words("author", "Who decided.", needed=True),
    _moment("time", "By the clock of the author's machine.", needed=True),
    _words("reason", "Why."),
    _words("field", "The field that an edit sets."),
    _record("value", "What an edit, a grade or a note sets.", needed=False),
    _record("seen", "What the machine said when it was decided.", needed=False),
    _to("undoes", "decision.id", "The decision that this one takes back.", needed=False, unique=True),
    CheckConstraint("kind IN ('accept', 'reject', 'edit', 'merge', 'split', 'grade', 'note', 'undo')", name="kind"),
)

decision_report = _table(
    "decision_report",
    "The reports that a decision is about, by their keys: events are recomputed, words stay.",
    _to("decision", "decision.id", "The decision."),
    _words("key", "The report's key; that report may be gone.", needed=True, index=True),
    _words("part", "`report` where the report itself was named, `event` where its event was; `apart` in a split.",
           needed=True),
    PrimaryKeyConstraint("decision", "key"),
)  # fmt: skip

problem = _table(
    "problem",
    "What failed, with what to do. A problem goes when its cause does.",
    _number("Counts up."),
    _words("source", "What it happened to, as the user named it.", needed=True),
    _to("document", "document.id", "The document that could not be coded.", needed=False, index=True),
    _words("stage", "capture, read or code.", needed=True),
    _words("code", "A stable word.", needed=True),
    _words("message", "What happened, and what to do.", needed=True),
    _moment("time", "When, by this machine's clock.", needed=True),
)

VIEWS = {
    "report_figure": (
        "The figures of all reports, one a row.",
        ("figures",),
        {"measure": "measure", "of_whom": "of", "low": "low", "high": "high", "hedge": "hedge", "unit": "unit"},
    ),
    "report_place": (
        "The places of all reports, one a row.",
        ("places",),
        {"name": "name", "relation": "relation", "country": "country", "lat": "lat", "lon": "lon", "level": "level",
         "radius_m": "radius_m"},
    ),
    "report_party": ("Who did it and to whom, one party a row.", ("initiator", "target"), {"party": "id"}),
    "report_claimant": ("Who says so, one claimant a row, innermost first.", ("claimant",), {"claimant": "id"}),
}  # fmt: skip
"""View → what it shows, the lists of a Report that it opens up, and column → key. Each also has `report`, `role` (the
list's name), `nth`, and the words: `quote`, `first` and `past` (offsets in the document's text), `rule`."""

NUMBERS = {
    "low": "BIGINT",
    "high": "BIGINT",
    "radius_m": "BIGINT",
    "lat": "DOUBLE PRECISION",
    "lon": "DOUBLE PRECISION",
}
"""The columns of views that are numbers; all others are words."""
