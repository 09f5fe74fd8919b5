"""What an export was made of: the state of the case, versions and fingerprints, and whose data is in it."""

from typing import Any

from sqlalchemy import func, select

from stemmata import __version__
from stemmata.case import Case, schema
from stemmata.case.database import reading
from stemmata.places.default import compiled
from stemmata.places.gazetteer import own_gazetteers
from stemmata.places.index import about

MODEL_CREDIT = "Language model of Stemmata (CC BY-SA 4.0), trained on Universal Dependencies EWT and GUM, among others"


def made_of(case: Case) -> dict[str, Any]:
    """The state of a case in a few values: its last run that made events and its last decision say which it is."""
    run, coding = schema.run.c, schema.coding.c
    with reading(case.engine) as connection:
        last = connection.execute(
            select(run.id, run.started).where(run.merged.is_not(None)).order_by(run.id.desc()).limit(1)
        ).first()
        with_what = connection.execute(
            select(coding.stemmata, coding.codebook, coding.model, func.count())
            .group_by(coding.stemmata, coding.codebook, coding.model)
            .order_by(coding.stemmata, coding.codebook, coding.model)
        ).all()
        decided = connection.scalar(select(func.max(schema.decision.c.id)))
    return {
        "case": case.settings.name,
        "stemmata": __version__,
        "run": last.id if last else None,
        "asof": last.started if last else None,
        "decisions": decided or 0,
        "aggregation": case.settings.aggregation,
        "coded_with": [
            {"stemmata": stemmata, "codebook": codebook, "model": model, "documents": count}
            for stemmata, codebook, model, count in with_what
        ],
    }


def credits_of() -> tuple[str, ...]:
    """How those want to be named whose data is in every export: the gazetteers and the language model."""
    indexes = [compiled(), *own_gazetteers().values()]
    return tuple(dict.fromkeys([*(told for index in indexes if (told := about(index).credit)), MODEL_CREDIT]))
