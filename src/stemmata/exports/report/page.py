"""Events → the page: each with its evidence, under map and timeline."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO, Any, Final

from stemmata.case.entries import Entry
from stemmata.exports import headline, wording
from stemmata.exports.drawing.listed import OTHERS, Facet, Item, Page, listed, many
from stemmata.exports.drawing.places import map_credit
from stemmata.exports.formats.format import About
from stemmata.exports.formats.markup import text
from stemmata.exports.report.event import article, facets_of, point_of
from stemmata.records import Window

COLOURS: Final = 7
"""Types that have a colour of their own; all others share one."""
GRADES: Final = ("confirmed", "corroborated", "single", "contested", "retracted")
WHAT: Final = ("event", "events")
MARKED: Final = {
    "trigger": "what", "status": "whether", "initiator": "who", "target": "to whom", "places": "where", "when": "when",
    "figures": "how many", "claimant": "said by",
}  # fmt: skip
"""Fields of a report → what the key calls their marks."""


def piece(entries: Sequence[Entry]) -> bytes:
    """Some events, each made ready for the page."""
    return json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False).encode("utf-8", "replace")


def _as_json(entry: Entry) -> list[Any]:
    days = [day and day.isoformat() for day in (entry.when.start, entry.when.end)]
    name = wording.one_line(entry.place.name) if entry.place else None
    return [article(entry), entry.id, headline.headline(entry), facets_of(entry), days, name, point_of(entry)]


def _item(told: list[Any]) -> Item:
    html, name, heading, facets, days, place, point = told
    when = Window(*(date.fromisoformat(day) if day else None for day in days))
    return Item(html, name, heading, facets, when, place, tuple(point) if point else None)


def assemble(pieces: Iterable[bytes], file: IO[bytes], about: About) -> None:
    """The events of all pieces as one page."""
    items = [_item(one) for made in pieces if made for one in json.loads(made)]
    types, grades = (Counter(one.facets[name] for one in items) for name in ("type", "grade"))
    colours = {kind: f"t{nth}" if nth < COLOURS else OTHERS for nth, (kind, _) in enumerate(types.most_common())}
    page = Page(
        title=about.title,
        lead=_lead(items, about),
        facets=(
            Facet("type", "Type", types.most_common()),
            Facet("grade", "Grade", [(grade, grades[grade]) for grade in GRADES if grades[grade]]),
        ),
        by="type",
        colours=colours,
        what=WHAT,
        sheets=("report.css",),
        foot=_foot(about),
        before=_keys(),
        nothing="No event of the case was asked for.",
    )
    for part in listed(page, items):
        file.write(part.encode("utf-8", "replace"))


def _lead(items: Sequence[Item], about: About) -> str:
    """What the page holds, and what it does not say."""
    days = [day for one in items for day in (one.when.start, one.when.end) if day]
    between = f", {wording.window(min(days), max(days))}" if days else ""
    asof = f" As the case stood on {wording.day(about.asof.date())}." if about.asof else ""
    return (
        f'<p class="what">{many(len(items), WHAT)}{between}. Each is what reports say, with who says so and how many'
        f" of them are independent; a grade tells what the reports support, not what is true.{asof}</p>"
    )


def _keys() -> str:
    """What the marks in a passage mean."""
    told = "".join(f'<li><mark class="{name}">{words}</mark></li>' for name, words in MARKED.items())
    return f'<ul class="keys" aria-label="Key to the marks">{told}</ul>'


def _foot(about: About) -> str:
    credits = "".join(f"<li>{text(one)}</li>" for one in (*about.credits, map_credit()))
    return (
        f"<p>Made by Stemmata {text(about.version)} from published reports. Values were read by a program and may be"
        f" wrong; each can be checked against the words that are marked.</p><ul>{credits}</ul>"
    )
