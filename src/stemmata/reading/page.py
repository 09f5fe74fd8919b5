"""The walk over a page's tree: every stretch of text with its role, in the order of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from stemmata.errors import TooLarge
from stemmata.reading.boilerplate import names_no_reporting
from stemmata.reading.freeze import canonical
from stemmata.reading.text import MOST_PARAGRAPHS, is_byline, paragraphs, refuse_more_than_a_page
from stemmata.records import BlockKind

Element = Any
"""An lxml element; lxml has no types of its own."""

DEAREST = 500_000_000
"""Sum of squares of the attributes of long tags. libxml2's time grows with it: 100,000 attributes took 13 s."""

LONG_TAG = 2_000
"""Characters. A shorter tag has too few attributes to matter."""

MOST = 0.5
"""Share of the page's text from which a part is the page itself, whatever it is called."""

_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"?|'[^']*+'?)*+""")

# libxml2 stops reading there, and broken templates close the page before its text.
_END = re.compile(r"</(?:body|html)\s*>", re.I)

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
"""Elements inside a line of text (HTML Living Standard, phrasing content); every other one begins a new block."""

NEVER_TEXT = frozenset(
    {
        "script", "style", "noscript", "template", "head", "select", "textarea", "button", "svg", "math", "iframe",
        "object",
    }
)  # fmt: skip
SELDOM_TEXT = frozenset({"nav", "form", "dialog", "menu", "aside", "footer", "fieldset"})
"""Elements without reporting, unless one holds most of the page: whole sites stand in one `form`."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

# Names that the embedding services give to their posts.
_EMBEDDED = re.compile(
    r"\b(?:twitter-tweet|twitter-video|tweet-embed|embedded-tweet|instagram-media|tiktok-embed|fb-post|fb-video"
    r"|telegram-post|tgme_widget_message_text|bluesky-embed|mastodon-embed|reddit-card|reddit-embed|threads-post"
    r"|text-post-media|vk-post)\b",
    re.I,
)
_CAPTION = re.compile(r"(?:^|\s)(?:[\w-]*-)?(?:caption|caption-text|figcaption|imagecaption)(?:__\w*)?(?:\s|$)", re.I)
_BYLINE = re.compile(r"(?:^|\s)(?:[\w-]*-)?(?:byline|author|author-name|authors)(?:__\w*)?(?:\s|$)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A stretch of text with one role."""

    kind: BlockKind
    text: str
    home: Element
    """The element around the one that holds it: the parts of an article mostly have one home."""
    tag: str
    linked: float
    """Share of its characters that stand in links."""


def parsed(page: str) -> Element:
    """Parse a page's source. Entities of its own are not expanded, and nothing is fetched.

    Raises:
        TooLarge: it is nested past libxml2's 2,048 levels, or would take it minutes.
    """
    long = (tag.group() for tag in _TAG.finditer(page) if tag.end() - tag.start() > LONG_TAG)
    if sum(len(tag.split()) ** 2 for tag in long) > DEAREST:
        raise TooLarge("has tags with many thousand attributes, as no page needs; open it and paste its text instead.")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(_END.sub("", page).encode("utf-8"), parser=parser)
    except etree.ParserError:  # nothing in it, or comments alone
        tree = html.document_fromstring("<html><body></body></html>")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooLarge("is nested more than 2,000 levels deep; open it in a browser and paste its text instead.")
    return tree


def pruned(tree: Element) -> Element:
    """Take the parts out of a tree that hold no text of the page's own: scripts, forms, menus, what is hidden."""
    lengths = _lengths(tree)
    most = lengths.get(tree, 0) * MOST
    for element in list(tree.iter(etree.Element)):
        if element.getparent() is None or element.tag == "body":
            continue
        if element.tag in NEVER_TEXT or (lengths[element] <= most and _without_reporting(element)):
            element.drop_tree()
    return tree


def _lengths(tree: Element) -> dict[Element, int]:
    """Characters of text in every element, without those of scripts."""
    lengths: dict[Element, int] = {}
    for element in reversed(list(tree.iter(etree.Element))):
        own = 0 if element.tag in NEVER_TEXT else len((element.text or "").strip())
        lengths[element] = lengths.get(element, 0) + own
        parent = element.getparent()
        if parent is not None and element.tag not in NEVER_TEXT:
            tail = len((element.tail or "").strip())
            lengths[parent] = lengths.get(parent, 0) + lengths[element] + tail
    return lengths


def _without_reporting(element: Element) -> bool:
    if element.tag in SELDOM_TEXT or "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag in INLINE and element.get("aria-hidden") == "true":
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return names_no_reporting(names) and not _EMBEDDED.search(names) and next(element.iter("h1"), None) is None


def parts_of(tree: Element) -> list[Part]:
    """Every stretch of text of a pruned tree, in order.

    Raises:
        TooLarge: there are more of them than a page has.
    """
    parts = list(islice(_Walk(tree).parts(), MOST_PARAGRAPHS + 1))
    refuse_more_than_a_page(len(parts))
    return parts


@dataclass(slots=True)
class _Walk:
    """One pass over the tree, without recursion: hostile pages nest deep."""

    tree: Element
    buffer: list[str] = field(default_factory=list)
    all_letters: int = 0
    in_links: int = 0
    links: int = 0
    preformatted: int = 0
    roles: list[tuple[Element, BlockKind]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    rows: set[Element] = field(default_factory=set)
    """Rows of data, whose cells stand in one line."""
    labels: set[Element] = field(default_factory=set)
    """Boxes that set labels side by side."""

    def parts(self) -> Iterator[Part]:
        """The parts, as they end."""
        for event, element in etree.iterwalk(self.tree, events=("start", "end")):
            begins_block = not self._is_inline(element)
            if event == "start":
                role = None if self.roles and not begins_block else _role(element)
                if begins_block or role:
                    yield from self._flush()
                self._enter(element, role, begins_block)
            else:
                has_role = bool(self.roles) and self.roles[-1][0] is element
                if begins_block or has_role:
                    yield from self._flush()
                self._leave(element, has_role, begins_block)

    def _is_inline(self, element: Element) -> bool:
        return element.tag in INLINE or element.tag in ("br", "img") or element.getparent() in self.rows

    def _enter(self, element: Element, role: BlockKind | None, begins_block: bool) -> None:
        if element.tag == "tr" and _is_row_of_words(element):
            self.rows.add(element)
            role = "list_item"
        if element.tag == "div" and _is_row_of_labels(element):
            self.labels.add(element)
        if role:
            self.roles.append((element, role))
        if begins_block:
            self.boxes.append(element)
        self.links += element.tag == "a"
        self.preformatted += element.tag == "pre"
        if element.tag == "br":
            self.buffer.append("\n")
        self._hear(element.text)

    def _leave(self, element: Element, has_role: bool, begins_block: bool) -> None:
        if has_role:
            self.roles.pop()
        if begins_block:
            self.boxes.pop()
        self.links -= element.tag == "a"
        self.preformatted -= element.tag == "pre"
        if element.getnext() is not None:
            if element.getparent() in self.rows:
                self.buffer.append(" | ")
            elif element.tag == "span" and element.getparent() in self.labels:
                self.buffer.append("\n")
        self._hear(element.tail)

    def _hear(self, words: str | None) -> None:
        if not words:
            return
        self.buffer.append(words if self.preformatted else re.sub(r"\s+", " ", words))
        letters = len(words) - words.count(" ")
        self.all_letters += letters
        self.in_links += letters if self.links else 0

    def _flush(self) -> Iterator[Part]:
        text = canonical("".join(self.buffer))
        linked = self.in_links / max(1, self.all_letters)
        self.buffer, self.all_letters, self.in_links = [], 0, 0
        if not text:
            return
        kind: BlockKind = self.roles[0][1] if self.roles else "paragraph"
        box = self.boxes[-1] if self.boxes else self.tree
        home = box.getparent() if box.tag != "body" and box.getparent() is not None else box
        for start, end in paragraphs(text):
            words = text[start:end]
            yield Part("byline" if is_byline(words) else kind, words, home, box.tag, linked)


def _role(element: Element) -> BlockKind | None:
    """The role that an element gives to the text in it; the outermost element with a role decides."""
    names = f"{element.get('class', '')} {element.get('id', '')}" if element.attrib else ""
    if names != "" and _EMBEDDED.search(names):
        return "embedded_post"
    if element.tag == "figcaption" or (element.tag in ("p", "div", "span", "dd") and _CAPTION.search(names)):
        return "caption"
    if element.tag == "blockquote":
        return "quote"
    if element.tag in HEADINGS:
        return "heading"
    if element.tag in ("li", "dd", "dt"):
        return "list_item"
    if element.get("rel") == "author" or element.get("itemprop") == "author" or _BYLINE.search(names):
        return "byline"
    return None


def _is_row_of_labels(box: Element) -> bool:
    """Tell a box that sets labels side by side (author, day, section) from a line of text: it has no words itself."""
    return not any((words or "").strip() for words in (box.text, *(e.tail for e in box)))


def _is_row_of_words(row: Element) -> bool:
    """Tell a row of data from a row of boxes: at least two short cells, with words only."""
    cells = list(row)
    return len(cells) > 1 and all(
        cell.tag in ("td", "th")
        and len(cell.text_content()) <= 200
        and all(e.tag in INLINE for e in cell.iterdescendants())
        for cell in cells
    )
