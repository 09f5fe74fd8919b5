"""Reports and their documents as flat rows; the descriptions are the exports' data dictionary."""

from collections.abc import Sequence
from typing import Final

from stemmata.case.entries import Cited, Entry, Source, Told
from stemmata.case.rows import from_record
from stemmata.exports import wording
from stemmata.exports.described import claimant_name, party
from stemmata.exports.flat import BETWEEN, Kind
from stemmata.records import Figure

REPORTS: Final[dict[str, tuple[Kind, str]]] = {
    "event": ("text", "The event that it is a report of; `id` of events."),
    "report": ("text", "The report's number in the case."),
    "type": ("text", "A type of the codebook."),
    "status": ("text", "happened, ongoing, planned, denied or hypothetical."),
    "date_start": ("date", "First day that it tells; empty where it tells none."),
    "date_end": ("date", "Last day that it tells."),
    "places": ("text", "Where, with the relation that it tells; several between semicolons."),
    "initiator": ("text", "Who did it, as it says; several between semicolons."),
    "target": ("text", "To whom or what it was done, as it says."),
    "figures": ("text", "How many, with hedges, of whom, and of which other figure it is a part."),
    "claimants": ("text", "Who says so, innermost first."),
    "quote": ("text", "The passage that tells it."),
    "origin": ("text", "Whom it rests on: reports of one origin are not independent."),
    "copied_from": ("text", "The source that the passage was taken from; empty where from none that is known."),
    "source": ("text", "The document that it stands in; `source` of sources."),
}
SOURCES: Final[dict[str, tuple[Kind, str]]] = {
    "source": ("text", "The document's name in the case."),
    "publisher": ("text", "Who published it."),
    "title": ("text", "As the page tells it."),
    "author": ("text", "As the page tells it."),
    "published": ("date", "The day of publication; empty where not told."),
    "language": ("text", "ISO 639-1 code."),
    "page": ("text", "Its address or file."),
    "sha256": ("text", "Fingerprint of its text."),
}


def report_row(entry: Entry, report: Cited) -> Told:
    """A report of an event."""
    told = report.told
    when = told["when"] or {"start": None, "end": None}
    return {
        "event": entry.id,
        "report": report.id,
        "type": told["type"],
        "status": told["status"]["value"],
        "date_start": when["start"],
        "date_end": when["end"],
        "places": BETWEEN.join(
            wording.BEFORE_PLACE[one["relation"]] + (one["name"] or one["span"]["quote"]) for one in told["places"]
        ),
        "initiator": _parties(told["initiator"]),
        "target": _parties(told["target"]),
        "figures": BETWEEN.join(_figure(from_record(Figure, one)) for one in told["figures"]),
        "claimants": BETWEEN.join(map(claimant_name, report.claimants)),
        "quote": told["evidence"]["quote"],
        "origin": next((one["name"] for one in entry.event["origins"] if one["id"] == report.origin), report.origin),
        "copied_from": report.copied_from,
        "source": report.source.name,
    }


def _parties(told: Sequence[Told]) -> str:
    return BETWEEN.join(party(one["id"] or one["span"]["quote"]).name for one in told)


def _figure(figure: Figure) -> str:
    of = wording.counted(figure)
    return wording.count(figure) + (f" ({of})" if of else "")


def source_row(source: Source) -> Told:
    """The document of a report."""
    return {
        "source": source.name, "publisher": source.publisher, "title": source.title, "author": source.author,
        "published": source.published, "language": source.language, "page": source.page, "sha256": source.sha256,
    }  # fmt: skip
