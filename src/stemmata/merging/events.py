"""What a group of reports adds up to: an event."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from stemmata.actors import load_registry
from stemmata.merging.aliases import under_one_name
from stemmata.merging.copied import Taken
from stemmata.merging.copies.linking import published_at
from stemmata.merging.decided import Decided, in_words
from stemmata.merging.disagreement import fields_of
from stemmata.merging.facts import Facts
from stemmata.merging.grade import grade_of
from stemmata.merging.keys import event_id, keyed
from stemmata.merging.matching import reasons, score
from stemmata.merging.origins import origin_of
from stemmata.merging.periods import parts
from stemmata.merging.progress import Heard, counted, unheard
from stemmata.merging.voices import Voice, voice_of
from stemmata.records import Coding, Copy, Decision, Document, Event, Field, Grade, Origin, Report, Rule, Told


@dataclass(frozen=True, slots=True)
class Collected:
    """The codings of a collection, to be found by document and by report."""

    codings: tuple[Coding, ...]
    documents: Mapping[str, Document]
    reports: Mapping[str, tuple[tuple[str, Report], ...]]
    """The reports of each document with their keys."""
    by_key: Mapping[str, tuple[Document, Report]]

    @classmethod
    def of(cls, codings: Iterable[Coding]) -> "Collected":
        """Gather codings; of two of one document the last counts."""
        latest = {coding.document.id: coding for coding in codings}
        reports = {name: tuple(keyed(coding)) for name, coding in latest.items()}
        return cls(
            tuple(latest.values()),
            {name: coding.document for name, coding in latest.items()},
            reports,
            {key: (latest[name].document, report) for name, theirs in reports.items() for key, report in theirs},
        )


def events_of(
    groups: Collection[Sequence[str]],
    collected: Collected,
    facts: Mapping[str, Facts],
    copies: Iterable[Copy],
    taken: Mapping[str, Sequence[Taken]],
    rule: Rule,
    decided: Decided,
    heard: Heard = unheard,
) -> tuple[Event, ...]:
    """Make an event of each group.

    Args:
        groups: the keys of each event's reports.
        collected: the documents of these reports, and those that these were copied from, each with all its reports.
        facts: what matching compared, of all these.
        copies: the copies that these documents make.
        taken: where copied reports were taken from.
        rule: how an event chooses among values.
        decided: what persons decided.
        heard: told how many events were made.

    Returns:
        The events, ordered by the day on which they happened, then by their first report; linked to no total yet.
    """
    at_home = _countries(facts.values())
    voices = {name: voice_of(document, at_home.get(name)) for name, document in collected.documents.items()}
    sources: dict[str, list[str]] = defaultdict(list)
    for copy in copies:
        sources[copy.copy].append(copy.source)
    made = [
        (
            _first_day([facts[key] for key in keys]),
            _event(keys, collected, facts, sources, taken, voices, rule, decided),
        )
        for keys in counted(groups, "events", heard)
    ]
    return tuple(event for _, event in sorted(made, key=lambda each: (each[0], each[1].reports[0].key)))


def linked(events: Iterable[Event], facts: Mapping[str, Facts]) -> tuple[Event, ...]:
    """The events, each linked to the totals that take it in."""
    events = tuple(events)
    wholes = parts({event.id: [facts[told.key] for told in event.reports] for event in events})
    return tuple(replace(event, part_of=wholes.get(event.id, ())) for event in events)


def _countries(facts: Iterable[Facts]) -> dict[str, str]:
    """The country that most reports of each document are from."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for each in facts:
        if each.country:
            told[each.document][each.country] += 1
    return {document: max(sorted(counts), key=counts.__getitem__) for document, counts in told.items()}


def _first_day(facts: Sequence[Facts]) -> int:
    days = [each.first for each in facts if each.first is not None]
    return min(days) if days else min((each.known for each in facts if each.known is not None), default=0)


def _event(
    keys: Sequence[str],
    collected: Collected,
    facts: Mapping[str, Facts],
    sources: Mapping[str, Sequence[str]],
    taken: Mapping[str, Sequence[Taken]],
    voices: Mapping[str, Voice],
    rule: Rule,
    decided: Decided,
) -> Event:
    ordered = sorted(keys, key=lambda key: (published_at(collected.by_key[key][0]), facts[key].document, facts[key].at))
    rests = _origins(ordered, collected, facts, sources, taken, voices)
    told = tuple(
        Told(
            key=key,
            document=document.id,
            report=report,
            origin=rests[key].id,
            published=document.published,
            copied_from=taken[key][0].source if key in taken else None,
            joined=_joined(key, ordered, facts),
        )
        for key in ordered
        for document, report in (collected.by_key[key],)
    )
    fields = fields_of(told, rule)
    parties = {party for key in keys for party in (*facts[key].doers, *facts[key].targets)}
    countries = {facts[key].country for key in keys if facts[key].country}
    origins = {each.id: _sided(each, parties, countries) for each in (rests[key] for key in ordered)}
    grade, why = grade_of(told, origins)
    event = Event(
        id=event_id(ordered[0]),
        type=_type(fields, told),
        reports=told,
        fields=fields,
        origins=tuple(origins.values()),
        sides=tuple(sorted({origin.side for origin in origins.values() if origin.side})),
        grade=grade,
        reasons=why,
    )
    return _as_decided(event, decided.of_event(keys))


def _origins(
    ordered: Sequence[str],
    collected: Collected,
    facts: Mapping[str, Facts],
    sources: Mapping[str, Sequence[str]],
    taken: Mapping[str, Sequence[Taken]],
    voices: Mapping[str, Voice],
) -> dict[str, Origin]:
    """Whom each report rests on.

    The origin of a copied passage is found at its source, and so is that of a report whose claimant is only the outlet
    that it was taken from.
    """
    found: dict[str, Origin] = {}
    by_document: dict[str, list[str]] = {}
    for key in ordered:
        by_document.setdefault(collected.by_key[key][0].id, []).append(key)

    def origin(key: str, seen: tuple[str, ...] = ()) -> Origin:
        if key in found:
            return found[key]
        document, report = collected.by_key[key]
        copied = taken.get(key, ())
        source = _root(copied[0].source, sources) if copied else document.id
        rests = origin_of(report, voices[source], document, facts[key].country)
        outlets = {voices[other].id: other for other in sources.get(document.id, ())}
        if rests.id in outlets and rests.kind != "unnamed":
            theirs = by_document.get(outlets[rests.id], [])
            if theirs and theirs[0] != key and theirs[0] not in seen:
                rests = origin(theirs[0], (*seen, key))
        found[key] = rests
        return rests

    for key in ordered:
        origin(key)
    one = under_one_name(found[key] for key in ordered)
    return _heard({key: one[found[key].id] for key in ordered}, ordered, by_document)


def _root(document: str, sources: Mapping[str, Sequence[str]]) -> str:
    """The document at the beginning of a chain of copies."""
    seen = {document}
    while (theirs := sources.get(document)) and theirs[0] not in seen:
        document = theirs[0]
        seen.add(document)
    return document


def _heard(
    found: Mapping[str, Origin], ordered: Sequence[str], by_document: Mapping[str, Sequence[str]]
) -> dict[str, Origin]:
    """An outlet's own voice rests on whom its document names for the same event, else on its unnamed sources."""
    unnamed = {origin.id.removesuffix("/unnamed"): origin for origin in found.values() if origin.kind == "unnamed"}
    named = {
        key: next((found[other] for other in keys if found[other].kind != "publisher"), None)
        for keys in by_document.values()
        for key in keys
    }
    return {
        key: (named[key] or unnamed.get(found[key].id) or found[key]) if found[key].kind == "publisher" else found[key]
        for key in ordered
    }


def _sided(origin: Origin, parties: set[str], countries: set[str | None]) -> Origin:
    """The origin with its side, where it is a party here: it takes part, or is at home in the country."""
    actor = load_registry().actors.get(origin.side or "")
    here = actor is not None and (actor.id in parties or bool(countries & set(actor.countries)) or not countries)
    return origin if here or origin.side is None else replace(origin, side=None)


def _joined(key: str, ordered: Sequence[str], facts: Mapping[str, Facts]) -> tuple[str, ...]:
    """Why a report is one of the event's: what it has in common with the report that it is nearest to."""
    others = [facts[other] for other in ordered if other != key]
    if not others:
        return ()
    nearest = max(others, key=lambda other: score(facts[key], other))
    return tuple(part.reason for part in reasons(facts[key], nearest) if part.points > 0)


def _type(fields: Sequence[Field], told: Sequence[Told]) -> str:
    """The type that the event takes; `casualties` says that no report told how, so any other type goes first."""
    field = next((field for field in fields if field.name == "type"), None)
    if field is None:
        return told[0].report.type
    telling = [version for version in field.versions if version.value != "casualties"] or list(field.versions)
    return str(max(telling, key=lambda version: (len(version.origins), len(version.reports))).value)


def _as_decided(event: Event, decisions: Sequence[Decision]) -> Event:
    """The event with what persons decided about it."""
    fields, grade, why = list(event.fields), event.grade, event.reasons
    for decision in decisions:
        if decision.kind == "grade" and decision.value in get_args(Grade):
            grade, why = decision.value, (in_words(decision), *event.reasons)  # type: ignore[assignment]
        if decision.kind == "edit" and decision.field and decision.value is not None:
            fields = [
                replace(field, chosen=decision.value) if field.name == decision.field else field for field in fields
            ]
            if all(field.name != decision.field for field in fields):
                fields.append(Field(decision.field, decision.value, ()))
    kind = next((str(field.chosen) for field in fields if field.name == "type" and decisions), event.type)
    return replace(
        event,
        type=kind if any(decision.field == "type" for decision in decisions) else event.type,
        fields=tuple(fields),
        grade=grade,
        reasons=why,
        decisions=tuple(map(in_words, decisions)),
    )
