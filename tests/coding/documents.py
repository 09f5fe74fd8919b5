"""Short documents for tests, coded with the shipped model and told in one line a report."""

import hashlib
from datetime import date
from functools import cache

from stemmata.coding import code
from stemmata.reading import read
from stemmata.records import Capture, Claimant, Coding, Document, Figure, Report, When

PUBLISHED = date(2021, 3, 6)
"""A Saturday."""


def document(text: str, published: date | None = PUBLISHED, publisher: str | None = None) -> Document:
    """The document that is read of a plain text."""
    body = text.encode()
    capture = Capture(hashlib.sha256(body).hexdigest(), "test.txt", body, "text/plain")
    (found,) = read(capture, published=published, publisher=publisher)
    assert isinstance(found, Document), found
    return found


@cache
def coded(text: str, published: date | None = PUBLISHED, publisher: str | None = None) -> Coding:
    """What a plain text reports; each text is coded once a session."""
    return code(document(text, published, publisher))


def told(report: Report) -> str:
    """A report in one line: `type status: who > whom | where | when | figures | said by`.

    An empty field is `-`, empty ends are left out, and `happened` goes without saying.
    """
    status = "" if report.status.value == "happened" else f" {report.status.value}"
    sides = [", ".join(party.span.quote for party in side) or "-" for side in (report.initiator, report.target)]
    fields = (
        " > ".join(sides).removesuffix(" > -"),
        ", ".join(f"{place.relation} {place.span.quote}" for place in report.places),
        _window(report.when) if report.when else "",
        ", ".join(count_told(figure) for figure in report.figures),
        ", ".join(_voice(claimant) for claimant in report.claimant),
    )
    line = " | ".join(field or "-" for field in fields)
    while line.endswith("| -"):
        line = line.removesuffix("| -").rstrip()
    return f"{report.type}{status}: {line}"


def _voice(claimant: Claimant) -> str:
    """`he (the minister)` where the first words stand for the second."""
    return f"{claimant.span.quote} ({claimant.stands_for.quote})" if claimant.stands_for else claimant.span.quote


def _window(when: When) -> str:
    """`2021-03-05`, `2021-03-01..2021-03-05`, a side that is not known as `?`."""
    start, end = (day.isoformat() if day else "?" for day in (when.start, when.end))
    return start if start == end else f"{start}..{end}"


def count_told(figure: Figure) -> str:
    """`7 killed farmers`, `7+` at least, `-7` at most, `~7` about, `5-7` a range, `20+?` vague."""
    low, high = figure.low, figure.high
    number = str(low) if low == high else f"{low}-{high}" if low is not None and high is not None else ""
    number = number or (f"{low}+" if low is not None else f"-{high}")
    number = {"about": f"~{number}", "vague": f"{number}?"}.get(figure.hedge, number)
    part = f" of {figure.part_of.quote!r}" if figure.part_of else ""
    return f"{number} {figure.measure} {figure.of}{part}"
