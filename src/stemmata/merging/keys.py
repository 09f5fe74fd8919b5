"""The names of reports and events. Both are made of the frozen text, so that they stay from run to run."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from stemmata.records import Coding, Report


def keyed(coding: Coding) -> Iterable[tuple[str, Report]]:
    """Each report with its key, `document:offset of the trigger`; the second at one trigger ends in `.2`."""
    seen: Counter[int] = Counter()
    for report in coding.reports:
        at = report.trigger.span.start
        seen[at] += 1
        yield f"{coding.document.id}:{at}" + (f".{seen[at]}" if seen[at] > 1 else ""), report


def event_id(first: str) -> str:
    """The id of an event whose first report bears this key."""
    return "E" + sha256(first.encode()).hexdigest()[:12]
