"""A passage of a report with the words of its values marked, each by what it tells."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from stemmata.case.entries import Cited
from stemmata.exports import marks
from stemmata.exports.formats.markup import text
from stemmata.exports.marks import Words
from stemmata.exports.values import FIELDS

LONGEST: Final = 1500
"""Characters of a passage that are shown."""
Told = Mapping[str, Any]


def passage(report: Cited) -> str:
    """The passage that tells it, its words marked."""
    evidence = report.told["evidence"]
    quote, start = evidence["quote"], evidence["start"]
    end = start + min(len(quote), LONGEST)
    marked = _marked(report, start, end)
    told = "".join(_piece(edge, quote, start, marked) for edge in marks.within(start, end, marked))
    language = f' lang="{text(report.source.language)}"' if report.source.language else ""
    more = " …" if len(quote) > LONGEST else ""
    return f'<blockquote dir="auto"{language}>{told}{more}</blockquote>'


def elsewhere(report: Cited) -> str:
    """The words of its values that stand elsewhere in the document; empty where all stand in the passage."""
    evidence = report.told["evidence"]
    told = [
        f'<li><span class="{field}">{FIELDS[field]}</span> “{text(span["quote"])}”</li>'
        for field, span in _spans(report)
        if span["end"] <= evidence["start"] or span["start"] >= evidence["end"]
    ]
    if not told:
        return ""
    return f'<ul class="elsewhere" aria-label="Told elsewhere in the text">{"".join(dict.fromkeys(told))}</ul>'


def _spans(report: Cited) -> Iterator[tuple[str, Told]]:
    """The words of each value, with the field that they tell."""
    told = report.told
    yield "trigger", told["trigger"]["span"]
    if told["status"]["value"] != "happened":
        yield "status", told["status"]["span"]
    for field in ("initiator", "target", "places", "figures", "claimant"):
        for value in told[field]:
            yield field, value["span"]
    if told["when"]:
        yield "when", told["when"]["span"]


def _marked(report: Cited, start: int, end: int) -> dict[Words, list[str]]:
    """The words in the passage → the fields that they tell; a span that does not fit its words is not marked."""
    quote, begins = report.told["evidence"]["quote"], report.told["evidence"]["start"]
    found: dict[Words, list[str]] = defaultdict(list)
    for field, span in _spans(report):
        inside = start <= span["start"] < span["end"] <= end
        if inside and quote[span["start"] - begins : span["end"] - begins] == span["quote"]:
            names = found[span["start"], span["end"]]
            names += [field] if field not in names else []
    return found


def _piece(edge: marks.Edge, quote: str, start: int, marked: Mapping[Words, list[str]]) -> str:
    if edge.kind == "close":
        return "</mark>"
    if edge.kind == "open":
        fields = marked[edge.words]
        return f'<mark class="{" ".join(fields)}" title="{", ".join(FIELDS[field] for field in fields)}">'
    words = quote[edge.start - start : edge.end - start]
    # `text` takes the spaces at the edges away, which part this piece from the next
    before, after = " " * (words[:1].isspace()), " " * (words[-1:].isspace() and bool(words.strip()))
    return before + text(words) + after
