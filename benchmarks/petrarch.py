"""CAMEO events of sentences, against the validation records of PETRARCH-2 (2018): `make bench NAME=petrarch`.

From raw text, beside UniversalPetrarch from raw text (its parser UDPipe trained on EWT, run and scored by us); its
figure for triples is exact source, target and code. The gold was seeded from PETRARCH-2's own output and codes
statements, meetings and appeals, which Stemmata leaves out by design; so every figure is given over all codes and
over those that the codebook has a type for. Names of groups have codes of their own in CAMEO's dictionaries
(`IMGMUSISI`), which the registry does not hold: where both name a country and a role only, triples can agree.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks import cameo
from benchmarks.public import Agreement, code_text, data_folder, with_progress
from benchmarks.results import Row

COMMAND = "make bench NAME=petrarch"
PEER = "UniversalPetrarch from raw text"


@dataclass(frozen=True)
class Record:
    """One sentence with the events that its coders found."""

    text: str
    day: date | None
    events: frozenset[cameo.Event]


def records(file: Path) -> Iterator[Record]:
    """The sentences of a validation file; it is no well-formed XML, its sentence tags being closed twice."""
    for part in re.split(r"<Sentence\s", file.read_text(encoding="utf-8"))[1:]:
        head, _, rest = part.partition("<Text>")
        text = " ".join(rest.partition("</Text>")[0].split()).replace("``", '"').replace("''", '"')
        told = [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in re.findall(r"<EventCoding ([^>]*)>", head)]
        events = {(e["sourcecode"], e["targetcode"], e["eventcode"]) for e in told if "eventcode" in e}
        if text:
            yield Record(text, _day(head), frozenset(events))


def _day(head: str) -> date | None:
    digits = re.search(r'date="(\d{4})(\d\d)(\d\d)"', head)
    return date(*map(int, digits.groups())) if digits else None


def measure(arguments: Sequence[str]) -> list[Row]:
    """Whole triples, triples of which both actors are coded, pairs of actors, roots of codes; and the speed."""
    gold = list(records(data_folder("petrarch", arguments, __doc__) / "PETR2_GSR_validation.xml"))
    found = [
        {event for report in code_text(record.text, record.day).reports for event in cameo.events(report)}
        for record in with_progress(gold, "sentences")
    ]
    begun = time.process_time()  # when all that is loaded once has been
    for record in gold:
        code_text(record.text, record.day)
    seconds = time.process_time() - begun
    pairs = [(set(record.events), events) for record, events in zip(gold, found, strict=True)]
    ours = [({event for event in events if cameo.is_coded(event[2])}, own) for events, own in pairs]
    both = [({e for e in events if _both(e)}, {e for e in own if _both(e)}) for events, own in pairs]
    return [
        *_compared("whole triples", pairs, 0.503),
        *_compared("whole triples, both actors coded", both, 0.551),
        *_compared("root of the code", [(_roots(a), _roots(b)) for a, b in pairs], 0.694),
        *_compared("pair of actors", [(_actors(a), _actors(b)) for a, b in pairs], 0.553),
        *_compared("pair of countries", [(_countries(a), _countries(b)) for a, b in pairs]),
        *_compared("whole triples, of codes with a type", ours),
        *_compared("root of the code, of codes with a type", [(_roots(a), _roots(b)) for a, b in ours]),
        *_compared("pair of countries, of codes with a type", [(_countries(a), _countries(b)) for a, b in ours]),
        Row("speed, from raw text", len(gold) / seconds, "sentences/CPU s", COMMAND, published=72, source=PEER),
    ]


def _compared(name: str, pairs: Sequence[tuple[set, set]], published: float | None = None) -> Iterator[Row]:
    agreement = Agreement()
    for gold, found in pairs:
        agreement.add(gold, found)
    source = PEER if published else f"{agreement.gold} in the gold"
    yield from agreement.rows(name, COMMAND, {"f1": published} if published else None, source)


def _both(event: cameo.Event) -> bool:
    return cameo.NOBODY not in (event[0], event[1])


def _roots(events: set[cameo.Event]) -> set[str]:
    return {code[:2] for _, _, code in events}


def _actors(events: set[cameo.Event]) -> set[tuple[str, str]]:
    return {(source, target) for source, target, _ in events}


def _countries(events: set[cameo.Event]) -> set[tuple[str, str]]:
    return {(source[:3], target[:3]) for source, target, _ in events}
