"""The nouns of Stemmata: immutable records that every stage hands to the next.

    Capture → Document → Report
                 Report holds Trigger, Status, Party, Where, When, Figure, Claimant
                 each of them holds a Span (the words) and a Why (the rule that read them)

Nothing here does I/O. Offsets count Python characters (Unicode code points) of `Document.text`,
start inclusive, end exclusive. Days are `datetime.date`; an unknown side of a window is None.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

BlockKind = Literal["headline", "byline", "heading", "paragraph", "quote", "list_item", "caption", "embedded_post"]
DateKind = Literal["published", "updated", "dateline"]
StatusName = Literal["happened", "ongoing", "planned", "denied", "hypothetical"]
Relation = Literal["at", "near", "toward", "from", "in_area"]
Hedge = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Unit = Literal["people", "families", "things"]
Level = Literal["facility", "populated_place", "district", "region", "country", "area", "unknown"]


# ---------------------------------------------------------------------------------------------- evidence


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came; immutable evidence."""

    sha256: str
    """Of `body`, in hexadecimal: the capture's identity."""
    source: str
    """Where it came from: a path, an address, or `-` for standard input."""
    body: bytes
    """The bytes, decompressed as the transport demands and otherwise untouched."""
    content_type: str | None = None
    """As the server or the file's ending said; a hint, never trusted."""
    fetched: datetime | None = None
    """When it was fetched, in UTC; None for a file, whose age says nothing."""
    hops: tuple[str, ...] = ()
    """The addresses that redirects led through, first to last: provenance of a fetched page."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document's text with one role on the page."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DatedMark:
    """A date of the document itself, with the place on the page that it was read from."""

    kind: DateKind
    day: date
    read_from: str
    """For instance `meta article:published_time`, `time element`, `text`, `given by the user`."""
    raw: str
    """The words or attribute value as they stood."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text frozen from one capture. All spans index into `text`, which never changes."""

    id: str
    """Stable: given by the input, else the first 16 digits of the text's hash."""
    text: str
    """Canonical text; offsets count in it."""
    sha256: str
    """Of `text` in UTF-8: a new cleaning is a new document."""
    source: str
    """The capture's source, as a person would name it."""
    capture: str | None = None
    """The capture's SHA-256; None where the text was handed over directly."""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, None where not told and too short to tell."""
    dates: tuple[DatedMark, ...] = ()
    blocks: tuple[Block, ...] = ()
    """In order of `start`, without overlap; together they cover every word that is coded."""
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()

    @property
    def published(self) -> date | None:
        """The day of publication where it was told; never guessed."""
        return next((mark.day for mark in self.dates if mark.kind == "published"), None)

    @property
    def dateline(self) -> date | None:
        """The day that the dateline tells, else None."""
        return next((mark.day for mark in self.dates if mark.kind == "dateline"), None)

    def span(self, start: int, end: int) -> "Span":
        """Cut a span out of the text, with its quote."""
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a document. The quote stands beside the offsets, so that a drifted offset is detected."""

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or len(self.quote) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} does not fit its quote {self.quote!r}")

    def stands_in(self, document: Document) -> bool:
        """Tell whether the document holds exactly the quote at these offsets (law 1)."""
        return document.id == self.document and document.text[self.start : self.end] == self.quote


@dataclass(frozen=True, slots=True)
class Why:
    """Why a value is what it is."""

    rule: str
    """The name of the rule in `codebook/rules.toml`, which says in words what it does."""
    entry: str | None = None
    """The codebook entry that the rule used, such as `triggers.csv:17 shell`."""


# ---------------------------------------------------------------------------------------------- a report


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word or words that name the happening, and the type that they give."""

    span: Span
    why: Why


@dataclass(frozen=True, slots=True)
class Status:
    """Whether it happened, goes on, is planned, denied or hypothetical."""

    value: StatusName
    span: Span
    """The words that say so; the trigger where no other word does."""
    why: Why


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it, or whom it was done to."""

    span: Span
    """The shortest full noun phrase."""
    id: str | None
    """Registry id; None where a reader would not be sure."""
    why: Why


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says so; in a report they stand innermost first."""

    span: Span
    id: str | None
    why: Why
    stands_for: Span | None = None
    """The words that name whom "he" or "the source" takes up, where a reader would be sure."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the happening, no more precise than the words."""

    span: Span
    relation: Relation
    name: str | None
    """The gazetteer's name; None where the name is not known to it."""
    country: str | None
    """ISO 3166 alpha-2."""
    lat: float | None
    lon: float | None
    """WGS84 degrees; None for countries, regions, areas and unknown names."""
    level: Level
    radius_m: int | None
    """How far from the point the happening may lie, in metres; None without a point."""
    why: Why


@dataclass(frozen=True, slots=True)
class When:
    """A window of days, both inclusive. One day: start equals end."""

    span: Span
    start: date | None
    end: date | None
    anchor: date | None
    """The day that a relative expression was counted from; None where none was needed or known."""
    why: Why

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"a window cannot end before it starts: {self.start} to {self.end}")


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with its bounds, hedge and unit."""

    span: Span
    measure: str
    """A name of `codebook/measures.csv`."""
    of: str
    """The counted group in the document's own words."""
    low: int | None
    high: int | None
    hedge: Hedge
    unit: Unit
    part_of: Span | None
    """The figure that contains this one; parts are never added to their whole."""
    why: Why

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"a figure's low cannot pass its high: {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class Report:
    """What one claimant says, in one document, about one event."""

    type: str
    """A name of `codebook/types.toml`."""
    status: Status
    trigger: Trigger
    evidence: Span
    initiator: tuple[Party, ...] = ()
    target: tuple[Party, ...] = ()
    places: tuple[Where, ...] = ()
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    claimant: tuple[Claimant, ...] = ()
    known_by: date | None = None
    """The day of the statement that tells it, else of the document: what is told as past happened no later.
    It bounds the happening and never dates it."""
    also: tuple[Span, ...] = ()
    """Other passages of the document that tell the same."""

    def spans(self) -> tuple[Span, ...]:
        """Every span that a value of this report rests on."""
        parties = tuple(party.span for party in (*self.initiator, *self.target))
        claimants = tuple(span for c in self.claimant for span in (c.span, c.stands_for) if span)
        figures = tuple(span for figure in self.figures for span in (figure.span, figure.part_of) if span)
        places = tuple(place.span for place in self.places)
        when = (self.when.span,) if self.when else ()
        told = (self.trigger.span, self.status.span, self.evidence, *self.also)
        return (*told, *when, *places, *figures, *parties, *claimants)


# ------------------------------------------------------------------------------------- what a run hands back


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as a value: it is listed at the end and never stops the other inputs."""

    source: str
    """What it happened to, as the user named it."""
    stage: Literal["capture", "read", "code"]
    code: str
    """A stable word, as in `errors.py`."""
    message: str
    """One or two sentences: what happened and what to do."""


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made a coding, so that it can be made again."""

    stemmata: str
    codebook: str
    """Digest of the codebook's files."""
    model: str
    """Fingerprint of the language model."""


@dataclass(frozen=True, slots=True)
class Coding:
    """All that one document reports."""

    document: Document
    reports: tuple[Report, ...]
    made_with: MadeWith
    problems: tuple[Problem, ...] = field(default=())
