"""Paraphrases: a document credits an outlet, and tells in its own words what one of its pages of those days tells."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from stemmata.merging.copies.alignment import align, likeness, sentences, stems
from stemmata.merging.copies.credits import Publisher, credit_in, named_in, publisher_of
from stemmata.merging.copies.linking import order, spans
from stemmata.records import Copy, Document, Span

RETOLD_WORDS: Final = 4
"""Uncommon words that a paragraph with a credit must share with the page that it credits, to be a paraphrase of it."""
CREDIT_LINE: Final = 8
"""Words up to which a paragraph with a credit is nothing but that."""
DAYS_BEFORE: Final = 7
"""News is retold within a week."""
DAYS_AFTER: Final = 2
"""So far a clock, or a time zone, may be wrong."""

Beginnings = Mapping[tuple[str, ...], Sequence[Publisher]]


def beginnings(publishers: Iterable[Publisher]) -> Beginnings:
    """Outlets by the first words of their names."""
    found: dict[tuple[str, ...], list[Publisher]] = defaultdict(list)
    for publisher in dict.fromkeys(publishers):
        for begin in publisher.begins:
            found[begin].append(publisher)
    return found


def credited(document: Document, outlets: Beginnings) -> list[tuple[Publisher, Span]]:
    """The outlets that a document names, each with the first words that do."""
    named = ((publisher, credit_in(document, publisher)) for publisher in named_in(document.text, outlets))
    return [(publisher, credit) for publisher, credit in named if credit]


class Pages:
    """The pages of a collection, by outlet and day."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._pages: dict[Publisher, dict[date | None, list[Document]]] = defaultdict(lambda: defaultdict(list))
        for document in documents:
            if outlet := publisher_of(document.publisher):
                self._pages[outlet][document.published].append(document)
        self.outlets = beginnings(self._pages)

    def near(self, outlet: Publisher, document: Document) -> list[Document]:
        """The pages of an outlet that a document may retell, by when they were published."""
        return [page for day in days_of(document.published) for page in self._pages[outlet].get(day, ())]


def days_of(published: date | None) -> list[date | None]:
    """The days of the pages that a document may retell; where it does not tell its own, theirs tell none either."""
    if published is None:
        return [None]
    return [published - timedelta(days=ago) for ago in range(-DAYS_AFTER, DAYS_BEFORE + 1)]


def retold(
    document: Document,
    outlets: Beginnings,
    near: Callable[[Publisher, Document], Iterable[Document]],
    linked: Collection[Publisher | None] = (),
    taken: Collection[Span] = (),
) -> list[Copy]:
    """What a document retells: of each outlet that it credits the page that is nearest to its words, if any is near.

    Args:
        document: the one that may retell others.
        outlets: those of the collection.
        near: gives the pages of an outlet on the days that a document may retell.
        linked: outlets with pages that the document copies, or that copy it, word for word: these are not looked at.
        taken: the passages that it copies: whom they name their source had named.
    """
    found = []
    for publisher, credit in credited(document, outlets):
        if publisher not in linked and not any(ours.start <= credit.start < ours.end for ours in taken):
            theirs = (page for page in near(publisher, document) if not _retells(page, document))
            told = (_paraphrase(document, page, credit) for page in sorted(theirs, key=order))
            found.append(max(told, key=lambda each: each[0], default=(0, None))[1])
    return [copy for copy in found if copy]


def _retells(page: Document, document: Document) -> bool:
    """Whether a page is the later of the two and credits the other's outlet: then it is no source."""
    outlet = publisher_of(document.publisher)
    return page.id == document.id or bool(outlet and order(page) > order(document) and credit_in(page, outlet))


def _paraphrase(document: Document, page: Document, credit: Span) -> tuple[int, Copy | None]:
    """How many words what the credit stands for shares with a page, and the copy where they are enough.

    A credit in a paragraph stands for the paragraph; a line that is hardly more than the credit, "With information from
    Harbour Wire", for the page above it, of which then a whole sentence at least must be told there.
    """
    start = document.text.rfind("\n\n", 0, credit.start) + 1
    end = document.text.find("\n\n", credit.end)
    paragraph = document.text[start : end if end >= 0 else None]
    why = f"it names {page.publisher} as its source"
    if len(paragraph.split()) <= CREDIT_LINE:
        pairs = align(document.text, page.text).passages
        shared = len(stems(document.text) & stems(page.text))
        if not pairs:
            return 0, None
        passages = spans(document, page, pairs)
        return shared, Copy(document.id, page.id, "paraphrase", "page", passages, why, credit)
    shared = len((stems(paragraph) & stems(page.text)) - stems(credit.quote))
    told = next(each for each in sentences(document.text) if each.end >= credit.end)
    best = max(sentences(page.text), key=lambda each: (likeness(told.stems, each.stems), -each.start), default=None)
    if shared < RETOLD_WORDS or best is None:
        return shared, None
    passages = spans(document, page, [(told, best)])
    return shared, Copy(document.id, page.id, "paraphrase", "passage", passages, why, credit)
