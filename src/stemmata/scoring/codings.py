"""Reads documents and codings, and checks every quote before anything is counted."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any

from stemmata.errors import ScoringError

FAMILIES = {
    "fighting": ("clash", "territory_gain", "withdrawal", "surrender", "deployment", "siege"),
    "strikes": ("air_strike", "shelling", "chemical_attack"),
    "bombs": ("bombing", "suicide_bombing", "grenade", "weapons_found"),
    "civilians": ("attack_on_civilians", "sexual_violence", "abduction", "casualties"),
    "law": ("arrest", "release"),
    "crowds": ("protest", "riot"),
    "accords": ("agreement", "ceasefire_violation", "group_change"),
    "humanitarian": ("displacement", "return", "aid"),
    "property": ("property_destruction",),
}
"""Types that are easily taken for one another; within its family a type counts half when reports are matched."""

FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}
STATUSES = ("happened", "ongoing", "planned", "denied", "hypothetical")
LISTS = ("initiator", "target", "claimant", "places", "figures")

PARTS: dict[str, dict[str, tuple[type, ...]]] = {
    **{actor: {"id": (str, NoneType)} for actor in ("initiator", "target", "claimant")},
    "places": {"lat": (int, float, NoneType), "lon": (int, float, NoneType), "relation": (str,)},
    "figures": {"measure": (str,), "low": (int, NoneType), "high": (int, NoneType)},
}
"""Field → what its values are scored by beside their words, and of which kinds that may be."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Value:
    """A quoted value. What its field does not have is None."""

    text: str
    start: int
    end: int
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    relation: str = "at"
    measure: str | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """A time; days count from 1 January of the year 1, an open side is None."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded report, every field a tuple of values; `trigger` and `when` hold one or none."""

    type: str
    status: str
    evidence: Value
    trigger: tuple[Value, ...]
    initiator: tuple[Value, ...]
    target: tuple[Value, ...]
    claimant: tuple[Value, ...]
    places: tuple[Value, ...]
    figures: tuple[Value, ...]
    when: tuple[Days, ...]
    as_json: str
    """The report as it was told: where two assignments weigh the same, its order decides, never that of the file."""


@dataclass(frozen=True, slots=True)
class Text:
    """What scoring needs of a document."""

    id: str
    text: str
    publisher: str


Coding = dict[str, tuple[Coded, ...]]
"""Document's id → its reports."""


def read_texts(file: Path) -> dict[str, Text]:
    """Read the documents.

    Raises:
        ScoringError: the file cannot be read, or a line is no document; names file and line.
    """
    texts = {}
    for where, line in _lines(file):
        text = line.get("text")
        _need(isinstance(text, str), f"{where}: document {line['id']} has no words in `text`")
        texts[line["id"]] = Text(line["id"], text or "", str(line.get("publisher") or "-"))
    return texts


def read_coding(file: Path, texts: Mapping[str, Text]) -> Coding:
    """Read coded documents, each report checked against its document's text.

    Raises:
        ScoringError: the file cannot be read, or a report breaks the codebook's shape; names file and line.
    """
    coding = {}
    for where, line in _lines(file):
        _need(isinstance(line.get("reports"), list), f"{where}: document {line['id']} has no list in `reports`")
        coding[line["id"]] = _checked(line["id"], line["reports"], texts, where)
    return coding


def take_coding(predicted: Iterable[tuple[str, list[Json]]], texts: Mapping[str, Text]) -> Coding:
    """Check codings that were handed over as (document's id, reports).

    Raises:
        ScoringError: a report breaks the codebook's shape, or a document comes twice; names the document.
    """
    coding: Coding = {}
    for name, reports in predicted:
        _need(name not in coding, f"document {name} was coded twice; hand it over once")
        coding[name] = _checked(name, reports, texts, "coded")
    return coding


def _checked(name: str, reports: list[Any], texts: Mapping[str, Text], where: str) -> tuple[Coded, ...]:
    _need(name in texts, f"{where}: document {name} is not among the documents; check that the files belong together")
    text = texts[name].text
    coded = [
        _Checker(text, f"{where}: document {name}: reports[{n}]").report(report) for n, report in enumerate(reports)
    ]
    return tuple(report for _, report in sorted(coded, key=lambda pair: pair[0]))


def _lines(file: Path) -> Iterator[tuple[str, Json]]:
    """Each line that is not empty, as an object with an id of its own, and where it stands."""
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError as error:
        raise ScoringError(f"{file} cannot be read ({error.strerror}); check the path") from error
    first_at: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{file}:{number}"
        item = _parsed(line, where)
        name = item["id"]
        _need(name not in first_at, f"{where}: document {name} stands on line {first_at.get(name)} already; keep one")
        first_at[name] = number
        yield where, item


def _parsed(line: bytes, where: str) -> Json:
    try:
        item = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ScoringError(f"{where}: not JSON in UTF-8 ({error}); each line must be one whole object") from error
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise ScoringError(f'{where}: no object with a text as `id`; a line looks like {{"id": "1", …}}')
    return item


def _need(condition: bool, message: str) -> None:
    if not condition:
        raise ScoringError(message)


class _Checker:
    """Checks the values of one report."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name

    def report(self, report: Any) -> tuple[tuple[int, str], Coded]:
        """The report, and what to sort it by."""
        _need(isinstance(report, dict), f"{self.name} is no object")
        for key, known in (("type", tuple(FAMILY)), ("status", STATUSES)):
            _need(report.get(key) in known, f"{self.name}: {key} {report.get(key)!r} is not in the codebook")
        evidence = self.value("evidence", report.get("evidence"))
        lists = {key: self.items(key, report.get(key) or []) for key in LISTS}
        trigger = self.items("trigger", [report["trigger"]] if report.get("trigger") else [])
        when = self.days(report.get("when"))
        told = _told(report, when)
        coded = Coded(
            type=report["type"],
            status=report["status"],
            evidence=evidence,
            trigger=trigger,
            when=when,
            as_json=json.dumps(told),
            **lists,
        )
        return (evidence.start, json.dumps(told, sort_keys=True)), coded

    def items(self, key: str, values: Any) -> tuple[Value, ...]:
        _need(isinstance(values, list), f"{self.name}: {key} is no list")
        return tuple(self.value(key, value, f"[{n}]" if key in LISTS else "") for n, value in enumerate(values))

    def value(self, key: str, item: Any, index: str = "") -> Value:
        """A value of a field, its quote checked, with what the field is scored by."""
        name = f"{self.name}: {key}{index}"
        start, end = self.quote(item, name)
        parts = {}
        for part, kinds in PARTS.get(key, {}).items():
            parts[part] = item.get(part, "at" if part == "relation" else None)
            _need(isinstance(parts[part], kinds), f"{name}: {part} cannot be {parts[part]!r}")
        for part, most in (("lat", 90), ("lon", 180)):
            degrees = parts.get(part)
            _need(degrees is None or -most <= degrees <= most, f"{name}: {part} cannot be {degrees!r}")
        return Value(item["text"], start, end, **parts)

    def quote(self, item: Any, name: str, start_key: str = "start", end_key: str = "end") -> tuple[int, int]:
        """Offsets that cut exactly the item's text out of the document."""
        _need(
            isinstance(item, dict) and isinstance(item.get("text"), str) and bool(item["text"]), f"{name} has no text"
        )
        start, end = item.get(start_key), item.get(end_key)
        if not isinstance(start, int) or not isinstance(end, int):
            raise ScoringError(f"{name} lacks {start_key} or {end_key}; give its offsets in the document's text")
        there = self.text[max(start, 0) : max(end, 0)]
        _need(
            0 <= start < end and there == item["text"],
            f"{name}: characters {start} to {end} are {there[:80]!r}, not {item['text'][:80]!r}",
        )
        return start, end

    def days(self, when: Any) -> tuple[Days, ...]:
        """The window told; none where it has no day."""
        if not when:
            return ()
        name = f"{self.name}: when"
        _need(isinstance(when, dict), f"{name} is no object")
        if when.get("text"):
            self.quote(when, name, "text_start", "text_end")
        try:
            start, end = (date.fromisoformat(when[key]).toordinal() if when.get(key) else None for key in _SIDES)
        except (TypeError, ValueError) as error:
            raise ScoringError(f"{name}: start and end must be days like 2019-01-21 ({error})") from error
        _need(start is None or end is None or start <= end, f"{name}: it starts after it ends")
        return () if start is None and end is None else (Days(start, end),)


_SIDES = ("start", "end")


def _told(report: Json, when: tuple[Days, ...]) -> Json:
    """What is scored of a report, in one shape whatever was left out: two that tell the same have the same."""
    told = {key: report.get(key) or [] for key in LISTS}
    told |= {"type": report["type"], "status": report["status"], "evidence": report["evidence"]}
    told["trigger"] = [report["trigger"]] if report.get("trigger") else []
    sides = [{"start": days.start, "end": days.end} for days in when]
    told["when"] = [{side: day for side, day in window.items() if day is not None} for window in sides]
    return told
