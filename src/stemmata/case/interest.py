"""What a case is about, by its `case.toml`: which events lie outside of its days and have none of its actors."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from stemmata.actors import load_registry
from stemmata.case import schema
from stemmata.case.settings import Settings


class Interest:
    """The days, countries and actors that a case is about; where nothing is said, all are."""

    def __init__(self, settings: Settings, connection: Connection) -> None:
        self._settings = settings
        self._concerned = _with_parties(connection, settings.actors) if settings.actors else None

    def outside(self, event: int, columns: Mapping[str, Any]) -> str | None:
        """In words, why an event is not what the case is about; None where it is, or does not tell otherwise.

        Args:
            event: its number.
            columns: its columns of the table `event`.
        """
        first, last = columns["starts"] or columns["ends"], columns["ends"] or columns["starts"]
        about = self._settings
        if _before(last, about.start):
            return f"before {about.start}"
        if _before(about.until, first):
            return f"after {about.until}"
        if about.region and columns["country"] and columns["country"] not in about.region:
            return f"not in {', '.join(about.region)}"
        if self._concerned is not None and event not in self._concerned:
            return "none of the actors of interest takes part"
        return None


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _with_parties(connection: Connection, actors: tuple[str, ...]) -> set[int]:
    """The events in which actors, or what is part of them, did something or had it done to them."""
    known = load_registry().actors
    parts = {one for one in known if known[one].parent in actors}
    told = text("SELECT DISTINCT report FROM report_party WHERE party IN :those")
    told = told.bindparams(bindparam("those", expanding=True))
    reports = set(connection.scalars(told, {"those": sorted({*actors, *parts})}))
    link = schema.event_report.c
    return {event for event, report in connection.execute(select(link.event, link.report)) if report in reports}
