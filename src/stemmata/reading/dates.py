"""Days as pages and wires write them; what is not told is left out."""

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DATELINE = re.compile(
    rf"[A-ZÀ-Þ][\w.'’\- ]{{1,40}}(?:, [A-ZÀ-Þ][\w.'’\- ]{{1,30}})?,? \(?(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}))"
    r"(?:,? (?P<y>\d{4}))?\)?[.]?\s*(?:\([^)]{2,60}\)\s*)?[-–—]",
    re.I,
)


def opens_with_dateline(line: str) -> bool:
    """Tell whether a line begins as wires begin: `BEIRUT, Jan 19 (Wire) —`."""
    return _DATELINE.match(line) is not None


def iso_day(value: str) -> date | None:
    """The day of an ISO 8601 day or moment, as written in its own time zone."""
    told = re.match(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T ])", value.strip())
    try:
        return date(*map(int, told.groups())) if told else None
    except ValueError:
        return None
