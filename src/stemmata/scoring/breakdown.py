"""Matched reports by type or publisher, and the first errors of each kind."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemmata.scoring.codings import Coded, Json, Text
from stemmata.scoring.rules import agreement

Pair = tuple[Coded | None, Coded | None]
"""A gold report and a predicted one; None where the other found no match."""

Found = tuple[Text, Coded | None, Coded | None]


@dataclass(frozen=True, slots=True)
class Cases:
    """One kind of error."""

    count: int
    first: tuple[Json, ...]
    """Document, and what gold and the prediction say."""


def split(found: Sequence[Found], by: Literal["type", "publisher"]) -> dict[str, list[Pair]]:
    """The pairs of each publisher or type; by type, a wrong type is a miss of one and a false alarm of the other."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for text, gold, predicted in found:
        if by == "publisher":
            groups[text.publisher].append((gold, predicted))
        elif gold and predicted and gold.type == predicted.type:
            groups[gold.type].append((gold, predicted))
        else:
            if gold:
                groups[gold.type].append((gold, None))
            if predicted:
                groups[predicted.type].append((None, predicted))
    return dict(sorted(groups.items()))


def cases_of(found: Sequence[Found], limit: int) -> dict[str, Cases]:
    """Count each kind of error and tell its first cases."""
    both = [(text, g, p) for text, g, p in found if g and p]
    kinds: dict[str, list[Found]] = {
        "missed reports": [case for case in found if case[2] is None],
        "false alarms": [case for case in found if case[1] is None],
        "wrong types": [(text, g, p) for text, g, p in both if g.type != p.type],
        "wrong figures": [(text, g, p) for text, g, p in both if agreement("figures", g, p) < 1],
    }
    errors = {}
    for kind, cases in kinds.items():
        first = tuple({"document": t.id, "gold": _told(g), "predicted": _told(p)} for t, g, p in cases[:limit])
        errors[kind] = Cases(len(cases), first)
    return errors


def _told(report: Coded | None) -> Json | None:
    if report is None:
        return None
    figures = [{key: getattr(f, key) for key in ("measure", "low", "high", "text")} for f in report.figures]
    return {"type": report.type, "evidence": report.evidence.text, "figures": figures}
