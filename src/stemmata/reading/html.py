"""HTML → pieces, through trafilatura."""

from collections.abc import Iterator
from typing import Any

from stemmata.reading.freeze import Piece, canonical
from stemmata.records import BlockKind

_KINDS: dict[str, BlockKind] = {"head": "heading", "p": "paragraph", "quote": "quote", "item": "list_item"}


def extract(page: str) -> tuple[list[Piece], Any]:
    """Pieces of the main text, and what trafilatura read about the page."""
    from trafilatura import bare_extraction  # 0.4 s to import

    found: Any = bare_extraction(page, with_metadata=True, include_comments=False, favor_precision=True)
    if found is None:
        return [], None
    pieces = [Piece(kind, text) for kind, text in _pieces(found.body) if text]
    if found.title and (not pieces or pieces[0].text != canonical(found.title)):
        pieces.insert(0, Piece("headline", canonical(found.title)))
    elif pieces:
        pieces[0] = Piece("headline", pieces[0].text)
    return pieces, found


def _pieces(body: Any) -> Iterator[tuple[BlockKind, str]]:
    for element in body.iter(*_KINDS):
        yield _KINDS[element.tag], canonical(" ".join("".join(element.itertext()).split()))
