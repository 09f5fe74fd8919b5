"""The copies of a collection: of every copy its near source, and where that is a copy too, the far one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Final

from stemmata.merging.copies.alignment import (
    VERBATIM,
    Alignment,
    Sentence,
    align,
    exactness,
    likeness,
    sentences,
    stems,
)
from stemmata.merging.copies.credits import Publisher, credit_in, named_in, publisher_of
from stemmata.merging.copies.shingles import candidates, runs
from stemmata.places.keys import fold
from stemmata.records import Copy, CopyKind, Document, Span

EDITED: Final = 0.18
"""Share of the runs of three words from which on a page is an edited copy. Of edited copies in four invented
stories the lowest has 0.27, of independent pages on the same happening the highest 0.12."""
WHOLE: Final = 0.5
"""Share of a copy that lies in copied sentences from which on the page as a whole rests on its source."""
PASSAGE_WORDS: Final = 25
"""A passage of so many words that stands in both is copied, whatever the rest of the page: nobody writes it twice."""
RETOLD_WORDS: Final = 4
"""Uncommon words that a paragraph with a credit must share with the page that it credits, to be a paraphrase of it."""


def find_copies(documents: Iterable[Document]) -> tuple[Copy, ...]:
    """Tell which documents took passages from which.

    Args:
        documents: a collection; its order does not matter.

    Returns:
        One `Copy` for a pair of documents at most, ordered by their ids.
    """
    ordered = sorted(documents, key=lambda document: (published_at(document), document.id))
    links = {(copy.copy, copy.source): copy for copy in _alike(ordered)}
    for copy in _retold(ordered, links):
        links[copy.copy, copy.source] = copy
    return tuple(sorted(_nearest_sources(links, ordered), key=lambda copy: (copy.copy, copy.source)))


def published_at(document: Document) -> datetime:
    """When a document was published, as exactly as it tells; without a date it counts as the last."""
    for mark in document.dates:
        if mark.kind == "published":
            return _moment(mark.raw, mark.day)
    return datetime.max.replace(tzinfo=UTC)


def _moment(raw: str, day: date) -> datetime:
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        return datetime.combine(day, time(12), UTC)  # a bare day: its middle
    if len(raw) <= 10:
        return datetime.combine(day, time(12), UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _alike(ordered: Sequence[Document]) -> Iterable[Copy]:
    """Copies told by their words."""
    for first, second, _ in candidates([runs(document.text) for document in ordered]):
        earlier, later = ordered[first], ordered[second]
        if _one_publisher(earlier, later):
            continue
        copy, source, credit, why = _direction(earlier, later)
        alignment = align(copy.text, source.text)
        if alignment.runs >= EDITED or alignment.longest >= PASSAGE_WORDS:
            yield _copy(copy, source, alignment, credit, why)


def _one_publisher(one: Document, other: Document) -> bool:
    """An outlet that repeats itself copies nobody."""
    return bool(one.publisher and other.publisher and fold(one.publisher) == fold(other.publisher))


def _direction(earlier: Document, later: Document) -> tuple[Document, Document, Span | None, str]:
    """Which of two is the copy: the one that credits the other; else the later one."""
    for copy, source in ((later, earlier), (earlier, later)):
        publisher = publisher_of(source.publisher)
        credit = credit_in(copy, publisher) if publisher else None
        if credit:
            return copy, source, credit, f"it names {source.publisher} as its source"
    return later, earlier, None, "it was published later"


def _copy(copy: Document, source: Document, alignment: Alignment, credit: Span | None, why: str) -> Copy:
    passages = _spans(copy, source, alignment.passages)
    page = alignment.runs >= EDITED and alignment.covered >= WHOLE
    taken = alignment.runs if page else exactness(" ".join(ours.quote for ours, _ in passages), source.text)
    kind: CopyKind = "verbatim" if taken >= VERBATIM else "edited"
    return Copy(copy.id, source.id, kind, "page" if page else "passage", passages, why, credit)


def _spans(
    copy: Document, source: Document, pairs: Iterable[tuple[Sentence, Sentence]]
) -> tuple[tuple[Span, Span], ...]:
    return tuple((copy.span(a.start, a.end), source.span(b.start, b.end)) for a, b in pairs)


def _retold(ordered: Sequence[Document], known: dict[tuple[str, str], Copy]) -> Iterable[Copy]:
    """Paraphrases: a document credits an outlet of the collection, and tells what one of its pages tells."""
    pages: dict[Publisher, list[Document]] = defaultdict(list)
    for document in ordered:
        publisher = publisher_of(document.publisher)
        if publisher:
            pages[publisher].append(document)
    by_beginning: dict[tuple[str, ...], list[Publisher]] = defaultdict(list)
    for publisher in pages:
        for begin in publisher.begins:
            by_beginning[begin].append(publisher)
    for document in ordered:
        for publisher in named_in(document.text, by_beginning):
            credit, theirs = credit_in(document, publisher), pages[publisher]
            if credit is None or any({(document.id, t.id), (t.id, document.id)} & known.keys() for t in theirs):
                continue
            found = max((_paraphrase(document, page, credit) for page in theirs), key=lambda each: each[0])
            if found[1]:
                yield found[1]


def _paraphrase(document: Document, page: Document, credit: Span) -> tuple[int, Copy | None]:
    """How many words the paragraph with the credit shares with a page, and the copy where they are enough."""
    start = document.text.rfind("\n\n", 0, credit.start) + 1
    end = document.text.find("\n\n", credit.end)
    paragraph = document.text[start : end if end >= 0 else None]
    shared = len((stems(paragraph) & stems(page.text)) - stems(credit.quote))
    told = next(each for each in sentences(document.text) if each.end >= credit.end)
    best = max(sentences(page.text), key=lambda each: (likeness(told.stems, each.stems), -each.start), default=None)
    if shared < RETOLD_WORDS or best is None:
        return shared, None
    why = f"it names {page.publisher} as its source"
    passages = _spans(document, page, [(told, best)])
    return shared, Copy(document.id, page.id, "paraphrase", "passage", passages, why, credit)


def _nearest_sources(links: dict[tuple[str, str], Copy], ordered: Sequence[Document]) -> Iterable[Copy]:
    """Leave of every copy its near sources, and the far ones through them: two copies of one source are no copies of
    each other."""
    sources: dict[str, list[str]] = defaultdict(list)
    rank = {document.id: at for at, document in enumerate(ordered)}
    for copy, source in sorted(links, key=lambda link: rank[link[1]]):  # earliest source first
        sources[copy].append(source)
    for copy, theirs in sources.items():
        credited = [source for source in theirs if links[copy, source].credit]
        for source in theirs:
            link = links[copy, source]
            nearer = [other for other in credited if other != source and (other, source) in links]
            if source in credited:
                yield link
            elif nearer:
                yield replace(link, via=nearer[0])
            elif not _shares_source(source, theirs, links):
                yield link


def _shares_source(source: str, theirs: Sequence[str], links: dict[tuple[str, str], Copy]) -> bool:
    """Whether a source is itself a copy of another source, or has one in common with it."""
    return any((source, other) in links for other in theirs if other != source)
