"""Why reports count in no event any more: their page was edited or withdrawn, a person rejected them."""

from collections.abc import Collection

from sqlalchemy import select

from stemmata.case import schema
from stemmata.case.database import lots, reading
from stemmata.case.deciding import decisions, holding
from stemmata.case.opening import Case
from stemmata.case.versions import known_as

STATES = {
    "replaced": "is of a page that was edited, and tells it no more",
    "withdrawn": "is of a page that its publisher withdrew",
}


def departed(case: Case, reports: Collection[str]) -> dict[str, str]:
    """Report, as `R5` → why it counts no more, as the case stands now; those that count are left out.

    The words follow the report's name: `was rejected by ana (decision 4): a film is described`.
    """
    if not reports:
        return {}
    numbers = sorted(int(name[1:]) for name in reports)
    report, document = schema.report.c, schema.document.c
    with reading(case.engine) as connection:
        states = {
            number: state
            for some in lots(numbers)
            for number, state in connection.execute(
                select(report.id, document.state).where(report.id.in_(some), report.document == document.id)
            )
        }
        rejections = [one for one in holding(decisions(connection)) if one.kind == "reject"]
        known = known_as(connection, {key for one in rejections for key in one.keys})
    told = {f"R{number}": STATES[state] for number, state in states.items() if state in STATES}
    told |= {f"R{number}": "is of a page that was coded anew, and is not read any more" for number in numbers
             if number not in states}  # fmt: skip
    for one in rejections:
        reason = f": {one.reason}" if one.reason else ""
        names = {f"R{number}" for key in one.keys for number in known.get(key, ())}
        told |= dict.fromkeys(names, f"was rejected by {one.author} (decision {one.number}){reason}")
    return {name: why for name, why in told.items() if name in reports}
