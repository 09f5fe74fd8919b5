"""Stories with their answer: documents, the events that they tell of, and who copied whom.

`stories/` holds eighteen that are the project's own, all of it fiction; others can be laid beside them. A story is
merged in three ways, so that the faults of merging are told from those of coding:

as it is            the documents are coded and merged
gold's grouping     the coded reports that gold knows, in gold's events: what is left are faults of origins and grades
gold's reports      the reports of gold, as if coding were perfect: what is left are faults of merging
"""

import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from benchmarks.grading import grade_of
from stemmata import code, read
from stemmata.actors import resolve_claimant
from stemmata.merging import Merged, merge
from stemmata.records import (
    Claimant,
    Coding,
    Decision,
    Document,
    Figure,
    MadeWith,
    Party,
    Report,
    Span,
    Status,
    Trigger,
    When,
    Where,
    Why,
)

OWN: Final = Path(__file__).parent / "stories"
WHY: Final = Why("gold")


@dataclass(frozen=True, slots=True)
class Known:
    """A report of gold, or of a run: where it stands, and the event that it is of."""

    document: str
    start: int
    end: int
    type: str
    event: str
    origin: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its file tells it, with its documents as `read` gives them."""

    gold: Mapping[str, Any]
    documents: tuple[Document, ...]
    reports: tuple[Known, ...]
    told: tuple[Mapping[str, Any], ...]
    """Each of these reports as the file has it."""

    @classmethod
    def of(cls, file: Path) -> "Story":
        """Read a story."""
        gold = json.loads(file.read_text(encoding="utf-8"))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
            lines.writelines(json.dumps(document) + "\n" for document in gold["docs"])
            lines.flush()
            documents = tuple(each for each in read(lines.name) if isinstance(each, Document))
        texts = {each.id: each.text for each in documents}
        reports = []
        for event in gold["events"]:
            for told in event["reports"]:
                start = texts[told["doc"]].index(told["evidence"])
                end = start + len(told["evidence"])
                reports.append((Known(told["doc"], start, end, event["type"], event["id"], told["origin"]), told))
        reports.sort(key=lambda each: (each[0].document, each[0].start, each[0].end, each[0].type, each[0].event))
        return cls(gold, documents, tuple(known for known, _ in reports), tuple(told for _, told in reports))


def scores(files: Iterable[Path]) -> dict[str, tuple[float, float]]:
    """All figures of some stories, added up before they are divided: of each, what is right and out of how much."""
    total: Counter[str] = Counter()
    for file in files:
        story = Story.of(file)
        codings = [made for document in story.documents if isinstance(made := code(document), Coding)]
        as_it_is = merge(codings)
        total.update(_counts(story, as_it_is))
        grouped = merge(codings, decisions=_grouping(story, as_it_is))
        total.update(_said_of(_counts(story, grouped), "gold's grouping", ("independent", "grade")))
        perfect = merge(gold_codings(story))
        parts = ("pairs", "B-cubed precision", "B-cubed recall", "independent", "grade", "part_of")
        total.update(_said_of(_counts(story, perfect), "gold's reports", parts))
    names = dict.fromkeys(name.rpartition(" / ")[0] for name in total)
    return {name: (total[f"{name} / right"], total[f"{name} / of"]) for name in names}


def _said_of(counts: Mapping[str, float], way: str, parts: Sequence[str]) -> dict[str, float]:
    return {f"{way}: {name}": count for name, count in counts.items() if name.startswith(parts)}


# ---------------------------------------------------------------------------------------------- counting


def _counts(story: Story, merged: Merged) -> dict[str, float]:
    """What is right and out of how much, under `NAME / right` and `NAME / of`."""
    told = told_of(merged)
    matched = match(story.reports, told)
    labels = [(story.reports[i].event, told[j].event) for i, j in sorted(matched.items())]
    counted: dict[str, float] = {}

    def add(name: str, right: float, of: float) -> None:
        counted[f"{name} / right"], counted[f"{name} / of"] = right, of

    both, golds, predicted = Counter(labels), Counter(g for g, _ in labels), Counter(p for _, p in labels)
    pairs = [sum(n * (n - 1) / 2 for n in those.values()) for those in (both, golds, predicted)]
    add("pairs", pairs[0], (pairs[1] + pairs[2]) / 2)
    add("B-cubed precision", sum(n * n / predicted[p] for (_, p), n in both.items()), len(labels))
    add("B-cubed recall", sum(n * n / golds[g] for (g, _), n in both.items()), len(labels))
    add("report recall", len(matched), len(story.reports))
    shared: dict[str, Counter[str]] = {}
    for event, name in labels:
        shared.setdefault(name, Counter())[event] += 1
    apart = [pair for pair in story.gold["do_not_merge"] if all(golds[event] for event in pair)]
    broken = [pair for pair in apart if any(set(pair) <= events.keys() for events in shared.values())]
    add("do_not_merge violated", len(broken), len(apart))
    aligned = align(shared)
    events = {event.id: event for event in merged.events}
    facts = {event["id"]: event for event in story.gold["events"]}
    found = [(facts[g], events[name]) for g, name in aligned.items()]
    add("independent exact", sum(g["independent"] == e.independent for g, e in found), len(found))
    add("grade exact", sum(g["grade"] == e.grade for g, e in found), len(found))
    theirs = {g: [story.told[i] for i in matched if story.reports[i].event == g] for g in aligned}
    given = {g: grade_of(told, story.gold, facts[g]["by"]) for g, told in theirs.items()}
    add("grade, as the found reports have it", sum(given[g] == events[e].grade for g, e in aligned.items()), len(found))
    heard = {
        g: {story.reports[i].origin for i, j in matched.items() if (story.reports[i].event, told[j].event) == (g, name)}
        for g, name in aligned.items()
    }
    right = sum(len(heard[g]) == events[name].independent for g, name in aligned.items())
    add("independent, as the found reports have it", right, len(found))
    known = {(part, whole) for part, whole in story.gold["part_of"]}
    back = {name: g for g, name in aligned.items()}
    links = [(e, whole) for e in events.values() for whole in e.part_of if e.id in shared and whole in shared]
    right = sum((back.get(e.id), back.get(whole)) in known for e, whole in links)
    add("part_of", right, (len(known) + len(links)) / 2)
    _count_copies(story, merged, add)
    return counted


def _count_copies(story: Story, merged: Merged, add: Any) -> None:
    passed_on = {frozenset(pair) for pair in story.gold["attributions"]}
    gold = {frozenset((each["copy"], each["source"])): each["copy"] for each in story.gold["copies"]}
    told = {frozenset((each.copy, each.source)): each.copy for each in merged.copies}
    told = {pair: copy for pair, copy in told.items() if pair not in passed_on}
    found = gold.keys() & told.keys()
    add("copies", len(found), (len(gold) + len(told)) / 2)
    add("copy direction right", sum(gold[pair] == told[pair] for pair in found), len(found))


def told_of(merged: Merged) -> list[Known]:
    """The reports of merged events, by their places."""
    told = [
        Known(each.document, span.start, span.end, event.type, event.id, each.origin, each.key)
        for event in merged.events
        for each in event.reports
        for span in (each.report.evidence,)
    ]
    return sorted(told, key=lambda known: (known.document, known.start, known.end, known.type, known.event))


def match(gold: Sequence[Known], told: Sequence[Known]) -> dict[int, int]:
    """Which report of gold is which of a run: one to one, the best fit first."""
    fits = [(-_fit(g, t), i, j) for i, g in enumerate(gold) for j, t in enumerate(told)]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for fit, i, j in sorted(fits):
        if fit and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _fit(one: Known, other: Known) -> float:
    """The characters that two passages share over those of either; where half of the shorter is shared, the type
    comes first."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if one.document != other.document or shared <= 0:
        return 0
    sizes = (one.end - one.start, other.end - other.start)
    return shared / (sum(sizes) - shared) + (one.type == other.type and 2 * shared >= min(sizes))


def align(shared: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Events of gold with an event of their own each, so that they share the most reports in all."""
    best: dict[frozenset[str], tuple[int, dict[str, str]]] = {frozenset(): (0, {})}
    for name, common in shared.items():
        for given, (total, pairs) in list(best.items()):
            for event, count in common.items():
                if event not in given and total + count > best.get(given | {event}, (0, {}))[0]:
                    best[given | {event}] = (total + count, pairs | {event: name})
    return max(best.values(), key=lambda option: option[0])[1]


# ---------------------------------------------------------------------------------------------- gold's own


def _grouping(story: Story, merged: Merged) -> list[Decision]:
    """Decisions that put the coded reports into the events of gold, and leave out those that gold does not know."""
    told = told_of(merged)
    matched = match(story.reports, told)
    groups: dict[str, list[str]] = {}
    for i, j in matched.items():
        groups.setdefault(story.reports[i].event, []).append(told[j].key)
    false = tuple(each.key for j, each in enumerate(told) if j not in matched.values())
    made = [_decision("reject", false)] if false else []
    made += [_decision("merge", tuple(keys)) for keys in groups.values() if len(keys) > 1]
    return made + [_decision("split", (a[0], b[0])) for a, b in combinations(groups.values(), 2)]


def _decision(kind: Any, keys: tuple[str, ...]) -> Decision:
    return Decision(kind, keys, "gold", datetime(2026, 1, 1, tzinfo=UTC), "gold says so")


def gold_codings(story: Story) -> list[Coding]:
    """Codings that hold the reports of gold: what a perfect coder would hand to merging."""
    sides = _sides(story)
    reports: dict[str, list[Report]] = {document.id: [] for document in story.documents}
    documents = {document.id: document for document in story.documents}
    for event in story.gold["events"]:
        for told in event["reports"]:
            document = documents[told["doc"]]
            start = document.text.index(told["evidence"])
            evidence = document.span(start, start + len(told["evidence"]))
            reports[document.id].append(_report(story, event, told, evidence, document, sides))
    made_with = MadeWith("gold", "gold", "gold")
    return [Coding(document, tuple(reports[document.id]), made_with) for document in story.documents]


def _report(
    story: Story,
    event: Mapping[str, Any],
    told: Mapping[str, Any],
    evidence: Span,
    document: Document,
    sides: Mapping[str, str | None],
) -> Report:
    trigger = document.span(evidence.start, evidence.start + 1)
    blamed = told.get("blames")
    doers = (Party(trigger, sides[blamed] or blamed, WHY),) if blamed else ()
    killed = told.get("killed")
    first, last = date.fromisoformat(event["start"]), date.fromisoformat(event["end"])
    place = event["place"]
    wide = (last - first).days > 3
    where = Where(
        trigger, "in_area" if wide else "at", place["name"], place["country"],
        None if wide else place["lat"], None if wide else place["lon"],
        "region" if wide else "populated_place", None if wide else 5000, WHY,
    )  # fmt: skip
    return Report(
        type=event["type"],
        status=Status(told.get("status", "happened"), trigger, WHY),
        trigger=Trigger(trigger, WHY),
        evidence=evidence,
        initiator=doers,
        places=(where,),
        when=When(trigger, first, last, None, WHY),
        figures=(
            Figure(trigger, "killed", "people", killed["low"], killed["high"], "range", "people", None, WHY),
        ) if killed else (),
        claimant=_claimant(story, told, place["country"]),
        known_by=document.published,
    )  # fmt: skip


def _claimant(story: Story, told: Mapping[str, Any], country: str) -> tuple[Claimant, ...]:
    """Whom a report of gold rests on: its publisher; sources without a name, heard by who had them first; a name."""
    origin = story.gold["origins"][told["origin"]]
    if told["doc"] in origin.get("own", ()):
        return ()
    publishers = {document.id: document.publisher or "" for document in story.documents}
    if "unnamed" in origin["name"]:
        first = min(known.document for known in story.reports if known.origin == told["origin"])
        return (_said_by("two residents", told["doc"], None), _said_by(publishers[first], told["doc"], country))
    name = publishers[origin["own"][0]] if origin.get("own") else origin["name"]
    return (_said_by(name, told["doc"], country),)


def _said_by(name: str, document: str, country: str | None) -> Claimant:
    found = resolve_claimant(name.split(",")[0], country=country) if country else None
    return Claimant(Span(document, 0, len(name), name), found.id if found else None, WHY)


def _sides(story: Story) -> dict[str, str | None]:
    """The actor of the registry that each side of a story is, as the origins of that side tell it."""
    found: dict[str, str | None] = {}
    for event in story.gold["events"]:
        for told in event["reports"]:
            if told.get("blames"):
                found.setdefault(told["blames"], None)
            origin = story.gold["origins"][told["origin"]]
            if origin["side"] and found.get(origin["side"]) is None:
                match = resolve_claimant(origin["name"].split(",")[0], country=event["place"]["country"])
                found[origin["side"]] = match.id if match else None
    return found
