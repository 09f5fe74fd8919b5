"""The clock of a case. It may stand wrong or go back: no order, and no version, ever depends on it."""

from datetime import UTC, datetime


def now() -> datetime:
    """This moment, by this machine's clock, in UTC."""
    return datetime.now(UTC)
