"""Codings made by hand: a text, and reports whose spans are found by their words."""

import hashlib
from datetime import date

from stemmata.records import (
    Block,
    Claimant,
    Coding,
    DatedMark,
    Document,
    Figure,
    MadeWith,
    Party,
    Report,
    Span,
    Status,
    Trigger,
    When,
    Where,
    Why,
)

TEXT = (
    "Shelling kills seven in Marun\n\n"
    "Army shells killed at least seven villagers, including two children, near Marun between 3 and 5 March 2021, "
    "the Marun Monitor said. The army denied it."
)
MADE_WITH = MadeWith("0.1.0", "0123456789ab", "hand")


def document(text: str = TEXT, **told) -> Document:
    """A document whose blocks are the paragraphs of its text."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block("paragraph" if blocks else "headline", start, start + len(paragraph)))
        start += len(paragraph) + 2
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    known = {"title": text.split("\n")[0], "publisher": "Northern Post", "blocks": tuple(blocks)} | told
    return Document(known.pop("id", "doc"), text, sha256, "page.html", **known)


def words(of: Document, quote: str, after: int = 0) -> Span:
    """The span of some words, the first at or after an offset."""
    start = of.text.index(quote, after)
    return of.span(start, start + len(quote))


def shelling(of: Document) -> Report:
    """What the second paragraph of TEXT reports, every field filled."""
    lead = of.text.index("Army")
    seven = words(of, "at least seven villagers")
    return Report(
        type="shelling",
        status=Status("happened", words(of, "shells"), Why("told-as-happened")),
        trigger=Trigger(words(of, "shells"), Why("type-of-trigger", "triggers.csv:2 shell")),
        evidence=words(of, of.text[lead : of.text.index(" The army denied")]),
        initiator=(Party(words(of, "Army"), "government-of-marun", Why("initiator-in-slot", "actors.csv:6")),),
        target=(Party(words(of, "villagers"), "civilians", Why("target-in-slot")),),
        places=(
            Where(
                words(of, "Marun", lead),
                "near",
                "Marun",
                "SY",
                35.1,
                36.7,
                "populated_place",
                5000,
                Why("place-preposition"),
            ),
        ),
        when=When(
            words(of, "between 3 and 5 March 2021"), date(2021, 3, 3), date(2021, 3, 5), None, Why("day-month-range")
        ),
        figures=(
            Figure(
                seven, "killed", "villagers", 7, None, "at_least", "people", None, Why("number-noun", "hedges.csv:4")
            ),
            Figure(words(of, "two children"), "killed", "children", 2, 2, "exact", "people", seven, Why("number-noun")),
        ),
        claimant=(Claimant(words(of, "the Marun Monitor"), None, Why("said-at-the-end", "speech.csv:4 say")),),
        also=(words(of, "Shelling kills seven in Marun"),),
    )


def coding(of: Document | None = None, *reports: Report) -> Coding:
    """A coding of a document, by default of TEXT with its report."""
    of = of or document(dates=(DatedMark("published", date(2021, 3, 6), "time element", "2021-03-06"),))
    return Coding(of, reports or (shelling(of),), MADE_WITH)
