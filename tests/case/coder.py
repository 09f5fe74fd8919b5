"""A coder that needs no language model: it knows sentences like "Rockets shelled Marun on 3 March 2021, killing 7,
the Monitor said." Plain enough to know by heart what it makes of a text."""

import re
import time
from datetime import datetime

from stemmata.records import (
    Claimant,
    Coding,
    Document,
    Figure,
    MadeWith,
    Party,
    Report,
    Status,
    Trigger,
    When,
    Where,
    Why,
)

MADE_WITH = MadeWith("0", "codebook", "by hand")
TYPES = {"shelled": "shelling", "bombed": "bombing", "raided": "arrest"}
POINTS = {"Marun": (35.1, 36.7), "Atarib": (36.13, 36.82), "Sarin": (33.0, 44.0), "Tarin": (32.6, 65.9)}
TOLD = re.compile(
    r"(?P<who>[A-Z][\w ]*?) (?P<did>shelled|bombed|raided) (?P<place>[A-Z]\w+)"
    r"(?: on (?P<day>\d+ [A-Z][a-z]+ \d{4}))?(?:, killing (?P<killed>\d+))?(?:, (?P<says>(?:the )?[A-Z]\w+) said)?\."
)
WHY = Why("told-as-happened")


def code(document: Document) -> Coding:
    """The reports of a document; "KILL" in it fails, "SLEEP" takes a moment."""
    if "KILL" in document.text:
        raise ValueError("no rule foresaw this")
    if "SLEEP" in document.text:
        time.sleep(0.02)
    return Coding(document, tuple(_report(document, told) for told in TOLD.finditer(document.text)), MADE_WITH)


def _report(document: Document, told: re.Match[str]) -> Report:
    def span(group: str):
        return document.span(*told.span(group)) if told[group] else None

    did, place, day, killed, says = span("did"), span("place"), span("day"), span("killed"), span("says")
    lat, lon = POINTS.get(place.quote, (None, None))
    when = datetime.strptime(day.quote, "%d %B %Y").date() if day else None
    return Report(
        type=TYPES[did.quote],
        status=Status("happened", did, WHY),
        trigger=Trigger(did, WHY),
        evidence=document.span(*told.span()),
        initiator=(Party(span("who"), told["who"].lower().replace(" ", "-"), WHY),),
        places=(Where(place, "at", place.quote, "SY", lat, lon, "populated_place", 3000, WHY),),
        when=When(day, when, when, None, WHY) if day else None,
        figures=(
            Figure(killed, "killed", "people", int(killed.quote), int(killed.quote), "exact", "people", None, WHY),
        )
        if killed
        else (),
        claimant=(Claimant(says, says.quote.removeprefix("the ").lower(), WHY),) if says else (),
    )
