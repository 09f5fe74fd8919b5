"""Whether of two documents one has passages of the other, told by their words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Final

from stemmata.merging.copies.alignment import VERBATIM, Alignment, Sentence, align, exactness, taken_over
from stemmata.merging.copies.credits import credit_in, publisher_of
from stemmata.places.keys import fold
from stemmata.records import Copy, CopyKind, Document, Span

EDITED: Final = 0.18
"""Share of the runs of three words from which on a page is an edited copy. Of edited copies in four invented
stories the lowest has 0.27, of independent pages on the same happening the highest 0.12."""
WHOLE: Final = 0.5
"""Share of a copy that lies in copied sentences from which on the page as a whole rests on its source."""
LEAST_RUNS: Final = 8
"""Runs of three words that an edited copy shares with its source at least: short notes on one happening share some."""
PASSAGE_WORDS: Final = 25
"""A passage of so many words that stands in both is copied, whatever the rest of the page: nobody writes it twice."""


def link(one: Document, other: Document) -> Copy | None:
    """How one of two documents copies the other, whichever way round; None where neither does."""
    if _one_publisher(one, other):
        return None
    copy, source, credit, why = _direction(*sorted((one, other), key=order))
    alignment = align(copy.text, source.text)
    edited = alignment.runs >= EDITED and alignment.shared >= LEAST_RUNS
    if edited or alignment.longest >= PASSAGE_WORDS:
        return _copy(copy, source, alignment, credit, why)
    whole = taken_over(copy.text, source.text, alignment)
    return Copy(copy.id, source.id, "verbatim", "passage", spans(copy, source, whole), why, credit) if whole else None


def order(document: Document) -> tuple[datetime, str]:
    """Sorts documents by their publication; of two at one time the id decides."""
    return published_at(document), document.id


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
    passages = spans(copy, source, alignment.passages)
    page = alignment.runs >= EDITED and alignment.covered >= WHOLE
    taken = alignment.runs if page else exactness(" ".join(ours.quote for ours, _ in passages), source.text)
    kind: CopyKind = "verbatim" if taken >= VERBATIM else "edited"
    return Copy(copy.id, source.id, kind, "page" if page else "passage", passages, why, credit)


def spans(
    copy: Document, source: Document, pairs: Iterable[tuple[Sentence, Sentence]]
) -> tuple[tuple[Span, Span], ...]:
    """Aligned sentences as spans of their documents."""
    return tuple((copy.span(a.start, a.end), source.span(b.start, b.end)) for a, b in pairs)
