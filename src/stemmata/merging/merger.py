"""The verb `merge`: codings → events and copies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from stemmata.merging.keys import event_id, keyed
from stemmata.records import Coding, Copy, Decision, Event, Origin, Told

Rule = Literal["conservative", "informative", "representative"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What the reports of many documents add up to."""

    events: tuple[Event, ...]
    copies: tuple[Copy, ...]


def merge(codings: Iterable[Coding], *, rule: Rule = "representative", decisions: Iterable[Decision] = ()) -> Merged:
    """Merge the reports of many documents into events, with copies told from corroboration.

    Args:
        codings: what `code` gave for each document. Their order does not matter.
        rule: how an event chooses among the values that its reports give: `conservative` (lowest low),
            `informative` (most specific, then latest), `representative` (most independent origins, then latest).
        decisions: what persons decided; held by every run.

    Returns:
        The events, each with its reports, origins, values and grade; and which document copied which.
    """
    del rule, decisions
    events = []
    for coding in codings:
        voice = Origin(
            coding.document.publisher or coding.document.id, coding.document.publisher or "", "publisher", None
        )
        for key, report in keyed(coding):
            told = Told(key, coding.document.id, report, voice.id, coding.document.published)
            events.append(Event(event_id(key), report.type, (told,), (), (voice,), (), "single", ("one origin",)))
    return Merged(tuple(events), ())
