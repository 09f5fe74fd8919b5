"""The project's own format: an event a line, with all that belongs to it; read in again, nothing is lost."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import orjson

from stemmata.case.entries import Cited, Entry, Source
from stemmata.exports.features import EVERYTHING
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import join_lines

VERSION = "stemmata/events/1"
"""Raised when a field changes its meaning."""
NAMES = tuple(field.name for field in fields(Entry))


def line(entry: Entry) -> bytes:
    """An event as a line of JSON."""
    told = {"format": VERSION, "id": entry.id, **{name: getattr(entry, name) for name in NAMES}}
    try:
        return orjson.dumps(told, option=orjson.OPT_APPEND_NEWLINE)  # which knows days and records by itself
    except TypeError:
        return compact(as_json(entry)).encode() + b"\n"


def compact(told: Any) -> str:
    """JSON on one line."""
    try:
        return orjson.dumps(told).decode()
    except TypeError:  # a whole number past 64 bits
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def as_json(entry: Entry) -> dict[str, Any]:
    """An event as JSON: the same names as `Entry` and its parts have."""
    told = {field.name: _plain(getattr(entry, field.name)) for field in fields(entry)}
    return {"format": VERSION, "id": entry.id, **told}


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Cited | Source):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def from_json(told: dict[str, Any]) -> Entry:
    """The event of a line, as it was.

    Raises:
        KeyError, TypeError, ValueError: it is no such line.
    """
    given = {field.name: told[field.name] for field in fields(Entry)}
    given["reports"] = tuple(_cited(one) for one in told["reports"])
    given["changed"] = datetime.fromisoformat(told["changed"]) if told["changed"] else None
    for name in ("decisions", "copies"):
        given[name] = tuple(told[name])
    return Entry(**given)


def _cited(told: dict[str, Any]) -> Cited:
    source = dict(told["source"])
    source["published"] = date.fromisoformat(source["published"]) if source["published"] else None
    return Cited(**{**told, "source": Source(**source)})


def _piece(entries: Sequence[Entry]) -> bytes:
    return b"".join(map(line, entries))


FORMAT = Format(
    name="json",
    ending=".jsonl",
    means="everything with its evidence, one event a line; read back by this program",
    carries=EVERYTHING,
    piece=_piece,
    assemble=join_lines,
    opens=b'{"format":"%s"' % VERSION.encode(),
)
