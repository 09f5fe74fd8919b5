"""HTML → pieces of the main text, and what the page tells about itself.

Two views of one page are laid over each other. Our own walk over the tree knows the role of every stretch of text
(headline, quote, caption, embedded post) in the order of the page; trafilatura knows best which of them are the main
text. What trafilatura takes is kept; what it loses is brought back where it stands among what it took: short last
paragraphs, captions, quotes, embedded posts, subheadings.
"""

import logging
import re
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from stemmata.reading.dates import is_date_line
from stemmata.reading.freeze import Piece, canonical
from stemmata.reading.metadata import Facts, absolute, facts_of
from stemmata.reading.page import Element, Part, parsed, parts_of, pruned
from stemmata.reading.text import LONGEST_HEADLINE, as_pieces, letters

MOST_ELEMENTS = 20_000
"""Of a page that trafilatura is asked about: it takes 2 s for them on one shared core, measured on made pages of
paragraphs, lists, tables and nested boxes. News pages have 500 to 5,000. Beyond it our own walk decides alone."""

MOST_LETTERS = 500_000
"""The same, in characters of text; the longest of 229 encyclopedia articles has 200,000."""

LINKED = 0.5
"""Share of a part's characters in links from which it is a link to elsewhere and no text."""

SURELY_FOUND = 30
"""Letters from which a part that occurs anywhere in trafilatura's text is the same passage and no chance likeness."""

STANDFIRST = 60
"""Characters of the shortest summary between headline and text that is brought back; shorter lines are labels."""

POINT = 25
"""The same, of a list of key points, whose items are shorter; a button or a section's name is shorter still."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page yields."""

    pieces: list[Piece]
    facts: Facts
    heads: list[str]
    """The lines between the headline and the text, where pages write their day."""
    links: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


def extract(source: str, address: str | None) -> Page:
    """Read a page.

    Args:
        source: the page's source.
        address: where it was fetched from, which makes its links absolute.

    Raises:
        TooLarge: it is nested deeper, or has more parts, than a page.
    """
    tree = parsed(source)
    facts = facts_of(tree, address)
    tree = pruned(tree)
    parts = parts_of(tree)
    top = _headline(parts, facts.title)
    chosen = _chosen(parts, _main_text(tree), top)
    if not chosen - {top} and (facts.body or not chosen):
        told = as_pieces(facts.body) if facts.body else []
        return Page(_with_headline(told, facts.title) if told else [], facts, [])
    first = next((i for i in sorted(chosen - {top}) if parts[i].kind not in ("byline", "caption")), 0)
    begin = top if top is not None and top < first else first
    heads = [part.text for part in parts[max(0, begin - 3) : first + 1]]
    pieces = [Piece("headline" if i == top else part.kind, part.text) for i, part in enumerate(parts) if i in chosen]
    if top is None:
        pieces = _with_headline(pieces, facts.title)
    links, media = _outward(tree, {parts[i].home for i in chosen - {top}}, facts.base)
    return Page(pieces, facts, heads, links, (facts.image, *media) if facts.image else media)


def _headline(parts: list[Part], title: str | None) -> int | None:
    """The part that repeats the page's title, best a heading; else the first heading of the first level."""
    wanted = letters(title or "")
    same = [i for i, part in enumerate(parts) if wanted and letters(part.text) == wanted]
    headings = [i for i, part in enumerate(parts) if part.kind == "heading" and part.linked < LINKED]
    first_level = [i for i in headings if parts[i].tag == "h1"]
    return next(iter([*(i for i in same if i in headings), *same, *first_level]), None)


def _with_headline(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The pieces under the title that the page's head tells, where its body shows none."""
    if not title or letters(title) in {letters(piece.text) for piece in pieces[:3]}:
        return pieces
    return [Piece("headline", canonical(title)), *pieces]


def _main_text(tree: Element) -> list[str] | None:
    """The letters of each line that trafilatura takes for the main text; None where it finds none or is not asked."""
    if sum(1 for _ in tree.iter(etree.Element)) > MOST_ELEMENTS or len(tree.text_content()) > MOST_LETTERS:
        return None
    from trafilatura import bare_extraction  # 0.4 s to import, and only pages need it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it warns on standard error of empty pages
    # The tree is changed by the extraction, and the walk's parts still point into it.
    found: Any = bare_extraction(deepcopy(tree), include_comments=False, with_metadata=False)
    if found is None or found.body is None:
        return None
    return [letters(line) for line in found.text.split("\n")]


def _chosen(parts: list[Part], main: list[str] | None, top: int | None) -> set[int]:
    """Indexes of the parts that make the text, the headline among them."""
    taken = _taken(parts, main)
    if not taken:
        return set()
    homes = Counter(parts[index].home for index in taken for _ in parts[index].text)
    homes_of_text = {home for home, size in homes.items() if size * 5 >= homes.total()}
    first, last = min(taken - {top}, default=0), max(taken)
    for index, part in enumerate(parts):
        leads = top is not None and top < index < first and _leads(part)
        if leads or _belongs(part, index, first, last, homes_of_text):
            taken.add(index)
    return _without_repeats(parts, taken | ({top} if top is not None else set()))


def _taken(parts: list[Part], main: list[str] | None) -> set[int]:
    """Indexes of the parts that trafilatura takes; of all that are no links where it was of no help."""
    keys = {i: key for i, part in enumerate(parts) if (key := letters(part.text)) and not is_date_line(part.text)}
    if main is None:
        return {i for i in keys if parts[i].linked < LINKED}
    lines, joined = set(main), "".join(main)
    return {i for i, key in keys.items() if key in lines or (len(key) >= SURELY_FOUND and key in joined)}


def _belongs(part: Part, index: int, first: int, last: int, homes: set[Element]) -> bool:
    """Tell whether a part that trafilatura lost stands among the text."""
    if part.linked >= LINKED or is_date_line(part.text):
        return False
    if part.home in homes:
        return part.kind != "heading" or index < last
    return first < index < last and part.kind in ("caption", "embedded_post", "quote")


def _leads(part: Part) -> bool:
    """Tell whether a part between headline and text is a byline, a caption or a summary."""
    if part.kind == "byline":
        return len(part.text) <= LONGEST_HEADLINE
    shortest = POINT if part.kind == "list_item" else STANDFIRST
    return part.linked < LINKED and len(part.text) >= shortest and not is_date_line(part.text)


def _without_repeats(parts: list[Part], chosen: set[int]) -> set[int]:
    """A lead that a page shows twice would be coded twice."""
    seen: set[str] = set()
    kept = set()
    for index in sorted(chosen):
        key = letters(parts[index].text)
        if len(key) < SURELY_FOUND or key not in seen:
            kept.add(index)
        seen.add(key)
    return kept


def _outward(tree: Element, homes: set[Element], base: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Addresses that the text links to, and of the pictures, films and recordings in it."""
    links: dict[str, None] = {}
    media: dict[str, None] = {}
    inside = set(homes)
    for element in tree.iter(etree.Element):
        if element.getparent() not in inside:
            continue
        inside.add(element)
        if element.tag in ("a", "img", "video", "audio", "source"):
            link = element.tag == "a"
            address = absolute(element.get("href" if link else "src") or element.get("data-src"), base)
            if address and re.match(r"https?:|/", address):
                (links if link else media)[address] = None
    return tuple(links), tuple(media)
