"""Pieces and facts of one input → its Document."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from stemmata.errors import UnreadableInput
from stemmata.reading import text as plain
from stemmata.reading.boilerplate import kept
from stemmata.reading.dates import day_of, marks_of
from stemmata.reading.freeze import Piece, digest, freeze
from stemmata.records import Block, Capture, DatedMark, Document

DAY = timedelta(days=1)


def name_of(capture: Capture) -> str:
    """The capture's source as a person would name it."""
    return "standard input" if capture.source == "-" else capture.source


def from_text(capture: Capture, text: str) -> Document:
    """The document of a plain text.

    Raises:
        UnreadableInput: it has no words.
    """
    frozen, blocks = _frozen(plain.as_pieces(text))
    return _document(capture, frozen, blocks, dates=_dates(frozen, blocks, ()))


def from_html(capture: Capture, source: str) -> Document:
    """The document of a web page.

    Raises:
        UnreadableInput: no main text was found.
        TooLarge: it is nested deeper, or has more parts, than a page.
    """
    from stemmata.reading.html import extract  # lxml costs 50 ms to import, and texts do without

    page = extract(source, address_of(capture))
    frozen, blocks = _frozen(_kept(page.pieces))
    facts = page.facts
    return _document(
        capture,
        frozen,
        blocks,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        url=facts.url,
        language=facts.language,
        dates=_dates(frozen, blocks, facts.dates, page.heads),
        links=page.links,
        media=page.media,
    )


def from_markdown(capture: Capture, source: str) -> Document:
    """The document of a Markdown text with or without front matter.

    Raises:
        UnreadableInput: it has no words.
    """
    from stemmata.reading.markdown import extract  # markdown-it costs 50 ms to import

    page = extract(source)
    frozen, blocks = _frozen(_kept(page.pieces))
    return _document(
        capture,
        frozen,
        blocks,
        title=page.front.get("title"),
        publisher=page.front.get("publisher"),
        author=page.front.get("author"),
        url=page.front.get("url"),
        language=page.front.get("language"),
        dates=_dates(frozen, blocks, page.dates),
        links=page.links,
        media=page.media,
    )


def address_of(capture: Capture) -> str | None:
    """The address that a capture came from at last; None for files."""
    if capture.hops:
        return capture.hops[-1]
    return capture.source if capture.source.startswith(("http://", "https://")) else None


def _kept(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that tell about the world."""
    plain.refuse_more_than_a_page(len(pieces))
    return [pieces[index] for index in kept([piece.text for piece in pieces])]


def _frozen(pieces: Sequence[Piece]) -> tuple[str, tuple[Block, ...]]:
    text, blocks = freeze(pieces)
    if not blocks:
        raise UnreadableInput("holds no text of its own; open it, copy what you want to be read, and give that.")
    return text, blocks


def _document(
    capture: Capture,
    text: str,
    blocks: tuple[Block, ...],
    *,
    dates: tuple[DatedMark, ...],
    title: str | None = None,
    publisher: str | None = None,
    author: str | None = None,
    url: str | None = None,
    language: str | None = None,
    links: tuple[str, ...] = (),
    media: tuple[str, ...] = (),
) -> Document:
    sha256 = digest(text)
    headline = next((text[block.start : block.end] for block in blocks if block.kind == "headline"), None)
    return Document(
        id=sha256[:16],
        text=text,
        sha256=sha256,
        source=name_of(capture),
        capture=capture.sha256,
        title=title or headline,
        publisher=publisher,
        author=author,
        url=url or address_of(capture),
        language=language,
        dates=dates,
        blocks=blocks,
        links=links,
        media=media,
    )


def _dates(
    text: str, blocks: Iterable[Block], told: tuple[DatedMark, ...], heads: Sequence[str] = ()
) -> tuple[DatedMark, ...]:
    """All dates of a document: what its markup tells, what its head shows, what its text begins with."""
    shown = tuple(_shown(heads))
    published = [mark for mark in (*told, *shown) if mark.kind == "published"]
    if published and (local := _local_day(published[0], shown)):
        published.insert(0, local)
    others = [mark for mark in (*told, *shown) if mark.kind != "published"]
    known = published[0].day if published else None
    lines = [(block.start, block.end) for block in blocks]
    return tuple(dict.fromkeys((*published, *others, *marks_of(text, lines, known))))


def _shown(heads: Sequence[str]) -> Iterable[DatedMark]:
    """Days in the short lines between a page's headline and its text."""
    for head in heads:
        if len(head) <= plain.LONGEST_HEADLINE:
            found = list(marks_of(head, [(0, len(head))], None))
            yield from (mark for mark in found if mark.kind != "dateline")
            day = day_of(head)
            if day and not found and plain.opens_with_byline(head):
                yield DatedMark("published", day, "text", head)


def _local_day(told: DatedMark, shown: Sequence[DatedMark]) -> DatedMark | None:
    """The day that the page shows, where its markup tells the same moment in UTC and the clocks disagree on the day."""
    if not told.raw.endswith(("Z", "+00:00", "+0000")):
        return None
    near = (mark for mark in shown if mark.kind == "published" and abs(mark.day - told.day) == DAY)
    return next(near, None)


def dated(document: Document, published: date) -> Document:
    """The document with the day of publication that the user told, and the datelines that it lets us read."""
    mark = DatedMark("published", published, "given by the user", published.isoformat())
    lines = [(block.start, block.end) for block in document.blocks]
    more = (found for found in marks_of(document.text, lines, published) if found.kind == "dateline")
    return replace(document, dates=tuple(dict.fromkeys((mark, *document.dates, *more))))


def site_of(url: str | None) -> str | None:
    """The name of an address's site, without `www.`: who published where nobody says."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
