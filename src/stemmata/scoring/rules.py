"""When a value is right, and how alike two reports are."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from stemmata.scoring.assignment import assign
from stemmata.scoring.codings import FAMILY, Coded, Days, Value

ACTORS = ("initiator", "target", "claimant")
EARTH_KM = 6371.0
"""The Earth's mean radius."""

# What adds to the overlap of the evidence, itself at most 1, when reports are matched. Type, places and figures tell
# apart the reports of one sentence; the small weights only settle ties. Set by judgement, not fitted.
SAME_TYPE, SAME_FAMILY, SAME_STATUS = 1.0, 0.5, 0.05
WEIGHTS = {
    "places": 0.5,
    "figures": 0.25,
    "figures (relaxed)": 0.25,
    "trigger": 0.05,
    "initiator": 0.05,
    "target": 0.05,
    "claimant": 0.05,
    "when": 0.05,
}

CLOSER = 0.001
"""What closer spans add to a right pair of values: enough to settle ties, too little to cost a pair."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: the field it counts, and when a predicted value of it is right."""

    field: str
    right: Callable[[Any, Any], bool]


def shared(a: Value, b: Value) -> int:
    """How many characters two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def overlap(a: Value, b: Value) -> float:
    """The characters that two spans share over the characters of either."""
    return shared(a, b) / (a.end - a.start + b.end - b.start - shared(a, b))


def same_words(a: Value, b: Value) -> bool:
    """Half of the shorter span is shared, or the same words stand elsewhere."""
    return 2 * shared(a, b) >= min(a.end - a.start, b.end - b.start) or a.text.casefold() == b.text.casefold()


def same_actor(a: Value, b: Value) -> bool:
    """The same words, or the same id."""
    return same_words(a, b) or (a.id is not None and a.id == b.id)


def same_days(a: Days, b: Days, apart: int = 0) -> bool:
    """Both sides lie at most so many days apart; an open side fits only an open side."""
    return _near(a.start, b.start, apart) and _near(a.end, b.end, apart)


def _near(a: int | None, b: int | None, apart: int) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= apart


def same_figure(a: Value, b: Value) -> bool:
    """The spans overlap; measure, low and high agree."""
    return shared(a, b) > 0 and (a.measure, a.low, a.high) == (b.measure, b.low, b.high)


def near_figure(a: Value, b: Value) -> bool:
    """The same figure, or one of the same measure with a bound in common."""
    bound = (a.low is not None and a.low == b.low) or (a.high is not None and a.high == b.high)
    return same_figure(a, b) or (a.measure == b.measure and bound)


def distance_km(a: Value, b: Value) -> float:
    """The great-circle distance of two places (haversine); infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


RULES = {
    "trigger": Rule("trigger", lambda a, b: shared(a, b) > 0),
    **{actor: Rule(actor, same_actor) for actor in ACTORS},
    "places": Rule("places", same_words),
    "when": Rule("when", same_days),
    "when (within 1 day)": Rule("when", lambda a, b: same_days(a, b, apart=1)),
    "figures": Rule("figures", same_figure),
    "figures (relaxed)": Rule("figures", near_figure),
}


def right_pairs(row: str, gold: Coded | None, predicted: Coded | None) -> list[tuple[Any, Any]]:
    """The values of two reports that are right by a row's rule: as many as can be, then those of the closest spans."""
    if gold is None or predicted is None:
        return []
    rule = RULES[row]
    ours, theirs = getattr(gold, rule.field), getattr(predicted, rule.field)
    if len(ours) == len(theirs) == 1:  # always so for a time, which has no span to be close by
        return [(ours[0], theirs[0])] if rule.right(ours[0], theirs[0]) else []
    weights = [[1 + CLOSER * overlap(a, b) if rule.right(a, b) else 0.0 for b in theirs] for a in ours]
    return [(ours[i], theirs[j]) for i, j in assign(weights)]


def agreement(row: str, gold: Coded, predicted: Coded) -> float:
    """Dice coefficient of a row's values: 1 where every value is right and none is spare."""
    field = RULES[row].field
    total = len(getattr(gold, field)) + len(getattr(predicted, field))
    return 2 * len(right_pairs(row, gold, predicted)) / total if total else 1.0


def likeness(gold: Coded, predicted: Coded) -> float:
    """How likely two reports of one document are the same report; 0, where no evidence is shared, forbids the match."""
    total = overlap(gold.evidence, predicted.evidence)
    if not total:
        return 0.0
    if gold.type == predicted.type:
        total += SAME_TYPE
    elif FAMILY[gold.type] == FAMILY[predicted.type]:
        total += SAME_FAMILY
    total += SAME_STATUS * (gold.status == predicted.status)
    for row, weight in WEIGHTS.items():
        total += weight * agreement(row, gold, predicted)
    return total


def match(gold: Sequence[Coded], predicted: Sequence[Coded]) -> list[tuple[Coded, Coded | None] | tuple[None, Coded]]:
    """Match the reports of one document one to one; every report stands in one pair, alone where nothing fits it."""
    if _as_json(predicted) < _as_json(gold):  # one direction always, so that ties do not depend on which is gold
        partner = {i: j for j, i in assign([[likeness(p, g) for g in gold] for p in predicted])}
    else:
        partner = dict(assign([[likeness(g, p) for p in predicted] for g in gold]))
    taken = set(partner.values())
    pairs = [(g, predicted[partner[i]] if i in partner else None) for i, g in enumerate(gold)]
    return [*pairs, *((None, p) for j, p in enumerate(predicted) if j not in taken)]


def _as_json(reports: Sequence[Coded]) -> str:
    return "[" + ", ".join(report.as_json for report in reports) + "]"
