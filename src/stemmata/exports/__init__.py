"""Codings, merged events and cases for others.

Of documents: JSON with a schema, JSONL as hand-coded documents have it, a page, a terminal's table.

    coding_json   the project's own format, and back
    gold          one line a document, as a scorer reads it
    page          one HTML file without script, every value linked to its words
    table         a terminal
    events_json   merged events and copies, and events_text for a terminal

Of a case: files in the formats of the field.

    exporting     the verb: events → a file, with its manifest and loss report
    formats/      one module a format
    taking        where the events come from: a case, or a file that is read back     asked   which of a file
    features      what an event can tell, and a format loses     manifest   what stands beside a file
    flat          an event as a row      cited      its reports and documents
    headline      an event in words      deaths     whose the dead are
    drawing/      maps, timelines and pages that load nothing      report/     the page of many events
    public/       what of an event the public may read, before any format sees it
    described     parties, countries and sources as other codebooks call them     made_of   whose data it is

`values` takes a report apart, `wording` says a value in words, `reasons` opens up why it is what it is.
"""

from stemmata.exports.coding_json import FORMAT, as_json, from_json, json_schema
from stemmata.exports.events_json import events_json, merged_schema
from stemmata.exports.events_text import print_events
from stemmata.exports.gold import as_gold
from stemmata.exports.page import as_page
from stemmata.exports.reasons import Reason, reason
from stemmata.exports.table import console, print_table
from stemmata.exports.values import FIELDS, Value, known_field, values

__all__ = [
    "FIELDS",
    "FORMAT",
    "Reason",
    "Value",
    "as_gold",
    "as_json",
    "as_page",
    "console",
    "events_json",
    "from_json",
    "json_schema",
    "known_field",
    "merged_schema",
    "print_events",
    "print_table",
    "reason",
    "values",
]
