"""Codings ↔ the project's own JSON, with its schema made from `records.py`.

    {"format": "stemmata/coding/1", "codings": [{"document": …, "reports": […], "made_with": …, "problems": […]}]}

Days are ISO 8601; a span is {document, start, end, quote}. Reading back gives equal records. The number in the
format goes up when a reader of the former one could go wrong.
"""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from stemmata import records
from stemmata.errors import UnreadableInput
from stemmata.exports.schemas import schema_of
from stemmata.records import Coding

if TYPE_CHECKING:
    from pydantic import TypeAdapter

FORMAT: Literal["stemmata/coding/1"] = "stemmata/coding/1"


@dataclass(frozen=True, slots=True)
class Codings:
    """The whole of one file."""

    format: Literal["stemmata/coding/1"]
    """Name and version of this format."""
    codings: tuple[Coding, ...]
    """One for each document, in the order in which they were given."""


def as_json(codings: Iterable[Coding]) -> str:
    """The codings as one JSON object, indented, in characters beyond ASCII where the text holds them."""
    return _adapter().dump_json(Codings(FORMAT, tuple(codings)), indent=1).decode()


def from_json(text: str | bytes) -> tuple[Coding, ...]:
    """Read back what `as_json` wrote.

    Raises:
        UnreadableInput: it is no JSON of this format, or a quote does not stand in its document.
    """
    from pydantic import ValidationError

    try:
        codings = _adapter().validate_json(text).codings
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        at = ".".join(str(part) for part in first["loc"]) or "the beginning"
        raise UnreadableInput(
            f"This is no {FORMAT}: at {at}, {first['msg']}. Write it again with `stemmata code --json`."
        ) from error
    for coding in codings:
        _check_quotes(coding)
    return codings


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `as_json` writes, every description taken from the records."""
    return schema_of(Codings, FORMAT, (sys.modules[__name__], records))


@cache
def _adapter() -> "TypeAdapter[Codings]":
    from pydantic import TypeAdapter  # costs 0.2 s to import

    return TypeAdapter(Codings)


def _check_quotes(coding: Coding) -> None:
    for span in (span for report in coding.reports for span in report.spans()):
        if not span.stands_in(coding.document):
            raise UnreadableInput(
                f"Document {coding.document.id} does not hold {span.quote!r} at {span.start} to {span.end};"
                " its text was changed after coding, so code it anew."
            )
