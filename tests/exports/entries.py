"""Events as they leave a case, without a case: made by hand, hard ones, and any that keep the laws."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from exports import factory
from exports.strategies import DAYS, TEXTS, documents, reports, spans
from stemmata.case.entries import Cited, Entry, Source
from stemmata.case.rows import as_record
from stemmata.records import Copy, Count, Document, Report, Site, Window

CODED = {"stemmata": "0", "codebook": "words", "model": "by hand"}
MARUN = Site("Marun", "SY", 35.1, 36.7, "populated_place", 3000)
HARD_TEXT = (
    "=SUM(A1) \N{RIGHT-TO-LEFT OVERRIDE}evil\x08\x1b[31m <script>alert('x')</script> ]]> & \"q\" --> \\"
    " \N{COLLISION SYMBOL}\u2028 حلب 北京"
)
"""A formula, a reversed line, control characters, markup, an emoji, a line separator, other scripts."""


def source(of: Document) -> Source:
    return Source(
        of.id, of.url or of.source, of.sha256, of.title, of.publisher, of.published, of.language, of.author
    )  # fmt: skip


def cited(number: int, of: Document, report: Report, origin: str = "monitor", copied_from: str | None = None) -> Cited:
    return Cited(f"R{number}", origin, source(of), copied_from, as_record(report), CODED)


def field(name: str, *values, keys=(), span: Count | None = None) -> dict:
    """What reports say of one thing, the first value chosen."""
    versions = [
        {"value": as_json(value), "reports": list(keys), "origins": ["monitor"], "replaced": False} for value in values
    ]
    return {"name": name, "chosen": as_json(values[0]), "versions": versions, "span": span and as_json(span)}


def as_json(value):
    if isinstance(value, Site | Count):
        return asdict(value)
    if isinstance(value, Window):
        return {side: day and day.isoformat() for side, day in asdict(value).items()}
    return value


def entry(number: int = 1, *, given: tuple[Cited, ...] | None = None, **told) -> Entry:
    """An event of some reports, by default the one of `factory.TEXT`; `place=None` and `when=None` leave these out.

    Values: `type`, `place` (a Site), `when` (a Window), `initiator`, `target`, `figures` (measure → Count); else those
    of Entry.
    """
    of = factory.document(id="doc", url="https://post.example/1")
    given = given or (cited(number * 10, of, factory.shelling(of)),)
    keys = [one.id for one in given]
    values = {
        "type": "shelling",
        "when": Window(date(2021, 3, 3), date(2021, 3, 5)),
        "place": MARUN,
        "initiator": "Army",
        "target": "villagers",
        **told.pop("figures", {"killed": Count(7, None)}),
    }
    values |= {name: told.pop(name) for name in list(told) if name in values}
    held = {name: value for name, value in values.items() if value is not None}
    event = {
        "id": f"E{number}",
        "type": held["type"],
        "reports": [
            {"key": one.id, "document": one.source.name, "origin": one.origin, "published": None,
             "copied_from": one.copied_from, "joined": [], "words": "digest"}
            for one in given
        ],
        "fields": [
            field(name, value, keys=keys, span=value if isinstance(value, Count) else None)
            for name, value in held.items()
        ],
        "origins": [
            {"id": name, "name": f"the {name}", "kind": "claimant", "side": None, "embedded_with": None}
            for name in dict.fromkeys(one.origin for one in given)
        ],
        "sides": [],
        "grade": "single",
        "reasons": ["one origin: the Marun Monitor"],
        "part_of": [],
        "decisions": [],
    }  # fmt: skip
    more = {"grade": "single", "changed": datetime(2021, 3, 7, 12, tzinfo=UTC)} | told
    return Entry(number, event, {name: as_json(value) for name, value in held.items()}, reports=given, **more)


def hard_entry(number: int = 2) -> Entry:
    """Every text of it is one that a careless writer breaks on."""
    of = factory.document(
        f"{HARD_TEXT} shells villagers", id="hard", url=f"https://h.example/?a=1&b={HARD_TEXT}",
        title=HARD_TEXT, publisher=HARD_TEXT, author=HARD_TEXT,
    )  # fmt: skip
    report = factory.shelling(factory.document())
    words = of.span(0, len(HARD_TEXT))
    told = as_record(report) | {"evidence": as_record(of.span(0, len(of.text)))}
    told |= {
        "claimant": [{"span": as_record(words), "id": None, "why": {"rule": "r", "entry": None}, "stands_for": None}]
    }
    return entry(
        number,
        given=(Cited("R20", "monitor", source(of), None, told),),
        place=Site(HARD_TEXT, "FJ", -16.5, 179.99, "region", 80_000),
        initiator=HARD_TEXT,
        target=HARD_TEXT,
    )


def told_by_many(claimants: int, number: int = 3) -> Entry:
    """An event that so many claimants tell, each in a document of its own."""
    of = factory.document()
    told = as_record(factory.shelling(of))
    given = []
    for nth in range(claimants):
        own = f"the Monitor of Ward {nth}"
        claimant = {**told["claimant"][0], "span": {"document": "doc", "start": 0, "end": len(own), "quote": own}}
        cites = Source(f"doc{nth}", f"https://post.example/{nth}", of.sha256, None, f"Post {nth}", None, "en")
        given.append(Cited(f"R{nth}", f"origin-{nth}", cites, None, {**told, "claimant": [claimant]}))
    return entry(number, given=tuple(given))


def nowhere(number: int = 4) -> Entry:
    """Nobody tells where or when."""
    return entry(number, place=None, when=None, initiator=None, target=None, figures={}, changed=None)


SITES = st.builds(
    Site,
    TEXTS,
    st.none() | st.sampled_from(["SY", "FJ", "RU"]),
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
    st.sampled_from(["facility", "populated_place", "district", "region", "country", "area", "sea", "unknown"]),
    st.none() | st.integers(0, 2_000_000),
)
WINDOWS = st.tuples(DAYS, DAYS).map(lambda days: Window(*(sorted(days) if all(days) else days)))
COUNTS = st.tuples(st.integers(0, 10**6), st.none() | st.integers(0, 10**6)).map(
    lambda told: Count(told[0], None if told[1] is None else told[0] + told[1])
)


@st.composite
def copies(draw: st.DrawFn, of: list[Document]) -> dict:
    """A copy between two of these documents."""
    copy, copied = draw(st.sampled_from(of)), draw(st.sampled_from(of))
    pairs = st.lists(st.tuples(spans(copy), spans(copied)), max_size=2).map(tuple)
    kinds, scopes = st.sampled_from(["verbatim", "edited", "paraphrase"]), st.sampled_from(["page", "passage"])
    through = st.none() | TEXTS
    return as_record(
        Copy(copy.id, copied.id, draw(kinds), draw(scopes), draw(pairs), draw(TEXTS), draw(st.none() | spans(copy)),
             draw(through))
    )  # fmt: skip


@st.composite
def decisions(draw: st.DrawFn) -> dict:
    """A decision that a person took."""
    edited = {"killed": COUNTS, "place": SITES, "when": WINDOWS, "initiator": TEXTS}
    kind = draw(st.sampled_from(["accept", "reject", "note", "grade", "edit"]))
    field = draw(st.sampled_from(sorted(edited))) if kind == "edit" else None
    value = {"edit": edited.get(field), "note": TEXTS, "grade": st.sampled_from(["confirmed", "contested"])}.get(kind)
    return {
        "number": draw(st.integers(1, 99)),
        "kind": kind,
        "author": draw(TEXTS),
        "time": draw(st.datetimes(timezones=st.just(UTC))).isoformat(),
        "reason": draw(st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)),
        "field": field,
        "value": None if value is None else as_json(draw(value)),
    }


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Any event that keeps the laws."""
    given, of = [], draw(st.lists(documents(), min_size=1, max_size=3))
    for nth, one in enumerate(of):
        told = cited(nth + 1, one, draw(reports(one)), draw(st.sampled_from(["monitor", "hospital"])))
        given.append(replace(told, coded=draw(st.sampled_from([CODED, None]))))
    return entry(
        draw(st.integers(1, 10**6)),
        given=tuple(given),
        type=draw(st.sampled_from(["shelling", "clash", "aid"])),
        place=draw(st.none() | SITES),
        when=draw(st.none() | WINDOWS),
        initiator=draw(st.none() | TEXTS),
        target=draw(st.none() | TEXTS),
        figures=draw(st.dictionaries(st.sampled_from(["killed", "wounded", "displaced"]), COUNTS, max_size=2)),
        decisions=tuple(draw(st.lists(decisions(), max_size=2))),
        copies=tuple(draw(st.lists(copies(of), max_size=1))),
        flag=draw(st.none() | TEXTS),
        changed=draw(st.none() | st.datetimes(datetime(1970, 1, 2), timezones=st.just(UTC))),
        grade=draw(st.sampled_from(["confirmed", "corroborated", "single", "contested", "retracted"])),
        has_parts=draw(st.booleans()),
    )
