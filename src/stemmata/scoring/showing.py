"""The result in tables, for people."""

from collections.abc import Iterator, Sequence

from stemmata.scoring.breakdown import Cases
from stemmata.scoring.codings import Json
from stemmata.scoring.result import HEADLINE, Result, Scores

Cell = str | float | None


def tables(result: Result) -> str:
    """Every figure of a result in aligned columns: ratios with three decimals, undefined ones as a dash."""
    parts = ["\n".join(result.notes), _counts(result.scores), _shares(result.scores)]
    if result.by is not None:
        parts.append(_groups(result.by))
    parts += ["\n".join(_errors(kind, cases)) for kind, cases in (result.errors or {}).items()]
    return "\n\n".join(parts) + "\n"


def _counts(scores: Scores) -> str:
    head = ["", "precision", "recall", "f1", "right", "gold", "predicted"]
    rows = ((name, t.precision, t.recall, t.f1, t.right, t.gold, t.predicted) for name, t in scores.tallies.items())
    return _table([head, *rows])


def _shares(scores: Scores) -> str:
    rows = ((name, s.share, s.right, s.of) for name, s in scores.shares.items())
    overall = (("status macro F1", scores.status_macro_f1), ("report score", scores.report_score))
    return _table([["", "share", "right", "of"], *rows, *((*cells, "", "") for cells in overall)])


def _groups(groups: dict[str, Scores]) -> str:
    rows = (
        (
            name,
            scores.tallies["typed"].gold,
            scores.tallies["typed"].predicted,
            *(scores.tallies[row].f1 for row in HEADLINE),
            scores.report_score,
        )
        for name, scores in groups.items()
    )
    return _table([["F1", "gold", "predicted", *HEADLINE, "report score"], *rows])


def _table(lines: Sequence[Sequence[Cell]]) -> str:
    cells = [[_cell(value) for value in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join("  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in cells)


def _cell(value: Cell) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _errors(kind: str, cases: Cases) -> Iterator[str]:
    yield f"{kind}: {cases.count}"
    for case in cases.first:
        yield f"  {case['document']}"
        for side in ("gold", "predicted"):
            if case[side]:
                yield from _report(side, case[side], with_figures=kind == "wrong figures")


def _report(side: str, report: Json, with_figures: bool) -> Iterator[str]:
    yield f'    {side:<9} {report["type"]}: "{" ".join(report["evidence"].split())}"'
    for figure in report["figures"] if with_figures else ():
        yield f'{"":14} {figure["measure"]} {figure["low"]} to {figure["high"]}: "{figure["text"]}"'
