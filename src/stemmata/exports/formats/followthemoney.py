"""FollowTheMoney entities, as investigators of companies and persons in power link them: an entity a line.

Each event with where it was, the bodies involved, its documents, and a link for every report that says so. Nobody is
made an entity but bodies of the registry, and persons whom the reported words themselves introduce with an office: all
others stay words, so that no private person turns up in a search. Written by hand, so that the library is not needed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import PurePath
from typing import IO, Any, Final

from stemmata.actors import load_registry, public_person
from stemmata.case.entries import PARTIES, Cited, Entry
from stemmata.exports import headline, wording
from stemmata.exports.cited import report_row
from stemmata.exports.described import outlets, summary, wording_of_grade
from stemmata.exports.flat import stands_for_area
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.json import compact
from stemmata.exports.formats.markup import web_address
from stemmata.exports.formats.once import once

Entity = dict[str, Any]

STATE: Final = frozenset({"government", "state_organ", "state_forces"})
"""Kinds of actors that are public bodies."""
MOST: Final = {"name": 384, "alias": 384, "location": 250, "full": 250, "summary": 65_000, "description": 65_000}
"""Characters of a value, by property; elsewhere `MOST_ELSEWHERE`."""
MOST_ELSEWHERE: Final = 1_024
LINKS: Final = frozenset({"addressEntity", "document", "entity", "involved", "proof"})
"""Properties that hold ids of entities."""
CASE: Final = "\x7f"
"""Stands for the case in a piece, which does not know it; words on one line never hold this character."""
ID: Final = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")


def entities(entry: Entry) -> Iterator[Entity]:
    """An event, and what it is linked to."""
    involved = [*_bodies(entry), *_persons(entry)]
    place = _place(entry)
    yield from involved
    yield from [place] if place else []
    yield from (_document(one) for one in entry.reports)
    yield _event(entry, involved, place)
    yield from (_report(entry, one) for one in entry.reports)


def _event(entry: Entry, involved: Sequence[Entity], place: Entity | None) -> Entity:
    when = entry.when
    by, to = (headline.names(entry, role) for role in PARTIES)
    told = [by and f"Who did it, by the reports: {by}.", to and f"To whom: {to}.", *headline.figures(entry)]
    wholes = [f"Part of {whole}: do not add its figures to that one's." for whole in entry.event["part_of"]]
    return _entity(
        f"{CASE}-{entry.id}",
        "Event",
        name=[headline.headline(entry)],
        recordId=[entry.id],
        keywords=[wording.kind(entry.type), *sorted(entry.statuses)],
        startDate=[_day(when.start)],
        endDate=[_day(when.end)],
        location=[headline.place_name(entry)],
        country=place["properties"].get("country", []) if place else [],
        addressEntity=[place["id"]] if place else [],
        involved=[one["id"] for one in involved],
        summary=[summary(entry)],
        description=told,
        notes=[f"{wording_of_grade(entry)}: {'; '.join(entry.event['reasons'])}", *wholes],
        publisher=outlets(entry),
        sourceUrl=[web_address(one.source.page) for one in entry.reports],
        proof=[_document_id(one) for one in entry.reports],
        modifiedAt=[_day(entry.changed)],
    )


def _report(entry: Entry, report: Cited) -> Entity:
    """That a document tells of the event, and what."""
    told = report_row(entry, report)
    words = {
        "Who did it": told["initiator"],
        "To whom": told["target"],
        "Where": told["places"],
        "How many": told["figures"],
        "Said by": told["claimants"],
        "Rests on": told["origin"],
        "Taken from document": told["copied_from"],
    }
    return _entity(
        f"{CASE}-{report.id}",
        "Documentation",
        document=[_document_id(report)],
        entity=[f"{CASE}-{entry.id}"],
        recordId=[report.id],
        role=[f"{wording.kind(told['type'])}, {told['status']}"],
        startDate=[_day(told["date_start"])],
        endDate=[_day(told["date_end"])],
        summary=[told["quote"]],
        description=[f"{name}: {value}" for name, value in words.items() if value],
        publisher=[report.source.publisher],
        sourceUrl=[web_address(report.source.page)],
    )


def _document(report: Cited) -> Entity:
    source = report.source
    return _entity(
        _document_id(report),
        "Article",
        name=[source.title or source.publisher or source.page],
        title=[source.title],
        fileName=[PurePath(source.page).name or source.page],
        author=[source.author],
        publisher=[source.publisher],
        publishedAt=[_day(source.published)],
        sourceUrl=[web_address(source.page)],
        notes=[f"SHA-256 of its text: {source.sha256}"],
    )


def _document_id(report: Cited) -> str:
    return _id("document", report.source.name)


def _bodies(entry: Entry) -> Iterator[Entity]:
    """The bodies of the registry that did it or to which it was done."""
    actors = load_registry().actors
    for value in dict.fromkeys(value for role in PARTIES for value in entry.parties(role)):
        if actor := actors.get(value):
            yield _entity(
                _id("actor", actor.id),
                "PublicBody" if actor.kind in STATE else "Organization",
                name=[actor.name],
                alias=[name for name in actor.names if name != actor.name],
                country=[code.lower() for code in actor.countries],
                classification=[wording.kind(actor.kind)],
                wikidataId=[actor.wikidata],
            )


def _persons(entry: Entry) -> Iterator[Entity]:
    """The persons whom the words of a party introduce with an office; of this event only: names are no identity."""
    held = {value for role in PARTIES for value in entry.parties(role)}
    named: dict[str, str] = {}
    for report in entry.reports:
        passage = report.told["evidence"]
        for one in (*report.told["initiator"], *report.told["target"]):
            words = one["span"]["quote"]
            first, past = (one["span"][side] - passage["start"] for side in ("start", "end"))
            if (one["id"] or words) in held and first >= 0 and passage["quote"][first:past] == words:
                public = public_person(passage["quote"], first, past, day=entry.when.start)
                if public and public.why.rule == "public-office":
                    title = passage["quote"][max(first, public.start) : min(past, public.end)]
                    named.setdefault(words.replace(title, "", 1).strip(" ,") or words, title or public.quote)
    for nth, (name, office) in enumerate(named.items(), 1):
        yield _entity(f"{CASE}-{entry.id}-person-{nth}", "Person", name=[name], position=[office])


def _place(entry: Entry) -> Entity | None:
    """Where it was; with a point only where the point stands for no area."""
    place = entry.place
    if place is None:
        return None
    exact = place.lat is not None and not stands_for_area(place, entry)
    return _entity(
        f"{CASE}-{entry.id}-place",
        "Address",
        full=[headline.place_name(entry)],
        country=[place.country and place.country.lower()],
        latitude=[str(place.lat)] if exact else [],
        longitude=[str(place.lon)] if exact else [],
        remarks=[headline.where(entry)],
    )


def _day(told: date | str | None) -> str | None:
    """A day, or a moment to the second, as the model has it, which knows the years from 1000 to 2999."""
    words = str(told or "").replace(" ", "T")[:19]
    return words if words[:1] in ("1", "2") else None


def _entity(id: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    """An entity with the properties that are told, each value once and on one line.

    Words without a letter or a digit are left out: the model takes them for empty.
    """
    told = {}
    for name, values in properties.items():
        most = MOST.get(name, MOST_ELSEWHERE)
        words = [value if name in LINKS else wording.one_line(value)[:most] for value in values if value]
        if kept := list(dict.fromkeys(one for one in words if any(map(str.isalnum, one)))):
            told[name] = kept
    return {"id": id, "schema": schema, "properties": told}


def _id(kind: str, name: str) -> str:
    """The id of what is the same in every case."""
    return f"stemmata-{kind}-{name if ID.fullmatch(name) else sha256(name.encode()).hexdigest()[:16]}"


def _piece(entries: Sequence[Entry]) -> bytes:
    return "".join(f"{compact(one)}\n" for entry in entries for one in entities(entry)).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    case = f"stemmata-{sha256(about.title.encode()).hexdigest()[:12]}".encode()
    with once() as written:
        for piece in pieces:
            for line in piece.replace(CASE.encode(), case).splitlines(keepends=True):
                if written.first(line.split(b'"', 4)[3].decode()):
                    file.write(line)


FORMAT = Format(
    name="followthemoney",
    ending=".ftm.json",
    means="FollowTheMoney entities, one a line: events, bodies, documents, and what each document says",
    carries=frozenset(
        {"window", "hedge", "dead", "other figures", "parts", "disagreement", "claimant", "second claimant",
         "unresolved place", "uncertain place", "second party", "direction", "status", "grade", "origins", "copies",
         "links"}
    ),
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Hedges, figures, grades and who did it to whom stand in words, since the model has no properties for them.",
        "Only bodies of the registry and persons whom a passage introduces with an office are entities.",
        "No topics are set: being named in an event accuses nobody.",
    ),
)  # fmt: skip
