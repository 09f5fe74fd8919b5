"""Where the event of a verb happened, against Halterman's sentences (2019): `make bench NAME=event_location`.

Each of 9,144 sentences has one verb, and the words that name the places of its event; 3,944 have none. The published
figure is that of a model trained on this set with the verb given, 0.83 for precision and for recall of words; ours
was tuned on none of it. Many of its verbs name no event of the codebook (`patrolled`, `said`, `began`), and a verb
that is no trigger is answered with nothing: the rows over verbs that have a report leave those out.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.public import Agreement, code_text, data_folder, with_progress
from benchmarks.results import Row
from stemmata.records import Coding, Report

COMMAND = "make bench NAME=event_location"
PUBLISHED = {"p": 0.83, "r": 0.83}
SOURCE = "Halterman 2019, trained on the set"


@dataclass(frozen=True)
class Asked:
    """A sentence with its verb and the words of its places."""

    text: str
    words: tuple[tuple[int, int], ...]
    """Start and end of each word in the text."""
    verb: tuple[int, int]
    """First and last word."""
    places: frozenset[int]
    """Words that name where it happened."""


def sentences(file: Path) -> Iterator[Asked]:
    """The sentences of the set; its indices of words are right, and offsets are found anew."""
    for line in file.read_text(encoding="utf-8").splitlines():
        value = json.loads(line)
        text, words, at = "", [], 0
        for token in value["tokens"]:
            found = value["text"].find(token, at)
            if found < 0:
                break
            words.append((found, found + len(token)))
            at = found + len(token)
        else:
            text = value["text"]
        if text:
            places = {index for first, last in value["locations"] for index in range(first, last + 1)}
            yield Asked(text, tuple(words), tuple(value["verb"][0]), frozenset(places))


def measure(arguments: Sequence[str]) -> list[Row]:
    """Sets of words that are exactly right, and precision and recall of words, over all verbs and over those coded."""
    asked = list(sentences(data_folder("event_location", arguments, __doc__) / "dev_rest_no_overlap.jsonl"))
    every, coded = Agreement(), Agreement()
    exact, exact_coded, with_report = 0, 0, 0
    for one in with_progress(asked, "sentences"):
        reports = of_verb(code_text(one.text), one)
        found = {word for report in reports for word in place_words(report, one)}
        every.add(one.places, found)
        exact += found == one.places
        if reports:
            with_report += 1
            coded.add(one.places, found)
            exact_coded += found == one.places
    return [
        Row("verbs with a report", with_report / len(asked), "share", COMMAND, source=f"{len(asked)} verbs"),
        Row("all places of the verb exact", exact / len(asked), "share", COMMAND, source="all verbs"),
        *every.rows("words, all verbs", COMMAND, PUBLISHED, SOURCE),
        Row(
            "all places of the verb exact, verbs with a report",
            exact_coded / max(1, with_report),
            "share",
            COMMAND,
            source=f"{with_report} verbs",
        ),
        *coded.rows("words, verbs with a report", COMMAND, PUBLISHED, SOURCE),
    ]


def of_verb(coding: Coding, asked: Asked) -> list[Report]:
    """The reports that a verb triggers; else the only one of the sentence, whose consequence it may tell."""
    start, end = asked.words[asked.verb[0]][0], asked.words[asked.verb[1]][1]
    own = [r for r in coding.reports if r.trigger.span.start < end and start < r.trigger.span.end]
    return own or (list(coding.reports) if len(coding.reports) == 1 else [])


def place_words(report: Report, asked: Asked) -> Iterator[int]:
    """The words of a report's places that are names, as the set marks them: without "town", "of", "northern"."""
    for place in report.places:
        for index, (start, end) in enumerate(asked.words):
            named = asked.text[start].isupper() or asked.text[start:end] == "-"
            if place.span.start < end and start < place.span.end and named:
                yield index
