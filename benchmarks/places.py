"""Measures how places are found and resolved: `make bench NAME=places ARGS="--gazetteers DIR --geoparsing DIR"`.

On the development gold the right span is given, in its document and beside the names that the coder itself finds, so
that only resolution counts; a place of the gold that has no point is left out. With `--gazetteers` the same is
measured with those tables added to the default gazetteer.

`--geoparsing` measures LGL and TR-News (Gritta and others 2018) end to end with the default gazetteer, from raw text:
a toponym is right when its span overlaps the gold's, one to one from left to right, and its point lies within 161 km.
Toponyms without coordinates are left out, as usual, and so are names that the gazetteer does not know. The corpora
count adjectives of countries as toponyms and give countries and provinces points: so here, and only here, both are
answered, by the middle that the gazetteer knows.
"""

import argparse
import json
import math
import re
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Row
from stemmata.actors import load_registry
from stemmata.coding.locating.chains import find_names, resolve_places
from stemmata.coding.locating.relations import place_at
from stemmata.coding.passages import PlaceName
from stemmata.intake import read
from stemmata.language import load_parser
from stemmata.language.trees import Parser, Sentence
from stemmata.places import Gazetteer, Mention, Resolved, add_gazetteer, country_words, load_gazetteer
from stemmata.records import Document

COMMAND = "make bench NAME=places"
Point = tuple[float, float]
HUNDRED_MILES = 161.0
FLOORS = {"lgl": (0.50, 0.58), "TR-News": (0.60, 0.68)}
"""End to end F1: the floor and the aim."""
PEERS = {
    "lgl": "CamCoder .474, Edinburgh .368, CLAVIN .409, Yahoo .500, geotext .207",
    "TR-News": "CamCoder .622, Edinburgh .533, CLAVIN .548, Yahoo .549, geotext .249",
}
"""F1 of others' stored answers to the same texts, by the same rule."""


@dataclass(frozen=True)
class Named:
    """A document with the places that the coder found in it, and those that readers did."""

    text: str
    sentences: Sequence[Sentence]
    places: Sequence[Sequence[PlaceName]]
    gold: Sequence[tuple[int, int, Point | None]]
    """Start, end and point."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the development gold, and for the geoparsing corpora where they are given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks places", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="folder with *.gold.jsonl")
    parser.add_argument("--gazetteers", type=Path, help="folder with wof_XX.tsv tables to add")
    parser.add_argument("--geoparsing", type=Path, help="folder with lgl.xml and TR-News.xml")
    options = parser.parse_args(arguments)
    model = load_parser()
    with tempfile.TemporaryDirectory() as empty:
        default = load_gazetteer(own=Path(empty))
        documents = list(_gold(options.gold, model, default))
        rows = [_speed(documents, default, "default gazetteer"), *_given(documents, default, "default gazetteer")]
        for name in FLOORS if options.geoparsing else ():
            rows += _end_to_end(list(_corpus(options.geoparsing / f"{name}.xml", model, default)), default, name)
        if options.gazetteers:
            for table in sorted(options.gazetteers.glob("wof_*.tsv")):
                add_gazetteer(table, own=Path(empty))
            load_gazetteer.cache_clear()
            full = load_gazetteer(own=Path(empty))
            rows.append(_speed(documents, full, "Who's On First added"))
            rows += _given(documents, full, "Who's On First added", floor=0.9, aim=0.95)
    return rows


# -------------------------------------------------------------------------------------------------- the right span


def _gold(folder: Path, model: Parser, gazetteer: Gazetteer) -> Iterator[Named]:
    """The hand-coded documents with their distinct place mentions."""
    for file in sorted(folder.glob("*.gold.jsonl")):
        coded = {line["id"]: line["reports"] for line in map(json.loads, file.read_text("utf-8").splitlines())}
        for document in read(file.with_name(file.name.replace(".gold.", ".docs."))):
            if isinstance(document, Document) and document.id in coded:
                places = [place for report in coded[document.id] for place in report.get("places") or ()]
                gold = {(p["start"], p["end"]): None if p["lat"] is None else (p["lat"], p["lon"]) for p in places}
                sentences = model.parse(document.text, [(block.start, block.end) for block in document.blocks])
                spans = [(start, end, point) for (start, end), point in gold.items()]
                yield _named(document.text, sentences, spans, gazetteer)


def _named(
    text: str, sentences: Sequence[Sentence], gold: Sequence[tuple[int, int, Point | None]], gazetteer: Gazetteer
) -> Named:
    registry = load_registry()
    return Named(text, sentences, list(find_names(sentences, text, gazetteer, registry)), gold)


def _given(
    documents: Sequence[Named], gazetteer: Gazetteer, what: str, floor: float | None = None, aim: float | None = None
) -> list[Row]:
    """How many mentions with a point are resolved within 25 km of it: of all, and of those answered.

    Countries and provinces are answered without a point, so that they count among all and not among those answered.
    """
    right = answered = total = 0
    for document in documents:
        for answer, point in zip(_answers(document, gazetteer), document.gold, strict=True):
            if point[2] is None:
                continue
            total += 1
            if answer is not None and answer.lat is not None and answer.lon is not None:
                answered += 1
                right += km((answer.lat, answer.lon), point[2]) <= 25
    near = f"within 25 km, development gold, {what}"
    return [
        Row(f"{near}, of all ({total})", right / max(1, total), "share", COMMAND, floor, aim),
        Row(f"{near}, of those given a point ({answered})", right / max(1, answered), "share", COMMAND),
    ]


def _answers(document: Named, gazetteer: Gazetteer) -> list[Resolved | None]:
    """What the gold's spans mean in their document: each takes the place of what the coder found there."""
    lists = []
    where: dict[tuple[int, int], tuple[int, int, int]] = {}
    for number, (sentence, found) in enumerate(zip(document.sentences, document.places, strict=True)):
        spans = {}
        for start, end, _ in document.gold:
            inside = [word.index for word in sentence.words if start <= word.start < end]
            if inside:
                spans[start, end] = inside[0], inside[-1]
                where.setdefault((start, end), (number, inside[0], inside[-1]))
        kept = [p for p in found if not any(p.first <= last and first <= p.last for first, last in spans.values())]
        given = [place_at(sentence, first, last) for first, last in spans.values()]
        lists.append(sorted([*kept, *given], key=lambda place: place.first))
    resolved, _ = resolve_places(document.sentences, lists, document.text, gazetteer)
    answers = {(n, p.first, p.last): p.resolved for n, places in enumerate(resolved) for p in places}
    return [answers.get(where[start, end]) if (start, end) in where else None for start, end, _ in document.gold]


# ------------------------------------------------------------------------------------------------------ end to end


def _corpus(file: Path, model: Parser, gazetteer: Gazetteer) -> Iterator[Named]:
    """The articles of a corpus in the XML of Gritta and others, with their toponyms that have coordinates."""
    for article in ElementTree.parse(file).getroot().iter("article"):
        text = article.findtext("text") or ""
        gold = {}
        for toponym in article.iter("toponym"):
            lat, lon = toponym.findtext(".//lat"), toponym.findtext(".//lon")
            start, phrase = int(toponym.findtext("start") or 0), toponym.findtext("phrase") or ""
            if lat and lon:
                start = _realigned(text, start, phrase)
                gold[start, start + len(phrase)] = (float(lat), float(lon))
        lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
        spans = [(start, end, point) for (start, end), point in sorted(gold.items())]
        yield _named(text, model.parse(text, lines), spans, gazetteer)


def _realigned(text: str, start: int, phrase: str) -> int:
    """The corpora's offsets are off by a few characters in some documents."""
    shifts = sorted(range(-12, 13), key=abs)
    return next((start + by for by in shifts if start + by >= 0 and text.startswith(phrase, start + by)), start)


def _end_to_end(documents: Sequence[Named], gazetteer: Gazetteer, name: str) -> list[Row]:
    found = toponyms = overlapping = right = 0
    for document in documents:
        answers = sorted(_toponyms(document, gazetteer), key=lambda answer: answer[:2])
        found += len(answers)
        toponyms += len(document.gold)
        used: set[int] = set()
        for start, end, point in document.gold:
            shared = [
                (min(end, answer[1]) - max(start, answer[0]), -n) for n, answer in enumerate(answers) if n not in used
            ]
            overlap, at = max(shared, default=(0, 0))
            if overlap <= 0:
                continue
            used.add(-at)
            overlapping += 1
            guess = answers[-at][2]
            right += point is not None and km(guess, point) <= HUNDRED_MILES
    floor, aim = FLOORS[name]
    f1 = 2 * right / max(1, found + toponyms)
    return [
        Row(f"{name} end to end ({PEERS[name]})", f1, "F1", COMMAND, floor, aim),
        Row(f"{name} spans", 2 * overlapping / max(1, found + toponyms), "F1", COMMAND),
        Row(f"{name} within 161 km, of the spans found", right / max(1, overlapping), "share", COMMAND),
    ]


def _toponyms(document: Named, gazetteer: Gazetteer) -> Iterator[tuple[int, int, Point]]:
    """Start, end and point of a document's toponyms: the places that the coder finds named, countries' adjectives."""
    taken: list[tuple[int, int]] = []
    resolved, _ = resolve_places(document.sentences, document.places, document.text, gazetteer)
    for sentence, places in zip(document.sentences, resolved, strict=True):
        for place in (place for place in places if place.rule != "place-taken-up"):
            start, end = sentence.words[place.first].start, sentence.words[place.last].end
            taken.append((start, end))
            if (point := _middle(place.resolved)) is not None:
                yield start, end, point
    told = [m for m in country_words(document.text) if not any(s < m.end and m.start < e for s, e in taken)]
    countries = gazetteer.resolve([Mention(word.name, 0) for word in told])
    for word, country in zip(told, countries, strict=True):
        if (point := _middle(country)) is not None:
            yield word.start, word.end, point


def _middle(answer: Resolved | None) -> Point | None:
    """The point of an answer, else the middle of the country or province that it names."""
    if answer is None or not answer.candidates:
        return None
    place = answer if answer.lat is not None else answer.candidates[0].place
    return None if place.lat is None or place.lon is None else (place.lat, place.lon)


# ------------------------------------------------------------------------------------------------------------ time


def _speed(documents: Sequence[Named], gazetteer: Gazetteer, what: str) -> Row:
    """Milliseconds to resolve the places of 20 sentences, each document's together, by a gazetteer just opened."""
    sentences = sum(len(document.sentences) for document in documents)
    began = time.process_time()
    for document in documents:
        resolve_places(document.sentences, document.places, document.text, gazetteer)
    each = 1000 * (time.process_time() - began) * 20 / max(1, sentences)
    return Row(f"CPU time for an article of 20 sentences, {what}", each, "ms", COMMAND, floor=10)


def km(one: Point, other: Point) -> float:
    """Kilometres by the haversine."""
    a, b, c, d = map(math.radians, (*one, *other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
