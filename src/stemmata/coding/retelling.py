"""Joins the reports by which one document tells the same twice: headline, lead and body."""

from collections.abc import Sequence
from dataclasses import replace

from stemmata.records import Claimant, Figure, Party, Report, Span, When, Where

# Types that a later passage may replace: "an attack" in the headline is "a rocket attack" in the lead.
LESS_SPECIFIC = frozenset({"casualties", "clash", "attack_on_civilians", "property_destruction"})


def join_retold(reports: Sequence[Report], families: dict[str, str]) -> list[Report]:
    """Reports of one document with those that tell the same made one, in text order."""
    kept: list[Report] = []
    for report in reports:
        for n, earlier in enumerate(kept):
            if same(earlier, report, families):
                kept[n] = join(earlier, report)
                break
        else:
            kept.append(report)
    return sorted(kept, key=lambda report: report.evidence.start)


def same(a: Report, b: Report, families: dict[str, str]) -> bool:
    """Tell whether two reports of one document tell of the same happening in the same voice."""
    if a.status.value != b.status.value or not _same_type(a, b, families):
        return False
    if _apart_in_time(a.when, b.when) or _apart_in_place(a.places, b.places) or _two_voices(a.claimant, b.claimant):
        return False
    if _other_sides(a.initiator, b.initiator):
        return False
    if _shared_figure(a.figures, b.figures):
        return True
    if a.type != b.type or _clashing_figures(a.figures, b.figures):
        return False
    return _shared_place(a.places, b.places) or _adds_nothing(a, b) or _adds_nothing(b, a)


def _adds_nothing(thin: Report, full: Report) -> bool:
    """Tell whether a passage only mentions what another tells: no place, figure, day or claimant of its own."""
    if thin.figures or (thin.when and thin.when.start) or thin.claimant:
        return False
    own = {p.span.quote.casefold() for p in thin.places if p.why.rule != "place-told-before"}
    return own <= {p.span.quote.casefold() for p in full.places}


def join(a: Report, b: Report) -> Report:
    """One report of two: the fuller passage as evidence, the more specific value in each field, both figures kept."""
    best, other = (a, b) if _fullness(a) >= _fullness(b) else (b, a)
    kind = other if best.type in LESS_SPECIFIC and other.type not in LESS_SPECIFIC else best
    return replace(
        best,
        type=kind.type,
        trigger=kind.trigger,
        initiator=best.initiator or other.initiator,
        target=best.target or other.target,
        places=best.places or other.places,
        when=best.when if best.when and best.when.start else other.when or best.when,
        figures=_all_figures(best.figures, other.figures),
        claimant=best.claimant or other.claimant,
        also=_others(best, other),
    )


def _same_type(a: Report, b: Report, families: dict[str, str]) -> bool:
    if a.type == b.type:
        return True
    vague = a.type in LESS_SPECIFIC or b.type in LESS_SPECIFIC
    violent = {"fighting", "strikes", "bombs", "civilians", "property"}
    return vague and {families[a.type], families[b.type]} <= violent and _shared_figure(a.figures, b.figures)


def _apart_in_time(a: When | None, b: When | None) -> bool:
    if a is None or b is None or a.start is None or a.end is None or b.start is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


def _apart_in_place(a: Sequence[Where], b: Sequence[Where]) -> bool:
    exact_a, exact_b = _points(a), _points(b)
    return bool(exact_a and exact_b) and not exact_a & exact_b


def _points(places: Sequence[Where]) -> set[str]:
    return {
        (p.name or p.span.quote).casefold() for p in places if p.level not in ("country", "region", "area", "district")
    }


def _shared_place(a: Sequence[Where], b: Sequence[Where]) -> bool:
    return bool({(p.name or p.span.quote).casefold() for p in a} & {(p.name or p.span.quote).casefold() for p in b})


def _two_voices(a: Sequence[Claimant], b: Sequence[Claimant]) -> bool:
    if not a or not b:
        return False
    return not _voices(a) & _voices(b)


def _voices(claimants: Sequence[Claimant]) -> set[str]:
    """The claimants by id, else by the words that name them."""
    return {c.id or (c.stands_for or c.span).quote.casefold() for c in claimants}


def _other_sides(a: Sequence[Party], b: Sequence[Party]) -> bool:
    known_a, known_b = {p.id for p in a if p.id}, {p.id for p in b if p.id}
    return bool(known_a and known_b) and not known_a & known_b


def _key(figure: Figure) -> tuple[str, int | None, int | None]:
    return figure.measure, figure.low, figure.high


def _shared_figure(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    numbers_a = {(f.measure, f.low if f.low is not None else f.high) for f in a if f.hedge != "vague"}
    return bool(numbers_a & {(f.measure, f.low if f.low is not None else f.high) for f in b if f.hedge != "vague"})


def _clashing_figures(a: Sequence[Figure], b: Sequence[Figure]) -> bool:
    """Different counts of the same measure, none a part."""
    for measure in {f.measure for f in a} & {f.measure for f in b}:
        whole_a = {_key(f) for f in a if f.measure == measure and f.part_of is None}
        whole_b = {_key(f) for f in b if f.measure == measure and f.part_of is None}
        if whole_a and whole_b and not whole_a & whole_b:
            return True
    return False


def _fullness(report: Report) -> int:
    points = sum(map(len, (report.initiator, report.target, report.places, report.figures, report.claimant)))
    return points + bool(report.when) + (report.type not in LESS_SPECIFIC)


def _all_figures(best: Sequence[Figure], other: Sequence[Figure]) -> tuple[Figure, ...]:
    """Each figure once; the same number hedged and bare is one, as the more specific passage has it."""
    out = list(best)
    for figure in other:
        number = figure.low if figure.low is not None else figure.high
        if not any(f.measure == figure.measure and number in (f.low, f.high) for f in out):
            out.append(figure)
    return tuple(out)


def _others(best: Report, other: Report) -> tuple[Span, ...]:
    spans = dict.fromkeys((*best.also, other.evidence, *other.also))
    return tuple(span for span in spans if span != best.evidence)
