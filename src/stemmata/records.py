"""The nouns of Stemmata: immutable records that every stage hands to the next.

    Capture → Document → Report → Event
                 Report holds Trigger, Status, Party, Where, When, Figure, Claimant
                 each of them holds a Span (the words) and a Why (the rule that read them)
                 Event holds Told (its reports), Field (what they say), Origin (whom they rest on)
    Copy says which documents took passages from which; Decision, what a person decided

Nothing here does I/O. Offsets count Python characters (Unicode code points) of `Document.text`,
start inclusive, end exclusive. Days are `datetime.date`; an unknown side of a window is None.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal, get_args

BlockKind = Literal["headline", "byline", "heading", "paragraph", "quote", "list_item", "caption", "embedded_post"]
DateKind = Literal["published", "updated", "dateline"]
StatusName = Literal["happened", "ongoing", "planned", "denied", "hypothetical"]
Relation = Literal["at", "near", "toward", "from", "in_area"]
Hedge = Literal["exact", "about", "at_least", "at_most", "range", "vague"]
Unit = Literal["people", "families", "things"]
CopyKind = Literal["verbatim", "edited", "paraphrase"]
CopyScope = Literal["page", "passage"]
OriginKind = Literal["claimant", "unnamed", "publisher"]
Grade = Literal["confirmed", "corroborated", "single", "contested", "retracted"]
DecisionKind = Literal["accept", "reject", "edit", "merge", "split", "grade", "note"]
Rule = Literal["conservative", "informative", "representative"]
Level = Literal["facility", "populated_place", "district", "region", "country", "area", "sea", "unknown"]

RULES: Final = get_args(Rule)
DEFAULT_RULE: Final[Rule] = "conservative"
"""How an event chooses among values where nobody says: as those who record casualties do."""


# ---------------------------------------------------------------------------------------------- evidence

WITHHELD: Final = "[name withheld]"
"""Stands in a quote for words that the public may not read."""
LEFT_OUT: Final = "[…]"
"""Stands in a quote for words that no value needs."""


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
    """Words of a document. The quote stands beside the offsets, so that a drifted offset is detected.

    What is made public may hold a mark for words within the offsets that are not told, `WITHHELD` or `LEFT_OUT`.
    """

    document: str
    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        fits = len(self.quote) == self.end - self.start or WITHHELD in self.quote or LEFT_OUT in self.quote
        if not 0 <= self.start < self.end or not fits:
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
class PlaceCandidate:
    """A place of a gazetteer that a name may mean."""

    entry: str
    """Where the gazetteer has it from: `geonames:170063`, `regions.csv:12`."""
    name: str
    country: str
    """ISO 3166 alpha-2; empty for what lies in several."""
    lat: float | None
    lon: float | None
    level: Level
    score: float
    """What speaks for it, to be compared only with the other candidates of the same name."""


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
    """WGS84 degrees; of a region or an area its middle, of an unknown name the middle of the area that the places told
    beside it span. None for countries, for what is too wide for a middle to say much, and where nothing is known."""
    level: Level
    radius_m: int | None
    """How far from the point the happening may lie, in metres; None without a point."""
    why: Why
    """Why it is a place of the happening, and how it lies to it."""
    located: Why | None = None
    """Which rule gave level, point and radius, and the gazetteer's entry; None for what is only described."""
    pcode: str | None = None
    """OCHA's p-code, where a gazetteer tells it."""
    candidates: tuple[PlaceCandidate, ...] = ()
    """What the name may mean, the best first, at most five."""
    geo_precision: int | None = field(init=False)
    """ACLED's code: 1 the town itself, 2 near it or a small area around it, 3 a larger region; None for no more than
    a country, which ACLED does not code."""
    where_prec: int | None = field(init=False)
    """UCDP's code: 1 exact, 2 near a known point, 3 a district, 4 a first-order division, 5 a wide or vague area, 6 a
    country, 7 at sea; None where not even the country is known."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "geo_precision", geo_precision(self, self.relation))
        object.__setattr__(self, "where_prec", where_prec(self, self.relation))


# "In the surroundings of a town" for the outside codes, in metres: UCDP's own bound for its code 2.
NEARBY_M = 25_000
# A facility whose radius is larger has no point of its own but its town's.
OWN_POINT_M = 5_000


def geo_precision(place: "Where | Site", relation: Relation = "at") -> int | None:
    """ACLED's code, as `Where.geo_precision` tells it."""
    if _is_exact(place, relation):
        return 1
    if place.radius_m is not None and place.radius_m <= NEARBY_M and place.level != "region":
        return 2
    return 3 if place.radius_m is not None or place.level in ("district", "region", "area", "sea") else None


def where_prec(place: "Where | Site", relation: Relation = "at") -> int | None:
    """UCDP's code, as `Where.where_prec` tells it."""
    if place.level in ("district", "region", "country", "sea"):
        return {"district": 3, "region": 4, "country": 6, "sea": 7}[place.level]
    if _is_exact(place, relation):
        return 1
    if place.radius_m is not None:
        return 2 if place.radius_m <= NEARBY_M else 5
    return 5 if place.level == "area" else 6 if place.country else None


def _is_exact(place: "Where | Site", relation: Relation) -> bool:
    own = place.level == "populated_place" or (place.level == "facility" and (place.radius_m or 0) <= OWN_POINT_M)
    return own and relation in ("at", "in_area") and place.radius_m is not None and place.radius_m <= NEARBY_M


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


# ---------------------------------------------------------------------------------------------- an event


@dataclass(frozen=True, slots=True)
class Copy:
    """One document took passages from another."""

    copy: str
    """Id of the document that took them."""
    source: str
    """Id of the document that they come from."""
    kind: CopyKind
    """`verbatim`: nearly every run of three words is the source's. `edited`: cut, reordered, reworded.
    `paraphrase`: told anew, with credit."""
    scope: CopyScope
    """`page`: the copy as a whole rests on the source. `passage`: it quotes a part inside a text of its own."""
    passages: tuple[tuple[Span, Span], ...]
    """Aligned: the words in the copy, and those in the source."""
    why: str
    """In words: how the direction was told, by the credit or by the dates."""
    credit: Span | None = None
    """The words in the copy that name where it comes from."""
    via: str | None = None
    """Id of the document through which the copy came, where it did not have the source itself."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom reports of an event rest on. Reports with the same origin count once, however many outlets carry them."""

    id: str
    """A registry id; a slug of the name; or `publisher/unnamed` for unnamed claimants, one for each publisher."""
    name: str
    """As a person would name it."""
    kind: OriginKind
    """`claimant`: named in the report. `unnamed`: its publisher's unnamed sources. `publisher`: its own voice."""
    side: str | None
    """The party to the conflict that it is, or speaks for: a registry id. None for everybody else."""
    embedded_with: str | None = None
    """The party that a reporter was with: no side of its own, yet no stranger to one."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report as one of an event's."""

    key: str
    """The report's name in a collection, `document:offset of the trigger`; the second at one trigger ends in `.2`."""
    document: str
    report: Report
    origin: str
    """The origin's id."""
    published: date | None = None
    """The document's day, by which later reports are told from earlier ones."""
    copied_from: str | None = None
    """Id of the document that the passage was taken from."""
    joined: tuple[str, ...] = ()
    """In words: why it was taken for a report of this event."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days within which it happened, both inclusive; None where that side is open."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Site:
    """Where it happened, no more precise than the reports say."""

    name: str
    country: str | None
    """ISO 3166 alpha-2."""
    lat: float | None
    lon: float | None
    level: Level
    radius_m: int | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many, in bounds; an open side is None."""

    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """One value that reports give for a field."""

    value: str | Window | Site | Count
    reports: tuple[str, ...]
    """Keys of the reports that say so, earliest first."""
    origins: tuple[str, ...]
    """Ids of the origins that say so."""
    replaced: bool = False
    """True where the same origins later said otherwise; kept for the history."""


@dataclass(frozen=True, slots=True)
class Field:
    """All that the reports say of one thing, and the value that the event takes of it."""

    name: str
    """`type`, `when`, `place`, `initiator`, `target`, or a measure such as `killed`."""
    chosen: str | Window | Site | Count
    """By the aggregation rule."""
    versions: tuple[Version, ...]
    """Every value with its reports, the best supported first."""
    span: Count | None = None
    """For a measure: the smallest low and the largest high over the origins, replaced values left out."""

    @property
    def disputed(self) -> bool:
        """Whether values that still hold differ."""
        return sum(not version.replaced for version in self.versions) > 1


@dataclass(frozen=True, slots=True)
class Event:
    """What the reports of one happening add up to. Computed from them, and computed anew at any time."""

    id: str
    """Made of its first report's key, so that it stays as long as that report is in it."""
    type: str
    reports: tuple[Told, ...]
    """Earliest publication first."""
    fields: tuple[Field, ...]
    """What the reports say; fields that none of them tells are left out."""
    origins: tuple[Origin, ...]
    """Each once, in the order in which they first reported."""
    sides: tuple[str, ...]
    """The parties that origins are or speak for, sorted."""
    grade: Grade
    """What the reports support; it does not say what is true."""
    reasons: tuple[str, ...]
    """For the grade, in words."""
    part_of: tuple[str, ...] = ()
    """Ids of events that take this one in: totals over a period or an area."""
    decisions: tuple[str, ...] = ()
    """In words: the persons' decisions that shaped it."""

    @property
    def independent(self) -> int:
        """How many origins stand behind it."""
        return len(self.origins)

    def field(self, name: str) -> Field | None:
        """What the reports say of one thing; None where none of them tells it."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. Never overwritten, and held by every later run."""

    kind: DecisionKind
    """`accept` or `reject` reports or an event; `edit` a field; `merge` or `split` reports; set the `grade`; `note`."""
    reports: tuple[str, ...]
    """Keys of the reports that it is about. `merge`: these are one event. `split`: no two of these are.
    Otherwise: those of the event that it is about, which find it again after a new run."""
    author: str
    time: datetime
    """In UTC."""
    reason: str
    field: str | None = None
    """`edit`: the name of the field."""
    value: str | Window | Site | Count | None = None
    """`edit`: the value that holds from now on. `grade`: the grade."""


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
    region: tuple[str, ...] = ()
    """The countries that the coder was told to expect, ISO 3166 alpha-2."""


@dataclass(frozen=True, slots=True)
class Coding:
    """All that one document reports."""

    document: Document
    reports: tuple[Report, ...]
    made_with: MadeWith
    problems: tuple[Problem, ...] = field(default=())
