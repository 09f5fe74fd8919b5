"""Counts right, missed and spare values over all documents."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from stemmata.errors import ScoringError
from stemmata.scoring.breakdown import Cases, Found, Pair, cases_of, split
from stemmata.scoring.codings import FAMILY, STATUSES, Coded, Coding, Json, read_coding, read_texts, take_coding
from stemmata.scoring.rules import ACTORS, RULES, agreement, distance_km, match, right_pairs, same_words

HEADLINE = ("typed", "initiator", "target", "claimant", "places", "figures", "when")
"""The report score is the mean of these F1; a field with nothing to find and nothing found is left out of it."""

RADII_KM = (25, 161)
"""161 km are the hundred miles that studies of place resolution report."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values are in gold, how many were predicted, and how many of these are right."""

    right: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float | None:
        return _ratio(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        return _ratio(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        return _ratio(2 * self.right, self.gold + self.predicted)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the values that could be compared are right."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        return _ratio(self.right, self.of)


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one set of reports."""

    tallies: dict[str, Tally]
    """Row of the table → its counts: `detected`, `typed`, `typed by family`, and a row for each rule."""
    shares: dict[str, Share]
    status_macro_f1: float | None
    """Mean over the statuses of their F1 on matched reports."""
    report_score: float | None
    """Mean of the F1 of `HEADLINE`."""

    def to_dict(self) -> Json:
        """Plain JSON."""
        return {
            "report score": self.report_score,
            "scores": {
                name: {"precision": t.precision, "recall": t.recall, "f1": t.f1, **asdict(t)}
                for name, t in self.tallies.items()
            },
            "shares": {name: {"share": s.share, **asdict(s)} for name, s in self.shares.items()},
            "status macro F1": self.status_macro_f1,
        }


@dataclass(frozen=True, slots=True)
class Result:
    """What scoring one coding against gold gives."""

    documents: int
    notes: tuple[str, ...]
    """What was compared, and which documents one side lacks."""
    scores: Scores
    by: dict[str, Scores] | None = None
    """The same for each type or publisher, where asked for."""
    errors: dict[str, Cases] | None = None
    """Kind of error → its count and first cases, where asked for."""

    def to_dict(self) -> Json:
        """Plain JSON."""
        told: Json = {"documents": self.documents, "notes": list(self.notes), **self.scores.to_dict()}
        if self.by is not None:
            told["by"] = {name: scores.to_dict() for name, scores in self.by.items()}
        if self.errors is not None:
            told["errors"] = {kind: asdict(cases) for kind, cases in self.errors.items()}
        return told


def score(
    docs: Path,
    gold: Path,
    predicted: Path | Iterable[tuple[str, list[dict[str, Any]]]],
    *,
    by: Literal["type", "publisher"] | None = None,
    errors: int = 0,
) -> Result:
    """Score coded reports against hand-coded ones.

    Args:
        docs: documents, one JSON object a line.
        gold: their hand-coded reports. Documents that it lacks are left out.
        predicted: the reports to score, as a file of the same shape or as (document's id, reports). Documents that
            it lacks count as without reports.
        by: break the scores down.
        errors: how many cases of each kind of error to list.

    Raises:
        ScoringError: an input cannot be read or breaks the codebook's shape; names file and line.
    """
    texts = read_texts(docs)
    truth = read_coding(gold, texts)
    if isinstance(predicted, Path):
        name, coded = str(predicted), read_coding(predicted, texts)
    else:
        name, coded = "this run", take_coding(predicted, texts)
    ids = [id for id in texts if id in truth]
    if not ids:
        raise ScoringError(f"{gold} has no document to score; check that it belongs to {docs}")
    found: list[Found] = [(texts[id], *pair) for id in ids for pair in match(truth[id], coded.get(id, ()))]
    return Result(
        documents=len(ids),
        notes=(f"gold: {gold}; predicted: {name}", *_notes(truth, coded, gold, name)),
        scores=_scores([(g, p) for _, g, p in found]),
        by={part: _scores(pairs) for part, pairs in split(found, by).items()} if by else None,
        errors=cases_of(found, errors) if errors else None,
    )


def _notes(gold: Coding, predicted: Coding, gold_name: Path, predicted_name: str) -> Iterable[str]:
    lacking = [id for id in gold if id not in predicted]
    if lacking:
        missing = f"{len(lacking)} documents missing from {predicted_name}"
        yield f"{missing}, counted as without reports: {', '.join(lacking)}"
    spare = [id for id in predicted if id not in gold]
    if spare:
        yield f"{len(spare)} documents missing from {gold_name}, left out: {', '.join(spare)}"


def _scores(pairs: Sequence[Pair]) -> Scores:
    tallies = {name: _tally(pairs, agree) for name, agree in _DETECTION.items()}
    right = {name: [right_pairs(name, g, p) for g, p in pairs] for name in RULES}
    for name, rule in RULES.items():
        tallies[name] = Tally(
            sum(map(len, right[name])),
            sum(len(getattr(g, rule.field)) for g, _ in pairs if g),
            sum(len(getattr(p, rule.field)) for _, p in pairs if p),
        )
    return Scores(
        tallies=tallies,
        shares=dict(_shares(pairs, {name: [v for found in right[name] for v in found] for name in RULES})),
        status_macro_f1=_mean(_status_f1(pairs)),
        report_score=_mean(tallies[name].f1 for name in HEADLINE),
    )


_DETECTION: dict[str, Callable[[Coded, Coded], bool]] = {
    "detected": lambda _g, _p: True,
    "typed": lambda g, p: g.type == p.type,
    "typed by family": lambda g, p: FAMILY[g.type] == FAMILY[p.type],
}


def _tally(pairs: Sequence[Pair], agree: Callable[[Coded, Coded], bool]) -> Tally:
    return Tally(
        sum(1 for g, p in pairs if g and p and agree(g, p)),
        sum(1 for g, _ in pairs if g),
        sum(1 for _, p in pairs if p),
    )


def _shares(pairs: Sequence[Pair], right: dict[str, list[tuple[Any, Any]]]) -> Iterable[tuple[str, Share]]:
    for actor in ACTORS:
        known = [(g, p) for g, p in right[actor] if g.id is not None and same_words(g, p)]
        yield f"{actor} id", _share(g.id == p.id for g, p in known)
    apart = [distance_km(g, p) for g, p in right["places"] if g.lat is not None]
    for km in RADII_KM:
        yield f"located within {km} km", _share(distance <= km for distance in apart)
    yield "relation", _share(g.relation == p.relation for g, p in right["places"])
    both = [(g, p) for g, p in pairs if g and p]
    yield "no day in gold, none predicted", _share(not p.when for g, p in both if not g.when)
    yield "status", _share(g.status == p.status for g, p in both)
    yield "perfect", _share(p is not None and is_perfect(g, p) for g, p in pairs if g)


def is_perfect(gold: Coded, predicted: Coded) -> bool:
    """Type, status, time, innermost claimant, all places and all figures are right, and none is spare."""
    return (
        gold.type == predicted.type
        and gold.status == predicted.status
        and _same_source(gold, predicted)
        and all(agreement(row, gold, predicted) == 1 for row in ("places", "figures", "when"))
    )


def _same_source(gold: Coded, predicted: Coded) -> bool:
    ours, theirs = gold.claimant[:1], predicted.claimant[:1]
    return len(ours) == len(theirs) and all(map(RULES["claimant"].right, ours, theirs))


def _status_f1(pairs: Sequence[Pair]) -> Iterable[float | None]:
    told = [(g.status, p.status) for g, p in pairs if g and p]
    for status in STATUSES:
        right = sum(g == p == status for g, p in told)
        yield Tally(right, sum(g == status for g, _ in told), sum(p == status for _, p in told)).f1


def _share(hits: Iterable[bool]) -> Share:
    told = list(hits)
    return Share(sum(told), len(told))


def _ratio(part: float, whole: int) -> float | None:
    """None where there is nothing to divide by."""
    return part / whole if whole else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return _ratio(sum(known), len(known))
