"""Incidents in newspaper reports on Latin America, against the keys of MUC-4 (1992): `make bench NAME=muc4`.

The parts TST1 and TST2 are measured, 200 reports all in capitals. The keys hold what its analysts called terrorism:
about half of the reports have none, and clashes between armies and guerrillas are left out, which Stemmata codes. So
what is found beyond the keys is often no fault, and recall says more than precision. As later work on this set does,
each field is compared over the whole report, whichever incident it belongs to; that work is measured on the parts
TST3 and TST4, which are not at hand here, so that no published figure stands beside these.

A type is right where both name it; a date where both have the same days; a place where the names agree, with a
country for those of which no more is told; who did it and whom it was done to where all words of the shorter stand
in the longer; a number of people where it is the same.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from benchmarks.public import Agreement, as_document, data_folder, with_progress
from benchmarks.results import Row
from stemmata.actors.phrases import fold
from stemmata.coding import code
from stemmata.records import Coding

COMMAND = "make bench NAME=muc4"
FILE = "muc4_full_templates_dev_tst1_tst2.jsonl"
PARTS = ("TST1", "TST2")
TYPES = {
    "bombing": "BOMBING",
    "suicide_bombing": "BOMBING",
    "grenade": "BOMBING",
    "air_strike": "BOMBING",
    "abduction": "KIDNAPPING",
    "property_destruction": "ARSON",
    "attack_on_civilians": "ATTACK",
    "casualties": "ATTACK",
    "clash": "ATTACK",
    "shelling": "ATTACK",
}
"""The incidents of MUC-4 by the codebook's types; the others have none."""
PEOPLE = ("killed", "wounded", "casualties", "abducted", "freed", "missing")

Names = tuple[str, ...]
"""What one thing is called, each good enough."""


@dataclass
class Incidents:
    """What a report tells of its incidents, whichever of them it belongs to."""

    types: set[str] = field(default_factory=set)
    days: set[tuple[date, date]] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    perpetrators: set[Names] = field(default_factory=set)
    victims: set[Names] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)


def keys(templates: Sequence[Mapping[str, list[str]]]) -> Incidents:
    """The keys of one report; of alternative values the first."""
    told = Incidents()
    for template in templates:
        told.types |= {value.split(" / ")[0] for value in template["INCIDENT: TYPE"]}
        told.days |= {window for value in template.get("INCIDENT: DATE", ()) if (window := _days(value))}
        told.places |= {_place(value) for value in template.get("INCIDENT: LOCATION", ())}
        for slot in ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"):
            told.perpetrators |= {_quoted(value) for value in template.get(slot, ())}
        named = [_quoted(value) for value in template.get("HUM TGT: NAME", ())]
        described = [_quoted(value) for value in template.get("HUM TGT: DESCRIPTION", ())]
        told.victims |= {name + tuple(w for d in described if d[-1] in name for w in d) for name in named}
        told.victims |= {one for one in described if not any(one[-1] in name for name in named)}
        numbers = template.get("HUM TGT: NUMBER", ())
        told.numbers |= {int(found[1]) for value in numbers if (found := re.match(r"~?(\d+):", value))}
    return told


def _days(value: str) -> tuple[date, date] | None:
    """The window of a date; None where only its last day is known, which is that of the report."""
    days = [datetime.strptime(day, "%d %b %y").date() for day in re.findall(r"\d\d [A-Z]{3} \d\d", value)]
    return None if value.startswith("-") or not days else (days[0], days[1] if len(days) == 2 else days[0])


def _place(value: str) -> str:
    """The name of the most precise place: "EL SALVADOR: SAN SALVADOR (CITY)"."""
    return fold(re.sub(r"\(.*?\)", "", value.split(" - ")[0].split(": ")[-1]).strip())


def _quoted(value: str) -> Names:
    return tuple(fold(words) for words in re.findall(r'"([^"]+)"', value)) or (fold(value),)


def found(coding: Coding) -> Incidents:
    """What the coder makes of one report."""
    told = Incidents()
    for report in coding.reports:
        if report.type in TYPES and report.status.value in ("happened", "ongoing", "planned"):
            told.types.add(TYPES[report.type])
            told.places |= {fold(place.name or place.span.quote) for place in report.places}
            told.perpetrators |= {(fold(party.span.quote),) for party in report.initiator}
            told.victims |= {(fold(party.span.quote),) for party in report.target}
            told.numbers |= {f.low for f in report.figures if f.measure in PEOPLE and f.low}
            if report.when and report.when.start and report.when.end:
                told.days.add((report.when.start, report.when.end))
    return told


def measure(arguments: Sequence[str]) -> list[Row]:
    """Each field of the keys, over the reports of the test parts that are at hand."""
    file = data_folder("muc4", arguments, __doc__) / FILE
    reports = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    tested = [report for report in reports if report["docid"].startswith(PARTS)]
    names = ("types", "days", "places", "perpetrators", "victims", "numbers")
    fields = {name: Agreement() for name in names}
    for report in with_progress(tested, "reports"):
        gold, own = keys(report["templates"]), found(_coded(report))
        for name in ("types", "days", "places", "numbers"):
            fields[name].add(getattr(gold, name), getattr(own, name))
        for name in ("perpetrators", "victims"):
            _add_named(fields[name], getattr(gold, name), getattr(own, name))
    return [row for name in names for row in fields[name].rows(name, COMMAND)]


def _coded(report: Mapping[str, Any]) -> Coding:
    """The report coded, without its number and with the day of its dateline, which stands in capitals."""
    text = report["text"].partition("\n\n")[2]
    day = re.search(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b", text)
    written = datetime.strptime(" ".join(day.groups()), "%d %b %y").date() if day else None
    return code(as_document(text, written))


def _add_named(agreement: Agreement, gold: Iterable[Names], own: Iterable[Names]) -> None:
    gold, own = list(gold), list(own)
    agreement.gold += len(gold)
    agreement.found += len(own)
    agreement.right += min(
        sum(any(_same(one, other) for other in own) for one in gold),
        sum(any(_same(one, other) for one in gold) for other in own),
    )


def _same(some: Names, others: Names) -> bool:
    """Tell whether all words of the shorter name stand in the longer."""
    pairs = ((set(one.split()), set(other.split())) for one in some for other in others)
    return any(a <= b or b <= a for a, b in pairs)
