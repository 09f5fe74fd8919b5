"""The case's own table: one row an event, three columns a measure, every column told in the data dictionary."""

from stemmata.exports.flat import columns, flat
from stemmata.exports.formats.format import Format
from stemmata.exports.formats.tables import table_assembly, table_piece

COLUMNS = tuple(columns())
FLAT = frozenset(
    {"window", "hedge", "dead", "other figures", "claimant", "unresolved place", "uncertain place", "second party",
     "direction", "status", "grade", "origins", "links"}
)  # fmt: skip
"""What a flat row carries."""

FORMAT = Format(
    name="csv",
    ending=".csv",
    means="the case's own table, one row an event",
    carries=FLAT,
    piece=table_piece(COLUMNS, lambda entry: [flat(entry)]),
    assemble=table_assembly([COLUMNS]),
)
