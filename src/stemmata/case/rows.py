"""Records ↔ rows of the case's tables."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from stemmata.records import Document, Report

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Record = TypeVar("Record")
Row = Mapping[Any, Any]

APART = ("id", "text", "sha256", "capture", "source", "title", "publisher", "language")
"""Fields of a document that have a column or a row of their own; the rest stands in its record."""
TOLD = ("text", "title", "publisher", "author", "url", "language", "dates")
"""What makes a new version of a page when it changes. Links and media do not: pages shuffle them at each visit."""


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # costs 0.2 s to import

    return TypeAdapter(kind)


def as_record(thing: object) -> Any:
    """A record as JSON holds it."""
    kind: Any = type(thing)
    return _adapter(kind).dump_python(thing, mode="json")


def from_record(kind: type[Record], told: Any) -> Record:
    """A record from what JSON held."""
    made: Record = _adapter(cast(Any, kind)).validate_python(told)
    return made


def storable(document: Document) -> bool:
    """Tell whether both databases can hold all that a document says."""
    told = json.dumps(_adapter(Document).dump_python(document, mode="python"), ensure_ascii=False, default=str)
    return "\\u0000" not in told and not any("\ud800" <= c <= "\udfff" for c in told)


def digest(document: Document) -> str:
    """What a document says and what is said about it, in one hash."""
    told = as_record(document)
    return hashlib.sha256(json.dumps([told[field] for field in TOLD]).encode()).hexdigest()


def name_of(page: str, version: int, document: Document) -> str:
    """What the case calls a document, and its spans: one text on two pages is two documents."""
    return hashlib.sha256(f"{page}\n{version}\n{document.sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:16]


def document_row(document: Document) -> dict[str, Any]:
    """The columns that a document fills by itself."""
    told = as_record(document)
    return {
        "given_id": document.id,
        "sha256": document.sha256,
        "digest": digest(document),
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "language": document.language,
        "text": document.text,
        "record": {field: value for field, value in told.items() if field not in APART},
    }


def document_of(row: Row) -> Document:
    """The document of a row of `document`, with the columns `source` and `body` of its capture."""
    told = {field: row[field] for field in ("text", "sha256", "title", "publisher", "language")}
    return from_record(
        Document, {**row["record"], **told, "id": row["name"], "source": row["source"], "capture": row["body"]}
    )


def report_rows(reports: tuple[Report, ...], page: str) -> list[dict[str, Any]]:
    """The columns of a document's reports, in their order."""
    seen: dict[str, int] = {}
    rows = []
    for position, report in enumerate(reports):
        words = f"{page}\n{report.evidence.quote}\n{report.trigger.span.quote}"
        nth = seen[words] = seen.get(words, -1) + 1
        rows.append(
            {
                "key": hashlib.sha256(f"{words}\n{nth}".encode("utf-8", "surrogateescape")).hexdigest()[:16],
                "position": position,
                "type": report.type,
                "status": report.status.value,
                "starts": report.when.start if report.when else None,
                "ends": report.when.end if report.when else None,
                "quote": report.evidence.quote,
                "record": as_record(report),
            }
        )
    return rows


def report_of(row: Row) -> Report:
    """The report of a row of `report`."""
    return from_record(Report, row["record"])


def renamed(document: Document, name: str) -> Document:
    """The document under the name that the case gives it."""
    return replace(document, id=name)
