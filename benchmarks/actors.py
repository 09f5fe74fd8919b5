"""Measures whom phrases are resolved to, given their words: `make bench NAME=actors ARGS="--gold DIR"`.

Every initiator, target and claimant of the hand-coded documents is resolved from its words, with the day, the country,
the type and the passage that the gold tells of its report and document, so that neither parsing nor the finding of
roles counts. A row beside tells what the words alone give, without type and passage. Pronouns are among the mentions:
their words lead to nobody, and they are counted as missed. Every third document of each file is held out, as in
`coding`.

The pairs of names of `alias_pairs.csv`, across scripts and spellings, are measured beside them; among those that are to
be joined stand some that are not.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.results import Row
from stemmata.actors import Registry, Told, acronyms_introduced, load_registry, resolve_claimant
from stemmata.actors.loading import ACTORS
from stemmata.coding.codebook import load_codebook
from stemmata.coding.elsewhere.bystanders import who_they_are
from stemmata.places import countries_told
from stemmata.tables import CODEBOOK, read_table
from stemmata.tables import Row as TableRow

PAIRS = Path(__file__).with_name("alias_pairs.csv")
COMMAND = "make bench NAME=actors"
ROLES = ("initiator", "target", "claimant")
FLOOR = 0.85
PRONOUNS = frozenset("they them their we us our i it its he she him her his who which those these".split())

Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """One mention with the id that a reader gave it, and the one that it resolves to."""

    document: str
    role: str
    text: str
    gold: str | None
    found: str | None
    by_words: str | None
    """What its words alone resolve to."""
    held_out: bool

    @property
    def is_pronoun(self) -> bool:
        return self.text.casefold() in PRONOUNS


def measure(arguments: Sequence[str]) -> list[Row]:
    """The rows for the seen part, the held-out part and both together."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks actors", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="folder with dev*.gold.jsonl")
    mentions = list(mentions_of(parser.parse_args(arguments).gold))
    parts = {
        "seen": [one for one in mentions if not one.held_out],
        "held out": [one for one in mentions if one.held_out],
        "all": mentions,
    }
    rows = [row for name, part in parts.items() for row in _rows(part, f"development gold, {name}")]
    return [*rows, *pair_rows()]


def mentions_of(folder: Path) -> Iterator[Asked]:
    """The distinct mentions of each hand-coded document, resolved."""
    for file in sorted(folder.glob("dev*.gold.jsonl")):
        documents = _lines(file.with_name(file.name.replace(".gold.", ".docs.")))
        coded = {line["id"]: line["reports"] for line in _lines(file)}
        for index, document in enumerate(documents):
            yield from _mentions(document, coded[document["id"]], index % 3 == 2)


def _lines(file: Path) -> list[Json]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _mentions(document: Json, reports: list[Json], held_out: bool) -> Iterator[Asked]:
    country = _country(document, reports)
    introduced = acronyms_introduced(document["text"])
    published = date.fromisoformat(document["published"][:10]) if document["published"] else None
    naming = Told(document["text"], day=published, country=country, introduced=introduced)
    seen = set()
    for report in reports:
        told = (report["when"] or {}).get("start") or document["published"]
        day = date.fromisoformat(told[:10]) if told else None
        for role in ROLES:
            for mention in report[role]:
                key = (role, mention["start"], mention["text"])
                if key in seen:
                    continue
                seen.add(key)
                resolve = resolve_claimant if role == "claimant" else load_registry().resolve
                match = resolve(mention["text"], day=day, country=country, introduced=introduced)
                words = match.id if match else None
                up = naming.taken_up(mention["text"], mention["start"], speaks=role == "claimant")
                named = up.id if up and (match is None or match.rule == "state-of-country") else words
                found = named if role == "claimant" else _in_report(mention["text"], named, role, report)
                yield Asked(document["id"], role, mention["text"], mention["id"], found, words, held_out)


def _in_report(phrase: str, by_words: str | None, role: str, report: Json) -> str | None:
    codebook = load_codebook()
    kind, passage = codebook.types[report["type"]], report["evidence"]["text"]
    told = who_they_are(phrase, by_words, role, kind, passage, codebook, load_registry())
    return told[0] if told else by_words


def _country(document: Json, reports: list[Json]) -> str | None:
    """Where most of a document's events happen; without any place, the country that its text tells most."""
    places = Counter(place["country"] for report in reports for place in report["places"] if place["country"])
    if places:
        return str(places.most_common(1)[0][0])
    return next(iter(countries_told(document["text"])), None)


def _rows(mentions: Sequence[Asked], part: str) -> Iterator[Row]:
    known = [one for one in mentions if one.gold is not None]
    worded = [one for one in known if not one.is_pronoun]
    yield _share("right id", known, part, FLOOR)
    yield _share("right id, without pronouns", worded, part)
    by_words = [replace(one, found=one.by_words) for one in known]
    yield _share("right id by words alone", by_words, part)
    for role in ROLES:
        yield _share(f"right id of {role}", [one for one in known if one.role == role], part)
    wrong = [one for one in known if one.found not in (None, one.gold)]
    yield Row(f"another id than the gold's, {part}", len(wrong) / len(known), "share", COMMAND)
    open_ = [one for one in mentions if one.gold is None]
    given = [one for one in open_ if one.found is not None]
    yield Row(
        f"an id where the gold has none, {part}",
        len(given) / len(open_),
        "share",
        COMMAND,
        source=f"{len(given)} of {len(open_)} mentions",
    )


def pair_rows() -> list[Row]:
    """How many pairs of names are joined, rightly and wrongly; and how many of those of which at least one stands in
    no table of the codebook so."""
    registry = load_registry()
    pairs = read_table(PAIRS, ("one", "other", "country", "same"))
    same = [row for row in pairs if row["same"] == "yes"]
    others = [row for row in pairs if row["same"] != "yes"]
    written = _written()
    new = [row for row in same if not {row["one"], row["other"]} <= written]

    def joined(rows: Sequence[TableRow]) -> int:
        return sum(_are_joined(row, registry) for row in rows)

    def share(measure: str, rows: Sequence[TableRow]) -> Row:
        return Row(measure, joined(rows) / len(rows), "share", COMMAND, source=f"{joined(rows)} of {len(rows)} pairs")

    return [
        share("alias pairs of one body that are joined", same),
        share("alias pairs of one body that are joined, one of them in no table", new),
        Row("alias pairs joined wrongly", joined(others), "pairs", COMMAND, source=f"of {len(others)} pairs of two"),
    ]


def _are_joined(row: TableRow, registry: Registry) -> bool:
    one, other = (registry.resolve(row[name], country=row["country"] or None) for name in ("one", "other"))
    return one is not None and other is not None and one.id == other.id


def _written() -> set[str]:
    """The names of actors and persons as the codebook writes them."""
    actors = read_table(CODEBOOK / "actors.csv", ACTORS)
    return {name for row in actors for column in ("names", "acronyms") for name in row.several(column)}


def _share(measure: str, mentions: Sequence[Asked], part: str, floor: float | None = None) -> Row:
    right = sum(one.found == one.gold for one in mentions)
    source = f"{right} of {len(mentions)} mentions"
    return Row(f"{measure}, {part}", right / len(mentions), "share", COMMAND, floor=floor, source=source)
