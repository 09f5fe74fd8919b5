"""The copies of a collection: of every copy its near source, and where that is a copy too, the far one.

Whether one document is linked to another depends on these two alone, and on no more than: how many documents hold what
they share; which pages of an outlet a paraphrase is the nearest to. So a case keeps the links, and looks anew only at
those of what came or went.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from stemmata.merging.copies.credits import Publisher, publisher_of
from stemmata.merging.copies.linking import link, order
from stemmata.merging.copies.prints import candidates, prints
from stemmata.merging.copies.retelling import Pages, retold
from stemmata.merging.progress import Heard, counted, unheard
from stemmata.records import Copy, Document, Span

Link = tuple[str, str]
"""The ids of a copy and its source."""


def find_copies(documents: Iterable[Document], heard: Heard = unheard) -> tuple[Copy, ...]:
    """Tell which documents took passages from which.

    Args:
        documents: a collection; its order does not matter.
        heard: told how many pairs of documents were compared.

    Returns:
        One `Copy` for a pair of documents at most, ordered by their ids.
    """
    ordered = sorted(documents, key=order)
    pairs = list(candidates([prints(document.text) for document in ordered]))
    compared = counted(pairs, "pairs of documents", heard)
    alike = [copy for one, other in compared if (copy := link(ordered[one], ordered[other]))]
    links = {(copy.copy, copy.source): copy for copy in (*alike, *_retold(ordered, alike))}
    of_copy: dict[str, list[Copy]] = defaultdict(list)
    rank = {document.id: at for at, document in enumerate(ordered)}
    for copy in sorted(links.values(), key=lambda copy: rank[copy.source]):
        of_copy[copy.copy].append(copy)
    near = (found for mine in of_copy.values() for found in nearest(mine, links))
    return tuple(sorted(near, key=lambda copy: (copy.copy, copy.source)))


def _retold(ordered: Sequence[Document], alike: Iterable[Copy]) -> Iterable[Copy]:
    """The paraphrases of a collection whose other copies are known."""
    pages = Pages(ordered)
    outlets = {document.id: publisher_of(document.publisher) for document in ordered}
    linked: dict[str, set[Publisher | None]] = defaultdict(set)
    taken: dict[str, list[Span]] = defaultdict(list)
    for copy in alike:
        linked[copy.copy].add(outlets[copy.source])
        linked[copy.source].add(outlets[copy.copy])
        taken[copy.copy] += (ours for ours, _ in copy.passages)
    for document in ordered:
        yield from retold(document, pages.outlets, pages.near, linked[document.id], taken[document.id])


def nearest(mine: Sequence[Copy], links: Collection[Link]) -> list[Copy]:
    """The near sources of a copy, and the far ones through them; two copies of one source are no copies of each other.

    Args:
        mine: how it is linked to each of its sources, the earliest source first.
        links: all links among these.
    """
    credited = [copy.source for copy in mine if copy.credit]
    found = []
    for copy in mine:
        nearer = [other for other in credited if other != copy.source and (other, copy.source) in links]
        if copy.credit:
            found.append(copy)
        elif nearer:
            found.append(replace(copy, via=nearer[0]))
        elif not any((copy.source, other.source) in links for other in mine if other is not copy):
            found.append(copy)
    return found
