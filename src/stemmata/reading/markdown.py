"""Markdown → pieces, through markdown-it: CommonMark with tables, without the markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from stemmata.reading.dates import day_of
from stemmata.reading.freeze import Piece, canonical
from stemmata.reading.text import paragraphs
from stemmata.records import BlockKind, DatedMark

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY = re.compile(r"""^([A-Za-z][\w-]*)[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n#|>{\[][^\n]*?))[ \t]*$""", re.M)

_MEANS = {
    "title": "title", "headline": "title", "subject": "title",
    "date": "published", "published": "published", "pubdate": "published", "publishdate": "published",
    "publication-date": "published", "published-at": "published", "date-published": "published",
    "updated": "updated", "lastmod": "updated", "modified": "updated", "last-modified": "updated",
    "author": "author", "authors": "author", "by": "author", "byline": "author",
    "publisher": "publisher", "source": "publisher", "site": "publisher", "sitename": "publisher",
    "lang": "language", "language": "language",
    "url": "url", "link": "url", "canonical": "url", "permalink": "url",
}  # fmt: skip
"""What the keys of front matter mean, as the usual site generators (Jekyll, Hugo, Astro) and clippers write them."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a Markdown text yields."""

    pieces: list[Piece]
    front: dict[str, str]
    dates: tuple[DatedMark, ...]
    links: tuple[str, ...]
    media: tuple[str, ...]


def extract(source: str) -> Page:
    """Read a Markdown text and its front matter."""
    source = source.replace("\r\n", "\n")
    front, dates = _front_matter(source)
    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT.sub("", source, count=1))
    inline = [child for token in tokens for child in token.children or ()]
    pieces = list(_pieces(tokens))
    return Page(
        _with_headline(pieces, front.get("title")),
        front,
        dates,
        tuple(dict.fromkeys(str(child.attrs["href"]) for child in inline if child.type == "link_open")),
        tuple(dict.fromkeys(str(child.attrs["src"]) for child in inline if child.type == "image")),
    )


def _front_matter(source: str) -> tuple[dict[str, str], tuple[DatedMark, ...]]:
    """The plain `key: value` lines of front matter; lists and nested values are left alone."""
    front: dict[str, str] = {}
    dates: list[DatedMark] = []
    block = _FRONT.match(source)
    for key, *values in _KEY.findall(block.group(1) if block else ""):
        meaning = _MEANS.get(key.lower().replace("_", "-"))
        value = canonical(next((value for value in values if value), ""))
        if meaning in ("published", "updated"):
            kind: Literal["published", "updated"] = "published" if meaning == "published" else "updated"
            if day := day_of(value):
                dates.append(DatedMark(kind, day, f"front matter {key}", value))
        elif meaning and value:
            front.setdefault(meaning, value)
    return front, tuple(dates)


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    """Pieces of a token stream; the outermost quote or list decides the kind."""
    roles: list[BlockKind] = []
    level = ""
    cells: list[str] | None = None
    for token in tokens:
        role = _ROLES.get(token.type.removesuffix("_open").removesuffix("_close"))
        if role and token.nesting:
            roles = [*roles, role] if token.nesting > 0 else roles[:-1]
            level = token.tag
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            if row := canonical(" | ".join(cells)):
                yield Piece("list_item", row)
            cells = None
        elif token.type == "inline":
            text = canonical("".join(_words(token.children or [])))
            if cells is not None:
                cells.append(text)
            else:
                kind = roles[0] if roles else "paragraph"
                for start, end in paragraphs(text):
                    yield Piece("headline" if kind == "heading" and level == "h1" else kind, text[start:end])


_ROLES: dict[str, BlockKind] = {"blockquote": "quote", "list_item": "list_item", "heading": "heading"}


def _words(children: list[Token]) -> Iterator[str]:
    for child in children:
        if child.type in ("text", "code_inline"):
            yield child.content
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"


def _with_headline(pieces: list[Piece], title: str | None) -> list[Piece]:
    """One headline: the first heading of the first level, or the front matter's title where there is none."""
    first = next((index for index, piece in enumerate(pieces) if piece.kind == "headline"), None)
    pieces = [
        Piece("heading", piece.text) if piece.kind == "headline" and index != first else piece
        for index, piece in enumerate(pieces)
    ]
    return [Piece("headline", title), *pieces] if first is None and title else pieces
