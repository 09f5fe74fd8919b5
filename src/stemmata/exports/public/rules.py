"""The rules of a case for what is made public: `case.toml`, under [publication]."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from stemmata.case.settings import Settings
from stemmata.exports.public.places import Coarseness
from stemmata.records import Rule


@dataclass(frozen=True, slots=True)
class Rules:
    """What public exports keep back."""

    delay_days: int = 0
    """Events younger than this are left out."""
    asof: date | None = None
    """The day of the last run, from which delays are counted."""
    coarsen: Coarseness = "place"
    """No place is told more exactly than this."""
    coarsen_m: int = 0
    """No point is told more exactly than so many metres."""
    confidential: tuple[str, ...] = ()
    """Names, ids and addresses of sources that are left out whole."""
    aggregation: Rule = "conservative"
    """How an event chooses among the values that are left to it."""

    @classmethod
    def of(cls, settings: Settings) -> "Rules":
        """The rules of a case."""
        return cls(
            settings.delay_days,
            None,
            settings.coarsen,  # type: ignore[arg-type]  # checked when the settings were read
            settings.coarsen_m,
            settings.confidential,
            settings.aggregation,
        )

    def at(self, asof: datetime | None) -> "Rules":
        """The rules for events as a run left them; None before any run."""
        return replace(self, asof=asof.date() if asof else None)

    @property
    def newest(self) -> date | None:
        """The last day of which events are told; None without a delay."""
        if not self.delay_days:
            return None
        return self.asof - timedelta(self.delay_days) if self.asof else date.min

    def told(self) -> dict[str, Any]:
        """The rules as a manifest tells them. How many sources are confidential is told, and not which."""
        return {
            "delay_days": self.delay_days,
            "newest day": self.newest.isoformat() if self.newest else None,
            "coarsen": self.coarsen,
            "coarsen_m": self.coarsen_m,
            "confidential sources": len(self.confidential),
        }
