"""What is in a case: problems."""

from sqlalchemy import select

from stemmata.case import schema
from stemmata.case.database import reading
from stemmata.case.opening import Case
from stemmata.records import Problem


def problems(case: Case) -> list[Problem]:
    """What could not be captured, read or coded, in the order in which it happened."""
    table = schema.problem.c
    with reading(case.engine) as connection:
        rows = connection.execute(select(table.source, table.stage, table.code, table.message).order_by(table.id))
        return [Problem(*row) for row in rows]
