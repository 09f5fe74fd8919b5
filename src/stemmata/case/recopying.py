"""The copies of a case, looked for anew where documents came or went.

Two documents are linked by what they say; a link changes where one of them came or went, where a run of words that both
hold became common speech by others, and where an outlet that a document credits has other pages. Only these are looked
at; what comes of it is what looking at all documents gives. Of the links the near ones are the copies of the case.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from sqlalchemy import Connection, Select, delete, insert, select

from stemmata.case import printed, schema
from stemmata.case.copying import Row
from stemmata.case.database import lots
from stemmata.case.gathering import numbered_documents
from stemmata.case.pending import Pending
from stemmata.case.rows import as_record, from_record
from stemmata.merging.copies.credits import Publisher, named_in, publisher_of
from stemmata.merging.copies.finding import nearest
from stemmata.merging.copies.linking import link, order
from stemmata.merging.copies.prints import COMMON, Prints, prints, shared
from stemmata.merging.copies.retelling import DAYS_AFTER, DAYS_BEFORE, Beginnings, Pages, beginnings, days_of, retold
from stemmata.merging.progress import Heard, counted, unheard
from stemmata.records import Copy, Document

Links = dict[int, dict[int, Copy]]
"""Document → source → how it is linked to it."""


@dataclass(frozen=True, slots=True)
class Recopied:
    """What became of the copies of a case."""

    anew: Mapping[int, list[Row]] = field(default_factory=dict)
    """Document → the copies that it makes now, where these changed."""
    links: Mapping[int, list[tuple[Row, bool]]] = field(default_factory=dict)
    """Document → all its links now, where some changed, each with whether it is near."""
    whole: bool = False
    came: Mapping[int, Prints] = field(default_factory=dict)
    went: Mapping[int, Prints] = field(default_factory=dict)

    def write(self, connection: Connection) -> None:
        """Write what changed over what was."""
        table = schema.copy
        if self.whole:
            connection.execute(delete(table))
            printed.forget_all(connection)
        for some in lots(sorted(self.links)):
            connection.execute(delete(table).where(table.c.copy.in_(some)))
        rows = [
            {"copy": copy, "source": source, "kind": told.kind, "near": int(near), "record": as_record(told)}
            for those in self.links.values()
            for (copy, source, told), near in those
        ]
        for lot in lots(rows):
            connection.execute(insert(table), lot)
        printed.forget(connection, self.went)
        printed.keep(connection, self.came)


def recopied(connection: Connection, pending: Pending, heard: Heard = unheard) -> Recopied:
    """Look for copies anew; nothing changes where no document came or went."""
    if pending.whole:
        return _Look(connection, set(pending.arrived), set(), heard, whole=True).recopied()
    new, gone = printed.unprinted(connection), printed.outdated(connection)
    return _Look(connection, new, gone, heard).recopied() if new or gone else Recopied()


class _Look:
    """One look for copies."""

    def __init__(
        self, connection: Connection, new: set[int], gone: set[int], heard: Heard, whole: bool = False
    ) -> None:
        self._connection, self._heard = connection, heard
        self._new, self._gone, self._whole = new, gone, whole
        self._documents = numbered_documents(connection, new | gone)
        self._numbers = {document.id: number for number, document in self._documents.items()}
        self._prints = {number: prints(document.text) for number, document in self._documents.items()}
        self._links: Links = {}
        """All links of some documents: as they were, and in the end as they are."""
        self._before: Links = {}

    def recopied(self) -> Recopied:
        """What became of the copies."""
        came, went = ({number: self._prints[number] for number in those} for those in (self._new, self._gone))
        again = self._unsettled()
        if stale := self._printed & self._new:
            went |= {number: self._prints[number] for number in stale}
        ends = self._link(self._new | again)
        self._retell(self._new | again | ends)
        changed = {number for number, mine in self._links.items() if mine != self._before[number]}
        if self._whole:
            changed |= set(self._connection.scalars(select(schema.copy.c.copy)))
        below = self._load_links(self._made_of(changed) | changed)
        sources = {source for mine in below.values() for source in mine}
        self._load_links(sources)
        self._load(sources)
        links = {number: self._near(number) for number in sorted(below)}
        near = {number: [row for row, is_near in mine if is_near] for number, mine in links.items()}
        was = self._copies(below)
        anew = {number: mine for number, mine in near.items() if mine != was.get(number, [])}
        return Recopied(anew, links, self._whole, came, went)

    # ------------------------------------------------------------------------------------------ by their words

    @cached_property
    def _held(self) -> printed.Held:
        """The prints of what came and went, with all documents that held them."""
        return printed.holders(self._connection, printed.numbers(() if self._whole else self._prints.values()))

    @property
    def _printed(self) -> set[int]:
        return set(np.unique(self._held[1]).tolist())

    def _unsettled(self) -> set[int]:
        """Documents that stay, but share a print which was common speech and is no more, or which became common speech
        and links them."""
        every, owners = self._held
        if not len(every):
            return set()
        stays = ~np.isin(owners, np.array(sorted(self._new | self._gone), np.uint32))
        coming = printed.of_documents({number: self._prints[number] for number in self._new})[0]
        values, starts, before = np.unique(every, return_index=True, return_counts=True)
        after = np.add.reduceat(stays.astype(np.int64), starts) + (
            np.searchsorted(coming, values, "right") - np.searchsorted(coming, values, "left")
        )
        holding = {
            at: set(owners[starts[at] : starts[at] + before[at]][stays[starts[at] : starts[at] + before[at]]].tolist())
            for at in np.flatnonzero((before > COMMON) != (after > COMMON)).tolist()
        }
        found = {number for at, those in holding.items() if before[at] > COMMON for number in those}
        for at, those in holding.items():
            if before[at] <= COMMON:
                linked = self._load_links(those)
                found |= {end for copy, mine in linked.items() for s in mine if s in those for end in (copy, s)}
        self._load(found)
        self._prints |= {number: prints(self._documents[number].text) for number in found - self._prints.keys()}
        return found

    def _link(self, new: set[int]) -> set[int]:
        """Link documents anew to all others by their words; the ends of links that were there or are."""
        wanted = printed.numbers(self._prints[number] for number in new)
        every, owners = printed.holders(self._connection, wanted) if new - self._new else self._held
        stays = ~np.isin(owners, np.array(sorted(new | self._gone), np.uint32))
        mine = printed.of_documents({number: self._prints[number] for number in new})
        held = printed.in_order(
            *(np.concatenate([old, own]) for old, own in zip((every[stays], owners[stays]), mine, strict=True))
        )
        pairs = shared(*held, None if self._whole else np.array(sorted(new), np.uint32)).tolist()
        self._load({number for pair in pairs for number in pair})
        ends: set[int] = set()
        for copy, those in self._touching(new | self._gone).items():
            for source, told in those.items():
                if told.kind != "paraphrase" or not self._gone.isdisjoint((copy, source)):
                    del self._links[copy][source]
                    ends |= {copy, source}
        for one, other in counted(pairs, "pairs of documents", self._heard):
            if linked := link(self._documents[one], self._documents[other]):
                copy, source = self._numbers[linked.copy], self._numbers[linked.source]
                self._load_links((copy,))[copy][source] = linked
                ends |= {copy, source}
        return ends

    # ------------------------------------------------------------------------------------------ by what they credit

    def _retell(self, those: set[int]) -> None:
        """Look anew at what documents retell: these, and all that credit an outlet of which pages came or went."""
        documents = those - self._gone | self._crediting()
        self._load(documents)
        linked: dict[int, set[Publisher | None]] = defaultdict(set)
        touching = self._touching(documents)
        self._load(number for copy, mine in touching.items() for number in (copy, *mine))
        for copy, mine in touching.items():
            for source, told in mine.items():
                if told.kind != "paraphrase":
                    linked[copy].add(publisher_of(self._documents[source].publisher))
                    linked[source].add(publisher_of(self._documents[copy].publisher))
        pages = Pages(self._documents.values()) if self._whole else None
        outlets = pages.outlets if pages else beginnings(self._outlets)
        near = pages.near if pages else self._pages_near
        for number in sorted(documents):
            mine = self._links[number]
            for source in [source for source, told in mine.items() if told.kind == "paraphrase"]:
                del mine[source]
            taken = [ours for told in mine.values() for ours, _ in told.passages]
            for told in retold(self._documents[number], outlets, near, linked[number], taken):
                mine.setdefault(self._numbers[told.source], told)

    @cached_property
    def _outlets(self) -> dict[Publisher, list[str]]:
        """The outlets of the case, with the names that documents have for them."""
        table = schema.document.c
        found: dict[Publisher, list[str]] = defaultdict(list)
        for name in self._connection.scalars(select(table.publisher).where(table.state == "current").distinct()):
            if outlet := publisher_of(name):
                found[outlet].append(name)
        return found

    def _pages_near(self, outlet: Publisher, document: Document) -> list[Document]:
        """The pages of an outlet that a document may retell, by when they were published."""
        table = schema.document.c
        days = [day for day in days_of(document.published) if day is not None]
        dated = table.published.in_(days) if days else table.published.is_(None)
        theirs = self._current().where(table.publisher.in_(self._outlets[outlet]), dated)
        numbers: list[int] = list(self._connection.scalars(theirs))
        self._load(numbers)
        return [self._documents[number] for number in numbers]

    def _crediting(self) -> set[int]:
        """Documents that stay and credit, within days, an outlet of which pages came or went."""
        pages = [] if self._whole else [self._documents[number] for number in self._new | self._gone]
        outlets = {page.id: publisher_of(page.publisher) for page in pages}
        changed = beginnings(outlet for outlet in outlets.values() if outlet)
        days: set[date | None] = set()
        for page in pages:
            if outlets[page.id]:
                later = range(-DAYS_AFTER, DAYS_BEFORE + 1)
                days |= {page.published + timedelta(days=n) for n in later} if page.published else {None}
        table = schema.document.c
        found: set[int] = set()
        for some in lots(sorted(day for day in days if day)):
            found |= self._naming(self._current().where(table.published.in_(some)), changed)
        if None in days:
            found |= self._naming(self._current().where(table.published.is_(None)), changed)
        return found

    def _naming(self, wanted: Select[tuple[int]], outlets: Beginnings) -> set[int]:
        text = wanted.add_columns(schema.document.c.text)
        return {number for number, told in self._connection.execute(text) if named_in(told, outlets)}

    # ------------------------------------------------------------------------------------------ what is near

    def _near(self, number: int) -> list[tuple[Row, bool]]:
        """The links of a document, each with whether it is near; the near ones as the case tells them."""
        mine = sorted(self._links[number].items(), key=lambda each: order(self._documents[each[0]]))
        among = {(told.copy, told.source) for source, _ in mine for told in self._links[source].values()}
        near = {told.source: told for told in nearest([told for _, told in mine], among)}
        rows = [((number, source, near.get(told.source, told)), told.source in near) for source, told in mine]
        return sorted(rows, key=lambda each: each[0][1])

    # ------------------------------------------------------------------------------------------ what is there

    def _current(self) -> Select[tuple[int]]:
        """Asks for the numbers of the documents that count."""
        document, coding = schema.document.c, schema.coding.c
        return select(document.id).where(document.state == "current", coding.document == document.id)

    def _load(self, numbers: Iterable[int]) -> None:
        missing = set(numbers) - self._documents.keys()
        loaded = numbered_documents(self._connection, missing) if missing else {}
        self._documents |= loaded
        self._numbers |= {document.id: number for number, document in loaded.items()}

    def _load_links(self, numbers: Iterable[int]) -> Links:
        """The links of documents as they were, where they were not looked at before."""
        wanted = set(numbers)
        missing = wanted - self._links.keys()
        self._links |= {number: {} for number in missing}
        table = schema.copy.c
        for some in lots(() if self._whole else sorted(missing)):
            query = select(table.copy, table.source, table.record).where(table.copy.in_(some))
            for copy, source, record in self._connection.execute(query):
                self._links[copy][source] = replace(from_record(Copy, record), via=None)
        self._before |= {number: dict(self._links[number]) for number in missing}
        return {number: self._links[number] for number in wanted}

    def _touching(self, numbers: Collection[int]) -> Links:
        """The links of documents to others, and of others to them, as they are now."""
        self._load_links(self._made_of(numbers) | set(numbers))
        found: Links = {}
        for copy, mine in self._links.items():
            theirs = mine if copy in numbers else {s: told for s, told in mine.items() if s in numbers}
            if theirs:
                found[copy] = dict(theirs)
        return found

    def _made_of(self, sources: Collection[int]) -> set[int]:
        """The documents with a link to some of these, as they were or are."""
        table = schema.copy.c
        found = {copy for copy, mine in self._links.items() if not mine.keys().isdisjoint(sources)}
        for some in lots(() if self._whole else sorted(sources)):
            found.update(self._connection.scalars(select(table.copy).where(table.source.in_(some))))
        return found

    def _copies(self, documents: Collection[int]) -> dict[int, list[Row]]:
        """The copies that documents made."""
        table = schema.copy.c
        found: dict[int, list[Row]] = {}
        for some in lots(sorted(documents)):
            query = select(table.copy, table.source, table.record).where(table.copy.in_(some), table.near == 1)
            for copy, source, record in self._connection.execute(query.order_by(table.copy, table.source)):
                found.setdefault(copy, []).append((copy, source, from_record(Copy, record)))
        return found
