"""An evidence bundle as JSON-LD 1.1: every value an annotation on the words that tell it, with who or what made it.

It holds what `json` holds, under the same names, so that it is read back with nothing lost. Beside that stand links,
which are made of the rest and are passed over in reading: who made what of what (W3C PROV), and reviews of the claims
that a person graded (schema.org). `evidence_context.json` says what each name means; it stands in every file, so that
no reader has to fetch anything.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import quote, unquote

from stemmata.case.deciding import GRADES
from stemmata.case.entries import Entry, Told
from stemmata.exports import headline
from stemmata.exports.described import claimant_name
from stemmata.exports.features import EVERYTHING
from stemmata.exports.formats.atom import AUTHORITY
from stemmata.exports.formats.format import About, Format
from stemmata.exports.formats.json import VERSION, as_json, compact
from stemmata.exports.formats.markup import web_address

CONTEXT: Final = Path(__file__).with_name("evidence_context.json")
VOCABULARY: Final = f"tag:{AUTHORITY}:evidence/1#"
"""Of the names that are ours. Its number is raised when one of them changes its meaning."""
RENAMED: Final = {"id": "identifier", "type": "event_type"}
"""Those of our names that mean something else in JSON-LD."""
LINKS: Final = frozenset(
    {"id", "type", "called", "derivation", "generator", "hadPrimarySource", "review", "used", "wasAssociatedWith",
     "wasAttributedTo", "wasDerivedFrom", "wasGeneratedBy", "wasQuotedFrom"}
)  # fmt: skip
"""What is made of the rest."""
WORDS: Final = {"document", "start", "end", "quote"}
NAMES: Final = "oa:identifying"
WHY: Final = {"trigger": "oa:classifying", "status": "oa:classifying", "figures": "oa:describing"}
"""Field of a report → to what end its words are annotated; all others name somebody, some place or some time."""
AROUND: Final = 32
"""Characters before and behind a quote, by which it is found again in a page that was cleaned otherwise."""
RATED: Final = {grade: len(GRADES) - nth for nth, grade in enumerate(GRADES)}
"""Grade → rating in a review: `confirmed` 5, `retracted` 1."""
PROGRAM, DOCUMENT, PERSON = "case:program", "case:document/", "case:person/"


# ------------------------------------------------------------------------------------------------- writing


def as_jsonld(entry: Entry) -> dict[str, Any]:
    """An event as a node."""
    told = as_json(entry)
    machine = f"case:{entry.id}/machine"
    reports = [_report(one) for one in told["reports"]]
    decisions = [_decision(one, machine) for one in told["decisions"]]
    parts = {
        "event": {
            "id": machine,
            "type": ["Machine", "Entity"],
            "wasAttributedTo": PROGRAM,
            "wasGeneratedBy": _run(told["changed"]),
            "wasDerivedFrom": [one["id"] for one in reports],
            **_told(told["event"]),
        },
        "reports": reports,
        "decisions": decisions,
        "copies": [_copy(one) for one in told["copies"]],
    }
    return {
        "id": f"case:{entry.id}",
        "type": ["Event", "Entity"],
        "called": headline.headline(entry),
        "wasDerivedFrom": machine,
        "wasGeneratedBy": [one["id"] for one in decisions],
        "review": [_review(entry, one) for one in entry.decisions if _is_grade(one)],
        **{name: _told(value) for name, value in told.items() if name not in ("format", "id", *parts)},
        **parts,
    }


def _run(started: str | None) -> dict[str, str] | None:
    """The run that last changed an event."""
    if started is None:
        return None
    return {"id": f"case:run/{started}", "type": "Activity", "startedAtTime": started, "wasAssociatedWith": PROGRAM}


def _is_grade(decision: Told) -> bool:
    return decision["kind"] == "grade" and decision["value"] in GRADES


def _report(told: dict[str, Any]) -> dict[str, Any]:
    """A report with its document, and what read it there."""
    source, coded, within = told["source"], told["coded"], told["told"]
    document = f"{DOCUMENT}{quote(source['name'], safe='')}"
    coding = agent = None
    if coded:
        agent = f"{PROGRAM}/{quote(coded['stemmata'], safe='')}/{quote(coded['model'], safe='')}"
        who = {"id": agent, "type": "SoftwareAgent", "called": f"Stemmata {coded['stemmata']}, model {coded['model']}"}
        name = "/".join(quote(coded[part], safe="") for part in ("stemmata", "codebook", "model"))
        coding = {"id": f"case:coding/{name}", "type": ["Coding", "Activity"], "wasAssociatedWith": who, **_told(coded)}
    page = web_address(source["page"])
    return {
        "id": f"case:{told['id']}",
        "type": ["Report", "Entity"],
        "wasQuotedFrom": document,
        "wasGeneratedBy": coding and coding["id"],
        "wasAttributedTo": agent,
        **_told(told),
        "source": {"id": document, "type": ["Document", "Entity"], "hadPrimarySource": page, **_told(source)},
        "told": _told(within, around=(within["evidence"], *within["also"]), by=agent),
        "coded": coding,
    }


def _told(value: Any, *, why: str = NAMES, around: Sequence[Told] = (), by: str | None = None) -> Any:
    """Our JSON as JSON-LD has it.

    Args:
        value: any part of it.
        why: to what end its words are annotated.
        around: passages in which its words stand.
        by: who read the words so.
    """
    if isinstance(value, list | tuple):
        return [_told(one, why=why, around=around, by=by) for one in value]
    if not isinstance(value, Mapping):
        return value
    if _is_words(value):
        return _words(value, around)
    told = {
        RENAMED.get(name, name): _told(one, why=WHY.get(name, why), around=around, by=by) for name, one in value.items()
    }
    if not _is_words(value.get("span")):
        return told
    target = told.pop("span")
    return {"type": "Annotation", "motivation": why, "generator": by, "body": told, "target": target}


def _is_words(value: Any) -> bool:
    return isinstance(value, Mapping) and value.keys() == WORDS


def _words(span: Told, around: Sequence[Told]) -> dict[str, Any]:
    """Words of a document, by themselves and by their place; the one is found where the other no longer fits."""
    exact: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span["quote"]}
    for passage in around:
        first, past = span["start"] - passage["start"], span["end"] - passage["start"]
        if first >= 0 and passage["quote"][first:past] == span["quote"]:
            exact["prefix"] = passage["quote"][max(0, first - AROUND) : first]
            exact["suffix"] = passage["quote"][past : past + AROUND]
            break
    return {
        "type": "SpecificResource",
        "source": f"{DOCUMENT}{quote(span['document'], safe='')}",
        "selector": [exact, {"type": "TextPositionSelector", "start": span["start"], "end": span["end"]}],
    }


def _decision(told: dict[str, Any], machine: str) -> dict[str, Any]:
    return {
        "id": f"case:decision/{told['number']}",
        "type": ["Decision", "Activity"],
        "wasAssociatedWith": _person(told["author"]),
        "used": machine,
        **_told(told),
    }


def _person(name: str) -> dict[str, str]:
    return {"id": f"{PERSON}{quote(name, safe='')}", "type": "Person", "called": name}


def _copy(told: dict[str, Any]) -> dict[str, Any]:
    copy, source = (f"{DOCUMENT}{quote(told[side], safe='')}" for side in ("copy", "source"))
    return {"type": "Copy", "derivation": {"id": copy, "wasDerivedFrom": source}, **_told(told)}


def _review(entry: Entry, decision: Told) -> dict[str, Any]:
    """What a person says of how well a claim is supported, as fact-checkers exchange it."""
    documents = {f"{DOCUMENT}{quote(one.source.name, safe='')}": one.source.published for one in entry.reports}
    days = {name: day for name, day in documents.items() if day}
    earliest = min(days, key=lambda name: days[name], default=None)
    said = dict.fromkeys(name for one in entry.reports for name in one.claimants)
    return {
        "id": f"case:decision/{decision['number']}/review",
        "type": "ClaimReview",
        "claimReviewed": headline.headline(entry),
        "itemReviewed": {
            "type": "Claim",
            "author": [{"called": claimant_name(name)} for name in said],
            "datePublished": days[earliest].isoformat() if earliest else None,
            "firstAppearance": earliest,
            "appearance": list(documents),
        },
        "reviewRating": {
            "type": "Rating",
            "ratingValue": RATED[decision["value"]],
            "bestRating": max(RATED.values()),
            "worstRating": min(RATED.values()),
            "alternateName": decision["value"],
            "ratingExplanation": decision["reason"],
        },
        "author": _person(decision["author"]),
        "datePublished": decision["time"],
    }


# ------------------------------------------------------------------------------------------------- reading


def told_by(line: bytes) -> dict[str, Any]:
    """What the line of an event tells, as JSON of `json.py`.

    Raises:
        KeyError, TypeError, ValueError: it is no such line.
    """
    told = _read(json.loads(line.removeprefix(b",")))
    return {"format": VERSION, "id": f"E{told['number']}", **told}


def _read(value: Any) -> Any:
    """JSON-LD as our JSON has it."""
    if isinstance(value, list):
        return [_read(one) for one in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "SpecificResource":
        quoted, place = value["selector"]
        document = unquote(value["source"].removeprefix(DOCUMENT))
        return {"document": document, "start": place["start"], "end": place["end"], "quote": quoted["exact"]}
    if value.get("type") == "Annotation":
        return {**_read(value["body"]), "span": _read(value["target"])}
    ours = {theirs: name for name, theirs in RENAMED.items()}
    return {ours.get(name, name): _read(one) for name, one in value.items() if name not in LINKS}


# ------------------------------------------------------------------------------------------------- the file


@cache
def context() -> dict[str, Any]:
    """What each name means, but for `case:`."""
    told: dict[str, Any] = json.loads(CONTEXT.read_text(encoding="utf-8"))
    return {"@version": 1.1, "@vocab": VOCABULARY, **told}


def _piece(entries: Sequence[Entry]) -> bytes:
    return "".join(f",{compact(as_jsonld(entry))}\n" for entry in entries).encode()


def _assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    named = context() | {"case": f"tag:{AUTHORITY}:{quote(about.title, safe='')}/"}
    bundle = {
        "id": "case:events",
        "type": ["Bundle", "Entity"],
        "called": about.title,
        "generatedAtTime": about.asof and about.asof.isoformat(),
        "wasAttributedTo": {"id": PROGRAM, "type": "SoftwareAgent", "called": f"Stemmata {about.version}".strip()},
        "credits": list(about.credits),
    }
    file.write(f'{{"@context":{compact(named)},"@graph":[\n{compact(bundle)}\n'.encode())
    for piece in pieces:
        file.write(piece)
    file.write(b"]}\n")


FORMAT = Format(
    name="jsonld",
    ending=".jsonld",
    means="an evidence bundle: annotations, provenance, reviewed claims (JSON-LD 1.1); read back by this program",
    carries=EVERYTHING,
    piece=_piece,
    assemble=_assemble,
    notes=(
        "Offsets count Unicode characters of the document's text, whose SHA-256 is told.",
        "A review's rating says what the reports support by a person's judgement; it does not say what is true.",
    ),
    opens=b'{"@context":{"@version":1.1,"@vocab":"%s"' % VOCABULARY.encode(),
    frame=(b'{"@context":', b'{"id":"case:events"', b"]}"),
    told_by=told_by,
)
