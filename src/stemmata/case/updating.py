"""Brings the events of a case up to date: what changed is merged with what it is near to, and written.

pending     what changed since the last time: documents, decisions, rules
remerging   the events of what changed and its neighbourhood
recording   written over the former ones, which keep their numbers
standing    what people decided, laid over that

The events are a function of the current documents' reports, the decisions that hold, and the rules of `case.toml`.
"""

from sqlalchemy import insert, update

from stemmata.case import clock, schema
from stemmata.case.database import reading, writing
from stemmata.case.opening import Case
from stemmata.case.pending import pending_in
from stemmata.case.recording import Change, record
from stemmata.case.remerging import remerged
from stemmata.case.standing import stand
from stemmata.merging.progress import Heard, unheard


def update_events(case: Case, run: int, heard: Heard = unheard) -> list[Change]:
    """Bring the events up to date with the reports and the decisions; nothing where they are.

    Args:
        case: the case; only one process may do this at a time (see `locking`).
        run: the number of the run that does it.
        heard: told how far it is.

    Returns:
        what changed, by event.
    """
    with reading(case.engine) as connection:
        pending = pending_in(connection, case)
        if pending.nothing:
            return []
        made = remerged(connection, pending, case.settings.aggregation, heard) if pending.merges else None
    changes: list[Change] = []
    written: list[int] = []
    with writing(case.engine) as connection:
        if made:
            changes, written = record(connection, run, made, pending.held)
            made.copies.write(connection)
        stand(connection, written, pending.held, pending.changed)
        done = {"merged": pending.rules, "decided": pending.last}
        connection.execute(update(schema.run).where(schema.run.c.id == run), done)
    return changes


def begin(case: Case) -> int:
    """A new run in the case's list; its number."""
    with writing(case.engine) as connection:
        started = insert(schema.run).returning(schema.run.c.id)
        return int(connection.execute(started, {"started": clock.now()}).scalar_one())


def finish(case: Case, run: int) -> None:
    """Note that a run came to its end."""
    with writing(case.engine) as connection:
        connection.execute(update(schema.run).where(schema.run.c.id == run).values(ended=clock.now()))
