"""The do-no-harm rules of public exports: what is kept back of an event, or why it is kept back whole."""

from dataclasses import dataclass
from datetime import date, timedelta

from stemmata.case import Case
from stemmata.case.entries import Entry


@dataclass(frozen=True, slots=True)
class Rules:
    """What `case.toml` says under [publication]."""

    delay_days: int
    coarsen_m: int
    today: date

    @classmethod
    def of(cls, case: Case) -> "Rules":
        """The rules of a case, as of today."""
        return cls(case.settings.delay_days, case.settings.coarsen_m, date.today())


def withheld(entry: Entry, rules: Rules) -> Entry | str:
    """The event as the public may see it; or why it may not.

    Whatever follows from doubt is kept back: a name that no registry marks as public, a day that nobody told.
    """
    latest = entry.when.end or entry.known_by
    if rules.delay_days and (latest is None or latest > rules.today - timedelta(days=rules.delay_days)):
        return f"younger than {rules.delay_days} days, or its day is not known"
    return entry
