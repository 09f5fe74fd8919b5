"""Documents of one event, told from those of another event of its kind, in ECB+ (2014): `make bench NAME=ecbplus`.

Each topic of the set has news of two happenings of one kind: two earthquakes, two jailbreaks, two acquisitions. A pair
of documents of a topic is right where both are told to have reports of one event, and the set has them in one subtopic.
The lemma baseline takes two documents together that share a word which readers marked as an event, by its stem. Most of
the set is about sport, business and celebrities, of which nothing is coded; so the figures stand beside those over the
documents in which something was. No document has a date of publication, as the set gives none.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.public import as_document, with_progress
from benchmarks.results import Row
from stemmata import code
from stemmata.merging import merge
from stemmata.merging.facts import STEM
from stemmata.records import Coding

COMMAND = "make bench NAME=ecbplus"
SOURCE = "Cybulska and Vossen 2014, ECB+"
NAME = re.compile(r"(\d+)_\d+(ecbplus|ecb)\.xml")
NO_SPACE_BEFORE = frozenset(". , ; : ) ] ? ! % 's n't '' ’s ’".split())


@dataclass(frozen=True)
class Article:
    """A document of the set."""

    id: str
    topic: str
    subtopic: str
    text: str
    stems: frozenset[str]
    """Of the words that readers marked as events."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """Pairs of documents of one event."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks ecbplus", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/ecbplus"), help="folder of the set")
    options = parser.parse_args(arguments)
    every = sorted(articles(options.data), key=lambda each: each.id)
    topics = sorted({each.topic for each in every}, key=int)
    told, coded = set(), set()
    for topic in with_progress(topics, "topics"):
        codings = [_coded(each) for each in every if each.topic == topic]
        coded |= {made.document.id for made in codings if made.reports}
        for event in merge(codings).events:
            told |= set(combinations(sorted({one.document for one in event.reports}), 2))
    rows = []
    for what, held in (
        ("all documents", every),
        ("documents with reports", [each for each in every if each.id in coded]),
    ):
        pairs = [(a, b) for a, b in combinations(held, 2) if a.topic == b.topic]
        gold = {(a.id, b.id) for a, b in pairs if a.subtopic == b.subtopic}
        lemmas = {(a.id, b.id) for a, b in pairs if a.stems & b.stems}
        mine = {(a.id, b.id) for a, b in pairs if (a.id, b.id) in told}
        rows += [
            Row(f"{what}, of {len(every)}", len(held), "count", COMMAND, source=SOURCE),
            *_scores(f"document pairs of one event, {what}", gold, mine),
            *_scores(f"lemma baseline, {what}", gold, lemmas),
        ]
    return rows


def _scores(what: str, gold: set[tuple[str, str]], told: set[tuple[str, str]]) -> Iterator[Row]:
    right = len(gold & told)
    yield Row(f"{what}: precision", right / len(told) if told else None, "share", COMMAND)
    yield Row(f"{what}: recall", right / len(gold) if gold else None, "share", COMMAND)
    yield Row(f"{what}: F1", 2 * right / max(1, len(gold) + len(told)), "F1", COMMAND)


def _coded(article: Article) -> Coding:
    return code(replace(as_document(article.text), id=article.id))


def articles(folder: Path) -> Iterator[Article]:
    """The documents of the set."""
    for file in folder.glob("*/*.xml"):
        if match := NAME.fullmatch(file.name):
            root = ElementTree.parse(file).getroot()
            words = {token.get("t_id"): token.text or "" for token in root.iter("token")}
            marks = (mark for mark in root.find("Markables") or () if mark.tag.startswith(("ACTION", "NEG_ACTION")))
            marked = (words[at.get("t_id")] for mark in marks for at in mark.iter("token_anchor"))
            stems = frozenset(word.lower()[:STEM] for word in marked)
            yield Article(file.stem, match[1], match[2], _text(root.iter("token")), stems)


def _text(tokens: Iterable[ElementTree.Element]) -> str:
    """The text, one sentence a paragraph, without the address that many begin with."""
    sentences: dict[str, list[str]] = {}
    for token in tokens:
        sentences.setdefault(token.get("sentence") or "", []).append(token.text or "")
    told = [words for words in sentences.values() if words[:2] != ["http", ":"]]
    return "\n\n".join(
        "".join(word if word in NO_SPACE_BEFORE else f" {word}" for word in words).strip() for words in told
    )
