"""A report with some of its values put right; most that pass a rule are as they were and stay the same thing."""

from dataclasses import replace
from typing import Any

from stemmata.records import Report


def amend(report: Report, **values: Any) -> Report:
    """The report with these values, itself where it has them all."""
    changed = {name: value for name, value in values.items() if getattr(report, name) != value}
    return replace(report, **changed) if changed else report
