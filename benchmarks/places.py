"""Measures how places are resolved, given their words: `make bench NAME=places ARGS="--gold DIR --gazetteers DIR"`.

The right span is given, so that only resolution counts; a place of the gold that has no point is left out. With
`--gazetteers` the same is measured with those tables added to the default gazetteer. `--geoparsing` adds LGL and
TR-News (Gritta and others 2018), again with the right spans.
"""

import argparse
import json
import math
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.results import Row
from stemmata.places import Gazetteer, Mention, add_gazetteer, countries_told, load_gazetteer

COMMAND = "make bench NAME=places"
Point = tuple[float, float]


@dataclass(frozen=True)
class Asked:
    """One document's mentions with the points that readers gave them."""

    mentions: list[Mention]
    points: list[Point | None]
    countries: list[str]
    """Told in the document's text."""


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the development gold, and for the geoparsing corpora where they are given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks places", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="folder with *.gold.jsonl")
    parser.add_argument("--gazetteers", type=Path, help="folder with wof_XX.tsv tables to add")
    parser.add_argument("--geoparsing", type=Path, help="folder with lgl.xml and TR-News.xml")
    options = parser.parse_args(arguments)
    documents = list(_gold(options.gold))
    with tempfile.TemporaryDirectory() as empty:
        default = load_gazetteer(own=Path(empty))
        rows = [*_within(documents, default, 25, "development gold, default"), _speed(documents, default)]
        for name in ("lgl", "TR-News") if options.geoparsing else ():
            rows += _within(
                list(_corpus(options.geoparsing / f"{name}.xml")), default, 161, f"{name}, default gazetteer"
            )
        if options.gazetteers:
            for table in sorted(options.gazetteers.glob("wof_*.tsv")):
                add_gazetteer(table, own=Path(empty))
            full = load_gazetteer(own=Path(empty))
            rows += _within(documents, full, 25, "development gold, Who's On First added", floor=0.9, aim=0.95)
    return rows


def _gold(folder: Path) -> Iterator[Asked]:
    """The distinct place mentions of each hand-coded document."""
    for file in sorted(folder.glob("*.gold.jsonl")):
        lines = file.with_name(file.name.replace(".gold.", ".docs.")).read_text(encoding="utf-8").splitlines()
        texts = {document["id"]: document["text"] for document in map(json.loads, lines)}
        for line in file.read_text(encoding="utf-8").splitlines():
            found = {}
            coded = json.loads(line)
            for report in coded["reports"]:
                for place in report.get("places") or ():
                    point = None if place["lat"] is None else (place["lat"], place["lon"])
                    found[place["start"], place["text"]] = point
            mentions = [Mention(text, start) for start, text in found]
            yield Asked(mentions, list(found.values()), countries_told(texts[coded["id"]]))


def _corpus(file: Path) -> Iterator[Asked]:
    """The toponyms of a corpus in the XML of Gritta and others."""
    for article in ElementTree.parse(file).getroot().iter("article"):
        mentions, points = [], []
        for toponym in article.iter("toponym"):
            lat, lon = toponym.findtext(".//lat"), toponym.findtext(".//lon")
            mentions.append(Mention(toponym.findtext("phrase") or "", int(toponym.findtext("start") or 0)))
            points.append((float(lat), float(lon)) if lat and lon else None)
        yield Asked(mentions, points, countries_told(article.findtext("text") or ""))


def _within(
    documents: Sequence[Asked],
    gazetteer: Gazetteer,
    limit: float,
    what: str,
    floor: float | None = None,
    aim: float | None = None,
) -> list[Row]:
    """How many mentions with a point are resolved within so many kilometres of it: of all, and of those answered.

    Countries and regions are answered without a point, so that they count among all and not among those answered.
    """
    right = answered = total = 0
    for document in documents:
        answers = gazetteer.resolve(document.mentions, countries=document.countries)
        for answer, point in zip(answers, document.points, strict=True):
            if point is None:
                continue
            total += 1
            if answer.lat is not None and answer.lon is not None:
                answered += 1
                right += _km((answer.lat, answer.lon), point) <= limit
    near = f"within {limit:.0f} km, {what}"
    return [
        Row(f"{near}, of all ({total})", right / max(1, total), "share", COMMAND, floor, aim),
        Row(f"{near}, of those given a point ({answered})", right / max(1, answered), "share", COMMAND),
    ]


def _speed(documents: Sequence[Asked], gazetteer: Gazetteer) -> Row:
    """Milliseconds to resolve 20 mentions, about what an article of 20 sentences holds."""
    mentions = [mention for document in documents for mention in document.mentions]
    articles = [mentions[at : at + 20] for at in range(0, len(mentions), 20)]
    began = time.process_time()
    for article in articles:
        gazetteer.resolve(article)
    each = 1000 * (time.process_time() - began) / max(1, len(articles))
    return Row("CPU time for an article of 20 places, default gazetteer", each, "ms", COMMAND, floor=10)


def _km(one: Point, other: Point) -> float:
    a, b, c, d = map(math.radians, (*one, *other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371 * math.asin(min(1.0, math.sqrt(half)))
