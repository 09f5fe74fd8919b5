"""The prints of a case's documents, kept so that a run finds those that share passages with what came or went."""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from stemmata.case import schema
from stemmata.case.database import lots
from stemmata.merging.copies.prints import Prints

Held = tuple[Prints, NDArray[np.uint32]]
"""Prints in ascending order, each with a document that holds it; of one print the documents in ascending order."""


def unprinted(connection: Connection) -> set[int]:
    """Current documents that were coded and not looked at for copies."""
    document, coding = schema.document.c, schema.coding.c
    current = (document.id == coding.document, document.state == "current")
    return set(connection.scalars(select(coding.document).where(coding.prints.is_(None), *current)))


def outdated(connection: Connection) -> set[int]:
    """Documents with prints that were replaced or withdrawn."""
    document, coding = schema.document.c, schema.coding.c
    former = select(document.id).where(document.state != "current", coding.document == document.id)
    return set(connection.scalars(former.where(coding.prints.is_not(None))))


def holders(connection: Connection, wanted: Prints) -> Held:
    """The documents that hold some of these prints, by the tables."""
    table = schema.document_print.c
    rows = [
        tuple(row)
        for some in lots(wanted.tolist())
        for row in connection.execute(select(table.print, table.document).where(table.print.in_(some)))
    ]
    if not rows:
        return np.empty(0, np.int64), np.empty(0, np.uint32)
    every = np.array(rows, np.int64)
    return in_order(every[:, 0], every[:, 1].astype(np.uint32))


def of_documents(prints: Mapping[int, Prints]) -> Held:
    """The prints of documents by their numbers."""
    if not prints:
        return np.empty(0, np.int64), np.empty(0, np.uint32)
    owners = np.repeat(np.array(list(prints), np.uint32), [len(those) for those in prints.values()])
    return in_order(np.concatenate(list(prints.values())), owners)


def in_order(every: Prints, owners: NDArray[np.uint32]) -> Held:
    """Prints with their documents, sorted."""
    order = np.lexsort((owners, every))
    return every[order], owners[order]


def keep(connection: Connection, prints: Mapping[int, Prints]) -> None:
    """Keep the prints of documents, in the order of the table, which is the quickest."""
    coding = schema.coding
    every, owners = of_documents(prints)
    for lot in lots(zip(every.tolist(), owners.tolist(), strict=True)):
        connection.execute(insert(schema.document_print), [{"print": one, "document": number} for one, number in lot])
    counted = update(coding).where(coding.c.document == bindparam("number")).values(prints=bindparam("many"))
    for lot_of in lots({"number": number, "many": len(those)} for number, those in prints.items()):
        connection.execute(counted, lot_of)


def forget(connection: Connection, prints: Mapping[int, Prints]) -> None:
    """Forget the prints of documents."""
    table, coding = schema.document_print.c, schema.coding
    for number, those in prints.items():
        for some in lots(those.tolist()):
            connection.execute(delete(schema.document_print).where(table.print.in_(some), table.document == number))
    for some_numbers in lots(prints):
        connection.execute(update(coding).where(coding.c.document.in_(some_numbers)).values(prints=None))


def forget_all(connection: Connection) -> None:
    """Forget all prints."""
    connection.execute(delete(schema.document_print))
    connection.execute(update(schema.coding).values(prints=None))


def numbers(every: Iterable[Prints]) -> Prints:
    """All prints of some documents, each once."""
    those = list(every)
    return np.unique(np.concatenate(those)) if those else np.empty(0, np.int64)
