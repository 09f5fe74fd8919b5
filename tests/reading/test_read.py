"""The verb `read`, end to end on small inputs."""

import hashlib
import json
from datetime import date

from stemmata.reading import read
from stemmata.records import Capture, Document, Problem


def captured(body: bytes | str, content_type: str | None = None) -> Capture:
    body = body.encode() if isinstance(body, str) else body
    return Capture(hashlib.sha256(body).hexdigest(), "page", body, content_type)


def the_document(body: bytes | str, content_type: str | None = None, **told: object) -> Document:
    (found,) = read(captured(body, content_type), **told)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def test_one_bad_line_costs_only_itself() -> None:
    lines = [
        json.dumps({"id": "a", "text": "One man was hurt."}),
        "{oops",
        json.dumps({"id": "c", "text": "Two fled."}),
    ]
    first, second, third = read(captured("\n".join(lines)))
    assert isinstance(first, Document) and first.id == "a"
    assert isinstance(second, Problem) and "page:2:" in second.message
    assert isinstance(third, Document) and third.id == "c"


def test_what_the_user_gives_fills_only_gaps() -> None:
    line = json.dumps({"id": "a", "text": "One man was hurt.", "published": "2019-01-21T23:30:00-05:00"})
    told = the_document(line, published=date(2020, 1, 1), publisher="Someone")
    assert told.published == date(2019, 1, 21)
    assert told.publisher == "Someone"
    untold = the_document("One man was hurt.", published=date(2020, 1, 1))
    assert [(mark.day, mark.read_from) for mark in untold.dates] == [(date(2020, 1, 1), "given by the user")]
